"""What came of a file, as bytes: its words, the picture of a page, a copy without password, or why not.

A process that reads files of strangers answers with it to one that only looks at the answer.
"""

import importlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from extractors import readers
from extractors.readers import wire
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat, SourceDocument

DOCUMENT, PICTURE, OPENED, REFUSAL = b"D", b"P", b"O", b"R"
"""The first byte tells which of them follows."""
PNG = b"\x89PNG\r\n\x1a\n"
LONGEST = 2000
"""Characters of a refusal that are believed."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The page (from 1) that is to be drawn, at a scale (1 is 72 dots per inch)."""

    page: int
    scale: float


@dataclass(frozen=True, slots=True)
class Unlocking:
    """A copy without a password is wanted; these may open the file."""

    passwords: tuple[str, ...]


Task = Drawn | Unlocking | None
"""What is wanted of a file beside its words."""


def to_plain(task: Task) -> dict[str, Any] | None:
    """Return a task as data that can be written as JSON."""
    return None if task is None else asdict(task)


def from_plain(wanted: dict[str, Any] | None) -> Task:
    """Return the task that `to_plain` wrote."""
    if not wanted:
        return None
    return Unlocking(tuple(wanted["passwords"])) if "passwords" in wanted else Drawn(**wanted)


def prepare(format: FileFormat, task: Task = None) -> None:  # noqa: A002 - the word for it everywhere
    """Import what reading or drawing a file of that format needs."""
    readers.prepare(format)
    if isinstance(task, Drawn):
        importlib.import_module("extractors.readers.page_picture")
    elif task is not None:
        importlib.import_module("extractors.readers.unlock")


def answer(data: bytes, format: FileFormat, task: Task = None) -> bytes:  # noqa: A002 - the word for it everywhere
    """Read a file, or draw a page of it, and return the answer; whatever goes wrong is part of it."""
    try:
        return _done(data, format, task)
    except Unreadable as refused:
        return _refusal(refused.code, refused.message)
    except MemoryError:
        return _refusal(ErrorCode.TOO_LARGE, exceeding("memory"))
    except RecursionError:
        return _refusal(ErrorCode.TOO_LARGE, exceeding("levels of nesting"))
    except Exception as broken:  # noqa: BLE001 - a file that breaks a parser is a named outcome of that file
        return _refusal(ErrorCode.CRASHED, crashing(where(broken)))


def _done(data: bytes, format: FileFormat, task: Task) -> bytes:  # noqa: A002 - as in `answer`
    if isinstance(task, Drawn):
        return PICTURE + _picture(data, task)
    if task is not None:
        return OPENED + _opened(data, format, task)
    return DOCUMENT + wire.encode(readers.read(data, format))


def _picture(data: bytes, drawn: Drawn) -> bytes:
    from extractors.readers import page_picture  # noqa: PLC0415 - who only reads needs no drawing

    return page_picture.png(data, drawn.page, drawn.scale)


def _opened(data: bytes, format: FileFormat, task: Unlocking) -> bytes:  # noqa: A002 - as in `answer`
    from extractors.readers import unlock  # noqa: PLC0415 - who only reads needs no passwords

    return unlock.unlocked(data, format, task.passwords)


def exceeding(what: str) -> str:
    """Say that a file takes too much of something."""
    return f"Reading it takes more {what} than any order needs. Ask the sender for a simpler file."


def crashing(how: str) -> str:
    """Say that a file broke its reader."""
    return f"The file could not be read ({how}). Open it by hand, and ask the sender for a PDF."


def _refusal(code: ErrorCode, message: str) -> bytes:
    return REFUSAL + json.dumps([code.value, message]).encode()


def where(broken: Exception) -> str:
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


def opened(answered: bytes) -> bytes:
    """Return the file in an answer, without its password.

    Raises:
        Unreadable: The answer is a refusal, or makes no sense.
    """
    if answered.startswith(OPENED):
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
