"""The sentence by which a paper places itself: "With this order 4711 of 3 May 2026, A orders from B".

Other sentences may name a number and a day of anything, and what they state is never sure. One that is known
wholly, begins its paragraph and says of the paper itself that it is the order states them as a label does.
Where two of them, or a label, say otherwise, neither is sure (`settle`).
"""

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files

from extractors.fields import companies, dates
from extractors.fields.text import SIMPLER, level
from extractors.header.labelling.label_words import CLAUSE
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_types import is_code
from extractors.header.spoken import sentences
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label

PARTS = {
    "number": r"(?P<number>(?=[a-z0-9\-/.]*\d)[a-z0-9][a-z0-9\-/.]{2,23}[a-z0-9])",
    "date": (
        r"(?P<date>\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
        r"|\d{1,2}(?:st|nd|rd|th|\.)?[ -][a-zäé]{3,9}\.?,?[ -]\d{4}|[a-z]{3,9}\.? \d{1,2}, ?\d{4})"
    ),
    "buyer": r"(?P<buyer>[^;:。]{3,90}?)",
    "seller": r"[^;:。]{2,90}?",
    "goods": r"[^,;:。]{0,12}?",
    "now": (
        r"(?![^。;]*(?:上次|上批|上回|上月|上周|去年|框架|补[发寄]|已(?![批审确通同])|之前|以前|此前|原订单|原单|参照|参考|取消|作废|更改|变更|修改|补充|替换"
        r"|代替|一样|照旧|相同|比照|合并|并入|归入))"
    ),
    "quote": (
        r"(?:,? (?:on|against|as per|per|based on|with reference to|and)? ?your (?:quotation|quote|offer)"
        r"[^,;:。]{3,24})?"
    ),
}
"""What stands in the places of a sentence; `now` is no words, but that none of an earlier order follow."""
CODE = "A-1"
"""In the place of a number that a sentence does not name."""
MEANT = {"order": Label.ORDER_NUMBER, "contract": Label.CONTRACT_NUMBER, "mail": Label.ORDER_NUMBER}
NUMBERS = frozenset({Label.ORDER_NUMBER, Label.CONTRACT_NUMBER})
DATES = frozenset({Label.DOCUMENT_DATE, Label.PLAIN_DATE})
ANYWHERE = "mail"
"""Sentences that say of the mail itself what it is; they need not begin a paragraph."""


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = files("extractors.vocabulary").joinpath("placing.toml").read_text(encoding="utf-8")
    return tuple(
        (name, re.compile(_filled(each), re.IGNORECASE))
        for name, sentences_ in tomllib.loads(text).items()
        for each in sentences_
    )


def _filled(sentence: str) -> str:
    for name, pattern in PARTS.items():
        sentence = sentence.replace(f"{{{name}}}", pattern)
    return sentence


def find(runs: Sequence[Run], labelled: Sequence[Labelled] = ()) -> Iterator[Labelled]:
    """Yield number, date and buyer of the sentences that place this very paper.

    A sentence of another number than those that labels name speaks of another paper: its number is a rival,
    and its day is one where a label names a day.
    """
    numbers = [each.text.casefold() for each in labelled if each.value and each.meanings <= NUMBERS]
    dated = any(each.value and each.meanings <= DATES for each in labelled)
    for run in sentences.paragraphs(runs):
        said = _said(run)
        if said is None:
            continue
        name, match = said
        number = (match.groupdict().get("number") or "").casefold()
        own = not number or not numbers or any(number in each for each in numbers)
        found = _values(run, MEANT[name], match)
        yield from (each for each in found if own or dated or each.meanings <= NUMBERS)


def _said(run: Run) -> tuple[str, re.Match[str]] | None:
    """Return the sentence of a paragraph that places a paper, and what kind of one it is."""
    text = level(run.text).translate(SIMPLER)
    clause = CLAUSE.match(text)
    begin = clause.end() if clause else 0
    starts = (begin, *(mark.end() for mark in sentences.SENTENCE_END.finditer(text, begin)))
    for name, pattern in _patterns():
        places = starts if name == ANYWHERE else starts[:1]
        said = next(filter(None, (pattern.match(text, at) for at in places)), None)
        if said is not None and is_code(said.groupdict().get("number", CODE)):
            return name, said
    return None


def _values(run: Run, label: Label, said: re.Match[str]) -> Iterator[Labelled]:
    named = said.groupdict()
    if named.get("number") and not _ends_line(run, said.end("number")):
        yield _labelled(label, run, *said.span("number"))
    if named.get("date") and dates.parse(said["date"]):
        yield _labelled(Label.DOCUMENT_DATE, run, *said.span("date"))
    if named.get("buyer") and companies.looks_like_company(said["buyer"]):
        yield _labelled(Label.BUYER, run, *said.span("buyer"))


def _ends_line(run: Run, end: int) -> bool:
    """Tell whether nothing stands behind a number on its line: the rest of it may begin the next one."""
    last, behind = run.within(0, end)[-1], run.within(end, len(run.text))
    if not behind:
        return True
    word, low, _ = behind[0]
    return low == 0 and word.box.middle > last[0].box.bottom


def _labelled(label: Label, run: Run, start: int, end: int) -> Labelled:
    return Labelled(frozenset({label}), run, run, "sentence", start, end)
