"""Answered invoice lists: written once as a whole, read back as they stand with people's changes.

A list is answered once in an ISO week of a time zone. What earlier lists held is carried on when a list
is recorded (`desk.invoicing.holds`), in the same transaction.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from desk.invoicing import holds
from desk.invoicing.holds import Earlier
from models import audit, counters
from models.answering import Posting
from models.audit import AuditEntry
from models.columns import decoded, encoded
from models.invoice_desk import (
    AnsweredList,
    ExportKind,
    ListSummary,
    NewAnswer,
    Shift,
    Stale,
    Week,
)
from models.invoicing import Billed, Code, Decision
from models.kill_point import kill_point
from models.rows.invoicing import earlier_rows, exports, list_counts, list_rows, revised_rows
from models.rows.invoicing.invoice_list_tables import (
    InvoiceListExportRow,
    InvoiceListRow,
    InvoiceListSupersededRow,
)
from models.rows.post import outbox, outbox_desk
from models.store import Store, reading, writing

BY_ANSWER = "invoice_list"
"""By whom an answered list is said to be recorded."""
_NEWEST_FIRST = select(InvoiceListRow).order_by(col(InvoiceListRow.number).desc())


def record(
    store: Store, answered: NewAnswer, mails: Callable[[int], Sequence[Posting]] | None = None
) -> tuple[ListSummary, bool]:
    """Keep an answered list; return it, and whether it was not answered in that week already.

    Everything is one transaction: the rows with the holds that they carry on, the lists of the week whose
    place it takes (their drafts are thrown away), and the `mails` about it, which get its number.
    """
    with writing(store) as session:
        counters.lock(session, "invoice_list")
        kept = session.exec(_once(answered.identity, answered.week)).first()
        if kept is not None:
            return _summary(session, kept), False
        number = counters.next_number(session, "invoice_list")
        older = earlier_rows.superseded_by(session, answered.answer.decisions, answered.week)
        row = _list_row(number, answered)
        session.add(row)
        session.flush()
        session.add_all(InvoiceListSupersededRow(list_number=each, by_number=number) for each in older)
        session.flush()
        for replaced in older:
            outbox_desk.put_away(session, f"notice:{replaced}:", BY_ANSWER, answered.answered_at)
        list_rows.write(session, number, answered)
        session.add_all(
            InvoiceListExportRow(list_number=number, snapshot_id=each)
            for each in dict.fromkeys(answered.used)
        )
        session.flush()
        for each in mails(number) if mails else ():
            outbox.enqueue(session, each, answered.answered_at)
        audit.append(session, _entry(row, older), answered.answered_at)
        summary = _summary(session, row)
        kill_point("invoice_list_written")
    kill_point("invoice_list_committed")
    return summary, True


def released(store: Store, decisions: Sequence[Decision], week: Week) -> dict[int, Earlier]:
    """Return by their places the rows that an earlier list let go already, and that were not billed since."""
    return holds.all_released(decisions, told_before(store, decisions, week))


def told_before(store: Store, decisions: Sequence[Decision], week: Week) -> dict[str, list[Earlier]]:
    """Return what earlier lists said of the orders of a list, by order, the newest list first.

    A list whose place this one takes does not count.
    """
    with reading(store) as session:
        earlier = earlier_rows.about(session, decisions, week)
        replaced = earlier_rows.superseded_by(session, decisions, week)
    return {
        order: [each for each in found if each.number not in replaced] for order, found in earlier.items()
    }


def answered_already(store: Store, identity: str, week: Week) -> ListSummary | None:
    """Return the report on a list of a week, None where it was not answered yet."""
    with reading(store) as session:
        row = session.exec(_once(identity, week)).first()
        return None if row is None else _summary(session, row)


def summaries(store: Store, limit: int = 50, offset: int = 0) -> tuple[ListSummary, ...]:
    """Return answered lists with their decisions counted as they stand now, newest first."""
    with reading(store) as session:
        return _summaries(session, session.exec(_NEWEST_FIRST.limit(limit).offset(offset)).all())


def of_mail(store: Store, raw_sha256: str) -> tuple[ListSummary, ...]:
    """Return the answered lists that a mail brought, newest first."""
    with reading(store) as session:
        of_it = _NEWEST_FIRST.where(InvoiceListRow.raw_sha256 == raw_sha256)
        return _summaries(session, session.exec(of_it).all())


def found(store: Store, number: int) -> AnsweredList | None:
    """Return an answered list as a whole, as it stands now."""
    with reading(store) as session:
        return found_within(session, number)


def found_within(session: Session, number: int) -> AnsweredList | None:
    """Return an answered list as a whole, within a transaction."""
    row = session.get(InvoiceListRow, number)
    if row is None:
        return None
    states = list_rows.states(session, number)
    used = {
        *session.exec(
            select(InvoiceListExportRow.snapshot_id).where(InvoiceListExportRow.list_number == number)
        ),
        *revised_rows.used(session, number),
    }
    earlier = decoded(tuple[Billed, ...] | None, row.earlier_json)  # type: ignore[arg-type]
    answer = replace(list_rows.answer(session, number, states), earlier=earlier)
    return AnsweredList(_summary(session, row), states, answer, exports.in_session(session, sorted(used)))


def weeks_answered(store: Store, zone: str) -> tuple[Week, ...]:
    """Return the weeks in which a list was answered, the newest first."""
    weeks = (
        select(InvoiceListRow.year, InvoiceListRow.week)
        .where(InvoiceListRow.zone == zone)
        .distinct()
        .order_by(col(InvoiceListRow.year).desc(), col(InvoiceListRow.week).desc())
    )
    with reading(store) as session:
        return tuple(Week(year, week, zone) for year, week in session.exec(weeks))


def holds_by_week(store: Store, zone: str, limit: int) -> tuple[tuple[Week, Mapping[Code, int]], ...]:
    """Return how many rows each cause held in the newest weeks that had a list, the newest week first.

    A list whose place a newer one of its week took does not count.
    """
    counting = (
        select(InvoiceListRow)
        .where(
            InvoiceListRow.zone == zone,
            col(InvoiceListRow.number).not_in(select(InvoiceListSupersededRow.list_number)),
        )
        .order_by(col(InvoiceListRow.year).desc(), col(InvoiceListRow.week).desc())
    )
    with reading(store) as session:
        weeks: dict[Week, list[int]] = {}
        for row in session.exec(counting):
            week = Week(row.year, row.week, zone)
            if week not in weeks and len(weeks) == limit:
                break
            weeks.setdefault(week, []).append(row.number)
        counts = list_counts.by_list(session, [each for numbers in weeks.values() for each in numbers])
        return tuple((week, _held(numbers, counts)) for week, numbers in weeks.items())


def _held(numbers: Sequence[int], counts: Mapping[int, Mapping[Code, int]]) -> dict[Code, int]:
    summed = {code: sum(counts[each].get(code, 0) for each in numbers) for code in Code if code in holds.HELD}
    return {code: count for code, count in summed.items() if count}


def _once(identity: str, week: Week) -> SelectOfScalar[InvoiceListRow]:
    return select(InvoiceListRow).where(
        InvoiceListRow.identity == identity,
        InvoiceListRow.year == week.year,
        InvoiceListRow.week == week.week,
        InvoiceListRow.zone == week.zone,
    )


def _list_row(number: int, answered: NewAnswer) -> InvoiceListRow:
    return InvoiceListRow(
        number=number,
        identity=answered.identity,
        name=answered.name,
        sha256=answered.sha256,
        year=answered.week.year,
        week=answered.week.week,
        zone=answered.week.zone,
        as_of=answered.as_of,
        answered_at=answered.answered_at,
        rows=len(answered.answer.decisions),
        raw_sha256=answered.raw_sha256,
        sender=answered.sender,
        reply_sha256=answered.reply_sha256,
        stale_json=encoded(answered.stale),
        missing_json=encoded(answered.missing),
        earlier_json=encoded(answered.answer.earlier),
        shifted_json=encoded(answered.shifted),
    )


def _summary(session: Session, row: InvoiceListRow) -> ListSummary:
    return _summaries(session, [row])[0]


def _summaries(session: Session, rows: Sequence[InvoiceListRow]) -> tuple[ListSummary, ...]:
    numbers = [each.number for each in rows]
    counts = list_counts.by_list(session, numbers)
    superseded = list_counts.superseded(session, numbers)
    return tuple(_value(each, counts[each.number], superseded.get(each.number)) for each in rows)


def _value(row: InvoiceListRow, counts: Mapping[Code, int], superseded_by: int | None) -> ListSummary:
    return ListSummary(
        number=row.number,
        name=row.name,
        sha256=row.sha256,
        week=Week(row.year, row.week, row.zone),
        as_of=row.as_of,
        answered_at=row.answered_at,
        rows=row.rows,
        counts=counts,
        raw_sha256=row.raw_sha256,
        sender=row.sender,
        reply_sha256=row.reply_sha256,
        stale=decoded(tuple[Stale, ...], row.stale_json),
        missing=decoded(tuple[ExportKind, ...], row.missing_json),
        superseded_by=superseded_by,
        shifted=decoded(tuple[Shift, ...], row.shifted_json),
    )


def _entry(row: InvoiceListRow, older: Sequence[int]) -> AuditEntry:
    detail = {
        "rows": row.rows,
        "week": f"{row.year}-W{row.week:02d}",
        "zone": row.zone,
        "source": row.sha256,
        "supersedes": list(older),
    }
    return AuditEntry(BY_ANSWER, "invoice_list_answered", str(row.number), detail)
