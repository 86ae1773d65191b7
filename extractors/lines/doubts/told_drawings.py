"""Drawings that a name or a note tells in passing: "Cover, as DWG DG-0115 rev 3", "Drawing HV-4471 applies".

Where no column and no label states one, it is likely the item's, and never sure: it may be that of the
whole of which the item is a part.
"""

import re
from collections.abc import Iterator

from extractors.fields import parts
from extractors.lines.item import Item, Text
from extractors.rare import Rare
from extractors.vocabulary.meanings import Role

DRAWN = Rare(
    r"(?:(?<![A-Za-z])(?:drawing|dwg|drg|zeichnung|zchng)s?(?![A-Za-z])|图(?:号|纸号?|样号?))"
    r"[\s.-]*(?:(?:no|nr|number|nummer)(?![A-Za-z])\.?)?[\s:：#]*"
    r"(?P<code>(?=[\w./-]*\d)[A-Za-z0-9][\w./-]*[A-Za-z0-9])",
    "drawing|dwg|drg|zeichnung|zchng|图",
    re.IGNORECASE,
)
SAYING = (Role.DESCRIPTION, Role.SPECIFICATION, Role.MODEL, Role.REMARK)
SHORTEST = 4


def find(item: Item) -> Text | None:
    """Return the drawing that a text of an item names, with its revision."""
    return next(_named(item), None)


def _named(item: Item) -> Iterator[Text]:
    texts = [text for role in SAYING for text in item.texts.get(role, ())]
    spans = [(text.run, text.start, text.end) for text in texts]
    for run, start, end in (*spans, *((run, 0, len(run.text)) for run in item.notes)):
        found = DRAWN.search(run.text[start:end])
        code = found["code"] if found is not None else ""
        if found is not None and len(code) >= SHORTEST and parts.looks_like_code(code):
            revised = parts.REVISION.match(run.text[:end], start + found.end())
            last = revised.end() if revised else start + found.end()
            yield Text(run, start + found.start("code"), last, None)
