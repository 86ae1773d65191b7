"""An order item and its rows against the reviewed contract: its line, its price, its milestones.

Domain and rules: docs/invoicing.md, "The reviewed contract".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal

from desk.invoicing import prices
from desk.invoicing.evidence import ZERO, bare, contract_key
from desk.invoicing.rows import is_same_part
from extractors.fields import companies
from models.contract_terms import Contract, ContractLine, Milestone
from models.invoice_sources import BillingItem, ListRow, Said, SalesItem
from models.policy import PricePolicy

Place = tuple[str, int]
"""The sheet and the number of a row."""
HUNDRED = Decimal(100)
NEAR = Decimal("0.05")
"""What the sum of billed shares may be out by because each was rounded."""


@dataclass(frozen=True, slots=True)
class Part:
    """A row that bills milestones instead of goods: `percent` of the item's value, for what it covers.

    `start` is the net value of the milestones before these, `value` that of these, `before` what is billed or
    claimed before, None where the billing items state no values. `item` has the price of the share.
    """

    percent: Decimal
    covered: tuple[Milestone, ...]
    start: Decimal
    value: Decimal
    before: Decimal | None
    item: SalesItem


def named(
    item: SalesItem, rows: Sequence[ListRow], contracts: Mapping[str, Sequence[Contract]]
) -> Sequence[Contract]:
    """Return the contracts of any customer with the number that the order has, or else rows of the list."""
    if not contracts:
        return ()
    of_rows = dict.fromkeys(contract_key(row.reference) for row in rows)
    keys = [contract_key(item.customer_reference)] if item.customer_reference else [*of_rows]
    return [contract for key in keys if key for contract in contracts.get(key, ())]


def of_item(item: SalesItem, found: Sequence[Contract]) -> Sequence[Contract]:
    """Return those contracts that an item was ordered by: its customer's; of equal ones the newest case's."""
    own = [each for each in found if _is_customers(each, item)]
    newest = {_terms(each): each for each in sorted(own, key=lambda each: each.case)}
    return list(newest.values())


def _is_customers(contract: Contract, item: SalesItem) -> bool:
    """Tell whether a contract is known to be of the order's customer: by number, or else by name."""
    if contract.customer_number and item.customer_number:
        return bare(contract.customer_number) == bare(item.customer_number)
    if contract.customer is None or item.customer is None:
        return False
    return companies.key(contract.customer) == companies.key(item.customer)


def _terms(contract: Contract) -> tuple[object, ...]:
    """Return everything that rows are held against, without where it stands."""
    lines = {(each.part_number, each.customer_part_number, *_price_of(each)) for each in contract.lines}
    bare_of = replace(contract, case=0, reference="", lines=(), stated={})
    return frozenset(lines), *(
        getattr(bare_of, each.name) for each in fields(bare_of) if each.name != "stated"
    )


def _price_of(line: ContractLine) -> tuple[Decimal | None, Decimal, bool]:
    return line.unit_price, line.price_per, line.sure


def line_of(item: SalesItem, contract: Contract) -> ContractLine | None:
    """Return the line of an item's part; None where none is, or where several disagree about the price."""
    part = item.part_number
    lines = [each for each in contract.lines if is_same_part(part, each.part_number)]
    # Some customers print our number where theirs belongs.
    lines = lines or [each for each in contract.lines if is_same_part(part, each.customer_part_number)]
    return lines[0] if len({_price_of(each) for each in lines}) == 1 else None


def parts(
    rows: Sequence[ListRow],
    item: SalesItem,
    contract: Contract | None,
    billed: Decimal | None,
    policy: PricePolicy,
) -> dict[Place, Part]:
    """Return which of an item's rows bill milestones, by where they stand.

    A row does if it states all of what was ordered and an amount that is not the whole price, but that of
    milestones which follow one another. `billed` is the net value billed of the item (`billed_value`).
    """
    if contract is None or not is_sure(contract, "payment") or item.price is None or item.quantity is None:
        return {}
    if len(contract.milestones) < 2:
        return {}
    ordered = sorted(rows, key=_place)
    choices = {_place(row): found for row in ordered if (found := _choices(row, item, contract, policy))}
    return _in_turn(choices, billed)


def _place(row: ListRow) -> Place:
    return row.sheet, row.row


def _in_turn(choices: dict[Place, list[Part]], before: Decimal | None) -> dict[Place, Part]:
    """Return what each row bills: first those that go on from what is billed, whatever their order.

    What does not go on from there is left with the first milestones that it fits.
    """
    found: dict[Place, Part] = {}
    while before is not None:
        following = (
            (place, each)
            for place, parts_of in choices.items()
            for each in parts_of
            if place not in found and abs(each.start - before) <= NEAR
        )
        place, part = next(following, (None, None))
        if place is None or part is None:
            break
        found[place] = replace(part, before=before)
        before += part.value
    return {place: found.get(place) or replace(each[0], before=before) for place, each in choices.items()}


def billed_value(billed: Sequence[BillingItem], credits_of: Sequence[BillingItem]) -> Decimal | None:
    """Return the net value that is billed, credits of any kind taken off; None where one states no value."""
    values = [each.net_value for each in billed]
    values += [each.net_value and -abs(each.net_value) for each in credits_of]
    return sum((each for each in values if each is not None), ZERO) if None not in values else None


def _choices(row: ListRow, item: SalesItem, contract: Contract, policy: PricePolicy) -> list[Part]:
    """Return the milestones that a row may bill by its amounts."""
    assert item.price is not None, "asked for with a price"
    states = any(each is not None for each in (row.net, row.gross, row.amount))
    if (
        row.quantity is None
        or row.quantity != item.quantity
        or not states
        or not any(prices.differences(row, item, policy))
    ):
        return []
    value = row.quantity * item.price / item.price_per
    fitting = []
    for first, last in _runs(len(contract.milestones)):
        covered = contract.milestones[first:last]
        percent = sum((each.percent for each in covered), ZERO)
        scaled = replace(item, price=item.price * percent / HUNDRED)
        if _fits(row, item, scaled, policy):
            start = value * sum((each.percent for each in contract.milestones[:first]), ZERO) / HUNDRED
            fitting.append(Part(percent, covered, start, value * percent / HUNDRED, None, scaled))
    return fitting


def _runs(count: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the one after the last of all that follow one another, but not all of them."""
    for first in range(count):
        for last in range(first + 1, count + 1):
            if last - first < count:
                yield first, last


def _fits(row: ListRow, item: SalesItem, scaled: SalesItem, policy: PricePolicy) -> bool:
    """Tell whether a row's amounts are those of a share; its price may be that of the share or the whole."""
    if not any(prices.differences(row, scaled, policy)):
        return True
    if row.price is None:
        return False
    priced = replace(row, net=None, gross=None, amount=None, tax=None)
    if any(prices.differences(priced, item, policy)):
        return False
    return not any(prices.differences(replace(row, price=None), scaled, policy))


def is_sure(contract: Contract, *names: str) -> bool:
    """Tell whether none of these terms is in doubt."""
    return not set(names) & set(contract.unsure)


def price_differences(
    row: ListRow, item: SalesItem, contract: Contract, policy: PricePolicy, *, whole: bool
) -> Iterator[Said]:
    """Yield what differs between the contract and what would be invoiced.

    In the contract's tax basis: a net price must be that of the order item, a gross one may be out by what
    the rounding of SAP's net price explains. `whole` tells that the row bills goods, not milestones.
    """
    currency = prices.currency(row.currency or item.currency)
    if contract.currency and currency and currency != contract.currency:
        yield Said(
            "contract_currency_differs",
            {"list": currency, "contract": contract.currency, "case": contract.case},
        )
        return
    rate = prices.tax_rate(row, item)
    if rate is None and contract.tax_included:
        return  # nobody knows what the price is without it; that is asked before anything is invoiced
    if contract.tax_rate is not None and rate is not None and rate != contract.tax_rate:
        yield Said(
            "contract_tax_rate_differs",
            {"list": prices.shown(rate), "contract": prices.shown(contract.tax_rate), "case": contract.case},
        )
        return
    line = line_of(item, contract)
    if line is None or line.unit_price is None or not line.sure or item.price is None:
        return
    if not contract.tax_included:
        # An unstated basis matters only where there is a tax; that is asked before anything is invoiced.
        if (contract.tax_included is False or not rate) and not _is_same_price(item, line):
            yield _price_said("contract_net_price_differs", _net_each(row, item, line), line, contract)
        return
    yield from _gross_differences(row, item, line, contract, policy, whole=whole)


def _is_same_price(item: SalesItem, line: ContractLine) -> bool:
    assert item.price is not None, "asked for with a price"
    assert line.unit_price is not None, "asked for with a price"
    return item.price * line.price_per == line.unit_price * item.price_per


def _net_each(row: ListRow, item: SalesItem, line: ContractLine) -> Decimal:
    """Return the list's net price for the contract's price unit, that of the order where it states none."""
    assert item.price is not None, "asked for with a price"
    if row.price is not None and row.price_included is False:
        return row.price * line.price_per / (row.price_per or Decimal(1))
    return item.price * line.price_per / item.price_per


def _gross_differences(
    row: ListRow,
    item: SalesItem,
    line: ContractLine,
    contract: Contract,
    policy: PricePolicy,
    *,
    whole: bool,
) -> Iterator[Said]:
    due = prices.due(row, item, policy)
    assert line.unit_price is not None, "asked for with a price"
    if due is None or not row.quantity:
        return
    wanted = row.quantity * line.unit_price / line.price_per
    listed = prices.amounts(row, item, policy) if whole else None
    found = [due.gross, *([listed.gross] if listed is not None else [])]
    if all(abs(each - wanted) <= due.band for each in found):
        return
    furthest = max(found, key=lambda each: abs(each - wanted))
    each = row.price if row.price is not None and row.price_included and row.price_per is None else None
    shown = each if each is not None and line.price_per == 1 else furthest / row.quantity * line.price_per
    yield _price_said("contract_gross_price_differs", shown, line, contract)


def _price_said(word: str, listed: Decimal, line: ContractLine, contract: Contract) -> Said:
    assert line.unit_price is not None, "asked for with a price"
    places = Decimal("0.0001")
    listed = listed.quantize(places) if listed != listed.quantize(Decimal("0.01")) else listed
    values: dict[str, str | int] = {
        "list": prices.shown(listed),
        "contract": prices.shown(line.unit_price),
        "per": prices.shown(line.price_per),
        "difference": prices.shown(listed - line.unit_price),
        "case": contract.case,
        "page": line.stated.page if line.stated is not None and line.stated.page else "-",
    }
    return Said(word, values)
