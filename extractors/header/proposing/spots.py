"""Texts of a paper as proposals look at them: runs beside each other, and what a field took already."""

import re
from collections.abc import Iterator

from extractors.header.spoken import sentences
from extractors.page.runs import Run
from extractors.scope import Scope
from models.page import Box, union
from models.reading import Field

SHORT = 4
"""What is left of a caption for its second line is short: 号, "no."."""
LONGEST = 2000
"""A longer text is no paragraph of an order."""


def paragraphs(scope: Scope) -> Iterator[Run]:
    """Yield the paragraphs that speak for the order, those below its last item too."""
    texts = sentences.paragraphs((*scope.runs, *scope.under))
    return (run for run in texts if len(run.text) <= LONGEST)


def parts(text: str, ends: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where the sentences or clauses of a text begin and end, `ends` standing between them."""
    start = 0
    for mark in ends.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)


def behind(scope: Scope, run: Run) -> Iterator[Run]:
    """Yield what stands beside or below a text as its value would: at its right, then right below it.

    A caption whose end its narrow cell broke off has its value beside both of its lines.
    """
    under = below(scope, run)
    level = [other for other in scope.runs if other.page is run.page and _level(run, other)]
    if under and len(under[0].text) <= SHORT and not level:
        whole = union((run.box, under[0].box))
        level = [each for each in scope.runs if each.page is run.page and _beside(whole, each)]
    yield from sorted((each for each in level if each.box.x0 >= run.box.x1), key=lambda each: each.box.x0)[:1]
    yield from under


def below(scope: Scope, run: Run) -> list[Run]:
    """Return the text that stands right below another one, flush with it."""
    found = [other for other in scope.runs if other.page is run.page and _below(run, other)]
    return sorted(found, key=lambda each: each.box.top)[:1]


def _level(run: Run, other: Run) -> bool:
    return other is not run and other.box.top < run.box.middle < other.box.bottom


def _beside(box: Box, other: Run) -> bool:
    return box.top < other.box.middle < box.bottom and other.box.x0 >= box.x1


def _below(run: Run, other: Run) -> bool:
    gap = other.box.top - run.box.bottom
    height = max(run.box.height, other.box.height)
    return -0.2 * height < gap < 1.2 * height and abs(other.box.x0 - run.box.x0) < 2 * height


def is_of(field: Field | None, text: str) -> bool:
    """Tell whether a field has a value already, and it is this one."""
    return field is not None and field.value is not None and field.value == text
