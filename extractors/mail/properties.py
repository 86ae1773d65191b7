"""Mails of Outlook and Exchange as properties ([MS-OXPROPS]), and the same mails as messages of the Internet.

A `.msg` file and a `winmail.dat` hold a mail as numbered properties. Written as a message with parts it
is taken apart like any other mail: texts in two forms, pictures of signatures, mails in mails.
"""

import base64
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email import message_from_string
from email.message import Message
from email.policy import compat32
from email.utils import format_datetime, quote

from extractors.late import late
from extractors.mail import compressed_rtf
from extractors.mail.bodies import META
from extractors.mail.leaves import DAMAGED_TYPE
from extractors.readers.decoding import codec, decode

Value = str | bytes | int | dt.datetime
SUBJECT, HEADERS, BODY, HTML, RTF = 0x37, 0x7D, 0x1000, 0x1013, 0x1009
SENDER_NAME, SENDER_SMTP, SENDER_ADDRESS = 0x0C1A, 0x5D01, 0x0C1F
BEHALF_NAME, BEHALF_SMTP, BEHALF_ADDRESS = 0x42, 0x5D02, 0x65
SUBMITTED, DELIVERED = 0x39, 0x0E06
MESSAGE_ID, REFERENCES, IN_REPLY_TO = 0x1035, 0x1039, 0x1042
NAME, SMTP, ADDRESS, RECIPIENT_TYPE = 0x3001, 0x39FE, 0x3003, 0x0C15
LONG_FILE, SHORT_FILE, MIME_TYPE, CONTENT_ID = 0x3707, 0x3704, 0x370E, 0x3712
DATA, METHOD, FLAGS, HIDDEN = 0x3701, 0x3705, 0x3714, 0x7FFE
INTERNET_CHARSET, MESSAGE_CHARSET = 0x3FDE, 0x3FFD
WANTED = frozenset(
    {SUBJECT, HEADERS, BODY, HTML, RTF, SENDER_NAME, SENDER_SMTP, SENDER_ADDRESS, BEHALF_NAME, BEHALF_SMTP}
    | {BEHALF_ADDRESS, SUBMITTED, DELIVERED, MESSAGE_ID, REFERENCES, IN_REPLY_TO, NAME, SMTP, ADDRESS}
    | {RECIPIENT_TYPE, LONG_FILE, SHORT_FILE, MIME_TYPE, CONTENT_ID, DATA, METHOD, FLAGS, HIDDEN}
    | {INTERNET_CHARSET, MESSAGE_CHARSET}
)
BY_REFERENCE = frozenset({2, 3, 4, 7})
"""Ways to attach a file that is not in the mail (PidTagAttachMethod)."""
IN_TEXT = 4
"""The flag of an attachment that the text shows (PidTagAttachFlags)."""
TO, COPY = 1, 2
OTHER = "application/octet-stream"
TYPE = late(r"[\w.+-]{1,60}/[\w.+-]{1,60}")
MOST_RTF = 8 * 1024 * 1024
PREAMBLE = late(r"\s*Microsoft Mail Internet Headers[^\n]*\n")
OF_CONTENT = ("content-", "mime-version")
"""Headers that speak of how the mail was written when it travelled."""


@dataclass(frozen=True, slots=True)
class Item:
    """The properties of a mail, of a recipient, or of an attachment; texts of one byte are still bytes."""

    values: Mapping[int, Value] = field(default_factory=dict)
    charset: str | None = None

    def text(self, *numbers: int) -> str:
        """Return the first of some properties that holds a text; "" where none does."""
        for number in numbers:
            value = self.values.get(number)
            found = _decoded(value, self.charset) if isinstance(value, bytes) else value
            if isinstance(found, str) and found.strip("\0 \t\r\n"):
                return found.rstrip("\0")
        return ""

    def number(self, tag: int) -> int:
        """Return a property that holds a number, 0 where there is none."""
        value = self.values.get(tag)
        return value if isinstance(value, int) else 0


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment: its bytes, or the mail that it is; `kind` is the type of what could not be had."""

    item: Item
    content: "bytes | Mail" = b""
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as properties."""

    item: Item
    recipients: Sequence[Item] = ()
    attachments: Sequence[Attached] = ()


@dataclass(slots=True)
class Budget:
    """How many bytes of RTF may still be unpacked from one input: they are slow to read."""

    left: int = field(default_factory=lambda: MOST_RTF)

    def allows(self, size: int) -> bool:
        """Tell whether so many bytes may be unpacked, and count them."""
        self.left -= size
        return self.left >= 0


def charset(values: Mapping[int, Value]) -> str | None:
    """Return the character set that a mail states for its texts of one byte."""
    for tag in (MESSAGE_CHARSET, INTERNET_CHARSET):
        number = values.get(tag)
        if isinstance(number, int) and number:
            return "utf-8" if number == 65001 else codec(f"cp{number}")
    return None


def message(mail: Mail, budget: Budget) -> Message:
    """Return a mail of properties as a message with parts."""
    bodies = list(_bodies(mail.item, budget))
    text = bodies[0] if len(bodies) == 1 else _multipart("alternative", bodies)
    parts = [*([text] if bodies else []), *(_attachment(each, budget) for each in mail.attachments)]
    written = (
        parts[0] if len(parts) == 1 and bodies else _multipart("mixed", parts or [_leaf(b"", "text/plain")])
    )
    for name, value in _head(mail):
        written[name] = value
    return written


def _multipart(kind: str, parts: Sequence[Message]) -> Message:
    written = Message(policy=compat32)
    written["Content-Type"] = f"multipart/{kind}"
    written.set_payload(list(parts))
    return written


def _head(mail: Mail) -> Iterator[tuple[str, str]]:
    """Yield the headers: those that the mail travelled with, and what they lack from the properties."""
    head = PREAMBLE.sub("", mail.item.text(HEADERS)).strip()
    travelled = message_from_string(f"{head}\n\n", policy=compat32)
    seen = set()
    for name, value in travelled.raw_items():
        if not name.lower().startswith(OF_CONTENT):
            seen.add(name.lower())
            yield name, str(value)
    for name, value in _stated(mail):
        if value and name.lower() not in seen:
            yield name, value


def _stated(mail: Mail) -> Iterator[tuple[str, str]]:
    item = mail.item
    yield "Subject", _line(item.text(SUBJECT))
    behalf = _mailbox(item.text(BEHALF_NAME), item.text(BEHALF_SMTP), item.text(BEHALF_ADDRESS))
    sender = _mailbox(item.text(SENDER_NAME), item.text(SENDER_SMTP), item.text(SENDER_ADDRESS))
    yield "From", behalf if "@" in behalf else sender or behalf
    for kind, name in ((TO, "To"), (COPY, "Cc")):
        found = (each for each in mail.recipients if each.number(RECIPIENT_TYPE) & 0xF == kind)
        yield (
            name,
            ", ".join(_mailbox(each.text(NAME), each.text(SMTP), each.text(ADDRESS)) for each in found),
        )
    moment = item.values.get(SUBMITTED) or item.values.get(DELIVERED)
    if isinstance(moment, dt.datetime):
        yield "Date", format_datetime(moment)
    for tag, name in ((MESSAGE_ID, "Message-ID"), (IN_REPLY_TO, "In-Reply-To"), (REFERENCES, "References")):
        yield name, _line(item.text(tag))


def _line(text: str) -> str:
    return " ".join(text.split())


def _mailbox(name: str, *addresses: str) -> str:
    """Return a mailbox as headers write it; addresses of Exchange itself mean nothing outside."""
    address = next((_line(each) for each in addresses if "@" in each and "<" not in each), "")
    shown = _line(name)
    if not shown:
        return address
    return f'"{quote(shown)}" <{address}>'


def _bodies(item: Item, budget: Budget) -> Iterator[Message]:
    """Yield the forms of the text; the one in RTF often holds the page or the text that it was made of."""
    plain, page = item.text(BODY), _page(item)
    packed = item.values.get(RTF)
    if isinstance(packed, bytes) and not page:
        rich = compressed_rtf.text_of(packed) if budget.allows(compressed_rtf.size(packed)) else None
        if rich is not None and rich.page:
            page = rich.text
        elif not plain and rich is not None:
            plain = rich.text
        elif not plain:
            yield _leaf(packed, DAMAGED_TYPE, 'attachment; filename="body.rtf"')
    for text, kind in ((plain, "plain"), (page, "html")):
        if text:
            yield _leaf(text.encode("utf-8", "replace"), f"text/{kind}; charset=utf-8")


def _page(item: Item) -> str:
    value = item.values.get(HTML)
    if not isinstance(value, bytes):
        return item.text(HTML)
    named = META.search(value[:4096])
    stated = charset({INTERNET_CHARSET: item.number(INTERNET_CHARSET)})
    return _decoded(value, stated or (named[1].decode("ascii") if named else None)).rstrip("\0")


def _decoded(data: bytes, stated: str | None) -> str:
    """Decode a text in the character set that Outlook states: unlike others it knows."""
    try:
        return data.decode(codec(stated) or "utf-8")
    except UnicodeDecodeError:
        return decode(data, stated)


def _attachment(attached: Attached, budget: Budget) -> Message:
    item = attached.item
    name = _line(item.text(LONG_FILE, SHORT_FILE, NAME))
    shown = f'; filename="{quote(name)}"' if name else ""
    if isinstance(attached.content, Mail):
        part = Message(policy=compat32)
        part["Content-Type"] = "message/rfc822"
        part["Content-Disposition"] = f"attachment{shown}"
        part.set_payload([message(attached.content, budget)])
        return part
    kind = attached.kind or _kind(item)
    in_text = bool(item.number(FLAGS) & IN_TEXT or item.number(HIDDEN))
    part = _leaf(
        attached.content, kind, ("inline" if in_text and kind.startswith("image/") else "attachment") + shown
    )
    if item.text(CONTENT_ID):
        part["Content-ID"] = f"<{_line(item.text(CONTENT_ID))}>"
    return part


def _kind(item: Item) -> str:
    """Return the declared type of an attachment; one that would have parts says nothing of these bytes."""
    if item.number(METHOD) in BY_REFERENCE:
        return "message/external-body"
    found = TYPE.fullmatch(item.text(MIME_TYPE).strip().lower())
    return found[0] if found and not found[0].startswith(("multipart/", "message/")) else OTHER


def _leaf(content: bytes, kind: str, disposition: str | None = None) -> Message:
    part = Message(policy=compat32)
    part["Content-Type"] = kind
    part["Content-Transfer-Encoding"] = "base64"
    if disposition is not None:
        part["Content-Disposition"] = disposition
    part.set_payload(base64.b64encode(content).decode("ascii"))
    return part
