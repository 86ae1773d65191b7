"""One list: read, held against the newest exports, decided, kept, and the notices about it drafted.

The same list in the same week of the time zone is answered from what is kept: killed anywhere, the next run
goes on, and nobody gets a second report. Everything that people see of it is one transaction.
"""

import hashlib
import zoneinfo
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from desk.invoicing import deciding
from desk.invoicing.holds import Earlier
from flows import exports
from flows.context import Context
from flows.invoicing import against, letters
from models import archive
from models.answering import Posting
from models.columns import encoded
from models.invoice_desk import ListSummary, NewAnswer, Week
from models.invoice_sources import Said
from models.invoicing import Answer, Decision, Teller
from models.kill_point import kill_point
from models.rows.invoicing import invoice_lists, notice_switches
from review.invoicing import notice_mails, notices, reply
from review.invoicing.notice_mails import Telling
from sap import invoice_list, table
from sap.export_kinds import INVOICE_LIST


@dataclass(frozen=True, slots=True)
class Incoming:
    """A list that came in, of a week, to be answered in `lang`.

    `raw_sha256` and `sender` are of the mail that brought it, None for a file.
    """

    data: bytes
    name: str
    week: Week
    lang: str
    raw_sha256: str | None = None
    sender: str | None = None


def answer(
    context: Context, came: Incoming, renew: Callable[[], None] = lambda: None
) -> tuple[ListSummary, bool]:
    """Answer a list; return the report, and whether it is the first one on it in its week.

    `renew` is called before each long step.

    Raises:
        UsageError: The file is no table.
        ColumnsNotUnderstoodError: Its columns are not understood; the text names them.
    """
    also = exports.remembered(context.store, INVOICE_LIST, came.data, came.name, context.columns)
    listed = invoice_list.read(came.data, came.name, also)
    same = identity(came.data, came.name)
    known = invoice_lists.answered_already(context.store, same, came.week)
    if known is not None:
        return known, False
    now = context.now()
    held = against.newest(context, listed, now, renew)
    day = now.astimezone(zoneinfo.ZoneInfo(came.week.zone)).date()
    decided = deciding.decide(listed.rows, held.sources, context.policy, day)
    decided = with_released(decided, invoice_lists.released(context.store, decided.decisions, came.week))
    workbook = reply.answered(came.data, came.name, listed.headers, decided, came.lang)
    sha256 = archive.put(context.archive, came.data)
    kill_point("list_kept")
    reply_sha256 = archive.put(context.archive, workbook)
    kill_point("list_reply_kept")
    new = NewAnswer(
        identity=same,
        name=came.name,
        sha256=sha256,
        week=came.week,
        as_of=day,
        answered_at=now,
        answer=decided,
        used=tuple(each.number for each in held.used),
        raw_sha256=came.raw_sha256,
        sender=came.sender,
        reply_sha256=reply_sha256,
        stale=held.stale,
        missing=held.missing,
        shifted=held.shifted,
    )
    return invoice_lists.record(context.store, new, lambda number: _mails(context, came, new, number))


def with_released(answer: Answer, released: Mapping[int, Earlier]) -> Answer:
    """Return an answer whose rows say which list let them go already."""
    told = list(answer.decisions)
    for at, each in released.items():
        said = Said("released_before", {"list": each.number, "day": each.as_of.isoformat()})
        told[at] = replace(told[at], reasons=(*told[at].reasons, said))
    rows = {_place(each): each for each in told}
    groups = tuple(
        replace(each, decisions=tuple(rows[_place(one)] for one in each.decisions)) for each in answer.groups
    )
    return replace(answer, decisions=tuple(told), groups=groups)


def _place(decision: Decision) -> tuple[str, int]:
    return decision.row.sheet, decision.row.row


def identity(data: bytes, name: str) -> str:
    """Return what tells lists apart: all cells of the file, however it was written.

    Raises:
        UsageError: It is no table.
    """
    sheets = table.read(data, name, uncalculated=invoice_list.UNCALCULATED)
    # The names of sheets count, but that of a text file is its own.
    named = len(sheets) > 1
    cells = [(each.name if named else "", [list(row) for row in each.rows]) for each in sheets]
    return hashlib.sha256(encoded(cells).encode()).hexdigest()


def addresses(context: Context, sender: str | None) -> Mapping[Teller, str]:
    """Return where the house's own are told; finance is whoever sent the list."""
    found = {
        Teller.FINANCE: sender or context.answers.finance,
        Teller.SALES: context.answers.sales,
        Teller.WAREHOUSE: context.answers.warehouse,
        Teller.ORDER_DESK: context.answers.order_desk,
    }
    return {teller: address for teller, address in found.items() if address}


def _mails(context: Context, came: Incoming, new: NewAnswer, number: int) -> tuple[Posting, ...]:
    """Return the mails about a list: the answer to one from a folder, and the notices.

    A notice is held for a person unless its kind is switched on. A mail is answered with what becomes of it.
    Without a mail server all notices are held: a server that is set later must not send what is old by then.
    """
    finance = context.answers.finance
    alone = came.raw_sha256 is None and finance and context.smtp is not None
    answer = (letters.answering(number, finance, came.lang, None),) if alone else ()
    return (*answer, *_notices(context, came, new, number))


def _notices(context: Context, came: Incoming, new: NewAnswer, number: int) -> tuple[Posting, ...]:
    deadline = notice_mails.deadline(new.as_of, context.calendar)
    drafts = notices.drafts(new.answer, context.language, new.as_of, deadline)
    telling = Telling(
        number=number,
        addresses=addresses(context, came.sender),
        automatic=notice_mails.automatic(notice_switches.listed(context.store))
        if context.smtp is not None
        else frozenset(),
        raw_sha256=came.raw_sha256,
    )
    return notice_mails.postings(drafts, telling)
