"""What the pages say of owner, customer, thread and versions: mails that were really taken in."""

import re
from pathlib import Path

import pytest
import thread_builders as made
from fastapi import FastAPI
from starlette.testclient import TestClient
from thread_builders import changed, kit, letter, mail, order, sheet, take

from extractors.readers import page_picture, read
from flows.context import Context
from review import sources
from review.app import create_app


def app(desk: Context) -> FastAPI:
    return create_app(sources.of_store(desk.store, desk.archive, read, page_picture.png))


def page(desk: Context, path: str, lang: str = "en") -> str:
    """Return the words of a page, one blank between them."""
    client = TestClient(app(desk), base_url="http://127.0.0.1:8321", client=("127.0.0.1", 50000))
    answer = client.get(path, params={"lang": lang})
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def html(desk: Context, path: str) -> str:
    client = TestClient(app(desk), base_url="http://127.0.0.1:8321", client=("127.0.0.1", 50000))
    return str(client.get(path, params={"lang": "en"}).text)


@pytest.fixture
def versions(tmp_path: Path) -> Context:
    desk = kit(tmp_path)
    second = mail("b", files={"o2.xlsx": order(lines=changed("20", quantity="5"))}, minutes=30)
    take(desk, mail("a", files={"o.xlsx": order()}), second)
    return desk


def test_a_case_shows_its_owner_and_the_clue_to_its_customer(versions: Context) -> None:
    text = page(versions, "/cases/1")
    assert "Owner (forwarded by) 王丽 &lt;wang.li@works.example&gt;" in text
    assert f"Customer {made.BUYER} by the buyer&#39;s tax number in the document" in text
    assert f"“{made.TAX}”, Sheet!A4" in text


def test_a_new_version_says_what_changed_and_folds_what_did_not(versions: Context) -> None:
    text = page(versions, "/cases/2")
    assert "New version of case 1: line 2: quantity 5" in text
    assert "by tax number and document number" in text
    assert "total amount: 4,207.00 → 5,437.00" in text
    assert "quantity: 2 → 5; amount: 820.00 → 2,050.00" in text
    assert "1 line unchanged since case 1: what was found there is carried over" in text
    folded = html(versions, "/cases/2").partition('class="fold carried"')[2].partition("</details>")[0]
    assert 'id="line-1"' in folded
    assert 'id="line-2"' not in folded


def test_the_version_before_says_what_replaced_it(versions: Context) -> None:
    text = page(versions, "/cases/1")
    assert "Replaced by a newer version, case 2" in text
    assert "Case 1 · replaced" in text
    assert "Replaced by a newer version, case 2" in text.partition("Case 1 · replaced")[0]


def test_a_replaced_case_leaves_the_queue_and_is_listed_below(versions: Context) -> None:
    text = page(versions, "/")
    assert "1 case needs a person" in text
    assert "1 replaced case" in text
    assert "New version of an order" in text
    assert "Owner Waiting" in text
    assert "王丽" in text


def test_the_mails_of_a_case_say_why_they_are_there(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(
        desk,
        mail("a", files={"o.xlsx": order()}),
        mail("b", "回传", "双方已盖章。\n", {"o.docx": letter(sheet())}, minutes=5),
        mail("c", "Re: 订单", "可以。\n", answers="a", minutes=9),
    )
    text = page(desk, "/cases/1")
    assert "the same order, signed (every compared field is equal)" in text
    assert "a later mail (answers the case&#39;s mail a@mail.example)" in text
    chinese = page(desk, "/cases/1", "zh")
    assert "同一订单的签章件（所有对照字段均相同）" in chinese


def test_another_customers_order_is_named_on_both_sides(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    other = order(buyer=made.OTHER_BUYER, tax=made.OTHER_TAX, lines=changed("20", quantity="5"))
    take(desk, mail("a", files={"o.xlsx": order()}), mail("b", files={"o.xlsx": other}, minutes=1))
    for number, at in ((1, 2), (2, 1)):
        text = page(desk, f"/cases/{number}")
        assert f"Case {at} has the same number and is another customer&#39;s order" in text


def test_a_mail_that_joined_says_so_in_the_list_of_messages(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    take(desk, mail("a", files={"o.xlsx": order()}), mail("c", "Re: 订单", "可以。\n", answers="a"))
    assert "joined a case that was there" in page(desk, "/messages").casefold()


def test_what_strangers_write_is_shown_as_text(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    head = "From: <script>alert(1)</script> <x@evil.example>\nSent: Monday 9:30\nTo: a\nSubject: <b>x</b>\n"
    take(desk, mail("a", "[CC-1] <u>", f"FYI\n\n{head}\nHi\n", sender='"<script>" <wang.li@works.example>'))
    shown = html(desk, "/cases/1")
    assert "evil.example" in shown
    for each in ("<script>", "<b>x", "<u>"):
        assert each not in shown.replace('<script src="/static/', "")


def test_the_place_of_the_customers_name_in_a_text_is_said_in_the_readers_words(tmp_path: Path) -> None:
    desk = kit(tmp_path)
    written = (
        "采购订单\n订单编号：PO-77120\n需方：江北泵业有限公司\n供方：津海密封有限公司\n\n"
        "序号    名称    数量    单价      金额\n1       压盖    4       125.00    500.00\n合计：500.00\n"
    )
    take(desk, mail("a", files={"o.txt": written.encode()}))
    assert "江北泵业有限公司”，文本第 3 行" in page(desk, "/cases/1", "zh")
    assert "江北泵业有限公司”, line 3" in page(desk, "/cases/1")
