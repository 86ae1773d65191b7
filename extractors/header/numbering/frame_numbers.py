"""The number of a contract on an order: its own where there is no other, or that of what it belongs to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.header.labelling.labels import Labelled
from extractors.header.settle import Choice
from extractors.late import late
from models.reading import Reason

FRAMED = late(
    r"call[- ]?off|release|abruf|frame|blanket|agreement|annual|要货|叫货|框架|协议|年度|年框|长期",
    re.IGNORECASE,
)
REFERRING = late(r"\bref(?:erence|\b)|参考|参照|依据|所属|对应", re.IGNORECASE)
OWN = late(r"单据|單據|凭证|\bdoc|beleg", re.IGNORECASE)
"""Labels of the number of the very paper; a 通知单号 may be that of another one."""
RUNNING = late(r"\d{5}")
"""A number that counts papers; that of a form has hardly so many figures: MP-PUR-PR-012-03."""
Numbers = Sequence[tuple[Labelled, Choice]]
"""Labels, each with the number beside it."""


def beside(contracts: Numbers, plain: Numbers, titles: Sequence[str]) -> list[Choice]:
    """Return the numbers that an order with the number of a contract may have.

    One whose label does not say of what it is (通知单号) is the order's where the contract is only referred
    to, and in doubt beside any other. What names the contract a yearly one or a frame leaves no doubt.
    """
    own = [choice for _, choice in plain]
    doubted = [_doubted(found, choice, own, titles) for found, choice in contracts]
    if any(choice.doubt is None for choice in doubted):
        return doubted
    certain = [(found, choice) for found, choice in plain if choice.doubt is None and OWN.search(found.named)]
    papers = [choice for _, choice in certain if RUNNING.search(choice.value or "")]
    framed = all(FRAMED.search(found.named + choice.run.text) for found, choice in contracts)
    return papers if framed and papers else [*own, *doubted]


def _doubted(found: Labelled, choice: Choice, own: Sequence[Choice], titles: Sequence[str]) -> Choice:
    """Return the number of a contract, in doubt where an order only refers to it or has one of its own."""
    calls = any(map(FRAMED.search, (choice.run.text, *titles))) or REFERRING.search(found.named) is not None
    calls = calls or any(each.doubt is None and each.value != choice.value for each in own)
    return replace(choice, reason=choice.reason or Reason.ROLE) if calls else choice
