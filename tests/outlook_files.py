"""Mails as Outlook keeps them, written for tests: `.msg` ([MS-OXMSG]) and `winmail.dat` ([MS-OXTNEF])."""

import datetime as dt
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compound_files import Tree, compound

Value = str | bytes | int | dt.datetime
SUBJECT, BODY, HTML, RTF, HEADERS = 0x37, 0x1000, 0x1013, 0x1009, 0x7D
SENDER, SENDER_ADDRESS, SUBMITTED, MESSAGE_ID = 0x0C1A, 0x5D01, 0x39, 0x1035
NAME, ADDRESS, RECIPIENT_TYPE = 0x3001, 0x39FE, 0x0C15
DATA, FILE, METHOD, MIME_TYPE, CONTENT_ID, FLAGS = 0x3701, 0x3707, 0x3705, 0x370E, 0x3712, 0x3714
CODE_PAGE, MESSAGE_CODE_PAGE = 0x3FDE, 0x3FFD
EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Note:
    """A mail; an attachment is its properties, with a `Note` instead of data where it is a mail itself."""

    values: Mapping[int, Value]
    attachments: Sequence[tuple[Mapping[int, Value], "bytes | Note | Tree | None"]] = ()
    recipients: Sequence[Mapping[int, Value]] = field(default_factory=tuple)


def order(**more: Value) -> dict[int, Value]:
    """Return the properties of a mail with a subject and a sender."""
    known: dict[int, Value] = {
        SUBJECT: "Order 4711",
        SENDER: "Orders",
        SENDER_ADDRESS: "orders@works.example",
        SUBMITTED: dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.UTC),
    }
    return known | {globals()[name.upper()]: value for name, value in more.items()}


def msg(note: Note) -> bytes:
    """Return a mail as an Outlook file."""
    return compound(_folder(note, 32))


def _folder(note: Note, head: int) -> dict[str, "bytes | Tree"]:
    folder = _streams(note.values, head)
    for at, recipient in enumerate(note.recipients):
        folder[f"__recip_version1.0_#{at:08X}"] = _streams(recipient, 8)
    for at, (values, content) in enumerate(note.attachments):
        inner = _streams(values, 8)
        if isinstance(content, Note):
            inner["__substg1.0_3701000D"] = _folder(content, 24)
        elif isinstance(content, bytes):
            inner["__substg1.0_37010102"] = content
        elif content is not None:
            inner["__substg1.0_3701000D"] = content
        folder[f"__attach_version1.0_#{at:08X}"] = inner
    return folder


def _streams(values: Mapping[int, Value], head: int) -> dict[str, "bytes | Tree"]:
    streams: dict[str, bytes | Tree] = {}
    fixed = bytes(head)
    for tag, value in values.items():
        if isinstance(value, str):
            streams[f"__substg1.0_{tag:04X}001F"] = value.encode("utf-16-le")
        elif isinstance(value, bytes):
            kind = "0102" if tag in {HTML, RTF} else "001E"
            streams[f"__substg1.0_{tag:04X}{kind}"] = value
        elif isinstance(value, dt.datetime):
            fixed += struct.pack("<HHIQ", 0x40, tag, 6, _ticks(value))
        else:
            fixed += struct.pack("<HHIQ", 3, tag, 6, value)
    return {"__properties_version1.0": fixed, **streams}


def _ticks(moment: dt.datetime) -> int:
    return int((moment - EPOCH).total_seconds()) * 10_000_000


def tnef(note: Note, code_page: int = 1252) -> bytes:
    """Return a mail as an Outlook envelope."""
    data = b"\x78\x9f\x3e\x22\1\0" + _attribute(1, 0x69007, struct.pack("<II", code_page, 0))
    data += _attribute(1, 0x69003, _properties(note.values))
    for values, content in note.attachments:
        data += _attribute(2, 0x69002, bytes(14))
        if isinstance(content, Note):
            inner = bytes.fromhex("0703020000000000c000000000000046") + tnef(content, code_page)
            data += _attribute(2, 0x69005, _properties(values, (0x0D, DATA, inner)))
        else:
            if isinstance(content, bytes):
                data += _attribute(2, 0x6800F, content)
            data += _attribute(2, 0x69005, _properties(values))
    return data


def _attribute(level: int, number: int, content: bytes) -> bytes:
    return (
        struct.pack("<BII", level, number, len(content)) + content + struct.pack("<H", sum(content) % 65536)
    )


def _properties(values: Mapping[int, Value], *more: tuple[int, int, bytes]) -> bytes:
    found = [_property(tag, value) for tag, value in values.items()]
    found += [_variable(kind, tag, content) for kind, tag, content in more]
    named = struct.pack("<HH", 3, 0x8001) + bytes(16) + struct.pack("<III", 0, 7, 1)
    spelt = struct.pack("<HH", 3, 0x8002) + bytes(16) + struct.pack("<II", 1, 6) + "ab".encode("utf-16-le")
    several = struct.pack("<HHI", 0x101F, 0x3A00, 2) + 2 * (
        struct.pack("<I", 6) + "ab\0".encode("utf-16-le") + b"\0\0"
    )
    found += [named, spelt + bytes(4) + struct.pack("<I", 1), several]
    return struct.pack("<I", len(found)) + b"".join(found)


def _property(tag: int, value: Value) -> bytes:
    if isinstance(value, str):
        return _variable(0x1F, tag, value.encode("utf-16-le") + b"\0\0")
    if isinstance(value, bytes):
        return _variable(0x102 if tag in {HTML, RTF} else 0x1E, tag, value)
    if isinstance(value, dt.datetime):
        return struct.pack("<HHQ", 0x40, tag, _ticks(value))
    return struct.pack("<HHI", 3, tag, value)


def _variable(kind: int, tag: int, content: bytes) -> bytes:
    padded = content + bytes(-len(content) % 4)
    return struct.pack("<HHII", kind, tag, 1, len(content)) + padded


def packed_rtf(rtf: bytes) -> bytes:
    """Return RTF as a mail keeps it, with every character as it is and one run from the window."""
    pieces = [rtf[at : at + 8] for at in range(0, len(rtf), 8)]
    data = b"".join(b"\0" + piece for piece in pieces)
    return struct.pack("<IIII", len(data) + 12, len(rtf), 0x75465A4C, 0) + data
