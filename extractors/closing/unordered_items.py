"""Rows that say of themselves that they are not ordered, where the sums of the order leave them out.

An option, an alternative or a cancelled item stands in many tables of items with its price. Its words alone
make it doubtful; that the others add up to a stated total, and with it they do not, shows that it is none.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors import order_table
from extractors.header.sums.prices import Prices
from extractors.header.sums.reconcile import CENT, LAST, sum_of
from extractors.lines.doubts.doubtful_items import may_be_none
from extractors.lines.item import Item
from extractors.lines.item_table import Row
from extractors.order_table import OrderTable
from extractors.page.blocks import PageBlocks
from extractors.page.runs import evidence, joined
from extractors.scope import Scope
from extractors.vocabulary.meanings import Role
from models.reading import Problem

FEW = 2
NEAR = Decimal("0.1")
"""A sum is clearly the nearer one that misses the total by less than this share of the other's miss."""


def set_apart(
    main: OrderTable, blocks: Sequence[PageBlocks], scope: Scope
) -> tuple[OrderTable, tuple[Problem, ...]]:
    """Return the table without the items that are not ordered, unchanged where the sums do not tell.

    Where no sum proves that they are none, and one is only clearly nearer, or they alone have no number, each
    is a problem to look at.
    """
    kept = tuple(each for each in main.items.items if not may_be_none(each))
    if not kept or len(kept) == len(main.items.items):
        return main, ()
    left_out = tuple(each.row for each in main.items.items if may_be_none(each))
    items = replace(main.items, items=kept, notes=(*main.items.notes, *left_out))
    fewer = OrderTable(main.table, items)
    less, whole = order_table.prices(fewer, blocks, scope), order_table.prices(main, blocks, scope)
    if _adds_up(whole):
        return main, ()
    if _adds_up(less):
        return fewer, ()
    apart = _is_nearer(less, whole) or _are_uncounted(main.items.items)
    return (fewer, tuple(map(_left_out, left_out))) if apart else (main, ())


def _are_uncounted(items: Sequence[Item]) -> bool:
    """Tell whether just the items that may be none bear no number: a dash stands in its place."""
    return len(items) > FEW and all(_is_counted(each) is not may_be_none(each) for each in items)


def _is_counted(item: Item) -> bool:
    return any(any(map(str.isalnum, each.printed)) for each in item.texts.get(Role.LINE_NUMBER, ()))


def _left_out(row: Row) -> Problem:
    text = joined([run for run in row.runs if run.page is row.page])
    return Problem("row_left_out", text.text, evidence(text))


def _is_nearer(less: Prices, whole: Prices) -> bool:
    """Tell whether the sum without the items is the nearer one to every total that the document states."""
    few, every = sum_of(less.numbers.lines), sum_of(whole.numbers.lines)
    stated = [each.value for each in whole.totals if each.kind in LAST]
    if not stated or few is None or every is None:
        return False
    return all(abs(few - value) < NEAR * abs(every - value) for value in stated)


def _adds_up(prices: Prices) -> bool:
    """Tell whether the amounts of the lines make a total that the document states."""
    if prices.reconciled.complete:
        return True
    whole = sum_of(prices.numbers.lines)
    slack = CENT * max(1, len(prices.numbers.lines) // 2)
    stated = [each.value for each in prices.totals if each.kind in LAST]
    return whole is not None and any(abs(whole - value) <= slack for value in stated)
