"""Exports of quotations from the disk, without any database."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from compare import customer_numbers
from compare.book import QuotationBook, build
from models.errors import UsageError
from models.policy import Policy
from sap import customer_materials
from sap.quoting import quotations as export
from sap.quoting.quotations import QuotationExport


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


def book(
    path: Path,
    policy: Policy,
    materials: Path | None = None,
    tell: Callable[[QuotationExport], None] | None = None,
) -> QuotationBook:
    """Return the quotations in an export, ready to be compared with.

    `materials` is an export of what customers call our materials (KNMT): items that state no number of the
    customer get it from there. `tell` is given how the export was understood.

    Raises:
        UsageError: A file cannot be read, or is no table.
        ColumnsNotUnderstoodError: The columns of one are not understood; the text names them.
    """
    columns = policy.vocabulary.columns
    understood = export.read(content(path), path.name, columns)
    if tell is not None:
        tell(understood)
    quotations = understood.quotations
    if materials is None:
        return build(quotations)
    records = customer_materials.read(content(materials), materials.name, None, columns).rows
    return build(customer_numbers.completed(quotations, customer_numbers.index(records)))
