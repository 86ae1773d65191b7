"""Sums in words and in figures side by side, and sums with sentences behind them."""

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.header import summaries, worded_sums
from extractors.vocabulary.meanings import Summary
from models.reading import Header

HEAD = "采购合同\n合同编号：RH-2028-71\n签订日期：2028年3月4日\n需方：瑞和造纸有限公司\n供方：康固轴封公司\n"
ROWS = [
    ["序号", "名称", "数量", "单价", "金额"],
    ["1", "轴封", "4", "150.00", "600.00"],
    ["2", "轴套", "8", "75.00", "600.00"],
]


def _header(rows: list[list[str]], after: str = "") -> Header:
    return assemble(form(HEAD, rows, after)).header


def _said(header: Header, name: str) -> tuple[str | None, bool] | None:
    found = getattr(header, name)
    return (found.value, found.sure) if found is not None else None


@pytest.mark.parametrize(
    "row",
    [
        ["总价", "人民币壹仟贰佰元整 ￥1200.00", "", "", ""],
        ["合计：人民币（大写）壹仟贰佰元整  （小写）¥1,200.00", "", "", "", ""],
        ["合同总价", "壹仟贰佰元整（¥1,200.00元）", "", "", ""],
    ],
)
def test_words_and_figures_in_one_text_are_one_sum(row: list[str]) -> None:
    assert _said(_header([*ROWS, row]), "total_amount") == ("1200.00", True)


def test_words_that_say_another_sum_leave_the_total_open() -> None:
    header = _header([*ROWS, ["总价", "人民币壹仟叁佰元整 ￥1200.00", "", "", ""]])
    assert header.total_amount is not None
    assert not header.total_amount.sure


def test_a_text_with_more_than_both_is_no_such_sum() -> None:
    assert worded_sums.spans("人民币壹仟贰佰元整 ￥1200.00") is not None
    assert worded_sums.spans("预付人民币贰佰元整，余款￥1000.00") is None


def test_sentences_behind_a_sum_do_not_hide_it() -> None:
    header = _header(ROWS, "3 合同金额：￥1,200.00（大写：壹仟贰佰元整）。单价含税、含运费。以上均以元计。")
    assert _said(header, "total_amount") == ("1200.00", True)
    assert _said(header, "tax_included") == ("true", True)


def test_what_a_sum_is_made_of_stays_beside_it() -> None:
    assert worded_sums.alone("￥1,200.00元；其中运费60.00元") == "￥1,200.00元；其中运费60.00元"


def test_a_sum_after_the_discount_is_a_total() -> None:
    found = summaries.recognise("让利后合计金额（含9%增值税）：￥1,200.00")
    assert found is not None
    assert found.kind is Summary.GROSS
    header = _header(ROWS, "折后总金额（含9%增值税）：￥1,200.00 （壹仟贰佰元整）")
    assert _said(header, "total_amount") == ("1200.00", True)
    assert _said(header, "tax_rate") == ("9", True)


def test_a_sum_after_a_discount_that_the_lines_do_not_make_is_open() -> None:
    header = _header(ROWS, "优惠后总金额：￥1,100.00")
    assert header.total_amount is not None
    assert not header.total_amount.sure


def test_a_numbered_name_of_a_thing_is_no_sum() -> None:
    assert summaries.recognise("3 运费") is None
    assert summaries.recognise("3 合同金额：￥1,200.00") is not None


def test_the_rate_behind_the_name_of_the_invoice_is_that_of_the_tax() -> None:
    after = "合计：1200.00\n付款：货到验收合格，凭增值税专用发票（税率9%）于30日内全额付款。"
    assert _said(_header(ROWS, after), "tax_rate") == ("9", True)
    freight = "合计：1200.00\n付款：货到验收合格，运费发票（税率9%）另开。"
    rate = _header(ROWS, freight).tax_rate
    assert rate is None or not rate.sure
