"""Columns by which a row is ordered or not: yes and no, boxes to tick."""

import pytest
from ordered_rows import ordered, with_column

CHOOSING = (
    ("Order?", ["yes", "no"]),
    ("To order", ["Y", "N"]),
    ("Bestellen", ["ja", "nein"]),
    ("Released", ["x", ""]),
    ("Purchase", ["[x]", "[ ]"]),
    ("是否下单", ["是", "否"]),
    ("采购", ["√", "×"]),
    ("Select", ["☑", "☐"]),
    ("勾选", ["☑", "□"]),
)
OTHERS = (
    ("Certificate", ["yes", "no"]),
    ("In stock", ["Y", "N"]),
    ("Received", ["[ ]", "[ ]"]),
    ("Order", ["4500711", "no"]),
    ("Order?", ["yes", "yes"]),
    ("是否检验", ["是", "否"]),
    ("Select", ["☐", "☐"]),
)


@pytest.mark.parametrize(("heading", "cells"), CHOOSING)
def test_a_row_that_is_not_chosen_is_open(heading: str, cells: list[str]) -> None:
    assert ordered(with_column(heading, cells)) == [True, False]


@pytest.mark.parametrize(("heading", "cells"), OTHERS)
def test_a_column_of_something_else_chooses_nothing(heading: str, cells: list[str]) -> None:
    assert ordered(with_column(heading, cells)) == [True, True]


def test_where_no_row_is_chosen_all_are_open() -> None:
    assert ordered(with_column("Order?", ["no", "no"])) == [False, False]
