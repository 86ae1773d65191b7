"""Cards side by side below titles that count them, their lines in whatever form.

    Item 1                               Item 2
    Cartridge seal CS20                  Shaft sleeve 40
    6 pcs @ EUR 20.00    EUR 120.00      2 pcs @ EUR 5.00    EUR 10.00

All titles are alike but for their numbers, and count on from left to right and from row to row.
"""

import itertools
from collections.abc import Iterator, Sequence

from extractors.late import late
from extractors.lines.cards.label_texts import NEAR
from extractors.lines.texts.text_lines import TextLine, line_of
from extractors.page.runs import Run

FIGURES = late(r"\d+")
TITLE = late(r"[^\d:：]{0,12}\d{1,4}[^\w:：]*(?:项|号)?\s*")
"""A title is a number with a word, and nothing more."""
STEPS = frozenset({1, 10})
WIDER = 1.6
"""What stands so many times as far below a card as its own lines from each other is no part of it."""
TWO = 2

Row = tuple[int, tuple[Run, ...]]
"""Where a line of titles stands, and the titles."""


def unfolded(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines with such cards below each other, each with its title first."""
    rows = _rows(lines)
    if not rows:
        return list(lines)
    places = [run.box.x0 for run in rows[0][1]]
    ends = [at for at, _ in rows[1:]]
    end = _end(lines, rows, places)
    found: list[TextLine] = list(lines[: rows[0][0]])
    for (start, _), stop in zip(rows, [*ends, end], strict=True):
        found += _below_each_other(lines[start:stop], places)
    return [*found, *lines[end:]]


def _rows(lines: Sequence[TextLine]) -> list[Row]:
    """Return the lines of titles: they stand in the same columns, and their numbers count on."""
    rows = [(at, line.runs) for at, line in enumerate(lines) if _is_title(line)]
    first = next((runs for _, runs in rows if len(runs) >= TWO), None)
    if first is None or rows[0][1] is not first:
        return []
    words, places = FIGURES.sub("", first[0].text), [run.box.x0 for run in first]
    rows = [row for row in rows if all(FIGURES.sub("", run.text) == words for run in row[1])]
    numbers = [int(FIGURES.findall(run.text)[0]) for _, runs in rows for run in runs]
    counted = (
        numbers[:1] != []
        and numbers[0] in STEPS
        and numbers == [numbers[0] * (at + 1) for at in range(len(numbers))]
    )
    level = all(_stand_in(runs, places) for _, runs in rows)
    one = len({id(runs[0].page) for _, runs in rows}) == 1
    return rows if counted and level and one else []


def _is_title(line: TextLine) -> bool:
    return all(TITLE.fullmatch(run.text) is not None for run in line.runs)


def _stand_in(runs: Sequence[Run], places: Sequence[float]) -> bool:
    """Tell whether titles begin where those of the first row do; the last row may have fewer."""
    pairs = zip(runs, places, strict=False)
    return len(runs) <= len(places) and all(abs(run.box.x0 - place) <= NEAR for run, place in pairs)


def _end(lines: Sequence[TextLine], rows: Sequence[Row], places: Sequence[float]) -> int:
    """Return where the last row of cards ends: a line reaches over two of them, or stands far below."""
    last = rows[-1][0]
    inner = [range(one, two - 1) for (one, _), (two, _) in itertools.pairwise(rows)]
    known = max((_pitch(lines, at) for span in inner for at in span), default=0.0)
    at = last
    while at + 1 < len(lines):
        pitch = _pitch(lines, at)
        below = lines[at + 1]
        if (known and pitch > WIDER * known) or _crosses(below, places):
            break
        if below.runs[0].page is not lines[at].runs[0].page:
            break
        known = known if inner else max(known, pitch)
        at += 1
    return at + 1


def _pitch(lines: Sequence[TextLine], at: int) -> float:
    """Return how far a line stands above the next one."""
    return min(run.box.top for run in lines[at + 1].runs) - min(run.box.top for run in lines[at].runs)


def _crosses(line: TextLine, places: Sequence[float]) -> bool:
    """Tell whether a text begins in one column and ends in the next."""
    return any(
        run.box.x0 < place - NEAR and run.box.x1 > place + NEAR for run in line.runs for place in places[1:]
    )


def _below_each_other(lines: Sequence[TextLine], places: Sequence[float]) -> Iterator[TextLine]:
    """Yield what stands in the first column, then what stands in the next."""
    edges = [place - NEAR for place in places[1:]]
    for column in range(len(places)):
        for line in lines:
            runs = [run for run in line.runs if sum(run.box.x0 >= edge for edge in edges) == column]
            if runs:
                yield line_of(sorted(runs, key=lambda run: run.box.x0))
