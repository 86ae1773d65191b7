"""PDF files drawn with reportlab, for tests: y counts from the bottom there, from the top in what is read."""

import io
from collections.abc import Callable

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractors.readers import fonts
from models.page import Page, Word

WIDTH, HEIGHT = 595.0, 842.0
Drawing = Callable[[Canvas], None]
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
pdfmetrics.registerFont(TTFont("Embedded", str(fonts.path()), subfontIndex=0))


def pdf(
    *pages: Drawing, size: tuple[float, float] = (WIDTH, HEIGHT), encrypt: StandardEncryption | None = None
) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, encrypt=encrypt, invariant=True)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def text(content: str, x: float = 100, y: float = 700, size: float = 12, font: str = "Helvetica") -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        canvas.drawString(x, y, content)

    return draw


def together(*drawings: Drawing) -> Drawing:
    def draw(canvas: Canvas) -> None:
        for each in drawings:
            each(canvas)

    return draw


def picture(colour: tuple[int, ...] = (255, 0, 0, 255), inner: tuple[int, ...] | None = None) -> ImageReader:
    """Return a picture of one colour; the middle may have another."""
    image = Image.new("RGBA", (60, 60), colour)
    if inner is not None:
        image.paste(inner, (15, 15, 45, 45))
    return ImageReader(image)


def written(content: str, page: str = "", root: str = "", more: tuple[str, ...] = ()) -> bytes:
    """Return a page with these operators, where reportlab has no words for them; objects count from 6."""
    resources = f"<< /Font << /F1 5 0 R >> {page} >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {root} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources {resources} >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    ]
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def word_of(page: Page, text: str) -> Word:
    (found,) = [word for word in page.words if word.text == text]
    return found
