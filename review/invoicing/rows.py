"""The rows of an answered list as people look at them: filtered, in order, in words."""

import datetime as dt
import enum
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from urllib.parse import urlencode

from desk.invoicing import standing
from models.invoice_desk import AnsweredList, RowState
from models.invoicing import Answer, Code, Decision, InvoiceGroup, Teller
from review.invoicing import decisions
from review.invoicing.report import ORDER

TONES: Mapping[Code, str] = {
    Code.NOT_CHECKED: "not_checked",
    Code.CONSOLIDATE: "equal",
    Code.INVOICE: "equal",
    Code.HOLD_NOT_SHIPPED: "unsure",
    Code.HOLD_NOT_ACCEPTED: "unsure",
    Code.HOLD_INVOICE_DATA: "missing",
    Code.HOLD_CUSTOMER_REQUEST: "unsure",
}
"""The mark of each decision; the others differ from what SAP says."""
WEEK = dt.timedelta(days=7)
ZERO = Decimal(0)


class Changed(enum.StrEnum):
    """Which rows are shown of those that are decided otherwise than they were answered."""

    ANY = "1"
    BY_PERSON = "person"
    """A person decided the row otherwise."""
    ANEW = "anew"
    """The program decided it anew, because of what a person vouched for."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows of a list are shown. `weeks` keeps those that are held for longer than so many weeks."""

    decision: Code | None = None
    customer: str = ""
    order: str = ""
    group: str = ""
    changed: Changed | None = None
    weeks: int | None = None

    def query(self, **instead: object) -> str:
        """Return the filter as the end of an address, with some of it replaced; empty if it lets all in."""
        chosen = {each.name: getattr(self, each.name) for each in fields(self)} | instead
        given = {name: str(value) for name, value in chosen.items() if not _is_empty(value)}
        return f"?{urlencode(given)}" if given else ""


def _is_empty(value: object) -> bool:
    return value is None or value == ""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row in words. `decision` holds now, `state` says what was decided; `weeks` how long it waits."""

    state: RowState
    decision: Decision
    tone: str
    why: str
    told: str
    weeks: int | None

    @property
    def customer(self) -> str:
        """The customer's name, or number."""
        facts, row = self.decision.facts, self.decision.row
        return facts.customer or row.customer or facts.customer_number or row.customer_number or ""

    @property
    def is_changed(self) -> bool:
        """Whether it is decided otherwise than it was answered: by a person, or because of one's word."""
        return self.state.change is not None or self.is_anew

    @property
    def is_anew(self) -> bool:
        """Whether the program decides it otherwise than it was answered, because of a person's word."""
        return self.state.anew is not None and not self.state.anew.back

    @property
    def lacks_address(self) -> bool:
        """Whether the customer should be told, and no address is known."""
        return Teller.CUSTOMER in self.decision.tell and self.decision.facts.email is None


@dataclass(frozen=True, slots=True)
class ListView:
    """An answered list as it stands: all rows, unanswered ones first, and the invoices to be."""

    answered: AnsweredList
    answer: Answer
    rows: tuple[RowView, ...]

    @property
    def counts(self) -> tuple[tuple[Code, int], ...]:
        """How many rows have which decision, what could not be decided first."""
        found = Counter(each.decision.code for each in self.rows)
        return tuple((code, found[code]) for code in ORDER if found[code])

    @property
    def changed(self) -> int:
        """How many rows are decided otherwise than they were answered."""
        return sum(each.is_changed for each in self.rows)

    def shown(self, chosen: Filter) -> tuple[RowView, ...]:
        """Return the rows that a filter lets in."""
        return tuple(each for each in self.rows if _fits(each, chosen))

    def row(self, position: int) -> RowView | None:
        """Return the row at a position."""
        return next((each for each in self.rows if each.state.position == position), None)


@dataclass(frozen=True, slots=True)
class Beside:
    """The rows before and after one in the order of the list; how many it is of how many."""

    before: int | None
    after: int | None
    place: int
    of: int


def view(lang: str, answered: AnsweredList) -> ListView:
    """Return a list as it stands, in words."""
    answer = standing.answer(answered)
    made = [
        _row(lang, *each, answered.summary.as_of)
        for each in zip(answered.rows, answer.decisions, strict=True)
    ]
    ordered = sorted(made, key=lambda each: each.decision.code is not Code.NOT_CHECKED)
    return ListView(answered, answer, tuple(ordered))


def _row(lang: str, state: RowState, decision: Decision, as_of: dt.date) -> RowView:
    return RowView(
        state=state,
        decision=decision,
        tone=TONES.get(decision.code, "differs"),
        why=decisions.reasons(lang, decision),
        told=decisions.told(lang, decision),
        weeks=(as_of - state.hold.since) // WEEK if state.hold else None,
    )


def _fits(row: RowView, chosen: Filter) -> bool:
    listed, facts = row.decision.row, row.decision.facts
    who = (facts.customer, facts.customer_number, listed.customer, listed.customer_number)
    return (
        (chosen.decision is None or row.decision.code is chosen.decision)
        and (not chosen.customer or any(_holds(each, chosen.customer) for each in who))
        and (not chosen.order or _holds(listed.order, chosen.order))
        and (not chosen.group or row.decision.group == chosen.group)
        and _is_changed_so(row, chosen.changed)
        and (chosen.weeks is None or _longer(row, chosen.weeks))
    )


def _is_changed_so(row: RowView, how: Changed | None) -> bool:
    if how is Changed.BY_PERSON:
        return row.state.change is not None
    if how is Changed.ANEW:
        return row.is_anew
    return how is None or row.is_changed


def _holds(text: str | None, wanted: str) -> bool:
    return wanted.casefold() in (text or "").casefold()


def _longer(row: RowView, weeks: int) -> bool:
    return row.weeks is not None and row.weeks > weeks


def beside(rows: Sequence[RowView], position: int) -> Beside:
    """Return the neighbours of a row; one that a filter leaves out has none."""
    places = [each.state.position for each in rows]
    if position not in places:
        return Beside(None, places[0] if places else None, 0, len(places))
    at = places.index(position)
    before = places[at - 1] if at else None
    after = places[at + 1] if at + 1 < len(places) else None
    return Beside(before, after, at + 1, len(places))


def singles(found: ListView) -> tuple[RowView, ...]:
    """Return the rows that are invoiced for themselves."""
    return tuple(each for each in found.rows if each.decision.code is Code.INVOICE)


def rows_of(found: ListView, group: InvoiceGroup) -> tuple[RowView, ...]:
    """Return the rows of an invoice to be."""
    return tuple(each for each in found.rows if each.decision.group == group.name)


@dataclass(frozen=True, slots=True)
class Sum:
    """How many invoices a currency gets, and what they come to."""

    currency: str
    invoices: int
    net: Decimal
    tax: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows have a decision, and what they come to with tax by currency, where that is known."""

    code: Code
    rows: int
    gross: tuple[tuple[str, Decimal], ...]


def totals(found: ListView) -> tuple[Total, ...]:
    """Return the rows and amounts of each decision, what could not be decided first."""
    made = []
    for code, count in found.counts:
        facts = [each.decision.facts for each in found.rows if each.decision.code is code]
        amounts: dict[str, Decimal] = {}
        for each in facts:
            if each.gross is not None:
                amounts[each.currency or ""] = amounts.get(each.currency or "", ZERO) + each.gross
        made.append(Total(code, count, tuple(sorted(amounts.items()))))
    return tuple(made)


def sums(answer: Answer) -> tuple[Sum, ...]:
    """Return what the invoices to be come to, by currency."""
    amounts = [(each.currency, each.net, each.tax, each.gross) for each in answer.groups]
    alone = [each.facts for each in answer.decisions if each.code is Code.INVOICE]
    known = [
        (each.currency or "", each.net, each.tax, each.gross)
        for each in alone
        if each.net is not None and each.tax is not None and each.gross is not None
    ]
    totals = {each[0]: Sum(each[0], 0, ZERO, ZERO, ZERO) for each in (*amounts, *known)}
    for currency, net, tax, gross in (*amounts, *known):
        so_far = totals[currency]
        totals[currency] = replace(
            so_far,
            invoices=so_far.invoices + 1,
            net=so_far.net + net,
            tax=so_far.tax + tax,
            gross=so_far.gross + gross,
        )
    return tuple(totals[each] for each in sorted(totals))
