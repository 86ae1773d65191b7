"""Numbers that GS1 gives to things of trade: GTIN-12, -13 and -14, on goods as bars (EAN, UPC).

The last figure checks the others: GS1 General Specifications, section 7.9, standard check digit.
"""

LENGTHS = frozenset({12, 13, 14})
"""Shorter ones (GTIN-8) look like any number."""


def is_valid(text: str) -> bool:
    """Tell whether a text is such a number.

    >>> is_valid("4006381333931"), is_valid("4006381333932"), is_valid("10054431")
    (True, False, False)
    """
    if len(text) not in LENGTHS or not (text.isascii() and text.isdigit()):
        return False
    weighted = sum(int(figure) * (3 if at % 2 else 1) for at, figure in enumerate(reversed(text)))
    return weighted % 10 == 0
