"""Words to runs: pieces of one line that belong together, with the place of every character."""

import bisect
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.kept import kept
from extractors.late import late
from models.page import Box, Doubt, Page, Word, union
from models.reading import Evidence, Reason

RUN_GAP = 0.9
"""A gap wider than this share of the letter height parts two runs of a line."""
WORD_GAP = 0.12
"""A gap wider than this share of the letter height is shown as a space between two words."""
TALL = 1.25
"""Words so much higher than most of their line may stand beside two lines."""
LEVEL = 0.2
"""Words stand on one level whose middles differ by less than this share of their height."""
OVERLAP = 2.0
"""A word that begins so many points before the end of the one before it lies over it."""
SPREAD = 4
"""From so many evenly spaced ideographs or letters on they are one text."""
WIDER = 1.6
"""A gap so much wider than the usual one parts two words that are set with gaps between their letters."""
COLONS = (":", "：")
LONGEST_LABEL = 40
IDEOGRAPH = late(r"[　-鿿豈-﫿＀-￯]")


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words of one line as one text; `starts` are the offsets of the words in it."""

    page: Page
    words: tuple[Word, ...]
    text: str
    starts: tuple[int, ...]
    box: Box

    def within(self, start: int, end: int) -> list[tuple[Word, int, int]]:
        """Return the words that the span touches, each with its own start and end offset."""
        first = max(bisect.bisect_right(self.starts, start) - 1, 0)
        touched = []
        for word, offset in zip(self.words[first:], self.starts[first:], strict=True):
            if offset >= end:
                break
            low, high = max(start - offset, 0), min(end - offset, len(word.text))
            if low < high:
                touched.append((word, low, high))
        return touched


def make_run(page: Page, words: Sequence[Word]) -> Run:
    """Join words of one line, left to right."""
    if len(words) == 1:
        word = words[0]
        return Run(page, (word,), word.text, (0,), word.box)
    pieces: list[str] = []
    starts: list[int] = []
    offset = 0
    before: Word | None = None
    spread = _letter_spaced(words)
    for at, word in enumerate(words):
        if before is not None and at not in spread and _spaced(before, word):
            pieces.append(" ")
            offset += 1
        starts.append(offset)
        pieces.append(word.text)
        offset += len(word.text)
        before = word
    box = union([word.box for word in words])
    return Run(page, tuple(words), "".join(pieces), tuple(starts), box)


def _letter_spaced(words: Sequence[Word]) -> frozenset[int]:
    """Return which words are letters of one that is set with gaps between them: "L i e f e r u n g".

    A wider gap among the letters parts two such words.
    """
    if sum(len(word.text) == 1 for word in words) < SPREAD:
        return frozenset()
    within = set[int]()
    for single, group in itertools.groupby(enumerate(words), key=lambda each: _is_letter(each[1])):
        letters = list(group) if single else []
        if len(letters) < SPREAD:
            continue
        gaps = [later.box[0] - one.box[2] for (_, one), (_, later) in itertools.pairwise(letters)]
        usual = sorted(gaps)[len(gaps) // 2]
        within |= {at for (at, _), gap in zip(letters[1:], gaps, strict=True) if gap < WIDER * usual}
    return frozenset(within)


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isalpha() and IDEOGRAPH.match(word.text) is None


def _spaced(before: Word, word: Word) -> bool:
    _, top, x1, bottom = before.box
    x0, other_top, _, other_bottom = word.box
    gap, height = x0 - x1, min(bottom - top, other_bottom - other_top)
    if len(before.text) == len(word.text) == 1 and _ideographs(before.text, word.text):
        return False
    if not word.glued:
        return gap > -height
    if gap < WORD_GAP * height:
        return False
    between_scripts = IDEOGRAPH.match(before.text[-1]) or IDEOGRAPH.match(word.text[0])
    return not between_scripts or gap > 0.6 * height


def _ideographs(one: str, other: str) -> bool:
    return bool(IDEOGRAPH.match(one) and IDEOGRAPH.match(other))


@kept
def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Group words into lines from top to bottom, each from left to right."""
    lines: list[list[Word]] = []
    spans: list[tuple[float, float]] = []
    given = list(words)
    for word in sorted(given, key=_place):
        _, top, _, bottom = word.box
        at = _line_of(spans, top, bottom)
        if at is None:
            lines.append([word])
            spans.append((top, bottom))
        else:
            lines[at].append(word)
            low, high = spans[at]
            spans[at] = (min(top, low), max(bottom, high))
    parted: list[list[Word]] = []
    for line in lines:
        line.sort(key=_left)
        if not _overlaps(line):
            parted.append(line)
            continue
        whole = _overprinted(line, given)
        parted += [whole] if whole else _undone(line)
    return parted


def _overprinted(line: Sequence[Word], words: Sequence[Word]) -> list[Word]:
    """Return a line on which one text runs into the next, each text whole, in the order the file has them.

    Nothing where its words do not stand on one level.
    """
    if max(map(_middle, line)) - min(map(_middle, line)) > LEVEL * _height(line[0]):
        return []
    own = set(map(id, line))
    texts: list[list[Word]] = []
    for word in (each for each in words if id(each) in own):
        if not texts or word.box[0] < texts[-1][-1].box[2] - OVERLAP:
            texts.append([])
        texts[-1].append(word)
    return [word for text in sorted(texts, key=lambda each: each[0].box[0]) for word in text]


def _middle(word: Word) -> float:
    return (word.box[1] + word.box[3]) / 2


def _height(word: Word) -> float:
    return word.box[3] - word.box[1]


def _overlaps(line: Sequence[Word]) -> bool:
    """Tell whether words of a line lie over each other."""
    end = line[0].box[0]
    for word in line:
        x0, _, x1, _ = word.box
        if x0 + OVERLAP < end:
            return True
        end = x1
    return False


def _undone(line: list[Word]) -> list[list[Word]]:
    """Return the two lines that one tall word beside them drew together: their words lie over each other."""
    heights = sorted(word.box.bottom - word.box.top for word in line)
    limit = TALL * heights[len(heights) // 2]
    small = [word for word in line if word.box.bottom - word.box.top <= limit]
    tall = [word for word in line if word.box.bottom - word.box.top > limit]
    return sorted([*rows_of(small), tall], key=lambda part: _place(part[0])) if tall else [line]


def _place(word: Word) -> tuple[float, float]:
    x0, top, _, bottom = word.box
    return top + bottom, x0


def _left(word: Word) -> float:
    return word.box[0]


def _line_of(spans: Sequence[tuple[float, float]], top: float, bottom: float) -> int | None:
    # Words come sorted by their middle, so only the last lines can still take one.
    for at in range(len(spans) - 1, max(len(spans) - 4, -1), -1):
        low, high = spans[at]
        # `min` and `max` take three times as long as the expressions, and every word comes here.
        overlap = (bottom if bottom < high else high) - (top if top > low else low)  # noqa: FURB136
        if overlap > 0.5 * (bottom - top) or overlap > 0.5 * (high - low):
            return at
    return None


def split_line(page: Page, line: Sequence[Word], gap: float = RUN_GAP) -> list[Run]:
    """Cut one line of words into runs at its wide gaps, but for one before a colon that closes a label.

    Terms and heads are often set with their colons in one column: "Payment        : 30 days net".
    """
    cuts = list[int]()
    for at in range(1, len(line)):
        since = cuts[-1] if cuts else 0
        if _apart(line[at - 1], line[at], gap) and not _closes_label(line[since:at], line[at]):
            cuts.append(at)
    edges = [0, *cuts, len(line)] if line else []
    runs = [make_run(page, line[start:end]) for start, end in itertools.pairwise(edges)]
    return _closed_up(runs) if len(runs) >= SPREAD else runs


def _closes_label(before: Sequence[Word], word: Word) -> bool:
    """Tell whether a word begins with the colon of the label before it, which has none yet."""
    return (
        word.text.startswith(COLONS)
        and not word.text[1:2].isdigit()
        and sum(len(each.text) for each in before) <= LONGEST_LABEL
        and before[0].text[0].isalnum()
        and not any(mark in each.text for each in before for mark in COLONS)
    )


def _closed_up(runs: list[Run]) -> list[Run]:
    """Join ideographs that are spread out evenly over a line: a name or title set with wide gaps."""
    closed: list[Run] = []
    at = 0
    while at < len(runs):
        end = at + 1
        while end < len(runs) and _spread(runs, at, end):
            end += 1
        closed += [joined(runs[at:end], glue=True)] if end - at >= SPREAD else runs[at:end]
        at = end
    return closed


def _spread(runs: Sequence[Run], first: int, at: int) -> bool:
    """Tell whether run `at` is one more ideograph at the same distance as those from `first` on."""
    if not all(IDEOGRAPH.fullmatch(run.text) for run in (runs[first], runs[at])):
        return False
    gap = runs[first + 1].box.x0 - runs[first].box.x1
    own = runs[at].box.x0 - runs[at - 1].box.x1
    return abs(own - gap) < 0.35 * max(gap, 1.0)


def _apart(before: Word, word: Word, gap: float) -> bool:
    _, top, x1, bottom = before.box
    x0, other_top, _, other_bottom = word.box
    return x0 - x1 > gap * max(min(bottom - top, other_bottom - other_top), 1.0) or x0 < x1 - OVERLAP


@kept
def runs_of(page: Page, words: Iterable[Word], gap: float = RUN_GAP) -> list[Run]:
    """Return the runs of all lines that `words` make."""
    return [run for line in rows_of(words) for run in split_line(page, line, gap)]


def evidence(run: Run, start: int = 0, end: int | None = None) -> Evidence:
    """Return the spot of a part of a run."""
    end = len(run.text) if end is None else end
    return evidence_of(run.page, run.within(start, end), run.text[start:end])


def evidence_of(page: Page, touched: Sequence[tuple[Word, int, int]], text: str) -> Evidence:
    """Return the spot that some words, or parts of words, take."""
    if not touched:
        return Evidence(text=text, page=None if page.synthetic else page.number)
    if page.synthetic:
        return Evidence(text=text, where=touched[0][0].where, page=None)
    box = union(word.part(low, high) for word, low, high in touched)
    return Evidence(text=text, page=page.number, box=page.displayed(box), where=touched[0][0].where)


def certain(run: Run, start: int = 0, end: int | None = None) -> bool:
    """Tell whether every character of the part is certain."""
    end = len(run.text) if end is None else end
    return all(word.doubt is None for word, _, _ in run.within(start, end))


def why_uncertain(run: Run, start: int = 0, end: int | None = None) -> Reason | None:
    """Return why a part is not certain, None where it is; a seal outweighs a comment."""
    end = len(run.text) if end is None else end
    doubts = {word.doubt for word, _, _ in run.within(start, end)} - {None}
    if not doubts:
        return None
    return Reason.REMARKED if doubts == {Doubt.REMARKED} else Reason.CHARACTERS


def joined(runs: Sequence[Run], *, glue: bool = False) -> Run:
    """Join runs that follow each other (wrapped lines) into one, as if they stood on one line.

    With `glue` nothing is put between them: a number that its narrow cell broke.
    """
    if len(runs) == 1:
        return runs[0]
    text = ""
    starts: list[int] = []
    words: list[Word] = []
    for run in runs:
        if text and not glue and not _wrapped_without_space(text, run.text):
            text += " "
        starts += [len(text) + start for start in run.starts]
        text += run.text
        words += run.words
    return Run(runs[0].page, tuple(words), text, tuple(starts), union(run.box for run in runs))


def cut_out(run: Run, start: int, end: int) -> Run | None:
    """Return a part of a run as a run of its own, cutting words at its ends; None where it is empty."""
    start += len(run.text[start:end]) - len(run.text[start:end].lstrip())
    end = start + len(run.text[start:end].rstrip())
    touched = run.within(start, end)
    if not touched:
        return None
    words = tuple(
        replace(
            word,
            text=word.text[low:high],
            box=word.part(low, high),
            edges=word.edges[low : high + 1],
        )
        for word, low, high in touched
    )
    first = bisect.bisect_right(run.starts, start) - 1
    starts = tuple(max(each - start, 0) for each in run.starts[first : first + len(words)])
    return Run(run.page, words, run.text[start:end], starts, union(word.box for word in words))


def _wrapped_without_space(before: str, after: str) -> bool:
    return bool(IDEOGRAPH.match(before[-1]) and IDEOGRAPH.match(after[0])) or before[-1] in "-/（("
