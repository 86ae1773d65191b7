"""Whatever a customer writes is text on the page: no new element, no new attribute."""

import dataclasses
import functools
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
import review_desk
from review_desk import NOW, Desk
from starlette.testclient import TestClient

from models.case import CaseDetail, CaseDocument
from models.message import Address
from models.page import SourceDocument, Word
from models.receipt import MessageDetail
from review.app import create_app
from review.download import attachment, safe_name

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "</title><script>alert(1)</script>",
    "</text></svg><iframe srcdoc='<script>alert(1)</script>'>",
    "<!--<img src=--><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "{lang.__class__} {n!r}",
    "<a href='javascript:alert(1)'>x</a>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<style>*{display:none}</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "\u202e<b>tfel</b>",
    "＜script＞alert(1)＜/script＞",
    "<base href=//evil.example><form action=//evil.example><button>",
)
KEPT = frozenset(
    {"sha256", "doc_sha256", "raw_sha256", "format", "field", "code", "why", "where", "document_kind"}
)
"""Texts that are ours: keys, stable words and places that tie things together."""


class Outline(HTMLParser):
    """Collects the elements of a page with the names of their attributes, and its visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.links: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.links |= {value or "" for name, value in attrs if name in {"href", "src", "action"}}

    def handle_data(self, data: str) -> None:
        self.text += data


def _poisoned(value: Any, payload: Callable[[str], str], name: str = "") -> Any:
    """Return a value in which every text that came from outside is replaced."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {
            each.name: _poisoned(getattr(value, each.name), payload, each.name)
            for each in dataclasses.fields(value)
            if each.name not in KEPT
        }
        return dataclasses.replace(value, **changes)
    if type(value) is tuple:
        return tuple(_poisoned(each, payload, name) for each in value)
    return payload(value) if type(value) is str and value else value


def _desk(payload: Callable[[str], str]) -> Desk:
    """Return the full desk with every text of its cases, messages and documents replaced."""
    desk = review_desk.full()
    for number, case in desk.cases.items():
        desk.cases[number] = _case(case, payload)
    for sha256, message in desk.messages.items():
        desk.messages[sha256] = _poisoned(message, payload)
    for data, document in desk.documents.items():
        desk.documents[data] = _document(document, payload)
    return desk


def _case(case: CaseDetail, payload: Callable[[str], str]) -> CaseDetail:
    poisoned: CaseDetail = _poisoned(case, payload)
    # The stable words of a case are ours as well.
    summary = dataclasses.replace(poisoned.summary, reasons=case.summary.reasons)
    return dataclasses.replace(poisoned, summary=summary)


def _document(document: SourceDocument, payload: Callable[[str], str]) -> SourceDocument:
    def word(each: Word) -> Word:
        text = payload(each.text)
        step = each.box.width / len(text)
        edges = tuple(each.box.x0 + step * count for count in range(len(text) + 1))
        return dataclasses.replace(each, text=text, edges=edges)

    pages = tuple(dataclasses.replace(page, words=tuple(map(word, page.words))) for page in document.pages)
    return dataclasses.replace(document, pages=pages)


def _pages(desk: Desk) -> dict[str, str]:
    client = TestClient(
        create_app(desk.sources(), now=lambda: NOW), base_url="http://localhost", client=("127.0.0.1", 1)
    )
    paths = ["/", "/messages", *(f"/messages/{each}" for each in desk.messages)]
    paths += [f"/cases/{number}" for number in desk.cases]
    return {path: client.get(path).text for path in paths}


@functools.cache
def _plain() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    return {path: Outline(text).elements for path, text in _pages(_desk(lambda _text: "plain")).items()}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_from_outside_makes_no_element_and_no_attribute(payload: str) -> None:
    plain = _plain()
    for path, page in _pages(_desk(lambda _text: payload)).items():
        found = Outline(page)
        assert found.elements == plain[path], path
        assert not any("evil.example" in each or "alert" in each for each in found.links), path


def test_the_texts_are_shown_at_all() -> None:
    pages = _pages(_desk(lambda text: f"<b>{text}</b>"))
    for path, shown in (
        ("/", "<b>江苏示例泵业制造有限公司</b>"),
        ("/", "<b>转发: 江苏示例泵业 合同 HT2026-0937</b>"),
        ("/cases/12", "<b>FE8-109-2Z</b>"),
        ("/cases/12", "<b>冲洗管路 PTFE DN15</b>"),
        ("/cases/12", "<b>Shaft sleeve 316L</b>"),
        ("/cases/12", "<b>offer 20017288 was valid to 2026-10-31</b>"),
        ("/cases/13", "<b>Centrifugal</b>"),
        ("/cases/10", "<b>the file asks for a password; ask for a copy without one</b>"),
        ("/messages", "<b>logo.png</b>"),
    ):
        assert shown in Outline(pages[path]).text, (path, shown)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("合同（盖章）.pdf", "合同（盖章）.pdf"),
        ('a".pdf', "a_.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\Windows\\x.exe", "C__Windows_x.exe"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        (". .", ""),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_names_of_downloads_are_harmless(name: str, safe: str) -> None:
    assert safe_name(name) == safe
    header = attachment(b"", name, "case-1").headers["content-disposition"]
    assert header.isascii()
    assert not set(header) & set("\r\n\\/")
    assert header.count('"') == 2


def test_every_field_of_the_values_is_poisoned() -> None:
    """Guard the guard: the replacement reaches texts deep inside the values."""
    case: CaseDetail = _desk(lambda _text: "X").cases[12]
    assert case.extraction is not None
    assert case.extraction.reading is not None
    assert case.comparison is not None
    assert case.quotation is not None
    assert case.extraction.reading.lines[0].description is not None
    assert case.extraction.reading.lines[0].description.value == "X"
    assert case.extraction.reading.lines[0].description.evidence.text == "X"
    assert case.comparison.notes[0].text == "X"
    assert case.quotation.items[0].description == "X"
    assert isinstance(case.document, CaseDocument)
    assert case.document.name == "X"
    assert _poisoned(Address("a", "b"), lambda _text: "X") == Address("X", "X")
    assert isinstance(_desk(lambda _text: "X").messages[f"{9:064x}"], MessageDetail)
