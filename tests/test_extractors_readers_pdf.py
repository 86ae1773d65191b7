import re

import pytest
from drawn_pdf import HEIGHT, WIDTH, pdf, picture, text, together, word_of, written
from reader_pages import doubts_of, page_of, pages_of, refusal_of, text_of, within
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from models.errors import ErrorCode
from models.page import Box, Doubt, FileFormat


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


@pytest.mark.parametrize(("stroke", "gap", "pieces"), [(2.25, 1.6, 1), (4, 3, 1), (6, 8, 20), (20, 4, 20)])
def test_the_strokes_of_a_dashed_line_are_one(stroke: float, gap: float, pieces: int) -> None:
    """Browsers draw a dashed border stroke by stroke; boxes to fill in stand further apart."""

    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(0.2)
        for at in range(20):
            x = 30 + at * (stroke + gap)
            canvas.line(x, 600, x + stroke, 600)
        canvas.drawString(100, 700, "Order")

    assert len(page_of(pdf(draw)).rulings) == pieces


def test_a_few_strokes_are_no_dashed_line() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(0.2)
        for x in (100, 104, 108):
            canvas.line(x, 600, x + 2, 600)
        canvas.drawString(100, 700, "Order")

    assert len(page_of(pdf(draw)).rulings) == 3


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


def test_text_drawn_again_at_the_end_of_the_page_is_one_text() -> None:
    others = [text(f"line {at}", y=600 - 14 * at) for at in range(12)]
    page = page_of(pdf(together(text("Order 4711"), *others, text("Order 4711", x=100.4))))
    assert [word.text for word in page.words].count("4711") == 1
    assert doubts_of(page) == {}


def test_a_hyphen_at_the_end_of_a_line_is_a_hyphen() -> None:
    page = page_of(pdf(together(text("mechani-", y=700), text("cal seal", y=686))))
    assert text_of(page) == "mechani- cal seal"
    assert doubts_of(page) == {}


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
    canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)


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
            written("BT /F1 12 Tf 100 740 Td (Quantity 4) Tj ET").replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
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
