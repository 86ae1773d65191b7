"""Whether a document's buyer is the customer of a quotation, as far as names can tell."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from compare.book import QuotationBook
from extractors.fields import companies
from models.policy import Vocabulary
from models.quotation import Quotation

ALIKE = 85
"""From here on (of 100) two names may be one, spelt or read differently: that is not known."""
SHORTEST = 4
"""A shorter name inside a longer one says nothing."""


def is_same(name: str | None, quotation: Quotation, words: Vocabulary) -> bool | None:
    """Tell whether a buyer is a quotation's customer; None where the names cannot tell.

    Names in two scripts, and names that are merely alike, cannot.
    """
    quoted = names(quotation)
    if name is None or not quoted:
        return None
    own = companies.key(words.customers.get(name, name))
    keys = [companies.key(each) for each in quoted]
    if own in keys or any(_holds(own, each) for each in keys):
        return True
    comparable = [each for each in keys if _chinese(each) is _chinese(own)]
    if not comparable or any(fuzz.ratio(own, each) >= ALIKE for each in comparable):
        return None
    return False


def is_customer(
    name: str | None, quotation: Quotation, book: QuotationBook, words: Vocabulary
) -> bool | None:
    """Tell whether a buyer is a quotation's customer, knowing all customers.

    A buyer under whose very name other quotations were made is their customer and nobody else.
    """
    same = is_same(name, quotation, words)
    if same is not None or name is None:
        return same
    own = book.customers.get(companies.key(words.customers.get(name, name)), frozenset())
    numbers = {book.quotations[at].customer_number for at in own}
    return False if own and quotation.customer_number not in numbers else None


def names(quotation: Quotation) -> tuple[str, ...]:
    """Return the names under which a quotation knows its customer."""
    return tuple(filter(None, (quotation.customer, quotation.customer_local)))


def comparable(name: str, quoted: Iterable[str]) -> bool:
    """Tell whether one of the quoted names is written in the same script."""
    return any(_chinese(each) is _chinese(name) for each in quoted)


def _holds(own: str, quoted: str) -> bool:
    """Tell whether a name printed in two languages holds the quoted one."""
    return (
        len(quoted) >= SHORTEST
        and quoted in own
        and _chinese(own.replace(quoted, "")) is not _chinese(quoted)
    )


def _chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)
