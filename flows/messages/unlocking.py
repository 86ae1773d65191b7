"""Files with a password and the mails that name it, brought together whichever comes first.

What a mail says is only tried: on the files of its own, and on those that wait in its thread or came from
the same sender within three days. A password is never kept and never logged; what is kept is the copy
without it.
"""

import logging
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
SINGLE = frozenset({FileFormat.PDF, FileFormat.DOCX, FileFormat.XLSX, FileFormat.XLS})
"""Formats of files that are one document; of others there may be several within."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tried:
    """What was tried with what: whether the mail may name a password, and which others were looked at."""

    password: bool = False
    others: tuple[str, ...] = ()


def unlock(documents: Documents, opened: Opened, text: str) -> Tried:
    """Open the files with a password that this mail, or one it belongs to, names the password of."""
    envelope = opened.envelope
    own = passwords.candidates(text)
    others: list[str] = []
    needing = [each for each in documents.drafts if ENCRYPTED in each.reasons]
    if needing and envelope is not None:
        others += locked.naming(documents.job.context.store, documents.job.claim, envelope)
    for each in needing:
        _own(documents, each, opened, _candidates(documents, own, others))
    if own and envelope is not None:
        here = [each.document.sha256 for each in documents.records]
        waiting = locked.waiting(documents.job.context.store, documents.job.claim, envelope, here)
        others += [str(each.number) for each in waiting]
        for one in waiting:
            _waiting(documents, one, own)
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


def _own(documents: Documents, wanted: CaseDraft, opened: Opened, candidates: tuple[str, ...]) -> None:
    """Open a file of this mail, and let what is in it take the place of the case that it asked for."""
    part = opened.parts[wanted.ordinal]
    copy = _copy(documents, part.content, part.format, candidates)
    if copy is None or wanted.document is None:
        return
    documents.drafts.remove(wanted)
    _add(documents, copy, wanted.document, part.name, part.container)


def _waiting(documents: Documents, one: locked.Locked, candidates: tuple[str, ...]) -> None:
    """Open the file of a case that waits for it."""
    data = archive.get(documents.job.context.archive, one.document.sha256)
    copy = _copy(documents, data, FileFormat(one.format), candidates)
    if copy is None:
        return
    if not _add(documents, copy, one.document, one.name, ()):
        # The case is there, and must say that its document is open now and no order.
        record = documents.records[-1]
        found = CaseDraft(record.ordinal, (NOT_AN_ORDER,), record.document, 0, unlocks=one.document)
        documents.drafts.append(found)


def _copy(
    documents: Documents,
    data: bytes,
    format: FileFormat,  # noqa: A002 - the word for it everywhere
    candidates: tuple[str, ...],
) -> bytes | None:
    for start in range(0, len(candidates), MOST_CANDIDATES):
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
        _, found = documents.add(part, (*container, shown))
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
