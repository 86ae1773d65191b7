"""Codes behind the short name of a company that the page names: "Orvex part 10048213" in the line of a name.

Whose number it is the name tells, and not which of the two sides that is: it is never sure.
"""

from extractors.fields import companies, parts
from extractors.kept import kept
from extractors.late import late
from extractors.lines.headings import Heading
from extractors.lines.item import Text
from extractors.page.runs import Run, rows_of, split_line
from extractors.vocabulary.meanings import Role
from models.page import Page

NAMED = late(
    r"\s*(?P<label>(?P<who>[^\W\d_][^\W\d_&-]{2,19})(?:['’]s)?"
    r"\s+(?i:part|item|article|art|artikel|teil|material|code|ref|p/n|no|nr|item code)\.?"
    r"(?:\s(?i:no|nr|number|code)\.?)?)\s?[:：]?\s(?P<code>(?=(?:\S*\d){4})\S{5,})\s*"
)
MARKS = " ·•|/,;–-"
"""What parts the name of a thing from such a code on its line."""


def find(run: Run) -> tuple[Role, Text] | None:
    """Return the code of a text that is nothing but a company's short name, a word for numbers and a code."""
    named = NAMED.fullmatch(run.text)
    if named is None or not parts.looks_like_code(named["code"]):
        return None
    if named["who"].casefold() not in _short_names(run.page):
        return None
    heading = Heading(named["label"], frozenset({Role.PART}), exact=False)
    return Role.PART, Text(run, *named.span("code"), heading)


def is_mark(run: Run) -> bool:
    """Tell whether a text is nothing but a mark between two others."""
    return not run.text.strip(MARKS)


@kept
def _short_names(page: Page) -> frozenset[str]:
    """Return the words that the names of companies on a page begin with."""
    lines = (run.text for line in rows_of(page.words) for run in split_line(page, line))
    names = (text[start:end] for text in lines for start, end in companies.find(text))
    return frozenset(name.split(maxsplit=1)[0].casefold() for name in names if name.strip())
