"""Drawing on PDF pages: text at a place, rules, and a red seal over what stands there."""

# ruff: noqa: PLR0917 - where and what is written in the order in which one draws

from collections.abc import Iterable, Sequence

from reportlab.lib.colors import Color, black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from demo.make_paper import CHINESE

SEAL_RED = Color(0.86, 0.08, 0.10, alpha=0.6)

Column = tuple[float, str]
"""Where a column begins (or ends, or has its middle) in millimetres, and "left", "right" or "center"."""


def put(
    canvas: Canvas,
    x: float,
    y: float,
    text: object,
    size: float = 9,
    font: str = CHINESE,
    align: str = "left",
) -> None:
    """Write at a place in millimetres from the lower left corner; None writes nothing."""
    if text is None:
        return
    canvas.setFont(font, size)
    write = {"left": canvas.drawString, "right": canvas.drawRightString, "center": canvas.drawCentredString}
    write[align](x * mm, y * mm, str(text))


def put_row(
    canvas: Canvas,
    y: float,
    columns: Sequence[Column],
    cells: Iterable[object],
    size: float = 9,
    font: str = CHINESE,
) -> None:
    """Write the cells of a row into their columns."""
    for (x, align), cell in zip(columns, cells, strict=True):
        put(canvas, x, y, cell, size, font, align)


def rule(canvas: Canvas, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
    """Draw a line between two places in millimetres."""
    canvas.setStrokeColor(black)
    canvas.setLineWidth(width)
    canvas.line(x0 * mm, y0 * mm, x1 * mm, y1 * mm)


def box(canvas: Canvas, x: float, y: float, width: float, height: float, stroke: float = 0.5) -> None:
    """Draw a rectangle in millimetres."""
    canvas.setStrokeColor(black)
    canvas.setLineWidth(stroke)
    canvas.rect(x * mm, y * mm, width * mm, height * mm)


def seal(canvas: Canvas, x: float, y: float, name: str, purpose: str, radius: float = 19) -> None:
    """Stamp a round red seal whose middle is at a place in millimetres."""
    canvas.saveState()
    canvas.translate(x * mm, y * mm)
    canvas.setStrokeColor(SEAL_RED)
    canvas.setFillColor(SEAL_RED)
    canvas.setLineWidth(2)
    canvas.circle(0, 0, radius * mm)
    canvas.setFont(CHINESE, 22)
    canvas.drawCentredString(0, -8, "★")
    canvas.setFont(CHINESE, 9)
    canvas.drawCentredString(0, -radius * mm * 0.62, purpose)
    step = 250 / max(1, len(name) - 1)
    for index, character in enumerate(name):
        canvas.saveState()
        canvas.rotate(125 - index * step)
        canvas.setFont(CHINESE, 10)
        canvas.drawCentredString(0, (radius - 5) * mm, character)
        canvas.restoreState()
    canvas.restoreState()


class Seal(Flowable):
    """A seal that takes no room in the text: it lies over what stands around its place."""

    def __init__(self, x: float, y: float, name: str, purpose: str, radius: float = 19) -> None:
        super().__init__()
        self.stamp = (x, y, name, purpose, radius)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Stamp the seal, `x` and `y` in millimetres from where the text has come to."""
        seal(self.canv, *self.stamp)


def turned(canvas: Canvas, x: float, y: float, text: str, degrees: float, size: float = 40) -> None:
    """Write a pale text across the page."""
    canvas.saveState()
    canvas.translate(x * mm, y * mm)
    canvas.rotate(degrees)
    canvas.setFillColor(Color(0.6, 0.6, 0.6, alpha=0.25))
    canvas.setFont(CHINESE, size)
    canvas.drawCentredString(0, 0, text)
    canvas.restoreState()
