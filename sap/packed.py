"""Long exports once more, in a form that is read again quickly: the same cells, column by column.

A weekly list is held against files of hundreds of thousands of rows and is about some thousands of them.
Packed, the columns of the keys are looked through first, and only blocks that hold a wanted row are read as a
whole; nothing of a spreadsheet has to be unpacked. The rows are those of `table.scan`, cell by cell: what is
made of them does not know the difference.

A form says of which content it was made and by which reader, and ends with its own SHA-256. One that does not
fit is no form: whoever asks reads the export itself.
"""

import datetime as dt
import hashlib
import itertools
import json
import zlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from typing import Any

from sap.blocks import Block, RawRow
from sap.table import MOST_COLUMNS, Scanned, Source

MAGIC = b"countercheck packed table 1\n"
_DIGEST = hashlib.sha256().digest_size
_LENGTH = 8
_QUICK = 1
"""The level of zlib: columns pack to a tenth with the least of work."""
_MARK = "\0"
"""What a text begins with that stands for something else than itself."""
_MARKED = '"\\u0000'
"""The same as JSON writes it."""
_ESCAPED = bytes([*range(0x20), ord("\\")])
"""What JSON does not write as it stands, beside the quotation mark (RFC 8259, section 7)."""

About = Mapping[str, str]
"""What a form was made of and by what."""


@dataclass(slots=True)
class _Sheet:
    """A sheet as far as it is packed: where its blocks are, and the parts that hold their columns.

    If a row has more cells than a list has, all others would have to be filled up to it: that is no form.
    """

    blocks: list[dict[str, Any]] = field(default_factory=list)
    parts: list[bytes] = field(default_factory=list)
    is_too_wide: bool = False

    def add(self, block: Block) -> None:
        """Pack a block behind those that are there."""
        rows = block.rows()
        self.is_too_wide = self.is_too_wide or max(map(len, rows)) > MOST_COLUMNS
        if not self.is_too_wide:
            self.blocks.append(_block(rows, self.parts))


@dataclass(frozen=True, slots=True)
class Packing:
    """Sheets that are packed on the way, when they are gone through for the first time."""

    sources: Sequence[Source]
    packed: dict[int, _Sheet] = field(default_factory=dict)

    @property
    def sheets(self) -> Scanned:
        """The sheets, to be gone through in place of those that are packed."""
        each_one = enumerate(self.sources)
        return Scanned(tuple(replace(each, packed=partial(self.through, at)) for at, each in each_one))

    def through(self, at: int) -> Iterator[Block]:
        """Yield the blocks of a sheet; the sheet is packed once it was gone through to its end."""
        source, begun = self.sources[at], _Sheet()
        if at in self.packed:
            yield from source.blocks()
            return
        for each in source.blocks():
            begun.add(each)
            yield each
        self.packed[at] = begun

    def form(self, about: About) -> bytes | None:
        """Return the sheets in the quick form; None where a row is wider than any list."""
        for at in range(len(self.sources)):
            if at not in self.packed:
                deque(self.through(at), maxlen=0)
        packed = [self.packed[at] for at in range(len(self.sources))]
        if any(each.is_too_wide for each in packed):
            return None
        named = zip(self.sources, packed, strict=True)
        sheets = [{"name": each.name, "how": each.how, "blocks": kept.blocks} for each, kept in named]
        index = zlib.compress(_json({"about": dict(about), "sheets": sheets}))
        parts = [MAGIC, *itertools.chain.from_iterable(each.parts for each in packed)]
        parts += (index, len(index).to_bytes(_LENGTH, "big"))
        digest = hashlib.sha256()
        for each in parts:
            digest.update(each)
        return b"".join([*parts, digest.digest()])


def pack(sources: Sequence[Source], about: About) -> bytes | None:
    """Return the sheets of an export in the quick form; None where a row is wider than any list."""
    return Packing(sources).form(about)


def unpack(data: bytes, about: About) -> tuple[Source, ...] | None:
    """Return the sheets of a form; None where it is damaged, or was made of or by something else."""
    body = memoryview(data)[:-_DIGEST]
    if not data.startswith(MAGIC) or hashlib.sha256(body).digest() != data[-_DIGEST:]:
        return None
    length = int.from_bytes(body[-_LENGTH:], "big")
    index = json.loads(zlib.decompress(body[-_LENGTH - length : -_LENGTH]))
    if index["about"] != dict(about):
        return None
    return tuple(_sources(body, index["sheets"]))


def _block(rows: Sequence[RawRow], parts: list[bytes]) -> dict[str, Any]:
    """Add the columns of some rows to the parts of a form; return where they are."""
    lengths = [len(each) for each in rows]
    width = max(lengths)
    ragged = min(lengths) < width
    if ragged:
        rows = [[*each, *[""] * (width - len(each))] for each in rows]
    columns = [zlib.compress(_column(each), _QUICK) for each in zip(*rows, strict=True)]
    parts += columns
    return {
        "rows": len(rows),
        "lengths": lengths if ragged else None,
        "columns": [len(each) for each in columns],
    }


def _column(cells: Sequence[object]) -> bytes:
    plain = _plain(cells)
    if plain is not None:
        return plain
    text = _text(cells)
    # A date, or a text that would be taken for one: then each cell says what it is.
    return (_text([_marked(each) for each in cells]) if _MARKED in text else text).encode(
        "utf-8", "surrogatepass"
    )


def _plain(cells: Sequence[object]) -> bytes | None:
    """Return texts as JSON writes them, at once; None where one of them is no text, or is escaped there."""
    try:
        text = '","'.join(cells)  # type: ignore[arg-type]
    except TypeError:
        return None
    if text.count('"') != 2 * (len(cells) - 1):
        return None
    data = text.encode("utf-8", "surrogatepass")
    return b'["%b"]' % data if len(data.translate(None, _ESCAPED)) == len(data) else None


def _text(cells: Sequence[object]) -> str:
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":"), default=_marked)


def _marked(value: object) -> object:
    """Return what JSON keeps of a cell: numbers and marks of yes as they are, all else as text."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Decimal):
        return f"{_MARK}n{value}"
    if isinstance(value, dt.date):
        # Cells have a day; a time of day is dropped by whoever reads it.
        day = value.date() if isinstance(value, dt.datetime) else value
        return f"{_MARK}d{day.isoformat()}"
    text = str(value)
    return f"{_MARK}t{text}" if text.startswith(_MARK) else text


def _meant(value: object) -> object:
    if not isinstance(value, str) or not value.startswith(_MARK):
        return value
    kind, text = value[1:2], value[2:]
    if kind == "n":
        return Decimal(text)
    return dt.date.fromisoformat(text) if kind == "d" else text


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("utf-8")


@dataclass(frozen=True, slots=True)
class _Packed:
    """A block of a form; `places` are where the parts of its columns begin, and where the last one ends."""

    body: memoryview
    count: int
    lengths: Sequence[int] | None
    places: Sequence[int]

    def __len__(self) -> int:
        return self.count

    def column(self, at: int) -> Sequence[object]:
        if at >= len(self.places) - 1:
            return [""] * self.count
        text = zlib.decompress(self.body[self.places[at] : self.places[at + 1]]).decode(
            "utf-8", "surrogatepass"
        )
        cells: list[object] = json.loads(text)
        return [_meant(each) for each in cells] if _MARKED in text else cells

    def rows(self) -> Sequence[RawRow]:
        columns = [self.column(at) for at in range(len(self.places) - 1)]
        if not columns:
            return [()] * self.count
        rows = list(zip(*columns, strict=True))
        if self.lengths is None:
            return rows
        return [row[:length] for row, length in zip(rows, self.lengths, strict=True)]


def _sources(body: memoryview, sheets: Sequence[Mapping[str, Any]]) -> Iterator[Source]:
    begin = len(MAGIC)
    for each in sheets:
        blocks: list[Block] = []
        for block in each["blocks"]:
            places = list(itertools.accumulate(block["columns"], initial=begin))
            blocks.append(_Packed(body, block["rows"], block["lengths"], places))
            begin = places[-1]
        yield Source(each["name"], partial(_rows, blocks), each["how"], partial(iter, blocks))


def _rows(blocks: Sequence[Block]) -> Iterator[RawRow]:
    for each in blocks:
        yield from each.rows()
