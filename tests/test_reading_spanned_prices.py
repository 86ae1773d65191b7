"""Headings that span prices of several kinds, prices told in lines below items, and other columns."""

from collections.abc import Sequence

import pytest
from paper import words_of
from typed_orders import read, sure, told, value

from extractors.assemble import assemble
from extractors.header.sides import contact_persons
from extractors.lines.columns import unit_columns
from extractors.lines.headings import recognise
from extractors.lines.item_table import NUMBER
from models.page import FileFormat, Page, SourceDocument, Word
from models.reading import Reading

HEAD = (
    "Nordkai Pumps Ltd",
    "PURCHASE ORDER  PO-55170",
    "Date: 12 March 2026   Currency: EUR",
    "Seller: Delta Seals GmbH",
)


def spread(
    heading: Sequence[Sequence[tuple[float, str]]], rows: Sequence[Sequence[tuple[float, str]]]
) -> Reading:
    """Return the reading of an order whose heading has three lines, half a line apart."""
    words: list[Word] = []
    for at, text in enumerate(HEAD):
        words += words_of(text, 30.0, 20.0 + 16 * at)
    for top, line in zip((120.0, 126.0, 132.0), heading, strict=True):
        for x, text in line:
            words += words_of(text, x, top)
    for at, row in enumerate(rows):
        for x, text in row:
            words += words_of(text, x, 160.0 + 18 * at)
    page = Page(1, 900.0, 1200.0, tuple(words))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False))


DISCOUNTED = (
    ((330.0, "Quantity"), (470.0, "Price per piece in EUR"), (660.0, "Value")),
    ((30.0, "Item"), (70.0, "Your article"), (170.0, "Designation")),
    (
        (310.0, "Ordered"),
        (370.0, "Unit"),
        (440.0, "List"),
        (500.0, "Disc. %"),
        (590.0, "Net"),
        (665.0, "EUR"),
    ),
)


def discounted(nets: Sequence[tuple[str, str]], total: str) -> Reading:
    """Return the reading of an order of two items with a list price, a discount, and these nets."""
    places = (30.0, 70.0, 170.0, 330.0, 370.0, 440.0)
    texts = (
        ("10", "10052281", "Seal 65", "3", "pcs", "40.00"),
        ("20", "10052284", "Seat 65", "2", "pcs", "20.00"),
    )
    rows = [list(zip(places, each, strict=True)) for each in texts]
    for row, (net, amount) in zip(rows, nets, strict=True):
        row += [(510.0, "25.0"), (585.0, net), (650.0, amount)]
    return spread(DISCOUNTED, [*rows, [(470.0, "Total order value"), (640.0, total)]])


def test_a_heading_spans_those_below_it_past_headings_of_one_line() -> None:
    found = discounted([("30.00", "90.00"), ("15.00", "30.00")], "EUR 120.00")
    assert told(found.lines, "quantity", "unit", "unit_price", "amount") == [
        ("3", "pcs", "30.00", "90.00"),
        ("2", "pcs", "15.00", "30.00"),
    ]
    assert sure(found.lines, "unit_price") == [True, True]
    assert found.header.total_amount is not None
    assert found.header.total_amount.sure


def test_prices_that_make_no_amounts_are_never_sure() -> None:
    found = discounted([("30.00", "120.00"), ("15.00", "40.00")], "EUR 160.00")
    assert sure(found.lines, "unit_price") == [False, False]


TAXED = (
    ((330.0, "Unit price (EUR)"), (560.0, "Amount (EUR)")),
    ((30.0, "#"), (60.0, "Supplier P/N"), (150.0, "Description"), (250.0, "Qty")),
    ((290.0, "excl. VAT"), (370.0, "VAT"), (420.0, "incl. VAT"), (520.0, "excl. VAT"), (610.0, "incl. VAT")),
)


def taxed(*taxes: str) -> Reading:
    """Return the reading of an order that states each price without the tax, the tax, and with it."""
    rows = [
        [(30.0, "1"), (60.0, "10061144"), (150.0, "Seal 35"), (250.0, "5"), (290.0, "2,640.00")],
        [(30.0, "2"), (60.0, "10061147"), (150.0, "Ring 35"), (250.0, "4"), (290.0, "100.00")],
    ]
    rests = (("2,983.20", "13,200.00", "14,916.00"), ("113.00", "400.00", "452.00"))
    for row, tax, rest in zip(rows, taxes, rests, strict=True):
        row += [(370.0, tax), *zip((420.0, 520.0, 610.0), rest, strict=True)]
    sums = [(420.0, "Sum"), (520.0, "13,600.00"), (610.0, "15,368.00")]
    return spread(TAXED, [*rows, sums, [(440.0, "Order total incl. VAT"), (610.0, "15,368.00")]])


def test_what_the_tax_of_a_price_comes_to_is_no_rate() -> None:
    found = taxed("343.20", "13.00")
    nets = [("2640.00", "13200.00"), ("100.00", "400.00")]
    assert told(found.lines, "unit_price", "amount") in (
        nets,
        [("2983.20", "14916.00"), ("113.00", "452.00")],
    )
    assert found.header.tax_rate is None or value(found.header.tax_rate) not in {"343.20", "13.00"}


def test_a_rate_in_such_a_column_stays_one() -> None:
    assert value(taxed("13 %", "13 %").header.tax_rate) == "13"


LADDER = """
Item     Material / Description                 Qty    UoM                  Price     Net value EUR
00010    Shaft sleeve 316L 60                   4      EA
         Your material number 10062288
         Gross price                                           50.00 EUR / 1 EA
         Vendor discount                                                5.0- %
         Net price                                             47.50 EUR / 1 EA       190.00
00020    O-ring, FKM 60                         200    PC
         Your material number 10071955
         Net price                                          30.00 EUR / 100 PC         60.00
                                                Total net value            EUR        TOTAL
"""


def test_the_net_price_below_an_item_is_its_price_with_currency_and_base() -> None:
    found = read(LADDER.replace("TOTAL", "250.00")).lines
    assert told(found, "quantity", "unit_price", "price_per", "amount") == [
        ("4", "47.50", "1", "190.00"),
        ("200", "30.00", "100", "60.00"),
    ]
    assert sure(found, "unit_price") == [True, True]


def test_net_prices_that_miss_the_total_leave_it_open() -> None:
    found = read(LADDER.replace("TOTAL", "270.00")).header.total_amount
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize("text", ["494.00 USD / 1 EA", "312.00 USD/100 PC", "12.50 EUR / kg"])
def test_a_price_may_bear_its_currency_before_its_base(text: str) -> None:
    assert NUMBER.match(text)


@pytest.mark.parametrize("text", ["4410 REV / B", "40 bar USD list", "BF-20"])
def test_other_letters_before_a_stroke_make_no_number(text: str) -> None:
    assert NUMBER.match(text) is None


@pytest.mark.parametrize("text", ["Merkur code", "Stock ring"])
def test_two_letters_of_a_longer_word_are_no_heading(text: str) -> None:
    found = recognise(text)
    assert found is None or not found.exact or found.role is None or found.role != "unit"


def test_two_letters_alone_are_one() -> None:
    found = recognise("ME")
    assert found is not None
    assert found.role == "unit"


def test_a_number_and_its_unit_set_apart_below_a_heading_of_both_are_a_quantity() -> None:
    text = """
采购单位：江城化工有限公司
项    编码        品名          数量单位      单价       金额
010   10061377    机械密封      6   套        20.00      120.00
020   10080201    轴承          20  件        5.00       100.00
                                              合计       220.00
"""
    found = read(text).lines
    assert told(found, "quantity", "unit") == [("6", "套"), ("20", "件")]
    assert sure(found, "quantity") == [True, True]
    assert unit_columns.ENDS.search("数量单位")


@pytest.mark.parametrize("text", ["Rio Tinto 418-555-0121", "Rio Tinto, ext. 318"])
def test_who_has_a_number_to_call_may_be_a_company(text: str) -> None:
    assert contact_persons.may_be_company(text)


def typed(*lines: str) -> Reading:
    body = """
Pos   Your part no.   Description        Qty   Unit   Unit price   Amount
10    10023177        Mechanical seal    4     pcs    320.00       1,280.00
                                                      Total EUR    1,280.00
"""
    return read("\n".join([*lines, "", body]))


@pytest.mark.parametrize("label", ["REQD DATE", "Req'd date", "Date reqd"])
def test_the_day_that_goods_are_required_is_that_of_delivery(label: str) -> None:
    found = typed(f"{label}: 30 June 2026").header.delivery_date
    assert value(found) == "2026-06-30"
    assert found is not None
    assert found.sure


def test_the_code_of_a_buyer_is_nobody_else() -> None:
    assert contact_persons.is_own("RJ 07")
    assert not contact_persons.is_own("RJ 70771")
    assert not contact_persons.is_own("ABB")
