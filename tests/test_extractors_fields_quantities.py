import pytest

from extractors.fields.quantities import Quantity, parse, unit_apart, unit_first


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        pytest.param("2套", Quantity("2", "套"), id="row 66: 2套"),
        pytest.param("2 SETS", Quantity("2", "SETS"), id="row 66: 2 SETS"),
        ("×3 只", Quantity("3", "只")),
        pytest.param("2 sets(4 pcs)", Quantity("2", "sets", "4 pcs"), id="row 66: bracket"),
        pytest.param("1副 (动静环)", Quantity("1", "副", "动静环"), id="row 67"),
        pytest.param("2用1备", Quantity("3", None, split=("2", "1")), id="row 68: 2用1备"),
        pytest.param("2用1备台", Quantity("3", "台", split=("2", "1")), id="row 68: with a unit"),
        pytest.param("10+2 spare", Quantity("12", None, split=("10", "2")), id="row 68: 10+2 spare"),
        pytest.param("各1套", Quantity("1", "套", each=True), id="row 69"),
        pytest.param("1,000 PCS", Quantity("1,000", "PCS"), id="row 70: 1,000 PCS"),
        pytest.param("1.000 ST", Quantity("1.000", "ST"), id="row 70: 1.000 ST"),
        pytest.param("约100", Quantity("100", None, estimated=True), id="row 72: 约100"),
        pytest.param("暂估 50 件", Quantity("50", "件", estimated=True), id="row 72: 暂估"),
        ("10 pcs", Quantity("10", "pcs")),
        ("16.000 (SET)", Quantity("16.000", "SET")),
        ("26.5m", Quantity("26.5", "m")),
        ("10 件/PC", Quantity("10", "件/PC")),
        ("5- EA", Quantity("5-", "EA")),
        ("20.00", Quantity("20.00", None)),
        ("１０件", Quantity("10", "件")),
    ],
)
def test_a_quantity_is_read_with_its_unit(text: str, quantity: Quantity) -> None:
    assert parse(text) == quantity


@pytest.mark.parametrize(
    "text",
    [
        "",
        "套",
        "2 holes",
        "3×3 只",
        "DN15",
        "3件套",
        "4 x 5",
        "10 km/h",
        "2用1备 holes",
        "1,23,4 EA",
        "9" * 60,
        "10+2 holes",
    ],
)
def test_what_is_no_quantity_as_a_whole_is_not_read(text: str) -> None:
    assert parse(text) is None


def test_the_unit_may_stand_in_front_in_a_column_of_quantities() -> None:
    assert unit_first("Nos 5") == Quantity("5", "Nos")
    assert unit_first("m 26.5") == Quantity("26.5", "m")
    assert unit_first("DN 15") is None
    assert unit_first("M12") is None
    assert parse("Nos 5") is None


def test_a_stroke_may_stand_before_the_unit_in_a_column_of_quantities() -> None:
    assert unit_apart("6 / 只") == Quantity("6", "只")
    assert unit_apart("12.5/kg") == Quantity("12.5", "kg")
    assert unit_apart("6 / 7") is None
    assert unit_apart("3 / Rev") is None
    assert parse("6 / 只") is None
