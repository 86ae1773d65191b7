"""What the whole table and the paper around it say against single fields of its lines."""

from collections.abc import Sequence

from extractors.header.sums.prices import Prices
from extractors.lines.doubts import (
    changed_codes,
    changed_items,
    chosen_rows,
    counts_behind,
    group_names,
    joined_items,
    left_counts,
    left_rows,
    left_texts,
    other_meanings,
    rival_codes,
    said_beside,
    said_figures,
    same_beneath,
    spoken_items,
    strange_codes,
    struck_items,
    supplied_items,
)
from extractors.lines.item_table import ItemTable
from extractors.lines.items.rows import Items
from extractors.lines.values import columns_beside, discounted, second_columns
from extractors.page.runs import Run
from models.reading import OrderLine


def doubted(
    table: ItemTable, items: Items, prices: Prices, lines: Sequence[OrderLine], runs: Sequence[Run]
) -> tuple[OrderLine, ...]:
    """Return the lines, without certainty where something else of the table may mean otherwise."""
    lines = changed_codes.doubted(prices.items, changed_items.doubted(lines, runs), runs)
    lines = spoken_items.doubted(prices.items, lines, runs)
    lines = rival_codes.doubted(prices.items, lines, runs)
    lines = other_meanings.doubted(prices.items, lines, runs)
    lines = strange_codes.doubted(prices.items, lines, runs)
    lines = left_counts.numbered(prices.items, left_texts.doubted(prices.items, lines))
    lines = discounted.doubted(prices.items, prices.numbers.lines, lines, prices.numbers.notation)
    lines = columns_beside.doubted(prices.items, prices.numbers.lines, table.columns, lines)
    listed = second_columns.Listed(prices.items, prices.numbers.lines, table.columns, runs)
    lines = second_columns.doubted(listed, lines)
    lines = group_names.doubted(prices.items, lines, table.columns)
    lines = struck_items.doubted(prices.items, supplied_items.doubted(prices.items, lines, runs))
    lines = same_beneath.doubted(prices.items, lines)
    lines = said_beside.doubted(prices.items, lines)
    lines = counts_behind.doubted(prices.items, said_figures.doubted(prices.items, lines))
    lines = chosen_rows.doubted(table.columns, prices.items, lines)
    lines = joined_items.doubted(prices.items, lines)
    return left_rows.doubted(table.rows, table.columns, items, lines)
