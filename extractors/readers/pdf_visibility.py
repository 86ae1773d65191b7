"""Which characters of a PDF page are not seen: undrawn, cut off, off the page, or in the page's colour."""

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractors.readers import pdf_calls as calls
from extractors.readers.pdf_drawing import FAINT, Colour, Drawing
from extractors.readers.pdf_frame import Frame
from extractors.readers.pdf_objects import Item
from extractors.readers.pdf_runs import Run
from models.page import Box, Doubt

CAP, DROP = 0.70, 0.02
"""The ink that counts reaches from this far above the baseline to that far below, in font sizes."""
HIDDEN_SHARE = 0.35
"""A character is hidden when more than this share of its width or height is cut off."""
CONTRAST = 24
"""Colours nearer than this, in each of red, green and blue, cannot be told apart."""
SMALLEST, NARROWEST = 1.5, 0.5
"""No text of an order is set in a smaller font, or with narrower characters on average, in points."""
UNSEEN_MODES = {3, 7}
"""Text render modes that draw nothing (PDF 32000-1, table 106)."""
OUTLINE_MODES = {1, 5}
WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled area or a picture in reading orientation; `colour` is None if it is not one colour."""

    box: Box
    order: int
    colour: Colour | None
    picture: Item | None


def patches(drawing: Drawing, frame: Frame) -> list[Patch]:
    """Return the filled areas and pictures in the order of drawing."""
    return [Patch(frame.box(fill.box), fill.order, fill.colour, fill.picture) for fill in drawing.fills]


def ink(run: Run, at: int) -> Box:
    """Return the box that the ink of a level character takes up."""
    strip = run.strip
    top, bottom = strip.baseline - CAP * strip.size, strip.baseline + DROP * strip.size
    return Box(strip.starts[at], top, strip.ends[at], bottom)


def mark(run: Run, offsets: Iterable[int], doubt: Doubt) -> None:
    """Note a doubt for some characters; the first doubt about a character stays."""
    for at in offsets:
        run.doubts.setdefault(at, doubt)


def mark_unseen(runs: Sequence[Run], frame: Frame, areas: Sequence[Patch]) -> None:
    """Mark the characters that nobody sees on the page."""
    page = Box(0.0, 0.0, frame.width, frame.height)
    colours = {area.colour for area in areas if area.colour is not None} | {WHITE}
    near = functools.cache(lambda colour: any(_alike(colour, other) for other in colours))
    for run in runs:
        mark(run, _outside(run, page), Doubt.OFF_PAGE)
        if run.style.clip is not None:
            mark(run, _outside(run, frame.box(run.style.clip)), Doubt.INVISIBLE)
        mark(run, _undrawn(run, areas, near), Doubt.INVISIBLE)
        if run.style.doubt is not None:
            mark(run, range(len(run.strip.text)), run.style.doubt)


def _outside(run: Run, window: Box) -> Sequence[int]:
    """Return the offsets of the characters that a window cuts off."""
    (x0, top, x1, bottom), area = window, run.area
    if x0 <= area.x0 and area.x1 <= x1 and top <= area.top and area.bottom <= bottom:
        return ()
    if run.askew:
        inside = x0 <= area.centre <= x1 and top <= area.middle <= bottom
        return () if inside else range(len(run.strip.text))
    return [at for at in range(len(run.strip.text)) if _cut(ink(run, at), window)]


def _cut(box: Box, window: Box) -> bool:
    width = min(box.x1, window.x1) - max(box.x0, window.x0)
    height = min(box.bottom, window.bottom) - max(box.top, window.top)
    rest = 1 - HIDDEN_SHARE
    return width < rest * box.width or height < rest * box.height


def _undrawn(run: Run, areas: Sequence[Patch], near: Callable[[Colour], bool]) -> Sequence[int]:
    """Return the offsets of the characters that leave nothing to see; `near` tells of the page's colours."""
    everything = range(len(run.strip.text))
    mode, colour = run.style.mode, run.style.colour
    if mode in UNSEEN_MODES or _tiny(run):
        return everything
    if mode in OUTLINE_MODES:
        colour = calls.stroke_colour(run.handle)
    if colour is None:
        return ()
    if colour[3] < FAINT:
        return everything
    if run.askew or not near(colour[:3]):
        return ()
    below = [area for area in areas if area.order < run.order]
    return [at for at in everything if _alike(colour[:3], _ground(ink(run, at), below))]


def _tiny(run: Run) -> bool:
    """Tell whether text is too small, or squeezed too much, for anyone to see that it is there."""
    strip = run.strip
    width = sum(strip.ends) - sum(strip.starts)
    return strip.size < SMALLEST or (not run.askew and width < NARROWEST * len(strip.text))


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(mine - theirs) < CONTRAST for mine, theirs in zip(one, other, strict=True))


def _ground(box: Box, below: Sequence[Patch]) -> Colour:
    """Return the colour behind the middle of a box; a picture may be white there."""
    for area in reversed(below):
        if area.box.x0 <= box.centre <= area.box.x1 and area.box.top <= box.middle <= area.box.bottom:
            return area.colour or WHITE
    return WHITE
