import datetime as dt
from decimal import Decimal

import pytest

from sap.contents import TESTS, is_empty_date, says_nothing
from sap.table import Cell

DAY = dt.date(2026, 12, 20)


@pytest.mark.parametrize(
    ("field", "cells"),
    [
        ("quantity", ["1.092,04", "10,000-", "13 %", Decimal("1.5"), "0"]),
        (
            "delivery_date",
            ["20.12.2026", "20261220", "00000000", "W 50.2026", "M 12.2026", "31.12.9999", DAY],
        ),
        ("item", ["10", "000010", "#10", Decimal(10), "QT-4711/2"]),
        ("customer", ["Hill Pumps Ltd", "示例石化有限公司"]),
        ("unit", ["EA", "套", "pcs"]),
    ],
)
def test_what_can_stand_under_a_column(field: str, cells: list[Cell]) -> None:
    assert [cell for cell in cells if not TESTS[field](cell)] == []


@pytest.mark.parametrize(
    ("field", "cells"),
    [
        ("quantity", ["EA", "20.12.2026", "on request", DAY]),
        ("delivery_date", ["8 weeks", "EA", "13", Decimal(46376)]),
        ("item", ["SEAL", "示例", Decimal("1.5"), DAY]),
        ("customer", ["100234", Decimal(100234)]),
        ("unit", ["20", "Mechanical seal complete with sleeve"]),
    ],
)
def test_what_cannot_stand_under_a_column(field: str, cells: list[Cell]) -> None:
    assert [cell for cell in cells if TESTS[field](cell)] == []


@pytest.mark.parametrize(
    "cell",
    [
        "00000000",
        "00.00.0000",
        "0000-00-00",
        "31.12.9999",
        "9999-12-31",
        "99991231",
        "12/31/9999",
        dt.date(9999, 12, 31),
    ],
)
def test_dates_that_say_no_date(cell: Cell) -> None:
    assert is_empty_date(cell)
    assert TESTS["valid_to"](cell)


@pytest.mark.parametrize("cell", ["20261220", "31.12.2026", DAY, Decimal(0), ""])
def test_dates_that_are_days(cell: Cell) -> None:
    assert not is_empty_date(cell)


@pytest.mark.parametrize(
    "cell", ["", "#N/A", "#DIV/0!", "#REF!", "#PRECISION 123", "1.23457E+17", "*", "**", "合计", "Total"]
)
def test_cells_that_say_nothing_about_their_column(cell: Cell) -> None:
    assert says_nothing(cell)


@pytest.mark.parametrize("cell", ["#10", "10", "Total Energy Ltd", Decimal(0), "#A-1"])
def test_cells_that_say_something(cell: Cell) -> None:
    assert not says_nothing(cell)
