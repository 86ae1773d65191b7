"""Who gets the invoice where another company gets the goods: a group's office for invoices, or a dealer.

"Bill to: Nordkai Group Services Ltd", "Ship to: Nordkai Pumps Ltd": without a letterhead either may order.
"""

import re

from extractors.fields import companies
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.scope import Scope

INVOICED = late(r"\s*(?:bill(?:ed|ing)?|invoic(?:e|ed|ing)|rechnungs?)\b[- ]?", re.IGNORECASE)
NAMED = late(r"[^\W\d_]{2,}(?:[ .&-]+[^\W\d_]+)*$")
"""Words and nothing else: an address has figures, and a mailbox its mark."""
DEPARTMENT = late(
    r"account|payable|financ|invoic|dep(?:artmen)?t|office|buchhaltung|kreditoren", re.IGNORECASE
)
"""Who pays within the company."""
RECEIVED = late(r"\s*(?:ship|deliver|consign|liefer|versand)", re.IGNORECASE)


def is_only_billed(scope: Scope, name: str) -> bool:
    """Tell whether a name stands nowhere but where the invoice goes, and the goods go to another company."""
    key = companies.key(name)
    valued = [each for each in scope.labelled if each.value is not None and each.value is not each.label]
    billed = [each.value for each in valued if INVOICED.match(each.named) and key in companies.key(each.text)]
    within = {id(word) for run in billed if run is not None for word in run.words}
    named = [run for run in scope.runs if key in companies.key(run.text)]
    return bool(within) and all(id(run.words[0]) in within for run in named) and _received(valued, key)


def goes_to_another(scope: Scope, name: str) -> bool:
    """Tell whether the invoice goes to a name that is not this one: who pays may be who buys."""
    billed = [each.text for each in scope.labelled if each.value is not None and INVOICED.match(each.named)]
    named = (text for text in billed if NAMED.match(text.strip()) and DEPARTMENT.search(text) is None)
    return any(_is_another(companies.key(text), companies.key(name)) for text in named)


def _received(valued: list[Labelled], key: str) -> bool:
    """Tell whether a label of those who get the goods has another company beside it."""
    others = (
        companies.key(each.text[start:end])
        for each in valued
        if RECEIVED.match(each.named)
        for start, end in companies.find(each.text)
    )
    return any(_is_another(other, key) for other in others)


def _is_another(one: str, other: str) -> bool:
    return one not in other and other not in one
