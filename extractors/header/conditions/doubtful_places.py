"""What speaks against a place beside its label: its label, its words, and what stands around it."""

import re

from extractors.fields import place_asides
from extractors.header.conditions import going_on, no_places, passing_ports, strange_places, vague_labels
from extractors.header.labelling.label_words import COLON
from extractors.header.labelling.labels import Labelled
from extractors.header.settle import Choice
from extractors.late import late
from extractors.scope import Scope

NEAR = 3.0
"""What a dash parts from a place begins no further behind it than so many heights of its letters."""
BILLED = late(
    r"^[^:：]*[(（](?![^)）]*(?:\band\b|same|&|[及同和]))[^)）:：]*"
    r"(?:\bbill|invoic|document|office|payer|return|sample|rechnung|muster|开票|发票|退货|样品|资料)[^)）:：]*[)）]",
    re.IGNORECASE,
)
"""A label that says in brackets that no goods go to its address: "Consignee (Bill to)"."""
HERE = late(
    r"不再|[此该該本][处處址地库庫厂廠]|这里|這裡|\b(?:here|there|hier|dort|no longer|any ?more"
    r"|this (?:address|site|place))\b"
)
"""What a sentence behind a place says of that place, and not of other gates or hours."""


def is_open(scope: Scope, found: Labelled, choice: Choice) -> bool:
    """Tell whether the text beside a label may be no place, not the only one, or not the whole of it."""
    against = (
        choice.value is not None and strange_places.is_one(scope, found, choice),
        vague_labels.is_open(scope, found),
        going_on.is_cut(scope, found),
        no_places.is_none(choice.value or ""),
        passing_ports.is_one(scope, found),
        going_on.may_go_on(scope, found, listed=True),
        _is_taken_back(scope, found),
        BILLED.search(found.label.text) is not None,
    )
    return any(against)


def _is_taken_back(scope: Scope, found: Labelled) -> bool:
    """Tell whether what is cut off behind a place is that no goods go there: "… – old plant"."""
    value = found.value
    if value is None:
        return False
    last = value.words[-1].box
    level = (
        run for run in scope.runs if run.page is value.page and run.box.top < last.middle < run.box.bottom
    )
    behind = (run.text for run in level if 0 <= run.box.x0 - last.x1 < NEAR * last.height)
    return HERE.search(value.text, found.end) is not None or any(map(_takes_back, behind))


def _takes_back(text: str) -> bool:
    """Tell whether words behind a dash, which are no label of their own, may say that goods go elsewhere."""
    return not (text[:1].isupper() or COLON.search(text)) and place_asides.OPEN.search(text) is not None
