"""One message: take it apart, read its documents, compare, and commit what became of it.

Everything a message leads to is committed at once, and only if the claim on it still holds. A
message that the program fails on is tried again, and put aside when it failed every time.
"""

import contextlib
import datetime as dt
import enum
import logging
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desk import senders
from desk.senders import Doubt
from flows.context import Context
from flows.messages import exports_by_mail, heads, opened_tables, unlocking
from flows.messages.belonging import mail_of
from flows.messages.documents import Documents, Job
from flows.messages.outcome import finished
from flows.post.replying import reply_to
from models import archive
from models.archive import BlobCorruptError
from models.configuration import UnknownSenders
from models.errors import OperatorError
from models.kill_point import kill_point
from models.locked import MoreToTryError
from models.receipt import (
    CaseDraft,
    Claim,
    MessageKind,
    Quarantine,
    ReadDocument,
    Result,
    Settled,
)
from models.rows.inbox import results, work

ATTEMPTS = 3
HEADS = 2
"""So often the headers of a message are looked at that the program failed on, to tell its sender."""
ROUNDS = 5
PAUSE = dt.timedelta(seconds=60)
"""How long to wait after a failure that is not the message's own."""

log = logging.getLogger(__name__)


class Ended(enum.StrEnum):
    """How the work on a message ended."""

    SETTLED = "settled"
    FAILED = "failed"
    """It is tried again."""
    TAKEN = "taken"
    """Another worker has it now."""


@dataclass(frozen=True, slots=True)
class Worked:
    """The work on one message, and what was committed."""

    raw_sha256: str
    ended: Ended
    settled: Settled | None = None


def work_once(context: Context) -> Worked | None:
    """Work on the message that waits longest; None if none waits."""
    claim = work.claim(context.store, context.owner, context.now())
    return None if claim is None else handle(context, claim)


def handle(context: Context, claim: Claim) -> Worked:
    """Work on a claimed message.

    Raises:
        OperatorError: Something outside fails; the message waits and is tried again.
    """
    job = Job(context, claim)
    try:
        settled = _settled(job)
    except work.ClaimLostError:
        return Worked(claim.raw_sha256, Ended.TAKEN)
    except OperatorError:
        work.release(context.store, job.claim, context.now() + PAUSE, counted=False)
        raise
    except Exception as failure:  # noqa: BLE001 - one message that breaks a parser must not stop the others
        _log_failure(claim, failure)
        work.release(context.store, job.claim, None, counted=True, note=type(failure).__name__)
        return Worked(claim.raw_sha256, Ended.FAILED)
    except BaseException:
        # Ctrl-C and the like: not the message's fault, and it can go on at once.
        work.release(context.store, job.claim, None, counted=False)
        raise
    return Worked(claim.raw_sha256, Ended.SETTLED, settled)


def _settled(job: Job) -> Settled:
    """Work and commit, and once more where something came in meanwhile that changes what it comes to."""
    context = job.context
    for _ in range(ROUNDS):
        with contextlib.suppress(MoreToTryError):
            result = _result(job)
            return results.commit(context.store, job.claim, result, context.core.versions, context.now())
    raise MoreToTryError


def _result(job: Job) -> Result:
    claim, core = job.claim, job.context.core
    if claim.attempts > ATTEMPTS:
        # Two attempts more look at the headers; if they end badly too, the next one looks at nothing.
        kept = Result(quarantine=Quarantine.POISON, detail=claim.note)
        return _with_head(job, kept) if claim.attempts <= ATTEMPTS + HEADS else kept
    try:
        raw = archive.get(job.context.archive, claim.raw_sha256)
    except BlobCorruptError as corrupt:
        return _with_head(job, Result(quarantine=Quarantine.BLOB_CORRUPT, detail=str(corrupt)))
    opened = core.open_file(raw, claim.name)
    kill_point("opened")
    reply = reply_to(opened, job.context)
    if claim.kind is MessageKind.HEADERS_ONLY:
        detail = f"{claim.size} bytes"
        return Result(
            quarantine=Quarantine.TOO_LARGE,
            detail=detail,
            envelope=opened.envelope,
            reply_in=reply.language,
        )
    doubt = senders.doubt(opened.envelope, job.context.senders) if opened.envelope else None
    if doubt is not None and job.context.senders.unknown is UnknownSenders.QUARANTINE:
        return Result(quarantine=Quarantine.SENDER, detail=doubt.value, envelope=opened.envelope)
    tables = exports_by_mail.sorted_out(job, opened, doubt)
    letter = mail_of(opened, job.context.answers.domains)
    documents = Documents(job, opened_tables.telling(job.context, tables))
    for at, part in enumerate(opened.parts):
        if at in tables:
            documents.keep(part)
        else:
            documents.add(part)
    tried = unlocking.unlock(documents, opened, letter.text)
    opened, tables = opened_tables.added(job.context, opened, tables, documents.tables)
    brought = exports_by_mail.brought(job, opened, tables, reply)
    if brought.refused:
        return exports_by_mail.put_aside(brought, opened, documents, reply)
    outcome, cases = finished(tuple(documents.drafts), brought.outcome)
    return Result(
        outcome=outcome,
        envelope=opened.envelope,
        defects=opened.defects,
        parts=tuple(documents.records),
        read=tuple(ReadDocument(key, each) for key, each in documents.read.items()),
        cases=tuple(letter.with_origin(each, claim.name) for each in _marked(job, cases, doubt)),
        password=tried.password,
        tried=tried.others,
        reply_in=reply.language,
        said=reply.said,
        postings=brought.postings,
    )


def _with_head(job: Job, kept: Result) -> Result:
    """Return the result with what the headers say, its sender being told unless nobody knows them."""
    envelope, language = heads.envelope(job)
    doubt = senders.doubt(envelope, job.context.senders) if envelope else None
    stranger = doubt is not None and job.context.senders.unknown is UnknownSenders.QUARANTINE
    return replace(kept, envelope=envelope, reply_in=None if stranger else language)


def _marked(job: Job, cases: Sequence[CaseDraft], doubt: Doubt | None) -> Iterator[CaseDraft]:
    """Yield the cases with what is to be said against the sender, which leaves none clear."""
    for each in cases:
        if doubt is None or job.context.senders.unknown is UnknownSenders.TAKE:
            yield each
        else:
            yield replace(each, reasons=(*each.reasons, doubt.value), clear=False)


def _log_failure(claim: Claim, failure: Exception) -> None:
    # Where it broke, and not what it said: the text of an error may quote the mail.
    where = "".join(traceback.format_tb(failure.__traceback__))
    log.error(
        "message %s failed in attempt %d: %s\n%s",
        claim.raw_sha256,
        claim.attempts,
        type(failure).__name__,
        where,
    )
