"""What a person vouches for about an order: which events can be said, and what a form says of one."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from desk.invoicing import attesting
from models.contract_terms import Attested, Due
from models.invoicing import Decision
from models.rows.invoicing.attestations import Word
from review.forms import Form

LONGEST = 300
"""Characters of who said it, and of the evidence."""
ORDER = "order"
ITEM = "item"
"""What a word is about."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event that a person can vouch for; `key` names it in a form. Without `percent`: of goods."""

    key: str
    due: Due
    percent: Decimal | None = None
    place: int = 1
    known: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A word as the page shows it; `fits` tells whether the contract has such a milestone.

    `counted` tells whether the row was decided since then: by the word, where it says anything about it.
    """

    word: Word
    fits: bool
    counted: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form says, or the field that is wrong with it."""

    attested: Attested | None
    mistake: str = ""


def events(decision: Decision) -> tuple[Event, ...]:
    """Return what can be said about the order of a row: its milestones, and that the goods were accepted."""
    seen = decision.seen
    if seen is None or seen.item is None:
        return ()
    milestones = tuple(
        Event(
            f"m{at}",
            each.due,
            each.percent,
            attesting.place_of(seen.milestones, at),
            each.attested is not None,
        )
        for at, each in enumerate(seen.milestones)
        if attesting.can_be_said(each)
    )
    return (*milestones, Event("accepted", Due.ON_ACCEPTANCE), Event("delivered", Due.ON_DELIVERY))


def shown(decision: Decision, words: Sequence[Word], decided_at: dt.datetime) -> tuple[Shown, ...]:
    """Return the words about the item of a row that was decided last at a moment, the newest first."""
    seen = decision.seen
    item = seen.item.item if seen is not None and seen.item is not None else None
    known = {(each.due, each.percent, each.place) for each in events(decision)}
    return tuple(
        Shown(
            each,
            (each.attested.due, each.attested.percent, each.attested.place) in known,
            each.attested.at <= decided_at,
        )
        for each in words
        if each.attested.item in {None, item}
    )


def filled(form: Form, decision: Decision, today: dt.date, by: str, now: dt.datetime) -> Filled:
    """Return what a form says about the order of a row; a day that is still to come is a mistake."""
    seen = decision.seen
    event = next((each for each in events(decision) if each.key == form.get("event")), None)
    if event is None or seen is None or seen.item is None:
        return Filled(None, "event")
    day = _day(form.get("happened_on", ""))
    if day is None or day > today:
        return Filled(None, "happened_on")
    who, evidence = (_line(form.get(name, "")) for name in ("who", "evidence"))
    if not who or not evidence:
        return Filled(None, "evidence" if who else "who")
    return Filled(
        Attested(
            order=seen.item.order,
            item=seen.item.item if form.get("about") == ITEM else None,
            due=event.due,
            percent=event.percent,
            place=event.place,
            happened_on=day,
            who=who,
            evidence=evidence,
            by=by,
            at=now,
        )
    )


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
