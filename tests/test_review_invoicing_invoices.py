"""The pages of the weekly invoice list: lists by week, rows with their evidence, changes with reasons."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import invoicing_desk
import openpyxl
import pytest
import review_desk
from invoicing_orders import NOW
from invoicing_pages import LIST, NOT_ACCEPTED, NOT_SHIPPED, OWN, TOGETHER, Pages, opened
from starlette.testclient import TestClient

from models.contract_terms import Stated
from models.invoice_desk import Anew, ExportKind, RowChange, Shift
from models.invoice_sources import Said
from models.invoicing import Code
from models.policy import QuotaPolicy
from review.app import create_app
from review.languages import LANGUAGES


@pytest.fixture
def pages() -> Iterator[Pages]:
    with opened() as pages:
        yield pages


def rows_of(page: str) -> list[str]:
    """Return the numbers of the rows that a page lists."""
    return re.findall(r'class="item" href="/invoices/2/rows/\d+[^"]*">(\d+)<', page)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("2026-W48", "hold: not shipped 1", "superseded by list 2", "older than a day")),
        ("zh", ("2026 年第 48 周", "暂缓：未发货 1", "已被清单 2 取代", "已超过一天")),
    ],
)
def test_lists_say_their_week_their_decisions_and_what_was_old(
    pages: Pages, lang: str, words: tuple[str, ...]
) -> None:
    page = pages.page("/invoices", lang)
    assert [each for each in words if each not in page] == []
    assert page.index("/invoices/2") < page.index('href="/invoices/1"'), "newest first"


def test_the_chart_of_holds_has_the_same_numbers_as_its_table(pages: Pages) -> None:
    page = pages.page("/invoices")
    drawn = re.findall(r'<rect class="piece \w+"[^>]*><title>week (\d+), ([^<]+): (\d+)</title>', page)
    by_week: dict[str, int] = {}
    for week, _, count in drawn:
        by_week[week] = by_week.get(week, 0) + int(count)
    table = page[page.index("The same as a table") :]
    totals = re.findall(r'<th scope="row">2026-W(\d+)</th>.*?<b>(\d+)</b></td></tr>', table)
    assert len(totals) == 20
    assert {week: int(count) for week, count in totals} == by_week
    assert page.count("Week 48 of 2026: 7 rows held.") == 1


def test_rows_that_nobody_could_answer_come_first(pages: Pages) -> None:
    assert rows_of(pages.page("/invoices/2")) == ["6", "2", "3", "4", "5", "7", "8", "9", "10"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("decision=PRICE_MISMATCH", ["7"]),
        ("customer=example+pumps", ["4", "7", "9"]),
        ("customer=100234", ["2", "3", "8"]),
        ("order=5674", ["5"]),
        ("group=G1", ["2", "3"]),
        ("weeks=2", ["8"]),
        ("weeks=3", []),
        ("changed=1", []),
        ("decision=&customer=&order=&group=&weeks=", ["6", "2", "3", "4", "5", "7", "8", "9", "10"]),
    ],
)
def test_rows_are_found_by_what_they_are(pages: Pages, query: str, expected: list[str]) -> None:
    assert rows_of(pages.page(f"/invoices/2?{query}")) == expected


def test_a_filter_that_cannot_be_is_no_page(pages: Pages) -> None:
    assert pages.client.get("/invoices/2?decision=GIVE_AWAY").status_code == 404
    assert pages.client.get("/invoices/99").status_code == 404
    assert pages.client.get("/invoices/2/rows/99").status_code == 404


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "en",
            (
                "no goods issue yet, planned 2026-12-04",
                "held since 2026-11-05, on 4 lists",
                "SEAL-45",
                "80005677",
            ),
        ),
        ("zh", ("尚未发货过账，计划 2026-12-04", "自 2026-11-05 起暂缓，共 4 次清单", "SEAL-45", "80005677")),
    ],
)
def test_a_row_shows_what_decided_it(pages: Pages, lang: str, words: tuple[str, ...]) -> None:
    page = pages.page(NOT_SHIPPED, lang)
    assert [each for each in words if each not in page] == []


def test_a_customer_who_cannot_be_told_is_named(pages: Pages) -> None:
    assert "profile has no address" in pages.page(NOT_ACCEPTED)
    assert "没有邮箱" in pages.page(NOT_ACCEPTED, "zh")
    assert "profile has no address" not in pages.page("/invoices/2/rows/2")


def test_the_clause_of_the_contract_is_shown_with_its_case(pages: Pages) -> None:
    answered = pages.desk.lists[LIST]
    state = answered.rows[3]
    clause = Stated("验收合格后30日内付款，款到开票", 2)
    facts = replace(state.decision.facts, case=12, clause=clause)
    with_contract = replace(state, decision=replace(state.decision, facts=facts))
    rows = tuple(with_contract if each is state else each for each in answered.rows)
    pages.desk.lists[LIST] = replace(answered, rows=rows)
    page = pages.page(NOT_ACCEPTED)
    assert clause.text in page
    assert "page 2" in page
    assert 'href="/cases/12"' in page
    assert clause.text not in pages.page(NOT_SHIPPED)


def test_totals_by_decision_say_rows_and_amounts(pages: Pages) -> None:
    page = pages.page("/invoices/2/preview")
    table = page[page.index("Totals by decision") :]
    found = re.findall(
        r"decision=(\w+)\">.*?<td class=\"number\">(\d+)</td><td class=\"number\">(.*?)</td>", table
    )
    amounts = {code: (rows, re.findall(r">([\d,.]+ [A-Z]+)<", cell)) for code, rows, cell in found}
    assert amounts["CONSOLIDATE"] == ("2", ["2,260.00 CNY"])
    assert amounts["UNKNOWN_ORDER"] == ("1", [])
    assert sum(int(rows) for rows, _ in amounts.values()) == 9


def test_more_than_the_quota_of_invoices_is_said(pages: Pages) -> None:
    assert "2500" not in pages.page("/invoices/2/preview")
    low = replace(pages.desk.invoicing(), quota=QuotaPolicy(per_month=Decimal(2500)))
    app = create_app(review_desk.full().sources(), now=lambda: NOW, invoicing=low)
    with TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 50_000)) as client:
        page = client.get("/invoices/2/preview?lang=en").text
    assert re.search(r'role="status">[^<]*2500', page)


def test_a_row_leads_to_its_neighbours_within_the_filter(pages: Pages) -> None:
    page = pages.page("/invoices/2/rows/5?customer=100310")
    assert 'id="previous-row" href="/invoices/2/rows/2?customer=100310"' in page
    assert 'id="next-row" href="/invoices/2/rows/7?customer=100310"' in page
    assert "2 of 3" in page


def test_the_invoices_to_be_add_up(pages: Pages) -> None:
    page = pages.page("/invoices/2/preview")
    assert re.search(r"G1</a></td>.*?2,000\.00.*?260\.00.*?2,260\.00", page, re.DOTALL)
    assert re.search(r"CNY</th><td class=\"number\">2</td>.*?3,000\.00.*?390\.00.*?3,390\.00", page)
    pages.send(f"{TOGETHER}/change", code="HOLD_CUSTOMER_REQUEST", why="they asked")
    page = pages.page("/invoices/2/preview")
    assert re.search(r"G1</a></td>.*?1,000\.00.*?130\.00.*?1,130\.00", page, re.DOTALL)
    assert re.search(r"CNY</th><td class=\"number\">2</td>.*?2,000\.00.*?260\.00.*?2,260\.00", page)


def test_a_decision_is_changed_with_a_reason_only_and_taken_back(pages: Pages) -> None:
    for given, words in (
        ({"code": "INVOICE", "why": "  "}, "Say why"),
        ({"code": "HOLD_NOT_SHIPPED", "why": "x"}, "differs from"),
    ):
        refused = pages.send(f"{NOT_SHIPPED}/change", **given)
        assert refused.status_code == 422
        assert words in refused.text
    assert pages.codes()[6] is Code.HOLD_NOT_SHIPPED
    assert pages.send(f"{NOT_SHIPPED}/change", code="INVOICE", why="picked up today").status_code == 303
    assert pages.codes()[6] is Code.INVOICE
    page = pages.page(NOT_SHIPPED)
    assert "decided by a person: picked up today" in page
    assert "no goods issue yet, planned 2026-12-04" in page, "what the program said stays to be seen"
    assert rows_of(pages.page("/invoices/2?changed=1")) == ["8"]
    assert pages.send(f"{NOT_SHIPPED}/undo").status_code == 303
    assert pages.codes()[6] is Code.HOLD_NOT_SHIPPED
    assert rows_of(pages.page("/invoices/2?changed=1")) == []
    page = pages.page(NOT_SHIPPED)
    assert page.index("taken back") < page.index("picked up today"), "what was changed stays on record"


def test_only_our_own_form_changes_anything(pages: Pages) -> None:
    for path in (f"{NOT_SHIPPED}/change", f"{NOT_SHIPPED}/undo", "/invoices/switches", "/profiles/100234"):
        given = {"code": "INVOICE", "why": "x", "teller": "finance", "automatic": "1"}
        assert pages.client.post(path, data=given, headers=OWN).status_code == 403
        elsewhere = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
        assert (
            pages.client.post(path, data={"token": pages.token(), **given}, headers=elsewhere).status_code
            == 403
        )
    assert pages.codes()[6] is Code.HOLD_NOT_SHIPPED


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_answered_workbook_holds_what_people_changed(pages: Pages, lang: str) -> None:
    pages.send(f"{NOT_SHIPPED}/change", code="INVOICE", why="picked up today")
    answer = pages.client.get("/invoices/2/reply", params={"lang": lang})
    assert answer.headers["content-disposition"].startswith("attachment")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    changed = [str(cell.value) for cell in sheet[8]]
    assert any("(INVOICE)" in each for each in changed)
    assert any("picked up today" in each for each in changed)
    assert str(sheet["A8"].value) == "30005677"


def test_without_lists_there_are_no_pages_of_them() -> None:
    app = create_app(review_desk.full().sources(), now=lambda: NOW)
    with TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 50_000)) as client:
        assert "/invoices" not in client.get("/").text
        for path in ("/invoices", "/invoices/1", "/profiles", "/exports", "/invoices/switches"):
            assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("lang", "told", "fewer"),
    [
        ("en", "sales orders: 900 rows, 300 fewer than the one before", "300 fewer than the one before"),
        ("zh", "销售订单 900 行，比上一份少 300 行", "比上一份少 300 行"),
    ],
)
def test_an_export_that_lost_many_rows_is_told_of_on_the_pages(
    pages: Pages, lang: str, told: str, fewer: str
) -> None:
    desk, found = pages.desk, pages.desk.lists[LIST]
    assert "fewer" not in pages.page("/exports", "en")
    shifted = (Shift(ExportKind.ORDERS, 1200, 900),)
    desk.lists[LIST] = replace(found, summary=replace(found.summary, shifted=shifted))
    desk.exports.insert(0, invoicing_desk.export(9, ExportKind.ORDERS, 900))
    for path in ("/invoices", f"/invoices/{LIST}"):
        assert told in pages.page(path, lang), path
    page = pages.page("/exports", lang)
    assert f'<span class="warn">{fewer}</span>' in page


def test_a_row_that_was_decided_anew_says_why_and_the_list_says_that_the_answer_changed(pages: Pages) -> None:
    found = pages.desk.lists[LIST]
    at = 3
    why = Said("word_given", {"who": "Wang", "evidence": "report 7", "due": "on_acceptance"})
    anew = replace(
        found.rows[at],
        decision=replace(found.rows[at].decision, code=Code.INVOICE),
        anew=Anew(why, Code.HOLD_NOT_ACCEPTED, "desk", NOW),
        hold=None,
    )
    pages.desk.lists[LIST] = replace(found, rows=(*found.rows[:at], anew, *found.rows[at + 1 :]))
    page = pages.page(f"/invoices/{LIST}/rows/{at}")
    assert "it was “hold: not accepted” and is “invoice” now" in page
    assert "Wang vouches for it: report 7" in page
    assert "1 row is decided otherwise than it was answered" in pages.page(f"/invoices/{LIST}")
    assert rows_of(pages.page(f"/invoices/{LIST}?changed=1")) == [str(found.rows[at].decision.row.row)]


@pytest.mark.parametrize(
    ("lang", "by_person", "anew"),
    [("en", "by a person", "anew, by a word given"), ("zh", "人工改动", "因人工确认重新判定")],
)
def test_rows_that_a_person_changed_and_rows_decided_anew_are_found_apart(
    pages: Pages, lang: str, by_person: str, anew: str
) -> None:
    found = pages.desk.lists[LIST]
    word = Anew(Said("word_given"), Code.HOLD_NOT_ACCEPTED, "desk", NOW)
    change = RowChange(Code.INVOICE, "agreed by phone", "desk", NOW)
    rows = list(found.rows)
    rows[1] = replace(rows[1], change=change)
    rows[3], rows[4] = replace(rows[3], anew=word), replace(rows[4], anew=replace(word, back=True))
    pages.desk.lists[LIST] = replace(found, rows=tuple(rows))
    numbers = {at: str(each.decision.row.row) for at, each in enumerate(rows)}
    for asked, expected in (
        ("person", {1}),
        ("anew", {3}),
        ("1", {1, 3}),
        ("other", set(numbers)),
        ("", set(numbers)),
    ):
        page = pages.page(f"/invoices/{LIST}?changed={asked}", lang)
        assert set(rows_of(page)) == {numbers[at] for at in expected}, asked
        chosen = re.findall(r'<option value="\w+" selected>([^<]+)</option>', page)
        assert chosen == {"person": [by_person], "anew": [anew]}.get(asked, chosen)
