"""`countercheck backup`: all rows and all kept files in one tar archive, made while everything goes on.

The rows are one state of the database (a single reading transaction); the files of a row are on the
disk before the row is, so whatever the rows speak of is there. Rows are lines of JSON, the same on
SQLite and PostgreSQL, so a backup also moves an installation from one to the other. The archive is
written beside its name, read again and held against its own list, and only then given the name.

What is secret (passwords, the key, tokens) is only in it if that is asked for.
"""

import datetime as dt
import gzip
import hashlib
import io
import json
import os
import tarfile
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from flows.mailboxes import vault
from models import archive, dump, store
from models.archive import Archive, BlobCorruptError
from models.configuration import Settings
from models.dump import Rows
from models.errors import DatabaseError, UsageError
from models.store import Store

FORMAT = 1
MANIFEST = "manifest.json"
SECRETS = ("countercheck.toml", vault.FILE_NAME)
"""Files of the data folder that hold what is secret."""
SECRET_TABLES = frozenset({"account_token"})
_FILE_MODE = 0o600
_BROKEN = (tarfile.TarError, OSError, EOFError, gzip.BadGzipFile, zlib.error)
"""What reading raises that meets something else than a whole archive."""


@dataclass(frozen=True, slots=True)
class TableCopy:
    """How many rows of a table there are, and the SHA-256 of all their lines."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `missing` are kept files that were not there, or damaged, when it was made."""

    made_at: str
    version: str
    tables: Mapping[str, TableCopy]
    files: int
    bytes: int
    missing: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    format: int = FORMAT


@dataclass(slots=True)
class _Written:
    files: int = 0
    bytes: int = 0
    missing: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)


def make(settings: Settings, target: Path, now: dt.datetime, *, with_secrets: bool) -> Manifest:
    """Write a backup to `target`, verify it, and return what it holds.

    Raises:
        UsageError: The file is there already, or has another ending than .tar, .tar.gz or .tgz.
        DatabaseError: The database does not answer, or the backup cannot be written.
    """
    mode = _mode(target)
    if target.exists():
        raise UsageError(f"{target} is there already: choose another name")
    unfinished = target.with_name(f".{target.name}.unfinished")
    opened = store.connect(settings.database.reveal())
    try:
        with _disk(target):
            unfinished.unlink(missing_ok=True)
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
            with os.fdopen(descriptor, "wb") as file:
                with tarfile.open(fileobj=file, mode=f"w|{mode}") as into:  # type: ignore[call-overload]
                    made = _write(into, settings, opened, now, with_secrets=with_secrets)
                file.flush()
                os.fsync(file.fileno())
            assert verified(unfinished) == made, "it holds what it says"
            unfinished.replace(target)
            _flush_folder(target.parent)
    finally:
        store.close(opened)
        unfinished.unlink(missing_ok=True)
    return made


def verified(path: Path) -> Manifest:
    """Read a backup as a whole, and return what it holds.

    Raises:
        UsageError: It is no backup, is incomplete, or was changed.
    """
    try:
        return _verified(path)
    except _BROKEN as broken:  # a file in it ends too early
        raise UsageError(f"{path} cannot be read as a backup ({broken})") from None


def _verified(path: Path) -> Manifest:
    found: dict[str, TableCopy] = {}
    count, size, held = 0, 0, None
    for name, content in members(path):
        if name == MANIFEST:
            held = _manifest(content.read())
        elif name.startswith("rows/"):
            found[table_of(name)] = counted(content)
        elif name.startswith("files/"):
            length, sha256 = _digest(content)
            if sha256 != name.rpartition("/")[2]:
                raise UsageError(f"{path} was changed: {name} is not what its name says")
            count, size = count + 1, size + length
    if held is None:
        raise UsageError(f"{path} is no whole backup: it has no list of what it holds")
    if (dict(held.tables), held.files, held.bytes) != (found, count, size):
        raise UsageError(f"{path} was changed: it does not hold what its list says")
    return held


def members(path: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield what is in a backup, in its order: the names, and what can be read.

    Raises:
        UsageError: It cannot be read.
    """
    try:
        with tarfile.open(path, mode="r|*") as tar:
            for each in tar:
                content = tar.extractfile(each) if each.isfile() else None
                if content is not None:
                    yield each.name, content
    except FileNotFoundError:
        raise UsageError(f"not found: {path}") from None
    except _BROKEN as broken:
        raise UsageError(f"{path} cannot be read as a backup ({broken})") from None


def copy_rows(rows: Rows, target: Path, now: dt.datetime) -> None:
    """Write the rows alone, as they are seen by a transaction that is under way.

    Raises:
        DatabaseError: The disk refuses.
    """
    with _disk(target), tarfile.open(target, mode="w:gz") as into:
        tables = _write_rows(into, rows, with_secrets=True)
        _add(into, MANIFEST, _json(Manifest(now.isoformat(), rows.version, tables, 0, 0)))
    target.chmod(_FILE_MODE)


def _write(
    into: tarfile.TarFile, settings: Settings, opened: Store, now: dt.datetime, *, with_secrets: bool
) -> Manifest:
    with dump.reading(opened) as rows:
        tables = _write_rows(into, rows, with_secrets=with_secrets)
    written = _Written()
    kept = archive.open_archive(settings.data / "archive")
    for sha256 in sorted(archive.names(kept)):
        _write_file(into, kept, sha256, written)
    for name in SECRETS if with_secrets else ():
        if (settings.data / name).is_file():
            _add(into, f"secrets/{name}", (settings.data / name).read_bytes())
            written.secrets.append(name)
    made = Manifest(
        made_at=now.isoformat(),
        version=store.head(),
        tables=tables,
        files=written.files,
        bytes=written.bytes,
        missing=tuple(written.missing),
        secrets=tuple(written.secrets),
    )
    _add(into, MANIFEST, _json(made))
    return made


def _write_rows(into: tarfile.TarFile, rows: Rows, *, with_secrets: bool) -> dict[str, TableCopy]:
    copies: dict[str, TableCopy] = {}
    for name in rows.tables():
        with tempfile.TemporaryFile() as lines:
            count, digest = 0, hashlib.sha256()
            for line in rows.lines(name):
                if with_secrets or name not in SECRET_TABLES:
                    lines.write(line)
                    digest.update(line)
                    count += 1
            copies[name] = TableCopy(count, digest.hexdigest())
            size = lines.tell()
            lines.seek(0)
            _add_file(into, f"rows/{name}.jsonl", lines, size)
    return copies


def _write_file(into: tarfile.TarFile, kept: Archive, sha256: str, written: _Written) -> None:
    try:
        data = archive.get(kept, sha256)
    except BlobCorruptError:
        # The backup is worth having without it; `doctor` says the same of the file.
        written.missing.append(sha256)
        return
    _add(into, f"files/{sha256[:2]}/{sha256}", data)
    written.files += 1
    written.bytes += len(data)


def _add(into: tarfile.TarFile, name: str, data: bytes) -> None:
    _add_file(into, name, io.BytesIO(data), len(data))


def _add_file(into: tarfile.TarFile, name: str, content: IO[bytes], size: int) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, _FILE_MODE
    into.addfile(entry, content)


def _json(made: Manifest) -> bytes:
    return json.dumps(asdict(made), indent=1).encode()


def _manifest(data: bytes) -> Manifest:
    try:
        held: dict[str, Any] = json.loads(data)
        tables = {name: TableCopy(**each) for name, each in held.pop("tables").items()}
        missing, secrets = tuple(held.pop("missing")), tuple(held.pop("secrets"))
        found = Manifest(tables=tables, missing=missing, secrets=secrets, **held)
    except (ValueError, TypeError, KeyError):
        raise UsageError("the backup's list of what it holds cannot be read") from None
    if found.format != FORMAT:
        raise UsageError("the backup was made by a newer countercheck: install that version")
    return found


def table_of(name: str) -> str:
    """Return the table that a member of a backup holds the rows of."""
    return name.removeprefix("rows/").removesuffix(".jsonl")


def counted(lines: Iterable[bytes]) -> TableCopy:
    """Return how many lines there are, and the SHA-256 of them all."""
    count, digest = 0, hashlib.sha256()
    for line in lines:
        digest.update(line)
        count += 1
    return TableCopy(count, digest.hexdigest())


def _digest(content: IO[bytes]) -> tuple[int, str]:
    length, digest = 0, hashlib.sha256()
    while piece := content.read(1024 * 1024):
        digest.update(piece)
        length += len(piece)
    return length, digest.hexdigest()


def _mode(target: Path) -> str:
    if target.name.endswith((".tar.gz", ".tgz")):
        return "gz"
    if target.name.endswith(".tar"):
        return ""
    raise UsageError(f"{target}: expected a name that ends in .tar, .tar.gz or .tgz")


@contextmanager
def _disk(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as refused:
        message = f"the backup {target} cannot be written ({refused.strerror}): make room for it"
        raise DatabaseError(message) from None


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
