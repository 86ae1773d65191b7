"""An answered list with people's changes: who goes with whom then, and what the invoices come to."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.invoicing import standing
from desk.invoicing.deciding import TELL
from models.invoice_desk import AnsweredList, ListSummary, RowChange, RowState, Week
from models.invoice_sources import ListRow
from models.invoicing import Answer, Code, Decision, Facts, InvoiceGroup, Teller

NOW = dt.datetime(2026, 11, 26, 9, 0, tzinfo=dt.UTC)
ZERO = Decimal(0)


def decision(row: int, code: Code, customer: str = "1", group: str | None = None, rate: int = 13) -> Decision:
    net = Decimal(100 * row)
    tax = net * rate / 100
    facts = Facts(
        customer_number=customer,
        customer=f"Customer {customer}",
        email="ap@customer.example",
        gross=net + tax,
        currency="CNY",
        tax_rate=Decimal(rate),
        net=net,
        tax=tax,
    )
    return Decision(ListRow(row, order=f"3000{row:04}"), code, (), TELL[code], "10", group, None, facts)


def grouped(decisions: Sequence[Decision]) -> tuple[InvoiceGroup, ...]:
    names = sorted({each.group for each in decisions if each.group})
    return tuple(
        InvoiceGroup(
            name,
            tuple(each for each in decisions if each.group == name),
            "Customer",
            "Title",
            "CNY",
            Decimal(13),
            *(
                sum((getattr(each.facts, sum_of) for each in decisions if each.group == name), ZERO)
                for sum_of in ("net", "tax", "gross")
            ),
        )
        for name in names
    )


def answered(*decisions: Decision, changes: dict[int, Code] | None = None) -> AnsweredList:
    changes = changes or {}
    states = tuple(
        RowState(at, each, RowChange(changes[at], "why", "desk", NOW) if at in changes else None)
        for at, each in enumerate(decisions)
    )
    summary = ListSummary(1, "l", "0" * 64, Week(2026, 48, "UTC"), NOW.date(), NOW, len(states), {})
    return AnsweredList(summary, states, Answer(decisions, grouped(decisions)))


TWO = (decision(1, Code.CONSOLIDATE, group="G1"), decision(2, Code.CONSOLIDATE, group="G1"))


def test_without_changes_the_answer_stays_as_it_was() -> None:
    found = answered(*TWO, decision(3, Code.INVOICE))
    assert standing.answer(found) == found.answer


def test_a_row_that_is_taken_out_leaves_its_invoice_with_the_sums_of_the_rest() -> None:
    now = standing.answer(answered(*TWO, changes={0: Code.HOLD_CUSTOMER_REQUEST}))
    (group,) = now.groups
    assert [each.row.row for each in group.decisions] == [2]
    assert (group.net, group.tax, group.gross) == (Decimal(200), Decimal(26), Decimal(226))
    assert now.decisions[0].group is None
    assert now.decisions[0].reasons[0].values["why"] == "why"


def test_an_invoice_without_rows_is_none() -> None:
    changes = {0: Code.HOLD_DISPUTE, 1: Code.INVOICE}
    assert standing.answer(answered(*TWO, changes=changes)).groups == ()


def test_a_row_joins_the_invoice_of_its_customer() -> None:
    now = standing.answer(answered(*TWO, decision(3, Code.INVOICE), changes={2: Code.CONSOLIDATE}))
    (group,) = now.groups
    assert [each.row.row for each in group.decisions] == [1, 2, 3]
    assert group.gross == Decimal(678)
    assert now.decisions[2].group == "G1"


@pytest.mark.parametrize("third", [decision(3, Code.INVOICE, "2"), decision(3, Code.INVOICE, rate=6)])
def test_a_row_of_another_customer_or_tax_rate_joins_nothing(third: Decision) -> None:
    now = standing.answer(answered(*TWO, third, changes={2: Code.CONSOLIDATE}))
    assert len(now.groups) == 1
    assert now.decisions[2].group is None


def test_rows_that_only_people_put_together_make_an_invoice_of_their_own() -> None:
    alone = [decision(at, Code.INVOICE, "2") for at in (3, 4)]
    now = standing.answer(answered(*TWO, *alone, changes={2: Code.CONSOLIDATE, 3: Code.CONSOLIDATE}))
    assert [each.name for each in now.groups] == ["G1", "G2"]
    assert [each.group for each in now.decisions] == ["G1", "G1", "G2", "G2"]
    assert now.groups[1].net == Decimal(700)


def test_a_row_without_amounts_is_on_no_invoice() -> None:
    bare = replace(decision(3, Code.HOLD_NOT_SHIPPED), facts=Facts(customer_number="1"))
    now = standing.answer(answered(*TWO, bare, changes={2: Code.CONSOLIDATE}))
    assert now.groups[0].gross == Decimal(339)
    assert now.decisions[2].group is None


def test_a_customer_without_an_address_is_told_by_sales() -> None:
    facts = Facts(customer_number="1")
    assert standing.told(Code.INVOICE, facts) == (Teller.FINANCE, Teller.SALES)
    assert standing.told(Code.HOLD_NOT_ACCEPTED, facts) == (Teller.SALES,)
    with_address = replace(facts, email="ap@customer.example")
    assert standing.told(Code.INVOICE, with_address) == (Teller.FINANCE, Teller.CUSTOMER)


ROWS = st.lists(
    st.tuples(
        st.sampled_from(Code),
        st.sampled_from("12"),
        st.sampled_from((6, 13)),
        st.one_of(st.none(), st.sampled_from(Code)),
    ),
    max_size=12,
)


@given(ROWS)
def test_whatever_people_change_sums_hold_and_no_row_is_lost(
    rows: list[tuple[Code, str, int, Code | None]],
) -> None:
    made = [decision(at, code, customer, rate=rate) for at, (code, customer, rate, _) in enumerate(rows, 1)]
    made = [
        replace(each, group=f"G{each.facts.customer_number}{each.facts.tax_rate}")
        if each.code is Code.CONSOLIDATE
        else each
        for each in made
    ]
    changes = {at: code for at, (*_, code) in enumerate(rows) if code is not None}
    now = standing.answer(answered(*made, changes=changes))
    assert [each.row for each in now.decisions] == [each.row for each in made]
    assert [each.code for each in now.decisions] == [
        changes.get(at, each.code) for at, each in enumerate(made)
    ]
    names = [each.name for each in now.groups]
    assert len(set(names)) == len(names)
    for group in now.groups:
        members = [each for each in now.decisions if each.group == group.name]
        assert {each.row.row for each in members} == {each.row.row for each in group.decisions}
        assert {each.code for each in members} == {Code.CONSOLIDATE}
        for name in ("net", "tax", "gross"):
            assert getattr(group, name) == sum((getattr(each.facts, name) for each in members), ZERO)
        assert len({(each.facts.customer_number, each.facts.tax_rate) for each in members}) == 1
    assert {each.group for each in now.decisions if each.group} == set(names)
