"""How much text a document may have: what is made of its words takes time in a process that has no limits."""

from collections import Counter

from models.errors import ErrorCode, Unreadable
from models.page import Page, SourceDocument

MOST_WORDS = 100_000
MOST_CHARACTERS = 500_000
"""A contract of two hundred pages has as many."""
MOST_CHARACTERS_AND_BLANKS = 8 * MOST_CHARACTERS
"""Text with columns that are made of blanks is mostly blanks."""
LONGEST_LINE = 2_000
"""Characters at one height of a page that is drawn; where the reader lays out, it breaks lines itself."""
MOST_LOOKS = 20_000_000
"""Each word of a page is looked for in each of its tables."""
MOST_PAIRS = 120_000_000
"""Rows by cells of a page's tables, each held against each: four thousand lines of seven columns."""
LINE = 3.0
"""Points in which words count as standing at one height."""


def check(document: SourceDocument) -> None:
    """Hold a document against the bounds.

    Raises:
        Unreadable: It has more text than any order.
    """
    words = [word for page in document.pages for word in page.words]
    if len(words) > MOST_WORDS:
        raise too_large(f"more than {MOST_WORDS} words")
    if sum(len(word.text) for word in words) > MOST_CHARACTERS:
        raise too_large(f"more than {MOST_CHARACTERS} characters")
    if any(len(page.tables) * len(page.words) > MOST_LOOKS for page in document.pages):
        raise too_large("more tables than can be told apart")
    if any(_pairs(page) > MOST_PAIRS for page in document.pages):
        raise too_large("more rows than any order")
    if any(_longest(page) > LONGEST_LINE for page in document.pages if not page.synthetic):
        raise too_large(f"lines of more than {LONGEST_LINE} characters")


def _pairs(page: Page) -> int:
    return sum(table.rows for table in page.tables) * sum(len(table.cells) for table in page.tables)


def _longest(page: Page) -> int:
    lines: Counter[int] = Counter()
    for word in page.words:
        lines[round(word.box.top / LINE)] += len(word.text)
    return max(lines.values(), default=0)


def too_large(what: str) -> Unreadable:
    """Return the refusal of a document that has more of something than any order."""
    return Unreadable(ErrorCode.TOO_LARGE, f"It has {what}. Ask the sender for the order alone.")
