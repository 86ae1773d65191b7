"""What the sender of a file that cannot be read is told, in both languages, and what its page says."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
import servers_smtp
from locked_files import locked_pdf
from servers_smtp import Post
from starlette.testclient import TestClient

import sandbox
from flows import wiring
from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.folder import WatchedFolder
from models.configuration import Answers, Secret, Settings
from models.rows.cases import cases
from review import sources
from review.app import create_app

RAR, SEVEN_ZIP = b"Rar!\x1a\x07\x01\x00" + bytes(40), b"7z\xbc\xaf\x27\x1c" + bytes(40)
TEXTS = {"zh": "请录入附件中的订单，谢谢。", "en": "Please enter the attached order, thank you."}


@pytest.fixture
def kit(tmp_path: Path, post: Post) -> Iterator[Context]:
    chosen = Settings(
        data=tmp_path / "data",
        database=Secret(f"sqlite:///{tmp_path / 'countercheck.db'}"),
        smtp=servers_smtp.settings(post),
        answers=Answers(domains=("works.example",)),
    )
    (tmp_path / "inbox").mkdir()
    with wiring.opened(chosen) as opened:
        yield replace(opened, sources=(WatchedFolder(tmp_path / "inbox", dt.timedelta(0), lambda _: None),))


def sent(kit: Context, lang: str, name: str, data: bytes) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Li <li@works.example>", "orders@works.example", "PO"
    mail["Message-ID"] = "<unread@works.example>"
    mail.set_content(TEXTS[lang])
    mail.add_attachment(data, "application", "octet-stream", filename=name)
    (source,) = kit.sources
    assert isinstance(source, WatchedFolder)
    (source.path / "mail.eml").write_bytes(mail.as_bytes())
    intake_once(kit)


def answer(post: Post, form: str) -> str:
    (mail,) = post.mails
    return str(mail.get_body((form,)).get_content())  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("lang", "file", "told"),
    [
        ("zh", ("订单.rar", RAR), ("RAR 压缩包", "请解压后发送其中的文件，或改用 .zip。")),
        ("en", ("order.rar", RAR), ("a RAR archive", "Unpack it and send the files, or a .zip.")),
        ("zh", ("订单.7z", SEVEN_ZIP), ("7z 压缩包", "请解压后发送其中的文件，或改用 .zip。")),
        (
            "zh",
            ("订单.pdf", locked_pdf("x")),
            ("请发件人另发一份不带密码的文件。", "直接回复本邮件并写明文件密码"),
        ),
        (
            "en",
            ("order.pdf", locked_pdf("x")),
            ("Ask the sender for a copy", "answer this mail with the password"),
        ),
    ],
)
def test_the_sender_is_told_what_it_is_and_what_to_do(
    kit: Context, post: Post, lang: str, file: tuple[str, bytes], told: tuple[str, ...]
) -> None:
    sent(kit, lang, *file)
    for form in ("plain", "html"):
        for each in told:
            assert each in answer(post, form)


@pytest.mark.parametrize(
    ("lang", "told", "not_told"),
    [
        ("zh", "PDF 缺少结尾部分。请发件人重发。", "The end of"),
        ("en", "The end of the PDF is missing.", "缺少"),
    ],
)
def test_the_page_of_a_damaged_file_speaks_one_language(
    kit: Context, lang: str, told: str, not_told: str
) -> None:
    sent(kit, lang, "order.pdf", locked_pdf("x")[:-40])
    (case,) = cases.listed(kit.store)
    kept = sources.of_store(kit.store, kit.archive, sandbox.read, sandbox.render)
    app = create_app(kept, hosts=frozenset({"testserver"}), clients=frozenset({"testclient"}))
    shown = TestClient(app).get(f"/cases/{case.number}?lang={lang}").text
    assert told in shown
    assert not_told not in shown
