"""Chinese forms as programs print them: sums in columns and in one row, labels of items, whose numbers."""

from decimal import Decimal

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.fields import periods, tax
from extractors.header import summaries
from extractors.header.spoken import told_offers
from extractors.header.sums.reconcile import whole_rate
from extractors.lines.headings import recognise
from extractors.lines.item_table import make_column
from extractors.vocabulary.meanings import Summary
from models.reading import Field, OrderLine, Reading

HEAD = "江北泵业有限公司\n采购订单\n订单编号：PO-77120\n供应商：津海密封有限公司\n"
SUMS = [
    ["序号", "名称", "数量", "原币单价", "原币金额", "原币税额", "原币价税合计"],
    ["1", "压盖", "4", "12.50", "50.00", "6.50", "56.50"],
    ["2", "灯笼环", "10", "3.00", "30.00", "3.90", "33.90"],
    ["合计", "", "14", "", "80.00", "10.40", "90.40"],
]
ITEMS = [
    ["序号", "名称", "数量", "单价", "金额"],
    ["1", "压盖", "4", "125.00", "500.00"],
    ["2", "灯笼环", "10", "30.00", "300.00"],
]


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def read(rows: list[list[str]], after: str = "", head: str = HEAD) -> Reading:
    return assemble(form(head, rows, after))


def first(rows: list[list[str]]) -> OrderLine:
    return read(rows).lines[0]


def test_columns_without_tax_and_with_it_have_three_sums() -> None:
    header = read(SUMS).header
    assert told(header.total_amount) == ("90.40", True)
    assert told(header.tax_included) == ("false", True)


def test_sums_of_columns_that_say_their_basis_need_no_tax_between_them() -> None:
    rows = [
        ["序号", "名称", "数量", "不含税单价", "不含税金额", "含税金额"],
        ["1", "压盖", "4", "125.00", "500.00", "565.00"],
        ["2", "灯笼环", "10", "30.00", "300.00", "339.00"],
        ["合计", "", "", "", "800.00", "904.00"],
    ]
    header = read(rows).header
    assert told(header.total_amount) == ("904.00", True)
    assert told(header.tax_included) == ("false", True)


def test_a_net_and_a_gross_total_close_without_a_tax_between_them() -> None:
    rate = "税率：13%\n"
    header = read(ITEMS, "订单总额(不含税)：800.00\n订单总额(含税)：904.00", HEAD + rate).header
    assert told(header.total_amount) == ("904.00", True)
    assert told(header.tax_included) == ("false", True)
    assert told(header.tax_rate) == ("13", True)


def test_totals_apart_by_no_whole_rate_or_by_another_one_are_open() -> None:
    odd = read(ITEMS, "订单总额(不含税)：800.00\n订单总额(含税)：905.00").header
    assert odd.total_amount is not None
    assert not odd.total_amount.sure
    other = read(ITEMS, "订单总额(不含税)：800.00\n订单总额(含税)：872.00", HEAD + "税率：13%\n").header
    assert other.tax_rate is not None
    assert not other.tax_rate.sure


def test_a_whole_rate_is_told_by_large_sums_alone() -> None:
    cent = Decimal("0.01")
    assert whole_rate(Decimal("30477.98"), Decimal("34440.12"), cent) == 13
    assert whole_rate(Decimal("800.00"), Decimal("904.50"), cent) is None
    assert whole_rate(Decimal("3.00"), Decimal("3.39"), cent) is None
    assert whole_rate(Decimal("904.00"), Decimal("800.00"), cent) is None


def test_captions_and_sums_in_one_row_are_read_also_where_a_caption_is_spread() -> None:
    text = """
江北泵業股份有限公司
採購單  單號：PO-77120
序號  品名        數量   單價     金額
1     壓蓋           4   1,250    5,000
2     燈籠環        10     300    3,000
採購金額：  8,000   稅  額：  400   總金額：  8,400
"""
    header = assemble(paper(text)).header
    assert told(header.total_amount) == ("8400", True)
    assert told(header.tax_included) == ("false", True)


def test_commas_in_a_chinese_paper_stand_between_thousands() -> None:
    rows = [["序号", "名称", "数量", "单价", "金额"], ["1", "压盖", "3", "28,600", "85,800"]]
    line = first([*rows, ["合计", "", "", "", "85,800"]])
    assert told(line.unit_price) == ("28600", True)
    assert told(line.amount) == ("85800", True)


def test_points_in_a_chinese_paper_and_commas_in_an_english_one_stay_open() -> None:
    pointed = [["序号", "名称", "数量", "单价", "金额"], ["1", "压盖", "3", "28.600", "85.800"]]
    english = [
        ["Item", "Description", "Qty", "Unit price", "Amount"],
        ["1", "Cover", "3", "28,600", "85,800"],
    ]
    for line in (first(pointed), assemble(form("Purchase order 4711", english)).lines[0]):
        assert line.unit_price is not None
        assert not line.unit_price.sure


@pytest.mark.parametrize(
    ("text", "currencies"),
    [("總計 NT$", ("TWD",)), ("合计HK$", ("HKD",)), ("Total (CA$)", ("CAD",)), ("Total US$", ("USD",))],
)
def test_a_sign_with_its_country_is_the_currency_of_a_sum(text: str, currencies: tuple[str, ...]) -> None:
    label = summaries.recognise(text)
    assert label is not None
    assert (label.kind, label.rest, label.currencies) == (Summary.TOTAL, "", currencies)


@pytest.mark.parametrize("text", ["进项税 J2 9.000 %", "Input tax V1 9.000 %"])
def test_the_code_of_a_tax_stands_between_its_name_and_its_rate(text: str) -> None:
    label = summaries.recognise(text)
    assert label is not None
    assert (label.kind, label.rate) == (Summary.TAX, Decimal(9))


def test_a_code_of_something_else_is_no_tax() -> None:
    assert summaries.recognise("进项税 J2 转出") is None
    assert summaries.recognise("垫片 J2 9.000 %") is None


def test_a_group_of_columns_may_say_nothing_but_the_tax_and_the_currency() -> None:
    (heading,) = make_column(0, 10, ["单价"], "不含税（元）").headings
    assert (heading.tax_included, heading.currencies) == (False, ("CNY",))
    (heading,) = make_column(0, 10, ["数量"], "含税（元）").headings
    assert heading.tax_included is None


@pytest.mark.parametrize("text", ["价税合计", "本币价税合计", "价税总额"])
def test_tax_and_price_together_are_an_amount_with_tax(text: str) -> None:
    heading = recognise(text)
    assert heading is not None
    assert (heading.exact, heading.tax_included) == (True, True)


@pytest.mark.parametrize("heading", ["品號", "备件编码", "库存编码"])
def test_numbers_of_a_store_are_likely_the_buyers(heading: str) -> None:
    line = first(
        [["序号", heading, "名称", "数量", "单价", "金额"], ["1", "30-4410", "压盖", "4", "12.50", "50.00"]]
    )
    assert line.part_number is None
    assert told(line.customer_part_number) == ("30-4410", False)


def test_a_plain_number_is_nobodys_and_one_beside_the_sellers_is_the_buyers() -> None:
    plain = first(
        [["序号", "料号", "名称", "数量", "单价", "金额"], ["1", "30-4410", "压盖", "4", "12.50", "50.00"]]
    )
    assert told(plain.part_number) == ("30-4410", False)
    rows = [
        ["序号", "备件编码", "供方物料号", "名称", "数量", "单价", "金额"],
        ["1", "30-4410", "GF-316", "压盖", "4", "12.50", "50.00"],
        ["合计", "", "", "", "", "", "50.00"],
    ]
    both = first(rows)
    assert told(both.part_number) == ("GF-316", True)
    assert told(both.customer_part_number) == ("30-4410", True)


@pytest.mark.parametrize("size", ["316L Φ45", "2Cr13 L=235", "304 5×18", "DN40 PN16 316L", "PLAN53 20L"])
def test_a_specification_with_a_size_is_no_number_of_the_thing(size: str) -> None:
    rows = [["序号", "名称", "规格型号", "数量", "单价", "金额"], ["1", "压盖", size, "4", "12.50", "50.00"]]
    part = first(rows).part_number
    assert part is None or part.value is None


def test_a_specification_that_is_a_type_may_be_what_is_ordered_by() -> None:
    rows = [
        ["序号", "名称", "规格型号", "数量", "单价", "金额"],
        ["1", "机封", "GF104-45", "4", "12.50", "50.00"],
    ]
    assert told(first(rows).part_number) == ("GF104-45", False)


CARDS = """
江北泵业有限公司   采购订单
订单编号：PO-77120
【1】压盖
    物料编码：30-44105
    供方型号：GF-316-44
    数量：4 件
    单价：12.50 元
    金额：50.00 元
    交货日期：20260630
    项目文本：随货附检验报告
【2】灯笼环
    物料编码：30-44324
    供方型号：LR-0099-12
    数量：10 件
    单价：3.00 元
    金额：30.00 元
    交货日期：20260714
    备注：
合计：80.00 元
"""


def test_numbers_in_square_brackets_lead_items_with_days_in_figures() -> None:
    lines = assemble(paper(CARDS)).lines
    assert [told(line.line_number) for line in lines] == [("1", True), ("2", True)]
    assert [line.description.value for line in lines if line.description] == ["压盖", "灯笼环"]
    days = [line.delivery_date.value for line in lines if line.delivery_date]
    assert days == ["2026-06-30", "2026-07-14"]


def test_what_is_no_day_in_figures_is_no_delivery() -> None:
    lines = assemble(paper(CARDS.replace("20260630", "30062026"))).lines
    assert all(line.delivery_date is None or line.delivery_date.value != "2026-06-30" for line in lines)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("根据贵公司3月5日第 QT-22071 号报价单，我司决定订购", "QT-22071"),
        ("按第22071号报价执行", "22071"),
        ("根据第 QT-22071 号合同", None),
        ("见第 3 号报价", None),
    ],
)
def test_the_number_of_an_offer_may_stand_before_the_word(text: str, number: str | None) -> None:
    found = [text[start:end] for _, start, end in told_offers.find(text)]
    assert found == ([number] if number else [])


@pytest.mark.parametrize(
    ("text", "included", "percent"), [("以上为9%含税价", True, "9"), ("以上价格为9%不含税", False, None)]
)
def test_a_rate_may_stand_before_words_for_with_tax(
    text: str, percent: str | None, *, included: bool
) -> None:
    said = tax.statement(text)
    assert said is not None
    assert (said.included, None if said.rate is None else str(said.rate)) == (included, percent)


def test_net_prices_that_hold_tax_and_freight_are_prices_with_tax() -> None:
    rows = [*ITEMS, ["合计", "", "", "", "800.00"]]
    header = read(rows, "以上净价已含13%增值税及运费。").header
    assert told(header.tax_included) == ("true", True)
    freight = read(rows, "运费已含9%增值税。").header
    assert freight.tax_included is None or freight.tax_included.value is None


ONE = """
江北泵业有限公司   采购通知单
订单编号：PO-77120   供应商：津海密封有限公司
物料编码    30-44105
物料名称    压盖
采购数量    4 件
含税单价    人民币 125.00 元/件
含税总价    人民币 500.00 元（大写：伍佰元整）
税率        13%
交货期限    2026年6月30日前
"""


def test_the_amount_of_an_only_item_is_the_total_and_what_stands_below_it_is_the_orders() -> None:
    reading = assemble(paper(ONE))
    (line,) = reading.lines
    assert told(line.amount) == ("500.00", True)
    assert told(reading.header.total_amount) == ("500.00", True)
    assert told(reading.header.tax_rate) == ("13", True)
    assert told(reading.header.delivery_date) == ("2026-06-30", True)
    assert line.delivery_date is None


def test_amounts_of_several_items_are_no_totals() -> None:
    header = assemble(paper(CARDS.replace("金额：", "总价："))).header
    assert told(header.total_amount) == ("80.00", True)


def test_a_supplier_who_is_addressed_is_not_the_buyer() -> None:
    text = """
尊敬的供应商 津海密封有限公司，您好！
江北泵业有限公司 已向您下达新的采购订单，请及时确认。
订单编号：PO-77120   下单日期：2026-06-01
序号  名称     数量   单价    金额
1     压盖        4   12.50   50.00
合计                          50.00
"""
    customer = assemble(paper(text)).header.customer
    assert customer is not None
    assert customer.value == "江北泵业有限公司"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("6 星期內 within 6 weeks after order", "P6W"),
        ("45天 / 45 days", "P45D"),
        ("6周 7 weeks", None),
        ("预付款后6周 within 6 weeks after order", None),
        ("6周 within 6 weeks after payment by cheque", None),
    ],
)
def test_a_lead_time_in_two_tongues_is_one_where_both_say_the_same(text: str, iso: str | None) -> None:
    found = periods.parse(text)
    assert (None if found is None else found.iso) == iso
