"""Is a field really absent? Only where nothing in the document seems to speak of it unread.

A label that is not in the vocabulary but holds one of the field's words (要求交货时限：…), or a sentence
outside any clause that puts such a word beside a date or a period, makes an absence uncertain.
"""

import itertools
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib.resources import files

from extractors.fields import dates, periods
from extractors.fields.text import fold
from extractors.header import summaries
from extractors.header.labelling import clause_lines, plain_addresses, value_types
from extractors.header.labelling.label_words import CLAUSE, COLON, meaning
from extractors.header.spoken import (
    bare_addresses,
    told_days,
    told_offers,
    told_places,
    unnamed_offers,
    warranties,
)
from extractors.header.whole import (
    left_beside,
    sent_goods,
    straddled_labels,
    strange_labels,
    told_terms,
    worded_terms,
)
from extractors.kinds.kinds import kind_of_title
from extractors.late import late
from extractors.lines.item import Item
from extractors.page import ticks
from extractors.page.runs import Run, evidence
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Field, Kind, unread_at

MAX_LABEL = 24
MAX_CAPTION = 16
SENTENCE_ENDS = "。；;.！!?？"
ENDS = "。；;,，、.!！?？"
ELSEWHERE = late(
    r"逾期|延期|迟延|延迟|违约|罚|赔偿|验收|检验|质保|保修|异议|付款|支付|结算|发票|通知|保险|退货"
    r"|\blate\b|delay|penalt|damages|warrant|inspect|accept|pay|invoice|notif|insur|claim|cancel",
    re.IGNORECASE,
)
"""What a clause is about that only mentions a delivery."""
PAID = late(
    r"月结|票到|电汇|承兑|预付\s*\d|\bnet\s+\d|\bT/T\b|\bL/C\b|\d\s*days?\s+(?:net|end of month)",
    re.IGNORECASE,
)
BARE_PLACE = late(r"(?:place|ort|地点)\s*[:：]\s*(?P<value>\S.*)", re.IGNORECASE)
BARE_TIME = late(r"\s*(?:time|zeit|frist|期限)\s*[:：]?\s*", re.IGNORECASE)
AGREED = late(r"合同|协议|contract|agreement", re.IGNORECASE)
"""What terms may be agreed in: its name is no label of theirs, and stands before them all the same."""
BLANK = late(r"\s+|(?<=[a-z])(?=[^\x00-\x7f])")
NEAR = 14
"""A word and a date belong together when so few characters stand between them."""


WITHIN = "inno reno ele obser conser preser reser moti acti culti pri deri exca sal gra".split()
PARTED = {"vat": "".join(f"(?<!{root})" for root in WITHIN) + "vat(?!e[lrc])"}
"""Words that stand within others: observations and private bear no tax."""


def _words() -> Mapping[str, re.Pattern[str]]:
    text = files("extractors.vocabulary").joinpath("suspicion.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return {
        name: re.compile("|".join(PARTED.get(word, re.escape(fold(word))) for word in words))
        for name, words in tables.items()
    }


WORDS = _words()


def unread(scope: Scope, topic: str, items: Sequence[Item] = ()) -> Field | None:
    """Return an unread field for `topic` where the document seems to state it, else None."""
    stray = _stray_day(scope) if topic == "delivery" else None
    if stray is not None:
        return _doubtful(stray)
    for run in _all(scope):
        said = SAID.get(topic)
        strange = _strange_label(run.text, WORDS[topic]) or _untold_options(run.text, WORDS[topic])
        if strange or (said is not None and said(run.text)):
            return _doubtful(run)
    parted = _parted_label(scope) or _in_sum(scope) if topic == "tax" else None
    if parted is not None:
        return _doubtful(parted)
    if topic in NAMED and (bare := next(filter(partial(_begins_with, NAMED[topic]), _all(scope)), None)):
        return _doubtful(bare)
    if topic in NAMED and (bare := _below_bare_label(scope, NAMED[topic])) is not None:
        return _doubtful(bare)
    told = strange_labels.find(scope, topic, items)
    placed = topic == "place" and scope.kind is not Kind.INVOICE  # an invoice says where it was sent to
    told = told or (bare_addresses.of_nobody(_all(scope), strange_labels.known(scope)) if placed else None)
    told = told or (SPOKEN[topic](scope) if topic in SPOKEN else None) or worded_terms.find(scope, topic)
    return None if told is None else _doubtful(told)


def _parted_label(scope: Scope) -> Run | None:
    """Return the end of a label that was parted because it is set wide, with its rate: 税　率 13%."""
    for before, run in itertools.pairwise(_all(scope)):
        level = before.page is run.page and before.box.top < run.box.middle < before.box.bottom
        letter = len(before.text) == 1 and before.text.isalpha()
        if level and letter and worded_terms.is_taxed(before.text + run.text):
            return run
    return None


def _in_sum(scope: Scope) -> Run | None:
    """Return what names a sum of the table and the rate of a tax beside it: 变更后总价（含13%增值税）."""
    return next((run for run in scope.summed if worded_terms.is_taxed(run.text)), None)


def _all(scope: Scope) -> tuple[Run, ...]:
    """Return all that speaks for the order, or may do so below the last item."""
    return (*scope.runs, *scope.under)


def _begins_with(label: Label, run: Run) -> bool:
    """Tell whether a text is a label of a field and something unread behind a mere blank."""
    text = CLAUSE.sub("", run.text)
    if COLON.search(text) or text.rstrip().endswith(tuple(SENTENCE_ENDS)):
        return False
    shift = len(run.text) - len(text)
    ends = {each.start() for each in BLANK.finditer(text, 0, MAX_LABEL)}
    ends |= {start - shift for start in run.starts if 0 < start - shift <= MAX_LABEL}
    # "Please quote our order number" asks for something; an offer's number has figures.
    fits = label is not Label.QUOTATION_NUMBER or any(map(str.isdigit, text))
    return fits and any(meaning(text[:end]) == {label} for end in ends)


def _below_bare_label(scope: Scope, label: Label) -> Run | None:
    """Return what follows a label for which no value was found, and is of its kind: the margin broke them.

    Or it is a paragraph of the clause that the label heads.
    """
    bare = {id(each.label) for each in scope.labelled if each.value is None and each.meanings == {label}}
    pairs = itertools.pairwise(_all(scope))
    next_lines = (
        run
        for before, run in pairs
        if id(before) in bare
        and (value_types.fits(label, run.text) or clause_lines.is_within(before.text, run.text))
    )
    return next(next_lines, None) or straddled_labels.below(scope, label)


def _stray_day(scope: Scope) -> Run | None:
    """Return a day that stands alone beside no known label: it may be that of the delivery."""
    known = strange_labels.known(scope)
    for run in scope.runs:
        colon = COLON.search(run.text)
        start = colon.end() if colon is not None and colon.start() <= MAX_LABEL else 0
        value = run.text[start:].strip()
        if len(value) > MAX_LABEL or not any(map(str.isdigit, value)) or not dates.parse(value):
            continue
        if not any(id(word) in known for word, _, _ in run.within(start, len(run.text))):
            return run
    return None


def _doubtful(run: Run) -> Field:
    return unread_at(evidence(run))


def _strange_label(text: str, words: re.Pattern[str]) -> bool:
    colon = COLON.search(text)
    if colon is None:
        return _strange_caption(text, words)
    if summaries.recognise(text) is not None:
        return False
    label = CLAUSE.sub("", text[: colon.start()])
    return len(label) <= MAX_LABEL and bool(words.search(fold(label))) and not meaning(label)


def _strange_caption(text: str, words: re.Pattern[str]) -> bool:
    """Tell whether a short text without a colon may be the caption of a cell that nobody knows: 交货厂区."""
    bare = CLAUSE.sub("", text).strip()
    plain = len(bare) <= MAX_CAPTION and not any(each.isdigit() or each in ENDS for each in bare)
    plain = plain and not worded_terms.says_basis(bare)
    return plain and bool(words.search(fold(bare))) and not meaning(bare) and kind_of_title(bare) is None


def _untold_options(text: str, words: re.Pattern[str]) -> bool:
    """Tell whether options with a word of the topic stand, nobody knows how, around their boxes."""
    if not ticks.may_hold_marks(text):
        return False
    marks = list(ticks.MARK.finditer(text))
    return len(marks) > 1 and bool(words.search(fold(text[: marks[0].start()][:MAX_LABEL])))


def _in_sentence(text: str) -> bool:
    """Tell whether a line puts a delivery word beside a date or a period, and is of nothing else."""
    other = CLAUSE.match(text) is not None and ELSEWHERE.search(text) is not None
    other = other or any(warranties.find([(0, text)]))
    if other or COLON.search(text) or not any(map(str.isdigit, text)):
        return False
    spans = [*dates.find(text), *periods.find(text)]
    words = list(_places(text))
    return any(start - NEAR <= at <= end + NEAR for start, end in spans for at in words)


def _credited(text: str) -> bool:
    """Tell whether terms of payment stand behind a label that nobody knows: 按框架合同：月结90天."""
    colon = COLON.search(text)
    label = CLAUSE.sub("", text[: colon.start()]) if colon else ""
    strange = 0 < len(label) <= MAX_LABEL and (not meaning(label) or AGREED.search(label) is not None)
    return strange and colon is not None and PAID.search(text, colon.end()) is not None


def _timed(scope: Scope) -> Run | None:
    """Return a span of days or weeks beside a bare "Time"."""
    pairs = itertools.pairwise(_all(scope))
    return next(
        (
            run
            for before, run in pairs
            if BARE_TIME.fullmatch(before.text) and periods.parse(run.text.strip(" :：")) is not None
        ),
        None,
    )


def _placed(scope: Scope) -> Run | None:
    """Return an address behind a bare "Place:"; a town alone may be where the order was signed."""
    for before, run in itertools.pairwise(_all(scope)):
        parted = before.text + run.text if run.text.startswith((":", "：")) else ""
        for text, spot in ((before.text, before), (parted, run)):
            placed = BARE_PLACE.match(CLAUSE.sub("", text))
            said = placed["value"] if placed is not None else ""
            if plain_addresses.is_address(said) or (said.count(",") > 1 and any(map(str.isdigit, said))):
                return spot
    return None


def _places(text: str) -> Iterator[int]:
    lowered = text.lower()
    for word in ("交货", "到货", "发货", "交期", "deliver", "shipment", "ship by"):
        at = lowered.find(word)
        if at >= 0:
            yield at


SAID: Mapping[str, Callable[[str], bool]] = {
    "delivery": _in_sentence,
    "tax": worded_terms.is_taxed,
    "payment": _credited,
    "place": lambda text: sent_goods.are_told(text) or told_places.is_charged(text),
    "quotation": told_offers.seems_told,
}
"""How a sentence speaks of a topic."""
NAMED: Mapping[str, Label] = {
    "place": Label.PLACE,
    "payment": Label.PAYMENT,
    "quotation": Label.QUOTATION_NUMBER,
}
SPOKEN: Mapping[str, Callable[[Scope], Run | None]] = {
    "place": lambda scope: (
        next((each.value for each in scope.labelled if told_places.beside(each)), None) or _placed(scope)
    ),
    "delivery": lambda scope: (
        told_terms.delivery(scope)
        or told_days.find(scope)
        or left_beside.time_of_term(scope)
        or _timed(scope)
    ),
    "incoterms": left_beside.unticked_term,
    "payment": told_terms.payment,
    "quotation": lambda scope: told_offers.broken_off(_all(scope)) or unnamed_offers.find(_all(scope)),
}
"""What sentences say without a label."""
