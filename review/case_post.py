"""The correspondence of a case as its page shows it, and drafts to its customer."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from models.answering import Mail, MailKind, Posting, Question, Resolver, Why
from models.case import CaseDetail
from models.comparison import Outcome
from models.reading import HEADER_FIELDS, LINE_FIELDS, Language
from review import case_view
from review.answer import Desk
from review.case_view import CaseView
from review.correspondence import Correspondence
from review.invoicing.notices import CHINESE
from review.spots import place_name
from review.words import say

FIELDS = frozenset((*HEADER_FIELDS, *LINE_FIELDS))
"""What a question can be about."""


@dataclass(frozen=True, slots=True)
class PinView:
    """A spot that a question can be about: its value in the form, and its name."""

    key: str
    name: str
    open: bool


@dataclass(frozen=True, slots=True)
class PostView:
    """What the page of a case shows of its correspondence. `nonce` makes sending a form twice harmless."""

    questions: tuple[tuple[Question, str], ...]
    mails: tuple[Mail, ...]
    pins: tuple[PinView, ...]
    resolvers: tuple[tuple[Resolver, str], ...]
    sender: str
    inside: bool
    sends: bool
    token: str
    nonce: str


def view(desk: Desk, lang: str, case: CaseDetail, shown: CaseView) -> PostView | None:
    """Return the correspondence of a case; None where the pages have none."""
    post = desk.post
    if post is None:
        return None
    number = case.summary.number
    address = sender(case)
    return PostView(
        questions=tuple((each, _pin_name(lang, each)) for each in post.questions(number)),
        mails=post.mails_of(number),
        pins=tuple(_pins(lang, shown)),
        resolvers=tuple((each, found) for each in Resolver if (found := asked_at(post, case, each))),
        sender=address,
        inside=post.inside(address),
        sends=post.sends,
        token=desk.token,
        nonce=secrets.token_hex(8),
    )


def customer_draft(case: CaseDetail, post: Correspondence, nonce: str) -> Posting:
    """Return a question to the customer about what differs, in the language of the order.

    The address is only known where the customer sent the mail; none is taken from a document.
    """
    number, address = case.summary.number, sender(case)
    reading = case.extraction.reading if case.extraction else None
    chinese = reading is not None and reading.language is not Language.ENGLISH
    lang = "zh" if chinese or CHINESE.search(case.summary.customer or "") else "en"
    shown = case_view.view(lang, case)
    differing = [
        say(
            lang,
            "draft.line",
            place=_place(lang, each.anchor, each.field),
            document=each.document or "–",
            quotation=each.quotation or "–",
        )
        for each in shown.values
        if each.open and each.tone == Outcome.DIFFERS
    ]
    order = case.summary.document_number or "–"
    text = say(
        lang,
        "draft.text",
        order=order,
        quotation=case.summary.quotation_number or "–",
        lines="\n".join(differing),
    )
    return Posting(
        key=f"customer:{number}:{nonce}",
        kind=MailKind.CUSTOMER,
        recipient="" if post.inside(address) else address,
        lang=lang,
        cases=(number,),
        subject=f"{say(lang, 'draft.subject', order=order)} [CC-{number}]",
        text=text,
        held=Why.DRAFT,
    )


def sender(case: CaseDetail) -> str:
    """Return the address that the case's first mail came from."""
    if case.summary.owner is not None:
        return case.summary.owner.address.lower()
    written = case.summary.sender or ""
    return written.rpartition("<")[2].rstrip(">").strip().lower() if "@" in written else ""


def asked_at(post: Correspondence, case: CaseDetail, resolver: Resolver) -> str:
    """Return who is asked: for sales, the owner of the case before the address of the settings."""
    owner = sender(case)
    if resolver is Resolver.SALES and owner and post.inside(owner):
        return owner
    return post.resolvers.get(resolver, "")


def first_mail(case: CaseDetail) -> str | None:
    """Return the mail that a case began with."""
    return case.messages[0].message.raw_sha256 if case.messages else None


def _pins(lang: str, shown: CaseView) -> Iterator[PinView]:
    for line in shown.lines:
        yield PinView(f"{line.number}-", say(lang, "post.whole_line", line=line.number), line.open)
    found = sorted(shown.values, key=lambda value: not value.open)
    for each in found:
        if each.open:
            yield PinView(_key(each.anchor, each.field), _place(lang, each.anchor, each.field), open=True)


def _key(anchor: str, field: str) -> str:
    return f"{anchor.partition('-')[0]}-{field}"


def _place(lang: str, anchor: str, field: str) -> str:
    line = anchor.partition("-")[0]
    return place_name(lang, None if line == "h" else int(line), field)


def _pin_name(lang: str, question: Question) -> str:
    asked = question.asked
    if asked.field:
        return place_name(lang, asked.line, asked.field)
    return say(lang, "post.whole_line", line=asked.line) if asked.line else ""
