"""Items whose texts may be those of the items above or below them, built run by run."""

import pytest
from paper import HEIGHT, paper, word

from extractors.lines.columns import stacked_headings, twin_headings
from extractors.lines.doubts import shifted_codes
from extractors.lines.headings import Heading, recognise
from extractors.lines.item import Item, Text
from extractors.lines.item_table import Column, ItemTable, Row, make_column
from extractors.lines.items import names_above
from extractors.lines.items.rows import Items
from extractors.lines.tables import led_order
from extractors.lines.tables.led_order import Part
from extractors.lines.texts import cell_texts
from extractors.page.runs import Run, make_run
from extractors.vocabulary.meanings import Role
from models.page import union
from models.reading import Evidence, Field, OrderLine, Proof

PAGE = paper("x").pages[0]


def run(text: str, top: float, x: float = 20.0) -> Run:
    words = []
    for each in text.split():
        words.append(word(each, x, top))
        x = words[-1].box.x1 + 5.0
    return make_run(PAGE, words)


def said(text: str, role: Role, top: float, column: int | None = None) -> Text:
    found = run(text, top)
    return Text(found, 0, len(text), Heading(role.value, frozenset({role}), exact=True), column)


def item(figures: float, code: float) -> Item:
    """Return an item with its figures and its labelled code at these heights of the page."""
    texts: dict[Role, tuple[Text, ...]] = {
        Role.QUANTITY: (said("4", Role.QUANTITY, figures, 1),),
        Role.SELLER_PART: (said("LP-12-3637", Role.SELLER_PART, code),),
    }
    return Item(Row(PAGE, texts[Role.QUANTITY][0].run.box, ()), texts)


def labelled(value: str) -> Field:
    return Field(value, sure=True, evidence=Evidence(value), proof=(Proof.LABEL,))


LINE = OrderLine(part_number=labelled("LP-12-3637"), lead_time=labelled("P4W"))


@pytest.mark.parametrize(("second", "sure"), [(180.0, True), (220.0, False)])
def test_codes_above_some_figures_and_below_others_are_open_with_the_times_beside_them(
    second: float, *, sure: bool
) -> None:
    items = Items((item(100.0, 80.0), item(200.0, second)), (), (), ())
    for line in shifted_codes.doubted([LINE, LINE], items):
        told = (line.part_number, line.lead_time)
        assert [field.sure for field in told if field is not None] == [sure, sure]


NAMED = (
    Column(0.0, 200.0, (Heading("Goods", frozenset({Role.DESCRIPTION}), exact=True),), "Goods"),
    Column(200.0, 300.0, (Heading("Qty", frozenset({Role.QUANTITY}), exact=True),), "Qty"),
)


def named(top: float, *lines: str, figures: float) -> Item:
    runs = tuple(run(text, top + at * HEIGHT) for at, text in enumerate(lines))
    count = run("4", figures, 220.0)
    heading = NAMED[0].headings[0]
    texts: dict[Role, tuple[Text, ...]] = {Role.DESCRIPTION: (cell_texts.text_of(runs, heading, 0),)}
    return Item(Row(PAGE, union(each.box for each in (*runs, count)), (runs, (count,))), texts)


@pytest.mark.parametrize(
    ("first", "second", "figures", "exact"),
    [
        ("With certificate", "With certificate", 30.0, False),
        ("With certificate", "Painted black", 30.0, True),
        ("With certificate", "With certificate", 0.0, True),
        ("一、一号泵备件", "Painted black", 30.0, False),
    ],
)
def test_a_name_that_begins_above_its_figures_like_another_has_a_note_or_a_title_in_it(
    first: str, second: str, figures: float, *, exact: bool
) -> None:
    items = [
        named(100.0, first, "Impeller", figures=100.0 + figures),
        named(200.0, second, "Hose", figures=200.0 + figures),
    ]
    heading = names_above.doubted(items, NAMED)[0].texts[Role.DESCRIPTION][0].heading
    assert heading is not None
    assert heading.exact is exact


def table(column: Column, *cells: tuple[str, ...]) -> ItemTable:
    """Return a table of a quantity and this column, the lines of its cells below each other."""
    rows = tuple(
        Row(
            PAGE,
            PAGE.words[0].box,
            (
                (run("4", 100.0 * at, 220.0),),
                tuple(run(text, 100.0 * at + HEIGHT * line) for line, text in enumerate(cell)),
            ),
        )
        for at, cell in enumerate(cells, 1)
    )
    return ItemTable((NAMED[1], column), rows, PAGE.words[0].box, PAGE, ruled=False)


@pytest.mark.parametrize(
    ("cells", "roles"),
    [
        ((("件", "50.00"), ("套", "10.00")), [Role.UNIT, Role.PRICE]),
        ((("50.00",), ("10.00",)), [Role.PRICE]),
    ],
)
def test_a_unit_above_a_price_makes_two_headings_of_one(
    cells: tuple[tuple[str, ...], ...], roles: list[Role]
) -> None:
    settled = stacked_headings.settled(table(make_column(0.0, 90.0, ["单位", "含税单价(元)"]), *cells))
    assert [each.role for each in settled.columns[1].headings] == roles


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        ((("100.00 13%",), ("30.00 13%",)), "100.00"),
        ((("100.00 13%",), ("30.00",)), "100.00 13%"),
        ((("115 950.00",), ("30 100.00",)), "115 950.00"),
    ],
)
def test_a_blank_parts_two_values_below_two_headings_that_touch(
    cells: tuple[tuple[str, ...], ...], first: str
) -> None:
    column = Column(0.0, 90.0, (), "金额 税率")
    parted = twin_headings.parted(table(column, *cells))
    assert parted.rows[0].cells[1][0].text == first


@pytest.mark.parametrize(("below", "price"), [(0.0, "456.22 1"), (HEIGHT + 2, "456.221")])
def test_only_what_stands_in_another_line_is_the_rest_of_a_broken_number(below: float, price: str) -> None:
    cell = (run("456.22", 100.0), run("1", 100.0 + below, 90.0))
    assert cell_texts.text_of(cell, recognise("Preis"), 1).printed == price


def test_texts_below_the_last_figures_before_a_sum_are_not_those_of_an_item_to_come() -> None:
    parts = [Part.NAME, Part.NAME, Part.FIGURES] * 3 + [Part.NAME]
    assert led_order.stand_above(parts)
    assert not led_order.stand_above([*parts, Part.APART])
