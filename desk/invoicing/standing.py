"""An answered list as it stands: what people changed put in, and the invoices to be that follow from it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from desk.invoicing.deciding import TELL
from models.invoice_desk import AnsweredList, RowState
from models.invoice_sources import Said
from models.invoicing import Answer, Code, Decision, Facts, InvoiceGroup, Teller

BY_PERSON = "by_person"
"""The reason of a decision that a person made instead."""
Head = tuple[str | None, str | None, Decimal | None]
"""What rows on one invoice share as far as a row tells: customer, currency, tax rate."""


def answer(answered: AnsweredList) -> Answer:
    """Return the answer to a list with the changes of people.

    A group that loses rows keeps the sums of those that are left. A row that a person wants consolidated
    joins the invoice of its customer with its currency and tax rate; where there is none, such rows make one
    of their own, if there are two at least.
    """
    decisions = [decision(each) for each in answered.rows]
    if not any(each.change for each in answered.rows):
        return replace(answered.answer, decisions=tuple(decisions))
    groups = [each for each in (left(one, decisions) for one in answered.answer.groups) if each is not None]
    wanted = [at for at, each in enumerate(answered.rows) if _joins(each)]
    for at in wanted:
        group = next(
            (each for each in groups if _head(each.decisions[0].facts) == _head(decisions[at].facts)), None
        )
        if group is not None:
            decisions[at] = replace(decisions[at], group=group.name)
            groups[groups.index(group)] = _summed(group, (*group.decisions, decisions[at]))
    # New invoices name their rows: the decisions are complete only after them.
    made = _made(decisions, wanted, groups)
    # Warnings are those of the answer: who has the policy at hand makes them anew (`previews.warnings`).
    return replace(answered.answer, decisions=tuple(decisions), groups=(*groups, *made))


def decision(state: RowState) -> Decision:
    """Return what holds for a row now."""
    made, change = state.decision, state.change
    if change is None:
        return made
    return replace(
        made,
        code=change.code,
        reasons=(Said(BY_PERSON, {"why": change.why, "by": change.by}),),
        tell=told(change.code, made.facts),
        group=None,
        until=None,
    )


def told(code: Code, facts: Facts) -> tuple[Teller, ...]:
    """Return who is told of a decision; a customer without an address is told by sales."""
    tellers = TELL[code]
    if facts.email is not None or Teller.CUSTOMER not in tellers:
        return tellers
    return tuple(dict.fromkeys(Teller.SALES if each is Teller.CUSTOMER else each for each in tellers))


def is_changed(decision: Decision) -> bool:
    """Tell whether a person made a decision."""
    return any(each.word == BY_PERSON for each in decision.reasons)


def _joins(state: RowState) -> bool:
    """Tell whether a person wants a row on an invoice with others, and its amounts are known."""
    change, facts = state.change, state.decision.facts
    amounts = (facts.net, facts.tax, facts.gross)
    return change is not None and change.code is Code.CONSOLIDATE and None not in amounts


def _head(facts: Facts) -> Head:
    return facts.customer_number, facts.currency, facts.tax_rate


def left(group: InvoiceGroup, decisions: Sequence[Decision]) -> InvoiceGroup | None:
    """Return a group without the rows that people took out; None where none is left."""
    kept = tuple(each for each in decisions if each.group == group.name)
    if len(kept) == len(group.decisions):
        return group
    return _summed(group, kept) if kept else None


def _summed(group: InvoiceGroup, rows: Sequence[Decision]) -> InvoiceGroup:
    return replace(
        group,
        decisions=tuple(rows),
        net=_sum(each.facts.net for each in rows),
        tax=_sum(each.facts.tax for each in rows),
        gross=_sum(each.facts.gross for each in rows),
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((each for each in amounts if each is not None), Decimal(0))


def _made(
    decisions: list[Decision], wanted: Sequence[int], groups: Sequence[InvoiceGroup]
) -> list[InvoiceGroup]:
    """Return invoices of rows that only people put together; the rows get their names."""
    heads: dict[Head, list[int]] = {}
    for at in wanted:
        if decisions[at].group is None:
            heads.setdefault(_head(decisions[at].facts), []).append(at)
    made: list[InvoiceGroup] = []
    for places in heads.values():
        if len(places) < 2:
            continue
        name = _free_name([*groups, *made])
        for at in places:
            decisions[at] = replace(decisions[at], group=name)
        made.append(_new(name, [decisions[at] for at in places]))
    return made


def _free_name(groups: Sequence[InvoiceGroup]) -> str:
    used = {each.name for each in groups}
    return next(name for number in range(1, len(used) + 2) if (name := f"G{number}") not in used)


def _new(name: str, rows: Sequence[Decision]) -> InvoiceGroup:
    facts = rows[0].facts
    customer = facts.customer or facts.customer_number
    empty = InvoiceGroup(
        name=name,
        decisions=(),
        customer=customer,
        title=customer or "",
        currency=facts.currency or "",
        tax_rate=facts.tax_rate or Decimal(0),
        net=Decimal(0),
        tax=Decimal(0),
        gross=Decimal(0),
    )
    return _summed(empty, rows)
