"""What the database knows for `countercheck reconcile`: the newest exports, what columns mean."""

import contextlib
import datetime as dt
import logging
from collections.abc import Iterator, Mapping

from flows import exports, wiring
from flows.basis import PERSON
from flows.context import Context
from flows.invoicing import against
from flows.invoicing.holding import Given
from flows.reconcile import Files, Held, Kept
from models.configuration import Settings
from models.errors import OperatorError
from models.invoice_desk import ColumnChoice, ExportKind
from models.rows.invoicing import column_choices
from sap.invoice_list import InvoiceList

log = logging.getLogger(__name__)


@contextlib.contextmanager
def opened(chosen: Settings, files: Files) -> Iterator[Kept | None]:
    """Open the database; None where it cannot be and every export is given.

    Raises:
        OperatorError: It cannot be opened.
    """
    with contextlib.ExitStack() as stack:
        try:
            context = stack.enter_context(wiring.opened(chosen))
        except OperatorError as error:
            if not files.is_complete:
                raise
            log.warning("what was said about columns is not known: %s", error)
            yield None
            return
        yield _kept(context)


def _kept(context: Context) -> Kept:
    def sources(listed: InvoiceList, today: dt.date, given: Mapping[ExportKind, Given]) -> Held:
        held = against.newest(context, listed, moment(today, context.now()), instead=given)
        return Held(held.sources, held.stale, held.shifted)

    def remember(kind: str, shape: str, columns: Mapping[str, str]) -> None:
        column_choices.remember(context.store, ColumnChoice(kind, shape, columns, PERSON, context.now()))

    return Kept(
        policy=context.policy,
        said=lambda kind, data, name: exports.said(context.store, kind, data, name),
        remember=remember,
        sources=sources,
    )


def moment(today: dt.date, now: dt.datetime) -> dt.datetime:
    """Return when exports must not be older than a day: now, or the end of a day that is past."""
    end = dt.datetime.combine(today + dt.timedelta(days=1), dt.time(), now.astimezone().tzinfo)
    return min(now, end)
