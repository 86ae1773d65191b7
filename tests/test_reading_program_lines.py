"""Orders as programs print them: numbers in brackets before names, the tax in each line, shipments below."""

import pytest
from paper import paper
from typed_orders import sure, told, value

from extractors.assemble import assemble
from models.reading import Reading

HEAD = """
温岭东屿泵阀有限公司
                                                  德尔塔密封（天津）有限公司
采购订单 #P00412
采购代表:        {reference}:       订单日期:        预计到货:
林晓燕           20018236           2026-03-19       2026-04-10
"""
BRACKETED = """
说明                                数量         单价       税            金额
{one}          24.00 套     215.00     {tax}    ¥ 5,160.00
{two}          36.00 套     189.00     {tax}    ¥ 6,804.00
                                    未税金额                              ¥ 11,964.00
                                    增值税 13%                            ¥ 1,555.32
                                    合计                                  ¥ 13,519.32
"""
SHIPPED = """
采购实体：皖江电力铜陵发电有限公司         供应商：德尔塔密封（天津）有限公司
订单号：9100276     创建日期：2026-09-15     货币：CNY

行    物料              说明                  单位   数量     单价          金额

1     MTL0300217745     给水泵机械密封 H75    套     2        18,650.00     37,300.00
      供应商物料: 10070022
      {one}
2     MTL0300217752     凝结水泵密封 H75N     套     2        13,200.00     26,400.00
      供应商物料: 10070015
      {two}

                                                              合计（不含税）      63,700.00
"""


def bracketed(*, reference: str = "您的订单参考", tax: str = "进项税13%", apart: str = " ") -> Reading:
    one, two = f"[10058812]{apart}机械密封 MG1-43", f"[10058806]{apart}机械密封 MG1-38"
    return assemble(paper(HEAD.format(reference=reference) + BRACKETED.format(one=one, two=two, tax=tax)))


@pytest.mark.parametrize("tax", ["进项税13%", "增值税13%", "VAT 13%"])
@pytest.mark.parametrize("apart", ["", " "])
def test_a_number_in_brackets_before_a_name_is_proposed(tax: str, apart: str) -> None:
    lines = bracketed(tax=tax, apart=apart).lines
    assert told(lines, "part_number", "quantity", "unit_price", "amount") == [
        ("10058812", "24.00", "215.00", "5160.00"),
        ("10058806", "36.00", "189.00", "6804.00"),
    ]
    names = [each[0] or "" for each in told(lines, "description")]
    assert [name.startswith("机械密封") for name in names] == [True, True]
    assert not any(sure(lines, "part_number") + sure(lines, "description"))


@pytest.mark.parametrize("reference", ["您的订单参考", "贵方订单参考", "Your Order Reference"])
def test_the_sellers_reference_of_an_order_is_proposed_as_the_offer(reference: str) -> None:
    header = bracketed(reference=reference).header
    assert value(header.quotation_number) == "20018236"
    assert header.quotation_number is not None
    assert not header.quotation_number.sure


def test_a_tax_that_alone_stands_between_two_sums_is_one() -> None:
    text = """
                       采购订单
订单号：PO-55170    订单日期：2026-03-12
买方：江苏南港化工有限公司        卖方：德尔塔密封（天津）有限公司

序号   物料编码     名称         数量   单位   单价      金额
1      10023177     机械密封     4      套     320.00    1,280.00
合计                             4             增值税13%    166.40
"""
    lines = assemble(paper(text)).lines
    assert told(lines, "quantity", "amount") == [("4", "1280.00")]


def shipped(one: str, two: str) -> Reading:
    head = "                 标准采购订单 9100276\n"
    return assemble(paper(head + SHIPPED.format(one=one, two=two)))


def test_a_line_of_shipments_gives_the_day_and_no_name() -> None:
    line = "发运: 1   承诺日期: -   需求日期: {day}   数量: 2   税码: VAT9"
    lines = shipped(line.format(day="2026-12-18"), line.format(day="2026-11-30")).lines
    assert told(lines, "customer_part_number", "part_number", "delivery_date", "description") == [
        ("MTL0300217745", "10070022", "2026-12-18", "给水泵机械密封 H75"),
        ("MTL0300217752", "10070015", "2026-11-30", "凝结水泵密封 H75N"),
    ]
    assert not any(sure(lines, "description"))


def test_a_day_that_is_promised_beside_the_one_needed_opens_it() -> None:
    line = "发运: 1   承诺日期: 2027-01-10   需求日期: 2026-12-18   数量: 2   税码: VAT9"
    lines = shipped(line, line).lines
    assert not any(sure(lines, "delivery_date"))
