"""A paper that names two companies and not which of them buys says so, and no more beside a third."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Reason

BODY = """
PURCHASE ORDER
{first}
{second}
{third}
Order no. MK-33018    Date: 2027-03-09
Item  Part no.   Description       Qty  Unit  Price   Amount
1     10044556   Mechanical seal     2  pcs   150.00  300.00
Total EUR 300.00
"""
OWN, OTHER = "Ostrava Mixers Ltd", "Renhof Dichtungen GmbH"


def _buyer(first: str, second: str, third: str = "") -> Field:
    found = assemble(paper(BODY.format(first=first, second=second, third=third))).header.customer
    assert found is not None
    return found


def test_either_company_may_buy_and_which_does_is_all_that_is_open() -> None:
    found = _buyer(OWN, f"                         {OTHER}")
    assert (found.value in {OWN, OTHER}, found.sure, found.reason) == (True, False, Reason.PARTY)


@pytest.mark.parametrize(
    "third",
    [
        "Carrier of the goods Vistula Logistics Sp. z o.o.",
        "Ordered in the name and for the account of Rio Tinto",
        "We order as agent for Vattenfall",
    ],
)
def test_a_third_name_leaves_it_to_a_person(third: str) -> None:
    found = _buyer(OWN, f"                         {OTHER}", third)
    assert not found.sure
    assert found.reason is not Reason.PARTY


def test_one_company_in_two_scripts_is_one() -> None:
    found = _buyer("东岭搅拌设备有限公司 Dongling Mixers Co., Ltd.", f"                         {OTHER}")
    assert found.sure or found.reason is Reason.PARTY


def test_names_in_two_scripts_that_stand_apart_may_be_three_companies() -> None:
    found = _buyer(
        "东岭搅拌设备有限公司", f"Supplied to        {OTHER}", "and then        Ostrava Mixers Ltd"
    )
    assert found.reason is not Reason.PARTY


def test_a_public_body_buys_in_its_own_name_and_an_agency_named_besides_does_not() -> None:
    found = assemble(
        paper(
            """
                         政府采购货物合同
合同编号：SHPS-2027-HW-031
采购人（甲方）：东岭市排水管理处
供应商（乙方）：天津仁合密封件有限公司
序号  货物名称    型号        数量  单位  单价     小计
1     机械密封    10044556    2     套    150.00   300.00
合计：300.00元
本合同一式六份，采购代理机构（东岭信诚招标代理有限公司）一份。
签订日期：2027年5月8日
"""
        )
    ).header.customer
    assert found is not None
    assert found.value == "东岭市排水管理处"
