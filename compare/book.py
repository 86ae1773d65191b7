"""All quotations of an import, indexed so that a hundred thousand items stay fast."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from compare import identity
from models.quotation import Quotation


@dataclass(frozen=True, slots=True)
class QuotationBook:
    """Quotations by number and by the keys of the parts they quote."""

    quotations: tuple[Quotation, ...]
    numbers: Mapping[str, Quotation]
    parts: Mapping[str, frozenset[int]]
    """By part key: the indexes of the quotations that quote the part."""


def build(quotations: Iterable[Quotation]) -> QuotationBook:
    """Return the book of some quotations; of two with the same number the later one counts."""
    found = tuple({number_key(each.number): each for each in quotations}.values())
    parts: dict[str, set[int]] = {}
    for at, quotation in enumerate(found):
        for item in quotation.items:
            for each in identity.of_item(item).keys:
                parts.setdefault(each, set()).add(at)
    numbers = {number_key(each.number): each for each in found}
    return QuotationBook(found, numbers, {part: frozenset(places) for part, places in parts.items()})


def number_key(number: str) -> str:
    """Return the key under which numbers of quotations compare: leading zeros do not count."""
    return identity.key(number) or number.strip()
