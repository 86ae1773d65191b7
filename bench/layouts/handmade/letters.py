"""Mails as a buyer's mail program sends them: from a person, in threads, with an order attached."""

from collections.abc import Sequence
from email import policy
from email.message import EmailMessage

from bench.layouts.post import SELLER_MAIL, hash_of
from bench.layouts.values import Order

SHEET = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
SALES = "Beilan Sales <sales3@beilan-seals.example>"


def letter(
    order: Order,
    subject: str,
    *,
    plain: str | None = None,
    markup: str | None = None,
    sender: str | None = None,
    attached: Sequence[tuple[str, bytes, tuple[str, str]]] = (),
) -> bytes:
    """Return a mail of the order's day with a body as text, as HTML or as both, and files."""
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = (
        sender or f"{order.buyer.code} Purchasing <{order.buyer.code.lower()}@{order.buyer.domain}>"
    )
    message["To"] = SELLER_MAIL
    message["Subject"] = subject
    message["Date"] = f"{order.date:%a, %d %b %Y} 10:2{order.date.day % 10}:00 +0800"
    message["Message-ID"] = f"<{hash_of(order.number + subject):08d}@{order.buyer.domain}>"
    if plain is not None:
        message.set_content(plain, charset="utf-8", cte="base64")
    if markup is not None and plain is not None:
        message.add_alternative(markup, subtype="html", charset="utf-8", cte="base64")
    elif markup is not None:
        message.set_content(markup, subtype="html", charset="utf-8", cte="base64")
    for name, data, (main, sub) in attached:
        message.add_attachment(data, main, sub, filename=name)
    for at, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=-{hash_of(order.number) + at:08d}")
    return message.as_bytes()


def quoted(text: str, mark: str = "> ") -> str:
    """Return the lines of an earlier mail, each behind a mark."""
    return "\n".join((mark + each).rstrip() for each in text.split("\n"))
