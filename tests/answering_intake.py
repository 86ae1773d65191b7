"""An intake of a folder whose answers go to a mail server that the tests start."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import servers_smtp
from servers_smtp import Post

from demo.tour import QUOTATIONS
from flows import basis, wiring
from flows.context import Context
from flows.mailboxes.folder import WatchedFolder
from models.configuration import Answers, Secret, Settings

HOUSE = Answers(domains=("beilan-seals.example",), link="https://desk.beilan-seals.example")


@contextmanager
def answering(folder: Path, post: Post) -> Iterator[Context]:
    """Yield what an intake works with: the demo's quotations, an empty inbox, and where mails go."""
    chosen = Settings(
        data=folder / "data",
        database=Secret(f"sqlite:///{folder / 'countercheck.db'}"),
        smtp=servers_smtp.settings(post),
        answers=HOUSE,
    )
    (folder / "inbox").mkdir()
    with wiring.opened(chosen) as opened:
        basis.refresh(opened, QUOTATIONS)
        yield replace(opened, sources=(WatchedFolder(folder / "inbox", dt.timedelta(0), lambda _: None),))
