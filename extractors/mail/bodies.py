"""The text of a mail: its bytes as text, and which of several forms of it is read."""

import binascii
import html
import re
from collections.abc import Iterator
from email.message import Message

from extractors.late import late
from extractors.mail.headers import base_name, parameters
from extractors.readers.decoding import decode

META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:-]+)", re.IGNORECASE)
MARK = b"\xef\xbb\xbf"
"""Says that the text is UTF-8, whatever the page declares about its former self."""
UNSEEN = (("<!--", "-->"), ("<style", "</style"), ("<script", "</script"), ("<title", "</title"))
BREAKING = late(r"<(?:br|p|div|tr|td|th|li|table|h\d)\b[^<>]*>", re.IGNORECASE)
TAG = late(r"<[^<>]*>")
ROW = late(r"<tr\b.*?(?=<tr\b|</table|$)", re.IGNORECASE | re.DOTALL)
CELL = late(r"<t[dh]\b", re.IGNORECASE)
COLUMNS = 3
"""Cells in each of two rows: fewer make the frame of a signature."""
APART = late(r"\S(?:[ \u3000]{2,}|\t+| ?[|│｜] ?)(?=\S)")
ADDRESS = late(r"<?(?:https?://|mailto:|cid:|www\.)[^\s>]*>?", re.IGNORECASE)
TOKEN = late(r"[^\W_]+")
STUB = 0.5
"""A form that has less than this share of the other's words is not the same text."""
UUENCODED = late(
    r"^begin [0-7]{3,4} (\S[^\r\n]*)\r?\n((?:[!-`][ -`]*\r?\n)+?)[ `]?\r?\n?end[ \t]*\r?$", re.MULTILINE
)
QUOTES = late(r">*")


def text_of(payload: bytes, part: Message) -> str:
    """Return the text of a body part; a page may name its character set itself."""
    declared = parameters(part, "content-type")
    charset = declared.get("charset")
    if not charset and part.get_content_subtype() == "html":
        named = META.search(payload[:4096])
        charset = named[1].decode("ascii") if named else None
    text = decode(payload, charset)
    if declared.get("format", "").lower() == "flowed" and part.get_content_subtype() == "plain":
        text = unflowed(text, joined=declared.get("delsp", "").lower() == "yes")
    return text


def unflowed(text: str, *, joined: bool) -> str:
    """Return a flowed text with its soft line breaks undone (RFC 3676); `joined` drops their blanks."""
    lines: list[str] = []
    open_at: int | None = None
    for line in re.split(r"\r\n|\r|\n", text):
        depth = len(QUOTES.match(line)[0])  # type: ignore[index] # always matches
        content = line[depth:].removeprefix(" ")
        if open_at == depth and content != "-- ":
            lines[-1] += content
        else:
            lines.append(f"{'>' * depth}{' ' if depth else ''}{content}")
        soft = content.endswith(" ") and content != "-- "
        open_at = depth if soft else None
        if soft and joined:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def content_of(text: str, *, page: bool) -> bytes:
    """Return a text as bytes whose character set no reader can mistake."""
    data = text.encode("utf-8", "replace")
    return MARK + data if page and not data.isascii() else data


def is_page(text: str, part: Message) -> bool:
    """Tell whether a text is HTML, whatever it is declared as."""
    if part.get_content_subtype() == "html":
        return bool(re.search(r"<\w+", text))
    return bool(re.match(r"\s*(?:<!doctype html|<html\b)", text, re.IGNORECASE))


def visible(page: str) -> str:
    """Return the words of a page, roughly: only to weigh it against another form of the same text."""
    for start, end in UNSEEN:
        page = _without(page, start, end)
    return html.unescape(TAG.sub("", BREAKING.sub(" ", page)))


def _without(page: str, start: str, end: str) -> str:
    """Leave out what stands between two marks; in one go, however many of them there are."""
    folded = page.lower()
    if len(folded) != len(page):  # a few characters have longer small forms
        return page
    kept, at = [], 0
    while (first := folded.find(start, at)) >= 0:
        kept.append(page[at:first])
        last = folded.find(">", folded.find(end, first)) if end in folded[first:] else -1
        at = len(page) if last < 0 else last + 1
    return " ".join([*kept, page[at:]])


def is_blank(text: str, *, page: bool) -> bool:
    """Tell whether a text has no words at all."""
    return not (visible(text) if page else text).strip(" \t\r\n\f\v\0\xa0\u200b\ufeff\u3000")


def page_is_better(page: str, plain: str) -> bool:
    """Tell which of two forms of a text is read: the one that keeps the order's columns, if one does.

    A table of the page keeps them best. Without one, text that is set in columns with blanks does,
    which the page would run together.
    """
    seen, typed = _words(visible(page)), _words(plain)
    if not typed or len(typed & seen) < STUB * len(typed):
        return len(seen) >= len(typed)
    if _has_table(page):
        return True
    return not (_in_columns(plain) and len(typed & seen) >= STUB * len(seen)) or "<pre" in page.lower()


def alike(one: str, other: str) -> bool:
    """Tell whether two texts are one: the words of the shorter mostly stand in the longer."""
    first, second = _words(one), _words(other)
    return bool(first and second) and len(first & second) >= STUB * min(len(first), len(second))


def disagree(page: str, plain: str) -> bool:
    """Tell whether two forms of a text state different numbers."""
    seen, typed = ({each for each in _words(text) if each.isdecimal()} for text in (visible(page), plain))
    return bool(seen and typed and seen != typed)


def _words(text: str) -> set[str]:
    return set(TOKEN.findall(ADDRESS.sub(" ", text)))


def _has_table(page: str) -> bool:
    return sum(len(CELL.findall(row)) >= COLUMNS for row in ROW.findall(page)) >= 2


def _in_columns(plain: str) -> bool:
    return sum(len(APART.findall(line.strip())) >= 2 for line in plain.splitlines()) >= 2


def without_enclosures(text: str) -> tuple[str, list[tuple[str, bytes]]]:
    """Return a text without the files that stand uuencoded in it, and these files with their names."""
    found = list(_enclosures(text))
    return (UUENCODED.sub("", text), found) if found else (text, [])


def _enclosures(text: str) -> Iterator[tuple[str, bytes]]:
    for each in UUENCODED.finditer(text):
        try:
            lines = [binascii.a2b_uu(line.rstrip("\r")) for line in each[2].split("\n") if line.strip()]
        except binascii.Error:
            lines = []
        yield base_name(each[1]) or "unnamed", b"".join(lines)
