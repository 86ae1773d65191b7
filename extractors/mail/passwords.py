"""Passwords that a mail's text names, as candidates for a file that needs one. They are never kept."""

import re
from collections.abc import Iterator

from extractors.fields.text import level
from extractors.late import late
from extractors.vocabulary.belonging import either

MOST = 8
LONGEST = 64
SHORTEST = 3
MOST_TEXT = 50_000
NAMED = late(
    rf"{either('password')}[\s*]{{0,3}}(?:{either('between')})?[\s*]{{0,4}}(?:\n\s*)?"
    r"(?:[“\"「『‘'`](?P<quoted>[^\s“”\"「」『』‘’'`]+)[”\"」』’'`]|(?P<bare>[\x21-\x7e]+))",
    re.IGNORECASE,
)
"""A word for it, perhaps a colon or "is", and what follows up to the next blank or Chinese character."""
TRAILING = ".,;:!?)]}>*，。；：！？）】》、"
WORDS = frozenset("is for of to the and was will follows below protected sent by in see".split())


def candidates(text: str) -> tuple[str, ...]:
    """Return what may be a password in a text, the likeliest first, with what ends a sentence and without."""
    return tuple(dict.fromkeys(_all(text[:MOST_TEXT])))[:MOST]


def _all(text: str) -> Iterator[str]:
    # Only what stands before is levelled: a password is taken as it was typed.
    for match in NAMED.finditer(level_lines(text)):
        name = "quoted" if match["quoted"] else "bare"
        start, end = match.span(name)
        typed = text[start:end]
        if typed.casefold().rstrip(TRAILING) in WORDS:
            continue
        for each in (typed.rstrip(TRAILING), typed, match[name].rstrip(TRAILING)):
            if SHORTEST <= len(each) <= LONGEST:
                yield each


def level_lines(text: str) -> str:
    """Return a text with its characters levelled one for one, its line ends kept."""
    return "\n".join(level(line) for line in text.split("\n"))
