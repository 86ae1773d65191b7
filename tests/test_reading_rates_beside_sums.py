"""The rate of a tax that stands beside a sum and has no amount of its own."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field

ORDER = """
Weidach Papier GmbH
BESTELLUNG WP-1733 vom 11.05.2027
Lieferant: Delta Seals GmbH
P.   Menge ME   Benennung       Ihr Code    Preis je ME    Summe
1    5 Stk.     Wellenhuelse    40071188    20,00 EUR      100,00 EUR
2    2 Stk.     Laufrad         40071195    30,00 EUR      60,00 EUR
                                Auftragswert: 160,00 EUR   {noted}
"""


def _rate(noted: str) -> Field | None:
    return assemble(paper(ORDER.format(noted=noted))).header.tax_rate


@pytest.mark.parametrize(("noted", "rate"), [("MwSt. 0 % (Einfuhr)", "0"), ("MwSt. 19 % (Regelsatz)", "19")])
def test_a_rate_beside_a_sum_is_read_and_open(noted: str, rate: str) -> None:
    found = _rate(noted)
    assert found is not None
    assert (found.value, found.sure) == (rate, False)


@pytest.mark.parametrize("noted", ["Skonto 2 % (10 Tage)", "Rabatt 5 % (Staffel)", "import duty 4 % (later)"])
def test_what_else_is_in_percent_is_no_rate_of_the_tax(noted: str) -> None:
    found = _rate(noted)
    assert found is None or found.value is None or not found.sure


CONTRACT = """
采购合同
合同编号：LK-5520          签订日期：2027-05-11
需方：柳河造纸有限公司
序号  物料编码   名称      数量  单位   单价     金额
1     40071188   轴套      5     件     20.00    100.00
2     40071195   叶轮      2     件     30.00     60.00
合计（含税，税率13%）：160.00
{clause}
"""


@pytest.mark.parametrize(
    "clause",
    [
        "未提供合格专票的，按6%税率差额扣款。",
        "3.发票不符时扣除税款6%的税差。",
        "If no tax invoice is given, 6% tax is deducted.",
    ],
)
def test_a_rate_by_which_something_is_deducted_is_not_that_of_the_prices(clause: str) -> None:
    found = assemble(paper(CONTRACT.format(clause=clause))).header.tax_rate
    assert found is not None
    assert found.value == "13"


def test_a_rate_that_a_clause_states_stays_a_rival() -> None:
    found = assemble(paper(CONTRACT.format(clause="3.本合同增值税税率为6%。"))).header.tax_rate
    assert found is not None
    assert not found.sure
