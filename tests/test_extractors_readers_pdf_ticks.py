"""Drawn boxes to tick among the words of a page."""

from paper import words_of

from extractors.page.runs import rows_of
from extractors.readers.pdf_ticks import Mark, Square, with_boxes
from models.page import Box, Word

LINE = "Terms      prepaid      30 days      60 days      from receipt"
TICKS = (False, False, True, True)


def drawn(words: list[Word]) -> list[Square]:
    options = [word for word in words if word.text in {"prepaid", "30", "60", "from"}]
    return [
        Square(Box(each.box.x0 - 14, each.box.top + 1, each.box.x0 - 6, each.box.top + 9), at)
        for at, each in enumerate(options)
    ]


def tick(square: Square) -> Mark:
    return Mark(square.box, square.order + 10, None)


def boxed(words: list[Word]) -> tuple[Word, ...]:
    squares = drawn(words)
    marks = [tick(each) for each, ticked in zip(squares, TICKS, strict=True) if ticked]
    return with_boxes(words, squares, marks)


def test_a_drawn_box_stands_before_its_option() -> None:
    told = " ".join(word.text for word in boxed(words_of(LINE, 20.0, 100.0)))
    assert told == "Terms ☐ prepaid ☐ 30 days ☑ 60 days ☑ from receipt"


def test_a_seal_over_the_line_parts_no_box_from_its_option() -> None:
    seal = words_of("NORTH DOCK", 285.0, 101.0)
    line = rows_of(boxed([*words_of(LINE, 20.0, 100.0), *seal]))[0]
    told = " ".join(word.text for word in line)
    assert "☐ prepaid ☐ 30 days ☑ 60 days ☑ from receipt" in told
