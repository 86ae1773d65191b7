"""Is a field really absent? Only where nothing in the document seems to speak of it unread.

A label that is not in the vocabulary but holds one of the field's words (要求交货时限：…), or a sentence
outside any clause that puts such a word beside a date or a period, makes an absence uncertain.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files

from extractors.fields import dates, periods
from extractors.fields.text import fold
from extractors.header import summaries
from extractors.header.label_words import CLAUSE, COLON, meaning
from extractors.kinds import kind_of_title
from extractors.runs import Run, evidence
from extractors.scope import Scope
from models.reading import Field, Reason

MAX_LABEL = 24
MAX_CAPTION = 16
ENDS = "。；;,，、.!！?？"
TAX = r"(?:税|\bvat\b|\bgst\b|\btax(?:es)?\b|mwst|\bust\b|\bmoms\b|\btva\b|\biva\b|\bbtw\b)"
TAXED = re.compile(rf"\d\s*[%％][^.。;；]{{0,8}}{TAX}|{TAX}[^.。;；]{{0,24}}\d\s*[%％]", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"逾期|延期|迟延|延迟|违约|罚|赔偿|验收|检验|质保|保修|异议|付款|支付|结算|发票|通知|保险|退货"
    r"|\blate\b|delay|penalt|damages|warrant|inspect|accept|pay|invoice|notif|insur|claim|cancel",
    re.IGNORECASE,
)
"""What a clause is about that only mentions a delivery."""
PAID = re.compile(
    r"月结|票到|电汇|承兑|预付\s*\d|\bnet\s+\d|\bT/T\b|\bL/C\b|\d\s*days?\s+(?:net|end of month)",
    re.IGNORECASE,
)
AGREED = re.compile(r"合同|协议|contract|agreement", re.IGNORECASE)
"""What terms may be agreed in: its name is no label of theirs, and stands before them all the same."""
NEAR = 14
"""A word and a date belong together when so few characters stand between them."""


def _words() -> Mapping[str, re.Pattern[str]]:
    text = files("extractors.vocabulary").joinpath("suspicion.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return {
        name: re.compile("|".join(re.escape(fold(word)) for word in words)) for name, words in tables.items()
    }


WORDS = _words()


def unread(scope: Scope, topic: str) -> Field | None:
    """Return an unread field for `topic` where the document seems to state it, else None."""
    stray = _stray_day(scope) if topic == "delivery" else None
    if stray is not None:
        return _doubtful(stray)
    for run in scope.runs:
        said = SAID.get(topic)
        if _strange_label(run.text, WORDS[topic]) or (said is not None and said(run.text)):
            return _doubtful(run)
    return None


def _stray_day(scope: Scope) -> Run | None:
    """Return a day that stands alone beside no known label: it may be that of the delivery."""
    known = {
        id(word)
        for each in scope.labelled
        if each.value is not None
        for word, _, _ in each.value.within(each.start, each.end)
    }
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
    return Field(None, sure=False, evidence=evidence(run), reason=Reason.NOT_PARSED, confidence=0.2)


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
    return plain and bool(words.search(fold(bare))) and not meaning(bare) and kind_of_title(bare) is None


def _in_sentence(text: str) -> bool:
    """Tell whether a line puts a delivery word beside a date or a period, and is of nothing else."""
    other = CLAUSE.match(text) is not None and ELSEWHERE.search(text) is not None
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


def _taxed(text: str) -> bool:
    """Tell whether a line puts a percentage beside a word for tax."""
    return bool(TAXED.search(text))


def _places(text: str) -> Iterator[int]:
    lowered = text.lower()
    for word in ("交货", "到货", "发货", "交期", "deliver", "shipment", "ship by"):
        at = lowered.find(word)
        if at >= 0:
            yield at


SAID: Mapping[str, Callable[[str], bool]] = {
    "delivery": _in_sentence,
    "tax": _taxed,
    "payment": _credited,
}
"""How a sentence speaks of a topic."""
