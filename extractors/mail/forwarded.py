"""Who wrote the mails that a mail's text forwards or quotes, from the outside in."""

import re
from collections.abc import Iterator

from extractors.late import late
from extractors.mail import bodies
from extractors.mail.headers import addresses, clean
from extractors.mail.quoted_lines import MARKS, TextLine
from extractors.mail.separators import LABEL, Head, heads
from models.message import Address, Forwarded

MOST = 200_000
"""Characters of a text that are looked through."""
MOST_WRITERS = 20
MAILBOX = late(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LINE_ENDS = late(r"<(?:br|/p|/div|/tr|/li|/h\d|p|div|tr)\b[^<>]*>", re.IGNORECASE)
LONGEST = 300
"""Characters of a head that are kept to show it."""
_END = "\ue000"
"""Stands for the end of a line while a page becomes text: a private character that no mail needs."""


def writers(text: str, *, page: bool) -> tuple[Forwarded, ...]:
    """Return who wrote each mail in a text; heads that name nobody are left out."""
    lines = lines_of(text_of(text[:MOST], page=page))
    found = []
    for head in heads(lines):
        who = _who(lines, head)
        if who is not None:
            found.append(who)
        if len(found) == MOST_WRITERS:
            break
    return tuple(found)


def text_of(text: str, *, page: bool) -> str:
    """Return a mail's text with its lines, HTML or not."""
    if not page:
        return text
    return bodies.visible(LINE_ENDS.sub(_END, text)).replace("\n", " ").replace(_END, "\n")


def lines_of(text: str) -> list[TextLine]:
    """Return the lines of a text, their marks of quoting taken away."""
    return list(_with_gaps(text))


def _with_gaps(text: str) -> Iterator[TextLine]:
    gap = True
    for at, raw in enumerate(text.splitlines()):
        said = raw.strip()
        while marks := MARKS.match(said):
            said = said[marks.end() :].strip()
        if said:
            yield TextLine(1, float(at), said, (), (), gap=gap)
        gap = not said


def _who(lines: list[TextLine], head: Head) -> Forwarded | None:
    written = [line.text for line in lines[head.first : head.end]]
    for line in written:
        label = LABEL.match(re.sub(r"[\s*]", "", line))
        if label is not None and label["who"]:
            return _written(re.split(r"[:：|]", line, maxsplit=1)[-1], line)
    sentence = " ".join(written)
    mailbox = MAILBOX.search(sentence)
    return None if mailbox is None else Forwarded(Address("", mailbox[0]), clean(sentence)[:LONGEST])


def _written(value: str, line: str) -> Forwarded | None:
    """Return the writer in what stands behind "From:": a name, an address, or both in any brackets."""
    mailbox = MAILBOX.search(value)
    if mailbox is not None:
        name = re.sub(r"(?i)mailto:|[<>\[\]()（）\"'*]", " ", value[: mailbox.start()]).strip()
        return Forwarded(Address(clean(name), mailbox[0]), clean(line)[:LONGEST])
    plain = [each for each in addresses(value) if each.address or each.name]
    name = clean(value.strip(" *\"'<>")) if not plain else plain[0].name or plain[0].address
    return Forwarded(Address(name, ""), clean(line)[:LONGEST]) if name else None
