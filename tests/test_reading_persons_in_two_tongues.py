"""People behind a label of the buyer, in two tongues or with their group: the company at the head buys."""

import pytest
from paper import paper
from typed_orders import value

from extractors.assemble import assemble
from extractors.header.labelling.label_words import meaning
from extractors.header.sides import contact_persons
from extractors.vocabulary.meanings import Label


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Helen Xu 徐虹 / 025-5550 3316", True),
        ("顾晓雯Gu Xiaowen, 0512-5550 1187", True),
        ("徐虹 (Helen Xu)", True),
        ("Rogério Antunes (C07)", True),
        ("Rio Tinto 力拓", False),
        ("Dow Corning 道康宁", False),
        ("马钢 Magang", False),
        ("高新纸业 Gaoxin Paper", False),
        ("Norsk Hydro (A)", False),
        ("Ostwick Paper (C07)", False),
        ("江南化工厂 Jiangnan Chemicals", False),
    ],
)
def test_a_name_in_two_tongues_is_somebodys(text: str, *, person: bool) -> None:
    assert contact_persons.is_one(text) is person


ORDER = """
林奎斯特造纸机械（苏州）有限公司
                                 采购订单
订单编号：4501107726                      订单日期：2026-03-12
供应商：天津德尔塔密封有限公司            采购方 Buyer：{who}

序号  供方物料号   名称        数量  单位   单价      金额
1     10023177     机械密封     4    套    320.00   1280.00
合计                                               1280.00
"""


@pytest.mark.parametrize("who", ["顾晓雯 Gu Xiaowen, 0512-5550 1187", "Helen Xu 徐虹 / 025-5550 3316"])
def test_the_company_at_the_head_buys_and_has_no_rival(who: str) -> None:
    customer = assemble(paper(ORDER.format(who=who))).header.customer
    assert value(customer) == "林奎斯特造纸机械（苏州）有限公司"
    assert customer is not None
    assert not customer.candidates


def test_another_company_behind_the_label_stays_the_buyer_or_open() -> None:
    customer = assemble(paper(ORDER.format(who="江苏南港化工有限公司"))).header.customer
    assert customer is not None
    assert value(customer) == "江苏南港化工有限公司" or not customer.sure


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Marta Kozioł", True),
        ("Faisal Rahman", True),
        ("Hans van Dyck", True),
        ("Nilesh Vora (Pur. Gr. 214)", True),
        ("Lindiwe Dube", True),
        ("Kjersti Moen (PG 07)", True),
        ("Nilesh Forgings", False),
        ("Rhodium Minerals (Pur. Gr. 214)", False),
        ("Anna Holding", False),
        ("Robert Haller GmbH", False),
        ("Delta Works", False),
        ("Max", False),
    ],
)
def test_a_given_name_and_another_are_a_person(name: str, *, person: bool) -> None:
    assert contact_persons.has_given_name(name) is person


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("Marta Kozioł", True),
        ("Rio Verde", False),
        ("Nilesh Vora (Pur. Gr. 214)", True),
        ("Nilesh Vora 0113-555 0142", False),
        ("Rio Verde (Pur. Gr. 214)", False),
    ],
)
def test_a_person_beside_the_label_of_the_buyer_is_no_rival(name: str, *, sure: bool) -> None:
    text = f"Nordkai Pumps Ltd\n4 Quay Road, Leeds\n\nPURCHASE ORDER\nPO no.: P-77121\nBuyer: {name}\n"
    customer = assemble(paper(f"{text}Supplier: Delta Seals GmbH\n")).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("Nordkai Pumps Ltd", sure)


@pytest.mark.parametrize("label", ["Customer", "Besteller", "Sold to"])
def test_a_firm_called_like_somebody_is_a_rival_of_the_head(label: str) -> None:
    text = f"Nordkai Pumps Ltd\n4 Quay Road, Leeds\n\nPURCHASE ORDER\nPO no.: P-77121\n{label}: Otto Fuchs\n"
    customer = assemble(paper(f"{text}Supplier: Delta Seals GmbH\n")).header.customer
    assert customer is not None
    assert not customer.sure


@pytest.mark.parametrize(("seller", "sure"), [("Seller", False), ("Supplier", True)])
def test_a_buyer_beside_a_seller_is_a_firm(seller: str, *, sure: bool) -> None:
    text = "Nordkai Pumps Ltd\n4 Quay Road, Leeds\n\nPURCHASE ORDER\nPO no.: P-77121\nBuyer: Robert Haller\n"
    customer = assemble(paper(f"{text}{seller}: Delta Seals GmbH\n")).header.customer
    assert customer is not None
    assert customer.sure is sure


@pytest.mark.parametrize("label", ["发至", "发往"])
def test_where_goods_are_sent_is_no_seller(label: str) -> None:
    assert Label.SELLER not in meaning(label)
