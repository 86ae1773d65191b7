"""Payment that waits for somebody else's is told in whatever words, and nothing else is."""

import pytest
from compare_builders import held, order, quotation, sure
from reading_attacks import CHINESE, ENGLISH, Attack

from extractors.assemble import assemble
from extractors.clauses import somebody_pays
from models.comparison import Verdict
from models.reading import Clause

WAITING = (
    "业主付款后支付。",
    "本合同采用背靠背付款方式。",
    "甲方收到业主款项后7日内支付乙方。",
    "待最终用户付款到账后，甲方按比例支付乙方。",
    "以业主支付进度为准向乙方付款。",
    "货款待客户回款后支付。",
    "若业主未付款，甲方有权暂缓支付。",
    "乙方同意甲方在业主付款前不承担付款义务。",
    "付款条件与总包合同一致，业主付多少甲方付多少。",
    "按业主付款比例同步支付。",
    "Payment will be made after receipt of payment from the end customer.",
    "Pay when paid.",
    "Within 30 days after we have been paid by our client.",
    "The Buyer shall pay upon receipt of the corresponding payment from the Owner.",
    "Payment is subject to receipt of funds from the end user.",
    "Payments are back-to-back with the main contract.",
    "We pay as soon as our customer has paid us.",
    "Payment is conditional upon payment by the Employer.",
    "Purchaser is not obliged to pay before having received payment from its customer.",
    "Payment terms: 30 days after receipt of customer's payment.",
    "Paid-when-paid applies.",
    "Zahlung erfolgt nach Zahlungseingang unseres Kunden.",
)
PLAIN = (
    "货到验收合格后30天内付款",
    "客户付款后发货。",
    "预付款到账后45天发货。",
    "最终用户：大连石化有限公司。付款：月结30天。",
    "项目业主：中石化，付款方式：电汇。",
    "Payment 30 days after receipt of invoice by the Owner.",
    "Customer pays within 30 days.",
    "We deliver after receipt of your payment.",
    "The client's drawings are part of this order. Payment 30 days net.",
)


@pytest.mark.parametrize("text", WAITING)
def test_an_order_whose_payment_waits_for_somebody_says_so(text: str) -> None:
    base = ENGLISH if text.isascii() else CHINESE
    clauses = assemble(Attack("paid", base, after=[text]).document).clauses
    assert "pay_when_paid" in {each.kind for each in clauses}


@pytest.mark.parametrize("text", PLAIN)
def test_other_payments_wait_for_nobody(text: str) -> None:
    assert not list(somebody_pays.read(text))


def test_a_hint_of_it_keeps_an_order_from_being_a_match() -> None:
    clause = Clause("pay_when_paid", sure("", reason=None))
    assert held(order(), quotation()).verdict is Verdict.MATCH
    assert held(order(clauses=(clause,)), quotation()).verdict is Verdict.REVIEW
