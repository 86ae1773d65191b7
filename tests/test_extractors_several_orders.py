"""Several orders in one file, and orders whose own data stand on every line."""

from dataclasses import replace

from paper import paper, sheet

from extractors.assemble import assemble
from extractors.structured.documents import readings
from models.page import SourceDocument
from models.reading import Field, Kind

TABLE = """
Item   Description     Qty    Price    Amount
1      Shaft sleeve    4      10.00    40.00
Total                                  40.00
"""


def pages(*texts: str) -> SourceDocument:
    each = [paper(text) for text in texts]
    numbered = tuple(replace(document.pages[0], number=at) for at, document in enumerate(each, 1))
    return replace(each[0], pages=numbered)


def value(field: Field | None) -> str | None:
    return field.value if field else None


def test_a_page_with_another_number_in_the_same_place_begins_an_order() -> None:
    first = f"Delta Works GmbH - Purchase Order P-101263\n{TABLE}"
    found = readings(pages(first, first.replace("P-101263", "P-101280")))
    assert [value(each.header.document_number) for each in found] == ["P-101263", "P-101280"]
    assert [each.pages for each in found] == [(1, 1), (2, 2)]


def test_orders_that_say_their_number_in_a_sentence_are_told_by_their_offers() -> None:
    head = "Official Order\nQuote number: 20031123\nWe hereby place order no. P-101263 dated 11 May 2026.\n"
    first = head + TABLE
    other = first.replace("20031123", "20031137").replace("P-101263", "P-101280")
    assert [each.pages for each in readings(pages(first, other))] == [(1, 1), (2, 2)]
    assert len(readings(pages(first, first))) == 1, "a running head with the same offer"
    prose = other.replace("Official Order", "Notes")
    assert len(readings(pages(first, prose))) == 1, "a page without an order's title is none"


def test_a_running_head_with_the_same_number_begins_none() -> None:
    first = f"Order no.: P-101263\n{TABLE}"
    assert len(readings(pages(first, "Order no.: P-101263\nTerms of payment: 30 days net"))) == 1


def test_a_number_that_a_later_page_speaks_of_elsewhere_begins_none() -> None:
    first = f"Order no.: P-101263\n{TABLE}"
    other = "Please return this page\n\n\n\n\nwith Order no.: P-900000 of last year"
    assert len(readings(pages(first, other))) == 1


def test_the_numbers_of_cards_on_two_pages_begin_none() -> None:
    def cards(*numbers: str) -> str:
        return "".join(
            f"No.: {each}\nDescription: Gland {each}\nQty: 2 pcs\nAmount: 4.00\n\n" for each in numbers
        )

    first = "Order no.: P-101263\n\n" + cards("00001", "00002")
    assert len(readings(pages(first, "Please supply as well\n\n" + cards("00003", "00004")))) == 1
    other = cards("00003", "00004").replace("No.: 00003", "Order no.: P-101280", 1)
    assert len(readings(pages(first, other))) == 2, "an order's own label"
    plain = "Purchase order\nNo.: 4711002\n\nSupplier\nNo.: 30418\n" + TABLE
    assert len(readings(pages(plain, plain.replace("4711002", "4711003")))) == 2, "numbers that count nothing"


HEAD = [
    *"PO Number,PO Date,Buyer Name,Ship To,Currency,Line,Description,Qty,Unit Price,Amount".split(","),
]
OWN = ["45-7788", "2026-03-03", "Harbour Works Ltd", "12 Quay Road, Harbourton", "USD"]


def test_columns_that_repeat_the_orders_own_data_are_header_fields() -> None:
    rows = [
        HEAD,
        [*OWN, "1", "Mechanical seal", "2", "1100.00", "2200.00"],
        [*OWN, "2", "Bearing", "3", "200.00", "600.00"],
    ]
    reading = assemble(sheet(rows))
    header = reading.header
    found = (header.document_number, header.document_date, header.customer, header.delivery_place)
    assert [value(each) for each in found] == OWN[:4]
    assert value(header.currency) == "USD"
    assert [value(line.amount) for line in reading.lines] == ["2200.00", "600.00"]


def test_a_column_with_several_numbers_leaves_the_number_open() -> None:
    rows = [
        HEAD,
        [*OWN, "1", "Mechanical seal", "2", "1100.00", "2200.00"],
        ["45-7789", *OWN[1:], "2", "Bearing", "3", "200.00", "600.00"],
    ]
    number = assemble(sheet(rows)).header.document_number
    assert number is not None
    assert not number.sure


def test_a_contract_behind_what_was_agreed_of_the_technology_is_a_paper_of_its_own() -> None:
    technical = "技术协议\n\n甲方：青岚湾化工有限公司\n\n1 总则：本协议适用于装置用机械密封。\n"
    contract = "商务合同\n\n合同编号：HT-2026-0117\n\n" + TABLE
    found = readings(pages(technical, contract))
    assert [each.kind for each in found] == [Kind.TECHNICAL_AGREEMENT, Kind.CONTRACT]
    assert value(found[1].header.document_number) == "HT-2026-0117"
    assert len(readings(pages(contract, technical))) == 1, "an annex stays with its contract"


def test_an_order_behind_a_comparison_of_offers_has_its_own_lines_only() -> None:
    compared = "采购比价表\n\n日期：2026-01-25\n\n" + TABLE.replace("10.00", "11.00").replace(
        "40.00", "44.00"
    )
    order = "采购订单\n\n订单编号：PO26011331\n\n" + TABLE
    first, second = readings(pages(compared, order))
    assert first.kind is Kind.OTHER
    assert [value(each.unit_price) for each in second.lines] == ["10.00"]


HEAD_AGAIN = """
Official Order
With this order {number} we order from Some Sealing Co., Ltd.:
Order date: {date}
"""


def orders_in(*heads: tuple[str, str], table: str = TABLE, foot: str = "") -> int:
    texts = (HEAD_AGAIN.format(number=number, date=date) + table + foot for number, date in heads)
    return len(readings(pages(*texts)))


def test_the_same_title_with_another_day_begins_an_order() -> None:
    assert orders_in(("our order", "3 May 2026"), ("our order", "9 May 2026")) == 2
    assert orders_in(("our order", "3 May 2026"), ("our order", "3 May 2026")) == 1


def test_the_same_title_with_a_number_in_a_sentence_and_a_total_of_its_own_begins_an_order() -> None:
    heads = ("no. P-101263", "3 May 2026"), ("no. P-101280", "3 May 2026")
    assert orders_in(*heads) == 2
    assert orders_in(*heads, table=TABLE.replace("Total ", "Carried")) == 1, "one total for both pages"
    assert orders_in(heads[0], heads[0]) == 1


def test_offers_named_below_the_items_tell_orders_with_the_same_title() -> None:
    texts = [
        f"Official Order\n{TABLE}\n\n\n\n\nOur reference to your quotation no. {number}"
        for number in ("20031123", "20031137")
    ]
    assert len(readings(pages(*texts))) == 2
    assert len(readings(pages(texts[0], texts[0]))) == 1
