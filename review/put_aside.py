"""Why a message was put aside, what to do, and what is known beyond that, in words."""

from dataclasses import dataclass

from models.receipt import MessageLine, MessageState, Quarantine
from models.rows.inbox.withheld import Withheld
from review import display, particulars
from review.words import has_word, say, word

NO_WAY_BACK = frozenset({Quarantine.TOO_LARGE.value})
"""Only the headers of these are kept: there is nothing to work on anew."""


@dataclass(frozen=True, slots=True)
class PutAside:
    """Sentences on a message that was put aside; `again` tells whether it can be worked on anew."""

    why: str
    remedy: str
    detail: str
    again: bool


@dataclass(frozen=True, slots=True)
class WithheldView:
    """A mail that the server did not hand out, in words; only one that was given up is asked for again."""

    item: Withheld
    became: str
    remedy: str


def put_aside(lang: str, line: MessageLine) -> PutAside | None:
    """Return what is to be said of a message that was put aside; None of any other."""
    if line.state is not MessageState.QUARANTINED or line.why is None:
        return None
    return PutAside(
        why=word(lang, "quarantine", line.why),
        remedy=word(lang, "quarantine_remedy", line.why),
        detail=_detail(lang, line.why, line.detail or ""),
        again=line.why not in NO_WAY_BACK,
    )


def _detail(lang: str, why: str, detail: str) -> str:
    """Return what is kept beside the reason as a sentence; empty where the reason says all."""
    if not detail or why == Quarantine.BLOB_CORRUPT.value:
        return ""
    if why == Quarantine.SENDER.value and has_word("case_reason", detail):
        return say(lang, "put_aside.sender", why=word(lang, "case_reason", detail))
    if why == Quarantine.POISON.value:
        return say(lang, "put_aside.broke", kind=detail)
    count, _, unit = detail.partition(" ")
    if why == Quarantine.TOO_LARGE.value and unit == "bytes" and count.isdecimal():
        return say(lang, "put_aside.size", size=display.size(int(count)))
    said = (particulars.worded(lang, each) for each in detail.splitlines())
    return say(lang, "message.detail", detail=say(lang, "sentence.semicolon").join(said))


def withheld(lang: str, item: Withheld) -> WithheldView:
    """Return what is to be said of a mail that the server did not hand out."""
    if not item.given_up:
        return WithheldView(item, say(lang, "withheld.tried", n=item.tries), "")
    why = Quarantine.SERVER_PROTOCOL.value
    return WithheldView(item, word(lang, "quarantine", why), word(lang, "quarantine_remedy", why))
