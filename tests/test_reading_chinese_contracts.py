"""Contracts in Chinese as enterprises write them: options, owners, changes, codes of both sides."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.header.labelling.label_words import meaning
from extractors.lines.headings import recognise
from extractors.page.runs import runs_of
from extractors.page.ticks import listed
from extractors.vocabulary.meanings import Label, Role
from models.reading import Header, OrderLine, Reading

HEAD = (
    "设备采购合同\n合同编号：HT-2027-55\n签订日期：2027年2月1日\n买方：海陆泵业有限公司\n卖方：康泰密封公司\n"
)
ROWS = [
    ["序号", "名称", "数量", "单价", "金额"],
    ["1", "轴封", "2", "50.00", "100.00"],
    ["2", "轴套", "4", "25.00", "100.00"],
    ["合计", "", "", "", "200.00"],
]


def _header(after: str, head: str = HEAD) -> Header:
    return assemble(form(head, ROWS, after)).header


def _said(document: Header | OrderLine, name: str) -> tuple[str | None, bool] | None:
    found = getattr(document, name)
    return (found.value, found.sure) if found is not None else None


OPTIONS = (
    "第三条 付款方式（勾选）\n"
    "□ 1. 预付    %，余款于    日内付清；\n"
    "☑ 2. 货到验收合格后45天内付清全款；\n"
    "□ 3. 按月结算。\n"
    "第四条 其他：无"
)


def test_of_options_with_a_line_each_the_ticked_one_is_said() -> None:
    value = _said(assemble(paper(HEAD + OPTIONS)).header, "payment_terms")
    assert value is not None
    assert value[0] == "货到验收合格后45天内付清全款"


def test_where_no_option_is_ticked_nothing_is_said() -> None:
    value = _said(assemble(paper(HEAD + OPTIONS.replace("☑", "□"))).header, "payment_terms")
    assert value is None or not value[1]


def test_a_list_of_options_keeps_what_is_ticked_and_what_stands_around_it() -> None:
    page = paper("甲方选择：\n□ 自提\n√ 送货\n   运费由供方承担\n□ 快递\n乙方确认").pages[0]
    texts = [run.text for run in listed(runs_of(page, page.words))]
    assert texts == ["甲方选择：", "送货", "运费由供方承担", "乙方确认"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("付款方式（二选一）", Label.PAYMENT),
        ("付款方式不变，仍为", Label.PAYMENT),
        ("交货地点变更为", Label.PLACE),
        ("The delivery date is revised to", Label.DELIVERY),
    ],
)
def test_a_label_says_that_its_value_was_chosen_or_changed(text: str, label: Label) -> None:
    assert meaning(text) == {label}


@pytest.mark.parametrize("text", ["合同内容变更为", "改为", "变更为", "设备名称不变，仍为某"])
def test_a_change_of_something_else_is_no_label_of_terms(text: str) -> None:
    assert not meaning(text) & {Label.PAYMENT, Label.DELIVERY, Label.PLACE}


def test_what_a_change_costs_besides_is_no_term_of_payment() -> None:
    header = _header("付款方式不变，仍为：预付30%，余款货到付清。预付款差额由买方于7日内补付。")
    assert _said(header, "payment_terms") == ("预付30%，余款货到付清", True)


@pytest.mark.parametrize(
    "line",
    [
        "业主：临江石化有限公司",
        "1.1 用于二期项目（业主：临江石化有限公司）。",
        "Owner: Linjiang Petrochemical Co., Ltd.",
    ],
)
def test_for_whom_a_contractor_buys_is_no_buyer(line: str) -> None:
    assert _said(_header("", f"{HEAD}{line}\n"), "customer") == ("海陆泵业有限公司", True)


def test_an_owner_alone_is_likely_the_buyer() -> None:
    head = HEAD.replace("买方：海陆泵业有限公司", "业主：临江石化有限公司")
    assert _said(_header("", head), "customer") == ("临江石化有限公司", False)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("二〇二七年二月一日（2027-02-01）", ("2027-02-01", True)),
        ("2027年2月1日（2027-02-03）", ("2027-02-01", False)),
    ],
)
def test_a_day_may_stand_twice(said: str, day: tuple[str, bool]) -> None:
    assert _said(_header("", HEAD.replace("2027年2月1日", said)), "document_date") == day


@pytest.mark.parametrize(
    "clause",
    [
        "4.2 卖方在预付款支付前提交等额预付款保函，有效期至交货后20天。",
        "4.3 卖方在50天内不能消除缺陷的，买方有权要求退还已付款项。",
        "7.1 延迟交货：每周按迟交货款的2%，总额不超过合同总价的6%。",
    ],
)
def test_what_is_said_of_guarantees_and_refunds_is_no_other_term(clause: str) -> None:
    header = _header(f"付款方式：预付30%，货到后30天付70%\n{clause}")
    assert _said(header, "payment_terms") == ("预付30%，货到后30天付70%", True)


def test_another_term_in_a_sentence_is_a_rival_still() -> None:
    header = _header("付款方式：预付30%，货到后30天付70%\n4.2 买方在货到后60天内支付货款的80%。")
    assert header.payment_terms is not None
    assert not header.payment_terms.sure


def test_a_sentence_that_brings_the_goods_says_when() -> None:
    header = _header("卖方于合同签订后40天内将货物送至江州市临港路8号买方三号仓库。")
    assert header.lead_time is not None
    assert header.lead_time.value == "P40D"


@pytest.mark.parametrize(
    "said", ["质保期内卖方应在3天内将备件送至现场。", "卖方逾期5天将货物送至买方仓库的，支付违约金。"]
)
def test_a_sentence_of_warranty_or_delay_says_no_time_of_delivery(said: str) -> None:
    header = _header(said)
    assert header.lead_time is None or header.lead_time.value is None


CODED = """采购合同
合同编号：HT-2027-55
序号  名称/编码/图号             数量  单位  单价     金额
1     给水泵轴封                 2     套    50.00    100.00
      甲方备件编码：SP-0044120
      乙方件号：KT-160-A
      图号：TH-160-00
2     上充泵轴封                 1     套    40.00     40.00
      甲方备件编码：SP-0051007
      乙方件号：KT-082-C
合计                                                  140.00
"""


def test_the_codes_of_both_parties_stand_with_their_labels_below_the_name() -> None:
    lines = assemble(paper(CODED)).lines
    read = [(_said(line, "part_number"), _said(line, "customer_part_number")) for line in lines]
    assert read == [
        (("KT-160-A", False), ("SP-0044120", False)),
        (("KT-082-C", False), ("SP-0051007", False)),
    ]
    assert [line.description and line.description.value for line in lines] == ["给水泵轴封", "上充泵轴封"]
    assert _said(lines[0], "drawing_number") == ("TH-160-00", True)


def test_a_model_in_capitals_is_one_where_the_others_begin_alike() -> None:
    rows = [
        ["序号", "名称", "型号", "数量", "单价", "金额"],
        ["1", "渣浆泵", "KT-ZJ150-65", "1", "50.00", "50.00"],
        ["2", "皮带轮", "KT-BLT-C", "2", "30.00", "60.00"],
        ["3", "护罩", "铸铁件", "2", "20.00", "40.00"],
        ["合计", "", "", "", "", "150.00"],
    ]
    lines = assemble(form(HEAD, rows)).lines
    assert [line.part_number and line.part_number.value for line in lines] == [
        "KT-ZJ150-65",
        "KT-BLT-C",
        None,
    ]


def test_an_address_that_the_edge_of_the_page_broke_is_whole() -> None:
    text = f"""{HEAD}
5. 交货：交货周期见清单（自签订之日起计算）。包装由卖方负责，费用已含。交货地点：江苏省临海市经济开发区海陆
路6号买方备件库。
6. 付款方式：月结60天，六个月银行承兑汇票，每月五日对账，收到发票后于当月二十五日前支付，遇节假日相应顺延。
"""
    place = _said(assemble(paper(text)).header, "delivery_place")
    assert place is not None
    assert place[0] == "江苏省临海市经济开发区海陆路6号买方备件库"


@pytest.mark.parametrize(
    "clauses",
    [
        "7.1 乙方逾期交货的，每日支付违约金。\n7.2 甲方迟延付款的，每日支付利息。",
        "货物按乙方报价单供应。",
        "预付款差额由甲方于七日内补付。",
        "全部货物运抵甲方仓库后开箱检验。",
    ],
)
def test_clauses_tell_which_party_buys(clauses: str) -> None:
    head = HEAD.replace("买方", "甲方").replace("卖方", "乙方")
    assert _said(_header(clauses, head), "customer") == ("海陆泵业有限公司", True)


def test_clauses_that_contradict_each_other_leave_it_open() -> None:
    head = HEAD.replace("买方", "甲方").replace("卖方", "乙方")
    header = _header("甲方逾期交货的，支付违约金。\n货款由甲方支付。", head)
    assert header.customer is not None
    assert not header.customer.sure


def _annexed(title: str, total: str) -> Reading:
    rows = [["序号", "名称", "数量", "单价", "金额"], *(row for row in ROWS[1:3])]
    return assemble(form(f"{HEAD}合同总价：{total}元\n{title}\n", rows))


def test_a_list_of_prices_that_makes_the_total_is_an_annex_of_the_order() -> None:
    assert all(line.quantity and line.quantity.sure for line in _annexed("供货范围及价格表", "200.00").lines)


@pytest.mark.parametrize(("title", "total"), [("供货范围及价格表", "260.00"), ("上次采购价格表", "200.00")])
def test_other_lists_of_prices_are_not(title: str, total: str) -> None:
    assert not any(line.quantity and line.quantity.sure for line in _annexed(title, total).lines)


def test_a_total_that_is_stated_twice_is_one() -> None:
    header = _header("", f"{HEAD}合同金额（含税）：￥200.00\n其中税额（税率13%）：￥23.01\n")
    assert _said(header, "total_amount") == ("200.00", True)


def test_a_total_of_another_amount_is_a_rival() -> None:
    header = _header("", f"{HEAD}合同金额（含税）：￥260.00\n")
    assert header.total_amount is not None
    assert not header.total_amount.sure


def test_a_model_of_one_of_the_parties_is_its_number() -> None:
    found = recognise("乙方产品型号")
    assert found is not None
    assert found.exact
    assert found.roles == {Role.SELLER_PART, Role.BUYER_PART}
    assert recognise("乙方型号") is not None
