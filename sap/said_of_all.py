"""Rows of an export that hold no item and say something of all of them: titles, notes, units below headings.

"All prices per 100 pieces", 价格单位：元/百件, "Delivery time for all items: 8 weeks": what is said there is
not read. Where it speaks of what an order is held against, and the rows do not say the same, a row was not
read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.fields import currencies, price_units, tax
from extractors.fields.text import plain
from models.quotation import Flaw, Quotation
from sap import contents, price_headings
from sap.headers import Header
from sap.table import Cell, Row

REASON = "said_of_all"
PRICES = re.compile(
    r"\bprices\b|\bprice (?:per|is|in|for|basis|unit|incl|excl|subject)|\bpreise\b"
    r"|\bpreis (?:pro|je|in|zzgl|inkl)"
    r"|单价|价格(?!表|清单|明细|单\b|目录|汇总)|\bper \d|(?:\b[A-Z]{3}|元|€|\$) ?/ ?\d|百件|千件"
    r"|含税|未税|增值税|专票"
    r"|\b(?:vat|tax|taxes|mwst|ust|gst)\b(?! ?(?:no\b|number|id\b|reg|nr))|\bdiscounts?\b|rabatt"
    r"|\brebate|折扣|优惠"
    r"|\bsurcharge|zuschlag|附加费|运费|\bfreight\b|\bmoq\b|起订|\bcurrency\b|币种|货币|währung"
    r"|\bamounts in\b"
    r"|单位[:：] ?(?:元|万元|千元|人民币|美元|欧元|[A-Z]{3}\b)",
    re.IGNORECASE,
)
"""What speaks of what things cost."""
OTHERS = {
    "valid_to": re.compile(r"\bvalid\b|\bvalidity\b|\bexpir|gültig|有效期|有效至|失效", re.IGNORECASE),
    "payment_terms": re.compile(r"\bpayment|\bpayable|zahlung|付款|结算|账期", re.IGNORECASE),
    "incoterms": re.compile(r"\bincoterms?\b|\bdelivery terms\b|贸易条款|价格条款|交货条件", re.IGNORECASE),
    "delivery_date": re.compile(
        r"\bdelivery (?:time|period|date|week|within|in|by|from|ex|approx)|\bdelivered\b|\blead ?time"
        r"|\bdispatch"
        r"|\bshipment|liefer(?:zeit|frist|termin|bar)|交[货付][期时周日]|交期|[货工]期|发货",
        re.IGNORECASE,
    ),
    "rejected": re.compile(
        r"\bcancel|\bvoid\b|\bwithdrawn|\bsupersed|\breplaced by|\bdraft\b|\bbudgetary"
        r"|not binding|non-binding"
        r"|storniert|unverbindlich|entwurf|freibleibend|作废|取消|草稿|仅供参考",
        re.IGNORECASE,
    ),
}
"""What speaks of the rest that an order is held against, by the field that says it of an item."""
SUM = re.compile(r"total|\bsum|合计|小计|总计|summe", re.IGNORECASE)
PLAIN_SUM = re.compile(
    r"(?:(?:grand|sub|net|gross)?[- ]?totals?|amount|sum|summe|gesamt(?:betrag|summe)?|netto|brutto|net|gross"
    r"|incl(?:uding|\.)?|excl(?:uding|\.)?|inkl\.?|exkl\.?|vat|tax|mwst|ust|gst|\d{1,2} ?%"
    r"|合计|小计|总计|总价|总额|不?含税|未税|价税|[\W_])+",
    re.IGNORECASE,
)
"""What a sum beside its amount is called."""
LONGEST_SUM = 40
SAME = {"delivery_date": ("delivery_date", "lead_time"), "rejected": ()}
"""The columns which tell it row by row, where they are not that of the field: rows go before a title."""
PRICED = ("net_price", "price", "gross_price", "net_value", "price_per", "price_unit", "currency")


@dataclass(frozen=True, slots=True)
class Note:
    """A text that stands in no item's row: the row as people count, and whether it stands under prices."""

    row: int
    text: str
    priced: bool = False


def above(rows: Sequence[Row], header: Header) -> Iterator[Note]:
    """Yield the texts above a list's headings."""
    for at, row in enumerate(rows[: header.row + 1 - len(header.printed)], 1):
        yield from (Note(at, each) for each in _texts(row))


def inside(row: Row, at: int, header: Header) -> Iterator[Note]:
    """Yield the texts of a row that holds no item."""
    priced = {header.columns[each] for each in PRICED if each in header.columns}
    counted = any(contents.is_number(cell) for cell in row if isinstance(cell, str)) or any(
        cell is not None and not isinstance(cell, str) for cell in row
    )
    for column, cell in enumerate(row):
        if isinstance(cell, str) and not contents.says_nothing(cell) and not contents.is_number(cell):
            if counted and len(cell) <= LONGEST_SUM and PLAIN_SUM.fullmatch(plain(cell)):
                continue
            yield Note(at, cell, column in priced and SUM.search(cell) is None)


def _texts(row: Sequence[Cell]) -> Iterator[str]:
    """Yield the texts of a row; a label in one cell speaks of what stands in the next."""
    texts = [each for each in row if isinstance(each, str) and each]
    yield from [" ".join(texts)] if texts else []


def flaws(notes: Sequence[tuple[Header, Note]], quotation: Quotation) -> Iterator[Flaw]:
    """Yield a flaw for each row that says something of all items which the items do not say themselves."""
    told: set[int] = set()
    for header, note in notes:
        if note.row not in told and _is_open(note, header, quotation):
            told.add(note.row)
            yield Flaw(note.row, REASON, note.text[:80])


def _is_open(note: Note, header: Header, quotation: Quotation) -> bool:
    text = plain(note.text)
    for field, words in OTHERS.items():
        stated = any(each in header.columns for each in SAME.get(field, (field,)))
        if words.search(text) and not stated:
            return True
    if note.priced or PRICES.search(text):
        return not _agrees(text, quotation)
    return False


def _agrees(text: str, quotation: Quotation) -> bool:
    """Tell whether all that is said of prices is what the items say: their currency, their tax."""
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
