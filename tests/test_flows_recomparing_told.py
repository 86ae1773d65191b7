"""The sender of a case is told when newer quotations changed how it came out; a person takes note of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import browser
import pytest
import recomparing_desk
from fastapi import FastAPI
from intake_builders import mail
from outbox_kit import all_mails, clock, drop, kit, open_mail
from playwright.sync_api import Browser
from recomparing_desk import OTHER, Comparing, Desk, offer
from servers_smtp import Post
from starlette.testclient import TestClient

from flows.context import Core
from flows.intake import intake_once
from models import audit
from models.answering import MailKind, MailState, Why
from models.case import CaseState
from models.page import FileFormat, SourceDocument
from models.receipt import Versions
from models.rows.cases import cases, recomparing
from review import acts, correspondence, quotations, sources
from review.app import create_app


@pytest.fixture
def desk(tmp_path: Path, post: Post) -> Desk:
    plain = kit(tmp_path, post)
    comparing = Comparing(plain.store)
    core = Core(open_mail, recomparing_desk.read_part, comparing, Versions("1", "1"))
    return Desk(replace(plain, core=core), comparing)


def told(post: Post) -> list[str]:
    return [each.get_body(("plain",)).get_content() for each in post.mails]  # type: ignore[union-attr]


def changed(desk: Desk, **offers: str) -> None:
    """Take in one order, then quotations in which something is another."""
    desk.quote(offer())
    drop(desk.kit, "order.eml", mail("FW: PO-1", "ORDER PO-1 2001 118.00"))
    intake_once(desk.kit)
    if offers:
        desk.quote(offer(**offers))
        look(desk)


def look(desk: Desk) -> None:
    """Compare again, and send what that asked for."""
    for _ in range(2):
        clock(desk.kit).forward(1)
        intake_once(desk.kit)


def test_the_sender_is_told_in_the_thread_what_changed(desk: Desk, post: Post) -> None:
    changed(desk, price="120.00")
    first, second = post.mails
    assert second["To"] == first["To"] == "wang.li@works.example"
    assert second["In-Reply-To"] == first["In-Reply-To"]
    assert second["Subject"] == "Re: FW: PO-1 [CC-1]"
    assert second["Auto-Submitted"] == "auto-generated"
    said = told(post)[1]
    for each in ("case 1 was held against have changed", "118.00 → 120.00", "line 1: unit price", "-2.00"):
        assert each in said.replace("\N{MINUS SIGN}", "-"), each


def test_it_is_told_once_for_each_change(desk: Desk, post: Post) -> None:
    changed(desk, price="120.00")
    look(desk)
    assert len(post.taken) == 2
    desk.quote(offer(price="121.00"))
    look(desk)
    assert len(post.taken) == 3
    assert "121.00" in told(post)[2]


def test_it_matches_again_and_the_sender_is_told_that_too(desk: Desk, post: Post) -> None:
    changed(desk, price="120.00")
    desk.quote(offer())
    look(desk)
    assert len(post.taken) == 3
    assert cases.listed(desk.kit.store)[0].state is CaseState.CLEAR


def test_what_changes_neither_verdict_nor_a_line_that_differs_is_not_told(desk: Desk, post: Post) -> None:
    changed(desk)
    plain = offer()
    desk.quote(replace(plain, valid_to=plain.valid_to and plain.valid_to.replace(day=30)))
    look(desk)
    assert len(post.taken) == 1


def test_a_quotation_that_is_gone_is_told(desk: Desk, post: Post) -> None:
    changed(desk)
    desk.quote(OTHER)
    look(desk)
    assert len(post.taken) == 2


def test_who_was_not_answered_yet_hears_all_at_once(desk: Desk, post: Post) -> None:
    post.answers.append("451 4.3.0 not now")
    changed(desk, price="120.00")
    assert [each.kind for each in all_mails(desk.kit)] == [MailKind.ANSWER]
    clock(desk.kit).forward(7200)
    intake_once(desk.kit)
    (said,) = told(post)
    assert "120.00" in said


def test_while_one_waits_another_change_asks_for_no_second(desk: Desk, post: Post) -> None:
    changed(desk)
    post.answers.append("451 4.3.0 not now")
    for price in ("120.00", "121.00"):
        desk.quote(offer(price=price))
        look(desk)
    waiting = [each for each in all_mails(desk.kit) if each.kind is MailKind.CHANGE]
    assert [each.state for each in waiting] == [MailState.WAITING]
    clock(desk.kit).forward(7200)
    intake_once(desk.kit)
    assert "121.00" in told(post)[-1]
    assert len(post.taken) == 2


def test_more_than_three_a_day_wait_for_a_person(desk: Desk, post: Post) -> None:
    changed(desk)
    for price in ("120.00", "121.00", "122.00", "123.00"):
        desk.quote(offer(price=price))
        look(desk)
    assert len(post.taken) == 3
    (held,) = [each for each in all_mails(desk.kit) if each.state is MailState.HELD]
    assert (held.kind, held.why) == (MailKind.CHANGE, Why.THREAD)


def no_words(_data: bytes, _format: FileFormat) -> SourceDocument:
    return SourceDocument(FileFormat.TEXT, (), exact=False)


def pages(desk: Desk) -> FastAPI:
    context = desk.kit
    kept = sources.of_store(context.store, context.archive, no_words, lambda *_: b"")
    asked = correspondence.of_store(context.store, context.answers, context.now, sends=True)
    imports = quotations.of_store(context.store, context.now)
    does = acts.of_store(context.store, context.now)
    return create_app(kept, post=asked, quotations=imports, acts=does, language="en", now=context.now)


def test_a_person_takes_note_of_it_once(desk: Desk) -> None:
    changed(desk, price="120.00")
    own = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
    with TestClient(pages(desk), base_url="http://127.0.0.1:8000", client=("127.0.0.1", 5)) as client:
        page = client.get("/cases/1").text
        token = re.search(r'name="token" value="([^"]+)"', page)
        assert token is not None
        assert 'action="/cases/1/confirm"' in page
        for _ in range(2):
            done = client.post(
                "/cases/1/confirm", data={"token": token[1]}, headers=own, follow_redirects=False
            )
            assert (done.status_code, done.headers["location"]) == (303, "/cases/1")
        assert 'action="/cases/1/confirm"' not in client.get("/cases/1").text
        gone = client.post("/cases/7/confirm", data={"token": token[1]}, headers=own)
        assert gone.status_code == 404
    (case,) = cases.listed(desk.kit.store)
    assert (case.state, case.reasons) == (CaseState.OPEN, ("differs:unit_price",))
    assert audit.first_broken(desk.kit.store) is None
    assert not recomparing.confirm(desk.kit.store, 1, desk.kit.now())


def test_the_next_change_is_shown_anew(desk: Desk) -> None:
    changed(desk, price="120.00")
    assert recomparing.confirm(desk.kit.store, 1, desk.kit.now())
    look(desk)
    assert "basis_changed" not in cases.listed(desk.kit.store)[0].reasons
    desk.quote(offer(price="121.00"))
    look(desk)
    assert "basis_changed" in cases.listed(desk.kit.store)[0].reasons


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as chromium:
        yield chromium


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_one_key_takes_note(desk: Desk, chromium: Browser, lang: str) -> None:
    changed(desk, price="120.00")
    with browser.served(pages(desk)) as address, chromium.new_context() as visit:
        page = visit.new_page()
        page.goto(f"{address}cases/1?lang={lang}")
        assert page.locator("form.confirm").count() == 1
        page.keyboard.press("c")
        page.wait_for_function("!document.querySelector('form.confirm')")
    assert "basis_changed" not in cases.listed(desk.kit.store)[0].reasons
