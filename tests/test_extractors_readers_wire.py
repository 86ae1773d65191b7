import json
import math

import pytest

from extractors.readers import answer
from extractors.readers.wire import MalformedError, decode, encode
from models.errors import ErrorCode, Unreadable
from models.page import (
    Attachment,
    Box,
    Cell,
    Doubt,
    Element,
    FileFormat,
    Page,
    Ruling,
    SourceDocument,
    Table,
    Word,
)

PLAIN = Word("PO-7", Box(10.0, 20.0, 32.0, 30.0), (10.0, 15.5, 21.0, 26.5, 32.0))
ODD = Word(
    "价\ud800", Box(1.0, 2.0, 3.0, 4.0), (1.0, 2.0, 3.0), Doubt.OVERLAID, "Sheet1!D7", bold=True, glued=True
)
CELLS = (
    Cell(0, 0, Box(0, 0, 50, 16), (PLAIN,), 1, 2, "line 1"),
    Cell(1, 0, Box(0, 16, 50, 32), (Word("elsewhere", Box(0, 0, 9, 9), tuple(map(float, range(10)))),)),
    Cell(1, 1, Box(50, 16, 99, 32), ()),
)
DOCUMENT = SourceDocument(
    FileFormat.PDF,
    (
        Page(
            1,
            595.0,
            842.0,
            (PLAIN, ODD),
            (Ruling(Box(0.0, 5.0, 99.0, 5.0)),),
            (Table(Box(0.0, 0.0, 99.0, 32.0), 2, 2, CELLS),),
            (Box(1.0, 1.0, 2.0, 2.0),),
            (Box(3.0, 3.0, 4.0, 4.0),),
            turn=270,
            synthetic=True,
        ),
        Page(2, 10.0, 10.0, ()),
    ),
    exact=True,
    notes=("comments",),
    attachments=(
        Attachment("order-x.xml", Element("Order", "7", (("id", "1"),), (Element("Line"),)), "urn:x"),
        Attachment(None, text="UNB+UNOC:3'"),
    ),
)


def test_a_document_arrives_as_it_left() -> None:
    assert decode(encode(DOCUMENT)) == DOCUMENT


def test_what_is_usual_about_a_word_is_left_out() -> None:
    page = json.loads(encode(DOCUMENT).decode("utf-8", "surrogatepass"))["pages"][0]
    assert [len(word) for word in page["words"]] == [6, 10]
    assert page["tables"][0][3][0][3] == [0], "the words of cells are named by their place"


def changed(*path: str | int, to: object) -> bytes:
    """Return an encoded document with one value in it replaced."""
    found = json.loads(encode(DOCUMENT).decode("utf-8", "surrogatepass"))
    at = found
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = to
    return json.dumps(found).encode("utf-8")


@pytest.mark.parametrize(
    ("path", "to"),
    [
        pytest.param(("format",), "exe", id="no format"),
        pytest.param(("exact",), 1, id="a number for a truth"),
        pytest.param(("notes",), "comments", id="a text for a list"),
        pytest.param(("notes",), [7], id="a number for a text"),
        pytest.param(("pages",), {"0": 1}, id="no list of pages"),
        pytest.param(("pages", 0, "size"), [595.0], id="one length for two"),
        pytest.param(("pages", 0, "size"), [595.0, "842"], id="a text for a length"),
        pytest.param(("pages", 0, "size"), [595.0, math.nan], id="no number"),
        pytest.param(("pages", 0, "size"), [595.0, math.inf], id="endless"),
        pytest.param(("pages", 0, "size"), [595.0, True], id="a truth for a length"),
        pytest.param(("pages", 0, "size"), [595.0, 10**400], id="beyond all numbers"),
        pytest.param(("pages", 0, "turn"), 45, id="a turn of 45 degrees"),
        pytest.param(("pages", 0, "turn"), True, id="a truth for a turn"),
        pytest.param(("pages", 0, "number"), 1.5, id="a page and a half"),
        pytest.param(("pages", 0, "words", 0, 0), None, id="no text"),
        pytest.param(("pages", 0, "words", 0, 5), [1.0, 2.0], id="edges of another text"),
        pytest.param(("pages", 0, "words", 1, 6), "sure", id="an unknown doubt"),
        pytest.param(("pages", 0, "words", 1, 7), 7, id="a number for a place"),
        pytest.param(("pages", 0, "words", 1, 8), "yes", id="a text for a truth"),
        pytest.param(("pages", 0, "words", 1), ["x"], id="half a word"),
        pytest.param(("pages", 0, "words", 1), list(range(40)), id="more than a word"),
        pytest.param(("pages", 0, "rulings"), [[1, 2, 3]], id="three sides"),
        pytest.param(("pages", 0, "tables", 0, 3, 0, 3), [2], id="a word that is not there"),
        pytest.param(("pages", 0, "tables", 0, 3, 0, 3), [-1], id="the last word, from behind"),
        pytest.param(("pages", 0, "tables", 0, 1), "2", id="a text for a count"),
        pytest.param(("pages", 0, "tables", 0), [], id="no table"),
        pytest.param(("attachments", 0, 3), ["Order", "7", ["id"], []], id="an attribute without a value"),
        pytest.param(("attachments", 0, 3), ["Order", "7", [], [["x"]]], id="half an element"),
        pytest.param(("attachments",), None, id="no list of data"),
    ],
)
def test_what_does_not_fit_is_malformed(path: tuple[str | int, ...], to: object) -> None:
    with pytest.raises(MalformedError):
        decode(changed(*path, to=to))


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"null", b"[]", b"\xff\xfe", b'{"format": "pdf"', b"[" * 100_000],
    ids=["nothing", "no fields", "null", "a list", "no text", "cut off", "deep"],
)
def test_bytes_that_are_no_document_are_malformed(data: bytes) -> None:
    with pytest.raises(MalformedError):
        decode(data)


def test_an_answer_brings_the_document() -> None:
    answered = answer.answer("订单编号：4500123\n".encode(), FileFormat.TEXT)
    assert answer.document(answered).pages[0].words[0].text == "订单编号：4500123"


@pytest.mark.parametrize(
    ("data", "file_format", "code"),
    [
        (b"", FileFormat.TEXT, ErrorCode.EMPTY),
        (b"Rar!\x1a\x07", FileFormat.UNKNOWN, ErrorCode.UNSUPPORTED),
        (b"%PDF-1.4 nothing more", FileFormat.PDF, ErrorCode.DAMAGED),
        (b"\x89PNG\r\n\x1a\n", FileFormat.IMAGE, ErrorCode.NEEDS_OCR),
    ],
)
def test_an_answer_brings_the_refusal(data: bytes, file_format: FileFormat, code: ErrorCode) -> None:
    with pytest.raises(Unreadable) as refused:
        answer.document(answer.answer(data, file_format))
    assert refused.value.code is code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MemoryError(), ErrorCode.TOO_LARGE),
        (RecursionError(), ErrorCode.TOO_LARGE),
        (KeyError("the secret of the customer"), ErrorCode.CRASHED),
    ],
    ids=["memory", "depth", "a bug"],
)
def test_a_reader_that_breaks_is_a_named_outcome_without_the_words_of_the_document(
    error: Exception, code: ErrorCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> SourceDocument:
        raise error

    monkeypatch.setattr("extractors.readers.read", broken)
    with pytest.raises(Unreadable) as refused:
        answer.document(answer.answer(b"x", FileFormat.TEXT))
    assert refused.value.code is code
    assert "secret" not in refused.value.message


@pytest.mark.parametrize(
    "answered", [b"", b"X", b"R[]", b'R["no_such_code","x"]', b"R7", b"D{}"[1:], b'R["empty"]'], ids=repr
)
def test_an_answer_that_makes_no_sense_is_a_crash(answered: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        answer.document(answered)
    assert refused.value.code is ErrorCode.CRASHED


def test_a_refusal_of_any_length_is_cut() -> None:
    with pytest.raises(Unreadable) as refused:
        answer.document(b"R" + json.dumps(["empty", "x" * 1_000_000]).encode())
    assert len(refused.value.message) == answer.LONGEST
