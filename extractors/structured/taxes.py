"""The rate of tax that data state: one tax, at one rate, on all of the order."""

from collections.abc import Iterable, Sequence

from extractors.structured.values import one, unsure
from models.reading import Field, Reason


def stated_beside(rates: Iterable[tuple[Field | None, str]]) -> Field | None:
    """Return the rate that the parts of a tax state; several taxes on one order or item add up.

    Central and state taxes (CGST and SGST of 9 % each, often under one name or code) are 18 %: which sum is
    meant, a person says.
    """
    found = [(each, name.strip().casefold()) for each, name in rates if each is not None]
    rate = one(each for each, _ in found)
    names = {name for _, name in found if name}
    several = len(names) > 1 or len([each for each, _ in found if each.value != "0"]) > 1
    return unsure(rate, Reason.AMBIGUOUS_VALUE) if rate is not None and several else rate


def of_lines(header: Field | None, lines: Sequence[Field | None]) -> Field | None:
    """Return the rate of an order: its own, or that of all its lines; that of some is not that of all."""
    rate = one((header, *lines))
    partial = header is None and rate is not None and None in lines
    return unsure(rate, Reason.AMBIGUOUS_VALUE) if partial and rate is not None else rate
