"""Two installations that mail each other: whatever is stripped on the way, they stop."""

import email
import email.policy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path

import pytest
import servers_smtp
from intake_builders import CORE, Clock, mail, read_part
from outbox_kit import ANSWERS, all_mails, drop, kit, open_mail
from servers_smtp import Post

from flows.context import Compared, Context
from flows.intake import intake_once
from models.answering import MailState
from models.comparison import Comparison, Verdict

MINUTES = 1000
DOMAINS = ("a.example", "b.example")


@dataclass
class Side:
    """An installation and the server that it sends by."""

    context: Context
    post: Post
    handed_on: int = 0


@pytest.fixture
def sides(tmp_path: Path) -> Iterator[tuple[Side, Side]]:
    core = replace(
        CORE,
        open_file=open_mail,
        read_part=read_part,
        compare=lambda _reading, _day: Compared(Comparison(Verdict.REVIEW), None),
    )
    clock = Clock()
    with servers_smtp.running() as one, servers_smtp.running() as other:
        yield tuple(  # type: ignore[misc] # two of them
            Side(
                kit(
                    tmp_path / name,
                    post,
                    core=core,
                    now=clock,
                    smtp=servers_smtp.settings(post, sender=f"robot@{name}.example"),
                    answers=replace(ANSWERS, domains=DOMAINS, a_day=4),
                ),
                post,
            )
            for name, post in (("a", one), ("b", other))
        )


def talk(sides: tuple[Side, Side], relay: Callable[[EmailMessage, int], bytes]) -> int:
    """Let the two hand each other's mails on for 1,000 minutes; return how many mails that were."""
    one, other = sides
    drop(one.context, "begin.eml", mail("PO 4500", "ORDER 4500", sender="robot@b.example"))
    for minute in range(MINUTES):
        for here, there in ((one, other), (other, one)):
            if (
                minute < 3
                or len(here.post.taken) > here.handed_on
                or any(each.is_file() for each in inbox(here).iterdir())
            ):
                intake_once(here.context)
            for each in here.post.mails[here.handed_on :]:
                here.handed_on += 1
                drop(there.context, f"{minute}-{here.handed_on}.eml", relay(each, here.handed_on))
        one.context.now.forward(60)  # type: ignore[attr-defined] # both have the same clock
    return len(one.post.taken) + len(other.post.taken)


def inbox(side: Side) -> Path:
    (source,) = side.context.sources
    return Path(source.path)  # type: ignore[attr-defined] # a watched folder


def as_it_is(message: EmailMessage, _: int) -> bytes:
    return message.as_bytes(policy=email.policy.SMTP)


def without_marks(message: EmailMessage, number: int) -> bytes:
    """Hand a mail on as the worst relay would: no mark of a program is left, and it brings an order."""
    bare = mail(f"PO {number}", f"ORDER {number}", sender=str(message["From"]))
    return bare.replace(
        b"Message-ID: <", f"Message-ID: <{number}".encode() + message["Message-ID"][4:20].encode()
    )


def keeping_the_thread(message: EmailMessage, number: int) -> bytes:
    return b"References: <the-first@b.example>\r\n" + without_marks(message, number)


def only_its_id(message: EmailMessage, number: int) -> bytes:
    bare = email.message_from_bytes(without_marks(message, number), policy=email.policy.SMTP)
    del bare["Message-ID"]
    bare["Message-ID"] = message["Message-ID"]
    return bare.as_bytes()


def test_they_stop_at_once(sides: tuple[Side, Side]) -> None:
    """The first answer goes to an address of the other, which does not answer an automatic mail."""
    assert talk(sides, as_it_is) == 1
    assert {each.state for side in sides for each in all_mails(side.context)} <= {
        MailState.SENT,
        MailState.DISCARDED,
    }


def test_they_stop_where_only_the_message_id_is_left(sides: tuple[Side, Side]) -> None:
    assert talk(sides, only_its_id) == 1


def test_they_stop_within_a_thread(sides: tuple[Side, Side]) -> None:
    # The day ends once within the time.
    assert talk(sides, keeping_the_thread) <= 7


def test_they_stop_where_nothing_is_left(sides: tuple[Side, Side]) -> None:
    assert talk(sides, without_marks) == 2 * 4
    waiting = [each for side in sides for each in all_mails(side.context) if each.state is MailState.HELD]
    assert len(waiting) == 1
