"""Contracts of making and mending: how long it takes, what is handed over first, what the total holds."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.fields import dates, periods
from extractors.header import summaries
from extractors.header.labelling.label_words import meaning
from extractors.lines.composed_headings import composed
from extractors.lines.headings import Heading
from extractors.lines.item_table import Column
from extractors.lines.tables.inner_tables import is_anchor
from extractors.page.runs import make_run
from extractors.vocabulary.meanings import Label, Role, Summary
from models.page import SourceDocument
from models.reading import Field

HEAD = """合同编号：LX-2027-031
签订日期：2027年3月2日
定作人：临夏水泥机械有限公司
承揽人：固原恒达密封件厂
"""
ROWS = [
    ["序号", "加工项目", "图号", "数量", "单位", "报酬单价", "报酬合计"],
    ["1", "轴套车削", "LX-301-02", "4", "件", "120.00", "480.00"],
    ["2", "密封座磨削", "LX-301-05", "2", "件", "80.00", "160.00"],
]
PLAIN_ROWS = [
    ["序号", "名称", "货号", "数量", "单位", "单价", "金额"],
    ["1", "轴套", "DT-4711", "4", "件", "120.00", "480.00"],
    ["2", "密封座", "DT-4712", "2", "件", "80.00", "160.00"],
]


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def contract(after: str, rows: Sequence[Sequence[str]] = PLAIN_ROWS) -> SourceDocument:
    return form(HEAD, rows, after)


@pytest.mark.parametrize("label", ["制作周期", "修理期限", "加工期", "完成期限", "完工日期"])
def test_how_long_making_takes_labels_the_delivery(label: str) -> None:
    assert meaning(label) == {Label.DELIVERY}


@pytest.mark.parametrize("label", ["生产日期", "加工地点", "维修期", "检修周期"])
def test_when_a_thing_was_made_and_when_it_is_overhauled_do_not(label: str) -> None:
    assert Label.DELIVERY not in meaning(label)


def test_a_heading_of_how_long_making_takes_heads_times_of_delivery() -> None:
    found = [composed(each) for each in ("生产周期（天）", "制作期限", "承诺交期")]
    assert all(each is not None and each.roles == {Role.DELIVERY} for each in found)
    made = composed("生产日期")
    assert made is None or Role.DELIVERY not in made.roles


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("自图样移交之日起20个工作日", "P20D"),
        ("乙方收到旧件后30天内修复交货", "P30D"),
        ("收到样品后4周", "P4W"),
        ("6 weeks after receipt of samples", "P6W"),
    ],
)
def test_a_time_may_count_from_what_the_buyer_hands_over(text: str, iso: str) -> None:
    period = periods.parse(text)
    assert period is not None
    assert (period.iso, period.anchor) == (iso, "supplies_received")


def test_a_time_from_another_deed_stays_unread() -> None:
    assert periods.parse("旧件验收后30天") is None
    assert periods.parse("收到图纸澄清后30天") is None


def test_a_time_of_mending_is_read_and_one_that_is_not_understood_is_not_absent() -> None:
    found = assemble(contract("合计：640.00\n修理期限：乙方收到旧件后30天内修复交货\n")).header
    assert told(found.lead_time) == ("P30D", True)
    strange = assemble(contract("合计：640.00\n外协加工周期安排：按双方调度会\n")).header
    assert told(strange.delivery_date) == (None, False)


def test_the_work_that_is_ordered_is_the_name_of_the_item() -> None:
    lines = assemble(contract("总计：640.00\n", ROWS)).lines
    assert [told(line.description) for line in lines] == [("轴套车削", True), ("密封座磨削", True)]
    assert [told(line.unit_price) for line in lines] == [("120.00", True), ("80.00", True)]


def test_a_date_as_oracle_writes_it_is_found_in_a_text() -> None:
    assert dates.find("发运 2 承诺 07-9月-2027") == ((8, 18),)


@pytest.mark.parametrize("text", ["税 83.20", "税：¥ 83.20", "税"])
def test_a_lone_word_for_tax_before_a_sum_names_the_tax(text: str) -> None:
    found = summaries.recognise(text)
    assert found is not None
    assert found.kind is Summary.TAX


@pytest.mark.parametrize("text", ["税：VAT 9%", "税：按国家规定"])
def test_a_lone_word_for_tax_before_other_words_names_none(text: str) -> None:
    assert summaries.recognise(text) is None


def test_a_sum_of_the_rows_is_no_total_of_its_own() -> None:
    after = "行合计 640.00\n税 57.60\n总计 697.60\n"
    found = assemble(contract(after)).header
    assert told(found.total_amount) == ("697.60", True)
    assert told(found.tax_included) == ("false", True)


def test_a_note_behind_a_sum_belongs_to_no_sum() -> None:
    said = "合计人民币（大写）：陆佰肆拾元整 （￥640.00） 注：以上单价含9%增值税"
    found = assemble(contract("", [*PLAIN_ROWS, [said, *[""] * 6]])).header
    assert told(found.total_amount) == ("640.00", True)
    assert (told(found.tax_rate), told(found.tax_included)) == (("9", True), ("true", True))


def test_a_note_that_states_another_sum_leaves_the_total_open() -> None:
    found = assemble(contract("合计：640.00 注：实际按600.00元结算\n")).header
    assert found.total_amount is None or not found.total_amount.sure


def test_prices_hold_the_tax_that_the_total_they_make_is_said_to_hold() -> None:
    rows = [*PLAIN_ROWS, ["合计金额", "￥640.00　（含9%税票）", *[""] * 5]]
    found = assemble(contract("", rows)).header
    assert told(found.tax_included) == ("true", True)
    apart = assemble(contract("合计金额：￥697.60（含9%税票）\n税额：57.60\n")).header
    assert told(apart.tax_included) != ("true", True)


def test_a_word_on_the_tax_behind_the_total_is_not_one_on_the_prices() -> None:
    said = "第一条 标的、数量、价款：见本合同附件，合同价款为人民币陆佰玖拾柒元陆角（¥697.60元，含税）。\n"
    sums = "不含税合计：640.00\n税额：57.60\n价税合计：697.60\n"
    found = assemble(form(HEAD + said, PLAIN_ROWS, sums)).header
    assert told(found.tax_included) == ("false", True)


def test_a_rate_beside_its_code_in_a_column_of_codes_is_the_rate() -> None:
    rows = [[*row, code] for row, code in zip(PLAIN_ROWS, ["税码", "J2 9%", "J2 9%"], strict=True)]
    sums = "不含税合计：640.00\n税额：57.60\n价税合计：697.60\n"
    assert told(assemble(contract(sums, rows)).header.tax_rate) == ("9", True)
    one = [*rows[:2], [*rows[2][:-1], "J0"]]
    rate = assemble(contract(sums, one)).header.tax_rate
    assert rate is None or not rate.sure


def test_a_sentence_with_figures_under_the_numbers_is_no_item() -> None:
    def is_item(text: str) -> bool:
        page = paper(text).pages[0]
        run = make_run(page, [replace(word, glued=True) for word in page.words])
        heads = (("数量", Role.QUANTITY), ("金额", Role.AMOUNT))
        columns = [
            Column(word.box.x0, word.box.x1, (Heading(name, frozenset({role}), exact=True),))
            for word, (name, role) in zip(page.words[1:], heads, strict=True)
        ]
        return is_anchor([run], columns)

    assert is_item("开票信息，银行 2101 9884.10")
    assert not is_item("开票信息，银行 2101 9884。")


def test_a_clause_whose_number_stands_in_a_column_of_its_own_ends_at_the_next_number() -> None:
    text = """
                         加工合同
合同编号：LX-2027-031                       签订日期：2027年3月2日
定作人：临夏水泥机械有限公司                承揽人：固原恒达密封件厂
序号      名称        货号          数量      单位      含税单价        含税总价
1         导向套      DT-4711       2         套        50.00           100.00
2         轴套        DT-4712       3         套        10.00            30.00
                                                        合计           130.00
3     交货
货物由承揽人送到。
4     报酬的支付
合同签订后5日内支付合同总额的30%，制作完成验收合格后支付60%，余款10%于
投运满3个月后10日内支付。
{}
出厂前通知定作人到厂验收。
"""
    terms = "合同签订后5日内支付合同总额的30%，制作完成验收合格后支付60%，余款10%于投运满3个月后10日内支付"
    read = assemble(paper(text.format("5     检验"))).header.payment_terms
    assert told(read) == (terms, True)
    other = assemble(paper(text.format("9     检验"))).header.payment_terms
    assert other is None or not other.sure or other.value == terms
