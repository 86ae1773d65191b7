"""Labels and names of cards that their narrow cells broke: each is put on one line again.

    Discounted gross  26.00              Double seal
    price (USD)                   Goods
                                         with springs

A label goes on in the line below where both together are a known one, and one of both lines has its value.
A name does where no label leads the line below in its column, or where its label stands level with two lines;
behind a label on its own line ("Goods: Double seal") what stands below may as well be a remark: never sure.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines.cards.label_texts import NEAR, is_label, label_of
from extractors.lines.headings import CODES, recognise
from extractors.lines.texts.text_lines import TextLine, is_label_of_names, line_of
from extractors.lines.texts.wrapped_labels import on_one_line
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Role

STACKED = 2.0
"""Each line of a name is less than so many heights of its label away from it."""
NEARER = 1.0
"""The lines of a cell are nearer to each other than to the cell above by so many points."""
APART = 1.3
"""The middle of the next line of a cell is less than so many of its heights below the line above it."""
DASHES = ("-", "/")
"""How a name ends that its cell broke."""
CODED = CODES | {Role.DRAWING}
REST = late(r"[A-Z0-9]{1,8}(?:[-./][A-Z0-9]{1,8})*")
"""The rest of a code."""
TWO = 2


def whole(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines, what a cell has over two of them on one."""
    found: list[TextLine] = []
    rest = list(lines)
    while rest:
        line = rest.pop(0)
        while rest and (both := _over(line.runs, rest[0].runs)):
            line, rest[:1] = line_of(both[0]), [line_of(both[1])] if both[1] else []
        while rest and (name := _behind_label(line.runs, rest[0].runs)) is not None:
            line, rest[:1] = _unsure(line_of([name])), []
        found.append(_with_open_codes(line))
    return _with_names(found)


def _with_open_codes(line: TextLine) -> TextLine:
    """Return a line, a code over two lines of its cell as not certain: the dash may be none of its own."""
    broken = [
        role in CODED and not on_one_line(text.run, text.start, text.end) and text.run.text == text.printed
        for role, text in line.said
    ]
    if not any(broken):
        return line
    opened = _unsure(line).said
    return replace(line, said=tuple(o if b else t for o, t, b in zip(opened, line.said, broken, strict=True)))


def _over(upper: Sequence[Run], lower: Sequence[Run]) -> tuple[list[Run], list[Run]] | None:
    """Return two lines with what stood on both on the first of them, None where nothing does."""
    return _label_over(upper, lower) or _name_over(upper, lower) or _code_over(upper, lower)


def _code_over(upper: Sequence[Run], lower: Sequence[Run]) -> tuple[list[Run], list[Run]] | None:
    """Return two lines with a code that its cell broke at a dash on the first of them: "LP-12-", "2400"."""
    for at, run in enumerate(lower):
        for place, code in enumerate(upper[1:], 1):
            label = recognise(upper[place - 1].text)
            coded = label is not None and label.exact and label.role in CODED
            broken = code.text.endswith(DASHES) and any(map(str.isdigit, code.text))
            if coded and broken and _is_right_below(code, run) and REST.fullmatch(run.text):
                whole = joined((code, run))
                return [*upper[:place], whole, *upper[place + 1 :]], [*lower[:at], *lower[at + 1 :]]
    return None


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
    if named + 2 < len(upper) and not is_label(label_of(upper[named + 2])):
        return None  # several names stand beside each other
    name = upper[named + 1]
    for at, run in enumerate(lower):
        if _is_right_below(name, run) and not is_label(label_of(name)) and not is_label(label_of(run)):
            whole = joined((name, run))
            return [*upper[: named + 1], whole, *upper[named + 2 :]], [*lower[:at], *lower[at + 1 :]]
    return None


def _behind_label(upper: Sequence[Run], lower: Sequence[Run]) -> Run | None:
    """Return a labelled name with the line right below it, None where that is no rest of a name."""
    name, rest = upper[0], lower[0]
    label = label_of(name)
    if len(upper) > 1 or len(lower) > 1 or label == name.text or not is_label_of_names(label):
        return None
    if not _is_right_below(name, rest) or label_of(rest) != rest.text or is_label(rest.text):
        return None
    whole = not name.text.endswith(DASHES)
    return None if whole and _is_other(rest) else joined((name, rest))


def _is_other(rest: Run) -> bool:
    """Tell whether a line is no rest of a name: a code, or one that says something of its own."""
    code = _is_one_code(rest) and parts.is_clear(rest.text)
    return code or bool(line_of([rest]).roles - {Role.DESCRIPTION})


def _is_one_code(run: Run) -> bool:
    """Tell whether a text can be one code: "DN80 PN16" are two sizes, though none has a word."""
    return len(run.words) == 1 or parts.revision(run.text)[1] is not None


def _unsure(line: TextLine) -> TextLine:
    """Return a line with what it says as not certain."""
    said = (
        (role, replace(text, heading=replace(text.heading, exact=False) if text.heading else None, lines=TWO))
        for role, text in line.said
    )
    return replace(line, said=tuple(said))


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
    other = alone is not None and alone.exact and (alone.role is not whole.role or is_label(below.text))
    return not other and _has_value(upper, first) is not _has_value(lower, second)


def _has_value(runs: Sequence[Run], at: int) -> bool:
    return at + 1 < len(runs) and not is_label(label_of(runs[at + 1]))


def _with_names(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines, a label of names on one line with the name that stands over two lines beside it."""
    found: list[TextLine] = []
    at = 0
    while at < len(lines):
        three = sorted(lines[at : at + 3], key=lambda line: not is_label_of_names(line.runs[0].text))
        whole = _beside_label(three) if len(three) > TWO else None
        led = _level_with_last(lines[at - 1 : at + TWO]) if 0 < at < len(lines) - 1 and not whole else None
        found += whole or led or [lines[at]]
        at += 3 if whole else TWO if led else 1
    return found


def _level_with_last(lines: Sequence[TextLine]) -> list[TextLine] | None:
    """Return a name over two lines, its label level with the last: both are nearer than the line above.

    Never sure: what stands above the name may as well be a remark.
    """
    before, first, last = lines
    if len(first.runs) > 1 or len(last.runs) < TWO or not is_label_of_names(last.runs[0].text):
        return None
    upper, (label, lower, *others) = first.runs[0], last.runs
    near = lower.box.top - upper.box.top + NEARER < upper.box.top - before.runs[-1].box.top
    named = any(is_label(label_of(run)) for run in (upper, lower))
    if named or not near or not _is_right_below(upper, lower):
        return None
    return [_unsure(line_of([label, joined((upper, lower))])), *([line_of(others)] if others else [])]


def _beside_label(lines: Sequence[TextLine]) -> list[TextLine] | None:
    """Return a label and the two lines beside it as one line, what else stands on them behind it."""
    label, *others = lines[0].runs
    upper, lower = sorted((line.runs[0] for line in lines[1:]), key=lambda run: run.box.top)
    aligned = abs(upper.box.x0 - lower.box.x0) < NEAR and all(_is_level(label, run) for run in (upper, lower))
    bare = is_label_of_names(label.text) and (not others or is_label(label_of(others[0])))
    if not bare or not aligned or any(is_label(label_of(run)) for run in (upper, lower)):
        return None
    if _is_one_code(lower) and parts.looks_like_code(lower.text):
        return None
    rest = [runs for runs in (others, *(line.runs[1:] for line in lines[1:])) if runs]
    return [line_of([label, joined((upper, lower))]), *map(line_of, rest)]


def _is_level(label: Run, part: Run) -> bool:
    """Tell whether a text stands at the right of a label, and hardly above or below it."""
    near = abs(part.box.middle - label.box.middle) < STACKED * label.box.height
    return near and label.box.x1 < part.box.x0
