import datetime as dt
import threading
from pathlib import Path

import pytest
from intake_builders import NOON, database

from models.receipt import Lease, Received, SightingKey
from models.rows.inbox import leases, sightings, work
from models.rows.inbox.leases import TIME_TO_LIVE, LeaseLostError
from models.store import Store

LATER = NOON + TIME_TO_LIVE + dt.timedelta(seconds=1)
KEY = SightingKey("mail:me", "INBOX", 1, "7")


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return database(tmp_path)


def take(kept: Store, owner: str, now: dt.datetime = NOON) -> Lease | None:
    return leases.take(kept, KEY.account, KEY.folder, owner, now)


def taken(kept: Store, owner: str, now: dt.datetime = NOON) -> Lease:
    lease = take(kept, owner, now)
    assert lease is not None
    return lease


def test_one_holder_at_a_time(kept: Store) -> None:
    taken(kept, "one")
    assert take(kept, "other") is None
    assert leases.take(kept, KEY.account, "another folder", "other", NOON) is not None


def test_a_lease_given_back_is_free_at_once(kept: Store) -> None:
    leases.release(kept, taken(kept, "one"))
    assert take(kept, "other") is not None


def test_a_lease_that_ran_out_goes_to_the_next_with_a_higher_fence(kept: Store) -> None:
    first = taken(kept, "one")
    second = taken(kept, "other", LATER)
    assert second.fence == first.fence + 1
    with pytest.raises(LeaseLostError):
        leases.renew(kept, first, LATER)
    with pytest.raises(LeaseLostError):
        sightings.record(kept, first, KEY, Received("a" * 64, 1), LATER)
    leases.release(kept, first)
    assert take(kept, "third", LATER) is None


def test_a_lease_that_is_renewed_does_not_run_out(kept: Store) -> None:
    lease = leases.renew(kept, taken(kept, "one"), NOON + TIME_TO_LIVE / 2)
    assert lease.until == NOON + TIME_TO_LIVE * 1.5
    assert take(kept, "other", LATER) is None


def test_of_many_that_reach_for_it_one_gets_it(kept: Store) -> None:
    found: list[Lease | None] = []
    threads = [threading.Thread(target=lambda at=at: found.append(take(kept, str(at)))) for at in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len([each for each in found if each]) == 1


def test_of_many_workers_each_message_goes_to_one(kept: Store) -> None:
    lease = taken(kept, "one")
    for at in range(20):
        key = SightingKey(KEY.account, KEY.folder, 1, str(at))
        sightings.record(kept, lease, key, Received(f"{at:064}", 1), NOON)
    claimed: list[str] = []

    def claim_all(owner: str) -> None:
        while (claim := work.claim(kept, owner, NOON)) is not None:
            claimed.append(claim.raw_sha256)

    threads = [threading.Thread(target=claim_all, args=(str(at),)) for at in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(claimed) == [f"{at:064}" for at in range(20)]


def test_giving_a_message_back_twice_counts_once(kept: Store) -> None:
    sightings.record(kept, taken(kept, "one"), KEY, Received("a" * 64, 1), NOON)
    claim = work.claim(kept, "one", NOON)
    assert claim is not None
    for _ in range(2):
        work.release(kept, claim, None, counted=True)
        work.release(kept, claim, None, counted=False)
    again = work.claim(kept, "one", NOON)
    assert again is not None
    assert again.attempts == 2


def test_a_message_given_back_waits_until_it_may_be_tried(kept: Store) -> None:
    sightings.record(kept, taken(kept, "one"), KEY, Received("a" * 64, 1), NOON)
    claim = work.claim(kept, "one", NOON)
    assert claim is not None
    work.release(kept, claim, NOON + dt.timedelta(seconds=60), counted=False)
    assert work.claim(kept, "one", NOON + dt.timedelta(seconds=59)) is None
    assert work.claim(kept, "one", NOON + dt.timedelta(seconds=61)) is not None
