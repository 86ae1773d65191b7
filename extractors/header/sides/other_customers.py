"""Who orders for somebody else: a dealer names its customer below its own letterhead, an agent its principal.

"Customer: Hansa Refining AG" on the paper of another company, "Nordkai Ltd on behalf of Hansa Refining AG".
"""

import re

from extractors.fields import companies
from extractors.header.labelling.label_words import COLON
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.keys import key
from models.reading import Kind

CALLED = frozenset(
    map(key, ("Customer", "Customer name", "Kunde", "Auftraggeber", "Cliente", "客户", "客户名称", "客戶"))
)
"""What the writer of an order may call its own buyer."""
FIRST = 8
"""A letterhead is among so many first texts."""
ACTING = late(
    r"\bon behalf of\b|\b(?:acting|purchasing|buying|agent) for\b|\bc/o\b|\brepresented by\b"
    r"|\bim auftrag\b|\bvertreten durch\b"
    r"|代[\u4e00-\u9fff（）()]{2,30}(?:采购|购买|订购|订货)|代购|受[\u4e00-\u9fff（）()]{2,30}委托",
    re.IGNORECASE,
)


def is_acted_for(text: str) -> bool:
    """Tell whether a name is said to order for another one beside it."""
    return ACTING.search(text) is not None


def is_of_writer(scope: Scope, found: Labelled, name: str, sellers: set[str]) -> bool:
    """Tell whether a customer may be that of the company at the head of an order, which is not the seller."""
    if key(found.named) not in CALLED or not sellers or scope.kind is not Kind.PURCHASE_ORDER:
        return False
    own = companies.key(name)
    for run in scope.runs[:FIRST]:
        if run is found.label or run is found.value or COLON.search(run.text):
            continue
        for start, end in companies.find(run.text):
            head = companies.key(run.text[start:end])
            known = head in own or own in head or any(head in each or each in head for each in sellers)
            if start == 0 and not known:
                return True
    return False
