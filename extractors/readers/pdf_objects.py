"""A PDF page's drawn objects in the order of drawing, those inside forms included."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pypdfium2 import raw

from extractors.late import late
from extractors.readers import pdf_calls as calls
from extractors.readers.pdf_calls import Matrix, Numbers
from extractors.readers.radicals import is_radical
from models.page import Doubt

TEXT, PATH, IMAGE = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE
SHADING, FORM = raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_FORM
MOST_OBJECTS = 50_000
"""No page that a person reads has more; beyond it the page counts as not understood."""
DEEPEST = 12
"""Forms within forms that are followed."""
MOST_CLIPS = 16
LAYER = "OC"
"""The tag of a mark that puts what follows into a layer (optional content)."""
HARMLESS = late(r"[\s\u00ad]*|[fijlst]{2,3}")
"""What typesetters say besides: white space, a hyphen at the end of a line, the letters of a ligature."""


class Item(NamedTuple):
    """One drawn object: its handle, what it is, and its place in the order of drawing.

    `matrix` leads from the form that holds it to the page; `clip` is what may be seen of it at most.
    """

    handle: int
    kind: int
    order: int
    matrix: Matrix
    clip: Numbers | None


@dataclass(slots=True)
class Walk:
    """What is known of a page's objects: how many there are, when texts are drawn, what is seen of them.

    `doubts` are those that the content marks around a text give reason for.
    """

    texts: Collection[int]
    seen: int = 0
    orders: dict[int, int] = field(default_factory=dict)
    clips: dict[int, Numbers] = field(default_factory=dict)
    boxes: dict[int, Numbers] = field(default_factory=dict)
    doubts: dict[int, Doubt] = field(default_factory=dict)


def items(page: int, walk: Walk) -> Iterator[Item]:
    """Yield the objects of a page, those inside forms too, at most `MOST_OBJECTS`.

    Of text objects, which are most of a page, only the order and the clip are noted in `walk`; its
    `texts` are handles known to be text objects, which saves asking for each.
    """
    count = min(calls.count_objects(page), MOST_OBJECTS + 1)
    handles = list(map(calls.object_at, [calls.pointer(page)] * count, range(count)))
    yield from _items(walk, handles, _Outer(), 0)


class _Outer(NamedTuple):
    """What the form around an object does to it: its matrix, its clip, a doubt about all texts in it."""

    matrix: Matrix = calls.IDENTITY
    clip: Numbers | None = None
    doubt: Doubt | None = None


def _items(walk: Walk, handles: Sequence[int], outer: _Outer, depth: int) -> Iterator[Item]:
    clips = list(map(calls.count_clips, map(calls.clip_of, handles)))
    marks = list(map(calls.count_marks, handles))
    for handle, clipped, marked in zip(handles, clips, marks, strict=True):
        walk.seen += 1
        if walk.seen > MOST_OBJECTS:
            return
        kind = TEXT if handle in walk.texts else calls.object_type(handle)
        clip = _clip(walk, handle, clipped, outer) if clipped > 0 else outer.clip
        if kind == TEXT:
            _note(walk, handle, clip, outer.doubt or (_marked(handle, marked) if marked else None))
        elif kind == FORM and depth < DEEPEST:
            matrix = calls.concatenated(calls.matrix(handle), outer.matrix)
            count = min(calls.count_children(handle), MOST_OBJECTS + 1)
            children = list(map(calls.child_at, [calls.pointer(handle)] * count, range(count)))
            inner = _Outer(matrix, clip, outer.doubt or _marked(handle, marked))
            yield from _items(walk, children, inner, depth + 1)
        else:
            yield Item(handle, kind, walk.seen, outer.matrix, clip)


def _note(walk: Walk, text: int, clip: Numbers | None, doubt: Doubt | None) -> None:
    walk.orders[text] = walk.seen
    if clip is not None:
        walk.clips[text] = clip
    if doubt is not None:
        walk.doubts[text] = doubt


def _marked(handle: int, marks: int) -> Doubt | None:
    """Return the doubt that the `marks` marks around an object give reason for.

    Text in a layer may be switched off, which pdfium does not tell; a mark with `ActualText` makes
    pdfium read other characters than those that are drawn (PDF 32000-1, 8.11.3.2 and 14.9.4).
    """
    for at in range(marks):
        mark = calls.mark_at(handle, at)
        if calls.mark_name(mark) == LAYER:
            return Doubt.INVISIBLE
        said = calls.mark_text(mark, b"ActualText")
        if not HARMLESS.fullmatch(said) and not is_radical(said):
            return Doubt.READERS_DISAGREE
    return None


def _clip(walk: Walk, handle: int, count: int, around: _Outer) -> Numbers | None:
    path, outer = calls.clip_of(handle), around.clip
    for at in range(min(count, MOST_CLIPS)):
        # Objects that share a clip share its segments, so the first one's address names it.
        first = calls.clip_segment_at(path, at, 0)
        if not first:
            continue
        box = walk.boxes.get(first)
        if box is None:
            box = walk.boxes[first] = _clip_box(path, at, around.matrix)
        outer = box if outer is None else intersection(outer, box)
    return outer


def _clip_box(path: int, at: int, matrix: Matrix) -> Numbers:
    count = min(calls.count_clip_segments(path, at), 500)
    points = [calls.point(calls.clip_segment_at(path, at, number)) for number in range(count)]
    xs, ys = zip(*points, strict=True)
    return calls.moved((min(xs), min(ys), max(xs), max(ys)), matrix)


def intersection(one: Numbers, other: Numbers) -> Numbers:
    """Return what two boxes share; of boxes apart, a box without extent."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    if right < left or top < bottom:
        return left, bottom, left, bottom
    return left, bottom, right, top
