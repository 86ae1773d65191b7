"""Order forms of stores and their programs: whose names stand where, headings of two rows, sizes, labels."""

import pytest
from paper import form, paper, sheet

from extractors.assemble import assemble
from extractors.fields import periods, units
from extractors.header.labelling import plain_addresses
from extractors.header.labelling.label_words import meaning
from extractors.header.numbering.number_shapes import CODE
from extractors.kinds.kinds import kind_of_title
from extractors.lines.headings import recognise
from extractors.readers.bands import Track, bands
from extractors.vocabulary.meanings import Label, Role
from models.reading import Field, Header, Kind, OrderLine, Reason

ITEMS = [["序号", "名称", "数量", "单价", "金额"], ["1", "压盖", "4", "125.00", "500.00"]]
SELLER = "供应商：津海密封有限公司\n"


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def head(above: str, rows: list[list[str]] = ITEMS) -> Header:
    return assemble(form(above, rows, "合计：500.00")).header


def lines(rows: list[list[str]]) -> tuple[OrderLine, ...]:
    return assemble(form("江北泵业有限公司\n采购订单\n订单编号：PO-77120\n" + SELLER, rows)).lines


def test_a_part_of_a_company_below_the_whole_one_is_no_certain_buyer() -> None:
    field = head("淮西铜业有限公司\n采购订单\n采购组织：铜业备件公司\n" + SELLER).customer
    assert told(field) == ("淮西铜业有限公司", False)
    assert field is not None
    assert [each.value for each in field.candidates] == ["铜业备件公司"]


def test_a_part_of_a_company_above_the_whole_one_stays_the_first_of_the_two() -> None:
    field = head("采购订单\n采购组织：铜业备件公司\n" + SELLER + "淮西铜业有限公司\n").customer
    assert told(field) == ("铜业备件公司", False)


@pytest.mark.parametrize("part", ["集团物资供应公司", "淮西集团备件公司", "淮西总公司物资公司"])
def test_a_part_of_a_group_is_no_certain_buyer_below_it(part: str) -> None:
    field = head(f"淮西铜业集团有限公司\n采购订单\n采购组织：{part}\n" + SELLER).customer
    assert told(field) == ("淮西铜业集团有限公司", False)
    assert told(head(f"采购订单\n采购组织：{part}\n" + SELLER).customer) == (part, True)


@pytest.mark.parametrize("name", ["淮西铜业有限公司", "淮西石油总公司", "淮西铜业集团公司"])
def test_a_whole_company_beside_its_label_buys(name: str) -> None:
    assert told(head(f"采购订单\n采购组织：{name}\n" + SELLER).customer) == (name, True)


def test_a_part_of_a_company_that_stands_alone_buys() -> None:
    assert told(head("采购订单\n采购组织：铜业备件公司\n" + SELLER).customer) == ("铜业备件公司", True)


def test_the_sellers_name_in_the_other_script_below_it_is_no_third_company() -> None:
    above = "江北泵业有限公司                                        订购单\nMessrs:\n津海密封有限公司\n"
    below = "Jinhai Sealing Co., Ltd.\n采购订单\n订单编号：PO-77120\n供应商：津海密封有限公司\n"
    field = head(above + below).customer
    assert told(field) == ("江北泵业有限公司", True)


def test_another_company_below_the_sellers_name_leaves_the_head_open() -> None:
    above = "江北泵业有限公司\n采购订单\n供应商：津海密封有限公司\n总包：Delta Plant Contractors Ltd.\n"
    field = head(above).customer
    assert field is None or not field.sure


@pytest.mark.parametrize("who", ["沈若兰 ext. 3105", "沈若兰 分机 3105", "沈若兰 0512-8827 1166"])
def test_a_name_with_its_telephone_is_a_person_and_no_buyer(who: str) -> None:
    field = head(f"江北泵业有限公司\n采购订单\n买方 Buyer：{who}\n" + SELLER).customer
    assert told(field) == ("江北泵业有限公司", True)


@pytest.mark.parametrize(
    ("label", "means"),
    [
        ("签发日期", Label.DOCUMENT_DATE),
        ("填报日期", Label.DOCUMENT_DATE),
        ("采购", Label.NEUTRAL),
        ("採購", Label.NEUTRAL),
        ("采购日期", Label.DOCUMENT_DATE),
        ("整单税率", Label.TAX_RATE),
        ("TRADE TERMS 交易条件", Label.INCOTERMS),
        ("SHIPMENT 交期", Label.DELIVERY),
        ("Ship to 运抵地点", Label.PLACE),
    ],
)
def test_what_labels_of_such_forms_mean(label: str, means: Label) -> None:
    assert meaning(label) == {means}


def test_a_label_with_its_value_in_the_other_language_is_no_label_of_two() -> None:
    assert not meaning("Payment 电汇")


def test_who_orders_beside_a_day_is_no_day() -> None:
    above = "江北泵业有限公司 订购单\n日期：2026.04.17\n采购：沈若兰 分机 3105\n" + SELLER
    assert told(head(above).document_date) == ("2026-04-17", True)


@pytest.mark.parametrize(
    ("text", "lasts"),
    [
        ("Within 9 weeks after receipt of order 收到订单后9周内", "P9W"),
        ("within 30 days 30天内", "P30D"),
        ("接單後6週內", "P6W"),
        ("within 9 weeks 收到订单后6周内", None),
        ("within 30 days 付款后30天内付清", None),
    ],
)
def test_a_time_in_english_and_once_more_in_chinese(text: str, lasts: str | None) -> None:
    period = periods.parse(text)
    assert (period.iso if period else None) == lasts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("HTJY（2026）备字第31号", "HTJY（2026）备字第31号"),
        ("淮铜(2026)第7号 已审批", "淮铜(2026)第7号"),
        ("HTJY-31（备件）", "HTJY-31（"),
    ],
)
def test_a_filed_number_has_its_year_in_round_brackets(text: str, number: str) -> None:
    found = CODE.match(text)
    assert found is not None
    assert found[0] == number


def test_a_trip_is_a_unit() -> None:
    assert units.canonical("趟") is not None


@pytest.mark.parametrize("text", ["随机图号", "部件图号", "设计图号"])
def test_drawings_of_machines_and_parts_are_drawings(text: str) -> None:
    heading = recognise(text)
    assert heading is not None
    assert (heading.exact, heading.role) == (True, Role.DRAWING)


def test_a_model_that_is_one_code_beside_a_drawing_may_be_the_sellers_number() -> None:
    rows = [
        ["名称", "型号", "图号", "数量", "单价", "金额"],
        ["压盖", "6K4T-00219-B", "7-3021-11", "4", "125.00", "500.00"],
        ["叶轮", "φ212", "7-3022-04", "1", "80.00", "80.00"],
    ]
    assert told(lines(rows)[0].part_number) == ("6K4T-00219-B", False)
    assert [told(line.drawing_number) for line in lines(rows)] == [("7-3021-11", True), ("7-3022-04", True)]


def test_specifications_among_which_sizes_stand_number_nothing() -> None:
    rows = [
        ["名称", "规格", "单位", "数量", "单价", "金额"],
        ["机械密封", "K21-D/60-A2", "套", "4", "125.00", "500.00"],
        ["盘根", "12×12", "kg", "2", "80.00", "160.00"],
    ]
    assert [told(line.part_number) for line in lines(rows)] == [(None, False), (None, False)]


def test_specifications_without_any_size_may_be_what_is_ordered_by() -> None:
    rows = [
        ["名称", "规格", "单位", "数量", "单价", "金额"],
        ["机械密封", "K21-D/60-A2", "套", "4", "125.00", "500.00"],
        ["机械密封", "K21-D/75-A2", "套", "2", "80.00", "160.00"],
    ]
    assert [told(line.part_number) for line in lines(rows)] == [
        ("K21-D/60-A2", False),
        ("K21-D/75-A2", False),
    ]


def test_items_below_a_heading_of_two_rows_are_not_another_table() -> None:
    heading = Track(frozenset(range(9)), 6, numeric=False)
    below = Track(frozenset(range(9)), 5, numeric=False, reaching=4)
    item = Track(frozenset(range(9)), 9, numeric=True)
    assert bands([heading, below, item, item]) == [range(4)]
    assert bands([heading, Track(frozenset(range(9)), 5, numeric=False), item, item]) == [
        range(2),
        range(2, 4),
    ]


def test_an_unread_date_of_such_a_form_keeps_its_reason() -> None:
    header = assemble(paper("采购订单\n签发日期：待定\n订单号：PO-1")).header
    assert header.document_date is not None
    assert header.document_date.reason is Reason.NOT_PARSED


def test_the_rate_of_a_whole_order_stands_without_its_sign() -> None:
    rows = [
        ["公司：", "江北泵业有限公司", "订单编号：", "PO-77120"],
        ["供应商：", "津海密封有限公司", "整单税率：", "13"],
        ["序号", "名称", "数量", "含税单价", "价税合计"],
        ["1", "压盖", "4", "125.00", "500.00"],
    ]
    assert told(assemble(sheet(rows)).header.tax_rate) == ("13", True)


def test_terms_at_sight_of_the_invoice_point_nowhere() -> None:
    terms = "见票后60天电汇支付90%，余10%为质保金，一年后支付"
    assert told(head(f"江北泵业有限公司\n采购订单\n付款：{terms}\n" + SELLER).payment_terms) == (terms, True)
    field = head("江北泵业有限公司\n采购订单\n付款：见票据管理办法\n" + SELLER).payment_terms
    assert field is not None
    assert not field.sure


def summed(label: str, rate: str = "") -> Header:
    above = "江北泵业有限公司\n采购订单\n" + SELLER + rate
    return assemble(form(above, [*ITEMS, [label, "", "", "", "500.00"]])).header


def test_a_total_that_names_the_tax_it_holds_tells_of_the_prices_that_make_it() -> None:
    assert told(summed("合计（含13%增值税）").tax_included) == ("true", True)


def test_a_total_with_some_tax_leaves_the_prices_open() -> None:
    assert told(summed("合计（含税）", "税率：13%\n").tax_included) == ("true", False)


def test_a_total_with_tax_does_not_outdo_the_heading_of_the_prices() -> None:
    rows = [[*ITEMS[0][:3], "不含税单价", "金额"], ITEMS[1], ["合计（含13%增值税）", "", "", "", "500.00"]]
    field = assemble(form("江北泵业有限公司\n采购订单\n" + SELLER, rows)).header.tax_included
    assert field is not None
    assert not field.sure


@pytest.mark.parametrize("text", ["青川省石岭市云河县大湾镇选矿厂备件总库", "石岭市云河区港前路五金仓库"])
def test_a_store_named_from_its_province_down_is_an_address(text: str) -> None:
    assert plain_addresses.is_address(text)


@pytest.mark.parametrize("text", ["选矿厂备件总库", "石岭市云河区", "青川省石岭市云河县大湾镇选矿厂"])
def test_a_store_without_its_town_or_a_town_without_a_store_is_no_whole_address(text: str) -> None:
    assert not plain_addresses.is_address(text)


PARTIES = [
    ["需  方", "供  方"],
    ["单位名称：江北泵业有限公司", "单位名称：津海密封有限公司"],
]


def parties(rows: list[list[str]]) -> Field | None:
    words = "采购合同\n合同编号：HT-4410\n"
    return assemble(form(words, [*ITEMS, ["合计", "", "", "", "500.00"], *rows])).header.customer


def test_the_name_below_the_buyers_role_buys() -> None:
    assert told(parties([[*row, "", "", ""] for row in PARTIES])) == ("江北泵业有限公司", True)
    turned = [[*reversed(row), "", "", ""] for row in PARTIES]
    assert told(parties(turned)) == ("江北泵业有限公司", True)


def test_the_name_behind_a_caption_beside_the_buyers_role_buys() -> None:
    beside = ["采购方", "名称", "江北泵业有限公司", "供应商", "名称", "津海密封有限公司"]
    rows = [beside, ["", "地址", "码头街1号", "", "地址", "海河路2号"]]
    words = "采购订单\n订单编号：PO-77120\n"
    items = [[*row, ""] for row in [*ITEMS, ["合计", "", "", "", "500.00"]]]
    assert told(assemble(form(words, [*rows, *items])).header.customer) == ("江北泵业有限公司", True)
    lone = [["采购方", "名称", "码头街1号", "", "", ""], *items]
    field = assemble(form(words, lone)).header.customer
    assert field is None or not field.sure


@pytest.mark.parametrize("office", ["物资供应部", "设备物资采购中心", "备件管理科"])
def test_an_office_of_several_words_is_no_other_buyer(office: str) -> None:
    field = head(f"淮西铜业有限公司\n采购订单\n采购组织：{office}\n" + SELLER).customer
    assert told(field) == ("淮西铜业有限公司", True)


APPROVED = "提交  2027-03-08 10:21\n同意  2027-03-08 17:03\n同意  2027-03-09 09:15"


def test_the_record_of_who_approved_dates_no_order() -> None:
    above = "江北泵业有限公司\n采购订单\n订单编号：PO-77120\n生效日期：2027年3月9日\n" + SELLER
    field = assemble(form(above, ITEMS, f"合计：500.00\n{APPROVED}")).header.document_date
    assert told(field) == ("2027-03-09", False)


def test_a_lone_day_below_a_letter_still_may() -> None:
    above = "江北泵业有限公司\n采购订单\n订单编号：PO-77120\n" + SELLER
    field = assemble(form(above, ITEMS, "合计：500.00\n2027-03-08 10:21")).header.document_date
    assert field is not None
    assert field.value == "2027-03-08"


def test_a_name_below_one_role_alone_is_not_taken_for_a_side() -> None:
    lone = [
        ["需  方", "开票资料", "", "", ""],
        ["单位名称：江北泵业有限公司", "单位名称：津海密封有限公司", "", "", ""],
    ]
    field = parties(lone)
    assert field is None or not field.sure


@pytest.mark.parametrize("title", ["年度订货协议", "年度供货协议 ND-2209"])
def test_what_is_agreed_for_a_year_is_a_frame(title: str) -> None:
    assert kind_of_title(title) is Kind.FRAMEWORK_AGREEMENT


def test_the_frame_that_an_order_is_based_on_is_no_rival_of_its_number() -> None:
    above = "江北泵业有限公司\n采购订单\n订单编号：PO-77120\n合同依据   年度订货协议 ND-2209\n" + SELLER
    assert told(head(above).document_number) == ("PO-77120", True)


BESIDE = """
采购单 PO-4410
买方：江北泵业有限公司
卖方：津海密封有限公司

序号  名称     数量  单位  未税单价    未税金额    交期
1     压盖       4   件     100.00      400.00   2026-11-20
2     轴套       2   件     300.00      600.00   2026-11-20
{first}
{second}
备用                                             含税总额     1130.00
"""
TAXED = "账期：月结30天                                     增值税13%     130.00"
PLACE = "云鹤市高新区松涛大道209号3栋2楼"


@pytest.mark.parametrize("label", ["送货", "收货", "交货地址"])
def test_a_line_of_the_form_beside_the_first_sum_is_no_part_of_the_last_item(label: str) -> None:
    first = f"{label}：{PLACE}" + " " * 16 + "未税小计   1000.00"
    reading = assemble(paper(BESIDE.format(first=first, second=TAXED)))
    place = reading.header.delivery_place
    assert place is not None
    assert place.value == PLACE
    assert told(reading.header.total_amount) == ("1130.00", True)
    assert told(reading.lines[-1].delivery_date) == ("2026-11-20", True)


def test_a_place_below_the_last_item_is_the_orders_and_a_time_is_the_items() -> None:
    reading = assemble(paper(BESIDE.format(first=f"送货：{PLACE}", second=TAXED)))
    assert reading.header.delivery_place is not None
    assert reading.header.delivery_place.value == PLACE
    timed = assemble(paper(BESIDE.format(first="送货：2026年11月20日前", second=TAXED)))
    assert timed.header.delivery_place is None
    assert told(timed.lines[-1].delivery_date) == ("2026-11-20", True)


def test_a_name_of_a_thing_before_an_amount_is_no_line_of_the_form() -> None:
    strange = "套筒" + " " * 44 + "小计   1000.00"
    found = assemble(paper(BESIDE.format(first=strange, second=TAXED)))
    assert found.header.delivery_place is None
