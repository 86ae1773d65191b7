"""Who orders for somebody else: a dealer names its customer below its own letterhead, an agent its principal.

"Customer: Hansa Refining AG" on the paper of another company, "Nordkai Ltd on behalf of Hansa Refining AG".
"""

import re
from collections.abc import Iterator

from extractors.fields import companies
from extractors.header.labelling.label_words import COLON, meaning
from extractors.header.labelling.labels import Labelled
from extractors.kinds.kinds import kind_of_title
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.keys import key
from models.reading import Kind

CALLED = frozenset(
    map(
        key,
        (
            *("Customer", "Customer name", "Client", "Client name", "Kunde", "Auftraggeber", "Cliente"),
            *("客户", "客户名称", "客戶"),
        ),
    )
)
"""What the writer of an order may call its own buyer."""
FIRST = 8
"""A letterhead is among so many first texts."""
BRAND = late(r"[A-ZÀ-Þ][A-ZÀ-Þ&.-]+(?: [A-ZÀ-Þ&][A-ZÀ-Þ&.-]*){1,4}")
"""A name in capitals without a legal form, as a letterhead has it."""
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
    """Tell whether a customer may be that of the company at the head of an order, which is not the seller.

    Where nothing names a seller, the head writes to the company below it: two others make a third of it.
    """
    if key(found.named) not in CALLED or scope.kind is not Kind.PURCHASE_ORDER:
        return False
    heads: list[str] = []
    for head in _heading(scope, found):
        if not any(_are_one(head, each) for each in (companies.key(name), *sellers, *heads)):
            heads.append(head)
    return len(heads) > (0 if sellers else 1)


def _heading(scope: Scope, found: Labelled) -> Iterator[str]:
    """Yield the companies that begin a text of the head, beside no label, and a brand at its very top."""
    for at, run in enumerate(scope.runs[:FIRST]):
        if run is found.label or run is found.value or COLON.search(run.text):
            continue
        spans = companies.find(run.text)
        if not spans and at == 0 and _is_brand(run.text):
            yield companies.key(run.text)
        for start, end in spans:
            if start == 0:
                yield companies.key(run.text[start:end])


def _is_brand(text: str) -> bool:
    """Tell whether a text is set as a name, and neither a title nor a label: BREVIK ENGINEERING."""
    return BRAND.fullmatch(text) is not None and kind_of_title(text) is None and not meaning(text)


def _are_one(one: str, other: str) -> bool:
    return one in other or other in one
