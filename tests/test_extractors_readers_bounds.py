import pytest
from reader_pages import page_of, refusal_of, text_of

from extractors.readers import bounds
from extractors.readers.lines import LONGEST, Line, Piece, line, wrapped
from models.errors import ErrorCode


@pytest.mark.parametrize(
    "text",
    [
        b"a b\n" * (bounds.MOST_WORDS // 2 + 1),
        b"abcdefgh\n" * (bounds.MOST_CHARACTERS // 8 + 1),
        b"a;b;c\n" * 7_000,
        b"<table><tr><td>a<td>b</table>" * 4_000,
    ],
)
def test_more_text_than_any_order_has_is_refused(text: bytes) -> None:
    assert refusal_of(text).code is ErrorCode.TOO_LARGE


def texts(element: Line) -> list[str]:
    return [each.text for each in wrapped(element)]


def test_a_line_that_fits_on_paper_stays() -> None:
    assert texts(line("x" * LONGEST)) == ["x" * LONGEST]


def test_columns_of_blanks_stay_on_one_line() -> None:
    wide = ("4711" + " " * 60) * 20
    assert texts(line(wide)) == [wide]


@pytest.mark.parametrize(
    ("part", "ends"),
    [
        ("交货期为合同生效后八周。", "。"),
        ("We deliver in 8 weeks. ", "."),
        ("seal 45 mm ", " "),
        ("密封件机械", "密封件机械"),
        ("数量100个", "数量个"),
    ],
)
def test_a_long_paragraph_is_broken_where_it_may_be(part: str, ends: str) -> None:
    text = part * 200
    lines = texts(line(text))
    assert "".join(lines) == text
    assert all(len(each) <= LONGEST for each in lines)
    assert {each[-1] for each in lines[:-1]} <= set(ends)


def test_the_pieces_of_a_broken_line_keep_what_they_are() -> None:
    element = Line((Piece("a " * 100, "here"), Piece("b " * 200, "there", bold=True)), indent=3)
    lines = wrapped(element)
    assert "".join(each.text for each in lines) == element.text
    assert {(piece.where, piece.bold) for each in lines for piece in each.pieces} == {
        ("here", False),
        ("there", True),
    }
    assert {each.indent for each in lines} == {3}


def test_a_long_paragraph_is_read_whole() -> None:
    text = "The seal is delivered in 8 weeks. " * 40
    assert text_of(page_of(text.encode())) == text.strip()
