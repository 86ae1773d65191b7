"""Characters to words: strips of placed characters are cut at spaces and gaps, and joined without.

A strip is what one drawing command of a PDF, or one line of text recognition, yields: characters on
one baseline with their edges. Words are built from the edges alone, never from the shapes, so that a
hyphen or a full stop is as tall as the letters beside it.
"""

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import sub

from extractors.late import late
from models.page import Box, Doubt, Word

ASCENT = 0.82
"""How far a word reaches above its baseline, in font sizes; the same for all fonts, so that lines group."""
DESCENT = 0.20
"""How far a word reaches below its baseline, in font sizes."""
GAP = 0.18
"""A gap wider than this, in font sizes, parts two words; kerning stays below, a space is 0.2 and more."""
TOUCH = 0.08
"""Pieces drawn at different times are one word when the gap between them is at most this, in font sizes."""
FIGURES, KERNED = 0.12, 0.04
"""Behind a figure nothing is kerned: so wide a gap, in font sizes, parts two columns where no other one of
the text is wider than the second."""
OVERLAP = 0.35
"""A character that starts this far before the end of the last, in font sizes, begins another word."""
LEVEL = 0.15
"""Baselines that differ by more than this, in font sizes, are different lines (m² is two words)."""
TRACKING = 0.45
"""Letters set apart evenly by up to this, in font sizes, still make one word."""
SINGLE_LETTERS, FEWEST_LETTERS = 0.3, 40
"""From this share of lone letters on, and so many, a page may be set one by one."""
OFF_GRID, GRIDDED = 0.06, 0.97
"""Letters stand so near a grid, in its steps, and so many of them where a printer sets them on one."""
STOPS = frozenset("。；，、")
"""Marks that part Chinese sentences and are no part of any value."""
SEVERAL = 2
TOKEN = late(r"\S+")


@dataclass(frozen=True, slots=True)
class Strip:
    """Characters on one baseline, left to right; lengths are points, from the page's top left.

    `starts` and `ends` hold the left and right edge of each character. `doubts` names the doubtful
    characters by their offset.
    """

    text: str
    starts: Sequence[float]
    ends: Sequence[float]
    baseline: float
    size: float
    bold: bool = False
    doubts: Mapping[int, Doubt] = field(default_factory=dict)

    @property
    def box(self) -> Box:
        """The box around all characters."""
        top, bottom = self.baseline - ASCENT * self.size, self.baseline + DESCENT * self.size
        return Box(min(self.starts), top, max(self.ends), bottom)


@dataclass(slots=True)
class _Piece:
    """A word in the making; `before` and `after` tell of white space beside it in the file."""

    text: str
    starts: Sequence[float]
    ends: Sequence[float]
    baseline: float
    size: float
    bold: bool
    doubt: Doubt | None
    before: bool
    after: bool = False


def words(strips: Iterable[Strip]) -> tuple[Word, ...]:
    """Return the words that the strips make, in the order of the strips."""
    pieces = _on_grid(_gathered(_pieces(strips)))
    return tuple(_word(piece, before) for before, piece in zip([None, *pieces], pieces, strict=False))


def _pieces(strips: Iterable[Strip]) -> list[_Piece]:
    """Cut the strips at white space and gaps; join what goes on over the end of a strip."""
    pieces: list[_Piece] = []
    space = False
    for strip in strips:
        at = 0
        gaps = list(map(sub, strip.starts[1:], strip.ends))
        limit = _limit(strip, gaps)
        for token in TOKEN.finditer(strip.text):
            start, end = token.span()
            if space or start > at:
                space = True
                if pieces:
                    pieces[-1].after = True
            for first, last in _runs(gaps, start, end, limit, -OVERLAP * strip.size):
                border = _border(strip, gaps, first, last)
                _add(pieces, _piece(strip, first, border, before=space), GAP)
                if border < last:
                    _add(pieces, _piece(strip, border, last, before=False), FIGURES)
                space = False
            at = end
        space = space or at < len(strip.text)
    return pieces


def _limit(strip: Strip, gaps: Sequence[float]) -> float:
    """Return the width of a gap that parts words; letters that are all set apart evenly are one word."""
    text, size = strip.text, strip.size
    if len(gaps) < 3 or max(gaps) <= GAP * size:
        return GAP * size
    inner = [gap for at, gap in enumerate(gaps) if not (text[at].isspace() or text[at + 1].isspace())]
    if len(inner) >= 3 and GAP / 2 * size < min(inner) < TRACKING * size:
        return min(inner) + GAP * size
    return GAP * size


def _border(strip: Strip, gaps: Sequence[float], start: int, end: int) -> int:
    """Return where a text ends behind which another column begins, set close: "120,00" and "2027-05-04".

    The gap stands between a figure and what may begin a value, and the text has no other one at all.
    """
    inner = gaps[start : end - 1]
    widest = max(inner, default=0.0)
    if len(inner) < SEVERAL or not FIGURES * strip.size < widest <= GAP * strip.size:
        return end
    at = start + inner.index(widest)
    left, right = strip.text[at], strip.text[at + 1]
    lone = sum(gap > KERNED * strip.size for gap in inner) == 1
    return at + 1 if lone and left.isdigit() and right.isalnum() and right.isascii() else end


def _runs(
    gaps: Sequence[float], start: int, end: int, limit: float, back: float
) -> Iterator[tuple[int, int]]:
    """Yield the parts of a token that no wide gap and no step back divides."""
    inner = gaps[start : end - 1]
    if inner and (max(inner) > limit or min(inner) < back):
        for at, gap in enumerate(inner, start + 1):
            if gap > limit or gap < back:
                yield start, at
                start = at
    yield start, end


def _piece(strip: Strip, start: int, end: int, *, before: bool) -> _Piece:
    doubt = _doubt(strip, start, end) if strip.doubts else None
    starts, ends = strip.starts[start:end], strip.ends[start:end]
    return _Piece(strip.text[start:end], starts, ends, strip.baseline, strip.size, strip.bold, doubt, before)


def _doubt(strip: Strip, start: int, end: int) -> Doubt | None:
    """Return the first doubt about a part of a text; a Chinese stop under a seal leaves the words certain."""
    found = ((at, strip.doubts[at]) for at in range(start, end) if at in strip.doubts)
    return next((each for at, each in found if not _is_covered_stop(strip.text[at], each)), None)


def _is_covered_stop(character: str, doubt: Doubt) -> bool:
    return doubt is Doubt.OVERLAID and character in STOPS


def _add(pieces: list[_Piece], piece: _Piece, near: float) -> None:
    if pieces and not piece.before and _continues(pieces[-1], piece, near):
        pieces[-1] = _union(pieces[-1], piece)
    else:
        pieces.append(piece)


def _level(one: _Piece, other: _Piece) -> bool:
    small, large = sorted((one.size, other.size))
    return small > 0.55 * large and abs(one.baseline - other.baseline) <= LEVEL * small


def _continues(left: _Piece, right: _Piece, gap: float) -> bool:
    size = min(left.size, right.size)
    return -OVERLAP * size <= right.starts[0] - left.ends[-1] <= gap * size and _level(left, right)


def _union(left: _Piece, right: _Piece) -> _Piece:
    large = left if left.size >= right.size else right
    return _Piece(
        left.text + right.text,
        [*left.starts, *right.starts],
        [*left.ends, *right.ends],
        large.baseline,
        large.size,
        left.bold and right.bold,
        left.doubt or right.doubt,
        left.before,
        right.after,
    )


def _gathered(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Join pieces that touch on the page though they are drawn at different times.

    Some programs draw all Latin characters of a page before the Chinese ones, or fill in digits later.
    """
    rows: dict[int, list[int]] = {}
    for at, piece in enumerate(pieces):
        rows.setdefault(round(piece.baseline), []).append(at)
    followers: dict[int, int] = {}
    for row in rows.values():
        row.sort(key=lambda at: pieces[at].starts[0])
        followers.update(
            (left, right)
            for left, right in pairwise(row)
            if right != left + 1 and _touch(pieces[left], pieces[right])
        )
    return _chained(pieces, followers) if followers else list(pieces)


def _on_grid(pieces: list[_Piece]) -> list[_Piece]:
    """Join what a printer with one width for all letters set: letters of a narrower font, drawn one by one.

    There a letter stands one step behind the last, and two behind an ideograph; a blank is a step more.
    """
    single = sum(len(piece.text) == 1 and piece.text.isascii() for piece in pieces)
    if single < max(SINGLE_LETTERS * len(pieces), FEWEST_LETTERS):
        return pieces
    rows: dict[int, list[int]] = {}
    for at, piece in enumerate(pieces):
        rows.setdefault(round(piece.baseline), []).append(at)
    pairs = [
        pair for row in rows.values() for pair in pairwise(sorted(row, key=lambda at: pieces[at].starts[0]))
    ]
    steps = {pair: pieces[pair[1]].starts[0] - pieces[pair[0]].starts[-1] for pair in pairs}
    pitch = _pitch([steps[pair] for pair in pairs])
    if pitch is None:
        return pieces
    followers = {
        left: right
        for (left, right), step in steps.items()
        if abs(step - pitch * (1 + _is_wide(pieces[left].text[-1]))) < OFF_GRID * pitch
        and not (pieces[left].after or pieces[right].before)
        and _level(pieces[left], pieces[right])
    }
    return _chained(pieces, followers)


def _pitch(steps: Sequence[float]) -> float | None:
    """Return the width of a letter where nearly all steps are multiples of one, None where they are not."""
    usual = Counter(round(step, 1) for step in steps if step > 1).most_common(2)
    pitch = min((step for step, _ in usual), default=0.0)
    if pitch <= 0:
        return None
    on_grid = sum(abs(step / pitch - round(step / pitch)) < OFF_GRID for step in steps)
    return pitch if on_grid >= GRIDDED * len(steps) else None


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _touch(left: _Piece, right: _Piece) -> bool:
    return not left.after and not right.before and _continues(left, right, TOUCH)


def _chained(pieces: Sequence[_Piece], followers: Mapping[int, int]) -> list[_Piece]:
    taken = set(followers.values())
    chained = []
    for at, piece in enumerate(pieces):
        if at in taken:
            continue
        whole, last = piece, at
        while last in followers:
            last = followers[last]
            whole = _union(whole, pieces[last])
        chained.append(whole)
    return chained


def _word(piece: _Piece, before: _Piece | None) -> Word:
    top, bottom = piece.baseline - ASCENT * piece.size, piece.baseline + DESCENT * piece.size
    edges = (*map(round, piece.starts, itertools.repeat(2)), round(piece.ends[-1], 2))
    box = Box(min(edges), round(top, 2), max(edges), round(bottom, 2))
    glued = before is not None and not piece.before and _follows(before, piece)
    return Word(piece.text, box, edges, piece.doubt, None, piece.bold, glued)


def _follows(left: _Piece, right: _Piece) -> bool:
    return right.starts[0] >= left.ends[-1] - OVERLAP * right.size and _level(left, right)
