import pytest

from sap.quoting.quotations import QuotationExport, read

NAMES = "Quotation;Item;Material;Qty;Net price;Net value;Curr"
ROWS = ("1;10;A1;1;1.50;1.50;CNY", "1;20;A1;1;2.50;2.50;CNY", "2;10;A1;1;5.00;5.00;EUR")


def lists(*rows: str) -> QuotationExport:
    return read("\n".join((NAMES, *rows)).encode(), "list.csv")


@pytest.mark.parametrize(
    "total",
    [
        pytest.param(";;;;;9.00;", id="no key"),
        pytest.param("*;;;;;9.00;", id="an asterisk"),
        pytest.param("**;;;;;4.00;CNY", id="of one currency"),
        pytest.param("合计;;;3;;9.00;", id="Chinese, with the quantity"),
        pytest.param("Grand total;;;;;9.00;", id="English"),
        pytest.param("Σ;;;3;;;", id="the quantity alone"),
    ],
)
def test_a_row_that_is_proven_a_sum_is_dropped(total: str) -> None:
    export = lists(*ROWS, total)
    assert export.skipped == ()
    assert sum(len(each.items) for each in export.quotations) == 3


@pytest.mark.parametrize(
    "total",
    [
        pytest.param(";;;;;9.01;", id="another sum"),
        pytest.param("Total;;;;;9.00;USD", id="a currency that no row has"),
        pytest.param("*;;;4;;9.00;", id="one number of two is no sum"),
        pytest.param(";;;;;;", id="nothing"),
        pytest.param("Total;;;;;;", id="no number"),
    ],
)
def test_a_row_without_a_key_that_is_no_sum_is_told(total: str) -> None:
    export = lists(*ROWS, total)
    expected = [] if not total.strip(";") else [(5, "no_number")]
    assert [(each.row, each.reason) for each in export.skipped] == expected


def test_subtotals_begin_anew_after_each_other() -> None:
    more = ROWS[2].replace("EUR", "CNY")
    export = lists(ROWS[0], ROWS[1], "*;;;;;4.00;CNY", more, "*;;;;;5.00;CNY", "**;;;;;9.00;CNY")
    assert export.skipped == ()


def test_a_subtotal_of_the_wrong_part_is_told() -> None:
    export = lists(ROWS[0], "*;;;;;1.50;CNY", ROWS[1], "*;;;;;1.50;CNY")
    assert [each.row for each in export.skipped] == [5]


def test_a_row_that_was_not_read_leaves_the_total_open() -> None:
    """The total is what shows that a row is missing from the import."""
    export = lists(*ROWS, "3;;A1;1;1.00;1.00;CNY", "*;;;;;10.00;")
    assert [(each.row, each.reason) for each in export.skipped] == [(5, "no_item"), (6, "no_number")]


LIST = "Quotation;Item;Material;Description;Qty;Unit price;Amount;Curr"
TWO = ("1;10;A1;Seal;4;320.00;1280.00;EUR", "1;20;A2;Sleeve;10;65.00;650.00;EUR")


def noted(*rows: str) -> list[tuple[int, str]]:
    found = read("\n".join((LIST, *rows)).encode(), "list.csv").quotations
    return [(flaw.row, flaw.reason) for each in found for flaw in each.flaws]


@pytest.mark.parametrize("name", ["Total", "合计", "Net total", "Gesamt", "Special total"])
@pytest.mark.parametrize("number", ["1900.00", "1833.50", "1900"])
def test_a_total_of_less_than_the_items_cost_takes_something_off(name: str, number: str) -> None:
    assert noted(*TWO, f";;;{name};;;{number};") == [(4, "said_of_all")]
    assert noted(*TWO, ";;;Total;;;1930.00;", f";;;{name};;;{number};") == [(5, "said_of_all")]


@pytest.mark.parametrize("number", ["1930.00", "2296.70", "1930.01", "1929.98"])
def test_a_total_with_or_without_tax(number: str) -> None:
    assert noted(*TWO, f";;;Total;;;{number};") == []


def test_of_a_total_of_several_quotations_nobody_knows_what_it_sums_up() -> None:
    other = "2;10;A3;Bag;1;100.00;100.00;EUR"
    assert noted(*TWO, other, ";;;Total;;;1930.00;") == []
