"""Cards with captions above their values, side by side or below each other, and what only looks like them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

import pytest
from paper import paper, words_of

from extractors.assemble import assemble
from models.page import Box, Cell, FileFormat, Page, SourceDocument, Table, union
from models.reading import Field, OrderLine

WIDTH = 20


def row(*cells: str) -> str:
    """Return cells of one width as a line."""
    return "".join(
        cell + " " * (WIDTH - sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in cell))
        for cell in cells
    )


HEADS = (("供方物料号", "我司编码", "订购数量"), ("含税单价", "含税小计", "要求到货"))
CARDS = (
    ("1 机械密封 CS20-50", ("10061277", "HD-03-0117", "6 套"), ("20.00", "120.00", "2027-09-18")),
    ("2 静环 SSiC 50×12.5", ("10061280", "HD-03-0142", "20 件"), ("5.00", "100.00", "2027-09-20")),
    ("3 轴套", ("10061291", "HD-03-0158", "4 件"), ("7.50", "30.00", "2027-09-25")),
)


def grid(total: str) -> str:
    """Return an order of two cards side by side and one below them."""
    text = ["备件采购单", row("采购单编号：HD-2207", "", "采购方：华鼎化工有限公司"), ""]
    for cards in (CARDS[:2], CARDS[2:]):
        text.append(row(*(cell for name, _, _ in cards for cell in (name, "", ""))))
        for at, heads in enumerate(HEADS, 1):
            text += [row(*(heads * len(cards))), row(*(cell for card in cards for cell in card[at]))]
        text += [row(*("使用部位：备用", "", "") * len(cards)), ""]
    return "\n".join([*text, f"订单合计（含税）：{total}"])


def value(field: Field | None) -> str | None:
    return field.value if field is not None else None


def lines(text: str) -> Sequence[OrderLine]:
    return assemble(paper(text)).lines


def test_cards_side_by_side_are_items() -> None:
    found = lines(grid("250.00"))
    assert [value(line.line_number) for line in found] == ["1", "2", "3"]
    assert [value(line.description) for line in found] == ["机械密封 CS20-50", "静环 SSiC 50×12.5", "轴套"]
    assert [value(line.part_number) for line in found] == ["10061277", "10061280", "10061291"]
    assert [value(line.quantity) for line in found] == ["6", "20", "4"]
    assert [value(line.unit_price) for line in found] == ["20.00", "5.00", "7.50"]
    assert [value(line.delivery_date) for line in found] == ["2027-09-18", "2027-09-20", "2027-09-25"]
    assert all(line.amount is not None and line.amount.sure for line in found)


def test_the_names_of_cards_are_open_where_they_do_not_make_the_total() -> None:
    found = lines(grid("255.00"))
    assert not any(line.description.sure for line in found if line.description)


def test_cards_below_each_other_are_items() -> None:
    text = """
PURCHASE ORDER LK-2207

 Seal 40
Your part no.    Quantity    Due date
10061277         6 pcs       18 Sep 2027
Unit price       Amount      Our part no.
20.00            120.00      LK-0117

 Sleeve 40
Your part no.    Quantity    Due date
10061280         2 pcs       20 Sep 2027
Unit price       Amount      Our part no.
5.00             10.00       LK-0142

Total EUR 130.00
"""
    found = lines(text)
    assert [value(line.part_number) for line in found] == ["10061277", "10061280"]
    assert [value(line.customer_part_number) for line in found] == ["LK-0117", "LK-0142"]
    assert [value(line.amount) for line in found] == ["120.00", "10.00"]


@pytest.mark.parametrize(
    "heading", ["物料编码    数量    单价     金额", "供方编码    数量    单价     金额"]
)
def test_a_heading_that_comes_again_is_that_of_a_table(heading: str) -> None:
    text = f"""
采购订单 LK-2207
{heading}
10061277    6       20.00    120.00
10061278    2       20.00    40.00
{heading}
10061280    2       5.00     10.00
10061281    3       5.00     15.00
合计 185.00
"""
    found = lines(text)
    assert [value(line.quantity) for line in found] == ["6", "2", "2", "3"]


def stacked(*titles: str, part: str = "HD-03-0142") -> str:
    """Return cards below each other, one without its drawing."""
    values = (
        ("QG-3310-00784", "HD-03-0117", "KP-118", "3 套", "20.00", "60.00"),
        ("QG-3310-00791", part, "-", "2 套", "50.00", "100.00"),
    )
    text = ["采购订单", row("采购单编号：HD-2207", "", "采购方：华鼎化工有限公司"), ""]
    for title, (own, ours, drawing, count, price, amount) in zip(titles, values, strict=True):
        text += [title + "      状态：待确认"]
        text += [row("我方料号", "贵司料号", "图号"), row(own, ours, drawing)]
        text += [row("采购数量", "未税单价", "未税金额"), row(count, price, amount), ""]
    return "\n".join([*text, "未税合计：160.00"])


@pytest.mark.parametrize(
    ("titles", "numbers"),
    [
        (("行 0010 集装式机械密封", "行 0020 密封易损件包"), ["0010", "0020"]),
        (("1 集装式机械密封", "2 密封易损件包"), ["1", "2"]),
        (("Item 30: 集装式机械密封", "Item 45: 密封易损件包"), ["30", "45"]),
    ],
)
def test_cards_are_numbered_as_programs_do_and_may_lack_a_value(
    titles: tuple[str, str], numbers: Sequence[str]
) -> None:
    found = lines(stacked(*titles))
    assert [value(line.line_number) for line in found] == numbers
    assert [value(line.description) for line in found] == ["集装式机械密封", "密封易损件包"]
    assert [value(line.part_number) for line in found] == ["HD-03-0117", "HD-03-0142"]
    assert [value(line.drawing_number) for line in found] == ["KP-118", None]
    assert [value(line.quantity) for line in found] == ["3", "2"]


def large(text: str, *names: str) -> SourceDocument:
    """Return a page on which these words are set larger than the others, as the names of cards are."""
    document = paper(text)
    page = document.pages[0]
    words = [
        replace(word, box=word.box._replace(top=word.box.top - 4, bottom=word.box.bottom + 3))
        if word.text in names
        else word
        for word in page.words
    ]
    return replace(document, pages=(replace(page, words=tuple(words)),))


def test_the_title_of_a_card_is_set_larger_than_its_captions_and_stands_further_above_them() -> None:
    text = stacked("LINE 1   集装式机械密封", "LINE 2   密封易损件包").replace("      状态：待确认", "\n")
    found = assemble(large(text, "集装式机械密封", "密封易损件包")).lines
    assert [value(line.line_number) for line in found] == ["1", "2"]
    assert [value(line.description) for line in found] == ["集装式机械密封", "密封易损件包"]
    small = assemble(paper(text)).lines
    assert not any(line.description is not None and line.description.sure for line in small)


def test_a_code_before_the_name_in_a_title_is_a_number_of_the_buyers_and_never_sure() -> None:
    text = stacked("行 10 MAT0012087 集装式机械密封", "行 20 MAT0012088 密封易损件包")
    found = lines(text.replace("我方料号", "批次编号"))
    assert [value(line.description) for line in found] == ["集装式机械密封", "密封易损件包"]
    told = [line.customer_part_number for line in found]
    assert [value(field) for field in told] == ["MAT0012087", "MAT0012088"]
    assert not any(field is not None and field.sure for field in told)


def celled(rows: Sequence[Sequence[tuple[str, str]]], titles: Sequence[str]) -> SourceDocument:
    """Return a page of cards, each a drawn row of cells with a caption above its value."""
    words, tables = [], []
    for at, text in enumerate(("采购订单", "采购单编号：HD-2207", "采购方：华鼎化工有限公司")):
        words += words_of(text, 30.0, 20.0 + at * 16.0)
    top = 90.0
    for title, pairs in zip(titles, rows, strict=True):
        words += words_of(title, 32.0, top)
        cells = []
        for column, (caption, text) in enumerate(pairs):
            x = 30.0 + 100.0 * column
            inner = [*words_of(caption, x + 4, top + 20), *words_of(text, x + 4, top + 36)]
            cells.append(Cell(0, column, Box(x, top + 16, x + 100, top + 50), tuple(inner)))
            words += inner
        tables.append(Table(union(cell.box for cell in cells), 1, len(cells), tuple(cells)))
        top += 64.0
    words += words_of("未税合计：160.00", 30.0, top + 10)
    page = Page(1, 700.0, 900.0, tuple(words), tables=tuple(tables))
    return SourceDocument(FileFormat.PDF, (page,), exact=False)


def test_captions_in_drawn_cells_with_their_values_make_cards() -> None:
    captions = ("供应商货号", "订购量", "未税单价", "未税金额", "要求送达")
    values = (
        ("CKR60B2", "3 套", "20.00", "60.00", "2026-08-20"),
        ("CKR60RK", "2 套", "50.00", "100.00", "2026-07-15"),
    )
    rows = [list(zip(captions, each, strict=True)) for each in values]
    found = assemble(celled(rows, ["行 10 集装式机械密封", "行 20 机封维修包"])).lines
    assert [value(line.line_number) for line in found] == ["10", "20"]
    assert [value(line.description) for line in found] == ["集装式机械密封", "机封维修包"]
    assert [value(line.part_number) for line in found] == ["CKR60B2", "CKR60RK"]
    assert [value(line.amount) for line in found] == ["60.00", "100.00"]
    assert [value(line.delivery_date) for line in found] == ["2026-08-20", "2026-07-15"]
