"""Where the columns of a page run: by its own items, and by those on the pages before under its heading."""

from collections.abc import Sequence

from extractors.lines.columns.offset_headings import reaching
from extractors.lines.item_table import Column
from extractors.lines.tables.white_space import bounded
from extractors.page.runs import Run

Line = list[Run]


def settled(
    heads: Sequence[Column],
    anchors: Sequence[Line],
    full: Sequence[Line],
    others: Sequence[Line],
    further: Sequence[Line] = (),
) -> tuple[Column, ...]:
    """Return the columns with their borders; `others` are main lines of the items on pages before.

    `further` lines of the items show where a column begins that has nothing on the main ones.

    A program that prints each page as a table of its own sets its columns anew: where the items of the page
    leave white space between all of them, and those before would close it, the page stands alone.
    """
    full = [*full, *_alone(heads, full, further)]
    own = bounded(reaching(heads, anchors), full)
    if not others:
        return own
    both = bounded(reaching(heads, [*others, *anchors]), [*others, *full])
    return own if _is_cut(own) and not _is_cut(both) else both


def _alone(heads: Sequence[Column], full: Sequence[Line], further: Sequence[Line]) -> list[Line]:
    """Return what stands flush in a column that is empty on the main lines: codes above and below."""
    found: list[Line] = []
    for left, column, right in zip(heads, heads[1:], heads[2:], strict=False):
        if any(_is_over(run, column) for line in full for run in line):
            continue
        before = [run.box.x1 for line in full for run in line if run.box.x1 < column.x0]
        edge = max([left.x1, *before])
        texts = [run for line in further for run in line if edge < run.box.x0 and run.box.x1 < right.x0]
        over = [run.box.x0 for run in texts if _is_over(run, column)]
        flush = [run for run in texts if over and abs(run.box.x0 - over[0]) < 1]
        found += [[run] for run in flush] if len(flush) >= len(full) else []
    return found


def _is_over(run: Run, column: Column) -> bool:
    return run.box.x0 < column.x1 and run.box.x1 > column.x0


def _is_cut(columns: Sequence[Column]) -> bool:
    return all(column.cut for column in columns)
