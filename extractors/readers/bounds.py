"""How much text a document may have: what is made of its words takes time in a process that has no limits."""

from collections import Counter

from models.errors import ErrorCode, Unreadable
from models.page import Page, SourceDocument

MOST_WORDS = 100_000
MOST_CHARACTERS = 500_000
"""A contract of two hundred pages has as many."""
LONGEST_LINE = 2_000
"""Characters at one height of a page that is drawn; where the reader lays out, it breaks lines itself."""
LINE = 3.0
"""Points in which words count as standing at one height."""


def check(document: SourceDocument) -> None:
    """Hold a document against the bounds.

    Raises:
        Unreadable: It has more text than any order.
    """
    words = [word for page in document.pages for word in page.words]
    if len(words) > MOST_WORDS:
        raise _too_large(f"more than {MOST_WORDS} words")
    if sum(len(word.text) for word in words) > MOST_CHARACTERS:
        raise _too_large(f"more than {MOST_CHARACTERS} characters")
    if any(_longest(page) > LONGEST_LINE for page in document.pages if not page.synthetic):
        raise _too_large(f"lines of more than {LONGEST_LINE} characters")


def _longest(page: Page) -> int:
    lines: Counter[int] = Counter()
    for word in page.words:
        lines[round(word.box.top / LINE)] += len(word.text)
    return max(lines.values(), default=0)


def _too_large(what: str) -> Unreadable:
    return Unreadable(ErrorCode.TOO_LARGE, f"It has {what}. Ask the sender for the order alone.")
