"""What an order does not state may stand under the heading of its terms: then it is not certainly absent.

"合同条款" is the heading of printed terms as well as that of what these two parties agree on. Nothing behind
it is taken for the order's; but a place, a currency or days of payment that are written there under a label
of their own, and nowhere before, are for a person to look at. Where the heading has a list of short labels
below it ("* Delivery: 6 weeks", "* Payment: 30 days"), what they say is proposed; a longer list on the page
of the items is the order's own, and printed terms are written in clauses.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from extractors.fields import currencies, money
from extractors.header.conditions import dates, terms
from extractors.header.labelling import label_values
from extractors.header.labelling.labels import Labelled
from extractors.header.numbering import numbers
from extractors.header.spoken import sentences
from extractors.header.sums.prices import Prices
from extractors.header.whole import terms_aside
from extractors.late import late
from extractors.lines.item import Item
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run, evidence
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label, Role
from models.reading import Field, Header, Proof, Reason, opened, unread_at

LISTED = late(r"\s*(?:[*•·▪■●➢–-]|[(（]?(?:\d{1,2}|[a-zA-Z])[.)）、])\s*(?=[^\W\d_])")
"""What stands before an entry of a list."""
LONGEST = 90
HEADING = late(
    r"[\W\d_]*(?:general |commercial |special |other |our |order )?terms? ?(?:&|and) ?conditions?"
    r"(?: of (?:the |this )?(?:purchase|order|purchase order|contract))?[\W_]*"
    r"|[\W\d_]*(?:一般|商务|主要|合同|订单|采购|其他)?条[款件][\W_]*",
    re.IGNORECASE,
)
"""The heading of terms, without a word of whose they are and whether they hold."""
NUMBERED = late(r"[(（]?(?:\d{1,2}|[a-zA-Z])[.)）、]?")
FIRST = 2
"""The first label of a table of terms is among so many texts, behind its number."""
LONGEST_VALUE = 160
SLACK = 2.0
ENTRIES = 3
"""So many entries at least has a list of terms, none longer than so many characters."""
OWN_LIST = 5
"""From so many entries on a list is the order's own."""


def doubted(header: Header, behind: Sequence[PageBlocks], scope: Scope, prices: Prices) -> Header:
    """Return the header; of a field that it lacks and the pages `behind` state, an unread one.

    What a list of short terms states is proposed, and what items state each for themselves is not missing.
    """
    per_line = bool(prices.items) and all(Role.DELIVERY in item.texts for item in prices.items)
    timed = per_line or header.delivery_date is not None or header.lead_time is not None
    absent = {
        name: read
        for name, read in READ.items()
        if _is_unsaid(getattr(header, name)) and not (timed and name in TIMES)
    }
    if not behind or not absent:
        return header
    runs = tuple(run for page in behind for block in page.blocks for run in block.lines)
    labelled = tuple(found for page in behind for found in label_values.find(page))
    there = replace(scope, labelled=labelled, runs=runs, loose=tuple(sentences.find(runs)), under=())
    entries = _listed(runs, labelled)
    listed = replace(there, labelled=entries, loose=())
    own = len(entries) >= OWN_LIST and _is_plain(runs[0], scope.runs)
    own = own and bool(prices.items) and _is_on_page_of(prices.items, runs[0])
    own = own and not terms_aside.takes_back(runs, entries)
    further = replace(there, labelled=tuple(each for each in labelled if each not in entries), loose=())
    stated: dict[str, Field] = {}
    for name, read in absent.items():
        proposed, field = read(listed), read(there.loosened)
        if _agrees(field, getattr(header, name)):
            continue
        if proposed is not None and proposed.value is not None:
            rival = own and not _agrees(read(further) or proposed, proposed)
            rival = rival or terms_aside.states_otherwise(name, runs, entries)
            stated[name] = proposed if own and not rival else opened(proposed, Reason.ROLE)
        elif field is not None and field.value:
            stated[name] = unread_at(field.evidence)
    return replace(header, **stated)


def unconcluded(header: Header, pages: Sequence[PageBlocks]) -> Header:
    """Return the header; a currency concluded from the tax is open where any page names another one.

    General terms are read for nothing else, and yet 以美元结算 in them speaks of these prices.
    """
    field = header.currency
    if field is None or not field.sure or field.proof != (Proof.TAX,):
        return header
    texts = (run.text for page in pages for block in page.blocks for run in block.lines)
    if all("CNY" in (found := currencies.find(text)) or not found for text in texts):
        return header
    return replace(header, currency=opened(field, Reason.IMPLIED))


def _is_unsaid(field: Field | None) -> bool:
    """Tell whether the order does not state a field: a currency may be concluded from its tax alone."""
    return field is None or field.proof == (Proof.TAX,)


def _is_plain(heading: Run, before: Sequence[Run]) -> bool:
    """Tell whether a heading says but that terms follow, and the line before does not refuse them."""
    return HEADING.fullmatch(heading.text) is not None and terms_aside.is_plain_above(heading, before)


def _is_on_page_of(items: Sequence[Item], heading: Run) -> bool:
    """Tell whether the last item stands on the page of a heading."""
    runs = (text.run for texts in items[-1].texts.values() for text in texts)
    return any(run.page is heading.page for run in runs)


def _agrees(stated: Field | None, concluded: Field | None) -> bool:
    """Tell whether what stands behind the terms is what was concluded without it."""
    return stated is not None and concluded is not None and stated.value == concluded.value


def _listed(runs: Sequence[Run], labelled: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """Return the labels in a list of short entries right below the heading; none where there is no list.

    Of an entry with a second sentence beside it nothing is known: "2. Delivery: 70 days; date of B/L counts".
    """
    entries: list[Run] = []
    said: list[Run] = []
    for run in runs[1:]:
        if entries and _is_beside(entries[-1], run):
            said.append(entries[-1])
            continue
        if len(run.text) > LONGEST or LISTED.match(run.text) is None:
            break
        entries.append(run)
    whole = [run for run in entries if not any(run is each for each in said)]
    own = [each for each in labelled if each.how == "colon" and any(each.label is run for run in whole)]
    counted = len(own) + len(said)
    return tuple(own) if len(entries) >= ENTRIES and counted >= ENTRIES else _tabled(runs, labelled)


def _is_beside(entry: Run, run: Run) -> bool:
    """Tell whether a text goes on in the line of an entry of the list."""
    level = run.box.top < entry.box.middle < run.box.bottom
    return run.page is entry.page and level and run.box.x0 >= entry.box.x1


def _tabled(runs: Sequence[Run], labelled: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """Return the labels below the heading whose values stand beside them, all in the same two columns.

    The first line below the heading is one of them: "1   Price basis   CIF Santos".
    """
    first = runs[1 : 1 + FIRST]
    beside = [
        each for each in labelled if each.how == "right" and each.value is not None and each.text.strip()
    ]
    lead = next((each for each in beside if any(each.label is run for run in first)), None)
    if lead is None or any(NUMBERED.fullmatch(run.text) is None for run in first[: first.index(lead.label)]):
        return ()
    own = [each for each in beside if _is_flush(each, lead) and len(each.text) <= LONGEST_VALUE]
    return tuple(own) if len(own) >= ENTRIES else ()


def _is_flush(found: Labelled, lead: Labelled) -> bool:
    """Tell whether label and value of an entry begin where those of the first one do."""
    if found.value is None or lead.value is None or found.label.page is not lead.label.page:
        return False
    pairs = ((found.label, lead.label), (found.value, lead.value))
    return all(abs(one.box.x0 - other.box.x0) <= SLACK for one, other in pairs)


def _currency(scope: Scope) -> Field | None:
    for found in scope.labels(Label.CURRENCY):
        codes = money.currency(found.text) if found.value is not None else ()
        if codes and found.value is not None:
            return Field(codes[0], sure=False, evidence=evidence(found.value, found.start, found.end))
    return None


TIMES = frozenset({"delivery_date", "lead_time"})
READ: Mapping[str, Callable[[Scope], Field | None]] = {
    "quotation_number": numbers.quotation_number,
    "currency": _currency,
    "delivery_place": terms.delivery_place,
    "payment_terms": terms.payment_terms,
    "incoterms": terms.incoterms,
    "delivery_date": lambda scope: dates.delivery(scope)[0],
    "lead_time": lambda scope: dates.delivery(scope)[1],
}
