"""The group of composed item shapes: that it is wide, and that some of it is read without a silent error."""

from collections import Counter
from dataclasses import replace

import pytest

from bench.layouts.layout import Print
from bench.layouts.make import GROUPS, plan, write
from bench.layouts.shapes import LAYOUTS
from bench.layouts.shapes.grid import Cell, Row, placed
from bench.layouts.shapes.style import ENGINES, FORMS, LANGUAGES, RULES, Shape, shapes
from bench.measure import measure
from bench.report import all_silent
from bench.truths import load

CHOSEN = list(shapes())
READ = frozenset({"text", "word"})
"""Engines that need no browser and take little time."""


def test_the_group_is_wide() -> None:
    assert GROUPS["shapes"] == LAYOUTS
    assert len(LAYOUTS) >= 80
    for choices, taken in (
        (ENGINES, {each.engine for each in CHOSEN}),
        (FORMS, {each.form for each in CHOSEN}),
        (RULES, {each.rules for each in CHOSEN}),
        (LANGUAGES, {each.language for each in CHOSEN}),
    ):
        assert taken == set(choices)
    assert max(Counter((each.engine, each.form) for each in CHOSEN).values()) <= len(CHOSEN) / 8


def test_every_choice_is_taken() -> None:
    assert {each.below for each in CHOSEN} == {"columns", "cell", "row", "first", "heading"}
    assert {each.pages for each in CHOSEN} == {"one", "repeated", "unrepeated", "broken"}
    assert {each.paper for each in CHOSEN} == {"A4", "landscape", "A3", "rotated"}
    assert {each.delivery_at for each in CHOSEN} >= {"merged", "under", "lots", "lead", "line leads"}
    assert {one for each in CHOSEN for one in each.between} >= {"sections", "subtotals", "carried", "option"}
    assert {each.spec.per for each in CHOSEN} == {"no", "mixed", "100", "1000"}
    assert {each.discount for each in CHOSEN} == {"no", "percent", "amount"}
    assert any(each.free for each in CHOSEN)


def test_the_same_shapes_are_composed_every_time() -> None:
    assert list(shapes()) == CHOSEN


def test_items_are_numbered_as_the_shape_says() -> None:
    lettered = {f"shapes_{each.index:02d}_" for each in CHOSEN if each.numbering == "letters"}
    made = [each for each in plan("shapes") if each.layout.name[:10] in lettered]
    assert made
    assert all(each.cases[0].order.lines[0].number == "A" for each in made)


def test_what_costs_nothing_is_ordered_and_quoted() -> None:
    free = {f"shapes_{each.index:02d}_" for each in CHOSEN if each.free}
    for made in (each for each in plan("shapes") if each.layout.name[:10] in free):
        order, quotation = made.cases[0].order, made.cases[0].quotations[0]
        assert order.lines[-1].amount == 0
        assert quotation.items[-1].price == 0


def test_cells_that_reach_over_rows_leave_their_places_out() -> None:
    rows = [Row("item", (Cell("1"), Cell("day", down=2))), Row("item", (Cell("2"),))]
    assert [(each.row, each.column) for each in placed(rows)] == [(0, 0), (0, 1), (1, 0)]


@pytest.fixture(scope="module")
def unprinted() -> frozenset[str]:
    return frozenset(map(_prefix, [each for each in CHOSEN if each.engine in READ][:6]))


def _prefix(shape: Shape) -> str:
    return f"shapes_{shape.index:02d}_"


def test_some_shapes_are_read_without_a_silent_error(
    tmp_path_factory: pytest.TempPathFactory, unprinted: frozenset[str]
) -> None:
    folder = tmp_path_factory.mktemp("shapes")
    chosen = [each for each in plan("shapes") if each.layout.name[:10] in unprinted]
    write(folder, chosen, _unprinted)
    measured = measure(replace(load(folder, "shapes"), quotes=()))
    assert len(measured.documents) == len(chosen)
    assert not list(all_silent(measured))
    assert all(each.kind_right for each in measured.documents)


def _unprinted(page: Print) -> bytes:
    raise AssertionError(page)
