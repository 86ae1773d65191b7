"""An installation that answers weekly invoice lists: made-up lists, their exports, a mail server, a clock."""

import datetime as dt
import email.policy
import hashlib
import os
import zoneinfo
from dataclasses import replace
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import reconcile_builders as builders
from intake_builders import CORE, NOON, Clock, context, watched
from outbox_kit import ANSWERS, open_mail
from servers_smtp import Post, settings

from desk.invoicing import holds
from flows.context import Compared, Context
from flows.intake import intake_once
from flows.mailboxes.folder import WatchedFolder
from models import archive
from models.configuration import Senders
from models.invoice_desk import ExportKind, Week
from models.reading import Extraction
from models.rows.invoicing import exports, profiles
from sap import invoice_profiles

PROVEN = b"Authentication-Results: mx.works.example; dmarc=pass header.from=works.example\r\n"
SETTINGS = Senders(
    allowed=("works.example",),
    authserv_id="mx.works.example",
    finance=("finance@works.example",),
    quotations=("sap@works.example",),
)
FINANCE, SAP = "Chen Yu <finance@works.example>", "SAP <sap@works.example>"
ZONE = "Asia/Shanghai"
MORNING = dt.datetime(2026, 11, 27, 2, 0, tzinfo=dt.UTC)
"""Friday of week 48, ten o'clock in Shanghai: the day for which the decisions are written by hand."""
KINDS = {"orders": ExportKind.ORDERS, "deliveries": ExportKind.DELIVERIES, "billing": ExportKind.BILLING}
CHINESE, ENGLISH = 1, 0
"""Lists of the corpus: a Chinese workbook, and an English one as text."""


@cache
def made(at: int) -> builders.Files:
    """Return a list of the corpus with its exports and the decisions that must come out."""
    cases, lists = builders.load()
    return builders.build(lists[at], cases)


def compare(extraction: Extraction, _: dt.date) -> Compared | None:
    """Hold a made-up document against its made-up quotation, whatever day it is."""
    return CORE.compare(extraction, NOON.astimezone().date())


def desk(folder: Path, post: Post | None, **changes: object) -> Context:
    """Return an installation with a folder for orders and one for invoice lists."""
    (folder / "lists").mkdir(parents=True, exist_ok=True)
    plain: dict[str, object] = {
        "smtp": settings(post) if post is not None else None,
        "answers": replace(
            ANSWERS,
            finance="finance@works.example",
            warehouse="warehouse@works.example",
            order_desk="desk@works.example",
        ),
        "language": "zh",
        "core": replace(CORE, open_file=open_mail, compare=compare),
        "now": Clock(MORNING),
        "invoice_lists": WatchedFolder(folder / "lists", dt.timedelta(0), lambda _: None),
    }
    return context(folder, watched(folder / "inbox"), **(plain | changes))  # type: ignore[arg-type]


def stock(context: Context, at: int, *kinds: str, taken: dt.datetime = MORNING) -> None:
    """Take in the exports of a list, or `kinds` of them, and keep the profiles."""
    content = made(at).contents
    for name in kinds or KINDS:
        file, data = content[name]
        sha256 = archive.put(context.archive, data)
        exports.take(context.store, KINDS[name], file, sha256, rows=100, columns={}, unknown=(), now=taken)
    if not kinds or "profiles" in kinds:
        keep_profiles(context, at)


def keep_profiles(context: Context, at: int) -> None:
    """Keep the profiles of a list's customers."""
    file, data = made(at).contents["profiles"]
    for each in invoice_profiles.read(data, file).rows:
        profiles.put(context.store, each, "desk", "", MORNING)


def clock(context: Context) -> Clock:
    """Return the clock of an installation."""
    assert isinstance(context.now, Clock)
    return context.now


def monday() -> dt.datetime:
    """Return the beginning of a week that is still to come, in Shanghai.

    When a file came to lie in a folder, the system says; only what is later than now can be made up.
    """
    soon = dt.datetime.now(zoneinfo.ZoneInfo(ZONE)) + dt.timedelta(days=9)
    day = soon.date() - dt.timedelta(days=soon.weekday())
    return dt.datetime.combine(day, dt.time(), zoneinfo.ZoneInfo(ZONE))


def put(context: Context, name: str, data: bytes, moment: dt.datetime) -> Path:
    """Put a file into the folder of invoice lists at a moment."""
    assert context.invoice_lists is not None
    path = context.invoice_lists.path / name
    path.write_bytes(data)
    os.utime(path, (moment.timestamp(), moment.timestamp()))
    return path


def week(moment: dt.datetime) -> Week:
    """Return the week of a moment."""
    return holds.week_of(moment, ZONE)


def files(context: Context, folder: str = "") -> list[str]:
    """Return the names of the files in the folder of invoice lists, or below it."""
    assert context.invoice_lists is not None
    return sorted(each.name for each in (context.invoice_lists.path / folder).iterdir() if each.is_file())


def written(
    *attached: tuple[str, bytes],
    sender: str = FINANCE,
    subject: str = "本周开票清单",
    text: str = "请核对本周清单。",
) -> bytes:
    """Return a mail with files attached."""
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, "orders@works.example", subject
    mail["Message-ID"] = (
        f"<{hashlib.sha256(repr((attached, sender, subject, text)).encode()).hexdigest()[:16]}@works.example>"
    )
    mail["Date"] = "Fri, 27 Nov 2026 09:30:00 +0800"
    mail.set_content(f"{text}\n")
    for name, data in attached:
        mail.add_attachment(data, "application", "octet-stream", filename=name)
    return mail.as_bytes()


def listed(at: int = CHINESE, name: str = "开票 48周.xlsx") -> tuple[str, bytes]:
    """Return a list of the corpus as it is attached to a mail."""
    return name, made(at).contents["list"][1]


def drop(kit: Context, *mails: bytes) -> None:
    """Let mails come in, and answer them."""
    (source,) = kit.sources
    for at, each in enumerate(mails):
        (source.path / f"{clock(kit).moment:%H%M%S}-{at}.eml").write_bytes(each)  # type: ignore[attr-defined]
    intake_once(kit)


def answers(post: Post) -> list[tuple[EmailMessage, str, bytes | None]]:
    """Return the mails that went out, with their text and workbook."""
    found = []
    for each in post.mails:
        parts = list(each.iter_parts()) or [each]
        books = [part.get_content() for part in parts if (part.get_filename() or "").endswith(".xlsx")]
        found.append((each, parts[0].get_content(), books[0] if books else None))
    return found
