"""How the sender of a mail is answered: in which language, and what of the mail's text is theirs."""

from dataclasses import dataclass

from extractors.mail.own_text import language_of_text, own_text
from flows.context import Context
from flows.messages.belonging import BODY, text_of
from models.message import Opened


@dataclass(frozen=True, slots=True)
class Reply:
    """`language` is None where nobody is answered: no server to send by, or it is switched off."""

    language: str | None
    said: str


def reply_to(opened: Opened, context: Context) -> Reply:
    """Return how a message that was taken apart is answered."""
    texts = [text_of(part) for part in opened.parts if part.name == BODY and not part.container]
    said = "\n\n".join(filter(None, map(own_text, texts)))
    if opened.envelope is None or context.smtp is None or not context.answers.send:
        return Reply(None, said)
    # What the writer wrote tells best; a forwarded mail says at least what can be read.
    for text in (said, "\n".join([opened.envelope.subject, *texts])):
        found = language_of_text(text)
        if found is not None:
            return Reply(found.value, said)
    return Reply(context.language, said)
