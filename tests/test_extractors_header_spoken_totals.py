"""Sums in sentences and in rows of captions: which of them hold, and what they say of the tax."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.page import SourceDocument
from models.reading import Header, Kind

HEAD = "采购合同\n合同编号：HT-2027-55\n签订日期：2027年2月1日\n需方：海陆泵业有限公司\n供方：康泰密封公司\n"
ROWS = [
    ["序号", "名称", "数量", "单价", "金额"],
    ["1", "轴封", "2", "50.00", "100.00"],
    ["2", "轴套", "4", "25.00", "100.00"],
]


def _header(document: SourceDocument) -> Header:
    return assemble(document).header


def _said(header: Header, name: str) -> tuple[str | None, bool] | None:
    found = getattr(header, name)
    return (found.value, found.sure) if found is not None else None


def test_captions_and_amounts_take_turns_in_a_row() -> None:
    header = _header(
        form(HEAD, [*ROWS, ["不含税合计", "200.00", "增值税（9%）", "18.00", ""]], "含税总价：218.00")
    )
    assert _said(header, "tax_rate") == ("9", True)
    assert _said(header, "tax_included") == ("false", True)
    assert _said(header, "total_amount") == ("218.00", True)


def test_captions_and_amounts_take_turns_in_a_line_below_the_table() -> None:
    line = "不含税合计     200.00     增值税（9%）     18.00     价税合计     218.00"
    header = _header(form(HEAD, ROWS, line))
    assert _said(header, "total_amount") == ("218.00", True)
    assert _said(header, "tax_included") == ("false", True)


def test_the_caption_of_the_figures_beside_words_names_the_rate() -> None:
    header = _header(
        form(HEAD, [*ROWS, ["人民币（大写）：贰佰元整", "", "", "合计（含9%增值税）", "200.00"]])
    )
    assert _said(header, "tax_rate") == ("9", True)
    assert header.tax_included is not None
    assert header.tax_included.value == "true"


def test_a_rate_in_a_sum_of_strange_words_is_not_overlooked() -> None:
    header = _header(form(HEAD, [*ROWS, ["本栏货款到岸计（含9%增值税）", "", "", "", "200.00"]]))
    assert header.tax_rate is not None
    assert not header.tax_rate.sure or header.tax_rate.value == "9"


def test_a_sum_that_the_edge_of_the_page_broke_is_one() -> None:
    header = _header(
        form(
            HEAD,
            ROWS,
            "1.1 不含税合同价款为人民币200.00元；增值税税率9%，税额18.00元；含税合同总价为人民\n"
            "币218.00元（大写：贰佰壹拾捌元整）。",
        )
    )
    assert _said(header, "total_amount") == ("218.00", True)
    assert _said(header, "tax_included") == ("false", True)


@pytest.mark.parametrize(
    "said",
    [
        "原合同总价由人民币160.00元变更为人民币200.00元（大写：贰佰元整）。",
        "The contract value is raised from CNY 160.00 to CNY 200.00.",
        "原合同总价为人民币160.00元，现合同总价为人民币200.00元。",
    ],
)
def test_the_total_that_holds_is_the_one_after_the_change(said: str) -> None:
    assert _said(_header(form(HEAD, ROWS, said)), "total_amount") == ("200.00", True)


@pytest.mark.parametrize("said", ["预付合同价款30%，余款分2次付清。", "逾期按合同金额的0.5%计违约金。"])
def test_a_share_of_the_price_is_no_sum(said: str) -> None:
    assert _header(form(HEAD, ROWS, said)).total_amount is None


def test_the_number_of_an_offer_goes_on_behind_a_dash_in_the_next_line() -> None:
    lines = (
        "双方根据供方于2027年1月12日提交并经需方认可的报价单（报价单号：KT-270112-\n"
        "08）签订本合同，共同遵守下列条款。"
    )
    header = _header(form(f"{HEAD}{lines}", ROWS, "合计：200.00"))
    assert _said(header, "quotation_number") == ("KT-270112-08", True)


def test_a_number_that_ends_with_a_dash_may_go_on() -> None:
    header = _header(form(f"{HEAD}报价单号：KT-270112-", ROWS, "合计：200.00"))
    assert header.quotation_number is not None
    assert not header.quotation_number.sure


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("供方最终报价文件编号为KT-2027-S0442。", "KT-2027-S0442"),
        ("依据其报价单KT-BJ-27-0911供货。", "KT-BJ-27-0911"),
    ],
)
def test_a_sentence_names_the_number_of_the_offer(said: str, number: str) -> None:
    assert _said(_header(form(f"{HEAD}{said}", ROWS, "合计：200.00")), "quotation_number") == (number, True)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("框架合同采购订单", Kind.PURCHASE_ORDER),
        ("年度框架采购合同", Kind.FRAMEWORK_AGREEMENT),
        ("海陆泵业密封件年度框架采购合同", Kind.FRAMEWORK_AGREEMENT),
        ("采购订单变更单", Kind.CHANGE_ORDER),
    ],
)
def test_an_order_under_a_framework_is_an_order(title: str, kind: Kind) -> None:
    assert assemble(paper(f"{title}\n编号：KJ-118\n需方：海陆泵业有限公司\n")).kind is kind


def test_a_clause_that_is_void_does_not_make_the_paper_void() -> None:
    text = "合同变更协议\n合同编号：HT-2027-55\n一、变更前清单（作废）\n"
    assert assemble(paper(text)).kind_evidence is not None
    assert assemble(paper(text.replace("一、变更前清单（作废）", "本单作废"))).kind_evidence is None


@pytest.mark.parametrize("behind", ["", "，税率13%", "，含税及运费。"])
def test_words_and_figures_that_agree_in_a_row_of_the_table_are_its_total(behind: str) -> None:
    row = [f"总价：人民币贰佰元整（¥200.00）{behind}", "", "", "", ""]
    assert _said(_header(form(HEAD, [*ROWS, row])), "total_amount") == ("200.00", True)


@pytest.mark.parametrize(
    "said", ["总价：人民币贰佰元整（¥210.00），税率13%", "总价：人民币贰佰壹拾元整（¥200.00），税率13%"]
)
def test_words_and_figures_that_differ_are_none(said: str) -> None:
    field = _header(form(HEAD, [*ROWS, [said, "", "", "", ""]])).total_amount
    assert field is None or not field.sure
