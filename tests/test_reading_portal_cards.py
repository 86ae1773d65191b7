"""Orders as portals print them: cards with a title, its stage at the right, captions over values."""

from collections.abc import Sequence

import pytest
from paper import paper, words_of
from typed_orders import sure, told, value

from extractors.assemble import assemble
from extractors.kinds.titles import kind_of_title
from extractors.lines.columns import own_initials
from extractors.vocabulary.belonging import STAGE
from models.page import Box, Cell, FileFormat, Page, SourceDocument, Table, union
from models.reading import Reading

HEAD = """
Garran Pump Works Ltd
Purchase order GP-60318
Order date: 4 May 2026       Buyer: Garran Pump Works Ltd
Seller: Delta Seals GmbH     Currency: EUR

"""
CARDS = (
    ("Line 1    Cartridge seal CS20-45", "2 EA", "20.00", "40.00", "10061277", "GP-4410", "6-4410-02"),
    ("Line 2    Ring SSiC 45", "6 EA", "5.00", "30.00", "10061280", "GP-4417", "-"),
    ("Line 3    Shaft sleeve 45", "1 EA", "30.00", "30.00", "10061291", "GP-4421", "2-1190-14"),
)


def portal(
    stages: Sequence[str] = ("Ordered · awaiting confirmation",) * 3,
    *,
    own: str = "GPW item",
    below: str = "",
    head: str = HEAD,
) -> Reading:
    """Return the reading of an order of three cards, each with a stage at the right of its title."""
    lines = [head]
    for (title, count, price, amount, part, ours, drawing), stage in zip(CARDS, stages, strict=True):
        lines += [f"{title:<60}{stage}"]
        lines += [f"{'Quantity':<20}{'Unit price':<20}{'Line total':<20}"]
        lines += [f"{count:<20}{price:<20}{amount:<20}"]
        lines += [f"{'Supplier part no.':<20}{own:<20}{'Drawing':<20}"]
        lines += [f"{part:<20}{ours:<20}{drawing:<20}", ""]
    return assemble(paper("\n".join([*lines, f"{'':<40}Order total EUR 100.00", below])))


def test_the_stage_beside_the_title_of_a_card_is_no_part_of_the_name() -> None:
    found = portal()
    assert told(found.lines, "line_number", "description") == [
        ("1", "Cartridge seal CS20-45"),
        ("2", "Ring SSiC 45"),
        ("3", "Shaft sleeve 45"),
    ]
    assert sure(found.lines, "description") == [True, True, True]
    assert sure(found.lines, "amount") == [True, True, True]


def test_what_stands_there_and_is_no_stage_is_never_lost() -> None:
    found = portal(("Ordered", "with Alloy 718 bellows", "Ordered"))
    assert told(found.lines, "description")[1] == ("Ring SSiC 45 with Alloy 718 bellows",)


@pytest.mark.parametrize("stage", ["Cancelled", "Closed", "Ordered 4 of 6", "已取消", "未发货2件"])
def test_what_ends_an_order_or_counts_is_no_stage(stage: str) -> None:
    assert STAGE.fullmatch(stage) is None


@pytest.mark.parametrize("stage", ["未发货", "待供应商确认", "Partially shipped", "open"])
def test_stages_of_portals_are_known(stage: str) -> None:
    assert STAGE.fullmatch(stage)


def test_a_caption_with_the_writers_initials_heads_the_writers_numbers() -> None:
    found = portal()
    assert told(found.lines, "part_number", "customer_part_number") == [
        ("10061277", "GP-4410"),
        ("10061280", "GP-4417"),
        ("10061291", "GP-4421"),
    ]


def test_a_caption_with_other_initials_says_nothing_for_sure() -> None:
    assert not any(sure(portal(own="QXZ item").lines, "customer_part_number"))
    assert own_initials.own_number("GPW price", frozenset({"GPW"})) is None
    assert own_initials.own_number("Qty item", frozenset({"Qty"})) is None


def test_a_dash_under_a_caption_says_that_there_is_nothing() -> None:
    assert [line.drawing_number is None for line in portal().lines] == [False, True, False]


def test_a_log_with_times_below_the_total_goes_on_reckoning_nothing() -> None:
    log = "4 May 2026 09:12     Approved, authority     25,000.00"
    total = portal(below=log).header.total_amount
    assert total is not None
    assert total.sure


def test_an_amount_below_the_total_may_be_the_last_sum() -> None:
    total = portal(below="4 May 2026           Zahlbetrag              95,00").header.total_amount
    assert total is not None
    assert not total.sure


def test_the_address_of_a_page_is_no_number_of_an_order() -> None:
    number = portal(below="https://portal.example/orders/0060318/print?v=1").header.document_number
    assert number is not None
    assert number.sure
    assert number.value == "GP-60318"


@pytest.mark.parametrize("text", ["Acknowledge", "Confirm"])
def test_what_a_portal_lets_one_do_is_no_title(text: str) -> None:
    date = portal(head=f"{text}\n{HEAD}").header.document_date
    assert date is not None
    assert date.sure


@pytest.mark.parametrize("text", ["ORDER ACKNOWLEDGEMENT", "Confirmation of order"])
def test_the_title_of_an_answer_leaves_all_open(text: str) -> None:
    date = portal(head=f"{text}\n{HEAD}").header.document_date
    assert kind_of_title(text) is None or date is None or not date.sure


HEADS = (("名称", "图号", "我方编码", "贵方编码"), ("数量", "单位", "单价", "金额"))


def sheet(cards: Sequence[tuple[str, Sequence[str], Sequence[str]]], total: str) -> Reading:
    """Return the reading of cards whose captions and values each have a cell of their own."""
    words, tables, top = [], [], 90.0
    for at, text in enumerate(
        ("采购订单", "订单号：QD-2207", "采购方：青东动力设备有限公司", "交货日期：2026-09-18")
    ):
        words += words_of(text, 30.0, 20.0 + at * 16.0)
    for title, upper, lower in cards:
        words += words_of(title, 32.0, top)
        cells = []
        for row, texts in enumerate((HEADS[0], upper, HEADS[1], lower)):
            for column, text in enumerate(texts):
                box = Box(30.0 + 100 * column, top + 14 + 16 * row, 130.0 + 100 * column, top + 30 + 16 * row)
                inner = words_of(text, box.x0 + 4, box.top + 3)
                cells.append(Cell(row, column, box, tuple(inner)))
                words += inner
        tables.append(Table(union(cell.box for cell in cells), 4, 4, tuple(cells)))
        top += 96.0
    words += words_of(f"合计（含税）：{total}", 30.0, top)
    page = Page(1, 700.0, 900.0, tuple(words), tables=tuple(tables))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False))


ITEMS = (
    ("第 1 项", ("机械密封", "6-4410-02", "QD.12.0088", "10052533"), ("3", "套", "20.00", "60.00")),
    ("第 2 项", ("轴套", "无", "QD.07.0231", "10080318"), ("6", "件", "5.00", "30.00")),
)


def test_captions_in_cells_over_values_in_cells_make_cards() -> None:
    found = sheet(ITEMS, "90.00")
    assert told(found.lines, "line_number", "description", "part_number", "customer_part_number", "unit") == [
        ("1", "机械密封", "10052533", "QD.12.0088", "套"),
        ("2", "轴套", "10080318", "QD.07.0231", "件"),
    ]
    assert told(found.lines, "drawing_number", "amount") == [("6-4410-02", "60.00"), (None, "30.00")]
    assert value(found.header.document_number) == "QD-2207"


def test_cards_that_miss_the_total_are_not_sure_of_their_amounts() -> None:
    found = sheet(ITEMS, "95.00")
    assert not (found.header.total_amount and found.header.total_amount.sure)


def cards_with(note: str) -> Reading:
    """Return the reading of two cards of which the first has a note."""
    text = """
采购订单 HD-2207
采购方：华鼎化工有限公司        日期：2026-05-04

行 1 机械密封 40
物资编码              供方产品编码          订购数量
030411-00872          10061207              2套
含税单价              含税金额              要求到货
20.00                 40.00                 2026-09-18
%s

行 2 维修包 40
物资编码              供方产品编码          订购数量
030411-00905          10061280              4套
含税单价              含税金额              要求到货
5.00                  20.00                 2026-09-18

合计含税金额 60.00
"""
    return assemble(paper(text % note))


def test_an_old_number_that_a_remark_remembers_is_no_rival() -> None:
    found = cards_with("备注：替代旧密封（旧编码030411-00518），安装尺寸不变。")
    assert sure(found.lines, "customer_part_number") == [True, True]


@pytest.mark.parametrize(
    "note",
    [
        "备注：请仍按旧编码030411-00518供货",
        "备注：改为030411-00518",
        "备注：新编码030411-00518，旧编码030411-00872",
    ],
)
def test_another_number_that_a_remark_asks_for_is_a_rival(note: str) -> None:
    assert not sure(cards_with(note).lines, "customer_part_number")[0]
