"""The headers of a message that cannot be worked on, so that its sender is told all the same.

Only its beginning is read, and nothing but the headers of it. A message that the program failed on every
time may be one whose headers it dies of: that is tried in attempts of their own, and not for ever.
"""

import logging
import re

from flows.context import Context
from flows.messages.documents import Job
from flows.post.replying import reply_to
from models import archive
from models.message import Envelope, Opened

MOST = 64 * 1024
"""Bytes that are looked at: honest headers are a tenth of that."""
_END = re.compile(rb"\r?\n\r?\n")

log = logging.getLogger(__name__)


def envelope(job: Job) -> tuple[Envelope | None, str | None]:
    """Return what the headers say, and the language to answer in; None where they say nothing."""
    try:
        opened = _opened(job.context, job.claim.raw_sha256, job.claim.name)
    except Exception as failure:  # noqa: BLE001 - that the sender can be told is worth a try, and no more
        log.warning(
            "the headers of message %s cannot be read: %s", job.claim.raw_sha256, type(failure).__name__
        )
        return None, None
    return (opened.envelope, reply_to(opened, job.context).language) if opened else (None, None)


def _opened(context: Context, sha256: str, name: str | None) -> Opened | None:
    beginning = archive.beginning(context.archive, sha256, MOST).lstrip(b"\xef\xbb\xbf\r\n")
    end = _END.search(beginning)
    # Without an end in sight, the last line may be half a header.
    whole = end.end() if end else beginning.rfind(b"\n") + 1
    return context.core.open_file(beginning[:whole], name) if whole else None
