"""What the tables inside an item say of it: its price, its delivery."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.late import late
from extractors.lines.item import Part, Text
from extractors.lines.item_table import NUMBER, Column, Inner, Row
from extractors.page.runs import joined
from extractors.vocabulary.meanings import Role

ROLES = (Role.PRICE, Role.DELIVERY)
"""What an inner table states for its item where the item's own line does not."""
NONZERO = late(r"[1-9]")


@dataclass(frozen=True, slots=True)
class InnerTexts:
    """Texts on which all rows agree, texts that differ from row to row, and the parts of the item."""

    agreed: dict[Role, tuple[Text, ...]] = field(default_factory=dict)
    scattered: dict[Role, tuple[Text, ...]] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()


def of_inner(tables: Sequence[Inner], own: Mapping[Role, Sequence[Text]], first_column: int) -> InnerTexts:
    """Return what the inner tables say that the item's `own` line does not say.

    Inner columns are numbered on from `first_column`. A row that orders nothing says nothing.
    """
    found = InnerTexts()
    for role in ROLES:
        rows = [] if _stated(own.get(role, ()), role) else _stating(tables, role)
        texts = tuple(_text(row, columns, role, first_column) for columns, row in rows)
        if len({text.printed for text in texts}) == 1:
            found.agreed[role] = texts[:1]
        elif texts:
            found.scattered[role] = texts
    return replace(found, parts=tuple(_parts(tables, first_column)))


def _stated(texts: Sequence[Text], role: Role) -> bool:
    """Tell whether the item's own line states a role: a price is a number, not a code or a mark."""
    return any(role is not Role.PRICE or NUMBER.match(text.printed) for text in texts)


def _stating(tables: Sequence[Inner], role: Role) -> list[tuple[Sequence[Column], Row]]:
    """Return the rows of the first inner table that has a column for `role`: those that order something."""
    rows = next((rows for table in tables if (rows := _filled(table, role))), [])
    ordering = [pair for pair in rows if _orders(*pair)]
    return ordering or rows


def _filled(table: Inner, role: Role) -> list[tuple[Sequence[Column], Row]]:
    at = _column(table.columns, role)
    return [(table.columns, row) for row in table.rows if at is not None and row.cells[at]]


def _orders(columns: Sequence[Column], row: Row) -> bool:
    at = _column(columns, Role.QUANTITY)
    return at is None or not row.cells[at] or any(NONZERO.search(run.text) for run in row.cells[at])


def _column(columns: Sequence[Column], role: Role) -> int | None:
    return next((at for at, column in enumerate(columns) if column.role is role), None)


def _text(row: Row, columns: Sequence[Column], role: Role, first_column: int) -> Text:
    at = _column(columns, role)
    assert at is not None
    heading = columns[at].headings[0]
    run = joined(row.cells[at])
    exact = heading.exact and columns[at].cut
    return Text(run, 0, len(run.text), replace(heading, exact=exact), first_column + at)


def _parts(tables: Sequence[Inner], first_column: int) -> Iterator[Part]:
    for columns, row in _stating(tables, Role.PRICE):
        at = _column(columns, Role.QUANTITY)
        if at is not None and row.cells[at]:
            quantity = _text(row, columns, Role.QUANTITY, first_column)
            yield Part(quantity, _text(row, columns, Role.PRICE, first_column))
