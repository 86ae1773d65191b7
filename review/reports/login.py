"""What `countercheck login` says."""

from rich.console import Console

from review.reports.terminal import GOOD, SOFT, STRONG, line
from review.words import say, word


def open_this(console: Console, address: str, user: str, lang: str, *, paste: bool) -> None:
    """Say which address to open, as whom to allow it, and what to do without a browser here."""
    console.print(line(say(lang, "command.login_open", user=user), style=STRONG))
    # On one line, however narrow the terminal is: it is copied.
    console.print(address, soft_wrap=True, markup=False, highlight=False)
    console.print(line(say(lang, "command.login_paste" if paste else "command.login_wait"), style=SOFT))


def works(console: Console, name: str, filed: str, mails: int, lang: str) -> None:
    """Say that the login works, how mails will be filed and how many wait."""
    said = say(lang, "command.login_works", name=name)
    console.print(line(said, style=GOOD))
    console.print(
        line(say(lang, "command.init_trial", n=mails, filed=word(lang, "filed", filed)), style=SOFT)
    )


def allowed(console: Console, lang: str) -> None:
    """Say that mails may be sent now."""
    console.print(line(say(lang, "command.login_sending"), style=GOOD))
