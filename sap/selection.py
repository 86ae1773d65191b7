"""Long exports gone through once: only the rows that belong to what is asked for are read in full.

An export of all orders has hundreds of thousands of rows, a weekly list names some thousands of them.
"""

import itertools
import zlib
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

from models.errors import ColumnsNotUnderstoodError
from models.invoice_sources import Fault, Listed
from sap import keys, layouts, notation, shapes, table
from sap.blocks import ROWS, Block
from sap.cells import Cells
from sap.headers import Header, Names
from sap.layouts import Layout
from sap.notation import FileNotation
from sap.table import Content, Row, Sheet, Source

T = TypeVar("T")

HEAD = ROWS
"""So many rows at the beginning tell the header, and help to find out the notation."""

Witness = Callable[[Sequence[Cells]], int]
"""Counts rows that fit what is known otherwise, where a file's numbers can be read in two ways."""


class SomeKeys(AbstractSet[str]):
    """One key in so many, always the same ones: to look into a long export without reading all of it."""

    def __init__(self, one_in: int) -> None:
        self.one_in = one_in

    def __contains__(self, key: object) -> bool:
        """Tell whether the rows of a key are looked at; those without a key are not."""
        return bool(key) and zlib.crc32(str(key).encode("utf-8", "replace")) % self.one_in == 0

    def __iter__(self) -> Iterator[str]:
        """Yield nothing: the keys are not known before they are met."""
        return iter(())

    def __len__(self) -> int:
        """Return 0, as there is nothing to go through."""
        return 0


@dataclass(frozen=True, slots=True)
class Place:
    """A row that was chosen, and where it stands."""

    sheet: str
    row: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Chosen:
    """The chosen rows of an export, and how it was understood; `total` counts all rows that have a key."""

    places: tuple[Place, ...]
    header: Header
    notation: FileNotation
    total: int = 0

    def listed(self, rows: tuple[T, ...], faults: Sequence[Fault]) -> Listed[T]:
        """Return what was read from the rows with what is known of their export."""
        header = self.header
        columns = {header.shown(at): each for each, at in header.columns.items()}
        return Listed(
            rows=rows,
            faults=tuple(faults),
            columns=columns,
            unknown=header.unknown,
            notation=self.notation.shown(),
            total=self.total,
            shape=shapes.of(header),
        )


class OpenNotationError(ColumnsNotUnderstoodError):
    """The numbers of an export can be read in two ways; `counted` says what is known of it all the same."""

    def __init__(self, message: str, counted: Chosen) -> None:
        super().__init__(message)
        self.counted = counted


@dataclass(slots=True)
class _Met:
    """How many rows that have a key were gone through."""

    rows: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """Which rows are asked for: those that have one of the `wanted` keys under one of the `fields`.

    All rows that have a key at all where `wanted` is None. An `optional` field such as an item's number
    that stands in a row without keys says that the row goes on from the one above.
    """

    fields: tuple[str, ...]
    wanted: AbstractSet[str] | None = None
    continued_by: str = ""


def choose(
    data: Content,
    name: str,
    layout: Layout,
    question: Question,
    *,
    also: Names | None = None,
    witness: Witness | None = None,
) -> Chosen:
    """Return the rows of an export that are asked for.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        OpenNotationError: Numbers can be read in two ways; all rows were counted.
        UsageError: The file is no table.
    """
    sources = table.scan(data, name)
    heads = [_head(each) for each in sources]
    by_name = dict(zip((id(each) for each in heads), sources, strict=True))
    places: list[Place] = []
    met = _Met()
    usable = layouts.understand(heads, layout, name, also)
    written, unread = FileNotation(), ""
    for head, header in usable:
        rows = list(_chosen(by_name[id(head)], header, question, met))
        if rows and not unread:
            try:
                written = _vote(head, header, rows, witness)
            except ColumnsNotUnderstoodError as error:
                unread = str(error)
        places += (Place(head.name, at, Cells(row, header, written)) for at, row in rows)
    if unread:
        raise OpenNotationError(unread, Chosen((), usable[0][1], FileNotation(), met.rows))
    return Chosen(tuple(places), usable[0][1], written, met.rows)


def _head(source: Source) -> Sheet:
    clean = source.cleaning()
    return Sheet(source.name, [clean(row) for row in itertools.islice(source.rows(), HEAD)])


def _vote(
    head: Sheet, header: Header, rows: Sequence[tuple[int, Row]], witness: Witness | None
) -> FileNotation:
    both = [*head.rows, *(row for at, row in rows if at > HEAD)]

    def fitting(tried: FileNotation) -> int:
        return witness([Cells(row, header, tried) for _, row in rows]) if witness else 0

    return notation.vote_numbers(both, header, fitting)


def _chosen(source: Source, header: Header, question: Question, met: _Met) -> Iterator[tuple[int, Row]]:
    """Yield the number and the cells of each row that is asked for; `met` counts all that have a key."""
    columns = [header.columns[each] for each in question.fields if each in header.columns]
    places = _Columns(columns, header.columns.get(question.continued_by, -1))
    clean, first = source.cleaning(), 1
    above: tuple[str, ...] = ()
    for block in source.blocks():
        looked = _look(block, places, question.wanted, (above, max(header.row + 2 - first, 0)))
        met.rows += looked.met
        above = looked.above
        rows = block.rows() if looked.wanted else ()
        for each in looked.wanted:
            row = clean(rows[each.at])
            if row not in header.printed:
                yield first + each.at, _filled(row, columns, each.keys) if each.carried else row
        first += len(block)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the keys stand, and what says that a row goes on from the one above."""

    keys: Sequence[int]
    continued: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A row of a block that is asked for, by its place; its keys may be `carried` from the row above."""

    at: int
    keys: tuple[str, ...]
    carried: bool


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is asked for of a block, how many of its rows have a key, and the last keys in it."""

    wanted: Sequence[_Wanted]
    met: int
    above: tuple[str, ...]


def _look(
    block: Block, columns: _Columns, asked: AbstractSet[str] | None, begin: tuple[tuple[str, ...], int]
) -> _Looked:
    """Look through the keys of a block; `begin` holds those above it and how many rows are passed over."""
    above, skipped = begin
    found_in = [_keys(block.column(at)) for at in columns.keys]
    sought = _sought({*above}.union(*found_in), asked)
    by_row = list(zip(*found_in, strict=True))
    if by_row and not skipped and all(map(any, by_row)):
        # Each row has a key of its own: none of them goes on from the one above.
        places = _places(found_in, sought) if sought else ()
        return _Looked([_Wanted(at, by_row[at], carried=False) for at in places], len(by_row), by_row[-1])
    goes_on = block.column(columns.continued) if columns.continued >= 0 else ()
    wanted: list[_Wanted] = []
    met = 0
    for at in range(skipped, len(by_row)):
        found = by_row[at]
        carried = not any(found) and bool(goes_on) and _key(goes_on[at]) != ""
        found = above if carried else found
        if any(found):
            met, above = met + 1, found
            if not sought.isdisjoint(found):
                wanted.append(_Wanted(at, found, carried))
    return _Looked(wanted, met, above)


def _places(columns: Sequence[Sequence[str]], sought: AbstractSet[str]) -> list[int]:
    """Return the rows that have a key that is sought in any column."""
    return sorted({at for each in columns for at, key in enumerate(each) if key in sought})


def _sought(found: AbstractSet[str], asked: AbstractSet[str] | None) -> AbstractSet[str]:
    """Return those of some keys that are asked for; each is asked about once, in however many rows it is."""
    if asked is None:
        return found
    if isinstance(asked, set | frozenset):
        return asked & found
    return {each for each in found if each in asked}


def _keys(cells: Sequence[object]) -> list[str]:
    """Return the keys in a column as they are compared: without blanks and leading zeros."""
    return [each.strip().lstrip("0") if isinstance(each, str) else _key(each) for each in cells]


def _key(raw: object) -> str:
    text = raw if isinstance(raw, str) else keys.plain(table.cell(raw))
    return text.strip().lstrip("0")


def _filled(row: Row, columns: Sequence[int], found: tuple[str, ...]) -> Row:
    cells = list(row)
    for at, key in zip(columns, found, strict=False):
        if at < len(cells):
            cells[at] = key
    return tuple(cells)
