"""Items and terms in the prose of an office's letter, whose lines are set wide apart and break anywhere."""

import pytest
from paper import LINE, paper, word
from typed_orders import told, value

from extractors.assemble import assemble
from models.page import FileFormat, Page, SourceDocument
from models.reading import Field, Reading

LETTER = """
                   姑苏金塘排水有限公司
                   关于订购轴封备件的函
天津汉普斯流体密封有限公司：
    我公司金塘厂进水泵轴封泄漏，根据贵公司2026年4月2日第2001820
2号报价，现订购如下备件：
    （一）机械密封（贵公司编号10038812，M7N-48型）陆套（6
套），单价人民币1,582.00元，计人民币9,492.00元；
    （二）搅拌器轴封（贵公司编号10038847，AG-40型）贰副（2
副），单价人民币2,486.00元，计人民币4,972.00元。
    以上合计人民币壹万肆仟肆佰陆拾肆元整（¥14,464.00），单价
均含13%增值税及运费。请于2026年5月29日前送至苏州市吴中区{end}
    特此函达。
姑苏金塘排水有限公司
2026年4月13日
"""
PLACED = "金\n塘路300号金塘厂，货款于货到验收合格后30日内电汇支付。"


def letter(pitch: float, end: str = PLACED, last: str = "4,972.00元。") -> Reading:
    words = []
    text = LETTER.replace("4,972.00元。", last).format(end=end)
    for at, line in enumerate(text.strip("\n").split("\n")):
        words.append(word(line.strip(), 20.0 + 5.0 * (len(line) - len(line.lstrip())), 40.0 + at * pitch))
    page = Page(1, 630.0, 1200.0, tuple(words))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False))


@pytest.mark.parametrize("pitch", [LINE, 19.6])
def test_items_over_two_lines_are_whole(pitch: float) -> None:
    assert told(letter(pitch).lines, "part_number", "quantity", "unit", "unit_price", "amount") == [
        ("10038812", "6", "套", "1582.00", "9492.00"),
        ("10038847", "2", "副", "2486.00", "4972.00"),
    ]


@pytest.mark.parametrize("pitch", [LINE, 20.5])
def test_an_item_in_reserve_among_them_does_not_end_the_reading(pitch: float) -> None:
    spare = "（三）静环（贵公司编号10038899）叁只（3只），单价人民币100.00元，计人民币300.00元作为备选。"
    lines = letter(pitch, last=f"4,972.00元；\n    {spare}").lines
    assert told(lines, "part_number", "amount")[:2] == [("10038812", "9492.00"), ("10038847", "4972.00")]


@pytest.mark.parametrize("pitch", [LINE, 19.6])
def test_a_place_that_breaks_inside_a_word_is_whole_and_open(pitch: float) -> None:
    header = letter(pitch).header
    assert value(header.delivery_place) == "苏州市吴中区金塘路300号金塘厂"
    assert header.delivery_place is not None
    assert not header.delivery_place.sure
    assert (value(header.payment_terms) or "").endswith("货到验收合格后30日内电汇支付")


def test_what_is_numbered_below_a_sentence_does_not_go_on_with_it() -> None:
    header = letter(19.6, "金塘路300号。\n（三）货款于货到后30日内支付。").header
    assert "货款" not in (value(header.delivery_place) or "")


CONTRACT = """
                         采购合同
合同编号：HT-2026-0331    签订日期：2026-03-12
买方：江苏南港化工有限公司        卖方：德尔塔密封（天津）有限公司
{said}

序号  供方物料号   名称        数量  单位   单价      金额
1     10023177     机械密封     4    套    320.00   1280.00
2     10023188     轴套        10    件     65.00    650.00
合计                                               1930.00
{below}
"""


def contract(said: str = "", below: str = "") -> Reading:
    return assemble(paper(CONTRACT.format(said=said, below=below)))


def is_sure(field: Field | None) -> bool:
    return field is not None and field.sure


@pytest.mark.parametrize(
    "plan", ["2026年二季度设备备件计划（JH-26-0447）", "2026年第3季度检修计划", "2026年6月大修项目"]
)
def test_the_time_in_the_name_of_a_plan_is_no_time_of_delivery(plan: str) -> None:
    header = contract(f"物资计划：{plan}").header
    assert value(header.delivery_date) is None


@pytest.mark.parametrize("said", ["计划交期：2026年6月大修项目", "需求计划：2026年6月"])
def test_a_month_that_may_be_that_of_the_delivery_is_not_left_out(said: str) -> None:
    assert (value(contract(said).header.delivery_date) or "").startswith("2026-06")


@pytest.mark.parametrize("said", ["计划到货日期：2026-06-30", "需求计划：2026-06-30", "交货期：2026年6月底"])
def test_a_day_that_is_planned_is_still_read(said: str) -> None:
    assert value(contract(said).header.delivery_date) == "2026-06-30"


@pytest.mark.parametrize("number", ["3.1 ", "4.1、", ""])
def test_terms_of_payment_have_no_number_of_a_clause_and_no_next_clause(number: str) -> None:
    told_ = f"{number}合同生效后7日内预付30%；货到验收合格后付70%。"
    other = f"{number and '3.2 '}乙方请款前须提供等额增值税专用发票，否则甲方有权顺延付款。"
    header = contract(below=f"三、付款方式：{told_}{other}").header
    assert value(header.payment_terms) == "合同生效后7日内预付30%；货到验收合格后付70%"
    assert is_sure(header.payment_terms)


@pytest.mark.parametrize(
    "said",
    [
        "收货地址：中国银行天津开发区支行 2771 0580 3312",
        "Delivery: By T/T to Bank of China Tianjin TEDA Branch, A/C 2771 0580 3312 (USD).",
        "交货地点：开户行及账号：中国银行天津开发区支行",
    ],
)
def test_the_account_of_a_bank_is_no_sure_place(said: str) -> None:
    assert not is_sure(contract(said).header.delivery_place)


def test_a_place_at_a_bank_of_the_river_is_one() -> None:
    place = contract("交货地点：江苏省南通市港闸区银行路18号南港化工备件库").header.delivery_place
    assert value(place) == "江苏省南通市港闸区银行路18号南港化工备件库"
    assert is_sure(place)
