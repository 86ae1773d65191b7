"""What a second figure says against an item's own: "New qty" 12, "Cancelled" 10, "Replaced by" LP-16-4301.

It stands in a column or behind a label; its name tells whether it holds now, is taken off or to come. A name
with a strange word in it ("Approved budget") is one of something else, unless it names the quantity or the
price; what stands behind one that does, and is understood as nothing, is a doubt as well.
"""

from collections.abc import Iterator
from decimal import Decimal

from extractors.fields import dates, money, numbers, parts, quantities, units
from extractors.fields.text import fold, level
from extractors.lines.item import NOTHING
from extractors.lines.values import second_names
from extractors.lines.values.line_numbers import LineNumbers, Number
from extractors.lines.values.second_names import (
    ALLOWING,
    BY,
    CALLED,
    FIGURE,
    FLAGS,
    LEFT,
    NOW,
    OFF,
    REPLACING,
    STANDING,
    UNCHANGED,
    is_plain,
    names,
    names_price,
)
from models.reading import Field, OrderLine, Reason

COUNTED, PRICED = ("quantity", "amount"), ("unit_price", "amount")
FIGURES = ("quantity", "unit_price", "amount")
PARTS = ("part_number", "customer_part_number")
NAMED = (*PARTS, "description")
BLANK = Decimal(0)
MARKED = Decimal(1)


def contradicted(heading: str, printed: str, own: LineNumbers, line: OrderLine) -> Iterator[str]:
    """Yield the fields of a line that what stands under a heading, or behind a label, contradicts."""
    heading, printed = level(heading), printed.strip()
    if not second_names.tells_other(heading) or printed in NOTHING or UNCHANGED.fullmatch(printed):
        return
    heading = FIGURE.sub(" ", heading)
    if second_names.names_part(heading):
        yield from _replaced(heading, printed, line)
    elif second_names.names_text(heading):
        yield from NAMED if _is_other_name(printed, line.description) else ()
    elif _is_undone(heading, printed):
        yield from FIGURES
    elif not second_names.is_aside(heading) and not _is_day(printed):
        yield from _figures(heading, printed, own, line)


def is_left_blank(heading: str, printed: str) -> bool:
    """Tell whether a cell is what a program fills in where nothing is left, or a state that it counts.

    So it is only where the column says so of every item: "Open qty" 0, "Released" 1.
    """
    heading, values = level(heading), _values(printed)
    if LEFT.search(heading):
        return values == {BLANK}
    named = names_price(heading) or names(heading, "quantity")
    return values == {MARKED} and NOW.search(heading) is not None and not named and not OFF.search(heading)


def _is_undone(heading: str, printed: str) -> bool:
    """Tell whether a text below a heading of items that are cancelled or put off says that it is so."""
    stands = STANDING.fullmatch(printed) is not None
    return second_names.says_undone(heading) and not _values(printed) and not stands


def _replaced(heading: str, printed: str, line: OrderLine) -> Iterator[str]:
    """Yield what another part's number contradicts, or its name where the heading asks for nothing else."""
    if ALLOWING.search(heading):
        return
    replaces = REPLACING.search(heading) is not None
    if _is_other_part(printed, line):
        yield from PARTS
    elif replaces or not FLAGS.fullmatch(printed):
        worded = replaces or second_names.names_thing(heading)
        yield from NAMED if worded and _is_other_thing(printed, line) else ()


def _is_other_thing(printed: str, line: OrderLine) -> bool:
    own = (line.part_number, line.customer_part_number)
    known = {parts.norm(each.value) for each in own if each is not None and each.value is not None}
    return parts.norm(printed) not in known and _is_other_name(printed, line.description)


def _is_other_name(printed: str, own: Field | None) -> bool:
    return own is None or own.value is None or fold(own.value) != fold(printed)


def _figures(heading: str, printed: str, own: LineNumbers, line: OrderLine) -> Iterator[str]:
    values, priced, counted = _values(printed), names_price(heading), names(heading, "quantity")
    changes = BY.search(heading) is not None
    if (changes or OFF.search(heading)) and not _is_called(own):
        taken = any(values) or (not values and (counted or FLAGS.fullmatch(printed) is not None))
        if taken and priced:
            yield from PRICED if changes else ()
        elif taken and (counted or is_plain(heading)):
            yield from FIGURES
    elif LEFT.search(heading) and not _is_called(own):
        named = counted or (is_plain(heading) and not priced)
        yield from COUNTED if named and values and _differs(own.quantity, values) else ()
    elif NOW.search(heading):
        yield from _holding(heading, printed, own, line)


def _holding(heading: str, printed: str, own: LineNumbers, line: OrderLine) -> Iterator[str]:
    """Yield the fields that a heading of what holds now names; one that names none may mean any figure."""
    values = _values(printed)
    if names_price(heading):
        yield from PRICED if _is_other_price(own, printed) else ()
    elif names(heading, "quantity"):
        yield from COUNTED if _differs(own.quantity, values) else ()
    elif names(heading, "unit"):
        yield from ("unit", "quantity") if _is_other_unit(printed, line.unit) else ()
    elif values and is_plain(heading):
        others = all(_differs(each, values) for each in (own.quantity, own.price, own.amount))
        yield from FIGURES if others else ()


def _is_other_part(printed: str, line: OrderLine) -> bool:
    numbers_of = (line.part_number, line.customer_part_number)
    told = [each for each in numbers_of if each is not None and (each.sure or each.reason is Reason.OWNER)]
    known = [each.value for each in told if each.value is not None]
    code = parts.looks_like_code(printed.split(" ", maxsplit=1)[0])
    return code and all(parts.norm(each) != parts.norm(printed) for each in known)


def _is_other_unit(printed: str, own: Field | None) -> bool:
    unit = units.canonical(printed)
    read = units.canonical(own.value) if own is not None and own.value is not None else None
    return unit is None or unit != read


def _is_called(own: LineNumbers) -> bool:
    """Tell whether a quantity is a call from a framework, whose deliveries are counted beside it."""
    heading = own.quantity.text.heading if own.quantity is not None else None
    return heading is not None and CALLED.search(heading.text) is not None


def _is_day(printed: str) -> bool:
    return bool(dates.parse(printed)) and not _values(printed)


def _differs(own: Number | None, values: frozenset[Decimal]) -> bool:
    return own is None or own.value not in values


def _is_other_price(own: LineNumbers, printed: str) -> bool:
    """Tell whether a price is another one than the item's, or the same for another number of pieces."""
    read = money.parse(printed)
    if read is None or _differs(own.price, _values(printed)):
        return _differs(own.price, _values(printed))
    per = own.per_value if own.per_value is not None else Decimal(1)
    return read.per is not None and read.per != per


def differs(own: Number | None, printed: str) -> bool:
    """Tell whether a text states a figure, and another one than an item's own."""
    values = _values(printed.strip())
    return own is not None and bool(values) and _differs(own, values)


def _values(printed: str) -> frozenset[Decimal]:
    """Return what a text may state, which is nothing but a figure, perhaps with its unit or currency."""
    counted, priced = quantities.parse(printed), money.parse(printed)
    texts = [each.number_text for each in (counted, priced) if each is not None]
    return frozenset(each.value for text in (printed, *texts) for each in numbers.parse(text.lstrip("+")))
