"""Numbers of offers that no word calls so: "your letter 0417/26", "Bezug: AG-2231", "Proforma PI-2261".

Whoever orders by what the seller wrote names that paper. Whether it is the quotation a person must see.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.header.labelling.value_types import is_date
from extractors.late import late
from extractors.page.runs import Run
from extractors.rare import Rare

CODE = (
    r"(?<![\w.@/-])(?=[A-Za-z0-9\-/]*\d{3})(?=[A-Za-z0-9\-]*[A-Za-z/])"
    r"[A-Za-z0-9][A-Za-z0-9\-/]{3,24}(?![\w@]|[.,]\d)"
)
"""A number with a letter or a stroke in it: figures alone are as well a telephone's."""
WRITTEN = Rare(
    r"(?:\b(?:your|ihr\w{0,2}|votre|vostra)\s+(?:(?:kind|last|recent|letzte\w?)\s+)?(?:letter|e-?mail|mail|fax|telefax"
    r"|message|schreiben|nachricht|mitteilung|lettre|courriel)\b|贵(?:公司|[司方])(?:的)?(?:来函|来信|函件|邮件|传真))"
    rf"(?:(?!order\b|bestell|订单|合同|\bP\.?O\b)[^;；。@+]){{0,40}}?(?P<code>{CODE})",
    "your|ihr|votre|vostra|贵",
    re.IGNORECASE,
)
"""What the seller wrote, and the number that it bears."""
CAPTION = (
    r"(?:(?:your |ihre? |vendor |supplier(?:'s)? )?pro-?\s?forma(?: invoice)?"
    r"|kostenvoranschlag|bezug|ref(?:erence)?\.? doc(?:ument)?\.?"
    r"|ihre? (?:nachricht|schreiben)|your (?:letter|e-?mail)|pric(?:e|ing) sheet"
    r"|贵(?:公司|[司方])(?:的)?(?:参考号?|文号|函号|编号)|re)"
    r"(?:\s?(?:no|nr|number)\b\.?|\s?#)?"
)
HEADED = Rare(
    rf"\s*{CAPTION}\s*[:：]?\s*(?P<code>{CODE})",
    "pro|kosten|bezug|ref|ihr|your|pric|贵|re",
    re.IGNORECASE,
)
ALONE = late(rf"\s*{CAPTION}\s*[:：]?\s*", re.IGNORECASE)
BEHIND = late(rf"\s*(?P<code>{CODE})")
NEAR = 2.0
"""The value begins no further below its caption than so many heights of the letters."""


def find(runs: Sequence[Run]) -> Run | None:
    """Return a text that names such a paper by its number, in a sentence or behind a caption."""
    return next(_named(runs), None)


def _named(runs: Sequence[Run]) -> Iterator[Run]:
    for run in runs:
        told = (*WRITTEN.finditer(run.text), *([found] if (found := HEADED.match(run.text)) else []))
        if any(not is_date(each["code"]) for each in told):
            yield run
        elif ALONE.fullmatch(run.text):
            yield from (each for each in runs if _stands_by(run, each) and _is_code(each.text))


def _is_code(text: str) -> bool:
    found = BEHIND.match(text)
    return found is not None and not is_date(found["code"])


def _stands_by(caption: Run, run: Run) -> bool:
    """Tell whether a text begins right below a caption, or next to it on its line."""
    one, other = caption.box, run.box
    level = one.top < other.middle < one.bottom and 0 <= other.x0 - one.x1 < 20 * one.height
    under = 0 < other.top - one.top < NEAR * one.height and abs(other.x0 - one.x0) < one.height
    return caption.page is run.page and (level or under)
