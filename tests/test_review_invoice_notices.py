"""Notices about invoice lists on their page: drafts, corrections, and what goes out by itself."""

import re
from collections.abc import Iterator

import pytest
from invoicing_pages import NOT_ACCEPTED, NOT_SHIPPED, Pages, opened

from models.answering import MailState
from models.invoicing import Code, Teller


@pytest.fixture
def pages() -> Iterator[Pages]:
    with opened() as pages:
        yield pages


def test_a_change_renews_the_drafts_that_it_concerns(pages: Pages) -> None:
    before = dict(pages.desk.mails)
    pages.send(f"{NOT_SHIPPED}/change", code="INVOICE", why="picked up today")
    assert "please invoice 1,130.00 CNY" in pages.held("notice:2:finance:")
    assert "30005677" not in pages.held("notice:2:sales:")
    assert pages.desk.mails["notice:2:order_desk:"] == before["notice:2:order_desk:"]
    assert "30005677" in pages.held("notice:2:customer:kaipiao@pumps.example"), "a new recipient"
    pages.send(f"{NOT_SHIPPED}/undo")
    assert pages.held("notice:2:finance:") == before["notice:2:finance:"].text
    assert pages.desk.mails["notice:2:customer:kaipiao@pumps.example"].state is MailState.DISCARDED


def test_what_was_sent_is_not_touched_but_corrected(pages: Pages) -> None:
    key = "notice:2:sales:"
    sent = pages.desk.mails[key].text
    assert pages.send("/invoices/2/notices/send", key=key).status_code == 303
    pages.desk.deliver(key)
    pages.send(f"{NOT_SHIPPED}/change", code="INVOICE", why="picked up today")
    assert pages.desk.mails[key].text == sent
    correction = pages.desk.mails[f"{key}:2"]
    assert correction.state is MailState.HELD
    assert correction.subject.startswith("Correction:")
    assert "This corrects what we wrote before." in correction.text
    assert re.search(r"No longer holds:\n– Order 30005677/10 has not shipped", correction.text)
    pages.send(f"{NOT_SHIPPED}/undo")
    assert pages.desk.mails[f"{key}:2"].state is MailState.DISCARDED, "nothing is left to put right"


def test_a_second_correction_builds_on_the_first(pages: Pages) -> None:
    key = "notice:2:finance:"
    pages.send("/invoices/2/notices/send", key=key)
    pages.desk.deliver(key)
    pages.send(f"{NOT_SHIPPED}/change", code="INVOICE", why="picked up today")
    pages.send("/invoices/2/notices/send", key=f"{key}:2")
    pages.desk.deliver(f"{key}:2")
    pages.send(f"{NOT_ACCEPTED}/change", code="INVOICE", why="accepted by phone")
    second = pages.held(f"{key}:3")
    assert "order 30005674/10, please invoice" in second
    assert "30005677" not in second, "that was told already"


def test_what_a_person_wrote_is_not_told_to_customers(pages: Pages) -> None:
    pages.send("/invoices/2/rows/2/change", code="HOLD_NOT_ACCEPTED", why="they are slow payers")
    told = pages.held("notice:2:customer:ap@example-pumps.example")
    assert "please send the signed receipt" in told
    assert "slow payers" not in told
    assert "slow payers" in pages.held("notice:2:sales:")


def test_a_notice_without_an_address_asks_for_one(pages: Pages) -> None:
    pages.send("/invoices/2/rows/5/change", code="QTY_MISMATCH", why="two are missing")
    key = "notice:2:warehouse:"
    assert "there is no address" in pages.page(
        "/invoices/2/notices"
    ).lower() or 'name="recipient"' in pages.page("/invoices/2/notices")
    assert pages.send("/invoices/2/notices/send", key=key).headers["location"].endswith("refused=1")
    pages.send("/invoices/2/notices/send", key=key, recipient="Store@Works.example")
    assert pages.desk.mails[key].recipient == "store@works.example"
    assert pages.desk.mails[key].state is MailState.WAITING


def test_missing_drafts_are_drafted_anew(pages: Pages) -> None:
    assert "Draft anew" not in pages.page("/invoices/2/notices")
    del pages.desk.mails["notice:2:finance:"]
    assert "Draft anew" in pages.page("/invoices/2/notices")
    pages.send("/invoices/2/notices/renew")
    assert "please invoice" in pages.held("notice:2:finance:")
    assert "Draft anew" not in pages.page("/invoices/2/notices")


def test_only_mails_about_the_list_are_sent_from_its_page(pages: Pages) -> None:
    assert pages.send("/invoices/1/notices/send", key="notice:2:finance:").status_code == 404
    assert pages.send("/invoices/2/notices/send", key="answer:1").status_code == 404


def test_a_notice_goes_out_by_itself_if_all_its_kinds_are_switched_on(pages: Pages) -> None:
    for code in ("UNKNOWN_ORDER", "NOT_CHECKED"):
        pages.desk.mails.clear()
        pages.send("/invoices/2/notices/renew")
        assert pages.desk.mails["notice:2:order_desk:"].state is MailState.HELD, code
        assert (
            pages.send("/invoices/switches", code=code, teller="order_desk", automatic="1").status_code == 303
        )
    pages.desk.mails.clear()
    pages.send("/invoices/2/notices/renew")
    assert pages.desk.mails["notice:2:order_desk:"].state is MailState.WAITING
    assert pages.desk.mails["notice:2:finance:"].state is MailState.HELD


def test_customers_get_nothing_by_itself_without_the_desk_leads_word(pages: Pages) -> None:
    page = pages.page("/invoices/switches")
    assert "nothing goes to a customer without a person" in page
    assert "未经人确认，不向客户发送任何邮件" in pages.page("/invoices/switches", "zh")
    refused = pages.send("/invoices/switches", code="INVOICE", teller="customer", automatic="1")
    assert refused.headers["location"].endswith("refused=1")
    assert (Code.INVOICE, Teller.CUSTOMER) not in pages.desk.switches
    pages.send("/invoices/switches", code="INVOICE", teller="customer", automatic="1", sure="1")
    assert pages.desk.switches[Code.INVOICE, Teller.CUSTOMER].automatic
    pages.send("/invoices/switches", code="INVOICE", teller="customer", automatic="0")
    assert not pages.desk.switches[Code.INVOICE, Teller.CUSTOMER].automatic
    for code, teller in (("PRICE_MISMATCH", "customer"), ("INVOICE", "warehouse"), ("GIVE", "sales")):
        assert pages.send("/invoices/switches", code=code, teller=teller, automatic="1").status_code == 400
