"""A mail as a value, and the parts that any input falls into."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from models.page import FileFormat
from models.reading import Failure


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox as written in a header: display name (may be empty) and address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """The headers of a mail that the desk needs; everything decoded, nothing trusted."""

    message_id: str | None = None
    subject: str = ""
    sender: Address | None = None
    recipients: tuple[Address, ...] = ()
    date: dt.datetime | None = None
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    automatic: bool = False
    authors: tuple[Address, ...] = ()
    """Everybody whom From names."""
    authentication: str = ""
    """The topmost Authentication-Results header."""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """Who wrote a mail that another one forwards or quotes; `text` is the head that says so.

    `nested` tells that the mail itself is attached, and not only its text.
    """

    sender: Address
    text: str
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says around what is in it: its subject, and what its writer wrote."""

    subject: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of an input: an attachment, a mail's body, a file of an archive, or the file itself.

    `name` is the innermost decoded file name, "body" for the body of a mail and None for a plain
    file; `container` the enclosing names, outermost first; `ordinal` the place in MIME order from 0.
    `ignored` says why the part is no document (signature picture, quoted mail …), `failure` why it
    cannot be read. Exactly one of the two is set, or none.
    """

    content: bytes
    format: FileFormat
    ordinal: int
    name: str | None = None
    container: tuple[str, ...] = ()
    ignored: str | None = None
    failure: Failure | None = None
    letters: tuple[Letter, ...] = ()
    """The mails that the part came with, outermost first; none where it came by itself."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the part's bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Opened:
    """An input taken apart; `envelope` is None where it is not a mail.

    `defects` are the faults of the mail's structure that were met and worked around; `forwarded` are
    the writers of the mails in it, from the outside in.
    """

    parts: tuple[Part, ...]
    envelope: Envelope | None = None
    defects: tuple[str, ...] = ()
    forwarded: tuple[Forwarded, ...] = ()
