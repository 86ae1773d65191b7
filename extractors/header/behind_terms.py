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
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Evidence, Field, Header, Reason


def doubted(header: Header, behind: Sequence[PageBlocks], scope: Scope) -> Header:
    """Return the header; of a field that it lacks and the pages `behind` state, an unread one."""
    absent = {name: read for name, read in READ.items() if getattr(header, name) is None}
    if not behind or not absent:
        return header
    runs = tuple(run for page in behind for block in page.blocks for run in block.lines)
    labelled = tuple(found for page in behind for found in label_values.find(page))
    there = replace(scope, labelled=labelled, runs=runs, loose=tuple(sentences.find(runs)), under=())
    found = {name: read(there.loosened) for name, read in absent.items()}
    return replace(header, **{name: _unread(field) for name, field in found.items() if _is_stated(field)})


def _currency(scope: Scope) -> Field | None:
    for found in scope.labels(Label.CURRENCY):
        codes = money.currency(found.text)
        if codes:
            return Field(codes[0], sure=False, evidence=Evidence(found.text))
    return None


READ: Mapping[str, Callable[[Scope], Field | None]] = {
    "quotation_number": numbers.quotation_number,
    "currency": _currency,
    "delivery_place": terms.delivery_place,
    "payment_terms": terms.payment_terms,
    "incoterms": terms.incoterms,
}


def _is_stated(field: Field | None) -> bool:
    return field is not None and field.value is not None


def _unread(field: Field | None) -> Field:
    spot = field.evidence if field is not None else Evidence("")
    return Field(None, sure=False, evidence=spot, reason=Reason.NOT_PARSED, confidence=0.2)
