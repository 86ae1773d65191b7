"""Where the columns of a page run: by its own items, and by those on the pages before under its heading."""

from collections.abc import Sequence

from extractors.lines.columns.offset_headings import reaching
from extractors.lines.item_table import Column
from extractors.lines.tables.white_space import bounded
from extractors.runs import Run

Line = list[Run]


def settled(
    heads: Sequence[Column], anchors: Sequence[Line], full: Sequence[Line], others: Sequence[Line]
) -> tuple[Column, ...]:
    """Return the columns with their borders; `others` are main lines of the items on pages before.

    A program that prints each page as a table of its own sets its columns anew: where the items of the page
    leave white space between all of them, and those before would close it, the page stands alone.
    """
    own = bounded(reaching(heads, anchors), full)
    if not others:
        return own
    both = bounded(reaching(heads, [*others, *anchors]), [*others, *full])
    return own if _is_cut(own) and not _is_cut(both) else both


def _is_cut(columns: Sequence[Column]) -> bool:
    return all(column.cut for column in columns)
