"""Items under titles that count them, and days of merged cells."""

import pytest
from paper import grid, paper, words_of
from typed_orders import value

from extractors.assemble import assemble
from extractors.lines.tables.layouts import layouts
from models.page import Box, FileFormat, Page, Ruling, SourceDocument

CARDS = """订单号：HX-WG-0526-2
采购方：临溪化工设备有限公司

{0}
  名称规格：金属缠绕垫片 DN80
  贵司料号：10045864
  数量：20 件
  含税单价：100.54 元
  金额：2,010.80 元

{1}
  名称规格：压缩弹簧
  贵司料号：10079291
  数量：20 件
  含税单价：13.07 元
  金额：261.40 元

合计：2,272.20 元
"""


def numbers(title: str, first: int = 1) -> list[tuple[str | None, bool] | None]:
    text = CARDS.format(title.format(first), title.format(first + 1))
    lines = [line.line_number for line in assemble(paper(text)).lines]
    return [(value(each), each.sure) if each is not None else None for each in lines]


@pytest.mark.parametrize("title", ["【第{}项】", "[{}]", "【{}】", "第{}项"])
def test_brackets_may_stand_around_the_number_of_an_item(title: str) -> None:
    assert numbers(title) == [("1", True), ("2", True)]


def test_a_name_begins_behind_the_brackets_of_its_number() -> None:
    text = CARDS.replace("\n  名称规格：", "").format("【第1项】", "【第2项】")
    names = [line.description for line in assemble(paper(text)).lines]
    assert list(map(value, names)) == ["金属缠绕垫片 DN80", "压缩弹簧"]


@pytest.mark.parametrize("title", ["品项{}", "Lot {}", "◆第{}项", "({} of 2)", "Nr. {} :", "— {} —"])
def test_what_counts_above_the_items_may_number_them(title: str) -> None:
    assert numbers(title) == [("1", False), ("2", False)]


def test_what_does_not_count_from_the_first_numbers_nothing() -> None:
    assert numbers("Lot {}", 4) == [None, None]


SECTIONED = [
    ["Pos", "Ihre Art.-Nr.", "Benennung", "Menge", "Preis", "Wert", "Liefertermin"],
    ["A. Werk Nord", "", "", "", "", "", ""],
    ["1", "10023177", "Wellenhülse", "4", "50,00", "200,00", ""],
    ["2", "10023184", "Laufring", "2", "10,00", "20,00", ""],
    ["B. Werk Süd", "", "", "", "", "", ""],
    ["3", "10023191", "Stopfbuchse", "3", "20,00", "60,00", ""],
    ["4", "10023207", "O-Ring", "6", "5,00", "30,00", ""],
]


def _merged_day(*, across_to_the_end: bool) -> SourceDocument:
    """Return an order whose titles of sections leave out the uprights, and whose days are one cell."""
    words, rulings = grid(SECTIONED, 120.0)
    ys = sorted({each.box.top for each in rulings if each.box.height == 0})
    xs = sorted({each.box.x0 for each in rulings if each.box.width == 0})
    gaps = [(ys[1], ys[2]), (ys[4], ys[5])]
    drawn: list[Ruling] = []
    for each in rulings:
        box = each.box
        if box.width == 0 and box.x0 in xs[1:-2]:
            tops = [ys[0], *(low for _, low in gaps)]
            ends = [*(high for high, _ in gaps), ys[-1]]
            drawn += [Ruling(Box(box.x0, top, box.x0, end)) for top, end in zip(tops, ends, strict=True)]
        elif box.height == 0 and ys[1] < box.top < ys[-1] and not across_to_the_end:
            drawn.append(Ruling(Box(box.x0, box.top, xs[-2], box.top)))
        else:
            drawn.append(each)
    day = words_of("15.04.2027", xs[-2] + 3, ys[5] + 3)
    head = [
        each
        for at, line in enumerate(["Bestellung 4500-771", "Besteller: Garran Zink AG"])
        for each in words_of(line, 20.0, 20.0 + 14 * at)
    ]
    total = words_of("Summe EUR 310,00", 20.0, ys[-1] + 10)
    page = Page(1, 900.0, 1200.0, (*head, *words, *day, *total), tuple(drawn))
    return SourceDocument(FileFormat.PDF, (page,), exact=False)


def test_a_cell_beside_sections_whose_lines_stop_at_it_is_that_of_all() -> None:
    document = _merged_day(across_to_the_end=False)
    cells = [cell for table in layouts(document)[0].tables for cell in table.cells]
    assert [cell.row_span for cell in cells if [word.text for word in cell.words] == ["15.04.2027"]] == [6]
    assert [value(each.delivery_date) for each in assemble(document).lines] == ["2027-04-15"] * 4


def test_a_day_in_a_row_of_its_own_is_no_other_row_s() -> None:
    lines = assemble(_merged_day(across_to_the_end=True)).lines
    sure = [value(each.delivery_date) for each in lines if each.delivery_date and each.delivery_date.sure]
    assert sure == ["2027-04-15"]
    assert [each.delivery_date is not None for each in lines] == [True] * 4


def test_an_item_above_the_cell_of_a_common_day_may_have_it_as_well() -> None:
    rows = [row for row in SECTIONED if row[1]]
    words, rulings = grid(rows, 120.0)
    ys = sorted({each.box.top for each in rulings if each.box.height == 0})
    xs = sorted({each.box.x0 for each in rulings if each.box.width == 0})
    drawn = [
        Ruling(Box(box.x0, box.top, xs[-2], box.top)) if box.height == 0 and box.top in ys[3:-1] else each
        for each in rulings
        for box in [each.box]
    ]
    words += words_of("15.04.2027", xs[-2] + 3, ys[3] + 3)
    words += words_of("Bestellung 4500-771", 20.0, 20.0) + words_of("Besteller: Garran Zink AG", 20.0, 34.0)
    words += words_of("Summe EUR 310,00", 20.0, ys[-1] + 10)
    page = Page(1, 900.0, 1200.0, tuple(words), tuple(drawn))
    first, *others = assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).lines
    assert first.delivery_date is not None
    assert not first.delivery_date.sure
    assert [value(each.delivery_date) for each in others] == ["2027-04-15"] * 3


def test_a_time_below_an_item_ends_with_its_sentence() -> None:
    said = "Delivery: 6 weeks. Cert. 3.1. Shelf life min. 80%."
    text = f"""
Purchase Order PO-77120
Buyer: Garran Zinc Ltd

Item  Your part no.  Description       Qty   Unit price   Amount
1     10023177       Shaft sleeve      4     50.00        200.00
                     {said}
2     10023184       Wear ring         2     10.00        20.00
                     {said}
Total EUR 220.00
"""
    times = [line.lead_time for line in assemble(paper(text)).lines]
    assert [(value(each), each.sure) for each in times if each is not None] == [("P6W", False)] * 2
