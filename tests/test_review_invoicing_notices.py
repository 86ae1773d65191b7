"""Notices: one mail for each recipient, in their language, with everything the text promises."""

import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal
from string import Formatter

import pytest
from rich.console import Console

from desk.invoicing.deciding import TELL
from models.invoice_sources import ListRow, Said
from models.invoicing import Answer, Code, Decision, Facts, InvoiceGroup, Teller
from review.invoicing import notices, report
from review.languages import LANGUAGES

DAY, DEADLINE = dt.date(2026, 11, 27), dt.date(2026, 12, 1)
REASON = Said("not_shipped", {"planned": "2026-12-04"})


def decision(row: int, code: Code, customer: str = "Hill Pumps Ltd", group: str | None = None) -> Decision:
    facts = Facts(
        customer_number=customer[:1],
        customer=customer,
        email=f"ap@{'zh' if customer[0] > 'z' else 'en'}.example.com",
        reference="HT-2026-1",
        invoice_type="special",
        shipped_on=dt.date(2026, 11, 3),
        gross=Decimal("1130.00"),
        currency="CNY",
        tax_rate=Decimal(13),
    )
    of = ListRow(row, order=f"3000000{row}", item="10")
    return Decision(of, code, (REASON,), TELL[code], "10", group, None, facts)


def whole() -> Answer:
    found = [
        decision(at, code, "示例石化有限公司" if at % 2 else "Hill Pumps Ltd")
        for at, code in enumerate(Code, 5)
    ]
    together = [decision(30, Code.CONSOLIDATE, group="G1"), decision(31, Code.CONSOLIDATE, group="G1")]
    group = InvoiceGroup(
        "G1", tuple(together), "Hill", "Hill", "CNY", Decimal(13), Decimal(2000), Decimal(260), Decimal(2260)
    )
    return Answer((*found, *together), (group,))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_mail_for_each_recipient(lang: str) -> None:
    drafts = notices.drafts(whole(), lang, DAY, DEADLINE)
    assert len({(each.who, each.address) for each in drafts}) == len(drafts)
    inside = {each.who for each in drafts if each.address is None}
    assert inside == set(Teller) - {Teller.CUSTOMER}
    assert {each.lang for each in drafts if each.address is None} == {lang}


def test_customers_are_told_no_reason_of_the_house() -> None:
    inner = Said("not_accepted", {"deliveries": "80018101"})
    field = Said("data_missing", {"field": "tax_number", "customer": "100371"})
    found = [
        replace(decision(5, Code.HOLD_NOT_ACCEPTED), reasons=(inner, REASON)),
        replace(decision(6, Code.HOLD_INVOICE_DATA), reasons=(field,)),
        replace(decision(7, Code.HOLD_INVOICE_DATA), reasons=(REASON,)),
    ]
    mails = {each.who: each.text for each in notices.drafts(Answer(tuple(found)), "en", DAY, DEADLINE)}
    assert "80018101" in mails[Teller.SALES]
    assert "ask the customer" in mails[Teller.SALES]
    told = mails[Teller.CUSTOMER]
    assert "please send the signed receipt" in told
    assert "incomplete: tax number." in told
    assert not [each for each in ("80018101", "100371", "2026-12-04", "ask the customer") if each in told]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_place_in_a_text_is_left_open(lang: str) -> None:
    for each in notices.drafts(whole(), lang, DAY, DEADLINE):
        assert [name for _, name, _, _ in Formatter().parse(each.text) if name] == []
        assert each.text
        assert each.rows


def test_customers_are_written_to_in_their_language() -> None:
    drafts = {each.address: each for each in notices.drafts(whole(), "en", DAY, DEADLINE) if each.address}
    assert drafts["ap@zh.example.com"].lang == "zh"
    assert drafts["ap@en.example.com"].lang == "en"
    assert drafts["ap@zh.example.com"].text.startswith("示例石化有限公司您好")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "were shipped on 2026-11-03"),
        ("zh", "已于2026-11-03发货，本周将开具增值税专用发票，价税合计1,130.00 CNY，税率13%"),
    ],
)
def test_an_invoice_to_come_is_announced_with_its_facts(lang: str, words: str) -> None:
    customer = "示例石化有限公司" if lang == "zh" else "Hill Pumps Ltd"
    answer = Answer((decision(5, Code.INVOICE, customer),))
    draft = next(each for each in notices.drafts(answer, "en", DAY, DEADLINE) if each.who is Teller.CUSTOMER)
    assert words in draft.text
    assert "2026-12-01" in draft.text


def test_rows_that_go_together_are_told_once_with_their_sum() -> None:
    finance = next(
        each for each in notices.drafts(whole(), "zh", DAY, DEADLINE) if each.who is Teller.FINANCE
    )
    assert "以下2笔订单将合并开具一张发票，合计2,260 CNY" in finance.text


@pytest.mark.parametrize(("lang", "first"), [("en", "not checked (1)"), ("zh", "未核对 (1)")])
def test_the_report_begins_with_what_was_not_decided(lang: str, first: str) -> None:
    held = io.StringIO()
    report.print_answer(Console(file=held, width=200, highlight=False), whole(), (40,), lang)
    printed = held.getvalue().splitlines()
    assert printed[0] == first
    assert any("G1" in each and "2,260" in each for each in printed)
    assert any("40" in each for each in printed[-3:])
