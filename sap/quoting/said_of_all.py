"""Rows of an export that hold no item and say something of all of them: titles, notes, units below headings.

"All prices per 100 pieces", 价格单位：元/百件, "Delivery time for all items: 8 weeks": what is said there is
not read. Where it speaks of what an order is held against, and the rows do not say the same, a row was not
read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.fields import currencies, incoterms, price_units, tax, units
from extractors.fields.text import fold, plain
from models.quotation import Flaw, Quotation
from sap import contents
from sap.headers import Header
from sap.quoting import price_headings, remarks
from sap.quoting import said_words as words
from sap.quoting.merged_rows import THINGS
from sap.table import Cell, Row

REASON = "said_of_all"
UNREAD = "not_looked_through"
LONGEST_SUM = 40
PRICED = ("net_price", "price", "gross_price", "net_value", "price_per", "price_unit", "currency")
CAPITALS = re.compile(r"\b[A-Z]{3}\b")
LABELLED = re.compile(r"[:：]\s*(?P<value>.*\w.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Note:
    """A text that stands in no item's row: the row as people count, and whether it stands under prices.

    `of_item` tells that it stands where the items above it are described, `unread` that nobody knows what a
    file shows besides its values.
    """

    row: int
    text: str
    priced: bool = False
    of_item: bool = False
    unread: bool = False


def above(rows: Sequence[Row], header: Header) -> Iterator[Note]:
    """Yield the texts above a list's headings."""
    for at, row in enumerate(rows[: header.row + 1 - len(header.printed)], 1):
        yield from (Note(at, each) for each in filter(None, [texts(row)]))


def commented(found: Iterable[tuple[int, int, str]], header: Header) -> Iterator[Note]:
    """Yield the comments on a list's headings and titles, by their row and column."""
    priced = {header.columns[each] for each in PRICED if each in header.columns}
    yield from (Note(row, text, column in priced) for row, column, text in found)


def inside(row: Row, at: int, header: Header) -> Iterator[Note]:
    """Yield the texts of a row that holds no item."""
    priced = {header.columns[each] for each in PRICED if each in header.columns}
    things = {header.columns[each] for each in THINGS if each in header.columns}
    counted = any(contents.is_number(cell) for cell in row if isinstance(cell, str)) or any(
        cell is not None and not isinstance(cell, str) for cell in row
    )
    for column, cell in enumerate(row):
        if isinstance(cell, str) and not contents.says_nothing(cell) and not contents.is_number(cell):
            if counted and len(cell) <= LONGEST_SUM and words.PLAIN_SUM.fullmatch(plain(cell)):
                continue
            yield Note(at, cell, column in priced and words.SUM.search(cell) is None, column in things)


def texts(row: Sequence[Cell]) -> str:
    """Return the texts of a row as one; a label in one cell speaks of what stands in the next."""
    return " ".join(each for each in row if isinstance(each, str) and each)


def flaws(notes: Sequence[Note], quotation: Quotation) -> Iterator[Flaw]:
    """Yield a flaw for each row that says something of all items which the items do not say themselves."""
    if any(note.unread for note in notes):
        yield Flaw(0, UNREAD, "")
    told: set[int] = set()
    for note in notes:
        if note.row not in told and _is_open(note, quotation):
            told.add(note.row)
            yield Flaw(note.row, REASON, note.text[:80])


def _is_open(note: Note, quotation: Quotation) -> bool:
    text = plain(note.text)
    bare = words.NONE_OF_IT.sub(" ", text)
    if words.TAKEN_BACK.search(bare) or words.CHARGES.search(text) or words.CHANGED.search(text):
        return True
    if any(
        search.search(bare) and not _is_said(name, text, quotation) for name, search in words.OTHERS.items()
    ):
        return True
    if _names_other_terms(text, quotation) or (words.AMOUNTS.search(text) and not _is_unit(text, quotation)):
        return True
    if note.priced or words.PRICES.search(text):
        return not _agrees(text if note.priced else words.LISTED.sub(" ", text), quotation)
    return note.of_item and remarks.is_of_delivery(bare)


def _is_said(name: str, text: str, quotation: Quotation) -> bool:
    """Tell whether the rows themselves say what a text speaks of: they go before a title."""
    if name == "delivery_date":
        offered = [each for each in quotation.items if not each.rejected]
        return all(each.delivery_date or each.lead_time for each in offered)
    stated = getattr(quotation, name)
    if name != "payment_terms" or stated is None:
        return stated is not None
    told = LABELLED.search(text)
    return told is None or fold(told["value"]).strip() in fold(str(stated)) or fold(str(stated)) in fold(text)


def _names_other_terms(text: str, quotation: Quotation) -> bool:
    """Tell whether a text names trade terms that the rows do not have."""
    named = {each for each in CAPITALS.findall(text) if each in incoterms.CODES}
    return bool(named) and not all(each in (quotation.incoterms or "").upper() for each in named)


def _is_unit(text: str, quotation: Quotation) -> bool:
    """Tell whether a text names the unit that all items have."""
    told = LABELLED.search(text)
    named = told["value"].strip(" .") if told else text.rsplit(maxsplit=1)[-1]
    return all(each.unit and units.same(named, each.unit) is True for each in quotation.items)


def _agrees(text: str, quotation: Quotation) -> bool:
    """Tell whether all that is said of prices is what the items say: their currency, their tax."""
    if words.SCALED.search(text):
        return False
    said, stated = price_headings.said(text), tax.statement(text)
    money = {each.currency for each in quotation.items}
    if said.open or said.incoterms or not _is_money(said.currencies, money):
        return False
    named = price_units.find(text)
    per = price_units.worded(text) or (named.per if named is not None else None)
    if {each.price_per for each in quotation.items} != {per} and per not in {None, 1}:
        return False
    included = {each.tax_included for each in quotation.items}
    return stated is None or stated.included is None or included == {stated.included}


def _is_money(named: Sequence[str], stated: set[str | None]) -> bool:
    own = [currencies.find(each) if each else () for each in stated]
    return not named or all(set(named) & set(each) for each in own)
