"""The letters of a seal, each set at another slant around its edge: they say nothing of the lines below them.

A word that is set askew as a whole is kept, and so is a figure: somebody may have corrected one.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.kinds import doubtful_titles
from extractors.late import late
from models.page import Doubt, Page, SourceDocument, Word

FEWEST = 4
"""A seal has so many letters at least."""
WARNING = late(
    r"void|cancel|notvalid|invalid|withdr|revoke|donot|draft|sample|specimen|copy|quot|proforma|supersed|hold|reject"
    r"|storn|ungültig|entwurf|muster|作废|無效|无效|不得|取消|撤销|草稿|样本|副本|报价|暂停|仅供",
    re.IGNORECASE,
)
"""What a stamp says that is no company's seal."""
PART = late(r"[\u4e00-\u9fff]{2,3}")
"""Letters at the top of a seal, where its edge is level."""
STARS = frozenset("★☆")
REACH = 3.0
"""The letters and the star of a seal stand so near to each other, in heights of the letters."""
MOST = 0.25
"""More of a page's words are no seal: the page itself was scanned or printed askew."""


def without(document: SourceDocument) -> SourceDocument:
    """Return a document without such letters; where they say that the paper is not in force, they stay."""
    pages = tuple(map(_cleared, document.pages))
    changed = any(page is not other for page, other in zip(pages, document.pages, strict=True))
    return replace(document, pages=pages) if changed else document


def _cleared(page: Page) -> Page:
    letters = [word for word in page.words if _is_letter(word)]
    if not FEWEST <= len(letters) <= MOST * len(page.words) or doubtful_titles.is_marked(page.words):
        return page
    letters += _among(page.words, letters)
    if _is_straight(letters) or _warns(letters):
        return page
    return replace(page, words=_others(page.words, set(map(id, letters))))


def _among(words: Sequence[Word], letters: Sequence[Word]) -> list[Word]:
    """Return what stands among the letters of a seal: some that are level to each other, and its star."""
    return [word for word in words if _is_part(word) and any(_touch(word, each) for each in letters)]


def _is_part(word: Word) -> bool:
    few = word.doubt is Doubt.ASKEW and PART.fullmatch(word.text) is not None
    return few or set(word.text) <= STARS


def _touch(word: Word, letter: Word) -> bool:
    """Tell whether a word stands no further from a letter of a seal than the seal is high."""
    reach = REACH * letter.box.height
    across = max(word.box.x0 - letter.box.x1, letter.box.x0 - word.box.x1)
    down = max(word.box.top - letter.box.bottom, letter.box.top - word.box.bottom)
    return max(across, down) < reach


def _is_straight(letters: Sequence[Word]) -> bool:
    """Tell whether letters stand in one line across the page, as a watermark does and no seal."""
    points = sorted((each.box.centre, each.box.middle) for each in letters)
    (left, low), (right, high) = points[0], points[-1]
    length = math.hypot(right - left, high - low) or 1.0
    off = (abs((right - left) * (y - low) - (high - low) * (x - left)) / length for x, y in points)
    return max(off) < letters[0].box.height


def _warns(letters: Sequence[Word]) -> bool:
    """Tell whether the letters, as they were drawn or from left to right, say what the paper is not."""
    drawn = "".join(each.text for each in letters)
    placed = "".join(each.text for each in sorted(letters, key=lambda each: each.box.x0))
    return any(WARNING.search(said) is not None for said in (drawn, placed))


def _others(words: Sequence[Word], letters: set[int]) -> tuple[Word, ...]:
    return tuple(word for word in words if id(word) not in letters)


def _is_letter(word: Word) -> bool:
    return word.doubt is Doubt.ASKEW and len(word.text) == 1 and not word.text.isdigit()
