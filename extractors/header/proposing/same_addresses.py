"""Goods that go to the address above: ※送货地址同上, "Ship to: as above", "Lieferanschrift: wie oben".

That is the address below the name of who buys. It is never sure: another one may stand above as well.
"""

import re
from collections.abc import Iterator

from extractors.fields import companies
from extractors.header.labelling import plain_addresses
from extractors.header.proposing import spots
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from models.reading import Header

SAME = late(
    r"(?:[送收交到发][货貨](?:地[址点點])?|(?:delivery|ship(?:ping)?[- ]?(?:to)?|deliver to)(?: address)?"
    r"|lieferanschrift|lieferadresse|anlieferung)\s*[:：]?\s*[为為是]?\s*"
    r"(?:同上|同(?:我[司方]|公司|买方|需方|订货方|注册)地址|[与與][上前][述面]?(?:地址)?(?:相同|一致)"
    r"|(?:the )?same as (?:above|buyer)|as (?:above|buyer)\b|(?:wie|siehe) oben|w\.\s?o\.)",
    re.IGNORECASE,
)
"""A sentence or a caption by which the goods go to an address that stands above."""


def find(scope: Scope, header: Header) -> Iterator[Run]:
    """Yield the whole address right below the name of the buyer, where the text points at it."""
    buyer = header.customer.value if header.customer is not None else None
    if buyer is None or not any(SAME.search(run.text) for run in scope.runs):
        return
    for run in scope.runs:
        named = (companies.key(run.text[low:high]) for low, high in companies.find(run.text))
        if companies.key(buyer) in named:
            yield from (below for below in spots.below(scope, run) if plain_addresses.is_address(below.text))
