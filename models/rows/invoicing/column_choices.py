"""What people said about the columns of files: remembered by the shape of the file, the newest counts."""

from collections.abc import Mapping

from sqlmodel import col, select

from models import audit
from models.audit import AuditEntry
from models.columns import decoded, encoded
from models.invoice_desk import ColumnChoice
from models.rows.invoicing.export_tables import ColumnChoiceRow
from models.store import Store, reading, writing


def choice(store: Store, kind: str, shape: str) -> ColumnChoice | None:
    """Return what was said last about the columns of files of a shape."""
    newest_first = (
        select(ColumnChoiceRow)
        .where(ColumnChoiceRow.kind == kind, ColumnChoiceRow.shape == shape)
        .order_by(col(ColumnChoiceRow.id).desc())
        .limit(1)
    )
    with reading(store) as session:
        row = session.exec(newest_first).first()
        return None if row is None else _choice(row)


def choices(store: Store) -> tuple[ColumnChoice, ...]:
    """Return what counts for the columns of all shapes, by kind and shape."""
    oldest_first = select(ColumnChoiceRow).order_by(col(ColumnChoiceRow.id))
    with reading(store) as session:
        counting = {(row.kind, row.shape): _choice(row) for row in session.exec(oldest_first)}
    return tuple(counting[key] for key in sorted(counting))


def remember(store: Store, chosen: ColumnChoice) -> None:
    """Keep what a person said about the columns of files of a shape; what was said before is replaced."""
    with writing(store) as session:
        session.add(
            ColumnChoiceRow(
                kind=chosen.kind,
                shape=chosen.shape,
                columns_json=encoded(dict(chosen.columns)),
                chosen_by=chosen.by,
                chosen_at=chosen.at,
            )
        )
        detail = {"kind": chosen.kind, "columns": dict(chosen.columns)}
        audit.append(session, AuditEntry(chosen.by, "columns_remembered", chosen.shape, detail), chosen.at)


def _choice(row: ColumnChoiceRow) -> ColumnChoice:
    columns = decoded(Mapping[str, str], row.columns_json)  # type: ignore[type-abstract]
    return ColumnChoice(row.kind, row.shape, columns, row.chosen_by, row.chosen_at)
