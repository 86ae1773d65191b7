"""What an order does not state may stand under the heading of its terms: then it is not certainly absent.

"合同条款" is the heading of printed terms as well as that of what these two parties agree on. Nothing behind
it is taken for the order's; but a place, a currency or days of payment that are written there under a label
of their own, and nowhere before, are for a person to look at.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from extractors.blocks import PageBlocks
from extractors.fields import money
from extractors.header import label_values, numbers, sentences, terms
from extractors.runs import evidence
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Field, Header, unread_at


def doubted(header: Header, behind: Sequence[PageBlocks], scope: Scope) -> Header:
    """Return the header; of a field that it lacks and the pages `behind` state, an unread one."""
    absent = {name: read for name, read in READ.items() if getattr(header, name) is None}
    if not behind or not absent:
        return header
    runs = tuple(run for page in behind for block in page.blocks for run in block.lines)
    labelled = tuple(found for page in behind for found in label_values.find(page))
    there = replace(scope, labelled=labelled, runs=runs, loose=tuple(sentences.find(runs)), under=())
    found = ((name, read(there.loosened)) for name, read in absent.items())
    stated = {name: unread_at(field.evidence) for name, field in found if field is not None and field.value}
    return replace(header, **stated)


def _currency(scope: Scope) -> Field | None:
    for found in scope.labels(Label.CURRENCY):
        codes = money.currency(found.text) if found.value is not None else ()
        if codes and found.value is not None:
            return Field(codes[0], sure=False, evidence=evidence(found.value, found.start, found.end))
    return None


READ: Mapping[str, Callable[[Scope], Field | None]] = {
    "quotation_number": numbers.quotation_number,
    "currency": _currency,
    "delivery_place": terms.delivery_place,
    "payment_terms": terms.payment_terms,
    "incoterms": terms.incoterms,
}
