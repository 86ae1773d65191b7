"""The doubt that a row holds more than one item: a line of nothing but figures among its notes."""

import pytest
from paper import words_of

from extractors.lines.doubts import joined_items
from extractors.lines.item import Item
from extractors.lines.item_table import Row
from extractors.page.runs import make_run
from models.page import Box, Page
from models.reading import Evidence, Field, OrderLine

PAGE = Page(1, 600.0, 800.0, ())
LINE = OrderLine(
    part_number=Field("DS-4711", sure=True, evidence=Evidence(text="DS-4711")),
    quantity=Field("4", sure=True, evidence=Evidence(text="4")),
)


def item(*notes: tuple[str, float]) -> Item:
    runs = tuple(
        make_run(PAGE, words_of(text, 20.0 + 90.0 * at, top)) for at, (text, top) in enumerate(notes)
    )
    return Item(Row(PAGE, Box(0.0, 0.0, 100.0, 20.0), ()), {}, notes=runs)


@pytest.mark.parametrize(
    "notes",
    [
        [("6 pcs", 40.0), ("5,058.00", 40.0), ("30,348.00", 40.0)],
        [("5,058.00", 40.0), ("EUR 79.10 EUR 158.20", 40.0)],
        [("made in May", 20.0), ("7.5", 40.0), ("342.46", 40.0), ("2568.45", 40.0)],
    ],
)
def test_all_of_a_line_is_open_beside_figures_of_another(notes: list[tuple[str, float]]) -> None:
    (line,) = joined_items.doubted([item(*notes)], [LINE])
    assert line.part_number is not None
    assert line.quantity is not None
    assert (line.part_number.sure, line.quantity.sure) == (False, False)


@pytest.mark.parametrize(
    "notes",
    [
        [],
        [("List price 60.00", 40.0), ("discount 10.00", 40.0)],
        [("120.00", 40.0), ("5 %", 40.0)],
        [("5,058.00", 40.0), ("30,348.00", 60.0)],
        [("GA-4559-02", 40.0), ("20.5 x 3.55", 40.0)],
    ],
)
def test_notes_with_a_word_or_a_single_sum_open_nothing(notes: list[tuple[str, float]]) -> None:
    assert joined_items.doubted([item(*notes)], [LINE]) == (LINE,)
