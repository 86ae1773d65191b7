"""Headings of item numbers that are a mere mark and touch the next one: #Goods."""

import pytest
from paper import words_of

from extractors.lines.columns import cut_headings
from extractors.page.runs import make_run
from models.page import Page


def cut(text: str, *below: str) -> list[str]:
    """Return the headings that a text over two columns is cut into."""
    page = Page(1, 600.0, 800.0, ())
    lines = [[make_run(page, words_of(line, 48.0, 60.0 + 16 * at))] for at, line in enumerate(below)]
    run = make_run(page, words_of(text, 50.0, 40.0))
    return [each.text for each in cut_headings.parted(run, lines, frozenset())]


def test_a_mark_for_numbers_that_touches_the_next_heading_heads_a_column_where_numbers_count_on() -> None:
    assert cut("#Goods", "1 Seal", "2 Ring", "3 Sleeve") == ["#", "Goods"]


@pytest.mark.parametrize("below", [("10061277", "10061280"), ("4 Seal", "4 Ring"), ("Seal", "Ring")])
def test_such_a_mark_over_anything_else_belongs_to_its_heading(below: tuple[str, ...]) -> None:
    assert cut("#Goods", *below) == ["#Goods"]
