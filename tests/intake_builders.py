"""Made-up mails, a small reader of made-up documents, and contexts to take them in with.

The documents are one line each: `ORDER 4501` needs a person, `CLEAN 4502` matches, `DRAWING 7` is no
order, `ENCRYPTED` cannot be read without the password `open-sesame`, `BUG` makes the reader fail,
`KILLER` ends the process.
"""

import datetime as dt
import email
import email.policy
import hashlib
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

from flows.context import Compared, Context, Core
from flows.mailboxes.folder import WatchedFolder
from flows.mailboxes.source import Source
from models import archive, store
from models.comparison import Check, Comparison, Difference, DifferenceKind, Note, Outcome, Severity, Verdict
from models.errors import ErrorCode, Unreadable
from models.message import Address, Envelope, Opened, Part
from models.page import FileFormat
from models.reading import Evidence, Extraction, Failure, Field, Header, Kind, Language, Reading
from models.receipt import Versions
from models.store import Store

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
KINDS = {
    "ORDER": Kind.PURCHASE_ORDER,
    "CLEAN": Kind.CONTRACT,
    "CHANGE": Kind.CHANGE_ORDER,
    "DRAWING": Kind.DRAWING,
}


TEXT = "Please enter the attached order.\n"
OPEN = "open-sesame"


def identifier(subject: str) -> str:
    """Return the Message-ID of the mail with that subject."""
    return f"{hashlib.sha256(subject.encode()).hexdigest()[:12]}@works.example"


def mail(
    subject: str,
    *documents: str,
    sender: str = "Wang Li <wang.li@works.example>",
    text: str = TEXT,
    answers: str = "",
) -> bytes:
    """Return a mail with a text and an attachment for each document; it may answer the one with a subject."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = sender
    message["To"] = "orders@works.example"
    message["Subject"] = subject
    message["Message-ID"] = f"<{identifier(subject)}>"
    if answers:
        message["In-Reply-To"] = f"<{identifier(answers)}>"
    message["Date"] = "Mon, 02 Mar 2026 09:30:00 +0800"
    message.set_content(text)
    for at, document in enumerate(documents):
        message.add_attachment(
            document.encode(), "application", "octet-stream", filename=f"document-{at}.txt"
        )
    return message.as_bytes()


def open_file(data: bytes, name: str | None) -> Opened:
    """Take a mail apart; a plain file is its only part."""
    if name is not None:
        return Opened((Part(data, FileFormat.TEXT, 0, name=None),))
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body()
    text = body.get_content().encode() if body is not None else b""
    parts = [Part(text, FileFormat.TEXT, 0, name="body", ignored="no order")]
    for at, each in enumerate(message.iter_attachments(), start=1):
        content = each.get_payload(decode=True)
        assert isinstance(content, bytes)
        parts.append(Part(content, FileFormat.TEXT, at, name=each.get_filename()))
    envelope = Envelope(
        message_id=message["Message-ID"].strip("<>"),
        subject=str(message["Subject"]),
        sender=Address("Wang Li", "wang.li@works.example"),
        date=dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=8))),
        in_reply_to=(message["In-Reply-To"] or "").strip("<>") or None,
    )
    return Opened(tuple(parts), envelope)


def read_part(part: Part, source: str) -> tuple[Extraction, ...]:
    """Read a made-up document."""
    named = Extraction(source, part.sha256, part=part.name, ordinal=part.ordinal)
    word, _, number = part.content.decode("utf-8", "replace").partition(" ")
    if word == "BUG":
        raise ZeroDivisionError(f"cannot read {number}")
    if word == "KILLER":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "ENCRYPTED":
        failure = Failure(ErrorCode.ENCRYPTED, "protected by a password")
        return (Extraction(source, part.sha256, part=part.name, ordinal=part.ordinal, failure=failure),)
    stated = Field(number, sure=True, evidence=Evidence(number)) if number else None
    reading = Reading(KINDS.get(word, Kind.OTHER), Language.ENGLISH, Header(document_number=stated))
    return (Extraction(named.source, named.sha256, part=named.part, ordinal=named.ordinal, reading=reading),)


def mended(part: Part, source: str) -> tuple[Extraction, ...]:
    """Read as a better program does: no document makes it fail."""
    content = part.content.replace(b"BUG", b"ORDER")
    return read_part(Part(content, part.format, part.ordinal, part.name), source)


def compare(extraction: Extraction, today: dt.date) -> Compared:
    """Hold a made-up document against a made-up quotation."""
    assert extraction.reading is not None
    assert today == NOON.astimezone().date()
    if extraction.reading.kind is Kind.CONTRACT:
        check = Check("L06", "unit_price", Outcome.EQUAL, line=1, document="1.10", quotation="1.10")
        return Compared(Comparison(Verdict.MATCH, quotation_number="2001", checks=(check,)), None)
    check = Check(
        "L06", "unit_price", Outcome.DIFFERS, Severity.MAJOR, line=1, document="1.20", quotation="1.10"
    )
    unsure = Check("L05", "quantity", Outcome.EQUAL, line=1, document_sure=False)
    comparison = Comparison(
        Verdict.REVIEW,
        quotation_number="2001",
        checks=(check, check, unsure),
        differences=(Difference("unit_price", DifferenceKind.DIFFERS, line=1),),
        notes=(Note("H04", Severity.MAJOR, "the offer has expired"),),
    )
    return Compared(comparison, None)


def unlock(data: bytes, _: FileFormat, passwords: tuple[str, ...]) -> bytes:
    """Open a made-up document with its password."""
    if OPEN in passwords:
        return data.replace(b"ENCRYPTED", b"ORDER")
    raise Unreadable(ErrorCode.ENCRYPTED, "no password opens it")


CORE = Core(open_file, read_part, compare, Versions("1", "1"), unlock)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    moment: dt.datetime = NOON

    def __call__(self) -> dt.datetime:
        return self.moment

    def forward(self, seconds: float) -> None:
        self.moment += dt.timedelta(seconds=seconds)


@dataclass
class TickingClock(Clock):
    """A clock that moves by a millisecond whenever it is read."""

    def __call__(self) -> dt.datetime:
        self.forward(0.001)
        return self.moment


@dataclass
class Reads:
    """Counts how often documents are read."""

    hashes: list[str] = field(default_factory=list)

    def __call__(self, part: Part, source: str) -> tuple[Extraction, ...]:
        self.hashes.append(part.sha256)
        return read_part(part, source)


def database(folder: Path) -> Store:
    """Return a new database in `folder`."""
    return store.prepare(f"sqlite:///{folder / 'countercheck.db'}")


def watched(folder: Path, *, sleep: Callable[[float], None] = lambda _: None) -> WatchedFolder:
    """Return a watched folder that takes files at once."""
    folder.mkdir(exist_ok=True)
    return WatchedFolder(folder, dt.timedelta(0), sleep)


def context(
    folder: Path, *sources: Source, core: Core = CORE, url: str | None = None, **changes: object
) -> Context:
    """Return a context with its archive in `folder`, and its database there or at `url`."""
    kept = database(folder) if url is None else store.connect(url)
    blobs = archive.open_archive(folder / "archive")
    plain: dict[str, object] = {"owner": "tester", "now": Clock()}
    return Context(kept, blobs, core, sources, **(plain | changes))  # type: ignore[arg-type]
