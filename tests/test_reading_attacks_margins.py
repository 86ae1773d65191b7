"""Papers made to mislead the rules for menus, sections, notes, pages, seals and terms in two languages."""

import io
from collections.abc import Sequence
from dataclasses import replace

import openpyxl
import pytest
from paper import form, paper
from typed_orders import value

from extractors.assemble import assemble
from extractors.header.conditions.translated_terms import first_half
from extractors.readers import workbook
from models.page import FileFormat, SourceDocument
from models.reading import Field, Kind, Reading

HEAD = """
Purchase Order PO-77120
Order date: 2027-03-01
Buyer: Garran Zinc Ltd
Supplier: Beilan Sealing Technology (Tianjin) Co., Ltd.
Currency: EUR
"""
ITEMS = """
Item  Your part no.   Description      Qty   Unit   Unit price   Amount
1     10017521        Seal face        2     pc     10.00        20.00
2     10017522        Impeller         3     pc     20.00        60.00
Total EUR                                                        80.00
"""
ADDRESS = ("Garran Zinc Ltd", "Quay Road 4", "Hull HU1 2AB", "Great Britain")
CHINESE = ("宁嘉粮油加工公司", "岳阳市云溪区", "热电生产区", "张三先生")


def _told(field: Field | None) -> tuple[str | None, bool]:
    return value(field), field is not None and field.sure


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("Purchase Order", *ADDRESS, "Quotation", "QT-4711", "No.: PO-77120"), Kind.PURCHASE_ORDER),
        (("采购合同", *CHINESE, "报价单", "QT-4711", "编号：PO-77120"), Kind.CONTRACT),
        (
            (
                "Beilan Sealing Ltd",
                "66 Beilan Road",
                "Tianjin",
                "Tax Invoice",
                *ADDRESS,
                "Purchase Order",
                "PO-77120",
            ),
            Kind.INVOICE,
        ),
        (("Order Confirmation", *ADDRESS, "Purchase Order", "PO-77120"), Kind.OTHER),
        (("Delivery Note", *ADDRESS, "Purchase Order", "PO-77120"), Kind.OTHER),
        (("报价单", *CHINESE, "采购订单", "付款方式", "单号：QT-77120"), Kind.QUOTATION),
        (("Change Order", *ADDRESS, "Purchase Order", "PO-77120"), Kind.CHANGE_ORDER),
    ],
)
def test_an_address_below_a_title_is_no_menu(lines: Sequence[str], kind: Kind) -> None:
    assert assemble(paper("\n".join(lines) + "\n" + ITEMS)).kind is kind


def _book(*rows: Sequence[object]) -> Reading:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    head = [line.split(": ") for line in HEAD.strip().split("\n")]
    columns = ["Item", "Your part no.", "Description", "Qty", "Unit price", "Amount"]
    for row in (*head, [], columns, *rows):
        sheet.append([None if each == "" else each for each in row])
    data = io.BytesIO()
    book.save(data)
    return assemble(workbook.read(data.getvalue()))


FIRST, SECOND, THIRD = (
    [1, "10017521", "Seal face", 2, 10.0, 20.0],
    [2, "10017522", "Impeller", 3, 20.0, 60.0],
    [3, "10017523", "Sleeve", 3, 20.0, 60.0],
)


@pytest.mark.parametrize("title", ["Optional items (not ordered)", "Already delivered", "Price list 2027"])
def test_what_stands_below_an_empty_row_is_not_ordered(title: str) -> None:
    found = _book(FIRST, SECOND, ["Total", "", "", "", "", 80.0], [], [title], THIRD)
    assert [value(line.part_number) for line in found.lines] == ["10017521", "10017522"]


def test_an_alternative_below_an_empty_row_replaces_nothing() -> None:
    found = _book(FIRST, SECOND, [], ["Alternative offered, not ordered"], THIRD)
    assert [value(line.part_number) for line in found.lines] == ["10017521", "10017522"]


def test_terms_below_an_empty_row_are_no_item() -> None:
    typed = [
        ["1", "10017521", "Seal face", "2", "EUR 10.00", "EUR 20.00"],
        ["2", "10017522", "Impeller", "3", "EUR 20.00", "EUR 60.00"],
    ]
    found = _book(*typed, [], ["Payment terms", "30 days net", "Freight", "", "", "EUR 5.00"])
    assert len(found.lines) == 2
    assert value(found.header.payment_terms) == "30 days net"


ROWS = (
    ["Item", "Your part no.", "Description", "Qty", "Unit", "Unit price", "Amount"],
    ["1", "10017521", "Seal face", "2", "pc", "10.00", "20.00"],
    ["2", "10017522", "Impeller", "3", "pc", "20.00", "60.00"],
    ["", "Total EUR", "", "", "", "", "80.00"],
)


@pytest.mark.parametrize(
    ("name", "label", "said"),
    [("payment_terms", "Payment terms:", "30 days net"), ("delivery_place", "Deliver to:", "Hull, Gate 3")],
)
def test_a_label_between_items_keeps_its_value(name: str, label: str, said: str) -> None:
    heading, one, two, total = ROWS
    found = assemble(form(HEAD, [heading, one, [label, said, *[""] * 5], two, total]))
    assert len(found.lines) == 2
    assert value(getattr(found.header, name)) == said


def test_two_places_between_items_are_rivals() -> None:
    heading, one, two, total = ROWS
    places = [["Delivery address:", each, *[""] * 5] for each in ("Hull, Gate 3", "Leeds, Dock 2")]
    found = assemble(form(HEAD, [heading, one, places[0], two, places[1], total]))
    assert not _told(found.header.delivery_place)[1]


CARDS = """
Quotation QT-4711                          Payment within 30 days net
Vendor P/N       10017521                  Vendor P/N       10017522
Quantity         6 PCS                     Quantity         20 PCS
Unit price       42.50                     Unit price       50.00
Amount           255.00                    Amount           1,000.00

Pumps                                      Seals
Vendor P/N       10017523                  Vendor P/N       10017524
Quantity         4 PCS                     Quantity         2 PCS
Unit price       10.00                     Unit price       20.00
Amount           40.00                     Amount           40.00

Order total      1,335.00
"""


def test_terms_above_cards_are_no_names() -> None:
    header = assemble(paper(HEAD + CARDS)).header
    assert value(header.quotation_number) == "QT-4711"
    assert value(header.payment_terms) is not None


PARTED = """
Item   Description       Qty   Unit    Unit price        Amount
1      Hex bolt M12x60
       Your part no.: LP-33-8200
                         400   pc            7.24      2,896.00
2      Gasket DN45
       Your part no.: LP-33-8201
                         250   pc           93.52     23,380.00
3      O-ring FKM 80
       Your part no.: LP-33-8202
"""
REST = """
       Quotation no. QT-4711
       Payment 30 days net
                         200   pc            5.00      1,000.00
Total EUR                                             27,276.00
"""


def test_the_head_of_the_next_page_is_not_the_last_item_s() -> None:
    texts = (HEAD + PARTED, REST)
    pages = tuple(
        replace(paper(each.replace("\n\n", "\n")).pages[0], number=at) for at, each in enumerate(texts, 1)
    )
    header = assemble(SourceDocument(FileFormat.PDF, pages, exact=False)).header
    assert _told(header.quotation_number) == ("QT-4711", True)
    assert _told(header.payment_terms) == ("30 days net", True)


@pytest.mark.parametrize(
    "terms",
    [
        "出货后30天电汇 / 30 days before shipment",
        "电汇30天 / L/C 30 days at sight",
        "30%定金，70%见提单副本 / 70% in advance, 30% before shipment",
        "收票后30天 / L/C 30 days",
        "30%预付，70%验收后 / 30% in advance, 70% against documents",
        "30天信用证 / T/T 30 days",
    ],
)
def test_halves_that_differ_are_not_cut(terms: str) -> None:
    assert first_half(terms) == terms


ALIGNED = """
Buyer      Garran Zinc Ltd       Supplier   Beilan Sealing
Project    Hull refit            Currency   EUR
Payment    30 days after Invoice Date 15th of month
Incoterms  DAP Hull              Contact    J. Hall
Delivery   1 April 2027          Ref.       Mr. Hall
"""


def test_terms_that_reach_below_a_label_stay_whole() -> None:
    terms = assemble(paper("Purchase Order PO-77120" + ALIGNED + ITEMS)).header.payment_terms
    assert value(terms) == "30 days after Invoice Date 15th of month"


def test_a_label_of_two_lines_is_one() -> None:
    text = (
        "Purchase order PO-77120\nDate: 2027-03-01\nBuyer: Garran Zinc Ltd\n\n"
        "Receiver and             Hull Ports Ltd\ndelivery address:        Central Stores, Hull\n"
    )
    assert _told(assemble(paper(text + ITEMS)).header.delivery_place) != ("Central Stores, Hull", True)


RATED = """
1. Pump, your part no. 10055102, 2 pcs, unit price 10.00 EUR, amount 20.00 EUR
   Drawing: GA-1
2. Sleeve, your part no. 10055103, 2 pcs, unit price 15.00 EUR, amount 30.00 EUR
   Drawing: GA-2
   VAT: 20%
   Delivery date: 2027-07-09
Total: 50.00 EUR
"""


def test_a_rate_below_the_last_item_is_the_order_s() -> None:
    found = assemble(paper(HEAD + RATED))
    assert value(found.header.delivery_date) == "2027-07-09"


def test_an_item_with_parts_of_its_own_keeps_its_number() -> None:
    text = (
        "1. Pump CQB50, your code 10055102, quantity 2 pcs, unit price 10.00 EUR, amount 20.00 EUR, with:\n"
        "1. Sleeve C276, your code 10055177, quantity 2 pcs, unit price 15.00 EUR, amount 30.00 EUR\n"
        "2. Motor, your code 10055178, quantity 2 pcs, unit price 15.00 EUR, amount 30.00 EUR\n"
        "Total EUR 80.00\n"
    )
    assert "10055102" in {value(line.part_number) for line in assemble(paper(HEAD + text)).lines}
