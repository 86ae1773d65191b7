"""What people vouch for about orders: milestones whose event happened, goods that were accepted.

SAP knows neither that a drawing was approved nor that a warranty is over, and often no acceptance. A word
holds for its order, and for one milestone of its contract: another share, or another event, asks anew.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from models.contract_terms import PROVEN, Attested, Contract, Due, Milestone

SAID_BY_SAP = frozenset({Due.ON_SHIPMENT})
"""Events that nobody vouches for: goods issue is SAP's."""


def of_item(words: Sequence[Attested], item: str) -> tuple[Attested, ...]:
    """Return what holds for an item, of what is said about its order."""
    return tuple(each for each in words if each.item is None or each.item == item)


def with_words(contract: Contract, words: Sequence[Attested]) -> Contract:
    """Return a contract with what people vouched for at its milestones; `words` are newest first."""
    if not words:
        return contract
    milestones = contract.milestones
    found = (
        next((one for one in words if _is_of(one, each, place_of(milestones, at))), None)
        for at, each in enumerate(milestones)
    )
    said = tuple(replace(each, attested=one) for each, one in zip(milestones, found, strict=True))
    return replace(contract, milestones=said)


def place_of(milestones: Sequence[Milestone], at: int) -> int:
    """Return which one a milestone is among those of the same event and share, from 1."""
    wanted = milestones[at]
    return sum((each.due, each.percent) == (wanted.due, wanted.percent) for each in milestones[: at + 1])


def _is_of(word: Attested, milestone: Milestone, place: int) -> bool:
    return (word.due, word.percent, word.place) == (milestone.due, milestone.percent, place)


def accepted(words: Sequence[Attested], today: dt.date) -> Attested | None:
    """Return the last word that goods were accepted, or signed for: it covers what left until that day."""
    known = [each for each in words if each.due in PROVEN and each.happened_on <= today]
    return max(known, key=lambda each: each.happened_on, default=None)


def can_be_said(milestone: Milestone) -> bool:
    """Tell whether a person can vouch for the event of a milestone."""
    return milestone.due not in SAID_BY_SAP
