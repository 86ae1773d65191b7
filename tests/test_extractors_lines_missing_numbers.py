"""A line that nobody's number names is shown to a person, unless the paper shows that nothing is lost."""

from dataclasses import replace

import pytest

from extractors.lines import missing_numbers
from models.reading import Evidence, Field, OrderLine, Reason


def _field(value: str) -> Field:
    return Field(value, sure=True, evidence=Evidence(value), confidence=1.0)


NAMED = OrderLine(description=_field("Impeller"))
WITH_OURS = replace(NAMED, part_number=_field("SLV-7731"))
WITH_THEIRS = replace(NAMED, customer_part_number=_field("100-2284"))
WITH_DRAWING = replace(NAMED, drawing_number=_field("DW-0412"))


@pytest.mark.parametrize("lines", [(NAMED,), (NAMED, NAMED), (WITH_OURS, NAMED), (WITH_OURS, WITH_THEIRS)])
def test_a_line_may_have_lost_its_number(lines: tuple[OrderLine, ...]) -> None:
    number = missing_numbers.doubted(lines)[-1].part_number
    assert number is not None
    assert (number.value, number.sure, number.reason) == (None, False, Reason.NOT_PARSED)


@pytest.mark.parametrize("line", [WITH_THEIRS, WITH_DRAWING])
def test_where_no_line_has_one_of_ours_another_number_is_enough(line: OrderLine) -> None:
    assert missing_numbers.doubted((line, line)) == (line, line)


def test_what_is_there_stays() -> None:
    assert missing_numbers.doubted((WITH_OURS, NAMED))[0] == WITH_OURS


@pytest.mark.parametrize("charge", ["Freight", "运费"])
def test_a_charge_has_no_number(charge: str) -> None:
    line = OrderLine(description=_field(charge))
    assert missing_numbers.doubted((WITH_OURS, line))[1] == line
