"""What a PDF page draws besides text: lines, filled areas, pictures."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pypdfium2 import raw

from extractors.readers import pdf_calls as calls
from extractors.readers.pdf_calls import Numbers
from extractors.readers.pdf_objects import IMAGE, MOST_OBJECTS, PATH, Item, Walk, intersection, items
from extractors.readers.pdf_paths import Outline, areas, outlines, scale, strokes
from models.page import Doubt

THIN = 3.0
"""What is at most this thick, in points, is a line."""
FAINT = 16
"""What is less opaque than this (of 255) is not there."""
BOX = (4, 5)
"""So many points make a box, the first one again at the end or not."""
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Fill:
    """An area that hides or colours what is below it; `colour` is None if it is not one colour.

    `picture` is the object, where it is a picture.
    """

    box: Numbers
    order: int
    colour: Colour | None
    picture: Item | None = None


@dataclass(slots=True)
class Drawing:
    """All that a page draws, in the space of the unturned page.

    `orders`, `clips` and `doubts` tell, for the handles of text objects, when they are drawn, what of
    them may be seen, and why their characters may be others; `outlined` holds boxes drawn in one stroke.
    """

    orders: dict[int, int]
    clips: dict[int, Numbers]
    lines: list[Numbers] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Numbers] = field(default_factory=list)
    outlined: list[tuple[Numbers, int]] = field(default_factory=list)
    doubts: dict[int, Doubt] = field(default_factory=dict)
    overfull: bool = False


def drawing(page: int, texts: Collection[int]) -> Drawing:
    """Read what a page draws; `texts` are the handles of its text objects."""
    walk = Walk(texts)
    found = Drawing(walk.orders, walk.clips, doubts=walk.doubts)
    for item in items(page, walk):
        if item.kind == PATH:
            _path(found, item)
        else:
            _area(found, item)
    found.overfull = walk.seen > MOST_OBJECTS
    return found


def _thin(box: Numbers) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= THIN


def _area(found: Drawing, item: Item) -> None:
    """Add a picture, a shading, or a form that is too deep to follow."""
    bounds = calls.bounds(item.handle)
    if bounds is None:
        return
    box = _place(found, item, calls.moved(bounds, item.matrix), None)
    if item.kind == IMAGE and not _thin(box):
        found.pictures.append(box)


def _place(found: Drawing, item: Item, box: Numbers, colour: Colour | None) -> Numbers:
    seen = box if item.clip is None else intersection(box, item.clip)
    if _thin(seen):
        found.lines.append(seen)
    else:
        found.fills.append(Fill(seen, item.order, colour, item if item.kind == IMAGE else None))
    return seen


def _path(found: Drawing, item: Item) -> None:
    bounds = calls.bounds(item.handle)
    if bounds is None:
        return
    around = calls.moved(bounds, item.matrix)
    filled, stroked = calls.draw_mode(item.handle)
    # Of a single line, which most paths of an order are, the box around it says all.
    parts = [] if _single(item.handle, around) else outlines(item.handle, item.matrix)
    if filled:
        colour = calls.fill_colour(item.handle)
        boxes = areas(parts, even_odd=filled == raw.FPDF_FILLMODE_ALTERNATE) if parts else [around]
        _place_all(found, item, boxes, colour)
    if stroked:
        if len(parts) == 1 and parts[0].closed and len(parts[0].points) in BOX:
            found.outlined.append((around, item.order))
        colour = calls.stroke_colour(item.handle)
        _place_all(found, item, _strokes(item, parts) if parts else [around], colour)


def _single(path: int, around: Numbers) -> bool:
    return _thin(around) and calls.count_segments(path) <= 5


def _strokes(item: Item, parts: Sequence[Outline]) -> Iterator[Numbers]:
    return strokes(parts, calls.stroke_width(item.handle) * scale(item.handle, item.matrix))


def _place_all(found: Drawing, item: Item, boxes: Iterable[Numbers], colour: calls.Colour | None) -> None:
    if colour is None or colour[3] >= FAINT:
        shade = None if colour is None else colour[:3]
        for box in boxes:
            _place(found, item, box, shade)
