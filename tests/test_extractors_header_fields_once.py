"""Header fields where labels are unknown, spread, or answer for two things at once."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import Kind, Reason

ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]


def test_a_label_of_two_halves_has_a_value_of_two_halves() -> None:
    text = "Order\nOriginal Date / Revision: 03/14/26 / 03/19/26\n"
    date = assemble(paper(text)).header.document_date
    assert date is not None
    assert date.value == "2026-03-14"


def test_a_date_behind_an_unknown_label_that_dates_the_order_is_unsure() -> None:
    date = assemble(form("采购合同\n合同落款签署日子：2026-03-18", ROWS)).header.document_date
    assert date is not None
    assert (date.value, date.sure, date.reason) == ("2026-03-18", False, Reason.ROLE)


def test_of_a_period_of_performance_the_end_counts_and_is_unsure() -> None:
    text = "Order\nService dates: 03/14/26 - 03/19/26\n"
    delivery = assemble(paper(text)).header.delivery_date
    assert delivery is not None
    assert (delivery.value, delivery.sure) == ("2026-03-19", False)


def test_dates_inside_the_table_vote_as_well() -> None:
    text = """
Order
Order date: 03/04/26
Ln   Description     Start Date   Qty     Rate    Amount
1    Shaft sleeve    03/24/26       2    50.00    100.00
"""
    date = assemble(paper(text)).header.document_date
    assert date is not None
    assert (date.value, date.sure) == ("2026-03-04", True)


@pytest.mark.parametrize("line", ["承运代理商：天河密封有限公司", "天河密封有限公司："])
def test_a_company_behind_an_unknown_label_or_spoken_to_is_not_surely_the_buyer(line: str) -> None:
    customer = assemble(form(f"采购订单\n{line}", ROWS)).header.customer
    assert customer is None or not customer.sure


def test_a_name_set_with_wide_gaps_is_one_name() -> None:
    customer = assemble(
        form("海 城 泵 业 有 限 公 司\n采购订单\n供方：天河密封有限公司", ROWS)
    ).header.customer
    assert customer is not None
    assert customer.value == "海城泵业有限公司"


def test_a_label_whose_characters_are_spread_is_known() -> None:
    currency = assemble(form("采购订单\n幣      別：美金USD", ROWS)).header.currency
    assert currency is not None
    assert currency.value == "USD"


def test_words_and_figures_in_one_cell_are_two_totals() -> None:
    rows = [*ROWS, ["合同总额", "大写：肆拾元整 小写：￥40.00元", "", "", ""]]
    total = assemble(form("采购合同", rows)).header.total_amount
    assert total is not None
    assert (total.value, total.sure) == ("40.00", True)


@pytest.mark.parametrize(
    "line",
    [
        "质量标准：按供方标准执行。价格含13%增值税及运费。",
        "注：以上价格均含13%增值税。",
        "以上价格含13%增值税。",
    ],
)
def test_tax_is_read_behind_another_label_as_well(line: str) -> None:
    rate = assemble(form("采购订单", ROWS, line)).header.tax_rate
    assert rate is not None
    assert rate.value == "13"


def test_capitals_imply_the_currency_and_prove_none() -> None:
    currency = assemble(form("采购订单", ROWS, "合计大写：肆拾元整")).header.currency
    assert currency is not None
    assert (currency.value, currency.sure, currency.reason) == ("CNY", False, Reason.IMPLIED)


def test_an_order_in_sentences_is_not_hidden() -> None:
    reading = assemble(paper("函\n我公司向贵司订购下列备件：\n叶轮三只，单价10元。\n"))
    assert reading.kind is Kind.PURCHASE_ORDER
    assert [problem.code for problem in reading.problems] == ["no_lines"]


def test_an_invoice_bears_its_own_number() -> None:
    text = "Invoice\nInvoice No.: 7731-1\nOrder No.: 7731\n"
    number = assemble(paper(text)).header.document_number
    assert number is not None
    assert (number.value, number.sure) == ("7731-1", False)


PRICED = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]


@pytest.mark.parametrize(
    ("heading", "said", "sure"),
    [
        ("单价", "以上价格含13%增值税。", True),
        ("单价", "税率：13%", True),
        ("单价", "税率：6%", False),
        ("单价(靐灪)", "税率：13%", False),
    ],
)
def test_the_tax_of_the_mainland_tells_the_money_where_none_is_named(
    heading: str, said: str, *, sure: bool
) -> None:
    rows = [[heading if text == "单价" else text for text in PRICED[0]], PRICED[1]]
    currency = assemble(form("采购订单", rows, f"{said}\n合计：40.00")).header.currency
    assert currency is not None
    assert (currency.value, currency.sure) == ("CNY", sure)


def test_prices_without_any_money_leave_it_open() -> None:
    currency = assemble(form("采购订单", PRICED, "合计：40.00")).header.currency
    assert currency is not None
    assert not currency.sure


def test_the_count_of_lines_beside_a_sum_is_none() -> None:
    rows = "行号    名称        数量      单价      金额\n1       轴套        4        10.00     40.00\n"
    total = assemble(
        paper(f"采购订单\n币种：人民币\n{rows}合计: 1                         40.00")
    ).header.total_amount
    assert total is not None
    assert (total.value, total.sure) == ("40.00", True)
