"""What opens values that their own rules found sure, once the whole document is read.

Each rule of reading sees its own place. What a document says elsewhere, what the lines lack together, what
a value looks like, and what kind of document it is, is held against all of them here, in one order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors import order_table
from extractors.closing import amid_items, early_days, plausibility, vouching
from extractors.header.numbering import of_lines
from extractors.header.sums.prices import Prices
from extractors.lines.doubts import (
    lacking,
    price_conditions,
    same_numbers,
    shared_numbers,
    shifted_codes,
    struck_items,
    supplied_items,
)
from extractors.lines.values import second_columns
from extractors.order_table import OrderTable
from extractors.page.runs import Run
from models.reading import Evidence, Header, Kind, OrderLine, Problem, Reason, opened

VOUCHED = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.CHANGE_ORDER, Kind.FRAMEWORK_AGREEMENT})
"""The kinds whose fields can be sure where something says the kind: elsewhere labels mean other things."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What the whole of a document is: a text in it may correct its items (`corrected`)."""

    kind: Kind
    kind_evidence: Evidence | None
    main: OrderTable | None
    prices: Prices
    problems: Sequence[Problem]
    corrected: bool
    runs: Sequence[Run] = ()


def doubted(
    header: Header, lines: tuple[OrderLine, ...], whole: Whole
) -> tuple[Header, tuple[OrderLine, ...]]:
    """Return the fields with those open that something else in the document speaks against."""
    if whole.kind in VOUCHED:
        items = whole.main.items if whole.main is not None else None
        lines = same_numbers.doubted(lacking.doubted(shifted_codes.doubted(lines, items)))
        lines = shared_numbers.doubted(lines)
        lines = price_conditions.doubted(lines, items, closed=whole.prices.reconciled.complete)
    header, lines = of_lines.doubted(header, lines), of_lines.contested(header, lines)
    header, lines = plausibility.doubted(*early_days.doubted(header, lines))
    if whole.main is not None and order_table.is_doubted(whole.main, whole.prices):
        lines = tuple(vouching.unvouched(line, Reason.ROLE) for line in lines)
        header = vouching.without_columns(header)
    if whole.corrected and header.total_amount is not None:
        header = replace(header, total_amount=opened(header.total_amount, Reason.COMPLETENESS))
    header = amid_items.doubted(_summed(header, lines, whole), whole.prices.items)
    header, lines = vouching.announced(header, lines, whole.problems)
    if whole.kind in VOUCHED and whole.kind_evidence is not None:
        return header, lines
    return vouching.unvouched(header), tuple(vouching.unvouched(line) for line in lines)


def _summed(header: Header, lines: Sequence[OrderLine], whole: Whole) -> Header:
    """Return the header; a total of items of which another column says otherwise is not sure."""
    if whole.main is None:
        return header
    prices = whole.prices
    header = struck_items.unsummed(header, prices.items)
    header = supplied_items.unsummed(header, prices.items, whole.runs)
    columns = whole.main.table.columns
    listed = second_columns.Listed(prices.items, prices.numbers.lines, columns, whole.runs)
    return second_columns.unsummed(header, listed, lines)
