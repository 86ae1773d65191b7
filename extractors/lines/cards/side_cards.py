"""Cards of label and value whose columns stand close, or two cards side by side.

    Item     10                Item     20
    Goods    O-ring 70x5.33    Goods    Hex bolt M12x32
    Qty      200               Qty      2500

Where labels come again on the same line at one place of the page, the right half is a card of its own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.fields import parts
from extractors.header.labelling import label_words
from extractors.lines.headings import recognise
from extractors.lines.texts.text_lines import TextLine, is_label_of_names, line_of
from extractors.runs import Run, joined, make_run

NEAR = 2.0
"""What begins so near another text, in points, begins at the same place."""
STACKED = 2.0
"""Each line of a name is less than so many heights of its label away from it."""
LEAST = 3
"""So many lines at least tell where cards stand side by side."""
TWO = 2


def unfolded(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines with cards that stand side by side below each other."""
    lines = _cut_at_labels(lines)
    places = [_place(line) for line in lines]
    told = Counter(round(place) for place in places if place is not None)
    gutter = max(told, key=lambda each: (told[each], -each), default=None)
    if gutter is None or sum(told[at] for at in (gutter - 1, gutter, gutter + 1)) < LEAST:
        return _with_names(lines)
    halved = [at for at, place in enumerate(places) if place is not None and abs(place - gutter) <= NEAR]
    label = _label(lines[halved[0]].runs[0])
    starts = [at for at in halved if _label(lines[at].runs[0]) == label]
    end = _end(lines, halved[-1], gutter)
    unfolded: list[TextLine] = list(lines[: starts[0]])
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        unfolded += _beside(lines[start:stop], gutter)
    return _with_names([*unfolded, *lines[end:]])


def _with_names(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines, a label of names on one line with the name that stands over two lines beside it."""
    found: list[TextLine] = []
    at = 0
    while at < len(lines):
        three = sorted(lines[at : at + 3], key=lambda line: not is_label_of_names(line.runs[0].text))
        whole = _beside_label(three) if len(three) > TWO else None
        found += whole or [lines[at]]
        at += 3 if whole else 1
    return found


def _beside_label(lines: Sequence[TextLine]) -> list[TextLine] | None:
    """Return a label and the two lines beside it as one line, what else stands on them behind it."""
    label, *others = lines[0].runs
    upper, lower = sorted((line.runs[0] for line in lines[1:]), key=lambda run: run.box.top)
    aligned = abs(upper.box.x0 - lower.box.x0) < NEAR and all(_is_level(label, run) for run in (upper, lower))
    bare = is_label_of_names(label.text) and (not others or _is_label(_label(others[0])))
    if not bare or not aligned or any(_is_label(_label(run)) for run in (upper, lower)):
        return None
    if parts.looks_like_code(lower.text):
        return None
    rest = [runs for runs in (others, *(line.runs[1:] for line in lines[1:])) if runs]
    return [line_of([label, joined((upper, lower))]), *map(line_of, rest)]


def _is_level(label: Run, part: Run) -> bool:
    """Tell whether a text stands at the right of a label, and hardly above or below it."""
    near = abs(part.box.middle - label.box.middle) < STACKED * label.box.height
    return near and label.box.x1 < part.box.x0


def _end(lines: Sequence[TextLine], last: int, gutter: float) -> int:
    """Return where the last pair of cards ends: where a line stands at the left alone, or crosses it."""
    at = last + 1
    while at < len(lines) and any(run.box.x0 >= gutter - NEAR for run in lines[at].runs):
        if any(run.box.x0 < gutter - NEAR and run.box.x1 > gutter for run in lines[at].runs):
            break
        at += 1
    return at


def _beside(lines: Sequence[TextLine], gutter: float) -> Iterator[TextLine]:
    """Yield what stands at the left of the gutter, then what stands at its right."""
    for right in (False, True):
        for line in lines:
            runs = [run for run in line.runs if (run.box.x0 >= gutter - NEAR) is right]
            if runs:
                yield line_of(runs)


def _place(line: TextLine) -> float | None:
    """Return where the second half of a line begins that says the same again, None where none does."""
    labels = [_label(run) for run in line.runs]
    if len(labels) < TWO or len(labels) % TWO:
        return None
    half = len(labels) // TWO
    again = labels[0] == labels[half] and _is_label(labels[0])
    return line.runs[half].box.x0 if again else None


def _label(run: Run) -> str:
    """Return the label that a text is or begins with."""
    colon = label_words.COLON.search(run.text)
    return run.text[: colon.start()] if colon is not None else run.text


def _is_label(text: str) -> bool:
    heading = recognise(text)
    return heading is not None and heading.exact


def _cut_at_labels(lines: Sequence[TextLine]) -> list[TextLine]:
    """Cut texts where a label begins below labels of other lines: a blank is all that parts them."""
    places = Counter(round(run.box.x0) for line in lines for run in line.runs if _is_label(run.text))
    common = [at for at, count in places.items() if count >= TWO]
    return [_cut(line, common) if any(len(run.words) > TWO for run in line.runs) else line for line in lines]


def _cut(line: TextLine, places: Sequence[int]) -> TextLine:
    runs = [part for run in line.runs for part in _parts(run, places)]
    return line_of(runs) if len(runs) > len(line.runs) else line


def _parts(run: Run, places: Sequence[int]) -> list[Run]:
    for at in range(1, len(run.words)):
        behind = make_run(run.page, run.words[at:])
        if any(abs(run.words[at].box.x0 - place) <= NEAR for place in places) and _is_label(behind.text):
            return [make_run(run.page, run.words[:at]), behind]
    return [run]
