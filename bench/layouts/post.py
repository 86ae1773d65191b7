"""Mails with an order in their body, and columns made of blanks."""

import unicodedata
from collections.abc import Iterable, Sequence
from email import policy
from email.message import EmailMessage

from bench.layouts.values import Order

SELLER_MAIL = "orders@beilan-seals.example"


def mail(order: Order, subject: str, *, plain: str | None = None, markup: str | None = None) -> bytes:
    """Return a mail from the buyer with a body as text, as HTML, or as both."""
    message = EmailMessage(policy=policy.SMTP)
    domain = order.buyer.domain
    message["From"] = f"{order.buyer.code} Purchasing <purchasing@{domain}>"
    message["To"] = SELLER_MAIL
    message["Subject"] = subject
    message["Date"] = f"{order.date:%a, %d %b %Y} 09:1{order.date.day % 10}:00 +0800"
    message["Message-ID"] = f"<{order.date:%m%d}.{abs(hash_of(order.number)):08d}@{domain}>"
    if plain is not None:
        message.set_content(plain, charset="utf-8", cte="base64")
    if markup is not None and plain is not None:
        message.add_alternative(markup, subtype="html", charset="utf-8", cte="base64")
    elif markup is not None:
        message.set_content(markup, subtype="html", charset="utf-8", cte="base64")
    for part in message.walk():
        if part.is_multipart():
            part.set_boundary(f"=-{hash_of(order.number):08d}")
    return message.as_bytes()


def hash_of(text: str) -> int:
    """Return a number for a text that is the same in every run."""
    return int.from_bytes(text.encode(), "big") % 99_999_989


def width_of(text: str) -> int:
    """Return how many places a text takes where a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def aligned(cells: Iterable[object], widths: Sequence[int]) -> str:
    """Return cells in columns made of blanks; a negative width sets the cell at the right."""
    texts = []
    for cell, width in zip(cells, widths, strict=True):
        content = "" if cell is None else str(cell)
        gap = " " * max(0, abs(width) - width_of(content))
        texts.append(gap + content if width < 0 else content + gap)
    return " ".join(texts).rstrip()
