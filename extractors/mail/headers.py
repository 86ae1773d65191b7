"""Headers of mails as they really come: encoded words cut in half, raw GBK bytes, wrong quotes.

The header classes of the standard library's newer policies raise on some of them and lose characters
of others, so values are decoded here from the raw text.
"""

import base64
import binascii
import datetime as dt
import quopri
import re
from collections.abc import Iterator
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from extractors.late import late
from extractors.readers.decoding import decode
from models.message import Address, Envelope

LONGEST = 20_000
"""No honest header is longer; the parsers take quadratic time on longer ones."""
ENCODED = late(r"=\?([\w.:-]+)(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=", re.IGNORECASE)
BETWEEN = late(r"(\?=)\s+(?==\?[\w.:*-]+\?[bq]\?)", re.IGNORECASE)
FOLD = late(r"\r?\n[ \t]*")
CONTROL = late("[\x00-\x1f\x7f\u2028\u2029]+")
TURNING = late("[\u202a-\u202e\u2066-\u2069]")
IDENTIFIER = late(r"<([^<>\s]+)>")
PERCENT = late(r"%[0-9A-Fa-f]{2}")
MAX_NAME = 200
BULK = frozenset({"bulk", "junk", "list", "auto_reply"})
BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, LookupError, OverflowError)
"""What the standard library raises on broken parameters, addresses and dates."""


def raw(message: Message, name: str) -> str:
    """Return the first header with that name, unfolded; bytes beyond ASCII are surrogates. "" if none."""
    for key, value in message.raw_items():
        if key.lower() == name:
            return FOLD.sub(" ", str(value)[:LONGEST])
    return ""


def content(part: Message) -> list[Message | str] | str:
    """Return what a part holds: its parts, or its text as it stands in the mail."""
    try:
        inside = part.get_payload()
    except ValueError:  # the library looks its charset up, and a name with NUL in it is more than it can take
        found = part.get_payload(decode=True)
        return found.decode("ascii", "surrogateescape") if isinstance(found, bytes) else ""
    return inside if isinstance(inside, list) else str(inside)


def text(value: str) -> str:
    """Return a raw header value as text on one line."""
    joined = BETWEEN.sub(r"\1", value)
    for _ in range(2):  # some programs encode what is encoded already
        joined = "".join(_spans(joined))
        if not ENCODED.search(joined):
            break
    return clean(joined)


def clean(value: str) -> str:
    """Return a text without line breaks, controls and marks that turn the direction of what is shown."""
    return CONTROL.sub(" ", TURNING.sub("", value)).strip()


def _spans(value: str) -> Iterator[str]:
    """Yield the decoded pieces; neighbours of one character set are joined before, as bytes."""
    at = 0
    charset, waiting = "", b""
    for word in ENCODED.finditer(value):
        gap = value[at : word.start()]
        at = word.end()
        if gap or word[1].lower() != charset:
            yield decode(waiting, charset) if waiting else ""
            yield _eight_bit(gap)
            waiting = b""
        charset = word[1].lower()
        waiting += _decoded(word[2].lower(), word[3])
    yield decode(waiting, charset) if waiting else ""
    yield _eight_bit(value[at:])


def _decoded(encoding: str, content: str) -> bytes:
    data = content.encode("ascii", "surrogateescape")
    if encoding == "q":
        return quopri.decodestring(data, header=True)
    try:
        return base64.b64decode(data.rstrip(b"=") + b"=" * (-len(data.rstrip(b"=")) % 4))
    except binascii.Error:
        return data


def _eight_bit(value: str) -> str:
    """Decode what a header holds as raw bytes; parts that were decoded already are left alone."""
    if not any("\udc80" <= character <= "\udcff" for character in value):
        return value
    return decode(value.encode("utf-8", "surrogateescape"))


def parameters(message: Message, name: str) -> dict[str, str]:
    """Return the parameters of a header such as Content-Type; RFC 2231 and RFC 2047 forms decoded."""
    plain = raw(message, name).encode("utf-8", "surrogateescape").decode("latin-1")
    carrier = Message()
    carrier["Content-Type"] = plain
    try:
        pairs = carrier.get_params([]) or []
    except BROKEN:
        return {}
    found: dict[str, str] = {}
    for key, value in pairs[1:]:
        found.setdefault(str(key).lower(), _parameter(value))
    return found


def _parameter(value: str | tuple[str | None, str | None, str]) -> str:
    charset, content = (value[0], value[2]) if isinstance(value, tuple) else (None, value)
    shown = decode(content.encode("latin-1", "replace"), charset)
    if ENCODED.search(shown):
        return text(shown)
    return clean(_unquoted(shown))


def _unquoted(value: str) -> str:
    """Decode a name that was written like a web address, which some web mailers do."""
    if not PERCENT.search(value):
        return value
    try:
        return unquote_to_bytes(value).decode("utf-8")
    except UnicodeDecodeError:
        return value


def file_name(message: Message) -> str | None:
    """Return the name of an attachment, without any folder; None where it has none."""
    disposition = parameters(message, "content-disposition")
    kind = parameters(message, "content-type")
    return base_name(disposition.get("filename") or kind.get("name") or "")


def base_name(name: str) -> str | None:
    """Return a file name without folders, controls and excess; None where nothing is left."""
    leaf = re.split(r"[/\\]", clean(name))[-1].strip(" .\"'")
    if len(leaf) > MAX_NAME:
        stem, dot, ending = leaf.rpartition(".")
        leaf = f"{stem[: MAX_NAME - 10]}{dot}{ending[:9]}" if dot else leaf[:MAX_NAME]
    return leaf or None


def envelope(message: Message) -> Envelope:
    """Return the headers that the desk needs."""
    senders = addresses(raw(message, "from")) or addresses(raw(message, "sender"))
    recipients = [each for name in ("to", "cc") for each in addresses(raw(message, name))]
    own = _identifiers(raw(message, "message-id"))
    replied = _identifiers(raw(message, "in-reply-to"))
    return Envelope(
        message_id=own[0] if own else text(raw(message, "message-id")) or None,
        subject=text(raw(message, "subject")),
        sender=senders[0] if senders else None,
        recipients=tuple(recipients),
        date=date(raw(message, "date")),
        in_reply_to=replied[0] if replied else None,
        references=tuple(_identifiers(raw(message, "references"))),
        automatic=is_automatic(message),
        authors=tuple(addresses(raw(message, "from"))),
        authentication=text(raw(message, "authentication-results")),
    )


def _identifiers(value: str) -> list[str]:
    return [clean(found) for found in IDENTIFIER.findall(value)]


def addresses(value: str) -> list[Address]:
    """Return the mailboxes in a raw header; broken ones are left out."""
    try:
        pairs = getaddresses([value])
    except BROKEN:
        return []
    return [Address(text(name), clean(_eight_bit(address))) for name, address in pairs if address or name]


def date(value: str) -> dt.datetime | None:
    """Return the moment in a Date header, UTC where it names no zone; None where it is none."""
    try:
        moment = parsedate_to_datetime(clean(value))
    except BROKEN:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def is_automatic(message: Message) -> bool:
    """Tell whether no person wrote a mail (RFC 3834): nobody must answer it."""
    submitted = raw(message, "auto-submitted").partition(";")[0].strip().lower()
    bounced = raw(message, "return-path").strip() == "<>"
    listed = bool(raw(message, "list-id")) or raw(message, "precedence").strip().lower() in BULK
    return submitted not in {"", "no"} or bounced or listed
