"""Days in columns whose borders are not certain."""

import pytest
from paper import words_of

from extractors.conventions import Conventions
from extractors.lines.headings import Heading, recognise
from extractors.lines.item import Item, Text
from extractors.lines.item_table import Column, ItemTable, Row
from extractors.lines.values import whole_days
from extractors.page.runs import Run, make_run
from extractors.vocabulary.meanings import Role
from models.page import Page

PAGE = Page(1, 900.0, 1200.0, ())


def run(text: str, x: float) -> Run:
    return make_run(PAGE, words_of(text, x, 100.0))


def column(head: str, at: int) -> Column:
    heading = recognise(head)
    return Column(100.0 * at, 100.0 * at + 100, (heading,) if heading else (), head, cut=False)


def item(texts: dict[Role, str], columns: list[Column], note: str = "") -> Item:
    """Return an item with texts in the columns of their roles."""
    found: dict[Role, tuple[Text, ...]] = {}
    for role, printed in texts.items():
        at, heading = next(
            (at, column.headings[0]) for at, column in enumerate(columns) if role in column.roles
        )
        whole = run(printed, columns[at].x0)
        found[role] = (Text(whole, 0, len(whole.text), heading, at),)
    runs = [text.run for each in found.values() for text in each]
    row = Row(PAGE, runs[0].box, (tuple(runs),))
    return Item(row, found, notes=(run(note, 20.0),) if note else ())


def certain(days: list[str], *heads: str, note: str = "") -> bool:
    columns = [column(head, at) for at, head in enumerate(heads or ("Sum", "Delivery date"))]
    texts = [{Role.AMOUNT: "964.00", Role.DELIVERY: day} for day in days]
    items = [item(each, columns, note) for each in texts]
    table = ItemTable(tuple(columns), (), items[0].row.box, PAGE, ruled=False)
    return bool(whole_days.of(table, items, Conventions()))


@pytest.mark.parametrize(
    "days",
    [
        ["2027-09-01", "2027-09-18"],
        ["01-SEP-2027"],
        ["Needed: 14-SEP-2027", "Needed: 21-SEP-2027"],
        ["2027年09月01日"],
    ],
)
def test_whole_days_under_their_heading_are_certain_however_close_it_is_set(days: list[str]) -> None:
    assert certain(days)


@pytest.mark.parametrize(
    "days",
    [["1-SEP-2027"], ["01.09.27"], ["2027-09-01", "3 weeks"], ["2027-09-01", "2027-09-1"], ["03/04/2027"]],
)
def test_days_that_may_be_cut_or_read_in_two_ways_are_not(days: list[str]) -> None:
    assert not certain(days)


def test_nor_are_they_beside_another_column_of_days_or_a_day_in_a_note() -> None:
    assert not certain(["2027-09-01"], "Sum", "Confirmed day", "Delivery date")
    assert not certain(["2027-09-01"], note="not before 2027-09-20")


def test_nor_under_a_heading_that_is_not_known() -> None:
    strange = Column(
        100.0, 200.0, (Heading("Zrd", frozenset({Role.DELIVERY}), exact=False),), "Zrd", cut=False
    )
    columns = [column("Sum", 0), strange]
    only = item({Role.AMOUNT: "964.00", Role.DELIVERY: "2027-09-01"}, columns)
    table = ItemTable(tuple(columns), (), only.row.box, PAGE, ruled=False)
    assert not whole_days.of(table, [only], Conventions())
