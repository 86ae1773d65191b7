"""What people vouch for about orders: that a milestone's event happened, that goods were accepted."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, select

from models import audit
from models.audit import AuditEntry
from models.contract_terms import Attested, Due
from models.dialect import chunks, insert_missing
from models.rows.invoicing.attestation_tables import AttestationRow, AttestationTakenBackRow
from models.store import Store, reading


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Who took a word back, when and why."""

    by: str
    at: dt.datetime
    why: str


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody vouched for, and whether it was taken back."""

    attested: Attested
    taken_back: TakenBack | None = None


def put_within(session: Session, said: Attested) -> int:
    """Keep what a person vouches for, within a transaction; return its number."""
    row = AttestationRow(
        order_number=said.order,
        item=said.item,
        due=said.due.value,
        percent=said.percent,
        place=said.place,
        happened_on=said.happened_on,
        who=said.who,
        evidence=said.evidence,
        said_by=said.by,
        said_at=said.at,
    )
    session.add(row)
    session.flush()
    assert row.id is not None, "the row was written"
    detail = {
        "number": row.id,
        "item": said.item,
        "due": said.due.value,
        "percent": None if said.percent is None else str(said.percent),
        "happened_on": said.happened_on.isoformat(),
    }
    audit.append(session, AuditEntry(said.by, "event_attested", said.order, detail), said.at)
    return row.id


def take_back_within(session: Session, number: int, order: str, taken: TakenBack) -> bool:
    """Let what was vouched for not hold any more, within a transaction; tell whether it did until now."""
    row = session.get(AttestationRow, number)
    if row is None or row.order_number != order:
        return False
    new = {
        "attestation_id": number,
        "why": taken.why,
        "taken_back_by": taken.by,
        "taken_back_at": taken.at,
    }
    if not insert_missing(session, AttestationTakenBackRow, [new]):
        return False
    detail = {"number": number, "why": taken.why}
    audit.append(session, AuditEntry(taken.by, "event_attestation_taken_back", order, detail), taken.at)
    return True


def of_order(store: Store, order: str) -> tuple[Word, ...]:
    """Return everything that was vouched for about an order, the newest first."""
    query = (
        select(AttestationRow, AttestationTakenBackRow)
        .join(
            AttestationTakenBackRow,
            col(AttestationTakenBackRow.attestation_id) == col(AttestationRow.id),
            isouter=True,
        )
        .where(AttestationRow.order_number == order)
        .order_by(col(AttestationRow.id).desc())
    )
    with reading(store) as session:
        return tuple(
            Word(
                _value(row),
                TakenBack(gone.taken_back_by, gone.taken_back_at, gone.why) if gone is not None else None,
            )
            for row, gone in session.exec(query)
        )


def holding(store: Store, orders: Collection[str]) -> tuple[Attested, ...]:
    """Return what is vouched for about some orders, the newest first."""
    with reading(store) as session:
        return holding_within(session, orders)


def holding_within(session: Session, orders: Collection[str]) -> tuple[Attested, ...]:
    """Return what is vouched for about some orders, within a transaction, the newest first."""
    found: list[AttestationRow] = []
    gone = select(AttestationTakenBackRow.attestation_id)
    for chunk in chunks(sorted(orders)):
        found += session.exec(
            select(AttestationRow).where(
                col(AttestationRow.order_number).in_(chunk), col(AttestationRow.id).not_in(gone)
            )
        ).all()
    return tuple(sorted(map(_value, found), key=lambda each: -each.number))


def _value(row: AttestationRow) -> Attested:
    assert row.id is not None, "the row was read"
    return Attested(
        order=row.order_number,
        due=Due(row.due),
        happened_on=row.happened_on,
        who=row.who,
        evidence=row.evidence,
        by=row.said_by,
        at=row.said_at,
        item=row.item,
        percent=row.percent,
        place=row.place,
        number=row.id,
    )
