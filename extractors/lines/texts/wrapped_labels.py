"""Labelled lines inside an item that their narrow cell broke: "Supplier catalogue" over "no.: LP-36-4200".

A line that breaks inside its label is put together again; so is one that ends with a colon or with a
code's dash, whose value stands below.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import dates, parts
from extractors.late import late
from extractors.lines.headings import Heading, recognise
from extractors.lines.texts.inline_labels import SPACED, pieces, recognise_inline
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Role

COLON = late(r"[:：]")
ENDS = (":", "：")
DASHES = ("-", "/", "_")
REST = late(r"(?=.*\d)[A-Za-z0-9][\w./-]{0,11}(?: ?Rev\.? ?\w{1,3})?$|[A-Z]$")
"""The rest of a broken code; one letter may be its end."""
TAIL = late(r"(?:Rev\.?|Index|Issue) ?\w{1,3}$", re.IGNORECASE)
REVISED, INDEX = parts.CUT, late(r"(?:[A-Za-z]|\d{1,2})$")
"""A word for a revision at the end of a line, and the revision alone on the line below it."""
CODE = late(r"(?=(?:\S*\d){3})[A-Za-z0-9][\w./-]{4,}(?: ?Rev\.? ?\w{1,3})?$")
"""A whole code, alone on its line."""


def whole(lines: Sequence[Run]) -> Iterator[Run]:
    """Yield the lines of a cell, those that belong together as one."""
    at = 0
    while at < len(lines):
        run, end = lines[at], at + 1
        while end < len(lines) and _goes_on(run, lines[end], first=end == at + 1):
            run = joined([run, lines[end]])
            end += 1
        yield run
        at = end


def on_one_line(run: Run, start: int, end: int) -> bool:
    """Tell whether a part of a text stands on one line of the page."""
    words = [word.box for word, _, _ in run.within(start, end)]
    return all(words[0].top < box.middle < words[0].bottom for box in words)


def _goes_on(run: Run, below: Run, *, first: bool) -> bool:
    """Tell whether a line is the rest of the labelled one above it."""
    if below.page is not run.page or recognise_inline(below.text) is not None:
        return False
    said = recognise_inline(run.text) or _last(run.text)
    if said is not None:
        if said[0] is Role.DELIVERY and _is_broken_day(run.text[said[2] :], below.text):
            return True
        return bool(run.text.endswith(DASHES) and REST.match(below.text)) or (
            first and bool(TAIL.match(below.text) or (REVISED.search(run.text) and INDEX.match(below.text)))
        )
    together = joined([run, below])
    if recognise_inline(together.text) is None:
        return False
    broken = run.text.endswith(DASHES) and REST.match(below.text) is not None
    if run.text.endswith(ENDS) or broken or (_is_label(run.text) and CODE.match(below.text)):
        return True
    return COLON.search(run.text) is None and COLON.search(below.text) is not None


def _last(text: str) -> tuple[Role, Heading, int] | None:
    """Return the last of several labelled pieces of a line, if it is a code: "Our 60-2 | Your code 6B8B-"."""
    last = next(reversed(pieces(text)), None)
    if last is None or last.role not in SPACED or last.heading is None:
        return None
    return last.role, last.heading, last.start


def _is_broken_day(text: str, below: str) -> bool:
    """Tell whether a day goes on in the line below: 2026年6月 above 19日, "12 August" above "2026"."""
    rest = any(map(str.isdigit, below)) and not dates.parse(below)
    return rest and len(below) < len("September 30, 2026") and bool(dates.parse(f"{text.strip()} {below}"))


def _is_label(text: str) -> bool:
    """Tell whether a line is nothing but the label of a code."""
    heading = recognise(text)
    return heading is not None and heading.exact and heading.role in SPACED
