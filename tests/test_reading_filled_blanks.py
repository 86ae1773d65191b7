"""Forms whose blanks are filled in: days in pieces, and values on the lines of their blanks."""

from collections.abc import Sequence

import pytest
from paper import CHARACTER, grid, words_of

from extractors.assemble import assemble
from extractors.page.blocks import page_blocks
from models.page import Box, FileFormat, Page, Ruling, SourceDocument, Word
from models.reading import Header

ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "铜套", "4", "10.00", "40.00"]]
TOP = 60.0


def placed(pieces: Sequence[tuple[float, str]], top: float = TOP) -> list[Word]:
    return [word for x, text in pieces for word in words_of(text, x, top)]


def line(start: float, end: float, top: float = TOP) -> Ruling:
    return Ruling(Box(start, top + 9.5, end, top + 9.5))


def texts(pieces: Sequence[tuple[float, str]], rulings: Sequence[Ruling] = ()) -> list[str]:
    words = tuple(placed(pieces))
    page = Page(1, 900.0, 1200.0, words, tuple(rulings))
    return [block.text for block in page_blocks(page, (), words).blocks]


def header(pieces: Sequence[tuple[float, str]], rulings: Sequence[Ruling] = ()) -> Header:
    words, drawn = grid(ROWS, top=140.0)
    words = [*words_of("采购合同", 200.0, 20.0), *placed(pieces), *words]
    page = Page(1, 900.0, 1200.0, tuple(words), (*rulings, *drawn))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).header


def width(text: str) -> float:
    return words_of(text, 0.0, 0.0)[-1].box.x1


@pytest.mark.parametrize(
    "pieces",
    [
        ["签订日期：2027", "年", "3", "月", "16", "日"],
        ["签订日期：2027年", "3", "月", "16", "日"],
        ["签订日期：20", "27", "年", "3", "月", "16", "日"],
        ["签订日期：", "2027", "年", "3", "月16日"],
    ],
)
@pytest.mark.parametrize("gap", [4 * CHARACTER, 8 * CHARACTER])
def test_a_day_may_stand_in_pieces(pieces: list[str], gap: float) -> None:
    at, found = 30.0, []
    for piece in pieces:
        found.append((at, piece))
        at += width(piece) + gap
    day = header(found).document_date
    assert day is not None
    assert day.value == "2027-03-16"


@pytest.mark.parametrize(
    "pieces",
    [
        [(30.0, "2027"), (80.0, "12"), (120.0, "月"), (160.0, "3"), (200.0, "日")],
        [(30.0, "2027"), (80.0, "年"), (400.0, "3"), (440.0, "月")],
        [(30.0, "2027"), (80.0, "年"), (120.0, "12"), (160.0, "台")],
    ],
)
def test_what_makes_no_day_stays_in_pieces(pieces: list[tuple[float, str]]) -> None:
    assert texts(pieces) == [text for _, text in pieces]


OFFER = [(30.0, "依据：供方报价单"), (130.0, "40077120"), (200.0, "的价格")]
DELIVERY = [(30.0, "自合同生效之日起"), (130.0, "35"), (160.0, "日内交货")]


def test_a_value_on_the_line_of_a_blank_belongs_to_the_words_around_it() -> None:
    assert texts(OFFER, [line(110.0, 200.0)]) == ["依据：供方报价单 40077120 的价格"]
    assert texts(DELIVERY, [line(110.0, 160.0)]) == ["自合同生效之日起 35 日内交货"]
    time = header(
        [(30.0, "交货："), *((x + 60, text) for x, text in DELIVERY)], [line(170.0, 220.0)]
    ).lead_time
    assert time is not None
    assert time.value == "P35D"
    number = header(OFFER, [line(110.0, 200.0)]).quotation_number
    assert number is not None
    assert number.value == "40077120"


@pytest.mark.parametrize(
    "rulings",
    [[], [line(30.0, 500.0)], [line(110.0, 150.0)], [line(110.0, 200.0, TOP + 12)]],
    ids=["none", "under all", "too short", "of the next line"],
)
def test_other_lines_are_none_of_a_blank(rulings: list[Ruling]) -> None:
    assert texts(OFFER, rulings) == [text for _, text in OFFER]


def test_the_next_label_goes_on_with_no_blank() -> None:
    pieces = [(30.0, "编号："), (80.0, "DL-118"), (150.0, "地点：苏州"), (300.0, "数量"), (360.0, "单位")]
    rulings = [line(60.0, 150.0), line(300.0, 320.0)]
    assert texts(pieces, rulings) == [text for _, text in pieces]
