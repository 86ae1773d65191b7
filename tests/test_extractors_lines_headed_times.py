"""Lead times whose unit stands in the heading of their column."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import OrderLine


def _line(heading: str, value: str) -> OrderLine:
    rows = [
        ["Item", "Part no.", "Description", "Qty", "Unit price", heading, "Amount"],
        ["1", "10044021", "Shaft sleeve", "2", "50.00", value, "100.00"],
        ["2", "10044022", "O-ring", "4", "25.00", value, "100.00"],
    ]
    return assemble(form("Purchase order 4500012345\nDate: 2026-03-05", rows, "Total 200.00")).lines[0]


@pytest.mark.parametrize(
    ("heading", "value", "period", "sure"),
    [
        ("Lead time (weeks)", "14", "P14W", True),
        ("Delivery weeks ARO", "14", "P14W", True),
        ("Delivery (days)", "45", "P45D", True),
        ("Lieferzeit (Wochen)", "8-10", "P10W", True),
        ("交期（天）", "45", "P45D", True),
        ("Delivery weeks", "14", "P14W", False),
    ],
)
def test_a_bare_number_has_the_unit_of_its_heading(
    heading: str, value: str, period: str, *, sure: bool
) -> None:
    time = _line(heading, value).lead_time
    assert time is not None
    assert (time.value, time.sure) == (period, sure)


@pytest.mark.parametrize(
    ("heading", "value"),
    [("Delivery calendar weeks", "14"), ("Delivery week", "14"), ("交货周次", "14"), ("Lead time", "14")],
)
def test_weeks_of_the_year_and_numbers_of_nothing_are_no_time(heading: str, value: str) -> None:
    assert _line(heading, value).lead_time is None
