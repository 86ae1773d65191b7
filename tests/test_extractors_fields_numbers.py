from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.numbers import Notation, parse, read, vote

POINT, COMMA = Notation.POINT, Notation.COMMA


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("12", {(None, "12")}),
        ("2.00", {(POINT, "2.00")}),
        ("12.5", {(POINT, "12.5")}),
        ("12,50", {(COMMA, "12.50")}),
        ("0,455", {(COMMA, "0.455")}),
        ("0.455", {(POINT, "0.455")}),
        (".50", {(POINT, "0.50")}),
        pytest.param("1,234", {(POINT, "1234"), (COMMA, "1.234")}, id="row 38: 1,234"),
        pytest.param("1.234", {(POINT, "1.234"), (COMMA, "1234")}, id="row 39: 1.234"),
        ("10,000", {(POINT, "10000"), (COMMA, "10.000")}),
        ("1,234,567", {(POINT, "1234567")}),
        ("1.234.567", {(COMMA, "1234567")}),
        ("1234,567", {(COMMA, "1234.567")}),
        ("1234.567", {(POINT, "1234.567")}),
        ("1,234.56", {(POINT, "1234.56")}),
        pytest.param("1.234,56", {(COMMA, "1234.56")}, id="row 37: dots group"),
        pytest.param("1 234,56", {(COMMA, "1234.56")}, id="row 37: blank"),
        pytest.param("1\u00a0234,56", {(COMMA, "1234.56")}, id="row 37: no-break space"),
        pytest.param("1\u202f234,56", {(COMMA, "1234.56")}, id="row 37: narrow no-break space"),
        pytest.param("1\u2009234.56", {(POINT, "1234.56")}, id="row 37: thin space"),
        pytest.param("1'234.56", {(POINT, "1234.56")}, id="row 37: apostrophe"),
        pytest.param("1\u2019234.56", {(POINT, "1234.56")}, id="row 37: typographic apostrophe"),
        ("1 234 567", {(None, "1234567")}),
        pytest.param("1,234.56-", {(POINT, "-1234.56")}, id="row 42: trailing minus"),
        pytest.param("(1,234.56)", {(POINT, "-1234.56")}, id="row 42: parentheses"),
        pytest.param("\u22121,234.56", {(POINT, "-1234.56")}, id="row 42: Unicode minus"),
        pytest.param("12,34,567.00", {(POINT, "1234567.00")}, id="row 43: Indian grouping"),
        ("１，２３４．５０", {(POINT, "1234.50")}),
        ("+5", {(None, "5")}),
        ("00010", {(None, "10")}),
        ("12,-", {(COMMA, "12")}),
        ("12.--", {(POINT, "12")}),
        ("1.234,--", {(COMMA, "1234")}),
    ],
)
def test_a_number_has_all_its_readings_and_no_other(
    text: str, readings: set[tuple[Notation | None, str]]
) -> None:
    assert {(each.notation, str(each.value)) for each in parse(text)} == readings


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        ".",
        "12.",
        "12 EA",
        "(2)",
        "(-1.5)",
        "-1.5-",
        "(12",
        "012,5",
        "1,23,4",
        "3 4",
        "1.234.-",
        "12²",
        "$5",
        "9" * 40,
        pytest.param("1.23457E+11", id="row 94: spoilt by a spreadsheet"),
    ],
)
def test_what_is_no_number_has_no_reading(text: str) -> None:
    assert parse(text) == ()


def printed(value: Decimal, group: str, mark: str) -> str:
    return f"{value:,}".replace(",", "\0").replace(".", mark).replace("\0", group)


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    st.sampled_from([(",", ".", POINT), (".", ",", COMMA), ("\u202f", ",", COMMA), ("'", ".", POINT)]),
)
def test_a_printed_amount_is_read_back(value: Decimal, style: tuple[str, str, Notation]) -> None:
    group, mark, notation = style
    assert read(printed(value, group, mark), notation) == value


@given(st.decimals(min_value=0, max_value=10**6, places=3), st.sampled_from([(",", "."), (".", ",")]))
def test_the_right_value_is_always_among_the_readings(value: Decimal, style: tuple[str, str]) -> None:
    assert value in {each.value for each in parse(printed(value, *style))}


@given(st.text(alphabet="0123456789.,' -()", max_size=14))
def test_several_readings_always_come_from_different_notations(text: str) -> None:
    notations = [each.notation for each in parse(text)]
    assert len(set(notations)) == len(notations)
    assert len(notations) <= 2


@pytest.mark.parametrize(
    ("texts", "prior", "notation"),
    [
        (["1,234", "12.50"], None, POINT),
        (["1.234", "12,50", "7"], None, COMMA),
        (["1,234", "10,000"], None, None),
        (["1,234", "10,000"], COMMA, COMMA),
        (["12.50", "12,50"], POINT, None),
        ([], None, None),
    ],
)
def test_the_numbers_of_a_document_vote(
    texts: list[str], prior: Notation | None, notation: Notation | None
) -> None:
    assert vote(texts, prior) is notation


@pytest.mark.parametrize(
    ("text", "notation", "value"),
    [
        ("1,234", POINT, "1234"),
        ("1,234", COMMA, "1.234"),
        ("12", COMMA, "12"),
        ("12.50", None, "12.50"),
    ],
)
def test_a_voted_notation_leaves_one_value(text: str, notation: Notation | None, value: str) -> None:
    assert str(read(text, notation)) == value


@pytest.mark.parametrize(("text", "notation"), [("1,234", None), ("12.50", COMMA), ("twelve", POINT)])
def test_a_number_that_stays_open_is_not_chosen(text: str, notation: Notation | None) -> None:
    assert read(text, notation) is None
