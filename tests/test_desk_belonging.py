import datetime as dt
from dataclasses import replace

import pytest

from desk import belonging, versions
from desk.belonging import Paper, bond
from models.belonging import Customer, CustomerClue, LineStatus, Relation
from models.comparison import Check, Comparison, Outcome
from models.reading import (
    Clause,
    Evidence,
    Field,
    Header,
    Kind,
    Language,
    OrderLine,
    Problem,
    Reading,
)

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def field(value: str | None, *, sure: bool = True) -> Field | None:
    return None if value is None else Field(value, sure=sure, evidence=Evidence(value))


def line(part: str | None, quantity: str = "4", price: str = "10.00", **more: str) -> OrderLine:
    given = {"part_number": part, "quantity": quantity, "unit_price": price} | more
    return OrderLine(**{name: field(value) for name, value in given.items()})


SEAL, RING, PUMP = line("A-100"), line("B-200"), line("C-300")


def reading(*lines: OrderLine, number: str = "4500123", **header: str) -> Reading:
    fields = {name: field(value) for name, value in header.items()}
    return Reading(
        Kind.PURCHASE_ORDER, Language.ENGLISH, Header(document_number=field(number), **fields), lines
    )


def customer(name: str = "Haven Pumps GmbH", tax: str | None = None, *, sure: bool = True) -> Customer:
    return Customer(name, CustomerClue.BUYER, Evidence(name), sure, tax)


FIRST = Paper(reading(SEAL, RING), NOON, "a", customer())


def later(read: Reading, **changes: object) -> Paper:
    paper = Paper(read, NOON + dt.timedelta(hours=1), "b", customer())
    return replace(paper, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("paper", "relation", "reason"),
    [
        (later(reading(SEAL, RING)), None, "all_fields_equal"),
        (later(reading(RING, SEAL)), None, "all_fields_equal"),
        (later(reading(line("a-100"), RING)), None, "all_fields_equal"),
        (later(reading(SEAL, line("B-200", "5"))), Relation.NEW_VERSION, "customer_name"),
        (later(reading(SEAL)), Relation.NEW_VERSION, "customer_name"),
        (later(reading(SEAL, RING, PUMP)), Relation.NEW_VERSION, "customer_name"),
        (later(reading(PUMP)), Relation.POSSIBLE_VERSION, "no_line_in_common"),
        (later(reading(SEAL), marks=("part_order",)), Relation.PART_ORDER, "says_so"),
        (later(reading(PUMP), marks=("part_order",)), Relation.PART_ORDER, "says_so"),
        (later(reading(line("A-100", "2")), marks=("part_order",)), Relation.PART_ORDER, "says_so"),
        (later(reading(line("A-100", "9")), marks=("part_order",)), Relation.NEW_VERSION, "customer_name"),
        (
            later(reading(line("A-100", price="9.00")), marks=("part_order",)),
            Relation.NEW_VERSION,
            "customer_name",
        ),
        (later(reading(SEAL), mail="a"), Relation.SAME_MAIL, "differ_in_one_mail"),
        (later(reading(SEAL), sent_at=NOON), Relation.POSSIBLE_VERSION, "sent_together"),
        (
            later(reading(SEAL), customer=customer("Other Works Ltd")),
            Relation.OTHER_CUSTOMER,
            "customer_name",
        ),
        (
            later(reading(SEAL), customer=customer("Other Works Ltd", sure=False)),
            Relation.POSSIBLE_VERSION,
            "customer_not_certain",
        ),
        (later(reading(SEAL), customer=None), Relation.POSSIBLE_VERSION, "customer_not_certain"),
        (
            later(reading(SEAL), customer=customer("示例泵业有限公司")),
            Relation.POSSIBLE_VERSION,
            "customer_not_certain",
        ),
        (
            later(replace(reading(SEAL), kind=Kind.CHANGE_ORDER)),
            Relation.CHANGE,
            "names_the_order",
        ),
        (
            later(reading(SEAL, RING, payment_terms="30 days")),
            Relation.POSSIBLE_VERSION,
            "less_is_stated",
        ),
        (later(reading(SEAL, number="4500123 Rev.2")), Relation.NEW_VERSION, "customer_name"),
    ],
)
def test_two_papers_with_one_number_are_told_apart(
    paper: Paper, relation: Relation | None, reason: str
) -> None:
    found = bond(FIRST, paper)
    assert found is not None
    assert (found.relation, found.reason) == (relation, reason)


def test_a_change_adds_to_a_change_and_an_order_replaces_none() -> None:
    one = replace(FIRST, reading=replace(reading(SEAL), kind=Kind.CHANGE_ORDER))
    two = later(replace(reading(RING), kind=Kind.CHANGE_ORDER))
    plain = later(reading(SEAL, RING))
    found = [bond(one, each) for each in (two, plain)]
    assert [(each.relation, each.reason) for each in found if each] == [
        (Relation.CHANGE, "names_the_order"),
        (Relation.POSSIBLE_VERSION, "other_kind"),
    ]


def test_another_number_is_no_bond() -> None:
    assert bond(FIRST, later(reading(SEAL, number="4500999"))) is None


def test_tax_numbers_weigh_more_than_names() -> None:
    one = replace(FIRST, customer=customer("Haven Pumps GmbH", "X1"))
    two = later(reading(SEAL), customer=customer("Haven Pump GmbH", "X1"))
    other = later(reading(SEAL), customer=customer("Haven Pumps GmbH", "X2"))
    found = [bond(one, each) for each in (two, other)]
    assert [(each.relation, each.reason) for each in found if each] == [
        (Relation.NEW_VERSION, "tax_number"),
        (Relation.OTHER_CUSTOMER, "tax_number"),
    ]


def test_a_number_that_was_not_read_surely_replaces_nothing() -> None:
    doubtful = replace(reading(SEAL), header=Header(document_number=field("4500123", sure=False)))
    found = bond(FIRST, later(doubtful))
    assert found is not None
    assert (found.relation, found.reason) == (Relation.POSSIBLE_VERSION, "number_not_certain")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (reading(SEAL, number="4500123 Rev.3"), reading(RING, SEAL, number="4500123 Rev.2")),
        (reading(SEAL, document_date="2026-03-02"), reading(RING, SEAL, document_date="2026-02-01")),
    ],
)
def test_what_is_sent_later_and_calls_itself_older_replaces_nothing(old: Reading, new: Reading) -> None:
    found = bond(replace(FIRST, reading=old), later(new))
    assert found is not None
    assert (found.relation, found.reason) == (Relation.POSSIBLE_VERSION, "dated_before")


def test_two_papers_that_say_nearly_nothing_are_not_the_same() -> None:
    empty = replace(FIRST, reading=reading())
    found = bond(empty, later(reading()))
    assert found is not None
    assert found.relation is Relation.POSSIBLE_VERSION
    unread = reading(OrderLine(part_number=field("A-100"), quantity=field("4")))
    found = bond(replace(FIRST, reading=unread), later(unread))
    assert found is not None
    assert found.relation is not None


def test_a_paper_that_leaves_more_open_is_not_the_same() -> None:
    doubtful = replace(reading(SEAL, RING), problems=(Problem("tracked_deletions"),))
    found = bond(FIRST, later(doubtful))
    assert found is not None
    assert found.relation is Relation.POSSIBLE_VERSION


def test_a_clause_that_changed_is_a_difference() -> None:
    fined = Clause("damages", Field("0.5/W cap 5", sure=True, evidence=Evidence("")))
    graver = Clause("damages", Field("1/W cap 10", sure=True, evidence=Evidence("")))
    old, new = (replace(reading(SEAL), clauses=(each,)) for each in (fined, graver))
    (change,) = versions.diff(old, new).header
    assert (change.field, change.old, change.new) == ("clause_damages", "0.5/W cap 5", "1/W cap 10")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((SEAL, RING), (SEAL, RING), [(1, 1, "unchanged"), (2, 2, "unchanged")]),
        ((SEAL, RING), (RING, SEAL), [(1, 2, "unchanged"), (2, 1, "unchanged")]),
        ((SEAL, RING), (PUMP, SEAL), [(1, None, "added"), (2, 1, "unchanged"), (None, 2, "removed")]),
        ((SEAL,), (line("A-100", "4.0"),), [(1, 1, "unchanged")]),
        ((SEAL, SEAL), (SEAL,), [(1, 1, "unchanged"), (None, 2, "removed")]),
        (
            (line("A-100", delivery_date="2026-04-01"), line("A-100", delivery_date="2026-05-01")),
            (line("A-100", delivery_date="2026-05-01"), line("A-100", delivery_date="2026-06-01")),
            [(1, 2, "unchanged"), (2, 1, "changed")],
        ),
        (
            (line("A-100", line_number="10"), line("B-200", line_number="20")),
            (line("A-101", line_number="10"), line("B-200", line_number="20")),
            [(1, 1, "changed"), (2, 2, "unchanged")],
        ),
        (
            (line(None, description="Shaft sleeve"),),
            (line(None, "9", description="shaft  sleeve"),),
            [(1, 1, "changed")],
        ),
        ((), (SEAL,), [(1, None, "added")]),
    ],
)
def test_lines_find_what_they_were(
    old: tuple[OrderLine, ...], new: tuple[OrderLine, ...], expected: list[tuple[int | None, int | None, str]]
) -> None:
    found = versions.diff(reading(*old), reading(*new))
    assert [(each.line, each.was, each.status.value) for each in found.lines] == expected


def test_every_line_of_both_versions_is_told_of_exactly_once() -> None:
    old = reading(SEAL, RING, SEAL, line("D"), line(None))
    new = reading(PUMP, SEAL, line("D", "7"), line(None, "8"), line(None))
    found = versions.diff(old, new).lines
    assert sorted(each.was for each in found if each.was) == [1, 2, 3, 4, 5]
    assert sorted(each.line for each in found if each.line) == [1, 2, 3, 4, 5]


def test_a_value_that_could_not_be_read_is_a_difference() -> None:
    unread = replace(SEAL, unit=Field(None, sure=False, evidence=Evidence("p?s")))
    (change,) = versions.diff(reading(SEAL), reading(unread)).lines
    assert change.status is LineStatus.CHANGED
    assert [(each.field, each.old, each.new) for each in change.fields] == [("unit", None, "p?s")]


def check(line_number: int | None, field_name: str, document: str, *, sure: bool = True) -> Check:
    return Check("L06", field_name, Outcome.DIFFERS, line=line_number, document=document, document_sure=sure)


def test_only_what_stands_unchanged_and_sure_and_came_out_the_same_is_carried_over() -> None:
    old, new = reading(SEAL, RING), reading(PUMP, SEAL, line("B-200", "5"))
    before = Comparison(
        "review",  # type: ignore[arg-type] # not looked at
        checks=(check(1, "unit_price", "10"), check(1, "quantity", "4"), check(2, "quantity", "4")),
    )
    after = Comparison(
        "review",  # type: ignore[arg-type]
        checks=(
            check(1, "unit_price", "10"),
            check(2, "unit_price", "10"),
            check(2, "quantity", "4", sure=False),
            check(3, "quantity", "5"),
            check(2, "part_number", "A-100"),
        ),
    )
    assert versions.carried(versions.diff(old, new), before, after) == (1,)


def test_a_check_of_the_header_is_carried_over_unless_its_field_changed() -> None:
    old, new = reading(SEAL, payment_terms="30"), reading(SEAL, payment_terms="60", incoterms="EXW")
    before = Comparison("review", checks=(check(None, "payment_terms", "30"), check(None, "lots", "")))  # type: ignore[arg-type]
    after = Comparison("review", checks=(check(None, "payment_terms", "30"), check(None, "lots", "")))  # type: ignore[arg-type]
    assert versions.carried(versions.diff(old, new), before, after) == (1,)


def test_the_same_lines_under_another_number_are_alike_for_a_fortnight() -> None:
    other = reading(RING, line("A-100", "4.00", "10.0"), number="4500777")
    assert belonging.alike(FIRST, later(other))
    assert not belonging.alike(FIRST, later(other, sent_at=NOON + dt.timedelta(days=15)))
    assert not belonging.alike(FIRST, later(other, customer=customer("Other Works Ltd")))
    assert not belonging.alike(FIRST, later(reading(RING, line("A-100", "5"), number="4500777")))
    assert not belonging.alike(FIRST, later(reading(SEAL, RING)))


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("4500123", "4500123"),
        ("PO 4500-123", "PO4500-123"),
        ("po4500–123", "PO4500-123"),
        ("HT2026-07 (B版)", "HT2026-07"),
        ("12", ""),
        ("ORDER", ""),
    ],
)
def test_the_key_of_a_number(number: str, key: str) -> None:
    assert belonging.number_key(reading(number=number)) == key
