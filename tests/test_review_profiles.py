"""Customers' invoice profiles on their pages: forms, rules proposed by changes, files in and out."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import invoicing_orders
import pytest
from invoicing_pages import NOT_ACCEPTED, NOT_SHIPPED, OWN, TOGETHER, Pages, opened

from models.invoice_sources import InvoiceMode
from models.invoicing import Code
from review.invoicing import profile_sheet, rules
from review.invoicing.rules import Rule
from review.languages import LANGUAGES
from sap import invoice_profiles


@pytest.fixture
def pages() -> Iterator[Pages]:
    with opened() as pages:
        yield pages


@pytest.mark.parametrize(
    ("path", "code", "rule", "given"),
    [
        (NOT_SHIPPED, "HOLD_CUSTOMER_REQUEST", "hold_until", {"hold_until": "2026-12-31"}),
        ("/invoices/2/rows/2", "HOLD_NOT_ACCEPTED", "acceptance", {}),
        (NOT_ACCEPTED, "INVOICE", "no_acceptance", {}),
        ("/invoices/2/rows/2", "CONSOLIDATE", "monthly", {"cutoff_day": "25"}),
        ("/invoices/2/rows/2", "CONSOLIDATE", "per_po", {}),
        (TOGETHER, "INVOICE", "single", {}),
    ],
)
def test_a_change_may_become_a_rule_that_a_person_accepts(
    pages: Pages, path: str, code: str, rule: str, given: dict[str, str]
) -> None:
    changes = {**rules.CHANGES[Rule(rule)], **given}
    pages.send(f"{path}/change", code=code, why="they told us")
    assert f'value="{rule}"' in pages.page(path)
    if given:
        assert pages.send(f"{path}/propose", rule=rule).status_code == 422
        assert pages.send(f"{path}/propose", rule=rule, **dict.fromkeys(given, "99x")).status_code == 422
    assert pages.send(f"{path}/propose", rule=rule, **given).status_code == 303
    (proposal,) = pages.desk.proposals.values()
    assert dict(proposal.changes) == changes
    assert proposal.why == "they told us"
    customer = proposal.customer_number
    before = pages.desk.profiles[customer][0]
    assert "1 proposed rule waits" in pages.page("/profiles")
    assert pages.send(f"/profiles/{customer}/proposals/9", accepted="yes").status_code == 404
    assert pages.send(f"/profiles/{customer}/proposals/1", accepted="yes").status_code == 303
    after = pages.desk.profiles[customer][0]
    assert (after.version, after.why) == (before.version + 1, "they told us")
    assert after.profile != before.profile
    assert pages.desk.proposals == {}


def test_a_rejected_rule_changes_nothing(pages: Pages) -> None:
    pages.send(f"{NOT_ACCEPTED}/change", code="INVOICE", why="once only")
    pages.send(f"{NOT_ACCEPTED}/propose", rule="no_acceptance")
    pages.send("/profiles/100455/proposals/1", accepted="no")
    assert pages.desk.profiles["100455"][0].version == 1
    assert pages.desk.proposals == {}


def test_only_offered_rules_are_proposed(pages: Pages) -> None:
    assert pages.send(f"{NOT_ACCEPTED}/propose", rule="no_acceptance").status_code == 400, (
        "nothing was changed"
    )
    pages.send(f"{NOT_ACCEPTED}/change", code="INVOICE", why="x")
    for rule in ("monthly", "acceptance", "", "drop table"):
        assert pages.send(f"{NOT_ACCEPTED}/propose", rule=rule).status_code == 400


def test_what_the_profile_says_already_is_no_rule() -> None:
    profile = invoicing_orders.PROFILES[0]
    assert profile.mode is InvoiceMode.MONTHLY
    offered = rules.offers(Code.INVOICE, Code.CONSOLIDATE, profile)
    assert [each.rule for each in offered] == [Rule.PER_PO]
    assert rules.offers(Code.HOLD_NOT_SHIPPED, Code.INVOICE, profile) == ()


GOOD = {
    "name": "Hill Valves GmbH",
    "mode": "monthly",
    "cutoff_day": "31",
    "title": "Hill Valves GmbH",
    "tax_number": "DE123456789",
    "invoice_type": "ordinary",
    "acceptance": "yes",
    "hold_until": "2026-12-31",
    "email": "ap@hill.example",
}


def test_a_profile_is_kept_as_the_form_says(pages: Pages) -> None:
    assert "their rows are not checked" in pages.page("/profiles/100520")
    assert pages.send("/profiles/100520", **GOOD, why="new customer").status_code == 303
    kept = pages.desk.profiles["100520"][0]
    assert (kept.profile.cutoff_day, kept.profile.acceptance) == (31, True)
    assert kept.profile.hold_until == dt.date(2026, 12, 31)
    assert kept.why == "new customer"
    page = pages.page("/profiles/100520", "zh")
    assert "new customer" in page
    assert "按月合并" in page
    pages.send("/profiles/100520", **GOOD, why="again")
    assert len(pages.desk.profiles["100520"]) == 1, "nothing changed"


@pytest.mark.parametrize(
    ("field", "value", "en", "zh"),
    [
        ("cutoff_day", "32", "from 1 to 31", "每月 1 至 31 日"),
        ("cutoff_day", "", "need a cut-off day", "须填写截止日"),
        ("mode", "weekly", "Choose one of the modes", "请选择开票模式"),
        ("email", "ap(at)hill", "One address", "一个邮箱地址"),
        ("hold_until", "31.12.2026", "A date like", "日期格式"),
        ("tax_number", "<b>", "letters and digits", "字母或数字"),
        ("tax_number", "91320505MA1MX1BH5B", "check character", "校验位不符"),
        ("title", "x" * 201, "At most 200", "最多 200"),
        ("why", " ", "Say why", "请写明原因"),
    ],
)
def test_a_mistake_in_a_profile_is_named_by_its_field(
    pages: Pages, field: str, value: str, en: str, zh: str
) -> None:
    given = {**GOOD, "why": "new", field: value}
    for lang, words in (("en", en), ("zh", zh)):
        address = f"/profiles/100520?lang={lang}"
        answer = pages.client.post(address, data={"token": pages.token(), **given}, headers=OWN)
        assert answer.status_code == 422
        assert words in answer.text
        assert "ap@hill.example" in answer.text or field == "email", "what was typed is not lost"
    assert "100520" not in pages.desk.profiles


def test_profiles_are_searched(pages: Pages) -> None:
    for search, expected in (
        ("pumps", ["100234", "100310"]),
        ("GB123", ["100310"]),
        ("石化", ["100455"]),
        ("zzz", []),
    ):
        found = re.findall(r'class="item" href="/profiles/(\d+)"', pages.page(f"/profiles?search={search}"))
        assert found == expected


def upload(pages: Pages, name: str, data: bytes, token: str | None = None) -> Any:
    given = {"token": pages.token() if token is None else token}
    return pages.client.post(
        "/profiles/import?lang=en", data=given, files={"file": (name, data)}, headers=OWN
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_profiles_go_out_and_come_in_again_unchanged(pages: Pages, lang: str) -> None:
    data = pages.client.get("/profiles/download", params={"lang": lang}).content
    read = invoice_profiles.read(data, "profiles.xlsx")
    assert read.rows == invoicing_orders.PROFILES
    assert read.faults == ()
    assert len(read.columns) == len(profile_sheet.HEADINGS[lang])
    assert "3 the same" in upload(pages, "profiles.xlsx", data).text
    assert all(len(versions) == 1 for versions in pages.desk.profiles.values())


def test_a_file_adds_and_changes_and_says_what_it_could_not_take(pages: Pages) -> None:
    data = (
        b"Customer number,Name,Invoice mode,Cut-off day,Invoice title,Tax number,E-mail\n"
        b"100310,Example Pumps Ltd,per_po,,Example Pumps Ltd,GB123456789,ap@example-pumps.example\n"
        b"100777,New Ltd,single,,New Ltd,GB987654321,\n"
        b"100888,Odd Ltd,sometimes,,Odd Ltd,GB1,\n"
        b"100999,Bad Ltd,single,,Bad Ltd,GB1234,not-an-address\n"
    )
    page = upload(pages, "profiles.csv", data).text
    assert "1 new" in page
    assert "1 changed" in page
    assert "2 rows were not taken over" in page
    assert "sometimes" in page
    assert pages.desk.profiles["100310"][0].profile.mode is InvoiceMode.PER_PO
    assert pages.desk.profiles["100310"][0].why == "from the file profiles.csv"
    assert pages.desk.profiles["100234"][0].version == 1, "who is not in the file stays"
    assert not {"100888", "100999"} & set(pages.desk.profiles)


def test_a_file_that_is_not_understood_or_not_ours_changes_nothing(pages: Pages) -> None:
    assert upload(pages, "x.csv", b"a,b\n1,2\n").status_code == 422
    assert upload(pages, "x.xlsx", b"\x00\x01nothing").status_code == 422
    assert upload(pages, "x.csv", b"a,b\n", token="wrong").status_code == 403
    assert upload(pages, "x.csv", b"x" * (10 * 1024 * 1024 + 1)).status_code == 413
    head = b"Customer number,Name,Invoice mode,Invoice title,Tax number\n"
    twice = head + b"1,A,single,A,GB1234\n1,A,per_po,A,GB1234\n"
    answer = upload(pages, "x.csv", twice)
    assert answer.status_code == 422
    assert "stands twice" in answer.text
    assert sorted(pages.desk.profiles) == ["100234", "100310", "100455"]
