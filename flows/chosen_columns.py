"""What a person says that columns mean, on the command line or on a page: checked before it is remembered."""

from collections.abc import Mapping, Sequence

from models.errors import ColumnsNotUnderstoodError, UsageError
from sap import headers
from sap.layouts import Layout


def assert_fields(kind: str, layout: Layout, chosen: Mapping[str, str]) -> None:
    """Refuse a field that files of a kind do not have, and one that two columns are said to be.

    Raises:
        UsageError: There is one.
    """
    for printed, each in chosen.items():
        if each and each not in layout.names:
            known = ", ".join(layout.names)
            raise UsageError(f"--column {printed}={each}: {kind} have no {each}, but {known}")
    stated = [each for each in chosen.values() if each]
    twice = next((each for each in stated if stated.count(each) > 1), None)
    if twice is not None:
        raise UsageError(f"--column: two columns cannot both be {twice}")


def assert_there(chosen: Mapping[str, str], columns: Mapping[str, str], unknown: Sequence[str]) -> None:
    """Refuse a name that no column of the file has: it would be forgotten without a word.

    Raises:
        UsageError: There is one.
    """
    meant = {headers.key(name): each for name, each in columns.items()}
    unused = {headers.key(name) for name in unknown}
    for printed, each in chosen.items():
        name = headers.key(printed)
        if meant.get(name) != each if each else name not in unused and not name.startswith("#"):
            seen = ", ".join((*columns, *unknown))
            raise UsageError(
                f"--column {printed}={each}: no column has this name alone (#7 is the seventh column)."
                f" Columns seen: {seen}"
            )


def asking(command: str, error: ColumnsNotUnderstoodError) -> ColumnsNotUnderstoodError:
    """Return the error with the option of a command that says what a column means."""
    if error.choices:
        options = " or ".join(f'--column "{each}"' for each in error.choices)
    else:
        options = ", ".join(f'--column "NAME={group[0]}"' for group in error.missing)
    text = f"{error} Or say it once, it is remembered for files with these headings: {command} {options}"
    return ColumnsNotUnderstoodError(text, error.seen, error.missing, error.choices)
