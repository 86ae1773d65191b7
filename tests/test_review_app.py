import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
import review_desk
from fastapi import FastAPI
from PIL import Image
from review_desk import NOW, Desk
from starlette.testclient import TestClient

from models.case import CaseState
from models.comparison import Verdict
from models.errors import ErrorCode
from models.receipt import MessageState
from review.app import create_app
from review.guard import HEADERS

MESSAGE = f"{1:064x}"
PAGES = (
    "/",
    "/cases/12",
    "/cases/13",
    "/cases/10",
    "/cases/9",
    "/cases/11",
    "/messages",
    f"/messages/{MESSAGE}",
)
ANSWERS = (
    *PAGES,
    "/healthz",
    "/static/countercheck.css",
    "/static/countercheck.js",
    "/cases/12/pages/1.png",
    "/cases/12/original",
    f"/messages/{MESSAGE}/parts/1",
    "/cases/99",
    "/nothing",
    "/static/nothing",
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return review_desk.full()


@pytest.fixture(scope="module")
def app(desk: Desk) -> FastAPI:
    return create_app(desk.sources(), now=lambda: NOW)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with _client(app) as client:
        yield client


def _client(app: FastAPI, address: str = "127.0.0.1") -> TestClient:
    return TestClient(
        app, base_url="http://127.0.0.1:8000", client=(address, 50_000), raise_server_exceptions=False
    )


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_has_the_strict_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    own_policy = "/original" in path or "/parts/" in path
    for name, value in HEADERS.items():
        if name != "Content-Security-Policy" or not own_policy:
            assert headers[name] == value, name
    assert "server" not in headers
    if own_policy:
        assert headers["content-security-policy"].startswith("sandbox;")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pages_speak_both_languages_and_hold_nothing_inline(client: TestClient, path: str, lang: str) -> None:
    response = client.get(path, params={"lang": lang})
    assert response.status_code == 200
    assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}">' in response.text
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=)|javascript:", response.text)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "[::1"]
)
def test_another_host_name_is_refused(client: TestClient, host: str) -> None:
    response = client.get("/", headers={"host": host})
    assert response.status_code == 400
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_the_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).text == "ok"


def test_another_machine_is_refused(app: FastAPI) -> None:
    assert _client(app, "192.168.1.7").get("/").status_code == 403


@pytest.mark.parametrize(
    "path", ["/docs", "/redoc", "/openapi.json", "/static/../app.py", "/static/%2e%2e/app.py"]
)
def test_there_is_nothing_but_pages(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/cases/99", "/cases/x", "/cases/0", "/messages/abc", "/cases/12/pages/9.png", "/?verdict=maybe"]
)
def test_what_is_not_there_is_said_in_words(client: TestClient, path: str) -> None:
    response = client.get(path, headers={"accept-language": "en"})
    assert response.status_code == 404
    assert "There is nothing at this address." in response.text


def test_a_method_that_changes_things_is_refused(client: TestClient) -> None:
    assert client.post("/cases/12").status_code == 405


def test_the_language_asked_for_is_kept(app: FastAPI) -> None:
    with _client(app) as client:
        assert 'lang="en"' in client.get("/", params={"lang": "en"}).text
        assert '<html lang="en">' in client.get("/cases/12").text
        assert '<html lang="zh-CN">' in client.get("/cases/12", params={"lang": "zh"}).text
        assert '<html lang="zh-CN">' in client.get("/").text


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("en-GB,en;q=0.9", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"),
        ("fr,en;q=0.3,zh;q=0.7", "zh-CN"),
        ("de", "zh-CN"),
        ("en;q=0", "zh-CN"),
        ("en;q=high,zh;q=0.1", "zh-CN"),
        ("", "zh-CN"),
    ],
)
def test_without_a_choice_the_browser_decides(client: TestClient, accepted: str, lang: str) -> None:
    assert f'<html lang="{lang}">' in client.get("/", headers={"accept-language": accepted}).text


def test_switching_the_language_keeps_the_filter(client: TestClient) -> None:
    text = client.get("/", params={"verdict": "review", "lang": "zh"}).text
    assert 'href="?verdict=review&amp;lang=en"' in text


def test_a_failure_shows_a_number_and_no_trace(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> dict[CaseState, int]:
        raise ZeroDivisionError("secret of the inside")

    app = create_app(replace(desk.sources(), counted=broken), now=lambda: NOW, language="en")
    response = _client(app).get("/")
    assert response.status_code == 500
    assert "secret" not in response.text
    assert "Traceback" not in response.text
    assert response.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    found = re.search(r"Error number ([0-9a-f]{8})", response.text)
    assert found
    assert found[1] in caplog.text


def test_a_picture_is_drawn_once(desk: Desk) -> None:
    client = _client(create_app(desk.sources(), now=lambda: NOW))
    before = desk.rendered
    for _ in range(3):
        response = client.get("/cases/12/pages/1.png")
        assert response.content.startswith(b"\x89PNG")
        assert response.headers["content-type"] == "image/png"
    assert desk.rendered == before + 1


def test_the_original_is_handed_out_as_a_file(client: TestClient, desk: Desk) -> None:
    response = client.get("/cases/12/original")
    assert response.content == desk.blobs["a" * 64]
    assert response.headers["content-type"] == "application/octet-stream"
    disposition = response.headers["content-disposition"]
    assert disposition.startswith("attachment; filename=\"case-12.pdf\"; filename*=UTF-8''")
    assert disposition.endswith("HT2026-0937.pdf")


def test_an_original_that_was_lost_is_said_so() -> None:
    sources = review_desk.full().sources()
    lost = replace(sources, blob=Desk().sources().blob)
    response = _client(create_app(lost, now=lambda: NOW, language="en")).get("/cases/12/original")
    assert response.status_code == 410
    assert "missing or was changed" in response.text
    assert _client(create_app(lost, now=lambda: NOW)).get("/cases/12").status_code == 200


def test_the_list_shows_open_cases_first_and_everything_else_below(client: TestClient) -> None:
    text = client.get("/", params={"lang": "en"}).text
    opened, _, rest = text.partition("<details")
    assert [int(each) for each in re.findall(r'class="item" href="/cases/(\d+)"', opened)] == [13, 12, 10, 9]
    assert 'href="/cases/11"' in rest
    assert "PO 88-1" in rest
    assert "Handle it by hand from the mailbox" in rest
    assert "7 messages received" in rest
    assert "Differs: unit price, lead time" in opened
    assert "Ordered, but not quoted" in opened
    assert "CNY 28,806.10" in opened


def test_the_list_can_be_narrowed_to_a_verdict(client: TestClient) -> None:
    text = client.get("/", params={"verdict": Verdict.UNREADABLE.value, "lang": "en"}).text
    assert re.findall(r'class="item" href="/cases/(\d+)"', text) == ["10"]
    empty = client.get("/", params={"verdict": Verdict.NO_QUOTATION.value, "lang": "en"}).text
    assert "No case is of this kind." in empty


@pytest.mark.parametrize(("lang", "words"), [("en", "Nothing has come in yet"), ("zh", "尚无收件")])
def test_an_empty_list_says_what_to_do(lang: str, words: str) -> None:
    client = _client(create_app(Desk().sources(), now=lambda: NOW))
    assert words in client.get("/", params={"lang": lang}).text
    assert client.get("/messages").status_code == 200


def test_a_long_list_goes_on_on_the_next_page() -> None:
    desk = Desk()
    for number in range(1, 131):
        review_desk.refused(desk, number, ErrorCode.DAMAGED)
    client = _client(create_app(desk.sources(), now=lambda: NOW))
    first, second = (client.get("/", params={"skip": skip}).text for skip in (0, 100))
    listed = [re.findall(r'class="item" href="/cases/(\d+)"', each) for each in (first, second)]
    assert [len(each) for each in listed] == [100, 30]
    assert 'href="?skip=100"' in first
    assert len({*listed[0], *listed[1]}) == 130


def test_everything_received_is_listed_part_by_part(client: TestClient, desk: Desk) -> None:
    text = client.get("/messages", params={"lang": "en"}).text
    for message in desk.messages.values():
        assert f'href="/messages/{message.line.raw_sha256}"' in text
    assert "ignored: signature picture" in text
    assert "kept: drawing, no order" in text
    assert "not read: protected by a password" in text
    assert "Ask the sender for a copy without a password." in text
    aside = client.get("/messages", params={"state": MessageState.QUARANTINED.value}).text
    assert "PO 88-1" in aside
    assert "FW: PO 4500093112" not in aside


def test_an_ignored_part_is_not_offered_since_it_is_not_kept(client: TestClient) -> None:
    text = client.get(f"/messages/{9:064x}").text
    assert f"/messages/{9:064x}/parts/1" in text
    assert f"/messages/{9:064x}/parts/2" not in text


def test_a_scan_is_shown_page_by_page_without_its_words() -> None:
    desk = Desk()
    sheet = review_desk.Sheet()
    sheet.put("one", 50, 50)
    sheet.turn()
    sheet.put("two", 50, 50)
    review_desk.refused(desk, 14, ErrorCode.NEEDS_OCR, sheet.pdf())
    client = _client(create_app(desk.sources(), now=lambda: NOW, language="en"))
    first, second, beyond = (client.get("/cases/14", params={"page": page}).text for page in (1, 2, 3))
    assert 'src="/cases/14/pages/1.png" width="595" height="842"' in first
    assert 'href="?page=2"' in first
    assert 'src="/cases/14/pages/2.png"' in second
    assert "cannot be shown here" in beyond


def test_a_scanned_picture_is_shown() -> None:
    desk = Desk()
    picture = io.BytesIO()
    Image.new("RGB", (1654, 2339), "white").save(picture, "JPEG", dpi=(200, 200))
    review_desk.refused(desk, 14, ErrorCode.NEEDS_OCR, picture.getvalue(), "image")
    client = _client(create_app(desk.sources(), now=lambda: NOW, language="en"))
    assert re.search(r'src="/cases/14/pages/1.png" width="59[56]\b', client.get("/cases/14").text)
    assert client.get("/cases/14/pages/1.png").content.startswith(b"\x89PNG")


def test_ages_are_counted_from_the_clock_that_is_given(desk: Desk) -> None:
    later = _client(create_app(desk.sources(), now=lambda: NOW + dt.timedelta(days=3), language="en"))
    assert ">3 days</time>" in later.get("/").text
