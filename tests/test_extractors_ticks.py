"""Options with boxes: what is ticked counts, what is not is never a value."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.lines.tables.layouts import layouts
from extractors.page.blocks import page_blocks
from extractors.page.runs import Run, runs_of
from extractors.page.ticks import chosen, ticked, unbroken
from models.reading import Header

ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]


def said(text: str) -> list[str]:
    layout = layouts(paper(text))[0]
    return [block.text for block in page_blocks(layout.page, layout.tables, layout.free).blocks]


def run(text: str) -> Run:
    page = paper(text).pages[0]
    return runs_of(page, page.words)[0]


def header(text: str) -> Header:
    return assemble(form(text, ROWS)).header


@pytest.mark.parametrize(
    "line",
    [
        "付款方式：□预付全款 ☑月结60天 □货到付款",
        "付款方式：[ ]预付全款 [x]月结60天 [ ]货到付款",
        "付款方式：( )预付全款 (√)月结60天 ( )货到付款",
        "付款方式：☐预付全款 ☒月结60天 ☐货到付款",
    ],
)
def test_only_the_ticked_option_is_a_value(line: str) -> None:
    terms = header(f"采购合同\n{line}").payment_terms
    assert terms is not None
    assert terms.value == "月结60天"


def test_options_that_wide_gaps_part_are_one_choice() -> None:
    place = header("采购合同\n交货地点：    □乙方工厂      ☑海城市港区路8号仓库").delivery_place
    assert place is not None
    assert place.value == "海城市港区路8号仓库"


def test_an_option_ends_with_its_sentence_and_before_the_next_label() -> None:
    assert said("□不含税价。合同总价如下 ☑含税价") == ["。合同总价如下 含税价"]
    assert said("☑专用发票 □普通发票 税率：13%") == ["专用发票 税率：13%"]


def test_where_nothing_is_ticked_in_type_no_option_is_a_value() -> None:
    terms = header("采购合同\n付款方式：□预付全款 □月结60天").payment_terms
    assert terms is None or (terms.value not in {"预付全款", "月结60天"} and not terms.sure)


def test_a_lone_box_in_a_text_is_no_choice() -> None:
    assert said("柔性石墨盘根 □36×36") == ["柔性石墨盘根 □36×36"]


def test_a_box_at_the_end_of_a_line_belongs_to_the_option_below() -> None:
    lines = [run("☑票到30天内付款 □"), run("银行承兑汇票")]
    assert [ticked(each).text for each in unbroken(lines)] == ["票到30天内付款"]
    assert [each.text for each in unbroken([run("☑票到30天内付款"), run("背书转让")])] == [
        "☑票到30天内付款",
        "背书转让",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "付款方式：预付全款（ ） 月结60天（√） 货到付款（ ）",
        "付款方式：预付全款（ ）月结60天（√）货到付款（ ）",
        "付款方式：预付全款□ 月结60天☑ 货到付款□",
        "付款方式：预付全款[ ]、月结60天[x]",
        "付款方式：预付全款（ ）    月结60天（√）    货到付款（ ）",
        "付款方式  预付全款（ ） 月结60天（√）",
        "付款方式：□预付全款 ☑月结60天 □",
    ],
)
def test_options_may_stand_before_their_boxes(line: str) -> None:
    terms = header(f"采购合同\n{line}").payment_terms
    assert terms is not None
    assert terms.value == "月结60天"


@pytest.mark.parametrize(
    "line",
    [
        "付款方式：预付全款□月结60天☑",
        "Payment terms: advance ☐ 60 days net ☑",
        "付款方式 预付全款□ 月结60天☑ 票到",
    ],
)
def test_where_nothing_tells_whose_a_box_is_no_option_is_a_value(line: str) -> None:
    terms = header(f"采购合同\n{line}").payment_terms
    assert terms is not None
    assert (terms.value, terms.sure) == (None, False)


def test_a_time_behind_its_box_or_before_it_is_open_where_it_is_behind_a_mere_blank() -> None:
    reading = header("采购合同\nDelivery time ex stock ☐ 30 days ☐ 45 days ☑ 60 days ☐")
    delivery = [field for field in (reading.lead_time, reading.delivery_date) if field is not None]
    assert delivery
    assert not any(field.sure or field.value for field in delivery)


def test_of_lines_of_options_before_their_boxes_the_ticked_one_counts() -> None:
    lines = [run("预付全款（ ）"), run("月结60天（√）"), run("详见附件")]
    assert [each.text for each in chosen(lines)] == ["月结60天（√）", "详见附件"]


def test_none_of_several_options_before_their_boxes_is_said_where_none_is_ticked() -> None:
    assert ticked(run("付款方式：预付全款（ ） 月结60天（ ）")).text == "付款方式： （）（）"
    assert ticked(run("盘根 □36×36 □40×40")).text == "盘根 □ □"


@pytest.mark.parametrize("told", ["（打√为准）", "（在□内打√）", "（请在□中划“√”）"])
def test_a_mark_in_what_says_how_to_answer_is_no_answer(told: str) -> None:
    terms = header(f"采购合同\n付款方式{told}：□预付全款 ☑月结60天 □货到付款").payment_terms
    assert terms is not None
    assert terms.value == "月结60天"
    open_terms = header(f"采购合同\n付款方式{told}：□预付全款 □月结60天").payment_terms
    assert open_terms is None or (open_terms.value not in {"预付全款", "月结60天"} and not open_terms.sure)


def test_a_box_before_a_word_for_inside_is_one() -> None:
    assert said("□内销 ☑外销") == ["外销"]
    assert said("☑内销 □外销") == ["内销"]
