"""Codes that every item has behind words of the writer's own: "our bin B-4410", 我方货位 K-7710.

Whatever the writer of an order calls his own and numbers item by item is likely his number of the thing. It
may be something else of his, so that it is never sure, and what a known label says is that.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.header.labelling import label_words
from extractors.late import late
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.item import Item, Text
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

OWN = late(
    r"\s*[(（]?(?P<label>(?:our|unsere?|notre|nuestr[oa]|noss[oa]|nostr[oa]|ons|onze|vår[ta]?|vores|naš[ae]?)"
    r"\s?[^\W\d][^\d:：,;，；()（）]{1,23}?|(?:[我本][方司厂]|本公司|弊社|当社|自社)\s?[\u4e00-\u9fff]{1,10})\s*[:：.]?\s*"
    r"(?P<code>[A-Z0-9][\w./-]*\d[\w./-]*)\s*[)）]?\s*",
    re.IGNORECASE,
)
OWNED = CODES - {Role.SELLER_PART, Role.MAKER_PART}
"""What else may be the buyer's number."""
TWO = 2


def told(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with such codes as the buyer's, where each has its own behind the same words."""
    found = [_codes(item) for item in items]
    labels = {label.casefold() for codes in found for label, _ in codes}
    codes = {text.printed for each in found for _, text in each}
    single = all(len(each) == 1 for each in found) and len(labels) == 1 and len(codes) == len(items) >= TWO
    if not single or any(OWNED & item.texts.keys() for item in items):
        return tuple(items)
    return tuple(_with(item, text) for item, ((_, text),) in zip(items, found, strict=True))


def _codes(item: Item) -> list[tuple[str, Text]]:
    """Return the codes in the remarks of an item behind words of the writer's that no list knows."""
    remarks = [text for text in item.texts.get(Role.REMARK, ()) if text.heading is None]
    spans = [(text.run, text.start, text.end) for text in remarks]
    spans += [(note, 0, len(note.text)) for note in item.notes]
    return [found for run, start, end in spans if (found := _code(run, start, end)) is not None]


def _code(run: Run, start: int, end: int) -> tuple[str, Text] | None:
    own = OWN.fullmatch(run.text, start, end)
    if own is None or not parts.looks_like_code(own["code"]) or _is_known(own["label"]):
        return None
    heading = Heading(own["label"], frozenset({Role.BUYER_PART}), exact=False)
    return own["label"], Text(run, *own.span("code"), heading)


def _is_known(label: str) -> bool:
    heading = recognise(label)
    return (heading is not None and heading.exact) or label_words.match(label) is not None


def _with(item: Item, code: Text) -> Item:
    """Return an item with its code, which is no remark any more."""
    remarks = tuple(
        text
        for text in item.texts.get(Role.REMARK, ())
        if text.run is not code.run or not text.start <= code.start < text.end
    )
    texts = {**item.texts, Role.BUYER_PART: (code,), Role.REMARK: remarks}
    notes = tuple(note for note in item.notes if note is not code.run)
    return replace(item, texts={role: each for role, each in texts.items() if each}, notes=notes)
