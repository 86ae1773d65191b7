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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from sap.blocks import Block, RawRow
from sap.table import MOST_COLUMNS, Source

MAGIC = b"countercheck packed table 1\n"
_DIGEST = hashlib.sha256().digest_size
_LENGTH = 8
_QUICK = 1
"""The level of zlib: columns pack to a tenth with the least of work."""
_MARK = "\0"
"""What a text begins with that stands for something else than itself."""
_MARKED = '"\\u0000'
"""The same as JSON writes it."""

About = Mapping[str, str]
"""What a form was made of and by what."""


class _TooWideError(Exception):
    """A row has more cells than a list has: all others would have to be filled up to it."""


def pack(sources: Sequence[Source], about: About) -> bytes | None:
    """Return the sheets of an export in the quick form; None where a row is wider than any list."""
    parts = [MAGIC]
    try:
        sheets = [_sheet(each, parts) for each in sources]
    except _TooWideError:
        return None
    index = zlib.compress(_json({"about": dict(about), "sheets": sheets}))
    parts += (index, len(index).to_bytes(_LENGTH, "big"))
    digest = hashlib.sha256()
    for each in parts:
        digest.update(each)
    return b"".join([*parts, digest.digest()])


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


def _sheet(source: Source, parts: list[bytes]) -> dict[str, Any]:
    kept = [_block(each.rows(), parts) for each in source.blocks()]
    return {"name": source.name, "how": source.how, "blocks": kept}


def _block(rows: Sequence[RawRow], parts: list[bytes]) -> dict[str, Any]:
    """Add the columns of some rows to the parts of a form; return where they are."""
    lengths = [len(each) for each in rows]
    width = max(lengths)
    if width > MOST_COLUMNS:
        raise _TooWideError
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
    text = _text(cells)
    # A date, or a text that would be taken for one: then each cell says what it is.
    return (_text([_marked(each) for each in cells]) if _MARKED in text else text).encode(
        "utf-8", "surrogatepass"
    )


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
