"""Sentences whose delivery, place or payment is certain: read twice, understood wholly, without a rival.

A sentence proves its value where the phrases of `extractors/clauses` know every word of it, state one thing
and the same as the field's own reading, and nothing else in the document speaks of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from extractors.clauses import marks
from extractors.clauses.read import statements
from extractors.fields import dates, incoterms, payment, periods, place_asides
from extractors.fields.payment import Installment
from extractors.header.labelling.label_words import CLAUSE, meaning
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_lines import CHINESE_SUBCLAUSE
from extractors.header.spoken import named_places, placing, sentences, signed_here, told_places
from extractors.header.sums import currency_statements
from extractors.header.whole import term_sentences
from extractors.late import late
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label

ASIDES = late(
    r"(?:交货|送货|收货|到货|交付)地[点址][:：][^,，。；;]*[,，]?"
    r"|[,，]?(?:运费|运输费用?|运杂费)(?:全部)?由[^,，。；;]{1,6}(?:承担|负担)"
    r"|[,，](?:货到(?:车板|现场|仓库|库房)?后?[,，]?)?由(?:[甲需买]方|我[司方])"
    r"(?:(?!通知|分批|验收|确认|合格|时间)[^,，。；;\d付款账算后]){0,12}?(?:签收|接收|卸车|卸货)"
)
"""A place behind its label within a sentence, who pays for carriage, and who takes the goods off.

The first two have readings of their own.
"""
NAMES = late(r"[收卸][货貨料](?=[处處点點口站区區台部]|平台|大厅)|[开研][发發](?=[区區]|中心)")
"""What a place or a part of a works is called after, and no event: 3号门收货处, 经济开发区."""
OTHERS = frozenset({"event", "topic", "aside", "paper", "share"})
"""What no name of a place says."""
OWED = late(r"\bpa(?:ys|yable)\b|结清|付清|余款|尾款|剩余[^，。；;]{0,4}款|质保金|账期", re.IGNORECASE)
"""Further words of paying, by which a sentence may state terms that are not read."""
NET_SUM = late(
    r"(?<=\d[.,]\d\d) net\b(?=\s*(?:$|[,.;]))(?!.*\d\s*(?:days|d\b|tage|jours|日|天))", re.IGNORECASE
)
"""What stands behind a sum without the tax, without days behind it: "EUR 1,930.00 net"."""
UNLESS = late(r"[(（][^()（）]*(?:送|前|后|除|如|若)")
"""What a bracket behind a place says of another one: 2号库（二期完工前送临时仓库）."""
EXCEPTED = late(
    r"或(?!者?卸)|除|样[品件]|部分|其中|其余|余下|另|[仅僅只]|[急大重]件|整机|备件[,，]?[送发]"
    r"|第?\s?\d+\s?[、，]?[项行]|以外|不[含包]|待通知"
    r"|\b(?:or|except\w*|unless|only|other|others|some|samples?|items?|pos)\b",
    re.IGNORECASE,
)
"""What is said behind a place of another one, or of goods that do not go there."""
CLAUSED = late(r"(?=.{12})[^。；;:：]*[，,。]")
"""A value that is a sentence, or begins one."""
TITLE = late(r"\s*(?:§\s?|(?i:article|section|clause)\s)?\d{1,2}\s?[.)]?\s+")
"""The number before the title of a clause: "§ 4 Payment"."""
BESIDE = frozenset({"carriage"})
"""What else a sentence may state without putting its time in doubt."""
CLAIMS = late(
    r"不合格|更换|质量保证期|到货后[^，。；;]{0,12}内[^，。；;甲乙]{0,10}(?:验收|检验)(?!合格)"
    r"|到货后[^，。；;]{0,12}内由?(?:[甲需买]方)"
    r"(?:(?!发货|交货|二次)[^，。；;乙批]){0,20}(?:验收|检验)(?!合格)"
)
"""What is done with goods that came: no time by which they come."""


def proven(
    found: Sequence[Labelled], labelled: Iterable[Labelled], runs: Sequence[Run]
) -> tuple[Labelled, ...]:
    """Return those of the values found in sentences that are certain, given the labels of the document."""
    labelled = tuple(labelled)
    told = {
        id(word) for each in found if _is_alone(each) and each.value is not None for word in each.value.words
    }
    stated = {
        one
        for each in labelled
        for one in each.meanings
        if one is Label.PAYMENT or not _heads(each, told, runs)
    }
    sure: list[Labelled] = []
    for label in SPEAKS:
        if label in stated or Label.TERMS in stated:
            continue
        own = [each for each in found if each.meanings == {label}]
        values = {_value(each) for each in own}
        if len(values) == 1 and all(map(_understood, own)) and _mentions(label, runs) == len(own):
            sure += own
    sure += signed_here.proven(found)
    trade = term_sentences.proven(labelled, runs)
    return (*sure, *trade, *currency_statements.proven(runs), *placing.find(runs, labelled))


def _is_alone(found: Labelled) -> bool:
    """Tell whether a paragraph is the one sentence that states a value: another one may change it."""
    said = sentences.sentences(found.value.text) if found.value is not None else ()
    return sum(1 for each in said if each.strip()) == 1


def _heads(label: Labelled, told: AbstractSet[int], runs: Sequence[Run]) -> bool:
    """Tell whether a label is the title of a clause (第二条 交货) above the sentence, or the sentence as one.

    What else stands below a title may be a list of what it names: 机械密封：45天.
    """
    value, place = label.value, label.label
    if CLAUSE.match(place.text) is None:
        return False
    if value is not None:
        return CLAUSED.match(label.text) is not None and id(value.words[0]) in told
    below = [each for each in runs if each.page is place.page and each.box.top > place.box.middle]
    first = min(below, key=lambda each: each.box.top, default=None)
    return first is not None and id(first.words[0]) in told


def _value(found: Labelled) -> str | None:
    """Return what the field's own reading makes of the text, in the notation of statements."""
    text = found.text.strip(" .。")
    if found.meanings == {Label.PLACE}:
        return f"place {text}"
    if found.meanings == {Label.PAYMENT}:
        installments = payment.parse(text)
        return None if installments is None else "pay " + " ".join(map(_share, installments))
    period, days = periods.parse(text), dates.parse(text)
    if period is not None and period.low_iso is None:
        return f"lead {period.iso}{' working' if period.working_days else ''} {period.anchor or '-'}"
    if len(days) == 1 and days[0].first == days[0].last and days[0].year_stated:
        return f"date {days[0].last.isoformat()}"
    return None


def _share(one: Installment) -> str:
    days = f"+{one.days}{'wd' if one.working_days else ''}" if one.days else ""
    return f"{format(one.percent.normalize(), 'f')}@{one.trigger}{days}"


def _understood(found: Labelled) -> bool:
    """Tell whether every word of a value's sentence is known and says the same once more."""
    run = found.value
    sentence = None if run is None else _unnumbered(_sentence(run, found.start, found.end))
    if sentence is None:
        return False
    if found.meanings == {Label.PLACE}:
        known = all(each.amount or each.concepts for each in marks.cut(_bare(sentence)))
        named = run is not None and named_places.is_named(run.text, found.start, found.end)
        behind = sentence.partition(found.text)[2]
        return _is_place(found.text) and (known or named) and EXCEPTED.search(behind) is None
    said = [each for each in statements(_bare(sentence)) if each.kind not in BESIDE]
    return [f"{each.kind} {each.value}" for each in said] == [_value(found)] and said[0].understood


def _is_place(text: str) -> bool:
    """Tell whether no word of a place speaks of anything else: of acceptance, payment, another event."""
    told = any(each.amount or any(map(each.has, OTHERS)) for each in marks.cut(NAMES.sub("", text)))
    return not told and UNLESS.search(text) is None and not place_asides.is_doubtful(text)


def _sentence(run: Run, start: int, end: int) -> str | None:
    """Return the sentence around a value; None where it may go on beyond the run."""
    ends = [match.end() for match in sentences.SENTENCE_END.finditer(run.text)]
    low = max((each for each in ends if each <= start), default=0)
    high = min((each for each in ends if each > end - 1), default=None)
    if high is None and not run.page.synthetic:
        return None
    return run.text[low : high or len(run.text)]


def _unnumbered(sentence: str | None) -> str | None:
    """Return a sentence without the number of its clause: 第三条 乙方…, "3.1 交货…"."""
    number = CLAUSE.match(sentence) or CHINESE_SUBCLAUSE.match(sentence) if sentence is not None else None
    return sentence if sentence is None or number is None else sentence[number.end() :]


def _bare(sentence: str) -> str:
    """Return a sentence with its place and its trade term blanked out: they have readings of their own."""
    text = sentence
    named = (each.span() for each in ASIDES.finditer(sentence))
    for start, end in (*told_places.find(sentence), *incoterms.find(sentence), *named):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _mentions(label: Label, runs: Sequence[Run]) -> int:
    return sum(1 for run in sentences.paragraphs(runs) for _ in _spoken(label, run.text))


def _spoken(label: Label, text: str) -> Iterator[str]:
    """Yield the sentences that may state the field, understood or not."""
    for sentence in sentences.sentences(text):
        if not sentences.ASIDE.search(sentence) and SPEAKS[label](sentence):
            yield sentence


def _speaks_of_delivery(sentence: str) -> bool:
    if CLAIMS.search(sentence) or _only_pays(sentence):
        return False
    timed = bool(dates.find(sentence)) or periods.QUANTITY.search(sentence.lower()) is not None
    return timed and sentences.DELIVERING.search(sentence) is not None


def _speaks_of_place(sentence: str) -> bool:
    return bool(told_places.find(sentence))


def _only_pays(sentence: str) -> bool:
    """Tell whether all words of a sentence are known, and it states how to pay: "70% after delivery"."""
    said = [each for each in statements(_bare(_unnumbered(sentence) or "")) if each.kind not in BESIDE]
    return bool(said) and said[0].understood and all(each.kind == "pay" for each in said)


def _speaks_of_payment(sentence: str) -> bool:
    """Tell whether a sentence may state terms; the title of a clause and a net sum state none."""
    titled = meaning(TITLE.sub("", _unnumbered(sentence) or "", count=1))
    said = NET_SUM.sub("", sentence)
    return not titled and (sentences.PAYING.search(said) is not None or OWED.search(said) is not None)


SPEAKS = {
    Label.DELIVERY: _speaks_of_delivery,
    Label.PAYMENT: _speaks_of_payment,
    Label.PLACE: _speaks_of_place,
}
