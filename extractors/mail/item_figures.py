"""Numbers and words in a letter that say something else of the items than the order that it goes with.

Nobody can list all ways to write "12 instead of 10". But a number beside an item's number, code or size, or
beside the word for quantity or price, is one of the order's figures of that item; where it is none, the
letter changes the order: "Item 20: qty is 12", PP 75 二十只, "price of item 20 is 28.00". And a letter that
names one item and says "not", "only" or 另购 beside it may leave that item out.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache, partial

from extractors.fields import dates, numerals, periods
from extractors.fields.text import level
from extractors.late import late
from extractors.mail import whole_orders
from extractors.mail.ordered import CODE, ITEM_NUMBER, Ordered
from extractors.mail.whole_orders import CLAUSE_END, ITEM
from extractors.vocabulary import wordlists

_WORDS = wordlists.load("letters", "letters_items", "letters_figures", "letters_open")

_either = partial(wordlists.either, _WORDS)

DROPPING, DEDUCTING, PRICING, PAYING = map(_either, ("dropping", "deducting", "pricing", "paying"))
GERMAN_CHANGES, GERMAN_TOPICS = _either("german_changes"), _either("german_topics")
OTHER_MATTERS, ORDINALS, WHICH = _either("other_matters"), _either("ordinals", "which"), _either("which")
COUNTED, PRICED, WANTED = map(_either, ("counted", "priced", "wanted"))
OF_NO_ORDER = _either("of_no_order")
NEGATING, AGREEING = _either("negating", "gone"), _either("agreeing")
MEASURED, NUMBERED = _either("measured"), _either("numbered")
COUNT = late(
    r"(?<![\d.,A-Za-z-])(\d{1,6})\s?"
    r"(?:pcs?|pieces|sets?|ea|units|stück|stk|件|套|个(?!月|工作|小时|星期|自然|日)|只|台|支)(?![a-z])",
    re.IGNORECASE,
)
MONEY = late(
    r"(?:eur|usd|cny|rmb|[$€£￥¥])\s?(\d[\d,.]*\d|\d)|(\d[\d,.]*\d|\d)\s?(?:eur|usd|cny|rmb|euros?|元|[$€£￥¥])",
    re.IGNORECASE,
)
NUMBER = late(
    r"(?<![\d.,/_-])(?<![A-WYZa-wyz])(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,4})?|\d{1,6}(?:[.,]\d{1,4})?)"
    r"(?![\d/%％]|[.,]\d|-\d{3})"
)
TOGETHER = late(
    r"\b(?:orders?|p\.?o|altogether|together|in (?:all|total)|bestell\w*|auftrag\w*|insgesamt|zusammen)\b"
    r"|共|合计|总",
    re.IGNORECASE,
)
"""Beside these a number may be that of all pieces."""
SUM = late(r"\d[\d.,]*[.,]\d\d?|\d{3,}")
"""A number that is likely money, where nothing says what it counts."""
ALONE = late(r"\W*\d[\d.,]*\W*(?:each|only|je|pro stück|stück|per piece|st)?\W*", re.IGNORECASE)
SHORT = 16
"""A clause behind one that names an item is about it where it is no longer: LP-16-4300仓库还有,别发了."""
SPELT = {
    word: at
    for words in (
        "two three four five six seven eight nine ten eleven twelve",
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    )
    for at, word in enumerate(words.split(), 2)
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "zwanzig": 20, "dreißig": 30, "fünfzig": 50}
DOZEN = late(r"\b(?:(?:an?|one|ein(?:em|en)?)\s)?(?:dozens?|dutzend)\b", re.IGNORECASE)
SPELLED = late(
    rf"\b(?:{'|'.join(SPELT)})\b"
    r"|(?<![第一二两三四五六七八九十百])(?=[二两三四五六七八九十百]|一[十百])[一二两三四五六七八九十百]{1,5}"
    r"(?=\s?(?:[件套只台支根片副张块卷桶箱]|个(?!月|工作|小时|星期)))",
    re.IGNORECASE,
)
PERCENT = late(r"\d\s?[%％]|[一二三四五六七八九\d]折")
WITHIN = late(
    r"\b(?:tax|fee|levy|duty|charges?|packing|freight)\b[^.;\d]{0,16}\d[\d.,]*"
    r"(?:(?!\bnot?\b|n['’]t\b|\bnever\b)[^.;]){0,30}\b(?:included|inclusive)\b"
    r"|[税费][^。；;\d]{0,6}\d[\d.,]*元?(?:(?![未不没])[^。；;]){0,8}(?:已含|包含|含在)",
    re.IGNORECASE,
)
"""A charge that the prices hold already: "WEEE tax of 0.50 EUR per item included"."""


def changes(sentence: str, ordered: Ordered) -> bool:
    """Tell whether a sentence leaves an item out, or states a number or price that the order does not."""
    said = level(sentence)
    named = ordered.named(said)
    item = ITEM.search(said) is not None or bool(named)
    if (item and DROPPING.search(said)) or (DEDUCTING.search(said) and PERCENT.search(said)):
        return True
    if GERMAN_CHANGES.search(said) and GERMAN_TOPICS.search(said):
        return True
    if any(_leaves_out(each, ordered) for each in _joined(said)):
        return True
    return _strange_counts(said, ordered, item=item) or _strange_figures(said, ordered)


def _joined(said: str) -> Iterator[str]:
    """Yield the clauses of a sentence, each with a short one behind its comma."""
    clauses = CLAUSE_END.split(said)
    for clause, behind in itertools.zip_longest(clauses, clauses[1:], fillvalue=""):
        comma = f"{clause}," in said and len(behind) <= SHORT
        yield f"{clause} {behind}" if comma else clause


def _leaves_out(clause: str, ordered: Ordered) -> bool:
    """Tell whether a clause names one of the items, and says "not" or "only" beside it."""
    plain = "".join(whole_orders.clauses(clause))
    if NEGATING.search(plain) is None:
        return False
    pointed = ordered.pointed(plain)
    one = bool(pointed) and len(pointed) < max(len(ordered.figures), 2)
    return one or ORDINALS.search(plain) is not None


def _strange_counts(said: str, ordered: Ordered, *, item: bool) -> bool:
    """Tell whether pieces or money stand in a sentence that the order does not state."""
    plain = _without_times(said)
    counts = [match[1] for match in COUNT.finditer(plain)]
    counts += [match[1] for each in whole_orders.clauses(plain) for match in COUNT.finditer(spelled(each))]
    priced = (PRICING.search(said) or item) and not WITHIN.search(said)
    sums = [match[1] or match[2] for match in MONEY.finditer(plain) if priced]
    known = ordered.numbers | (ordered.together if TOGETHER.search(said) else frozenset())
    strange = [each for each in (*counts, *sums) if not values(each) & known]
    return bool(strange) and not (sums and not counts and OTHER_MATTERS.search(said))


def _strange_figures(said: str, ordered: Ordered) -> bool:
    """Tell whether a number stands beside an item, or the word for its figures, that is none of them."""
    if WITHIN.search(said) or OF_NO_ORDER.search(said):
        return False
    named = ordered.named(said)
    known = ordered.known(ordered.pointed(said) or named)
    plain = _without_times(said)
    kept = set(whole_orders.clauses(plain))
    before = ""
    for clause in CLAUSE_END.split(plain):
        if _agrees_otherwise(clause, ordered):
            return True
        about = _is_about_items(clause, ordered, named=bool(named)) or _heads_figures(before)
        numbers = NUMBER.findall(_without_names(spelled(clause), ordered)) if about and clause in kept else []
        whole = ordered.together if TOGETHER.search(clause) and not ordered.pointed(clause) else frozenset()
        if any(not values(each) & (known | whole) for each in numbers):
            return True
        before = clause
    return False


def _agrees_otherwise(clause: str, ordered: Ordered) -> bool:
    """Tell whether a clause says that a sum was agreed which is none of the order: "we agreed 28.50"."""
    if not AGREEING.search(clause) or PAYING.search(clause) or OTHER_MATTERS.search(clause):
        return False
    sums = [each for each in NUMBER.findall(_without_names(clause, ordered)) if SUM.fullmatch(each)]
    return any(not values(each) & ordered.numbers for each in sums)


def _heads_figures(clause: str) -> bool:
    """Tell whether a clause only says what the number behind it is: "Qty: 25"."""
    headed = (COUNTED.search(clause) or PRICED.search(clause)) is not None
    return headed and not re.search(r"\d", ITEM_NUMBER.sub("", clause))


def _is_about_items(clause: str, ordered: Ordered, *, named: bool) -> bool:
    """Tell whether the numbers of a clause are those of items: it names one, or a figure of theirs."""
    if ordered.pointed(clause) or COUNTED.search(clause) or WHICH.search(clause):
        return True
    if PRICED.search(clause):
        return PAYING.search(clause) is None
    return named and (WANTED.search(clause) is not None or ALONE.fullmatch(clause) is not None)


def _without_names(clause: str, ordered: Ordered) -> str:
    """Return a clause without the numbers that count nothing: of items, codes, sizes, measures, papers."""
    spans = [match.span() for match in ordered.sizes(clause)]
    spans += [match.span() for match in CODE.finditer(clause) if _is_code(match[0], ordered)]
    clause = _blanked(clause, spans)
    for pattern in (ITEM_NUMBER, MEASURED, NUMBERED):
        clause = _blanked(clause, [match.span() for match in pattern.finditer(clause)])
    return clause


def _is_code(found: str, ordered: Ordered) -> bool:
    lettered = any(map(str.isdigit, found)) and not re.fullmatch(r"[\d.,]+[xX]?", found)
    return lettered or found.casefold() in ordered.by_code


def spelled(said: str) -> str:
    """Return a clause with the counts that it spells in figures: "eleven pieces" is 11 pieces."""
    return SPELLED.sub(_figures, DOZEN.sub("12 pcs", said))


def _figures(match: re.Match[str]) -> str:
    word = match[0].casefold()
    counted = SPELT.get(word) or numerals.parse(word.replace("两", "二"))
    return match[0] if counted is None else str(counted)


@lru_cache(maxsize=64)
def _without_times(said: str) -> str:
    """Return a sentence without its dates and periods: a day is no quantity."""
    return _blanked(said, (*dates.find(said), *periods.find(said)))


def _blanked(said: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        said = said[:start] + " " * (end - start) + said[end:]
    return said


def values(printed: str) -> set[Decimal]:
    """Return the numbers that a printed one may be, whichever sign parts its decimals."""
    return set(_values(printed))


def _values(printed: str) -> Iterator[Decimal]:
    for point, comma in ((".", ","), (",", ".")):
        try:
            yield Decimal(printed.replace(comma, "").replace(point, "."))
        except InvalidOperation:
            continue
