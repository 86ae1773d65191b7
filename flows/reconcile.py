"""A weekly invoice list against exports on the disk: read, decided, and answered in the same workbook."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from desk.invoicing import deciding
from models.errors import UsageError
from models.invoicing import Answer, Listed, SalesItem, Sources
from models.policy import Policy
from review import reply
from sap import billing, deliveries, invoice_list, invoice_profiles, orders
from sap.invoice_list import InvoiceList


@dataclass(frozen=True, slots=True)
class Files:
    """Where the list and the exports are; None where there is no such export."""

    invoice_list: Path
    orders: Path | None = None
    deliveries: Path | None = None
    billing: Path | None = None
    profiles: Path | None = None

    def paths(self) -> tuple[Path, ...]:
        """Return the files that are given."""
        found = (self.invoice_list, self.orders, self.deliveries, self.billing, self.profiles)
        return tuple(each for each in found if each is not None)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """An answered list, with what it was held against."""

    invoice_list: InvoiceList
    sources: Sources
    answer: Answer


def day(text: str | None) -> dt.date:
    """Return the day to decide for: the one that is stated, or today.

    Raises:
        UsageError: It is no date.
    """
    if text is None:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--as-of: {text!r} is no date like 2026-11-25") from None


def reconcile(files: Files, policy: Policy, today: dt.date) -> Reconciled:
    """Return the answer to a list.

    Raises:
        UsageError: A file does not exist, cannot be read, or is no table.
        ColumnsNotUnderstoodError: The columns of one are not understood; the text names them.
    """
    for path in files.paths():
        assert_file(path)
    also = policy.vocabulary.columns
    listed = invoice_list.read(files.invoice_list.read_bytes(), files.invoice_list.name, also)
    found = _sources(files, listed, also)
    return Reconciled(listed, found, deciding.decide(listed.rows, found, policy, today))


def assert_file(path: Path) -> None:
    """Refuse a path that is no file that can be read.

    Raises:
        UsageError: It is not.
    """
    try:
        with path.open("rb"):
            return
    except OSError as refused:
        raise UsageError(
            f"{path} cannot be read ({refused.strerror}): give a .csv, .xlsx or .xls file"
        ) from None


def _sources(files: Files, listed: InvoiceList, also: Mapping[str, tuple[str, ...]]) -> Sources:
    """Return what the exports say of the orders in the list, and of what was made from these."""
    wanted = {row.order for row in listed.rows if row.order}
    sold = None
    if files.orders is not None:
        sold = orders.read(files.orders.read_bytes(), files.orders.name, wanted, also)
        wanted |= {each.order for each in sold.rows}
    ordered = _ordered(sold, listed)
    shipped = billed = profiles = None
    if files.deliveries is not None:
        data = files.deliveries.read_bytes()
        shipped = deliveries.read(data, files.deliveries.name, wanted, also, ordered)
        wanted |= {each.delivery for each in shipped.rows}
    wanted |= {each for row in listed.rows for each in row.deliveries}
    if files.billing is not None:
        billed = billing.read(files.billing.read_bytes(), files.billing.name, wanted, also, ordered)
    if files.profiles is not None:
        profiles = invoice_profiles.read(files.profiles.read_bytes(), files.profiles.name, None, also)
    return Sources(sold, shipped, billed, profiles)


def _ordered(sold: Listed[SalesItem] | None, listed: InvoiceList) -> dict[tuple[str, str], Decimal]:
    """Return the quantities by item that are known: they tell how a file writes its numbers."""
    claimed = {
        (row.order, row.item): row.quantity for row in listed.rows if row.order and row.item and row.quantity
    }
    items = sold.rows if sold is not None else ()
    return claimed | {(each.order, each.item): each.quantity for each in items if each.quantity is not None}


def write_reply(done: Reconciled, source: Path, target: Path, lang: str) -> None:
    """Write the list back with the decisions at its right.

    Raises:
        UsageError: The target cannot be written, or would overwrite the list.
    """
    if target.exists() and target.samefile(source):
        raise UsageError(f"{target} is the list itself: give another name for the reply")
    data = reply.answered(source.read_bytes(), source.name, done.invoice_list.headers, done.answer, lang)
    try:
        target.write_bytes(data)
    except OSError as refused:
        raise UsageError(f"{target} cannot be written ({refused.strerror}): give another place") from None
