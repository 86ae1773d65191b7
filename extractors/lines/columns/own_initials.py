"""Columns that bear the writer's own name or initials: "GZO Stock No." under "Garran Zinc Operations Ltd".

Beside the seller's numbers, in a column or behind a label in each item, they hold the buyer's: who writes
the form calls its own store so. The writer is whom the paper calls the buyer, else the company whose name
alone is its letterhead.
"""

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from extractors.fields import companies
from extractors.header.labelling import label_words
from extractors.late import late
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.item_table import Column, ItemTable
from extractors.lines.texts import inline_labels
from extractors.page.runs import Run, runs_of
from extractors.vocabulary.meanings import Label, Role
from models.page import Page

SIDES = frozenset({Label.BUYER, Label.SELLER, Label.NEUTRAL, Label.PLACE})
"""What labels say of companies."""
NEAR = 1.2
"""A label above a name is no further from it than so many heights of its letters."""
FIRST = 4
"""A letterhead is among so many first lines."""
OWNED = late(r"(?P<who>[^\W\d_]{2,20})(?:['’]s)?\s+(?P<what>\S.*)")
OWNED_BEHIND = late(
    r"(?P<what>(?:r[ée]f(?:érence)?|code|c[óo]d(?:igo)?|codice|n°|nr|art)\.?)\s+(?P<who>[^\W\d_]{2,20})",
    re.IGNORECASE,
)
"""The same as French and Spanish put it: "Réf. Armor", "Código URV"."""
GENERIC = frozenset(
    "société soc firma empresa compañía cía companhia ditta zakład zakłady pt cv gruppo grupo groupe".split()
)
"""What a company's name may begin with and it does not go by."""
LEAST = 2
"""What a company goes by has more letters, and its name more words."""
JOINING = frozenset({"of", "and", "the", "&", "for", "und", "der", "de", "et", "y"})
OTHERS = frozenset({Role.SELLER_PART, Role.MAKER_PART})
"""Whose numbers may stand beside the buyer's."""
BILLED = late(
    r"\W*(?:bill(?:ed|ing)?[ -]?to|invoice[- ]?to|issued by|ordered by|placed by"
    r"|rechnung an|rechnungsadresse)\b\W*",
    re.IGNORECASE,
)
"""Labels of nobody in particular that on an order stand by its writer."""
STORED = late(r"\b(?:stock|stores?|warehouse|inventory|sap)\b", re.IGNORECASE)
"""Who writes an order gives numbers to its own store, and not the seller."""
PLAIN = frozenset({Role.PART, Role.MATERIAL_CODE, Role.PRODUCT_CODE})
"""What a heading of numbers is that says of nobody's."""


def settled(table: ItemTable, pages: Sequence[Page]) -> ItemTable:
    """Return the table with the columns that are headed by the writer's name as the buyer's numbers."""
    beside = _has_sellers(table) or _labels_sellers(table)
    named = [at for at, column in enumerate(table.columns) if beside and _owner(column)]
    if len(named) != 1:
        return table
    at = named[0]
    stored = STORED.search(table.columns[at].text) is not None
    writers = short_names(pages, certain=not (stored or _has_sellers(table)))
    if _owner(table.columns[at]) not in writers:
        return table
    heading = Heading(table.columns[at].text, frozenset({Role.BUYER_PART}), exact=True)
    columns = list(table.columns)
    columns[at] = replace(columns[at], headings=(heading,), stack=())
    return replace(table, columns=tuple(columns))


def _has_sellers(table: ItemTable) -> bool:
    return any(column.roles == {Role.SELLER_PART} for column in table.columns)


def _labels_sellers(table: ItemTable) -> bool:
    """Tell whether a label inside every item names its number at the seller's or maker's: "MFR P/N: 4711"."""
    found = [
        [inline_labels.recognise_inline(run.text) for cell in row.cells for run in cell]
        for row in item_rows(table)
    ]
    return bool(found) and all(any(each is not None and each[0] in OTHERS for each in row) for row in found)


def short_names(pages: Sequence[Page], *, certain: bool = False) -> frozenset[str]:
    """Return what the writer of a paper may be called in short, if that is to be `certain`."""
    return frozenset(own for name in _writers(pages, certain=certain) for own in _called(name, pages))


def own_number(text: str, writers: Collection[str]) -> Heading | None:
    """Return what a caption above a number says that bears the writer's short name: "GZO item"."""
    said = OWNED.fullmatch(text)
    known = recognise(said["who"]) if said is not None else None
    if said is None or said["who"] not in writers or (known is not None and known.exact):
        return None
    rest = recognise(said["what"])
    ours = rest is not None and rest.exact and rest.roles <= CODES | {Role.LINE_NUMBER}
    return Heading(text, frozenset({Role.BUYER_PART}), exact=True) if ours else None


def _owner(column: Column) -> str | None:
    """Return the strange first word of a heading that is one of numbers without it."""
    said = OWNED_BEHIND.fullmatch(column.text) or OWNED.fullmatch(column.text)
    known = len(column.headings) > 1 or any(each.exact or not each.roles <= PLAIN for each in column.headings)
    if said is None or known or recognise(said["who"]) is not None:
        return None
    rest = recognise(said["what"])
    return said["who"] if rest is not None and rest.exact and rest.roles <= CODES else None


def _writers(pages: Sequence[Page], *, certain: bool = False) -> list[str]:
    """Return the names of the buyer, else of the letterhead, that stand behind no other label.

    A letterhead is `certain` only where it alone heads the paper and a label names the seller: else it may
    be whom the paper is sent to.
    """
    runs = [run for page in pages for run in runs_of(page, page.words)]
    named = [
        (at, run.text[start:end], _label(runs, run, start))
        for at, run in enumerate(runs)
        for start, end in companies.find(run.text)
    ]
    strange = {companies.key(name) for _, name, said in named if said and Label.BUYER not in said}
    buyers = [name for _, name, said in named if Label.BUYER in said]
    heads = [name for at, name, said in named if at < FIRST and not said and name == runs[at].text.strip()]
    found = [name for name in buyers or heads if companies.key(name) not in strange]
    if certain and not (buyers or any(Label.SELLER in said for _, _, said in named)):
        return []
    return [] if certain and len(set(map(companies.key, found))) > 1 else found


def _label(runs: Sequence[Run], run: Run, start: int) -> frozenset[Label]:
    """Return what a name is said to be: before it in its own text, or by a label at its left or above."""
    if BILLED.fullmatch(run.text[:start]):
        return frozenset({Label.BUYER})
    if run.text[:start].strip():
        own = label_words.match(run.text)
        return own.meanings if own is not None and own.end <= start else frozenset()
    leading = [other for other in runs if _leads(other, run)]
    if any(BILLED.fullmatch(other.text) for other in leading):
        return frozenset({Label.BUYER})
    near = ((other, label_words.match(other.text)) for other in leading)
    lone = (each for other, each in near if each is not None and each.end == len(other.text))
    return next((each.meanings for each in lone if each.meanings & SIDES), frozenset())


def _leads(other: Run, run: Run) -> bool:
    """Tell whether a text stands at the left of another on its line, or right above its beginning."""
    one, own = other.box, run.box
    if other.page is not run.page:
        return False
    beside = abs(one.middle - own.middle) < own.height / 2 and one.x1 <= own.x0
    above = abs(one.x0 - own.x0) < own.height and 0 <= own.top - one.bottom < NEAR * own.height
    return beside or above


def _called(name: str, pages: Sequence[Page]) -> Iterator[str]:
    """Yield what a company may be called in short: its first word, and the initials of its first ones.

    Behind the town where it has its address stands the word that it goes by: "Qingdao Aurel Marine".
    """
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.casefold() not in JOINING]
    words = words[1:] if words and words[0].casefold() in GENERIC else words
    yield from _spelled(words[0]) if words else ()
    if len(words) > LEAST and len(words[1]) > LEAST and _is_town(words[0], pages):
        yield from _spelled(words[1])
    for length in range(2, len(words) + 1):
        yield "".join(word[0] for word in words[:length]).upper()


def _spelled(word: str) -> tuple[str, str, str]:
    return word, word.title(), word.upper()


def _is_town(word: str, pages: Sequence[Page]) -> bool:
    """Tell whether a word ends or goes on with an address on the paper: "Huangdao, Qingdao"."""
    for page in pages:
        for one, two in itertools.pairwise(page.words):
            if two.text.rstrip(".,;") == word and one.text.endswith(","):
                return True
    return False
