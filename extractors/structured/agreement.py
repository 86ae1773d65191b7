"""Whether the page and the data in a file state the same for a field."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from extractors.fields import companies, units
from extractors.fields.text import fold
from extractors.late import late
from models.reading import Field, OrderLine

WORD = late(r"[\u4e00-\u9fff]|\w{2,}")
DIGITS = late(r"\d+")
SHARED = 0.5
"""A text and another are the same where they share this part of the shorter one's words."""


def agree(name: str, data: Field, page: Field) -> bool:
    """Tell whether two values of a field are the same; a free text agrees unless it is another one."""
    one, other = data.value, page.value
    if one is None or other is None:
        return one is other
    return RULES.get(name, _same_text)(one, other)


def same_price(data: OrderLine, page: OrderLine) -> bool:
    """Tell whether two lines have the same price for one piece, whatever quantity it is stated for.

    A page need not show that quantity; where it does, it counts.
    """
    one, other = data.unit_price, page.unit_price
    if one is None or other is None or one.value is None or other.value is None:
        return False
    if page.price_per is None and _same_number(one.value, other.value):
        return True
    return _single(data, one.value) == _single(page, other.value)


def _single(line: OrderLine, price: str) -> Decimal:
    per = line.price_per.value if line.price_per else None
    return Decimal(price) / (Decimal(per or 1) or Decimal(1))


def _same_text(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _same_number(one: str, other: str) -> bool:
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return _same_text(one, other)


def _same_item(one: str, other: str) -> bool:
    """Item numbers may have leading zeros."""
    return fold(one).lstrip("0") == fold(other).lstrip("0")


def _same_unit(one: str, other: str) -> bool:
    return units.same(one, other) is not False


def _same_words(one: str, other: str) -> bool:
    """Tell whether two texts may say the same: nearly all words of the shorter stand in the other."""
    first, second = (set(WORD.findall(each.casefold())) for each in (one, other))
    least = min(len(first), len(second))
    return not least or len(first & second) >= SHARED * least


def _same_company(one: str, other: str) -> bool:
    first, second = companies.key(one), companies.key(other)
    return first in second or second in first


def _same_terms(one: str, other: str) -> bool:
    """Tell whether terms may say the same: their figures must."""
    first, second = (set(DIGITS.findall(each)) for each in (one, other))
    return first == second or not first or not second


def _same_trade_term(one: str, other: str) -> bool:
    """Tell whether codes are the same, and places where both state one."""
    first, second = one.partition(" "), other.partition(" ")
    places = first[2] and second[2]
    return first[0] == second[0] and (not places or _same_words(first[2], second[2]))


RULES: dict[str, Callable[[str, str], bool]] = {
    "total_amount": _same_number,
    "tax_rate": _same_number,
    "quantity": _same_number,
    "price_per": _same_number,
    "unit_price": _same_number,
    "amount": _same_number,
    "line_number": _same_item,
    "unit": _same_unit,
    "customer": _same_company,
    "delivery_place": _same_words,
    "description": _same_words,
    "payment_terms": _same_terms,
    "incoterms": _same_trade_term,
}
"""Fields that are not simply the same text."""
