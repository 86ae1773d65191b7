"""An amount that a seal covers, and that the numbers around it prove all the same.

Quantity and price beside it leave one value for it, and the total below needs that value as well. Where this
is what the text layer says under the cover, nothing else can stand there. A quantity or a price is never
proven so: whoever strikes one out by hand leaves the sums as they were.
"""

from decimal import Decimal

from extractors.lines.values.line_numbers import LineNumbers, Number
from extractors.page.runs import certain
from models.page import Doubt

ONE = Decimal(1)


def is_proven(number: Number, line: LineNumbers) -> bool:
    """Tell whether a number is the amount of a line whose other numbers are certain and make exactly it.

    That the amounts add up to a certain total is for the caller to know.
    """
    quantity, price, amount = line.quantity, line.price, line.amount
    if quantity is None or price is None or amount is None or number is not amount:
        return False
    others = [each for each in (quantity, price, line.per) if each is not None]
    made = quantity.value * price.value / (line.per_value or ONE)
    return made == amount.value and _is_covered(amount) and all(map(_is_certain, others))


def _is_certain(number: Number) -> bool:
    return certain(number.text.run, number.text.start, number.text.end)


def _is_covered(number: Number) -> bool:
    """Tell whether something is drawn over a number, and nothing else is in doubt about its characters."""
    text = number.text
    return {word.doubt for word, _, _ in text.run.within(text.start, text.end)} <= {None, Doubt.OVERLAID}
