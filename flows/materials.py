"""What customers call our materials: the newest export of it, which completes the quotations."""

import logging
from collections.abc import Mapping

from compare import customer_numbers
from compare.customer_numbers import Numbers
from flows import exports as understood
from models import archive, exports
from models.archive import Archive, BlobCorruptError
from models.errors import OperatorError
from models.invoice_desk import ExportKind, ExportSnapshot
from models.store import Store
from sap import customer_materials

log = logging.getLogger(__name__)


class Materials:
    """The customers' numbers of the newest used export, read when asked for and when a newer one came."""

    def __init__(self, store: Store, blobs: Archive, columns: Mapping[str, tuple[str, ...]]) -> None:
        self._store = store
        self._archive = blobs
        self._columns = columns
        self._number: int | None = None
        self._numbers: Numbers = {}

    def current(self) -> tuple[int | None, Numbers]:
        """Return the newest used export's number and what it says; None and nothing before any import."""
        newest = exports.newest(self._store, ExportKind.MATERIALS)
        if newest is not None and newest.number != self._number:
            self._numbers = self._read(newest)
            self._number = newest.number
        return self._number, self._numbers

    def _read(self, snapshot: ExportSnapshot) -> Numbers:
        try:
            data = archive.get(self._archive, snapshot.sha256)
            names = understood.names(self._columns, snapshot)
            return customer_numbers.index(customer_materials.read(data, snapshot.name, None, names).rows)
        except (BlobCorruptError, OperatorError) as error:
            # Orders are compared all the same: without the customers' numbers, as before the export.
            log.warning("export %d of materials cannot be used: %s", snapshot.number, error)
            return {}
