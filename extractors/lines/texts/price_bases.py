"""What prices are for where no column says so: "Price per 100 pcs", 单价按每100件计."""

import re

from extractors.late import late
from extractors.lines.headings import Heading
from extractors.vocabulary import wordlists
from extractors.vocabulary.meanings import Role

_WORDS = wordlists.load("price_bases")
PER = r"\s?(?P<per>1|10|100|1[.,]?000)(?!\d|[.,]\d)"
BASIS = late(rf"^\W*(?:{'|'.join(_WORDS['said'])}){PER}\s?[^\W\d]{{0,8}}\.?\s?计?\W*$", re.IGNORECASE)
SENTENCE = late(rf"(?:{'|'.join(_WORDS['sentence'])}){PER}", re.IGNORECASE)
HEADING = Heading("price per", frozenset({Role.PRICE_PER}), exact=True)


def find(text: str) -> tuple[int, int] | None:
    """Return where the quantity stands in a line that says nothing else, None in any other line."""
    found = BASIS.match(text)
    return found.span("per") if found is not None else None
