"""Which quotation an order was made from: the one it names, or the one that its lines point to."""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare import customers, identity, sides, suspicion, values
from compare.align import Alignment, align
from compare.book import QuotationBook, customer_key, named_keys
from models.policy import Policy
from models.quotation import Quotation
from models.reading import Reading, Reason

MOST_ALIGNED = 12
"""So many candidates, the likeliest, are aligned line by line."""
MOST_OF_CUSTOMER = 60
"""So many of a customer's newest quotations are looked at where no part number is known."""
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a quotation fits a document: of its `lines`, how many agree, and in what."""

    quotation: Quotation
    alignment: Alignment
    customer: bool | None
    lines: int
    parts: int
    """Lines that share a number with their item."""
    prices: int
    quantities: int
    known: int
    """Lines whose customer's number or price speaks for this very customer."""
    near: int
    """Lines that share a number with their item, or nearly."""
    paired: int
    """Lines that belong to an item, those on mere suspicion too."""
    in_time: bool
    """The offer was made before the document, and still held."""
    refused: int = 0
    """Lines that belong to no item and name one that was rejected."""

    @property
    def rank(self) -> tuple[object, ...]:
        """What makes one quotation the likelier one."""
        return (
            self.customer is True,
            self.parts,
            self.prices + self.quantities,
            self.in_time,
            -len(self.alignment.missing),
            self.quotation.date or dt.date.min,
        )

    @property
    def whole(self) -> bool:
        """Tell whether every line has the part, the price and the quantity that were quoted."""
        return self.lines == self.parts == self.prices and self.quantities >= self.parts and self.in_time


@dataclass(frozen=True, slots=True)
class Found:
    """The quotation of a document: `named` if the document names it, `others` fit or are named as well."""

    fit: Fit
    named: bool
    others: tuple[str, ...] = ()


def find(reading: Reading, book: QuotationBook, policy: Policy, today: dt.date) -> Found | None:
    """Return the quotation that a document was ordered from; None where none fits.

    A named quotation counts unless it is plainly not the one: another customer's, or with other parts.
    """
    date = values.date(reading.header.document_date) or today
    named = [fit_of(reading, each, book, policy, date) for each in named_in(reading, book)]
    best = max(named, key=lambda each: each.rank, default=None)
    if best is not None and _is_plausible(best, policy):
        others = tuple(each.quotation.number for each in named if each is not best)
        return Found(best, named=True, others=others)
    proposed = _proposed(reading, book, policy, date)
    # A named quotation in which all but the buyer agrees gives way only to one of the buyer's own.
    if proposed is not None and (proposed.fit.customer or best is None or not _may_be(best)):
        itself = best is not None and best.quotation is proposed.fit.quotation
        return Found(proposed.fit, named=True) if itself else proposed
    return Found(best, named=True) if best is not None and _may_be(best) else None


def named_in(reading: Reading, book: QuotationBook) -> tuple[Quotation, ...]:
    """Return the quotations of the book that the document names."""
    keys = named_keys(values.text(reading.header.quotation_number))
    return tuple({each.number: each for key in keys if (each := book.numbers.get(key))}.values())


def fit_of(reading: Reading, quotation: Quotation, book: QuotationBook, policy: Policy, date: dt.date) -> Fit:
    """Return how well a quotation fits a document of that date."""
    both = sides.of(reading, quotation, policy)
    alignment = align(reading, quotation, policy)
    firm = [each for each in alignment.pairs if not each.suspect]
    priced = {each.line for each in alignment.pairs if both.same_price(each.line, each.item)}
    own = {
        each.line
        for each in firm
        if both.lines_name[each.line].customer & both.items_name[each.item].customer
    }
    return Fit(
        quotation,
        alignment,
        customers.is_customer(
            customers.buyer(reading, policy.vocabulary), quotation, book, policy.vocabulary
        ),
        lines=len(reading.lines),
        parts=len({each.line for each in firm}),
        prices=len(priced),
        quantities=sum(_fills(reading, quotation, alignment, line) for line in {each.line for each in firm}),
        known=len(own | priced),
        near=len({each.line for each in alignment.pairs if not each.suspect or each.why in suspicion.NEAR}),
        paired=len({each.line for each in alignment.pairs}),
        in_time=_in_time(quotation, date),
        refused=sum(both.names_rejected(line) for line in alignment.extra),
    )


def _fills(reading: Reading, quotation: Quotation, alignment: Alignment, line: int) -> bool:
    items = alignment.items_of(line)
    lines = {each for item in items for each in alignment.lines_of(item)}
    ordered = [values.number(reading.lines[each].quantity) for each in lines]
    quoted = [quotation.items[each].quantity for each in items]
    return sum(filter(None, ordered)) == sum(filter(None, quoted)) and None not in ordered


def _in_time(quotation: Quotation, date: dt.date) -> bool:
    begun = quotation.date is None or quotation.date <= date
    return begun and (quotation.valid_to is None or date <= quotation.valid_to)


def _is_plausible(fit: Fit, policy: Policy) -> bool:
    """Tell whether a named quotation may well be the one."""
    if fit.customer is False:
        return False
    belonging = (fit.paired if fit.customer else fit.parts) + fit.refused
    return not fit.lines or _share(belonging, fit.lines) >= policy.matching.smallest_share_percent


def _may_be(fit: Fit) -> bool:
    """Tell whether a named quotation that is not plausible is at least worth comparing with."""
    if fit.customer is False:
        return fit.lines > 0 and fit.lines == fit.parts == fit.prices
    return fit.parts + fit.refused > 0


def _share(part: int, whole: int) -> int:
    return HUNDRED * part // whole if whole else 0


def _proposed(reading: Reading, book: QuotationBook, policy: Policy, date: dt.date) -> Found | None:
    """Return the likeliest quotation that is not named, and which others fit as well."""
    least = policy.matching.smallest_share_percent
    fits = [fit_of(reading, each, book, policy, date) for each in _candidates(reading, book, policy, date)]
    fits = [each for each in fits if _may_be_proposed(each, least)]
    fits.sort(key=lambda each: each.rank, reverse=True)
    if not fits:
        return None
    best = fits[0]
    rivals = [each for each in fits[1:] if each.customer is best.customer]
    others = tuple(each.quotation.number for each in rivals if each.whole or each.rank[:4] == best.rank[:4])
    return Found(best, named=False, others=others)


def _may_be_proposed(fit: Fit, least: Decimal) -> bool:
    """Tell whether a quotation may be the one: the customer's own, with enough of the lines.

    Where the customer cannot be told, parts alone do not say whose it is: prices or the customer's own
    numbers must speak for it. Where it can, a mistyped number does not hide a line.
    """
    if fit.customer is None:
        return _share(fit.parts, fit.lines) >= least and 2 * fit.known >= fit.lines
    return fit.customer and _share(fit.near, fit.lines) >= least


def _candidates(reading: Reading, book: QuotationBook, policy: Policy, date: dt.date) -> list[Quotation]:
    """Return the quotations with the most parts in common, the customer's own and valid ones first."""
    shared = Counter(_sharing(reading, book)) or Counter(_of_customer(reading, book, policy))
    name = customers.buyer(reading, policy.vocabulary)
    same: dict[tuple[str, ...], bool | None] = {}

    def likely(at: int) -> tuple[object, ...]:
        quotation = book.quotations[at]
        names = customers.names(quotation)
        if names not in same:
            same[names] = customers.is_customer(name, quotation, book, policy.vocabulary)
        newest = quotation.date or dt.date.min
        return same[names] is True, same[names] is None, shared[at], _in_time(quotation, date), newest

    return [book.quotations[at] for at in sorted(shared, key=likely, reverse=True)[:MOST_ALIGNED]]


def _sharing(reading: Reading, book: QuotationBook) -> Iterator[int]:
    """Yield, for every line, the places of the quotations that quote one of its numbers."""
    for line in reading.lines:
        keys = identity.of_line(line).keys
        yield from set(itertools.chain.from_iterable(book.parts.get(key, ()) for key in keys))


def _of_customer(reading: Reading, book: QuotationBook, policy: Policy) -> list[int]:
    """Return the places of the customer's newest quotations, for lines whose numbers are not known."""
    name = customers.buyer(reading, policy.vocabulary)
    if not name:
        return []
    own = book.customers.get(customer_key(name), frozenset())
    return sorted(own, key=lambda at: book.quotations[at].date or dt.date.min)[-MOST_OF_CUSTOMER:]


def elsewhere(reading: Reading, fit: Fit, book: QuotationBook) -> frozenset[str]:
    """Return the numbers of unknown owners that are also numbers of other parts, in whichever quotation.

    What is the buyer's number of one part may be our own number of another.
    """
    asked = {
        key
        for line in reading.lines
        for field in (line.part_number, line.customer_part_number)
        if field is not None and field.reason is Reason.OWNER
        for key in identity.keys(field.value)
    }
    mine = [identity.of_item(item) for item in fit.quotation.items]
    return frozenset(
        key for key in asked if _is_of_another(key, [each for each in mine if key in each.keys], book)
    )


def _is_of_another(key: str, mine: Sequence[identity.Identity], book: QuotationBook) -> bool:
    """Tell whether a number that names items of a quotation is our own number of another part."""
    own = frozenset[str]().union(*(each.own for each in mine))
    if key in own or key not in book.owned:
        return False  # whoever bears our number is this part, and what is nobody's of ours is the buyer's
    items = (item for at in book.parts.get(key, ()) for item in book.quotations[at].items)
    return any(key in (named := identity.of_item(item)).own and not named.own & own for item in items)
