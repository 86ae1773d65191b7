"""What stands by each item and was read as nothing: a code or a day under words that no list knows.

The rules of reading know their own places: a column, a caption, a note. Whatever the place was, a code or a
day that every item has and no rule took may be what its line lacks; that it is absent is not sure then. What
some items have alone is a remark.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from extractors.fields import dates, parts, periods
from extractors.late import late
from extractors.lines.doubts.strange_codes import NO_CODE, STANDARD
from extractors.lines.item import Item
from extractors.page.runs import Run, evidence, make_run, rows_of
from extractors.vocabulary.meanings import Role
from models.page import Page, Word, union
from models.reading import Field, OrderLine, Reason, unread_at

FIGURES = 4
"""A part's number has so many figures at least; a size has fewer."""
TARIFF = late(r"\d{4}[. ]\d{2}(?:[. ]\d{2}){0,3}$")
"""The number of goods for the customs."""
SIZE = late(r"\d\s?[xX×*]\s?\d")
CODES = ("part_number", "customer_part_number", "drawing_number")
FIGURED = frozenset({Role.PRICE_PER, Role.QUANTITY, Role.PRICE, Role.AMOUNT})
"""Roles in which no day can be meant: a heading that was half understood gave them."""


@dataclass(frozen=True, slots=True)
class Band:
    """What stands on one page from one item's top down to the next one's."""

    page: Page
    top: float
    bottom: float

    def words(self) -> Iterator[Word]:
        """Yield the words of the band."""
        return (word for word in self.page.words if self.top <= word.box.middle < self.bottom)


def doubted(items: Sequence[Item], lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines; what they lack is open where each item has such a text that nothing was read from."""
    if all(_is_whole(line) for line in lines):
        return tuple(lines)
    left = untaken(items)
    changed = list(lines)
    for kind, lacked in KINDS.items():
        found = [next(filter(None, map(kind, runs)), None) for runs in left]
        told = [run for run in found if run is not None and (len(items) > 1 or _stands_alone(run))]
        if len(told) == len(lines):
            apart = len({run.words[0].box for run in told}) == len(told)
            pairs = zip(changed, told, strict=True)
            changed = [
                _with(line, lacked(line, run), run, likely=kind is _coded and apart) for line, run in pairs
            ]
    return tuple(changed)


def untaken(items: Sequence[Item]) -> list[list[Run]]:
    """Return for each item the texts by it that no rule took for any, and days in a place for figures."""
    taken = {id(word) for item in items for word in _taken(item)}
    return [list(_left(item, band, taken)) for item, band in zip(items, _bands(items), strict=True)]


def _is_whole(line: OrderLine) -> bool:
    timed = line.delivery_date is not None or line.lead_time is not None
    return timed and all(getattr(line, name) is not None for name in CODES)


def _bands(items: Sequence[Item]) -> list[Band]:
    """Return the bands of the items; the last of a page ends with what was read of it."""
    found = []
    for at, item in enumerate(items):
        texts = (text.run for every in item.texts.values() for text in every)
        own = union([item.row.box, *(run.box for run in texts if _stands(run, item))])
        after = items[at + 1].row if at + 1 < len(items) else None
        below = after is not None and after.page is item.row.page and after.box.top > own.top
        found.append(
            Band(item.row.page, own.top, after.box.top if after is not None and below else own.bottom)
        )
    return found


def _stands(run: Run, item: Item) -> bool:
    """Tell whether a text stands on the item's page and by it: a cell over several rows begins above."""
    return run.page is item.row.page and run.box.middle > item.row.box.top - item.row.box.height


def _taken(item: Item) -> Iterator[Word]:
    """Yield the words that a rule took for something of the item."""
    for text in (*(text for every in item.texts.values() for text in every), *item.unknown):
        yield from (word for word, _, _ in text.run.within(text.start, text.end))
    for note in item.notes:
        yield from note.words


def _left(item: Item, band: Band, taken: AbstractSet[int]) -> Iterator[Run]:
    """Yield the texts of a band that no rule took for any item, and days in a place for figures."""
    figures = (text for role in FIGURED for text in item.texts.get(role, ()))
    yield from (text.run for text in figures if dates.find(text.printed))
    free = [word for word in band.words() if id(word) not in taken]
    yield from (make_run(band.page, line) for line in rows_of(free))


def _coded(run: Run) -> Run | None:
    """Return the word of a text that looks like the number of a part."""
    return next((make_run(run.page, [word]) for word in run.words if _is_code(word.text)), None)


def _is_code(text: str) -> bool:
    figures = sum(map(str.isdigit, text))
    if figures < FIGURES or not parts.is_clear(text) or parts.is_tag(text) or dates.parse(text):
        return False
    return not any(each.search(text) for each in (NO_CODE, STANDARD, SIZE, TARIFF))


def _stands_alone(run: Run) -> bool:
    """Tell whether a text is nothing but a code or a time: beside an only item it may be a remark's."""
    said = run.text.strip()
    return len(run.words) == 1 or bool(dates.parse(said)) or periods.parse(said) is not None


def _dated(run: Run) -> Run | None:
    return run if dates.find(run.text) or periods.parse(run.text) else None


def _lacked_code(line: OrderLine, run: Run) -> str | None:
    """Return the number that a line lacks and a code may be, None where the line has this very code."""
    told = {field.value for each in CODES if (field := getattr(line, each)) is not None}
    return next((each for each in CODES if getattr(line, each) is None and run.text not in told), None)


def _lacked_day(line: OrderLine, run: Run) -> str | None:
    del run
    return "delivery_date" if line.delivery_date is None and line.lead_time is None else None


def _with(line: OrderLine, name: str | None, run: Run, *, likely: bool) -> OrderLine:
    """Return a line with what it lacks open: with its likely value, or without any."""
    if name is None:
        return line
    spot = evidence(run)
    value = Field(run.text, sure=False, evidence=spot, reason=Reason.ROLE, confidence=0.5)
    return replace(line, **{name: value if likely else unread_at(spot)})


KINDS: Mapping[Callable[[Run], Run | None], Callable[[OrderLine, Run], str | None]] = {
    _coded: _lacked_code,
    _dated: _lacked_day,
}
"""What such a text may be, and what a line lacks then."""
