"""An intake that answers: real mails, made-up documents, a mail server in this process."""

from dataclasses import replace
from pathlib import Path

import servers_smtp
from intake_builders import CORE, Clock, context, watched
from servers_smtp import Post

from extractors import message
from flows.context import Context
from models.answering import Mail, MailState
from models.configuration import Answers
from models.message import Opened
from models.rows.post import outbox_desk

DOMAINS = ("works.example",)
ANSWERS = Answers(
    domains=DOMAINS,
    link="http://desk.works.example",
    technical="tech@works.example",
    sales="sales@works.example",
)


def open_mail(data: bytes, _: str | None) -> Opened:
    """Take a file of the watched folder as the mail that it is."""
    return message.open_file(data, None)


def kit(folder: Path, post: Post, **changes: object) -> Context:
    """Return an intake of the watched folder `inbox` that sends by `post`."""
    folder.mkdir(exist_ok=True)
    plain: dict[str, object] = {"smtp": servers_smtp.settings(post), "answers": ANSWERS, "language": "en"}
    plain["core"] = replace(CORE, open_file=open_mail)
    return context(folder, watched(folder / "inbox"), **(plain | changes))  # type: ignore[arg-type]


def drop(context: Context, name: str, data: bytes) -> None:
    """Let a mail come in."""
    (source,) = context.sources
    (Path(source.path) / name).write_bytes(data)  # type: ignore[attr-defined] # a watched folder


def clock(context: Context) -> Clock:
    """Return the clock of a context."""
    assert isinstance(context.now, Clock)
    return context.now


def all_mails(context: Context) -> tuple[Mail, ...]:
    """Return every mail of ours, the newest first."""
    return outbox_desk.listed(context.store, list(MailState), 1000)
