import time

import pytest

from extractors.mail.own_text import language_of_text, own_text
from models.reading import Language

SENT = "Sent: Monday, March 2, 2026 9:30 AM"
OUTLOOK = f"From: A <a@b.example>\n{SENT}\nTo: c@d.example\nSubject: PO 4501\n\nPlease see."
CHINESE = "-----原始邮件-----\n发件人: 甲 <a@b.example>\n发送时间: 2026年3月2日 9:30\n主题: 合同\n\n第2行"
QUOTED = "On Mon, 2 Mar 2026 at 09:30, Wang <w@x.example> wrote:\n> line 2: 120\n> agreed?"


@pytest.mark.parametrize("other", [OUTLOOK, CHINESE, QUOTED])
def test_what_is_quoted_or_forwarded_is_left_out(other: str) -> None:
    assert own_text(f"Yes, 118.00.\n\nLi\n\n{other}\n") == "Yes, 118.00.\n\nLi"


@pytest.mark.parametrize("other", [OUTLOOK, CHINESE, QUOTED])
def test_a_mail_that_only_forwards_says_nothing_itself(other: str) -> None:
    assert own_text(other) == ""


def test_answers_between_and_below_quoted_lines_are_kept() -> None:
    text = f"{QUOTED}\nNo: 118.\n> delivery week 12?\nYes.\n"
    assert own_text(text) == "No: 118.\nYes."


def test_a_plain_text_stays_with_its_paragraphs() -> None:
    assert own_text("One.\n\nTwo:\n- a\n- b\n") == "One.\n\nTwo:\n- a\n- b"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("请核对 PO 4501", Language.CHINESE),
        ("请处理，谢谢 Li Wei Sales Engineer Tianjin Works Co", Language.CHINESE),
        ("Please check the attached order. Best regards 李伟", Language.ENGLISH),
        ("Please check", Language.ENGLISH),
        ("PO 4501", None),
        ("FYI", None),
        ("", None),
    ],
)
def test_the_language_of_a_short_text(text: str, language: Language | None) -> None:
    assert language_of_text(text) is language


def test_a_text_of_nothing_but_labels_takes_no_time() -> None:
    begun = time.monotonic()
    assert own_text("From: a\n" * 5000).startswith("From: a")
    assert time.monotonic() - begun < 5
