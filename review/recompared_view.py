"""What newer quotations changed about a case, as its page says it: the basis changed, from what to what."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.basis_change import Changed
from models.case import BasisChange, CaseDetail
from models.comparison import Outcome, Verdict
from review import display
from review.spots import place_name
from review.words import say, word

_OUTCOMES = frozenset(Outcome)
_NUMBER = "quotation_number"
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class RecomparedView:
    """One time that the basis changed: the two imports, the verdicts, and what changed, in words."""

    change: BasisChange
    verdict: str
    changes: tuple[str, ...]

    @property
    def failed(self) -> bool:
        """Whether the case could not be compared again."""
        return self.change.verdict is None


def view(lang: str, case: CaseDetail) -> tuple[RecomparedView, ...]:
    """Return every time that newer quotations changed a case, the newest first."""
    return tuple(
        RecomparedView(each, _verdict(lang, each), tuple(_changes(lang, each))) for each in case.basis
    )


def _verdict(lang: str, change: BasisChange) -> str:
    if change.verdict is None or change.was is None:
        return ""
    was, now = (word(lang, "verdict", each) for each in (change.was, change.verdict))
    return now if was == now else say(lang, "recompared.from_to", old=was, new=now)


def _changes(lang: str, change: BasisChange) -> Iterator[str]:
    for each in change.changes:
        yield _change(lang, each)


def _change(lang: str, change: Changed) -> str:
    if not change.field:
        group = "recompared.note_new" if change.now else "recompared.note_gone"
        note = say(lang, group, note=word(lang, "check", change.code))
        return note if change.line is None else say(lang, "recompared.line", line=change.line, text=note)
    place = place_name(lang, change.line, change.field)
    if change.line is None and change.quote_item is not None:
        place = say(lang, "recompared.item", item=change.quote_item, field=word(lang, "field", change.field))
    quoted = _quoted(lang, change)
    outcome = _outcome(lang, change)
    told = say(lang, "sentence.semicolon").join(filter(None, (quoted, outcome)))
    return say(lang, "recompared.place", place=place, text=told)


def _quoted(lang: str, change: Changed) -> str:
    if change.was_quoted == change.quoted:
        return ""
    old, new = (
        _NOTHING if each is None else display.value(lang, change.field, each)
        for each in (change.was_quoted, change.quoted)
    )
    return say(lang, "recompared.from_to", old=old, new=new)


def _outcome(lang: str, change: Changed) -> str:
    if change.field == _NUMBER and {change.was, change.now} & set(Verdict):
        return ""
    old, new = (
        word(lang, "outcome", each) if each in _OUTCOMES else _NOTHING for each in (change.was, change.now)
    )
    return "" if old == new else say(lang, "recompared.from_to", old=old, new=new)
