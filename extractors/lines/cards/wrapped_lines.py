"""Lines of a text as items are told in, those that the edge of the page broke put together again.

Texts set by hand or by machines break anywhere: "Total(GB" and "P) 7200.00", 218,61 and 8.40元. Whether
a blank was lost at the break is not printed. What the whole says decides: the way in which its numbers make
each other, or in which more of it is understood. A name or code over two lines stays unsure.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.lines.cards.text_numbers import closes
from extractors.lines.headings import recognise
from extractors.lines.item import Text
from extractors.lines.texts import item_clauses
from extractors.lines.texts.clause_cuts import COLON
from extractors.lines.texts.text_lines import BULLET, NUMBERING, TextLine, line_of, runs_by_line
from extractors.lines.texts.wrapped_labels import on_one_line
from extractors.page.blocks import PageBlocks
from extractors.page.runs import IDEOGRAPH, Run, joined
from extractors.vocabulary.meanings import Role

NEAR = 1.6
"""The next line of a text is no further below than so many heights of its letters."""
INDENT = 4.0
"""It begins where the first one does, or so many heights of its letters beside it."""
MOST = 4
"""An item over more lines is not put together."""
ENDS = (":", "：", "。", "；", ";")
"""What stands behind a line that was not broken."""
STEPS = frozenset({1, 10})
HALF = 0.5
"""A line that the edge of the page broke is longer than this share of the page's width."""


def lines_of(page: PageBlocks) -> Iterator[TextLine]:
    """Yield the lines of a page, from top to bottom, broken ones as one."""
    lines = _with_values(list(runs_by_line(page)))
    reach = _reach(page)
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and end - at < MOST and _goes_on(lines[at], lines[end - 1], lines[end], reach):
            end += 1
        yield _whole([line[0] for line in lines[at:end]]) if end - at > 1 else line_of(lines[at])
        at = end


def _with_values(lines: Sequence[list[Run]]) -> list[list[Run]]:
    """Return the lines, labels at the end of one with the values that the edge pushed below it.

    "Unit: pcs   Line value:" and 348.00 alone on the next line; "Unit: pcs   Line" and "value: 348.00".
    """
    whole: list[list[Run]] = []
    for line in lines:
        above = whole[-1] if whole else []
        if len(above) > 1 and len(line) == 1 and (run := _labelled(above[-1], line[0])) is not None:
            whole[-1] = [*above[:-1], run]
        else:
            whole.append(line)
    return whole


def _labelled(label: Run, value: Run) -> Run | None:
    """Return a label with its value, None where they are none of each other."""
    near = value.page is label.page and 0 < value.box.middle - label.box.bottom < NEAR * label.box.height
    if not near or value.box.x1 > label.box.x0 or item_clauses.role_of(label.text) is not None:
        return None
    both = joined([label, value])
    colon = COLON.search(both.text)
    if colon is None or item_clauses.role_of(both.text) is None:
        return None
    heading = recognise(both.text[: colon.start()])
    ended = COLON.search(label.text) is None or label.text.endswith(ENDS[:2])
    return both if heading is not None and heading.exact and ended else None


def _reach(page: PageBlocks) -> float:
    """Return where lines break: as far from the right edge of the page as texts begin from its left one."""
    return page.page.width - min((block.box.x0 for block in page.blocks), default=0.0)


def _goes_on(first: Sequence[Run], above: Sequence[Run], below: Sequence[Run], reach: float) -> bool:
    """Tell whether a line was broken at the edge of the page: the next word found no room on it."""
    if len(above) > 1 or len(below) > 1 or above[0].page is not below[0].page or above[0].page.synthetic:
        return False
    upper, lower = above[0].box, below[0].box
    if not 0 < lower.middle - upper.bottom < NEAR * upper.height or upper.width < HALF * reach:
        return False
    if above[0].text.endswith(ENDS) or reach - upper.x1 > INDENT * upper.height:
        return False
    if abs(lower.x0 - first[0].box.x0) > INDENT * upper.height or _begins(below[0], first[0]):
        return False
    return reach - upper.x1 < _room(below[0])


def _begins(run: Run, first: Run) -> bool:
    """Tell whether a line begins an item: a mark, or the number behind that of the line before."""
    numbering, before = NUMBERING.match(run.text), NUMBERING.match(first.text)
    if numbering is None or numbering.end() == len(run.text):
        return BULLET.match(run.text) is not None
    numbers = [each["number"] for each in (before, numbering) if each is not None]
    if len(numbers) == 1 or not all(map(str.isdigit, numbers)):
        return True
    return int(numbers[1]) - int(numbers[0]) in STEPS


def _room(run: Run) -> float:
    """Return how much room the beginning of a line needs: its first word, or one ideograph."""
    word = run.words[0]
    whole = next((at for at, letter in enumerate(word.text) if IDEOGRAPH.match(letter)), len(word.text))
    return word.part(0, max(whole, 1)).width + word.box.height / 2


def _whole(runs: Sequence[Run]) -> TextLine:
    """Return what broken lines say together."""
    lines = [_read(runs, ways) for ways in itertools.product((True, False), repeat=len(runs) - 1)]
    return max(lines, key=lambda line: (closes([line]), len(line.roles), -len(line.said)))


def _read(runs: Sequence[Run], ways: Sequence[bool]) -> TextLine:
    whole = runs[0]
    for run, glue in zip(runs[1:], ways, strict=True):
        whole = joined([whole, run], glue=glue)
    line = line_of([whole])
    return replace(line, said=tuple((role, _doubted(role, text)) for role, text in line.said))


def _doubted(role: Role | None, text: Text) -> Text:
    """Return a text; one over two lines is not certain unless it is a number, which can be proven."""
    if role in {Role.QUANTITY, Role.PRICE, Role.LIST_PRICE, Role.AMOUNT} or on_one_line(
        text.run, text.start, text.end
    ):
        return text
    heading = replace(text.heading, exact=False) if text.heading is not None else None
    return replace(text, heading=heading, lines=2)
