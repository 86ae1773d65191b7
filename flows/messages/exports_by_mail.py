"""Exports of quotations that come by mail from those who may send them."""

from collections.abc import Sequence
from dataclasses import replace

from desk import senders
from desk.senders import Doubt
from flows import basis
from flows.context import Context
from flows.messages.documents import Documents, Job
from models.errors import ColumnsNotUnderstoodError, UsageError
from models.message import Opened, Part
from models.page import FileFormat
from models.receipt import Outcome, Quarantine, Result

TABLES = frozenset({FileFormat.XLSX, FileFormat.XLS, FileFormat.CSV})
TEXTS = frozenset({FileFormat.TEXT, FileFormat.HTML})
ENDINGS = (".csv", ".xls", ".txt")
"""How exporters name tables that are text: SAP calls tab-separated text and web pages `.xls`."""


def taken_in(job: Job, opened: Opened, doubt: Doubt | None) -> Result | None:
    """Take in the exports in a mail; None if it is none of those that bring exports.

    One that is not understood puts the mail aside, with the columns that were seen and those missing.
    The import is done before the message is settled: repeated after a stop, it changes nothing.
    """
    tables = _tables(job.context, opened, doubt)
    if not tables:
        return None
    documents = Documents(job)
    for part in opened.parts:
        documents.keep(part)
    # Each would be all that is quoted: of two, nobody knows which is meant.
    several = ColumnsNotUnderstoodError("the mail brings several tables: send one export of all quotations")
    kept = Result(envelope=opened.envelope, defects=opened.defects, parts=tuple(documents.records))
    for each in tables:
        try:
            if len(tables) > 1:
                raise several
            basis.import_data(job.context, each.content, each.name or "mail")
        except (ColumnsNotUnderstoodError, UsageError) as error:
            return replace(kept, quarantine=Quarantine.NOT_UNDERSTOOD, detail=str(error))
    return replace(kept, outcome=Outcome.QUOTATIONS)


def _tables(context: Context, opened: Opened, doubt: Doubt | None) -> Sequence[Part]:
    """Return the attachments that are exports; none unless the sender may send them and is proven.

    Only whole addresses count: others of the same domain send orders, which are tables too.
    """
    envelope = opened.envelope
    if envelope is None or doubt is not None or len(envelope.authors) != 1:
        return ()
    allowed = tuple(each for each in context.senders.quotations if "@" in each)
    if not context.senders.authserv_id or not senders.is_among(envelope.authors[0].address, allowed):
        return ()
    return [each for each in opened.parts if each.ignored is None and _is_table(each)]


def _is_table(part: Part) -> bool:
    named = (part.name or "").lower().endswith(ENDINGS)
    return part.format in TABLES or (part.format in TEXTS and named)
