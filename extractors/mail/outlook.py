"""Mails in Outlook's own files (.msg): properties in streams of a compound file ([MS-OXMSG] 2)."""

import datetime as dt
import struct
from collections.abc import Iterator
from email.message import Message

from extractors.mail import properties
from extractors.mail.leaves import DAMAGED_TYPE, OBJECT_TYPE
from extractors.mail.properties import DATA, METHOD, WANTED, Attached, Budget, Item, Mail, Value
from extractors.readers.compound_file import Folder, open_compound
from models.errors import Unreadable

PROPERTIES = "__properties_version1.0"
STREAM = "__substg1.0_{:04X}{:04X}"
RECIPIENT, ATTACHMENT = "__recip_version1.0_", "__attach_version1.0_"
OUTER, INNER, OTHER = 32, 24, 8
"""How long the head of the properties is: of the file's mail, of a mail in it, of anything else."""
NUMBER, TRUTH, LONG, MOMENT, NARROW, WIDE, BINARY, OBJECT = 3, 0x0B, 0x14, 0x40, 0x1E, 0x1F, 0x102, 0x0D
EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
DEEPEST = 25
"""Mails in mails that are followed: deeper than any that is opened, so that what is refused is named."""
MOST = 2000
"""Attachments or recipients of one mail."""
OBJECTS = ("Package", "CONTENTS", "Workbook", "Book")
"""Streams of an embedded object that are a file by themselves."""


def read(data: bytes, budget: Budget) -> Message:
    """Return the mail in an Outlook file as a message with parts.

    Raises:
        Unreadable: The file is damaged.
    """
    return properties.message(_mail(open_compound(data), OUTER, 0), budget)


def _mail(folder: Folder, head: int, depth: int) -> Mail:
    item = _item(folder, head, None)
    recipients = [_item(each, OTHER, item.charset) for each in _folders(folder, RECIPIENT)]
    attachments = [_attached(each, item.charset, depth) for each in _folders(folder, ATTACHMENT)]
    return Mail(item, recipients, attachments)


def _folders(folder: Folder, start: str) -> Iterator[Folder]:
    names = sorted(name for name in folder.names if name.startswith(start))
    for name in names[:MOST]:
        found = folder.folder(name)
        if found is not None:
            yield found


def _item(folder: Folder, head: int, charset: str | None) -> Item:
    values = dict(_fixed(folder.stream(PROPERTIES) or b"", head))
    charset = properties.charset(values) or charset
    for tag in WANTED - {DATA}:
        value = _text(folder, tag)
        if value is not None:
            values[tag] = value
    return Item(values, charset)


def _text(folder: Folder, tag: int) -> Value | None:
    """Return a property that has a stream of its own."""
    wide = folder.stream(STREAM.format(tag, WIDE))
    if wide is not None:
        return wide.decode("utf-16-le", "replace")
    narrow = folder.stream(STREAM.format(tag, NARROW))
    return narrow if narrow is not None else folder.stream(STREAM.format(tag, BINARY))


def _fixed(data: bytes, head: int) -> Iterator[tuple[int, Value]]:
    """Yield the properties whose values stand beside their numbers."""
    for at in range(head, len(data) - 15, 16):
        kind, tag = struct.unpack_from("<HH", data, at)
        if tag in WANTED and kind in FIXED:
            value = moment(struct.unpack_from("<Q", data, at + 8)[0]) if kind == MOMENT else None
            yield tag, struct.unpack_from("<i", data, at + 8)[0] if value is None else value


FIXED = frozenset({NUMBER, TRUTH, LONG, MOMENT})


def moment(ticks: int) -> dt.datetime | None:
    """Return a moment that is stated in tenths of microseconds since 1601, None where it is none."""
    try:
        return (EPOCH + dt.timedelta(microseconds=ticks // 10)).replace(microsecond=0) if ticks else None
    except OverflowError:
        return None


def _attached(folder: Folder, charset: str | None, depth: int) -> Attached:
    """Return an attachment; one that cannot be had is kept by its name."""
    item = Item()
    try:
        item = _item(folder, OTHER, charset)
        data = folder.stream(STREAM.format(DATA, BINARY))
        if data is not None:
            return Attached(item, data)
        inner = folder.folder(STREAM.format(DATA, OBJECT))
        if inner is not None:
            return _inner(item, inner, depth)
    except Unreadable:
        return Attached(item, kind=DAMAGED_TYPE)
    return Attached(item, kind=None if item.number(METHOD) in properties.BY_REFERENCE else DAMAGED_TYPE)


def _inner(item: Item, inner: Folder, depth: int) -> Attached:
    """Return a mail in a mail, or the file that an embedded object holds."""
    if PROPERTIES in inner.names:
        found = Mail(Item()) if depth > DEEPEST else _mail(inner, INNER, depth + 1)
        return Attached(item, found)
    for name in OBJECTS:
        data = inner.stream(name)
        if data:
            return Attached(item, data)
    return Attached(item, kind=OBJECT_TYPE)
