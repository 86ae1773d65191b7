"""Numbers with the office in brackets, of an offer in a clause of other matters, and beside two things."""

import pytest
from paper import paper
from reading_attacks import CHINESE, CONTRACT, ENGLISH, Attack, finds
from typed_orders import read, value

from extractors.assemble import assemble
from models.reading import Kind

ITEM = "1. 叶轮 2件 单价10.00元 共20.00元"


@pytest.mark.parametrize("number", ["KQ(备)字2026-0418", "KQ（购）字第2026-18", "KQ(设)2026-07"])
def test_a_number_may_hold_the_office_in_brackets(number: str) -> None:
    attack = Attack(
        "office",
        CONTRACT,
        head={"num": f"合同编号：{number}"},
        kinds=("contract",),
        truth={"document_number": number},
    )
    assert not finds(attack)
    assert value(assemble(attack.document).header.document_number) == number


@pytest.mark.parametrize("behind", ["(原件)", "（补）", "(正本) 第2页"])
def test_a_remark_in_brackets_behind_a_number_is_no_part_of_it(behind: str) -> None:
    attack = Attack("remark", CONTRACT, head={"num": f"合同编号：HT2026-1108 {behind}"}, kinds=("contract",))
    assert not finds(attack)


@pytest.mark.parametrize("clause", ["十二、其它约定事项", "十一、其他事项", "9、其他说明"])
def test_a_clause_of_other_matters_may_name_the_offer(clause: str) -> None:
    said = f"{clause}：本合同依据供方报价单20018841；价格为固定价。"
    attack = Attack("other matters", CONTRACT, head={"quote": None}, after=(said,), kinds=("contract",))
    found = assemble(attack.document).header.quotation_number
    assert found is not None
    assert (found.value, found.sure) == ("20018841", True)


@pytest.mark.parametrize("said", ["其他供方报价单20018999", "其它报价单20018999仅供参考"])
def test_the_offer_of_somebody_else_is_not_surely_this_orders(said: str) -> None:
    attack = Attack(
        "other offer", CONTRACT, head={"quote": None}, after=(f"十二、{said}。",), kinds=("contract",)
    )
    found = assemble(attack.document).header.quotation_number
    assert found is None or not found.sure


@pytest.mark.parametrize("label", ["External order / quote", "Job / Quotation", "Ticket / Offer"])
def test_the_number_beside_two_things_of_which_one_is_an_offer_is_proposed(label: str) -> None:
    attack = Attack("either", ENGLISH, head={"quote": f"{label}     20018841"})
    found = assemble(attack.document).header.quotation_number
    assert found is not None
    assert (found.value, found.sure) == ("20018841", False)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("采购订单  单号：KX-C20260418-3  日期：2026/04/18", Kind.PURCHASE_ORDER),
        ("订货单  编号：KX-0418  下单日期：2026-04-18", Kind.PURCHASE_ORDER),
        ("购销合同  合同编号：KX-0418  签订日期：2026年4月18日", Kind.CONTRACT),
    ],
)
def test_the_number_and_day_with_their_labels_may_stand_behind_a_title(title: str, kind: Kind) -> None:
    text = f"{title}\n{ITEM}\n唛头：KX/外贸合同 TJ-2026-118"
    assert assemble(paper(text)).kind is kind


def test_what_a_label_names_before_a_stroke_is_no_title() -> None:
    text = f"兹向贵司订购以下货物，订单号KX-0418：\n{ITEM}\n唛头：KX/外贸合同 TJ-2026-118"
    assert assemble(paper(text)).kind is Kind.PURCHASE_ORDER


def test_the_number_of_the_contract_gone_back_to_makes_no_title() -> None:
    text = f"采购订单\n订单号：KX-0418\n原合同  编号：HT-2025-01  签订日期：2025-03-01\n{ITEM}"
    assert assemble(paper(text)).kind is Kind.PURCHASE_ORDER


WITHIN = {"deliv": "交货期：接到订单后30天"}
RETURNING = "另：1、到货与订单不符的{days}内退回；2、本单无需另签合同。"


@pytest.mark.parametrize("days", ["三日", "5天"])
def test_a_time_in_which_goods_go_back_is_no_time_of_delivery(days: str) -> None:
    after = (RETURNING.format(days=days),)
    found = assemble(Attack("goes back", CHINESE, head=WITHIN, after=after).document).header.lead_time
    assert found is not None
    assert (found.value, found.sure) == ("P30D", True)


@pytest.mark.parametrize("said", ["全部货物3日内到货", "货物应于5天内送达，不合格的3日内退货"])
def test_another_time_of_delivery_still_opens_the_one_beside_its_label(said: str) -> None:
    after = (f"另：1、{said}；2、本单无需另签合同。",)
    found = assemble(Attack("other time", CHINESE, head=WITHIN, after=after).document).header.lead_time
    assert found is None or not found.sure


ITEMS = """
Pos  Material   Description      Qty  Unit  Unit price  Amount
10   1001234    Shaft seal       2    pcs   10.00       20.00
20   1001235    Shaft sleeve     2    pcs   20.00       40.00
"""


@pytest.mark.parametrize("label", ["Total incl. freight", "Total including packing", "合计（含运费）"])
def test_a_total_may_say_that_it_holds_the_freight(label: str) -> None:
    found = read(f"{ITEMS}                         {label}      60.00").header
    assert found.total_amount is not None
    assert (found.total_amount.value, found.total_amount.sure) == ("60.00", True)
    assert found.tax_included is None


def test_the_freight_in_a_total_says_nothing_against_its_tax() -> None:
    text = f"{ITEMS}                         合计（人民币，含13%增值税、含运费）      60.00"
    found = read(text.replace("Currency: EUR", "")).header
    assert value(found.total_amount) == "60.00"
    assert value(found.tax_rate) == "13"
    assert value(found.tax_included) == "true"


@pytest.mark.parametrize(
    "foot",
    [
        "                Total                 60.00\n                Total incl. freight   75.00",
        "                Total incl. freight   75.00",
        "                Total excl. freight   60.00\n                Total incl. freight   75.00",
    ],
)
def test_a_freight_that_stands_nowhere_leaves_the_total_open(foot: str) -> None:
    found = read(f"{ITEMS}{foot}").header.total_amount
    assert found is None or not found.sure


MIXED = """
Kaufvertrag
Vertrags-Nr.: HT-26-0441
Besteller: Nordkai Pumpen GmbH
Währung: EUR
Pos.  Bezeichnung        Menge        Preis je Einheit    Betrag
10    Gleitring          {count:<13}2.96                {amount}
20    Sechskantschraube  500 ST       1,214.88            607,440.00
30    Spiraldichtung     12 ST        2,142.29            25,707.48
"""


@pytest.mark.parametrize(
    ("count", "amount", "read"),
    [("1.000 ST", "2,960.00", "1000"), ("12,5 kg", "37.00", "12.5"), ("12,5 kg", "40.00", None)],
)
def test_a_count_in_the_other_notation_is_the_one_that_makes_the_amount(
    count: str, amount: str, read: str | None
) -> None:
    line = assemble(paper(MIXED.format(count=count, amount=amount))).lines[0]
    assert line.quantity is None or not line.quantity.sure
    if read is not None:
        assert line.quantity is not None
        assert line.quantity.value == read
