"""Who heads the paper is the buyer only where nobody else may be: the seller, a platform, another firm."""

import pytest
from paper import form, paper
from typed_orders import known

from extractors.assemble import assemble
from models.reading import Field

ITEMS = [["序号", "名称", "数量", "单价", "金额"], ["1", "压盖", "4", "125.00", "500.00"]]


def chinese(head: str, seller: str, said: str = "") -> Field | None:
    text = f"{head}\n采购订单\n订单编号：PO-77120\n供应商：{seller}\n{said}\n"
    return assemble(form(text, ITEMS, "合计：500.00\n")).header.customer


@pytest.mark.parametrize(
    ("head", "seller", "said"),
    [
        ("Beilan Sealing Technology (Tianjin) Co., Ltd.", "北兰密封", ""),
        ("北兰密封技术（天津）有限公司", "伊格尔博格曼", "收货单位：江北泵业有限公司"),
        ("北兰密封技术（天津）有限公司", "博格曼中国", ""),
        ("江北软件有限公司 采购平台", "天津汉密", "收货单位：东岭化工有限公司"),
        ("江北招标代理有限公司", "天津汉密", "开票单位：东岭化工有限公司"),
        ("江北泵业有限公司", "华东地区", "收货地址：宁岭市港口路8号江北泵业2号库"),
        ("江北进出口有限公司", "天津汉密", "收货地址：宁岭市港口路8号江北2号库"),
        ("江北泵业有限公司", "天津汉密", "最终用户：东岭化工有限公司"),
    ],
)
def test_a_head_that_may_sell_or_act_for_another_is_open(head: str, seller: str, said: str) -> None:
    found = chinese(head, seller, said)
    assert found is None or not found.sure


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("江北泵业有限公司|账套：[006]江北", ""),
        ("江北泵业有限公司", "收货地址：宁岭市港口路8号江北泵业2号库"),
        ("浙江江北泵业有限公司", "收货单位：浙江江北泵业有限公司"),
    ],
)
def test_a_head_that_leaves_another_mark_of_its_own_buys(head: str, said: str) -> None:
    found = chinese(head, "天津汉密", said)
    assert known(found) == (head.partition("|")[0], True)


PAPER = """
{head}
Purchase Order PUR0048127
Order date: 2026-11-24
Supplier: Beilan Sealing Technology (Tianjin) Co., Ltd.
Deliver to: {head}, Quay Road 14, 4711 Harlow
{buyer}

Item   Your part no.   Description         Qty   Unit   Unit price   Amount
10     LP-16-4200      Filter bag PP 65    10    pc     26.00        260.00
Total EUR                                                            260.00
"""


@pytest.mark.parametrize(
    ("head", "buyer"),
    [
        ("Rio Pardo Pulp Ltd", "Buyer: Balfour Beatty, +44 1482 220011"),
        ("Rio Pardo Pulp Ltd", "Buyer: Kestrel Projects +44 1482 220011"),
        ("Rio Pardo Pulp Ltd", "Purchaser: Nova Contracting, Tel. +44 1482 220011"),
        ("Rio Pardo Pulp Ltd", "Buyer: Johnson Matthey, +44 20 7269 8400"),
        ("Rio Pardo Pulp Ltd", "Besteller: Thyssen Krupp, Tel. +49 201 844"),
        ("Kestrel Projects Ltd", "Buyer: Rio Pardo, +55 31 3829 4417"),
    ],
)
def test_two_words_with_a_telephone_may_be_another_company_that_buys(head: str, buyer: str) -> None:
    found = assemble(paper(PAPER.format(head=head, buyer=buyer))).header.customer
    assert found is None or not found.sure


@pytest.mark.parametrize(
    "buyer", ["Luciana Prado, +55 31 3829 4417", "Katarzyna Zielska +48 22 555 0142", "Fabio Rossetti, x204"]
)
def test_somebody_with_a_given_name_buys_for_the_head(buyer: str) -> None:
    found = assemble(paper(PAPER.format(head="Rio Pardo Pulp Ltd", buyer=f"Buyer: {buyer}"))).header.customer
    assert known(found) == ("Rio Pardo Pulp Ltd", True)
