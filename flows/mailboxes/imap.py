r"""A mailbox over IMAP, as the intake speaks to it.

Reading changes nothing: everything is looked at with PEEK, and neither \Seen nor any other flag of
ours decides what is read. A settled mail is moved by MOVE (RFC 6851); without it by COPY, \Deleted
and UID EXPUNGE (RFC 4315); without that it is marked by a keyword where it is. A plain EXPUNGE, which
would remove other people's deleted mails too, is never sent. A folder that may only be looked at is
opened by EXAMINE, and nothing is moved or marked in it.
"""

import contextlib
import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from imapclient import DELETED
from imapclient.exceptions import (
    IMAPClientAbortError,
    IMAPClientError,
    IMAPClientReadOnlyError,
    ProtocolError,
)

from flows.mailboxes import imap_folders, imap_login
from flows.mailboxes.imap_login import Access
from flows.mailboxes.imap_wire import LARGEST_ANSWER, BoundedClient, setting, speaking
from flows.mailboxes.source import FiledAs, LoginRefusedError, Marks, NotHandedOutError, RefusedError
from models.configuration import Mailbox
from models.errors import MailboxError
from models.kill_point import kill_point
from models.receipt import MessageState

__all__ = ["ImapSource", "LoginRefusedError", "OpenedMailbox"]

DONE = b"$CountercheckDone"
_AT_ONCE = 500
_ANY_KEYWORD = b"\\*"
_MESSAGE_ID = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"
_SLACK = 1024 * 1024
"""Bytes that an answer may be longer than the mail: some servers only estimate sizes."""


@dataclass(frozen=True, slots=True)
class ImapSource:
    """One folder of a mailbox; `access` hands out tokens where it is logged in to by them."""

    mailbox: Mailbox
    access: Access | None = None

    @property
    def account(self) -> str:
        """The user at the server."""
        return f"mail:{self.mailbox.user}@{self.mailbox.host}:{self.mailbox.port}"

    @property
    def folder(self) -> str:
        """The folder that is read."""
        return self.mailbox.folder

    @property
    def once(self) -> bool:
        """Say yes: within a UIDVALIDITY a UID never stands for another mail."""
        return True

    def login(self) -> str:
        """Return a digest of what is logged in with; slow to make, so that nobody can guess from it."""
        box = self.mailbox
        secrets = (box.password, box.tokens.refresh_token, box.tokens.client_secret)
        texts = (box.login, box.tokens.client_id, box.tokens.tenant, *(each.reveal() for each in secrets))
        digest = hashlib.scrypt("\0".join(texts).encode(), salt=self.account.encode(), n=2**14, r=8, p=1)
        return digest[:16].hex()

    @contextmanager
    def visit(self, *, read_only: bool = False) -> Iterator["OpenedMailbox"]:
        """Connect, log in and open the folder; log out at the end.

        Raises:
            MailboxError: The server cannot be reached, or refuses.
        """
        client = imap_login.connect(self.mailbox, self.access)
        try:
            place = _opened(client, self.mailbox, read_only=read_only)
            yield place
        except BaseException:
            imap_login.hang_up(client)
            raise
        # A goodbye is a courtesy, and no reason to wait.
        with contextlib.suppress(Exception):
            client.socket().settimeout(5)
            client.logout()
        imap_login.hang_up(client)


@dataclass(slots=True)
class OpenedMailbox:
    """An opened folder of a mailbox. Keys are UIDs as text."""

    client: BoundedClient
    mailbox: Mailbox
    uidvalidity: int
    can_mark: bool
    read_only: bool = False
    _made: dict[MessageState, str] = field(default_factory=dict)
    _sizes: dict[str, int] = field(default_factory=dict)

    def uids(self) -> tuple[str, ...]:
        """Return the UIDs of all mails, oldest first, read or not."""
        with speaking(self.mailbox):
            return tuple(str(each) for each in sorted(set(self.client.search("ALL"))))

    def sizes(self, uids: Sequence[str]) -> Mapping[str, int]:
        """Return the size that the server states for each mail that is still there."""
        stated = self._asked(uids, ["RFC822.SIZE"])
        found = {uid: size for uid, items in stated.items() if (size := _size(items)) is not None}
        self._sizes.update(found)
        return found

    def marks(self, uids: Sequence[str]) -> Mapping[str, Marks]:
        """Return the size and the Message-ID of each mail that is still there."""
        answers = self._asked(uids, ["RFC822.SIZE", _MESSAGE_ID])
        return {uid: Marks(_size(items), _message_id(items)) for uid, items in answers.items()}

    def fetch(self, uid: str) -> bytes | None:
        """Return the mail's exact bytes."""
        self.client.wire.largest = max(2 * self._sizes.get(uid, LARGEST_ANSWER), 0) + _SLACK
        try:
            return self._body(uid, "BODY.PEEK[]", b"BODY[]")
        finally:
            self.client.wire.largest = LARGEST_ANSWER

    def head(self, uid: str) -> bytes | None:
        """Return the mail's headers."""
        return self._body(uid, "BODY.PEEK[HEADER]", b"BODY[HEADER]")

    def name(self, uid: str) -> None:
        """Return None: a mail has no file name."""

    def file_away(self, uid: str, state: MessageState) -> FiledAs:
        """Move the mail to `countercheck/Done` or `countercheck/Quarantine`, or mark it."""
        number = [int(uid)]
        filed_as = self.filed_as()
        if filed_as is FiledAs.MARKED:
            with speaking(self.mailbox):
                self.client.add_flags(number, [DONE], silent=True)
        elif filed_as is FiledAs.MOVED:
            self._move_anew(number, state)
        return filed_as

    def filed_as(self) -> FiledAs:
        """Return how this server can show that a mail is settled."""
        if self.read_only:
            return FiledAs.LEFT
        with speaking(self.mailbox):
            if self.client.has_capability("MOVE") or self.client.has_capability("UIDPLUS"):
                return FiledAs.MOVED
        return FiledAs.MARKED if self.can_mark else FiledAs.LEFT

    def target(self, state: MessageState) -> str:
        """Return the folder for mails in that state; it is made if it is not there."""
        if state not in self._made:
            with speaking(self.mailbox):
                self._made[state] = imap_folders.made(self.client, state)
        return self._made[state]

    def turn_to_settled(self) -> bool:
        """Open `countercheck/Done` instead of the folder that was open; False if nothing may be removed.

        Only UID EXPUNGE removes exactly the mails that are meant, so the server must know it.
        """
        with speaking(self.mailbox):
            if self.read_only or not self.client.has_capability("UIDPLUS"):
                return False
            name = imap_folders.named(self.client, MessageState.PROCESSED)
            if not self.client.folder_exists(name):
                return False
            self.client.select_folder(name)
        self._sizes.clear()
        return True

    def arrived_before(self, day: dt.date) -> tuple[str, ...]:
        """Return the UIDs of mails that the server got before that day."""
        with speaking(self.mailbox):
            return tuple(str(each) for each in sorted(set(self.client.search(["BEFORE", day]))))

    def remove(self, uid: str) -> None:
        """Remove one mail for good, and no other."""
        with speaking(self.mailbox):
            self.client.add_flags([int(uid)], [DELETED], silent=True)
            kill_point("removal_marked")
            self.client.uid_expunge([int(uid)])

    def _move_anew(self, number: list[int], state: MessageState) -> None:
        target = self.target(state)
        try:
            with speaking(self.mailbox):
                self._move(number, target)
        except RefusedError:
            # Somebody may have removed the folder meanwhile.
            del self._made[state]
            with speaking(self.mailbox):
                gone = not self.client.folder_exists(target)
            if not gone:
                raise
            target = self.target(state)
            with speaking(self.mailbox):
                self._move(number, target)

    def _move(self, number: list[int], target: str) -> None:
        if self.client.has_capability("MOVE"):
            self.client.move(number, target)
            return
        # A COPY that fails raises, so nothing is ever deleted that was not copied.
        self.client.copy(number, target)
        kill_point("mail_copied")
        with contextlib.suppress(RefusedError), speaking(self.mailbox):
            # It is copied; were the rest refused and tried again, each time would make one copy more.
            self.client.add_flags(number, [DELETED], silent=True)
            self.client.uid_expunge(number)

    def _asked(self, uids: Sequence[str], items: list[str]) -> dict[str, dict[bytes, Any]]:
        found: dict[str, dict[bytes, Any]] = {}
        for start in range(0, len(uids), _AT_ONCE):
            asked = [int(each) for each in uids[start : start + _AT_ONCE]]
            with speaking(self.mailbox):
                answer = self.client.fetch(asked, items)
            found.update({str(uid): items for uid, items in answer.items()})
        return found

    def _body(self, uid: str, asked: str, answered: bytes) -> bytes | None:
        with speaking(self.mailbox):
            try:
                answer = self.client.fetch([int(uid)], [asked])
            except ProtocolError as nonsense:
                raise NotHandedOutError("it is not IMAP") from nonsense
            except IMAPClientAbortError as broken:
                if self.client.wire.exceeded:
                    raise NotHandedOutError("it is longer than announced") from broken
                raise
        body = answer.get(int(uid), {}).get(answered)
        return body if isinstance(body, bytes) and body else None


def _opened(client: BoundedClient, mailbox: Mailbox, *, read_only: bool) -> OpenedMailbox:
    answer, read_only = _selected(client, mailbox, read_only=read_only)
    if not answer.get(b"UIDVALIDITY"):
        message = f"{mailbox.host} gives no UIDVALIDITY: mails could be taken for others, so none is read"
        raise MailboxError(message)
    kill_point("selected")
    can_mark = not read_only and _ANY_KEYWORD in answer.get(b"PERMANENTFLAGS", ())
    return OpenedMailbox(client, mailbox, answer[b"UIDVALIDITY"], can_mark, read_only)


def _selected(
    client: BoundedClient, mailbox: Mailbox, *, read_only: bool
) -> tuple[Mapping[bytes, Any], bool]:
    with speaking(mailbox):
        try:
            return client.select_folder(mailbox.folder, readonly=read_only), read_only
        except IMAPClientReadOnlyError:
            return client.select_folder(mailbox.folder, readonly=True), True
        except IMAPClientAbortError:
            raise
        except IMAPClientError as refused:
            said = imap_login.unsafe_login(mailbox, str(refused))
            if said is not None:
                raise MailboxError(said) from None
            first = refused
        try:
            # Whoever may not change a folder may still be allowed to look.
            return client.select_folder(mailbox.folder, readonly=True), True
        except IMAPClientAbortError:
            raise
        except IMAPClientError:
            message = (
                f"{mailbox.host} does not open the folder {mailbox.folder!r} ({first}): "
                f"check {setting(mailbox, 'folder')}"
            )
            raise MailboxError(message) from None


def _size(items: Mapping[bytes, Any]) -> int | None:
    size = items.get(b"RFC822.SIZE")
    return size if isinstance(size, int) and size >= 0 else None


def _message_id(items: Mapping[bytes, Any]) -> str:
    # Servers write the name of the item each in their own way.
    header = next((text for name, text in items.items() if name.startswith(b"BODY[HEADER")), None)
    if not isinstance(header, bytes):
        return ""
    return "".join(header.decode("latin-1").partition(":")[2].split())
