"""Whether a document's buyer is the customer of a quotation, as far as names can tell."""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from compare import place_names
from compare.book import QuotationBook, customer_key
from extractors.fields import companies
from extractors.late import late
from models.policy import Vocabulary
from models.quotation import Quotation
from models.reading import Reading

ALIKE = 85
"""From here on (of 100) two names may be one, spelt or read differently: that is not known."""
SHORTEST = 4
"""A shorter name inside a longer one says nothing."""
SHORTEST_PART = 6
"""A name that may be half of another one has so many characters at least, legal form included."""
HALF = late(r"[\u4e00-\u9fff（）()·]+|[^\u4e00-\u9fff（）]+")
COURTESY = late(r"^(?:messrs\.?|m/s\.?)\s+", re.IGNORECASE)
BRANCH = late("分公司|分厂|子公司|办事处|事业部|branch|division|subsidiary|office")
FOREIGN = late(
    r"(?<![\w.])(?:b\.?v|n\.?v|gmbh|k\.?g|a\.?g|a\.?b|a/s|aps|oyj?|s\.?a(?:\.?s)?|s\.?p\.?a|s\.?r\.?l"
    r"|sarl|sdn\.? bhd|bhd|plc|p(?:ty|vt|te)\.?(?: ltd)?|k\.?k|jsc|s\.?r\.?o|d\.?o\.?o|ltda)\.?$",
    re.IGNORECASE,
)
"""Legal forms that no company in China has in the Latin form of its name."""


def is_same(name: str | None, quotation: Quotation, words: Vocabulary) -> bool | None:
    """Tell whether a buyer is a quotation's customer; None where the names cannot tell.

    Names in two scripts, unless they name different regions, and names that are merely alike, cannot.
    """
    if name is None:
        return None
    known = words.customers.get(name, name)
    if known.isdecimal():
        number = quotation.customer_number
        return None if number is None else known.lstrip("0") == number.lstrip("0")
    quoted = names(quotation)
    return _is_named(known, quoted) if quoted else None


def _is_named(name: str, quoted: Sequence[str]) -> bool | None:
    """Tell whether a name is one of the quoted ones; None where names cannot tell."""
    halves = _halves(name)
    if len(halves) > 1 and _apart(halves[0], halves[-1]):
        return None  # two companies
    own = companies.key(COURTESY.sub("", name))
    keys = [companies.key(each) for each in quoted]
    if own in keys or any(_holds(own, each) for each in keys) or _is_one_half(name, keys):
        return True
    comparable = [each for each in keys if _chinese(each) is _chinese(own)]
    if not comparable or any(_is_branch(own, each) for each in keys):
        other = any(_apart(name, each) or _is_branch(own, companies.key(each)) for each in quoted)
        return False if other else None
    alike = any(fuzz.ratio(own, each) >= ALIKE or _is_part(own, each) for each in comparable)
    return None if alike else False


def _is_part(one: str, other: str) -> bool:
    """Tell whether a name is a part of another: it may have been read from one of its two lines alone."""
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST_PART and short in long


def buyer(reading: Reading, words: Vocabulary) -> str | None:
    """Return a document's buyer: under the name or number that our own words give it, else as printed.

    The buyer's tax number counts before its name: a company has one of them and several spellings.
    """
    printed = reading.header.customer.value if reading.header.customer is not None else None
    code = reading.buyer_tax_number.text if reading.buyer_tax_number is not None else None
    known = _aliases(tuple(words.customers.items()))
    found = (known.get(companies.key(each)) for each in (code, printed) if each)
    return next(filter(None, found), printed)


@functools.lru_cache(maxsize=16)
def _aliases(customers: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return {companies.key(each): named for each, named in customers}


def is_customer(
    name: str | None, quotation: Quotation, book: QuotationBook, words: Vocabulary
) -> bool | None:
    """Tell whether a buyer is a quotation's customer, knowing all customers.

    A buyer under whose very name other quotations were made is their customer and nobody else.
    """
    same = is_same(name, quotation, words)
    if same is not None or name is None:
        return same
    own = book.customers.get(customer_key(words.customers.get(name, name)), frozenset())
    numbers = {book.quotations[at].customer_number for at in own}
    return False if own and quotation.customer_number not in numbers else None


def names(quotation: Quotation) -> tuple[str, ...]:
    """Return the names under which a quotation knows its customer."""
    return tuple(filter(None, (quotation.customer, quotation.customer_local)))


def is_near(name: str, quoted: Iterable[str]) -> bool:
    """Tell whether a name says that it is in the region of a quoted one, in whichever script.

    A branch is not near its company: whose order it is must be known.
    """
    regions = place_names.regions(name)
    alike = [each for each in quoted if _names_a_branch(each) is _names_a_branch(name)]
    return any(regions & place_names.regions(each) for each in alike)


def _names_a_branch(name: str) -> bool:
    return BRANCH.search(name.casefold()) is not None


def comparable(name: str, quoted: Iterable[str]) -> bool:
    """Tell whether one of the quoted names is written in the same script."""
    return any(_chinese(each) is _chinese(name) for each in quoted)


def _holds(own: str, quoted: str) -> bool:
    """Tell whether a name printed in two languages holds the quoted one; a branch is not the company."""
    rest = own.replace(quoted, "")
    other_script = _chinese(rest) is not _chinese(quoted)
    return len(quoted) >= SHORTEST and quoted in own and other_script and not BRANCH.search(rest)


def _is_one_half(name: str, keys: Sequence[str]) -> bool:
    """Tell whether one half of a name printed in two scripts is a quoted name, its form spelt otherwise."""
    halves = _halves(name)
    return (
        len(halves) > 1
        and any(companies.key(each) in keys for each in halves)
        and not any(BRANCH.search(each.casefold()) for each in halves)
    )


def _halves(name: str) -> list[str]:
    return [each for each in HALF.findall(name) if len(each.strip()) >= SHORTEST]


def _is_branch(own: str, quoted: str) -> bool:
    """Tell whether a name is the quoted one and a branch of it."""
    return len(quoted) >= SHORTEST and quoted in own and BRANCH.search(own.replace(quoted, "")) is not None


def _apart(one: str, other: str) -> bool:
    """Tell whether names in two scripts cannot be one company's: other regions, or a foreign form."""
    here, there = place_names.regions(one), place_names.regions(other)
    if here and there:
        return not here & there
    latin, regions = (other, here) if _chinese(one) else (one, there)
    return bool(regions) and FOREIGN.search(latin) is not None


def _chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)
