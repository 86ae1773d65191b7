"""Where a line is cut into clauses: not inside a label, a number or a date, and before each further label."""

import itertools
import re
from collections.abc import Iterator

from extractors.fields import units
from extractors.late import late
from extractors.lines.headings import recognise
from extractors.lines.texts.inline_labels import side_by_side

COLON = late(r"\s*[:：](?:-(?=\s))?\s*")
"""What stands behind a label; in India often a colon and a dash."""
LONGEST_LABEL = 44
BRACKETED = late(r"[（(][^（）()]{1,20}[）)](?=\s*[:：\d]|\s+\S|/\s?[A-Za-z])")
"""A bracket that something follows: perhaps a value, or the label in another language."""
BLANKS = late(r"\s+|(?<=[A-Za-z0-9)。；])(?=[\u4e00-\u9fff])")
"""Where a label may begin behind the value before it."""
DATED_COMMA = late(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?$",
    re.IGNORECASE,
)
YEAR = late(r",\s+(?:19|20)\d{2}\b")
"""A comma inside a date parts nothing: August 12, 2026."""

CROSS = late(r"\s*[×*]\s*")
SIZED = late(
    r"(?:规格|型号|尺寸|\b(?:spec|size|dim)[a-z.]*)(?:[^\d:：]{0,6})[:：][^:：，；。;]*$", re.IGNORECASE
)
"""What stands before a cross under a label of sizes: "规格：FKM 80"."""
COUNTED = late(r"\d[\d.,]*\s*(?P<unit>[\u4e00-\u9fff]|[A-Za-z]{2,6})")
"""How many there are, behind a cross: "FKM-80*2件"."""
PACKED = late(
    r"[只套件个台支副条片块盒箱包](?:\s?/\s?[盒箱包件])?\s*[*×xX]\s*\d|[*×xX]\s*\d+\s*[只套件个台支副条片块盒箱包]"
)
"""Pieces in packs, which multiply: "5只/盒×4盒"."""
PRICED = late(
    r"(?:单价|\bunit price)[^\d，；。;]{0,8}\d|\d\s?元\s?/\s?[\u4e00-\u9fff]|每[只套件个台支副条片块]\s?\d",
    re.IGNORECASE,
)


def by_labels(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Cut a clause before each further label in it: "Qty: 3  Unit: pc" is two with blanks between.

    So are labels without colons that stand with their codes and nothing else: "Your code 4711 Our no. 0815".
    """
    for start, end in _by_colons(text, low, high):
        yield from side_by_side(text, start, end)


def _by_colons(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    colons = [match.start() for match in COLON.finditer(text, low, high)]
    begin = low
    for before, colon in itertools.pairwise(colons):
        start = _label_before(text, before, colon)
        if start is not None:
            yield begin, start
            begin = start
    yield begin, high


def ends_with_label(text: str, low: int, high: int) -> bool:
    """Tell whether a label ends here, with another label and its value before it."""
    before = [match.start() for match in COLON.finditer(text, low, high)]
    return bool(before) and _label_before(text, before[-1], high) is not None


def _label_before(text: str, before: int, colon: int) -> int | None:
    """Return where the label begins that ends at a colon, behind the value of the label before it."""
    blanks = [match.end() for match in BLANKS.finditer(text, before + 1, colon)]
    return next((at for at in blanks if _labels(text[at:colon])), None)


def _labels(text: str) -> bool:
    heading = recognise(text) if len(text) <= LONGEST_LABEL else None
    return heading is not None and heading.exact and bool(heading.roles)


def without_labels(text: str, start: int, marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out the brackets that belong to a label: 单价（含税）1452.91, "Unit price (net): 40.00"."""
    kept: list[re.Match[str]] = []
    low, closed = start, start
    for mark in marks:
        if mark.start() < closed:
            continue
        bracket = BRACKETED.match(text, mark.start())
        if bracket is not None:
            heading = recognise(text[low : bracket.end()].strip())
            if heading is not None and heading.exact and heading.role is not None:
                closed = bracket.end()
                continue
        kept.append(mark)
        low = mark.end()
    return kept


def inside_number(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a comma stands in a number, or before the year of a date; or a cross in a size."""
    if _is_size(text, mark):
        return True
    if YEAR.match(text, mark.start()) and DATED_COMMA.search(text[: mark.start()]):
        return True
    return text[mark.start() : mark.end()] == "," and text[mark.end() : mark.end() + 1].isdigit()


def _is_size(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a cross between numbers makes a size: its label says so, or a price is told behind it."""
    if not CROSS.fullmatch(mark[0]) or not text[mark.start() - 1 : mark.start()].isdigit():
        return False
    counted = COUNTED.match(text, mark.end())
    if counted is not None and units.canonical(counted["unit"]) is not None:
        return False
    priced = PRICED.search(text, mark.end()) is not None and PACKED.search(text) is None
    return SIZED.search(text[: mark.start()]) is not None or priced
