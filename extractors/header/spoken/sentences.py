"""Order data in running text: "delivery within 8 weeks, CIF Ashcombe, to Unit 9 …", "送至…备件库".

What a sentence states is proposed and never sure: a sentence can speak of a fine, an example or another
order. Each finding is a labelled value, so that the fields read it as they read what stands beside labels.
"""

import functools
import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from extractors.fields import dates, incoterms, payment, periods
from extractors.fields.text import SIMPLER
from extractors.header.labelling.label_words import CLAUSE, match
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_lines import CHINESE_SUBCLAUSE
from extractors.header.spoken import (
    bare_addresses,
    named_sides,
    papers_days,
    told_currencies,
    told_numbers,
    told_offers,
    told_places,
    warranties,
)
from extractors.kept import kept
from extractors.late import late
from extractors.page.runs import IDEOGRAPH, Run, joined
from extractors.rare import Rare
from extractors.vocabulary.meanings import Label

Span = tuple[Label, int, int]

RECENT = 6
"""So many paragraphs above a line it may continue: columns stand side by side."""
SPACED = 1.3  # heights of letters between the lines of a letter that are set wide apart
NEAR = 0.9  # and of other prose
OTHER_SIZE = 0.25
"""Letters that differ by more than this share of their height are those of a title and of a text."""
NUMBERING = 6
"""The number of a clause (第十二条) has at most so many characters."""

NUMBER_LED = late(r"(?:号|编号|号码|\bno\.?|\bnumber)\s?[:：]\s*$", re.IGNORECASE)
NUMBER_BEHIND = late(r"\s*(?=[A-Za-z0-9\-/]*\d{4})[A-Za-z0-9\-/]{5,24}\s*[。，；,;)）]")
ASIDE = Rare(
    r"逾期|违约|罚|赔|延误|延迟|延期|迟延|迟交|质保|保修|异议|回传|回签|确认|开具|认可图[应须需请于]|送审[应须需于]|delay|late\b|penalt|damages|warrant|acknowledg"
    r"|confirm|invoices? (?:must|should)"
    r"|\b(?:advise|announce|notify|inform)\b[^.;]{0,40}\b(?:days?|hours?|weeks?)"
    r" (?:in advance|before|prior|ahead)"
    r"|[日天]内[^，。；;]{0,4}(?:退[回货换]|换货|更换|补[齐发足])|valid|for example|insur",
    "日内|天内|逾期|违约|罚|赔|延误|延迟|延期|迟延|迟交|质保|保修|异议|回传|回签|确认|开具|认可图|送审|delay|late|penalt|damages|warrant|acknowledg"
    "|confirm|invoice|advise|announce|notify|inform|valid|for example|insur",
    re.IGNORECASE,
)
"""Clauses that speak of these do not say when, where or how the order is to be fulfilled."""
RETAINED = late(r"质保(?:期(?:届?满|结束|到期)后?|金)|质量保证(?:期(?:届?满|结束)后?|金)")
"""When the last share is paid: in terms of payment it speaks of nothing else."""
CLAUSE_END = late(r"[。；;！!，]|,\s(?!\d{4}\b)|\.(?:\s+(?=[A-Z])|$)")
UNTIL = late(r".{0,40}?\d{1,3}\s?个?(?:工作)?[天日周月][之以]?内")
"""A clause that ends with until when: what is done by then stands in the next one."""
PAPERS = late(r"函|图[纸样]|资料|文件|发票|合同|样[品件本]|计划|清单|证书?|原件|报告|保证金|方案|说明书")
"""What is sent besides goods."""
SENTENCE_END = late(r"[。；;！!]|\.(?:\s+(?=[A-Z])|$)")
DELIVERING = Rare(
    r"交货|到货|发货|送[达到至往]|运[抵至到往]|交付|供货(?![商方人单])|交期|货期"
    r"|deliver|shipment|ship\b|shipped|dispatch|required|needed|lead time"
    r"|\bneed (?:the |these |all |our )*(?:goods|parts|items|material)"
    r"|(?:goods|parts|material) (?:on site |here )?by\b"
    r"|\b(?:goods|parts|items|material|everything|consignment)\s+(?:(?:must|should|shall|will|has|have|to|is|are)\s+){0,2}"
    r"(?:reach|arrive|be (?:here|with us))"
    r"|\bneed(?:s|ed)? (?:it |them |this |all )?(?:on|at|in|by) (?:our |the |site|\d)"
    r"|\bleave (?:your |the )?(?:works|factory|plant|premises)|\breadiness of\b",
    "货|送|运|交付|交期|deliver|ship|dispatch|required|need|lead time|goods|parts|items|material|everything"
    "|consignment|leave|readiness",
    re.IGNORECASE,
)
COUNTED_FROM = late(
    r"(?:\s+[A-Z]{2,4})?\s+(?:from|after|of|following|against)\s+(?:(?:the|date of)\s+)*"
    r"(?:delivery|shipment|dispatch)\b",
    re.IGNORECASE,
)
"""What a period is counted from that is no time of the delivery: "60 days PDC from delivery"."""
NEEDED = late(r"\bneed (?:the |these |all |our )*(?:goods|parts|items|material)", re.IGNORECASE)
"""Who needs the goods by one of two days leaves open which."""
PAYING = Rare(
    r"付款|货款|支付|结算|月结|\bpa(?:y|id|yment)\b|\bnet\b|\bT/T\b"
    r"|\b(?:account|credit|trading|usual|normal|standard) terms\b|\bterms:? (?:are )?\d",
    "付款|货款|支付|结算|月结|pay|paid|net|t/t|terms",
    re.IGNORECASE,
)
LEAD_IN = late(
    r"^.{0,30}?(?:payment|\bwe pay\b|\b(?:buyer|purchaser|customer|we) (?:shall|will|must) pay\b"
    r"|settled on these terms|即|付款|货款|支付|结算"
    r"|\b(?:account|credit|trading|usual|normal|standard)(?= terms\b)|\bterms(?=:? (?:are )?\d))"
    r"(?:\s*(?:terms?|conditions?|方式|条件|支付|将|will|shall|is|are|to|before|be|made|as|follows|usual|agreed|为|按"
    r"|by))*\s*[:：]?\s*",
    re.IGNORECASE,
)
DAYS = late(r"\d{1,3}\s?days?", re.IGNORECASE)
"""The whole of some terms: "Account terms 14 days"."""
SIGNING = late(
    r"签订|签署|签约|订立|达成(?:如下|以下)?协议|下单|下达|采购订单|订单"
    r"|\bmade(?: (?:in|at) [^,.;\d]{2,30})? on"
    r"|\bissued\b|\bplaced\b|\bdated\b|\bsigned\b"
    r"|concluded|entered into"
    r"|\bour (?:official )?order\b|\border of\b",
    re.IGNORECASE,
)
SENTENCE_POINT = late(r"[。；;]|(?<!\bno)(?<!\bnr)(?<!\bref)\.(?=\s)", re.IGNORECASE)
OFFER = late(r"报价|询价|quotation|quote|offer|proposal|enquiry|inquiry", re.IGNORECASE)
QUOTED = late(r"[“\"「‘](?P<value>[^”\"」’]{4,60})[”\"」’]")


def find(runs: Sequence[Run]) -> Iterator[Labelled]:
    """Yield what the sentences of a document state."""
    for run in paragraphs(runs):
        seen = {(label, start, end) for way in WAYS for label, start, end in way(run.text.translate(SIMPLER))}
        for label, start, end in sorted(seen):
            yield Labelled(frozenset({label}), run, run, "sentence", start, end)
    yield from bare_addresses.find(runs)


@kept
def paragraphs(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs, those that go on in the next line joined with it, also in columns side by side."""
    found: list[list[Run]] = []
    margins: list[float] = []
    for before, run in zip((None, *runs), runs):  # noqa: B905 - the first has nothing before it
        recent = range(len(found) - 1, max(len(found) - RECENT, 0) - 1, -1)
        at = next((each for each in recent if _goes_on(found[each][-1], run, margins[each])), None)
        if at is None:
            found.append([run])
            margins.append(before.box.x0 if before is not None and _is_number_of(before, run) else run.box.x0)
        else:
            found[at].append(run)
    return tuple(map(joined, found))


def _is_number_of(before: Run, run: Run) -> bool:
    """Tell whether a run is the number of the clause that begins at its right."""
    return before.page is run.page and len(before.text) <= NUMBERING and before.box.bottom == run.box.bottom


def _goes_on(above: Run, below: Run, margin: float) -> bool:
    """Tell whether a line of prose continues the line above it; a clause may go on under its number."""
    height = above.box.height
    gap = below.box.top - above.box.bottom
    if not -0.3 * height < gap < SPACED * height or above.page is not below.page or above.page.synthetic:
        return False
    if gap >= NEAR * height and not _is_cut_prose(above, below):
        return False
    if abs(below.box.height - height) > OTHER_SIZE * height:
        return False
    slack, left = 2.5 * height, below.box.x0
    flush = abs(left - above.box.x0) < slack or abs(left - margin) < slack
    if not flush or below.box.x1 >= above.box.x1 + 2 * height:
        return False
    prose = len(above.text) > (24 if IDEOGRAPH.search(above.text) else 45)
    open_end = above.text.rstrip()[-1:] not in "。.;；:：" or _number_behind(above.text, below.text)
    return prose and open_end and match(below.text) is None


def _is_cut_prose(above: Run, below: Run) -> bool:
    """Tell whether Chinese prose breaks at the edge: letters of offices set their lines wide apart."""
    ends = IDEOGRAPH.match(above.text[-1:]) and IDEOGRAPH.match(below.text[:1])
    return ends is not None and below.box.x0 <= above.box.x0 + 1


def _number_behind(above: str, below: str) -> bool:
    """Tell whether a line ends with the label of a number, and the next one begins with it: …报价单号：."""
    return NUMBER_LED.search(above) is not None and NUMBER_BEHIND.match(below) is not None


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a paragraph."""
    return (part for _, part in _parts(text, SENTENCE_END))


@functools.lru_cache(maxsize=4096)
def _parts(text: str, end: re.Pattern[str]) -> tuple[tuple[int, str], ...]:
    marks = [mark.span() for mark in end.finditer(text)]
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(text)]
    return tuple((start, text[start:end]) for start, end in zip(starts, ends, strict=True))


def _deliveries(text: str) -> Iterator[Span]:
    aside = tuple(warranties.find(_parts(text, SENTENCE_END)))
    for start, part in _timed_clauses(text):
        if DELIVERING.search(part) and not ASIDE.search(part) and not any(start in each for each in aside):
            spans = [each for each in dates.find(part) if told_numbers.is_day(part[each[0] : each[1]])] or [
                each for each in periods.find(part) if not COUNTED_FROM.match(part, each[1])
            ]
            at = 0 if len(spans) == 1 else dates.common_day([part[low:high] for low, high in spans])
            if at is not None:
                yield Label.DELIVERY, start + spans[at][0], start + spans[at][1]
            elif NEEDED.search(part):
                yield from ((Label.DELIVERY, start + low, start + high) for low, high in spans)


def _timed_clauses(text: str) -> Iterator[tuple[int, str]]:
    """Yield the clauses, one that only says until when with what is done by then: 60天内，由乙方运至…."""
    clauses = _parts(text, CLAUSE_END)
    for (start, part), behind in itertools.zip_longest(clauses, clauses[1:]):
        goes_on = behind is not None and UNTIL.fullmatch(part) is not None and text[behind[0] - 1] in "，,"
        goes_on = goes_on and behind is not None and PAPERS.search(behind[1]) is None
        yield start, text[start : behind[0] + len(behind[1])] if goes_on and behind is not None else part


def _led(text: str) -> Iterator[tuple[int, str]]:
    """Yield ends of sentences whose last clauses begin with words for paying (付款方式为预付30%，余款…)."""
    for start, part in _parts(text, SENTENCE_END):
        for at, clause in _parts(part, CLAUSE_END)[1:]:
            if PAYING.search(clause) and LEAD_IN.match(clause):
                yield start + at, part[at:]
                break


def _payments(text: str) -> Iterator[Span]:
    for start, part in (*_parts(text, SENTENCE_END), *_led(text), *_parts(text, CLAUSE_END)):
        if not PAYING.search(part) or ASIDE.search(RETAINED.sub("", part)):
            continue
        lead = LEAD_IN.match(part)
        begin = lead.end() if lead else len(part) - len(part.lstrip())
        quoted = QUOTED.search(part)
        numbered = CLAUSE.match(part) or CHINESE_SUBCLAUSE.match(part)
        bare = numbered.end() if numbered else len(part) - len(part.lstrip())
        spans = [(begin, len(part)), (bare, len(part))]
        spans = spans[::-1] if _says_when(part[bare:], part[begin:]) else spans
        for low, high in [quoted.span("value")] if quoted else spans:
            said = part[low:high].strip(" .。")
            if payment.parse(said) is not None or (lead and DAYS.fullmatch(said)):
                yield Label.PAYMENT, start + low, start + high
                return


def _says_when(whole: str, cut: str) -> bool:
    """Tell whether what leads to terms is a part of them: 合同签订后支付合同总额的30%作为预付款，…."""
    both = [payment.parse(text.strip(" .。")) for text in (whole, cut)]
    return None not in both and both[0] != both[1]


def _signings(text: str) -> Iterator[Span]:
    """Yield the only date of a clause that speaks of signing or placing: "made on this 25th March 2026"."""
    for start, part in _parts(text, CLAUSE_END):
        spans = [each for each in dates.find(part) if told_numbers.is_day(part[each[0] : each[1]])]
        if (
            len(spans) == 1
            and not papers_days.is_one(part, *spans[0])
            and SIGNING.search(part)
            and not DELIVERING.search(part)
            and not OFFER.search(_sentence_before(text, start + spans[0][0]))
        ):
            yield Label.PLAIN_DATE, start + spans[0][0], start + spans[0][1]


def _sentence_before(text: str, at: int) -> str:
    """Return what stands before a place in its sentence: the point of "quotation No. 4711" ends none."""
    return SENTENCE_POINT.split(text[:at])[-1]


def _places(text: str) -> Iterator[Span]:
    aside = [
        (low, low + len(part))
        for low, part in _parts(text, SENTENCE_END)
        if ASIDE.search(part) and not DELIVERING.search(part)
    ]
    for start, end in told_places.find(text):
        if not any(low <= start < high for low, high in aside):
            yield Label.PLACE, start, end


def _terms(text: str) -> Iterator[Span]:
    for start, end in incoterms.find(text):
        if len(text) > end - start:
            yield Label.INCOTERMS, start, end


WAYS: tuple[Callable[[str], Iterator[Span]], ...] = (
    _deliveries,
    _payments,
    _places,
    _terms,
    told_numbers.find,
    _signings,
    told_offers.find,
    told_currencies.find,
    named_sides.find,
)
