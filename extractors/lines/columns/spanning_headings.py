"""Headings that span several below them: "Price" above "Each" and "Total"."""

from collections.abc import Sequence

from extractors.lines.columns import level_lines
from extractors.lines.headings import CODES, PRICE_UNIT, PRICES, recognise
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import union

TWO = 2
CODED = CODES | {Role.DRAWING}
CENTRED = 0.25
"""A heading above several stands in their middle, give or take this share of their width."""
ASIDE = frozenset({Role.TAX_AMOUNT, Role.TAX_RATE, Role.DISCOUNT, Role.LIST_PRICE, Role.OTHER})
"""What a heading above an amount may make of it: "Tax", "Discount"."""
HEADS = PRICES | ASIDE - {Role.OTHER} | {Role.QUANTITY}
"""What heads others of its kind: "Price" above "net" and "gross", "Qty" above "No." and "Unit"."""
FLUSH = 1.0
"""Two headings stand at one edge within so many points."""
Line = list[Run]


def find(block: Sequence[Line]) -> dict[int, int]:
    """Return which heading spans which below it, by their identities: "Price" above "Each" and "Total".

    It stands above the middle or the beginning of headings that nothing else stands above. Where headings of
    one line stand at the middle of those of two, there are three lines, and the last one is the lower.
    """
    if len(block) < TWO:
        return {}
    over = _spanned(block[0], block[1])
    return over if over or len(block) != TWO + 1 else _spanned(block[0], block[TWO])


def _spanned(upper: Line, lower: Line) -> dict[int, int]:
    bare = [run for run in lower if not any(_above(each, run) for each in upper)]
    over: dict[int, int] = {}
    for run in filter(lambda each: names_column(each.text) or says_tax(each.text), upper):
        below = [each for each in lower if _above(run, each) or each in bare]
        near = _around(run, [each for each in below if id(each) not in over], upper)
        # What stands alone above a whole line is no heading of it, but of what stands below itself.
        if len(near) >= TWO and (len(upper) > 1 or len(near) < len(lower)):
            over |= {id(each): id(run) for each in near}
    return over


def _above(upper: Run, lower: Run) -> bool:
    return upper.box.x0 < lower.box.x1 and lower.box.x0 < upper.box.x1


def _around(run: Run, below: Sequence[Run], upper: Sequence[Run]) -> list[Run]:
    """Return the headings below one that stands in their middle or begins them, between its neighbours."""
    left = max((each.box.x1 for each in upper if each.box.x1 <= run.box.x0), default=float("-inf"))
    right = min((each.box.x0 for each in upper if each.box.x0 >= run.box.x1), default=float("inf"))
    near = [each for each in below if left < each.box.x0 and each.box.x1 < right]
    if len(near) < TWO or level_lines.lie_over([run], near) or _is_flush_with_one(run, near):
        return []
    nearer = [each for each in near if all(_gap(run, each) <= _gap(other, each) for other in upper)]
    if TWO <= len(nearer) < len(near) and _offset(run, nearer) < _offset(run, near):
        near = nearer
    box = union(each.box for each in near)
    if _offset(run, near) < CENTRED * box.width:
        return near
    begins = abs(box.x0 - run.box.x0) < run.box.height
    return near if begins and not _heads_first(run, near) and not _is_code_above(run, near) else []


def _gap(one: Run, other: Run) -> float:
    """Return how far two headings stand apart across the page."""
    return max(one.box.x0 - other.box.x1, other.box.x0 - one.box.x1, 0.0)


def _offset(run: Run, below: Sequence[Run]) -> float:
    """Return how far a heading stands from the middle of those below it."""
    return abs(union(each.box for each in below).centre - run.box.centre)


def _is_flush_with_one(run: Run, below: Sequence[Run]) -> bool:
    """Tell whether a heading is the upper half of the one below it: "Delivery" above "date" at one edge.

    Together they name a column, or each names one of its own (我方物料号 above 卖方产品编码), and so does
    each of the others by itself.
    """
    under = [each for each in below if _above(run, each)]
    if len(under) != 1 or not _are_flush(run, under[0]):
        return False
    whole = recognise(f"{run.text} {under[0].text}")
    one = whole is not None and whole.exact and (whole.role is not None or whole.roles == PRICE_UNIT)
    stay = all(_stays(run, each) for each in below if each is not under[0])
    return (one and stay) or _are_two(run, under[0])


def _are_flush(upper: Run, lower: Run) -> bool:
    own, other = upper.box, lower.box
    return abs(own.x0 - other.x0) < FLUSH or abs(own.x1 - other.x1) < FLUSH


def _are_two(upper: Run, lower: Run) -> bool:
    """Tell whether of two headings above each other each names a column, the upper no money or quantity.

    A price may stand above what it is for: "Price each" above "Price basis".
    """
    own, other = recognise(upper.text), recognise(lower.text)
    if own is None or other is None or not (own.exact and other.exact):
        return False
    known = bool(own.roles) and bool(other.roles)
    based = own.roles == {Role.PRICE} and other.roles == {Role.PRICE_PER}
    return based or (known and not own.roles & other.roles and not own.roles & HEADS)


def _stays(run: Run, other: Run) -> bool:
    """Tell whether a heading names its column with what stands above it as well: "Tax Amount" is another."""
    own, both = recognise(other.text), recognise(f"{run.text} {other.text}")
    if own is None or not own.exact:
        return False
    return both is None or not both.exact or not (both.roles - own.roles) & ASIDE


def _heads_first(run: Run, below: Sequence[Run]) -> bool:
    """Tell whether a heading is the upper half of the first below it alone: "VAT" above "Identifier".

    Together they name no price, and the others ("Amount") say enough by themselves.
    """
    first, *others = below
    whole = recognise(f"{run.text} {first.text}")
    named = whole is not None and whole.exact and not whole.roles & PRICES
    narrow = run.box.x1 <= first.box.x1 + run.box.height
    apart = recognise(first.text) is None and all(names_column(each.text) for each in others)
    return named and narrow and apart


def _is_code_above(run: Run, below: Sequence[Run]) -> bool:
    """Tell whether a heading names a code of its own above another code: 我方物料号 above 供方货号.

    What is beside them names something else, so that it does not head them together.
    """
    found = [recognise(each.text) for each in (run, *below)]
    coded = [each is not None and each.exact and bool(each.roles) and each.roles <= CODED for each in found]
    return coded[:TWO] == [True, True] and not any(coded[TWO:]) and found[0] != found[1]


def says_tax(text: str) -> bool:
    """Tell whether a text says nothing but whether the prices below it hold the tax: "Excluding VAT"."""
    heading = recognise(f"{text} price") if recognise(text) is None else None
    return heading is not None and heading.exact and heading.tax_included is not None


def names_column(text: str) -> bool:
    """Tell whether a text is a heading of which every word is known."""
    heading = recognise(text)
    return heading is not None and heading.exact
