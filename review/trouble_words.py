"""What is wrong with an installation, in a reader's words: for mails and for the page of its health."""

from models.rows.inbox.running import Trouble
from review.particulars import worded
from review.words import say, word

OVER = "alert_over"
CHECKED = {"mails": "mailbox"}
"""Checks whose findings bear another name."""


def named(lang: str, trouble: Trouble) -> str:
    """Return what is wrong, without its particulars: those are not kept."""
    return say(lang, f"{OVER}.{trouble.kind}", about=_about(lang, trouble))


def _about(lang: str, trouble: Trouble) -> str:
    if trouble.kind != "doctor":
        return worded(lang, trouble.about)
    # What was found then is gone; what was looked at is named in its code.
    check = trouble.about.partition("_")[0]
    return word(lang, "check_name", CHECKED.get(check, check))
