"""Clauses in English words, for the text of notes; pages say the same in the reader's language."""

import re
from collections.abc import Callable, Mapping

from compare import clause_terms

UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour"}
STARTS = {
    "delivery": " from delivery",
    "startup": " from start-up",
    "acceptance": " from acceptance",
    "ship": " from shipment",
    "-": "",
}
ORDER = {"first": ", whichever is first", "last": ", whichever is last", "both": ""}


def in_words(text: str) -> str:
    """Return a clause in words: "damages 0.5/W cap 5" is damages for delay, 0.5 % a week, at most 5 %."""
    kind, _, value = text.partition(" ")
    return WORDS[kind](value) if kind in WORDS else text


def _damages(value: str) -> str:
    match = clause_terms.DAMAGES.fullmatch(value)
    if match is None:
        return f"damages for delay {value}"
    cap = match["cap"]
    limit = "without a limit" if cap == "none" else f"at most {_share(cap)}"
    return f"damages for delay {_share(match['rate'])} a {UNITS[match['unit']]}, {limit}"


def _share(text: str) -> str:
    money = re.fullmatch(r"([A-Z]{3})([0-9.]+)", text)
    return f"{money[1]} {money[2]}" if money else f"{text} %"


def _warranty(value: str) -> str:
    bounds = [
        f"{each['count']} {UNITS[each['unit']]}s{STARTS.get(each['start'], '')}"
        for each in clause_terms.BOUND.finditer(value)
    ]
    return f"warranty {' or '.join(bounds)}{ORDER.get(value.partition(' ')[0], '')}"


def _liability(value: str) -> str:
    if value == "unlimited":
        return "liability without a limit"
    share = clause_terms.share(value)
    return (
        "no liability for consequential loss" if share is None else f"liability up to {share} % of the price"
    )


def _papers(value: str) -> str:
    return "documents asked for: " + ", ".join(each.replace(":", " ×") for each in value.split())


def _tolerance(value: str) -> str:
    return f"quantity tolerance {value.replace(' ', ' % / ')} %"


def _lots(value: str) -> str:
    return "lots: " + ", ".join(each.replace("@", " by ") for each in value.split())


def _charge(value: str) -> str:
    amount = value.removeprefix("-")
    return f"{amount} charged besides" if amount == value else f"{amount} taken off the total"


WORDS: Mapping[str, Callable[[str], str]] = {
    "damages": _damages,
    "warranty": _warranty,
    "liability": _liability,
    "pay_when_paid": lambda _: "we are paid only when the customer is",
    "docs": _papers,
    "tolerance": _tolerance,
    "partial": lambda value: f"partial deliveries {value}",
    "lots": _lots,
    "discount": lambda value: f"discount of {value} %",
    "charge": _charge,
    "free": lambda _: "free of charge",
    "included": lambda value: f"included in item {value}",
}
