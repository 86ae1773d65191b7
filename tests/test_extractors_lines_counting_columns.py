"""Columns that count with letters or numerals, days without a year, and drawings of either party."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.fields import running_numbers
from extractors.lines.headings import recognise
from extractors.vocabulary.meanings import Role
from models.reading import OrderLine

HEAD = (
    "采购合同\n合同编号：RH-2028-71\n签订日期：2028年3月4日\n"
    "{buyer}：瑞和造纸有限公司\n{seller}：康固轴封有限公司\n"
)


def _lines(rows: list[list[str]], *, buyer: str = "需方", seller: str = "供方") -> tuple[OrderLine, ...]:
    return assemble(form(HEAD.format(buyer=buyer, seller=seller), rows, "合计：1200.00")).lines


def _said(line: OrderLine, name: str) -> tuple[str | None, bool] | None:
    found = getattr(line, name)
    return (found.value, found.sure) if found is not None else None


@pytest.mark.parametrize("numbers", [("增1", "增2"), ("ZC1", "ZC2"), ("一", "二"), ("a)", "b)")])
def test_item_numbers_with_letters_or_in_numerals_are_complete(
    numbers: tuple[str, str],
) -> None:
    lines = _lines(
        [
            ["项号", "名称", "数量", "单价", "金额"],
            [numbers[0], "轴封", "4", "150.00", "600.00"],
            [numbers[1], "轴套", "8", "75.00", "600.00"],
        ]
    )
    assert [_said(line, "line_number") for line in lines] == [(number, True) for number in numbers]


def test_a_gap_in_such_numbers_leaves_them_open() -> None:
    lines = _lines(
        [
            ["项号", "名称", "数量", "单价", "金额"],
            ["C1", "轴封", "4", "150.00", "600.00"],
            ["C3", "轴套", "8", "75.00", "600.00"],
        ]
    )
    assert [_said(line, "line_number") for line in lines] == [("C1", False), ("C3", False)]


@pytest.mark.parametrize(
    "texts",
    [
        ["ZC1"],
        ["C1", "C2"],
        ["ZC1", "ZD2"],
        ["AP-1", "AP-3"],
        ["三", "四"],
        ["ABC1", "ABC2"],
        ["ZC2", "ZC3"],
        ["B.", "C."],
        ["A.", "C."],
    ],
)
def test_what_does_not_count_from_one_is_no_count(texts: list[str]) -> None:
    assert not running_numbers.count_on(texts)


def test_a_first_column_of_numbers_counts_the_items_beside_the_seller_s_codes() -> None:
    lines = _lines(
        [
            ["编号", "名称", "供方件号", "数量", "单价", "金额"],
            ["增1", "轴封", "KG-5510-A", "4", "150.00", "600.00"],
            ["增2", "轴套", "KG-5510-B", "8", "75.00", "600.00"],
        ]
    )
    assert [_said(line, "line_number") for line in lines] == [("增1", True), ("增2", True)]
    assert _said(lines[0], "part_number") == ("KG-5510-A", True)
    assert lines[0].customer_part_number is None


def test_a_first_column_of_numbers_stays_one_of_parts_where_no_other_codes_stand() -> None:
    lines = _lines(
        [
            ["编号", "名称", "数量", "单价", "金额"],
            ["K1", "轴封", "4", "150.00", "600.00"],
            ["K2", "轴套", "8", "75.00", "600.00"],
        ]
    )
    assert lines[0].line_number is None


def test_a_heading_of_days_names_their_year() -> None:
    lines = _lines(
        [
            ["序号", "名称", "数量", "单价", "金额", "交货时间（2028年）"],
            ["1", "轴封", "4", "150.00", "600.00", "5月8日"],
            ["2", "轴套", "8", "75.00", "600.00", "2029年1月8日"],
        ]
    )
    assert [_said(line, "delivery_date") for line in lines] == [("2028-05-08", True), ("2029-01-08", True)]


def test_a_year_in_a_heading_of_anything_else_is_strange() -> None:
    heading = recognise("单价（2028年）")
    assert heading is None or not heading.exact


def test_drawings_of_either_party_are_drawings_beside_the_seller_s_numbers() -> None:
    lines = _lines(
        [
            ["序号", "名称", "甲方图号", "乙方货号", "数量", "单价", "金额"],
            ["1", "轴封", "RH-7710-A", "KG-5510-A", "4", "150.00", "600.00"],
            ["2", "轴套", "RH-7711-B", "KG-5510-B", "8", "75.00", "600.00"],
        ],
        buyer="定作方（甲方）",
        seller="承揽方（乙方）",
    )
    assert _said(lines[0], "drawing_number") == ("RH-7710-A", True)
    assert _said(lines[0], "part_number") == ("KG-5510-A", True)
    assert lines[0].customer_part_number is None


def test_the_drawing_of_a_party_is_a_known_heading() -> None:
    heading = recognise("乙方图号")
    assert heading is not None
    assert heading.role is Role.DRAWING


COUNTED = """
编号     名称                   数量    单价      金额
QD-01    轴封                   4       150.00    600.00
         供方编码 20071182
QD-02    轴套                   8       75.00     600.00
         供方编码 20071183
合计                                              1200.00
"""


def test_counted_numbers_beside_a_told_code_are_surely_no_number_of_the_buyers() -> None:
    lines = assemble(paper(HEAD.format(buyer="需方", seller="供方") + COUNTED)).lines
    assert [_said(line, "line_number") for line in lines] == [("QD-01", False), ("QD-02", False)]
    assert not any(line.customer_part_number is not None and line.customer_part_number.sure for line in lines)


def _numbered(numbers: list[str]) -> list[tuple[str | None, bool] | None]:
    rows = [["项号", "名称", "数量", "单价", "金额"]]
    rows += [[number, f"轴套 {at}号", "4", "100.00", "400.00"] for at, number in enumerate(numbers)]
    return [_said(line, "line_number") for line in _lines(rows)]


@pytest.mark.parametrize(
    "numbers",
    [["10/1", "20/1", "20/2"], ["1/1", "1/2", "2/1"], ["100/1", "200/1", "300/1"]],
)
def test_positions_with_their_deliveries_are_complete(numbers: list[str]) -> None:
    assert _numbered(numbers) == [(number, True) for number in numbers]


@pytest.mark.parametrize(
    "numbers",
    [
        ["10/1", "20/2", "30/1"],
        ["10/1", "20/1", "40/1"],
        ["20/2", "20/3", "40/1"],
        ["A1", "A2", "A4"],
        ["A2", "A3", "A4"],
        ["10/1", "20/1", "30"],
    ],
)
def test_a_gap_in_positions_leaves_them_open(numbers: list[str]) -> None:
    assert not any(found is not None and found[1] for found in _numbered(numbers))
