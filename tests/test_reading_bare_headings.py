"""Headings that say little by themselves, where the figures or the cells beside them tell what they head."""

from dataclasses import replace

import pytest
from paper import form, grid, paper, sheet, words_of

from extractors.assemble import assemble
from models.page import Box, FileFormat, Page, Ruling, SourceDocument
from models.reading import OrderLine

HEAD = """
PURCHASE ORDER
Order No.: PO-71044            Date: 05 March 2026
Buyer: Tarnbeck Water Ltd      Supplier: Ningbo Orrin Pump Co., Ltd
"""


def _said(line: OrderLine, name: str) -> tuple[str | None, bool] | None:
    found = getattr(line, name)
    return (found.value, found.sure) if found is not None else None


def _lines(heading: list[str], *rows: list[str], total: str = "Total 1,400.00") -> tuple[OrderLine, ...]:
    return assemble(form(HEAD, [heading, *rows], total)).lines


def test_the_second_of_two_prices_is_the_amount_where_quantity_and_rate_make_it() -> None:
    lines = _lines(
        ["No", "Goods", "Qty", "Rate £", "Price £"],
        ["1", "Line shaft bearing", "4", "250.00", "1,000.00"],
        ["2", "Wear ring", "8", "50.00", "400.00"],
    )
    assert [_said(line, "unit_price") for line in lines] == [("250.00", True), ("50.00", True)]
    assert [_said(line, "amount") for line in lines] == [("1000.00", True), ("400.00", True)]


def test_two_prices_that_no_quantity_makes_leave_the_amount_unread() -> None:
    lines = _lines(
        ["No", "Goods", "Qty", "Rate £", "Price £"],
        ["1", "Line shaft bearing", "4", "250.00", "240.00"],
        ["2", "Wear ring", "8", "50.00", "48.00"],
    )
    assert not any(line.amount and line.amount.sure for line in lines)


def test_a_currency_with_the_basis_of_the_tax_heads_amounts() -> None:
    lines = _lines(
        ["No", "What", "How many", "$ each ex GST", "$ ex GST"],
        ["1", "Mixer seal, inner", "4 ea", "250.00", "1,000.00"],
        ["2", "Mixer seal, outer", "8 ea", "50.00", "400.00"],
        total="Total ex GST (AUD) 1,400.00",
    )
    assert [_said(line, "description") for line in lines] == [
        ("Mixer seal, inner", True),
        ("Mixer seal, outer", True),
    ]
    assert [_said(line, "amount") for line in lines] == [("1000.00", True), ("400.00", True)]


def test_abbreviated_german_prices_are_prices() -> None:
    lines = _lines(
        ["Pos", "Bezeichnung", "Anzahl", "Einzelpr.", "Gesamtpr."],
        ["1", "Spaltring", "4", "250,00", "1.000,00"],
        ["2", "Laufrad", "8", "50,00", "400,00"],
        total="Summe netto 1.400,00",
    )
    assert [_said(line, "unit_price") for line in lines] == [("250.00", True), ("50.00", True)]
    assert [_said(line, "amount") for line in lines] == [("1000.00", True), ("400.00", True)]


@pytest.mark.parametrize("beside", ["Unit", "Colour"])
def test_number_heads_quantities_right_before_the_units(beside: str) -> None:
    unit = "pcs" if beside == "Unit" else "red"
    lines = _lines(
        ["Your no.", "Description", "Number", beside, "Price", "Sum"],
        ["10061201", "Lip seal", "4", unit, "250.00", "1,000.00"],
        ["10061202", "Friction block", "8", unit, "50.00", "400.00"],
    )
    assert [_said(line, "quantity") for line in lines] == [
        ("4", beside == "Unit"),
        ("8", beside == "Unit"),
    ]


def test_references_beside_models_are_the_numbers_of_the_items() -> None:
    lines = _lines(
        ["Ref", "Goods", "Model", "Qty", "Price", "Total"],
        ["B1", "Vertical pump", "VTQ-400-3", "4", "250.00", "1,000.00"],
        ["B2", "Supervision, per day", "SVC-ENG-N", "8", "50.00", "400.00"],
    )
    assert [_said(line, "line_number") for line in lines] == [("B1", False), ("B2", False)]
    assert [_said(line, "part_number") for line in lines] == [("VTQ-400-3", False), ("SVC-ENG-N", False)]


def test_references_without_models_beside_them_may_be_numbers_of_parts() -> None:
    lines = _lines(
        ["Ref", "Goods", "Qty", "Price", "Total"],
        ["B1", "Vertical pump", "4", "250.00", "1,000.00"],
        ["B2", "Horizontal pump", "8", "50.00", "400.00"],
    )
    assert [_said(line, "part_number") for line in lines] == [("B1", False), ("B2", False)]


def _below_a_group(lower: str) -> SourceDocument:
    """Return an order whose quantities stand below a blank cell, under a heading that spans two columns."""
    rows = [
        ["Pos.", "Description", "Quantity", "", "Price", "Amount"],
        ["", "", "", lower, "", ""],
        ["1", "Coupling", "4.00", "pcs", "250.00", "1,000.00"],
        ["2", "Sealing cord", "8.00", "m", "50.00", "400.00"],
    ]
    words, rulings = grid(rows, 150.0)
    xs = sorted({each.box.x0 for each in rulings if each.box.x0 == each.box.x1})
    ys = sorted({each.box.top for each in rulings if each.box.top == each.box.bottom})
    # Only the third and the fourth cell of the heading have a line below their first row.
    kept = [each for each in rulings if each.box.top != ys[1] or each.box.x0 == each.box.x1]
    kept.append(Ruling(Box(xs[2], ys[1], xs[4], ys[1])))
    split = xs[3]
    kept = [each for each in kept if not (each.box.x0 == each.box.x1 == split)]
    kept.append(Ruling(Box(split, ys[1], split, ys[-1])))
    head = [each for at, line in enumerate(HEAD.split("\n")) for each in words_of(line, 20, 20 + 16 * at)]
    head += words_of("Total 1,400.00", 20, 300)
    page = Page(1, 900.0, 1200.0, (*head, *words), tuple(kept))
    return SourceDocument(FileFormat.PDF, (page,), exact=False)


def test_a_blank_heading_below_a_spanning_one_bears_its_name() -> None:
    lines = assemble(_below_a_group("Unit")).lines
    assert [_said(line, "quantity") for line in lines] == [("4.00", True), ("8.00", True)]
    assert [_said(line, "unit") for line in lines] == [("pcs", True), ("m", True)]


def test_freight_and_crating_in_one_line_have_no_day_of_their_own() -> None:
    found = assemble(
        sheet(
            [
                ["PURCHASE ORDER", "", "PO-71044", "", "", ""],
                ["Date", "2026-03-05", "", "", "", ""],
                ["No", "Description", "Need date", "Qty", "Unit price USD", "Total USD"],
                ["1", "Gear pump", "2026-05-30", "4", "250.00", "1000.00"],
                ["2", "Air freight & crating", "", "1", "400.00", "400.00"],
                ["", "", "", "", "Total", "1400.00"],
            ]
        )
    ).lines
    assert [_said(line, "delivery_date") for line in found] == [("2026-05-30", True), None]


def test_a_thing_beside_a_charge_keeps_the_day_above_it_in_doubt() -> None:
    found = assemble(
        sheet(
            [
                ["PURCHASE ORDER", "", "PO-71044", "", "", ""],
                ["No", "Description", "Need date", "Qty", "Unit price USD", "Total USD"],
                ["1", "Gear pump", "2026-05-30", "4", "250.00", "1000.00"],
                ["2", "Gaskets & crating", "", "1", "400.00", "400.00"],
                ["", "", "", "", "Total", "1400.00"],
            ]
        )
    ).lines
    assert _said(found[1], "delivery_date") == ("2026-05-30", False)


SHIPPED = """
PURCHASE ORDER
PO # 71-0442

VENDOR                              SHIP TO
Ningbo Orrin Pump Co., Ltd.         Tarnbeck Fluid Power
27 Canal Road                       6110 N. Ridge Road
Ningbo 315000                       {town}

ITEM   DESCRIPTION    QTY   UNIT PRICE   TOTAL
1      Gear pump      4     250.00       1,000.00
TOTAL (USD) 1,000.00
"""


@pytest.mark.parametrize(
    ("town", "certain"), [("Springdale, MO 65803", True), ("see your account manager", False)]
)
def test_cells_below_each_other_are_a_whole_address_up_to_its_town(town: str, *, certain: bool) -> None:
    typed = paper(SHIPPED.format(town=town))
    page = replace(typed.pages[0], synthetic=True)
    place = assemble(SourceDocument(FileFormat.XLSX, (page,), exact=True)).header.delivery_place
    assert place is not None
    assert place.sure is certain
