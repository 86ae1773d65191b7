"""What late payment costs is none of the terms; a term beside it is one."""

import pytest
from paper import paper
from typed_orders import TWO_ITEMS

from extractors.assemble import assemble
from models.reading import Field

COSTS = (
    "逾期利息按年利率3.45%计。",
    "逾期付款超过30天的，按每日0.05%支付违约金。",
    "逾期付款的，每逾期1天支付未付金额0.5‰的违约金，违约金总额不超过5%。",
    "如买方未按时付款，按LPR的1.5倍计收利息。质保期12个月。",
    "Interest for late payment 1 % per month.",
    "Late payments bear interest of 8 percentage points above the base rate.",
    "Overdue payments of more than 30 days: penalty 2 %.",
    "Bei Zahlungsverzug gelten 9 Prozentpunkte Zinsen über Basiszins (§ 288 BGB).",
    "Late payment: interest of 8 % p.a.; a lump sum of EUR 40 is due.",
)
TERMS = (
    "迟延付款最长至90天，按年利率4%计息。",
    "延期付款90天，利息由买方承担。",
    "延期支付至180天，利率3%。",
    "逾期付款按每日0.05%支付违约金，发票日起60天内付清。",
    "逾期付款的，利息按日0.05%计，50%款项须预付。",
    "逾期付款按每日0.05%支付违约金。尾款10%质保期满付。",
    "逾期利息按年利率3%计，信用证付款除外。",
    "延迟付款允许60天，利息另计。",
    "Late payment: interest of 8 %; 10 % retention after 12 months.",
    "Overdue payments: penalty 2 %; discount 3 % within 10 days.",
    "Delayed payments (agreed up to 90 days) bear interest of 1 %.",
    "Interest for late payment 1 % per month, L/C at sight for orders above 10,000 EUR.",
    "Late payment interest 1 %, 30 % advance.",
    "Late payments up to 60 days bear no interest.",
    "Bei Zahlungsverzug werden 50 % Vorkasse fällig.",
    "Bei Verzug 8 % Zinsen, 2 % Skonto binnen 10 Tagen.",
    "Bei Zahlungsverzug 8 % Zinsen; 5 % Einbehalt für 12 Monate.",
)


def _terms(said: str) -> Field:
    label = "Payment terms: Net 30 days. " if said.isascii() or "Verzug" in said or "verzug" in said else ""
    found = assemble(paper(TWO_ITEMS.format((label or "付款方式：月结30天。") + said))).header.payment_terms
    assert found is not None
    return found


@pytest.mark.parametrize("said", COSTS)
def test_what_late_payment_costs_leaves_the_terms_sure(said: str) -> None:
    found = _terms(said)
    assert (found.value, found.sure) in {("Net 30 days", True), ("月结30天", True)}


@pytest.mark.parametrize("said", TERMS)
def test_a_term_beside_what_late_payment_costs_is_not_dropped(said: str) -> None:
    found = _terms(said)
    assert not (found.sure and found.value in {"Net 30 days", "月结30天"})
