"""Mails of ours, from the wish to send one to its delivery, and questions: the values."""

import datetime as dt
import enum
from dataclasses import dataclass


class MailKind(enum.StrEnum):
    """What a mail of ours is for."""

    ANSWER = "answer"
    """It tells the sender of a mail what became of it."""
    CHANGE = "change"
    """It tells the sender of a case what newer quotations changed about it."""
    QUESTION = "question"
    REMINDER = "reminder"
    DECISION = "decision"
    REJECTION = "rejection"
    CUSTOMER = "customer"
    """A draft to somebody outside the house."""
    ALERT = "alert"
    NOTICE = "notice"
    """It tells somebody what was decided about rows of the weekly invoice list."""


class MailState(enum.StrEnum):
    """Where a mail of ours stands."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    """The server refuses it for good: a person has to look."""
    HELD = "held"
    """It is sent when a person says so."""
    DISCARDED = "discarded"


class Why(enum.StrEnum):
    """Why a mail is not sent, or not yet."""

    AUTOMATIC = "automatic"
    """No person wrote the mail that it would answer (RFC 3834)."""
    ROBOT = "robot"
    """The address is one that nobody reads."""
    OWN = "own"
    """The mail that it would answer is one of ours."""
    OUTSIDE = "outside"
    """The address is not of the house."""
    A_DAY = "a_day"
    """The address got as many mails as it may in a day."""
    THREAD = "thread"
    """The address got as many mails as it may in one thread in a day."""
    ADDRESS = "address"
    """There is no address that can be written to."""
    DRAFT = "draft"
    """It is a draft to somebody outside."""
    REFUSED = "refused"
    """The server refused it."""
    UNDELIVERED = "undelivered"
    """It was tried for days."""
    BROKEN = "broken"
    """The program failed on it."""
    BY_HAND = "by_hand"
    """A person does not want it sent."""
    SUPERSEDED = "superseded"
    """What it speaks of has been replaced: a newer list of the same week."""


class Resolver(enum.StrEnum):
    """Who of the house answers questions."""

    SALES = "sales"
    TECHNICAL = "technical"
    PLANNING = "planning"
    FINANCE = "finance"


@dataclass(frozen=True, slots=True)
class Posting:
    """The wish to send a mail. `key` names the event: the same event asks for one mail only.

    `raw_sha256` is the mail that it answers, `thread` names that mail's thread. What has no `text` is
    composed when it is sent. `held` says why a person has to release it first.
    """

    key: str
    kind: MailKind
    recipient: str
    lang: str
    raw_sha256: str | None = None
    cases: tuple[int, ...] = ()
    question: int | None = None
    thread: str = ""
    subject: str = ""
    text: str = ""
    held: Why | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail of ours as it is kept. `message_id` is the left part of its Message-ID.

    `duplicates` counts how often it may have been delivered although it counted as not sent;
    `released` tells that a person wants it sent.
    """

    key: str
    message_id: str
    kind: MailKind
    state: MailState
    recipient: str
    lang: str
    created_at: dt.datetime
    next_at: dt.datetime
    raw_sha256: str | None = None
    cases: tuple[int, ...] = ()
    question: int | None = None
    thread: str = ""
    subject: str = ""
    text: str = ""
    why: Why | None = None
    detail: str | None = None
    released: bool = False
    attempts: int = 0
    duplicates: int = 0
    owner: str | None = None
    fence: int = 0
    sent_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Traffic:
    """How many mails an address got within a day: in all, and in one thread."""

    a_day: int = 0
    in_thread: int = 0


class QuestionState(enum.StrEnum):
    """Where a question stands; an answer by mail settles nothing."""

    OPEN = "open"
    ANSWERED = "answered"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to be asked about a case, pinned to a line (None: the header) and a field ("": all)."""

    case: int
    resolver: Resolver
    recipient: str
    lang: str
    text: str
    line: int | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A mail that answers a question, with what is new in its text."""

    raw_sha256: str
    sender: str
    text: str
    automatic: bool
    received_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was asked. `told_at` is when its recipient was last written to."""

    number: int
    asked: Asked
    state: QuestionState
    asked_at: dt.datetime
    told_at: dt.datetime
    reminders: int = 0
    settled_at: dt.datetime | None = None
    answers: tuple[QuestionAnswer, ...] = ()
