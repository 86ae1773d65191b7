"""Our mails about invoice lists: which are asked for, and what they say when they are sent."""

import re

from desk.invoicing import standing
from flows import exports
from flows.context import Context
from models import archive
from models.answering import Mail, MailKind, Posting
from models.archive import BlobCorruptError
from models.errors import ColumnsNotUnderstoodError, OperatorError
from models.invoice_desk import AnsweredList, ListSummary
from models.rows.invoicing import invoice_lists
from models.rows.post import outbox
from review import particulars
from review.invoicing import list_letter, reply
from review.invoicing.list_letter import Known
from review.letter import Letter
from sap import invoice_list
from sap.export_kinds import INVOICE_LIST

ANSWERED = re.compile(r"list:([0-9]{1,9}):.*", re.DOTALL)
"""The key of a mail that answers a list: the list's number, and the mail that brought it."""
REFUSED = "list-refused:"
"""How the key of a mail begins that tells of a list that was not understood."""


def answering(number: int, recipient: str, lang: str, raw_sha256: str | None, thread: str = "") -> Posting:
    """Return the wish for the mail that answers a list: one for each mail that brought it."""
    return Posting(
        key=f"list:{number}:{raw_sha256 or ''}",
        kind=MailKind.ANSWER,
        recipient=recipient,
        lang=lang,
        raw_sha256=raw_sha256,
        thread=thread,
    )


def refusing(
    key: str, recipient: str, lang: str, letter: Letter, raw_sha256: str | None = None, *, thread: str = ""
) -> Posting:
    """Return the wish for the mail that says why a list is not answered; `key` tells the list."""
    return Posting(
        key=f"{REFUSED}{key}",
        kind=MailKind.ANSWER,
        recipient=recipient,
        lang=lang,
        raw_sha256=raw_sha256,
        thread=thread,
        subject=letter.subject,
        text=letter.text,
    )


def not_understood(lang: str, original: str | None, name: str, error: OperatorError) -> Letter:
    """Return the letter that says why a list cannot be answered."""
    seen: tuple[str, ...] = ()
    why = particulars.worded(lang, str(error))
    if isinstance(error, ColumnsNotUnderstoodError) and error.missing:
        seen, why = error.seen, list_letter.missing(lang, error.missing)
    return list_letter.not_understood(lang, original, name, seen, why)


def letter(context: Context, mail: Mail) -> Letter | None:
    """Return what a mail about a list says now; None where it is about something else."""
    if mail.key.startswith(REFUSED):
        return Letter(mail.subject, mail.text)
    about = ANSWERED.fullmatch(mail.key)
    if about is None:
        return None
    answered = invoice_lists.found(context.store, int(about[1]))
    assert answered is not None, "a list is kept with its mail"
    summary = answered.summary
    replied = outbox.answered_mail(context.store, mail.raw_sha256) if mail.raw_sha256 else None
    known = Known(
        answered=answered,
        workbook=_workbook(context, answered, mail.lang),
        original=(replied.subject if replied else "") if mail.raw_sha256 else None,
        link=context.answers.link,
        unproven=_unproven(context, summary),
        again=mail.raw_sha256 != summary.raw_sha256,
        quota=context.policy.invoicing.quota,
    )
    return list_letter.answered(mail.lang, known)


def _workbook(context: Context, answered: AnsweredList, lang: str) -> bytes | None:
    """Return the workbook that goes with an answer: as it was made, or anew where decisions changed since.

    None where the archive lost it: the letter says so; the decisions are in its text and on the page.
    """
    summary = answered.summary
    try:
        if not any(each.change or each.anew for each in answered.rows):
            return archive.get(context.archive, summary.reply_sha256) if summary.reply_sha256 else None
        data = archive.get(context.archive, summary.sha256)
        also = exports.remembered(context.store, INVOICE_LIST, data, summary.name, context.columns)
        headers = invoice_list.read(data, summary.name, also).headers
        return reply.answered(data, summary.name, headers, standing.answer(answered), lang)
    except (BlobCorruptError, OperatorError):
        return None


def _unproven(context: Context, summary: ListSummary) -> tuple[int, ...]:
    """Return the rows of totals in a list that are wrong."""
    try:
        data = archive.get(context.archive, summary.sha256)
        also = exports.remembered(context.store, INVOICE_LIST, data, summary.name, context.columns)
        return invoice_list.read(data, summary.name, also).unproven
    except (BlobCorruptError, OperatorError):
        return ()
