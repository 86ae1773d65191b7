"""Drawn tables whose rows are not drawn, texts across their columns, and tables that are turned."""

from dataclasses import replace

import pytest
from drawn_columns import EDGES, STEP, TOP, drawn, lines_of
from paper import form, paper, words_of

from extractors.assemble import assemble
from extractors.lines.item_table import Row, make_column
from extractors.lines.tables import undrawn_rows
from extractors.lines.tables.ruled import ruled_tables
from extractors.page.runs import Run, make_run
from extractors.vocabulary.meanings import Role
from models.page import Box, Page
from models.reading import Field


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


COLUMNS = ["Part no.", "Description", "Qty", "Price", "Amount"]
SLEEVE = ["DS-4711", "Guide sleeve", "2", "50.00", "100.00"]
SEAL = ["DS-4712", "Cartridge seal", "3", "20.00", "60.00"]
BRONZE, CERAMIC = (["", text, "pcs", "1 pc", ""] for text in ("CuSn8 with groove", "SiC and carbon"))
NOTE = ["For the overhaul of pump P-1203A in May, ext. 4471", "", "", "", ""]


@pytest.mark.parametrize(
    ("rows", "notes"),
    [
        ([COLUMNS, SLEEVE, BRONZE, SEAL, CERAMIC], ()),
        ([COLUMNS, SLEEVE, BRONZE, NOTE, SEAL, CERAMIC], (3,)),
    ],
)
def test_each_line_of_figures_begins_an_item_where_only_columns_are_drawn(
    rows: list[list[str]], notes: tuple[int, ...]
) -> None:
    lines = lines_of(drawn(rows, notes=notes))
    assert [told(line.amount) for line in lines] == [("100.00", True), ("60.00", True)]
    assert [line.quantity and line.quantity.value for line in lines] == ["2", "3"]
    named = [str(line.description.value) for line in lines if line.description is not None]
    assert [name.split()[0] for name in named] == ["Guide", "Cartridge"]
    assert not any("overhaul" in name for name in named)


def test_a_single_item_with_two_amounts_is_not_parted() -> None:
    taxed = ["", "with groove", "", "", "13.00"]
    lines = lines_of(drawn([COLUMNS, SLEEVE, taxed, ["", "CuSn8", "", "", ""]]))
    assert len(lines) == 1


@pytest.mark.parametrize(("lower", "rows"), [(100.0, 1), (101.5, 1), (114.0, 2)])
def test_figures_on_one_line_are_no_two_items(lower: float, rows: int) -> None:
    def run(text: str, x: float, top: float) -> Run:
        return make_run(page, words_of(text, x, top))

    page = Page(1, 600.0, 800.0, ())
    places = (20.0, 90.0, 300.0, 350.0, 430.0)
    upper = [run(text, x, 100.0) for text, x in zip(SLEEVE, places, strict=True)]
    below = [run(text, x, lower) for text, x in zip(SEAL, places, strict=True)]
    columns = [make_column(x, x + 60, [text]) for text, x in zip(COLUMNS, places, strict=True)]
    row = Row(page, Box(20.0, 100.0, 520.0, 130.0), tuple(zip(upper, below, strict=True)))
    assert len(undrawn_rows.parted(row, columns)) == rows


def test_a_text_across_the_columns_is_a_row_of_the_drawn_table() -> None:
    (table,) = ruled_tables(drawn([COLUMNS, SLEEVE, BRONZE, NOTE, SEAL, CERAMIC], notes=(3,)))
    wide = [cell for cell in table.cells if cell.column_span == len(EDGES) - 1]
    assert [" ".join(word.text for word in cell.words) for cell in wide] == [NOTE[0]]


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        (["Price", "Price", "basis"], [Role.PRICE, Role.PRICE_PER]),
        (["Drawing", "no.", "Quantity"], [Role.DRAWING, Role.QUANTITY]),
    ],
)
def test_three_lines_may_be_two_headings(lines: list[str], roles: list[Role]) -> None:
    column = make_column(0.0, 90.0, lines)
    assert [each.role for each in (column.stack or column.headings)] == roles


TURNED = """
Purchase order no.: PO-88412
Buyer: Nordkai Pumps Ltd
Supplier: Delta Seals GmbH
Currency: EUR
No.                1               2
Your part no.      DS-4711         DS-4712
Description        Guide sleeve    Cartridge seal
{}
Quantity           2               3
Unit               pcs             pcs
Unit price         50.00           20.00
Amount             100.00          60.00
Total amount: 160.00
"""


@pytest.mark.parametrize(
    ("rest", "names"),
    [
        (
            "                   CuSn8           SiC",
            [("Guide sleeve CuSn8", True), ("Cartridge seal SiC", True)],
        ),
        ("                   CuSn8", [("Guide sleeve CuSn8", True), ("Cartridge seal", True)]),
        ("                       CuSn8", [("Guide sleeve", False), ("Cartridge seal", False)]),
    ],
)
def test_values_of_a_turned_table_go_on_below_themselves(rest: str, names: list[tuple[str, bool]]) -> None:
    lines = assemble(paper(TURNED.format(rest))).lines
    assert [told(line.description) for line in lines] == names


RAGGED = """
采购合同
合同编号：HT-2026-118
买方：江南水泵有限公司
卖方：北岭密封有限公司
序号  名称    数量  单价(元)  金额(元)
1     导向套  2     50.00     100.00
合计  100.00
{}
{}
包装应当适合长途运输，木箱均须牢固，并且注明订单编号与件号
"""


@pytest.mark.parametrize(
    ("first", "below", "sure"),
    [
        ("付款方式：合同签订后预付30%，货物全部发运之前付清其余70%", "请于三日内签字盖章回传", False),
        ("付款方式：款到发货", "请于三日内签字盖章回传", True),
    ],
)
def test_terms_are_open_where_a_line_below_them_would_have_had_room_beside_them(
    first: str, below: str, *, sure: bool
) -> None:
    terms = assemble(paper(RAGGED.format(first, below))).header.payment_terms
    assert terms is not None
    assert terms.sure is sure


@pytest.mark.parametrize(("second", "sure"), [("53B", False), ("and shaft", True)])
def test_a_name_that_may_be_a_code_on_its_second_line_leaves_name_and_drawing_open(
    second: str, *, sure: bool
) -> None:
    rows = [COLUMNS, ["", "Drawing no.", "", "", ""], ["DS-4711", "Seal for Plan", "2", "80.00", "160.00"]]
    rows += [["", second, "", "", ""], ["", "5-59952-04 Rev.A", "", "", ""]]
    (line,) = lines_of(drawn(rows, heads=2))
    assert [field is not None and field.sure for field in (line.description, line.drawing_number)] == [
        sure,
        sure,
    ]


NUMBERED = """
Purchase order no.: PO-88412
Buyer: Nordkai Pumps Ltd
Supplier: Delta Seals GmbH
Currency: EUR
1.1. Guide sleeve CuSn8
Your part no.: DS-4711
2 pcs @ 50.00 = 100.00
Due date: 2026-07-24
2.1. Cartridge seal 40 mm
Your part no.: DS-4712
3 pcs @ 20.00 = 60.00
Due date: 2026-07-24
Total amount: 160.00
"""


def test_items_in_lines_may_be_numbered_in_two_steps() -> None:
    lines = assemble(paper(NUMBERED)).lines
    assert [line.line_number and line.line_number.value for line in lines] == ["1.1", "2.1"]
    names = [line.description and line.description.value for line in lines]
    assert names == ["Guide sleeve CuSn8", "Cartridge seal 40 mm"]


def test_a_measure_at_the_begin_of_a_line_is_no_number_of_an_item() -> None:
    lines = assemble(paper(NUMBERED.replace("1.1. ", "2.5 mm ").replace("2.1. ", "1.5 mm "))).lines
    assert [line.line_number for line in lines] == [None, None]


def test_uprights_between_texts_that_touch_no_line_belong_to_the_table_around_them() -> None:
    page = drawn([COLUMNS, SLEEVE, BRONZE, NOTE, SEAL, CERAMIC, ["", "", "", "Total", "160.00"]], notes=(3,))
    end = TOP + 2 + 6 * STEP
    cut = tuple(
        replace(each, box=each.box._replace(bottom=end))
        if not each.horizontal and each.box.top > TOP and each.box.x0 in EDGES[1:3]
        else each
        for each in page.rulings
    )
    lines = lines_of(replace(page, rulings=cut))
    assert [told(line.amount) for line in lines] == [("100.00", True), ("60.00", True)]
    assert not any("overhaul" in str(line.description and line.description.value) for line in lines)


def test_rows_of_quantities_and_days_whose_prices_nobody_knows_are_items() -> None:
    # Each looks like a lot, and there is no item above the first.
    rows = [
        [
            "行号",
            "物资编码",
            "物资描述",
            "供应商产品编码",
            "计量单位",
            "订货数量",
            "麤灪价",
            "麤灪额",
            "税率",
            "要求交货日期",
        ],
        [
            "10",
            "27-892131",
            "轴承座 SNL 575",
            "10092131",
            "个",
            "30",
            "2,062.52",
            "61,875.60",
            "13%",
            "2026-04-29",
        ],
        ["20", "27-892138", "轴套 316L", "10092138", "个", "2", "100.00", "200.00", "13%", "2026-04-29"],
    ]
    lines = assemble(form("采购订单\n订单编号：PO-118", rows, "合计：62,075.60")).lines
    assert [told(line.part_number) for line in lines] == [("10092131", True), ("10092138", True)]


TWO_LINES = ["Your code", "Goods", "Qty", "Price", "Amount"], ["Drawing", "", "Our code", "Due", "Note"]


@pytest.mark.parametrize("notes", [(), (6,)])
def test_items_of_two_lines_each_that_no_line_parts_are_items(notes: tuple[int, ...]) -> None:
    above = ["", "", "", "", ""]
    rows = [
        *TWO_LINES,
        ["DS-4711", "Guide sleeve", "2 pc", "25.00", "50.00"],
        ["4-7711-02", "", "NP-4410", "2026-05-04", "rush"],
        ["DS-4712", "Hex bolt", "5 pc", "10.00", "50.00"],
        ["4-7712-02", "", "NP-4411", "2026-05-05", "rush"],
        *([["For the overhaul of pump P-1203A in May, ext. 4471", *above[1:]]] if notes else []),
        ["DS-4713", "Cartridge seal", "3 pc", "20.00", "60.00"],
        ["4-7713-02", "", "NP-4412", "2026-05-06", "rush"],
    ]
    lines = lines_of(drawn(rows, notes=notes, heads=2))
    assert [line.description and line.description.value for line in lines] == [
        "Guide sleeve",
        "Hex bolt",
        "Cartridge seal",
    ]
    assert [line.amount and line.amount.value for line in lines] == ["50.00", "50.00", "60.00"]


def test_an_item_with_its_gross_figures_below_the_net_ones_is_one() -> None:
    rows = [
        ["Your code", "Goods", "Qty", "Net price", "Net amount"],
        ["Drawing", "Our code", "", "Gross price", "Gross amount"],
        ["DS-4711", "Guide sleeve", "2 pc", "66.67", "133.33"],
        ["4-7711-02", "NP-4410", "", "80.00", "160.00"],
    ]
    assert len(lines_of(drawn(rows, heads=2))) == 1
