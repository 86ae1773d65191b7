"""Weekly lists from a folder: answered when their week's run is due, once each, whatever was missed."""

import datetime as dt
import io
import zoneinfo
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from invoice_list_desk import (
    CHINESE,
    ENGLISH,
    clock,
    desk,
    files,
    made,
    monday,
    put,
    stock,
    week,
)
from servers_smtp import Post

from flows.context import Context
from flows.invoicing import weekly
from flows.mailboxes.folder import WatchedFolder
from flows.parts import Health
from flows.post import outbox
from flows.upkeep import duties
from models import archive, audit
from models.answering import Mail, MailKind, MailState, Why
from models.configuration import Secret, Settings, Weekly
from models.contract_terms import Attested, Due
from models.invoice_desk import ExportKind, NoticeSwitch
from models.invoicing import Code, Teller
from models.rows.inbox import leases
from models.rows.invoicing import exports, invoice_lists, notice_switches, revisions
from models.rows.invoicing.attestations import TakenBack
from models.rows.post import outbox_desk
from models.rows.post.outbox_desk import Renewal

HOUR, DAY, WEEK = dt.timedelta(hours=1), dt.timedelta(days=1), dt.timedelta(days=7)
LIST = made(CHINESE).contents["list"][1]


@pytest.fixture
def kit(tmp_path: Path, post: Post) -> Context:
    kit = desk(tmp_path, post)
    stock(kit, CHINESE, taken=monday())
    return kit


def run(kit: Context, moment: dt.datetime) -> list[int]:
    """Run three times at a moment, as Prefect may; return the numbers of the lists that were answered."""
    clock(kit).moment = moment
    found = []
    for _ in range(3):
        done = weekly.answer_due(kit)
        assert done is not None
        found += [each.number for each in done.answered]
    return found


def corrected(data: bytes) -> bytes:
    """Return a workbook with another remark, as finance sends it when something was forgotten."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    sheet.cell(sheet.max_row, 12).value = "已更正"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_a_list_waits_for_the_run_of_its_week_and_is_answered_once(kit: Context, post: Post) -> None:
    begin = monday()
    put(kit, "本周开票.xlsx", LIST, begin + HOUR)
    assert run(kit, begin + 2 * HOUR) == []
    assert files(kit) == ["本周开票.xlsx"]
    assert run(kit, begin + 9 * HOUR) == [1]
    assert files(kit) == []
    assert files(kit, "done") == ["本周开票.xlsx"]
    (summary,) = invoice_lists.summaries(kit.store)
    assert summary.week == week(begin)
    assert summary.rows == len(made(CHINESE).expected)
    assert summary.missing == ()
    assert outbox.send(kit).sent == 1
    (sent,) = post.mails
    assert sent["To"] == "finance@works.example"
    assert (
        sent["Subject"]
        == f"开票清单 本周开票.xlsx（{begin.isocalendar().year}-W{begin.isocalendar().week:02d} 周）"
    )
    assert sent["Auto-Submitted"] == "auto-replied"
    text, book = sent.iter_parts()
    assert "未能判断" not in text.get_content().splitlines()[0]
    sheet = openpyxl.load_workbook(io.BytesIO(book.get_content())).worksheets[0]
    assert "决定" in {cell.value for row in sheet.iter_rows() for cell in row}
    assert archive.get(kit.archive, summary.reply_sha256 or "") == book.get_content()


def test_every_run_that_was_missed_is_caught_up_for_its_own_week(kit: Context) -> None:
    last = monday() + 3 * WEEK
    moments = [*(last - at * WEEK + 2 * DAY for at in (3, 2, 1)), last + 7 * HOUR]
    for at, moment in enumerate(moments):
        put(kit, f"list {at}.xlsx", LIST, moment)
    assert run(kit, last + 8 * HOUR) == [1, 2, 3], "the machine was off for three weeks"
    assert run(kit, last + 9 * HOUR) == [4]
    answered = invoice_lists.summaries(kit.store)
    assert [each.week for each in answered][::-1] == [week(each) for each in moments]
    assert {each.superseded_by for each in answered} == {None}


def test_a_persons_word_counts_in_later_lists_until_it_is_taken_back(kit: Context) -> None:
    begin = monday()
    put(kit, "first.xlsx", LIST, begin)
    assert run(kit, begin + 9 * HOUR) == [1]
    first = invoice_lists.found(kit.store, 1)
    assert first is not None
    held = next(each for each in first.rows if each.code is Code.HOLD_NOT_ACCEPTED)
    item = held.decision.seen.item if held.decision.seen is not None else None
    assert item is not None
    day, now = (begin + 9 * HOUR).date(), begin + 9 * HOUR
    said = Attested(item.order, Due.ON_ACCEPTANCE, day, "Wang", "report 7", "desk", now, item=item.item)
    number = revisions.put(kit.store, said, {}, lambda *_: Renewal())
    put(kit, "second.xlsx", LIST, begin + WEEK)
    assert run(kit, begin + WEEK + 9 * HOUR) == [2]
    assert revisions.take_back(
        kit.store,
        number,
        item.order,
        TakenBack("desk", now, "not signed"),
        lists={},
        renewing=lambda *_: Renewal(),
    )
    put(kit, "third.xlsx", LIST, begin + 2 * WEEK)
    assert run(kit, begin + 2 * WEEK + 9 * HOUR) == [3]
    second, third = (invoice_lists.found(kit.store, each) for each in (2, 3))
    assert second is not None
    assert third is not None
    row = second.rows[held.position].decision
    assert row.code in {Code.INVOICE, Code.CONSOLIDATE}
    assert [each.values["who"] for each in row.reasons if each.word == "attested"] == ["Wang"]
    assert third.rows[held.position].code is Code.HOLD_NOT_ACCEPTED


def test_goods_that_an_earlier_list_let_go_say_so_until_they_are_billed(kit: Context) -> None:
    begin = monday()
    put(kit, "first.xlsx", LIST, begin)
    assert run(kit, begin + 9 * HOUR) == [1]
    put(kit, "corrected.xlsx", corrected(LIST), begin + 10 * HOUR)
    assert run(kit, begin + 11 * HOUR) == [2]
    put(kit, "second.xlsx", LIST, begin + WEEK)
    assert run(kit, begin + WEEK + 9 * HOUR) == [3]
    free = {Code.INVOICE, Code.CONSOLIDATE}
    said: dict[int, set[int | str]] = {}
    for number in (1, 2, 3):
        found = invoice_lists.found(kit.store, number)
        assert found is not None
        rows = [each.decision for each in found.rows]
        said[number] = {
            one.values["list"] for each in rows for one in each.reasons if one.word == "released_before"
        }
        told = [each.code in free for each in rows if "released_before" in {one.word for one in each.reasons}]
        assert all(told)
        assert number < 3 or len(told) == sum(each.code in free for each in rows)
    assert said == {1: set(), 2: set(), 3: {2}}, "a list that is replaced let nothing go"


def test_weeks_without_a_list_are_told(kit: Context) -> None:
    begin = monday()
    put(kit, "list.xlsx", LIST, begin)
    run(kit, begin + DAY)
    done = weekly.answer_due(replace(kit, now=lambda: begin + 2 * WEEK + DAY))
    assert done is not None
    assert done.open == (week(begin + WEEK), week(begin + 2 * WEEK))


def test_a_corrected_list_is_answered_at_once_and_takes_the_place_of_the_first(kit: Context) -> None:
    begin = monday()
    put(kit, "list.xlsx", LIST, begin)
    assert run(kit, begin + 10 * HOUR) == [1]
    put(kit, "list.xlsx", corrected(LIST), begin + DAY)
    assert run(kit, begin + DAY + HOUR) == [2]
    assert [each.superseded_by for each in invoice_lists.summaries(kit.store)] == [None, 2]
    assert len(files(kit, "done")) == 2, "neither file is lost"


def test_the_same_list_again_gets_no_second_report(kit: Context, post: Post) -> None:
    begin = monday()
    put(kit, "list.xlsx", LIST, begin)
    assert run(kit, begin + 10 * HOUR) == [1]
    book = openpyxl.load_workbook(io.BytesIO(LIST))
    held = io.BytesIO()
    book.save(held)
    assert held.getvalue() != LIST
    put(kit, "the same, saved again.xlsx", held.getvalue(), begin + DAY)
    assert run(kit, begin + DAY + HOUR) == []
    assert files(kit) == []
    assert len(invoice_lists.summaries(kit.store)) == 1
    outbox.send(kit)
    assert len(post.mails) == 1
    assert run(kit, begin + WEEK + DAY) == []
    put(kit, "next week.xlsx", LIST, begin + WEEK)
    assert run(kit, begin + WEEK + DAY) == [2], "another week has a report of its own"


def test_the_zone_and_the_time_are_those_of_the_settings(tmp_path: Path, post: Post) -> None:
    kit = desk(tmp_path, post, weekly=Weekly(3, dt.time(18, 30), "America/New_York"))
    stock(kit, CHINESE)
    wednesday = monday() + 2 * DAY
    put(kit, "list.xlsx", LIST, wednesday)
    due = dt.datetime.combine(wednesday.date(), dt.time(18, 30), zoneinfo.ZoneInfo("America/New_York"))
    assert run(kit, due - dt.timedelta(minutes=1)) == []
    assert run(kit, due) == [1]
    assert invoice_lists.summaries(kit.store)[0].week.zone == "America/New_York"


def test_a_list_that_is_not_understood_is_told_with_its_columns(kit: Context, post: Post) -> None:
    begin = monday()
    put(kit, "odd.csv", "订单号,颜色,数量\n3000,red,5\n".encode(), begin)
    done = weekly.answer_due(replace(kit, now=lambda: begin + 10 * HOUR))
    assert done is not None
    assert done.refused == ("odd.csv",)
    assert files(kit, "quarantine") == ["odd.csv"]
    clock(kit).moment = begin + 10 * HOUR
    outbox.send(kit)
    (sent,) = post.mails
    text = sent.get_content()
    assert "颜色" in text
    assert "行项目或物料号" in text
    assert invoice_lists.summaries(kit.store) == ()


def test_old_exports_are_said_first_and_missing_ones_named(tmp_path: Path, post: Post) -> None:
    kit = desk(tmp_path, post)
    begin = monday()
    stock(kit, ENGLISH, "orders", "billing", taken=begin - DAY)
    put(kit, "list.csv", made(ENGLISH).contents["list"][1], begin)
    assert run(kit, begin + 10 * HOUR) == [1]
    (summary,) = invoice_lists.summaries(kit.store)
    assert [each.kind for each in summary.stale] == [ExportKind.ORDERS, ExportKind.BILLING]
    assert summary.missing == (ExportKind.DELIVERIES, ExportKind.PROFILES)
    assert Code.INVOICE not in summary.counts
    assert Code.CONSOLIDATE not in summary.counts
    outbox.send(kit)
    lines = next(post.mails[0].iter_parts()).get_content().splitlines()
    assert lines[0].startswith("注意，数据已过时")
    assert any(each.startswith("未能判断的") for each in lines)


def test_an_export_whose_file_is_damaged_counts_as_missing(kit: Context) -> None:
    begin = monday()
    orders = exports.newest(kit.store, ExportKind.ORDERS)
    assert orders is not None
    archive.path(kit.archive, orders.sha256).write_bytes(b"gone")
    put(kit, "list.xlsx", LIST, begin)
    assert run(kit, begin + 10 * HOUR) == [1]
    (summary,) = invoice_lists.summaries(kit.store)
    assert summary.missing == (ExportKind.ORDERS,)
    assert set(summary.counts) == {Code.NOT_CHECKED}


def test_notices_wait_for_a_person_unless_their_kind_is_switched_on(kit: Context, post: Post) -> None:
    begin = monday()
    everything = [(code, Teller.WAREHOUSE) for code in Code] + [(code, Teller.CUSTOMER) for code in Code]
    for code, teller in everything:
        notice_switches.switch(kit.store, NoticeSwitch(code, teller, automatic=True, by="lead", at=begin))
    put(kit, "list.xlsx", LIST, begin)
    run(kit, begin + 10 * HOUR)
    notices = [each for each in _mails(kit) if each.kind is MailKind.NOTICE]
    assert {each.recipient for each in notices if "@works" in each.recipient} == {
        "finance@works.example",
        "sales@works.example",
        "warehouse@works.example",
        "desk@works.example",
    }
    assert len({each.recipient for each in notices}) == len(notices), "one mail for each recipient"
    customers = [each for each in notices if "@works" not in each.recipient]
    assert customers
    states = {each.recipient: (each.state, each.why) for each in notices}
    assert states["warehouse@works.example"] == (MailState.WAITING, None)
    assert states["sales@works.example"] == (MailState.HELD, Why.DRAFT)
    outbox.send(kit)
    finance = ["finance@works.example", "warehouse@works.example"]
    assert sorted(each["To"] for each in post.mails if "@works" in each["To"]) == finance
    assert {each["To"] for each in post.mails} - set(finance) == {
        each.recipient for each in customers if each.state is MailState.WAITING
    }
    assert audit.first_broken(kit.store) is None


def test_without_a_mail_server_notices_are_held_and_nothing_is_written_to_anybody(tmp_path: Path) -> None:
    kit = desk(tmp_path, None)
    begin = monday()
    put(kit, "list.xlsx", LIST, begin)
    put(kit, "odd.csv", b"a,b\n1,2\n", begin)
    assert run(kit, begin + 10 * HOUR) == [1]
    kept = _mails(kit)
    assert kept
    assert {(each.kind, each.state) for each in kept} == {(MailKind.NOTICE, MailState.HELD)}


def test_two_processes_do_not_answer_at_the_same_time(kit: Context) -> None:
    begin = monday()
    put(kit, "list.xlsx", LIST, begin)
    clock(kit).moment = begin + 10 * HOUR
    assert leases.take(kit.store, *weekly.LEASE, "another", kit.now()) is not None
    assert weekly.answer_due(kit) is None
    clock(kit).forward(130)
    done = weekly.answer_due(kit)
    assert done is not None, "the other died"
    assert len(done.answered) == 1


class Once:
    """Stops after one round."""

    def __init__(self) -> None:
        self.waited = False

    def is_set(self) -> bool:
        return self.waited

    def wait(self, _: float) -> bool:
        self.waited = True
        return True


def fulfil(kit: Context, folder: Path) -> None:
    """Do the duties of every day once."""
    chosen = Settings(folder, Secret(f"sqlite:///{folder / 'countercheck.db'}"))
    duties.fulfil(kit, chosen, Health(), Once())  # type: ignore[arg-type]


def test_the_duties_of_every_day_answer_what_is_due(kit: Context, tmp_path: Path) -> None:
    begin = monday()
    put(kit, "list.xlsx", LIST, begin)
    clock(kit).moment = begin + 10 * HOUR
    fulfil(kit, tmp_path)
    assert files(kit, "done") == ["list.xlsx"]
    assert len(invoice_lists.summaries(kit.store)) == 1


def test_a_folder_that_is_gone_holds_up_no_other_duty(
    kit: Context, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    fulfil(replace(kit, invoice_lists=WatchedFolder(tmp_path / "nowhere")), tmp_path)
    assert "the invoice lists wait" in caplog.text


def _mails(kit: Context) -> tuple[Mail, ...]:
    return outbox_desk.listed(kit.store, list(MailState), 1000)
