"""The answer to a weekly list by mail: old data on the first line, then what nobody could decide."""

import datetime as dt
import email
import email.policy
from dataclasses import replace
from decimal import Decimal

import invoicing_desk
import pytest
import test_desk_invoices_due_quota

from desk.invoicing.deciding import TELL
from models.invoice_desk import (
    AnsweredList,
    ExportKind,
    ExportSnapshot,
    Hold,
    ListSummary,
    RowChange,
    RowState,
    Shift,
    Stale,
    Week,
)
from models.invoice_sources import ListRow, Said
from models.invoicing import Answer, Code, Decision, Teller
from models.policy import QuotaPolicy
from review.invoicing import list_letter
from review.invoicing.list_letter import Known
from review.languages import LANGUAGES
from review.letter import Attachment, Heading, Letter, built

NOW = dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 23)
TITLE = "江苏示例泵业制造有限公司"


def state(row: int, code: Code, reason: Said, hold: Hold | None = None) -> RowState:
    decision = Decision(ListRow(row, order=f"300000{row}", item="10"), code, (reason,), TELL[code], "10")
    return RowState(row, decision, hold=hold)


STATES = (
    state(5, Code.INVOICE, Said("free")),
    state(6, Code.NOT_CHECKED, Said("no_source", {"source": "deliveries"})),
    state(7, Code.HOLD_DISPUTE, Said("no_order"), Hold(dt.date(2026, 11, 2), 4, 3, Teller.SALES)),
    state(8, Code.HOLD_DISPUTE, Said("no_order"), Hold(DAY, 1, 9, Teller.SALES)),
)
SUMMARY = ListSummary(
    number=9,
    name="待开票.csv",
    sha256="a" * 64,
    week=Week(2026, 48, "Asia/Shanghai"),
    as_of=DAY,
    answered_at=NOW,
    rows=4,
    counts={},
    raw_sha256="b" * 64,
)


def letter(lang: str, **changes: object) -> Letter:
    summary = replace(SUMMARY, **changes)  # type: ignore[arg-type]
    answered = AnsweredList(summary, STATES, Answer(tuple(each.decision for each in STATES)))
    known = Known(answered, b"PK workbook", "Invoice list", "http://desk.works.example", (12,))
    return list_letter.answered(lang, known)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_old_data_are_said_on_the_first_line(lang: str) -> None:
    stale = (Stale(ExportKind.ORDERS, NOW - dt.timedelta(days=3)),)
    first = letter(lang, stale=stale).text.splitlines()[0]
    assert "2026-11-20 11:00" in first, "by the clock of the list's zone"
    assert first.startswith({"en": "ATTENTION, old data", "zh": "注意，数据已过时"}[lang])
    assert "2026-11-20" not in letter(lang).text


def test_what_could_not_be_decided_stands_before_the_totals() -> None:
    text = letter("en", missing=(ExportKind.DELIVERIES,)).text
    assert text.index("row 6, order 3000006/10") < text.index("Decisions:") < text.index("- hold: dispute: 2")
    assert "row 5" not in text, "the workbook has all rows"
    assert "Missing, so that rows could not be checked: deliveries." in text
    assert "http://desk.works.example/invoices/9" in text
    assert "Row 12 calls itself a total" in text


def test_goods_that_an_earlier_list_held_bear_their_age_and_who_sees_to_them() -> None:
    text = letter("en").text
    assert "Held by an earlier list already, 1 row:" in text
    assert "since 2026-11-02, in 4 lists, with sales" in text


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "zh",
            (
                "- 合并开票：2 行",
                "- CNY：2 张，不含税 3,000.00，税额 390.00，价税合计 3,390.00",
                f"- 合并组 G1（{TITLE}，第 2, 3 行）：不含税 2,000.00，税额 260.00，价税合计 2,260.00 CNY",
            ),
        ),
        (
            "en",
            (
                "- consolidate: 2 rows",
                "- CNY: 2 invoices, net 3,000.00, tax 390.00, together 3,390.00",
                f"- group G1 for {TITLE}, rows 2, 3: net 2,000.00, tax 260.00, together 2,260.00 CNY",
            ),
        ),
    ],
)
def test_the_invoices_to_be_are_summed_and_groups_are_the_sums_of_their_rows(
    lang: str, lines: tuple[str, ...]
) -> None:
    answered = invoicing_desk.full().lists[2]
    text = list_letter.answered(lang, Known(answered, None)).text
    assert [each for each in lines if each not in text.splitlines()] == []
    (group,) = answered.answer.groups
    assert group.gross == sum(each.facts.gross or 0 for each in group.decisions)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rows_that_are_free_and_to_be_looked_at_are_named(lang: str) -> None:
    said = Said("released_before", {"list": 4, "day": "2026-11-16"})
    also = replace(STATES[0].decision, reasons=(Said("free"), said))
    held = replace(STATES[2].decision, reasons=(Said("no_order"), said))
    states = (replace(STATES[0], decision=also), STATES[1], replace(STATES[2], decision=held))
    answered = AnsweredList(SUMMARY, states, Answer(tuple(each.decision for each in states)))
    text = list_letter.answered(lang, Known(answered, None)).text
    (line,) = (each for each in text.splitlines() if "2026-11-16" in each)
    assert line.startswith({"en": "- row 5, order 3000005/10", "zh": "- 第 5 行"}[lang])
    assert "2026-11-16" not in letter(lang).text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_goes_beyond_the_quota_is_said(lang: str) -> None:
    found = test_desk_invoices_due_quota.answer(None)
    states = tuple(RowState(at, each) for at, each in enumerate(found.decisions))
    known = Known(AnsweredList(SUMMARY, states, found), None)
    beyond = replace(known, quota=QuotaPolicy(per_month=Decimal("2499.99")))
    added = set(list_letter.answered(lang, beyond).text.splitlines()) - set(
        list_letter.answered(lang, known).text.splitlines()
    )
    assert len(added) == 1
    assert "2,499.99" in added.pop().replace("2499.99", "2,499.99")


def test_a_row_that_a_person_decided_is_counted_as_it_stands() -> None:
    changed = replace(STATES[1], change=RowChange(Code.INVOICE, "checked by hand", "desk", NOW))
    states = (STATES[0], changed, *STATES[2:])
    answered = AnsweredList(SUMMARY, states, Answer(tuple(each.decision for each in STATES)))
    text = list_letter.answered("en", Known(answered, None)).text
    assert "Not decided" not in text
    assert "- invoice: 2" in text
    assert "damaged on our disk" in text


def test_the_letter_says_when_it_is_an_earlier_answer_or_another_list_took_its_place() -> None:
    known = Known(AnsweredList(replace(SUMMARY, superseded_by=11), (), Answer(())), None, again=True)
    text = list_letter.answered("en", known).text
    assert "answered on 2026-11-23 11:00 already" in text
    assert "number 11" in text


@pytest.mark.parametrize(
    "name", ["待开票.csv", "a\r\nBcc: x.xlsx", "=?UTF-8?Q?=0A?=Bcc: x.xls", "../../x.csv"]
)
def test_the_workbook_is_attached_under_the_name_of_the_list(name: str) -> None:
    heading = Heading("a@house.example", "", "b@house.example", "<1@countercheck.house.example>", NOW)
    written = built(letter("en", name=name), heading)
    message = email.message_from_bytes(written, policy=email.policy.default)
    text, book = message.iter_parts()
    assert text.get_content_type() == "text/plain"
    assert book.get_content() == b"PK workbook"
    assert (book.get_filename() or "").endswith(".xlsx")
    assert {"/", "\n"}.isdisjoint(book.get_filename() or "")
    assert sorted(book.keys()) == [
        "Content-Disposition",
        "Content-Transfer-Encoding",
        "Content-Type",
        "MIME-Version",
    ]
    if name == "待开票.csv":
        assert book.get_filename() == "待开票.xlsx"


def test_a_letter_may_have_html_and_a_workbook() -> None:
    heading = Heading("a@house.example", "", "b@house.example", "<1@countercheck.house.example>", NOW)
    both = Letter("Subject", "text", "<p>text</p>", attachments=(Attachment("list.xlsx", b"PK"),))
    message = email.message_from_bytes(built(both, heading), policy=email.policy.default)
    assert [each.get_content_type().partition("/")[2][:8] for each in message.walk()] == [
        "mixed",
        "alternat",
        "plain",
        "html",
        "vnd.open",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_columns_that_are_not_understood_are_shown_with_those_that_are_missing(lang: str) -> None:
    why = list_letter.missing(lang, (("order",), ("item", "part_number")))
    text = list_letter.not_understood(lang, "List", "list.xlsx", ("Colour", "Qty"), why).text
    assert "Colour" in text
    assert "list.xlsx" in text
    assert {"en": "SAP order; item or material", "zh": "SAP 订单号；行项目或物料号"}[lang] in text


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "sales orders: 4,100 rows, 900 fewer than the one before"),
        ("zh", "销售订单 4,100 行，比上一份少 900 行"),
    ],
)
def test_an_export_that_lost_many_rows_is_said_on_the_first_line(lang: str, says: str) -> None:
    shifted = (Shift(ExportKind.ORDERS, 5000, 4100), Shift(ExportKind.DELIVERIES, 100, 103))
    first = letter(lang, shifted=shifted).text.splitlines()[0]
    assert says in first
    assert {"en": "103 rows, 3 more", "zh": "103 行，比上一份多 3 行"}[lang] in first
    assert says not in letter(lang).text
    stale = (Stale(ExportKind.ORDERS, NOW - dt.timedelta(days=3)),)
    both = letter(lang, shifted=shifted, stale=stale).text.splitlines()[0]
    assert says in both
    assert "2026-11-20" in both


NEEDED = ("sales_document", "item", "quantity", "net_price")


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        (NEEDED, ("rejected items", "returns and credit requests", "free and consignment goods")),
        ((*NEEDED, "rejected", "item_category"), ("returns and credit requests",)),
        ((*NEEDED, "rejected", "reference", "document_type"), ()),
        ((), ()),
    ],
)
def test_an_export_of_orders_that_cannot_tell_what_holds_goods_is_said_first(
    columns: tuple[str, ...], says: tuple[str, ...]
) -> None:
    snapshot = ExportSnapshot(
        1, ExportKind.ORDERS, NOW, NOW, "va05.csv", "c" * 64, 9, {each: each for each in columns}
    )
    answered = AnsweredList(SUMMARY, STATES, Answer(tuple(each.decision for each in STATES)), (snapshot,))
    first = list_letter.answered("en", Known(answered, None, "Invoice list")).text.splitlines()[0]
    assert [each for each in says if each not in first] == []
    assert first.startswith("ATTENTION") is bool(says)
