"""The subject of a mail of ours: an answer, with the number of its case."""

import re
from collections.abc import Sequence

REPLY = re.compile(r"^\s*(?:re|aw|sv|回复|答复|回覆)\s*[:：]\s*", re.IGNORECASE)
TOKEN = re.compile(r"\s*\[CC-\d{1,9}\]")


def subject(original: str | None, cases: Sequence[int]) -> str:
    """Return "Re: …" with the first case's number, which the answer to it is found by."""
    bare = TOKEN.sub("", original or "")
    while REPLY.match(bare):
        bare = REPLY.sub("", bare, count=1)
    token = f" [CC-{cases[0]}]" if cases else ""
    return f"Re: {bare.strip()}{token}".strip()
