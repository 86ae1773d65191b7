"""Orders that contradict themselves: what is printed is read surely where everything around it is proven."""

from collections.abc import Sequence

import pytest
from paper import sheet

from extractors.assemble import assemble
from models.page import SourceDocument
from models.reading import OrderLine, Reading

HEADING = ["Item", "Part no.", "Description", "Qty", "Unit", "Unit price", "Amount"]
ROWS = (
    ["1", "10045", "Mechanical seal", "2", "pcs", "100.00", "200.00"],
    ["2", "10046", "O-ring", "5", "pcs", "2.00", "10.00"],
    ["3", "10047", "Shaft sleeve", "3", "pcs", "40.00", "120.00"],
)
NUMBERS = ("quantity", "unit_price", "amount")


def order(rows: Sequence[Sequence[str]], total: str, heading: Sequence[str] = HEADING) -> SourceDocument:
    top = [["Purchase Order"], ["PO No.", "4500777"], ["PO date", "2026-03-02"]]
    last = ["Total", *[""] * (len(heading) - 2), total]
    return sheet([*top, list(heading), *map(list, rows), last])


def changed(row: int, column: int, text: str) -> list[list[str]]:
    rows = [list(each) for each in ROWS]
    rows[row][column] = text
    return rows


def unsure(line: OrderLine) -> set[str]:
    return {name for name in NUMBERS if not getattr(line, name).sure}


def is_total_sure(reading: Reading) -> bool:
    total = reading.header.total_amount
    assert total is not None
    return total.sure


def test_an_order_that_closes_is_sure() -> None:
    reading = assemble(order(ROWS, "330.00"))
    assert [unsure(line) for line in reading.lines] == [set()] * 3
    assert is_total_sure(reading)


def test_an_amount_that_was_misprinted_is_sure_where_the_total_confirms_what_it_should_be() -> None:
    reading = assemble(order(changed(1, 6, "11.00"), "330.00"))
    assert [unsure(line) for line in reading.lines] == [set()] * 3
    assert reading.lines[1].amount is not None
    assert reading.lines[1].amount.value == "11.00"
    assert is_total_sure(reading)


def test_a_price_that_was_misprinted_is_sure_where_the_total_confirms_the_amount() -> None:
    reading = assemble(order(changed(1, 5, "2.50"), "330.00"))
    assert [unsure(line) for line in reading.lines] == [set()] * 3
    assert is_total_sure(reading)


def test_a_line_that_does_not_close_is_not_sure_where_the_total_confirms_nothing() -> None:
    reading = assemble(order(changed(1, 6, "11.00"), "350.00"))
    assert unsure(reading.lines[1]) == set(NUMBERS)
    assert not is_total_sure(reading)


def test_two_lines_that_do_not_close_are_not_taken_for_misprints() -> None:
    rows = changed(1, 6, "11.00")
    rows[2][6] = "121.00"
    reading = assemble(order(rows, "332.00"))
    assert unsure(reading.lines[1]) == unsure(reading.lines[2]) == set(NUMBERS)


def test_one_witness_is_not_enough() -> None:
    reading = assemble(order(changed(1, 6, "11.00")[:2], "211.00"))
    assert unsure(reading.lines[1]) == set(NUMBERS)


@pytest.mark.parametrize(("name", "texts"), [("Disc. %", ["", "5", ""]), ("Colour 7", ["", "5", ""])])
def test_where_another_number_may_explain_the_difference_nothing_is_sure(name: str, texts: list[str]) -> None:
    rows = [[*row[:5], text, *row[5:]] for row, text in zip(changed(1, 6, "9.50"), texts, strict=True)]
    heading = [*HEADING[:5], name, *HEADING[5:]]
    reading = assemble(order(rows, "329.50", heading))
    assert not {"unit_price", "amount"} - unsure(reading.lines[1])


CHINESE = ["序号", "物料编码", "名称", "数量", "单位", "单价（元）", "金额（元）"]


def contract(rows: Sequence[Sequence[str]], total: str, words: str) -> SourceDocument:
    top = [["采购合同"], ["合同编号", "HT-777"], ["签订日期", "2026-03-02"]]
    sums = [["合计", "", "", "", "", "", total], [f"合计人民币（大写）：{words}"]]
    return sheet([*top, CHINESE, *map(list, rows), *sums])


def test_a_total_that_was_misprinted_is_sure_if_words_agree_and_no_line_can_be_missing() -> None:
    reading = assemble(contract(ROWS, "340.00", "叁佰肆拾元整"))
    assert is_total_sure(reading)
    assert reading.header.total_amount is not None
    assert reading.header.total_amount.value == "340.00"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        pytest.param(ROWS, "叁佰叁拾元整", id="words and figures differ"),
        pytest.param([ROWS[0], ROWS[2]], "叁佰肆拾元整", id="a number is missing"),
        pytest.param(changed(1, 6, "11.00"), "叁佰肆拾元整", id="a line does not close"),
    ],
)
def test_a_total_that_is_not_reached_is_open_otherwise(rows: Sequence[Sequence[str]], words: str) -> None:
    assert not is_total_sure(assemble(contract(rows, "340.00", words)))


def test_a_misprinted_line_is_confirmed_by_the_net_total_where_the_last_one_is_misprinted_too() -> None:
    top = [["Purchase Order"], ["PO No.", "4500777"], ["PO date", "2026-03-02"]]
    sums = [
        ["Net total", *[""] * 5, "331.00"],
        ["VAT 10%", *[""] * 5, "33.10"],
        ["Total incl. VAT", *[""] * 5, "400.51"],
    ]
    reading = assemble(sheet([*top, HEADING, *changed(1, 6, "11.00"), *sums]))
    assert [unsure(line) for line in reading.lines] == [set()] * 3
    assert not is_total_sure(reading)


def test_a_price_unit_on_a_line_of_its_own_leaves_the_figures_whole() -> None:
    rows = [[*row[:5], f"{row[5]} / 1 pcs", row[6]] for row in changed(1, 6, "11.00")]
    reading = assemble(order(rows, "331.00"))
    assert [unsure(line) for line in reading.lines] == [set()] * 3
    prices_per = [line.price_per for line in reading.lines]
    assert all(each is not None and each.sure for each in prices_per)
