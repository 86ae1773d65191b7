"""Lines of a table by the rows of figures that they belong to: conditions and sums are no items."""

from collections.abc import Sequence

from extractors.lines.item import Item
from extractors.lines.reckoned import rows
from extractors.lines.reckoned.rows import Reckoned
from extractors.page.runs import rows_of
from models.page import Page
from models.reading import Field, OrderLine, stated


def regrouped(
    lines: Sequence[OrderLine], items: Sequence[Item], reckoned: Sequence[Reckoned], pages: Sequence[Page]
) -> tuple[OrderLine, ...] | None:
    """Return for each row of figures all that was read between it and the row before."""
    if len(items) != len(lines):
        return None
    places = _places(pages)
    numbered = any(_value(line.line_number) for line in lines)
    grouped: list[list[OrderLine]] = [[] for _ in reckoned]
    for line, item in zip(lines, items, strict=True):
        top = _first_line(item, places)
        at = next((at for at, (low, high) in enumerate(rows.bands(reckoned)) if low < top <= high), None)
        if at is not None:
            grouped[at].append(line)
        elif _identity(line, numbered=numbered) is not None:
            return None  # below the last row of figures: it has no price
    several = any(_several(group, numbered=numbered) for group in grouped)
    return None if several else tuple(map(_joined, grouped))


def are_paired(items: Sequence[Item], reckoned: Sequence[Reckoned], pages: Sequence[Page]) -> bool:
    """Tell whether each item stands where its row of figures is."""
    places = _places(pages)
    tops = [_first_line(item, places) for item in items]
    bands = rows.bands(reckoned)
    return len(items) == len(bands) and all(
        low < top <= high for top, (low, high) in zip(tops, bands, strict=True)
    )


def _several(group: Sequence[OrderLine], *, numbered: bool) -> bool:
    """Tell whether lines of a group are items of their own, one of them perhaps without a price."""
    counted = {_value(each.quantity) for each in group} - {None}
    named = {_identity(each, numbered=numbered) for each in group} - {None}
    return len(counted) > 1 or len(named) > 1


def _identity(line: OrderLine, *, numbered: bool) -> str | None:
    """Return by what a line is an item: its number, or that of a part where no line is numbered."""
    return _value(line.line_number) if numbered else _value(line.customer_part_number or line.part_number)


def _value(field: Field | None) -> str | None:
    return field.value if field is not None else None


def _joined(group: Sequence[OrderLine]) -> OrderLine:
    """Return the lines of one item as one; of two numbers in it the first is the writer's own."""
    found: dict[str, Field] = {}
    for line in group:
        found = {**dict(stated(line)), **{name: field for name, field in found.items() if field.value}}
    codes = [each.part_number for each in group if each.part_number is not None and each.part_number.value]
    if len(codes) > 1 and "customer_part_number" not in found:
        found |= {"customer_part_number": codes[0], "part_number": codes[1]}
    return OrderLine(**found)


def _places(pages: Sequence[Page]) -> dict[int, int]:
    """Return the line that each word stands in, over all pages."""
    places: dict[int, int] = {}
    line = 0
    for page in pages:
        for words in rows_of(page.words):
            line += 1
            places |= {id(word): line for word in words}
    return places


def _first_line(item: Item, places: dict[int, int]) -> int:
    found = [
        places[id(word)]
        for texts in item.texts.values()
        for text in texts
        for word, _, _ in text.run.within(text.start, text.end)
        if id(word) in places
    ]
    return min(found, default=0)
