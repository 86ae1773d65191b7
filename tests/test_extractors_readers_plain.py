import pytest
from reader_pages import page_of, pages_of, refusal_of, rows_of, text_of

from models.errors import ErrorCode
from models.page import Doubt, FileFormat


def test_lines_keep_the_columns_of_a_terminal() -> None:
    """What stands below each other in the text does so on the page: Chinese characters are two wide."""
    page = page_of("序号  品名      数量\n1     机械密封  4\n2     轴套      10\n".encode())
    lefts = {word.text: round(word.box.x0, 1) for word in page.words}
    assert lefts["品名"] == lefts["机械密封"] == lefts["轴套"]
    assert lefts["数量"] == lefts["4"] == lefts["10"]


def test_lines_stand_below_each_other_and_an_empty_line_is_a_gap() -> None:
    page = page_of(b"one\ntwo\n\nthree\n")
    tops = [word.box.top for word in page.words]
    assert tops[2] - tops[1] == 2 * (tops[1] - tops[0])


@pytest.mark.parametrize("mark", ["\t", "|", "│"])
def test_lines_with_the_same_marks_are_a_table(mark: str) -> None:
    rows = [["No", "Part", "Qty"], ["1", "A1", "2"], ["2", "A2", "3"]]
    text = "Please supply:\n" + "\n".join(mark.join(row) for row in rows) + "\nRegards\n"
    page = page_of(text.encode("utf-16"))
    assert [rows_of(table) for table in page.tables] == [rows]
    assert text_of(page).startswith("Please supply: No Part Qty 1 A1")
    assert text_of(page).endswith("Regards")


def test_rules_frame_a_table_and_are_no_rows() -> None:
    text = """\
Our order 4500123 as agreed by telephone, please confirm soonest by return:
+----+------+-----+
| No | Part | Qty |
+----+------+-----+
| 1  | A1   | 2   |
+----+------+-----+
| 2  | A2   | 3   |
+----+------+-----+
Delivery to our works, marked with the number of the order.
Best regards from the buyers of the pump works.
"""
    page = page_of(text.encode())
    assert [rows_of(table) for table in page.tables] == [
        [["No", "Part", "Qty"], ["1", "A1", "2"], ["2", "A2", "3"]]
    ]


def test_every_word_says_its_line() -> None:
    document = pages_of("订单编号：4500123\r\n\r\n数量：2\r".encode("gbk"))
    assert (document.format, document.exact) == (FileFormat.TEXT, True)
    assert [(word.text, word.where) for word in document.pages[0].words] == [
        ("订单编号：4500123", "line 1"),
        ("数量：2", "line 3"),
    ]


def test_marks_that_turn_the_text_around_are_taken_out_and_doubted() -> None:
    """U+202E shows 21 where 12 is stored."""
    page = page_of("Quantity \u202e12\u202c pieces\nPart\u200b number\u00ad A1\n".encode())
    assert [(word.text, word.doubt) for word in page.words] == [
        ("Quantity", Doubt.BAD_ENCODING),
        ("12", Doubt.BAD_ENCODING),
        ("pieces", Doubt.BAD_ENCODING),
        ("Part", None),
        ("number", None),
        ("A1", None),
    ]


def test_a_character_that_was_lost_is_doubted() -> None:
    page = page_of("Order 4711\nPrice \ufffd 12\nPart \ue012A\n".encode())
    assert [word.text for word in page.words if word.doubt is Doubt.BAD_ENCODING] == ["\ufffd", "\ue012A"]


def test_a_character_above_another_takes_no_place() -> None:
    (word,) = page_of("A\u0301B\n".encode()).words
    assert word.edges[1] == word.edges[2]


@pytest.mark.parametrize(("data", "code"), [(b"x" * (4 * 1024 * 1024 + 1), ErrorCode.TOO_LARGE)])
def test_a_text_longer_than_any_order_is_refused(data: bytes, code: ErrorCode) -> None:
    assert refusal_of(data).code is code


def test_a_line_as_wide_as_a_book_is_read() -> None:
    assert len(page_of(b"word " * 50_000).words) == 50_000
