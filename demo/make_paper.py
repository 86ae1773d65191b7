"""PDF pages, the same bytes every time: fonts, paragraphs, tables, and whole documents."""

import functools
import io
from collections.abc import Callable, Sequence
from typing import Any, Literal

from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from extractors.readers import fonts

CHINESE = "Demo-Chinese"
NOT_EMBEDDED = "STSong-Light"
LATIN = "Helvetica"
BOLD = "Helvetica-Bold"
SERIF = "Times-Roman"
ALIGNMENTS: dict[str, Literal[0, 1, 2]] = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}

Decorate = Callable[[Canvas], None]
Command = tuple[object, ...]


@functools.cache
def register() -> None:
    """Make the fonts known to reportlab, once: the project's own, and one that readers must have."""
    pdfmetrics.registerFont(TTFont(CHINESE, str(fonts.path()), subfontIndex=0))
    pdfmetrics.registerFont(UnicodeCIDFont(NOT_EMBEDDED))


def words(
    text: str, size: float = 9, font: str = CHINESE, align: str = "left", space: float = 0
) -> Paragraph:
    """Return a paragraph; `space` is left below it, in points."""
    style = ParagraphStyle(
        "words",
        fontName=font,
        fontSize=size,
        leading=size * 1.45,
        alignment=ALIGNMENTS[align],
        spaceAfter=space,
        wordWrap="CJK" if font in {CHINESE, NOT_EMBEDDED} else None,
    )
    return Paragraph(text, style)


def grid(
    rows: Sequence[Sequence[object]],
    widths: Sequence[float],
    commands: Sequence[Command] = (),
    *,
    font: str = CHINESE,
    size: float = 8.5,
) -> Table:
    """Return a table whose column widths are in millimetres."""
    style: list[Any] = [
        ("FONT", (0, 0), (-1, -1), font, size),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        *commands,
    ]
    columns = [each * mm for each in widths]
    return Table([list(each) for each in rows], columns, style=TableStyle(style), hAlign="LEFT")


def pdf(
    story: Sequence[Flowable],
    title: str,
    *,
    size: tuple[float, float] = A4,
    margin: float = 18,
    decorate: Decorate | None = None,
    password: str | None = None,
) -> bytes:
    """Return a document; `decorate` draws over every page when its text stands; margins in millimetres."""
    stream = io.BytesIO()
    template = SimpleDocTemplate(
        stream,
        pagesize=size,
        leftMargin=margin * mm,
        rightMargin=margin * mm,
        topMargin=margin * mm,
        bottomMargin=margin * mm,
        title=title,
        author="",
        invariant=1,
        encrypt=password,
    )
    template.build(list(story), canvasmaker=_canvas(decorate))
    return stream.getvalue()


def drawn(title: str, size: tuple[float, float], pages: Sequence[Decorate]) -> bytes:
    """Return a document whose pages are drawn by hand."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    canvas.setTitle(title)
    for each in pages:
        each(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _canvas(decorate: Decorate | None) -> type[Canvas]:
    class Decorated(Canvas):  # reportlab's way of drawing last on a page
        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            if decorate is not None:
                decorate(self)
            super().showPage()

    return Decorated
