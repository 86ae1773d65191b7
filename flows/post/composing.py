"""What a mail of ours says: what is kept about its cases, written out when it is sent."""

from functools import partial

import sandbox
from desk.answering import REPLIES
from desk.customers import is_ours
from flows.context import Context
from flows.invoicing import letters
from models import archive
from models.answering import Mail, MailKind
from models.archive import BlobCorruptError
from models.case import CaseDetail
from models.errors import Unreadable
from models.message import Address, Envelope
from models.page import FileFormat
from models.receipt import MessageDetail
from models.rows.cases import cases, questions
from models.rows.inbox import messages
from models.rows.post import outbox
from review import answers, basis_letter, case_view
from review.answers import Known, Pin
from review.crops import DRAWN, MOST, Crop, crops
from review.excerpts import Excerpt, excerpts
from review.letter import Heading, Letter
from review.values import Value

QUESTIONS = frozenset({MailKind.QUESTION, MailKind.REMINDER})
DECISIONS = frozenset({MailKind.DECISION, MailKind.REJECTION})


def letter(context: Context, mail: Mail) -> Letter:
    """Return what a mail says now."""
    about_list = letters.letter(context, mail)
    if about_list is not None:
        return about_list
    if mail.kind in REPLIES:
        return _answer(context, mail)
    if mail.kind in QUESTIONS:
        return _question(context, mail)
    if mail.kind in DECISIONS:
        return answers.told(mail.lang, known(context, mail, None), mail.kind, mail.text)
    return Letter(mail.subject, mail.text)


def heading(context: Context, mail: Mail) -> Heading:
    """Return from whom to whom a mail goes, and where it stands in its thread."""
    assert context.smtp is not None, "nothing is sent without a server"
    domain = context.smtp.sender.rpartition("@")[2]
    answered = _answered(context, mail)
    replied = (answered.message_id or "") if answered else ""
    return Heading(
        sender=context.smtp.sender,
        sender_name=context.smtp.sender_name,
        recipient=mail.recipient,
        message_id=f"<{mail.message_id}@countercheck.{domain}>",
        date=context.now().astimezone(),
        in_reply_to=replied,
        references=answered.references if answered else (),
        automatic=_automatic(mail),
    )


def _automatic(mail: Mail) -> str:
    # A person read and released it: then it is that person's mail.
    if mail.kind is MailKind.CUSTOMER or (mail.kind is MailKind.NOTICE and mail.released):
        return ""
    return "auto-replied" if mail.kind is MailKind.ANSWER else "auto-generated"


def _answered(context: Context, mail: Mail) -> Envelope | None:
    """Return the mail that one of ours answers, as far as it is kept."""
    return outbox.answered_mail(context.store, mail.raw_sha256) if mail.raw_sha256 else None


def _answer(context: Context, mail: Mail) -> Letter:
    if not is_ours(Address("", mail.recipient), context.answers.domains):
        # What was found out is the house's own matter.
        envelope = _answered(context, mail)
        return answers.receipt(mail.lang, envelope.subject if envelope else None, mail.cases)
    written = basis_letter.changed if mail.kind is MailKind.CHANGE else answers.answer_to_sender
    return written(mail.lang, known(context, mail, None))


def _question(context: Context, mail: Mail) -> Letter:
    asked = questions.found(context.store, mail.question or 0)
    assert asked is not None, "a question is kept with its mail"
    pin = Pin(asked.asked.line, asked.asked.field)
    return answers.question(mail.lang, known(context, mail, pin), asked, again=mail.kind is MailKind.REMINDER)


def known(context: Context, mail: Mail, pin: Pin | None) -> Known:
    """Return what a letter about the cases of a mail is written from."""
    found = [each for number in mail.cases if (each := cases.detail(context.store, number)) is not None]
    told = messages.detail(context.store, mail.raw_sha256) if mail.raw_sha256 else None
    cut, written = ({}, {}) if mail.kind in DECISIONS else _pieces(context, mail, found, pin)
    return Known(
        message=told or _first(context, found),
        cases=found,
        crops=cut,
        excerpts=written,
        link=context.answers.link,
        opened=_opened(found, mail),
    )


def _first(context: Context, found: list[CaseDetail]) -> MessageDetail | None:
    """Return the mail that the first case began with."""
    if not found or not found[0].messages:
        return None
    return messages.detail(context.store, found[0].messages[0].message.raw_sha256)


def _opened(found: list[CaseDetail], mail: Mail) -> frozenset[int] | None:
    if mail.kind is not MailKind.ANSWER:
        return None
    return frozenset(
        each.summary.number
        for each in found
        if each.messages and each.messages[0].message.raw_sha256 == mail.raw_sha256
    )


def _pieces(
    context: Context, mail: Mail, found: list[CaseDetail], pin: Pin | None
) -> tuple[dict[int, tuple[Crop, ...]], dict[int, tuple[Excerpt, ...]]]:
    """Return what is shown of the documents, at most `MOST` pieces: pictures, else rows and lines."""
    cut: dict[int, tuple[Crop, ...]] = {}
    written: dict[int, tuple[Excerpt, ...]] = {}
    left = MOST
    for case in found:
        shown = answers.pinned(case_view.view(mail.lang, case), pin)
        number = case.summary.number
        try:
            cut[number] = crops(case, shown, partial(_drawn, context))[:left]
            written[number] = () if cut[number] or not left else _written(context, case, shown)[:left]
        except (Unreadable, BlobCorruptError):
            # The letter says the same without them.
            continue
        left -= len(cut[number]) + len(written[number])
    return cut, written


def _written(context: Context, case: CaseDetail, shown: tuple[Value, ...]) -> tuple[Excerpt, ...]:
    document = case.document
    if not shown or document is None or document.format in DRAWN:
        return ()
    read = sandbox.read(archive.get(context.archive, document.sha256), FileFormat(document.format))
    return excerpts(case, shown, read)


def _drawn(context: Context, sha256: str, page: int, scale: float) -> bytes:
    return sandbox.render(archive.get(context.archive, sha256), page, scale)
