"""Exports of quotations from the disk, without any database."""

import datetime as dt
from pathlib import Path

from compare.book import QuotationBook, build
from models.errors import UsageError
from models.policy import Policy
from sap import quotations as export


def content(path: Path) -> bytes:
    """Return the bytes of an export.

    Raises:
        UsageError: The file cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as refused:
        message = f"{path} cannot be read ({refused.strerror}): give an export of quotations"
        raise UsageError(message) from None


def changed_at(path: Path) -> dt.datetime:
    """Return when an export was last changed.

    Raises:
        UsageError: It is gone.
    """
    try:
        return dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    except OSError as refused:
        message = f"{path} cannot be read ({refused.strerror}): give an export of quotations"
        raise UsageError(message) from None


def book(path: Path, policy: Policy) -> QuotationBook:
    """Return the quotations in an export, ready to be compared with.

    Raises:
        UsageError: The file cannot be read, or is no table.
        ColumnsNotUnderstoodError: Its columns are not understood; the text names them.
    """
    return build(export.read(content(path), path.name, policy.vocabulary.columns).quotations)
