"""What lies over the text of Office files: text boxes and pictures (DrawingML, ECMA-376 part 1, 20.1)."""

import itertools
from collections.abc import Iterator

from lxml import etree

from extractors.readers.layout import Element, Figure
from extractors.readers.lines import Line, line
from extractors.readers.package import Package, relations, root

EMU = 12_700
"""Drawing units in a point."""
UNKNOWN_SIZE = 100.0
LARGEST = 2000.0


def elements(package: Package, part: str, title: str) -> Iterator[Element]:
    """Yield the text boxes and pictures of a sheet."""
    for relation in relations(package, part):
        drawing = root(package, relation.target) if relation.kind == "drawing" else None
        if drawing is not None:
            for number, shape in enumerate(drawing.iter("{*}sp"), 1):
                yield from _text(shape, f"{title} text box {number}")
            yield from (figure(picture) for picture in drawing.iter("{*}pic"))


def _text(shape: etree._Element, where: str) -> Iterator[Line]:
    for paragraph in shape.iterfind("{*}txBody/{*}p"):
        text = "".join(each.text or "" for each in paragraph.iter("{*}t"))
        if text.strip():
            yield line(text, where)


def figure(picture: etree._Element) -> Figure:
    """Return a picture with its extent on the page, which may stand in it or in its anchor."""
    anchor = picture.getparent()
    beside = anchor.iterchildren("{*}ext") if anchor is not None else ()
    places = itertools.chain(picture.iter("{*}ext", "{*}extent"), beside)
    extent = next((each for each in places if each.get("cx")), None)
    if extent is None:
        return Figure(UNKNOWN_SIZE, UNKNOWN_SIZE)
    return Figure(_points(extent.get("cx", "")), _points(extent.get("cy", "")))


def _points(length: str) -> float:
    return min(int(length) / EMU, LARGEST) if length.isdigit() and int(length) else UNKNOWN_SIZE
