"""Which kinds of notices go out by themselves: what the desk lead switched last counts."""

from sqlmodel import col, select

from models import audit
from models.audit import AuditEntry
from models.invoice_desk import NoticeSwitch
from models.invoicing import Code, Teller
from models.rows.invoicing.profile_tables import NoticeSwitchRow
from models.store import Store, reading, writing


def listed(store: Store) -> tuple[NoticeSwitch, ...]:
    """Return how each kind that was ever switched stands; all others wait for a person."""
    oldest_first = select(NoticeSwitchRow).order_by(col(NoticeSwitchRow.id))
    with reading(store) as session:
        counting = {(row.code, row.teller): row for row in session.exec(oldest_first)}
        return tuple(_value(counting[key]) for key in sorted(counting))


def switch(store: Store, wanted: NoticeSwitch) -> None:
    """Let notices of a kind go out by themselves, or wait for a person again."""
    with writing(store) as session:
        session.add(
            NoticeSwitchRow(
                code=wanted.code.value,
                teller=wanted.teller.value,
                automatic=wanted.automatic,
                switched_by=wanted.by,
                switched_at=wanted.at,
            )
        )
        about = f"{wanted.code.value} {wanted.teller.value}"
        detail = {"automatic": wanted.automatic}
        audit.append(session, AuditEntry(wanted.by, "notices_switched", about, detail), wanted.at)


def _value(row: NoticeSwitchRow) -> NoticeSwitch:
    return NoticeSwitch(Code(row.code), Teller(row.teller), row.automatic, row.switched_by, row.switched_at)
