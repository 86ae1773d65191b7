import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import servers_dovecot
from intake_builders import Clock, context, mail, watched
from servers_dovecot import Dovecot

from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.imap import ImapSource
from flows.upkeep import doctor, examine
from flows.upkeep.examine import Facts
from models import archive
from models.answering import MailKind, MailState, Posting, Why
from models.configuration import Secret, Settings
from models.health import (
    CODES,
    BlobCheck,
    Census,
    Check,
    Examination,
    ExportCheck,
    Finding,
    FolderCheck,
    State,
    StuckRun,
)
from models.receipt import Ledger
from models.rows.inbox import census
from models.rows.post import outbox_desk
from models.rows.post.outbox_tables import OutboxRow
from models.store import writing
from review.languages import LANGUAGES
from review.reports import doctor as report_doctor
from review.reports.terminal import console

CENSUS = Census(Ledger(3, 2, 1, 0), frozenset("ab"), (), (), (), 4, 4, "f" * 64, None, 0.0, 0.5)
FACTS = Facts(
    census=CENSUS,
    blobs=BlobCheck(2),
    folders=(FolderCheck("mail:me", "INBOX", 1), FolderCheck("mail:me", "countercheck/Done", 2)),
    free_mb=5000,
    wanted_mb=1024,
    settings_mode=0o600,
    sandbox="limits",
    stuck=(),
)


def settings(folder: Path) -> Settings:
    return Settings(folder, Secret(f"sqlite:///{folder / 'countercheck.db'}"), prefect=False)


def problems(found: Examination) -> dict[str, Finding]:
    return {each.code: each for each in found.findings if each.state is State.PROBLEM}


def test_an_installation_with_nothing_wrong_is_healthy() -> None:
    found = doctor.judged(FACTS)
    assert found.healthy
    assert {each.state for each in found.findings} == {State.OK}
    assert found.unaccounted == 0


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (replace(FACTS, free_mb=10), "disk_full"),
        (replace(FACTS, settings_mode=0o640), "settings_shared"),
        (replace(FACTS, sandbox="broken"), "sandbox_broken"),
        (replace(FACTS, blobs=BlobCheck(2, missing=("a",))), "blobs_missing"),
        (replace(FACTS, blobs=BlobCheck(2, changed=("a",))), "blobs_changed"),
        (replace(FACTS, census=replace(CENSUS, messages_unseen=("a",))), "messages_unseen"),
        (replace(FACTS, census=replace(CENSUS, sightings_lost=("a",))), "sightings_lost"),
        (replace(FACTS, census=replace(CENSUS, late=("a",))), "late"),
        (replace(FACTS, census=replace(CENSUS, audit_broken=3)), "audit_broken"),
        (replace(FACTS, census=replace(CENSUS, audit_head=3)), "audit_cut_off"),
        (replace(FACTS, census=replace(CENSUS, seconds_ahead=3600)), "clock_behind"),
        (replace(FACTS, census=replace(CENSUS, outbox_failed=1)), "outbox_failed"),
        (replace(FACTS, folders=(FolderCheck("mail:me", "INBOX", 1, ("7",)),)), "mails_unaccounted"),
        (replace(FACTS, census=None, blobs=None, database_error="gone"), "database_silent"),
    ],
)
def test_each_thing_that_is_wrong_is_a_problem_of_its_own(changed: Facts, code: str) -> None:
    found = doctor.judged(changed)
    assert list(problems(found)) == [code]
    assert not found.healthy


@pytest.mark.parametrize(
    ("changed", "code", "state"),
    [
        (replace(FACTS, stuck=(StuckRun("brave-crab", "running", "2026"),)), "prefect_stuck", State.NOTE),
        (replace(FACTS, census=replace(CENSUS, outbox_held=2)), "outbox_held", State.NOTE),
        (replace(FACTS, stuck=None), "prefect_silent", State.SKIPPED),
        (replace(FACTS, census=replace(CENSUS, snapshot_days=3.0)), "quotations_old", State.NOTE),
        (replace(FACTS, census=replace(CENSUS, snapshot_days=None)), "quotations_none", State.NOTE),
        (replace(FACTS, exports=ExportCheck({"orders": 0.5, "billing": None})), "exports_none", State.NOTE),
        (replace(FACTS, exports=ExportCheck({"orders": 3.2, "billing": 1.1})), "exports_old", State.NOTE),
        (replace(FACTS, exports=ExportCheck({"orders": 0.5}, waiting=1)), "exports_wait", State.NOTE),
        (replace(FACTS, exports=ExportCheck({"orders": 0.5})), "exports_fresh", State.OK),
        (
            replace(FACTS, folders=(FolderCheck("mail:me", "INBOX", error="no"),)),
            "mailbox_silent",
            State.SKIPPED,
        ),
    ],
)
def test_what_is_only_worth_knowing_is_no_problem(changed: Facts, code: str, state: State) -> None:
    found = doctor.judged(changed)
    assert found.healthy
    assert [each.state for each in found.findings if each.code == code] == [state]


def test_mails_are_not_called_accounted_where_a_mailbox_was_not_reached() -> None:
    silent = FolderCheck("mail:other", "INBOX", error="no")
    assert doctor.judged(replace(FACTS, folders=(*FACTS.folders, silent))).unaccounted is None
    assert doctor.judged(replace(FACTS, folders=())).unaccounted is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_has_its_words(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    names = (
        "version error n keys minutes rows head row last given days account folder free wanted mode".split()
    )
    values = dict.fromkeys(names, 3)
    found = tuple(
        Finding(check, State.OK, code, values) for check, code in zip(_checks(), CODES, strict=True)
    )
    report_doctor.print_examination(console(), Examination(found, Ledger(3, 2, 1, 0), 0), lang)
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == len(CODES) + 1
    assert "{" not in "".join(printed)
    assert "3" in printed[-1]
    assert printed[-1].endswith("0")


def _checks() -> list[Check]:
    members = list(Check)
    return [members[at % len(members)] for at in range(len(CODES))]


def test_the_code_of_every_finding_is_a_known_one() -> None:
    changed = replace(FACTS, census=None, blobs=None, stuck=None, database_error="gone")
    found = [*doctor.judged(FACTS).findings, *doctor.judged(changed).findings]
    assert {each.code for each in found} <= set(CODES)


@pytest.fixture
def kit(tmp_path: Path) -> Context:
    inbox = watched(tmp_path / "inbox")
    for at in range(3):
        (inbox.path / f"order-{at}").write_text(f"ORDER 450{at}")
    prepared = context(tmp_path, inbox)
    intake_once(prepared)
    return prepared


def examined(kit: Context, *, full: bool = True) -> Examination:
    return doctor.examination(kit, settings(kit.archive.root.parent), full=full)


def test_a_real_folder_with_nothing_wrong_is_healthy(kit: Context) -> None:
    found = examined(kit)
    assert found.healthy, problems(found)
    assert found.ledger == Ledger(seen=3, processed=3, quarantined=0, waiting=0)


def flip(kit: Context, sha256: str) -> None:
    place = archive.path(kit.archive, sha256)
    data = bytearray(place.read_bytes())
    data[0] ^= 1
    place.chmod(0o600)
    place.write_bytes(data)


def remove(kit: Context, sha256: str) -> None:
    archive.path(kit.archive, sha256).unlink()


@pytest.mark.parametrize(("damage", "code"), [(flip, "blobs_changed"), (remove, "blobs_missing")])
def test_a_damaged_kept_file_is_named(
    kit: Context, damage: Callable[[Context, str], None], code: str
) -> None:
    sha256 = min(census.take(kit.store, kit.now(), kit.now()).kept)
    damage(kit, sha256)
    found = problems(examined(kit))
    assert list(found) == [code]
    assert found[code].values["keys"] == sha256


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("DELETE FROM message WHERE rowid = 1", "sightings_lost"),
        ("DELETE FROM sighting WHERE rowid = 1", "messages_unseen"),
        ("DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE seq = 2", "audit_broken"),
        ("DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE seq = 3", "audit_cut_off"),
        ("DROP TRIGGER audit_no_update; UPDATE audit SET actor = 'me' WHERE seq = 1", "audit_broken"),
        (
            "UPDATE message SET state = 'stored', outcome_code = NULL, first_seen_at = '2026-03-01'",
            "late",
        ),
        ("UPDATE message SET first_seen_at = '2027-03-01 00:00:00.000000'", "clock_behind"),
    ],
)
def test_rows_changed_behind_our_back_are_found(kit: Context, statement: str, code: str) -> None:
    behind = sqlite3.connect(kit.archive.root.parent / "countercheck.db")
    named = [one for (one,) in behind.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    for verb in ("delete", "update"):
        trigger = next(each for each in named if each.startswith("audit") and each.endswith(verb))
        statement = statement.replace(f"audit_no_{verb}", trigger)
    behind.executescript(statement)
    behind.close()
    assert code in problems(examined(kit))


def test_a_sampled_check_goes_on_where_the_last_one_ended(
    kit: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    plain = archive.changed

    def changed(given: archive.Archive, hashes: list[str]) -> Iterator[str]:
        read.extend(hashes)
        return plain(given, hashes)

    monkeypatch.setattr(archive, "changed", changed)
    monkeypatch.setattr(examine, "SAMPLE", 1)
    for _ in range(3):
        examined(kit, full=False)
    assert len(set(read)) == len(read) == 3
    assert set(read) == census.take(kit.store, kit.now(), kit.now()).kept


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    if servers_dovecot.PROGRAM is None:
        pytest.skip(servers_dovecot.MISSING)
    with servers_dovecot.running() as dovecot:
        yield dovecot


@pytest.mark.dovecot
def test_a_mail_that_nobody_took_in_is_unaccounted(tmp_path: Path, server: Dovecot) -> None:
    server.deliver("doctor", mail("one", "ORDER 1"), mail("a bug", "BUG 1"))
    kit = context(tmp_path, ImapSource(server.mailbox("doctor")), now=Clock())
    for _ in range(3):
        intake_once(kit)
    found = examined(kit)
    assert found.healthy, problems(found)
    assert found.unaccounted == 0
    with server.client("doctor", None) as client:
        client.append("countercheck/Done", mail("put there by hand", "ORDER 2"))
        client.append("INBOX", mail("never fetched", "ORDER 3"), msg_time=Clock().moment.replace(day=1))
    found = examined(kit)
    assert found.unaccounted == 2
    assert [each.values["folder"] for each in found.findings if each.code == "mails_unaccounted"] == [
        "INBOX",
        "countercheck/Done",
    ]


@pytest.mark.dovecot
def test_a_mailbox_that_cannot_be_reached_is_skipped_with_the_reason(tmp_path: Path, server: Dovecot) -> None:
    kit = context(tmp_path, ImapSource(server.mailbox("doctor", password=Secret("wrong"))))
    found = examined(kit)
    assert found.healthy
    (skipped,) = [each for each in found.findings if each.code == "mailbox_silent"]
    assert "refuses" in str(skipped.values["error"])
    assert found.unaccounted is None


@pytest.mark.parametrize(
    ("state", "days", "counted"),
    [
        (MailState.HELD, 4, (0, 1)),
        (MailState.HELD, 2, (0, 0)),
        (MailState.FAILED, 0, (1, 0)),
        (MailState.WAITING, 9, (0, 0)),
    ],
)
def test_mails_that_nobody_looks_after_are_counted(
    tmp_path: Path, state: MailState, days: int, counted: tuple[int, int]
) -> None:
    kit = context(tmp_path, now=Clock())
    posting = Posting("draft:1", MailKind.CUSTOMER, "buyer@customer.example", "en", held=Why.DRAFT)
    outbox_desk.add(kit.store, posting, kit.now() - dt.timedelta(days=days))
    with writing(kit.store) as session:
        session.get_one(OutboxRow, "draft:1").state = state.value
    found = census.take(kit.store, kit.now(), kit.now())
    assert (found.outbox_failed, found.outbox_held) == counted
