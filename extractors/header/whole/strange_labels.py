"""Values behind labels that nobody knows: "Zemony No.: 20018841", 爩率 13%, "Fuzy time: 45 days".

The next customer's word for a field is in no list, and still its value can be told by what it is: a number
behind such a label may be the quotation's, a percentage the rate of the tax, a period the time of delivery.
It is not read; but the field is not surely absent.
"""

import enum
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.fields import companies
from extractors.header.labelling.label_words import CLAUSE, COLON, meaning
from extractors.header.labelling.labelled import Labelled
from extractors.header.whole.likely_values import ASIDE, NOTHING, VALUES, untold_rates
from extractors.kinds.kinds import kind_of_title
from extractors.late import late
from extractors.lines.headings import recognise
from extractors.lines.item import Item, Text
from extractors.page.runs import Run, joined
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
NEUTRAL = frozenset({Label.NEUTRAL})
NO_ANSWER = frozenset({Label.NEUTRAL, Label.PRICE_NOTE})
"""Labels behind which any sentence may stand."""
LEADING = late(r"\s*(?:to|an|at|chez|to us|no\.?|nr\.?)\s*", re.IGNORECASE)
"""What is left of a label that was cut."""
DECIMAL = late(r"\d{1,2}[.,]\d{1,2}|1[3679]|2[0-5]")
"""A rate whose sign its heading has."""
PARTED = late(r"[，,；;。]|\s{2,}|\s(?=[\u4e00-\u9fff])")
"""What stands before a label in the middle of a line."""
LED = late(
    r"(?:[^\W\d_][\w./&'-]*\s){0,3}(?i:no|nr|ref|number|nummer|code|id)\.?\s(?=\S*\d)"
    r"|\s*【?[\u4e00-\u9fff]{2,8}】?\s?(?=[A-Za-z\d])"
    r"|\s*[^\W\d_]{2,14}\.?\s(?="
    r"\d{7,10}(?:\s(?:dated|of|vom)\b.*)?\s*$|[(（]\d{7,10}[)）]\s*$"
    r"|\d{1,2}(?:[.,]\d{1,2})?\s?%\s*$"
    r"|(?:(?:within|in|ca\.?|net) )?\d{1,3}\s"
    r"(?:(?:working|calendar|business) )?(?:days|weeks|tage|wochen|werktage)\b"
    r"|(?:by|until|before|bis|vor)\s\d)"
)
"""Words that may be a label before a value in the same text: "BYKUV NO 20030945"."""
BROKEN = 8
"""A line that its margin broke off has so many characters."""
NEXT = 6
"""A line that goes on is among so many next ones."""
ASIDE_SAID = late(r"\s*，")
"""What parts a value from what is said besides: 芜湖市…6栋，收货人…."""
FIRST = late(r"[。；;]|\s{2,}|\s(?=[\u4e00-\u9fff]{2,8}[:：])")
"""What ends the value of a label on its line."""


class Where(enum.Enum):
    """Where a value stands that a label nobody knows may have."""

    ALONE = enum.auto()
    """In a text of its own."""
    BEHIND = enum.auto()
    """Behind the label and a colon."""
    WITHIN = enum.auto()
    """Behind words in the value of another label, as in a remark."""


def find(scope: Scope, topic: str, items: Sequence[Item] = ()) -> Run | None:
    """Return a text that may state the topic behind a label, or below a heading, that nobody knows."""
    fits = VALUES.get(topic)
    if fits is None:
        return None
    aside = ASIDE.get(topic, NOTHING)
    found = itertools.chain(_repeated(items, fits, aside), _strange(scope, fits, aside), _told(scope, topic))
    return next(found, None)


def _repeated(items: Sequence[Item], fits: Callable[[str], bool], aside: re.Pattern[str]) -> Iterator[Run]:
    """Yield what every row states alike under a heading that nobody knows: lists repeat the order's data."""
    columns: dict[int | None, list[Text]] = {}
    for text in (each for item in items for each in _unknown(item)):
        columns.setdefault(text.column, []).append(text)
    for texts in columns.values():
        alike = len({text.printed for text in texts}) == 1 and len(texts) == len(items)
        said = texts[0].printed
        heading = texts[0].heading.text if texts[0].heading is not None else ""
        bare = len(texts) > 1 and DECIMAL.fullmatch(said) is not None and fits(f"{said}%")
        if alike and aside.search(heading) is None and (fits(said) or bare):
            yield texts[0].run


def _unknown(item: Item) -> Iterator[Text]:
    yield from item.unknown
    aside = item.texts.get(Role.OTHER, ())
    yield from (text for text in aside if text.heading is not None and is_strange(text.heading.text))


def _strange(scope: Scope, fits: Callable[[str], bool], aside: re.Pattern[str]) -> Iterator[Run]:
    runs = (*scope.runs, *scope.under, *scope.summed)
    known_ones = {
        Where.ALONE: _known_spans(scope),
        Where.BEHIND: _begun(scope),
        Where.WITHIN: _answers(scope),
    }
    bare = {id(each.label) for each in scope.labelled if each.value is None}
    for at, run in enumerate(runs):
        for start, where in _begins(run, aside):
            end = _end(run.text, start)
            taken = _is_taken(run, start, end, known_ones[where])
            if taken or not _fits(run, (start, end), runs[at + 1 :], fits):
                continue
            if start or (at and id(runs[at - 1]) in bare) or _is_led(run, runs, aside):
                yield run


def _begins(run: Run, aside: re.Pattern[str]) -> Iterator[tuple[int, Where]]:
    """Yield where the value of a label that nobody knows may begin in its text; 0 where none is in it."""
    begin = 0
    for colon in COLON.finditer(run.text):
        label = PARTED.split(run.text[begin : colon.start()])[-1]
        begin = colon.end()
        if _may_lead(label, aside) or LEADING.fullmatch(label) is not None:
            yield begin, Where.BEHIND
        elif meaning(CLAUSE.sub("", label).strip()) <= NO_ANSWER:
            yield from ((at, Where.WITHIN) for at in _behind_words(run.text, begin, aside))
    if not begin:
        yield 0, Where.ALONE
        yield from ((at, Where.WITHIN) for at in _behind_words(run.text, 0, aside))


def _behind_words(text: str, start: int, aside: re.Pattern[str]) -> Iterator[int]:
    led = LED.match(text, start)
    if led is not None and _may_lead(led[0].strip("【】 "), aside):
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
    if any(map(fits, ASIDE_SAID.split(value)[:1])):
        return True
    below = next((each for each in following[:NEXT] if _goes_on(run, each)), None)
    if fits(value) or below is None or len(value) <= BROKEN:
        return fits(value)
    return fits(joined([run, below]).text[span[0] :].strip(f"{ENDS}. "))


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
        if each.value is not None and not _is_only_neutral(each):
            for word, low, high in each.value.within(each.start, each.end):
                spans.setdefault(id(word), []).append((low, high))
    return spans


def _begun(scope: Scope) -> dict[int, list[tuple[int, int]]]:
    """Return where values of known labels begin: what stands behind a colon may be within another's value."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for each in scope.labelled:
        words = each.value.within(each.start, each.end) if each.value is not None else []
        if words and not _is_only_neutral(each):
            word, low, _ = words[0]
            spans.setdefault(id(word), []).append((low, low + 1))
    return spans


def _is_only_neutral(found: Labelled) -> bool:
    """Tell whether a label is taken for one of something else though nobody knows it."""
    return found.meanings == NEUTRAL and is_strange(PARTED.split(found.named.rstrip(":： "))[-1])


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
        if not all(_is_taken(run, *span, taken) for span in untold_rates(run.text)):
            yield run
