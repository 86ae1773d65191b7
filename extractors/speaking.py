"""What of a document speaks for the order, and what its sentences promise."""

from collections.abc import Sequence
from dataclasses import replace

from extractors import terms_pages
from extractors.clauses import find as clause_texts
from extractors.clauses import sellers
from extractors.conventions import Conventions
from extractors.header.conditions import summed_terms
from extractors.header.labelling import label_values, plain_addresses
from extractors.header.labelling.labels import Labelled
from extractors.header.numbering import own_titles
from extractors.header.sides import headed_parties
from extractors.header.spoken import sentences
from extractors.header.sums import currency_marks
from extractors.header.whole import sentence_proof
from extractors.lines.columns import repeated_columns
from extractors.lines.item import Item
from extractors.lines.tables.layouts import Layout
from extractors.order_table import OrderTable, beneath, summed
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Role
from models.reading import Clause, Kind

PRICES = (Role.PRICE, Role.AMOUNT)
"""Where a word may stand instead of a price: free of charge, included in another item."""


def scope(
    kind: Kind, blocks: Sequence[PageBlocks], main: OrderTable | None, conventions: Conventions
) -> Scope:
    """Return what speaks for the order: every page up to the heading of general terms."""
    speaking = (
        terms_pages.speaking(blocks)
        if kind is not Kind.OTHER
        else [terms_pages.parted(page)[0] for page in blocks]
    )
    notes = beneath(main)
    whole = summed(main, speaking)
    pages = (*whole, *notes)
    labelled = tuple(found for page in pages for found in label_values.find(page))
    labelled += tuple(found for page in speaking for found in own_titles.find(page, kind))
    labelled += tuple(found for page in speaking for found in headed_parties.find(page))
    half = tuple(found for page in whole[: len(speaking)] for found in label_values.half(page))
    runs = tuple(run for page in speaking for block in page.blocks for run in block.lines)
    sums = tuple(run for each in main.items.summaries for run in each.row.runs) if main else ()
    marks = currency_marks.find([*runs, *sums])
    said = tuple(sentences.find(runs))
    certain = sentence_proof.proven(said, labelled, runs)
    certain += plain_addresses.behind_delivery((*half, *said), (*labelled, *certain), runs)
    under = tuple(run for page in notes for block in page.blocks for run in block.lines)
    return Scope(kind, (*labelled, *certain), runs, conventions, (*half, *said, *marks), under, sums)


def with_items(
    found: Scope, main: OrderTable | None, repeated: Sequence[Labelled], pages: Sequence[Layout]
) -> Scope:
    """Return the scope with what the list of items says of the whole order.

    That is what its columns repeat (known, only likely, or not understood) and the terms beside its sums.
    """
    likely = (each for page in pages for each in repeated_columns.likely(page.page, page.tables))
    strange = (run for page in pages for run in repeated_columns.strange(page.page, page.tables))
    beside = summed_terms.find(main.items.summaries if main else ())
    return replace(
        found,
        labelled=(*found.labelled, *repeated),
        loose=(*found.loose, *likely, *beside),
        runs=(*found.runs, *strange),
    )


def clauses(found: Scope, runs: Sequence[Run], main: OrderTable | None) -> tuple[Clause, ...]:
    """Return what sentences promise beside the fields: those of the terms and those under an item as well."""
    items = main.items.items if main is not None else ()
    priced = [[text.run for role in PRICES for text in each.texts.get(role, ())] for each in items]
    texts = [[*each.notes, *costs] for each, costs in zip(items, priced, strict=True)]
    speaking = list(sentences.paragraphs(found.runs))
    return (
        *clause_texts.find(sentences.paragraphs(runs)),
        *clause_texts.of_items(texts),
        *clause_texts.lots_of_items(_deliveries(items)),
        *clause_texts.lots(speaking),
        *clause_texts.prices(speaking),
        *sellers.find(found.labelled, runs),
    )


def _deliveries(items: Sequence[Item]) -> list[list[Run]]:
    return [[text.run for text in each.texts.get(Role.DELIVERY, ())] for each in items]
