import io

import pytest
from PIL import Image, ImageChops
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.readers import fonts, picture
from extractors.readers.page_picture import MOST_PIXELS, png
from models.errors import ErrorCode, Unreadable

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def pdf(text: str, size: tuple[float, float] = (200.0, 100.0)) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    canvas.setFont("STSong-Light", 20)
    canvas.drawString(20, 40, text)
    canvas.save()
    return stream.getvalue()


def scan(form: str, pages: int = 1, size: tuple[int, int] = (400, 200), dpi: int | None = None) -> bytes:
    stream = io.BytesIO()
    images = [Image.new("RGB", size, (200, 20 * at, 0)) for at in range(pages)]
    extra = {"dpi": (dpi, dpi)} if dpi else {}
    if pages > 1:
        images[0].save(stream, form, save_all=True, append_images=images[1:], **extra)
    else:
        images[0].save(stream, form, **extra)
    return stream.getvalue()


def drawn(data: bytes, page: int = 1, scale: float = 1.0) -> Image.Image:
    return Image.open(io.BytesIO(png(data, page, scale))).convert("RGB")


def ink(image: Image.Image) -> tuple[int, int, int, int] | None:
    return ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()


def test_a_page_is_drawn_at_its_scale() -> None:
    assert drawn(pdf("订单"), scale=2.0).size == (400, 200)


def test_chinese_of_a_font_that_is_not_embedded_is_drawn_with_the_bundled_one() -> None:
    """Without a font pdfium leaves the place blank; two different characters differ in ink."""
    one, other = drawn(pdf("订单")), drawn(pdf("数量"))
    box = ink(one)
    assert box is not None
    assert box[0] == pytest.approx(20, abs=3)
    assert box[2] == pytest.approx(60, abs=3)
    assert ImageChops.difference(one, other).getbbox() is not None


def test_the_bundled_font_is_there_with_its_licence_beside_it() -> None:
    assert fonts.path().read_bytes()[:4] == b"ttcf"
    assert len(list(fonts.path().parent.iterdir())) > 1


def test_a_page_of_any_size_is_drawn_within_the_bound() -> None:
    width, height = drawn(pdf("订单", (14_000.0, 14_000.0))).size
    assert width * height <= 1.001 * MOST_PIXELS


@pytest.mark.parametrize(
    ("dpi", "size"), [(None, (144, 72)), (100, (288, 144)), (200, (144, 72)), (9999, (144, 72))]
)
def test_a_scan_is_shown_at_the_size_of_its_paper(dpi: int | None, size: tuple[int, int]) -> None:
    assert drawn(scan("PNG", dpi=dpi)).size == size


def test_every_page_of_a_scan_is_shown() -> None:
    data = scan("TIFF", pages=3)
    assert [drawn(data, page).getpixel((5, 5)) for page in (1, 2, 3)] == [
        (200, 0, 0),
        (200, 20, 0),
        (200, 40, 0),
    ]


@pytest.mark.parametrize(
    ("data", "page", "code"),
    [
        pytest.param(pdf("订单"), 2, ErrorCode.EMPTY, id="no second page"),
        pytest.param(pdf("订单"), 0, ErrorCode.EMPTY, id="pages count from 1"),
        pytest.param(scan("PNG"), 2, ErrorCode.EMPTY, id="no second picture"),
        pytest.param(scan("TIFF", pages=2), 0, ErrorCode.EMPTY, id="pictures count from 1"),
        pytest.param(scan("PNG")[:60], 1, ErrorCode.DAMAGED, id="a picture that is cut off"),
        pytest.param(b"%PDF-1.4 nothing", 1, ErrorCode.DAMAGED, id="no document"),
    ],
)
def test_what_cannot_be_shown_is_named(data: bytes, page: int, code: ErrorCode) -> None:
    with pytest.raises(Unreadable) as refused:
        png(data, page, 1.0)
    assert refused.value.code is code


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_a_picture_says_how_large_it_is_before_anything_is_unpacked(form: str) -> None:
    assert picture.size(scan(form)) == (400, 200)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_a_picture_without_its_head_says_nothing(form: str) -> None:
    assert picture.size(scan(form)[:9]) is None


def test_a_picture_is_not_read_as_text() -> None:
    with pytest.raises(Unreadable, match="of 400 x 200 pixels") as refused:
        picture.read(scan("PNG"))
    assert refused.value.code is ErrorCode.NEEDS_OCR
