"""A watched folder: files that people or programs drop are taken in like mails.

A file is taken when it is complete: it has not changed for a moment. It is known by its content and
its name; once settled it is moved to `done/` or `quarantine/` inside the folder, and never changed
or removed. Names that programs give to unfinished files are left alone.
"""

import datetime as dt
import hashlib
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from flows.mailboxes.source import FiledAs, Marks, RefusedError
from models.errors import MailboxError
from models.kill_point import kill_point
from models.receipt import MessageState

FOLDERS = {MessageState.PROCESSED: "done", MessageState.QUARANTINED: "quarantine"}
UNFINISHED = (".tmp", ".part", ".partial", ".filepart", ".crdownload", ".download")
HEAD = "countercheck-file/1\nname: {name}\nsize: {size}\nsha256: {sha256}\n"
"""What is kept of a file that is too large; the file itself stays in `quarantine/`."""


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder whose files are taken in. `settle` is how long a file must rest to count as complete."""

    path: Path
    settle: dt.timedelta = dt.timedelta(seconds=2)
    sleep: Callable[[float], None] = time.sleep

    @property
    def account(self) -> str:
        """The folder's full path."""
        return f"folder:{self.path.resolve()}"

    @property
    def folder(self) -> str:
        """Nothing: only the files directly in the folder are taken."""
        return ""

    @property
    def once(self) -> bool:
        """Say no: the same file may be dropped again after it was moved away."""
        return False

    def login(self) -> str:
        """Return nothing: there is no login to a folder."""
        return ""

    @contextmanager
    def visit(self) -> Iterator["OpenedFolder"]:
        """Open the folder; its subfolders are made.

        Raises:
            MailboxError: It is missing, or may not be written.
        """
        try:
            for name in FOLDERS.values():
                (self.path / name).mkdir(exist_ok=True)
        except OSError as refused:
            message = (
                f"the watched folder {self.path} cannot be used ({refused.strerror}): "
                "make it, and let countercheck write there"
            )
            raise MailboxError(message) from None
        yield OpenedFolder(self)


@dataclass(frozen=True, slots=True)
class OpenedFolder:
    """A watched folder as the intake speaks to it. Keys are `<sha256>/<quoted name>`."""

    watched: WatchedFolder
    uidvalidity: int = 0
    read_only: bool = False

    def uids(self) -> tuple[str, ...]:
        """Return the keys of all complete files, oldest first."""
        before = _files(self.watched.path)
        if any(self._is_recent(changed) for _, changed in before.values()):
            self.watched.sleep(self.watched.settle.total_seconds())
        after = _files(self.watched.path)
        complete = [path for path, state in after.items() if before.get(path) == state]
        complete.sort(key=lambda path: (after[path][1], path.name))
        return tuple(key for path in complete if (key := _key(path)) is not None)

    def sizes(self, uids: Sequence[str]) -> Mapping[str, int]:
        """Return the size of each file that is still there."""
        found = ((uid, self._path(uid)) for uid in uids)
        return {uid: path.stat().st_size for uid, path in found if path.is_file()}

    def marks(self, uids: Sequence[str]) -> Mapping[str, Marks]:  # noqa: ARG002 - a key holds the SHA-256
        """Return nothing: a key holds the content's SHA-256 and never stands for another."""
        return {}

    def fetch(self, uid: str) -> bytes | None:
        """Return the file's bytes; None if it is gone or was changed."""
        try:
            data = self._path(uid).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == _sha256(uid) else None

    def head(self, uid: str) -> bytes | None:
        """Return a short description of a file that is too large to be kept."""
        size = self.sizes([uid]).get(uid)
        if size is None:
            return None
        name = ascii(self._path(uid).name)
        return HEAD.format(name=name, size=size, sha256=_sha256(uid)).encode("ascii")

    def name(self, uid: str) -> str:
        """Return the file's name."""
        return self._path(uid).name

    def arrived(self, uid: str) -> dt.datetime | None:
        """Return when the file was put where it lies, or was written last; None if it is gone."""
        try:
            known = self._path(uid).stat()
        except OSError:
            return None
        # A copied file keeps the time at which it was written; the system notes when it came.
        return dt.datetime.fromtimestamp(max(known.st_mtime, known.st_ctime), dt.UTC)

    def file_away(self, uid: str, state: MessageState) -> FiledAs:
        """Move the file to the subfolder of its state; a file that was changed meanwhile stays.

        The content is looked at before and after the move: what somebody wrote under the same name in
        between has not been read yet, and goes back.

        Raises:
            RefusedError: The disk refuses.
        """
        path = self._path(uid)
        if _key(path) != uid:
            return FiledAs.GONE
        target = _free(self.watched.path / FOLDERS[state], path.name, _sha256(uid))
        try:
            path.replace(target)
            kill_point("file_moved")
            if _digest(target) != _sha256(uid):
                target.replace(path)
                return FiledAs.GONE
        except OSError as refused:
            message = (
                f"{path} cannot be moved ({refused.strerror}): let countercheck write in {target.parent}"
            )
            raise RefusedError(message) from None
        return FiledAs.MOVED

    def _path(self, uid: str) -> Path:
        name = unquote_to_bytes(uid.partition("/")[2])
        return self.watched.path / os.fsdecode(name)

    def _is_recent(self, changed_ns: int) -> bool:
        age = time.time_ns() - changed_ns
        # A time in the future says nothing about when the file was written.
        return age < self.watched.settle.total_seconds() * 1e9


def _files(folder: Path) -> dict[Path, tuple[int, int]]:
    """Return the files that may be complete, with their size and time of change."""
    found = {}
    for path in folder.iterdir():
        if path.name.startswith((".", "~")) or path.name.lower().endswith(UNFINISHED):
            continue
        if path.is_file() and not path.is_symlink():
            state = path.stat()
            found[path] = (state.st_size, state.st_mtime_ns)
    return found


def _key(path: Path) -> str | None:
    """Return the key of a file; None if it is gone. One that may not be read has no SHA-256 in it."""
    name = quote(os.fsencode(path.name), safe="")
    try:
        return f"{_digest(path)}/{name}"
    except FileNotFoundError:
        return None
    except OSError:
        # It is listed all the same, cannot be fetched, and so comes to a person's notice.
        return f"/{name}"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sha256(uid: str) -> str:
    return uid.partition("/")[0]


def _free(folder: Path, name: str, sha256: str) -> Path:
    """Return where to move a file so that no other content is overwritten."""
    target = folder / name
    if not target.exists():
        return target
    return folder / f"{Path(name).stem}~{sha256[:16]}{Path(name).suffix}"
