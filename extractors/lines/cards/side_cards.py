"""Cards of label and value whose columns stand close, or two cards side by side.

    Item     10                Item     20
    Goods    O-ring 70x5.33    Goods    Hex bolt M12x32
    Qty      200               Qty      2500

Where labels come again on the same line at one place of the page, the right half is a card of its own.
"""

import itertools
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
APART = 1.3
"""The middle of the next line of a cell is less than so many of its heights below the line above it."""
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
        return _with_names(_with_labels(lines))
    halved = [at for at, place in enumerate(places) if place is not None and abs(place - gutter) <= NEAR]
    label = _label(lines[halved[0]].runs[0])
    starts = [at for at in halved if _label(lines[at].runs[0]) == label]
    end = _end(lines, halved[-1], gutter)
    unfolded: list[TextLine] = list(lines[: starts[0]])
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        unfolded += _beside(lines[start:stop], gutter)
    return _with_names(_with_labels([*unfolded, *lines[end:]]))


def _with_labels(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines, a label over two of them as one: "Discounted gross   26.00" above "price (USD)".

    So is a name whose rest stands right below it, where no label leads that line in the name's column.
    """
    found: list[TextLine] = []
    rest = list(lines)
    while rest:
        line = rest.pop(0)
        while rest and (both := _label_over(line.runs, rest[0].runs) or _name_over(line.runs, rest[0].runs)):
            line, rest[:1] = line_of(both[0]), [line_of(both[1])] if both[1] else []
        found.append(line)
    return found


def _label_over(upper: Sequence[Run], lower: Sequence[Run]) -> tuple[list[Run], list[Run]] | None:
    """Return two lines with a label that stood on both on the first of them, None where none does."""
    for first, second in itertools.product(range(len(upper)), range(len(lower))):
        if not _is_broken(upper, first, lower, second):
            continue
        behind = second + 1 + _has_value(lower, second)
        whole = [joined((upper[first], lower[second])), *lower[second + 1 : behind]]
        return [*upper[:first], *whole, *upper[first + 1 :]], [*lower[:second], *lower[behind:]]
    return None


def _name_over(upper: Sequence[Run], lower: Sequence[Run]) -> tuple[list[Run], list[Run]] | None:
    """Return two lines with a name that stood on both on the first of them, None where none does."""
    named = next((at for at, run in enumerate(upper[:-1]) if is_label_of_names(run.text)), None)
    if named is None or any(abs(run.box.x0 - upper[named].box.x0) < NEAR for run in lower):
        return None
    if named + 2 < len(upper) and not _is_label(_label(upper[named + 2])):
        return None  # several names stand beside each other
    name = upper[named + 1]
    for at, run in enumerate(lower):
        if _is_right_below(name, run) and not _is_label(_label(name)) and not _is_label(_label(run)):
            whole = joined((name, run))
            return [*upper[: named + 1], whole, *upper[named + 2 :]], [*lower[:at], *lower[at + 1 :]]
    return None


def _is_right_below(above: Run, below: Run) -> bool:
    """Tell whether a text begins right below another one, on the next line of a cell."""
    apart = below.box.middle - above.box.bottom
    return abs(above.box.x0 - below.box.x0) < NEAR and 0 <= apart < APART * below.box.height


def _is_broken(upper: Sequence[Run], first: int, lower: Sequence[Run], second: int) -> bool:
    """Tell whether a text goes on in the one below as a label, and one of both has the value beside it."""
    above, below = upper[first], lower[second]
    if not _is_right_below(above, below):
        return False
    whole, alone = recognise(joined((above, below)).text), recognise(above.text)
    if whole is None or not whole.exact or whole.role is None:
        return False
    other = alone is not None and alone.exact and (alone.role is not whole.role or _is_label(below.text))
    return not other and _has_value(upper, first) is not _has_value(lower, second)


def _has_value(runs: Sequence[Run], at: int) -> bool:
    return at + 1 < len(runs) and not _is_label(_label(runs[at + 1]))


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
