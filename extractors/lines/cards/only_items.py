"""The only item of a form: its amount is the order's total as well, and what stands below that the order's.

Quantity       3 sets
Unit price     18,640.00
Total price    55,920.00
Tax            13 %
Delivery by    31 December 2026
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.header import summaries
from extractors.header.sums.totals import FINAL
from extractors.late import late
from extractors.lines.item import Item
from extractors.lines.texts.text_lines import TextLine
from extractors.vocabulary.meanings import Role, Summary
from models.page import union

MAKING = frozenset({Role.QUANTITY, Role.PRICE})
"""What an amount is made of: with it above its amount the item is told."""
BESIDE = frozenset({Summary.TAX, Summary.CHARGE, Summary.DISCOUNT})
"""Sums that make the order's total another one than the item's amount."""
MONEY = late(r"\d[\d.,]*[.,]\d{2}(?![\d.,]|\s?[%％])|\d[\d.,]*\s?(?:元|[A-Z]{3}\b)|[$€£¥￥]\s?\d[\d.,]*")
NONZERO = late(r"[1-9]")
FIRST = late(r"0*10?")
"""How the first item is numbered."""
AROUND = frozenset({Role.DELIVERY, Role.REMARK, Role.OTHER, Role.CURRENCY})
"""What a header states as well: above the item's number it is the order's."""


def from_number(group: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines of an only item from its number behind a label on: what stands above is the header's.

    Liefertermin : 11.05.2026      Lieferanschrift : Tor 3
    ======================================================
    Position : 1
    """
    at = next((at for at, line in enumerate(group) if _is_first(line)), 0)
    above = frozenset[Role | None]().union(*(line.roles for line in group[:at]))
    return list(group[at if above <= AROUND else 0 :])


def total_of(groups: Sequence[Sequence[TextLine]], lines: Sequence[TextLine]) -> TextLine | None:
    """Return the line of an only item that is the order's total: no other line of the form names one.

    Nor does one state freight, a tax or a discount beside it, with which the order makes another sum.
    """
    named = [line for line in lines if _names_total(line)] if len(groups) == 1 else []
    if len(named) != 1 or named[0].roles != {Role.AMOUNT} or any(map(_goes_on, lines)):
        return None
    at = next((at for at, line in enumerate(groups[0]) if line is named[0]), 0)
    above = frozenset[Role]().union(*(line.roles for line in groups[0][:at]))
    below = frozenset[Role]().union(*(line.roles for line in groups[0][at + 1 :]))
    return named[0] if above >= MAKING and not below & MAKING else None


def _is_first(line: TextLine) -> bool:
    numbers = (text.printed for role, text in line.said[:1] if role is Role.LINE_NUMBER)
    return any(map(FIRST.fullmatch, numbers))


def up_to(total: TextLine, group: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines of an item up to its total."""
    return [*group[: next(at for at, line in enumerate(group) if line is total)], total]


def beside(total: TextLine, item: Item) -> Item:
    """Return an only item whose row does not take up its total, so that this is read as the order's too."""
    taken = set(map(id, total.runs))
    runs = tuple(run for cell in item.row.cells for run in cell if id(run) not in taken)
    return replace(item, row=replace(item.row, box=union(run.box for run in runs), cells=(runs,)))


def _goes_on(line: TextLine) -> bool:
    """Tell whether a line states an amount that comes on top of a sum, or goes off it."""
    label = summaries.recognise(line.runs[0].text)
    sums = (found[0] for run in line.runs for found in MONEY.finditer(run.text))
    return label is not None and label.kind in BESIDE and any(map(NONZERO.search, sums))


def _names_total(line: TextLine) -> bool:
    label = summaries.recognise(line.runs[0].text)
    return label is not None and label.kind in FINAL
