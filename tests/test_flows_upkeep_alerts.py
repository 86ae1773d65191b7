import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import NOON, Clock, context, watched

from flows.context import Context
from flows.intake import intake_once
from flows.parts import Health
from flows.upkeep import alerts, doctor, duties, readiness
from flows.upkeep.alerts import Signs, Trouble, troubles
from models import store
from models.answering import MailKind, MailState
from models.configuration import Alerts, Secret, Settings, Smtp
from models.health import ALERTS, Check, Examination, Finding, State
from models.rows.inbox import mailbox_states, running
from models.rows.inbox.mailbox_states import Look, MailboxState
from models.rows.post import outbox_desk
from review.languages import LANGUAGES
from review.words import say

HOUR = dt.timedelta(hours=1)
LIMITS = Alerts("boss@works.example", silent_hours=72, disk_mb=1000, quarantine=3)
WELL = MailboxState("mail:me", "INBOX", NOON - 9 * HOUR, last_good_at=NOON, last_new_at=NOON)
QUIET = Signs((WELL,), free_mb=5000, quarantined=0, unsent=0, failing={})


def kinds(signs: Signs, before: set[tuple[str, str]] | None = None, now: dt.datetime = NOON) -> list[str]:
    return [each.kind for each in troubles(signs, LIMITS, now, before or set())]


def test_where_all_is_well_nobody_is_told_anything() -> None:
    assert kinds(QUIET) == []


@pytest.mark.parametrize(
    ("signs", "kind"),
    [
        (replace(QUIET, mailboxes=(replace(WELL, refused=3, failures=3),)), "login_refused"),
        (
            replace(QUIET, mailboxes=(replace(WELL, failures=2, last_good_at=NOON - 2 * HOUR),)),
            "mailbox_down",
        ),
        (replace(QUIET, mailboxes=(replace(WELL, last_new_at=NOON - 73 * HOUR),)), "mailbox_silent"),
        (replace(QUIET, free_mb=999), "disk_low"),
        (replace(QUIET, quarantined=3), "quarantine"),
        (replace(QUIET, unsent=1), "unsent"),
        (replace(QUIET, failing={"the pages": "OSError"}), "part"),
    ],
)
def test_each_thing_that_needs_a_hand_is_told(signs: Signs, kind: str) -> None:
    assert kinds(signs) == [kind]


def test_a_mailbox_that_failed_a_moment_ago_is_not_told() -> None:
    short = replace(WELL, failures=5, last_good_at=NOON - HOUR / 2)
    assert kinds(replace(QUIET, mailboxes=(short,))) == []


def test_room_on_the_disk_has_to_grow_before_it_counts_as_enough_again() -> None:
    assert kinds(replace(QUIET, free_mb=1050)) == []
    assert kinds(replace(QUIET, free_mb=1050), {("disk_low", "disk")}) == ["disk_low"]
    assert kinds(replace(QUIET, free_mb=1200), {("disk_low", "disk")}) == []


def test_every_alert_has_its_words_in_both_languages() -> None:
    names = "account since error free wanted name why".split()
    values: dict[str, object] = dict.fromkeys(names, "a") | {"n": 3, "said": "x"}
    plain = {"disk_low", "quarantine", "unsent"}
    assert alerts.WATCHED | {"doctor"} == set(ALERTS)
    for lang in LANGUAGES:
        for kind in ALERTS:
            assert say(lang, f"alert.{kind}", **values)
            assert "x" in say(lang, f"alert_over.{kind}", about="x") or kind in plain


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kit(tmp_path: Path, clock: Clock) -> Context:
    smtp = Smtp("127.0.0.1", "desk@works.example")
    return context(tmp_path, watched(tmp_path / "inbox"), now=clock, alerts=LIMITS, smtp=smtp, language="en")


def asked_for(kit: Context) -> list[tuple[str, str]]:
    found = outbox_desk.listed(kit.store, list(MailState), 100)
    assert {each.kind for each in found} <= {MailKind.ALERT}
    assert {each.recipient for each in found} <= {LIMITS.to}
    return [(each.subject, each.text) for each in reversed(found)]


def test_trouble_is_told_once_then_daily_and_once_when_it_is_over(kit: Context, clock: Clock) -> None:
    disk = (Trouble("disk_low", "disk", {"free": 3, "wanted": 1000}),)
    for _ in range(5):
        alerts.tell(kit, disk, alerts.WATCHED)
        clock.forward(60)
    assert len(asked_for(kit)) == 1
    clock.forward(86400)
    alerts.tell(kit, disk, alerts.WATCHED)
    alerts.tell(kit, disk, alerts.WATCHED)
    assert len(asked_for(kit)) == 2
    for _ in range(3):
        clock.forward(60)
        alerts.tell(kit, (), alerts.WATCHED)
    subjects = [subject for subject, _ in asked_for(kit)]
    assert len(subjects) == 3
    assert "Only 3 MB" in subjects[0]
    assert subjects[-1] == "countercheck: little room on the disk"
    clock.forward(60)
    alerts.tell(kit, disk, alerts.WATCHED)
    assert len(asked_for(kit)) == 4, "it began again"


def test_what_an_examination_found_is_told_and_what_it_does_not_look_at_stays(kit: Context) -> None:
    alerts.tell(kit, (Trouble("unsent", "outbox", {"n": 1}),), alerts.WATCHED)
    bad = Finding(Check.BLOBS, State.PROBLEM, "blobs_missing", {"n": 1, "keys": "ab"})
    full = Finding(Check.DISK, State.PROBLEM, "disk_full", {"free": 1, "wanted": 2})
    alerts.examined(kit, Examination((bad, full)))
    assert {(each.kind, each.about) for each in running.troubles(kit.store)} == {
        ("unsent", "outbox"),
        ("doctor", "blobs_missing"),
    }
    alerts.examined(kit, Examination(()))
    assert [each.kind for each in running.troubles(kit.store)] == ["unsent"]
    assert len(asked_for(kit)) == 3


def test_without_an_address_the_log_says_it(kit: Context, caplog: pytest.LogCaptureFixture) -> None:
    alerts.tell(replace(kit, alerts=Alerts()), (Trouble("unsent", "outbox", {"n": 1}),), alerts.WATCHED)
    assert asked_for(kit) == []
    assert "waiting for more than a day" in caplog.text


def test_real_rows_lead_to_alerts_and_to_their_end(kit: Context, clock: Clock, tmp_path: Path) -> None:
    (source,) = kit.sources
    for at in range(3):
        (tmp_path / "inbox" / f"odd-{at}").write_text(f"BUG {at}")
    for _ in range(3):
        intake_once(kit)
    alerts.watch(kit, 5000, {})
    assert [each.kind for each in running.troubles(kit.store)] == ["quarantine"]
    for _ in range(3):
        mailbox_states.failed(kit.store, source.account, source.folder, clock(), error="no", login="x")
    alerts.watch(kit, 10, {"the pages": "OSError"})
    assert {each.kind for each in running.troubles(kit.store)} == {
        "quarantine",
        "login_refused",
        "disk_low",
        "part",
    }
    clock.forward(86401)
    mailbox_states.good(kit.store, source.account, source.folder, Look(new=1), clock())
    alerts.watch(kit, 5000, {})
    # Nobody sends the alerts themselves here.
    assert [each.kind for each in running.troubles(kit.store)] == ["unsent"]


def settings(folder: Path) -> Settings:
    return Settings(folder, Secret("sqlite://"), prefect=False, alerts=LIMITS)


def at(hour: int, day: int = 2) -> dt.datetime:
    return dt.datetime(2026, 3, day, hour, 0).astimezone()


def test_the_examination_of_the_night_is_made_once_and_made_up_for(
    kit: Context, clock: Clock, tmp_path: Path
) -> None:
    clock.moment = at(2)
    assert duties.is_due(kit)
    assert duties.examine_once(kit, settings(tmp_path)) is not None
    assert not duties.is_due(kit)
    clock.moment = at(4)
    assert duties.is_due(kit)
    duties.examine_once(kit, settings(tmp_path))
    clock.moment = at(23)
    assert not duties.is_due(kit)
    clock.moment = at(15, day=9)
    assert duties.is_due(kit), "the machine was off for a week"


def test_every_start_examines_and_what_goes_on_does_not_again(
    kit: Context, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the night's examination was made an hour before."""
    clock.moment = at(4)
    duties.examine_once(kit, settings(tmp_path))
    clock.moment = at(5)
    assert not duties.is_due(kit)
    made: list[dt.datetime] = []

    class Twice:
        turns = 0

        def is_set(self) -> bool:
            return self.turns == 2

        def wait(self, _: float) -> None:
            self.turns += 1

    monkeypatch.setattr(duties, "examine_once", lambda given, _: made.append(given.now()))
    duties.fulfil(kit, settings(tmp_path), Health(), Twice())  # type: ignore[arg-type]
    assert made == [at(5)]


def test_of_several_processes_one_examines(
    kit: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, plain, turned_away = replace(kit, owner="other"), doctor.examination, []

    def examination(given: Context, chosen: Settings, *, full: bool) -> Examination:
        turned_away.append(duties.examine_once(other, settings(tmp_path)))
        return plain(given, chosen, full=full)

    monkeypatch.setattr(doctor, "examination", examination)
    assert duties.examine_once(kit, settings(tmp_path)) is not None
    assert turned_away == [None]


def test_a_database_that_goes_away_does_not_end_the_duties(kit: Context, tmp_path: Path) -> None:
    waits: list[float] = []

    class Stop:
        def is_set(self) -> bool:
            return len(waits) >= 2

        def wait(self, seconds: float) -> bool:
            waits.append(seconds)
            return False

    (tmp_path / "countercheck.db").rename(tmp_path / "gone.db")
    store.close(kit.store)
    duties.fulfil(kit, settings(tmp_path), Health(), Stop())  # type: ignore[arg-type]
    assert len(waits) == 2


def test_an_installation_is_ready_while_its_sources_are_looked_at(kit: Context, clock: Clock) -> None:
    (source,) = kit.sources
    ready, facts = readiness.of_context(kit)
    assert ready, facts
    mailbox_states.good(kit.store, source.account, source.folder, Look(), clock())
    clock.forward(14 * 60)
    assert readiness.of_context(kit)[0]
    clock.forward(2 * 60)
    ready, facts = readiness.of_context(kit)
    assert not ready
    assert facts["sources_without_a_good_look"] == 1
    assert source.account not in str(facts)
    assert not readiness.of_context(replace(kit, alerts=replace(LIMITS, disk_mb=10**9)))[0]
