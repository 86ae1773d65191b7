"""When goods are to be there, as a sentence tells it that was not understood as a whole."""

import itertools
import re
from collections.abc import Iterator, Sequence

from extractors.conventions import one_date
from extractors.fields import dates, periods
from extractors.header.proposing import spots
from extractors.header.settle import Choice
from extractors.header.spoken.sentences import DELIVERING
from extractors.header.whole.told_terms import PERIOD, UNDELIVERED
from extractors.header.whole.worded_terms import GOODS
from extractors.late import late
from extractors.lines.item import Item
from extractors.page.runs import Run
from extractors.scope import Scope
from models.reading import Header, Reason

DELIVERS = late(
    r"deliver|shipment|ship\b|shipped|dispatch|lead[- ]?time|\bread(?:y|iness)\b|how soon|liefer|versand"
    r"|\bsend\b[^.;]{0,24}\b(?:goods|items|parts|materials?|everything)\b"
    r"|\b(?:weeks?|months?) (?:from|after) (?:(?:the|this|your|our) )?(?:receipt of )?(?:order|l?p\.?o)\b"
    r"|交货|交付|交清|交期|到货|到厂|进厂|到库|到现场|发货|发出|供货(?![商方人单])|工期|货期",
    re.IGNORECASE,
)
"""What speaks of a delivery, in a sentence or in the heading above it."""
ASIDE = late(
    r"逾期|延期|迟|违约|罚|赔|扣|异议|投诉|退货|通知|验收|检验|质保|保修|保证|三包|有效|更换|补发|不得超过"
    r"|开具|确认|回传|回签|付清|支付|付\s?\d|付款(?!后|保函|之日|到[账帐])|款项"
    r"|发票|寄|\bnet\b|\bterms\b|\bpayments?\b|\bcover(?:ed|s)?\b|\b(?:late|delay\w*|penalt\w*|damages|warrant\w*|claims?|notif\w*|insur\w*|cancel\w*|notice|inspect\w*"
    r"|pay(?:able|s|ment)? (?:with)?in|paid|invoices?|drawings?|documents?|certificates?|confirm\w*"
    r"|acknowledg\w*|valid\w*|replac\w*|remed\w*|advance|against|guarantee\w*)\b|verzug|rechnung|bestätig|zahl|\d\s?[%％]",
    re.IGNORECASE,
)
"""What a sentence with a period is about that is no time of delivery."""
SPAN = late(
    rf"(?<![月\d])(?:\d{{1,3}}\s*(?:-|–|~|to|bis|至)\s*)?{PERIOD}(?!前)"
    r"|[一二两三四五六七八九十]{1,3}(?:个?工作日|天|日|周|个月)(?=[之以]?内|[后左])",
    re.IGNORECASE,
)
BELOW_HEADING = late(
    r"逾期|迟|违约|罚|付清|支付|质保|保修|\d\s?[%％]|\bdrawings?\b|\b(?:late|delay\w*|penalt\w*|damages|paid|invoice|confirm\w*)\b",
    re.IGNORECASE,
)
"""What a sentence below the heading of a delivery may be about all the same."""
LIMIT = late(r"\s*(?:[之以]?前|为止)")
LIMITED = late(
    r"(?:\bby|\bbefore|\bbis(?: zum)?|\bspätestens(?: am)?|not later than|不[晚迟]于|最[晚迟])\s*$",
    re.IGNORECASE,
)
"""What says that goods are to be there by a day."""
OF_PAPERS = late(
    r"报价|投标|协议|签[订署]|提交|图纸|图样|认可图|送审|计划|资料|quot|offer|tender|drawing|document|certificate|angebot",
    re.IGNORECASE,
)
"""Papers that a sentence with a day is about."""
END = late(r"(?<=[a-z)])(?<!\bapprox)(?<!\bca)(?<!\bmax)\.\s|(?<=\d{4})\.\s|[。；;]")
DELAYED = late(r"(?:拖|晚|迟|延误|耽误|延期)了?\s*$")
"""What stands before the time by which something was late: 上次那批拖了一个月."""
WARRANTY = late(r"P(?:1[2-9]|[2-9]\d)M")
"""From twelve months on a period is that of a warranty."""
HEADING = 24
"""A heading has no more letters."""


def lead(scope: Scope, header: Header) -> Iterator[Choice]:
    """Yield the periods beside the place that left the time open, then those of sentences of deliveries."""
    spot = header.delivery_date.evidence.text if header.delivery_date is not None else ""
    said = list(_sentences(scope))
    for run, start, part, headed in sorted(said, key=lambda each: not spot or spot not in each[0].text):
        open_here = bool(spot) and spot in run.text and spot in part
        aside = BELOW_HEADING if headed else ASIDE
        unpaid = _unpaid(header, part)
        told = headed or open_here or _counts_from_order(unpaid) or DELIVERS.search(unpaid)
        if told and aside.search(unpaid) is None:
            yield from _periods(run, start, unpaid)


def _unpaid(header: Header, part: str) -> str:
    """Return a sentence with blanks for the terms of payment in it: "60 days from delivery"."""
    paid = header.payment_terms
    text = paid.evidence.text if paid is not None and paid.value is not None else ""
    if text and part.strip() in text:
        return ""
    return part.replace(text, " " * len(text)) if text else part


def _counts_from_order(part: str) -> bool:
    """Tell whether a text is nothing but a time from the order on: "within 10 weeks of this order"."""
    period = periods.parse(part.strip().rstrip("."))
    return period is not None and period.anchor == "order_receipt"


def _periods(run: Run, start: int, part: str) -> Iterator[Choice]:
    spans = periods.find(part) or [found.span() for found in SPAN.finditer(part)]
    spans = [(low, high) for low, high in spans if not DELAYED.search(part, 0, low)]
    read = [(low, high, periods.parse(part[low:high])) for low, high in spans]
    if len({period.iso for _, _, period in read if period is not None}) > 1:
        return  # of two times none is the one
    for low, high, period in read:
        if period is not None and not WARRANTY.fullmatch(period.iso):
            unit = "working_days" if period.working_days else None
            at = start + low, start + high
            yield Choice(period.iso, run, *at, reason=Reason.ROLE, unit=unit, anchor=period.anchor)


def day(scope: Scope, header: Header, items: Sequence[Item]) -> Iterator[Choice]:
    """Yield the last day of sentences of the delivery that neither date the paper nor stand in an item."""
    dated = header.document_date.value if header.document_date is not None else None
    for run, start, part, headed in _sentences(scope):
        of_goods = headed or any(each.search(part) is not None for each in (DELIVERING, GOODS, DELIVERS))
        if not of_goods or UNDELIVERED.search(part) or any(_stands_in(run, item) for item in items):
            continue
        spans = [(low, high) for low, high in dates.find(part) if not _is_of_papers(part, low)]
        limits = [
            (low, high) for low, high in spans if LIMIT.match(part, high) or LIMITED.search(part, 0, low)
        ]
        of_papers = OF_PAPERS.search(part) is not None
        for low, high in limits[:1] or ([] if of_papers else spans[-1:]):
            reading = one_date(part[low:high].strip(), scope.conventions)
            if reading is not None and reading.last.isoformat() != dated:
                yield Choice(reading.last.isoformat(), run, start + low, start + high, reason=Reason.ROLE)


def said_there(scope: Scope, header: Header, items: Sequence[Item]) -> Iterator[Choice]:
    """Yield the one day that stands in the place that left the time open: "Wanted at our dock: 15 May"."""
    spot = header.delivery_date.evidence.text if header.delivery_date is not None else ""
    spans = dates.find(spot) if not (OF_PAPERS.search(spot) or UNDELIVERED.search(spot)) else ()
    if len(spans) != 1 or any(spot in text for item in items for text in _texts(item)):
        return
    reading = one_date(spot[slice(*spans[0])].strip(), scope.conventions)
    if header.document_date is not None and header.document_date.evidence.text == spot:
        return  # the day of the paper, and of no delivery
    for run in spots.paragraphs(scope):
        at = run.text.find(spot)
        if at >= 0 and reading is not None:
            start, end = (at + edge for edge in spans[0])
            yield Choice(reading.last.isoformat(), run, start, end, reason=Reason.ROLE)


def _texts(item: Item) -> Iterator[str]:
    """Yield what stands in an item."""
    yield from (text.printed for text in itertools.chain(item.unknown, *item.texts.values()))
    yield from (note.text for note in item.notes)


def _is_of_papers(part: str, day: int) -> bool:
    """Tell whether the clause of a sentence that names a day is about papers: "laut Angebot vom 3.2."."""
    begin = max(part.rfind(comma, 0, day) for comma in ",，")
    return OF_PAPERS.search(part, begin + 1, day) is not None


def _sentences(scope: Scope) -> Iterator[tuple[Run, int, str, bool]]:
    """Yield the sentences with their places, and whether the first stands below or beside a heading."""
    before: Run | None = None
    for run in spots.paragraphs(scope):
        headed = before is not None and _heads(before, run)
        if before is not None and _is_aside(before, run):
            before = run
            continue
        for start, end in spots.parts(run.text, END):
            yield run, start, run.text[start:end], headed and start == 0
        before = run


def _stands_in(run: Run, item: Item) -> bool:
    """Tell whether a text stands beside the line of an item."""
    return run.page is item.row.page and item.row.box.top < run.box.middle < item.row.box.bottom


def _is_aside(before: Run, run: Run) -> bool:
    """Tell whether a text stands beside the caption of something that is no delivery: 保修, "Warranty".

    So it does right below one.
    """
    level = before.page is run.page and before.box.top < run.box.middle < before.box.bottom
    below = before.page is run.page and abs(before.box.x0 - run.box.x0) < before.box.height
    below = below and 0 <= run.box.top - before.box.bottom < before.box.height
    return (level or below) and len(before.text) <= HEADING and ASIDE.search(before.text) is not None


def _heads(before: Run, run: Run) -> bool:
    """Tell whether a text is the heading of the next one, and speaks of a delivery."""
    short = len(before.text) <= HEADING and DELIVERS.search(before.text) is not None
    near = before.page is run.page and run.box.top - before.box.bottom < 2 * before.box.height
    return short and near and not any(map(str.isdigit, before.text[3:]))
