"""What a letter says of the terms of an order: who buys, in what money, with which tax, how it is paid.

"Currency is USD, not EUR as printed", 附件订单号应为PO-77121, "we need it two weeks earlier", "payment by L/C
at sight": where the order states something else, or nothing, the field is open. What agrees opens nothing.
"""

import re
from decimal import Decimal
from functools import partial

from extractors.fields import currencies, dates, tax
from extractors.fields.text import fold, level
from extractors.late import late
from extractors.mail import cover_letters
from extractors.mail.ordered import Ordered
from extractors.vocabulary import wordlists
from models.reading import Field, Header

_WORDS = wordlists.load("letters_terms", "letters_open")

_either = partial(wordlists.either, _WORDS)

SHIFTING, SOON, ANSWERING, MONTHS = (
    _either("shifting"),
    _either("soon"),
    _either("answering"),
    _either("months"),
)
AHEAD = ("paid_ahead", "paid_by_credit", "paid_at_delivery", "paid_by_bill")
UNDATED, USED = _either("undated"), _either("used")
WAYS = tuple(map(_either, (*AHEAD, "paid_later", "paid_by_card", "paid_by_debit")))
UNPAYING, IN_MONEY, NO_MONEY = _either("unpaying"), _either("in_money"), _either("no_money")
OFFERING, NUMBER_WRONG = _either("offering"), _either("number_wrong")
OFFER, ORDER_NUMBER, BUYING = _either("offer"), _either("order_number"), _either("buying")
NUMBERED = late(r"(?<![\w.@-])(?=[\w./-]*\d{3})[A-Z0-9][\w./-]*\w", re.IGNORECASE | re.ASCII)
BEHIND = 40
"""A number stands no farther behind its word, in characters."""
OFFERED = 5
"""Fewer figures make no number of an offer: a year, a price."""
ORDER_OF_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
GERMAN_MONTHS = {"mär": "mar", "mai": "may", "okt": "oct", "dez": "dec"}
HAN_MONTH = late(r"(?<![\d.])(1[0-2]|0?[1-9])月(?!\d|份?的?(?:发票|对账|账|订单|合同))")
PERCENT = late(r"\s?(?:per ?cent|prozent)\b", re.IGNORECASE)
NAME = late(r"[A-Z][\w&-]{2,}|[\u4e00-\u9fff]{2,}")


def other(sentence: str, ordered: Ordered) -> tuple[str, ...]:
    """Return the header's fields of which a sentence says something else than the order."""
    said, header = level(sentence), ordered.header
    told = {
        "delivery_date": _is_shifted(said, ordered),
        "payment_terms": _is_paid_otherwise(said, header),
        "currency": _is_in_other_money(said, header),
        "quotation_number": not OFFERING.search(said)
        and _names_other(OFFER, said, header.quotation_number, OFFERED),
        "document_number": NUMBER_WRONG.search(said) is not None
        or _names_other(ORDER_NUMBER, said, header.document_number),
        "customer": _is_bought_by_other(said, header),
        **_other_tax(said, header),
    }
    found = [name for name, otherwise in told.items() if otherwise]
    return (*found, "lead_time") if "delivery_date" in found else tuple(found)


def _is_shifted(said: str, ordered: Ordered) -> bool:
    """Tell whether a sentence asks for delivery earlier, later, in parts, on call or in another month."""
    named = ordered.pointed(said) and not USED.search(said)
    if UNDATED.search(said) or (named and _strange_months(said, ordered)):
        return True
    if not cover_letters.DELIVERING.search(said) or ANSWERING.search(said):
        return False
    return bool(SHIFTING.search(said) or SOON.search(said) or _strange_months(said, ordered))


def _strange_months(said: str, ordered: Ordered) -> bool:
    for start, end in sorted(dates.find(said), reverse=True):
        said = said[:start] + " " * (end - start) + said[end:]
    named = {match["month"][:3].casefold() for match in MONTHS.finditer(said)}
    named |= {ORDER_OF_MONTHS[int(match[1]) - 1] for match in HAN_MONTH.finditer(said)}
    known = {ORDER_OF_MONTHS[int(each[5:7]) - 1] for each in ordered.delivered if each[5:7].isdigit()}
    return bool({GERMAN_MONTHS.get(each, each) for each in named} - known)


def _is_paid_otherwise(said: str, header: Header) -> bool:
    """Tell whether a sentence names a way to pay that the order's terms do not."""
    if UNPAYING.search(said):
        return False
    terms = header.payment_terms
    printed = "" if terms is None else level(f"{terms.evidence.text} pay {terms.value}")
    return any(way.search(said) and not way.search(printed) for way in WAYS)


def _is_in_other_money(said: str, header: Header) -> bool:
    value = _value(header.currency)
    if not value or not IN_MONEY.search(said) or NO_MONEY.search(said):
        return False
    codes = currencies.find(said)
    return bool(codes) and codes != (value,) and (value not in codes or len(set(codes)) > 1)


def _names_other(word: re.Pattern[str], said: str, field: Field | None, figures: int = 3) -> bool:
    """Tell whether a number stands behind a word that is another one than the order's."""
    for start, end in sorted(dates.find(said), reverse=True):
        said = said[:start] + " " * (end - start) + said[end:]
    behind = [said[match.end() : match.end() + BEHIND] for match in word.finditer(said)]
    found = [each[0] for text in behind if (each := NUMBERED.search(text)) is not None]
    numbers = [each for each in found if sum(map(str.isdigit, each)) >= figures]
    known = fold(_value(field))
    return bool(numbers) and not any(known and fold(each) == known for each in numbers)


def _is_bought_by_other(said: str, header: Header) -> bool:
    match = BUYING.search(said)
    if match is None:
        return False
    name = next(each for each in match.groups() if each)
    known = fold(_value(header.customer))
    first = NAME.findall(name.split(" not ")[0])
    return bool(first) and not all(fold(each) in known for each in first)


def _other_tax(said: str, header: Header) -> dict[str, bool]:
    told = tax.statement(PERCENT.sub("%", said))
    if told is None:
        return {}
    rate = _value(header.tax_rate)
    other_rate = told.rate is not None and (not rate or Decimal(rate) != told.rate)
    known = _value(header.tax_included).casefold()
    other_basis = told.included is not None and known != str(told.included).casefold()
    return {"tax_rate": other_rate, "tax_included": other_basis}


def _value(field: Field | None) -> str:
    return "" if field is None or field.value is None else field.value
