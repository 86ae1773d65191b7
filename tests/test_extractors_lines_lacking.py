"""A line without a name or a number that it ought to have is shown to a person."""

from dataclasses import replace

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.lines.doubts import lacking
from models.reading import Evidence, Field, OrderLine, Reason


def _field(value: str) -> Field:
    return Field(value, sure=True, evidence=Evidence(value), confidence=1.0)


NAMED = OrderLine(description=_field("Impeller"))
WITH_OURS = replace(NAMED, part_number=_field("SLV-7731"))
WITH_THEIRS = replace(NAMED, customer_part_number=_field("100-2284"))
WITH_DRAWING = replace(NAMED, drawing_number=_field("DW-0412"))


@pytest.mark.parametrize("lines", [(NAMED,), (NAMED, NAMED), (WITH_OURS, NAMED), (WITH_OURS, WITH_THEIRS)])
def test_a_line_may_have_lost_its_number(lines: tuple[OrderLine, ...]) -> None:
    number = lacking.doubted(lines)[-1].part_number
    assert number is not None
    assert (number.value, number.sure, number.reason) == (None, False, Reason.NOT_PARSED)


@pytest.mark.parametrize("line", [WITH_THEIRS, WITH_DRAWING])
def test_where_no_line_has_one_of_ours_another_number_is_enough(line: OrderLine) -> None:
    assert lacking.doubted((line, line)) == (line, line)


def test_what_is_there_stays() -> None:
    assert lacking.doubted((WITH_OURS, NAMED))[0] == WITH_OURS


@pytest.mark.parametrize("charge", ["Freight", "运费"])
def test_a_charge_has_no_number(charge: str) -> None:
    line = OrderLine(description=_field(charge))
    assert lacking.doubted((WITH_OURS, line))[1] == line


ROWS = [
    ["Pos", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["10", "7003312", "Mechanical seal", "4", "320.00", "1,280.00"],
    ["20", "7003314", "Shaft sleeve", "10", "65.00", "650.00"],
    ["30", "7003317", "", "2", "12.00", "24.00"],
]


@pytest.mark.parametrize(("bare", "unread"), [((3,), [False, False, True]), ((1, 2, 3), [False] * 3)])
def test_one_name_that_is_missing_is_unread(bare: tuple[int, ...], unread: list[bool]) -> None:
    rows = [[*row[:2], "" if at in bare else row[2], *row[3:]] for at, row in enumerate(ROWS)]
    lines = assemble(form("PURCHASE ORDER\nOrder No.: 4711-88", rows, "Total 1,954.00")).lines
    found = [line.description for line in lines]
    assert [each is not None and each.value is None and not each.sure for each in found] == unread


def test_names_without_figures_beside_figures_without_a_name_leave_all_open() -> None:
    figures = OrderLine(quantity=_field("2"), amount=_field("20.00"))
    whole = replace(WITH_OURS, quantity=_field("4"))
    for line in lacking.doubted((whole, NAMED, figures)):
        told = (line.description, line.part_number, line.quantity, line.amount)
        assert not any(field.sure for field in told if field is not None)
    kept = lacking.doubted((whole, NAMED))[0]
    assert kept == whole
