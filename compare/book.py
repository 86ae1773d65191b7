"""All quotations of an import, indexed so that a hundred thousand items stay fast."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from compare import identity
from extractors.fields import companies
from extractors.late import late
from models.quotation import Quotation

Index = Mapping[str, frozenset[int]]
PREFIXED = late(r"[A-Za-z]{1,4}[-.:#\s]{0,2}(?P<number>[0-9]{8,10})")
"""Quotations of SAP have eight digits or ten."""


@dataclass(frozen=True, slots=True)
class QuotationBook:
    """Quotations by number, by the keys of the parts they quote, and by their customers' names."""

    quotations: tuple[Quotation, ...]
    numbers: Mapping[str, Quotation]
    parts: Index
    """By part key: the indexes of the quotations that quote the part."""
    customers: Index
    """By the key of a customer's name or number: the indexes of the customer's quotations."""
    owned: frozenset[str] = frozenset()
    """The keys of all our own numbers."""


def build(quotations: Iterable[Quotation]) -> QuotationBook:
    """Return the book of some quotations; of two with the same number the later one counts."""
    found = tuple({number_key(each.number): each for each in quotations}.values())
    parts: dict[str, set[int]] = {}
    customers: dict[str, set[int]] = {}
    owned: set[str] = set()
    for at, quotation in enumerate(found):
        for item in quotation.items:
            named = identity.of_item(item)
            owned |= named.own
            for each in named.keys:
                parts.setdefault(each, set()).add(at)
        for name in filter(None, (quotation.customer, quotation.customer_local, quotation.customer_number)):
            customers.setdefault(customer_key(name), set()).add(at)
    numbers = {number_key(each.number): each for each in found}
    return QuotationBook(found, numbers, _frozen(parts), _frozen(customers), frozenset(owned))


def customer_key(name: str) -> str:
    """Return the key of a customer's name, or of its number without leading zeros."""
    return name.lstrip("0") if name.isdecimal() else companies.key(name)


def _frozen(index: Mapping[str, set[int]]) -> Index:
    return {key: frozenset(places) for key, places in index.items()}


def named_keys(text: str | None) -> tuple[str, ...]:
    """Return the keys under which a document may mean the quotation that it names."""
    if not text:
        return ()
    words = (text, *text.replace("/", " ").replace(",", " ").split())
    return tuple(map(number_key, dict.fromkeys((*words, *map(unprefixed, words)))))


def unprefixed(number: str) -> str:
    """Return a number of SAP without the letters that a customer puts before it: QT-20017734 is 20017734."""
    found = PREFIXED.fullmatch(number.strip())
    return found["number"] if found else number


def number_key(number: str) -> str:
    """Return the key under which numbers of quotations compare: leading zeros do not count."""
    return identity.key(number) or number.strip()
