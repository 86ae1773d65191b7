"""Items of several lines whose codes stand below each other, drawn with merged cells or not drawn at all."""

from paper import paper, words_of
from typed_orders import sure, told

from extractors.assemble import assemble
from models.page import Box, Cell, FileFormat, Page, SourceDocument, Table, union

LINE, WIDTH = 16.0, 120.0
HEAD = ["南湾环保设备有限公司", "采购订单", "订单编号：PO-55120", "供应商：津海密封有限公司", "币种：人民币"]
STACKED = """
采购订单   订单号：QC-26-0452   日期：2026-05-04
供应商：津海密封有限公司   币种：人民币   税率：13%
行    物料编码            物料名称               数量单位     含税单价       价税合计
      供方料号            规格型号
      图号                计划到货
1     5.01.840.6261       机械密封                  1套      14,552.50      14,552.50
      3T8S-00422-B        DF-95 Plan 53B
      6-3637-04 Rev.02    2026-10-30
2     5.01.614.9336       O型圈                    30只         180.00       5,400.00
      10048223            FFKM 40x5.33
      2-7960-07 Rev.B     2026-09-25
                                              价税合计                      19,952.50
"""
ROWS = [
    ("1", "NJ1431-87", "双端面机械密封", "8-9320-11 Rev.B", "2", "套", "400.00", "800.00"),
    ("3D2T-00400-A", "DF-95", "2026-12-25", "13%"),
    ("2", "NJ2015-81", "泵轴", "6-6432-15", "1", "根", "200.00", "200.00"),
    ("6G4B-00927-D", "2Cr13 L=640", "2026-12-25", "13%"),
]
CODES = [
    ("3D2T-00400-A", "NJ1431-87", "8-9320-11 Rev.B", "2026-12-25"),
    ("6G4B-00927-D", "NJ2015-81", "6-6432-15", "2026-12-25"),
]
NAMES = ("part_number", "customer_part_number", "drawing_number", "delivery_date")


def _cell(row: int, column: int, text: str, rows: int = 1) -> Cell:
    place = Box(column * WIDTH, 100 + row * LINE, (column + 1) * WIDTH, 100 + (row + rows) * LINE)
    return Cell(row, column, place, tuple(words_of(text, place.x0 + 2, place.top + 2)), row_span=rows)


def _drawn(drawing: str, quantities: tuple[str, ...] = ()) -> SourceDocument:
    """Return an order of two drawn rows an item; `quantities` are of the second rows, not merged then."""
    merged = (0, 5) if quantities else (0, 4, 5)
    first = ("序号", "我司料号", "品名", drawing, "数量", "单位", "未税单价", "未税金额")
    second = {1: "贵司料号" if drawing != "图号" else "供方料号", 2: "规格型号", 3: "交货日期", 6: "税率"}
    cells = [_cell(0, at, text, rows=1 if at in second else 2) for at, text in enumerate(first)]
    cells += [_cell(1, at, text) for at, text in second.items()]
    for at, row in enumerate(ROWS):
        top = 2 + at
        if at % 2 == 0:
            cells += [
                _cell(top, column, text, rows=2 if column in merged else 1) for column, text in enumerate(row)
            ]
            continue
        cells += [_cell(top, column, text) for column, text in zip((1, 2, 3, 6), row, strict=True)]
        if quantities:
            cells.append(_cell(top, 4, quantities[at // 2]))
    for at, (name, total) in enumerate(
        (("未税合计", "1,000.00"), ("税额", "130.00"), ("含税总额", "1,130.00"))
    ):
        cells += [_cell(6 + at, 6, name), _cell(6 + at, 7, total)]
    table = Table(union(cell.box for cell in cells), 9, 8, tuple(cells))
    words = [each for at, line in enumerate(HEAD) for each in words_of(line, 20.0, 10 + at * LINE)]
    words += [each for cell in cells for each in cell.words]
    page = Page(1, 1000.0, 900.0, tuple(words), tables=(table,))
    return SourceDocument(FileFormat.PDF, (page,), exact=False)


def test_three_lines_under_three_headings_are_one_item_that_begins_with_its_number() -> None:
    lines = assemble(paper(STACKED)).lines
    assert told(lines, "line_number", *NAMES) == [
        ("1", "3T8S-00422-B", "5.01.840.6261", "6-3637-04 Rev.02", "2026-10-30"),
        ("2", "10048223", "5.01.614.9336", "2-7960-07 Rev.B", "2026-09-25"),
    ]
    assert told(lines, "quantity", "unit", "amount") == [("1", "套", "14552.50"), ("30", "只", "5400.00")]
    assert all(sure(lines, "part_number"))


def test_rows_that_share_the_cell_of_the_number_and_of_the_quantity_are_one_item() -> None:
    lines = assemble(_drawn("图号")).lines
    assert told(lines, *NAMES) == CODES
    assert told(lines, "quantity", "amount") == [("2", "800.00"), ("1", "200.00")]


def test_rows_with_quantities_of_their_own_stay_apart() -> None:
    lines = assemble(_drawn("图号", quantities=("3", "4"))).lines
    assert told(lines, "part_number") != [(each[0],) for each in CODES] or not all(sure(lines, "quantity"))


def test_a_drawing_of_ours_is_none_of_our_numbers_where_these_stand_below_the_buyers() -> None:
    lines = assemble(_drawn("贵司图号")).lines
    assert told(lines, *NAMES) == CODES
    assert all(sure(lines, "drawing_number"))
