"""Codes of a table in which one item has two and another none: they may have slid from item to item.

So may names and codes that stand in lines of their own, where an item is left without any number, or such a
code without an item, or where they stand above the figures of some items and below those of others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.lines.doubts import lacking
from extractors.lines.headings import CODES as CODED
from extractors.lines.item import Item
from extractors.lines.items.rows import Items
from extractors.lines.texts import inline_labels
from extractors.vocabulary.meanings import Role
from models.reading import Field, OrderLine, Proof, Reason, opened

FIGURES = (Role.AMOUNT, Role.PRICE, Role.QUANTITY)
CODES = ("part_number", "customer_part_number")
TIMES = ("lead_time", "delivery_date")
TWO = 2
NAMES = (*CODES, "drawing_number", "description")


def doubted(lines: Sequence[OrderLine], items: Items | None) -> tuple[OrderLine, ...]:
    """Return the lines with their codes open wherever some of the table's stand at another item."""
    slid = [name for name in CODES if _have_slid([getattr(line, name) for line in lines])]
    lost = any(_is_bare(line) for line in lines)
    lost = lost or (items is not None and (_is_left(items) or _have_turned(items.items)))
    loose = _loose(items, len(lines))
    return tuple(
        _opened(line, CODES if more else _open_names(line, slid, lines, lost=lost))
        for line, more in zip(lines, loose, strict=True)
    )


def _loose(items: Items | None, count: int) -> list[bool]:
    """Tell for each line whether its item has a code under no heading: another may have its place."""
    notes = [item.notes for item in items.items] if items is not None else []
    found = [any(parts.looks_like_code(run.text) for run in each) for each in notes]
    return found if len(found) == count else [any(found)] * count


def _open_names(
    line: OrderLine, slid: Sequence[str], lines: Sequence[OrderLine], *, lost: bool
) -> Sequence[str]:
    if lost and _is_labelled(line):
        return (*NAMES, *(name for name in TIMES if _by_label(getattr(line, name))))
    return CODES if _is_alone(line, lines) else slid


def _is_alone(line: OrderLine, lines: Sequence[OrderLine]) -> bool:
    """Tell whether a line has the buyer's number and all others the seller's: half of a label is lost."""
    others = [each for each in lines if each is not line]
    ours = [each.part_number is not None and each.customer_part_number is None for each in others]
    own = line.part_number is None and line.customer_part_number is not None
    return own and len(others) >= TWO and all(ours)


def _is_left(items: Items) -> bool:
    """Tell whether a labelled code stands in a row that is no item's."""
    texts = (run.text for row in (*items.notes, *items.rest) for run in row.runs)
    return any(piece.role in CODED for text in texts for piece in inline_labels.pieces(text))


def _have_turned(items: Sequence[Item]) -> bool:
    """Tell whether codes stand above the figures of their items at first, and below them later on."""
    sides = {side for item in items for side in _sides(item)}
    return sides == {-1, 1}


def _sides(item: Item) -> Iterator[int]:
    """Yield for each code that stands on a line of its own whether it is above (-1) or below the figures."""
    figures = next((each.run for role in FIGURES if (each := item.one(role)) is not None), None)
    if figures is None:
        return
    for code in (each.run for role in CODED for each in item.texts.get(role, ())):
        if code.page is not figures.page:
            yield -1 if code.page.number < figures.page.number else 1
        elif not code.box.top < figures.box.middle < code.box.bottom:
            yield -1 if code.box.middle < figures.box.middle else 1


def _is_bare(line: OrderLine) -> bool:
    numbers = (line.part_number, line.customer_part_number, line.drawing_number)
    return all(each is None for each in numbers) and not lacking.is_charge(line)


def _is_labelled(line: OrderLine) -> bool:
    """Tell whether labels tell the codes of a line, and no column: they stand above or below its figures."""
    codes = [each for each in (line.part_number, line.customer_part_number) if each is not None]
    return bool(codes) and all(map(_by_label, codes))


def _by_label(field: Field | None) -> bool:
    return field is not None and Proof.LABEL in field.proof and Proof.COLUMN not in field.proof


def _have_slid(fields: Sequence[Field | None]) -> bool:
    values = [field.value if field is not None else None for field in fields]
    return None in values and any(_holds_two(value) for value in values if value is not None)


def _holds_two(value: str) -> bool:
    return sum(map(parts.looks_like_code, value.split())) > 1


def _opened(line: OrderLine, names: Sequence[str]) -> OrderLine:
    fields = {name: getattr(line, name) for name in names}
    told = {name: opened(field, Reason.ROLE) for name, field in fields.items() if field is not None}
    return replace(line, **told)
