"""The day of an order that no label gives: behind its number or its place, or first on the paper."""

import re
from collections.abc import Iterable, Iterator

from extractors.conventions import one_date
from extractors.fields import dates
from extractors.header.labelling.label_words import COLON, MAX_LABEL
from extractors.header.proposing import spots
from extractors.header.settle import Choice
from extractors.header.sums.prices import Prices
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from models.reading import Header, Reason

LED = late(
    r"(?:\bd(?:a)?t(?:ed?|d|um)?\.?|\bdate|\bTag(?=\s*:)|\bvom|\bden|\bon(?: this)?|\bissued"
    r"|日期|时间|签[订署约于]|订于|于)\s*[:：]?\s*$",
    re.IGNORECASE,
)
"""What leads to the day of a paper."""
SIGNED = late(r"\s*在[^。，]{1,16}(?:签[订署]|订立|缔结)|\s*(?:签[订署]|订立)")
"""A day behind which the paper says that it was signed then."""
OF_OTHERS = late(
    r"angebot|anfrage|offer|quot|proposal|tender|enquir|inquir|rfq|indent|requisition|proforma|agreement|frame"
    r"|compar|vergleich|previous|former|frühere|vorige"
    r"|deliver|ship|liefer|valid|latest|not later|print|edition|version|revis"
    r"|报价|询价|投标|响应|请购|框架|协议|交货|到货|发货|交期|有效|打印|版|计划",
    re.IGNORECASE,
)
"""Papers and events that have days of their own, named before the day in its sentence."""
SENTENCE = late(r"[。；;，,]|\.\s(?=[A-Z])")
SEVERAL = 2
BEHIND = 10
"""So many letters behind a day still say whose it is: 2027年3月2日的报价."""
YEAR = late(r"(?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{2}年|\d{1,2}[./-]\d{1,2}[./-]\d\d\b")
"""A day without its year is seldom that of the paper."""


def find(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Return the days that may be the paper's own, the likeliest first."""
    del prices
    days = [day for day in _days(scope) if day[1].value != _value(header)]
    return [day for _, day in sorted(days, key=lambda each: each[0])]


def _value(header: Header) -> str | None:
    return header.delivery_date.value if header.delivery_date is not None else None


def _days(scope: Scope) -> Iterator[tuple[int, Choice]]:
    """Yield the days of the paper with their rank: signed, led to, behind a number, at the head, or not."""
    runs = (*scope.runs, *spots.paragraphs(scope))
    for at, run in enumerate(runs):
        for start, end in dates.find(run.text):
            reading = one_date(run.text[start:end].strip(), scope.conventions)
            if reading is None or reading.first != reading.last or not YEAR.search(run.text[start:end]):
                continue
            before = SENTENCE.split(run.text[:start])[-1]
            label = COLON.split(run.text[:start])[0] if COLON.search(run.text, 0, start) else ""
            if (
                OF_OTHERS.search(before)
                or OF_OTHERS.search(run.text[end : end + BEHIND])
                or OF_OTHERS.search(label[:MAX_LABEL])
                or _is_others(runs, at, before)
            ):
                continue
            choice = Choice(reading.first.isoformat(), run, start, end, reason=Reason.ROLE)
            yield _rank(run, start, end), choice


def _is_others(runs: tuple[Run, ...], at: int, before: str) -> bool:
    """Tell whether a day that nothing stands before in its text stands beside the name of another paper."""
    level = runs[max(at - SEVERAL, 0) : at] if not before.strip() else ()
    run = runs[at]
    beside = [
        each for each in level if each.page is run.page and each.box.top < run.box.middle < each.box.bottom
    ]
    above = [each for each in level if each not in beside and abs(each.box.x0 - run.box.x0) < run.box.height]
    return any(OF_OTHERS.search(each.text) for each in (*beside[-1:], *above[-1:]))


def _rank(run: Run, start: int, end: int) -> int:
    if SIGNED.match(run.text, end):
        return 0
    if LED.search(run.text, 0, start):
        return 1
    numbered = any(map(str.isdigit, run.text[:start]))
    return 2 if numbered else 3 if not run.text[:start].strip() else 4
