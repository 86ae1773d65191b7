"""Items as programs print them: two drawn rows under one number, price units, units of two words."""

import pytest
from paper import words_of
from typed_orders import read, sure, told, value

from extractors.assemble import assemble
from extractors.fields import quantities, units
from extractors.lines.headings import recognise
from extractors.lines.texts import cell_texts
from extractors.page.runs import make_run
from models.page import Box, Cell, FileFormat, Page, SourceDocument, Table, union

WIDTH, HEIGHT = 110.0, 16.0
PAGE = Page(1, 600.0, 800.0, ())


def two_rowed(items: list[tuple[str, list[str], list[str]]]) -> SourceDocument:
    """Return a page with a drawn table whose items have two rows and one cell for the number of both."""
    heads = (
        ["料件编号", "品名", "采购数量", "含税单价", "含税金额"],
        ["厂商料号", "规格", "单位", "交货日", "备注"],
    )
    words = [
        word
        for at, line in enumerate(("采购单", "采购单号：PO-2207", "采购方：华鼎化工有限公司"))
        for word in words_of(line, 20.0, 20.0 + at * HEIGHT)
    ]
    cells: list[Cell] = []

    def put(row: int, column: int, text: str, span: int = 1) -> None:
        top, left = 90.0 + row * HEIGHT, 20.0 + column * WIDTH
        inner = tuple(words_of(text, left + 3, top + 3))
        words.extend(inner)
        cells.append(
            Cell(row, column, Box(left, top, left + WIDTH, top + span * HEIGHT), inner, row_span=span)
        )

    for pair, (number, upper, lower) in enumerate([("项次", *heads), *items]):
        put(2 * pair, 0, number, 2)
        for column, (above, below) in enumerate(zip(upper, lower, strict=True), 1):
            put(2 * pair, column, above)
            put(2 * pair + 1, column, below)
    table = Table(union(cell.box for cell in cells), 2 * len(items) + 2, 6, tuple(cells))
    words += words_of("含税合计：300.00", 20.0, table.box.bottom + 12)
    page = Page(1, 800.0, 900.0, tuple(words), tables=(table,))
    return SourceDocument(FileFormat.PDF, (page,), exact=False)


def test_two_drawn_rows_with_one_cell_for_their_number_are_one_item() -> None:
    items = [
        (
            "1",
            ["B04-11-0287", "机械密封", "6.00", "40.00", "240.00"],
            ["HS-100-3821", "ZJM-100", "副", "2026/07/22", ""],
        ),
        (
            "2",
            ["B04-11-0291", "副叶轮", "4.00", "15.00", "60.00"],
            ["HS-F28-1104", "Cr26", "件", "2026/08/05", ""],
        ),
    ]
    lines = assemble(two_rowed(items)).lines
    assert told(lines, "line_number", "part_number", "customer_part_number", "quantity", "unit") == [
        ("1", "HS-100-3821", "B04-11-0287", "6.00", "副"),
        ("2", "HS-F28-1104", "B04-11-0291", "4.00", "件"),
    ]
    assert told(lines, "unit_price", "amount", "delivery_date") == [
        ("40.00", "240.00", "2026-07-22"),
        ("15.00", "60.00", "2026-08-05"),
    ]


BASES = """
                                                                    Price
Line  Your part no.  Description          Quantity  Unit  Unit price  unit        Amount
1     HS-4500-EL     Element                 24.00  ea         88.15      1.00  2,115.60
2     HS-GSK-150     Gasket                 300.00  ea        412.00    {base}  1,236.00
Total                                                                           3,351.60
"""


def test_round_numbers_under_price_unit_are_what_the_price_is_for() -> None:
    lines = read(BASES.format(base="100.00")).lines
    assert told(lines, "unit_price", "price_per", "amount") == [
        ("88.15", "1.00", "2115.60"),
        ("412.00", "100.00", "1236.00"),
    ]


def test_other_numbers_under_price_unit_are_not() -> None:
    lines = read(BASES.format(base="  7.35")).lines
    assert not any(value(line.price_per) == "7.35" for line in lines)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Stk./pcs", ("Stk.", True)),
        ("kg/m", None),
        ("pcs/", None),
        ("支/set", ("支", False)),
    ],
)
def test_a_unit_in_two_words_is_one(text: str, unit: tuple[str, bool] | None) -> None:
    assert units.of_two_tongues(text) == unit or (unit is None and not units.of_two_tongues(text))


def test_a_quantity_may_have_its_unit_in_two_words() -> None:
    found = quantities.parse("5 Stk./pcs")
    assert found is not None
    assert (found.number_text, found.unit) == ("5", "Stk./pcs")


def test_figures_beside_a_code_belong_to_the_number_above_them() -> None:
    lines = read("""
Pos.   Material     Description                  Order qty    Price per unit    Net value
       Your no.
00010  50-118-204   Mechanical seal GLRD 33
                    Q1Q1VGG
       R-884120                                      6 ST        318.40 / 1 ST    1,910.40
00020  50-330-911   O-ring FKM 42
       R-900812                                    400 ST       58.90 / 100 ST      235.60
00030  50-118-377   Shaft sleeve D45
       R-884551                                      8 ST        187.25 / 1 ST    1,498.00
Total                                                                             3,644.00
""").lines
    assert told(lines, "line_number", "quantity", "amount") == [
        ("00010", "6", "1910.40"),
        ("00020", "400", "235.60"),
        ("00030", "8", "1498.00"),
    ]
    assert [(value(line.description) or "").split()[0] for line in lines] == ["Mechanical", "O-ring", "Shaft"]


@pytest.mark.parametrize(
    ("printed", "drawing"),
    [
        ("TZ-33017（图纸以下发有效版为准）", "TZ-33017"),
        ("TZ-33017（图号尚待确认）", "TZ-33017"),
        ("TZ-33017（A版）", "TZ-33017（A版）"),
        ("TZ-33017", "TZ-33017"),
    ],
)
def test_a_note_behind_a_number_is_no_part_of_it(printed: str, drawing: str) -> None:
    shown = printed + " " * (36 - len(printed) - sum(each > "⺀" for each in printed))
    lines = read(f"""
Pos.  Your part no.  Description       Drawing no.                          Qty   Unit price   Amount
1     HS-4500-EL     Element           {shown} 2         50.00   100.00
2     HS-4501-EL     Cover             TZ-33018                             1         40.00    40.00
Total                                                                                         140.00
""").lines
    assert [value(line.drawing_number) for line in lines] == [drawing, "TZ-33018"]
    assert sure(lines, "drawing_number") == [printed == drawing, True]


NOTED = """
Pos.  Your part no.  Description              Qty   Unit price   Amount
1     HS-4500-EL     Element                    1      2832.14  2832.14
{gap}                Spares for the overhaul      {phone}
2     HS-4501-EL     Cover                      1        40.00    40.00
Total                                                           2872.14
"""


@pytest.mark.parametrize("gap", ["", "Contact the workshop\n"])
@pytest.mark.parametrize("phone", ["  13800000000", "      4471"])
def test_a_phone_number_below_a_price_does_not_go_on_with_it(gap: str, phone: str) -> None:
    lines = read(NOTED.format(gap=gap, phone=phone)).lines
    for line in lines:
        assert (
            line.unit_price is None
            or not line.unit_price.sure
            or value(line.unit_price) in {"2832.14", "40.00"}
        )


def test_figures_that_a_narrow_cell_broke_stay_one_number() -> None:
    upper, lower = (
        make_run(PAGE, words_of(text, 20.0, top)) for text, top in (("12,34", 40.0), ("5.00", 52.0))
    )
    heading = recognise("Amount")
    assert cell_texts.text_of((upper, lower), heading, 1).printed == "12,345.00"
    phone = make_run(PAGE, words_of("13800000000", 20.0, 52.0))
    assert cell_texts.text_of((upper, phone), heading, 1).printed != "12,3413800000000"
    far = make_run(PAGE, words_of("5.00", 20.0, 66.0))
    assert cell_texts.text_of((upper, far), heading, 1).printed == "12,34 5.00"
