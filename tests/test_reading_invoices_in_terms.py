"""Sentences about invoices behind terms of payment: none of the terms, and perhaps what moves them."""

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.header.conditions.paying_sentences import belongs, counts_in
from models.reading import Field

ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]


def _terms(said: str) -> Field:
    found = assemble(form(f"采购订单\n付款方式：{said}", ROWS)).header.payment_terms
    assert found is not None
    return found


def test_the_day_up_to_which_an_invoice_counts_leaves_the_terms_open() -> None:
    found = _terms("月结60天。发票抬头与我司登记一致，每月25日前寄达财务部")
    assert (found.value, found.sure) == ("月结60天", False)


def test_what_stands_on_the_invoice_changes_nothing() -> None:
    found = _terms("月结60天。发票抬头、税号见附件")
    assert (found.value, found.sure) == ("月结60天", True)


@pytest.mark.parametrize(
    ("sentence", "paying", "counting"),
    [
        ("发票每月20号前寄到", False, True),
        ("Invoices are sent to our office", False, False),
        ("余款收到发票后30天付清", True, False),
        ("Payment is due 30 days after the invoice", True, False),
        ("收到发票后30天", True, False),
    ],
)
def test_a_sentence_that_pays_stays(sentence: str, *, paying: bool, counting: bool) -> None:
    assert (belongs(sentence), counts_in(sentence)) == (paying, counting)
