"""What a person sees of the text of a page, and what lies over it."""

from typing import Literal

import pytest
from drawn_pdf import HEIGHT, Drawing, pdf, picture, text, together, word_of, written
from reader_pages import doubts_of, page_of
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from models.page import Box, Doubt


def test_text_that_leans_is_doubted() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (700, 680, 660):
            canvas.drawString(100, y, "Quantity 4 pieces each")
        canvas.translate(300, 400)
        canvas.rotate(45)
        canvas.drawString(0, 0, "COPY")

    assert doubts_of(page_of(pdf(draw))) == {"COPY": Doubt.ASKEW}


def moded(mode: Literal[0, 1, 3, 7]) -> Drawing:
    def draw(canvas: Canvas) -> None:
        written = canvas.beginText(150, 700)
        written.setFont("Helvetica", 12)
        written.setTextRenderMode(mode)
        written.textOut("40")
        canvas.drawText(written)

    return draw


def coloured(red: float, green: float, blue: float) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(red, green, blue)
        canvas.drawString(150, 700, "40")
        canvas.setFillColorRGB(0, 0, 0)

    return draw


def faint(canvas: Canvas) -> None:
    canvas.setFillAlpha(0.01)
    canvas.drawString(150, 700, "40")
    canvas.setFillAlpha(1)


def clipped(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(100, 500, 20, 20)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.drawString(150, 700, "40")
    canvas.restoreState()


def white_on_blue(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.6)
    canvas.rect(140, 690, 60, 30, stroke=0, fill=1)
    coloured(1, 1, 1)(canvas)


def blue_on_blue(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.6)
    canvas.rect(140, 690, 60, 30, stroke=0, fill=1)
    coloured(0.1, 0.2, 0.65)(canvas)


@pytest.mark.parametrize(
    ("draw", "doubt"),
    [
        pytest.param(moded(3), Doubt.INVISIBLE, id="render mode 3"),
        pytest.param(moded(7), Doubt.INVISIBLE, id="render mode 7"),
        pytest.param(coloured(1, 1, 1), Doubt.INVISIBLE, id="white"),
        pytest.param(coloured(0.95, 0.97, 0.96), Doubt.INVISIBLE, id="nearly white"),
        pytest.param(faint, Doubt.INVISIBLE, id="transparent"),
        pytest.param(clipped, Doubt.INVISIBLE, id="outside its window"),
        pytest.param(blue_on_blue, Doubt.INVISIBLE, id="in the colour of its ground"),
        pytest.param(text("40", x=620), Doubt.OFF_PAGE, id="right of the page"),
        pytest.param(text("40", y=-30), Doubt.OFF_PAGE, id="below the page"),
        pytest.param(moded(0), None, id="as usual"),
        pytest.param(moded(1), None, id="outlines"),
        pytest.param(coloured(0.5, 0.5, 0.5), None, id="grey"),
        pytest.param(coloured(1, 0, 0), None, id="red"),
        pytest.param(white_on_blue, None, id="white on blue"),
    ],
)
def test_what_nobody_sees_is_read_and_doubted(draw: Drawing, doubt: Doubt | None) -> None:
    page = page_of(pdf(together(text("Quantity 4", y=740), draw)))
    assert doubts_of(page) == ({"40": doubt} if doubt else {})
    assert {"Quantity", "4", "40"} == {word.text for word in page.words}


ROW = "BT /F1 12 Tf 100 740 Td (Quantity 4) Tj ET "
SMALL = "BT /F1 {} Tf {} Tz 150 700 Td (40) Tj ET"
LAYER = ("/Properties << /L1 6 0 R >>", "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>")
GROUP = "<< /Type /OCG /Name (Prices) >>"
FORM = "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length {} >>\nstream\n{}\nendstream"


@pytest.mark.parametrize(
    ("data", "doubt"),
    [
        pytest.param(written(ROW + SMALL.format(1, 100)), Doubt.INVISIBLE, id="one point tall"),
        pytest.param(written(ROW + SMALL.format(12, 1)), Doubt.INVISIBLE, id="squeezed to a line"),
        pytest.param(written(ROW + SMALL.format(5, 60)), None, id="small and narrow"),
        pytest.param(
            written(f"{ROW} /OC /L1 BDC {SMALL.format(12, 100)} EMC", *LAYER, (GROUP,)),
            Doubt.INVISIBLE,
            id="in a layer that is switched off",
        ),
        pytest.param(
            written(
                f"{ROW} /OC /L1 BDC /X1 Do EMC",
                f"{LAYER[0]} /XObject << /X1 7 0 R >>",
                LAYER[1],
                (GROUP, FORM.format(len(SMALL.format(12, 100)), SMALL.format(12, 100))),
            ),
            Doubt.INVISIBLE,
            id="in a form in such a layer",
        ),
        pytest.param(
            written(f"{ROW} /Span << /ActualText (40) >> BDC BT /F1 12 Tf 150 700 Td (4) Tj ET EMC"),
            Doubt.READERS_DISAGREE,
            id="other characters than those that are drawn",
        ),
        pytest.param(
            written(
                f"{ROW} /Span << /ActualText (\\376\\377\\0004\\0000) >> BDC "
                "BT /F1 12 Tf 150 700 Td (4) Tj ET EMC"
            ),
            Doubt.READERS_DISAGREE,
            id="other characters in UTF-16",
        ),
        pytest.param(
            written(f"{ROW} /P << /MCID 0 >> BDC {SMALL.format(12, 100)} EMC"), None, id="a paragraph"
        ),
    ],
)
def test_text_that_the_page_shows_otherwise_or_not_at_all_is_doubted(
    data: bytes, doubt: Doubt | None
) -> None:
    page = page_of(data)
    assert doubts_of(page) == ({"40": doubt} if doubt else {})
    assert word_of(page, "40")


@pytest.mark.parametrize(
    ("said", "drawn"),
    [("fi", "x"), (" ", " "), ("\\255", "-"), ("\\376\\377\\145\\271", "x"), ("\\376\\377\\154\\021", "x")],
    ids=["ligature", "blank", "hyphen", "a Kangxi radical's ideograph", "a further radical's"],
)
def test_what_typesetters_say_about_single_characters_is_no_reason_for_doubt(said: str, drawn: str) -> None:
    content = f"{ROW} /Span << /ActualText ({said}) >> BDC BT /F1 12 Tf 150 700 Td ({drawn}) Tj ET EMC"
    assert doubts_of(page_of(written(content))) == {}


def painted(x: float, width: float, alpha: float = 1.0) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillColorRGB(1, 1, 1)
        canvas.setFillAlpha(alpha)
        canvas.rect(x, 690, width, 30, stroke=0, fill=1)
        canvas.restoreState()

    return draw


def stamped(image: ImageReader) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(image, 140, 675, 60, 60, mask="auto")

    return draw


def struck(canvas: Canvas) -> None:
    canvas.line(145, 703.5, 180, 703.5)


def underlined(canvas: Canvas) -> None:
    canvas.line(145, 698, 180, 698)


CLEAR, RED = (255, 255, 255, 0), (200, 0, 0, 255)


@pytest.mark.parametrize(
    ("over", "doubted"),
    [
        pytest.param(painted(140, 60), True, id="a white rectangle"),
        pytest.param(stamped(picture(RED)), True, id="a picture"),
        pytest.param(stamped(picture(CLEAR, RED)), True, id="a seal with its ink on the text"),
        pytest.param(stamped(picture(RED, CLEAR)), False, id="a seal with a free middle"),
        pytest.param(stamped(picture(CLEAR)), False, id="a picture of nothing"),
        pytest.param(struck, True, id="a line through the text"),
        pytest.param(underlined, False, id="a line below the text"),
        pytest.param(painted(300, 60), False, id="a rectangle beside the text"),
        pytest.param(painted(140, 60, 0.0), False, id="a rectangle of glass"),
        pytest.param(text("99", x=161, y=701), True, id="other text"),
    ],
)
def test_what_lies_over_text_makes_it_doubtful(over: Drawing, doubted: bool) -> None:  # noqa: FBT001 - a table
    below = together(text("Quantity 4", y=760), text("40", x=160))
    page = page_of(pdf(together(below, over)))
    assert (word_of(page, "40").doubt is Doubt.OVERLAID) is doubted
    assert word_of(page, "Quantity").doubt is None


@pytest.mark.parametrize("under", [painted(140, 60), stamped(picture(RED))], ids=["a rectangle", "a picture"])
def test_what_lies_below_text_does_not(under: Drawing) -> None:
    assert doubts_of(page_of(pdf(together(under, text("40", x=160))))) == {}


def test_what_lies_over_text_is_told_with_its_place() -> None:
    page = page_of(pdf(together(text("40", x=150), stamped(picture(RED)))))
    for (box,) in (page.overlays, page.pictures):
        assert box == pytest.approx(Box(140, HEIGHT - 735, 200, HEIGHT - 675), abs=0.3)


def test_only_the_words_under_a_seal_are_doubted() -> None:
    row = together(text("Quantity", x=80), text("40", x=160), text("pieces", x=210))
    assert doubts_of(page_of(pdf(together(row, stamped(picture(RED)))))) == {"40": Doubt.OVERLAID}


def test_a_frame_drawn_as_one_area_with_a_hole_hides_nothing() -> None:
    def frame(canvas: Canvas) -> None:
        canvas.addLiteral("90 690 120 30 re 92 692 116 26 re f*")

    page = page_of(pdf(together(text("40", x=140), frame)))
    assert doubts_of(page) == {}
    assert len(page.rulings) == 4
