"""What kind of value a label wants: where the label is loose, the value beside it decides."""

import re
from collections.abc import Callable, Mapping

from extractors.fields import companies, dates, incoterms, money, payment, periods, tax
from extractors.fields.text import level
from extractors.late import late
from extractors.vocabulary.meanings import Label

EDGES = " \t。；;,，.:："
LETTERED = late(
    r"(?P<letters>(?!(?:BOX|REV|VER|PAGE|TEL|FAX|VAT|ISO|DIN|EN|KW|CW)\b)[A-Z]{1,6}(?:[-/][A-Z]{1,4})?)"
    r" (?P<number>(?=[\w\-/.]*\d)[A-Za-z0-9][\w\-/.]*)"
)
"""A number with capital letters before it, as "HKV-B 2026/31": they are a part of it, or say what it is."""
CODE = late(rf"[A-Za-z]{{0,6}}[-/ ]?[A-Za-z0-9][A-Za-z0-9\-/.#_]*|{LETTERED.pattern}")
YEARLY = late(r"^[(\[]?\s?(?P<number>\d{1,6})\s?/\s?(?P<year>(?:19|20)\d{2})\s?[)\]]?$")
"""A number with its year, as registries write it: "( 311 / 2026 )"."""
LED_DAY = late(r"\s*[,/(（]?\s*(?:dated|dtd|dd|of|from|vom|v\.|du)\.?\s+\d[\d./-]+[)）]?$", re.IGNORECASE)
"""The day behind the number of an offer: "Q-4711 v. 04.05.2027"."""
BY = late(
    r"^(?:(?:on|by|before|until|latest|(?:not|no) later than)(?: or (?:on|before|by))?"
    r"|vor dem|bis(?: zum)?)\s+|^(?:全部)?一次性?(?:交清|交齐|交货|交付|到货|发货|供货)\s?[:：]?\s?",
    re.IGNORECASE,
)
"""What leads to the day until which something is to happen, also all at once: 一次交清：2026年8月20日前."""
LETTERS = late(r"[^\W\d_]")
CALLED = late(
    r"(?![\u4e00-\u9fff]{0,5}[库庫仓倉厂廠部处科室店场站组])[\u4e00-\u9fff]{1,4}"
    r"(?:师傅|先生|女士|小姐|经理|主任|主管)?[\s,，/:：(（]*(?:电话|手机|[Tt]el\.?)?[\s:：]*\+?\d[\d\s-]{6,18}[)）]?"
)
"""Somebody who takes the goods in, with a number to call: 收货人：周师傅 0717-4882016."""
ANSWER = 12
"""An answer with the rate of the tax is no longer."""
SOME = 6
"""A place has so many letters at least, and a bare number hardly fewer characters."""


def _is_day(text: str) -> bool:
    return bool(dates.parse(text))


def is_code(text: str) -> bool:
    """Tell whether a text is a number that somebody gave to a thing, and no date."""
    plain = YEARLY.sub(r"\g<number>/\g<year>", level(text).strip())
    return any(map(str.isdigit, plain)) and CODE.fullmatch(plain) is not None and not is_date(plain)


def is_date(text: str) -> bool:
    """Tell whether a text with marks in it is a day: 16.06.2026 is no order's number."""
    return not text.isdigit() and _is_day(text)


def _is_delivery(text: str) -> bool:
    """Tell whether a text is a time, perhaps with a trade term behind it: "KW 26/2026, FCA Tianjin"."""
    time, _, term = text.partition(",")
    return _is_time(text) or ("," not in term and _is_term(term.strip(EDGES)) and _is_time(time.strip(EDGES)))


def _is_time(text: str) -> bool:
    return _is_day(text) or periods.parse(text) is not None


def _is_payment(text: str) -> bool:
    return payment.parse(text) is not None


def _is_term(text: str) -> bool:
    return incoterms.normal(text) is not None


def _is_currency(text: str) -> bool:
    return len(text) < 12 and bool(money.currency(text))


def _is_place(text: str) -> bool:
    others = (_is_delivery, _is_payment, _is_term)
    return len(LETTERS.findall(text)) >= SOME and not any(other(text) for other in others)


def _is_basis(text: str) -> bool:
    """Tell whether a text answers a question for the tax: "Yes", or how much of it: 含税13%."""
    said = tax.statement(text) if len(text) <= ANSWER else None
    return tax.yes_no(text) is not None or (said is not None and None not in {said.included, said.rate})


WANTED: Mapping[Label, Callable[[str], bool]] = {
    Label.ORDER_NUMBER: is_code,
    Label.CONTRACT_NUMBER: is_code,
    Label.PLAIN_NUMBER: lambda text: len(text) >= SOME - 1 and is_code(text),
    Label.PAPER_NUMBER: lambda text: len(text) >= SOME - 1 and is_code(text),
    Label.QUOTATION_NUMBER: lambda text: is_code(LED_DAY.sub("", text)),
    Label.DOCUMENT_DATE: _is_day,
    Label.PLAIN_DATE: _is_day,
    Label.DELIVERY: _is_delivery,
    Label.PAYMENT: _is_payment,
    Label.TERMS: lambda text: _is_payment(text) or _is_term(text),
    Label.INCOTERMS: _is_term,
    Label.CURRENCY: _is_currency,
    Label.TAX_INCLUDED: _is_basis,
    Label.TAX_RATE: lambda text: tax.rate(text) is not None,
    Label.PLACE: _is_place,
    Label.BUYER: companies.looks_like_company,
    Label.SELLER: companies.looks_like_company,
}


def fits(label: Label, text: str) -> bool:
    """Tell whether a text is of the kind that a label wants."""
    wanted = WANTED.get(label)
    return wanted is not None and wanted(text.strip(EDGES))


def narrowed(meanings: frozenset[Label], text: str) -> frozenset[Label]:
    """Return the meanings of a label that its value allows, all of them where it allows none."""
    if len(meanings) < 2 or not text:
        return meanings
    fitting = frozenset(each for each in meanings if fits(each, text))
    if Label.DELIVERY in meanings and not fitting - {Label.PLACE} and _is_called(text.strip(EDGES)):
        return frozenset({Label.NEUTRAL})
    dated = Label.DELIVERY in meanings and fitting <= {Label.PLACE} and _begins_with_time(text)
    dated = dated and re.search(r"\bto\b|至|到", text) is None
    return frozenset({Label.DELIVERY}) if dated else fitting or meanings


def _is_called(text: str) -> bool:
    """Tell whether a text is somebody with a number to call, and no word before a day: 首批 2026-05-20."""
    return CALLED.fullmatch(text) is not None and not dates.find(text)


def _begins_with_time(text: str) -> bool:
    """Tell whether a text begins with the time that it is about: "Not later than 4 May 2027, from Ningbo".

    So does "Within 75 days from the date of this contract, partial shipment not allowed".
    """
    period, comma, _ = text.partition(",")
    if comma and periods.parse(period.strip(EDGES)) is not None:
        return True
    led = BY.match(text)
    start = led.end() if led is not None else 0
    return any(begin == start for begin, _ in dates.find(text)[:1])
