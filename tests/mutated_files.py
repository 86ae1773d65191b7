"""Small orders in every format, and files made of them by damage: the same ones for the same numbers."""

import functools
import io
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from docx import Document
from drawn_order import HEAD, ROWS, TOTAL, cells, order_pdf, page, text
from hostile_mails import archive, mail
from hostile_pdf import locked
from outlook_files import FILE, Note, msg, order, tnef
from PIL import Image
from structured_orders import CXML, EDIFACT, UBL, X12
from test_extractors_readers_old_workbook import workbook as old_workbook
from test_extractors_readers_workbook import workbook

import sandbox
import spine
from models.page import FileFormat, SourceDocument
from models.reading import COMPARED_KINDS, Extraction, Field, Header, OrderLine, stated

CHECKED = {"order.docx": FileFormat.DOCX, "order.xlsx": FileFormat.XLSX}
"""Formats with checksums: what is still read of them is what stood there."""


def docx() -> bytes:
    document = Document()
    for line in HEAD:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(ROWS[0]))
    for row in ROWS:
        for cell, content in zip(table.add_row().cells, row, strict=True):
            cell.text = content
    document.add_paragraph(TOTAL)
    return saved(document.save)


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def picture(kind: str) -> bytes:
    return saved(lambda stream: Image.new("L", (40, 40), 128).save(stream, kind))


def csv() -> bytes:
    return "\n".join(";".join(map(str, row)) for row in cells() if row).encode()


@functools.cache
def seeds() -> Mapping[str, bytes]:
    """Return the files that are mutated, by name."""
    note = Note(order(body=text(), html=page().encode()), [({FILE: "order.pdf"}, order_pdf())])
    return {
        "order.pdf": order_pdf(),
        "locked.pdf": locked("")(),
        "order.docx": docx(),
        "order.xlsx": workbook(cells()),
        "order.xls": old_workbook(cells()),
        "order.csv": csv(),
        "order.txt": text().encode(),
        "order.html": page().encode(),
        "ubl.xml": UBL.encode(),
        "cxml.xml": CXML.encode(),
        "edifact.edi": EDIFACT.encode(),
        "x12.edi": X12.encode(),
        "order.eml": mail(("order.pdf", order_pdf()), ("order.xlsx", workbook(cells())), body=text()),
        "order.msg": msg(note),
        "winmail.dat": tnef(note),
        "order.zip": archive(("order.pdf", order_pdf()), ("order.txt", text().encode())),
        "scan.png": picture("PNG"),
        "scan.tif": picture("TIFF"),
        "scan.jpg": picture("JPEG"),
    }


def flipped(data: bytearray, dice: random.Random) -> bytes:
    for _ in range(dice.choice((1, 3, 20))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def cut(data: bytearray, dice: random.Random) -> bytes:
    return bytes(data[: dice.randrange(len(data))])


def without(data: bytearray, dice: random.Random) -> bytes:
    at = dice.randrange(len(data))
    del data[at : at + dice.choice((1, 16, 300))]
    return bytes(data)


def blanked(data: bytearray, dice: random.Random) -> bytes:
    at, size = dice.randrange(len(data)), dice.choice((4, 64, 512))
    data[at : at + size] = dice.choice((b"\0", b"\xff", b" ")) * min(size, len(data) - at)
    return bytes(data)


def doubled(data: bytearray, dice: random.Random) -> bytes:
    at, place, size = dice.randrange(len(data)), dice.randrange(len(data)), dice.choice((8, 100, 2000))
    return bytes(data[:place] + data[at : at + size] + data[place:])


def spliced(data: bytearray, dice: random.Random) -> bytes:
    other = dice.choice(list(seeds().values()))
    at, size = dice.randrange(len(other)), dice.choice((8, 100, 2000))
    place = dice.randrange(len(data))
    data[place : place + size] = other[at : at + size]
    return bytes(data)


MUTATIONS = (flipped, cut, without, blanked, doubled, spliced)


def mutated(number: int) -> tuple[str, bytes]:
    """Return the mutated file with a number, and the name of the file that it was made of."""
    dice = random.Random(number)
    name = list(seeds())[number % len(seeds())]
    data = seeds()[name]
    for _ in range(dice.choice((1, 1, 2))):
        data = dice.choice(MUTATIONS)(bytearray(data or b"\0"), dice)
    return name, data


@dataclass
class Spy:
    """Reads in the sandbox, and notes how many words each document had."""

    words: int = 0
    format: FileFormat | None = None

    def read(self, data: bytes, format: FileFormat) -> SourceDocument:  # noqa: A002 - as in `sandbox`
        document = sandbox.read(data, format)
        self.format = format
        self.words = sum(len(page.words) for page in document.pages)
        return document


def fields(found: Extraction) -> Iterator[Field]:
    parts: list[Header | OrderLine] = [found.reading.header, *found.reading.lines] if found.reading else []
    return (each for part in parts for _, each in stated(part))


@functools.cache
def sure_in_seed(name: str) -> frozenset[str | None]:
    found = spine.extract(seeds()[name], name, sandbox.read, name)
    return frozenset(each.value for one in found for each in fields(one) if each.sure)


@dataclass
class Outcomes:
    """What came of many mutated files: the faults, and how often each end."""

    faults: list[str] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)


def outcomes(numbers: range) -> Outcomes:
    """Read the mutated files with these numbers."""
    found = Outcomes()
    for number in numbers:
        name, data = mutated(number)
        spy = Spy()
        try:
            extractions = spine.extract(data, name, spy.read, name)
        except Exception as broken:  # noqa: BLE001 - this is what must not happen
            found.faults.append(f"{number} {name}: {broken!r}")
            continue
        found.ends.update(map(end_of, extractions or [None]))
        found.faults += [
            f"{number} {name}: {fault}" for each in extractions for fault in _faults(each, name, spy)
        ]
    return found


def end_of(found: Extraction | None) -> str:
    if found is None:
        return "nothing"
    if found.failure is not None:
        return found.failure.code.value
    return "read" if found.reading is not None else "ignored"


def _faults(found: Extraction, name: str, spy: Spy) -> Iterator[str]:
    if found.failure is not None and not found.failure.message.strip():
        yield "a failure without words"
    if (found.failure, found.ignored, found.reading) == (None, None, None):
        yield "an outcome that says nothing"
    reading = found.reading
    if reading is None:
        return
    if not spy.words:
        yield "a success without words"
    is_open = bool(reading.problems) or any(not each.sure for each in fields(found))
    if reading.kind in COMPARED_KINDS and not reading.lines and not is_open:
        yield "an empty order that is called clean"
    if CHECKED.get(name) is spy.format:
        lies = {each.value for each in fields(found) if each.sure} - sure_in_seed(name)
        yield from (f"{lie!r} is sure and does not stand there" for lie in lies)
