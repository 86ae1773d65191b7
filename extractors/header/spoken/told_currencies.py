"""The currency that a sentence names for the prices: "All prices are in EUR", 价格以人民币计."""

import re
from collections.abc import Iterator

from extractors.fields import money
from extractors.rare import Rare
from extractors.vocabulary.meanings import Label

PRICED = Rare(
    r"(?:prices?|amounts?|values?|preise?|beträge?|价格|单价|金额|报价|货款)[^。.;；]{0,24}?"
    r"(?P<value>\b(?-i:[A-Z]{3})\b|人民币|美元|欧元|英镑|日元|euros?|US dollars?)",
    "price|amount|value|preis|betr|价格|单价|金额|报价|货款",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[tuple[Label, int, int]]:
    """Yield where a text names the currency of its prices."""
    for found in PRICED.finditer(text):
        if money.currency(found["value"]):
            yield Label.CURRENCY, found.start("value"), found.end("value")
