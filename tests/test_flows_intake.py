import datetime as dt
import logging
from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import CORE, NOON, Clock, Reads, context, mail, open_file, read_part, watched
from sqlmodel import col, select

from flows.context import Context
from flows.intake import IntakeReport, intake_once
from flows.mailboxes.folder import WatchedFolder
from flows.mailboxes.polling import poll
from flows.messages import handling
from flows.messages.handling import Ended
from models import archive, audit, store
from models.archive import ArchiveError
from models.case import CaseState, Role
from models.comparison import Verdict
from models.errors import MailboxError
from models.message import Opened, Part
from models.reading import Extraction
from models.receipt import Ledger, MessageState, Received, SightingKey
from models.rows.cases import cases
from models.rows.inbox import leases, messages, sightings, work
from models.tables import FindingRow


@pytest.fixture
def inbox(tmp_path: Path) -> WatchedFolder:
    return watched(tmp_path / "inbox")


def drop(inbox: WatchedFolder, **files: str | bytes) -> None:
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (inbox.path / name).write_bytes(data)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.is_file())


def test_an_order_becomes_a_case_and_the_file_is_moved(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, order="ORDER 4501")
    kit = context(tmp_path, inbox)
    report = intake_once(kit)
    assert report.counts == Ledger(seen=1, processed=1, quarantined=0, waiting=0)
    assert [(each.number, each.state, each.verdict) for each in report.cases] == [
        (1, CaseState.OPEN, Verdict.REVIEW)
    ]
    assert report.cases[0].document_number == "4501"
    assert report.cases[0].reasons == ("differs:unit_price", "note:H04")
    assert names(inbox.path) == []
    assert names(inbox.path / "done") == ["order"]


def test_a_second_run_adds_nothing(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, order="ORDER 4501", clean="CLEAN 4502", odd="BUG 1")
    kit = context(tmp_path, inbox)
    intake_once(kit)
    before = everything(kit)
    again = intake_once(kit)
    assert everything(kit) == before
    assert (again.new, again.worked, again.cases) == (0, (), ())


def everything(kit: Context) -> object:
    """Return every row of every table but the leases and their fences."""
    with kit.store.reader.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        return {
            table: connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            for table in tables.all()
            if table != "mailbox_lease"
        }


def test_a_match_is_a_clear_case(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, clean="CLEAN 4502")
    (case,) = intake_once(context(tmp_path, inbox)).cases
    assert (case.state, case.verdict, case.reasons) == (CaseState.CLEAR, Verdict.MATCH, ())


def test_a_part_that_cannot_be_read_is_a_case_with_its_reason(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, locked="ENCRYPTED")
    (case,) = intake_once(context(tmp_path, inbox)).cases
    assert (case.state, case.verdict) == (CaseState.OPEN, Verdict.UNREADABLE)
    assert case.reasons == ("unreadable:encrypted",)


def test_a_change_order_is_a_case_though_it_is_not_compared(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, change="CHANGE 4501")
    (case,) = intake_once(context(tmp_path, inbox)).cases
    assert (case.verdict, case.reasons) == (Verdict.REVIEW, ("not_compared:change_order",))


def test_a_message_without_any_order_is_one_case(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, drawing="DRAWING 7", holiday="We are closed")
    report = intake_once(context(tmp_path, inbox))
    assert [each.reasons for each in report.cases] == [("no_order",), ("no_order",)]


def test_a_drawing_beside_an_order_is_kept_and_listed_without_a_case(
    tmp_path: Path, inbox: WatchedFolder
) -> None:
    kit = context(tmp_path, inbox, core=replace(CORE, open_file=two_parts))
    drop(inbox, both="ORDER 4501\nDRAWING 7")
    report = intake_once(kit)
    assert len(report.cases) == 1
    found = messages.detail(kit.store, report.worked[0].raw_sha256)
    assert found is not None
    assert [(each.kinds, each.cases) for each in found.parts] == [
        (("purchase_order",), (1,)),
        (("drawing",), ()),
    ]
    assert archive.get(kit.archive, found.parts[1].doc_sha256) == b"DRAWING 7"


def two_parts(data: bytes, name: str | None) -> Opened:
    first, second = (open_file(line, name).parts[0] for line in data.splitlines())
    return Opened((first, replace(second, ordinal=1)))


def test_the_same_document_in_another_message_is_read_once_and_opens_one_case(
    tmp_path: Path, inbox: WatchedFolder
) -> None:
    reads = Reads()
    kit = context(tmp_path, inbox, core=replace(CORE, open_file=first_line, read_part=reads))
    drop(inbox, one="ORDER 4501\nfirst mail", other="ORDER 4501\nsecond mail")
    intake_once(kit)
    assert len(reads.hashes) == 1
    found = cases.detail(kit.store, 1)
    assert found is not None
    assert cases.detail(kit.store, 2) is None
    assert [each.role for each in found.messages] == [Role.FIRST, Role.DUPLICATE]
    assert found.summary.messages == 2


def first_line(data: bytes, name: str | None) -> Opened:
    return open_file(data.splitlines()[0], name)


def test_the_same_bytes_under_two_names_are_one_message_and_both_are_moved(
    tmp_path: Path, inbox: WatchedFolder
) -> None:
    drop(inbox, a="ORDER 4501", b="ORDER 4501")
    report = intake_once(context(tmp_path, inbox))
    assert report.counts.seen == 1
    assert names(inbox.path / "done") == ["a", "b"]


def test_a_file_dropped_again_is_known_and_moved_again(tmp_path: Path, inbox: WatchedFolder) -> None:
    kit = context(tmp_path, inbox)
    for _ in range(2):
        drop(inbox, order="ORDER 4501")
        report = intake_once(kit)
    assert report.counts.seen == 1
    assert names(inbox.path) == []


def test_a_message_that_breaks_the_reader_is_put_aside_after_three_attempts(
    tmp_path: Path, inbox: WatchedFolder, caplog: pytest.LogCaptureFixture
) -> None:
    drop(inbox, odd="BUG secret-words", order="ORDER 4501")
    kit = context(tmp_path, inbox)
    with caplog.at_level(logging.DEBUG):
        report = intake_once(kit)
    assert report.counts == Ledger(seen=2, processed=1, quarantined=1, waiting=0)
    assert [(each.why, each.detail) for each in report.quarantined] == [("poison", "ZeroDivisionError")]
    assert names(inbox.path / "quarantine") == ["odd"]
    assert [each.ended for each in report.worked].count(Ended.FAILED) == handling.ATTEMPTS
    assert "ZeroDivisionError" in caplog.text
    assert "secret-words" not in caplog.text


def test_a_full_disk_is_not_the_message_s_fault(
    tmp_path: Path, inbox: WatchedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> str:
        raise ArchiveError("make room")

    drop(inbox, order="ORDER 4501")
    clock = Clock()
    kit = context(tmp_path, inbox, now=clock)
    poll(kit, inbox)
    for _ in range(5):
        with monkeypatch.context() as patch:
            patch.setattr(archive, "put", full)
            with pytest.raises(ArchiveError):
                intake_once(kit)
        clock.forward(61)
    assert intake_once(kit).counts == Ledger(seen=1, processed=1, quarantined=0, waiting=0)


def test_a_kept_file_that_was_changed_puts_its_message_aside(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, order="ORDER 4501")
    kit = context(tmp_path, inbox)
    poll(kit, inbox)
    (blob,) = [each for each in kit.archive.root.glob("??/*") if each.is_file()]
    blob.chmod(0o600)
    blob.write_bytes(b"ORDER 4599")
    (aside,) = intake_once(kit).quarantined
    assert aside.why == "blob_corrupt"


def test_a_file_above_the_limit_is_put_aside_with_a_description(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, large="ORDER 4501" + " " * 2000)
    kit = context(tmp_path, inbox, max_message_bytes=1024)
    (aside,) = intake_once(kit).quarantined
    assert (aside.why, aside.size, aside.name) == ("too_large", 2010, "large")
    assert names(inbox.path / "quarantine") == ["large"]
    assert b"size: 2010" in archive.get(kit.archive, aside.raw_sha256)


def test_a_source_that_fails_is_named_and_does_not_hold_up_the_others(
    tmp_path: Path, inbox: WatchedFolder
) -> None:
    drop(inbox, order="ORDER 4501")
    gone = WatchedFolder(tmp_path / "not" / "there")
    report = intake_once(context(tmp_path, gone, inbox))
    assert report.counts.processed == 1
    (failure,) = report.failures
    assert isinstance(failure.error, MailboxError)
    assert "not/there" in str(failure.error)


def test_a_source_that_somebody_else_speaks_to_is_left_alone(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, order="ORDER 4501")
    clock = Clock()
    kit = context(tmp_path, inbox, now=clock)
    lease = leases.take(kit.store, inbox.account, inbox.folder, "somebody else", NOON)
    assert intake_once(kit).counts.seen == 0
    clock.forward(leases.TIME_TO_LIVE.total_seconds() + 1)
    assert intake_once(kit).counts.seen == 1
    assert lease is not None
    with pytest.raises(leases.LeaseLostError):
        sightings.record(kit.store, lease, SightingKey("a", "b", 0, "c"), Received("a" * 64, 1), NOON)


def test_the_result_of_a_worker_that_overslept_is_refused(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, order="ORDER 4501")
    clock = Clock()
    kit = context(tmp_path, inbox, now=clock)
    poll(kit, inbox)
    slow = work.claim(kit.store, "slow", clock())
    assert slow is not None
    clock.forward(work.TIME_TO_LIVE.total_seconds() + 1)
    assert intake_once(kit).counts.processed == 1
    assert handling.handle(kit, slow).ended is Ended.TAKEN
    assert cases.counted(kit.store) == {CaseState.OPEN: 1}


def test_work_that_takes_long_keeps_its_claim(tmp_path: Path, inbox: WatchedFolder) -> None:
    clock = Clock()

    def slowly(part: Part, source: str) -> tuple[Extraction, ...]:
        clock.forward(70)
        assert work.claim(kit.store, "other", clock()) is None
        return read_part(part, source)

    kit = context(tmp_path, inbox, now=clock, core=replace(CORE, open_file=six_parts, read_part=slowly))
    drop(inbox, order="")
    report = intake_once(kit)
    assert len(report.cases) == 6
    assert [each.ended for each in report.worked] == [Ended.SETTLED]


def six_parts(data: bytes, name: str | None) -> Opened:
    numbered = (open_file(data + b"ORDER %d" % at, name).parts[0] for at in range(6))
    return Opened(tuple(replace(part, ordinal=at) for at, part in enumerate(numbered)))


def test_an_interrupted_attempt_is_not_counted(tmp_path: Path, inbox: WatchedFolder) -> None:
    def interrupt(_: Part, __: str) -> tuple[Extraction, ...]:
        raise KeyboardInterrupt

    drop(inbox, order="ORDER 4501")
    kit = context(tmp_path, inbox, core=replace(CORE, read_part=interrupt))
    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            intake_once(kit)
    assert intake_once(replace(kit, core=CORE)).counts.processed == 1


def test_asked_to_stop_it_finishes_the_message_at_hand(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, a="ORDER 1", b="ORDER 2", c="ORDER 3")
    kit = context(tmp_path, inbox)
    poll(kit, inbox)
    answers = iter([False, True])
    stopped = intake_once(replace(kit, sources=(), should_stop=lambda: next(answers)))
    assert stopped.counts == Ledger(seen=3, processed=1, quarantined=0, waiting=2)
    assert intake_once(kit).counts == Ledger(seen=3, processed=3, quarantined=0, waiting=0)


def test_a_large_backlog_is_fetched_in_batches(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, **{f"order{at}": f"ORDER {at}" for at in range(5)})
    kit = context(tmp_path, inbox, batch=2)
    reports: list[IntakeReport] = [intake_once(kit)]
    while reports[-1].more:
        reports.append(intake_once(kit))
    assert [each.new for each in reports] == [2, 2, 1]
    assert reports[-1].counts.processed == 5


def test_what_is_left_to_decide_is_kept_each_once_and_nothing_is_swallowed(
    tmp_path: Path, inbox: WatchedFolder
) -> None:
    drop(inbox, order="ORDER 4501")
    kit = context(tmp_path, inbox)
    intake_once(kit)
    with store.reading(kit.store) as session:
        rows = session.exec(
            select(FindingRow).order_by(col(FindingRow.code), col(FindingRow.occurrence))
        ).all()
    assert [(each.code, each.outcome, each.occurrence, each.document_sure) for each in rows] == [
        ("H04", "note", 0, True),
        ("L05", "equal", 0, False),
        ("L06", "differs", 0, True),
        ("L06", "differs", 1, True),
    ]


def test_a_case_shows_what_was_read_and_compared(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, order="ORDER 4501")
    kit = context(tmp_path, inbox)
    intake_once(kit)
    found = cases.detail(kit.store, 1)
    assert found is not None
    assert found.document is not None
    assert archive.get(kit.archive, found.document.sha256) == b"ORDER 4501"
    assert found.extraction is not None
    assert found.extraction.reading is not None
    assert found.extraction.reading.header.document_number is not None
    assert found.comparison is not None
    assert found.comparison.quotation_number == "2001"
    assert found.versions == CORE.versions
    assert [each.message.name for each in found.messages] == ["order"]


def test_cases_are_numbered_without_gaps(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, a="ORDER 1", b="BUG", c="ORDER 2", d="nothing", e="ORDER 1 ")
    kit = context(tmp_path, inbox)
    intake_once(kit)
    numbers = [each.number for each in cases.listed(kit.store)]
    assert numbers == list(range(len(numbers), 0, -1))


def test_every_final_state_is_in_the_unbroken_audit_trail(tmp_path: Path, inbox: WatchedFolder) -> None:
    drop(inbox, a="ORDER 1", b="BUG", c="nothing")
    kit = context(tmp_path, inbox)
    intake_once(kit)
    number, _ = audit.head(kit.store)
    assert number == 3
    assert audit.first_broken(kit.store) is None


@pytest.mark.parametrize("state", list(MessageState))
def test_messages_are_listed_by_state(tmp_path: Path, inbox: WatchedFolder, state: MessageState) -> None:
    drop(inbox, a="ORDER 1", b="BUG")
    kit = context(tmp_path, inbox)
    intake_once(kit)
    drop(inbox, c="ORDER 3")
    poll(kit, inbox)
    expected = {MessageState.PROCESSED: "a", MessageState.QUARANTINED: "b", MessageState.STORED: "c"}
    assert [each.name for each in messages.listed(kit.store, state)] == [expected[state]]


def test_the_headers_of_a_mail_are_kept_for_people(tmp_path: Path, inbox: WatchedFolder) -> None:
    def as_mail(data: bytes, _: str | None) -> Opened:
        return open_file(data, None)

    drop(inbox, mail=mail("转发: 采购订单 4501", "ORDER 4501"))
    kit = context(tmp_path, inbox, core=replace(CORE, open_file=as_mail))
    (case,) = intake_once(kit).cases
    assert (case.subject, case.sender) == ("转发: 采购订单 4501", "Wang Li <wang.li@works.example>")
    (line,) = messages.listed(kit.store)
    assert line.sent_at == dt.datetime(2026, 3, 2, 1, 30, tzinfo=dt.UTC)
