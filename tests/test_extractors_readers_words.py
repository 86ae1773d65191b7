from dataclasses import replace

import pytest

from extractors.readers.words import Strip, words
from models.page import Doubt

SIZE = 10.0


def strip(text: str, x: float = 100.0, baseline: float = 50.0, step: float = 5.0, gap: float = 0.0) -> Strip:
    """Return characters of one width, with a gap between them."""
    starts = [x + at * (step + gap) for at in range(len(text))]
    return Strip(text, starts, [start + step for start in starts], baseline, SIZE)


def texts(*strips: Strip) -> list[str]:
    return [word.text for word in words(strips)]


def test_white_space_parts_words_and_takes_no_part_in_their_boxes() -> None:
    first, second = words([strip("4500123 EA")])
    assert (first.text, first.box.x0, first.box.x1, second.box.x0) == ("4500123", 100.0, 135.0, 140.0)
    assert first.edges == (100.0, 105.0, 110.0, 115.0, 120.0, 125.0, 130.0, 135.0)


@pytest.mark.parametrize(
    ("gap", "expected"),
    [(0.0, ["45", "EA"]), (0.1, ["45", "EA"]), (-0.3, ["45", "EA"])],
)
def test_characters_set_closer_or_wider_are_still_words(gap: float, expected: list[str]) -> None:
    assert texts(strip("45 EA", gap=gap * SIZE)) == expected


def test_a_strip_goes_on_in_the_next() -> None:
    assert texts(strip("4500"), strip("123", x=120.5)) == ["4500123"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(strip("123", x=125), id="behind a gap"),
        pytest.param(strip("123", x=120, baseline=52), id="on another line"),
        pytest.param(strip("123", x=60), id="back to the left"),
        pytest.param(replace(strip("123", x=120), size=4.0), id="much smaller"),
    ],
)
def test_a_strip_that_stands_apart_begins_a_word(other: Strip) -> None:
    assert texts(strip("4500"), other) == ["4500", "123"]


def test_pieces_that_touch_are_one_though_drawn_at_different_times() -> None:
    """Some programs draw all Latin characters of a page before the Chinese ones."""
    latin, other, chinese = strip("45", x=110), strip("total", x=300), strip("单价", x=100)
    assert sorted(texts(latin, other, chinese)) == ["total", "单价45"]


def test_a_gap_without_white_space_in_the_file_is_told() -> None:
    found = words([strip("单价"), strip("45", x=113), strip(" EA", x=124)])
    assert [(word.text, word.glued) for word in found] == [("单价", False), ("45", True), ("EA", False)]


def test_a_doubted_character_makes_its_word_doubtful_and_no_other() -> None:
    found = words([replace(strip("45 EA"), doubts={1: Doubt.OVERLAID})])
    assert [word.doubt for word in found] == [Doubt.OVERLAID, None]


def test_a_chinese_stop_under_a_seal_leaves_its_sentence_certain() -> None:
    covered, hidden = ({4: doubt} for doubt in (Doubt.OVERLAID, Doubt.INVISIBLE))
    assert [word.doubt for word in words([replace(strip("税率13。"), doubts=covered)])] == [None]
    assert [word.doubt for word in words([replace(strip("税率13。"), doubts=hidden)])] == [Doubt.INVISIBLE]
    assert [word.doubt for word in words([replace(strip("1,234"), doubts={1: Doubt.OVERLAID})])] == [
        Doubt.OVERLAID
    ]


def test_a_word_is_bold_if_all_of_it_is() -> None:
    bold = replace(strip("4500"), bold=True)
    assert [word.bold for word in words([bold])] == [True]
    assert [word.bold for word in words([bold, strip("123", x=120)])] == [False]


def test_boxes_are_as_tall_as_the_font_and_not_as_the_character() -> None:
    full_stop, capital = words([strip(". X")])
    assert full_stop.box.top == capital.box.top == pytest.approx(50 - 0.82 * SIZE)
    assert full_stop.box.bottom == capital.box.bottom == pytest.approx(50 + 0.2 * SIZE)


def close(left: str, right: str, gap: float, step: float = 0.0) -> Strip:
    """Return two texts that one command draws with a gap between them; `step` parts all their characters."""
    whole = strip(left + right, gap=step)
    shift = [gap if at >= len(left) else 0.0 for at in range(len(whole.text))]
    starts = [start + more for start, more in zip(whole.starts, shift, strict=True)]
    return replace(whole, starts=starts, ends=[start + 5.0 for start in starts])


@pytest.mark.parametrize(
    ("left", "right"), [("120,00", "2027-05-04"), ("4", "pcs"), ("1250.00", "12.50"), ("310", "EUR")]
)
def test_two_columns_set_close_part_behind_a_figure(left: str, right: str) -> None:
    assert texts(close(left, right, 1.5)) == [left, right]


@pytest.mark.parametrize(
    ("left", "right", "gap", "step"),
    [
        ("120,00", "2026", 0.8, 0.0),
        ("120,00", "2026", 1.0, 0.6),
        ("AVA", "TAR", 1.5, 0.0),
        ("DN", "15", 1.5, 0.0),
        ("120", ",00", 1.5, 0.0),
        ("3", "套", 1.5, 0.0),
    ],
)
def test_kerning_and_letters_set_apart_part_nothing(left: str, right: str, gap: float, step: float) -> None:
    assert texts(close(left, right, gap, step)) == [left + right]
