"""Numbers of orders in running text, and the day behind one: "our order 4711 dated 3 May 2026", 第…号合同."""

import re
from collections.abc import Iterator

from extractors.fields import dates
from extractors.header.labelling.value_types import is_date
from extractors.late import late
from extractors.rare import Rare
from extractors.vocabulary.meanings import Label

Span = tuple[Label, int, int]

NUMBERED = Rare(
    r"(?:(?<![架术量密度原])(?:订单|采购单|订货单|合同|协议|下单)|\b(?:purchase|our)?\s*order(?!s/)|(?<![价请购货库运票据务件表])单号|\bP\.?O\.?(?=[\s:#：])|\bcontract|\bBestellung)\s*[（(]?"
    r"(?:,\s(?=n))?(?:编号|号码|号|no\.?|nr\.?|number|ref\.?|#)?\s*(?:is|为|是)?\s*[:：]?\s*"
    r"(?P<value>(?=[A-Za-z0-9\-/]*\d)[A-Za-z0-9][A-Za-z0-9\-/]{3,24})(?![A-Za-z0-9.,]\d)",
    "订单|采购单|订货单|合同|协议|下单|order|单号|po|p.o|contract|bestellung",
    re.IGNORECASE,
)
PLACED = Rare(
    r"第\s*(?P<value>(?=[A-Za-z0-9\-/]*\d)[A-Za-z0-9][A-Za-z0-9\-/]{3,24})\s*号(?:采购)?(?:订单|合同)",
    "订单|合同",
)
UNDER = Rare(
    r"\b(?:orders?|bestellen|bestellung)\b[^.;]{0,40}?\b(?:under|unter)\s+(?:(?:the|our|der|unserer)\s+)?"
    r"(?:order\s+|bestell-?\s?)?(?:no\.?|nr\.?|number|nummer|ref(?:erence)?\.?)\s*[:：]?\s*"
    r"(?P<value>(?=[A-Za-z0-9\-/]*\d)[A-Za-z0-9][A-Za-z0-9\-/]{3,24})(?![A-Za-z0-9.,]\d)",
    "under|unter",
    re.IGNORECASE,
)
"""The number that something is ordered under: "Wir bestellen damit unter der Nr. 1126-77"."""
OF_CUSTOMER = late(r"\b(?:customer|client|end[- ]?user|owner|their|his)(?:['’]s)?\s+$", re.IGNORECASE)
"""What makes a number that of whoever the goods are for in the end: "(customer's P.O. KZ-88014)"."""
OF_OTHERS = late(
    r"(?:\b(?:zum vergleich|for comparison|vgl\.?|cf\.)\s*[:：]?"
    r"|\b(?:previous|earlier|former|last|früheren?|vorigen?|letzten?|vorherigen?))"
    r"\s*(?:our\s+|unsere[nr]?\s+|the\s+|die\s+)?$"
    r"|(?:上一?|前一?)[版份张次个批期](?:的|之)?(?:采购)?$|(?:此前|先前|以前|原先)(?:的|之)?(?:采购)?$"
    r"|\b(?:letzter?|last|previous|alter|old|frühere[rn]?)\s+(?:preis|price|kauf|purchase|einkauf\w*)\b[^;。；]*$",
    re.IGNORECASE,
)
"""What leads to an order of another day: "Zum Vergleich: Bestellung BE-881 vom 03.06.2024"."""
OURS = late(
    r"^\s*(?:our|my)\s+(?:ref(?:erence)?\.?|number|no\.?)\s*[:：]?\s*(?P<value>\S*\d\S*)\s*$|^我[方司]编号[:：](?P<other>\S+)$",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield the numbers that a text calls an order's or a contract's, and the day right behind one."""
    for found in (*NUMBERED.finditer(text), *PLACED.finditer(text), *UNDER.finditer(text)):
        before = text[: found.start()]
        others = OF_CUSTOMER.search(before) or OF_OTHERS.search(before)
        if not is_date(found["value"]) and others is None:
            yield Label.ORDER_NUMBER, found.start("value"), found.end("value")
            yield from _date_beside(text, found.end("value"))
    ours = OURS.match(text)
    if ours is not None:
        name = "value" if ours["value"] else "other"
        yield Label.ORDER_NUMBER, ours.start(name), ours.end(name)


def _date_beside(text: str, at: int) -> Iterator[Span]:
    """Yield the only date that stands right behind a number: "order 4711 dated 3 May 2026"."""
    spans = [
        (start, end) for start, end in dates.find(text) if at <= start <= at + 12 and is_day(text[start:end])
    ]
    if len(spans) == 1:
        yield Label.PLAIN_DATE, *spans[0]


def is_day(text: str) -> bool:
    """Tell whether a text is a day in figures, and no whole month: "in November 2025"."""
    readings = dates.parse(text) if any(map(str.isdigit, text)) else ()
    return any(each.first == each.last for each in readings)
