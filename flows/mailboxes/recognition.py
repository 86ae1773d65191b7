"""Whether UIDs still stand for the mails they stood for.

A mailbox that was rebuilt behind the same login can give known UIDs to other mails without changing its
UIDVALIDITY, against RFC 3501. What is known is therefore held against what the server says of it: the
Message-ID, or the size where a mail has none.
"""

import email.parser
import email.policy
from collections.abc import Mapping, Sequence

from flows.mailboxes.source import Marks
from models import archive
from models.archive import Archive

_HEAD = 256 * 1024
"""Bytes of a mail that its headers are looked for in."""


def unlike(
    kept: Archive, known: Mapping[str, tuple[str, int]], marks: Mapping[str, Marks]
) -> tuple[str, ...]:
    """Return the UIDs among `known` (with SHA-256 and size) that `marks` shows to be other mails now.

    A UID that the server says nothing of is not suspected: it may be gone.
    """
    return tuple(
        uid
        for uid, (sha256, size) in known.items()
        if uid in marks and not _alike(kept, sha256, size, marks[uid])
    )


def sample(uids: Sequence[str], largest: int = 20) -> tuple[str, ...]:
    """Return some of `uids`: the newest half, and a half spread over all the others."""
    if len(uids) <= largest:
        return tuple(uids)
    newest = uids[-largest // 2 :]
    older = uids[: -largest // 2]
    step = max(len(older) // (largest // 2), 1)
    return (*older[::step][: largest // 2], *newest)


def _alike(kept: Archive, sha256: str, size: int, marks: Marks) -> bool:
    stated = _message_id(kept, sha256)
    if stated and marks.message_id:
        return stated == marks.message_id
    return marks.size is None or marks.size == size


def _message_id(kept: Archive, sha256: str) -> str:
    try:
        with archive.path(kept, sha256).open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return ""
    # The plain policy: it takes broken headers as they are.
    parsed = email.parser.BytesHeaderParser(policy=email.policy.compat32).parsebytes(head)
    return "".join(str(parsed.get("Message-ID", "")).split())
