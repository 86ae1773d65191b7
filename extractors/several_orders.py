"""Several papers in one file: one begins where another number stands in the same place, or another title.

A title alone begins none: forms repeat their head on every page. With another day of the paper below it, or
another offer and a total of its own, it does; and the title of an order with its number does behind a paper
that is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors import heads_again
from extractors.fields.text import fold
from extractors.header import summaries
from extractors.header.labelling import label_values
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_types import is_code
from extractors.header.spoken import placing, sentences
from extractors.kinds.kinds import title_of
from extractors.late import late
from extractors.lines.tables.layouts import Layout, layouts
from extractors.page.blocks import page_blocks
from extractors.page.runs import make_run, rows_of
from extractors.vocabulary.meanings import Label, Summary
from models.page import Box, Page, SourceDocument, Word
from models.reading import Kind

NUMBERS = frozenset({Label.ORDER_NUMBER, Label.CONTRACT_NUMBER, Label.PLAIN_NUMBER})
ORDERS = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.CHANGE_ORDER, Kind.FRAMEWORK_AGREEMENT})
OFFERS = frozenset({Kind.QUOTATION, Kind.INVOICE})
BEFORE = frozenset({Kind.TECHNICAL_AGREEMENT, Kind.OTHER})
"""Papers that are bound in front of the order: what was agreed of the technology, how offers compared."""
OWN = (frozenset({Label.ORDER_NUMBER}), frozenset({Label.CONTRACT_NUMBER}))
QUOTED = frozenset({Label.QUOTATION_NUMBER})
DAY = frozenset({Label.DOCUMENT_DATE})
PLAIN = frozenset({Label.PLAIN_NUMBER})
LAST = frozenset({Summary.GROSS, Summary.TOTAL})
OFFERED = frozenset({Label.QUOTATION_NUMBER, Label.INVOICE_NUMBER})
TOP = 0.5
"""A number that stands lower on the page is spoken of and does not name the page's order."""
CLAUSE_END = late(r"[，,。;；](?=.)")
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


@dataclass(frozen=True, slots=True)
class _Paper:
    """What tells a page's paper: its title, its own numbers, and those and the days beside all its labels."""

    title: Kind | None
    own: tuple[_Mark, ...]
    filled: tuple[_Mark, ...]
    days: tuple[_Mark, ...]
    numbers: Mapping[Label, frozenset[str]]
    """The numbers of offers and of orders that a page with a title and a total names anywhere.

    Without a total it is the number alone that the page bears in its upper half.
    """


def split(document: SourceDocument) -> tuple[SourceDocument, ...]:
    """Return the orders of a file, each with its own pages; usually there is one."""
    groups: list[list[Page]] = []
    first = _Paper(None, (), (), (), {})
    kind: Kind | None = None
    for layout in layouts(document):
        labelled = list(_labelled(layout))
        paper = _paper(layout.page, labelled)
        another = _begins(first.own, paper.own) or _refilled(first.filled, paper.filled)
        another = another or (bool(groups) and heads_again.stand(groups[-1][0], layout.page))
        if not groups or another or _renewed(first, paper) or _is_another(kind, paper.title, labelled):
            groups.append([])
            first, kind = paper, None
        kind = kind or paper.title
        groups[-1].append(layout.page)
        first = first if first.own else replace(first, own=paper.own)
    return tuple(replace(document, pages=tuple(pages)) for pages in groups)


def _paper(page: Page, labelled: Sequence[Labelled]) -> _Paper:
    title = title_of(page)
    counted = _counted(labelled)
    own = tuple(each for each in _marks(page, labelled, NUMBERS) if each.label not in counted)
    if not own and title in ORDERS:
        # An order whose own number is only said in a sentence is told by the offer it was ordered from.
        own = tuple(_marks(page, labelled, QUOTED))
    return _Paper(
        title,
        own,
        filled=tuple(_marks(page, labelled)),
        days=tuple(_marks(page, [each for each in labelled if each.meanings == DAY])),
        numbers=_numbers(page, labelled) if title in ORDERS else {},
    )


def _counted(labelled: Sequence[Labelled]) -> frozenset[str]:
    """Return the labels that count the items of a page, one by one: "No.: 001" above "No.: 002"."""
    numbers: dict[str, list[int]] = {}
    for each in labelled:
        if each.meanings == PLAIN and each.text.strip().isdecimal():
            numbers.setdefault(fold(_label(each)), []).append(int(each.text))
    return frozenset(
        label
        for label, found in numbers.items()
        if len(found) > 1 and found == list(range(found[0], found[0] + len(found)))
    )


def _numbers(page: Page, labelled: Sequence[Labelled]) -> Mapping[Label, frozenset[str]]:
    """Return what a page with a total names, and of any page the number by which it says what it is."""
    runs = [make_run(page, line) for line in rows_of(page.words)]
    placed = frozenset(fold(each.text) for each in placing.find(runs) if each.meanings <= NUMBERS)
    own = placed or frozenset(each.number for meant in OWN for each in _marks(page, labelled, meant))
    if not any(map(_is_total, rows_of(page.words))):
        return {Label.ORDER_NUMBER: own} if own else {}
    said = [*labelled, *sentences.find(runs)]
    found = {
        label: frozenset(fold(each.text) for each in said if each.meanings == {label} and is_code(each.text))
        for label in (Label.QUOTATION_NUMBER, Label.ORDER_NUMBER)
    }
    return {**found, Label.ORDER_NUMBER: own or found[Label.ORDER_NUMBER]}


def _is_total(line: Sequence[Word]) -> bool:
    named = summaries.recognise(" ".join(word.text for word in line))
    return named is not None and named.kind in LAST and any(map(str.isdigit, named.rest))


def _renewed(first: _Paper, paper: _Paper) -> bool:
    """Tell whether the title stands there again, of another day, or with another number and its total."""
    if first.title not in ORDERS or paper.title is not first.title:
        return False
    pairs = [(first.numbers[label], paper.numbers.get(label)) for label in first.numbers]
    return _begins(first.days, paper.days) or any(
        one and other and one.isdisjoint(other) for one, other in pairs
    )


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
    """Tell whether a page begins an offer behind an order, or an order behind an offer or another paper."""
    numbered = frozenset[Label]().union(*(found.meanings for found in labelled if is_code(found.text)))
    if kind in OFFERS | BEFORE:
        return title in ORDERS and bool(numbered & NUMBERS)
    return kind in ORDERS and title in OFFERS and bool(numbered & OFFERED)


def _same_place(one: _Mark, other: _Mark) -> bool:
    moved = abs(one.box.x0 - other.box.x0), abs(one.box.top - other.box.top)
    return one.label == other.label and max(moved) <= NEAR


def _labelled(layout: Layout) -> Iterator[Labelled]:
    yield from label_values.find(page_blocks(layout.page, layout.tables, layout.free))


def _marks(
    page: Page, labelled: Sequence[Labelled], meanings: frozenset[Label] | None = None, top: float = TOP
) -> Iterator[_Mark]:
    """Yield the codes beside labels in the upper share of a page; without `meanings` all figures."""
    for found in labelled:
        high = found.label.box.bottom < top * page.height or page.synthetic
        wanted = any(map(str.isdigit, found.text)) if meanings is None else is_code(found.text)
        if (meanings is None or found.meanings <= meanings) and high and wanted:
            dated = found.meanings == {Label.DOCUMENT_DATE}
            yield _Mark(fold(_label(found)), found.label.box, fold(found.text), dated)


def _label(found: Labelled) -> str:
    """Return the text of a label, of one in a sentence without what stands before it."""
    text = found.named
    return CLAUSE_END.split(text)[-1]
