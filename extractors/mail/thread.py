"""A mail's text as the mails in it: its own, then each one that is forwarded or quoted in it.

Words keep their pages and places, so evidence still points into the whole text. The heads that mail
programs write between the mails are left out, all but the subject: their dates and people are the
mail's and not the order's.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.mail.quoted_lines import TextLine, lines_of
from extractors.mail.separators import heads
from models.page import Box, Cell, Page, SourceDocument, Table, Word

MOST_HEADS = 40
"""Longer threads end in one mail that holds the rest."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One mail's words; `quoted` tells that it is not the mail's own text."""

    document: SourceDocument
    quoted: bool = False


def split(document: SourceDocument) -> tuple[Segment, ...]:
    """Return the mails in a mail's text, the mail's own first; there is at least one."""
    lines = lines_of(document.pages)
    own, *others = _groups(lines)
    if not others and len(own) == len(lines) and not any(line.depth for line in lines):
        return (Segment(document),)
    segments = [
        Segment(_part(document, own)),
        *(Segment(_part(document, each), quoted=True) for each in others),
    ]
    return tuple(each for each in segments if any(page.words for page in each.document.pages)) or (
        Segment(document),
    )


def _groups(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the lines of each mail, without the heads; the mail's own, which may be none, come first.

    Lines are told apart by depth of quoting, then by the heads: an answer below what it answers still
    belongs to the mail's own text.
    """
    if not lines:
        return [[]]
    introducing = {id(line) for line, then in itertools.pairwise(lines) if then.depth > line.depth}
    own: list[TextLine] = []
    others: list[list[TextLine]] = []
    for depth in sorted({line.depth for line in lines}):
        parts = list(_between_heads([line for line in lines if line.depth == depth], introducing))
        if depth == 0:
            own = parts.pop(0)
        others += [part for part in parts if part]
    return [own, *sorted(others, key=lambda part: (part[0].page, part[0].top))]


def _between_heads(lines: Sequence[TextLine], introducing: set[int]) -> Iterator[list[TextLine]]:
    """Yield what stands between heads; one right before marked lines only introduces these."""
    current: list[TextLine] = []
    at = 0
    for head in itertools.islice(heads(lines), MOST_HEADS):
        current += lines[at : head.first]
        if not any(id(line) in introducing for line in lines[head.first : head.end]):
            yield current
            current = [lines[index] for index in head.kept]
        at = head.end
    yield [*current, *lines[at:]]


def _part(document: SourceDocument, lines: Sequence[TextLine]) -> SourceDocument:
    """Return the document with what stands on these lines alone."""
    said = {
        id(word): one
        for line in lines
        for word, one in zip(line.words, line.said, strict=True)
        if one is not None
    }
    pages = [
        _page(page, [line for line in lines if line.page == page.number], said) for page in document.pages
    ]
    return replace(document, pages=tuple(pages))


def _page(page: Page, lines: Sequence[TextLine], said: dict[int, Word]) -> Page:
    rows = {line.row for line in lines if line.row is not None}
    tables = [
        _table(table, [row for row in range(table.rows) if (at, row) in rows], said)
        for at, table in enumerate(page.tables)
        if any(where == at for where, _ in rows)
    ]
    return replace(
        page,
        words=tuple(said[id(word)] for word in page.words if id(word) in said),
        tables=tuple(tables),
        pictures=tuple(box for box in page.pictures if _is_near(box, lines)),
    )


def _table(table: Table, rows: Sequence[int], said: dict[int, Word]) -> Table:
    """Return a table with these rows alone, and with those between them."""
    first, last = rows[0], rows[-1]
    cells = tuple(
        replace(
            cell,
            row=cell.row - first,
            row_span=min(cell.row_span, last - cell.row + 1),
            words=tuple(said[id(word)] for word in cell.words if id(word) in said),
        )
        for cell in table.cells
        if first <= cell.row <= last
    )
    whole = len(cells) == len(table.cells)
    return replace(table, cells=cells) if whole else _cropped(table, cells, last - first + 1)


def _cropped(table: Table, cells: tuple[Cell, ...], rows: int) -> Table:
    top, bottom = min(cell.box.top for cell in cells), max(cell.box.bottom for cell in cells)
    return Table(Box(table.box.x0, top, table.box.x1, bottom), rows, table.columns, cells)


def _is_near(box: Box, lines: Sequence[TextLine]) -> bool:
    """Tell whether a picture stands between or below these lines."""
    return any(line.top <= box.top for line in lines)
