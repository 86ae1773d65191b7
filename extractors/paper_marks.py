"""What tells a paper's place among others: the buyer's tax number, and what it says of itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from extractors.fields import companies, credit_codes
from extractors.fields.text import level
from extractors.page.runs import Run, evidence, make_run, rows_of
from extractors.vocabulary.belonging import BUYER, PART_ORDER, SELLER, SIGNED
from models.page import Box, SourceDocument, union
from models.reading import Evidence, Reading

COLUMN = 90.0
"""A tax number belongs to a name whose left edge is at most so far (in points) from its own."""
MOST_PAGES = 40
"""Tax numbers stand on the first pages or at the signatures; terms of trade may run on."""


Find = Callable[[str], Iterable[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A text in a line, and what stands before it, up to the one before."""

    text: str
    before: str
    line: Run
    box: Box
    start: int


def marked(document: SourceDocument, reading: Reading) -> Reading:
    """Return a reading with the buyer's tax number and the marks of its paper."""
    lines = list(_lines(document, reading.pages))
    return replace(reading, buyer_tax_number=_tax_number(lines, reading), marks=marks(_text(lines)))


def marks(text: str) -> tuple[str, ...]:
    """Return what a paper or a mail says of itself, as stable words."""
    said = {"signed": SIGNED, "part_order": PART_ORDER}
    return tuple(word for word, expression in said.items() if expression.search(text))


def _lines(document: SourceDocument, pages: tuple[int, int] | None) -> Iterator[Run]:
    first, last = pages or (1, MOST_PAGES)
    for page in document.pages:
        if first <= page.number <= min(last, first + MOST_PAGES):
            yield from (make_run(page, row) for row in rows_of(page.words))


def _text(lines: list[Run]) -> str:
    return "\n".join(level(line.text) for line in lines)


def _tax_number(lines: list[Run], reading: Reading) -> Evidence | None:
    """Return the one tax number that is the buyer's; None where two differ or none is."""
    customer = reading.header.customer
    codes = list(_spots(lines, credit_codes.find))
    if not codes:
        return None
    names = list(_spots(lines, companies.find))
    own = companies.key(customer.value) if customer is not None and customer.value else ""
    found = {each.text: each for each in codes if _is_buyers(each, names, own)}
    if len(found) != 1:
        return None
    (code,) = found.values()
    return replace(evidence(code.line, code.start, code.start + len(code.text)), text=code.text)


def _is_buyers(code: _Spot, names: list[_Spot], own: str) -> bool:
    """Tell whether a tax number is the buyer's: by the label before it, or by the name above it."""
    if BUYER.search(code.before) or SELLER.search(code.before):
        return bool(BUYER.search(code.before))
    above = [
        each
        for each in names
        if each.line.page.number == code.line.page.number
        and each.box.top <= code.box.bottom
        and abs(each.box.x0 - code.box.x0) <= COLUMN
    ]
    if not above or not own:
        return False
    nearest = max(above, key=lambda each: each.box.top)
    name = companies.key(nearest.text)
    return name == own or (len(name) > 3 and (name in own or own in name))


def _spots(lines: list[Run], find: Find) -> Iterator[_Spot]:
    for line in lines:
        levelled = level(line.text)
        begin = 0
        for start, end in find(levelled):
            box = union(word.part(low, high) for word, low, high in line.within(start, end))
            yield _Spot(levelled[start:end], levelled[begin:start], line, box, start)
            begin = end
