"""Pages of words to an order: the reading of a document on one screen."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors import (
    early_days,
    order_table,
    plausibility,
    spoken_kinds,
    terms_pages,
    unordered_items,
    vouching,
)
from extractors.blocks import PageBlocks, loose_blocks, page_blocks, some_of
from extractors.clauses import find as clause_texts
from extractors.clauses import sellers
from extractors.conventions import Conventions, vote
from extractors.header.conditions import summed_terms
from extractors.header.labelling import label_values
from extractors.header.labelling.labels import Labelled
from extractors.header.numbering import of_lines, own_titles
from extractors.header.sides import headed_parties
from extractors.header.spoken import sentences
from extractors.header.sums import currency_marks
from extractors.header.sums.prices import Prices
from extractors.header.sums.reconcile import Reconciled, is_open, total_is_certain
from extractors.header.whole import behind_terms, remarked_terms, rival_sentences, sentence_proof
from extractors.header.whole.fields_once import read_header
from extractors.kept import one_document
from extractors.kinds import kind_of
from extractors.language import language_of
from extractors.lines import column_parties
from extractors.lines.cards import item_cards
from extractors.lines.columns import own_initials, repeated_columns, stated_columns
from extractors.lines.doubts import doubtful_items, lacking, lone_gaps, shifted_codes, stray_texts
from extractors.lines.item import Item
from extractors.lines.item_table import ItemTable
from extractors.lines.items import rows
from extractors.lines.tables import table_titles, unheaded_items
from extractors.lines.tables.layouts import Layout, inside, item_tables, layouts
from extractors.lines.values import code_families, line_doubts, sizes
from extractors.lines.values.line_context import Context
from extractors.lines.values.line_fields import numbered, order_line
from extractors.order_table import OrderTable, beneath
from extractors.runs import Run, make_run, rows_of
from extractors.scope import Scope
from extractors.vocabulary.meanings import Role
from models.page import Box, SourceDocument
from models.reading import (
    Clause,
    Header,
    Kind,
    OrderLine,
    Problem,
    Reading,
    Reason,
    opened,
)

BAND = 24.0
"""A page is looked at in bands so high, in points: a long list has thousands of rows."""
VOUCHED = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.CHANGE_ORDER, Kind.FRAMEWORK_AGREEMENT})
"""The kinds whose fields can be sure where something says the kind: elsewhere labels mean other things."""
NOTED = {
    "scanned_page": "a page is a picture, and what stands on it was not read",
    "tracked_deletions": "the file shows changes that nobody accepted yet",
}
"""What readers note of a file and makes its reading incomplete or open."""
PRICES = (Role.PRICE, Role.AMOUNT)
"""Where a word may stand instead of a price: free of charge, included in another item."""


@one_document()
def assemble(document: SourceDocument) -> Reading:
    """Read a document: its kind, language, header fields, lines, and what is open."""
    pages = layouts(document)
    tables = [
        OrderTable(table, rows.read(table)) for table in map(repeated_columns.set_apart, _item_tables(pages))
    ]
    tables = _captioned(pages) or [each for each in tables if each.items.items]
    tabled = not all(table_titles.is_titled(each.table) for each in tables)
    tables = tables if tabled else [*_untabled(pages, tables), *tables]
    main = order_table.largest(tables)
    blocks = [_outside(layout, tables) for layout in pages]
    runs = [run for page in blocks for block in page.blocks for run in block.lines]
    repeated = tuple(found for each in pages for found in repeated_columns.find(each.page, each.tables))
    speaking = [*runs, *(found.label for found in repeated)]
    kind, kind_evidence = kind_of(document, speaking, has_items=main is not None)
    if main is not None and not tabled and kind_evidence is None and not _is_placing(document):
        # What looks like items in a text makes an order only where something says so.
        kind, kind_evidence = kind_of(document, speaking, has_items=False)
        tables, main = [], None
    conventions = vote(_all_runs(runs, tables))
    main = order_table.proven(tables, lambda each: _scope(kind, blocks, each, conventions), blocks) or main
    scope = _scope(kind, blocks, main, conventions)
    scope = _with_columns(scope, repeated, pages)
    scope = replace(scope, loose=(*scope.loose, *summed_terms.find(main.items.summaries if main else ())))
    main = unordered_items.set_apart(main, blocks, scope) if main is not None else None
    prices = order_table.prices(main, blocks, scope)
    header = _header(scope, prices, blocks)
    corrected = kind is not Kind.CHANGE_ORDER and doubtful_items.corrected(scope.runs)
    lines = _lines(main, prices, scope, corrected=corrected)
    if kind in VOUCHED:
        lines = lacking.doubted(shifted_codes.doubted(lines, main.items if main is not None else None))
    header, lines = of_lines.doubted(header, lines), of_lines.contested(header, lines)
    header, lines = plausibility.doubted(*early_days.doubted(header, lines))
    if main is not None and order_table.is_doubted(main, prices):
        lines = tuple(vouching.unvouched(line, Reason.ROLE) for line in lines)
        header = vouching.without_columns(header)
    if corrected and header.total_amount is not None:
        header = replace(header, total_amount=opened(header.total_amount, Reason.COMPLETENESS))
    problems = (*_problems(tables, main, prices.reconciled, kind), *_noted(document))
    header, lines = vouching.announced(header, lines, problems)
    if kind not in VOUCHED or kind_evidence is None:
        header, lines = vouching.unvouched(header), tuple(vouching.unvouched(line) for line in lines)
    reading = Reading(kind, language_of(_all_runs(runs, tables)), header, lines, problems, kind_evidence)
    return replace(reading, clauses=_clauses(scope, runs, main))


def _header(scope: Scope, prices: Prices, blocks: Sequence[PageBlocks]) -> Header:
    """Read the header; what another text of the document states otherwise is open."""
    header = rival_sentences.doubted(read_header(scope, prices), scope)
    header = remarked_terms.doubted(header, scope)
    return behind_terms.doubted(header, terms_pages.behind(blocks), scope, prices)


def _is_placing(document: SourceDocument) -> bool:
    """Tell whether a line places an order, also one that goes on with its items: 请备货：轴套两件，…."""
    lines = (make_run(page, line) for page in document.pages for line in rows_of(page.words))
    return any(spoken_kinds.PLACING.search(line.text) for line in lines)


def _with_columns(scope: Scope, repeated: Sequence[Labelled], pages: Sequence[Layout]) -> Scope:
    """Return the scope with what columns repeat of the order: known, only likely, and not understood."""
    likely = (found for each in pages for found in repeated_columns.likely(each.page, each.tables))
    strange = (run for each in pages for run in repeated_columns.strange(each.page, each.tables))
    return replace(
        scope,
        labelled=(*scope.labelled, *repeated),
        loose=(*scope.loose, *likely),
        runs=(*scope.runs, *strange),
    )


def _clauses(scope: Scope, runs: Sequence[Run], main: OrderTable | None) -> tuple[Clause, ...]:
    """Return what sentences promise beside the fields: those of the terms and those under an item as well."""
    items = main.items.items if main is not None else ()
    priced = [[text.run for role in PRICES for text in each.texts.get(role, ())] for each in items]
    texts = [[*each.notes, *runs] for each, runs in zip(items, priced, strict=True)]
    speaking = list(sentences.paragraphs(scope.runs))
    return (
        *clause_texts.find(sentences.paragraphs(runs)),
        *clause_texts.of_items(texts),
        *clause_texts.lots_of_items(_deliveries(items)),
        *clause_texts.lots(speaking),
        *clause_texts.prices(speaking),
        *sellers.find(scope.labelled, runs),
    )


def _deliveries(items: Sequence[Item]) -> list[list[Run]]:
    return [[text.run for text in each.texts.get(Role.DELIVERY, ())] for each in items]


def _item_tables(pages: Sequence[Layout]) -> list[ItemTable]:
    """Return the tables of items, with the columns of either party as the buyer's or the seller's."""
    papers = [layout.page for layout in pages]
    tables = (stated_columns.settled(table, papers) for table in item_tables(pages))
    tables = (own_initials.settled(table, papers) for table in tables)
    return [column_parties.settled(table, papers) for table in tables]


def _captioned(pages: Sequence[Layout]) -> list[OrderTable]:
    """Return the items of cards whose values stand below captions: what seems a table there is none."""
    found = item_cards.captioned([page_blocks(each.page, each.tables, each.free) for each in pages])
    return [OrderTable(*found)] if found is not None else []


def _untabled(pages: Sequence[Layout], others: Sequence[OrderTable]) -> list[OrderTable]:
    """Return items under no heading of a table: those that their numbers show, or a text before terms.

    What stands in the `others`, tables of something else, is none.
    """
    table = unheaded_items.find(pages) if not others else None
    read = [OrderTable(table, rows.read(table))] if table is not None else []
    found = item_cards.find(terms_pages.speaking([_outside(layout, others) for layout in pages]))
    carded = [OrderTable(*found)] if found is not None else []
    return max(carded, read, key=lambda each: sum(len(one.items.items) for one in each))


def _outside(layout: Layout, tables: Sequence[OrderTable]) -> PageBlocks:
    """Return the blocks of a page that the item tables do not take up."""
    taken: dict[int, list[Box]] = defaultdict(list)
    for box in (box for each in tables for box in _taken(each, layout)):
        for band in range(int(box.top // BAND), int(box.bottom // BAND) + 1):
            taken[band].append(box)
    blocks = page_blocks(layout.page, layout.tables, layout.free)
    kept = [
        each for each in blocks.blocks if not any(inside(each.box, box) for box in _near(each.box, taken))
    ]
    return some_of(blocks, kept)


def _near(box: Box, taken: Mapping[int, Sequence[Box]]) -> Sequence[Box]:
    """Return the boxes in the band of a page that the middle of a box lies in."""
    return taken.get(int(box.middle // BAND), ())


def _taken(each: OrderTable, layout: Layout) -> list[Box]:
    headings = ((each.table.page, each.table.heading_box), *each.table.repeated)
    boxes = [box for page, box in headings if page is layout.page]
    rest = set(map(id, (*each.items.rest, *each.items.notes)))
    return boxes + [box for row in each.table.rows if id(row) not in rest for box in row.boxes(layout.page)]


def _scope(
    kind: Kind, blocks: Sequence[PageBlocks], main: OrderTable | None, conventions: Conventions
) -> Scope:
    """Return what speaks for the order: every page up to the heading of general terms."""
    speaking = (
        terms_pages.speaking(blocks)
        if kind is not Kind.OTHER
        else [terms_pages.parted(page)[0] for page in blocks]
    )
    summed = [loose_blocks(each.row.page, each.row.runs) for each in main.items.summaries] if main else []
    notes = beneath(main)
    pages = (*speaking, *summed, *notes)
    labelled = tuple(found for page in pages for found in label_values.find(page))
    labelled += tuple(found for page in speaking for found in own_titles.find(page, kind))
    labelled += tuple(found for page in speaking for found in headed_parties.find(page))
    half = tuple(found for page in speaking for found in label_values.half(page))
    runs = tuple(run for page in speaking for block in page.blocks for run in block.lines)
    marks = currency_marks.find(
        [*runs, *(run for page in summed for block in page.blocks for run in block.lines)]
    )
    said = tuple(sentences.find(runs))
    certain = sentence_proof.proven(said, labelled, runs)
    under = tuple(run for page in notes for block in page.blocks for run in block.lines)
    sums = tuple(run for each in main.items.summaries for run in each.row.runs) if main else ()
    return Scope(kind, (*labelled, *certain), runs, conventions, (*half, *said, *marks), under, sums)


def _lines(
    main: OrderTable | None, prices: Prices, scope: Scope, *, corrected: bool
) -> tuple[OrderLine, ...]:
    if main is None:
        return ()
    context = Context(
        conventions=scope.conventions,
        torn=main.table.torn,
        numbered=numbered(prices.items),
        total_proves=prices.reconciled.complete,
        corrected=corrected,
        weeks=stray_texts.weeks(main.table.columns),
        families=code_families.of(prices.items),
        sized=sizes.are_stated(prices.items),
        total_certain=total_is_certain(prices.reconciled),
        total_open=is_open(prices.reconciled),
    )
    pairs = zip(prices.items, prices.numbers.lines, strict=True)
    lines = [order_line(item, numbers, context) for item, numbers in pairs]
    found = lone_gaps.doubted(prices.items, lines)
    return line_doubts.doubted(main.table, main.items, prices, found, scope.runs)


def _all_runs(runs: Sequence[Run], tables: Sequence[OrderTable]) -> list[Run]:
    return [*runs, *(run for each in tables for row in each.table.rows for run in row.runs)]


def _problems(
    tables: Sequence[OrderTable], main: OrderTable | None, reconciled: Reconciled, kind: Kind
) -> list[Problem]:
    problems = []
    if main is None:
        return [Problem("no_lines", "no table of ordered items was recognised")] if _orders(kind) else []
    if len(tables) > 1:
        problems.append(Problem("several_tables", f"{len(tables)} different tables of items"))
    if reconciled.total is None:
        problems.append(Problem("no_total", "no total is stated, so nothing proves that every line was read"))
    elif is_open(reconciled):
        problems.append(Problem("total_open", "the lines do not add up to the stated total"))
    return problems


def _noted(document: SourceDocument) -> Iterator[Problem]:
    """Yield what the file holds besides and no reading of its words tells."""
    for note, detail in NOTED.items():
        if note in document.notes:
            yield Problem(note, detail)


def _orders(kind: Kind) -> bool:
    return kind in {Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.CHANGE_ORDER}
