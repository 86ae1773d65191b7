"""Whether a mail of ours may go out: no loops, no strangers, not too many. Pure.

RFC 3834 says what must not be answered. Headers are what others write into them, so none of the rules
stands alone: where all marks of an automatic mail were stripped, the limits still end a loop.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desk.customers import is_ours
from models.answering import Mail, MailKind, MailState, Traffic, Why
from models.message import Address

ADDRESS = re.compile(
    r"(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
    r"@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+"
)
"""An address that any server takes: ASCII, a dot-atom before the @ (RFC 5321, section 4.1.2)."""
ROBOTS = re.compile(
    r"(mailer-daemon|postmaster|(no|do-?not|donot)[-_.]?reply|bounces?|daemon|autoreply|notifications?)\b",
    re.IGNORECASE,
)
"""Addresses that nobody reads, by how they begin."""
REPLIES = frozenset({MailKind.ANSWER, MailKind.CHANGE})
"""Mails that answer one that came in, without a person's doing."""
IN_THREAD = 3
"""The most automatic mails to one address in one thread within a day."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What is known of the mail that is answered."""

    automatic: bool = False
    ours: bool = False
    """Its Message-ID is one that this program makes."""


@dataclass(frozen=True, slots=True)
class House:
    """Whom may be written to without a person: the house's domains, and the addresses of the settings.

    `own` are the addresses that our mails come from and that are read here.
    """

    domains: Sequence[str] = ()
    known: Collection[str] = ()
    own: Collection[str] = ()
    a_day: int = 100


def obstacle(mail: Mail, answered: Answered, traffic: Traffic, house: House) -> tuple[MailState, Why] | None:
    """Return what keeps a mail from going out, and what it becomes then; None where nothing does."""
    if not ADDRESS.fullmatch(mail.recipient):
        return MailState.FAILED, Why.ADDRESS
    if mail.released:
        return None
    loop = _loop(mail, answered, house)
    if loop is not None:
        return MailState.DISCARDED, loop
    # A notice that waits without a person's word is of a kind that the desk lead switched on.
    outside = mail.kind is not MailKind.NOTICE and not _inside(mail.recipient, house)
    if mail.kind is MailKind.CUSTOMER or outside:
        return MailState.HELD, Why.OUTSIDE
    many = _too_many(mail, traffic, house)
    return None if many is None else (MailState.HELD, many)


def _loop(mail: Mail, answered: Answered, house: House) -> Why | None:
    """Return why an answer would go to a program; None where a person seems to have written."""
    if mail.recipient in house.own:
        return Why.OWN
    if mail.kind not in REPLIES:
        return None
    marks = {
        Why.OWN: answered.ours,
        Why.AUTOMATIC: answered.automatic,
        Why.ROBOT: ROBOTS.match(mail.recipient) is not None,
    }
    return next((why for why, applies in marks.items() if applies), None)


def _inside(recipient: str, house: House) -> bool:
    return recipient in house.known or is_ours(Address("", recipient), house.domains)


def _too_many(mail: Mail, traffic: Traffic, house: House) -> Why | None:
    if mail.kind not in {*REPLIES, MailKind.REMINDER}:
        return None
    if traffic.a_day >= house.a_day:
        return Why.A_DAY
    return Why.THREAD if mail.kind in REPLIES and traffic.in_thread >= IN_THREAD else None
