import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import NOON, database
from invoice_list_builders import new_answer

from models import audit
from models.invoice_desk import NoticeSwitch
from models.invoice_sources import InvoiceMode, InvoiceProfile
from models.invoicing import Code, Teller
from models.rows.invoicing import invoice_lists, notice_switches, profiles
from models.store import Store

DAY = dt.timedelta(days=1)
PROFILE = InvoiceProfile(
    "100234",
    name="东港机械",
    mode=InvoiceMode.MONTHLY,
    cutoff_day=25,
    title="东港机械有限公司",
    tax_number="91310000MA1K35Q78R",
    invoice_type="special",
    acceptance=True,
    hold_until=dt.date(2026, 4, 1),
    email="invoices@east.example",
)
OTHER = InvoiceProfile("100235", title="Works Ltd")


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return database(tmp_path)


def propose(kept: Store, **changes: str) -> int:
    summary, _ = invoice_lists.record(kept, new_answer())
    proposal = profiles.propose(
        kept,
        "100234",
        changes,
        list_number=summary.number,
        position=0,
        why="they asked by telephone",
        by="desk",
        now=NOON,
    )
    return proposal.number


def test_the_newest_version_counts_and_the_older_ones_stay(kept: Store) -> None:
    first = profiles.put(kept, PROFILE, "desk", "new customer", NOON)
    second = profiles.put(kept, replace(PROFILE, cutoff_day=28), "li", "new cut-off", NOON + DAY)
    profiles.put(kept, OTHER, "desk", "", NOON)
    assert (first.version, first.profile) == (1, PROFILE)
    assert profiles.found(kept, "100234") == second
    assert profiles.history(kept, "100234") == (second, first)
    assert [each.profile.customer_number for each in profiles.listed(kept)] == ["100234", "100235"]
    assert profiles.listed(kept)[0] == second
    assert profiles.found(kept, "7") is None


def test_what_counts_already_is_no_new_version(kept: Store) -> None:
    first = profiles.put(kept, PROFILE, "desk", "new customer", NOON)
    assert profiles.put(kept, PROFILE, "li", "again", NOON + DAY) == first


def test_an_import_takes_over_what_it_changes_and_leaves_what_people_changed(kept: Store) -> None:
    assert profiles.take_over(kept, (PROFILE, OTHER), "profiles.xlsx", NOON) == 2
    mine = replace(PROFILE, email="new@east.example")
    profiles.put(kept, mine, "desk", "new address", NOON + DAY)
    renamed = replace(OTHER, name="Works")
    assert profiles.take_over(kept, (PROFILE, renamed), "profiles-2.xlsx", NOON + 2 * DAY) == 1
    assert _profile(kept, "100234") == mine
    assert _profile(kept, "100235") == renamed
    newer = replace(PROFILE, cutoff_day=28)
    assert profiles.take_over(kept, (newer,), "profiles-3.xlsx", NOON + 3 * DAY) == 1
    assert _profile(kept, "100234") == newer


def test_an_import_that_says_what_a_person_said_is_what_the_next_one_is_held_against(kept: Store) -> None:
    profiles.put(kept, PROFILE, "desk", "new customer", NOON)
    profiles.take_over(kept, (PROFILE,), "profiles.xlsx", NOON)
    mine = replace(PROFILE, email="new@east.example")
    profiles.put(kept, mine, "desk", "new address", NOON)
    assert profiles.take_over(kept, (PROFILE,), "again.xlsx", NOON) == 0
    assert _profile(kept, "100234") == mine


def _profile(kept: Store, number: str) -> InvoiceProfile:
    found = profiles.found(kept, number)
    assert found is not None
    return found.profile


def test_accepting_a_proposal_makes_a_version_with_its_reason(kept: Store) -> None:
    profiles.put(kept, PROFILE, "desk", "new customer", NOON)
    number = propose(kept, hold_until="2026-05-01", acceptance="no", mode="single", cutoff_day="")
    (open_one,) = profiles.proposals(kept)
    assert open_one.number == number
    assert open_one.changes["hold_until"] == "2026-05-01"
    assert profiles.settle(kept, number, accepted=True, by="lead", now=NOON + DAY)
    found = profiles.found(kept, "100234")
    assert found is not None
    assert found.profile == replace(
        PROFILE, hold_until=dt.date(2026, 5, 1), acceptance=False, mode=InvoiceMode.SINGLE, cutoff_day=None
    )
    assert (found.version, found.by, found.why) == (2, "lead", "they asked by telephone")
    assert profiles.proposals(kept) == ()
    assert not profiles.settle(kept, number, accepted=False, by="lead", now=NOON)


def test_a_rejected_proposal_changes_nothing_and_may_be_made_again(kept: Store) -> None:
    profiles.put(kept, PROFILE, "desk", "new customer", NOON)
    number = propose(kept, acceptance="no")
    assert profiles.settle(kept, number, accepted=False, by="lead", now=NOON)
    assert _profile(kept, "100234") == PROFILE
    assert propose(kept, acceptance="no") != number


def test_the_same_rule_is_proposed_once(kept: Store) -> None:
    assert propose(kept, acceptance="no") == propose(kept, acceptance="no")
    assert propose(kept, acceptance="yes") != propose(kept, acceptance="no")


def test_a_proposal_for_a_customer_without_a_profile_makes_one(kept: Store) -> None:
    profiles.settle(kept, propose(kept, title="东港"), accepted=True, by="lead", now=NOON)
    assert _profile(kept, "100234") == InvoiceProfile("100234", title="东港")


@pytest.mark.parametrize("changes", [{"payer": "7"}, {"cutoff_day": "soon"}, {"mode": "weekly"}])
def test_a_rule_that_no_profile_can_hold_is_refused(kept: Store, changes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"payer|soon|weekly"):
        propose(kept, **changes)


def test_the_newest_switch_of_a_kind_of_notices_counts(kept: Store) -> None:
    on = NoticeSwitch(Code.INVOICE, Teller.CUSTOMER, automatic=True, by="lead", at=NOON)
    off = replace(on, automatic=False, at=NOON + DAY)
    other = NoticeSwitch(Code.HOLD_NOT_SHIPPED, Teller.SALES, automatic=True, by="lead", at=NOON)
    assert notice_switches.listed(kept) == ()
    for each in (on, other, off):
        notice_switches.switch(kept, each)
    assert notice_switches.listed(kept) == (other, off)
    assert audit.head(kept)[0] == 3
