"""Columns below the name of a tax, and the row that sums the amounts and their tax beside each other."""

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.header.summaries import recognise
from extractors.lines.item_table import make_column
from extractors.vocabulary.meanings import Role, Summary
from models.reading import Header

HEAD = "PURCHASE ORDER\nOrder No.: PO-7781\nOrder date: 2026-05-04\nBuyer: Narmada Alkalis Limited\n"


@pytest.mark.parametrize("group", ["IGST", "VAT", "Tax", "CGST"])
def test_rate_and_amount_below_a_tax_are_its_own(group: str) -> None:
    assert make_column(0, 10, ["Rate"], group).roles == {Role.TAX_RATE}
    assert make_column(0, 10, ["%"], group).roles == {Role.TAX_RATE}
    assert make_column(0, 10, ["Amount"], group).roles == {Role.TAX_AMOUNT}


@pytest.mark.parametrize("group", ["zzgl. MwSt", "excl. VAT", "Price", "Total", ""])
def test_an_amount_below_anything_else_is_one_of_money(group: str) -> None:
    assert make_column(0, 10, ["Amount"], group).roles == {Role.AMOUNT}


def test_a_unit_price_below_a_tax_stays_one() -> None:
    assert make_column(0, 10, ["Unit price"], "VAT").roles == {Role.PRICE}


def _header(label: str, *, tax_last: bool = True) -> Header:
    sums = ["700.00", "84.00"] if tax_last else ["84.00", "784.00"]
    heads = ["Value", "Tax amount"] if tax_last else ["Tax amount", "Value"]
    lines = [["400.00", "48.00"], ["300.00", "36.00"]]
    if not tax_last:
        lines = [["48.00", "448.00"], ["36.00", "336.00"]]
    rows = [
        ["Item", "Part no.", "Description", "Qty", "Rate", *heads],
        ["10", "30771204", "Lantern ring", "4", "100.00", *lines[0]],
        ["20", "30771207", "Gland bolt", "6", "50.00", *lines[1]],
        ["", "", label, "", "", *sums],
    ]
    return assemble(form(HEAD, rows, "GST 12%: 84.00\nGrand total: 784.00\n" if tax_last else "")).header


@pytest.mark.parametrize("label", ["Total basic value", "Total"])
def test_the_last_number_of_a_row_of_sums_is_not_the_total_where_it_is_the_tax(label: str) -> None:
    header = _header(label)
    assert header.total_amount is not None
    assert (header.total_amount.value, header.total_amount.sure) == ("784.00", True)


def test_an_amount_behind_the_tax_is_no_net_sum() -> None:
    total = _header("Total", tax_last=False).total_amount
    assert total is not None
    assert total.value == "784.00"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Total PO value (incl. IGST)", Summary.GROSS), ("Total order value (excl. IGST)", Summary.NET)],
)
def test_the_tax_between_indian_states_is_said_to_be_in_a_sum_or_not(text: str, kind: Summary) -> None:
    said = recognise(text)
    assert said is not None
    assert said.kind is kind
