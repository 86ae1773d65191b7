"""What buyers' systems print: headings beside columns or head to head, codes of units, asides below sums."""

import datetime as dt
from decimal import Decimal

import pytest
from paper import form, paper, sheet

from extractors.assemble import assemble
from extractors.fields import dates, price_units
from models.reading import Field, OrderLine


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def lines(text: str) -> tuple[OrderLine, ...]:
    return assemble(paper(text)).lines


SHOP = """
电子采购合同    合同号  DQ-2026-118
买方  宁海热能有限公司            卖方  德泰密封技术有限公司
#    商品信息                           数量      含税单价        含税小计        交货期
1    导向套                             2套       ¥50.00          ¥100.00         2026-07-25
     商品编码  80112004   供应商货号  DT-4711
2    轴套                               3套       ¥10.00          ¥30.00          2026-07-25
     商品编码  80112009   供应商货号  DT-4712
                                                              商品共 2 种，本单运费 ¥0.00，由卖方承担
                                                  合同总金额      ¥130.00
"""


def test_an_aside_below_the_last_amount_is_no_part_of_it() -> None:
    assert [told(line.amount) for line in lines(SHOP)] == [("100.00", True), ("30.00", True)]


def test_a_number_of_goods_beside_the_sellers_own_may_be_the_buyers() -> None:
    read = lines(SHOP)
    assert [told(line.part_number) for line in read] == [("DT-4711", True), ("DT-4712", True)]
    assert [told(line.customer_part_number) for line in read] == [("80112004", False), ("80112009", False)]


GLUED = """
採購單
採購單號: 3301-118
序號   品號        品名        採購數量    單價       {heading}
0001   M31-452     導向套      2 SET       50.00      100 2026/04/15
0002   M31-460     軸套        3 PCS       10.00       30 2026/04/29
                               合計                   130
"""


def test_two_headings_without_a_blank_are_told_apart_by_what_stands_below() -> None:
    read = lines(GLUED.format(heading="金額預交日"))
    assert [told(line.amount) for line in read] == [("100", True), ("30", True)]
    assert [told(line.delivery_date) for line in read] == [("2026-04-15", True), ("2026-04-29", True)]


def test_a_heading_that_no_two_known_ones_make_is_cut_nowhere() -> None:
    read = lines(GLUED.format(heading="金額某某日"))
    assert all(line.delivery_date is None or not line.delivery_date.sure for line in read)


BESIDE = """
标准采购订单
订单：268118
行             部件号 / 说明           需求日期       数量      单位      单价 (CNY)     金额 (CNY)
1    31040218                          2026-03-27     2         套        50.00          100.00
     导向套
2    31040305                          2026-03-27     3         套        10.00          30.00
     轴套
                                                                          总计           130.00
"""


def test_two_columns_beside_their_headings_are_the_numbers_of_the_items_and_what_they_name() -> None:
    read = lines(BESIDE)
    assert [told(line.line_number) for line in read] == [("1", True), ("2", True)]
    codes = [line.customer_part_number or line.part_number for line in read]
    assert [code and code.value for code in codes] == ["31040218", "31040305"]


@pytest.mark.parametrize("text", ["05-3月-2026", "05-3月 -2026"])
def test_a_day_with_the_word_for_month_between_dashes_is_read(text: str) -> None:
    assert [each.first for each in dates.parse(text)] == [dt.date(2026, 3, 5)]


@pytest.mark.parametrize("text", ["需要：2026-03-27 00:00", "要求：2026-03-27"])
def test_a_day_behind_what_is_asked_of_it_is_read(text: str) -> None:
    assert [each.first for each in dates.parse(text)] == [dt.date(2026, 3, 27)]


ROWS = [
    ["行", "部件号", "说明", "交货日期", "数量", "单位", "单价", "金额"],
    ["1", "31040218", "导向套", "承诺： 需要：2026-03-27 00:00", "2", "套", "50.00", "100.00"],
    ["2", "31040305", "轴套", "承诺： 需要：2026-04-10 00:00", "3", "套", "10.00", "30.00"],
    ["", "", "", "", "", "", "合计", "130.00"],
]


def test_what_is_yet_to_be_promised_hides_no_day_that_is_needed() -> None:
    read = assemble(form("标准采购订单\n订单号：268118", ROWS)).lines
    assert [line.delivery_date and line.delivery_date.value for line in read] == ["2026-03-27", "2026-04-10"]


def test_two_days_in_one_cell_are_not_read_as_one() -> None:
    rows = [*ROWS[:1], [*ROWS[1][:3], "承诺：2026-03-20 需要：2026-03-27", *ROWS[1][4:]], *ROWS[2:]]
    first = assemble(form("标准采购订单\n订单号：268118", rows)).lines[0].delivery_date
    assert first is not None
    assert not first.sure


def test_a_price_may_be_for_one_of_a_unit_that_nobody_knows() -> None:
    assert price_units.parse("1 KVR") == price_units.PriceUnit(per=Decimal(1), unit="KVR")
    assert price_units.parse("100 EUR") is None
    assert price_units.parse("KVR") is None
    assert price_units.parse("12 bars") is None


SIZED = [
    ["行号", "物料编码", "物料名称", "规格", "单位", "数量", "含税单价", "价税合计"],
    ["10", "304-0018", "导向套", "Φ110 单端面", "套", "2", "50.00", "100.00"],
    ["20", "304-0022", "密封组件", "2BK3-40", "套", "3", "10.00", "30.00"],
    ["", "", "", "", "", "", "合计", "130.00"],
]


def test_one_code_among_specifications_that_say_sizes_is_open_and_no_number() -> None:
    read = assemble(sheet([["采购订单"], ["订单编号：CD20261027"], *SIZED])).lines
    assert told(read[1].part_number) == (None, False)


def test_codes_among_specifications_without_a_size_are_proposed() -> None:
    rows = [SIZED[0], [*SIZED[1][:3], "2BK3-32", *SIZED[1][4:]], *SIZED[2:]]
    read = assemble(sheet([["采购订单"], ["订单编号：CD20261027"], *rows])).lines
    assert [told(line.part_number) for line in read] == [("2BK3-32", False), ("2BK3-40", False)]


REMARKED = """
标准采购订单
订单：268118
行   部件号 / 说明                          需求日期       数量      单位      单价 (CNY)     金额 (CNY)
1    31040218                               2026-03-27     2         套        50.00          100.00
     导向套
     收货地：用订单顶部的地址。供应商物料号：—
2    31040305                               2026-03-27     3         套        10.00          30.00
     轴套
     收货地：用订单顶部的地址。供应商物料号：—
                                                                               总计           130.00
"""


def test_a_label_behind_the_stop_of_a_remark_is_one_and_its_dash_leaves_the_code_to_the_buyer() -> None:
    read = lines(REMARKED)
    assert [line.part_number for line in read] == [None, None]
    codes = [line.customer_part_number for line in read]
    assert [code and code.value for code in codes] == ["31040218", "31040305"]
    assert [line.description and line.description.value for line in read] == ["导向套", "轴套"]


@pytest.mark.parametrize("caption", ["运费条件", "承运商"])
def test_terms_stand_below_their_caption_and_are_not_the_next_caption(caption: str) -> None:
    head = f"标准采购订单\n订单号：268118\n付款条件          {caption}\n票到60天          供方承担"
    terms = assemble(form(head, ROWS)).header.payment_terms
    assert terms is not None
    assert terms.value == "票到60天"


def test_the_party_that_goods_are_sent_to_is_the_place() -> None:
    head = "采购订单\n订单号：268118\n送达方    浙江省宁波市宁海县兴工路18号"
    assert told(assemble(form(head, ROWS)).header.delivery_place) == ("浙江省宁波市宁海县兴工路18号", True)


def test_the_currency_of_a_label_with_the_code_of_the_tax_is_the_orders() -> None:
    head = "采购订单\n订单号：268118\n币种/税    USD / J0 0%"
    assert told(assemble(form(head, ROWS)).header.currency) == ("USD", True)


@pytest.mark.parametrize(
    ("said", "open_one"),
    [("CNY（所有价格均不含增值税）", False), ("CNY（含税率）", True), ("增值税点", True)],
)
def test_whether_all_prices_hold_the_tax_captions_no_rate(*, said: str, open_one: bool) -> None:
    header = assemble(form(f"采购订单\n订单号：268118\n货币    {said}", ROWS)).header
    assert (header.tax_rate is not None) is open_one


@pytest.mark.parametrize(
    ("place", "sure"), [("浙江省宁波市宁海县跃龙镇宁海热电物资公司", True), ("杭州启明工程有限公司", False)]
)
def test_a_works_in_an_address_leaves_the_letterhead_the_buyer(*, place: str, sure: bool) -> None:
    head = f"宁海热能有限公司\n采购订单\n订单号：268118\n供应商：德泰密封技术有限公司\n到货地点：{place}"
    assert told(assemble(form(head, ROWS)).header.customer) == ("宁海热能有限公司", sure)
