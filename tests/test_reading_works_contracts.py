"""Contracts and orders as works type them: clauses beside titles, numbers beside numbers."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import Field, Reading

CONTRACT = """
                         设备采购合同
合同编号：NH-2026-118                                                 签订日期：2026年5月11日
    需方：宁海热能有限公司                                            供方：德泰密封技术有限公司
序号      名称        型号          数量      单位      含税单价        含税总价
1         导向套      DT-4711       2         套        50.00           100.00
2         轴套        DT-4712       3         套        10.00            30.00
                                                        合计           130.00
{}
    第四条   验收    货到后5日内开箱。
"""


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def contract(*lines: str) -> Reading:
    return assemble(paper(CONTRACT.format("\n".join(lines))))


def test_a_clause_that_begins_beside_its_title_goes_on_at_the_left_edge() -> None:
    first = "合同签订后预付合同总价的20%；设备运到需方现场"
    first += "经供需双方代表共同验收合格并收齐全部随机资料和发票后二十天内支"
    reading = contract(f"    第三条   付款方式    {first}", "付合同总价的75%；余5%为质保金，一年后付清。")
    whole = f"{first}付合同总价的75%；余5%为质保金，一年后付清"
    assert told(reading.header.payment_terms) == (whole, True)


def test_a_place_that_begins_beside_its_title_is_not_the_line_below_it() -> None:
    first = "浙江省宁海县跃龙街道兴工路18号宁海热能备件仓库，"
    first += "货物到仓库以前的一切费用、风险以及途中可能发生的各种损失和"
    reading = contract(f"    第三条   交货地点    {first}", "赔偿都由供方承担。")
    place = reading.header.delivery_place
    assert place is not None
    assert place.value is not None
    assert place.value.startswith("浙江省宁海县跃龙街道兴工路18号宁海热能备件仓库")


def test_a_short_clause_beside_its_title_ends_with_its_line() -> None:
    reading = contract("    第三条   付款方式    货到30天内付清。", "双方另有约定的除外。")
    assert told(reading.header.payment_terms) == ("货到30天内付清", True)


@pytest.mark.parametrize(
    "sentence", ["以上单价含13%增值税。", "价格均为含税价，税率13%。", "All prices include 13% VAT."]
)
def test_what_the_prices_hold_is_no_part_of_the_terms_of_payment(sentence: str) -> None:
    reading = contract(f"付款方式：月结，次月20日前电汇上月货款。{sentence}")
    assert told(reading.header.payment_terms) == ("月结，次月20日前电汇上月货款", True)


@pytest.mark.parametrize(
    "sentence", ["余款收到13%增值税发票后付清。", "质保金5%于一年后无息付清。", "尾款10%税票到后结清。"]
)
def test_a_further_share_that_speaks_of_the_tax_belongs_to_the_terms(sentence: str) -> None:
    reading = contract(f"付款方式：货到付90%。{sentence}")
    terms = reading.header.payment_terms
    assert terms is not None
    assert terms.value == f"货到付90%。{sentence[:-1]}"


ITEMS = [
    ["序号", "物料编码", "物料名称", "数量", "单位", "含税单价", "价税合计"],
    ["1", "3-0118", "导向套", "2", "套", "50.00", "100.00"],
    ["2", "3-0119", "轴套", "3", "套", "10.00", "30.00"],
    ["", "", "", "", "", "合计", "130.00"],
]


def number(*lines: str) -> tuple[str | None, bool] | None:
    head = "\n".join(["采购订单", "采购方：宁海热能有限公司", "供应商：德泰密封技术有限公司", *lines])
    return told(assemble(form(head, ITEMS)).header.document_number)


def test_an_order_with_a_number_of_its_own_has_not_surely_that_of_its_contract() -> None:
    assert number("单据编号：CG003918", "合同号：YH-2026-031") == ("CG003918", False)


@pytest.mark.parametrize("frame", ["合同号：年度合同YH-2026-031", "框架合同号：YH-2026-031"])
def test_a_yearly_contract_leaves_no_doubt_which_number_is_the_orders(frame: str) -> None:
    assert number("单据编号：CG003918", frame) == ("CG003918", True)


def test_a_bare_number_beside_a_yearly_contract_is_open() -> None:
    assert number("编号：CG003918", "合同号：年度合同YH-2026-031") == ("CG003918", False)


def test_an_order_with_no_other_number_has_that_of_its_contract() -> None:
    assert number("合同号：YH-2026-031") == ("YH-2026-031", True)


def test_a_clause_whose_first_line_alone_is_set_in_goes_on_at_the_left_edge() -> None:
    first = "合同签订后七日内需方支付合同总价的25%，全部设备运到需方指定地点"
    first += "并由双方共同验收合格收到供方开具的发票以后三十日内支付合同总价"
    reading = contract("4   付款", f"    {first}", "的75%，一次付清。")
    terms = reading.header.payment_terms
    assert terms is not None
    assert terms.value == f"{first}的75%，一次付清"
    assert not terms.sure


@pytest.mark.parametrize(
    "then", ["供方应提前5天书面通知需方到货时间。", "需提前2日通知需方。", "运费由供方承担。"]
)
def test_who_is_told_of_the_arrival_says_nothing_of_the_time(then: str) -> None:
    reading = contract(f"交货期：合同生效后35天内货到需方现场。{then}")
    assert told(reading.header.lead_time) == ("P35D", True)


def test_another_time_behind_the_first_leaves_it_open() -> None:
    reading = contract("交货期：合同生效后35天内货到需方现场。图纸确认晚于5天的顺延。")
    lead = reading.header.lead_time
    assert lead is None or not lead.sure


def test_the_sentence_between_two_companies_dates_their_contract() -> None:
    said = "本合同由宁海热能有限公司（以下简称“需方”）与德泰密封技术有限公司（以下简称“供方”），"
    head = (
        f"设备采购合同\n合同编号：NH-2026-118\n{said}根据2026年4月2日询价结果，于2026年5月11日在宁海县签订。"
    )
    assert told(assemble(form(head, ITEMS)).header.document_date) == ("2026-05-11", True)


def test_a_sum_in_words_has_its_figures_in_the_next_cell() -> None:
    head = "购销合同\n需方：宁海热能有限公司\n供方：德泰密封技术有限公司"
    reading = assemble(form(head, ITEMS[:-1], "合计人民币（大写）：壹佰叁拾元整      ¥130.00"))
    assert told(reading.header.total_amount) == ("130.00", True)


def test_the_answer_whether_prices_hold_the_tax_tells_its_rate() -> None:
    head = "采购订单\n订单编号：CG003918\n采购方：宁海热能有限公司"
    header = assemble(form(head, ITEMS, "是否含税      含税13%")).header
    assert told(header.tax_rate) == ("13", True)
    assert told(header.tax_included) == ("true", True)


@pytest.mark.parametrize("tax", ["J1 13%进项税", "13%销项税"])
def test_the_tax_of_a_code_tells_the_rate(tax: str) -> None:
    header = assemble(form(f"采购订单\n订单编号：CG003918\n税码：{tax}", ITEMS)).header
    assert header.tax_rate is not None
    assert header.tax_rate.value == "13"


def test_a_number_filed_by_an_office_is_one_with_its_year_in_round_brackets() -> None:
    head = "采购订单\n编号：NHRN采字(2026)第45号\n采购方：宁海热能有限公司"
    assert told(assemble(form(head, ITEMS)).header.document_number) == ("NHRN采字(2026)第45号", True)


def test_a_number_behind_other_words_and_a_bare_label_is_open() -> None:
    assert number("（2026年A类）编号NH-2026-B-029") == ("NH-2026-B-029", False)


def test_the_number_of_a_comparison_of_prices_is_not_the_papers() -> None:
    assert number("采购依据 比价编号BJ-0515") == (None, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "供方应于2026年8月21日前将全部货物交付需方。",
        "不迟于2026年8月21日由宁波港装运，不得分批，不得转运。",
        "最迟2026年8月21日前送达需方仓库",
    ],
)
def test_a_sentence_of_delivery_that_is_known_as_a_whole_tells_its_day(sentence: str) -> None:
    assert told(contract(f"交货日期：{sentence}").header.delivery_date) == ("2026-08-21", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "供方应于2026年8月21日前将全部货物交付需方，如遇停产顺延。",
        "供方应于2026年8月21日前交付首台，其余另行通知。",
        "需方应于2026年8月21日前确认图纸。",
        "供方应于2026年8月21日前分批交付货物。",
        "供方应于2026年8月21日前交付货物，需方提前5天付款。",
    ],
)
def test_a_sentence_of_delivery_with_a_condition_or_another_time_is_open(sentence: str) -> None:
    day = contract(f"交货日期：{sentence}").header.delivery_date
    assert day is None or not day.sure


STREET = "浙江省宁波市宁海县兴工路18号备件库"


@pytest.mark.parametrize(
    "clause",
    [
        f"交货地点：供方送至{STREET}，运费由供方承担。",
        f"交货地点及运费：供方代办物流，送至{STREET}，运费供方承担。",
        f"4. 交付：供方送货，交付地点为{STREET}，运杂费由供方承担。",
    ],
)
def test_a_sentence_that_names_a_whole_address_tells_the_place(clause: str) -> None:
    assert told(contract(clause).header.delivery_place) == (STREET, True)


@pytest.mark.parametrize(
    "clause",
    [
        f"交货地点：供方送至{STREET}，需方自行提货。",
        "交货地点：供方送至需方指定地点，运费由供方承担。",
        f"交货地点：首批送至{STREET}，运费由供方承担。",
        f"4. 交付：如需方未另行通知，交付地点为{STREET}，运杂费由供方承担。",
    ],
)
def test_a_place_with_more_said_of_it_is_open(clause: str) -> None:
    place = contract(clause).header.delivery_place
    assert place is None or not place.sure


def test_the_edition_of_general_terms_is_no_day_of_the_order() -> None:
    head = "采购订单\n订单编号：CG003918\n订单日期：2026-09-04\n采购方：宁海热能有限公司"
    after = "本订单适用宁海热能采购通用条款（2024年1月版），可于网站查阅。"
    assert told(assemble(form(head, ITEMS, after)).header.document_date) == ("2026-09-04", True)


def test_labels_with_values_right_above_the_items_are_no_title_of_another_table() -> None:
    line = "币种    人民币          汇率    1          备注    与库存计划合并"
    head = f"采购订单\n订单编号：CG003918\n采购方：宁海热能有限公司\n\n{line}"
    first = assemble(form(head, ITEMS)).lines[0]
    assert told(first.quantity) == ("2", True)


@pytest.mark.parametrize("title", ["库存清单", "备注    上次采购明细"])
def test_a_title_of_another_table_leaves_its_lines_open(title: str) -> None:
    head = f"采购订单\n订单编号：CG003918\n采购方：宁海热能有限公司\n\n{title}"
    quantity = assemble(form(head, ITEMS)).lines[0].quantity
    assert quantity is not None
    assert not quantity.sure


def test_nothing_but_tax_before_a_rate_names_what_it_comes_to() -> None:
    sums = [
        ["", "", "", "", "", name, sum_] for name, sum_ in (("小计：", "130.00"), ("税 (13%)：", "16.90"))
    ]
    rows = [*ITEMS[:-1], *sums, ["", "", "", "", "", "总计：", "146.90"]]
    rows[0] = [*ITEMS[0][:5], "单价", "金额"]
    header = assemble(form("采购订单\n订单编号：CG003918", rows)).header
    assert told(header.total_amount) == ("146.90", True)
    assert told(header.tax_rate) == ("13", True)


@pytest.mark.parametrize(
    ("place", "sure"),
    [("浙江省宁波市宁海县跃龙镇宁海热电物资公司", True), ("浙江省宁波市宁海县跃龙镇德泰密封物流公司", False)],
)
def test_a_works_of_some_district_that_shares_no_word_with_the_seller_is_the_place(
    *, place: str, sure: bool
) -> None:
    reading = contract(f"交货地点：{place}")
    assert told(reading.header.delivery_place) == (place, sure)


def test_the_owners_contract_is_no_number_of_the_contractors() -> None:
    said = "本合同协议书由宁海热能有限公司（总承包商，下称“买方”）为一方，"
    said += "与德泰密封技术有限公司（下称“卖方”）为另一方，"
    head = f"采购合同\n{said}于 2026 年 3 月 5 日签署。合同号：NH-2026-057。业主合同号：YX-2025-EPC-02。"
    header = assemble(form(head, ITEMS)).header
    assert told(header.document_number) == ("NH-2026-057", True)
    assert told(header.document_date) == ("2026-03-05", True)
    assert told(header.customer) == ("宁海热能有限公司", True)


@pytest.mark.parametrize(
    "tail",
    [
        "，卸货由需方负责。",
        "，运费及到库前的一切风险由供方承担。",
        "；运杂费由供方承担",
        "，由供方送货并承担运费。",
    ],
)
def test_who_unloads_or_pays_is_no_part_of_the_place(tail: str) -> None:
    assert told(contract(f"交货地点：{STREET}{tail}").header.delivery_place) == (STREET, True)


def test_a_place_that_breaks_off_before_who_does_something_is_open() -> None:
    place = contract(f"交货地点：{STREET}，卸货由").header.delivery_place
    assert place is not None
    assert not place.sure


def test_the_rest_of_a_label_beside_the_rest_of_its_value_ends_nothing() -> None:
    lines = (
        f"3. 交货地点 Place of        {STREET}，到货后",
        "delivery                    的卸货由需方负责。",
    )
    place = contract(*lines).header.delivery_place
    assert place is not None
    assert place.value in {STREET, f"{STREET}，到货后的卸货由需方负责"}


def test_to_whom_goods_are_delivered_by_a_day_is_no_place() -> None:
    said = "All goods shall be delivered to the Buyer on or before 14 August 2026."
    assert told(contract(f"交货地点：{STREET}", said).header.delivery_place) == (STREET, True)
