"""A scripted IMAP server on loopback: correct by itself, and wrong where a test makes it so.

Each session runs in a thread of its own. What a client sent is kept, so that the order of commands can be
asserted. A `Fault` answers in place of the server, a `Proxy` cuts the connection after so many bytes.
"""

import base64
import contextlib
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from models.configuration import Mailbox, Secret, Security

PASSWORD = "secret-of-the-test"
CAPABILITIES = "IMAP4rev1 UIDPLUS MOVE NAMESPACE ID IDLE AUTH=XOAUTH2"
Fault = Callable[["Session", bytes, bytes], bool]
"""Called with the session, the tag and the command in capitals; returns whether it answered."""


@dataclass
class Server:
    """What the server holds, and what tests see of it."""

    mails: dict[int, bytes] = field(default_factory=dict)
    capabilities: str = CAPABILITIES
    uidvalidity: int = 7
    faults: list[Fault] = field(default_factory=list)
    greeting: bytes = b"* OK ready\r\n"
    token: str = ""
    needs_id: bool = False
    read_only: bool = False
    permanent: str = "\\*"
    flags: dict[int, set[str]] = field(default_factory=dict)
    filed: dict[str, list[bytes]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    sessions: int = 0
    port: int = 0
    idling: threading.Event = field(default_factory=threading.Event)
    open: set[socket.socket] = field(default_factory=set)

    def mailbox(self, **changes: object) -> Mailbox:
        plain = {"host": "127.0.0.1", "port": self.port, "user": "u", "password": Secret(PASSWORD)}
        return Mailbox(**(plain | {"security": Security.PLAIN} | changes))  # type: ignore[arg-type]

    def commands(self) -> list[str]:
        """Return the names of the commands that clients sent."""
        return [each.removeprefix("UID ").split(" ")[0] for each in self.said]

    def announce(self, text: bytes) -> None:
        """Say something to every client."""
        for each in list(self.open):
            with contextlib.suppress(OSError):
                each.sendall(text)


class Session:
    """One client."""

    def __init__(self, server: Server, connection: socket.socket) -> None:
        self.server = server
        self.connection = connection
        self.reader = connection.makefile("rb")
        self.identified = False
        self.selected: str | None = None

    def send(self, text: bytes) -> None:
        self.connection.sendall(text)

    def cut(self) -> None:
        """End the connection by a reset, as a broken network does."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.reader.close()
        self.connection.close()
        raise ConnectionAbortedError

    def speak(self) -> None:
        self.send(self.server.greeting)
        for line in self.reader:
            tag, _, command = line.rstrip(b"\r\n").partition(b" ")
            self.server.said.append(command.decode("utf-8", "replace"))
            upper = command.upper()
            if any(each(self, tag, upper) for each in list(self.server.faults)):
                continue
            if upper.startswith(b"LOGOUT"):
                self.send(b"* BYE\r\n" + tag + b" OK done\r\n")
                return
            self.send(self.answer(tag, command, upper))

    def answer(self, tag: bytes, command: bytes, upper: bytes) -> bytes:
        ok = tag + b" OK done\r\n"
        name = upper.removeprefix(b"UID ").split(b" ")[0].decode()
        method: Callable[[bytes, bytes], bytes] | None = getattr(self, f"do_{name.lower()}", None)
        if method is None:
            return tag + b" BAD unknown command\r\n"
        said = method(tag, command)
        return said if said.startswith(tag + b" ") or b"\r\n" + tag + b" " in said else said + ok

    def do_capability(self, _tag: bytes, _command: bytes) -> bytes:
        return f"* CAPABILITY {self.server.capabilities}\r\n".encode()

    def do_noop(self, _tag: bytes, _command: bytes) -> bytes:
        return b""

    def do_login(self, tag: bytes, command: bytes) -> bytes:
        if f'"{PASSWORD}"'.encode() in command:
            return b""
        return tag + b" NO [AUTHENTICATIONFAILED] wrong\r\n"

    def do_authenticate(self, tag: bytes, command: bytes) -> bytes:
        self.send(b"+ \r\n")
        given = base64.b64decode(self.reader.readline())
        if command.upper().endswith(b"PLAIN"):
            return b"" if given == f"\0u\0{PASSWORD}".encode() else tag + b" NO wrong\r\n"
        if given == f"user=u\1auth=Bearer {self.server.token}\1\1".encode():
            return b""
        self.send(b"+ " + base64.b64encode(b'{"status":"400","schemes":"Bearer"}') + b"\r\n")
        self.server.said.append(f"CHALLENGED {self.reader.readline()!r}")
        return tag + b" NO [AUTHENTICATIONFAILED] wrong token\r\n"

    def do_id(self, _tag: bytes, _command: bytes) -> bytes:
        self.identified = True
        return b'* ID ("name" "scripted")\r\n'

    def do_namespace(self, _tag: bytes, _command: bytes) -> bytes:
        return b'* NAMESPACE (("" "/")) NIL NIL\r\n'

    def do_list(self, _tag: bytes, command: bytes) -> bytes:
        wanted = command.decode().split(" ")[-1].strip('"')
        names = [each for each in self.server.filed if each == wanted] or [""] * (wanted == "")
        return b"".join(f'* LIST () "/" "{each}"\r\n'.encode() for each in names)

    def do_create(self, _tag: bytes, command: bytes) -> bytes:
        self.server.filed.setdefault(command.decode().split(" ", 1)[1].strip('"'), [])
        return b""

    def do_subscribe(self, _tag: bytes, _command: bytes) -> bytes:
        return b""

    def do_select(self, tag: bytes, command: bytes) -> bytes:
        if self.server.needs_id and not self.identified:
            return tag + b" NO SELECT Unsafe Login. Please contact kefu@188.com for help\r\n"
        examined = command.upper().startswith(b"EXAMINE") or self.server.read_only
        self.selected = command.decode().split(" ", 1)[1].strip('"')
        return (
            (
                f"* {len(self.server.mails)} EXISTS\r\n* 0 RECENT\r\n"
                f"* OK [PERMANENTFLAGS ({self.server.permanent})] limited\r\n"
                f"* OK [UIDVALIDITY {self.server.uidvalidity}] valid\r\n"
            ).encode()
            + tag
            + (b" OK [READ-ONLY] done\r\n" if examined else b" OK [READ-WRITE] done\r\n")
        )

    do_examine = do_select

    def do_search(self, _tag: bytes, _command: bytes) -> bytes:
        return f"* SEARCH {' '.join(map(str, sorted(self.server.mails)))}\r\n".encode()

    def do_fetch(self, _tag: bytes, command: bytes) -> bytes:
        _, _, uids, items = command.decode().split(" ", 3)
        return b"".join(
            fetched(at, uid, self.server.mails[uid], items)
            for at, uid in enumerate(sorted(self.server.mails), start=1)
            if uid in numbers(uids)
        )

    def do_store(self, _tag: bytes, command: bytes) -> bytes:
        uid = int(command.split(b" ")[2])
        flags = re.search(rb"\((.*)\)", command)
        assert flags is not None
        self.server.flags.setdefault(uid, set()).update(flags[1].decode().split())
        return b""

    def do_move(self, tag: bytes, command: bytes) -> bytes:
        return self.do_copy(tag, command, keep=False)

    def do_copy(self, _tag: bytes, command: bytes, *, keep: bool = True) -> bytes:
        _, _, uid, target = command.decode().split(" ", 3)
        mails = self.server.mails
        if int(uid) in mails:
            self.server.filed.setdefault(target.strip('"'), []).append(mails[int(uid)])
            if not keep:
                del mails[int(uid)]
        return b""

    def do_expunge(self, _tag: bytes, command: bytes) -> bytes:
        words = command.split(b" ")
        assert words[0].upper() == b"UID", "a plain EXPUNGE is never sent"
        for uid in numbers(words[2].decode()):
            if "\\Deleted" in self.server.flags.get(uid, ()):
                self.server.mails.pop(uid, None)
        return b""

    def do_idle(self, tag: bytes, _command: bytes) -> bytes:
        self.send(b"+ idling\r\n")
        self.server.idling.set()
        line = self.reader.readline()
        self.server.said.append(line.decode().strip())
        return tag + b" OK ended\r\n"


def numbers(uids: str) -> frozenset[int]:
    found: set[int] = set()
    for each in uids.split(","):
        first, _, last = each.partition(":")
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)


def fetched(at: int, uid: int, mail: bytes, items: str) -> bytes:
    """Return the answer to a FETCH of one mail."""
    head = mail.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
    parts = [f"UID {uid}".encode()]
    if "RFC822.SIZE" in items:
        parts.append(f"RFC822.SIZE {len(mail)}".encode())
    if "MESSAGE-ID" in items:
        found = re.search(rb"(?im)^Message-ID:.*\r\n", head)
        line = (found[0] if found else b"") + b"\r\n"
        parts.append(b"BODY[HEADER.FIELDS (MESSAGE-ID)] {%d}\r\n%s" % (len(line), line))
    if "BODY.PEEK[]" in items:
        parts.append(b"BODY[] {%d}\r\n%s" % (len(mail), mail))
    if "BODY.PEEK[HEADER]" in items:
        parts.append(b"BODY[HEADER] {%d}\r\n%s" % (len(head), head))
    return b"* %d FETCH (%s)\r\n" % (at, b" ".join(parts))


@contextmanager
def serving(*mails: bytes, **settings: object) -> Iterator[Server]:
    """Serve a mailbox with these mails, their UIDs counted from 1."""
    server = Server(dict(enumerate(mails, start=1)), **settings)  # type: ignore[arg-type]
    listener = socket.create_server(("127.0.0.1", 0), backlog=100)
    server.port = listener.getsockname()[1]
    thread = threading.Thread(target=_accept, args=(server, listener), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for each in list(server.open):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        thread.join(timeout=5)


def _accept(server: Server, listener: socket.socket) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        server.sessions += 1
        threading.Thread(target=_serve, args=(server, connection), daemon=True).start()


def _serve(server: Server, connection: socket.socket) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    server.open.add(connection)
    session = Session(server, connection)
    try:
        session.speak()
    except (OSError, ValueError):
        return
    finally:
        server.open.discard(connection)
        with contextlib.suppress(OSError):
            session.reader.close()
            connection.close()


def on(prefix: str, answer: bytes | Callable[[Session, bytes], object], times: int | None = None) -> Fault:
    """Return a fault: commands that begin so are answered by these bytes, or by this function.

    `TAG` in the bytes becomes the tag. After so many `times` the server is well again.
    """
    left = [times if times is not None else 10**9]

    def fault(session: Session, tag: bytes, command: bytes) -> bool:
        if not command.startswith(prefix.encode()) or left[0] <= 0:
            return False
        left[0] -= 1
        if callable(answer):
            answer(session, tag)
        else:
            session.send(answer.replace(b"TAG", tag))
        return True

    return fault


def silence(_session: Session, _tag: bytes) -> None:
    """Answer nothing."""


def cut(session: Session, _tag: bytes) -> None:
    """Break the connection."""
    session.cut()


def until(told: Callable[[], bool], seconds: float = 10) -> bool:
    """Wait until something is so; return whether it came to be."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if told():
            return True
        time.sleep(0.01)
    return told()


def names(commands: Sequence[str]) -> list[str]:
    """Return commands without those that every session begins and ends with."""
    return [each for each in commands if each not in {"CAPABILITY", "LOGOUT"}]
