"""Sheets and rows beside an order: former prices, notes between items, own names in headings, other taxes."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from paper import paper, sheet, words_of
from typed_orders import sure, told, value

from extractors.assemble import assemble
from extractors.header.sums import spoken_totals
from extractors.lines.doubts.doubtful_items import FORMER_PRICE
from extractors.lines.tables import table_titles
from extractors.page.runs import runs_of
from models.page import Box, Cell, FileFormat, Page, SourceDocument, Table, Word, union
from models.reading import Reading

HEAD: Sequence[Sequence[str]] = [
    ["采购订单", "", "", "", "", "", ""],
    ["订单编号", "PO-7781-118", "", "采购方", "江城化工有限公司", "", ""],
    ["订单日期", "2026-05-04", "", "币种", "人民币", "", ""],
    ["", "", "", "", "", "", ""],
    ["序号", "供方编码", "名称", "数量", "单位", "含税单价", "含税金额"],
]
ROWS: Sequence[Sequence[str]] = [
    ["1", "10023177", "机械密封", "2", "套", "20.00", "40.00"],
    ["2", "10023188", "轴套", "3", "件", "10.00", "30.00"],
]
TOTAL: Sequence[str] = ["合计", "", "", "", "", "", "70.00"]
FORMER: Sequence[Sequence[str]] = [
    ["编码", "名称", "数量", "单价", "订单号", "日期"],
    ["10023177", "机械密封", "2", "18.00", "PO-7702-044", "2025-03-11"],
    ["10023188", "轴套", "8", "9.50", "PO-7691-201", "2024-10-27"],
]


def named(document: SourceDocument, name: str, number: int) -> Page:
    """Return the only page of a sheet under another name and number."""
    page = document.pages[0]

    def where(place: str | None) -> str:
        return f"{name}!{(place or '').rpartition('!')[2]}"

    words = {id(word): replace(word, where=where(word.where)) for word in page.words}
    tables = tuple(
        replace(
            table,
            cells=tuple(
                replace(cell, words=tuple(words[id(word)] for word in cell.words), where=where(cell.where))
                for cell in table.cells
            ),
        )
        for table in page.tables
    )
    return replace(page, number=number, words=tuple(words.values()), tables=tables)


def book(name: str) -> Reading:
    """Return the reading of a book whose second sheet lists what was bought before, under some name."""
    order = sheet([*HEAD, *ROWS, TOTAL])
    return assemble(replace(order, pages=(*order.pages, named(sheet(FORMER), name, 2))))


@pytest.mark.parametrize("name", ["历史采购价", "Price history", "上次订单", "Stock"])
def test_a_sheet_named_after_something_else_is_no_rival_of_the_order(name: str) -> None:
    found = book(name)
    assert found.header.document_number is not None
    assert found.header.document_number.sure
    assert found.header.total_amount is not None
    assert found.header.total_amount.sure
    assert told(found.lines, "quantity", "unit_price") == [("2", "20.00"), ("3", "10.00")]


@pytest.mark.parametrize("name", ["Sheet2", "明细", "本次订单"])
def test_a_sheet_under_any_other_name_may_be_the_orders(name: str) -> None:
    total = book(name).header.total_amount
    assert total is not None
    assert not total.sure


def test_the_first_sheet_is_read_whatever_its_name_is() -> None:
    page = named(sheet([*HEAD, *ROWS, TOTAL]), "库存", 1)
    assert not table_titles.is_aside(page)


def noted(note: str) -> Reading:
    """Return the reading of an order with a note in a row below its first item."""
    return assemble(sheet([*HEAD, ROWS[0], ["", note, "", "", "", "", ""], ROWS[1], TOTAL]))


@pytest.mark.parametrize("note", ["备注：本项作废", "注：本项取消", "备注：本项暂不订"])
def test_a_labelled_note_that_takes_an_item_back_opens_it(note: str) -> None:
    assert sure(noted(note).lines, "quantity") == [False, True]


def test_a_former_price_that_no_longer_holds_opens_nothing() -> None:
    assert sure(noted("备注：2025年单价18.50元作废").lines, "quantity") == [True, True]
    assert FORMER_PRICE.search("本项单价18.50元作废") is None


GROUPED = """
                       采购订单
订单编号：PO-7781-118    订单日期：2026-05-04
采购方：江城化工有限公司
供方：某某密封有限公司
"""


def owned(heading: str, *, buyer: str = "临江海岳装备有限公司", seller: str = "天源密封有限公司") -> Reading:
    """Return the reading of an order whose first column of numbers has this heading."""
    text = f"""
采购订单 PO-7781-118
采购方：{buyer}
供方：{seller}
日期：2026-05-04

项    {heading}      货品             订量     单价(含税)      价款(元)
1     HY-70118       机械密封 40      2套      20.00           40.00
      供方物料 LP-21-4700
2     HY-70133       轴套 40          3件      10.00           30.00
      供方物料 LP-14-9801
                                            总计（含增值税13%）  70.00
"""
    return assemble(paper(text))


@pytest.mark.parametrize("heading", ["海岳料号", "装备料号", "国标料号"])
def test_a_part_of_the_writers_name_in_a_heading_is_proposed_and_not_sure(heading: str) -> None:
    found = owned(heading).lines
    assert told(found, "customer_part_number") == [("HY-70118",), ("HY-70133",)]
    assert sure(found, "customer_part_number") == [False, False]


def typed(below: str, *, vendor: str = "") -> Reading:
    text = f"""
                       Purchase order
Purchase order no.: PO-55170     {vendor}
Date: 12 March 2026
Buyer: Nordkai Pumps Ltd
Seller: Delta Seals GmbH
Currency: EUR

Pos   Your part no.   Description        Qty   Unit   Unit price   Amount    Required in store
10    10023177        Mechanical seal    4     pcs    320.00       1,280.00  4 June 2026
20    10023188        Shaft sleeve       10    pcs    65.00        650.00    4 June 2026
                                                      Total EUR    1,930.00
{below}
"""
    return assemble(paper(text))


def test_the_rate_of_a_tax_that_is_withheld_is_none_of_the_order() -> None:
    assert typed("\n\n4   Withholding tax 5 % applies to services only").header.tax_rate is None
    rate = typed("\n\n4   VAT 5 % applies, withholding tax 5 % as well").header.tax_rate
    assert rate is None or value(rate) in {None, "5"}


def test_goods_required_in_store_are_due_then() -> None:
    found = typed("").lines
    assert told(found, "delivery_date") == [("2026-06-04",), ("2026-06-04",)]
    assert sure(found, "delivery_date") == [True, True]


def test_what_somebody_may_sign_for_is_no_sum() -> None:
    total = typed("\n                               Approved up to EUR 50,000.00").header.total_amount
    assert total is not None
    assert total.sure
    total = typed("\n                               Approved amount EUR 1,900.00").header.total_amount
    assert total is not None
    assert not total.sure


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("每逾期一日支付合同总价1‰的违约金", []),
        ("累计不超过合同总额5％", []),
        ("以上价款合计30,539.38元", ["30,539.38元"]),
    ],
)
def test_a_share_of_the_total_is_no_total(text: str, sums: list[str]) -> None:
    page = paper(text).pages[0]
    assert [each.text for each in spoken_totals.find(runs_of(page, page.words))] == sums


def test_the_number_under_which_a_buyer_keeps_its_supplier_is_no_offer() -> None:
    text = GROUPED + "供商代号：0752\n序号   供方编码   名称   数量   单位   含税单价   含税金额\n"
    rows = "1   10023177   机械密封   2   套   20.00   40.00\n合计                                   40.00"
    assert assemble(paper(text + rows)).header.quotation_number is None


def grouped(*notes: str) -> Reading:
    """Return the reading of a drawn table under a group of headings, notes over the group below items."""
    rows: list[list[tuple[int, int, str]]] = [
        [(0, 1, ""), (1, 3, "物资"), (4, 2, "订购"), (6, 2, "含税价格")],
        [
            (at, 1, text)
            for at, text in enumerate(["项次", "编码", "名称", "图号", "数量", "单位", "单价", "金额"])
        ],
    ]
    for at, note in enumerate(notes, 1):
        texts = [str(at), f"100231{at}7", "轴套", f"6-44{at}0-02", "2", "件", "10.00", "20.00"]
        rows.append([(column, 1, text) for column, text in enumerate(texts)])
        rows += [[(1, 3, note)]] if note else []
    rows.append([(1, 3, "总计（含税）"), (7, 1, f"{20 * len(notes)}.00")])
    cells: list[Cell] = []
    words: list[Word] = []
    for at, row in enumerate(rows):
        for column, span, text in row:
            box = Box(20.0 + 90 * column, 100.0 + 16 * at, 20.0 + 90 * (column + span), 116.0 + 16 * at)
            inner = tuple(words_of(text, box.x0 + 3, box.top + 3))
            cells.append(Cell(at, column, box, inner, column_span=span))
            words += inner
    for at, text in enumerate(
        ["采购订单", "订单编号：PO-7781-118", "采购方：江城化工有限公司", "日期：2026-05-04"]
    ):
        words += words_of(text, 20.0, 20.0 + 16 * at)
    table = Table(union(cell.box for cell in cells), len(rows), 8, tuple(cells))
    page = Page(1, 800.0, 900.0, tuple(words), tables=(table,))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False))


def test_a_note_under_one_item_is_no_upper_row_of_the_next() -> None:
    found = grouped("注：附动平衡报告，本项作废", "", "").lines
    assert told(found, "line_number", "part_number") == [
        ("1", "10023117"),
        ("2", "10023127"),
        ("3", "10023137"),
    ]
    assert sure(found, "quantity") == [False, True, True]


def lettered(heading: str, head: str) -> Reading:
    """Return the reading of an order whose second column of numbers has this heading."""
    text = f"""
{head}
                       Purchase order
Order no.: PO-55170      Date: 12 March 2026      Currency: EUR

#    {heading:<16} Goods              How many   Each       Amount
1    HY-70118         Seal 40            2 pcs      20.00      40.00
     Supplier P/N 10061144
2    HY-70133         Sleeve 40          3 pcs      10.00      30.00
     Supplier P/N 10061147
                                                    Total EUR  70.00
"""
    return assemble(paper(text))


def test_a_word_of_the_buyers_name_heads_the_buyers_numbers() -> None:
    found = lettered("Nordkai code", "Buyer: Nordkai Pumps Ltd\nSupplier: Delta Seals GmbH").lines
    assert told(found, "customer_part_number") == [("HY-70118",), ("HY-70133",)]


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        ("Delta code", "Delta Seals GmbH\nKade 7, 3087 Rotterdam"),
        ("Delta code", "Nordkai Pumps Ltd\nDelta Seals GmbH"),
        ("Nordkai code", "Buyer: Nordkai Pumps Ltd\nSupplier: Nordkai Seals GmbH"),
        ("Pumps code", "Buyer: Nordkai Pumps Ltd\nSupplier: Delta Seals GmbH"),
    ],
)
def test_a_word_of_whom_the_paper_may_be_sent_to_proves_nothing(heading: str, head: str) -> None:
    assert sure(lettered(heading, head).lines, "customer_part_number") == [False, False]
