"""Quotations completed by what customers call our materials.

An export of quotations seldom has the customer's own numbers; the customer-material records have them.
They are the same knowledge of SAP, so a number that only stands there counts like one in the quotation.
What the quotation itself states is never replaced.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from compare import identity
from models.customer_material import CustomerMaterial
from models.quotation import Quotation, QuotationItem

Key = tuple[str, str]
Numbers = Mapping[Key, tuple[str, ...]]


def index(records: Iterable[CustomerMaterial]) -> Numbers:
    """Return the customers' numbers by customer and material; several records add up."""
    found: dict[Key, dict[str, None]] = {}
    for each in records:
        key = identity.key(each.part_number)
        if key is not None:
            numbers = found.setdefault((_customer(each.customer_number), key), {})
            numbers[each.customer_part_number] = None
    return {key: tuple(numbers) for key, numbers in found.items()}


def completed(quotations: Iterable[Quotation], numbers: Numbers) -> tuple[Quotation, ...]:
    """Return the quotations with the customer's numbers in the items that state none."""
    return tuple(_completed(each, numbers) for each in quotations) if numbers else tuple(quotations)


def _completed(quotation: Quotation, numbers: Numbers) -> Quotation:
    if quotation.customer_number is None:
        return quotation
    customer = _customer(quotation.customer_number)
    items = tuple(_item(each, customer, numbers) for each in quotation.items)
    return replace(quotation, items=items)


def _item(item: QuotationItem, customer: str, numbers: Numbers) -> QuotationItem:
    if item.customer_part_number is not None:
        return item
    for own in (item.part_number, item.local_part_number):
        key = identity.key(own) if own else None
        known = numbers.get((customer, key)) if key else None
        if known:
            return replace(item, customer_part_number=" / ".join(known))
    return item


def _customer(number: str) -> str:
    return number.lstrip("0")
