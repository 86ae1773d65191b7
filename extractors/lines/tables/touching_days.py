"""A name so long that it touches the day in the next column: "Filter element L=75" and 11 Jun 2026.

The day begins right where its heading and the day of another item do; there the text is two.
"""

from collections.abc import Sequence

from extractors.fields import dates
from extractors.lines.item_table import Column
from extractors.page.runs import Run, cut_out
from extractors.vocabulary.meanings import Role

NEAR = 0.6
"""A letter begins where a heading does, give or take so many points."""
LONGEST = 24
"""A day has no more letters."""


def parted(lines: Sequence[Sequence[Run]], columns: Sequence[Column]) -> list[list[Run]]:
    """Return lines, a text cut where the day of the next column begins inside it, as in another line."""
    heads = [column.x0 for column in columns if column.role is Role.DELIVERY]
    days = [run.box.x0 for line in lines if heads for run in line if dates.parse(run.text)]
    places = [head for head in heads if any(abs(head - x) < NEAR for x in days)]
    return [[part for run in line for part in _parts(run, places)] if places else [*line] for line in lines]


def _parts(run: Run, places: Sequence[float]) -> list[Run]:
    at = next((at for place in places if (at := _inside(run, place)) is not None), None)
    if at is None or len(run.text) - at > LONGEST or not dates.parse(run.text[at:].strip()):
        return [run]
    name, day = cut_out(run, 0, at), cut_out(run, at, len(run.text))
    return [name, day] if name is not None and day is not None else [run]


def _inside(run: Run, place: float) -> int | None:
    """Return where in a text a letter begins at a place; None where none does."""
    if not run.box.x0 + NEAR < place < run.box.x1:
        return None
    for word, start in zip(run.words, run.starts, strict=True):
        if place < word.box.x1:
            at = next((at for at, x in enumerate(word.edges) if abs(x - place) < NEAR), None)
            whole = bool(at) and bool(dates.parse(run.text[start:].strip()))  # a day that begins before it
            return start + at if at is not None and not whole else None
    return None
