"""Several papers in one file: one begins where another number stands in the same place, or another title."""

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
NEAR = 40.0
"""The same label stands in the same place if it is moved by no more points."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """An order's number on a page, with the text of its label and the label's place."""

    label: str
    box: Box
    number: str


def split(document: SourceDocument) -> tuple[SourceDocument, ...]:
    """Return the orders of a file, each with its own pages; usually there is one."""
    groups: list[list[Page]] = []
    marks: list[_Mark] = []
    kind: Kind | None = None
    for layout in layouts(document):
        labelled = list(_labelled(layout))
        title = title_of(layout.page)
        own = list(_marks(layout.page, labelled, NUMBERS))
        if not own and title in ORDERS:
            # An order whose own number is only said in a sentence is told by the offer it was ordered from.
            own = list(_marks(layout.page, labelled, QUOTED))
        if not groups or _begins(marks, own) or _is_another(kind, title, labelled):
            groups.append([])
            marks, kind = own, None
        kind = kind or title
        groups[-1].append(layout.page)
        marks = marks or own
    return tuple(replace(document, pages=tuple(pages)) for pages in groups)


def _begins(before: Sequence[_Mark], own: Sequence[_Mark]) -> bool:
    """Tell whether a page bears another number in the place of the order's own."""
    pairs = [(one, other) for one in before for other in own if _same_place(one, other)]
    return bool(pairs) and all(one.number != other.number for one, other in pairs)


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


def _marks(page: Page, labelled: Sequence[Labelled], meanings: frozenset[Label]) -> Iterator[_Mark]:
    for found in labelled:
        high = found.label.box.bottom < TOP * page.height or page.synthetic
        if found.meanings <= meanings and high and is_code(found.text):
            yield _Mark(fold(_label(found)), found.label.box, fold(found.text))


def _label(found: Labelled) -> str:
    return found.label.text[: found.start] if found.value is found.label else found.label.text
