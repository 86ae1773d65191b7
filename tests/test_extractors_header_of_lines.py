"""Times of the header beside those of the lines."""

import pytest

from extractors.header import of_lines
from models.reading import Evidence, Field, Header, OrderLine, Reason

DATE, OTHER = "2026-12-01", "2026-12-15"


def sure(value: str) -> Field:
    return Field(value, sure=True, evidence=Evidence(value))


@pytest.mark.parametrize("name", of_lines.TIMES)
def test_a_time_that_a_line_contradicts_is_not_sure(name: str) -> None:
    lines = (OrderLine(**{name: sure(DATE)}), OrderLine(**{name: sure(OTHER)}))
    found = getattr(of_lines.doubted(Header(**{name: sure(DATE)}), lines), name)
    assert (found.value, found.sure, found.reason) == (DATE, False, Reason.RIVAL)


@pytest.mark.parametrize("name", of_lines.TIMES)
def test_lines_that_say_the_same_or_nothing_leave_it_sure(name: str) -> None:
    header = Header(**{name: sure(DATE)})
    assert of_lines.doubted(header, (OrderLine(), OrderLine(**{name: sure(DATE)}))) == header
    assert of_lines.doubted(header, ()) == header
