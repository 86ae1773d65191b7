"""From a forwarded mail with a real PDF to the answer as its reader sees it."""

import base64
import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import browser
import pytest
import servers_dovecot
from answering_intake import answering
from PIL import Image
from playwright.sync_api import Browser
from servers_smtp import Post

from demo.tour import FOLDER
from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.folder import WatchedFolder
from flows.mailboxes.imap import ImapSource
from models.errors import ErrorCode
from review.words import word

ENGLISH, CHINESE, LOCKED = "03_FW_PO_4500187236.eml", "04_海澜湾订单.eml", "14_protected_order.eml"
PHONE = (375, 720)


@pytest.fixture
def context(tmp_path: Path, post: Post) -> Iterator[Context]:
    with answering(tmp_path, post) as opened:
        yield opened


def forward(context: Context, name: str) -> None:
    (source,) = context.sources
    assert isinstance(source, WatchedFolder)
    shutil.copy(FOLDER / "inbox" / name, source.path / name)


def pictures(message: EmailMessage) -> dict[str, bytes]:
    return {
        str(part["Content-ID"]).strip("<>"): part.get_content()
        for part in message.walk()
        if part.get_content_type() == "image/png"
    }


def html(message: EmailMessage) -> str:
    page = message.get_body(("html",)).get_content()  # type: ignore[union-attr]
    for name, png in pictures(message).items():
        page = page.replace(f"cid:{name}", f"data:image/png;base64,{base64.b64encode(png).decode()}")
    assert "cid:" not in page
    return str(page)


def only(post: Post) -> EmailMessage:
    (message,) = post.mails
    return message


def test_the_forwarder_gets_what_differs_with_pieces_of_the_page(context: Context, post: Post) -> None:
    forward(context, ENGLISH)
    report = intake_once(context)
    assert report.posted.sent == 1
    answer = only(post)
    assert answer["To"] == "marta.voss@beilan-seals.example"
    assert answer["Subject"] == "Re: FW: PO 4500187236 [CC-1]"
    assert answer["In-Reply-To"] == "<20261120.0036.marta.voss@beilan-seals.example>"
    page = html(answer)
    for said in ("received as case 1", "line 2: quantity", "500", "400", "+100, +25.0", "Castlebridge"):
        assert said in page, said
    assert "https://desk.beilan-seals.example/cases/1" in page
    cut = pictures(answer)
    assert 1 <= len(cut) <= 6
    assert all(len(each) < 60_000 for each in cut.values())
    assert 'alt="line 2: quantity: 500"' in page


def test_a_piece_shows_the_value_within_its_frame(context: Context, post: Post) -> None:
    """The frame is drawn around ink: the characters of the value, and not beside them."""
    forward(context, ENGLISH)
    intake_once(context)
    for png in pictures(only(post)).values():
        picture = Image.open(io.BytesIO(png)).convert("RGB")
        framed = [
            (x, y)
            for x in range(picture.width)
            for y in range(picture.height)
            if _is_red(picture.getpixel((x, y)))
        ]
        left, right = min(x for x, _ in framed), max(x for x, _ in framed)
        top, bottom = min(y for _, y in framed), max(y for _, y in framed)
        inner = picture.crop((left + 4, top + 4, right - 3, bottom - 3)).convert("L")
        assert any(inner.histogram()[:100])
        assert right - left < picture.width


def _is_red(pixel: object) -> bool:
    assert isinstance(pixel, tuple)
    red, green, blue = pixel
    return bool(red > 140 and green < 90 and blue < 70)


def test_a_chinese_mail_is_answered_in_chinese(context: Context, post: Post) -> None:
    forward(context, CHINESE)
    intake_once(context)
    answer = only(post)
    assert answer["Subject"] == "Re: 转发：采购订单 HLW-PO-2611-047 [CC-1]"
    page = html(answer)
    for said in ("已收到您的邮件，评审编号 1", "第 1 行 单价", "6,850.00", "7,740.50", "海澜湾"):
        assert said in page, said
    assert "unit price" not in page


def test_what_could_not_be_read_is_said_with_its_remedy(context: Context, post: Post) -> None:
    forward(context, LOCKED)
    intake_once(context)
    text = only(post).get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert word("en", "error", ErrorCode.ENCRYPTED) in text
    assert word("en", "remedy", ErrorCode.ENCRYPTED) in text


def test_the_same_file_again_is_answered_with_the_case_it_belongs_to(context: Context, post: Post) -> None:
    forward(context, "02_北屿采购合同.eml")
    intake_once(context)
    forward(context, "11_北屿合同再发.eml")
    intake_once(context)
    second = post.mails[-1]
    assert len(post.taken) == 2
    assert "[CC-1]" in second["Subject"]
    assert "归入已有的评审 1" in html(second)


@pytest.mark.skipif(servers_dovecot.PROGRAM is None, reason=servers_dovecot.MISSING)
@pytest.mark.dovecot
def test_it_is_the_same_from_a_mailbox(context: Context, post: Post) -> None:
    with servers_dovecot.running() as dovecot:
        dovecot.deliver("orders", (FOLDER / "inbox" / ENGLISH).read_bytes())
        from_mailbox = replace(context, sources=(ImapSource(dovecot.mailbox("orders")),))
        report = intake_once(from_mailbox)
        assert (report.new, report.posted.sent) == (1, 1)
        assert "line 2: quantity" in html(only(post))
        # Our answer comes back, as a rule of the mailbox might have it: nobody answers that.
        dovecot.deliver("orders", post.taken[0])
        again = intake_once(from_mailbox)
        assert (again.new, again.posted.sent) == (1, 0)
        assert len(post.taken) == 1


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as chromium:
        yield chromium


@pytest.mark.browser
@pytest.mark.parametrize("name", [ENGLISH, CHINESE])
@pytest.mark.parametrize("size", [browser.SMALL_SCREEN, PHONE], ids=["desk", "phone"])
def test_the_answer_fits_its_readers_screen(
    context: Context, post: Post, chromium: Browser, name: str, size: tuple[int, int]
) -> None:
    forward(context, name)
    intake_once(context)
    with chromium.new_context(viewport={"width": size[0], "height": size[1]}) as visit:
        page = visit.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.set_content(html(only(post)))
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        shown = page.evaluate("[...document.images].map(each => [each.naturalWidth, each.clientWidth])")
        assert shown
        assert all(natural > 0 and 200 < width <= size[0] for natural, width in shown)
        # Nothing is loaded from outside: mail programs would block it, and it would tell who reads.
        assert not [each for each in asked if each.startswith("http")]
