"""The English sentences of readers and exports, found again and said in Chinese."""

import ast
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import sap
from extractors.readers import answer, bounds, identify
from models.comparison import Cause
from models.errors import ErrorCode
from models.reading import Failure
from review import particulars, sentences
from review.particular_vocabulary import PARTICULARS
from review.words import catalogue

ROOT = Path(sap.__file__).parent.parent
REFUSING = {"Unreadable": 1, "Failure": 1, "too_large": 0, "exceeding": 0, "crashing": 0}
"""Calls that refuse a file, and which argument is the sentence or a part of it."""
READERS = sorted([*(ROOT / "extractors").rglob("*.py"), *ROOT.glob("sandbox*.py")])
EXPORTS = sorted([*(ROOT / "sap").glob("*.py"), ROOT / "flows" / "messages" / "exports_by_mail.py"])
PARTS = {
    "too_large": bounds.too_large("{}").message,
    "exceeding": answer.exceeding("{}"),
    "crashing": answer.crashing("{}"),
}
SENTENCE = re.compile(r"[A-Za-z']+(?: [A-Za-z']+){2,}")


def _text(node: ast.expr, said: dict[str, ast.expr]) -> str | None:
    """Return the text of an argument, `7` in each of its places; None where it is no text of its own."""
    if isinstance(node, ast.Name):
        return _text(said[node.id], said) if node.id in said else None
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    return "".join(
        str(each.value) if isinstance(each, ast.Constant) else _put(each, said) for each in node.values
    )


def _put(node: ast.expr, said: dict[str, ast.expr]) -> str:
    inner = node.value if isinstance(node, ast.FormattedValue) else node
    return "7" if not isinstance(inner, ast.Name) or inner.id != "shown" else (_text(inner, said) or "")


def _called(path: Path, names: dict[str, int]) -> Iterator[tuple[str, str]]:
    tree = ast.parse(path.read_text("utf-8"))
    said = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        called = (
            getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        )
        if isinstance(node, ast.Call) and called in names and len(node.args) > names[called]:
            text = _text(node.args[names[called]], said)
            if text is not None:
                yield called, text


@pytest.mark.parametrize("path", READERS, ids=lambda path: path.stem)
def test_every_refusal_of_a_reader_is_known(path: Path) -> None:
    texts = [PARTS.get(called, "{}").replace("{}", text) for called, text in _called(path, REFUSING)]
    assert [each for each in texts if particulars.name(each) is None] == []


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.stem)
def test_every_refusal_of_an_export_is_known(path: Path) -> None:
    texts = [text for _, text in _called(path, {"ColumnsNotUnderstoodError": 0, "UsageError": 0})]
    assert [each for each in texts if particulars.name(each) is None] == []


def test_the_texts_are_found_at_all() -> None:
    found = [text for path in (*READERS, *EXPORTS) for _, text in _called(path, REFUSING)]
    assert len(found) > 50
    assert any("Unpacked it would take" in each for each in found)


KINDS = [
    *((what, remedy) for _, what, remedy in (*identify.OLD_OFFICE, *identify.PACKAGES, *identify.REFUSED)),
    ("a file of an unknown kind", "Ask the sender for a PDF, Word or Excel file."),
    (
        "XML of the kind 'Invoice'",
        "Ask the sender for the order as a PDF, or as UBL, cXML, EDIFACT, X12 or IDoc.",
    ),
]


@pytest.mark.parametrize(("what", "remedy"), KINDS)
def test_a_kind_that_is_not_read_is_named_with_what_helps(what: str, remedy: str) -> None:
    said = particulars.worded("zh", f"This is {what}, which is not read. {remedy}")
    assert said.startswith("这是")
    assert not SENTENCE.search(said), said


def test_in_chinese_nothing_is_left_in_english() -> None:
    for each in PARTICULARS:
        english = re.sub(r"\{\w+\}", "7", catalogue("en")[f"particular.{each}"][0])
        said = particulars.worded("zh", english)
        assert said != english, each
        assert not SENTENCE.search(said), said


def test_the_particulars_stay_and_columns_have_their_names() -> None:
    english = (
        "VA25.csv: no column for quotation / sales_document; net_price. Columns seen: Angebot, Betrag."
        " Rename the columns, or add their names under [vocabulary.columns] in policy.toml."
    )
    said = particulars.worded("zh", f"{english}\n{english}")
    assert said.count("VA25.csv：缺少以下列：报价单 / 销售凭证; 净价。现有的列：Angebot, Betrag。") == 2
    assert particulars.worded("en", english) == english


@pytest.mark.parametrize(
    ("detail", "chinese", "english"),
    [("-14 d", "早 14 天", "14 days earlier"), ("1 d", "晚 1 天", "1 day later"), ("", "", "")],
)
def test_a_cause_says_by_how_many_days_in_words(detail: str, chinese: str, english: str) -> None:
    found = Cause("date_shift", (0, 1), detail=detail)
    assert chinese in sentences.cause("zh", found)
    assert english in sentences.cause("en", found)
    assert " d" not in sentences.cause("zh", found)


def test_what_nobody_knows_stays_as_it_was_said() -> None:
    assert particulars.worded("zh", "Something new. Do this.") == "Something new. Do this."
    assert particulars.name("This is a picture; " * 1000) is None


def test_a_remedy_speaks_of_the_kind_of_file_and_of_passwords() -> None:
    rar = identify.refusal(b"Rar!\x1a\x07\x01\x00")
    assert "RAR" in particulars.remedy("zh", rar)
    assert ".zip" in particulars.remedy("zh", rar)
    locked = Failure(ErrorCode.ENCRYPTED, "The PDF is protected by a password. Ask for an open copy.")
    assert "回复本邮件" in particulars.remedy("zh", locked)
    old = Failure(ErrorCode.ENCRYPTED, "The workbook has a password. Ask the sender for an open copy.")
    assert "回复本邮件" not in particulars.remedy("zh", old)


@pytest.mark.parametrize("which", ["export_twice", "export_lacks", "damaged", "broke_code"])
def test_a_name_made_to_take_long_does_not(which: str) -> None:
    """The names of members and columns are strangers' words: here all but the end of a sentence, repeated."""
    pieces = re.split(r"\{\w+\}", catalogue("en")[f"particular.{which}"][0])
    text = ("".join(pieces[:-1]) * particulars.LONGEST)[: particulars.LONGEST - 1] + "x"
    begun = time.monotonic()
    particulars.worded("zh", text)
    assert time.monotonic() - begun < 2
