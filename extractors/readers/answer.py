"""What the reading of a file came to, as bytes: a document, the picture of a page, or why there is none.

A process that reads files of strangers answers with it to one that only looks at the answer.
"""

import importlib
import json
from dataclasses import dataclass

from extractors import readers
from extractors.readers import wire
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat, SourceDocument

DOCUMENT, PICTURE, REFUSAL = b"D", b"P", b"R"
"""The first byte tells which of them follows."""
PNG = b"\x89PNG\r\n\x1a\n"
LONGEST = 2000
"""Characters of a refusal that are believed."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The page (from 1) that is to be drawn, at a scale (1 is 72 dots per inch)."""

    page: int
    scale: float


def prepare(format: FileFormat, drawn: Drawn | None = None) -> None:  # noqa: A002 - the word for it everywhere
    """Import what reading or drawing a file of that format needs."""
    readers.prepare(format)
    if drawn is not None:
        importlib.import_module("extractors.readers.page_picture")


def answer(data: bytes, format: FileFormat, drawn: Drawn | None = None) -> bytes:  # noqa: A002 - the word for it everywhere
    """Read a file, or draw a page of it, and return the answer; whatever goes wrong is part of it."""
    try:
        if drawn is not None:
            return PICTURE + _picture(data, drawn)
        return DOCUMENT + wire.encode(readers.read(data, format))
    except Unreadable as refused:
        return _refusal(refused.code, refused.message)
    except MemoryError:
        return _refusal(ErrorCode.TOO_LARGE, exceeding("memory"))
    except RecursionError:
        return _refusal(ErrorCode.TOO_LARGE, exceeding("levels of nesting"))
    except Exception as broken:  # noqa: BLE001 - a file that breaks a parser is a named outcome of that file
        return _refusal(ErrorCode.CRASHED, crashing(_where(broken)))


def _picture(data: bytes, drawn: Drawn) -> bytes:
    from extractors.readers import page_picture  # noqa: PLC0415 - who only reads needs no drawing

    return page_picture.png(data, drawn.page, drawn.scale)


def exceeding(what: str) -> str:
    """Say that a file takes too much of something."""
    return f"Reading it takes more {what} than any order needs. Ask the sender for a simpler file."


def crashing(how: str) -> str:
    """Say that a file broke its reader."""
    return f"The file could not be read ({how}). Open it by hand, and ask the sender for a PDF."


def _refusal(code: ErrorCode, message: str) -> bytes:
    return REFUSAL + json.dumps([code.value, message]).encode()


def _where(broken: Exception) -> str:
    """Say what broke and where, and not what it said: that may quote the document."""
    trace = broken.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" in {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
    return f"{type(broken).__name__}{place}"


def document(answered: bytes) -> SourceDocument:
    """Return the document in an answer; nothing in it is trusted.

    Raises:
        Unreadable: The answer is a refusal, or makes no sense.
    """
    try:
        if answered.startswith(DOCUMENT):
            return wire.decode(answered[1:])
        refused = _refused(answered)
    except (ValueError, TypeError, RecursionError):
        raise _senseless() from None
    raise refused


def picture(answered: bytes) -> bytes:
    """Return the PNG in an answer.

    Raises:
        Unreadable: The answer is a refusal, or makes no sense.
    """
    if answered.startswith(PICTURE + PNG):
        return answered[1:]
    try:
        refused = _refused(answered)
    except (ValueError, TypeError, RecursionError):
        raise _senseless() from None
    raise refused


def _refused(answered: bytes) -> Unreadable:
    code, message = json.loads(answered.removeprefix(REFUSAL))
    return Unreadable(ErrorCode(code), str(message)[:LONGEST])


def _senseless() -> Unreadable:
    return Unreadable(ErrorCode.CRASHED, crashing("the answer of the reader makes no sense"))
