"""Pages drawn with reportlab: y counts from the bottom there, from the top in what is read."""

import io
import re
from collections.abc import Callable
from typing import Literal

import pytest
from PIL import Image
from reader_pages import doubts_of, page_of, pages_of, refusal_of, text_of, within
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractors.readers import fonts
from models.errors import ErrorCode
from models.page import Box, Doubt, FileFormat, Page, Word

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


def test_words_have_the_boxes_of_their_characters() -> None:
    document = pages_of(pdf(text("Order 4500123")))
    assert (document.format, document.exact, document.notes, document.attachments) == (
        FileFormat.PDF,
        False,
        (),
        (),
    )
    (page,) = document.pages
    assert (page.width, page.height, page.turn, page.synthetic) == (WIDTH, HEIGHT, 0, False)
    assert [(word.text, word.doubt, word.bold, word.where) for word in page.words] == [
        ("Order", None, False, None),
        ("4500123", None, False, None),
    ]
    number = page.words[1]
    left = 100 + pdfmetrics.stringWidth("Order ", "Helvetica", 12)
    assert number.box.x0 == pytest.approx(left, abs=0.1)
    assert number.box.width == pytest.approx(pdfmetrics.stringWidth("4500123", "Helvetica", 12), abs=0.1)
    assert number.part(0, 2).width == pytest.approx(pdfmetrics.stringWidth("45", "Helvetica", 12), abs=0.1)
    assert number.box.top < HEIGHT - 700 < number.box.bottom, "the baseline lies in the box"


def test_a_gap_parts_words_and_kerning_does_not() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        for at, part in (
            (100, "4500"),
            (100 + pdfmetrics.stringWidth("4500", "Helvetica", 12) + 0.8, "123"),
            (200, "EA"),
        ):
            canvas.drawString(at, 700, part)

    assert text_of(page_of(pdf(draw))) == "4500123 EA"


def test_lines_are_words_of_their_own() -> None:
    page = page_of(pdf(together(text("one", y=700), text("two", y=684))))
    assert [word.text for word in page.words] == ["one", "two"]
    assert page.words[1].box.top - page.words[0].box.top == pytest.approx(16)


def test_bold_type_is_told() -> None:
    page = page_of(pdf(together(text("Total", font="Helvetica-Bold"), text("42", y=680))))
    assert [word.bold for word in page.words] == [True, False]


@pytest.mark.parametrize("font", ["STSong-Light", "Embedded"])
def test_chinese_of_fonts_that_are_embedded_or_not(font: str) -> None:
    page = page_of(pdf(text("订单编号：4500123 数量 4 套", font=font)))
    assert text_of(page) == "订单编号：4500123 数量 4 套"
    assert doubts_of(page) == {}
    number = page.words[0]
    assert number.edges[1] - number.edges[0] == pytest.approx(12, abs=0.2), (
        "an ideograph is as wide as it is tall"
    )


def table(canvas: Canvas) -> None:
    canvas.setLineWidth(0.5)
    canvas.grid([100, 200, 300], [600, 620, 640])
    canvas.drawString(104, 625, "Part")
    canvas.drawString(204, 605, "42")


def test_lines_and_thin_rectangles_are_rulings() -> None:
    def rectangles(canvas: Canvas) -> None:
        for y in (600, 620, 640):
            canvas.rect(100, y - 0.25, 200, 0.5, stroke=0, fill=1)
        for x in (100, 200, 300):
            canvas.rect(x - 0.25, 600, 0.5, 40, stroke=0, fill=1)

    expected = [Box(100, HEIGHT - y, 300, HEIGHT - y) for y in (640, 620, 600)]
    expected += [Box(x, HEIGHT - 640, x, HEIGHT - 600) for x in (100, 200, 300)]
    for drawn in (table, together(rectangles, text("Part"))):
        found = [ruling.box for ruling in page_of(pdf(drawn)).rulings]
        assert found == [pytest.approx(box, abs=0.3) for box in expected]


def test_pieces_of_a_line_are_one_and_dots_are_none() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(0.2)
        for x in range(100, 300, 20):
            canvas.line(x, 600, x + 20, 600)
        canvas.line(100, 500, 101, 500)
        canvas.line(-50, 400, 700, 400)
        canvas.drawString(100, 700, "Order")

    rulings = page_of(pdf(draw)).rulings
    assert [ruling.box for ruling in rulings] == [
        pytest.approx(Box(100, HEIGHT - 600, 300, HEIGHT - 600), abs=1.1),
        pytest.approx(Box(0, HEIGHT - 400, WIDTH, HEIGHT - 400), abs=1.1),
    ]


def test_a_dashed_frame_and_a_box_have_four_sides() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(100, 600, 200, 50)
        canvas.drawString(110, 620, "Order")

    page = page_of(pdf(draw))
    assert [ruling.horizontal for ruling in page.rulings] == [True, True, False, False]
    assert doubts_of(page) == {}


def turned(degrees: int) -> bytes:
    """Return a page whose text runs in some direction, and which a viewer turns so that it can be read."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(degrees)
        canvas.saveState()
        middle = (WIDTH / 2, HEIGHT / 2)
        canvas.translate(*(middle[::-1] if degrees % 180 else middle))
        canvas.rotate(degrees)
        canvas.setFont("Helvetica", 12)
        canvas.drawString(-100, 50, "Order 4500123")
        canvas.line(-100, 0, 100, 0)
        canvas.restoreState()

    return pdf(draw)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_page_that_is_turned_to_be_read_reads_as_it_is_shown(degrees: int) -> None:
    page = page_of(turned(degrees))
    assert (page.width, page.height, page.turn, text_of(page)) == (WIDTH, HEIGHT, 0, "Order 4500123")
    box = page.words[0].box
    assert (box.x0, box.top) == pytest.approx((WIDTH / 2 - 100, HEIGHT / 2 - 50 - 0.82 * 12), abs=0.2)
    (ruling,) = page.rulings
    assert ruling.horizontal
    assert ruling.box.top == pytest.approx(HEIGHT / 2, abs=0.3)


@pytest.mark.parametrize(("degrees", "turn"), [(90, 90), (180, 180), (270, 270)])
def test_a_page_whose_text_runs_sideways_is_turned(degrees: int, turn: int) -> None:
    page = page_of(re.sub(rb"/Rotate \d+", b"/Rotate 0", turned(degrees)))
    assert text_of(page) == "Order 4500123"
    assert page.turn == turn
    assert doubts_of(page) == {}
    shown, around = page.displayed(page.words[0].box), page.displayed(Box(0, 0, page.width, page.height))
    assert (page.width, page.height) == (WIDTH, HEIGHT)
    assert around == (Box(0, 0, HEIGHT, WIDTH) if turn % 180 else Box(0, 0, WIDTH, HEIGHT))
    assert (shown.width > shown.height) is (turn == 180)
    assert within(shown, around)


def test_a_landscape_page_is_as_wide_as_it_is() -> None:
    page = page_of(pdf(text("Order", x=700, y=500), size=(HEIGHT, WIDTH)))
    assert (page.width, page.height) == (HEIGHT, WIDTH)
    assert page.words[0].box.x0 == pytest.approx(700, abs=0.1)


def test_places_count_from_what_a_viewer_shows_of_a_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 100, 450, 800))
        canvas.drawString(100, 700, "Order")

    page = page_of(pdf(draw))
    assert (page.width, page.height) == (400, 700)
    assert page.words[0].box.x0 == pytest.approx(50, abs=0.1)


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
    ("said", "drawn"), [("fi", "x"), (" ", " "), ("\\255", "-")], ids=["ligature", "blank", "hyphen"]
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


@pytest.mark.parametrize("shift", [0.0, 0.3, 1.0])
def test_text_drawn_twice_to_look_bold_is_one_text(shift: float) -> None:
    page = page_of(pdf(together(text("Order 4711"), text("Order 4711", x=100 + shift))))
    assert (text_of(page), doubts_of(page)) == ("Order 4711", {})


def test_text_whose_characters_nobody_names_is_doubted() -> None:
    """The glyphs are there and drawn, but the file does not say which characters they are."""
    data = pdf(together(text("Order", y=740), text("订单", font="Embedded")))
    nameless = re.sub(rb"/ToUnicode \d+ 0 R", lambda found: b" " * len(found[0]), data)
    assert nameless != data
    page = page_of(nameless)
    assert {word.doubt for word in page.words} == {None, Doubt.BAD_ENCODING}
    assert word_of(page, "Order").doubt is None


def test_letters_that_stand_for_two_are_spread() -> None:
    (word,) = page_of(pdf(text("\ufb01nal", font="Embedded"))).words
    assert word.text == "final"
    assert word.edges == tuple(sorted(word.edges))
    assert word.edges[1] - word.edges[0] == pytest.approx(word.edges[2] - word.edges[1], abs=0.05)


def test_characters_that_only_look_like_others_are_the_others() -> None:
    """Some fonts call an ideograph a radical, and a hyphen a soft one."""
    page = page_of(pdf(text("\u2f00\u2f83 A\u00ad1", font="Embedded")))
    assert text_of(page) == "一自 A-1"


def test_a_form_used_on_the_page_is_part_of_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("head")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(10, 10, "Order 4711")
        canvas.line(10, 5, 110, 5)
        canvas.endForm()
        canvas.translate(90, 690)
        canvas.doForm("head")

    page = page_of(pdf(draw))
    assert text_of(page) == "Order 4711"
    assert page.words[0].box.x0 == pytest.approx(100, abs=0.1)
    assert page.rulings[0].box == pytest.approx(Box(100, HEIGHT - 695, 200, HEIGHT - 695), abs=1.1)


def test_what_a_person_filled_into_a_form_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "Order")
        canvas.acroForm.textfield(name="number", value="4500123", x=150, y=690, width=100, height=20)

    assert "4500123" in text_of(page_of(pdf(draw)))


def test_a_note_that_brings_no_picture_of_itself_is_read_and_doubted() -> None:
    """Viewers show it, each in its own way; it is drawn by nobody else."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "Quantity 4")
        canvas.freeTextAnnotation("Change to 5", "/Helv 10 Tf 0 g", Rect=[200, 690, 300, 710], relative=0)

    page = page_of(pdf(draw))
    assert doubts_of(page) == dict.fromkeys(("Change", "to", "5"), Doubt.READERS_DISAGREE)
    assert word_of(page, "Change").box.x0 == pytest.approx(200, abs=0.5)


def test_a_link_hides_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "Order 4711")
        canvas.linkURL("https://example.com/", (90, 690, 200, 715))

    assert doubts_of(page_of(pdf(draw))) == {}


def test_a_raised_figure_is_a_word_of_its_own() -> None:
    page = page_of(pdf(together(text("4 m", x=100), text("2", x=120, y=705, size=7), text("of", x=130))))
    assert text_of(page) == "4 m 2 of"


def test_characters_set_apart_evenly_are_one_word() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(100, 700, "PURCHASE", charSpace=4)

    assert text_of(page_of(pdf(draw))) == "PURCHASE"


def test_ideographs_below_each_other_are_words_of_their_own() -> None:
    column = [text(each, y=700 - 14 * at, font="STSong-Light") for at, each in enumerate("甲方盖章")]
    assert [word.text for word in page_of(pdf(together(*column))).words] == list("甲方盖章")


def test_a_page_with_more_drawings_than_anyone_looks_at_is_doubted_as_a_whole() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "Quantity 4")
        code = " ".join(f"{at % 500} {at // 500} 1 1 re f" for at in range(50_001))
        canvas.addLiteral(code)

    page = page_of(pdf(draw))
    assert doubts_of(page) == {"Quantity": Doubt.OVERLAID, "4": Doubt.OVERLAID}
    assert page.overlays == (Box(0.0, 0.0, WIDTH, HEIGHT),)


def test_a_page_of_more_characters_than_anyone_reads_is_refused() -> None:
    lines = [text("x" * 2001, y=100 + at * 5, size=0.25) for at in range(100)]
    assert refusal_of(pdf(together(*lines))).code is ErrorCode.TOO_LARGE


def test_pages_are_counted_and_an_empty_one_between_others_stays() -> None:
    pages = pages_of(pdf(text("one"), lambda _: None, text("three"))).pages
    assert [text_of(page) for page in pages] == ["one", "", "three"]


@pytest.mark.parametrize("password", ["", "secret"], ids=["for changes only", "to open"])
def test_a_password_to_open_is_named_and_one_for_changes_is_none(password: str) -> None:
    data = pdf(text("Order 4711"), encrypt=StandardEncryption(password, ownerPassword="owner", canPrint=0))
    if password:
        assert refusal_of(data).code is ErrorCode.ENCRYPTED
    else:
        assert text_of(page_of(data)) == "Order 4711"


def scan(canvas: Canvas) -> None:
    canvas.drawImage(picture(RED), 0, 0, WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(pdf(scan, scan), ErrorCode.NEEDS_OCR, id="pictures of pages"),
        pytest.param(pdf(lambda canvas: canvas.grid([0, 9], [0, 9])), ErrorCode.NEEDS_OCR, id="lines alone"),
        pytest.param(pdf(lambda _: None), ErrorCode.EMPTY, id="an empty page"),
        pytest.param(pdf(*[text("x")] * 301), ErrorCode.TOO_LARGE, id="301 pages"),
        pytest.param(
            pdf(text("Order"), size=(20_000, 500)), ErrorCode.TOO_LARGE, id="a page of seven metres"
        ),
        pytest.param(pdf(text("Order"))[:-60], ErrorCode.DAMAGED, id="without its end"),
        pytest.param(pdf(text("Order"))[:700], ErrorCode.DAMAGED, id="half of it"),
        pytest.param(b"%PDF-1.4\n" + bytes(range(256)) * 4, ErrorCode.DAMAGED, id="rubbish"),
        pytest.param(b"%PDF-1.4\n%%EOF\n", ErrorCode.DAMAGED, id="nothing"),
        pytest.param(
            written(ROW).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
            ErrorCode.DAMAGED,
            id="pages in a circle",
        ),
    ],
)
def test_what_is_no_order_is_refused(data: bytes, code: ErrorCode) -> None:
    assert refusal_of(data).code is code


def test_a_later_version_whose_end_is_missing_is_not_read_as_the_earlier_one() -> None:
    """An incremental update that was cut off: pdfium would show the document before the change."""
    data = pdf(text("Quantity 4")) + b"\n9 0 obj\n<< /Type /Page >>\nendobj\n"
    assert refusal_of(data).code is ErrorCode.DAMAGED


def test_rubbish_behind_the_end_is_no_damage() -> None:
    assert text_of(page_of(pdf(text("Order")) + b"\r\n\0\0\0")) == "Order"


def test_a_scanned_page_among_others_has_its_picture() -> None:
    first, second = pages_of(pdf(text("Order"), scan)).pages
    assert (len(first.pictures), second.words, len(second.pictures)) == (0, (), 1)
