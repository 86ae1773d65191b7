"""Any input taken apart: a mail into its text and attachments, an archive into its files, a file as it is.

Nothing is lost: every leaf of a mail's structure is a part, in the order of the mail, and says itself
why it is ignored or cannot be read. What is nested (mails in mails, archives in archives) is opened as
deep as honest mail goes.
"""

import email
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.policy import compat32
from typing import Any

from extractors.late import late
from extractors.mail import (
    archive_file,
    bodies,
    forwarded,
    headers,
    leaves,
    letters,
    outlook,
    pictures,
    structure,
    tnef,
)
from extractors.mail.opening import DEEPEST, MOST_LEVELS, TOO_DEEP, Opening, Place, all_parts, within
from extractors.mail.properties import Budget
from extractors.mail.structure import Bodies, Body, repaired
from extractors.readers.identify import identify, is_headed
from models.errors import ErrorCode, Unreadable
from models.message import Forwarded, Opened
from models.page import FileFormat
from models.reading import Failure

BODY = "body"
EMPTY_BODY = "empty body"
OTHER_FORM = "other form of the body"
LOOSE = frozenset({FileFormat.TEXT, FileFormat.CSV, FileFormat.HTML, FileFormat.UNKNOWN})
"""What a mail with a damaged head looks like."""
ENDINGS = {
    FileFormat.TEXT: ".txt",
    FileFormat.MAIL: ".eml",
    FileFormat.TNEF: ".dat",
    FileFormat.IMAGE: "",
    FileFormat.UNKNOWN: "",
}
MAILS = frozenset({FileFormat.MAIL, FileFormat.OUTLOOK, FileFormat.TNEF})
HEAD = 4096
DEFECT = late(r"(?<=[a-z])(?=[A-Z])")


def open_file(data: bytes, name: str | None) -> Opened:
    """Take an input apart; `name` is the file's, None where it came as a mail."""
    found = identify(data)
    opening = Opening()
    if _is_mail(data, name, found):
        message = _mail(opening, data, found, None, Place())
    else:
        message = None
        _file(opening, data, found, None, Place())
    return Opened(
        tuple(all_parts(opening)),
        None if message is None else headers.envelope(message),
        tuple(opening.defects),
        tuple(opening.forwarded),
    )


def _is_mail(data: bytes, name: str | None, found: FileFormat) -> bool:
    if found in MAILS:
        return True
    comes_as_mail = name is None or name.lower().endswith(".eml")
    return comes_as_mail and found in LOOSE and is_headed(data)


def _mail(opening: Opening, data: bytes, found: FileFormat, name: str | None, place: Place) -> Message | None:
    """Add the parts of a mail, however it is kept; one that cannot be opened is a part by itself."""
    try:
        message = _parsed(data, found, opening.budget)
    except Unreadable as refused:
        opening.add(data, found, name, place, failure=Failure(refused.code, refused.message))
        return None
    except RecursionError:
        opening.add(data, found, name, place, failure=TOO_DEEP)
        return None
    if name is not None:
        _wrote(opening, message)
    _message(opening, message, place if name is None else within(place, name))
    return message


def _wrote(opening: Opening, nested: Message) -> None:
    """Note who wrote a mail that is attached to another."""
    sender = headers.envelope(nested).sender
    if sender is not None and len(opening.forwarded) < forwarded.MOST_WRITERS:
        said = f"{sender.name} <{sender.address}>".strip()
        opening.forwarded.append(Forwarded(sender, said, nested=True))


def _parsed(data: bytes, found: FileFormat, budget: Budget) -> Message:
    """Return the structure of a mail.

    Raises:
        Unreadable: It is damaged.
        RecursionError: It is nested so deeply that it cannot be told.
    """
    if found is FileFormat.OUTLOOK:
        return outlook.read(data, budget)
    if found is FileFormat.TNEF:
        return tnef.read(data, budget)
    return email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=compat32)


def _message(opening: Opening, message: Message, place: Place, weighed: Bodies | None = None) -> None:
    """Add the parts of a mail, those of mails nested in it too."""
    found = weighed or structure.bodies(message)
    envelopes = dict(_envelopes(opening, message, found)) if len(place.container) <= DEEPEST else {}
    if found.disagree:
        opening.defects["forms of the body differ"] = None
    shown = {key: each for text in found.pages() for key, each in pictures.shown_in(text).items()}
    letter = letters.of(headers.text(headers.raw(message, "subject")), found)
    _Mail(opening, found, shown, envelopes).walk(message, replace(place, letters=(*place.letters, letter)))


def _envelopes(
    opening: Opening, message: Message, outer: Bodies
) -> Iterator[tuple[int, tuple[Message, Bodies]]]:
    """Yield what stands in Outlook's envelopes, by their part: the text in one is often that of the mail."""
    for leaf in structure.leaves(message):
        data = b"" if opening.beyond else leaves.payload(leaf)
        if identify(data[:HEAD]) is FileFormat.TNEF:
            try:
                inner = tnef.read(data, opening.budget)
            except Unreadable:  # the part says so itself when it is opened
                continue
            found = structure.bodies(inner)
            structure.weigh(outer, found)
            yield id(leaf), (inner, found)


@dataclass(frozen=True, slots=True)
class _Mail:
    """One mail of an input: its texts, the pictures they show by content id, and Outlook's envelopes."""

    opening: Opening
    texts: Bodies
    shown: dict[str, pictures.Shown]
    envelopes: dict[int, tuple[Message, Bodies]]

    def walk(self, part: Message, place: Place) -> None:
        """Add what a part of the structure holds."""
        for defect in part.defects:
            self.opening.defects[DEFECT.sub(" ", type(defect).__name__.removesuffix("Defect")).lower()] = None
        kind = part.get_content_type()
        children = headers.content(part)
        if len(place.container) > DEEPEST or place.depth > MOST_LEVELS:
            self.opening.add(
                leaves.written(part), FileFormat.UNKNOWN, _shown_name(part), place, failure=TOO_DEEP
            )
        elif part.get_content_maintype() == "multipart" and not isinstance(children, list):
            self._broken(part, place)
        elif isinstance(children, list) and kind not in {*leaves.TYPES, *leaves.FAILING}:
            self._inside(part, children, place)
        else:
            self._leaf(part, kind, place)

    def _inside(self, part: Message, children: list[Any], place: Place) -> None:
        deeper = replace(place, depth=place.depth + 1)
        if part.get_content_maintype() == "message":
            nested = leaves.nested(part)
            _wrote(self.opening, nested)
            name = _shown_name(part) or headers.text(headers.raw(nested, "subject")) or "message"
            _message(self.opening, nested, replace(deeper, container=(*place.container, name)))
            return
        for each in children:
            self.walk(each, deeper)

    def _broken(self, part: Message, place: Place) -> None:
        """Add what a part holds that should have parts, and in which none can be told."""
        mended = repaired(part)
        if mended is None:
            self._leaf(part, "text/plain", place)
        else:
            self.opening.defects["wrong boundary"] = None
            _message(self.opening, mended, replace(place, depth=place.depth + 1))

    def _leaf(self, part: Message, kind: str, place: Place) -> None:
        body = self.texts.by_part.get(id(part))
        if body is not None:
            _body(self.opening, body, place)
            return
        data = leaves.payload(part)
        found = identify(data)
        name = _shown_name(part)
        if id(part) in self.envelopes:
            inner, weighed = self.envelopes[id(part)]
            _message(self.opening, inner, within(place, name or self._unnamed(found)), weighed)
            return
        ignored = leaves.why_ignored(kind, name, found)
        failure = None if ignored else leaves.why_unreadable(part, data, found)
        if id(part) in self.texts.cut and found in leaves.TEXTS:
            failure = leaves.CUT
        if leaves.is_picture(part, found) and failure is None:
            ignored = self._why_decoration(part, data, name)
        if ignored or failure:
            self.opening.add(
                data, found, name or self._unnamed(found), place, ignored=ignored, failure=failure
            )
        else:
            _file(self.opening, data, found, name or self._unnamed(found), place)

    def _why_decoration(self, part: Message, data: bytes, name: str | None) -> str | None:
        shown = self.shown.get(headers.raw(part, "content-id").strip(" <>"))
        inline = part.get_content_disposition() == "inline"
        return pictures.why_ignored(data, name, shown, inline=inline)

    def _unnamed(self, found: FileFormat) -> str:
        return f"unnamed-{len(self.opening.parts)}{ENDINGS.get(found, f'.{found.value}')}"


def _body(opening: Opening, body: Body, place: Place) -> None:
    """Add a text of a mail, and the files that stand in it."""
    text, enclosed = (body.text, []) if body.page else bodies.without_enclosures(body.text)
    ignored = OTHER_FORM if body.other_form else None
    if bodies.is_blank(text, page=body.page):
        ignored = EMPTY_BODY
    found = FileFormat.HTML if body.page else FileFormat.TEXT
    failure = None if ignored else body.failure
    content = bodies.content_of(text, page=body.page)
    opening.add(content, found, BODY, place, ignored=ignored, failure=failure)
    if ignored is None:
        opening.forwarded += forwarded.writers(text, page=body.page)
    for name, data in enclosed:
        kind = identify(data)
        why = None
        if kind is FileFormat.IMAGE:
            why = pictures.why_ignored(data, name, None, inline=False)
        if why is None:
            _file(opening, data, kind, name, place)
        else:
            opening.add(data, kind, name, place, ignored=why)
    for data, shown in pictures.embedded_in(text) if body.page else ():
        why = pictures.why_ignored(data, None, shown, inline=True)
        opening.add(data, identify(data), f"unnamed-{len(opening.parts)}", place, ignored=why)


def _file(opening: Opening, data: bytes, found: FileFormat, name: str | None, place: Place) -> None:
    """Add a file, or what is in it where it is a mail or an archive."""
    if found not in {*MAILS, FileFormat.ZIP} or opening.beyond:
        opening.add(data, found, name, place)
    elif len(place.container) >= DEEPEST:
        opening.add(data, found, name, place, failure=TOO_DEEP)
    elif found is FileFormat.ZIP:
        _archive(opening, data, name, place, within(place, name))
    else:
        _mail(opening, data, found, name, replace(place, depth=place.depth + 1))


def _archive(opening: Opening, data: bytes, name: str | None, place: Place, inside: Place) -> None:
    try:
        members = archive_file.members(data)
    except Unreadable as refused:
        opening.add(data, FileFormat.ZIP, name, place, failure=Failure(refused.code, refused.message))
        return
    if not members:
        empty = Failure(ErrorCode.EMPTY, "The archive holds no file. Ask the sender to send it again.")
        opening.add(data, FileFormat.ZIP, name, place, failure=empty)
    locked = [each for each in members if each.failure and each.failure.code is ErrorCode.ENCRYPTED]
    if locked:
        # The archive itself stands for them: it is what a password opens.
        opening.add(data, FileFormat.ZIP, name, place, failure=locked[0].failure)
    for each in members:
        if each in locked:
            continue
        found = identify(each.content)
        if each.failure or each.system:
            ignored = leaves.SYSTEM if each.system else None
            failure = None if ignored else each.failure
            opening.add(each.content, found, each.name, inside, ignored=ignored, failure=failure)
        else:
            _file(opening, each.content, found, each.name, inside)


def _shown_name(part: Message) -> str | None:
    return headers.file_name(part)
