"""Numbers without gaps: given out and used in one transaction, taken back with it."""

from sqlmodel import Session, select

from models.dialect import insert_missing
from models.tables import CounterRow


def next_number(session: Session, name: str) -> int:
    """Return the next number of the sequence `name`, from 1.

    The counter's row is locked until the transaction ends, so whoever comes next waits and sees the
    number as used, or as free again.
    """
    row = lock(session, name)
    row.value += 1
    session.add(row)
    return row.value


def lock(session: Session, name: str) -> CounterRow:
    """Let nobody else take from the sequence `name` until the transaction ends; return its row.

    Whoever comes next waits, and then sees what this transaction wrote.
    """
    insert_missing(session, CounterRow, [{"name": name, "value": 0}])
    return session.exec(
        select(CounterRow)
        .where(CounterRow.name == name)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
