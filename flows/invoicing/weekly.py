"""The run of a week: lists that lie in the folder are answered once their week's run is due.

Which week a list is of follows from when it was put there, so a run that was missed is caught up: however
often and from wherever this is called, our own rows say what is answered already, and files that were
answered are moved to `done/`.
"""

import datetime as dt
import hashlib
import logging
from dataclasses import dataclass, field

from desk.invoicing import holds, weeks
from flows.context import Context
from flows.invoicing import answering, letters
from flows.invoicing.answering import Incoming
from flows.mailboxes.folder import OpenedFolder
from flows.mailboxes.source import RefusedError
from models.errors import ColumnsNotUnderstoodError, OperatorError, UsageError
from models.invoice_desk import ListSummary, Week
from models.kill_point import kill_point
from models.receipt import Lease, MessageState
from models.rows.inbox import leases
from models.rows.inbox.leases import LeaseLostError
from models.rows.invoicing import invoice_lists
from models.rows.post import outbox_desk

LOOKED_BACK = dt.timedelta(weeks=8)
"""How far back weeks without a list are told."""
LEASE = ("countercheck", "invoice lists")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WeeklyRun:
    """What a run came to.

    `answered` are the lists that got their report now, `refused` the names of those that were not understood,
    `waiting` counts those whose week's run is still to come. `open` are weeks whose run is due and
    that have no list yet.
    """

    answered: tuple[ListSummary, ...] = ()
    refused: tuple[str, ...] = ()
    waiting: int = 0
    open: tuple[Week, ...] = ()


@dataclass(slots=True)
class _Run:
    context: Context
    lease: Lease
    answered: list[ListSummary] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    waiting: int = 0


def answer_due(context: Context) -> WeeklyRun | None:
    """Answer the lists in the folder that are due; None if another process does so now.

    Raises:
        OperatorError: The folder cannot be used, or the database does not answer.
    """
    if context.invoice_lists is None:
        return WeeklyRun(open=_open(context))
    lease = leases.take(context.store, *LEASE, context.owner, context.now())
    if lease is None:
        return None
    run = _Run(context, lease)
    try:
        with context.invoice_lists.visit() as opened:
            for uid in opened.uids():
                if context.should_stop():
                    break
                _one(run, opened, uid)
    except LeaseLostError:
        return None
    finally:
        leases.release(context.store, run.lease)
    return WeeklyRun(tuple(run.answered), tuple(run.refused), run.waiting, _open(context))


def _open(context: Context) -> tuple[Week, ...]:
    """Return the weeks since the first answered one whose run is due and that have no list."""
    now, zone = context.now(), context.weekly.zone
    answered = invoice_lists.weeks_answered(context.store, zone)
    if not answered:
        return ()
    first = min(answered, key=lambda each: (each.year, each.week))
    since = max(weeks.run_at(context.weekly, first), now - LOOKED_BACK)
    return weeks.due(context.weekly, since, now, answered)


def _one(run: _Run, opened: OpenedFolder, uid: str) -> None:
    context, name = run.context, opened.name(uid)
    run.lease = leases.renew(context.store, run.lease, context.now())
    placed = _placed(opened, name)
    if placed is None:
        return
    week = holds.week_of(min(placed, context.now()), context.weekly.zone)
    if not weeks.is_due(context.weekly, week, context.now()):
        run.waiting += 1
        return
    data = opened.fetch(uid)
    if data is None:
        log.warning("an invoice list cannot be read or was changed just now: %s", name)
        return
    error = _answered(run, Incoming(data, name, week, context.language))
    kill_point("list_answered")
    if error is not None:
        _refused(run, Incoming(data, name, week, context.language), error)
    _file_away(opened, uid, MessageState.PROCESSED if error is None else MessageState.QUARANTINED)


def _placed(opened: OpenedFolder, name: str) -> dt.datetime | None:
    """Return when a file was put where it lies, or was written last; None if it is gone."""
    try:
        known = (opened.watched.path / name).stat()
    except OSError:
        return None
    # A copied file keeps the time at which it was written; the system notes when it came.
    return dt.datetime.fromtimestamp(max(known.st_mtime, known.st_ctime), dt.UTC)


def _answered(run: _Run, came: Incoming) -> OperatorError | None:
    """Answer a list; return why it cannot be."""
    try:
        summary, new = answering.answer(run.context, came)
    except (ColumnsNotUnderstoodError, UsageError) as error:
        return error
    except OperatorError:
        raise
    except Exception:
        # One list must not keep all others from being answered, again and again.
        log.exception("the invoice list %s is put aside", came.name)
        return UsageError(f"{came.name}: the program failed on it")
    if new:
        run.answered.append(summary)
        log.info("invoice list %d is answered: %d rows", summary.number, summary.rows)
    else:
        log.info("%s is invoice list %d, which was answered already", came.name, summary.number)
    return None


def _refused(run: _Run, came: Incoming, error: OperatorError) -> None:
    """Tell finance why a list is not answered."""
    context = run.context
    run.refused.append(came.name)
    log.warning("the invoice list %s is put aside: %s", came.name, error)
    if context.smtp is None or not context.answers.finance:
        return
    letter = letters.not_understood(came.lang, None, came.name, error)
    digest = hashlib.sha256(came.data).hexdigest()
    key = f"{came.week.year}-W{came.week.week:02d}:{digest}"
    posting = letters.refusing(key, context.answers.finance, came.lang, letter)
    outbox_desk.add(context.store, posting, context.now())
    kill_point("list_refused")


def _file_away(opened: OpenedFolder, uid: str, state: MessageState) -> None:
    try:
        opened.file_away(uid, state)
    except RefusedError as error:
        log.warning("%s", error)
