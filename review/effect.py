"""What the differing prices of an order amount to, where that can be said exactly."""

from dataclasses import dataclass
from decimal import Decimal

from models.case import CaseDetail
from models.comparison import Check, Outcome
from models.quotation import QuotationItem
from models.reading import Field, OrderLine, Reading
from review.display import number

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Effect:
    """Ordered minus quoted price, times the ordered quantity, over all lines whose price differs."""

    amount: Decimal
    currency: str
    lines: int


def price_effect(case: CaseDetail) -> Effect | None:
    """Return what the price differences amount to; None if one of them cannot be weighed exactly.

    A line is weighed only if everything it takes was read surely and both sides mean the same tax
    basis and currency: a sum that might be wrong is worse than none.
    """
    reading = case.extraction.reading if case.extraction else None
    if case.comparison is None or case.quotation is None or reading is None:
        return None
    items = {each.item: each for each in case.quotation.items}
    differing = [each for each in case.comparison.checks if _differs(each)]
    weighed = [_weigh(each, reading, items.get(each.quote_item or "")) for each in differing]
    known = [each for each in weighed if each is not None]
    currency = _sure(reading.header.currency)
    if not known or len(known) < len(weighed) or currency is None:
        return None
    return Effect(sum(known, Decimal(0)).quantize(_CENT), currency, len(known))


def _differs(check: Check) -> bool:
    return check.field == "unit_price" and check.outcome is Outcome.DIFFERS and check.line is not None


def _weigh(check: Check, reading: Reading, item: QuotationItem | None) -> Decimal | None:
    line = reading.lines[(check.line or 0) - 1]
    quantity, price = number(_sure(line.quantity)), number(_sure(line.unit_price))
    per = _per(line)
    if item is None or not item.price or not item.price_per or not _comparable(reading, item):
        return None
    if quantity is None or price is None or not per:
        return None
    return (price / per - item.price / item.price_per) * quantity


def _comparable(reading: Reading, item: QuotationItem) -> bool:
    included = _sure(reading.header.tax_included)
    same_basis = included is not None and item.tax_included is (included == "true")
    return same_basis and item.currency == _sure(reading.header.currency)


def _per(line: OrderLine) -> Decimal | None:
    return Decimal(1) if line.price_per is None else number(_sure(line.price_per))


def _sure(field: Field | None) -> str | None:
    return field.value if field is not None and field.sure else None
