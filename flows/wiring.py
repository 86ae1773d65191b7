"""Settings become something to work with: the database, the archive, the sources, the pure functions."""

import datetime as dt
import hashlib
import importlib.metadata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import sandbox
from flows import policy_file
from flows.basis import Basis
from flows.context import Compared, Context, Core, new_owner, utc_now
from flows.mailboxes.folder import WatchedFolder
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.imap_login import Access
from flows.mailboxes.source import Source
from flows.upkeep import upgrading
from models import archive, dump, store
from models.configuration import Login, Mailbox, Settings
from models.dump import Rows
from models.errors import ConfigurationError
from models.message import Opened, Part
from models.policy import Policy
from models.reading import Extraction
from models.receipt import Versions
from models.store import Store

ROOT = Path(__file__).parent.parent
UNFINISHED = ".restoring"
"""Marks a data folder that a backup is being restored into."""
LEFT_OVER = dt.timedelta(days=1)
"""Files of interrupted writes are removed when they are so old that nobody can be writing them."""
READS = ("spine.py", "extractors")
"""What decides how a document is read."""
COMPARES = ("spine.py", "compare", "sap")
"""What decides how it is compared, beside the policy."""


@contextmanager
def opened(settings: Settings) -> Iterator[Context]:
    """Open the data folder, which is made or brought to this version, and close it at the end.

    Raises:
        ConfigurationError: A setting cannot be used.
        DatabaseError: The database cannot be opened.
    """
    policy = policy_file.load(settings.policy)
    make_data_folder(settings.data)
    copying = dump.before_upgrade(partial(_copy_before, settings.data))
    kept = store.prepare(settings.database.reveal(), copying)
    blobs = archive.open_archive(settings.data / "archive")
    archive.sweep(blobs, utc_now() - LEFT_OVER)
    try:
        yield Context(
            store=kept,
            archive=blobs,
            core=core(kept, policy),
            sources=sources(settings, kept),
            owner=new_owner(),
            max_message_bytes=settings.max_message_bytes,
            columns=policy.vocabulary.columns,
            senders=settings.senders,
            answers=settings.answers,
            alerts=settings.alerts,
            smtp=settings.smtp,
            smtp_access=_smtp_access(settings, kept),
            calendar=policy.calendar,
            policy=policy,
            weekly=settings.invoicing,
            invoice_lists=_folder(settings.invoice_lists),
            language=settings.language,
        )
    finally:
        store.close(kept)


def _folder(path: Path | None) -> WatchedFolder | None:
    return None if path is None else WatchedFolder(path)


def make_data_folder(data: Path) -> None:
    """Make the data folder, readable for nobody else: it holds customers' documents.

    Raises:
        ConfigurationError: It cannot be made, or a restore into it was broken off.
    """
    if (data / UNFINISHED).exists():
        message = f"a restore into {data} was broken off: remove the folder, and restore the backup again"
        raise ConfigurationError(message)
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as refused:
        raise ConfigurationError(f"the data folder {data} cannot be made ({refused.strerror})") from None


def _copy_before(data: Path, rows: Rows) -> None:
    upgrading.copy_before(data, rows, utc_now())


def sources(settings: Settings, kept: Store | None = None) -> tuple[Source, ...]:
    """Return the mailboxes and the watched folder, as far as they are set.

    Mailboxes that are logged in to by tokens can only be opened where the database is given.
    """
    found: list[Source] = [_mailbox(settings, each, kept) for each in settings.mailboxes]
    if settings.watched is not None:
        found.append(WatchedFolder(settings.watched))
    return tuple(found)


def _mailbox(settings: Settings, box: Mailbox, kept: Store | None) -> ImapSource:
    if box.login is not Login.XOAUTH2 or kept is None:
        return ImapSource(box)
    from flows.mailboxes import access, vault  # noqa: PLC0415 - few use tokens: most commands do without

    sealed = vault.open_vault(settings.data, settings.key)
    return ImapSource(box, access.of_mailbox(kept, sealed, box, new_owner(), utc_now))


def _smtp_access(settings: Settings, kept: Store) -> Access | None:
    smtp = settings.smtp
    if smtp is None or smtp.login is not Login.XOAUTH2:
        return None
    from flows.mailboxes import access, vault  # noqa: PLC0415 - see above

    sealed = vault.open_vault(settings.data, settings.key)
    return access.of_smtp(kept, sealed, smtp, new_owner(), utc_now)


def core(kept: Store, policy: Policy) -> Core:
    """Return the reading and comparing of this program, documents being read in child processes.

    What reads documents takes most of a second to load: commands that read none do without.
    """
    basis = Basis(kept)

    def open_file(data: bytes, name: str | None) -> Opened:
        from extractors import message  # noqa: PLC0415 - see above

        return message.open_file(data, name)

    def read_part(part: Part, source: str) -> tuple[Extraction, ...]:
        import spine  # noqa: PLC0415 - see above

        return spine.read_part(part, source, sandbox.read)

    def compare(extraction: Extraction, today: dt.date) -> Compared | None:
        import spine  # noqa: PLC0415 - see above

        snapshot, book = basis.current()
        comparison = spine.compare(extraction, book, policy, today)
        return None if comparison is None else Compared(comparison, snapshot)

    return Core(open_file, read_part, compare, versions(policy), sandbox.unlock)


def versions(policy: Policy) -> Versions:
    """Return which program reads and compares: its version, and a digest of the code that decides.

    A result is used again only if the very same code made it.
    """
    number = importlib.metadata.version("countercheck")
    return Versions(
        extractor=f"{number}+{_digest(READS)}",
        rules=f"{number}+{_digest(COMPARES, repr(policy))}",
    )


def _digest(parts: tuple[str, ...], more: str = "") -> str:
    digest = hashlib.sha256(more.encode())
    for path in sorted(each for part in parts for each in _files(ROOT / part)):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [each for each in path.rglob("*") if each.suffix in {".py", ".toml"}]
