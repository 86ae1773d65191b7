"""Rows that say of themselves that they are not ordered, where the sums of the order leave them out.

An option, an alternative or a cancelled item stands in many tables of items with its price. Its words alone
make it doubtful; that the others add up to a stated total, and with it they do not, shows that it is none.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors import order_table
from extractors.blocks import PageBlocks
from extractors.header.sums.prices import Prices
from extractors.header.sums.reconcile import CENT, LAST, sum_of
from extractors.lines.doubts.doubtful_items import may_be_none
from extractors.order_table import OrderTable
from extractors.scope import Scope


def set_apart(main: OrderTable, blocks: Sequence[PageBlocks], scope: Scope) -> OrderTable:
    """Return the table without the items that are not ordered, unchanged where the sums do not tell."""
    kept = tuple(each for each in main.items.items if not may_be_none(each))
    if not kept or len(kept) == len(main.items.items):
        return main
    left_out = tuple(each.row for each in main.items.items if may_be_none(each))
    items = replace(main.items, items=kept, notes=(*main.items.notes, *left_out))
    fewer = OrderTable(main.table, items)
    closes = _adds_up(order_table.prices(fewer, blocks, scope))
    return fewer if closes and not _adds_up(order_table.prices(main, blocks, scope)) else main


def _adds_up(prices: Prices) -> bool:
    """Tell whether the amounts of the lines make a total that the document states."""
    if prices.reconciled.complete:
        return True
    whole = sum_of(prices.numbers.lines)
    slack = CENT * max(1, len(prices.numbers.lines) // 2)
    stated = [each.value for each in prices.totals if each.kind in LAST]
    return whole is not None and any(abs(whole - value) <= slack for value in stated)
