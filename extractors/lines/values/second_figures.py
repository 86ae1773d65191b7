"""What a second figure says against an item's own: "New qty" 12, "Cancelled" 10, "Replaced by" LP-16-4301.

It stands in a column or behind a label; its name tells whether it holds now, is taken off or to come. A name
with a strange word in it ("Approved budget") is one of something else, unless it names the quantity or the
price; what stands behind one that does, and is understood as nothing, is a doubt as well.
"""

import functools
import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.fields import dates, money, numbers, parts, quantities, units
from extractors.fields.text import level
from extractors.late import late
from extractors.lines.composed_headings import says
from extractors.lines.item import NOTHING
from extractors.lines.values.line_numbers import LineNumbers, Number
from extractors.vocabulary import wordlists
from models.reading import Field, OrderLine, Reason

_WORDS = wordlists.load("second_columns")
NOW, OFF, BY, LEFT, ASIDE, CALLED, REPLACING, FILLING, UNCHANGED, FLAGS = (
    late("|".join(_WORDS[name]), re.IGNORECASE)
    for name in "now off by left aside called replacing filling unchanged flags".split()
)
WHOLE = tuple(
    late(rf"(?:{'|'.join(_WORDS[name])})[A-Za-zÀ-ž]*", re.IGNORECASE)
    for name in "now off by left filling".split()
)
"""The same with the ends of their words."""
COUNTED, PRICED = ("quantity", "amount"), ("unit_price", "amount")
FIGURES = ("quantity", "unit_price", "amount")
PARTS = ("part_number", "customer_part_number")
MEANINGS = ("quantity", "price", "unit_price_word", "amount", "unit")
WORD = late(r"[^\W\d_]+|[^\W\d_]")


def contradicted(heading: str, printed: str, own: LineNumbers, line: OrderLine) -> Iterator[str]:
    """Yield the fields of a line that what stands under a heading, or behind a label, contradicts."""
    heading, printed = level(heading), printed.strip()
    if not _tells_other(heading) or printed in NOTHING or UNCHANGED.fullmatch(printed):
        return
    if _names_part(heading):
        yield from PARTS if _is_other_part(printed, line) else ()
    elif ASIDE.search(heading) is None and not _is_day(printed):
        yield from _figures(heading, printed, own, line)


@functools.lru_cache(maxsize=2048)
def _tells_other(heading: str) -> bool:
    """Tell whether a name has a word of a second figure at all: hardly any has, and every cell has a name."""
    return any(each.search(heading) for each in (NOW, OFF, BY, LEFT, REPLACING))


def _figures(heading: str, printed: str, own: LineNumbers, line: OrderLine) -> Iterator[str]:
    values, priced, counted = _values(printed), _names_price(heading), says(heading, "quantity")
    changes = BY.search(heading) is not None
    if (changes or OFF.search(heading)) and not _is_called(own):
        taken = any(values) or (not values and (counted or FLAGS.fullmatch(printed) is not None))
        if taken and priced:
            yield from PRICED if changes else ()
        elif taken and (counted or _is_plain(heading)):
            yield from FIGURES
    elif LEFT.search(heading) and not _is_called(own):
        named = counted or (_is_plain(heading) and not priced)
        yield from COUNTED if named and values and _differs(own.quantity, values) else ()
    elif NOW.search(heading):
        yield from _holding(heading, printed, own, line)


def _holding(heading: str, printed: str, own: LineNumbers, line: OrderLine) -> Iterator[str]:
    """Yield the fields that a heading of what holds now names; one that names none may mean any figure."""
    values = _values(printed)
    if _names_price(heading):
        yield from PRICED if _differs(own.price, values) else ()
    elif says(heading, "quantity"):
        yield from COUNTED if _differs(own.quantity, values) else ()
    elif says(heading, "unit"):
        yield from ("unit", "quantity") if _is_other_unit(printed, line.unit) else ()
    elif values and _is_plain(heading):
        others = all(_differs(each, values) for each in (own.quantity, own.price, own.amount))
        yield from FIGURES if others else ()


def _names_price(heading: str) -> bool:
    return says(heading, "price") or says(heading, "unit_price_word")


def _names_part(heading: str) -> bool:
    """Tell whether a heading is of the number that takes the place of the item's own."""
    if REPLACING.search(heading):
        return True
    numbered = says(heading, "part_number") or (says(heading, "thing") and says(heading, "number"))
    return numbered and NOW.search(heading) is not None


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


def _is_plain(heading: str) -> bool:
    """Tell whether a heading is nothing but such words and those for figures: no "index", no "budget"."""
    for each in WHOLE:
        heading = each.sub(" ", heading)
    return all(any(says(word, each) for each in MEANINGS) for word in WORD.findall(heading))


def _is_called(own: LineNumbers) -> bool:
    """Tell whether a quantity is a call from a framework, whose deliveries are counted beside it."""
    heading = own.quantity.text.heading if own.quantity is not None else None
    return heading is not None and CALLED.search(heading.text) is not None


def _is_day(printed: str) -> bool:
    return bool(dates.parse(printed)) and not _values(printed)


def _differs(own: Number | None, values: frozenset[Decimal]) -> bool:
    return own is None or own.value not in values


def _values(printed: str) -> frozenset[Decimal]:
    """Return what a text may state, which is nothing but a figure, perhaps with its unit or currency."""
    counted, priced = quantities.parse(printed), money.parse(printed)
    texts = [each.number_text for each in (counted, priced) if each is not None]
    return frozenset(each.value for text in (printed, *texts) for each in numbers.parse(text.lstrip("+")))
