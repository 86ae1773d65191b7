"""The table of the order's lines, and its numbers held against the sums that the document states."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.header.spoken.sentences import paragraphs
from extractors.header.sums import (
    broken_words,
    column_sums,
    contradictions,
    lone_subtotals,
    repeated_sums,
    spoken_totals,
    totals,
)
from extractors.header.sums.prices import Prices
from extractors.header.sums.reconcile import outdone, reconcile, sum_of
from extractors.header.sums.totals import Printed
from extractors.lines.cards import lost_cards
from extractors.lines.columns import sum_rows
from extractors.lines.item_table import NUMBER, ItemTable, Row
from extractors.lines.items.rows import Items
from extractors.lines.tables import table_titles
from extractors.lines.values import common_bases, line_numbers, other_tables, scales
from extractors.lines.values.item_numbers import are_complete
from extractors.page.blocks import PageBlocks, loose_blocks, with_runs
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Role

TWO = 2

NAMING = frozenset({Role.DESCRIPTION, Role.SPECIFICATION, Role.MODEL})


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
        printed = printed or list(spoken_totals.find(paragraphs(scope.runs)))
        read = totals.read(printed, None)
        numbers = line_numbers.TableNumbers((), None)
        return Prices((), (), numbers, read, reconcile((), read))
    printed = [*_summed(main), *printed, *_summed_below(main, blocks)]
    printed = broken_words.whole(printed, _lines_below(main, blocks))
    items = main.items.items
    if not any(each.label.kind in totals.FINAL for each in printed):
        printed += spoken_totals.find([*paragraphs(scope.runs), *_notes(main.items)])
    notation = line_numbers.vote(items, [each.text for each in printed], scope.runs)
    items, numbers = common_bases.likelier(items, [*scope.runs, *_notes(main.items)], notation)
    if scales.stated(main.table.columns, [*scope.runs, *_notes(main.items)]):
        numbers = line_numbers.likely(numbers)
    printed += repeated_sums.find(main.table.columns, items, sum_of(numbers.lines))
    read = totals.read(printed, numbers.notation)
    likely = lone_subtotals.find(read, scope.runs, numbers.notation)
    read = (*read, likely[0]) if likely is not None else read
    said = spoken_totals.find([*paragraphs(scope.runs), *_notes(main.items)])
    spoken = totals.read(list(said), numbers.notation)
    reconciled = outdone(reconcile(numbers.lines, read, clean=main.table.cut_cleanly), spoken, read)
    reconciled = contradictions.outspoken(reconciled, spoken, read, numbers.lines)
    if main.table.cut_cleanly:
        numbers, reconciled = contradictions.explained(items, numbers, read, reconciled)
    if numbers.doubted or lost_cards.first(main.table, items, blocks) is not None:
        reconciled = replace(reconciled, complete=False, contradicted=True)
    if main.table.ruled and contradictions.is_enclosed(
        main.items, numbers.lines, reconciled, numbered=are_complete(items)
    ):
        reconciled = replace(reconciled, complete=True, contradicted=False)
    if likely is not None and not likely[1]:
        reconciled = lone_subtotals.doubted(reconciled)
    return Prices(main.table.columns, items, numbers, read, reconciled)


def _summed(main: OrderTable) -> Iterator[Printed]:
    """Yield the sums that stand in rows of the table, such as words and figures say alike as they say it."""
    for row in main.items.summaries:
        told = list(spoken_totals.followed(row.run)) if row.label.rest else []
        yield from told or column_sums.find(row, main.table.columns) or totals.in_row(row)


def _summed_below(main: OrderTable, blocks: Sequence[PageBlocks]) -> Iterator[Printed]:
    """Yield the sums whose row has captions alone, and the amounts in the next line."""
    below = _lines_below(main, blocks)
    for row in main.items.summaries:
        yield from totals.under(row, below)


def _lines_below(main: OrderTable, blocks: Sequence[PageBlocks]) -> list[Run]:
    """Return the lines in which a sum may go on: outside the table, and in its rows."""
    outside = [run for page in blocks for block in page.blocks for run in block.lines]
    return outside + [run for row in main.table.rows for run in row.runs]


def largest(tables: Sequence[OrderTable]) -> OrderTable | None:
    """Return the table with the most items; one whose title says that it lists something else comes last."""
    return max(
        tables, key=lambda each: (not table_titles.is_titled(each.table), len(each.items.items)), default=None
    )


def proven(
    tables: Sequence[OrderTable], scope_of: Callable[[OrderTable], Scope], blocks: Sequence[PageBlocks]
) -> OrderTable | None:
    """Return the one of several tables that adds up to the total: the others are of something else."""
    if len(tables) < TWO:
        return None
    found = [each for each in tables if prices(each, blocks, scope_of(each)).reconciled.complete]
    return found[0] if len(found) == 1 else None


def is_doubted(main: OrderTable, read: Prices) -> bool:
    """Tell whether the table may not be the order's: by its title, or by numbers that make nothing.

    Where no heading is known, what stands between two lines of figures may belong to either; of items in
    blocks of text, all without a name, the names stand somewhere else.
    """
    columns = main.table.columns
    nameless = not columns and not any(NAMING & item.texts.keys() for item in main.items.items)
    unheaded = bool(columns) and not any(each.exact for column in columns for each in column.headings)
    return (
        unheaded
        or nameless
        or _is_of_something_else(main, read)
        or other_tables.makes_nothing(read.numbers.lines, read.reconciled)
    )


def _is_of_something_else(main: OrderTable, read: Prices) -> bool:
    """Tell whether a title says so; a list of prices that makes the total is an annex of the order."""
    annexed = read.reconciled.complete and table_titles.lists_prices(main.table)
    return table_titles.is_titled(main.table) and not annexed


def beneath(main: OrderTable | None) -> list[PageBlocks]:
    """Return what was taken for notes of the last item: the form may go on there below its table."""
    last = main.items.items[-1] if main is not None else None
    return [loose_blocks(last.row.page, last.notes)] if last is not None and last.notes else []


def summed(main: OrderTable | None, pages: Sequence[PageBlocks]) -> list[PageBlocks]:
    """Return pages with what stands beside the sums below the last item, and the sums by themselves.

    Many forms go on there: "Deliver To" and its lines at the left of the totals.
    """
    if main is None:
        return list(pages)
    last = main.items.items[-1].row if main.items.items else None
    known = {id(page.page) for page in pages}
    sums = [each.row for each in main.items.summaries]
    below = [row for row in (*sums, *main.items.notes) if last is not None and _is_below(row, last)]
    beside = [run for row in below if id(row.page) in known for run in row.runs if not _is_summed(run)]
    whole = [with_runs(page, [run for run in beside if run.page is page.page]) for page in pages]
    added = set(map(id, beside))
    alone = [[run for run in row.runs if id(run) not in added] for row in sums]
    return [*whole, *(loose_blocks(row.page, runs) for row, runs in zip(sums, alone, strict=True) if runs)]


def _is_summed(run: Run) -> bool:
    """Tell whether a text is the name of a sum or its amount; a rate is neither."""
    amount = NUMBER.match(run.text) is not None and not run.text.endswith("%")
    return amount or sum_rows.stated(run.text) is not None


def _is_below(row: Row, last: Row) -> bool:
    if row.page is not last.page:
        return row.page.number > last.page.number
    return row.box.top > last.box.top


def _notes(items: Items) -> Iterator[Run]:
    """Yield what stands in the table and is neither an item nor a sum."""
    yield from (run for item in items.items for run in item.notes)
    yield from (run for row in (*items.notes, *items.rest) for run in row.runs)
