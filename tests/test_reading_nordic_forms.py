"""Orders in Swedish with English beside it: labels, headings, weeks; and numbers with a point behind them."""

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.fields import calendar_spans
from extractors.fields.money import parse, unbracketed
from extractors.header.labelling.label_words import meaning
from extractors.lines.headings import recognise
from extractors.vocabulary.meanings import Label, Role
from models.reading import Reading

HEAD = "PURCHASE ORDER\nOrder No.: 88-2041\nOrder date: 2026-02-11\nBuyer: Norrvik Massa AB\n"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ordernr", Label.ORDER_NUMBER),
        ("Ordrenr.", Label.ORDER_NUMBER),
        ("Bestellnr.", Label.ORDER_NUMBER),
        ("Betalningsvillkor", Label.PAYMENT),
        ("Ert offertnr / Your quotation", Label.QUOTATION_NUMBER),
    ],
)
def test_a_short_word_for_number_may_end_a_label(text: str, label: Label) -> None:
    assert meaning(text) == {label}


def test_a_word_that_only_ends_alike_is_no_number() -> None:
    assert not meaning("Ordernoir")
    assert not meaning("Angebotenr")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Vårt artikelnr", Role.BUYER_PART),
        ("Vårt art.nr / Our item", Role.BUYER_PART),
        ("Ert art.nr / Your item", Role.SELLER_PART),
        ("Lev.vecka / Deliv. week", Role.DELIVERY),
    ],
)
def test_headings_in_swedish_are_known(text: str, role: Role) -> None:
    heading = recognise(text)
    assert heading is not None
    assert (heading.role, heading.exact) == (role, True)


@pytest.mark.parametrize("text", ["v. 27/2026", "vecka 27/2026", "uke 27/2026", "viikko 27/2026"])
def test_a_week_is_called_otherwise_in_the_north(text: str) -> None:
    assert [str(each.first) for each in calendar_spans.weeks(text, None)] == ["2026-06-29"]


def test_a_letter_without_a_point_is_no_week() -> None:
    assert not list(calendar_spans.weeks("v27/2026", None))


def _read(numbers: list[str], total: str) -> Reading:
    rows = [
        ["No", "Part no.", "Description", "Qty", "Unit price", "Amount"],
        [numbers[0], "510-77", "Cover plate", "3", "40.00", "120.00"],
        [numbers[1], "510-78", "Guide vane", "2", "90.00", "180.00"],
    ]
    return assemble(form(HEAD, rows, total))


@pytest.mark.parametrize("numbers", [["1.", "2."], ["1)", "2)"], ["1、", "2、"]])
def test_what_stands_behind_the_number_of_an_item_is_no_part_of_it(numbers: list[str]) -> None:
    lines = _read(numbers, "Total: 300.00").lines
    said = [line.line_number for line in lines]
    assert [(each.value, each.sure) for each in said if each is not None] == [("1", True), ("2", True)]


def test_an_item_number_of_two_parts_stays_as_it_is() -> None:
    lines = _read(["1.1", "1.2"], "Total: 300.00").lines
    assert [line.line_number.value for line in lines if line.line_number is not None] == ["1.1", "1.2"]


def test_a_currency_in_brackets_stands_behind_a_total() -> None:
    header = _read(["1", "2"], "Total: 300.00 (SEK)").header
    assert header.total_amount is not None
    assert (header.total_amount.value, header.total_amount.sure) == ("300.00", True)


def test_an_amount_may_have_its_currency_in_brackets_behind_it() -> None:
    found = parse("1,300.00 (SEK)")
    assert found is not None
    assert (found.number_text, found.currency, found.spelled) == ("1,300.00", "SEK", True)


def test_what_is_no_currency_in_brackets_makes_no_money() -> None:
    assert unbracketed("300.00 (gross)") == "300.00 (gross)"
    assert parse("300.00 (pcs)") is None
