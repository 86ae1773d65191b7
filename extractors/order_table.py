"""The table of the order's lines, and its numbers held against the sums that the document states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import PageBlocks, loose_blocks
from extractors.header import contradictions, spoken_totals, totals
from extractors.header.prices import Prices
from extractors.header.reconcile import outdone, reconcile
from extractors.lines import line_numbers, scales
from extractors.lines.item_table import ItemTable
from extractors.lines.items import Items
from extractors.lines.line_fields import numbered
from extractors.runs import Run
from extractors.scope import Scope


@dataclass(frozen=True, slots=True)
class OrderTable:
    """The table whose rows are the order's lines, and what its rows hold."""

    table: ItemTable
    items: Items


def prices(main: OrderTable | None, blocks: Sequence[PageBlocks], scope: Scope) -> Prices:
    """Return the numbers of the lines and the sums of the document, with what proves them."""
    printed = [each for page in (*blocks, *beneath(main)) for each in totals.in_blocks(page)]
    printed += contradictions.spelled(scope.runs)
    if main is None:
        printed = printed or list(spoken_totals.find(scope.runs))
        read = totals.read(printed, None)
        numbers = line_numbers.TableNumbers((), None)
        return Prices((), (), numbers, read, reconcile((), read))
    printed = [each for row in main.items.summaries for each in totals.in_row(row)] + printed
    items = main.items.items
    below = [run for page in blocks for block in page.blocks for run in block.lines]
    below += [run for row in main.table.rows for run in row.runs]
    for row in main.items.summaries:
        printed += totals.under(row, below)
    if not any(each.label.kind in totals.FINAL for each in printed):
        printed += spoken_totals.find([*scope.runs, *_notes(main.items)])
    notation = line_numbers.vote(items, [each.text for each in printed])
    numbers = line_numbers.read(items, notation)
    if scales.stated(main.table.columns, [*scope.runs, *_notes(main.items)]):
        numbers = line_numbers.likely(numbers)
    read = totals.read(printed, numbers.notation)
    spoken = totals.read(list(spoken_totals.find([*scope.runs, *_notes(main.items)])), numbers.notation)
    reconciled = outdone(reconcile(numbers.lines, read, clean=main.table.cut_cleanly), spoken)
    reconciled = contradictions.outspoken(reconciled, spoken, read, numbers.lines)
    if main.table.cut_cleanly:
        numbers, reconciled = contradictions.explained(items, numbers, read, reconciled)
    if numbers.doubted:
        reconciled = replace(reconciled, complete=False, contradicted=True)
    if main.table.ruled and contradictions.is_enclosed(
        main.items, numbers.lines, reconciled, numbered=numbered(items)
    ):
        reconciled = replace(reconciled, complete=True, contradicted=False)
    return Prices(main.table.columns, items, numbers, read, reconciled)


def beneath(main: OrderTable | None) -> list[PageBlocks]:
    """Return what was taken for notes of the last item: the form may go on there below its table."""
    last = main.items.items[-1] if main is not None else None
    return [loose_blocks(last.row.page, last.notes)] if last is not None and last.notes else []


def _notes(items: Items) -> Iterator[Run]:
    """Yield what stands in the table and is neither an item nor a sum."""
    yield from (run for item in items.items for run in item.notes)
    yield from (run for row in (*items.notes, *items.rest) for run in row.runs)
