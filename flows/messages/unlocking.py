"""Files with a password and the mails that name it, brought together whichever comes first.

What a mail says is only tried: on the files of its own, and on those that wait in its thread or came from
the same sender within three days. A password is never kept and never logged; what is kept is the copy
without it.
"""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.mail import passwords
from extractors.readers.identify import identify
from flows.messages.belonging import mail_of
from flows.messages.documents import Documents
from flows.messages.outcome import NOT_AN_ORDER
from models import archive, locked
from models.errors import ErrorCode, Unreadable
from models.kill_point import kill_point
from models.message import Opened, Part
from models.page import FileFormat
from models.receipt import CaseDraft, DocumentKey

ENCRYPTED = f"unreadable:{ErrorCode.ENCRYPTED.value}"
MOST_CANDIDATES = 8
SECONDS = 120.0
"""So long the files of one mail are tried in all: keys are made to be slow, and others wait meanwhile."""
DEEPEST = 2
"""How often what was opened is looked through for files with a password of their own."""
SINGLE = frozenset({FileFormat.PDF, FileFormat.DOCX, FileFormat.XLSX, FileFormat.XLS})
"""Formats of files that are one document; of others there may be several within."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tried:
    """What was tried with what: whether the mail may name a password, and which others were looked at."""

    password: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Work:
    """The documents of a mail, and until when their passwords are tried (`time.monotonic`)."""

    documents: Documents
    until: float


def unlock(documents: Documents, opened: Opened, text: str) -> Tried:
    """Open the files with a password that this mail, or one it belongs to, names the password of."""
    envelope, work = opened.envelope, _Work(documents, time.monotonic() + SECONDS)
    own = passwords.candidates(text)
    others: list[str] = []
    needing = [each for each in documents.drafts if ENCRYPTED in each.reasons]
    if needing and envelope is not None:
        others += locked.naming(documents.job.context.store, documents.job.claim, envelope)
    said = _candidates(documents, own, others) if needing else own
    for each in needing:
        _own(work, each, said)
    if own and envelope is not None:
        here = [each.document.sha256 for each in documents.records]
        waiting = locked.waiting(documents.job.context.store, documents.job.claim, envelope, here)
        others += [str(each.number) for each in waiting]
        for one in waiting:
            _waiting(work, one, own)
    for _ in range(DEEPEST):
        for each in [each for each in documents.drafts if _is_within(opened, each)]:
            _own(work, each, said)
    return Tried(bool(own), tuple(others))


def _candidates(documents: Documents, own: tuple[str, ...], mails: list[str]) -> tuple[str, ...]:
    """Return the passwords to try: those of the mail itself first, then those of the mails it belongs to."""
    said = [*own, *(each for sha256 in mails for each in _of_mail(documents, sha256))]
    return tuple(dict.fromkeys(said))[: 2 * MOST_CANDIDATES]


def _of_mail(documents: Documents, sha256: str) -> Iterator[str]:
    context = documents.job.context
    documents.job.renew()
    opened = context.core.open_file(archive.get(context.archive, sha256), None)
    yield from passwords.candidates(mail_of(opened, ()).text)


def _is_within(opened: Opened, draft: CaseDraft) -> bool:
    """Tell whether a file with a password was in one that was opened; then both mostly have the same."""
    return ENCRYPTED in draft.reasons and draft.ordinal >= len(opened.parts)


def _own(work: _Work, wanted: CaseDraft, candidates: tuple[str, ...]) -> None:
    """Open a file of this mail, and let what is in it take the place of the case that it asked for."""
    documents = work.documents
    record = documents.records[wanted.ordinal]
    data = archive.get(documents.job.context.archive, record.document.sha256)
    copy = _copy(work, data, FileFormat(record.format), candidates)
    if copy is None:
        return
    documents.drafts.remove(wanted)
    _add(documents, copy, wanted.unlocks or record.document, record.shown_name, record.container)


def _waiting(work: _Work, one: locked.Locked, candidates: tuple[str, ...]) -> None:
    """Open the file of a case that waits for it."""
    documents = work.documents
    data = archive.get(documents.job.context.archive, one.document.sha256)
    copy = _copy(work, data, FileFormat(one.format), candidates)
    if copy is None:
        return
    before = len(documents.tables)
    if not _add(documents, copy, one.document, one.name, ()):
        # The case is there, and must say that its document is open now and no order. With a table that is
        # taken in or answered there is nothing left to do.
        record, clear = documents.records[-1], len(documents.tables) > before
        found = CaseDraft(
            record.ordinal, (NOT_AN_ORDER,), record.document, 0, clear=clear, unlocks=one.document
        )
        documents.drafts.append(found)


def _copy(
    work: _Work,
    data: bytes,
    format: FileFormat,  # noqa: A002 - the word for it everywhere
    candidates: tuple[str, ...],
) -> bytes | None:
    documents = work.documents
    for start in range(0, len(candidates), MOST_CANDIDATES):
        if time.monotonic() > work.until:
            log.warning("files with a password stay closed: those of the mail take too long")
            return None
        documents.job.renew()
        some = candidates[start : start + MOST_CANDIDATES]
        try:
            copy = documents.job.context.core.unlock(data, format, some)
        except Unreadable:
            continue
        kill_point("unlocked")
        log.info("a file with a password was opened: it came with the mail or in its thread")
        return copy
    return None


def _add(
    documents: Documents, copy: bytes, document: DocumentKey, name: str | None, container: tuple[str, ...]
) -> bool:
    """Add what is in the open copy; the first order in it takes over the case of the file."""
    shown = name or "document"
    first = True
    for part in _parts(documents, copy, shown):
        found = documents.add_opened(part, (*container, shown))
        for each in found if first else ():
            documents.drafts[documents.drafts.index(each)] = replace(each, unlocks=document)
            first = False
            break
    return not first


def _parts(documents: Documents, copy: bytes, name: str) -> tuple[Part, ...]:
    found = identify(copy)
    if found in SINGLE:
        return (Part(copy, found, 0, name=name),)
    opened = documents.job.context.core.open_file(copy, name)
    return opened.parts
