"""What holds for every list, whatever stands in it."""

import random
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile_weeks import TODAY, Week, week

from desk.invoicing import deciding, picking, previews
from models.invoice_sources import ListRow, Sources
from models.invoicing import Answer, Code
from models.policy import Policy

POLICY = Policy()
FREE = frozenset({Code.INVOICE, Code.CONSOLIDATE})
WEEKS = st.integers(0, 2**32).map(week)


def decide(rows: list[ListRow], sources: Sources) -> Answer:
    return deciding.decide(rows, sources, POLICY, TODAY)


def test_the_weeks_come_to_every_decision_and_often_to_an_invoice() -> None:
    found = [
        one for number in range(300) for one in decide(week(number).rows, week(number).sources).decisions
    ]
    counts = Counter(each.code for each in found)
    assert set(counts) == set(Code)
    assert sum(counts[each] for each in FREE) > len(found) / 10
    words = Counter(said.word for each in found for said in each.reasons)
    assert (
        min(words[each] for each in ("milestone", "invoice_first", "milestone_billed", "milestone_waits")) > 0
    )


@settings(max_examples=300, deadline=None)
@given(WEEKS)
def test_every_row_has_one_decision_in_its_place_with_reasons_and_somebody_to_tell(made: Week) -> None:
    found = decide(made.rows, made.sources).decisions
    assert [each.row for each in found] == made.rows
    assert all(each.reasons and each.tell for each in found)
    assert all((each.group is not None) is (each.code is Code.CONSOLIDATE) for each in found)


@settings(max_examples=200, deadline=None)
@given(WEEKS, st.sampled_from(["orders", "deliveries", "billing", "profiles"]))
def test_nothing_is_invoiced_while_a_source_is_missing(made: Week, name: str) -> None:
    found = decide(made.rows, replace(made.sources, **{name: None}))  # type: ignore[arg-type]
    assert not {each.code for each in found.decisions} & {Code.INVOICE, Code.CONSOLIDATE}
    assert found.groups == ()


@settings(max_examples=300, deadline=None)
@given(WEEKS)
def test_a_group_has_two_rows_at_least_and_its_sums_are_those_of_its_rows(made: Week) -> None:
    answer = decide(made.rows, made.sources)
    for group in answer.groups:
        assert len(group.decisions) >= 2
        nets = [each.row.net for each in group.decisions]
        grosses = [each.facts.gross for each in group.decisions]
        assert group.net == sum(each for each in nets if each is not None)
        assert group.gross == sum(each for each in grosses if each is not None)
        assert group.net + group.tax == group.gross
    grouped = [each for each in answer.decisions if each.code is Code.CONSOLIDATE]
    assert sum(len(group.decisions) for group in answer.groups) == len(grouped)


@settings(max_examples=200, deadline=None)
@given(WEEKS)
def test_every_row_that_is_invoiced_is_on_one_invoice_and_the_sums_agree(made: Week) -> None:
    answer = decide(made.rows, made.sources)
    invoices = previews.invoices(answer)
    free = [each for each in answer.decisions if each.code in {Code.INVOICE, Code.CONSOLIDATE}]
    assert sorted(each.row.row for one in invoices for each in one.decisions) == sorted(
        each.row.row for each in free
    )
    assert len({each.name for each in invoices}) == len(invoices)
    for one in invoices:
        sums = [(each.facts.net, each.facts.tax, each.facts.gross) for each in one.decisions]
        assert [one.net, one.tax, one.gross] == [sum(each) for each in zip(*sums, strict=True)]
        assert one.net + one.tax == one.gross


@settings(max_examples=300, deadline=None)
@given(WEEKS, st.integers(1, 3))
def test_what_does_not_belong_to_the_list_changes_no_decision(made: Week, count: int) -> None:
    rows = made.rows[:count]
    with patch.object(picking, "picked", lambda _, sources: sources):
        whole = decide(rows, made.sources)
    assert decide(rows, made.sources).decisions == whole.decisions
    names = [row.order for row in rows]
    found = picking.picked(rows, made.sources)
    assert found.orders is not None
    assert all(each.order in names or each.reference for each in found.orders.rows)


@settings(max_examples=200, deadline=None)
@given(WEEKS)
def test_the_due_list_changes_no_decision(made: Week) -> None:
    without = decide(made.rows, replace(made.sources, due=None)).decisions
    assert [each.code for each in decide(made.rows, made.sources).decisions] == [
        each.code for each in without
    ]


@settings(max_examples=300, deadline=None)
@given(WEEKS)
def test_a_contract_frees_only_what_it_lets_be_invoiced_before_or_by_milestones(made: Week) -> None:
    free = {Code.INVOICE, Code.CONSOLIDATE}
    without = decide(made.rows, replace(made.sources, contracts=None)).decisions
    for held, by_contract in zip(without, decide(made.rows, made.sources).decisions, strict=True):
        if by_contract.code in free and held.code not in free:
            words = {each.word for each in by_contract.reasons}
            assert words & {"milestone", "invoice_first"}
            assert held.code in {
                Code.HOLD_NOT_SHIPPED,
                Code.PRICE_MISMATCH,
                Code.QTY_MISMATCH,
                Code.ALREADY_INVOICED,
            }


@settings(max_examples=300, deadline=None)
@given(WEEKS)
def test_milestones_never_come_to_more_than_the_order(made: Week) -> None:
    assert made.sources.orders is not None
    values = {(each.order, each.item): each.net_value for each in made.sources.orders.rows}
    sums: dict[tuple[str, str], Decimal] = {}
    by_milestones = set()
    for each in decide(made.rows, made.sources).decisions:
        if each.code in {Code.INVOICE, Code.CONSOLIDATE} and each.row.order and each.item and each.facts.net:
            key = (each.row.order, each.item)
            sums[key] = sums.get(key, Decimal(0)) + each.facts.net
            if any(said.word in {"milestone", "invoice_first"} for said in each.reasons):
                by_milestones.add(key)
    for key in by_milestones:
        value = values[key]
        assert value is not None
        assert sums[key] <= value + Decimal("0.05")


@settings(max_examples=200, deadline=None)
@given(WEEKS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_decision(made: Week, shuffling: random.Random) -> None:
    shuffled = list(made.rows)
    shuffling.shuffle(shuffled)
    codes = {each.row.row: each.code for each in decide(made.rows, made.sources).decisions}
    assert {each.row.row: each.code for each in decide(shuffled, made.sources).decisions} == codes


@settings(max_examples=200, deadline=None)
@given(WEEKS)
def test_nothing_is_invoiced_twice(made: Week) -> None:
    """What is free to go and what is billed never exceed what was ordered.

    Without contracts: these let goods be invoiced that have not left (see the tests of contracts).
    """
    answer = decide(made.rows, replace(made.sources, contracts=None))
    assert made.sources.orders is not None
    ordered = {(each.order, each.item): each.quantity for each in made.sources.orders.rows}
    free: dict[tuple[str, str], Decimal] = {}
    for each in answer.decisions:
        if each.code in {Code.INVOICE, Code.CONSOLIDATE}:
            assert each.row.order is not None
            assert each.item is not None
            assert each.row.quantity is not None
            key = (each.row.order, each.item)
            free[key] = free.get(key, Decimal(0)) + each.row.quantity
    shipped = made.sources.deliveries.rows if made.sources.deliveries else ()
    for key, quantity in free.items():
        delivered = sum(
            each.quantity for each in shipped if (each.order, each.order_item) == key and each.issued
        )
        assert quantity <= delivered
        assert ordered[key] is not None
