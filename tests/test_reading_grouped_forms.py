"""Tables of offices' own forms: headings over several columns, currencies alone, pages set anew, imprints."""

from paper import form, grid, paper, words_of

from extractors.assemble import assemble
from extractors.lines import tax_remarks
from extractors.lines.item_table import make_column
from extractors.lines.tables.imprints import is_imprint
from extractors.page.runs import Run, make_run
from models.page import Box, Cell, FileFormat, Page, Ruling, SourceDocument, Table, union
from models.reading import Field

LINE = 16.0


def _value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def _merged(rows: list[list[tuple[str, int]]]) -> SourceDocument:
    """Return a sheet of rows of texts with the number of columns that each of them takes."""
    cells: list[Cell] = []
    for at, row in enumerate(rows):
        column = 0
        for text, span in row:
            place = Box(column * 120.0, at * LINE, (column + span) * 120.0, (at + 1) * LINE)
            words = tuple(words_of(text, place.x0 + 2, place.top + 2))
            cells.append(Cell(at, column, place, words, column_span=span, where=f"A{at + 1}"))
            column += span
    table = Table(union(cell.box for cell in cells), len(rows), 8, tuple(cells))
    words = tuple(word for cell in cells for word in cell.words)
    page = Page(1, table.box.x1, table.box.bottom, words, tables=(table,), synthetic=True)
    return SourceDocument(FileFormat.XLSX, (page,), exact=True)


GROUPED = [
    [("石门铜业有限责任公司", 8)],
    [("订货单", 8)],
    [("单号：SM2027050011", 4), ("日期：2027年5月6日", 4)],
    [("序号", 1), ("名称规格", 1), ("供方货号", 1), ("订购", 2), ("价格（元，含税13%）", 2), ("备注", 1)],
    [("", 1), ("", 1), ("", 1), ("数量", 1), ("单位", 1), ("单价", 1), ("金额", 1), ("", 1)],
    [("1", 1), ("轴套", 1), ("HY-301-50", 1), ("3", 1), ("件", 1), ("20.00", 1), ("60.00", 1), ("", 1)],
    [("2", 1), ("叶轮", 1), ("HY-302-80", 1), ("2", 1), ("件", 1), ("35.00", 1), ("70.00", 1), ("", 1)],
    [("合计", 6), ("130.00", 1), ("", 1)],
]


def test_a_heading_over_several_columns_labels_nothing_of_the_order() -> None:
    found = assemble(_merged(GROUPED)).header
    assert _value(found.document_date) == ("2027-05-06", True)


def test_a_currency_beside_the_tax_in_a_heading_is_kept() -> None:
    assert tax_remarks.shortened("价格（美元，不含税13%）") == "价格（USD）（不含税）"
    assert make_column(0, 1, ["单价"], "价格（元，含税13%）").headings[0].currencies == ("CNY",)


BARE = [
    ["Item", "Article", "Your part no.", "Quantity", "EUR / unit", "EUR"],
    ["1", "Shaft seal", "KM-2001", "2 pcs", "50.00", "100.00"],
    ["2", "Bearing ring", "KM-2002", "3 pcs", "20.00", "60.00"],
]


def test_what_stands_under_a_currency_alone_is_the_amount_that_quantity_and_price_make() -> None:
    found = assemble(form("Purchase order PO-118\nBuyer: Haven Pumps GmbH", BARE, "Total EUR   160.00"))
    assert [_value(line.amount) for line in found.lines] == [("100.00", True), ("60.00", True)]


def test_two_columns_under_bare_currencies_are_open() -> None:
    rows = [[*BARE[0], "USD"], [*BARE[1], "110.00"], [*BARE[2], "66.00"]]
    found = assemble(form("Purchase order PO-118\nBuyer: Haven Pumps GmbH", rows, "Total EUR   160.00"))
    assert not any(line.amount is not None and line.amount.sure for line in found.lines)


def _cells(rows: list[list[list[str]]]) -> SourceDocument:
    """Return an order with a drawn table whose cells have several lines."""
    head = words_of("Purchase order PO-118", 20, 20) + words_of("Buyer: Karst Dredging Pty Ltd", 20, 36)
    tall = [[cell[0] if cell else "" for cell in row] for row in rows]
    widest = [
        max((line for row in rows for line in row[at]), key=len, default="") for at in range(len(rows[0]))
    ]
    _, rulings = grid([widest])
    xs = sorted({ruling.box.x0 for ruling in rulings if ruling.box.x0 == ruling.box.x1})
    tops = [100.0]
    for row in rows:
        tops.append(tops[-1] + LINE * max(len(cell) for cell in row))
    words = [
        each
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        for nth, line in enumerate(cell)
        for each in words_of(line, xs[column] + 3, tops[at] + nth * LINE + 3)
    ]
    lines = [Ruling(Box(xs[0], y, xs[-1], y)) for y in tops]
    lines += [Ruling(Box(x, tops[0], x, tops[-1])) for x in xs]
    below = words_of("Total order value: AUD 340.00", 20, tops[-1] + LINE)
    assert tall
    page = Page(1, 900.0, 1200.0, (*head, *words, *below), tuple(lines))
    return SourceDocument(FileFormat.PDF, (page,), exact=False)


OWNERS = [
    [
        ["Line"],
        ["Part / Drawing"],
        ["Description"],
        ["Qty"],
        ["UoM"],
        ["Price AUD"],
        ["Amount AUD"],
        ["Required"],
    ],
    [
        ["1"],
        ["Your P/N HX-2201", "KRD SP-70013", "Drg E-4411 Rev.2"],
        ["Wear plate"],
        ["4"],
        ["No."],
        ["50.00"],
        ["200.00"],
        ["04-Dec-27"],
    ],
    [
        ["2"],
        ["Your P/N HX-2206", "KRD SP-70019"],
        ["Bolt kit"],
        ["4"],
        ["Set"],
        ["20.00"],
        ["80.00"],
        ["18-Dec-27"],
    ],
    [["3"], [""], ["Seaworthy packing"], ["1"], ["Lot"], ["60.00"], ["60.00"], [""]],
]


def test_a_labelled_drawing_below_a_labelled_code_is_one_also_in_a_column_of_drawings() -> None:
    first = assemble(_cells([[*OWNERS[0][:1], ["Drawing"], *OWNERS[0][2:]], *OWNERS[1:]])).lines[0]
    assert _value(first.part_number) == ("HX-2201", True)
    assert _value(first.drawing_number) == ("E-4411 Rev.2", True)


def test_a_code_behind_a_short_name_beside_labelled_codes_is_likely_the_other_sides() -> None:
    found = assemble(_cells(OWNERS)).lines
    assert [_value(line.customer_part_number) for line in found[:2]] == [
        ("SP-70013", False),
        ("SP-70019", False),
    ]


def test_a_standard_beside_labelled_codes_is_no_code_of_anybodys() -> None:
    rows = [OWNERS[0], [*OWNERS[1][:1], ["Your P/N HX-2201", "DIN 12756-1"], *OWNERS[1][2:]], *OWNERS[2:]]
    assert assemble(_cells(rows)).lines[0].customer_part_number is None


def test_packing_for_the_sea_is_a_charge_and_has_no_day_of_its_own() -> None:
    last = assemble(_cells(OWNERS)).lines[2]
    assert _value(last.description) == ("Seaworthy packing", True)
    assert last.delivery_date is None


def _run(text: str) -> Run:
    page = Page(1, 900.0, 1200.0, tuple(words_of(text, 20, 20)), ())
    return make_run(page, page.words)


def test_the_imprint_of_a_company_is_no_item() -> None:
    line = (
        "Registered in Wales No. 0444 2210 · Registered office: 4 Mill Lane · VAT Reg. GB 222 · Bank: 00-11"
    )
    assert is_imprint([_run(line)])
    assert not is_imprint(
        [_run("10 4410 Bank of seals for registered vessels 2 pcs 50.00 100.00 each of them")]
    )
    assert not is_imprint([_run("20 VAT no. plate 2 20.00 40.00")])


PAGED = """
Purchase order PO-118
Buyer: Haven Pumps GmbH

Line   Our code      Description                            Qty  UoM      Unit price    Line value
10     410022        Multistage pump, twelve stages           2  PCS          500.00      1,000.00
20     410023        Coupling complete, size 32              12  PCS           10.00        120.00
"""
SECOND = """
Purchase order PO-118
Line   Our code      Description                              Qty  UoM      Unit price    Line value
30     410101        Shaft seal                                10  PCS           20.00        200.00
Total                                                                                       1,320.00
"""


def test_a_page_whose_columns_are_set_anew_has_columns_of_its_own() -> None:
    pages = [paper(text).pages[0] for text in (PAGED, SECOND)]
    second = Page(2, pages[1].width, pages[1].height, pages[1].words)
    found = assemble(SourceDocument(FileFormat.PDF, (pages[0], second), exact=False))
    assert [_value(line.quantity) for line in found.lines] == [("2", True), ("12", True), ("10", True)]
    assert _value(found.header.total_amount) == ("1320.00", True)
