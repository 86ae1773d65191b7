"""The number of the offer that an order goes back to, in whatever words: "Supplier's tender ref. CV-41"."""

import re
from collections.abc import Iterable, Iterator

from extractors.fields import dates
from extractors.header.labelling.value_types import is_date
from extractors.header.proposing import spots
from extractors.header.settle import Choice
from extractors.header.sums.prices import Prices
from extractors.late import late
from extractors.scope import Scope
from models.reading import Header, Reason

OFFER = (
    r"(?:\b(?:your|seller['’]?s|supplier['’]?s|vendor['’]?s|ihre?[mns]?)\s+(?:[a-z]+\s){0,2}?"
    r"(?:ref(?:erence)?\b|offer|quot\w*|tender|pro-?\s?forma|proposal|angebot\w*)"
    r"|\b(?:offers?|quot(?:e|ation)s?|proposal|angebot(?:e?s\w*)?|offerte)\b"
    r"|(?:[贵供卖乙][方司]的?)?(?:报价|投标)(?:单|书|函|文件)?|报[来过]的?)"
)
CODE = (
    r"(?P<value>(?!RF[QXPI][-/\d])(?=[\w\-/.]*\d{2})"
    r"[A-Za-z0-9](?:[A-Za-z0-9\-/._]|[\u4e00-\u9fff]{1,4}(?=[-\d])){3,24})"
)
BETWEEN = r"[^0-9。；;，]"
CODED = late(CODE)
TOLD = late(rf"{OFFER}{BETWEEN}{{0,40}}?(?<![A-Za-z0-9/.-]){CODE}", re.IGNORECASE)
REVERSED = late(rf"(?<![A-Za-z0-9/.-]){CODE}\s?号?(?:的|这份|那份)?\s?(?:{OFFER})", re.IGNORECASE)
LONE = late(
    r"\b(?:turn-?around on|prices? (?:in|as per|of)|referring to|with reference to"
    r"|(?:as|wie) (?:quoted|offered|proposed|angeboten|offeriert)"
    r"(?: (?:in|by|under|with|on|per|mit|unter))?(?: (?:your|ihrem|ihrer))?(?: (?:no|nr)\.?)?)\s+" + CODE,
    re.IGNORECASE,
)
ASKED = late(
    r"(?:enquir|inquir|anfrage|\brfq|询价|请购|our|unser|valid|until|any other|future|days|general)\b"
    r"[^,;，；]*$",
    re.IGNORECASE,
)
"""What asks for an offer, or says something of offers in general."""
CAPTION = late(
    rf"(?:\d{{1,2}}\s+)?(?:(?:[^\W\d_]{{1,12}}\s){{0,2}}[^\W\d_]{{0,6}}{OFFER}"
    r"|[贵您][方司]?的?(?:订单|订货)?参考|your (?:order )?ref(?:erence)?\.?)"
    r"[^:：]{0,24}[:：]?",
    re.IGNORECASE,
)
DATED = late(r"\s*\b(?:vom|of|dated|dtd\.?)\s+\d[\d./-]+")
"""The day of an offer in the caption of its number: "Ihr Angebot vom 24.02.2026"."""
STROKE = late(r"\s+[/|]\s+")
PAIR = 2
LEAST = 4
YEARS = 9
"""No offer was made so long before the order that goes back to it."""
YEAR = late(r"(?:19|20)\d{2}")


def find(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Yield what may be the number of the offer."""
    del prices
    own = header.document_number.value if header.document_number is not None else None
    for choice in (*_captioned(scope), *_paired(scope), *_told(scope)):
        value = choice.value or ""
        digits = sum(map(str.isdigit, value))
        if value != own and digits >= LEAST and not _is_day(value, header) and not YEAR.fullmatch(value):
            yield choice


def _is_day(value: str, header: Header) -> bool:
    """Tell whether a number is a day; one of quite another time than the order is none: 20021124."""
    if len(value) != len("20270602") or not value.isdigit():
        return is_date(value)
    days = dates.parse(value, compact=True)
    ordered = header.document_date.value if header.document_date is not None else None
    far = bool(ordered) and abs(int(value[:4]) - int((ordered or value)[:4])) > YEARS
    return bool(days) and not far


def _told(scope: Scope) -> Iterator[Choice]:
    for run in spots.paragraphs(scope):
        for pattern in (TOLD, REVERSED, LONE):
            for found in pattern.finditer(run.text):
                value = found["value"].rstrip("./-")
                if not ASKED.search(run.text, 0, found.start()):
                    start = found.start("value")
                    yield Choice(value, run, start, start + len(value), reason=Reason.ROLE)


def _captioned(scope: Scope) -> Iterator[Choice]:
    for run in scope.runs:
        text = DATED.sub("", run.text).strip()
        if CAPTION.fullmatch(text) and not any(map(str.isdigit, text[2:])):
            for value in spots.behind(scope, run):
                found = CODED.match(value.text)
                if found is not None:
                    number = found["value"].rstrip("./-")
                    yield Choice(number, value, 0, len(number), reason=Reason.ROLE)


def _paired(scope: Scope) -> Iterator[Choice]:
    """Yield the offer of two numbers whose captions share one text: "RFx / your offer" and "6000 / 2002"."""
    for run in scope.runs:
        captions = STROKE.split(run.text.strip(" :："))
        offers = [at for at, each in enumerate(captions) if CAPTION.fullmatch(each)]
        if len(captions) != PAIR or len(offers) != 1 or any(map(str.isdigit, run.text)):
            continue
        for value in spots.behind(scope, run):
            edges = [0, *(mark.end() for mark in STROKE.finditer(value.text))]
            found = CODED.match(value.text, edges[offers[0]]) if len(edges) == PAIR else None
            if found is not None:
                number = found["value"].rstrip("./-")
                start = found.start("value")
                yield Choice(number, value, start, start + len(number), reason=Reason.ROLE)
