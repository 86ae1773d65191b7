"""Finance's weekly list by mail, over a real mailbox and a real mail server: answered in its thread, once."""

import datetime as dt
import email.policy
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import reconcile_builders as builders
from invoice_list_desk import (
    CHINESE,
    ENGLISH,
    FINANCE,
    MORNING,
    PROVEN,
    SETTINGS,
    answers,
    clock,
    desk,
    drop,
    keep_profiles,
    listed,
    made,
    stock,
    written,
)
from servers_dovecot import Dovecot
from servers_smtp import Post

from extractors import message
from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.imap import ImapSource
from models.answering import Mail, MailKind, MailState, Why
from models.configuration import Senders, UnknownSenders
from models.invoice_desk import NoticeSwitch
from models.invoicing import Code, Teller
from models.receipt import Ledger, MessageState, Quarantine
from models.rows.cases import cases
from models.rows.inbox import messages, retrying
from models.rows.invoicing import invoice_lists, notice_switches
from models.rows.post import outbox_desk

HEADINGS = ("决定", "原因", "合并组", "备注")


@pytest.fixture
def kit(tmp_path: Path, post: Post) -> Context:
    """Return an installation whose folder brings mails."""
    return desk(tmp_path, post, senders=SETTINGS)


def notices(kit: Context) -> tuple[Mail, ...]:
    mails = outbox_desk.listed(kit.store, list(MailState), 1000)
    return tuple(each for each in mails if each.kind is MailKind.NOTICE)


def cells(data: bytes) -> dict[tuple[int, int], object]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return {(c.row, c.column): c.value for row in sheet.iter_rows() for c in row if c.value is not None}


def test_finances_mail_is_answered_in_its_thread_with_the_same_workbook(
    tmp_path: Path, post: Post, dovecot: Dovecot
) -> None:
    """The whole way over real servers; every decision is the one written by hand."""
    box = ImapSource(dovecot.mailbox("weekly"))
    kit = replace(desk(tmp_path, post, senders=SETTINGS), sources=(box,))
    kit = replace(kit, core=replace(kit.core, open_file=message.open_file))
    stock(kit, CHINESE)
    raw = PROVEN + written(listed())
    dovecot.deliver("weekly", raw)
    for _ in range(3):
        intake_once(kit)
    assert dovecot.contents("weekly", "countercheck/Done") == [raw]
    ((sent, text, book),) = answers(post)
    original = email.message_from_bytes(raw, policy=email.policy.default)
    assert (sent["To"], sent["In-Reply-To"]) == ("finance@works.example", original["Message-ID"])
    assert sent["Subject"] == "Re: 本周开票清单"
    assert text.startswith("您的清单 开票 48周.xlsx")
    assert "2026-W48" in text
    assert book is not None
    before, after = cells(listed()[1]), cells(book)
    assert before.items() <= after.items(), "nothing of the list was changed"
    added = {key: value for key, value in after.items() if key not in before}
    assert {each for each in added.values() if each in HEADINGS} == set(HEADINGS)
    first = min(column for _, column in added)
    decided = [str(added[key]) for key in sorted(added) if key[1] == first][1:]
    codes = [each.rpartition("(")[2].rstrip(")") for each in decided]
    alone = {str(each["name"]) for each in builders.load()[0] if "contract" not in each}
    by_hand = [(each.case, each.code) for each in made(CHINESE).expected if each.case in alone]
    written_back = zip(made(CHINESE).expected, codes, strict=True)
    assert [(each.case, code) for each, code in written_back if each.case in alone] == by_hand
    assert len(by_hand) > 100
    (summary,) = invoice_lists.summaries(kit.store)
    assert (summary.sender, summary.stale, summary.missing) == ("finance@works.example", (), ())
    assert {each.state for each in notices(kit)} == {MailState.HELD}
    assert len({each.recipient for each in notices(kit)}) == len(notices(kit)) > 3
    assert cases.listed(kit.store) == ()
    (line,) = messages.listed(kit.store)
    assert (line.state, line.why) == (MessageState.PROCESSED, "invoice_list")


def test_the_language_is_that_of_the_mail(kit: Context, post: Post) -> None:
    stock(kit, ENGLISH)
    mail = written(listed(ENGLISH, "list.csv"), subject="Invoices", text="Please check this week's invoices.")
    drop(kit, PROVEN + mail)
    ((_, text, book),) = answers(post)
    assert text.startswith("Your list list.csv (")
    assert book is not None
    assert "decision" in {str(each).lower() for each in cells(book).values()}


@pytest.mark.parametrize(
    ("head", "sender", "settings"),
    [
        (b"", FINANCE, SETTINGS),
        (PROVEN, "Chen Yu <chen@works.example>", SETTINGS),
        (PROVEN, FINANCE, replace(SETTINGS, finance=("works.example",))),
        (PROVEN, FINANCE, replace(SETTINGS, authserv_id="")),
        (b"Authentication-Results: mx.evil.example; dmarc=pass\r\n" + PROVEN, FINANCE, SETTINGS),
    ],
)
def test_a_list_that_is_not_proven_to_be_finances_is_none(
    tmp_path: Path, post: Post, head: bytes, sender: str, settings: Senders
) -> None:
    kit = desk(tmp_path, post, senders=settings)
    stock(kit, CHINESE)
    drop(kit, head + written(listed(), sender=sender))
    assert invoice_lists.summaries(kit.store) == ()
    assert all(book is None for _, _, book in answers(post)), "nothing of what is known goes to anybody"
    assert notices(kit) == ()
    (case,) = cases.listed(kit.store)
    assert "no_order" in case.reasons, "a person sees it"
    if head != PROVEN:
        assert "sender_not_proven" in case.reasons


def test_a_forged_list_is_put_aside_unread_where_strangers_are(tmp_path: Path, post: Post) -> None:
    strict = replace(SETTINGS, unknown=UnknownSenders.QUARANTINE)
    kit = desk(tmp_path, post, senders=strict)
    drop(kit, written(listed()))
    assert messages.ledger(kit.store) == Ledger(seen=1, processed=0, quarantined=1, waiting=0)
    assert invoice_lists.summaries(kit.store) == ()


def test_old_data_are_said_on_the_first_line(kit: Context, post: Post) -> None:
    stock(kit, CHINESE, taken=MORNING - dt.timedelta(hours=25))
    drop(kit, PROVEN + written(listed()))
    ((_, text, _),) = answers(post)
    assert text.splitlines()[0].startswith("注意，数据已过时：销售订单（2026-11-26 09:00）")


def test_what_could_not_be_decided_comes_first_and_missing_exports_are_named(
    kit: Context, post: Post
) -> None:
    stock(kit, CHINESE, "orders")
    keep_profiles(kit, CHINESE)
    drop(kit, PROVEN + written(listed()))
    ((_, text, _),) = answers(post)
    assert "缺少以下数据，部分行无法核对：交货、开票" in text
    assert 0 < text.index("未能判断的") < text.index("处理意见汇总")


def test_columns_that_are_not_understood_are_answered_and_the_mail_put_aside(
    kit: Context, post: Post
) -> None:
    odd = "客户,颜色,数量\n示例,红,5\n另一,蓝,6\n".encode()
    drop(kit, PROVEN + written(("odd.csv", odd)))
    ((sent, text, book),) = answers(post)
    assert book is None
    assert sent["Subject"] == "Re: 本周开票清单"
    assert "颜色" in text
    assert "缺少以下列：SAP 订单号；行项目或物料号" in text
    (line,) = messages.listed(kit.store, MessageState.QUARANTINED)
    assert (line.why, "颜色" in (line.detail or "")) == ("not_understood", True)
    drop(kit)
    assert len(post.mails) == 1


def test_a_second_mail_with_the_same_list_is_answered_from_the_same_report(kit: Context, post: Post) -> None:
    stock(kit, CHINESE)
    drop(kit, PROVEN + written(listed()))
    clock(kit).forward(3600)
    drop(kit, PROVEN + written(listed(name="again.xlsx"), text="再发一次。"))
    (first, _, one), (second, text, other) = answers(post)
    assert first["In-Reply-To"] != second["In-Reply-To"]
    assert one == other
    assert "该清单已于 2026-11-27 10:00 答复过" in text
    assert len(invoice_lists.summaries(kit.store)) == 1
    clock(kit).forward(7 * 86_400)
    drop(kit, PROVEN + written(listed(), text="下周。"))
    assert len(invoice_lists.summaries(kit.store)) == 2, "another week has a report of its own"


def test_a_corrected_list_takes_the_place_of_the_first(kit: Context, post: Post) -> None:
    stock(kit, ENGLISH)
    name, data = listed(ENGLISH, "list.csv")
    drop(kit, PROVEN + written((name, data)))
    clock(kit).forward(3600)
    lines = data.decode("utf-8-sig").rstrip().splitlines()
    drop(kit, PROVEN + written((name, "\n".join(lines[:-1]).encode())))
    newer, older = invoice_lists.summaries(kit.store)
    assert (older.superseded_by, newer.superseded_by) == (newer.number, None)
    assert len(post.mails) == 2
    gone, drafts = (outbox_desk.keyed(kit.store, f"notice:{each.number}:") for each in (older, newer))
    assert {(each.state, each.why) for each in gone} == {(MailState.DISCARDED, Why.SUPERSEDED)}
    assert MailState.DISCARDED not in {each.state for each in drafts}


def test_an_order_in_the_same_mail_is_an_order(kit: Context, post: Post) -> None:
    stock(kit, CHINESE)
    drop(kit, PROVEN + written(listed(), ("order.doc", b"ORDER 4501")))
    (case,) = cases.listed(kit.store)
    assert case.document_number == "4501"
    assert len(invoice_lists.summaries(kit.store)) == 1
    (line,) = messages.listed(kit.store)
    assert line.why == "cases"
    subjects = sorted(each["Subject"] for each, _, _ in answers(post))
    assert subjects == ["Re: 本周开票清单", "Re: 本周开票清单 [CC-1]"], "both are answered"


def test_a_list_is_answered_once_its_columns_have_names_in_the_policy(kit: Context, post: Post) -> None:
    stock(kit, ENGLISH)
    name, data = listed(ENGLISH, "list.csv")
    drop(kit, PROVEN + written((name, data.replace(b"SAP Order", b"Vorgang", 1))))
    assert retrying.put_back(kit.store, retrying.aside(kit.store, Quarantine.NOT_UNDERSTOOD), kit.now())
    drop(replace(kit, columns={"order": ("Vorgang",)}))
    (summary,) = invoice_lists.summaries(kit.store)
    assert summary.rows == len(made(ENGLISH).expected)
    refused, answered = answers(post)
    assert (refused[2], answered[2] is not None) == (None, True)


def test_a_list_beside_a_table_that_is_not_understood_is_answered_all_the_same(
    kit: Context, post: Post
) -> None:
    stock(kit, CHINESE)
    drop(kit, PROVEN + written(listed(), ("notes.csv", b"Who,What,When\nLi,calls,today\n")))
    assert len(invoice_lists.summaries(kit.store)) == 1
    refused = [text for _, text, book in answers(post) if book is None]
    assert ["notes.csv" in each for each in refused] == [True]
    assert len(post.mails) == 2
    (line,) = messages.listed(kit.store, MessageState.QUARANTINED)
    assert line.why == "not_understood"


def test_two_lists_in_one_mail_are_two_reports(kit: Context, post: Post) -> None:
    stock(kit, CHINESE)
    mail = written(listed(), listed(ENGLISH, "list.csv"), listed(name="the same.xlsx"))
    drop(kit, PROVEN + mail)
    assert len(invoice_lists.summaries(kit.store)) == 2
    assert len(post.mails) == 2


def test_without_a_mail_server_the_report_is_kept_for_the_page_and_every_notice_is_held(
    tmp_path: Path,
) -> None:
    kit = desk(tmp_path, None, senders=SETTINGS)
    stock(kit, CHINESE)
    for code in Code:
        for teller in Teller:
            notice_switches.switch(kit.store, NoticeSwitch(code, teller, True, "desk", kit.now()))  # noqa: FBT003
    drop(kit, PROVEN + written(listed()))
    assert len(invoice_lists.summaries(kit.store)) == 1
    kept = outbox_desk.listed(kit.store, list(MailState), 50)
    assert {(each.kind, each.state) for each in kept} == {(MailKind.NOTICE, MailState.HELD)}


def test_a_list_mailed_twice_over_the_night_to_monday_is_two_weeks_and_carries_its_holds(
    kit: Context, post: Post
) -> None:
    """Sunday 23:59 in Shanghai, and two minutes later: the days in UTC are the same."""
    stock(kit, CHINESE)
    clock(kit).moment = dt.datetime(2026, 11, 29, 15, 59, tzinfo=dt.UTC)
    drop(kit, PROVEN + written(listed(), text="first"))
    clock(kit).moment += dt.timedelta(minutes=2)
    drop(kit, PROVEN + written(listed(), text="again"))
    second, first = invoice_lists.summaries(kit.store)
    assert [(each.week.week, each.as_of.isoformat()) for each in (first, second)] == [
        (48, "2026-11-29"),
        (49, "2026-11-30"),
    ]
    assert (first.superseded_by, second.superseded_by) == (None, None)
    found = invoice_lists.found(kit.store, second.number)
    assert found is not None
    held = [each.hold for each in found.rows if each.hold is not None]
    assert held
    assert {(each.lists, each.first_list, each.since.isoformat()) for each in held} == {(2, 1, "2026-11-29")}
    assert len(answers(post)) == 2


def test_each_week_around_the_end_of_a_year_of_53_has_one_report(tmp_path: Path) -> None:
    """Each list comes by three mails. Two years in seven zones: tests/test_desk_invoices_weeks.py."""
    kit = desk(tmp_path, None, senders=SETTINGS)
    name, data = listed(ENGLISH, "list.csv")
    few = "\n".join(data.decode("utf-8-sig").splitlines()[:6]).encode()
    for at in range(-4, 5):
        clock(kit).moment = dt.datetime(2026, 12, 28, 1, 0, tzinfo=dt.UTC) + at * dt.timedelta(days=7)
        drop(kit, *(PROVEN + written((name, few), text=f"{at} {copy}") for copy in range(3)))
        intake_once(kit)
    reports = invoice_lists.summaries(kit.store)
    assert [(each.week.year, each.week.week) for each in reports][::-1] == [
        *((2026, week) for week in range(49, 54)),
        *((2027, week) for week in range(1, 5)),
    ]
    assert messages.ledger(kit.store).processed == 27
