"""Titles of cards: the number of the item, its name, and at the right how far the order of it has come.

"Item 00020   Ring SSiC          Ordered, awaiting confirmation"; 行 2 静环 … 未发货; or 第 2 项 alone.
A portal puts a box to choose the item before its number, and buttons behind its name: 变更, "Details".
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from extractors.fields import parts
from extractors.header.labelling.label_words import COLON
from extractors.late import late
from extractors.lines.headings import Heading
from extractors.lines.item import Text
from extractors.lines.texts.text_lines import NUMBER, TextLine, line_of
from extractors.page.runs import Run, joined, rows_of
from extractors.vocabulary.belonging import ACTION, STAGE
from extractors.vocabulary.meanings import Role

TITLE = 2.0
"""The name stands so close above the captions, in heights of the larger letters: captions are often small."""
LEVEL = 3.0
"""The middles of two texts of one line are nearer to each other, in points."""
APART = 3.0
"""So far behind the name stands what a portal says of the item, in heights of letters."""
NUMBERED = late(
    r"(?P<box>[☐□]\s*)?(?:(?:item|line|pos\.?|position|行|项|第)\s*){0,2}"
    r"(?P<number>\d{1,6})(?:\s*[.:：项行])?\s+(?=\S)(?![项行]\s*$)"
    r"|(?:(?:item|line|pos\.?|position|行|项|第)\s*){1,2}(?P<bare>\d{1,6})(?:\s*[项行])?\s*$",
    re.IGNORECASE,
)
"""How a title begins with its item's number: "Item 00020 Ring SSiC"; or is nothing else: 行 0020, 第 2 项."""
NAMED = Heading("", frozenset({Role.DESCRIPTION}), exact=False)
"""What stands above a card behind no number may be its place or machine as well."""
CODED = Heading("", frozenset({Role.PART}), exact=False)


def above(head: Run, runs: Sequence[Run]) -> Run | None:
    """Return the title above the first caption of a card, among the texts in the card's column."""
    over = [run for run in runs if run.box.bottom <= head.box.top]
    told = [run for run in over if NUMBERED.match(run.text) or not COLON.search(run.text)]
    near = [run for run in told if head.box.top - run.box.bottom < TITLE * _letters(run, [head, *told])]
    named = _without_stage(_without_actions(_as_read(near)))
    return joined(named) if named else None


def _letters(run: Run, others: Sequence[Run]) -> float:
    """Return the height of the largest letters of a caption and of what stands on the line of a title."""
    level = (each.box.height for each in others[1:] if abs(each.box.middle - run.box.middle) < LEVEL)
    return max(others[0].box.height, *level)


def _as_read(runs: Sequence[Run]) -> list[Run]:
    """Return texts line by line: a name is often set larger than the number beside it."""
    rows = rows_of(word for run in runs for word in run.words)
    places = {id(word): (at, word.box.x0) for at, row in enumerate(rows) for word in row}
    return sorted(runs, key=lambda run: places[id(run.words[0])])


def _without_actions(line: Sequence[Run]) -> Sequence[Run]:
    """Return the texts of a title but the buttons behind its name."""
    names = [at for at, run in enumerate(line) if not ACTION.fullmatch(run.text)]
    return line[: names[-1] + 1] if names else line


def _without_stage(line: Sequence[Run]) -> list[Run]:
    """Return the texts of a title but what says, apart at its right, how far the order has come."""
    end = max((run.box.x1 for run in line if not STAGE.fullmatch(run.text)), default=0.0)
    return [
        run
        for run in line
        if not STAGE.fullmatch(run.text) or not 0 < end < run.box.x0 - APART * run.box.height
    ]


def count_on(titles: Sequence[Run | None]) -> bool:
    """Tell whether all titles begin with a number, and the numbers rise."""
    counted = [number for title in titles if (number := _number(title)) is not None]
    return len(counted) == len(titles) and all(one < two for one, two in itertools.pairwise(counted))


def _number(title: Run | None) -> int | None:
    found = NUMBERED.match(title.text) if title is not None else None
    return int(found["number"] or found["bare"]) if found is not None else None


def told(title: Run | None, *, numbered: bool) -> list[TextLine]:
    """Return the line of a title, which begins with the item's number where those of all cards count on."""
    if title is None or not numbered:
        return [line_of([title])] if title is not None else []
    found = NUMBERED.match(title.text)
    assert found is not None
    bare = found["bare"] is not None
    number = Text(title, *found.span("bare" if bare else "number"), NUMBER)
    said = () if bare else tuple(_said(title, found.end(), NAMED if found["box"] else None))
    return [TextLine((title,), said, number, int(found["bare"] or found["number"]))]


def _said(title: Run, start: int, named: Heading | None) -> Iterator[tuple[Role, Text]]:
    """Yield the name in a title, and the code that it may begin with: "10 MAT0012087344 Seal kit".

    An item with an empty box before it may be one that nobody chose.
    """
    code = title.text[start:].split(" ", maxsplit=1)[0]
    if parts.is_clear(code) and len(title.text) > start + len(code):
        yield Role.PART, Text(title, start, start + len(code), CODED)
        start += len(code) + 1
        yield Role.DESCRIPTION, Text(title, start, len(title.text), NAMED)
    else:
        yield Role.DESCRIPTION, Text(title, start, len(title.text), named)
