"""Quick forms of kept exports, beside the archive: what reads a file once more in less time.

The files in the archive are the truth. A form is made of one of them, may be removed at any time, and is no
part of a backup: whoever misses it makes it again. So writing one is not waited for, and may fail.
"""

import contextlib
import logging
import secrets
from collections.abc import Collection
from pathlib import Path

from models.archive import Archive

FOLDER = "packed"

log = logging.getLogger(__name__)


def get(archive: Archive, sha256: str) -> bytes | None:
    """Return the form of the file with that SHA-256; None where there is none."""
    try:
        return path(archive, sha256).read_bytes()
    except OSError:
        return None


def put(archive: Archive, sha256: str, form: bytes) -> None:
    """Keep the form of a file in the place of an older one; a disk that refuses is logged."""
    temporary = archive.root / "tmp" / secrets.token_hex(16)
    try:
        temporary.write_bytes(form)
        temporary.chmod(0o400)
        path(archive, sha256).parent.mkdir(exist_ok=True)
        temporary.replace(path(archive, sha256))
    except OSError as refused:
        log.warning("the quick form of %s is not kept (%s)", sha256, refused.strerror)
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def path(archive: Archive, sha256: str) -> Path:
    """Return where the form of a file lies, or would lie."""
    return archive.root / FOLDER / sha256


def sweep(archive: Archive, wanted: Collection[str]) -> int:
    """Remove the forms of all files but the `wanted` ones; return how many."""
    removed = 0
    with contextlib.suppress(FileNotFoundError):
        for each in (archive.root / FOLDER).iterdir():
            # Another process may sweep the same one.
            with contextlib.suppress(FileNotFoundError):
                if each.name not in wanted:
                    each.unlink()
                    removed += 1
    return removed
