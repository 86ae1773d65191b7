"""Columns that bear the writer's own name or initials: "GZO Stock No." under "Garran Zinc Operations Ltd".

Beside a column of the seller's numbers they hold the buyer's: who writes the form calls its own store so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import companies
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.item_table import Column, ItemTable
from extractors.runs import runs_of
from extractors.vocabulary.meanings import Role
from models.page import Page

FIRST = 4
"""A letterhead is among so many first lines."""
OWNED = re.compile(r"(?P<who>[^\W\d_]{2,20})(?:['’]s)?\s+(?P<what>\S.*)")
JOINING = frozenset({"of", "and", "the", "&", "for", "und", "der", "de", "et", "y"})
PLAIN = frozenset({Role.PART, Role.MATERIAL_CODE, Role.PRODUCT_CODE})
"""What a heading of numbers is that says of nobody's."""


def settled(table: ItemTable, pages: Sequence[Page]) -> ItemTable:
    """Return the table with the columns that are headed by the writer's name as the buyer's numbers."""
    named = [at for at, column in enumerate(table.columns) if _owner(column)]
    if len(named) != 1 or not any(column.roles == {Role.SELLER_PART} for column in table.columns):
        return table
    at = named[0]
    if _owner(table.columns[at]) not in {own for name in _letterheads(pages) for own in _called(name)}:
        return table
    heading = Heading(table.columns[at].text, frozenset({Role.BUYER_PART}), exact=True)
    columns = list(table.columns)
    columns[at] = replace(columns[at], headings=(heading,), stack=())
    return replace(table, columns=tuple(columns))


def _owner(column: Column) -> str | None:
    """Return the strange first word of a heading that is one of numbers without it."""
    said = OWNED.fullmatch(column.text)
    known = len(column.headings) > 1 or any(each.exact or not each.roles <= PLAIN for each in column.headings)
    if said is None or known or recognise(said["who"]) is not None:
        return None
    rest = recognise(said["what"])
    return said["who"] if rest is not None and rest.exact and rest.roles <= CODES else None


def _letterheads(pages: Sequence[Page]) -> Iterator[str]:
    """Yield the names of companies among the first lines of the first page."""
    first = pages[0] if pages else None
    for run in runs_of(first, first.words)[:FIRST] if first is not None else ():
        yield from (run.text[start:end] for start, end in companies.find(run.text))


def _called(name: str) -> Iterator[str]:
    """Yield what a company may be called in short: its first word, and the initials of its first ones."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.casefold() not in JOINING]
    yield from (words[0], words[0].title(), words[0].upper()) if words else ()
    for length in range(2, len(words) + 1):
        yield "".join(word[0] for word in words[:length]).upper()
