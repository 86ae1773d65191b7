"""What is said of a file that is none of the kinds it may be: the columns of the nearest that it lacks."""

import itertools
from collections.abc import Iterator, Sequence

from models.errors import ColumnsNotUnderstoodError
from sap import layouts, table
from sap.export_kinds import KINDS
from sap.headers import Names
from sap.selection import HEAD
from sap.table import Content, Sheet


def lacking(
    data: Content, name: str, kinds: Sequence[str], also: Names | None = None
) -> ColumnsNotUnderstoodError | None:
    """Return the error of the kind that a file lacks the smallest part of; None if it is one of the kinds.

    Of several that are as near, the first counts.

    Raises:
        UsageError: The file is no table.
    """
    sheets = [
        Sheet(each.name, [each.clean(row) for row in itertools.islice(each.rows(), HEAD)])
        for each in table.scan(data, name)
    ]
    found = list(_errors(sheets, name, kinds, also))
    if len(found) < len(kinds):
        return None
    return min(found, key=lambda one: one[0])[1]


def _errors(
    sheets: Sequence[Sheet], name: str, kinds: Sequence[str], also: Names | None
) -> Iterator[tuple[float, ColumnsNotUnderstoodError]]:
    for kind in kinds:
        layout = KINDS[kind].layout
        try:
            layouts.understand(sheets, layout, name, also)
        except ColumnsNotUnderstoodError as error:
            yield len(error.missing) / len(layout.required), error
