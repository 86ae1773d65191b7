"""Pages of words to an order: the reading of a document on one screen."""

from collections.abc import Iterator, Sequence

from extractors import listings, order_table, speaking, terms_pages
from extractors.closing import early_days, last_doubts, own_states, unordered_items
from extractors.closing.last_doubts import Whole
from extractors.conventions import vote
from extractors.header.numbering import of_lines
from extractors.header.proposing.proposals import proposed
from extractors.header.sums import foot_charges
from extractors.header.sums.prices import Prices
from extractors.header.sums.reconcile import Reconciled, is_open, total_is_certain
from extractors.header.whole import (
    behind_terms,
    below_cards,
    remarked_terms,
    rival_sentences,
    told_in_both,
)
from extractors.header.whole.fields_once import dated, read_header
from extractors.kept import one_document
from extractors.kinds import said_of_order, spoken_kinds, stamp_letters
from extractors.kinds.kinds import kind_of
from extractors.language import language_of
from extractors.lines.cards import lost_cards
from extractors.lines.doubts import doubtful_items, lone_gaps, stray_texts
from extractors.lines.reckoned import merging
from extractors.lines.reckoned.merging import Readable
from extractors.lines.tables import table_titles
from extractors.lines.tables.layouts import layouts
from extractors.lines.values import (
    code_families,
    double_codes,
    item_days,
    line_doubts,
    same_things,
    sizes,
    spoken_days,
    whole_days,
)
from extractors.lines.values.item_numbers import are_complete
from extractors.lines.values.line_context import Context
from extractors.lines.values.line_fields import order_line
from extractors.listings import Listings
from extractors.order_table import OrderTable
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run, evidence, make_run, rows_of
from extractors.scope import Scope
from models.page import SourceDocument
from models.reading import Evidence, Header, Kind, OrderLine, Problem, Reading

NOTED = {
    "scanned_page": "a page is a picture, and what stands on it was not read",
    "tracked_deletions": "the file shows changes that nobody accepted yet",
}
"""What readers note of a file and makes its reading incomplete or open."""


@one_document()
def assemble(document: SourceDocument) -> Reading:
    """Read a document: its kind, language, header fields, lines, and what is open."""
    document = stamp_letters.without(document)
    pages = layouts(document)
    listed = listings.find(pages)
    blocks = [listings.outside(layout, listed.tables) for layout in pages]
    runs = [run for page in blocks for block in page.blocks for run in block.lines]
    repeated = listings.repeated(pages)
    texts = _all_runs(runs, listed.tables)
    conventions = vote(texts)
    kind, evidence, listed = _kind(document, [*runs, *(found.label for found in repeated)], listed, blocks)
    evidence = None if kind in last_doubts.VOUCHED and said_of_order.is_none(runs) else evidence
    proven = order_table.proven(
        listed.tables, lambda each: speaking.scope(kind, blocks, each, conventions), blocks
    )
    main = proven or listed.main
    scope = speaking.with_items(speaking.scope(kind, blocks, main, conventions), main, repeated, pages)
    main, guessed = unordered_items.set_apart(main, blocks, scope) if main is not None else (None, ())
    prices = order_table.prices(main, blocks, scope)
    header = _header(scope, prices, blocks)
    scope = dated(scope, header.document_date)
    corrected = kind is not Kind.CHANGE_ORDER and doubtful_items.corrected(scope.runs)
    lines = _lines(main, prices, scope, corrected=corrected)
    problems = (*_problems(listed.tables, main, prices.reconciled, kind), *guessed, *_noted(document))
    problems += tuple(_lost(main, blocks))
    header, lines = last_doubts.doubted(
        header, lines, Whole(kind, evidence, main, prices, problems, corrected=corrected, runs=scope.runs)
    )
    header, lines = _proposed(header, lines, prices, scope, document)
    header = of_lines.untimed(header, lines)
    promised = (*speaking.clauses(scope, runs, main), *foot_charges.find(prices, texts))
    return Reading(kind, language_of(texts), header, lines, problems, evidence, promised)


def _kind(
    document: SourceDocument, runs: Sequence[Run], listed: Listings, blocks: Sequence[PageBlocks]
) -> tuple[Kind, Evidence | None, Listings]:
    """Return the kind, what says it, and the lists of items: without a table something must say an order.

    Items whose amounts make the stated total may be one in whatever words: nothing of it is sure.
    """
    items = listed.main.items.items if listed.main is not None else ()
    own = own_states.rows(items, document.pages[0].number)
    if listed.main is not None:
        own += own_states.headings(listed.main.table, document.pages[0].number)
    kind, evidence = kind_of(document, runs, has_items=listed.main is not None, items=own)
    if listed.main is None or listed.tabled or evidence is not None or _is_placing(document):
        return kind, evidence, listed
    scope = speaking.scope(kind, blocks, listed.main, vote(runs))
    asked = not any(spoken_kinds.NO_ORDER.search(run.text) for run in runs)
    if asked and order_table.prices(listed.main, blocks, scope).reconciled.complete:
        return kind, evidence, listed
    return *kind_of(document, runs, has_items=False), Listings()


def _is_placing(document: SourceDocument) -> bool:
    """Tell whether a line places an order, also one that goes on with its items: 请备货：轴套两件，…."""
    lines = (make_run(page, line) for page in document.pages for line in rows_of(page.words))
    return any(spoken_kinds.PLACING.search(line.text) for line in lines)


def _header(scope: Scope, prices: Prices, blocks: Sequence[PageBlocks]) -> Header:
    """Read the header; what another text of the document states otherwise is open."""
    header = below_cards.doubted(rival_sentences.doubted(read_header(scope, prices), scope), prices.items)
    header = remarked_terms.doubted(told_in_both.doubted(header, scope), scope)
    header = behind_terms.doubted(header, terms_pages.behind(blocks), scope, prices)
    return behind_terms.unconcluded(header, blocks)


def _proposed(
    header: Header, lines: tuple[OrderLine, ...], prices: Prices, scope: Scope, document: SourceDocument
) -> tuple[Header, tuple[OrderLine, ...]]:
    """Return header and lines of an order with what is likely where nothing was read."""
    if not _orders(scope.kind):
        return header, lines
    header = proposed(header, scope, prices)
    header, lines = merging.merged(header, lines, prices, Readable(document.pages, scope.conventions))
    lines = early_days.withdrawn(header, same_things.named(double_codes.parted(lines)))
    return item_days.without(header, lines), lines


def _lines(
    main: OrderTable | None, prices: Prices, scope: Scope, *, corrected: bool
) -> tuple[OrderLine, ...]:
    if main is None:
        return ()
    context = Context(
        conventions=scope.conventions,
        torn=main.table.torn - whole_days.of(main.table, prices.items, scope.conventions),
        numbered=are_complete(prices.items),
        total_proves=prices.reconciled.complete,
        corrected=corrected,
        weeks=stray_texts.weeks(main.table.columns),
        families=code_families.of(prices.items),
        shapes=code_families.shapes(prices.items),
        sized=sizes.are_stated(prices.items),
        total_certain=total_is_certain(prices.reconciled),
        total_open=is_open(prices.reconciled),
    )
    pairs = zip(prices.items, prices.numbers.lines, strict=True)
    lines = [order_line(item, numbers, context) for item, numbers in pairs]
    lines = spoken_days.dated(lines, scope.runs, context)
    found = lone_gaps.doubted(prices.items, lines)
    return line_doubts.doubted(main.table, main.items, prices, found, scope.runs)


def _all_runs(runs: Sequence[Run], tables: Sequence[OrderTable]) -> list[Run]:
    rows = [row for each in tables for row in each.table.rows]
    inner = [row for outer in rows for table in outer.inner for row in table.rows]
    return [*runs, *(run for row in (*rows, *inner) for run in row.runs)]


def _problems(
    tables: Sequence[OrderTable], main: OrderTable | None, reconciled: Reconciled, kind: Kind
) -> list[Problem]:
    problems = []
    if main is None:
        return [Problem("no_lines", "no table of ordered items was recognised")] if _orders(kind) else []
    own = [each for each in tables if each is main or not table_titles.is_aside(each.table.page)]
    if len(own) > 1:
        problems.append(Problem("several_tables", f"{len(own)} different tables of items"))
    if reconciled.total is None:
        problems.append(Problem("no_total", "no total is stated, so nothing proves that every line was read"))
    elif is_open(reconciled):
        problems.append(Problem("total_open", "the lines do not add up to the stated total"))
    return problems


def _lost(main: OrderTable | None, blocks: Sequence[PageBlocks]) -> Iterator[Problem]:
    """Yield where a card of an item stands that was not read."""
    left = lost_cards.first(main.table, main.items.items, blocks) if main is not None else None
    if left is not None:
        yield Problem("row_left_out", left.text, evidence(left))


def _noted(document: SourceDocument) -> Iterator[Problem]:
    """Yield what the file holds besides and no reading of its words tells."""
    for note, detail in NOTED.items():
        if note in document.notes:
            yield Problem(note, detail)


def _orders(kind: Kind) -> bool:
    return kind in {Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.CHANGE_ORDER}
