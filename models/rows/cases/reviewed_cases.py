"""Cases that need no person any more, found by the numbers of their documents."""

from collections.abc import Collection

from sqlmodel import col, select

from models.case import CaseState
from models.dialect import chunks
from models.rows.cases.thread_tables import CaseOriginRow
from models.store import Store, reading
from models.tables import CaseRow


def numbered(store: Store, keys: Collection[str]) -> tuple[int, ...]:
    """Return the clear cases whose document has one of these numbers (`desk.belonging.number_key`)."""
    found: list[int] = []
    with reading(store) as session:
        for chunk in chunks(sorted(keys)):
            found += session.exec(
                select(CaseRow.number)
                .join(CaseOriginRow, col(CaseOriginRow.case_number) == col(CaseRow.number))
                .where(CaseRow.state == CaseState.CLEAR.value, col(CaseOriginRow.number_key).in_(chunk))
            ).all()
    return tuple(sorted(found))
