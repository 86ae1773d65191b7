"""A person's word, and what it makes of the lists that are open: kept in one transaction."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from sqlmodel import Session, col, select

from desk.invoicing import holds
from models import audit, counters
from models.audit import AuditEntry
from models.columns import encoded
from models.contract_terms import Attested
from models.invoice_desk import AnsweredList, Hold, Revision, Week
from models.invoicing import Decision
from models.kill_point import kill_point
from models.rows.invoicing import attestations, earlier_rows, invoice_lists, row_changes
from models.rows.invoicing.attestations import TakenBack
from models.rows.invoicing.invoice_list_tables import (
    InvoiceListRow,
    InvoiceListRowRow,
    InvoiceListSupersededRow,
)
from models.rows.invoicing.revision_tables import InvoiceRevisionRow, InvoiceRowRevisionRow
from models.rows.invoicing.row_changes import Renewing
from models.store import Store, reading, writing

Words = tuple[Attested, ...]
Revising = Callable[[AnsweredList, Words, Words, int], Revision]
"""Decides a list anew: the list as it stands, what holds without the word, and with it; the word's number."""


def open_lists(store: Store, order: str, weeks: Collection[Week]) -> tuple[int, ...]:
    """Return the lists with an order that are still to be invoiced by: of the newest of some weeks with one.

    A list whose place a newer one took is not open.
    """
    with reading(store) as session:
        counting = [
            row
            for week in weeks
            for row in session.exec(
                select(InvoiceListRow).where(
                    InvoiceListRow.zone == week.zone,
                    InvoiceListRow.year == week.year,
                    InvoiceListRow.week == week.week,
                    col(InvoiceListRow.number).not_in(select(InvoiceListSupersededRow.list_number)),
                )
            )
        ]
        newest = max(((row.year, row.week) for row in counting), default=None)
        numbers = [row.number for row in counting if (row.year, row.week) == newest]
        named = session.exec(
            select(InvoiceListRowRow.list_number)
            .where(col(InvoiceListRowRow.list_number).in_(numbers), InvoiceListRowRow.order_number == order)
            .distinct()
        )
        return tuple(sorted(named))


def put(store: Store, said: Attested, lists: Mapping[int, Revising], renewing: Renewing) -> int:
    """Keep what a person vouches for, and what it makes of lists; return its number."""
    with writing(store) as session:
        counters.lock(session, "invoice_list")
        number = attestations.put_within(session, said)
        kept = attestations.holding_within(session, {said.order})
        without = tuple(each for each in kept if each.number != number)
        _revise(session, lists, (without, kept), number, renewing)
        kill_point("word_written")
        return number


def take_back(
    store: Store,
    number: int,
    order: str,
    taken: TakenBack,
    *,
    lists: Mapping[int, Revising],
    renewing: Renewing,
) -> bool:
    """Let what was vouched for not hold any more, and lists be decided without it; tell whether it held."""
    with writing(store) as session:
        counters.lock(session, "invoice_list")
        kept = attestations.holding_within(session, {order})
        if not attestations.take_back_within(session, number, order, taken):
            return False
        left = attestations.holding_within(session, {order})
        _revise(session, lists, (kept, left), number, renewing)
        return True


def _revise(
    session: Session,
    lists: Mapping[int, Revising],
    words: tuple[Words, Words],
    attestation: int,
    renewing: Renewing,
) -> None:
    for number, revising in lists.items():
        before = invoice_lists.found_within(session, number)
        if before is None or before.summary.superseded_by is not None:
            continue
        revision = revising(before, *words, attestation)
        _write(session, before, revision)
        row_changes.renew_within(session, before, renewing, revision.at)


def _write(session: Session, before: AnsweredList, revision: Revision) -> None:
    number = before.summary.number
    bare = tuple(replace(each, decisions=()) for each in revision.groups)
    row = InvoiceRevisionRow(
        list_number=number,
        attestation_id=revision.attestation,
        why_json=encoded(revision.why),
        groups_json=encoded(bare),
        used_json=encoded(revision.used),
        revised_by=revision.by,
        revised_at=revision.at,
    )
    session.add(row)
    session.flush()
    assert row.id is not None, "the row was written"
    held = _holds(session, before, revision)
    for position, each in sorted(revision.rows.items()):
        session.add(_row(row.id, number, position, each, held.get(position)))
    session.flush()
    codes = {str(position): each.code.value for position, each in sorted(revision.rows.items())}
    detail = {"attestation": revision.attestation, "rows": codes, "why": revision.why.word}
    audit.append(
        session, AuditEntry(revision.by, "invoice_list_decided_anew", str(number), detail), revision.at
    )


def _row(
    revision: int, number: int, position: int, decision: Decision, hold: Hold | None
) -> InvoiceRowRevisionRow:
    return InvoiceRowRevisionRow(
        revision_id=revision,
        list_number=number,
        position=position,
        code=decision.code.value,
        decision_json=encoded(decision),
        hold_since=hold.since if hold else None,
        hold_lists=hold.lists if hold else None,
        hold_first_list=hold.first_list if hold else None,
        hold_owner=hold.owner.value if hold else None,
    )


def _holds(session: Session, before: AnsweredList, revision: Revision) -> dict[int, Hold]:
    """Return the holds of the rows that are held now: they go on from what earlier lists say."""
    day, number = before.summary.as_of, before.summary.number
    earlier = earlier_rows.about(session, revision.rows.values(), before.summary.week)
    found: dict[int, Hold] = {}
    for position, each in revision.rows.items():
        if each.code in holds.HELD:
            others = [one for one in earlier.get(each.row.order or "", ()) if one.number != number]
            found[position] = holds.carried(each.code, holds.goods(each), day, number, others)
    return found
