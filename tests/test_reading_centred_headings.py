"""Headings centred over wide columns, whose cells stand at the left or the right of them."""

from collections.abc import Sequence

import pytest
from paper import word, words_of

from extractors.assemble import assemble
from models.page import FileFormat, Page, SourceDocument, Word
from models.reading import Reading

PADDING = 4.0
LEFT = 30.0
ENGLISH = ("PURCHASE ORDER PO-7001", "Date: 3 March 2027", "Currency: EUR")
CHINESE = ("采购订单", "订单编号：DH-7001", "订单日期：2027-03-03", "币种：人民币")
Row = Sequence[str]


def width(text: str) -> float:
    return word(text, 0.0, 0.0).box.width


def cells(widths: Sequence[float], row: Row, top: float, right: frozenset[int]) -> list[Word]:
    """Return the words of a row, with the cells of the columns `right` at the right."""
    found: list[Word] = []
    x = LEFT
    for at, (wide, text) in enumerate(zip(widths, row, strict=True)):
        start = x + wide - PADDING - width(text) if at in right else x + PADDING
        found += words_of(text, start, top) if text else []
        x += wide
    return found


def centred(widths: Sequence[float], heads: Row, top: float, shifts: Sequence[float] = ()) -> list[Word]:
    found: list[Word] = []
    x = LEFT
    for at, (wide, text) in enumerate(zip(widths, heads, strict=True)):
        shift = shifts[at] if shifts else 0.0
        found += words_of(text, x + (wide - width(text)) / 2 + shift, top)
        x += wide
    return found


def read(
    widths: Sequence[float],
    heads: Row,
    rows: Sequence[Row],
    right: frozenset[int],
    *,
    head: Sequence[str] = ENGLISH,
    total: str = "Total EUR 1,048.40",
    shifts: Sequence[float] = (),
) -> Reading:
    words = [each for at, line in enumerate(head) for each in words_of(line, LEFT, 20.0 + 16 * at)]
    words += centred(widths, heads, 120.0, shifts)
    for at, row in enumerate(rows):
        words += cells(widths, row, 140.0 + 18 * at, right)
    words += words_of(total, LEFT + 300, 150.0 + 18 * len(rows))
    page = Page(1, LEFT + sum(widths) + 40, 900.0, tuple(words))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False))


def values(reading: Reading, *names: str) -> list[tuple[str | None, ...]]:
    fields = [[getattr(line, name) for name in names] for line in reading.lines]
    return [tuple(field.value if field is not None else None for field in each) for each in fields]


def sure(reading: Reading, *names: str) -> bool:
    fields = [getattr(line, name) for line in reading.lines for name in names]
    return all(field is not None and field.sure for field in fields)


WIDE = (70, 110, 110, 260, 80, 80, 120, 120, 110)
HEADS = ("Item", "Our code", "Your code", "Description", "Qty", "Unit", "Unit price", "Amount", "Checked by")
ROWS = (
    ("A-1", "KD-113", "40411007", "Bush, bronze", "12", "pcs", "14.20", "170.40", ""),
    ("A-2", "KD-114", "40411008", "Plug, brass", "3", "pcs", "211.00", "633.00", ""),
    ("B-1", "KD-209", "40411031", "Cord, graphite", "25", "m", "9.80", "245.00", ""),
)
NUMBERS = frozenset({4, 6, 7})
FIELDS = ("customer_part_number", "part_number", "description", "quantity", "unit", "unit_price", "amount")
EXPECTED = [
    ("KD-113", "40411007", "Bush, bronze", "12", "pcs", "14.20", "170.40"),
    ("KD-114", "40411008", "Plug, brass", "3", "pcs", "211.00", "633.00"),
    ("KD-209", "40411031", "Cord, graphite", "25", "m", "9.80", "245.00"),
]


def test_headings_in_the_middle_of_wide_columns_head_the_cells_at_their_sides() -> None:
    reading = read(WIDE, HEADS, ROWS, NUMBERS)
    assert values(reading, *FIELDS) == EXPECTED
    assert sure(reading, *FIELDS)


@pytest.mark.parametrize("at", [1, 3, 9])
def test_an_empty_column_keeps_its_heading(at: int) -> None:
    widths = [*WIDE[:at], 130, *WIDE[at:]]
    heads = [*HEADS[:at], "Drawing no.", *HEADS[at:]]
    rows = [[*row[:at], "", *row[at:]] for row in ROWS]
    right = frozenset(each + (at <= each) for each in NUMBERS)
    reading = read(widths, heads, rows, right)
    assert values(reading, *FIELDS) == EXPECTED
    assert all(line.drawing_number is None or line.drawing_number.value is None for line in reading.lines)


def test_chinese_headings_are_centred_alike() -> None:
    heads = ("序号", "供方编号", "图号", "货物名称", "数量", "单位", "单价", "金额", "备注")
    rows = (
        ("1", "40411007", "", "铜套", "12", "件", "14.20", "170.40", ""),
        ("2", "40411008", "", "丝堵", "3", "只", "211.00", "633.00", ""),
    )
    reading = read(WIDE, heads, rows, NUMBERS, head=CHINESE, total="合计：803.40")
    expected = [
        ("40411007", None, "铜套", "12", "件", "14.20", "170.40"),
        ("40411008", None, "丝堵", "3", "只", "211.00", "633.00"),
    ]
    names = ("part_number", "drawing_number", *FIELDS[2:])
    assert values(reading, *names) == expected


def test_headings_that_stand_anyhow_are_taken_in_their_order_and_not_surely() -> None:
    shifts = (14, 30, 20, 70, -18, 16, -24, -30)
    reading = read(WIDE[:8], HEADS[:8], [row[:8] for row in ROWS], NUMBERS, shifts=shifts)
    assert values(reading, *FIELDS) == EXPECTED
    assert not sure(reading, "part_number")


@pytest.mark.parametrize("side", [-1, 1])
def test_headings_at_one_side_of_their_columns_leave_an_empty_one_between_them(side: int) -> None:
    shifts = [side * (wide - width(text) - 2 * PADDING) / 2 for wide, text in zip(WIDE, HEADS, strict=True)]
    rows = [["" if at == 1 else text for at, text in enumerate(row)] for row in ROWS]
    reading = read(WIDE, HEADS, rows, NUMBERS, shifts=shifts)
    assert values(reading, *FIELDS) == [(None, *each[1:]) for each in EXPECTED]
    assert not sure(reading, "part_number")


def test_which_of_two_codes_is_absent_is_never_sure_where_headings_stand_anyhow() -> None:
    shifts = (14, 30, -30, 70, -18, 16, -24, -30)
    rows = [[row[0], "", *row[2:8]] for row in ROWS]
    reading = read(WIDE[:8], HEADS[:8], rows, NUMBERS, shifts=shifts)
    codes = [getattr(line, name) for line in reading.lines for name in FIELDS[:2]]
    assert not any(field is not None and field.sure and field.value is not None for field in codes)


def test_a_heading_of_money_is_none_of_texts() -> None:
    rows = [[*row[:6], row[3], row[7], ""] for row in ROWS]
    reading = read(WIDE, HEADS, rows, frozenset({4, 7}))
    assert not any(line.unit_price is not None and line.unit_price.value for line in reading.lines)
