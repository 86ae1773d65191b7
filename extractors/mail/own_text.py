"""What a mail's writer wrote: its text without the mails that it quotes or forwards."""

import re
from collections.abc import Iterator

from extractors.language import CHINESE, ENGLISH
from extractors.mail.quoted_lines import MARKS, TextLine
from extractors.mail.separators import Head, heads
from models.reading import Language

MOST = 200_000
"""Characters that are looked through."""
SHARE = 0.3
"""So many Chinese words for each English one make a text Chinese: signatures often have English ones."""


def own_text(text: str) -> str:
    """Return what is new in a mail's text.

    Lines with marks of quoting are left out, also between those of an answer; what follows a head such
    as "From: … Sent: … Subject: …" is another mail.
    """
    lines = list(_lines(text[:MOST]))
    kept = [at for at, line in enumerate(lines) if not line.depth]
    plain = [lines[at] for at in kept]
    left_out: set[int] = set()
    end = len(plain)
    for head in heads(plain):
        if not _introduces(head, kept, lines):
            end = head.first
            break
        left_out |= set(range(head.first, head.end))
    own = [line for at, line in enumerate(plain[:end]) if at not in left_out]
    joined = "\n".join(("\n" if line.gap else "") + line.text for line in own)
    return joined.strip()


def language_of_text(text: str) -> Language | None:
    """Return the language that a short text is written in; None where it has too few words to tell."""
    chinese, english = len(CHINESE.findall(text)), len(ENGLISH.findall(text))
    if chinese >= 2 and chinese / 2 >= SHARE * english:
        return Language.CHINESE
    return Language.ENGLISH if english >= 2 else None


def _lines(text: str) -> Iterator[TextLine]:
    gap = False
    for at, raw in enumerate(text.splitlines()):
        said, depth = raw.strip(), 0
        while marks := MARKS.match(said):
            depth += len(re.findall(">", marks[0]))
            said = said[marks.end() :].strip()
        if said or depth:
            yield TextLine(1, float(at), said, (), (), depth=depth, gap=gap)
        gap = not said and not depth


def _introduces(head: Head, kept: list[int], lines: list[TextLine]) -> bool:
    """Tell whether marked lines follow right after a head: it only says who wrote them."""
    then = kept[head.end - 1] + 1
    return then < len(lines) and lines[then].depth > 0
