"""How customers are invoiced: versions of which the newest counts, and rules proposed for them.

Nothing is ever changed or removed: a change is a new version, with who made it and why.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models import audit, counters
from models.audit import AuditEntry
from models.columns import decoded, encoded
from models.invoice_desk import KeptProfile, Proposal
from models.invoice_sources import InvoiceMode, InvoiceProfile
from models.rows.invoicing.profile_tables import InvoiceProfileRow, ProfileProposalRow, ProposalSettledRow
from models.snapshot import BY_IMPORT
from models.store import Store, reading, writing

_YES = frozenset({"yes", "true"})


def listed(store: Store) -> tuple[KeptProfile, ...]:
    """Return what counts for every customer, by customer number."""
    with reading(store) as session:
        newest = select(
            InvoiceProfileRow.customer_number, func.max(InvoiceProfileRow.version).label("version")
        ).group_by(col(InvoiceProfileRow.customer_number))
        counting = newest.subquery()
        rows = session.exec(
            select(InvoiceProfileRow)
            .join(
                counting,
                (col(InvoiceProfileRow.customer_number) == counting.c.customer_number)
                & (col(InvoiceProfileRow.version) == counting.c.version),
            )
            .order_by(col(InvoiceProfileRow.customer_number))
        )
        return tuple(_value(row) for row in rows)


def found(store: Store, customer_number: str) -> KeptProfile | None:
    """Return what counts for a customer; None where nothing is kept."""
    with reading(store) as session:
        row = _newest(session, customer_number)
        return None if row is None else _value(row)


def history(store: Store, customer_number: str) -> tuple[KeptProfile, ...]:
    """Return all versions for a customer, newest first."""
    with reading(store) as session:
        return tuple(_value(row) for row in session.exec(_versions(customer_number)))


def put(store: Store, profile: InvoiceProfile, by: str, why: str, now: dt.datetime) -> KeptProfile:
    """Keep a profile as the newest version; the version that counts already is not written again."""
    with writing(store) as session:
        _lock(session)
        return _put(session, profile, by, why, now)


def take_over(store: Store, profiles: Sequence[InvoiceProfile], why: str, now: dt.datetime) -> int:
    """Keep the profiles of an import; return how many are new or changed.

    What an import says of a customer as the import before did is left as people changed it here since.
    """
    with writing(store) as session:
        _lock(session)
        changed = [each for each in profiles if _imported(session, each.customer_number) != each]
        for each in changed:
            _put(session, each, BY_IMPORT, why, now)
        return len(changed)


def proposals(store: Store) -> tuple[Proposal, ...]:
    """Return the proposed rules that nobody decided on yet, oldest first."""
    with reading(store) as session:
        return tuple(_proposal(row) for row in session.exec(_open()))


def propose(
    store: Store,
    customer_number: str,
    changes: Mapping[str, str],
    *,
    list_number: int,
    position: int,
    why: str,
    by: str,
    now: dt.datetime,
) -> Proposal:
    """Propose a rule for a customer: fields of the profile as they stand in a form, with their values.

    The same rule is proposed once as long as nobody decided on it.

    Raises:
        ValueError: There is no such field, or its value cannot be read.
    """
    applied(InvoiceProfile(customer_number), changes)
    with writing(store) as session:
        _lock(session)
        wanted = encoded(dict(sorted(changes.items())))
        same = _open().where(
            ProfileProposalRow.customer_number == customer_number, ProfileProposalRow.changes_json == wanted
        )
        kept = session.exec(same).first()
        if kept is not None:
            return _proposal(kept)
        row = ProfileProposalRow(
            customer_number=customer_number,
            changes_json=wanted,
            list_number=list_number,
            position=position,
            why=why,
            proposed_by=by,
            proposed_at=now,
        )
        session.add(row)
        session.flush()
        detail = {"customer": customer_number, "fields": sorted(changes), "list": list_number}
        audit.append(session, AuditEntry(by, "profile_proposed", str(row.id), detail), now)
        return _proposal(row)


def settle(store: Store, number: int, *, accepted: bool, by: str, now: dt.datetime) -> bool:
    """Accept or reject a proposed rule; tell whether it was open. Accepting makes a new version."""
    with writing(store) as session:
        _lock(session)
        row = session.exec(_open().where(ProfileProposalRow.id == number)).first()
        if row is None:
            return False
        proposal = _proposal(row)
        session.add(ProposalSettledRow(proposal_id=number, accepted=accepted, settled_by=by, settled_at=now))
        done = "accepted" if accepted else "rejected"
        detail = {"customer": proposal.customer_number}
        audit.append(session, AuditEntry(by, f"profile_proposal_{done}", str(number), detail), now)
        if accepted:
            before = _newest(session, proposal.customer_number)
            profile = _value(before).profile if before else InvoiceProfile(proposal.customer_number)
            _put(session, applied(profile, proposal.changes), by, proposal.why, now)
        return True


def applied(profile: InvoiceProfile, changes: Mapping[str, str]) -> InvoiceProfile:
    """Return a profile with some fields set as they stand in a form; an empty text is no value.

    Raises:
        ValueError: There is no such field, or its value cannot be read.
    """
    read: dict[str, Any] = {name: _read(name, text.strip()) for name, text in changes.items()}
    return replace(profile, **read)


def _read(name: str, text: str) -> object:
    if name == "mode":
        return InvoiceMode(text)
    if name == "acceptance":
        return text.casefold() in _YES
    if name == "cutoff_day":
        return int(text) if text else None
    if name == "hold_until":
        return dt.date.fromisoformat(text) if text else None
    if name not in {"name", "title", "tax_number", "invoice_type", "email"}:
        message = f"a profile has no field {name}"
        raise ValueError(message)
    return text or None


def _lock(session: Session) -> None:
    """Let versions and decisions be written one after the other, until the transaction ends."""
    counters.lock(session, "profiles")


def _put(session: Session, profile: InvoiceProfile, by: str, why: str, now: dt.datetime) -> KeptProfile:
    before = _newest(session, profile.customer_number)
    # An import that says what a person said before is kept all the same: the next one is held against it.
    said_again = before is not None and (by != BY_IMPORT or before.put_by == BY_IMPORT)
    if before is not None and said_again and _value(before).profile == profile:
        return _value(before)
    row = InvoiceProfileRow(
        customer_number=profile.customer_number,
        version=before.version + 1 if before else 1,
        profile_json=encoded(profile),
        put_by=by,
        put_at=now,
        why=why,
    )
    session.add(row)
    session.flush()
    detail = {"version": row.version, "why": why}
    audit.append(session, AuditEntry(by, "profile_put", profile.customer_number, detail), now)
    return _value(row)


def _imported(session: Session, customer_number: str) -> InvoiceProfile | None:
    """Return what the last import said of a customer."""
    by_import = _versions(customer_number).where(InvoiceProfileRow.put_by == BY_IMPORT).limit(1)
    row = session.exec(by_import).first()
    return None if row is None else _value(row).profile


def _newest(session: Session, customer_number: str) -> InvoiceProfileRow | None:
    return session.exec(_versions(customer_number).limit(1)).first()


def _versions(customer_number: str) -> SelectOfScalar[InvoiceProfileRow]:
    return (
        select(InvoiceProfileRow)
        .where(InvoiceProfileRow.customer_number == customer_number)
        .order_by(col(InvoiceProfileRow.version).desc())
    )


def _open() -> SelectOfScalar[ProfileProposalRow]:
    settled = select(ProposalSettledRow.proposal_id)
    return (
        select(ProfileProposalRow)
        .where(col(ProfileProposalRow.id).not_in(settled))
        .order_by(col(ProfileProposalRow.id))
    )


def _value(row: InvoiceProfileRow) -> KeptProfile:
    profile = decoded(InvoiceProfile, row.profile_json)
    return KeptProfile(profile, row.version, row.put_by, row.put_at, row.why)


def _proposal(row: ProfileProposalRow) -> Proposal:
    assert row.id is not None, "the row was written"
    return Proposal(
        number=row.id,
        customer_number=row.customer_number,
        changes=decoded(Mapping[str, str], row.changes_json),  # type: ignore[type-abstract]
        list_number=row.list_number,
        position=row.position,
        why=row.why,
        by=row.proposed_by,
        at=row.proposed_at,
    )
