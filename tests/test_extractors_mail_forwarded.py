"""Who wrote the mails that a mail forwards, as mail programs write it."""

import pytest
from thread_builders import mail

from extractors.mail.forwarded import writers
from extractors.message import open_file

OUTLOOK_ZH = """请录入，谢谢。

发件人: 张伟 <zhang.wei@pump.example>
发送时间: 2026年3月2日 9:30
收件人: 王丽 <wang.li@works.example>
主题: 采购订单 PO-2026-0815

王经理，附件为订单。
"""
OUTLOOK_EN = """FYI

From: Jane Doe [mailto:jane@pump.example]
Sent: Monday, March 2, 2026 9:30 AM
To: Wang Li
Subject: PO 4500123

Please find our order.
"""
FOXMAIL = """
------------------ 原始邮件 ------------------
发件人: "张伟"<zhang.wei@pump.example>;
发送时间: 2026年3月2日(星期一) 上午9:30
收件人: "王丽"<wang.li@works.example>;
主题: 订单

请查收。
"""
GMAIL = """Bitte erfassen.

---------- Forwarded message ---------
Von: Eva Holm <eva@papier.example>
Date: Mo., 2. März 2026 um 09:30
Subject: Bestellung
To: <wang.li@works.example>

Hallo
"""
WROTE = """Ok.

On Mon, Mar 2, 2026 at 9:30 AM Jane Doe <jane@pump.example> wrote:
> Please find our order.
> Regards
"""
CHAIN = """请处理

发件人: 李强 <li.qiang@works.example>
发送时间: 2026年3月2日 10:30
收件人: 王丽
主题: 转发: 订单

转给你。

发件人: 张伟 <zhang.wei@pump.example>
发送时间: 2026年3月2日 9:30
收件人: 李强
主题: 订单

附件为订单
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OUTLOOK_ZH, [("张伟", "zhang.wei@pump.example")]),
        (OUTLOOK_EN, [("Jane Doe", "jane@pump.example")]),
        (FOXMAIL, [("张伟", "zhang.wei@pump.example")]),
        (GMAIL, [("Eva Holm", "eva@papier.example")]),
        (WROTE, [("", "jane@pump.example")]),
        (CHAIN, [("李强", "li.qiang@works.example"), ("张伟", "zhang.wei@pump.example")]),
        ("Please enter the attached order.\nFrom Monday on we are closed.\n", []),
        ("", []),
    ],
)
def test_the_writers_are_found_from_the_outside_in(text: str, expected: list[tuple[str, str]]) -> None:
    found = writers(text, page=False)
    assert [(each.sender.name, each.sender.address) for each in found] == expected


def test_a_page_is_read_by_its_lines() -> None:
    page = OUTLOOK_ZH.replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>\n")
    found = writers(f"<html><body><div>{page}</div></body></html>", page=True)
    assert [each.sender.address for each in found] == ["zhang.wei@pump.example"]


def test_outlooks_page_with_bold_labels_is_read() -> None:
    page = (
        "<html><body><p>FYI</p><div><p><b>From:</b> Jane Doe &lt;jane@pump.example&gt;<br>"
        "<b>Sent:</b> Monday, March 2, 2026 9:30 AM<br><b>To:</b> Wang Li<br>"
        "<b>Subject:</b> PO 4500123</p></div><p>Hi</p></body></html>"
    )
    assert [each.sender.address for each in writers(page, page=True)] == ["jane@pump.example"]


def test_a_mail_that_is_attached_names_its_writer() -> None:
    inner = mail("x", "订单", "附件为订单\n", sender="张伟 <zhang.wei@pump.example>")
    opened = open_file(mail("y", "转发", "请处理\n", nested=[inner]), None)
    assert [(each.sender.name, each.sender.address, each.nested) for each in opened.forwarded] == [
        ("张伟", "zhang.wei@pump.example", True)
    ]


def test_a_long_text_takes_no_time() -> None:
    assert len(writers(CHAIN * 5_000, page=False)) == 20
