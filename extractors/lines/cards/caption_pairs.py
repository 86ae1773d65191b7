"""Captions with the values that stand below them, in a cell or on the page, and the cards that they make."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.lines.headings import Heading
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Role
from models.page import Doubt, Word

NEAR = 3.0
"""A value begins so near its caption, in points, and cards of one column so near each other."""


@dataclass(frozen=True, slots=True)
class Captioned:
    """A caption, the role that it names, and the value below it."""

    caption: Run
    role: Role
    heading: Heading
    value: Run

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of caption and value."""
        return (*self.caption.words, *self.value.words)


@dataclass(frozen=True, slots=True)
class Card:
    """The captions of one item, and from where to where it reaches: the `last` has none below it."""

    pairs: tuple[Captioned, ...]
    left: float
    right: float
    bottom: float
    last: bool

    @property
    def top(self) -> float:
        """Where the line of its first caption begins."""
        return self.pairs[0].caption.box.top - NEAR

    def holds(self, run: Run) -> bool:
        """Tell whether a text begins in the card."""
        box = run.box
        return self.left <= box.x0 < self.right and self.top < box.top < self.bottom


def value_of(page: PageBlocks, block: Block) -> Run | None:
    """Return what stands below a caption: in its own cell, in the one beneath, or on the page."""
    if block.cell is None:
        return _below(page, block.lines[0])
    own = _upright(block.lines[1:])
    if own:
        return joined(own)
    beneath = page.below(block)
    level = _upright(beneath.lines) if beneath is not None else ()
    return joined(level) if level else None


def _upright(lines: Sequence[Run]) -> Sequence[Run]:
    """Return the lines of a cell but the letters of a seal across it; askew figures may correct others."""
    return [line for line in lines if not _is_stamped(line)]


def _is_stamped(line: Run) -> bool:
    askew = all(word.doubt is Doubt.ASKEW for word in line.words)
    return askew and not any(map(str.isdigit, line.text))


def _below(page: PageBlocks, caption: Run) -> Run | None:
    """Return the text that begins right below a caption where the caption does."""
    below = page.under(caption.box)
    return below.lines[0] if below is not None and abs(below.box.x0 - caption.box.x0) < NEAR else None
