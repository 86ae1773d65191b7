"""Where a value ends: before a sentence of something else, a day that is another's, or the rest of a line."""

from dataclasses import replace
from decimal import Decimal

import pytest
from paper import form, paper, word

from extractors.assemble import assemble
from extractors.fields import parts, price_units
from extractors.header import summaries
from extractors.header.conditions import led_periods
from extractors.header.labelling import wrapped_captions
from extractors.header.labelling.value_types import fits
from extractors.header.sides.received_names import is_sent_to
from extractors.header.sums.tax_statements import speak_of_prices
from extractors.kinds.kinds import kind_of_title
from extractors.lines.texts.text_lines import line_of, runs_by_line
from extractors.lines.texts.wrapped_labels import whole
from extractors.page.blocks import page_blocks
from extractors.page.runs import runs_of
from extractors.vocabulary.meanings import Label, Role, Summary
from models.page import Box, Page
from models.reading import Field, Kind, Reading

HEADINGS = ["Item", "Part number", "Drawing", "Description", "Qty", "Unit", "Unit price", "Amount"]
CHINESE = ["序号", "我方料号", "供方料号", "名称", "数量", "单位", "单价", "金额"]


def read(before: str, rows: list[list[str]], after: str) -> Reading:
    return assemble(form(before, rows, after))


def ordered(conditions: str) -> Reading:
    """Return the reading of a small Chinese order with further conditions below it."""
    rows = [CHINESE, ["1", "40-118", "KM-3301", "轴套", "4", "件", "120.00", "480.00"]]
    head = (
        "采购订单\n订单编号：LN-260417\n订单日期：2027-03-04\n需方：辽北轴业有限公司\n供方：东岭密封有限公司"
    )
    return read(head, rows, f"合计 480.00\n{conditions}")


def value(field: Field | None) -> tuple[str | None, bool]:
    return (field.value, field.sure) if field is not None else (None, True)


def test_a_place_ends_before_the_sentence_on_where_goods_are_not_taken_in() -> None:
    said = "送货地点：辽宁省铁岭市银州区工人街9号备件库。公司本部（沈阳市和平区南京街2号）不接收货物。"
    place, sure = value(ordered(said).header.delivery_place)
    assert place == "辽宁省铁岭市银州区工人街9号备件库"
    assert sure


def test_a_place_that_goes_on_with_another_sentence_is_not_sure() -> None:
    said = "送货地点：辽宁省铁岭市银州区工人街9号备件库。雨天改走北门，大件先到外场"
    assert value(ordered(said).header.delivery_place)[1] is False


def test_a_place_ends_before_the_word_for_how_goods_travel() -> None:
    said = "交货地点：辽宁省铁岭市银州区工人街9号备件库。公路运输，运费及保险费由供方承担。"
    assert value(ordered(said).header.delivery_place) == ("辽宁省铁岭市银州区工人街9号备件库", True)


def test_a_place_ends_before_the_notice_that_its_delivery_wants() -> None:
    said = "送货地点：辽宁省铁岭市银州区工人街9号备件库，到货前24小时通知仓库 王工 024-5566 1200。"
    assert value(ordered(said).header.delivery_place)[0] == "辽宁省铁岭市银州区工人街9号备件库"


def test_until_when_a_drawing_for_approval_is_sent_is_no_delivery() -> None:
    said = "【送审】认可图应于2027年3月20日前送达我方设计所（辽宁省铁岭市银州区南环路5号）。"
    assert value(ordered(said).header.delivery_date)[0] is None


def test_a_label_of_where_goods_enter_the_works_names_the_place() -> None:
    said = "进厂地点：辽宁省铁岭市银州区工人街9号备件库"
    assert value(ordered(said).header.delivery_place) == ("辽宁省铁岭市银州区工人街9号备件库", True)


def test_a_drawing_number_that_ends_with_the_word_for_its_index_is_not_sure() -> None:
    rows = [HEADINGS, ["10", "KV-3310", "Z-41-2207-3 Index", "Seat ring", "4", "pcs", "12.00", "48.00"]]
    head = "PURCHASE ORDER\nOrder no.: 4711-88\nOrder date: 2027-03-04"
    line = read(head, rows, "Total EUR 48.00").lines[0]
    assert value(line.drawing_number) == ("Z-41-2207-3", False)
    assert value(line.description)[1] is False
    shown = [HEADINGS, ["10", "KV-3310", "Z-41-2207-3 Index b", "Seat ring", "4", "pcs", "12.00", "48.00"]]
    assert value(read(head, shown, "Total EUR 48.00").lines[0].drawing_number) == (
        "Z-41-2207-3 Index b",
        True,
    )


def test_a_revision_below_the_word_for_it_belongs_to_the_number_above() -> None:
    page = paper("Drawing: Z-41-2207-3 Index\nb\nDelivery: 2027-05-04").pages[0]
    assert next(run.text for run in whole(runs_of(page, page.words))) == "Drawing: Z-41-2207-3 Index b"


def test_a_change_in_chinese_behind_a_drawing_is_its_revision() -> None:
    assert parts.revision("KJ-4410-08 改3") == ("KJ-4410-08", "3")
    assert parts.revision("KJ-4410-08 改")[1] is None


def test_a_price_unit_may_be_told_in_words() -> None:
    assert price_units.worded("百只") == Decimal(100)
    assert price_units.worded("千件") == Decimal(1000)
    assert price_units.worded("台") is None
    assert price_units.worded("百货") is None


@pytest.mark.parametrize("heading", ["计价单位", "订价单位"])
def test_a_column_says_what_prices_are_for_in_words_or_figures(heading: str) -> None:
    rows = [
        ["序号", "供方料号", "名称", "数量", "单位", heading, "单价", "金额"],
        ["1", "KM-3301", "垫片", "40", "只", "百只", "1,250.00", "500.00"],
        ["2", "KM-3302", "轴套", "30", "件", "10件", "90.00", "270.00"],
    ]
    head = "采购订单\n订单编号：LN-260417\n订单日期：2027-03-04"
    lines = read(head, rows, "合计 770.00").lines
    assert [value(line.price_per)[0] for line in lines] == ["100", "10"]
    assert all(value(line.unit_price)[1] for line in lines)


def test_a_currency_between_its_sign_and_its_figures_leads_to_the_number() -> None:
    page = paper("2. GT-14-KIT  Repair kit     6 kits  x EUR    41.50 = EUR    249.00")
    block = page_blocks(page.pages[0], [], page.pages[0].words)
    line = line_of(next(iter(runs_by_line(block))))
    said = {role: text.printed for role, text in line.said if role is not None}
    assert said[Role.PRICE] == "EUR 41.50"
    assert said[Role.AMOUNT] == "EUR 249.00"


def test_what_a_kit_is_for_is_no_label_of_its_name() -> None:
    page = paper("Service kit for series 14").pages[0]
    assert [role for role, _ in line_of(runs_of(page, page.words)).said] == [None]


def test_a_title_may_bear_how_far_the_order_has_come() -> None:
    assert kind_of_title("采购订单（已审核） V3 第2次变更") is Kind.PURCHASE_ORDER
    assert kind_of_title("采购订单（已作废）") is not Kind.PURCHASE_ORDER
    assert kind_of_title("采购订单（确认书）") is not Kind.PURCHASE_ORDER


def test_an_edition_at_the_other_edge_of_its_line_leaves_a_title_one() -> None:
    text = "采购订单（已发布）                                             版本 V4\n单据说明：无"
    assert assemble(paper(text)).kind is Kind.PURCHASE_ORDER


def contract(sentence: str) -> Reading:
    rows = [CHINESE, ["1", "40-118", "KM-3301", "轴套", "4", "件", "120.00", "480.00"]]
    return read(f"设备买卖合同\n合同编号：LN-260417\n{sentence}", rows, "合计 480.00")


@pytest.mark.parametrize("day", ["2027年3月9日", "二〇二七年三月九日"])
def test_the_day_on_which_both_sides_signed_dates_the_contract(day: str) -> None:
    said = f"乙方于2027年2月11日以QTBJ-0211-4号报价单报价，经协商，双方于{day}在铁岭订立本合同。"
    found = contract(said).header.document_date
    assert value(found)[0] == "2027-03-09"


def test_a_time_counts_from_a_letter_of_credit_whose_own_day_is_no_delivery() -> None:
    period = led_periods.leading(
        "9 weeks from the date of opening of the letter of credit, which shall be opened before March 3, "
        "2027. L/C expiry June 30, 2027."
    )
    assert period is not None
    assert period.iso == "P9W"
    assert led_periods.leading("9 weeks from order, first half before March 3, 2027.") is None


@pytest.mark.parametrize(
    "note",
    ["Note: witnessed pressure test not before 27 April 2027.", "Trial report of the maker by 4 May 2027."],
)
def test_the_day_of_a_test_or_a_report_is_not_when_an_item_is_due(note: str) -> None:
    text = f"""
    PURCHASE ORDER
Order no.: 4711-88      Order date: 2027-03-04

Item  Part number   Description        Qty  Unit   Unit price   Amount
10    KV-3310       Seat ring            4  pcs         12.00    48.00
      {note}
20    KV-3320       Stem                 2  pcs         15.00    30.00
Total EUR 78.00
"""
    assert [value(line.delivery_date)[0] for line in assemble(paper(text)).lines] == [None, None]
    assert value(assemble(paper(text)).lines[0].delivery_date)[1] is False


def test_who_gets_the_goods_buys_where_company_heads_the_address_of_another() -> None:
    text = """
NORTHMERE CHEMICALS LIMITED
                             Purchase Order

Company
Hallam Rotary Parts Co., Ltd.
14 Quay Street, Rotherham

PO number: 4711-88     Date: 2027-03-04
Please deliver to: Northmere Chemicals Limited, Stores Gate 2, Mill Lane, Widnes WA8 0AA

Item  Part number   Description        Qty  Unit   Unit price   Amount
10    KV-3310       Seat ring            4  pcs         12.00    48.00
Total GBP 48.00
"""
    assert value(assemble(paper(text)).header.customer) == ("Northmere Chemicals Limited", False)


def test_who_takes_in_papers_for_another_does_not_buy() -> None:
    assert is_sent_to("c/o Bokholderi Nord AS", 4)
    assert not is_sent_to("Bokholderi Nord AS", 0)


def test_a_code_ends_with_its_line_where_the_others_are_written_so() -> None:
    text = """
    PURCHASE ORDER
Order no.: 4711-88      Order date: 2027-03-04

Item  Our code     Your code    Description        Qty  Unit   Unit price   Amount
10    4420-3301    KV-3310      Seat ring            4  pcs         12.00    48.00
20    4431-0770    KV-3320      Stem, 316            2  pcs         15.00    30.00
      M12 X 40
                                                              Total EUR 78.00
"""
    lines = assemble(paper(text)).lines
    assert value(lines[1].customer_part_number) == ("4431-0770", False)


def test_a_number_of_chinese_characters_is_one_under_the_heading_of_numbers() -> None:
    rows = [
        CHINESE,
        ["1", "泵-封-031", "KM-3301", "轴套", "4", "件", "120.00", "480.00"],
        ["2", "泵-轴-107", "KM-3302", "挡圈", "2", "件", "15.00", "30.00"],
    ]
    lines = read("采购订单\n订单编号：LN-260417\n订单日期：2027-03-04", rows, "合计 510.00").lines
    assert [value(line.customer_part_number) for line in lines] == [("泵-封-031", True), ("泵-轴-107", True)]


def test_a_caption_in_two_languages_of_two_sizes_has_one_value_at_its_middle() -> None:
    first = Box(20.0, 40.0, 80.0, 48.3)
    second = Box(20.0, 50.8, 80.0, 57.7)
    words = tuple(
        replace(each, box=Box(each.box.x0, box.top, each.box.x1, box.bottom))
        for text, x, box in (
            ("Bestelldatum", 20.0, first),
            ("Order", 20.0, second),
            ("date", 50.0, second),
            ("18.05.2027", 120.0, Box(120.0, 45.3, 170.0, 53.6)),
        )
        for each in (word(text, x, box.top),)
    )
    page = Page(1, 600.0, 800.0, words, ())
    found = wrapped_captions.find(page_blocks(page, [], words))
    assert [caption.meanings for caption in found.values()] == [frozenset({Label.DOCUMENT_DATE})]


def test_the_day_behind_an_offer_is_no_part_of_its_number() -> None:
    assert fits(Label.QUOTATION_NUMBER, "QT-26-118 v. 04.05.2027")
    assert not fits(Label.QUOTATION_NUMBER, "see letter v. 04.05.2027")
    text = "PURCHASE ORDER\nOrder no.: 4711-88\nYour offer: QT-26-118 (valid to 31 AUG 2027)"
    assert value(assemble(paper(text)).header.quotation_number)[0] == "QT-26-118"


def test_a_basis_with_its_figures_names_a_sum_and_says_nothing_of_prices() -> None:
    assert not speak_of_prices("其中不含税41,000.00，税额5,330.00")
    assert speak_of_prices("不含税 12.50元/件")


@pytest.mark.parametrize(
    ("title", "line", "number"),
    [
        ("CONFIRMED ORDER / INDENT", "Indent No. KT/I/27/0718", "KT/I/27/0718"),
        ("备件订货通知书", "通知书号：LN-DH-0418（V1.2，替代V1.1）", "LN-DH-0418"),
    ],
)
def test_a_label_with_the_last_word_of_the_title_has_the_number_of_the_paper(
    title: str, line: str, number: str
) -> None:
    rows = [HEADINGS, ["10", "KV-3310", "", "Seat ring", "4", "pcs", "12.00", "48.00"]]
    found = read(f"{title}\n{line}", rows, "Total EUR 48.00")
    assert value(found.header.document_number)[0] == number


def test_what_is_taken_off_by_agreement_is_a_discount_and_the_sum_behind_it_the_total() -> None:
    kinds = [summaries.recognise(text) for text in ("协商抹零", "合同执行总价", "Annual volume rebate 2 %")]
    assert [each.kind for each in kinds if each is not None] == [
        Summary.DISCOUNT,
        Summary.TOTAL,
        Summary.DISCOUNT,
    ]
