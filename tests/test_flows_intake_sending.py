"""Answers go out while further mails are worked on: the first sender does not wait for the last mail."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import servers_smtp
from intake_builders import mail, read_part
from outbox_kit import all_mails, drop, kit
from servers_smtp import Post

from flows import intake
from flows.context import Context
from flows.intake import PLAIN, intake_once
from flows.post import outbox
from flows.post.outbox import Posted
from models.answering import MailState
from models.message import Part
from models.reading import Extraction


@dataclass
class Watching:
    """Reads as ever, and notes how many answers were out by then."""

    post: Post
    out: list[int] = field(default_factory=list)

    def __call__(self, part: Part, source: str) -> tuple[Extraction, ...]:
        if b"ORDER" in part.content:
            self.out.append(len(self.post.taken))
        return read_part(part, source)


def with_mails(folder: Path, post: Post, count: int = 4) -> tuple[Context, Watching]:
    plain, watching = kit(folder, post), Watching(post)
    context = replace(plain, core=replace(plain.core, read_part=watching))
    for at in range(count):
        drop(context, f"{at}.eml", mail(f"FW: order {at}", f"ORDER {at}"))
    return context, watching


def test_the_first_sender_is_answered_before_the_last_mail_is_read(
    tmp_path: Path, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "SEND_EVERY", 0.0)
    context, watching = with_mails(tmp_path, post)
    report = intake_once(context)
    assert watching.out == [0, 1, 2, 3]
    assert (report.posted.sent, len(post.taken)) == (4, 4)


def test_a_few_mails_are_answered_with_one_connection(tmp_path: Path, post: Post) -> None:
    context, watching = with_mails(tmp_path, post)
    steps: list[int] = []

    def send(given: Context) -> Posted:
        steps.append(1)
        return outbox.send(given)

    report = intake_once(context, replace(PLAIN, send=send))
    assert (watching.out, len(steps), report.posted.sent) == ([0, 0, 0, 0], 1, 4)


def test_a_server_that_is_down_is_asked_once_and_holds_up_no_mail(
    tmp_path: Path, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "SEND_EVERY", 0.0)
    context, _ = with_mails(tmp_path, post)
    tried: list[Posted] = []

    def send(given: Context) -> Posted:
        tried.append(outbox.send(given))
        return tried[-1]

    closed = replace(servers_smtp.settings(post), port=1)
    report = intake_once(replace(context, smtp=closed), replace(PLAIN, send=send))
    assert (report.counts.processed, report.posted.sent) == (4, 0)
    assert report.posted.error
    assert len(tried) == 2, "between two messages, and at the end"
    assert {each.state for each in all_mails(context)} == {MailState.WAITING}
    intake_once(replace(context, now=lambda: context.now().replace(hour=14)))
    assert len(post.taken) == 4


def test_one_step_sends_no_further_mail_when_its_time_is_up(
    tmp_path: Path, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, _ = with_mails(tmp_path, post)
    monkeypatch.setattr(outbox, "SECONDS", -1.0)
    assert intake_once(context).posted.sent == 0
    monkeypatch.setattr(outbox, "SECONDS", 30.0)
    assert intake_once(context).posted.sent == 4
