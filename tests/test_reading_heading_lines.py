"""Headings of several lines: names of two columns above each other, narrow ones that wrap, two storeys."""

import pytest
from paper import paper, words_of

from extractors.assemble import assemble
from extractors.fields import price_units
from extractors.header import summaries
from extractors.header.labelling.label_words import meaning
from extractors.header.numbering import number_shapes
from extractors.lines.headings import recognise
from extractors.lines.item_table import make_column
from extractors.lines.tables import storeys
from extractors.page.runs import split_line
from extractors.vocabulary.meanings import Label, Role, Summary
from models.page import Page
from models.reading import Field, OrderLine

PAGE = Page(1, 600.0, 800.0, ())
HEAD = """
PURCHASE ORDER
Order no.: 7734-26
Date: 4 May 2026
Buyer: Tarnbeck Process Engineering Ltd
Currency: EUR
"""


def said(line: OrderLine, *names: str) -> list[str | None]:
    found: list[Field | None] = [getattr(line, name) for name in names]
    return [field.value if field is not None else None for field in found]


def test_a_heading_flush_above_one_other_names_its_own_codes() -> None:
    text = """
采购订单
订单号：HT-2026-0617
采购方：岱明电力检修有限公司
币种：人民币

       我方物料号                          数量                                   库位
序号   卖方产品编码        名称及规格      计量单位      单价        金额   交期          申请单号    位号
1      30509731            动环            2             80.00       160.00 2026.04.06    A-01-12     P-11
       MS8-731-SCC                         个                                             PR261817
2      40.11.7738          轴套            4             10.00       40.00  2026.05.05    A-02-12     P-12
       1G7N-00738-A                        件                                             PR262817
                                                                     200.00
"""
    lines = assemble(paper(text)).lines
    assert [said(line, "customer_part_number", "part_number", "quantity", "unit") for line in lines] == [
        ["30509731", "MS8-731-SCC", "2", "个"],
        ["40.11.7738", "1G7N-00738-A", "4", "件"],
    ]


def test_a_quantity_above_its_count_and_unit_heads_both() -> None:
    text = f"""{HEAD}
Item  Description        Qty          Unit price  Amount
                         No.  Unit    EUR         EUR
1     Sump pump          2    Sets    410.00      820.00
2     Float switch       6    Pcs     30.00       180.00
Total EUR                                         1,000.00
"""
    assert [said(line, "quantity", "unit") for line in assemble(paper(text)).lines] == [
        ["2", "Sets"],
        ["6", "Pcs"],
    ]


def test_narrow_columns_have_headings_of_four_lines() -> None:
    text = f"""{HEAD}
                                                  Price
                                      Discount    after
                                      per         discount
Your part     Name       List price   unit        EUR        Amount     Qty
LP-15-3400    Gasket     120.00       20.00       100.00     500.00     5
LP-21-3437    Sleeve     50.00        5.00        45.00      90.00      2
Total EUR                                                    590.00
"""
    assert [said(line, "quantity", "unit_price", "amount") for line in assemble(paper(text)).lines] == [
        ["5", "100.00", "500.00"],
        ["2", "45.00", "90.00"],
    ]


def test_the_price_unit_stands_on_the_lower_storey_of_an_item() -> None:
    text = f"""{HEAD}
Pos.   Article description            Qty   Unit           Price per unit      Extended price
       Our stock code     Your article no.        Price unit   Lead time
001    Filter element 10              4     pcs            380.89              1,523.56
       305062931          LP-20-1800              1 pcs        6 weeks
002    Ball bearing 6355              100   pcs            50.00               50.00
       SVP-938-22         10066938                100 pcs      8 weeks
Total EUR                                                                      1,573.56
"""
    lines = assemble(paper(text)).lines
    assert [
        said(line, "customer_part_number", "part_number", "price_per", "lead_time") for line in lines
    ] == [
        ["305062931", "LP-20-1800", "1", "P6W"],
        ["SVP-938-22", "10066938", "100", "P8W"],
    ]


def test_the_further_lines_of_a_name_keep_no_row_from_being_that_of_an_item() -> None:
    upper = [
        word for at, text in enumerate(("Pos.", "Description", "Qty")) for word in words_of(text, at * 90, 0)
    ]
    columns = [make_column(run.box.x0, run.box.x1, [run.text]) for run in split_line(PAGE, upper)]
    line = [
        run
        for at, texts in enumerate((("20",), ("Spiral wound gasket", "PN16 316/FG"), ("250",)))
        for place, text in enumerate(texts)
        for run in split_line(PAGE, words_of(text, at * 90, 20.0 + 12 * place))
    ]
    assert storeys.holds(line, columns)
    assert not storeys.holds([line[0], line[2], line[3]], columns)


@pytest.mark.parametrize(
    ("heading", "per"),
    [("Price per unit per 100", "100"), ("Unit price per piece / 1000", "1000"), ("Price per unit", None)],
)
def test_what_a_price_is_for_stands_behind_that_it_is_one_of_a_unit(heading: str, per: str | None) -> None:
    found = price_units.find(heading)
    assert found is not None
    assert (str(found.per) if found.per is not None else None) == per
    named = recognise(heading)
    assert named is not None
    assert named.role is Role.PRICE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A组小计", Summary.SUBTOTAL),
        ("第二部分合计 310.00", Summary.SUBTOTAL),
        ("合同总价 A+B+C 73,585.22", Summary.TOTAL),
        ("合计", Summary.TOTAL),
    ],
)
def test_a_sum_of_a_section_is_a_part_and_one_of_all_sections_the_whole(text: str, kind: Summary) -> None:
    found = summaries.recognise(text)
    assert found is not None
    assert found.kind is kind


def test_numbers_that_count_in_groups_of_letters_are_those_of_items() -> None:
    text = """
设备订货合同
合同号：EP2651-PUR-0073
买方：中筑石化工程有限公司
币种：人民币

编号    设备名称          出卖人型号      位号        数量    单价       合计
A-1     离心泵            HM6.9925.028    P-1261A     1       200.00     200.00
A-2     静环              HM6.6614.020    P-1356A     4       10.00      40.00
                                          A组小计                        240.00
B-1     泵盖              HM7.6917.039    P-1250A     1       60.00      60.00
                                          B组小计                        60.00
                                          合同总价 A+B                   300.00
"""
    reading = assemble(paper(text))
    assert [said(line, "line_number", "customer_part_number", "amount") for line in reading.lines] == [
        ["A-1", None, "200.00"],
        ["A-2", None, "40.00"],
        ["B-1", None, "60.00"],
    ]
    assert reading.header.total_amount is not None
    assert reading.header.total_amount.value == "300.00"


@pytest.mark.parametrize("number", ["HYC2026采-77", "XH-2025购-118", "PO-采-2026-11"])
def test_a_number_may_have_the_word_for_its_kind_inside(number: str) -> None:
    assert number_shapes.CODE.fullmatch(number)


@pytest.mark.parametrize("label", ["合同标号", "合同流水号"])
def test_contracts_are_numbered_in_other_words(label: str) -> None:
    assert meaning(label) == {Label.CONTRACT_NUMBER}


def test_a_place_of_use_is_no_number_of_a_part() -> None:
    found = recognise("使用位号")
    assert found is not None
    assert found.role is Role.OTHER


def test_names_of_prices_and_amounts_a_blank_apart_head_a_column_each() -> None:
    text = f"""{HEAD}
Your part        Name           Qty  Unit  Net price  Gross price Total net Total gross
LP-15-3400       Gasket           5  pc        100.00      119.00    500.00      595.00
LP-21-3437       Sleeve           2  pc         50.00       59.50    100.00      119.00
                                           Net total                 600.00
                                           VAT 19%                   114.00
                                           Gross total                           714.00
"""
    lines = assemble(paper(text)).lines
    assert [said(line, "unit_price", "amount") for line in lines] == [
        ["100.00", "500.00"],
        ["50.00", "100.00"],
    ]


def test_one_name_of_money_above_one_figure_stays_one_heading() -> None:
    text = f"""{HEAD}
Your part        Name           Qty  Unit  Unit price net   Total net amount
LP-15-3400       Gasket           5  pc        100.00           500.00
LP-21-3437       Sleeve           2  pc         50.00           100.00
                                           Net total            600.00
"""
    assert [said(line, "unit_price", "amount") for line in assemble(paper(text)).lines] == [
        ["100.00", "500.00"],
        ["50.00", "100.00"],
    ]


def test_a_currency_apart_from_its_figure_makes_no_two_columns_of_a_price_per_unit() -> None:
    text = f"""{HEAD}
No.   Description               Qty   UoM   Price per unit      Line value
10    Seal repair kit             3   SET     EUR   448.00        1,344.00
20    Cartridge seal              1   SET     EUR   553.00          553.00
Total EUR                                                         1,897.00
"""
    assert [said(line, "unit", "unit_price") for line in assemble(paper(text)).lines] == [
        ["SET", "448.00"],
        ["SET", "553.00"],
    ]


def test_the_day_of_a_lot_may_wrap_in_its_column() -> None:
    text = f"""{HEAD}
Line  Description               Qty   UoM   Unit price      Amount    Delivery
1     Cartridge seal              5   SET       448.00    2,240.00    24 Jun
      Our no.: BMO-731-44                                             2026
      Delivery 1                  2                                   24 Jun
                                                                      2026
      Delivery 2                  3                                   22 Jul 2026
2     Shaft sleeve                1   pc         50.00       50.00    3 May 2026
Total EUR                                                 2,290.00
"""
    lines = assemble(paper(text)).lines
    assert [said(line, "quantity", "amount") for line in lines] == [["5", "2240.00"], ["1", "50.00"]]
