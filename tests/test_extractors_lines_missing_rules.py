"""Drawn tables in which lines across are missing: figures, sums and numbers of items that share a cell."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from paper import words_of

from extractors.lines.item_table import Row, make_column
from extractors.lines.tables import led_items, led_order, ruled_storeys, undrawn_rows
from extractors.lines.tables.led_order import Part
from extractors.page.runs import Run, make_run, rows_of, split_line
from models.page import Box, Cell, Page

PAGE = Page(1, 600.0, 800.0, ())
PLACES = (20.0, 60.0, 260.0, 320.0, 400.0)
COLUMNS = [
    make_column(x, x + width, [text])
    for x, width, text in zip(
        PLACES, (40, 200, 60, 80, 100), ["Item", "Description", "Qty", "Price", "Amount"], strict=True
    )
]
NUMBERS = 0
NAME = [(1, "Camprofile gasket DN65")]
CODE = [(1, "Your part no.: KG-2065")]
FIGURES = [(2, "4 pcs"), (3, "25.00"), (4, "100.00")]


def runs_of(lines: Sequence[Sequence[tuple[int, str]]], top: float = 100.0) -> list[Run]:
    """Return the texts of lines, each under a column."""
    words = [
        word
        for at, line in enumerate(lines)
        for column, text in line
        for word in words_of(text, PLACES[column] + 2, top + at * 14.0)
    ]
    return [run for line in rows_of(words) for run in split_line(PAGE, line)]


def row_of(lines: Sequence[Sequence[tuple[int, str]]], cells: Sequence[Sequence[Run]] = ()) -> Row:
    """Return a drawn row with a cell over all columns."""
    runs = tuple(runs_of(lines))
    filled = tuple(map(tuple, cells)) or ((),) * len(COLUMNS)
    return Row(PAGE, Box(20.0, 98.0, 500.0, 100.0 + len(lines) * 14.0), filled, runs)


def told(rows: Sequence[Row]) -> list[tuple[list[str], list[str]]]:
    return [
        ([run.text for cell in row.cells for run in cell], [run.text for run in row.spanning]) for row in rows
    ]


def test_a_line_of_figures_in_a_cell_over_all_columns_is_a_row_under_the_headings() -> None:
    parted = undrawn_rows.parted(row_of([FIGURES, NAME, CODE]), COLUMNS)
    assert told(parted) == [
        (["4 pcs", "25.00", "100.00"], []),
        ([], ["Camprofile gasket DN65", "Your part no.: KG-2065"]),
    ]
    assert [run.text for run in parted[0].cells[4]] == ["100.00"]


@pytest.mark.parametrize("lines", [[NAME, CODE], [NAME], [[(1, "Total 2 pieces")]]])
def test_texts_alone_stay_one_row(lines: Sequence[Sequence[tuple[int, str]]]) -> None:
    row = row_of(lines)
    assert undrawn_rows.parted(row, COLUMNS) == (row,)


def test_what_stands_above_the_number_of_an_item_belongs_to_the_one_before() -> None:
    number = runs_of([[], [(0, "20")]])
    cells = [number, [], [], [], []]
    parted = undrawn_rows.parted(row_of([[(1, "with certificate")], NAME], cells), COLUMNS)
    assert told(parted) == [([], ["with certificate"]), (["20"], ["Camprofile gasket DN65"])]
    assert [run.text for run in parted[1].cells[NUMBERS]] == ["20"]


def test_captions_of_sums_in_one_cell_take_their_amounts_line_by_line() -> None:
    amounts = runs_of([[(4, "160.00")], [(4, "32.00")], [(4, "192.00")]])
    captions = [[(1, "Subtotal")], [(1, "VAT 20%")], [(1, "Grand total")]]
    parted = undrawn_rows.parted(row_of(captions, [[], [], [], [], amounts]), COLUMNS)
    assert told(parted) == [
        (["160.00"], ["Subtotal"]),
        (["32.00"], ["VAT 20%"]),
        (["192.00"], ["Grand total"]),
    ]


def test_a_name_beside_two_amounts_is_no_row_of_sums() -> None:
    amounts = runs_of([[(4, "160.00")], [(4, "32.00")]])
    row = row_of([[(1, "Gland packing")], [(1, "VAT 20%")]], [[], [], [], [], amounts])
    assert undrawn_rows.parted(row, COLUMNS) == (row,)


def test_the_sum_in_the_row_of_the_last_item_is_a_row_of_its_own() -> None:
    cells = [
        [],
        runs_of([[], [(1, "Grand total")]]),
        runs_of([[(2, "4 pcs")]]),
        runs_of([[(3, "25.00")]]),
        runs_of([[(4, "100.00")], [(4, "160.00")]]),
    ]
    row = Row(PAGE, Box(20.0, 98.0, 500.0, 128.0), tuple(map(tuple, cells)))
    parted = undrawn_rows.parted(row, COLUMNS)
    assert told(parted) == [(["4 pcs", "25.00", "100.00"], []), (["Grand total", "160.00"], [])]


def cell_of(column: int, lines: Sequence[str], span: int = 3) -> tuple[Cell, list[Run]]:
    runs = runs_of([[(column, text)] if text else [] for text in lines])
    box = Box(PLACES[column], 98.0, PLACES[column] + 80, 98.0 + 14.0 * len(lines))
    return Cell(0, column, box, tuple(word for run in runs for word in run.words), row_span=span), runs


def band(at: int) -> Box:
    return Box(20.0, 98.0 + at * 14.0, 500.0, 98.0 + (at + 1) * 14.0)


def level(column: int, lines: Sequence[str], at: int, span: int = 3) -> list[str] | None:
    cell, runs = cell_of(column, lines, span)
    found = ruled_storeys.level_numbers(cell, runs, band(at), COLUMNS[column])
    return None if found is None else [run.text for run in found]


def test_numbers_in_a_cell_over_several_rows_belong_to_the_rows_they_stand_in() -> None:
    amounts = ["100.00", "160.00", "192.00"]
    assert [level(4, amounts, at) for at in range(3)] == [["100.00"], ["160.00"], ["192.00"]]
    assert [level(0, ["1", "", "2"], at) for at in range(3)] == [["1"], [], ["2"]]


def test_what_one_cell_says_for_several_rows_stays_with_all_of_them() -> None:
    assert level(4, ["100.00"], 0) is None  # one amount for all
    assert level(4, ["100.00", "per lot"], 0) is None
    assert level(4, ["100.00", "160.00"], 0, span=1) is None
    assert level(4, ["100.00", "160.00"], 2) is None  # no line stands level with the third row
    assert level(1, ["Gland packing", "25 x 25", "graphite"], 1) is None
    assert level(0, ["A", "all for pump P-7"], 1) is None


N, F, T, W = Part.NUMBERED, Part.FIGURES, Part.TEXT, Part.WHOLE


def test_numbers_lead_their_figures_though_one_of_many_was_lost() -> None:
    plain = [N, F, T] * 9
    assert led_order.starts(plain) == list(range(0, 27, 3))
    lost = [*plain[:12], *plain[13:]]  # the number of the fifth item is gone
    assert led_order.starts(lost) == [0, 3, 6, 9, *range(14, 26, 3)]


def test_nothing_leads_where_every_third_number_is_without_figures() -> None:
    assert led_order.starts([N, F, N, T, N, F] * 3) == []


def test_many_numbered_items_lead_beside_some_that_stand_on_one_line() -> None:
    assert led_order.starts([N, F] * 8 + [W, W]) == [*range(0, 16, 2), 16, 17]
    assert led_order.starts([N, F, W, W, W, W]) == []


def test_lots_in_the_drawn_row_of_an_item_are_rows_of_their_own() -> None:
    columns = [*COLUMNS[:4], make_column(400, 460, ["Amount"]), make_column(470, 560, ["Delivery date"])]
    cells = [
        [],
        runs_of([[], [(1, "Lot 1")], [(1, "Lot 2")]]),
        runs_of([[(2, "8")], [(2, "4")], [(2, "4")]]),
        runs_of([[(3, "25.00")]]),
        runs_of([[(4, "200.00")]]),
        [
            make_run(PAGE, words_of(day, 472.0, 100.0 + at * 14.0))
            for at, day in enumerate(("2026-03-24", "2026-03-24", "2026-04-21"))
        ],
    ]
    row = Row(PAGE, Box(20.0, 98.0, 560.0, 142.0), tuple(map(tuple, cells)))
    assert [texts for texts, _ in told(undrawn_rows.parted(row, columns))] == [
        ["8", "25.00", "200.00", "2026-03-24"],
        ["Lot 1", "4", "2026-03-24"],
        ["Lot 2", "4", "2026-04-21"],
    ]


def test_a_text_below_the_figures_of_a_row_is_no_name_beside_them() -> None:
    figures = [runs_of([[(2, "8")]]), runs_of([[(3, "25.00")]]), runs_of([[(4, "200.00")]])]
    below = runs_of([[], [(1, "Lot 1")]])
    beside = runs_of([[(1, "Gland packing")]])
    leading = Row(PAGE, Box(20.0, 80.0, 500.0, 96.0), (), tuple(runs_of([[(1, "Seal")]], top=82.0)))
    for name, joined in ((below, 1), (beside, 2)):
        row = Row(PAGE, Box(20.0, 98.0, 500.0, 128.0), tuple(map(tuple, [[], name, *figures])))
        top = replace(leading, cells=((),) * len(COLUMNS))
        assert len(led_items.joined([top, row], COLUMNS)) == joined
