"""Claims on messages: who took one last may finish it, and nobody else."""

import datetime as dt
from pathlib import Path

import pytest
from intake_builders import Clock, context, watched

from flows.context import Context
from flows.mailboxes.polling import poll
from flows.messages import handling
from flows.messages.handling import Ended
from models.receipt import Claim, Ledger
from models.rows.cases import cases
from models.rows.inbox import messages, work
from models.rows.inbox.work import ClaimLostError


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    """Return an installation with a message that nobody works on yet."""
    inbox = watched(tmp_path / "inbox")
    (inbox.path / "order").write_bytes(b"ORDER 4501")
    found = context(tmp_path, inbox, now=Clock())
    poll(found, inbox)
    return found


def claimed(kit: Context, owner: str) -> Claim:
    claim = work.claim(kit.store, owner, kit.now())
    assert claim is not None
    return claim


def overslept(kit: Context) -> tuple[Claim, Claim]:
    """Return the claim of a worker whose time ran out, and that of the next one, who is not done yet."""
    slow = claimed(kit, "slow")
    assert isinstance(kit.now, Clock)
    kit.now.forward(work.TIME_TO_LIVE.total_seconds() + 1)
    return slow, claimed(kit, "next")


def test_who_lost_the_claim_cannot_finish_while_the_next_one_works(kit: Context) -> None:
    slow, following = overslept(kit)
    assert handling.handle(kit, slow).ended is Ended.TAKEN
    assert messages.ledger(kit.store) == Ledger(seen=1, processed=0, quarantined=0, waiting=1)
    assert cases.listed(kit.store) == ()
    assert handling.handle(kit, following).ended is Ended.SETTLED
    assert messages.ledger(kit.store) == Ledger(seen=1, processed=1, quarantined=0, waiting=0)
    assert len(cases.listed(kit.store)) == 1


def test_who_lost_the_claim_cannot_keep_it_nor_give_it_back(kit: Context) -> None:
    slow, following = overslept(kit)
    with pytest.raises(ClaimLostError):
        work.renew(kit.store, slow, kit.now())
    work.release(kit.store, slow, kit.now() + dt.timedelta(days=1), counted=False)
    assert work.renew(kit.store, following, kit.now()).attempts == 2, "every attempt counts before it begins"


def test_the_same_worker_with_an_older_claim_has_lost_it_too(kit: Context) -> None:
    slow = claimed(kit, "one")
    assert isinstance(kit.now, Clock)
    kit.now.forward(work.TIME_TO_LIVE.total_seconds() + 1)
    again = claimed(kit, "one")
    with pytest.raises(ClaimLostError):
        work.renew(kit.store, slow, kit.now())
    assert work.renew(kit.store, again, kit.now()).fence == again.fence
