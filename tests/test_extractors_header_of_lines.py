"""Times and numbers of the header beside those of the lines."""

from dataclasses import replace

import pytest

from extractors.header.numbering import of_lines
from models.reading import Candidate, Evidence, Field, Header, OrderLine, Reason

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


def codes(*given: str | None) -> tuple[OrderLine, ...]:
    return tuple(OrderLine(customer_part_number=sure(each) if each else None) for each in given)


def open_ones(header: Header, lines: tuple[OrderLine, ...]) -> list[bool]:
    found = of_lines.contested(header, lines)
    return [not field.sure for line in found for field in (line.customer_part_number,) if field is not None]


def test_a_number_that_one_line_alone_has_may_be_the_orders_that_was_not_found() -> None:
    unread = Header(document_number=Field(None, sure=False, evidence=Evidence("")))
    assert open_ones(unread, codes("45-118", None)) == [True]
    assert open_ones(unread, codes("45-118", "45-119")) == [False, False], "a column of them"
    assert open_ones(Header(document_number=sure("PO-1")), codes("45-118", None)) == [False]


def test_a_time_of_one_line_alone_is_open_where_items_may_be_missing() -> None:
    lines = (OrderLine(lead_time=sure("P8W")), OrderLine())
    header = Header(document_number=sure("PO-1"), total_amount=sure("40.00"))
    assert of_lines.contested(header, lines) == lines
    (first, _) = of_lines.contested(replace(header, total_amount=None), lines)
    assert first.lead_time is not None
    assert not first.lead_time.sure


def test_two_numbers_of_the_order_on_two_pages_leave_every_line_open() -> None:
    rival = Candidate("PO-2", Evidence("PO-2", page=2))
    number = Field(
        "PO-1", sure=False, evidence=Evidence("PO-1", page=1), reason=Reason.RIVAL, candidates=(rival,)
    )
    assert open_ones(Header(document_number=number), codes("45-118", "45-119")) == [True, True]
    beside = replace(number, candidates=(replace(rival, evidence=Evidence("PO-2", page=1)),))
    assert open_ones(Header(document_number=beside), codes("45-118", "45-119")) == [False, False]
