"""The files of old exports are removed, only by rule: `invoicing.keep_days` says how long they stay.

An export that a weekly list was answered with is kept so many days after the answer, one that no list was
held against for `UNUSED`. The newest in use of each kind, and what waits for a person, always stay; so does a
file that something else stands for as well, such as the mail that brought it. Each removal stands in the
audit trail before it happens.
"""

import datetime as dt
import logging

from flows.context import Context
from models import packs
from models.rows.invoicing import export_files
from models.rows.invoicing.export_files import Rule

UNUSED = dt.timedelta(days=35)
"""So long an export is kept that no list was held against: over the end of a month."""

log = logging.getLogger(__name__)


def tidy(context: Context) -> int:
    """Remove files of exports that are kept long enough, and quick forms of what is not read any more.

    Return how many files were removed.

    Raises:
        OperatorError: The database does not answer.
    """
    now, keep = context.now(), dt.timedelta(days=context.weekly.keep_days)
    if keep:
        export_files.remove(context.store, Rule(now - keep, now - min(keep, UNUSED)), now)
    packs.sweep(context.archive, export_files.read_from(context.store))
    # Also what an earlier run noted and was stopped before.
    removed = export_files.remove_files(context.store, context.archive)
    if removed:
        log.info("%d files of old exports are removed", removed)
    return removed
