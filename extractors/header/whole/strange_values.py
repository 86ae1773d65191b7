"""Values behind labels that nobody knows: "Zemony No.: 20018841", 爩率 13%, "Fuzy time: 45 days".

The next customer's word for a field is in no list, and still its value can be told by what it is: a number
behind such a label may be the quotation's, a percentage the rate of the tax, a period the time of delivery.
It is not read; but the field is not surely absent.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.fields import companies, periods
from extractors.header.labelling import plain_addresses, value_types
from extractors.header.labelling.label_words import CLAUSE, COLON, meaning
from extractors.header.whole import sent_goods
from extractors.kinds import kind_of_title
from extractors.late import late
from extractors.lines.headings import recognise
from extractors.lines.item import Item, Text
from extractors.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label, Role
from models.reading import Kind

MAX_LABEL = 24
LEAST_BYTES = 3
"""A shorter one is a mark or a logo."""
LONGEST = 140
ENDS = "。；;,，、!！?？"
BESIDE = 20.0
"""A value stands no further right of its label than so many heights of the letters."""
GAP = 1.6
"""And no further below it than so many heights of its own."""
BELOW = 2.2
"""The next line of a text begins within so many heights."""
SLACK = 2.0
LEAST_FIGURES = 4
NUMBER = late(r"[A-Za-z]{0,6}[-/ ]?[A-Za-z0-9][A-Za-z0-9\-/._]{3,16}")
NO_NUMBER = late(r"0\d{2,3}-\d{7,8}|1[3-9]\d{9}|\d{12,}|[A-Z]{2}\s?\d{8,}|\d[\d,']*\.\d+|\d[\d.']*,\d+")
"""Telephones, accounts, registrations for the tax, sums of money."""
NEUTRAL = frozenset({Label.NEUTRAL})
NO_ANSWER = frozenset({Label.NEUTRAL, Label.PRICE_NOTE})
"""Labels behind which any sentence may stand."""
RATE = late(r"(?P<rate>\d{1,2}(?:[.,]\d{1,2})?)\s?[%％]")
HIGHEST_RATE = 30
"""No tax on goods is higher, in percent."""
TAXED = late(
    r"(?:含|包括|包含|包|另加|外加|加收|(?<![a-z])(?:plus|incl(?:\.|uding|udes?|usive of)?"
    r"|excl(?:\.|uding|usive of)?|without|before|net of|zzgl\.?|zuzüglich|inkl\.?|inklusive|exkl\.?|ohne)\s)"
    r"[^，。；,;\d]{0,6}"
    r"\d{1,2}(?:[.,]\d{1,2})?\s?[%％]"
    r"|\d{1,2}\s?[%％](?:的)?[^，。；,;\d]{0,6}[票稅税]"
    r"|\d{1,2}(?:[.,]\d{1,2})?\s?[%％]\s?[:：]?\s?(?:[A-Z]{3}|[€$¥￥])?\s?\d[\d.,' ]*[.,]\d{2}(?!\d)",
    re.IGNORECASE,
)
"""A percentage that is held in a price, stands on an invoice or is a sum of the order."""
UNTAXED = late(
    r"运费|折|让利|优惠|预付|定金|订金|违约|逾期|罚|质保|尾款|余款|付|损耗|允差|偏差|[±≤≥<>]"
    r"|\b(?:discount|rebate|freight|deposit|advance|retention|penalt|damages|late|delay|balance|payment|payable|paid|"
    r"tolerance|rabatt|skonto|anzahlung|surcharge|bonus)",
    re.IGNORECASE,
)
"""What else percentages are of."""
LED = late(
    r"(?:[^\W\d_][\w./&'-]*\s){0,3}(?i:no|nr|ref|number|nummer|code|id)\.?\s(?=\S*\d)|[\u4e00-\u9fff]{2,8}\s?(?=[A-Za-z\d])"
)
"""Words that may be a label before a value in the same text: "BYKUV NO 20030945"."""
BROKEN = 12
"""A line that its margin broke off has so many characters."""
NEXT = 6
"""A line that goes on is among so many next ones."""
SENTENCE = late(r"[^。；;]+")
FIRST = late(r"[。；;]|\s{2,}")
"""What ends the value of a label on its line."""


def find(scope: Scope, topic: str, items: Sequence[Item] = ()) -> Run | None:
    """Return a text that may state the topic behind a label, or below a heading, that nobody knows."""
    fits = VALUES.get(topic)
    if fits is None:
        return None
    aside = ASIDE.get(topic, NOTHING)
    found = (*_repeated(items, fits), *_strange(scope, fits, aside), *_told(scope, topic))
    return next(iter(found), None)


def _repeated(items: Sequence[Item], fits: Callable[[str], bool]) -> Iterator[Run]:
    """Yield what every row states alike under a heading that nobody knows: lists repeat the order's data."""
    columns: dict[int | None, list[Text]] = {}
    for text in (each for item in items for each in _unknown(item)):
        columns.setdefault(text.column, []).append(text)
    for texts in columns.values():
        alike = len({text.printed for text in texts}) == 1 and len(texts) == len(items)
        if alike and fits(texts[0].printed):
            yield texts[0].run


def _unknown(item: Item) -> Iterator[Text]:
    yield from item.unknown
    aside = item.texts.get(Role.OTHER, ())
    yield from (text for text in aside if text.heading is not None and is_strange(text.heading.text))


def _strange(scope: Scope, fits: Callable[[str], bool], aside: re.Pattern[str]) -> Iterator[Run]:
    runs = (*scope.runs, *scope.under)
    taken = _known_spans(scope)
    bare = {id(each.label) for each in scope.labelled if each.value is None}
    for at, run in enumerate(runs):
        for start in _begins(run, aside):
            end = _end(run.text, start)
            if not _fits(run, (start, end), runs[at + 1 :], fits) or _is_taken(run, start, end, taken):
                continue
            if start or (at and id(runs[at - 1]) in bare) or _is_led(run, runs, aside):
                yield run


def _begins(run: Run, aside: re.Pattern[str]) -> Iterator[int]:
    """Yield where the value of a label that nobody knows may begin in its own run; 0 where none is in it."""
    colon = COLON.search(run.text)
    if colon is not None:
        yield from (colon.end(),) if _may_lead(run.text[: colon.start()], aside) else ()
        return
    yield 0
    led = LED.match(run.text)
    if led is not None and _may_lead(led[0], aside):
        yield led.end()


def _end(text: str, start: int) -> int:
    """Return where a value ends that begins at `start`: with its sentence, or before a wide gap."""
    begin = len(text) - len(text[start:].lstrip())
    end = FIRST.search(text, begin)
    return end.start() if end is not None else len(text)


def _fits(run: Run, span: tuple[int, int], following: Sequence[Run], fits: Callable[[str], bool]) -> bool:
    """Tell whether a value is of a kind, alone or with the line below that its margin broke off."""
    value = run.text[slice(*span)].strip(f"{ENDS}. ")
    if not value or len(value) > LONGEST:
        return False
    below = next((each for each in following[:NEXT] if _goes_on(run, each)), None)
    return fits(value) or (below is not None and len(value) > BROKEN and fits(f"{value} {below.text}"))


def _goes_on(run: Run, other: Run) -> bool:
    one, box = run.box, other.box
    near = other.page is run.page and 0 < box.top - one.top < BELOW * one.height
    return near and one.x0 - SLACK <= box.x0 < one.x1


def _is_led(run: Run, runs: Sequence[Run], aside: re.Pattern[str]) -> bool:
    """Tell whether a label that nobody knows stands left of a text or above it, and none that is known."""
    beside = [
        each.text.rstrip(":：")
        for each in (_nearest(run, runs, way) for way in (_is_left, _is_above))
        if each
    ]
    known_one = any(meaning(CLAUSE.sub("", each).strip()) for each in beside)
    return not known_one and any(_may_lead(each, aside) for each in beside)


def _nearest(run: Run, runs: Sequence[Run], stands: Callable[[Run, Run], bool]) -> Run | None:
    found = [each for each in runs if each.page is run.page and each is not run and stands(each, run)]
    return min(found, key=lambda each: run.box.x0 - each.box.x1 + run.box.top - each.box.top, default=None)


def _is_left(label: Run, run: Run) -> bool:
    one, other = label.box, run.box
    level = one.top < other.middle < one.bottom
    return level and -SLACK <= other.x0 - one.x1 < BESIDE * one.height


def _is_above(label: Run, run: Run) -> bool:
    one, other = label.box, run.box
    near = -SLACK < other.top - one.bottom < GAP * other.height
    return near and abs(other.x0 - one.x0) < other.height


def _may_lead(label: str, aside: re.Pattern[str]) -> bool:
    return is_strange(label) and aside.search(label) is None


def is_strange(text: str) -> bool:
    """Tell whether a text may be a label, and is none that is known."""
    label = CLAUSE.sub("", text).strip()
    plain = len(label) <= MAX_LABEL and not any(each.isdigit() or each in ENDS for each in label[:-1])
    if not plain or len(label.encode()) < LEAST_BYTES or companies.find(label):
        return False
    heading = recognise(label)
    titled = kind_of_title(label) not in {None, Kind.INVOICE}
    return not meaning(label) and not titled and (heading is None or not heading.exact)


def known(scope: Scope) -> set[int]:
    """Return the words of the values that stand beside known labels."""
    return set(_known_spans(scope))


def _known_spans(scope: Scope) -> dict[int, list[tuple[int, int]]]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for each in scope.labelled:
        strange = each.meanings == NEUTRAL and is_strange(each.named.rstrip(":： "))
        if each.value is not None and not strange:
            for word, low, high in each.value.within(each.start, each.end):
                spans.setdefault(id(word), []).append((low, high))
    return spans


def _is_taken(run: Run, start: int, end: int, taken: Mapping[int, Sequence[tuple[int, int]]]) -> bool:
    """Tell whether a part of a text belongs to the value of a known label: a sentence may be one word."""
    return any(
        low < last and first < high
        for word, low, high in run.within(start, end)
        for first, last in taken.get(id(word), ())
    )


def _answers(scope: Scope) -> dict[int, list[tuple[int, int]]]:
    """Return the words of the values of fields."""
    fields = (each for each in scope.labelled if not each.meanings <= NO_ANSWER)
    return _known_spans(replace(scope, labelled=tuple(fields)))


def _told(scope: Scope, topic: str) -> Iterator[Run]:
    """Yield texts with a percentage that a price may hold, though no word for the tax stands by it."""
    if topic != "tax":
        return
    taken = _answers(scope)
    for run in (*scope.runs, *scope.under, *scope.summed):
        for part in SENTENCE.finditer(run.text):
            found = TAXED.search(part[0])
            if found is None or UNTAXED.search(part[0]) or not any(map(_is_rate, RATE.findall(found[0]))):
                continue
            if not _is_taken(run, part.start() + found.start(), part.start() + found.end(), taken):
                yield run


def _is_rate(figures: str) -> bool:
    return 0 < Decimal(figures.replace(",", ".")) <= HIGHEST_RATE


def _may_be_rate(text: str) -> bool:
    found = RATE.fullmatch(text.strip())
    return found is not None and _is_rate(found["rate"])


def _may_be_number(text: str) -> bool:
    """Tell whether a text may be the number of an offer: some figures, and neither day nor telephone."""
    plain = text.strip()
    counted = sum(map(str.isdigit, plain))
    if counted < LEAST_FIGURES or NUMBER.fullmatch(plain) is None or NO_NUMBER.fullmatch(plain):
        return False
    return value_types.is_code(plain) and not value_types.is_date(plain)


def _may_be_time(text: str) -> bool:
    return len(text) <= LONGEST and periods.parse(text) is not None


NOTHING = late(r"(?!)")
ASIDE: Mapping[str, re.Pattern[str]] = {
    "place": sent_goods.OTHERS,
    "quotation": late(
        r"^(?:我|本|客户|您)|供应商|税|登记|框架|主合同|\b(?:our|unser\w*|customer|tax|vat)\b"
        r"|\b(?:supplier|vendor)(?:'s)? (?:no|nr|number|code|id|acc\w*)\b",
        re.IGNORECASE,
    ),
}
"""Labels nobody knows of which it is plain that they are of something else."""
VALUES: Mapping[str, Callable[[str], bool]] = {
    "quotation": _may_be_number,
    "tax": _may_be_rate,
    "delivery": _may_be_time,
    "place": plain_addresses.is_address,
    "payment": lambda text: value_types.fits(Label.PAYMENT, text),
    "incoterms": lambda text: value_types.fits(Label.INCOTERMS, text),
}
"""What the value of a topic is like."""
