"""Boxes to tick that a page draws, or a form in it has, as the characters that typed forms have for them.

The text of a page does not hold them, so that "EXW" and "FCA" behind two boxes would both be said. A box is
empty unless something lies in it; whoever reads the words sees "☐ EXW ☑ FCA".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.page import Box, Word

EMPTY, TICKED = "☐", "☑"
SMALLEST, LARGEST = 5.0, 16.0
"""The side of a box to tick, in points."""
UNEVEN = 2.0
"""Its sides differ by no more, in points."""
NEAR = 14.0
"""The text of an option begins no further behind its box, in points."""
CROSSES = frozenset("xXvV√✓✔✗✘×●■•☑☒🗹üûþý")
"""What is typed, or set in a font of signs, to tick a box."""
PALE = 230
"""Colours with no darker part than this (of 255) are the paper's."""
BEYOND = 2.2
"""A tick is no longer than so many sides of its box."""
LEAST = 2
"""One square alone may be anything; options are several."""
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Square:
    """A small square on a page; `ticked` is None where only what lies in it tells."""

    box: Box
    order: int = -1
    ticked: bool | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is drawn on a page, which may lie in a square."""

    box: Box
    order: int
    colour: Colour | None


def is_square(box: Box) -> bool:
    """Tell whether a box has the size and the shape of one to tick."""
    sides = (box.width, box.height)
    return min(sides) >= SMALLEST and max(sides) <= LARGEST and max(sides) - min(sides) <= UNEVEN


def with_boxes(words: Sequence[Word], squares: Iterable[Square], marks: Sequence[Mark]) -> tuple[Word, ...]:
    """Return the words of a page with the boxes that stand before an option, each as a word."""
    apart = _apart(list(squares))
    boxes = [(each, _option(each, words)) for each in apart]
    found = [(each, option) for each, option in boxes if option is not None and _fits(each, words)]
    if len(found) < LEAST:
        return tuple(words)
    typed = {id(word) for each, _ in found for word in _inside(each, words)}
    before: dict[int, list[Word]] = {}
    for each, option in found:
        before.setdefault(id(option), []).append(_word(each, option, words, marks))
    # Where a seal's text lies over a line, the order of the words tells which belong together.
    return tuple(
        each
        for word in words
        for each in (*before.get(id(word), ()), word)
        if each is not word or id(word) not in typed
    )


def _apart(squares: list[Square]) -> list[Square]:
    """Return the squares that touch no other one; of a form's and the drawn one in it the form's counts."""
    form = [each for each in squares if each.ticked is not None]
    drawn = [each for each in squares if each.ticked is None and not any(_meet(each, one) for one in form)]
    drawn = [each for each in drawn if not any(_is_inside(each, one) for one in drawn)]
    return [*form, *(each for each in drawn if not any(_meet(each, one) for one in drawn if one != each))]


def _is_inside(inner: Square, outer: Square) -> bool:
    """Tell whether a square lies within a larger, earlier one: it ticks that, or frames it twice."""
    a, b = inner.box, outer.box
    smaller = a.width < b.width and a.height < b.height and inner.order > outer.order
    return smaller and b.x0 <= a.x0 and a.x1 <= b.x1 and b.top <= a.top and a.bottom <= b.bottom


def _meet(one: Square, other: Square) -> bool:
    a, b = one.box, other.box
    across = min(a.x1, b.x1) - max(a.x0, b.x0)
    return across > -1 and min(a.bottom, b.bottom) - max(a.top, b.top) > -1


def _option(square: Square, words: Sequence[Word]) -> Word | None:
    """Return the word that begins right behind a square."""
    box = square.box
    behind = [
        word
        for word in words
        if word.box.top < box.middle < word.box.bottom and box.centre < word.box.x0 < box.x1 + NEAR
    ]
    return min((word for word in behind if word.box.x0 >= box.x1 - 1), key=_left, default=None)


def _left(word: Word) -> float:
    return word.box.x0


def _inside(square: Square, words: Sequence[Word]) -> list[Word]:
    box = square.box
    return [
        word
        for word in words
        if box.x0 - 1 < word.box.centre < box.x1 + 1
        and box.top - 1 < word.box.middle < box.bottom + 1
        and word.box.width < BEYOND * box.width
    ]


def _fits(square: Square, words: Sequence[Word]) -> bool:
    """Tell whether nothing stands in a square, or what ticks it: a digit in one is a part of a number."""
    return all(set(word.text) <= CROSSES for word in _inside(square, words)) or square.ticked is not None


def _word(square: Square, option: Word, words: Sequence[Word], marks: Sequence[Mark]) -> Word:
    """Return the box as a word on the line of its option."""
    ticked = square.ticked
    if ticked is None:
        ticked = bool(_inside(square, words)) or any(_lies_in(mark, square) for mark in marks)
    end = min(square.box.x1, option.box.x0 - 0.1)
    box = Box(square.box.x0, option.box.top, end, option.box.bottom)
    return Word(TICKED if ticked else EMPTY, box, (box.x0, box.x1))


def _lies_in(mark: Mark, square: Square) -> bool:
    """Tell whether something dark is drawn in a square after it."""
    box, side = mark.box, square.box.width
    dark = mark.colour is None or min(mark.colour) < PALE
    within = square.box.x0 < box.centre < square.box.x1 and square.box.top < box.middle < square.box.bottom
    return dark and within and mark.order > square.order and max(box.width, box.height) < BEYOND * side
