"""Places, payment and offers that sentences of contracts tell, and what they do not tell."""

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.fields import payment, tax
from extractors.header.spoken import told_places
from models.reading import Header

HEAD = "采购合同\n合同编号：RH-2028-71\n签订日期：2028年3月4日\n需方：瑞和造纸有限公司\n供方：康固轴封公司\n"
ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴封", "4", "150.00", "600.00"]]


def _header(after: str, head: str = "") -> Header:
    return assemble(form(HEAD + head, ROWS, f"合计：600.00\n{after}")).header


@pytest.mark.parametrize(
    "said",
    [
        "总价含税及运至需方现场的一切费用。",
        "已包含包装费及运到甲方指定地点的运费。",
        "含送至需方仓库的运杂费。",
    ],
)
def test_carriage_that_the_price_holds_is_no_place_and_leaves_it_open(said: str) -> None:
    assert not told_places.find(said)
    assert told_places.is_charged(said)
    place = _header(said).delivery_place
    assert place is not None
    assert (place.value, place.sure) == (None, False)


def test_such_carriage_is_no_rival_of_the_place() -> None:
    place = _header(
        "总价含税及运至需方现场的一切费用。\n交货地点：海阳市临港区纬五路18号 瑞和造纸备件库。"
    ).delivery_place
    assert place is not None
    assert (place.value, place.sure) == ("海阳市临港区纬五路18号 瑞和造纸备件库", True)


def test_a_place_ends_before_the_bracket_of_who_takes_the_goods_in() -> None:
    text = "供方应将货物送达海阳市临港区纬五路18号备件库（联系人：何平 0535-6610022）。"
    assert [text[start:end] for start, end in told_places.find(text)] == ["海阳市临港区纬五路18号备件库"]


def test_terms_whose_last_share_is_kept_for_the_warranty_are_terms_of_payment() -> None:
    said = "合同签订后支付合同总额的20%作为预付款，到货验收后支付70%，剩余10%于质保期满后20日内支付"
    terms = _header(f"4.1 {said}。").payment_terms
    assert terms is not None
    assert (terms.value, terms.sure) == (said, False)


def test_a_warranty_alone_is_no_term_of_payment() -> None:
    assert _header("6.1 质保期满后30日内，供方仍应按成本价提供备件。").payment_terms is None


@pytest.mark.parametrize("said", ["分两次：预付40%，发货前付60%", "货到验收合格后于30日内付清"])
def test_parts_and_days_of_payment_are_understood(said: str) -> None:
    assert payment.parse(said) is not None


def test_parts_without_their_shares_are_not_understood() -> None:
    assert payment.parse("分两次付款") is None


@pytest.mark.parametrize(
    ("said", "rate"), [("不含税（0税率，保税货物）", "0"), ("零税率", "0"), ("税率10%", "10")]
)
def test_no_tax_may_be_told_without_the_sign_for_percent(said: str, rate: str) -> None:
    found = tax.statement(said)
    assert found is not None
    assert str(found.rate) == rate


def test_the_seller_s_proforma_invoice_is_likely_what_was_offered() -> None:
    number = _header("", "贵司形式发票：PI-KG-280211\n").quotation_number
    assert number is not None
    assert (number.value, number.sure) == ("PI-KG-280211", False)


def test_another_proforma_invoice_is_no_offer() -> None:
    assert _header("", "我司形式发票：PI-KG-280211\n").quotation_number is None


@pytest.mark.parametrize("number", ["第三条 ", "三、", "4.1 ", ""])
def test_the_number_of_a_clause_leaves_a_sentence_whole(number: str) -> None:
    lead = _header(f"{number}供方自本合同生效之日起50日内交货。").lead_time
    assert lead is not None
    assert (lead.value, lead.sure) == ("P50D", True)


@pytest.mark.parametrize(
    "behind", ["货物的质量保证期自到货之日起18个月。", "验收不合格，供方应在7日内更换，交货期不予顺延。"]
)
def test_what_is_done_with_goods_that_came_is_no_other_time(behind: str) -> None:
    lead = _header(f"第三条 供方自本合同生效之日起50日内交货。\n第四条 {behind}").lead_time
    assert lead is not None
    assert lead.sure


def test_another_time_in_a_further_clause_leaves_the_first_open() -> None:
    said = "第三条 供方自本合同生效之日起50日内交货。\n第四条 供方应在收到定金后20日内发货。"
    lead = _header(said).lead_time
    assert lead is None or not lead.sure


@pytest.mark.parametrize(
    "beside",
    [
        "本合同自双方签字盖章且需方支付预付款后生效。",
        "货款总计：￥600.00元，人民币陆佰元整（含税9%）",
        "8、使用寿命：每少100小时扣该件货款的8%。",
    ],
)
def test_neither_taking_effect_nor_a_sum_is_a_rival_of_the_terms(beside: str) -> None:
    terms = _header(f"付款方式：发货前电汇付清全部货款\n{beside}").payment_terms
    assert terms is not None
    assert (terms.value, terms.sure) == ("发货前电汇付清全部货款", True)


def test_other_days_of_payment_are_a_rival_still() -> None:
    said = "1、付款方式：发货前电汇付清全部货款。\n2、包装：木箱。\n3、需方应在到货后60天内支付货款。"
    terms = _header(said).payment_terms
    assert terms is not None
    assert not terms.sure


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("乙方代办托运，运费由其负担。", True),
        ("乙方提供水压试验报告。", True),
        ("按乙方出厂标准验收。", True),
        ("乙方提供检验报告作为异议依据。", False),
    ],
)
def test_who_sends_and_certifies_the_goods_sells_them(said: str, *, sure: bool) -> None:
    head = "采购合同\n合同编号：RH-2028-71\n甲方：瑞和造纸有限公司\n乙方：康固轴封有限公司\n"
    buyer = assemble(form(head, ROWS, f"合计：600.00\n质量：{said}")).header.customer
    assert buyer is not None
    assert (buyer.value, buyer.sure) == ("瑞和造纸有限公司", sure)
