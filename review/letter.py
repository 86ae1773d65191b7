"""A mail of ours as bytes: text, the same as HTML with pictures, and exactly the headers it should have."""

import datetime as dt
import email.policy
import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime

from models.errors import ConfigurationError
from review.header_text import HOSTILE, clean

IDENTIFIER = re.compile(r"<[!-;=?-~]{3,900}>")
"""A Message-ID as others write it: printable ASCII without brackets; longer than a line may be is none."""
MOST_REFERENCES = 20
WORKBOOK = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The subtype of a workbook, as IANA names it."""
_QUOTED = re.compile(r"[\"(),:;<>@\[\]\\.]+")
_IDENTIFIERS = frozenset({"message-id", "in-reply-to", "references"})


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG within a letter; `name` is what the HTML calls it by, `alt` what it shows, in words."""

    name: str
    png: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A workbook (.xlsx) that goes with a letter."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says. Without `html` it is plain text."""

    subject: str
    text: str
    html: str = ""
    pictures: tuple[Picture, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """From whom to whom, and where the mail stands in its thread.

    `automatic` is the value of Auto-Submitted (RFC 3834, section 5); empty where a person sends it.
    """

    sender: str
    sender_name: str
    recipient: str
    message_id: str
    date: dt.datetime
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    automatic: str = "auto-generated"


class HeadersError(Exception):
    """A mail would have other headers than it should; it is not sent."""


class _Policy(EmailPolicy):
    """As for SMTP, but long Message-IDs stay as they are: encoded, no mail program finds the thread."""

    def fold(self, name: str, value: str) -> str:
        """Return a header with its lines broken where it may be."""
        if name.lower() in _IDENTIFIERS:
            return f"{name}: " + "\r\n ".join(str(value).split()) + "\r\n"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: str) -> bytes:
        """Return the same as bytes."""
        if name.lower() in _IDENTIFIERS:
            return self.fold(name, value).encode("ascii", "replace")
        return super().fold_binary(name, value)


POLICY = _Policy(linesep="\r\n", cte_type="7bit", max_line_length=76)


def built(letter: Letter, heading: Heading) -> bytes:
    """Return the mail as it is handed to the server.

    Raises:
        ConfigurationError: This Python lets a text write headers.
        HeadersError: This mail would have other headers than it should.
    """
    assert_safe()
    return _built(letter, heading)


def _built(letter: Letter, heading: Heading) -> bytes:
    message = EmailMessage(policy=POLICY)
    headers = _headers(letter, heading)
    for name, value in headers.items():
        message[name] = value
    message.set_content(letter.text, charset="utf-8", cte="base64")
    if letter.html:
        message.add_alternative(letter.html, subtype="html", charset="utf-8", cte="base64")
        html = list(message.iter_parts())[1]
        assert isinstance(html, EmailMessage), "the policy makes parts of its own kind"
        for each in letter.pictures:
            html.add_related(
                each.png,
                "image",
                "png",
                cid=f"<{each.name}>",
                filename=f"{each.name.partition('@')[0]}.png",
                disposition="inline",
            )
    for one in letter.attachments:
        message.add_attachment(one.data, "application", WORKBOOK, filename=clean(one.name))
    data = message.as_bytes()
    _assert_headers(data, headers)
    return data


def _headers(letter: Letter, heading: Heading) -> dict[str, object]:
    known = identifiers((*heading.references, heading.in_reply_to))[-MOST_REFERENCES:]
    replied = identifiers([heading.in_reply_to])
    headers: dict[str, object] = {
        "From": Address(_name(heading.sender_name), addr_spec=heading.sender),
        "To": Address(addr_spec=heading.recipient),
        "Subject": clean(letter.subject),
        "Date": format_datetime(heading.date),
        "Message-ID": heading.message_id,
    }
    if replied:
        headers["In-Reply-To"] = replied[0]
    if known:
        headers["References"] = " ".join(known)
    if heading.automatic:
        headers["Auto-Submitted"] = heading.automatic
        # Exchange and Outlook answer neither with an absence nor with a receipt: MS-OXCMAIL 2.2.3.2.14.
        headers["X-Auto-Response-Suppress"] = "All"
    return headers


def _name(text: str) -> str:
    """Return a name that needs no quotes: the standard library breaks long quoted ones in the wrong place."""
    return _QUOTED.sub(" ", clean(text))[:40].strip()


def identifiers(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the Message-IDs in `<>`, each once; what is none is left out."""
    bracketed = (each if each.startswith("<") else f"<{each}>" for each in texts if each)
    return tuple(dict.fromkeys(each for each in bracketed if IDENTIFIER.fullmatch(each)))


def _assert_headers(data: bytes, headers: Iterable[str]) -> None:
    found = message_from_bytes(data, policy=email.policy.compat32)
    own = {*headers, "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
    if sorted(found.keys()) != sorted(each for each in own if each in found) or set(headers) - set(found):
        raise HeadersError(f"the headers would be {', '.join(found.keys())}")


@functools.cache
def assert_safe() -> None:
    """Try out once whether a subject can write headers here.

    Raises:
        ConfigurationError: It can.
    """
    heading = Heading(
        "a@house.example",
        "",
        "b@house.example",
        "<cc.self-test@countercheck.house.example>",
        dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )
    for each in HOSTILE:
        letter = Letter(each, "text")
        try:
            _built(letter, replace(heading, sender_name=each, in_reply_to=each, references=(each,)))
        except HeadersError:
            message = "this Python lets a text write headers: no mail is sent, install another version"
            raise ConfigurationError(message) from None
