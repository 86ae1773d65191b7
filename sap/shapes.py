"""What tells files of one shape: their headings, as they stand. Dates and values do not count.

What a person said about the columns of a file is found again by its shape.
"""

import hashlib
import itertools
from collections.abc import Iterator, Sequence

from sap import headers, table
from sap.headers import FEWEST, FIRST_ROWS, Header
from sap.table import Content, Row


def of(header: Header) -> str:
    """Return the shape of a file with this header."""
    return _digest(header.printed)


def possible(data: Content, name: str) -> Iterator[str]:
    """Yield the shapes that a file may have: one for each row, or two rows, that could be its header.

    Raises:
        UsageError: The file is no table.
    """
    for source in table.scan(data, name):
        rows = [source.clean(row) for row in itertools.islice(source.rows(), FIRST_ROWS + 1)]
        for at, row in enumerate(rows):
            if sum(isinstance(cell, str) and cell != "" for cell in row) >= FEWEST:
                yield _digest(rows[at : at + 1])
                yield _digest(rows[at : at + 2])


def _digest(rows: Sequence[Row]) -> str:
    texts = [[headers.key(cell) if isinstance(cell, str) else "" for cell in row] for row in rows]
    return hashlib.sha256("\n".join("\t".join(row).rstrip("\t") for row in texts).encode()).hexdigest()
