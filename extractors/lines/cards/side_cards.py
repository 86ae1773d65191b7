"""Cards of label and value whose columns stand close, or two cards side by side.

    Item     10                Item     20
    Goods    O-ring 70x5.33    Goods    Hex bolt M12x32
    Qty      200               Qty      2500

Where labels come again on the same line at one place of the page, the right half is a card of its own. The
titles of both, "Item 1" and "Item 2" right above, go with them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.header.labelling import label_words
from extractors.late import late
from extractors.lines.cards import stepped_cards, titled_cards
from extractors.lines.cards.label_texts import NEAR, is_label, label_of
from extractors.lines.texts.text_lines import TextLine, line_of
from extractors.page.runs import Run, make_run

INDENT = 8.0
"""The title of a card begins so near its labels."""
WIDER = 1.4
"""What stands so many times as far below a pair as its own lines from each other is no part of it."""
FIGURES = late(r"\d+")
LEAST = 3
"""So many lines at least tell where cards stand side by side."""
TWO = 2


def unfolded(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines with cards that stand side by side below each other."""
    lines = _cut_at_labels(titled_cards.unfolded(lines))
    first = next((at for at, line in enumerate(lines) if _place(line) is not None), len(lines))
    pages = {line.runs[0].page.number for line in lines[first:]}
    rest = stepped_cards.in_rows(lines[first:]) if len(pages) == 1 else lines[first:]
    return _unfolded([*lines[:first], *rest])


def _unfolded(lines: list[TextLine]) -> list[TextLine]:
    places = [_place(line) for line in lines]
    told = Counter(round(place) for place in places if place is not None)
    gutter = max(told, key=lambda each: (told[each], -each), default=None)
    if gutter is None:
        return list(lines)
    level = sum(told[at] for at in (gutter - 1, gutter, gutter + 1)) >= LEAST
    same = [at for at, place in enumerate(places) if place is not None and abs(place - gutter) <= NEAR]
    halved = stepped_cards.halved(lines, gutter)
    if not (level or halved):
        return list(lines)
    label = label_of(lines[same[0]].runs[0])
    starts = [at for at in same if label_of(lines[at].runs[0]) == label]
    end = _end(lines, starts[-1], max(*same, *halved), gutter)
    end = stepped_cards.left_over(lines, starts[-1], end)
    starts = _with_titles(lines, starts, gutter)
    unfolded: list[TextLine] = list(lines[: starts[0]])
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        unfolded += _beside(lines[start:stop], gutter)
    return [*unfolded, *lines[end:]]


def _with_titles(lines: Sequence[TextLine], starts: Sequence[int], gutter: float) -> list[int]:
    """Return where pairs of cards begin, with the titles above each of them: "Item 1" beside "Item 2"."""
    above = [lines[at - 1] if at else None for at in starts]
    titled = all(line is not None and _are_titles(line, gutter) for line in above)
    if not titled and len(starts) > 1:
        pairs = zip(above, (lines[at] for at in starts), strict=True)
        titled = all(line is not None and _are_names(line, below, gutter) for line, below in pairs)
    return [at - 1 for at in starts] if titled else list(starts)


def _are_titles(line: TextLine, gutter: float) -> bool:
    """Tell whether a line holds two texts, one for each card, that differ in nothing but their numbers."""
    if len(line.runs) != TWO or not all(any(map(str.isdigit, run.text)) for run in line.runs):
        return False
    left, right = line.runs
    alike = FIGURES.sub("0", left.text) == FIGURES.sub("0", right.text) and left.text != right.text
    return alike and abs(right.box.x0 - gutter) <= INDENT and left.box.x0 < gutter - INDENT


def _are_names(line: TextLine, below: TextLine, gutter: float) -> bool:
    """Tell whether a line names the thing of either card, perhaps with the item's number at its edge."""
    runs = sorted(line.runs, key=lambda run: run.box.x0)
    left = [run for run in runs if run.box.x0 < gutter - NEAR]
    right = runs[len(left) :]
    if not 0 < len(left) == len(right) <= TWO or max(run.box.x1 for run in left) > gutter:
        return False
    begins = abs(left[0].box.x0 - below.runs[0].box.x0) <= INDENT and abs(right[0].box.x0 - gutter) <= INDENT
    named = all(any(map(str.isalpha, half[0].text)) for half in (left, right))
    named = named and not any(_is_headed(half[0].text) for half in (left, right))
    return begins and named and not any(is_label(label_of(half[0])) for half in (left, right))


def _is_headed(text: str) -> bool:
    """Tell whether a text begins with the label of something of the order: "Payment within 30 days"."""
    words = text.split()
    return any(label_words.meaning(" ".join(words[:end])) for end in range(1, min(len(words), TWO) + 1))


def _end(lines: Sequence[TextLine], first: int, last: int, gutter: float) -> int:
    """Return where the last pair of cards ends: where a line stands at the left alone, or crosses it.

    What stands further below than any line of the pair from the next is no part of it.
    """
    tops = [min(run.box.top for run in line.runs) for line in lines]
    pitch = max((tops[at + 1] - tops[at] for at in range(first, last)), default=float("inf"))
    at = last + 1
    while at < len(lines) and any(run.box.x0 >= gutter - NEAR for run in lines[at].runs):
        if any(run.box.x0 < gutter - NEAR and run.box.x1 > gutter for run in lines[at].runs):
            break
        if lines[at].runs[0].page is not lines[last].runs[0].page or tops[at] - tops[at - 1] > WIDER * pitch:
            break
        at += 1
    return at


def _beside(lines: Sequence[TextLine], gutter: float) -> Iterator[TextLine]:
    """Yield what stands at the left of the gutter, then what stands at its right."""
    for right in (False, True):
        for line in lines:
            runs = [run for run in line.runs if (run.box.x0 >= gutter - NEAR) is right]
            if runs:
                yield line_of(sorted(runs, key=lambda run: run.box.x0))


def _place(line: TextLine) -> float | None:
    """Return where the second half of a line begins that says the same again, None where none does."""
    labels = [label_of(run) for run in line.runs]
    if len(labels) < TWO or len(labels) % TWO:
        return None
    half = len(labels) // TWO
    again = labels[0] == labels[half] and is_label(labels[0])
    return line.runs[half].box.x0 if again else None


def _cut_at_labels(lines: Sequence[TextLine]) -> list[TextLine]:
    """Cut texts where a label begins below labels of other lines: a blank is all that parts them."""
    places = Counter(round(run.box.x0) for line in lines for run in line.runs if is_label(run.text))
    common = [at for at, count in places.items() if count >= TWO]
    return [_cut(line, common) if any(len(run.words) > TWO for run in line.runs) else line for line in lines]


def _cut(line: TextLine, places: Sequence[int]) -> TextLine:
    runs = [part for run in line.runs for part in _parts(run, places)]
    return line_of(runs) if len(runs) > len(line.runs) else line


def _parts(run: Run, places: Sequence[int]) -> list[Run]:
    if is_label(run.text):
        return [run]  # "Drawing no." is one label, wherever "no." stands
    for at in range(1, len(run.words)):
        behind = make_run(run.page, run.words[at:])
        if any(abs(run.words[at].box.x0 - place) <= NEAR for place in places) and is_label(behind.text):
            return [make_run(run.page, run.words[:at]), behind]
    return [run]
