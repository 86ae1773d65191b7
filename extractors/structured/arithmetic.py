"""The numbers of a message held against each other: lines, their sum, charges, tax, total."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from extractors.structured.values import amount_of, unsure
from models.reading import Evidence, Field, Header, OrderLine, Proof, Reason, opened, stated

CENT = Decimal("0.01")
Part = TypeVar("Part", Header, OrderLine)
NUMBERS = ("quantity", "unit_price", "price_per", "amount")


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a message.

    `adjustment` is what its charges add to quantity times price (discounts are negative); a `withdrawn`
    line counts in the message and is none of the order; `status` is a code by which it may be none.
    """

    line: OrderLine
    adjustment: Decimal = Decimal(0)
    withdrawn: bool = False
    status: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """What a message states beside its total, as far as it does.

    `lines` is the sum of all lines, `net` the total before tax, `count` the number of lines.
    """

    lines: Field | None = None
    charges: Field | None = None
    allowances: Field | None = None
    net: Field | None = None
    tax: Field | None = None
    count: Field | None = None


def check(header: Header, items: Sequence[Item], sums: Sums) -> tuple[Header, tuple[OrderLine, ...], str]:
    """Return header and lines with what the numbers prove or contradict, and the contradiction in words."""
    kept = [each for each in items if not each.withdrawn]
    lines = tuple(_checked(each) if each.status is None else nothing_sure(each.line) for each in kept)
    if header.total_amount is not None and any(each.status for each in kept):
        header = replace(header, total_amount=unsure(header.total_amount, Reason.COMPLETENESS))
    header = _taxed(header, kept, sums)
    wrong = _count_wrong(items, sums) or _sum_wrong(header, kept, sums)
    if not wrong:
        proven = _sum_known(kept, sums)
        return (_proven(header) if proven else header), lines, ""
    if header.total_amount is not None:
        return replace(header, total_amount=unsure(header.total_amount, Reason.ARITHMETIC)), lines, wrong
    return header, tuple(_open(line) for line in lines), wrong


def _taxed(header: Header, items: Sequence[Item], sums: Sums) -> Header:
    """Return a header whose rate of tax is open where the tax that is stated is another share of the net."""
    rate, tax = amount_of(header.tax_rate), amount_of(sums.tax)
    net = amount_of(sums.net) if sums.net is not None else amount_of(sums.lines)
    if header.tax_rate is None or rate is None or tax is None or net is None:
        return header
    close = abs(net * rate / 100 - tax) <= slack(items)
    return header if close else replace(header, tax_rate=unsure(header.tax_rate, Reason.ARITHMETIC))


def nothing_sure(part: Part) -> Part:
    """Return a header or a line of what may be no order, or none in force: nothing of it is sure."""
    changes = {name: opened(field, Reason.NOT_AN_ORDER) for name, field in stated(part) if field.certain}
    return replace(part, **changes)


def _checked(item: Item) -> OrderLine:
    closes = _closes(item)
    fields = {name: field for name in NUMBERS if (field := getattr(item.line, name)) is not None}
    if closes is None:
        return _reduced(item)
    if not closes:
        return replace(
            item.line, **{name: unsure(field, Reason.ARITHMETIC) for name, field in fields.items()}
        )
    line = replace(item.line, **{name: _with_arithmetic(field) for name, field in fields.items()})
    return _discounted(line) if item.adjustment else line


def _reduced(item: Item) -> OrderLine:
    """Return a line without an amount; a price beside which a discount stands is not what is paid."""
    price = item.line.unit_price
    if price is None or not item.adjustment:
        return item.line
    return replace(item.line, unit_price=unsure(price, Reason.AMBIGUOUS_VALUE))


def _with_arithmetic(field: Field) -> Field:
    return replace(field, proof=(*field.proof, Proof.ARITHMETIC)) if field.sure else field


def _discounted(line: OrderLine) -> OrderLine:
    """A price beside which a discount stands is not what the customer pays: a person must see it."""
    quantity, amount = amount_of(line.quantity), amount_of(line.amount)
    assert line.unit_price is not None
    assert amount is not None
    net = [format((amount * _per(line) / quantity).normalize(), "f")] if quantity else []
    return replace(line, unit_price=unsure(line.unit_price, Reason.AMBIGUOUS_VALUE, *net))


def _per(line: OrderLine) -> Decimal:
    return amount_of(line.price_per) or Decimal(1)


def _product(item: Item) -> Decimal | None:
    quantity, price = amount_of(item.line.quantity), amount_of(item.line.unit_price)
    if quantity is None or price is None:
        return None
    return quantity * price / _per(item.line) + item.adjustment


def _closes(item: Item) -> bool | None:
    product, amount = _product(item), amount_of(item.line.amount)
    return None if product is None or amount is None else abs(product - amount) <= CENT


def total_of(items: Sequence[Item]) -> Decimal | None:
    """Return the sum of the lines, computed where no amount is stated; None where one is unknown."""
    amounts = [
        amount if (amount := amount_of(each.line.amount)) is not None else _product(each) for each in items
    ]
    known = [each for each in amounts if each is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None


def _count_wrong(items: Sequence[Item], sums: Sums) -> str:
    count = amount_of(sums.count)
    if count is None or count == len(items):
        return ""
    return f"{count} lines are announced, {len(items)} are there"


def slack(items: Sequence[Item]) -> Decimal:
    """Return how far rounding may carry a sum of lines."""
    return CENT * max(1, len(items) // 2)


def _sum_known(items: Sequence[Item], sums: Sums) -> bool:
    return sums.lines is not None and total_of(items) is not None


def _sum_wrong(header: Header, items: Sequence[Item], sums: Sums) -> str:
    """Return the first step from the lines to the total that does not close, in words."""
    total, lines = total_of(items), amount_of(sums.lines)
    if total is not None and lines is not None and abs(total - lines) > slack(items):
        return f"the lines add up to {total}, stated is {lines}"
    net, tax, gross = amount_of(sums.net), amount_of(sums.tax), amount_of(header.total_amount)
    extra = (amount_of(sums.charges) or Decimal(0)) - (amount_of(sums.allowances) or Decimal(0))
    if lines is not None and net is not None and abs(lines + extra - net) > CENT:
        return f"lines and charges add up to {lines + extra}, stated is {net}"
    if net is not None and gross is not None and tax is not None and abs(net + tax - gross) > CENT:
        return f"net and tax add up to {net + tax}, stated is {gross}"
    return ""


def _proven(header: Header) -> Header:
    field = header.total_amount
    if field is None or not field.sure:
        return header
    return replace(header, total_amount=replace(field, proof=(*field.proof, Proof.TOTAL)))


def _open(line: OrderLine) -> OrderLine:
    field = line.line_number or line.quantity
    name = "line_number" if line.line_number else "quantity"
    return line if field is None else replace(line, **{name: unsure(field, Reason.COMPLETENESS)})
