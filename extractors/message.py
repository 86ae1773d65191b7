"""Any input taken apart: a mail into its text and attachments, an archive into its files, a file as it is.

Nothing is lost: every leaf of a mail's structure is a part, in the order of the mail, and says itself
why it is ignored or cannot be read. What is nested (mails in mails, archives in archives) is opened as
deep as honest mail goes.
"""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.message import Message
from email.policy import compat32
from typing import Any

from extractors import archive_file, mail_bodies, mail_headers, mail_leaves, mail_pictures
from extractors.mail_structure import Bodies, Body, bodies, repaired
from extractors.readers.identify import identify, is_headed
from models.errors import ErrorCode, Unreadable
from models.message import Opened, Part
from models.page import FileFormat
from models.reading import Failure

MOST_PARTS = 100
DEEPEST = 20
"""Mails and archives inside each other."""
MOST_LEVELS = 3 * DEEPEST
"""Levels of a structure in all."""
MOST_BYTES = 256 * 1024 * 1024
"""Of all parts together."""
BODY = "body"
EMPTY_BODY = "empty body"
OTHER_FORM = "other form of the body"
LOOSE = frozenset({FileFormat.TEXT, FileFormat.CSV, FileFormat.HTML, FileFormat.UNKNOWN})
"""What a mail with a damaged head looks like."""
ENDINGS = {FileFormat.TEXT: ".txt", FileFormat.MAIL: ".eml", FileFormat.IMAGE: "", FileFormat.UNKNOWN: ""}
TOO_DEEP = Failure(
    ErrorCode.TOO_LARGE,
    f"It is nested more than {DEEPEST} levels deep. Open it by hand, and check the sender.",
)
TOO_MUCH = Failure(
    ErrorCode.TOO_LARGE,
    f"The mail holds more than {MOST_BYTES >> 20} MB. Ask the sender for the order alone.",
)
DEFECT = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the input a leaf is found."""

    container: tuple[str, ...] = ()
    depth: int = 0


@dataclass(slots=True)
class _Opening:
    """An input that is being taken apart."""

    parts: list[Part] = field(default_factory=list)
    defects: dict[str, None] = field(default_factory=dict)
    size: int = 0
    beyond: int = 0

    def add(
        self,
        content: bytes,
        found: FileFormat,
        name: str | None,
        place: _Place,
        *,
        ignored: str | None = None,
        failure: Failure | None = None,
    ) -> None:
        """Add a part, as long as the limits allow."""
        if len(self.parts) == MOST_PARTS:
            self.beyond += 1
            return
        self.size += len(content)
        if self.size > MOST_BYTES:
            self.size -= len(content)
            content, ignored, failure = b"", None, TOO_MUCH
        ordinal = len(self.parts)
        self.parts.append(Part(content, found, ordinal, name, place.container, ignored, failure))


def open_file(data: bytes, name: str | None) -> Opened:
    """Take an input apart; `name` is the file's, None where it came as a mail."""
    found = identify(data)
    opening = _Opening()
    message = _parsed(data) if _is_mail(data, name, found) else None
    if message is not None:
        _message(opening, message, _Place())
    else:
        _file(opening, data, found, None, _Place())
    return Opened(
        tuple(_all_parts(opening)),
        None if message is None else mail_headers.envelope(message),
        tuple(opening.defects),
    )


def _is_mail(data: bytes, name: str | None, found: FileFormat) -> bool:
    if found is FileFormat.MAIL:
        return True
    comes_as_mail = name is None or name.lower().endswith(".eml")
    return comes_as_mail and found in LOOSE and is_headed(data)


def _parsed(data: bytes) -> Message | None:
    """Return the structure of a mail; None where it is nested so deeply that it cannot be told."""
    try:
        return email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=compat32)
    except RecursionError:
        return None


def _all_parts(opening: _Opening) -> Iterator[Part]:
    yield from opening.parts
    if opening.beyond:
        message = (
            f"{opening.beyond} further parts were not opened. Open the mail by hand, and check the sender."
        )
        failure = Failure(ErrorCode.TOO_LARGE, message)
        yield Part(b"", FileFormat.UNKNOWN, MOST_PARTS, "further parts", failure=failure)


def _message(opening: _Opening, message: Message, place: _Place) -> None:
    """Add the parts of a mail, those of mails nested in it too."""
    found = bodies(message)
    if found.disagree:
        opening.defects["forms of the body differ"] = None
    shown = {key: each for text in found.pages() for key, each in mail_pictures.shown_in(text).items()}
    _Mail(opening, found, shown).walk(message, place)


@dataclass(frozen=True, slots=True)
class _Mail:
    """One mail of an input: its texts, and the pictures that these show, by content id."""

    opening: _Opening
    texts: Bodies
    shown: dict[str, mail_pictures.Shown]

    def walk(self, part: Message, place: _Place) -> None:
        """Add what a part of the structure holds."""
        for defect in part.defects:
            self.opening.defects[DEFECT.sub(" ", type(defect).__name__.removesuffix("Defect")).lower()] = None
        kind = part.get_content_type()
        inside = part.get_payload()
        if len(place.container) > DEEPEST or place.depth > MOST_LEVELS:
            self.opening.add(
                mail_leaves.written(part), FileFormat.UNKNOWN, _shown_name(part), place, failure=TOO_DEEP
            )
        elif part.get_content_maintype() == "multipart" and not isinstance(inside, list):
            self._broken(part, place)
        elif isinstance(inside, list) and kind not in {*mail_leaves.TYPES, *mail_leaves.FAILING}:
            self._inside(part, inside, place)
        else:
            self._leaf(part, kind, place)

    def _inside(self, part: Message, inside: list[Any], place: _Place) -> None:
        deeper = replace(place, depth=place.depth + 1)
        if part.get_content_maintype() == "message":
            nested = mail_leaves.nested(part)
            name = _shown_name(part) or mail_headers.text(mail_headers.raw(nested, "subject")) or "message"
            _message(self.opening, nested, replace(deeper, container=(*place.container, name)))
            return
        for each in inside:
            self.walk(each, deeper)

    def _broken(self, part: Message, place: _Place) -> None:
        """Add what a part holds that should have parts, and in which none can be told."""
        mended = repaired(part)
        if mended is None:
            self._leaf(part, "text/plain", place)
        else:
            self.opening.defects["wrong boundary"] = None
            _message(self.opening, mended, replace(place, depth=place.depth + 1))

    def _leaf(self, part: Message, kind: str, place: _Place) -> None:
        body = self.texts.by_part.get(id(part))
        if body is not None:
            _body(self.opening, body, place)
            return
        data = mail_leaves.payload(part)
        found = identify(data)
        name = _shown_name(part)
        ignored = mail_leaves.why_ignored(kind, name, found)
        failure = None if ignored else mail_leaves.why_unreadable(part, data, found)
        if id(part) in self.texts.cut and found in mail_leaves.TEXTS:
            failure = mail_leaves.CUT
        if mail_leaves.is_picture(part, found) and failure is None:
            ignored = self._why_decoration(part, data, name)
        if ignored or failure:
            self.opening.add(
                data, found, name or self._unnamed(found), place, ignored=ignored, failure=failure
            )
        else:
            _file(self.opening, data, found, name or self._unnamed(found), place)

    def _why_decoration(self, part: Message, data: bytes, name: str | None) -> str | None:
        shown = self.shown.get(mail_headers.raw(part, "content-id").strip(" <>"))
        inline = part.get_content_disposition() == "inline"
        return mail_pictures.why_ignored(data, name, shown, inline=inline)

    def _unnamed(self, found: FileFormat) -> str:
        return f"unnamed-{len(self.opening.parts)}{ENDINGS.get(found, f'.{found.value}')}"


def _body(opening: _Opening, body: Body, place: _Place) -> None:
    """Add a text of a mail, and the files that stand in it."""
    text, enclosed = (body.text, []) if body.page else mail_bodies.without_enclosures(body.text)
    ignored = OTHER_FORM if body.other_form else None
    if mail_bodies.is_blank(text, page=body.page):
        ignored = EMPTY_BODY
    found = FileFormat.HTML if body.page else FileFormat.TEXT
    failure = None if ignored else body.failure
    content = mail_bodies.content_of(text, page=body.page)
    opening.add(content, found, BODY, place, ignored=ignored, failure=failure)
    for name, data in enclosed:
        kind = identify(data)
        why = None
        if kind is FileFormat.IMAGE:
            why = mail_pictures.why_ignored(data, name, None, inline=False)
        if why is None:
            _file(opening, data, kind, name, place)
        else:
            opening.add(data, kind, name, place, ignored=why)
    for data, shown in mail_pictures.embedded_in(text) if body.page else ():
        why = mail_pictures.why_ignored(data, None, shown, inline=True)
        opening.add(data, identify(data), f"unnamed-{len(opening.parts)}", place, ignored=why)


def _file(opening: _Opening, data: bytes, found: FileFormat, name: str | None, place: _Place) -> None:
    """Add a file, or what is in it where it is a mail or an archive."""
    inside = replace(
        place, container=place.container if name is None else (*place.container, name), depth=place.depth + 1
    )
    if found not in {FileFormat.MAIL, FileFormat.ZIP}:
        opening.add(data, found, name, place)
    elif len(place.container) >= DEEPEST:
        opening.add(data, found, name, place, failure=TOO_DEEP)
    elif found is FileFormat.ZIP:
        _archive(opening, data, name, place, inside)
    else:
        message = _parsed(data)
        if message is None:
            opening.add(data, found, name, place, failure=TOO_DEEP)
        else:
            _message(opening, message, inside)


def _archive(opening: _Opening, data: bytes, name: str | None, place: _Place, inside: _Place) -> None:
    try:
        members = archive_file.members(data)
    except Unreadable as refused:
        opening.add(data, FileFormat.ZIP, name, place, failure=Failure(refused.code, refused.message))
        return
    if not members:
        empty = Failure(ErrorCode.EMPTY, "The archive holds no file. Ask the sender to send it again.")
        opening.add(data, FileFormat.ZIP, name, place, failure=empty)
    for each in members:
        found = identify(each.content)
        if each.failure or each.system:
            ignored = mail_leaves.SYSTEM if each.system else None
            failure = None if ignored else each.failure
            opening.add(each.content, found, each.name, inside, ignored=ignored, failure=failure)
        else:
            _file(opening, each.content, found, each.name, inside)


def _shown_name(part: Message) -> str | None:
    return mail_headers.file_name(part)
