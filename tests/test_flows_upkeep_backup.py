import datetime as dt
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import export_builders as builders
import pytest
import servers_dovecot
from intake_builders import NOON, Clock, context, mail, watched
from invoice_list_builders import decision, new_answer
from servers_dovecot import Dovecot
from servers_postgres import Postgres

from flows import exports, wiring
from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.imap import ImapSource
from flows.upkeep import backup, doctor, upgrading
from flows.upkeep.rescan import rescan
from flows.upkeep.restore import restore
from models import archive, dump, store
from models.configuration import Secret, Settings
from models.contract_terms import Attested, Due
from models.errors import ConfigurationError, DatabaseError, UsageError
from models.health import Examination, State
from models.invoice_desk import (
    AnsweredList,
    ColumnChoice,
    ExportKind,
    NoticeSwitch,
    Revision,
    RowChange,
)
from models.invoice_sources import Said
from models.invoicing import Code, Teller
from models.kill_point import KILL
from models.receipt import Ledger
from models.rows.inbox import messages
from models.rows.invoicing import (
    column_choices,
    invoice_lists,
    notice_switches,
    profiles,
    revisions,
    row_changes,
)
from models.rows.invoicing.revisions import Words
from models.rows.post.outbox_desk import Renewal
from models.store import Store

ROOT = Path(__file__).parent.parent
CANARY = "canary-5a1f-hunter2"


def settings(data: Path, url: str | None = None) -> Settings:
    return Settings(data, Secret(url or f"sqlite:///{data / 'countercheck.db'}"), prefect=False)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that holds three files, one of them put aside, and settings with a secret."""
    found = tmp_path / "data"
    found.mkdir()
    inbox = watched(tmp_path / "inbox")
    for name, content in {"a": "ORDER 4501", "b": "CLEAN 合同\u2028\ud83d\ude00", "c": "BUG 1"}.items():
        (inbox.path / name).write_text(content.encode("utf-16", "surrogatepass").decode("utf-16"))
    kit = context(found, inbox)
    for _ in range(3):
        intake_once(kit)
    _invoicing(kit)
    (found / "countercheck.toml").write_text(f'[mailbox]\nhost = "h"\nuser = "u"\npassword = "{CANARY}"\n')
    store.close(kit.store)
    return found


def _invoicing(kit: Context) -> None:
    """Keep something in every table of the weekly invoice list."""
    for kind, export in ((ExportKind.ORDERS, builders.ORDERS), (ExportKind.PROFILES, builders.PROFILES)):
        exports.import_data(kit, kind, export.encode(), f"{kind}.csv")
    chosen = ColumnChoice("orders", "f" * 64, {"Stück": "quantity"}, "desk", NOON)
    column_choices.remember(kit.store, chosen)
    held = decision("30005678", Code.HOLD_NOT_SHIPPED), decision("30005679", Code.CONSOLIDATE)
    for source in ("a", "c"):
        sha256 = archive.put(kit.archive, source.encode())
        answered = replace(
            new_answer(*held, week=9, source=source), sha256=sha256, reply_sha256=sha256, used=(1,)
        )
        summary, _ = invoice_lists.record(kit.store, answered)
    said = Attested("30005678", Due.ON_ACCEPTANCE, NOON.date(), "Wang", "报告", "desk", NOON)

    def revising(stands: AnsweredList, _before: Words, _after: Words, word: int) -> Revision:
        rows = {0: replace(stands.rows[0].decision, code=Code.INVOICE)}
        return Revision(word, Said("word_given"), rows, stands.answer.groups, (1,), "desk", NOON)

    revisions.put(kit.store, said, {summary.number: revising}, lambda *_: Renewal())
    row_changes.change(kit.store, summary.number, 0, RowChange(Code.INVOICE, "合同", "desk", NOON))
    proposed = profiles.propose(
        kit.store,
        "100234",
        {"acceptance": "no"},
        list_number=summary.number,
        position=0,
        why="合同",
        by="desk",
        now=NOON,
    )
    profiles.settle(kit.store, proposed.number, accepted=True, by="desk", now=NOON)
    switch = NoticeSwitch(Code.INVOICE, Teller.CUSTOMER, automatic=True, by="desk", at=NOON)
    notice_switches.switch(kit.store, switch)


def rows(url: str) -> dict[str, list[bytes]]:
    opened = store.connect(url)
    with dump.reading(opened) as found:
        content = {name: list(found.lines(name)) for name in found.tables()}
    store.close(opened)
    return content


def url_of(data: Path) -> str:
    return settings(data).database.reveal()


@pytest.mark.parametrize("name", ["out.tar", "out.tar.gz"])
def test_a_backup_restored_into_an_empty_folder_holds_every_row_and_every_file(
    tmp_path: Path, data: Path, name: str
) -> None:
    made = backup.make(settings(data), tmp_path / name, NOON, with_secrets=False)
    restored = restore(tmp_path / name, tmp_path / "new", NOON)
    assert made == restored.held
    assert restored.missing == ()
    assert restored.ledger == Ledger(seen=3, processed=2, quarantined=1, waiting=0)
    assert rows(url_of(tmp_path / "new")) == rows(url_of(data))
    empty = {name for name, content in rows(url_of(data)).items() if not content}
    assert not {
        each for each in empty if each.startswith(("export", "column", "invoice", "profile", "notice"))
    }
    files = [each.relative_to(data / "archive") for each in (data / "archive").rglob("*") if each.is_file()]
    assert len(files) == made.files >= 3
    for each in files:
        assert (tmp_path / "new" / "archive" / each).read_bytes() == (data / "archive" / each).read_bytes()
    assert (tmp_path / name).stat().st_mode & 0o077 == 0


def test_what_is_secret_is_only_in_it_if_asked_for(tmp_path: Path, data: Path) -> None:
    backup.make(settings(data), tmp_path / "plain.tar", NOON, with_secrets=False)
    assert CANARY.encode() not in (tmp_path / "plain.tar").read_bytes()
    backup.make(settings(data), tmp_path / "whole.tar", NOON, with_secrets=True)
    restore(tmp_path / "whole.tar", tmp_path / "new", NOON)
    kept = tmp_path / "new" / "countercheck.toml"
    assert CANARY in kept.read_text()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_it_is_one_state_of_the_database_while_others_write(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every message has its sighting and its parts, though messages come in between two tables."""
    kit = context(data, watched(tmp_path / "inbox"))
    plain, count = dump.Rows.lines, 0

    def lines(found: dump.Rows, table: str) -> Iterator[bytes]:
        nonlocal count
        count += 1
        (tmp_path / "inbox" / f"late-{count}").write_text(f"ORDER 77{count}")
        worker = threading.Thread(target=intake_once, args=(kit,))
        worker.start()
        worker.join()
        return plain(found, table)

    monkeypatch.setattr(dump.Rows, "lines", lines)
    backup.make(settings(data), tmp_path / "out.tar", NOON, with_secrets=False)
    monkeypatch.undo()
    assert count > 5
    assert messages.ledger(kit.store).seen >= 3 + count
    restored = restore(tmp_path / "out.tar", tmp_path / "new", NOON)
    found = doctor.examination(context(tmp_path / "new"), settings(tmp_path / "new"), full=True)
    assert restored.missing == ()
    assert found.healthy, [each for each in found.findings if each.state is not State.OK]


def test_a_backup_that_was_changed_is_refused_before_anything_is_written(tmp_path: Path, data: Path) -> None:
    out = tmp_path / "out.tar"
    backup.make(settings(data), out, NOON, with_secrets=False)
    whole = out.read_bytes()
    held = [(name, content.read()) for name, content in backup.members(out)]
    for at in range(600, len(whole), len(whole) // 40):
        out.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        # Padding between two members means nothing; whatever means something is noticed.
        try:
            backup.verified(out)
        except UsageError:
            with pytest.raises(UsageError):
                restore(out, tmp_path / "new", NOON)
            assert not (tmp_path / "new").exists()
        else:
            assert [(name, content.read()) for name, content in backup.members(out)] == held
    out.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UsageError, match=r"whole backup|cannot be read"):
        restore(out, tmp_path / "new", NOON)


def test_a_flipped_byte_in_a_kept_file_is_named(tmp_path: Path, data: Path) -> None:
    out = tmp_path / "out.tar"
    backup.make(settings(data), out, NOON, with_secrets=False)
    whole = out.read_bytes()
    out.write_bytes(whole.replace(b"ORDER 4501", b"ORDER 4502", 1))
    with pytest.raises(UsageError, match="was changed: files/"):
        restore(out, tmp_path / "new", NOON)


def test_a_member_that_names_a_path_outside_writes_nothing_there(tmp_path: Path, data: Path) -> None:
    out = tmp_path / "out.tar"
    backup.make(settings(data), out, NOON, with_secrets=False)
    with tarfile.open(out, "a") as tar:
        for name in ("secrets/../../evil", "/evil", "../evil"):
            entry = tarfile.TarInfo(name)
            entry.size = 4
            tar.addfile(entry, io.BytesIO(b"evil"))
    restore(out, tmp_path / "new", NOON)
    assert not list(tmp_path.rglob("evil"))


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path, data: Path) -> None:
    backup.make(settings(data), tmp_path / "out.tar", NOON, with_secrets=False)
    with pytest.raises(UsageError, match="not empty"):
        restore(tmp_path / "out.tar", data, NOON)
    with pytest.raises(UsageError, match="there already"):
        backup.make(settings(data), tmp_path / "out.tar", NOON, with_secrets=False)
    with pytest.raises(UsageError, match="ends in"):
        backup.make(settings(data), tmp_path / "out.zip", NOON, with_secrets=False)


def test_a_restore_that_was_broken_off_leaves_a_folder_that_nothing_works_with(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.make(settings(data), tmp_path / "out.tar", NOON, with_secrets=False)

    def full(*_: object) -> str:
        raise archive.ArchiveError("no space")

    with monkeypatch.context() as patch:
        patch.setattr(archive, "put_unflushed", full)
        with pytest.raises(archive.ArchiveError):
            restore(tmp_path / "out.tar", tmp_path / "new", NOON)
    with pytest.raises(ConfigurationError, match="broken off"), wiring.opened(settings(tmp_path / "new")):
        pass


def test_a_missing_file_is_listed_and_does_not_hold_up_the_rest(tmp_path: Path, data: Path) -> None:
    blobs = archive.open_archive(data / "archive")
    lost = min(archive.names(blobs))
    damaged = max(archive.names(blobs))
    archive.path(blobs, lost).unlink()
    archive.path(blobs, damaged).chmod(0o600)
    archive.path(blobs, damaged).write_bytes(b"other")
    made = backup.make(settings(data), tmp_path / "out.tar", NOON, with_secrets=False)
    assert made.missing == (damaged,)
    assert lost in restore(tmp_path / "out.tar", tmp_path / "new", NOON).missing


@pytest.mark.postgres
def test_a_backup_moves_an_installation_to_postgresql_and_back(
    tmp_path: Path, data: Path, postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.make(settings(data), tmp_path / "out.tar", NOON, with_secrets=False)
    url = postgres.make("moved")
    with monkeypatch.context() as patch:
        patch.setenv("COUNTERCHECK_DATABASE", url)
        restore(tmp_path / "out.tar", tmp_path / "served", NOON)
        with pytest.raises(UsageError, match="database that the settings name is not empty"):
            restore(tmp_path / "out.tar", tmp_path / "other", NOON)
    assert rows(url) == rows(url_of(data))
    inbox = watched(tmp_path / "inbox")
    (inbox.path / "more").write_text("ORDER 9001")
    kit = context(tmp_path / "served", inbox, url=url)
    assert intake_once(kit).counts == Ledger(seen=4, processed=3, quarantined=1, waiting=0)
    store.close(kit.store)
    backup.make(settings(tmp_path / "served", url), tmp_path / "back.tar.gz", NOON, with_secrets=False)
    restore(tmp_path / "back.tar.gz", tmp_path / "home", NOON)
    assert rows(url_of(tmp_path / "home")) == rows(url)


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    if servers_dovecot.PROGRAM is None:
        pytest.skip(servers_dovecot.MISSING)
    with servers_dovecot.running() as dovecot:
        yield dovecot


@pytest.mark.dovecot
def test_yesterdays_backup_and_a_rescan_come_to_the_same_account(tmp_path: Path, server: Dovecot) -> None:
    """Fault 18: what came in since the backup is taken in from the mailbox; nothing is there twice."""
    (tmp_path / "old").mkdir()
    mailbox = ImapSource(server.mailbox("backup"))
    old = context(tmp_path / "old", mailbox, now=Clock())
    server.deliver("backup", *(mail(f"yesterday {at}", f"ORDER {at}") for at in range(6)))
    intake_once(old)
    backup.make(settings(tmp_path / "old"), tmp_path / "out.tar", NOON, with_secrets=False)
    server.deliver("backup", *(mail(f"today {at}", f"ORDER 8{at}") for at in range(20)), mail("odd", "BUG 1"))
    for _ in range(3):
        intake_once(old)
    before, shown = messages.ledger(old.store), everything(server)
    restore(tmp_path / "out.tar", tmp_path / "new", NOON)
    new = context(tmp_path / "new", mailbox, now=Clock())
    assert intake_once(new).new == 0, "they are not in the inbox any more"
    found = examined(new)
    assert found.unaccounted == 21
    assert rescan(new).new == 21
    for _ in range(3):
        again = rescan(new)
    assert (again.new, again.worked) == (0, ())
    assert messages.ledger(new.store) == before == Ledger(27, 26, 1, 0)
    assert everything(server) == shown, "no mail was moved, copied or removed"
    found = examined(new)
    assert found.healthy, found.findings
    assert found.unaccounted == 0


def examined(kit: Context) -> Examination:
    return doctor.examination(kit, settings(kit.archive.root.parent), full=True)


def everything(server: Dovecot) -> list[list[bytes]]:
    return [
        server.contents("backup", each) for each in ("INBOX", "countercheck/Done", "countercheck/Quarantine")
    ]


@contextmanager
def bare(url: str) -> Iterator[Store]:
    opened = store.bare(url)
    try:
        yield opened
    finally:
        store.close(opened)


FIRST = """
INSERT INTO message (raw_sha256, kind, size, first_seen_at, state, outcome_code, attempts, lease_fence)
VALUES ('{sha}', 'full', 5, '2026-03-02 12:00:00.000000', 'processed', 'no_order', 1, 1);
INSERT INTO sighting (account_id, folder, uidvalidity, uid, raw_sha256, seen_at, fetch_failures)
VALUES ('mail:me', 'INBOX', 1, '7', '{sha}', '2026-03-02 12:00:00.000000', 0);
INSERT INTO quotation_snapshot (id, taken_at, name, source_sha256, quotations, items)
VALUES (1, '2026-03-02 12:00:00.000000', 'va25.csv', '{sha}', 0, 0);
"""


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A data folder of the first version, with rows."""
    found = tmp_path / "first"
    found.mkdir()
    with bare(url_of(found)) as opened, dump.loading(opened, "0001"):
        pass
    with sqlite3.connect(found / "countercheck.db") as behind:
        behind.executescript(FIRST.format(sha="ab" * 32))
    behind.close()
    return found


def test_an_old_database_is_copied_and_then_upgraded_with_its_rows(first: Path) -> None:
    with wiring.opened(settings(first)) as kit:
        assert messages.ledger(kit.store).processed == 1
    (copy,) = (first / upgrading.FOLDER).iterdir()
    assert copy.name.startswith(f"before-{store.head()}-from-0001-")
    with sqlite3.connect(copy) as old:
        assert old.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        assert old.execute("SELECT count(*) FROM sighting").fetchone() == (1,)
    old.close()
    with wiring.opened(settings(first)):
        pass
    assert list((first / upgrading.FOLDER).iterdir()) == [copy], "nothing is copied without an upgrade"


def test_only_the_last_three_copies_are_kept(first: Path) -> None:
    folder = first / upgrading.FOLDER
    folder.mkdir()
    for at in range(5):
        (folder / f"before-x-{at}.db").write_text("old")
        os.utime(folder / f"before-x-{at}.db", (at, at))
    with wiring.opened(settings(first)):
        pass
    assert len(list(folder.iterdir())) == upgrading.KEPT


def test_without_room_for_the_copy_nothing_is_upgraded(first: Path) -> None:
    (first / upgrading.FOLDER).write_text("in the way")
    with pytest.raises(DatabaseError, match="not upgraded"), wiring.opened(settings(first)):
        pass
    with sqlite3.connect(first / "countercheck.db") as behind:
        assert behind.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    behind.close()


@pytest.mark.parametrize("point", ["copy_written", "copied_before_upgrade"])
def test_killed_in_the_upgrade_the_next_start_goes_on(first: Path, point: str) -> None:
    """Fault 17."""
    script = (
        "import sys; from pathlib import Path; sys.path.insert(0, 'tests')\n"
        "from test_flows_upkeep_backup import settings, wiring\n"
        "with wiring.opened(settings(Path(sys.argv[1]))): pass\n"
    )
    command = [sys.executable, "-c", script, str(first)]
    killed = subprocess.run(command, cwd=ROOT, env={**os.environ, KILL: point}, check=False)
    assert killed.returncode == -9
    subprocess.run(command, cwd=ROOT, check=True)
    with sqlite3.connect(first / "countercheck.db") as behind:
        assert behind.execute("SELECT version_num FROM alembic_version").fetchall() == [(store.head(),)]
        assert behind.execute("SELECT count(*) FROM message").fetchone() == (1,)
    behind.close()
    assert not list((first / upgrading.FOLDER).glob(".*"))


@pytest.mark.parametrize("version", ["0001", "0002", "0003", "0004", "0005"])
def test_a_backup_of_an_older_version_is_restored_and_brought_up(
    tmp_path: Path, first: Path, version: str
) -> None:
    with bare(url_of(first)) as opened:
        with opened.writer.begin() as connection:
            store.upgrade(connection, version)
        with dump.reading(opened) as found:
            backup.copy_rows(found, tmp_path / "old.tar.gz", NOON)
    restored = restore(tmp_path / "old.tar.gz", tmp_path / "new", NOON)
    assert restored.held.version == version
    assert restored.ledger.processed == 1
    assert restored.missing == ("ab" * 32,)


@pytest.mark.postgres
def test_a_postgresql_database_is_copied_before_it_is_upgraded(tmp_path: Path, postgres: Postgres) -> None:
    url = postgres.make("upgraded")
    with bare(url) as opened, dump.loading(opened, "0001") as loading:
        line = {"name": "case", "value": 7}
        loading.load("counter", [json.dumps(line).encode()])
    with wiring.opened(settings(tmp_path / "data", url)):
        pass
    (copy,) = (tmp_path / "data" / upgrading.FOLDER).iterdir()
    assert backup.verified(copy).tables["counter"].rows == 1


def test_the_command_line_backs_up_and_restores(tmp_path: Path, data: Path) -> None:
    program = shutil.which("countercheck", path=str(Path(sys.executable).parent))
    assert program is not None

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        given = {name: value for name, value in os.environ.items() if not name.startswith("COUNTERCHECK_")}
        command = [program, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=given, cwd=tmp_path)

    (data / "countercheck.toml").write_text("watched = '/nowhere'\n")
    (data / "countercheck.toml").chmod(0o600)
    done = run("backup", "out.tar.gz", "--data", data, "--lang", "en")
    assert done.returncode == 0, done.stderr
    again = run("backup", "out.tar.gz", "--data", data, "--lang", "en")
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    back = run("restore", "out.tar.gz", "--data", "new", "--lang", "en")
    assert back.returncode == 0, back.stderr
    assert "rescan" in back.stdout
    well = run("doctor", "--data", "new", "--lang", "en")
    assert well.returncode == 0, well.stdout + well.stderr
    assert well.stdout.splitlines()[-1].startswith("3 messages received = 2 processed + 1 put aside")
    next(each for each in (tmp_path / "new" / "archive").rglob("*") if each.is_file()).unlink()
    ill = run("doctor", "--data", "new", "--json")
    assert ill.returncode == 1
    lines = [json.loads(each) for each in ill.stdout.splitlines()]
    assert [each["code"] for each in lines if each.get("state") == "problem"] == ["blobs_missing"]
    assert lines[-1]["healthy"] is False


def test_the_day_of_a_backup_is_in_it(tmp_path: Path, data: Path) -> None:
    made = backup.make(settings(data), tmp_path / "out.tar", NOON, with_secrets=False)
    assert dt.datetime.fromisoformat(made.made_at) == NOON
    assert replace(made, made_at="") != made
