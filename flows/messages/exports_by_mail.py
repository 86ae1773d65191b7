"""Tables by mail from those who may send them: exports of SAP are taken in, finance's list is answered.

Which table is which, its headings say. All else in the mail is read as in any other: an order that comes
with an export is an order. A table that is not understood is read as an order only where it calls itself
one and bears a number: an export whose headings changed would become one otherwise. What is understood is
taken in or answered also where another is not.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desk import senders
from desk.invoicing import holds
from desk.senders import Doubt
from flows import basis, exports
from flows.context import Context
from flows.invoicing import answering, letters
from flows.invoicing.answering import Incoming
from flows.messages.documents import Documents, Job
from flows.messages.outcome import HANDLED_KINDS
from flows.post.replying import Reply
from models.answering import Posting
from models.errors import ColumnsNotUnderstoodError, OperatorError, UsageError
from models.invoice_desk import ExportKind
from models.kill_point import kill_point
from models.message import Opened, Part
from models.page import FileFormat
from models.reading import Reading
from models.receipt import Outcome, Quarantine, Result
from models.rows.cases.replies import thread_of
from sap import nearest_kind
from sap.export_kinds import INVOICE_LIST, QUOTATIONS

TABLES = frozenset({FileFormat.XLSX, FileFormat.XLS, FileFormat.CSV})
TEXTS = frozenset({FileFormat.TEXT, FileFormat.HTML})
ENDINGS = (".csv", ".xls", ".txt")
"""How exporters name tables that are text: SAP calls tab-separated text and web pages `.xls`."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables in a mail, by their places among its parts: what each is, or why nobody can tell.

    `exporting` tells whether the sender may send exports, `finance` whether invoice lists; `address` is the
    sender's.
    """

    kinds: Mapping[int, str] = field(default_factory=dict)
    unknown: Mapping[int, OperatorError] = field(default_factory=dict)
    finance: bool = False
    address: str = ""
    exporting: bool = False

    def __contains__(self, at: object) -> bool:
        """Tell whether a part is a table."""
        return at in self.kinds or at in self.unknown


NONE = Tables()
MOST_FIRST = (Outcome.INVOICE_LIST, Outcome.EXPORTS, Outcome.QUOTATIONS)
"""What a mail is said to have brought that brought several."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What the tables of a mail led to, None if there was none.

    `refused` says why of each that was not understood, a line for each; `told` that the sender gets a mail
    about these.
    """

    outcome: Outcome | None = None
    refused: str = ""
    postings: tuple[Posting, ...] = ()
    told: bool = False


@dataclass(slots=True)
class _Work:
    """The tables of a mail, and what they led to so far; `refused` says why of each not understood."""

    job: Job
    opened: Opened
    tables: Tables
    reply: Reply
    outcomes: set[Outcome] = field(default_factory=set)
    postings: list[Posting] = field(default_factory=list)
    refused: dict[int, OperatorError] = field(default_factory=dict)

    def name(self, at: int) -> str:
        """Return the name of a table."""
        return self.opened.parts[at].name or "mail"


def sorted_out(job: Job, opened: Opened, doubt: Doubt | None) -> Tables:
    """Return the tables in a mail that are no orders; none unless the sender may send such, and is proven.

    Only whole addresses count: others of the same domain send orders, which are tables too.
    """
    context, envelope = job.context, opened.envelope
    if envelope is None or doubt is not None or len(envelope.authors) != 1 or not context.senders.authserv_id:
        return NONE
    address = envelope.authors[0].address
    exporting = senders.is_among(address, _whole(context.senders.quotations))
    finance = senders.is_among(address, _whole(context.senders.finance))
    if not exporting and not finance:
        return NONE
    kinds: dict[int, str] = {}
    unknown: dict[int, OperatorError] = {}
    for at, part in enumerate(opened.parts):
        if part.ignored is None and is_table(part):
            try:
                kinds[at] = kind_of(context, part, exporting=exporting, finance=finance)
            except (ColumnsNotUnderstoodError, UsageError) as error:
                if not _is_order(job, part):
                    unknown[at] = error
    return Tables(kinds, unknown, finance, address, exporting)


def _whole(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in names if "@" in each)


def is_table(part: Part) -> bool:
    """Tell whether a part is a table by its format, or by its name where that is text."""
    named = (part.name or "").lower().endswith(ENDINGS)
    return part.format in TABLES or (part.format in TEXTS and named)


def kind_of(context: Context, part: Part, *, exporting: bool, finance: bool) -> str:
    """Return what a table is.

    Raises:
        UsageError: It is no table.
        ColumnsNotUnderstoodError: It is nothing that the sender may send, or that is not sure.
    """
    name = part.name or "mail"
    found = exports.recognised(context, part.content, name)
    wanted = _wanted(exporting=exporting, finance=finance)
    if found.kind in wanted:
        return found.kind
    if found.kind is None and [each for each in found.possible if each in wanted] == [INVOICE_LIST]:
        # Who sends nothing but lists means one, though an export may look the same.
        return INVOICE_LIST
    if found.possible:
        listed = ", ".join(found.possible)
        raise ColumnsNotUnderstoodError(
            f"{name}: by its columns it may be: {listed}. That is not sure enough, or not for this sender to"
            " send: name the columns as SAP does, or take it in with countercheck import"
        )
    unknown = nearest_kind.lacking(part.content, name, wanted, context.columns)
    raise unknown or UsageError(f"{name} is not understood")


def _is_order(job: Job, part: Part) -> bool:
    """Tell whether a table is headed as an order and has a labelled number beside its lines: no export is."""
    job.renew()
    found = job.context.core.read_part(part, part.name or "mail")
    return any(each.reading is not None and _names_itself(each.reading) for each in found)


def _names_itself(reading: Reading) -> bool:
    number = reading.header.document_number
    headed = reading.kind in HANDLED_KINDS and reading.kind_evidence is not None
    return headed and bool(reading.lines) and number is not None and number.sure


def _wanted(*, exporting: bool, finance: bool) -> tuple[str, ...]:
    """Return what a sender may send, quotations first."""
    kinds = (QUOTATIONS, *ExportKind) if exporting else ()
    return (*kinds, *((INVOICE_LIST,) if finance else ()))


def brought(job: Job, opened: Opened, tables: Tables, reply: Reply) -> Brought:
    """Take in and answer the tables of a mail whose other parts were read.

    All is done before the message is settled: repeated after a stop, it changes nothing.
    """
    work = _Work(job, opened, tables, reply, refused=dict(tables.unknown))
    for at, kind in _exports(work):
        job.renew()
        _take_in(work, at, kind)
    for at, kind in tables.kinds.items():
        if kind == INVOICE_LIST:
            job.renew()
            _answer(work, at)
    refusals = tuple(_refusals(work))
    return Brought(
        outcome=next((each for each in MOST_FIRST if each in work.outcomes), None),
        refused="\n".join(_line(work.refused[at]) for at in sorted(work.refused)),
        postings=(*work.postings, *refusals),
        told=bool(refusals),
    )


def _line(error: OperatorError) -> str:
    """Return what is wrong with a table as one line."""
    return " ".join(str(error).split())


def _refusals(work: _Work) -> Iterator[Posting]:
    """Yield the mails that tell finance of lists that were not understood."""
    envelope, lang = work.opened.envelope, work.reply.language
    if not work.tables.finance or lang is None or envelope is None:
        return
    sha256 = work.job.claim.raw_sha256
    for at, error in sorted(work.refused.items()):
        letter = letters.not_understood(lang, envelope.subject, work.name(at), error)
        key = f"{sha256}:{at}"
        yield letters.refusing(key, work.tables.address, lang, letter, sha256, thread=thread_of(envelope))


def put_aside(brought: Brought, opened: Opened, documents: Documents, reply: Reply) -> Result:
    """Return what becomes of a mail with a table that is not understood."""
    return Result(
        quarantine=Quarantine.NOT_UNDERSTOOD,
        detail=brought.refused,
        envelope=opened.envelope,
        defects=opened.defects,
        parts=tuple(documents.records),
        reply_in=None if brought.told else reply.language,
        said=reply.said,
        postings=brought.postings,
    )


def _exports(work: _Work) -> Iterator[tuple[int, str]]:
    """Yield the exports of a mail, one of each kind: of two that differ, nobody knows which is meant."""
    files: dict[tuple[str, str], int] = {}
    for at, kind in work.tables.kinds.items():
        if kind != INVOICE_LIST:
            files.setdefault((kind, work.opened.parts[at].sha256), at)
    times = Counter(kind for kind, _ in files)
    for (kind, _), at in files.items():
        if times[kind] > 1:
            message = f"{work.name(at)}: the mail brings several tables of {kind}: send one export of all"
            work.refused[at] = ColumnsNotUnderstoodError(message)
        else:
            yield at, kind


def _take_in(work: _Work, at: int, kind: str) -> None:
    context, content = work.job.context, work.opened.parts[at].content
    try:
        if kind == QUOTATIONS:
            basis.import_data(context, content, work.name(at))
        else:
            seen_at = work.job.claim.first_seen_at
            exports.import_data(context, ExportKind(kind), content, work.name(at), seen_at=seen_at)
    except (ColumnsNotUnderstoodError, UsageError) as error:
        work.refused[at] = error
        return
    kill_point("export_by_mail")
    work.outcomes.add(Outcome.QUOTATIONS if kind == QUOTATIONS else Outcome.EXPORTS)


def _answer(work: _Work, at: int) -> None:
    """Answer a list, in the week in which the mail came in."""
    context, claim, lang = work.job.context, work.job.claim, work.reply.language
    came = Incoming(
        data=work.opened.parts[at].content,
        name=work.name(at),
        week=holds.week_of(claim.first_seen_at, context.weekly.zone),
        lang=lang or context.language,
        raw_sha256=claim.raw_sha256,
        sender=work.tables.address,
    )
    try:
        summary, _ = answering.answer(context, came, work.job.renew)
    except (ColumnsNotUnderstoodError, UsageError) as error:
        work.refused[at] = error
        return
    kill_point("list_by_mail")
    work.outcomes.add(Outcome.INVOICE_LIST)
    if lang is not None and work.opened.envelope is not None:
        thread = thread_of(work.opened.envelope)
        work.postings.append(
            letters.answering(summary.number, came.sender or "", lang, claim.raw_sha256, thread)
        )
