"""Pieces cut out of pages where something differs: small pictures for mails."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from PIL import Image, ImageDraw

from models.case import CaseDetail
from models.page import Box, FileFormat, union
from models.reading import Evidence, stated
from review.values import Value

SCALE = 2.0
"""Pixels per point of the page that is cut from."""
MOST = 6
LARGEST = 60_000
"""Bytes of one picture."""
_ROOM = (90.0, 20.0)
"""How much of the page is shown around a value, in points: beside it, above and below."""
_LEAST_WIDTH = 300.0
_COLOURS = 48
_FRAME = (179, 51, 14)
_SMALLEST = 0.25
DRAWN = frozenset({FileFormat.PDF, FileFormat.IMAGE})

Draw = Callable[[str, int, float], bytes]
"""Draws a page (from 1) of the document with a SHA-256 at a scale as PNG."""


@dataclass(frozen=True, slots=True)
class Crop:
    """A piece of a page and the values that it shows, by their anchors; `width` is in points."""

    anchors: tuple[str, ...]
    png: bytes
    width: float


@dataclass(frozen=True, slots=True)
class _Piece:
    anchors: tuple[str, ...]
    page: int
    boxes: tuple[Box, ...]


def crops(case: CaseDetail, shown: Iterable[Value], draw: Draw) -> tuple[Crop, ...]:
    """Return pictures of the spots that `shown` values were read from; none of a file without pages.

    Values of one line that stand on one height share a picture.
    """
    document = case.document
    if document is None or document.format not in DRAWN:
        return ()
    pieces = list(_pieces(case, shown))[:MOST]
    pages: dict[int, Image.Image] = {}
    for number in {each.page for each in pieces}:
        pages[number] = _opened(draw(document.sha256, number, SCALE))
    return tuple(_cut(pages[each.page], each) for each in pieces)


def _opened(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png), formats=("PNG",))
    return picture.convert("RGB")


def _pieces(case: CaseDetail, shown: Iterable[Value]) -> Iterator[_Piece]:
    known = evidence(case)
    grouped: dict[tuple[str, int], list[tuple[str, Box]]] = {}
    told: set[Evidence] = set()
    for value in shown:
        spot = known.get(value.spot or "")
        if spot is None or spot.page is None or spot.box is None or spot in told:
            continue
        # Several values may be read from one spot: an amount and its currency.
        told.add(spot)
        line = (value.spot or "").partition("-")[0]
        # Values of the header stand anywhere, those of a line mostly side by side.
        own = (value.spot or "") if line == "h" else line
        key = next((k for k in grouped if k == (own, spot.page) and _level(grouped[k], spot.box)), None)
        place = key or (
            (own, spot.page) if (own, spot.page) not in grouped else (value.spot or "", spot.page)
        )
        grouped.setdefault(place, []).append((value.anchor, spot.box))
    for (_, page), found in grouped.items():
        yield _Piece(tuple(anchor for anchor, _ in found), page, tuple(box for _, box in found))


def _level(found: Iterable[tuple[str, Box]], box: Box) -> bool:
    whole = union(each for _, each in found)
    return abs(whole.top - box.top) < 30


def evidence(case: CaseDetail) -> Mapping[str, Evidence]:
    """Return where the values of a case stand, by the anchors of their boxes."""
    found: dict[str, Evidence] = {}
    for check in case.comparison.checks if case.comparison else ():
        if check.evidence is not None:
            found[f"{check.line or 'h'}-{check.field}"] = check.evidence
    reading = case.extraction.reading if case.extraction else None
    if reading is not None:
        found |= {f"h-{name}": field.evidence for name, field in stated(reading.header)}
        for number, line in enumerate(reading.lines, start=1):
            found |= {f"{number}-{name}": field.evidence for name, field in stated(line)}
    return found


def _cut(page: Image.Image, piece: _Piece) -> Crop:
    whole = union(piece.boxes)
    beside, above = _ROOM
    beside = max(beside, (_LEAST_WIDTH - (whole.x1 - whole.x0)) / 2)
    edges = (whole.x0 - beside, whole.top - above, whole.x1 + beside, whole.bottom + above)
    left, top = (max(int(each * SCALE), 0) for each in edges[:2])
    right, bottom = min(int(edges[2] * SCALE), page.width), min(int(edges[3] * SCALE), page.height)
    cut = page.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    pen = ImageDraw.Draw(cut)
    for box in piece.boxes:
        corners = (box.x0 - 2.5, box.top - 2.5, box.x1 + 2.5, box.bottom + 2.5)
        x0, y0, x1, y1 = (each * SCALE for each in corners)
        pen.rectangle((x0 - left, y0 - top, x1 - left, y1 - top), outline=_FRAME, width=3)
    return Crop(piece.anchors, _small(cut), cut.width / SCALE)


def _small(picture: Image.Image) -> bytes:
    """Return a picture as a PNG that is small enough for a mail; a scan is made coarser until it is."""
    share = 1.0
    while True:
        size = (max(int(picture.width * share), 1), max(int(picture.height * share), 1))
        fitting = picture if share == 1.0 else picture.resize(size, Image.Resampling.LANCZOS)
        out = io.BytesIO()
        fitting.quantize(_COLOURS).save(out, "PNG", optimize=True)
        if out.tell() <= LARGEST or share < _SMALLEST:
            return out.getvalue()
        share *= 0.75
