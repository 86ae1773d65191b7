"""Whether items are counted on behind a line that looks like the end of their table: a supplier's note."""

from collections.abc import Callable, Sequence

from extractors.late import late
from extractors.lines.item_table import Column, Row
from extractors.vocabulary.meanings import Role

FIGURES = late(r"\D{0,2}(\d{1,5})\D?")
STEPS = (1, 10)


def goes_on(
    last: Row, rows: Sequence[Row], columns: Sequence[Column], is_item: Callable[[Row], bool]
) -> bool:
    """Tell whether an item among the rows bears the number that follows the one of the last item."""
    number = _number(last, columns)
    following = {number + step for step in STEPS} if number is not None else set[int]()
    return any(is_item(row) and _number(row, columns) in following for row in rows)


def _number(row: Row, columns: Sequence[Column]) -> int | None:
    """Return the number in the column of item numbers, None where there is no such."""
    for column, cell in zip(columns, row.cells, strict=True):
        found = FIGURES.fullmatch(cell[0].text.strip()) if column.role is Role.LINE_NUMBER and cell else None
        if found is not None:
            return int(found[1])
    return None
