"""A weekly invoice list against exports on the disk or in the database, answered in the same workbook."""

import datetime as dt
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType

import settings
from desk.invoicing import deciding
from flows import chosen_columns, packed_exports
from flows.invoicing import holding
from flows.invoicing.holding import Given
from models.configuration import Settings
from models.errors import ColumnsNotUnderstoodError, ConfigurationError, UsageError
from models.invoice_desk import ExportKind, Shift, Stale
from models.invoice_sources import Sources
from models.invoicing import Answer
from models.policy import Policy
from review.invoicing import reply
from sap import export_kinds, invoice_list
from sap.headers import ColumnNames
from sap.invoice_list import InvoiceList
from sap.table import Content

log = logging.getLogger(__name__)

SQLITE = "sqlite:///"
INVOICE_LIST = "invoice_list"
"""The kind of file that a list is, where it is said what its columns mean."""


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
        return (self.invoice_list, *self.exports().values())

    def assert_there(self) -> None:
        """Refuse a path that is no file that can be read.

        Raises:
            UsageError: One is not.
        """
        for path in self.paths():
            assert_file(path)

    @property
    def is_complete(self) -> bool:
        """Tell whether everything is given that a list is held against."""
        return None not in {self.orders, self.deliveries, self.billing, self.profiles}

    def exports(self) -> dict[ExportKind, Path]:
        """Return the exports that are given."""
        found = {
            ExportKind.ORDERS: self.orders,
            ExportKind.DELIVERIES: self.deliveries,
            ExportKind.BILLING: self.billing,
            ExportKind.PROFILES: self.profiles,
        }
        return {kind: path for kind, path in found.items() if path is not None}


Also = Mapping[str, tuple[str, ...]]
"""Names of columns of the house, by field."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a list is held against: `stale` exports were older than a day, `shifted` tells of lost rows."""

    sources: Sources
    stale: tuple[Stale, ...] = ()
    shifted: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What the database knows: `flows.kept_exports` makes it of one that is open.

    `said` is what somebody said of the columns of a file of a kind, `remember` keeps it for a shape of files.
    `sources` is what a list is held against on a day, some of it given, and which exports were old.
    """

    policy: Policy
    said: Callable[[str, bytes, str], Mapping[str, str]]
    remember: Callable[[str, str, Mapping[str, str]], None]
    sources: Callable[[InvoiceList, dt.date, Mapping[ExportKind, Given]], Held]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """An answered list, with what it was held against."""

    invoice_list: InvoiceList
    held: Held
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


def reconcile(
    files: Files,
    policy: Policy,
    today: dt.date,
    kept: Kept | None = None,
    chosen: Mapping[str, str] = MappingProxyType({}),
) -> Reconciled:
    """Return the answer to a list; what is not given comes from what is `kept` in the database.

    `chosen` says what columns of the list mean, by their names as printed; it is remembered where there is a
    database.

    Raises:
        UsageError: A file does not exist, cannot be read, or is no table; or `chosen` fits no column.
        ColumnsNotUnderstoodError: The columns of one are not understood; the text names them.
    """
    files.assert_there()
    also = policy.vocabulary.columns
    listed = _listed(files.invoice_list, also, kept, chosen)
    given = {kind: _given(path, also, kept, kind) for kind, path in files.exports().items()}
    if kept is not None:
        held = kept.sources(listed, today, given)
    else:
        month = holding.month_of(policy, today)
        held = Held(holding.sources(listed, given, month=month))
    return Reconciled(listed, held, deciding.decide(listed.rows, held.sources, policy, today))


def _listed(path: Path, also: Also, kept: Kept | None, chosen: Mapping[str, str]) -> InvoiceList:
    chosen_columns.assert_fields("invoice lists", invoice_list.LAYOUT, chosen)
    data = path.read_bytes()
    said = {**(kept.said(INVOICE_LIST, data, path.name) if kept else {}), **chosen}
    try:
        listed = invoice_list.read(data, path.name, ColumnNames(also, said))
    except ColumnsNotUnderstoodError as error:
        if not error.missing and not error.choices:
            raise
        raise chosen_columns.asking("countercheck reconcile LIST", error) from None
    if chosen:
        chosen_columns.assert_there(chosen, listed.columns, listed.unknown)
        if kept is not None:
            kept.remember(INVOICE_LIST, listed.shape, said)
    return listed


def database(folder: Path | None, files: Files) -> Settings | None:
    """Return the settings of a data folder that has a database; None where there is none.

    Raises:
        UsageError: A folder is named that holds no database.
        ConfigurationError: A setting is wrong, and not every export is given.
    """
    try:
        chosen = settings.load(folder)
    except ConfigurationError as error:
        if not files.is_complete:
            raise
        log.warning("what was said about columns is not known: %s", error)
        return None
    address = chosen.database.reveal()
    # One on a server is there, as it was set.
    if not address.startswith(SQLITE) or Path(address.removeprefix(SQLITE)).exists():
        return chosen
    if folder is not None:
        raise UsageError(f"{folder} holds no database: call countercheck import, or leave out --data")
    return None


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


def _given(path: Path, also: Also, kept: Kept | None, kind: ExportKind) -> Given:
    said = kept.said(kind, path.read_bytes(), path.name) if kept else {}
    names = ColumnNames(also, said)
    return Given(cache(partial(_opened, path, kind, names, trusted=bool(said))), path.name, names)


def _opened(path: Path, kind: ExportKind, names: ColumnNames, *, trusted: bool) -> Content:
    """Return an export when it is its turn: opening a long one takes much memory, for a moment.

    Raises:
        UsageError: It is no table, or surely another kind of export; if `trusted` a person said what it is.
    """
    sheets = packed_exports.compact(path.read_bytes(), path.name)
    seems = export_kinds.recognise(sheets, path.name, names).kind
    if seems not in {None, kind} and not trusted:
        raise UsageError(
            f"{path} is no export of {kind} but of {seems}, by its headings: give the right file"
        )
    return sheets


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
