"""Why a case needs a person, from the stable words that are kept with it.

The words are `no_order`, `no_quotation`, `not_proven`, `unreadable:<code>`, `not_compared:<kind>`,
`note:<code>` and `<kind of difference>:<field>`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from models.comparison import DifferenceKind
from review.display import capital
from review.words import say, word

_TONES = {
    DifferenceKind.DIFFERS: "differs",
    DifferenceKind.ARITHMETIC: "differs",
    DifferenceKind.NOT_IN_QUOTATION: "missing",
    DifferenceKind.NOT_ORDERED: "missing",
    DifferenceKind.MISSING_IN_DOCUMENT: "missing",
    DifferenceKind.UNSURE: "unsure",
    "no_quotation": "not_checked",
    "not_compared": "not_checked",
    "not_proven": "unsure",
}
_GROUP_OF_DETAIL = {"unreadable": "error", "not_compared": "kind", "note": "check"}
_KINDS = frozenset(DifferenceKind)
_WITHOUT_FIELD = frozenset({DifferenceKind.NOT_IN_QUOTATION, DifferenceKind.NOT_ORDERED})


@dataclass(frozen=True, slots=True)
class Why:
    """One reason in words; `tone` chooses its mark."""

    tone: str
    text: str


def in_words(lang: str, reasons: Iterable[str]) -> tuple[Why, ...]:
    """Return the reasons in words; what differs in the same way is one reason that lists its fields."""
    grouped: dict[str, list[str]] = {}
    for reason in reasons:
        head, _, detail = reason.partition(":")
        grouped.setdefault(head, []).extend([detail] if detail else [])
    return tuple(_why(lang, head, details) for head, details in grouped.items())


def _why(lang: str, head: str, details: list[str]) -> Why:
    name = word(lang, "difference" if head in _KINDS else "case_reason", head)
    tone = _TONES.get(head, "note")
    if not details or head in _WITHOUT_FIELD:
        return Why(tone, capital(name))
    group = _GROUP_OF_DETAIL.get(head, "field")
    listed = say(lang, "sentence.list").join(word(lang, group, each) for each in details)
    return Why(tone, capital(say(lang, "sentence.reason", name=name, details=listed)))
