"""Mails in Outlook's envelope, which others see as `winmail.dat` ([MS-OXTNEF] 2): attributes one by one.

An attribute that is cut off ends what is read; it and everything behind it are named as damaged.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from extractors.mail import properties
from extractors.mail.leaves import DAMAGED_TYPE
from extractors.mail.outlook import DEEPEST, moment
from extractors.mail.properties import (
    BODY,
    DATA,
    LONG_FILE,
    METHOD,
    SHORT_FILE,
    SUBJECT,
    WANTED,
    Attached,
    Budget,
    Item,
    Mail,
    Value,
)
from extractors.readers.compound_file import SIGNATURE as COMPOUND
from extractors.readers.decoding import codec
from models.errors import ErrorCode, Unreadable

SIGNATURE = b"\x78\x9f\x3e\x22"
HEADER = 6
ATTRIBUTE = 9
SUBJECT_TEXT, BODY_TEXT, CODE_PAGE = 0x18004, 0x2800C, 0x69007
OF_MAIL, OF_ATTACHMENT = 0x69003, 0x69005
BEGINS, TITLE, CONTENT = 0x69002, 0x18010, 0x6800F
NAMED, SEVERAL = 0x8000, 0x1000
NULL, NARROW, WIDE, BINARY, OBJECT = 1, 0x1E, 0x1F, 0x102, 0x0D
VARIABLE = frozenset({NARROW, WIDE, BINARY, OBJECT})
SIZES = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16, 1: 4}
"""How many bytes a property of a fixed type takes ([MS-OXTNEF] 2.1.3.4)."""
MOMENT, NUMBERS = 0x40, frozenset({2, 3, 0x0B})
IDENTIFIER = 16
"""Bytes before an object that say of what kind it is."""
MESSAGE = bytes.fromhex("0703020000000000c000000000000046")
"""The identifier of a mail (IID_IMessage)."""


@dataclass(slots=True)
class _Found:
    """A mail in the making; the last of `attachments` is the one that attributes are about."""

    values: dict[int, Value] = field(default_factory=dict)
    charset: str | None = None
    attachments: list[dict[int, Value]] = field(default_factory=list)
    broken: bool = False


def read(data: bytes, budget: Budget) -> Message:
    """Return the mail in an envelope as a message with parts.

    Raises:
        Unreadable: It is no envelope, or nothing can be told in it.
    """
    return properties.message(_mail(data, 0), budget)


def _mail(data: bytes, depth: int) -> Mail:
    if not data.startswith(SIGNATURE) or len(data) < HEADER + ATTRIBUTE:
        raise Unreadable(
            ErrorCode.DAMAGED, "The Outlook envelope is cut off. Ask the sender to send it again."
        )
    found = _Found()
    try:
        for number, content in _attributes(data):
            _take(found, number, content)
    except (struct.error, IndexError):
        found.broken = True
    charset = found.charset or properties.charset(found.values)
    attachments = [_attached(each, charset, depth) for each in found.attachments]
    if found.broken:
        lost: dict[int, Value] = {LONG_FILE: "further parts"}
        attachments.append(Attached(Item(lost), kind=DAMAGED_TYPE))
    return Mail(Item(found.values, charset), (), attachments)


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = HEADER
    while at < len(data):
        number, length = struct.unpack_from("<II", data, at + 1)
        end = at + ATTRIBUTE + length
        if end + 2 > len(data):
            raise IndexError("an attribute is longer than the file")
        yield number, data[at + ATTRIBUTE : end]
        at = end + 2


def _take(found: _Found, number: int, content: bytes) -> None:
    if number == BEGINS:
        found.attachments.append({})
    elif number == CODE_PAGE:
        found.charset = codec(f"cp{struct.unpack_from('<I', content)[0]}")
    elif number == OF_MAIL:
        found.values.update(_properties(content))
    elif number in {SUBJECT_TEXT, BODY_TEXT}:
        found.values.setdefault(SUBJECT if number == SUBJECT_TEXT else BODY, content)
    elif found.attachments and number == OF_ATTACHMENT:
        found.attachments[-1].update(_properties(content))
    elif found.attachments and number == TITLE:
        found.attachments[-1][SHORT_FILE] = content
    elif found.attachments and number == CONTENT:
        found.attachments[-1][DATA] = content


def _properties(data: bytes) -> Iterator[tuple[int, Value]]:
    """Yield the wanted properties of a list of them; the others are passed over."""
    count, at = struct.unpack_from("<I", data)[0], 4
    for _ in range(count):
        kind, tag = struct.unpack_from("<HH", data, at)
        at = _behind_name(data, at + 4) if tag >= NAMED else at + 4
        several, kind = kind & SEVERAL, kind & ~SEVERAL
        amount = 1
        if several or kind in VARIABLE:
            amount, at = struct.unpack_from("<I", data, at)[0], at + 4
        for _ in range(amount):
            content, at = _content(data, at, kind)
            value = _value(content, kind)
            if tag in WANTED and value is not None and not several:
                yield tag, value


def _behind_name(data: bytes, at: int) -> int:
    """Return where the value of a property begins that has a name besides its number."""
    kind, length = struct.unpack_from("<II", data, at + IDENTIFIER)
    at += IDENTIFIER + 8
    return at if kind == 0 else at + length + -length % 4


def _content(data: bytes, at: int, kind: int) -> tuple[bytes, int]:
    length = SIZES.get(kind, 0)
    if kind in VARIABLE:
        length, at = struct.unpack_from("<I", data, at)[0], at + 4
    elif not length:
        raise IndexError("a property of an unknown type")
    if at + length > len(data):
        raise IndexError("a property is longer than its list")
    return data[at : at + length], at + length + -length % 4


def _value(content: bytes, kind: int) -> Value | None:
    if kind == WIDE:
        return content.decode("utf-16-le", "replace")
    if kind in {NARROW, BINARY, OBJECT}:
        return content
    if kind == MOMENT:
        return moment(struct.unpack("<Q", content)[0])
    return struct.unpack_from("<i", content)[0] if kind in NUMBERS else None


def _attached(values: dict[int, Value], charset: str | None, depth: int) -> Attached:
    item = Item(values, charset)
    data = values.get(DATA)
    if not isinstance(data, bytes):
        away = item.number(METHOD) in properties.BY_REFERENCE
        return Attached(item, kind=None if away else DAMAGED_TYPE)
    if not data.startswith(MESSAGE):
        # An object with a storage of its own is a compound file behind the identifier.
        stored = data[IDENTIFIER : IDENTIFIER + len(COMPOUND)] == COMPOUND
        return Attached(item, data[IDENTIFIER:] if stored else data)
    if depth > DEEPEST:
        return Attached(item, Mail(Item()))
    try:
        return Attached(item, _mail(data[IDENTIFIER:], depth + 1))
    except Unreadable:
        return Attached(item, kind=DAMAGED_TYPE)
