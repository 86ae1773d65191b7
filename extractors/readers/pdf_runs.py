"""A PDF page's characters as runs on baselines, in reading orientation."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extractors.late import late
from extractors.readers import pdf_calls as calls
from extractors.readers.pdf_calls import Colour, Look, Numbers
from extractors.readers.pdf_characters import Characters, Span
from extractors.readers.pdf_drawing import Drawing
from extractors.readers.pdf_frame import Frame
from extractors.readers.pdf_letters import Letters, plain
from extractors.readers.words import ASCENT, DESCENT, OVERLAP, Strip
from models.page import Box, Doubt, union

BOLD = late(r"bold|black|heavy|demi", re.IGNORECASE)
BOLD_WEIGHT = 600
TALLEST = 2000.0
"""Larger font sizes, in points, are mistakes of the file."""
JUMP = 2.0
"""Text objects on one baseline are one run up to a gap of this width, in font sizes."""
NOTE_SIZE = 10.0
"""The font size, in points, that a note is given which states none."""
TWICE = 0.12
"""The same text no further away than this, in font sizes, is the same text drawn twice."""


class Style(NamedTuple):
    """How text objects of one run look: font size, render mode, fill colour, weight, what is seen of it.

    `doubt` is one that holds for all of it.
    """

    size: float
    mode: int
    colour: Colour | None
    bold: bool
    clip: Numbers | None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look; `area` is where they stand, also when they are askew.

    `order` is the place in the order of drawing; `doubts` are the strip's, to be added to.
    """

    strip: Strip
    handle: int
    order: int
    style: Style
    area: Box
    doubts: dict[int, Doubt]
    askew: bool = False


@dataclass(frozen=True, slots=True)
class _Source:
    """What runs are made from."""

    read: Characters
    frame: Frame
    drawn: Drawing
    starts: list[float]
    ends: list[float]


def runs(read: Characters, frame: Frame, drawn: Drawing) -> list[Run]:
    """Return the text of a page in reading orientation, in the order of the text page."""
    source = _Source(read, frame, drawn, *frame.edges(read))
    found: list[Run] = []
    for span, style in _grouped(source):
        if span.direction != frame.direction:
            found.append(_askew(source, span, style))
        elif _stacked(source, span, style.size):
            found += _stack(source, span, style)
        else:
            found.append(_level(source, span, style, frame.baseline(span.matrix)))
    return _once(run for run in found if run.strip.text)


def _grouped(source: _Source) -> Iterator[tuple[Span, Style]]:
    """Yield runs of neighbouring text objects that stand on one baseline and look the same."""
    bold: dict[int | None, bool] = {}
    group: Span | None = None
    look: Style | None = None
    spans = source.read.spans
    for span, own in zip(spans, calls.looks([span.handle for span in spans]), strict=True):
        style = _style(source, span, own, bold)
        if group and look:
            _narrow(source, group, span)
            if style == look and _goes_on(source, group, span, style.size):
                group = Span(group.start, span.end, group.handle, group.matrix, group.direction)
                continue
            yield group, look
        group, look = span, style
    if group and look:
        yield group, look


def _narrow(source: _Source, group: Span, span: Span) -> None:
    """End a character's cell where the next one starts within it.

    Chinese fonts call some letters as wide as an ideograph, and are then set closer.
    """
    across = 4 if source.frame.direction % 180 else 5
    last, start = group.end - 1, source.starts[span.start]
    if (
        source.starts[last] + 0.2 * (source.ends[last] - source.starts[last]) < start < source.ends[last]
        and abs(group.matrix[across] - span.matrix[across]) < 1.0
    ):
        source.ends[last] = start


def _goes_on(source: _Source, group: Span, span: Span, size: float) -> bool:
    one, other, direction = group.matrix, span.matrix, source.frame.direction
    across = 4 if direction % 180 else 5
    if span.direction != direction or one[:4] != other[:4] or abs(one[across] - other[across]) > 0.01:
        return False
    return -OVERLAP * size <= source.starts[span.start] - source.ends[group.end - 1] <= JUMP * size


def _style(source: _Source, span: Span, own: Look, bold: dict[int | None, bool]) -> Style:
    handle, drawn = span.handle, source.drawn
    font, mode, size, colour = own
    if font not in bold:
        bold[font] = font is not None and _is_bold(font)
    size = _size(source.read, span, size)
    return Style(size, mode, colour, bold[font], drawn.clips.get(handle), drawn.doubts.get(handle))


def _is_bold(font: int) -> bool:
    return calls.font_weight(font) >= BOLD_WEIGHT or bool(BOLD.search(calls.font_name(font)))


def _size(read: Characters, span: Span, own: float) -> float:
    c, d = span.matrix[2:4]
    size = own * math.hypot(c, d)
    if 0.5 < size < TALLEST:
        return size
    # Fonts made of drawings (Type 3) have units of their own: the cells tell how tall they are.
    tall = max(read.tops[at] - read.bottoms[at] for at in range(span.start, span.end))
    return min(max(tall, 1.0), TALLEST)


def _letters(source: _Source, start: int, end: int) -> Letters:
    unmapped = source.read.unmapped
    bad = [at - start for at in range(start, end) if at in unmapped] if unmapped else []
    return Letters(source.read.text[start:end], source.starts[start:end], source.ends[start:end], bad)


def _level(source: _Source, span: Span, style: Style, baseline: float) -> Run:
    letters = plain(_letters(source, span.start, span.end))
    doubts = dict.fromkeys(letters.bad, Doubt.BAD_ENCODING)
    strip = Strip(letters.text, letters.starts, letters.ends, baseline, style.size, style.bold, doubts)
    order = source.drawn.orders.get(span.handle, 0)
    return Run(strip, span.handle, order, style, strip.box if letters.text else Box(0, 0, 0, 0), doubts)


def _stacked(source: _Source, span: Span, size: float) -> bool:
    """Tell whether the characters stand below each other, as in vertical writing."""
    first, last = span.start, span.end - 1
    if first == last or abs(source.starts[last] - source.starts[first]) >= 0.1 * size:
        return False
    return abs(_cell(source, last).top - _cell(source, first).top) > 0.3 * size * (last - first)


def _cell(source: _Source, at: int) -> Box:
    read = source.read
    left, right = sorted((read.lefts[at], read.rights[at]))
    bottom, top = sorted((read.bottoms[at], read.tops[at]))
    return source.frame.box((left, bottom, right, top))


def _stack(source: _Source, span: Span, style: Style) -> Iterator[Run]:
    """Yield each character of vertical writing as a run of its own."""
    for at in range(span.start, span.end):
        one = span._replace(start=at, end=at + 1)
        yield _level(source, one, style, _cell(source, at).bottom - DESCENT * style.size)


def _askew(source: _Source, span: Span, style: Style) -> Run:
    """Return text that runs in another direction as a low strip in the middle of where it stands.

    Its true box would reach over lines of the text and join them.
    """
    area = union(_cell(source, at) for at in range(span.start, span.end))
    text = source.read.text[span.start : span.end].strip()
    step = area.width / max(len(text), 1)
    edges = [area.x0 + at * step for at in range(len(text) + 1)]
    low = min(style.size, 10.0)
    baseline = area.middle + (ASCENT - DESCENT) / 2 * low
    doubts = dict.fromkeys(range(len(text)), Doubt.ASKEW)
    strip = Strip(text, edges[:-1], edges[1:], baseline, low, style.bold, doubts)
    order = source.drawn.orders.get(span.handle, 0)
    return Run(strip, span.handle, order, style, area, doubts, askew=True)


def note_runs(note: tuple[str, Numbers], frame: Frame) -> Iterator[Run]:
    """Yield the lines of a note that nothing draws, one below the other in its box."""
    text, numbers = note
    box = frame.box(numbers)
    for number, line in enumerate(text.splitlines()):
        edges = [box.x0 + NOTE_SIZE / 2 * at for at in range(len(line) + 1)]
        baseline = box.top + NOTE_SIZE * (number * 1.2 + ASCENT)
        doubts = dict.fromkeys(range(len(line)), Doubt.READERS_DISAGREE)
        strip = Strip(line, edges[:-1], edges[1:], baseline, NOTE_SIZE, doubts=doubts)
        if line.strip():
            yield Run(strip, 0, 0, Style(NOTE_SIZE, 0, None, bold=False, clip=None), strip.box, doubts)


def _once(found: Iterable[Run]) -> list[Run]:
    """Leave out what is drawn a second time at the same place to look bold."""
    places: dict[str, dict[int, list[Strip]]] = {}
    kept = []
    for run in found:
        strip = run.strip
        same = places.get(strip.text)
        if same is None:
            places[strip.text] = {int(strip.baseline): [strip]}
            kept.append(run)
            continue
        # A shift by half a point may lead to another row of the index.
        rows = {int(strip.baseline), int(strip.baseline - 0.5), int(strip.baseline + 0.5)}
        before = [other for row in rows for other in same.get(row, ())]
        if run.askew or not any(_same_place(strip, other) for other in before):
            same.setdefault(int(strip.baseline), []).append(strip)
            kept.append(run)
    return kept


def _same_place(one: Strip, other: Strip) -> bool:
    near = min(TWICE * one.size, 0.4 * (one.ends[0] - one.starts[0]))
    aside, below = abs(one.starts[0] - other.starts[0]), abs(one.baseline - other.baseline)
    return aside < near and below < TWICE * one.size
