"""The heads that mail programs write before a mail that is forwarded or answered, in several languages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.late import late
from extractors.mail.quoted_lines import TextLine

RULED = late(
    r"[-_=*—─~·\s|]{2,}(?:original(?:message|appointment|email)|forwarded(?:message|mail|by.*)|原始邮件|原始郵件|原始信息|原邮件"
    r"|转发(?:的)?(?:原)?(?:邮件|信息)(?:信息)?|轉寄郵件|回复的原邮件|回覆的原郵件|邮件原文|weitergeleitetenachricht|ursprünglichenachricht"
    r"|originalnachricht|messageoriginal|messaged'origine|messagetransféré|mensajeoriginal|mensajereenviado)[-_=*—─~·\s|]*",
    re.IGNORECASE,
)
ANNOUNCED = late(
    r"(?:beginforwardedmessage|anfangderweitergeleitetennachricht|débutdumessage(?:réexpédié|transféré)"
    r"|下面是被转发的邮件|开始转发的邮件|以下是转发的邮件|以下为转发的邮件)[:：]?",
    re.IGNORECASE,
)
WHO = r"from|von|de|da|发件人|發件人|寄件者|寄件人|发送人"
WHEN = (
    r"sent|date|gesendet|datum|envoyé|fecha|enviado"
    r"|发送时间|发件时间|发送日期|發送時間|時間|时间|日期|寄件日期"
)
SUBJECT = r"subject|betreff|objet|asunto|oggetto|主题|主題|主旨|标题"
OTHER = (
    r"to|an|à|para|cc|bcc|kopie|reply-?to|importance|priority|attachments?|anlagen?|收件人|收件者|抄送|副本|密送"
    r"|回复至|附件|重要性|优先级"
)
LABEL = late(
    rf"\W{{0,3}}(?:(?P<who>{WHO})|(?P<when>{WHEN})|(?P<subject>{SUBJECT})|(?:{OTHER}))\W{{0,2}}[:：|]",
    re.IGNORECASE,
)
"""A line of a head, its blanks and asterisks taken out."""
BARE = late(rf"\|?(?:(?P<who>{WHO})|(?P<when>{WHEN})|(?P<subject>{SUBJECT})|{OTHER})", re.IGNORECASE)
"""The same in a table, which needs no colon; only below a rule."""
MACHINE = late(r"@|mailto|\d{1,2}[:：]\d{2}")
"""What a mail program writes and a person who heads a letter with From, To and Date does not."""
ADDRESSES = late(r"@|;|<")
WROTE = late(
    r"(?:(?:on|at|am|le|el|op|il|den)\s|在|于).{4,240}"
    r"(?:\b(?:wrote|writes|écrit|escribió|schreef|ha scritto)|\bschrieb\b.{0,120}|写道|寫道)\s?[:：]"
    r"|.{1,200}(?:于|在)\s?\d{4}.{4,80}(?:写道|寫道)\s?[:：]"
    r"|\W?\d{4}[-/年.].{4,200}(?:写道|寫道|\bwrote)\s?[:：]",
    re.IGNORECASE,
)
MOST_WROTE = 3
"""Lines that such a sentence takes."""


@dataclass(frozen=True, slots=True)
class Head:
    """The lines from `first` up to `end` are a head; `kept` those of them that say what the mail is about."""

    first: int
    end: int
    kept: tuple[int, ...] = ()


def heads(lines: Sequence[TextLine]) -> Iterator[Head]:
    """Yield the heads between the mails of a text, in order."""
    at = barren = 0
    while at < len(lines):
        head = _ruled(lines, at)
        if head is None and at >= barren:
            head, barren = _block(lines, at)
        head = head or _sentence(lines, at)
        if head is not None:
            yield head
        at = at + 1 if head is None else head.end


def _key(line: TextLine) -> str:
    return re.sub(r"[\s*]", "", line.text)


def _ruled(lines: Sequence[TextLine], at: int) -> Head | None:
    key = _key(lines[at])
    if not RULED.fullmatch(key) and not ANNOUNCED.fullmatch(key):
        return None
    end, kept = _labelled(lines, at + 1, bare=True)
    return Head(at, end, kept)


def _block(lines: Sequence[TextLine], at: int) -> tuple[Head | None, int]:
    """Return a head without a rule above it: who, when and about what, in a machine's hand.

    Beside it stands where the labelled lines end: where all of them are no head, none of their ends is one.
    """
    first = LABEL.match(_key(lines[at]))
    if first is None or not first["who"]:
        return None, at
    end, kept = _labelled(lines, at, bare=False)
    labels = [found for line in lines[at:end] if (found := LABEL.match(_key(line)))]
    enough = len(labels) >= 3 and any(found["when"] or found["subject"] for found in labels[1:])
    written = any(MACHINE.search(line.text) for line in lines[at:end])
    return Head(at, end, kept) if enough and written else None, end


def _labelled(lines: Sequence[TextLine], at: int, *, bare: bool) -> tuple[int, tuple[int, ...]]:
    """Return where the labelled lines from `at` on end, and which of them are subjects."""
    end = at
    kept: list[int] = []
    about = False
    while end < len(lines):
        key = _key(lines[end])
        in_table = bare and lines[end].row is not None
        label = LABEL.match(key) or (BARE.match(key) if in_table else None)
        if label is None:
            goes_on = end > at and not lines[end].gap and not about and ADDRESSES.search(lines[end].text)
            if not goes_on:
                break
        about = label is not None and bool(label["subject"])
        kept += [end] if about else []
        end += 1
    return end, tuple(kept)


def _sentence(lines: Sequence[TextLine], at: int) -> Head | None:
    """Return the sentence that introduces a quoted mail, which may be broken over lines."""
    text = ""
    for end in range(at, min(at + MOST_WROTE, len(lines))):
        if end > at and lines[end].gap:
            break
        text = f"{text} {lines[end].text}".strip()
        if WROTE.fullmatch(text) and re.search(r"\d", text):
            return Head(at, end + 1)
    return None
