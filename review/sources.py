"""What the pages ask for, as plain functions: cases, messages, originals, pages as words and as pictures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models import archive
from models.archive import Archive
from models.case import CaseDetail, CaseState, CaseSummary
from models.page import FileFormat, SourceDocument
from models.receipt import Ledger, MessageDetail, MessageLine, MessageState
from models.rows.cases import cases
from models.rows.inbox import messages
from models.store import Store

Read = Callable[[bytes, FileFormat], SourceDocument]
"""Reads a file's bytes into pages of words; raises `Unreadable`."""
Render = Callable[[bytes, int, float], bytes]
"""Draws a page (from 1) of a PDF at a scale (1 is 72 dots per inch) as PNG; raises `Unreadable`."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The functions behind the pages. Lists take a state, how many, and how many to leave out before.

    `blob` returns the bytes with a SHA-256 and raises `BlobCorruptError`.
    """

    counted: Callable[[], Mapping[CaseState, int]]
    cases: Callable[[CaseState | None, int, int], tuple[CaseSummary, ...]]
    case: Callable[[int], CaseDetail | None]
    ledger: Callable[[], Ledger]
    messages: Callable[[MessageState | None, int, int], tuple[MessageLine, ...]]
    message: Callable[[str], MessageDetail | None]
    blob: Callable[[str], bytes]
    read: Read
    render: Render


def of_store(store: Store, kept: Archive, read: Read, render: Render) -> Sources:
    """Return what the pages ask for, from the database and the archive."""
    return Sources(
        counted=lambda: cases.counted(store),
        cases=lambda state, limit, offset: cases.listed(store, state, limit, offset),
        case=lambda number: cases.detail(store, number),
        ledger=lambda: messages.ledger(store),
        messages=lambda state, limit, offset: messages.listed(store, state, limit, offset),
        message=lambda sha256: messages.detail(store, sha256),
        blob=lambda sha256: archive.get(kept, sha256),
        read=read,
        render=render,
    )
