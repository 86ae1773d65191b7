"""What an export must have to be understood, and what is said where it has not."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from models.errors import ColumnsNotUnderstoodError
from sap import headers
from sap.headers import Header, Names
from sap.table import Cell, Row, Sheet

SHOWN_FIRST = 3
REMEDY = "rename the columns, or add their names under [vocabulary.columns] in policy.toml"


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a kind of export.

    `names` holds what they are called by field. Of each group in `required` one must be there. Those in
    `decisive` must not stand in two columns which differ: a wrong choice would be a wrong value.
    """

    names: Mapping[str, str]
    required: tuple[tuple[str, ...], ...]
    decisive: tuple[str, ...]
    trusting: Container[str] = ()
    """The fields whose full name counts although some cells under it are bad (`headers.recognise`)."""


def understand(
    sheets: Sequence[Sheet], layout: Layout, name: str, also: Names | None = None
) -> list[tuple[Sheet, Header]]:
    """Return the sheets that have the columns of a layout, with their headers.

    Raises:
        ColumnsNotUnderstoodError: No sheet has them all; the text names columns seen and missing.
    """
    found = [
        (sheet, headers.recognise(sheet.rows, layout.names, also, trusting=layout.trusting))
        for sheet in sheets
    ]
    usable = [(sheet, header) for sheet, header in found if header and not lacking(header, layout)]
    if not usable:
        raise _not_understood(name, found, layout)
    for sheet, header in usable:
        _assert_single(sheet, header, layout, name)
    return usable


def lacking(header: Header, layout: Layout) -> list[str]:
    """Return the groups of columns of which a header has none."""
    return [" / ".join(group) for group in _missing(header, layout)]


def _missing(header: Header, layout: Layout) -> tuple[tuple[str, ...], ...]:
    return tuple(group for group in layout.required if not any(each in header.columns for each in group))


def _not_understood(
    name: str, found: Sequence[tuple[Sheet, Header | None]], layout: Layout
) -> ColumnsNotUnderstoodError:
    best = max((header for _, header in found if header), key=lambda each: len(each.columns), default=None)
    if best is None:
        rows = [row for sheet, _ in found for row in sheet.rows if any(row)][:SHOWN_FIRST]
        seen = "; ".join(" | ".join(str(cell) for cell in row if cell != "") for row in rows)
        needed = "; ".join(" / ".join(group) for group in layout.required)
        message = (
            f"{name}: no row with known column names. Its first rows: {seen}. "
            f"Needed are columns for {needed}. {REMEDY.capitalize()}."
        )
        first = tuple(str(cell) for row in rows[:1] for cell in row if cell != "")
        return ColumnsNotUnderstoodError(message, first, layout.required)
    names = tuple(each for each in best.names if each)
    missing = "; ".join(lacking(best, layout))
    message = f"{name}: no column for {missing}. Columns seen: {', '.join(names)}. {REMEDY.capitalize()}."
    return ColumnsNotUnderstoodError(message, names, _missing(best, layout))


def _assert_single(sheet: Sheet, header: Header, layout: Layout, name: str) -> None:
    for each, at in header.repeated:
        if each in layout.decisive and _differ(sheet, header, header.columns[each], at):
            raise ColumnsNotUnderstoodError(
                f"{name}: the columns {header.name(each)} and {header.names[at]} (column {at + 1}) mean the"
                " same and differ: remove or rename the one that does not count",
                choices=(
                    f"{header.shown(header.columns[each])}={each}",
                    f"{header.shown(at)}={each}",
                ),
            )


def _differ(sheet: Sheet, header: Header, one: int, other: int) -> bool:
    body = sheet.rows[header.row + 1 :]
    return any(cell_at(row, one) != cell_at(row, other) for row in body)


def cell_at(row: Row, column: int) -> Cell:
    """Return a cell, an empty text where the row ends before."""
    return row[column] if column < len(row) else ""


def shown(row: Row) -> str:
    """Return a row as people see it, cut where it is long."""
    return " | ".join(str(cell) for cell in row if cell != "")[:80]
