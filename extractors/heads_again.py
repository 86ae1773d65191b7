"""Another order on the same stationery: the head again with another number, and items that count anew.

DAI PHUOC TEXTILE DYEING JSC              DAI PHUOC TEXTILE DYEING JSC
No. DP-1190/26 - 25 February 2026         No. DP-1191/26 - 26 February 2026
"""

import re
from collections.abc import Sequence

from extractors.header.labelling.value_types import is_code
from extractors.late import late
from extractors.page.runs import Run, make_run, rows_of
from models.page import Page

TOP = 0.3
"""A head takes so much of a page at most."""
NEAR = 2.0
"""The same line stands in the same place if it is moved by no more points."""
SAME = 2
"""So many of its lines are the same at least."""
NUMBERED = late(
    r"\s*(?:(?:purchase |our )?(?:order|contract|p\.?o\.?|bestellung|auftrag)\W*)?(?:no|nr|number|n[°ºo])\b"
    r"|\s*(?:采购|订货|订购)?(?:订单|合同)?(?:编号|单号|号码|合同号|订单号)|\s*[#№]",
    re.IGNORECASE,
)
"""How the line of a number begins."""
PAGED = late(r"page|seite|sheet|blatt|\bof\b|第\s*\d+\s*[页頁]|共\s*\d+\s*[页頁]|rev", re.IGNORECASE)
FIRST = late(r"0{0,4}1|0{0,3}10")
"""The number of a first item."""


def stand(first: Page, page: Page) -> bool:
    """Tell whether a page begins another order with the head of the first one's page."""
    if first.synthetic or page.synthetic:
        return False
    before, here = _head(first), _head(page)
    pairs = [(one, other) for one in before for other in here if _same_place(one, other)]
    same = sum(one.text == other.text and any(map(str.isalpha, one.text)) for one, other in pairs)
    changed = any(_is_other_number(one.text, other.text) for one, other in pairs)
    return same >= SAME and changed and all(map(_counts_from_one, (first, page)))


def _head(page: Page) -> list[Run]:
    return [line for line in _lines(page) if line.box.bottom < TOP * page.height]


def _same_place(one: Run, other: Run) -> bool:
    moved = abs(one.box.middle - other.box.middle), abs(one.box.x0 - other.box.x0)
    return max(moved) <= NEAR


def _is_other_number(one: str, other: str) -> bool:
    """Tell whether two lines begin with a word for numbers, and another code stands behind it."""
    if not (NUMBERED.match(one) and NUMBERED.match(other)) or PAGED.search(one) or PAGED.search(other):
        return False
    codes = [_code(text) for text in (one, other)]
    return None not in codes and codes[0] != codes[1]


def _code(text: str) -> str | None:
    return next((each for each in re.split(r"[\s:：]+", text) if len(each) > SAME and is_code(each)), None)


def _counts_from_one(page: Page) -> bool:
    return any(FIRST.fullmatch(_first_word(line)) is not None for line in _lines(page))


def _lines(page: Page) -> Sequence[Run]:
    return [make_run(page, line) for line in rows_of(page.words)]


def _first_word(line: Run) -> str:
    return line.words[0].text.strip(".)")
