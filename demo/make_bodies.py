"""Orders written into mails, and the words around what is forwarded."""

import base64
import html
import struct
import unicodedata
import zlib
from dataclasses import dataclass

from demo.make_notation import comma, plain
from demo.make_values import Order

SIGNATURES = {
    "yue.shen": "沈越\n华东区销售工程师\n贝岚密封技术（天津）有限公司\n手机 139-0055-0126",
    "changfeng.gu": "顾长风\n华北区销售工程师\n贝岚密封技术（天津）有限公司\n手机 138-0055-0177",
    "jing.lu": "卢静 | 销售内勤\n贝岚密封技术（天津）有限公司\n电话 022-5550-1231",
    "marta.voss": "Marta Voss\nKey Account Manager Europe\nBeilan Sealing Technology\nPhone +86 22 5550 1288",
}


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What a sales engineer forwards: his `note`, and the customer's mail."""

    note: str
    who: str
    when: str
    subject: str
    text: str


def forwarded_zh(sender: str, mail: Forwarded) -> str:
    """Return the text of a forwarded mail, headed in Chinese."""
    to = f"{sender}@beilan-seals.example"
    head = f"发件人: {mail.who}\n发送时间: {mail.when}\n收件人: {to}\n主题: {mail.subject}"
    return f"{mail.note}\n\n{SIGNATURES[sender]}\n\n-----原始邮件-----\n{head}\n\n{mail.text}\n"


def forwarded_en(sender: str, mail: Forwarded) -> str:
    """Return the text of a forwarded mail, headed in English."""
    head = f"From: {mail.who}\nSent: {mail.when}\nTo: {sender}@beilan-seals.example\nSubject: {mail.subject}"
    return f"{mail.note}\n\n{SIGNATURES[sender]}\n\n-----Original Message-----\n{head}\n\n{mail.text}\n"


def as_html(text: str, picture: str | None = None) -> str:
    """Return the text of a mail as HTML, with a picture under it if one is named."""
    paragraphs = "".join(f"<p>{html.escape(each)}</p>" for each in text.split("\n") if each)
    image = f'<img src="cid:{picture}" width="120" height="36" alt="">' if picture else ""
    return (
        f'<html><body style="font-family:Calibri,sans-serif;font-size:11pt">{paragraphs}{image}</body></html>'
    )


def html_order(order: Order) -> str:
    """Return an order as a customer writes it into a mail: sentences and an HTML table."""
    heads = ("Pos", "Your item", "Our item", "Description", "Qty", "Unit", "EUR each", "EUR total")
    rows = [
        (
            *(each.number, each.part, each.customer_part, each.description),
            *(plain(each.quantity), each.unit, comma(each.price), comma(each.amount)),
        )
        for each in order.lines
    ]
    rows.append(("", "", "", "", "", "", "Sum EUR", comma(order.total)))
    table = _row("th", heads) + "".join(_row("td", each) for each in rows)
    return (
        "<p>Hello Marta,</p>"
        f"<p>please accept our order against your offer no. {order.quotation}:</p>"
        f"<p>Purchase order: <b>{order.number}</b><br>Order date: {order.date.isoformat()}<br>"
        f"Buyer: {order.customer}, Brygga 14, 5999 Fjordholm</p>"
        f'<table border="1" cellspacing="0" cellpadding="4">{table}</table>'
        f"<p>Delivery terms: {order.incoterms}<br>Requested delivery date: {order.delivery}<br>"
        f"Payment: {order.payment_terms}</p>"
        "<p>Best regards<br>Ingrid Solheim<br>Purchasing</p>"
    )


def _row(tag: str, cells: tuple[str | None, ...]) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(each or '')}</{tag}>" for each in cells) + "</tr>"


def text_order(order: Order) -> str:
    """Return an order as text, its columns aligned with blanks as in a fixed-width font."""
    widths = (6, 12, 18, 8, 8, 14, 14)
    heads = ("序号", "贵司料号", "名称规格", "数量", "单位", "不含税单价", "不含税金额")
    rows = [heads]
    for each in order.lines:
        codes = (each.number or "", each.part or "", each.description, plain(each.quantity), each.unit)
        rows.append((*codes, f"{each.price}", f"{each.amount}"))
    table = "\n".join(
        "".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return (
        "顾工：\n请安排以下备件，按贵司报价执行：\n\n"
        f"订单编号：{order.number}\n订单日期：{order.date}\n采购方：{order.customer}\n报价单号：{order.quotation}\n\n"
        f"{table}\n\n"
        f"不含税合计：{order.net}元\n税额({order.tax_rate}%)：{order.tax}元\n价税合计：{order.total}元\n\n"
        f"要求到货日期：{order.delivery}\n送货地址：{order.place}\n付款方式：{order.payment_terms}\n\n"
        "收到请回复确认。\n\n苗青\n长岭湾纸业有限公司 设备部\n"
    )


def _padded(text: str, width: int) -> str:
    """Return text filled up to a width in which a Chinese character counts twice."""
    used = sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
    return text + " " * max(1, width - used)


def logo() -> bytes:
    """Return the picture under a signature: a small PNG of two bands of colour."""
    width, height = 120, 36
    rows = b"".join(
        b"\0" + (b"\x14\x5a\x96" if row < 24 else b"\xd8\xe4\xf0") * width for row in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def encoded_word(text: str) -> str:
    """Return a file name as old mail programs write it: GB18030 in an RFC 2047 word."""
    return f"=?gb18030?B?{base64.b64encode(text.encode('gb18030')).decode()}?="
