"""The documents of one message: kept, read, compared, and the cases that they ask for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import spine  # noqa: F401 - loaded when the worker starts: the code whose version stands beside its results
from flows.context import Compared, Context
from flows.messages.outcome import NOT_AN_ORDER, draft, needs_comparing
from models import archive
from models.kill_point import kill_point
from models.message import Part
from models.reading import Extraction
from models.receipt import CaseDraft, Claim, DocumentKey, PartRecord
from models.rows.inbox import results, work
from models.rows.inbox.results import Known


@dataclass(slots=True)
class Job:
    """A claimed message that is worked on; the claim is renewed as time passes."""

    context: Context
    claim: Claim

    def renew(self) -> None:
        """Renew the claim once half of its time has passed.

        Raises:
            work.ClaimLostError: Another worker took the message.
        """
        self.context.beat()
        now = self.context.now()
        if self.claim.until - now < work.TIME_TO_LIVE / 2:
            self.claim = work.renew(self.context.store, self.claim, now)


def no_table(_part: Part) -> bool:
    """Say no: the sender may send no tables."""
    return False


@dataclass(slots=True)
class Documents:
    """What the parts of a message came to so far.

    `as_table` tells of what a password opened whether it is a table that its sender may send; such are kept
    in `tables`, and are no documents of the order desk.
    """

    job: Job
    as_table: Callable[[Part], bool] = no_table
    tables: list[Part] = field(default_factory=list)
    records: list[PartRecord] = field(default_factory=list)
    drafts: list[CaseDraft] = field(default_factory=list)
    read: dict[DocumentKey, tuple[Extraction, ...]] = field(default_factory=dict)

    def add(self, part: Part, within: tuple[str, ...] = ()) -> tuple[PartRecord, list[CaseDraft]]:
        """Keep, read and compare a part; return its record and the cases it asks for.

        `within` names the file that it was taken out of, where that is no part's own container.
        """
        record = _record(self.job.claim, len(self.records), part, within)
        self.records.append(record)
        found = [] if part.ignored is not None else list(self._cases(record, part))
        self.drafts += found
        return record, found

    def add_opened(self, part: Part, within: tuple[str, ...]) -> list[CaseDraft]:
        """Add what was in a file with a password; return the cases that it asks for."""
        if not self.as_table(part):
            return self.add(part, within)[1]
        self.keep(part, within)
        self.tables.append(part)
        return []

    def keep(self, part: Part, within: tuple[str, ...] = ()) -> PartRecord:
        """Keep a part that is not read as a document of the order desk; return its record."""
        record = _record(self.job.claim, len(self.records), part, within)
        self.records.append(record)
        if part.ignored is None:
            archive.put(self.job.context.archive, part.content)
            kill_point("part_kept")
        return record

    def _cases(self, record: PartRecord, part: Part) -> Iterator[CaseDraft]:
        self.job.renew()
        archive.put(self.job.context.archive, part.content)
        kill_point("part_kept")
        found = self.read.get(record.document) or _read(self.job, record, part)
        self.read[record.document] = found
        kill_point("part_read")
        for piece, extraction in enumerate(found):
            known = results.known(self.job.context.store, record.document, piece)
            if known is Known.HAS_CASE:
                yield CaseDraft(record.ordinal, (), record.document, piece)
                continue
            compared = _compare(self.job, extraction)
            wanted = draft(record.ordinal, record.document, piece, extraction, compared)
            if wanted is not None:
                yield wanted
            elif known is Known.WAITS:
                # The case is there, and must say that its document was read now and is no order.
                yield CaseDraft(record.ordinal, (NOT_AN_ORDER,), record.document, piece)


def _record(claim: Claim, ordinal: int, part: Part, within: tuple[str, ...]) -> PartRecord:
    # The body of a mail is read otherwise than a file with the same bytes.
    read_as = f"{part.format.value}:body" if part.name == "body" else part.format.value
    if not part.content:
        # Nothing is not the same document as another nothing: each stands for what could not be had.
        read_as = f"{read_as}:{claim.raw_sha256[:16]}:{ordinal}"
    return PartRecord(
        ordinal=ordinal,
        document=DocumentKey(part.sha256, read_as),
        size=len(part.content),
        format=part.format.value,
        mime_ordinal=part.ordinal,
        shown_name=part.name,
        container=(*within, *part.container),
        ignored=part.ignored,
    )


def _read(job: Job, record: PartRecord, part: Part) -> tuple[Extraction, ...]:
    context = job.context
    known = results.extractions(context.store, record.document, context.core.versions.extractor)
    if known is not None:
        return known
    source = job.claim.name or f"{job.claim.raw_sha256}.eml"
    return context.core.read_part(part, source)


def _compare(job: Job, extraction: Extraction) -> Compared | None:
    if not needs_comparing(extraction):
        return None
    received = job.claim.first_seen_at.astimezone().date()
    compared = job.context.core.compare(extraction, received)
    kill_point("compared")
    return compared
