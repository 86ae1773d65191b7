"""Lines and items that share no number and may yet belong together: for a person to confirm."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from compare import assignment
from compare.identity import Likeness
from compare.sides import Sides
from extractors.fields.text import fold

FOLDED, SLIP, PRICE, DESCRIPTION = "look_alike", "slip", "price_and_quantity", "description"
NEAR = frozenset({FOLDED, SLIP})
"""What makes two numbers nearly the same."""
WORTH = {FOLDED: 50, SLIP: 40, PRICE: 20, DESCRIPTION: 10}
MOST_PAIRS = 20_000
"""Where more lines and items are left over, the quotation is another one, and nothing is suspected."""
SAME_PRICE = 4
SAME_QUANTITY = 2


def suspected(sides: Sides, lines: Sequence[int], items: Sequence[int]) -> Mapping[tuple[int, int], str]:
    """Return the pairs of lines and items without a partner that may belong together, and why."""
    if len(lines) * len(items) > MOST_PAIRS:
        return {}
    found = {
        (line, item): why for line in lines for item in items if (why := _why(sides, line, item)) is not None
    }
    worth = [[_worth(sides, found, line, item) for item in items] for line in lines]
    pairs = [(lines[row], items[column]) for row, column in assignment.best_pairs(worth)]
    return {pair: found[pair] for pair in pairs}


def _worth(sides: Sides, found: Mapping[tuple[int, int], str], line: int, item: int) -> int:
    why = found.get((line, item))
    if why is None:
        return assignment.FORBIDDEN
    price, quantity = sides.same_price(line, item), sides.same_quantity(line, item)
    return WORTH[why] + price * SAME_PRICE + quantity * SAME_QUANTITY


def _why(sides: Sides, line: int, item: int) -> str | None:
    """Return what speaks for a pair, None where it is too little.

    Neighbouring numbers of a series are different parts: a slip counts only with the same price, or
    with the same quantity of something that is described alike.
    """
    likeness = sides.likeness(line, item)
    if likeness is Likeness.FOLDED:
        return FOLDED
    quantity = sides.same_quantity(line, item)
    unnamed = not sides.lines_name[line].keys or not sides.items_name[item].keys
    if not (quantity or unnamed or likeness is Likeness.SLIP):
        return None
    price = sides.same_price(line, item)
    if likeness is Likeness.SLIP and (price or (quantity and _alike(sides, line, item))):
        return SLIP
    if price and quantity:
        return PRICE
    return DESCRIPTION if unnamed and (price or quantity) and _alike(sides, line, item) else None


def _alike(sides: Sides, line: int, item: int) -> bool:
    field, quoted = sides.reading.lines[line].description, sides.quotation.items[item].description
    if field is None or not field.value or not quoted:
        return False
    return fuzz.token_set_ratio(fold(field.value), fold(quoted)) >= sides.policy.matching.alike_percent
