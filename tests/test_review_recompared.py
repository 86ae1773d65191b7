"""What the pages say of a case whose quotation changed."""

import re
from pathlib import Path

import pytest
import recomparing_desk
from fastapi import FastAPI
from recomparing_desk import OTHER, Desk, offer
from starlette.testclient import TestClient

from extractors.readers import page_picture, read
from flows.recomparing import recompare
from review import sources
from review.app import create_app


def app(desk: Desk) -> FastAPI:
    return create_app(sources.of_store(desk.kit.store, desk.kit.archive, read, page_picture.png))


def page(desk: Desk, path: str, lang: str) -> str:
    """Return the words of a page, one blank between them."""
    client = TestClient(app(desk), base_url="http://127.0.0.1:8321", client=("127.0.0.1", 50000))
    answer = client.get(path, params={"lang": lang})
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = recomparing_desk.opened(tmp_path)
    made.quote(offer())
    made.take("ORDER PO-1 2001 118.00")
    return made


def test_the_case_says_that_its_basis_changed_and_from_what_to_what(desk: Desk) -> None:
    desk.quote(offer(price="120.00"))
    recompare(desk.kit)
    english = page(desk, "/cases/1", "en")
    assert "Basis changed" in english
    assert "match → needs review" in english
    assert "before with import 1 of quotations (" in english
    assert "now with import 2 of quotations (" in english
    assert "line 1: unit price 118.00 → 120.00; equal → differs" in english
    chinese = page(desk, "/cases/1", "zh")
    assert "报价依据已变更" in chinese
    assert "第 1 行 单价 118.00 → 120.00；一致 → 有差异" in chinese


@pytest.mark.parametrize(("lang", "says"), [("en", "Basis changed"), ("zh", "报价依据已变更")])
def test_the_queue_shows_the_reason(desk: Desk, lang: str, says: str) -> None:
    assert says not in page(desk, "/", lang)
    desk.quote(offer(price="120.00"))
    recompare(desk.kit)
    assert says in page(desk, "/", lang)


def test_a_quotation_that_is_gone_is_named(desk: Desk) -> None:
    desk.quote(OTHER)
    recompare(desk.kit)
    assert "quotation number 2001 → –" in page(desk, "/cases/1", "en")


def test_a_case_that_could_not_be_compared_again_says_so(desk: Desk) -> None:
    desk.quote(offer(price="120.00"))
    desk.comparing.fails = True
    recompare(desk.kit)
    assert "could not compare this order with the newer quotations" in page(desk, "/cases/1", "en")


def test_a_case_whose_quotation_is_the_same_says_nothing(desk: Desk) -> None:
    desk.quote(offer(), OTHER)
    recompare(desk.kit)
    assert "Basis changed" not in page(desk, "/cases/1", "en")
