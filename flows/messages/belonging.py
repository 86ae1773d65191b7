"""What a mail says of itself: who owns it, who orders, what it speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk import customers
from extractors import paper_marks
from extractors.mail import forwarded
from models.belonging import Origin
from models.message import Address, Forwarded, Opened, Part
from models.page import FileFormat
from models.receipt import CaseDraft

BODY = "body"


@dataclass(frozen=True, slots=True)
class Mail:
    """A message as a letter: its text with the subject, its writer, and the writers of what it forwards."""

    text: str
    sender: Address | None
    forwarded: tuple[Forwarded, ...]
    domains: tuple[str, ...]

    def with_origin(self, draft: CaseDraft, name: str | None) -> CaseDraft:
        """Return a case with where it comes from; `name` is the file's, where the message is no mail."""
        own = paper_marks.marks(f"{self.text}\n{name or ''}")
        said = (*own, *(draft.reading.marks if draft.reading else ()))
        origin = Origin(
            owner=customers.owner(self.sender, self.domains),
            customer=customers.customer(draft.reading, self.forwarded, self.sender, self.domains),
            marks=tuple(dict.fromkeys(said)),
            writer=customers.writer(self.forwarded, self.sender, self.domains),
        )
        known = origin.customer.name if origin.customer else None
        return replace(draft, origin=origin, customer=draft.customer or known)


def mail_of(opened: Opened, domains: Sequence[str]) -> Mail:
    """Return a message that was taken apart as a letter; `domains` are the house's own."""
    envelope = opened.envelope
    texts = [text_of(part) for part in opened.parts if part.name == BODY]
    names = [part.name or "" for part in opened.parts if part.name != BODY and part.ignored is None]
    return Mail(
        text="\n".join([envelope.subject if envelope else "", *texts, *names]),
        sender=envelope.sender if envelope else None,
        forwarded=opened.forwarded,
        domains=tuple(domains),
    )


def text_of(part: Part) -> str:
    """Return the text of a mail's body."""
    text = part.content.decode("utf-8-sig", "replace")
    return forwarded.text_of(text[: forwarded.MOST], page=part.format is FileFormat.HTML)
