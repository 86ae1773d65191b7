"""One message: take it apart, read its documents, compare, and commit what became of it.

Everything a message leads to is committed at once, and only if the claim on it still holds. A
message that the program fails on is tried again, and put aside when it failed every time.
"""

import datetime as dt
import enum
import logging
import traceback
from collections.abc import Iterator
from dataclasses import dataclass

from flows.context import Compared, Context
from flows.outcome import draft, finished, needs_comparing
from models import archive, results, work
from models.archive import BlobCorruptError
from models.errors import OperatorError
from models.kill_point import kill_point
from models.message import Part
from models.reading import Extraction
from models.receipt import (
    CaseDraft,
    Claim,
    DocumentKey,
    MessageKind,
    PartRecord,
    Quarantine,
    ReadDocument,
    Result,
    Settled,
)

ATTEMPTS = 3
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


@dataclass(slots=True)
class _Job:
    """A claimed message that is worked on; the claim is renewed as time passes."""

    context: Context
    claim: Claim

    def renew(self) -> None:
        now = self.context.now()
        if self.claim.until - now < work.TIME_TO_LIVE / 2:
            self.claim = work.renew(self.context.store, self.claim, now)


def work_once(context: Context) -> Worked | None:
    """Work on the message that waits longest; None if none waits."""
    claim = work.claim(context.store, context.owner, context.now())
    return None if claim is None else handle(context, claim)


def handle(context: Context, claim: Claim) -> Worked:
    """Work on a claimed message.

    Raises:
        OperatorError: Something outside fails; the message waits and is tried again.
    """
    job = _Job(context, claim)
    try:
        result = _result(job)
        settled = results.commit(context.store, job.claim, result, context.core.versions, context.now())
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


def _result(job: _Job) -> Result:
    claim, core = job.claim, job.context.core
    if claim.attempts > ATTEMPTS:
        return Result(quarantine=Quarantine.POISON, detail=claim.note)
    try:
        raw = archive.get(job.context.archive, claim.raw_sha256)
    except BlobCorruptError as corrupt:
        return Result(quarantine=Quarantine.BLOB_CORRUPT, detail=str(corrupt))
    opened = core.open_file(raw, claim.name)
    kill_point("opened")
    if claim.kind is MessageKind.HEADERS_ONLY:
        detail = f"{claim.size} bytes"
        return Result(quarantine=Quarantine.TOO_LARGE, detail=detail, envelope=opened.envelope)
    records = tuple(_record(ordinal, part) for ordinal, part in enumerate(opened.parts))
    read: dict[DocumentKey, tuple[Extraction, ...]] = {}
    drafts: list[CaseDraft] = []
    for record, part in zip(records, opened.parts, strict=True):
        if part.ignored is None:
            drafts += _cases(job, record, part, read)
    outcome, cases = finished(tuple(drafts))
    return Result(
        outcome=outcome,
        envelope=opened.envelope,
        defects=opened.defects,
        parts=records,
        read=tuple(ReadDocument(key, each) for key, each in read.items()),
        cases=cases,
    )


def _record(ordinal: int, part: Part) -> PartRecord:
    # The body of a mail is read otherwise than a file with the same bytes.
    read_as = f"{part.format.value}:body" if part.name == "body" else part.format.value
    return PartRecord(
        ordinal=ordinal,
        document=DocumentKey(part.sha256, read_as),
        size=len(part.content),
        format=part.format.value,
        mime_ordinal=part.ordinal,
        shown_name=part.name,
        container=part.container,
        ignored=part.ignored,
    )


def _cases(
    job: _Job, record: PartRecord, part: Part, read: dict[DocumentKey, tuple[Extraction, ...]]
) -> Iterator[CaseDraft]:
    """Keep, read and compare one part; yield the cases it asks for."""
    job.renew()
    archive.put(job.context.archive, part.content)
    kill_point("part_kept")
    found = read.get(record.document) or _read(job, record, part)
    read[record.document] = found
    kill_point("part_read")
    for piece, extraction in enumerate(found):
        if _has_case(job, record.document, piece):
            yield CaseDraft(record.ordinal, (), record.document, piece)
            continue
        wanted = draft(record.ordinal, record.document, piece, extraction, _compare(job, extraction))
        if wanted is not None:
            yield wanted


def _read(job: _Job, record: PartRecord, part: Part) -> tuple[Extraction, ...]:
    context = job.context
    known = results.extractions(context.store, record.document, context.core.versions.extractor)
    if known is not None:
        return known
    source = job.claim.name or f"{job.claim.raw_sha256}.eml"
    return context.core.read_part(part, source)


def _has_case(job: _Job, document: DocumentKey, piece: int) -> bool:
    return results.case_number(job.context.store, document, piece) is not None


def _compare(job: _Job, extraction: Extraction) -> Compared | None:
    if not needs_comparing(extraction):
        return None
    received = job.claim.first_seen_at.astimezone().date()
    compared = job.context.core.compare(extraction, received)
    kill_point("compared")
    return compared


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
