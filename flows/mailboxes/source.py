"""Where messages come from: what a mailbox and a watched folder have in common.

The intake protocol speaks to both in the same words, so it has to be right only once.
"""

import enum
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from models.errors import MailboxError
from models.receipt import MessageState


class FiledAs(enum.StrEnum):
    """How a source shows that a message is settled."""

    MOVED = "moved"
    MARKED = "marked"
    """Marked where it is: the server cannot move."""
    LEFT = "left"
    """Neither can be done; our own rows know that it is settled."""
    GONE = "gone"
    """Somebody else moved or deleted it."""


class NotHandedOutError(Exception):
    """The server answers for one item in a way that makes no sense."""


class RefusedError(MailboxError):
    """What was asked for was understood and refused; the source itself can be spoken to."""


class LoginRefusedError(MailboxError):
    """The server does not accept the user or the password; trying again may lock the account."""


class LoginStoppedError(LoginRefusedError):
    """The login was refused so often that it is not tried any more until a person mends it."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What an item is recognised by without fetching it; None and "" where the source does not say.

    `message_id` is the header of that name without its white space.
    """

    size: int | None = None
    message_id: str = ""


class Place(Protocol):
    """An opened source. Every call may raise `MailboxError` when the connection fails."""

    @property
    def uidvalidity(self) -> int:
        """The generation of the UIDs; 0 where there is none."""

    @property
    def read_only(self) -> bool:
        """Tell whether items can neither be moved nor marked."""

    def uids(self) -> tuple[str, ...]:
        """Return the keys of everything that is there, oldest first, read or not."""

    def sizes(self, uids: Sequence[str]) -> Mapping[str, int]:
        """Return the size in bytes of each item; items that are gone are left out."""

    def marks(self, uids: Sequence[str]) -> Mapping[str, Marks]:
        """Return what items are recognised by; where keys cannot stand for something else, nothing."""

    def fetch(self, uid: str) -> bytes | None:
        """Return an item's exact bytes without touching it; None if it is gone or not handed out.

        Raises:
            NotHandedOutError: The answer makes no sense; the connection must not be used further.
        """

    def head(self, uid: str) -> bytes | None:
        """Return what is kept of an item that is too large: the headers of a mail."""

    def name(self, uid: str) -> str | None:
        """Return the file's name; None for a mail."""

    def file_away(self, uid: str, state: MessageState) -> FiledAs:
        """Show that an item is settled, by moving it to the folder of its `state`.

        Raises:
            RefusedError: It may not be moved, or there is no room; others may fare better.
        """


class Source(Protocol):
    """A mailbox's folder, or a watched folder."""

    @property
    def account(self) -> str:
        """Who it belongs to: a stable name."""

    @property
    def folder(self) -> str:
        """The folder in it."""

    @property
    def once(self) -> bool:
        """Tell whether a key seen once never stands for anything new."""

    def login(self) -> str:
        """Return a digest of what it logs in with: it changes when a person mends the login."""

    def visit(self) -> AbstractContextManager[Place]:
        """Open it for a while.

        Raises:
            MailboxError: It cannot be opened.
        """
