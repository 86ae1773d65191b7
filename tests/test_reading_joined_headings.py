"""Headings that stand in one line or one cell and are several, read from whole papers."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import Field, Reading

CONTRACT = "采购合同\n合同编号：HT-2026-118\n买方：江南水泵有限公司\n卖方：北岭密封有限公司\n"


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def read(heading: str, first: str, second: str) -> Reading:
    rows = [
        ["序号", "名称", "数量", "单价(元)", heading],
        ["1", "导向套", "2", "50.00", first],
        ["2", "轴套", "3", "10.00", second],
    ]
    return assemble(form(CONTRACT, rows, "合计 130.00"))


@pytest.mark.parametrize(
    ("heading", "behind", "delivery"),
    [("金额(元) 税率", "13%", None), ("金额(元) 税率 交期", "13% 2026.05.04", ("2026-05-04", True))],
)
def test_values_that_blanks_part_are_those_of_the_headings_above(
    heading: str, behind: str, delivery: tuple[str, bool] | None
) -> None:
    found = read(heading, f"100.00 {behind}", f"30.00 {behind}")
    assert [told(line.amount) for line in found.lines] == [("100.00", True), ("30.00", True)]
    assert [told(line.delivery_date) for line in found.lines] == [delivery, delivery]
    assert told(found.header.tax_rate) == ("13", True)


def test_no_line_surely_lacks_what_one_of_several_headings_names() -> None:
    found = read("金额(元) 税率", "100.00 13%", "30.00")
    assert not any(line.amount is None or line.amount.sure for line in found.lines)


STACKED = """
Order no.: PO-88412
Buyer: Nordkai Pumps Ltd
Supplier: Delta Seals GmbH
Item   Description      Qty   Unit         Total
                              Unit price
1      Guide sleeve     2     pcs          100.00
                              50.00
2      Shaft sleeve     3     set          30.00
                              10.00
Total                                      130.00
"""


def test_a_unit_above_a_price_is_read_from_two_headings_in_a_cell() -> None:
    lines = assemble(paper(STACKED)).lines
    assert [told(line.unit) for line in lines] == [("pcs", True), ("set", True)]
    assert [told(line.unit_price) for line in lines] == [("50.00", True), ("10.00", True)]


SLASHED = """
Bestell-Nr.: 4500117
Besteller: Nordkai Pumpen GmbH
Lieferant: Delta Dichtungen GmbH
Pos.  Material / Bezeichnung        Menge  ME   Einzelpreis  Gesamtpreis
10    {}
      Wellenhülse CuSn8             2      ST   50,00        100,00
20    {}
      Gleitringdichtung GD-40       3      ST   10,00        30,00
Gesamtbetrag EUR                                             130,00
"""


@pytest.mark.parametrize("codes", [("102.44817", "102.00391"), ("W-4711-03", "W-4711-05")])
def test_a_code_above_a_name_under_a_heading_of_both_is_no_part_of_the_name(codes: tuple[str, str]) -> None:
    lines = assemble(paper(SLASHED.format(*codes))).lines
    found = [line.customer_part_number or line.part_number for line in lines]
    assert [field and field.value for field in found] == list(codes)
    names = [line.description and line.description.value for line in lines]
    assert names == ["Wellenhülse CuSn8", "Gleitringdichtung GD-40"]
