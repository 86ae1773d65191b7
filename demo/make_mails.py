"""Letters as messages, the same bytes every time."""

import datetime as dt
import email.policy
from email.message import EmailMessage

from demo.make_bodies import encoded_word, logo
from demo.make_letter import Enclosure, Letter

DESK = "orders@beilan-seals.example"
FIRST = dt.datetime(2026, 11, 20, 7, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))
NAMES = {"yue.shen": "沈越", "changfeng.gu": "顾长风", "jing.lu": "卢静", "marta.voss": "Marta Voss"}
ASCII_NAME = "attachment-{}.bin"


def mail(letter: Letter) -> bytes:
    """Return the message as it lies in the mailbox."""
    message = EmailMessage()
    message["From"] = f'"{NAMES[letter.sender]}" <{letter.sender}@beilan-seals.example>'
    message["To"] = DESK
    message["Subject"] = letter.subject
    message["Date"] = FIRST + dt.timedelta(minutes=letter.minute)
    message["Message-ID"] = f"<20261120.{letter.minute:04d}.{letter.sender}@beilan-seals.example>"
    _write_text(message, letter)
    carrier = _nested(letter) if letter.inner else message
    for index, each in enumerate(letter.enclosures):
        _attach(carrier, each, ASCII_NAME.format(index) if letter.old_names else each.name)
    if carrier is not message:
        message.add_attachment(carrier)
    _set_boundaries(message, letter.minute)
    return _named(message.as_bytes(policy=email.policy.SMTP), letter)


def _write_text(message: EmailMessage, letter: Letter) -> None:
    encoding = "quoted-printable" if letter.text.isascii() else "base64"
    message.set_content(letter.text, charset=letter.charset, cte=encoding)
    if letter.html is None:
        return
    message.add_alternative(letter.html, subtype="html", charset=letter.charset, cte="base64")
    if letter.logo:
        *_, page = message.iter_parts()
        assert isinstance(page, EmailMessage)
        page.add_related(
            logo(),
            "image",
            "png",
            cid="<logo@beilan-seals.example>",
            filename="image001.png",
            disposition="inline",
        )


def _nested(letter: Letter) -> EmailMessage:
    inner = EmailMessage()
    inner["From"] = "Karl Reuther <k.reuther@sudwald-pumpen.example>"
    inner["To"] = f"{letter.sender}@beilan-seals.example"
    inner["Subject"] = letter.inner
    inner["Date"] = FIRST - dt.timedelta(days=2)
    inner["Message-ID"] = f"<{letter.minute}@sudwald-pumpen.example>"
    inner.set_content("Please see the attached order.\n\nKarl Reuther\n", cte="7bit")
    return inner


def _attach(message: EmailMessage, enclosure: Enclosure, name: str) -> None:
    maintype, subtype = enclosure.mime
    message.add_attachment(enclosure.data, maintype, subtype, filename=name)


def _set_boundaries(message: EmailMessage, minute: int) -> None:
    """Give every multipart its own fixed boundary: made by chance, they would change with each run."""
    for index, part in enumerate(message.walk()):
        if part.get_content_maintype() == "multipart":
            part.set_boundary(f"=_beilan_{minute:04d}_{index}")


def _named(data: bytes, letter: Letter) -> bytes:
    """Write the file names as old mail programs do, which `email` never would."""
    if letter.old_names:
        for index, each in enumerate(letter.enclosures):
            data = data.replace(ASCII_NAME.format(index).encode(), encoded_word(each.name).encode())
    return data
