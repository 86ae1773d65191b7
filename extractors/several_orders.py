"""Several papers in one file: one begins where another number stands in the same place, or another title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import page_blocks
from extractors.fields.text import fold
from extractors.header import label_values
from extractors.header.labels import Labelled
from extractors.header.value_types import is_code
from extractors.kinds import title_of
from extractors.lines.tables import Layout, layouts
from extractors.vocabulary.meanings import Label
from models.page import Box, Page, SourceDocument
from models.reading import Kind

NUMBERS = frozenset({Label.ORDER_NUMBER, Label.CONTRACT_NUMBER, Label.PLAIN_NUMBER})
ORDERS = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.CHANGE_ORDER, Kind.FRAMEWORK_AGREEMENT})
OFFERS = frozenset({Kind.QUOTATION, Kind.INVOICE})
QUOTED = frozenset({Label.QUOTATION_NUMBER})
OFFERED = frozenset({Label.QUOTATION_NUMBER, Label.INVOICE_NUMBER})
TOP = 0.5
"""A number that stands lower on the page is spoken of and does not name the page's order."""
CLAUSE_END = re.compile(r"[，,。;；](?=.)")
CHANGED = 3
"""So many values of a form are others where the next order begins on the same form."""
NEAR = 40.0
"""The same label stands in the same place if it is moved by no more points."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """An order's number on a page, with the text of its label and the label's place.

    `dated` tells that it is no number but the day of the paper.
    """

    label: str
    box: Box
    number: str
    dated: bool


def split(document: SourceDocument) -> tuple[SourceDocument, ...]:
    """Return the orders of a file, each with its own pages; usually there is one."""
    groups: list[list[Page]] = []
    marks: list[_Mark] = []
    form: list[_Mark] = []
    kind: Kind | None = None
    for layout in layouts(document):
        labelled = list(_labelled(layout))
        title = title_of(layout.page)
        own = list(_marks(layout.page, labelled, NUMBERS))
        if not own and title in ORDERS:
            # An order whose own number is only said in a sentence is told by the offer it was ordered from.
            own = list(_marks(layout.page, labelled, QUOTED))
        filled = list(_marks(layout.page, labelled))
        if not groups or _begins(marks, own) or _refilled(form, filled) or _is_another(kind, title, labelled):
            groups.append([])
            marks, kind, form = own, None, filled
        kind = kind or title
        groups[-1].append(layout.page)
        marks = marks or own
    return tuple(replace(document, pages=tuple(pages)) for pages in groups)


def _begins(before: Sequence[_Mark], own: Sequence[_Mark]) -> bool:
    """Tell whether a page bears another number in the place of the order's own."""
    pairs = [(one, other) for one in before for other in own if _same_place(one, other)]
    return bool(pairs) and all(one.number != other.number for one, other in pairs)


def _refilled(form: Sequence[_Mark], filled: Sequence[_Mark]) -> bool:
    """Tell whether the labels of a page stand where they stood on the first, with other numbers and days."""
    pairs = [(one, other) for one in form for other in filled if _same_place(one, other)]
    changed = [one for one, other in pairs if one.number != other.number]
    dated = any(one.dated for one in changed)
    return dated and len(changed) >= CHANGED and 2 * len(changed) > len(pairs)


def _is_another(kind: Kind | None, title: Kind | None, labelled: Sequence[Labelled]) -> bool:
    """Tell whether a page begins an offer behind an order, or an order behind an offer."""
    numbered = frozenset[Label]().union(*(found.meanings for found in labelled if is_code(found.text)))
    if kind in OFFERS:
        return title in ORDERS and bool(numbered & NUMBERS)
    return kind in ORDERS and title in OFFERS and bool(numbered & OFFERED)


def _same_place(one: _Mark, other: _Mark) -> bool:
    moved = abs(one.box.x0 - other.box.x0), abs(one.box.top - other.box.top)
    return one.label == other.label and max(moved) <= NEAR


def _labelled(layout: Layout) -> Iterator[Labelled]:
    yield from label_values.find(page_blocks(layout.page, layout.tables, layout.free))


def _marks(
    page: Page, labelled: Sequence[Labelled], meanings: frozenset[Label] | None = None
) -> Iterator[_Mark]:
    """Yield the codes beside labels in the upper half of a page; without `meanings` all figures."""
    for found in labelled:
        high = found.label.box.bottom < TOP * page.height or page.synthetic
        wanted = any(map(str.isdigit, found.text)) if meanings is None else is_code(found.text)
        if (meanings is None or found.meanings <= meanings) and high and wanted:
            dated = found.meanings == {Label.DOCUMENT_DATE}
            yield _Mark(fold(_label(found)), found.label.box, fold(found.text), dated)


def _label(found: Labelled) -> str:
    """Return the text of a label, of one in a sentence without what stands before it."""
    text = found.label.text[: found.start] if found.value is found.label else found.label.text
    return CLAUSE_END.split(text)[-1]
