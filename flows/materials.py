"""What customers call our materials: the newest export of it, which completes the quotations.

A newer export makes a newer snapshot of the quotations in use, completed by it: made of their own file, so
that what a quotation states itself is never replaced. Cases are then compared again as after any import.
"""

import logging
from dataclasses import replace
from pathlib import Path

from compare import customer_numbers
from compare.customer_numbers import Numbers
from flows import exports_reading
from flows.context import Context
from models import archive
from models.archive import BlobCorruptError
from models.case import Snapshot
from models.errors import ColumnsNotUnderstoodError, UsageError
from models.invoice_desk import ExportKind, ExportSnapshot
from models.rows.invoicing import exports
from models.rows.quotations import quotes
from sap import customer_materials
from sap.quoting import quotations as export

JOINED = " + "
"""Stands between the names of the files that a snapshot was made of."""

log = logging.getLogger(__name__)
_in_vain: set[tuple[Path, int, int]] = set()
"""Quotations and materials that do not go together in this process: told once, not every minute."""


def current(context: Context) -> tuple[int | None, Numbers]:
    """Return the newest used export's number and what it says; None and nothing before any import.

    Of one that cannot be used any more it is nothing: quotations are as before the export.
    """
    newest = exports.newest(context.store, ExportKind.MATERIALS)
    if newest is None:
        return None, {}
    try:
        return newest.number, _read(context, newest)
    except (BlobCorruptError, UsageError, ColumnsNotUnderstoodError) as error:
        log.warning("export %d of materials cannot be used: %s", newest.number, error)
        return newest.number, {}


def renew(context: Context) -> bool:
    """Complete the quotations in use by the newest used export, where they are not; tell whether it was done.

    While other quotations wait for a person nothing is done: it comes with the person's decision.
    """
    behind = _behind(context)
    if behind is None:
        return False
    base, newest = behind
    try:
        numbers = _read(context, newest)
        stated = export.read(archive.get(context.archive, base.source_sha256), base.name, context.columns)
    except (BlobCorruptError, UsageError, ColumnsNotUnderstoodError) as error:
        _in_vain.add((context.archive.root, base.number, newest.number))
        log.warning("export %d of materials does not complete the quotations: %s", newest.number, error)
        return False
    name = f"{base.name.partition(JOINED)[0]}{JOINED}{newest.name}"
    completed = customer_numbers.completed(stated.quotations, numbers)
    new = replace(base, name=name, materials=newest.number)
    return quotes.complete(context.store, completed, base, new, context.now())


def is_behind(context: Context) -> bool:
    """Tell whether the quotations in use are to be completed by a newer export."""
    return _behind(context) is not None


def _behind(context: Context) -> tuple[Snapshot, ExportSnapshot] | None:
    base, newest = quotes.newest(context.store), exports.newest(context.store, ExportKind.MATERIALS)
    if base is None or newest is None or base.materials == newest.number:
        return None
    if (context.archive.root, base.number, newest.number) in _in_vain or quotes.waiting(context.store):
        return None
    return base, newest


def _read(context: Context, snapshot: ExportSnapshot) -> Numbers:
    data = archive.get(context.archive, snapshot.sha256)
    names = exports_reading.names(context.columns, snapshot)
    return customer_numbers.index(customer_materials.read(data, snapshot.name, None, names).rows)
