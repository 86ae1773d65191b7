"""What clauses commit to, in numbers that compare: damages in percent a week, warranty in months."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from extractors.late import late

DAMAGES = late(r"(?P<rate>[A-Z]{3}[0-9.]+|[0-9.]+)/(?P<unit>[DWM]) cap (?P<cap>\S+)")
BOUND = late(r"(?P<start>\w+|-):(?P<count>[0-9]+)(?P<unit>[HDWMY])")
WEEKS = {"D": Decimal(7), "W": Decimal(1), "M": Decimal(7) / Decimal(30)}
"""By what a rate for a day, week or month is multiplied for one week."""
MONTHS = {"M": Decimal(1), "Y": Decimal(12), "D": Decimal(12) / Decimal(365), "W": Decimal(84) / Decimal(365)}


@dataclass(frozen=True, slots=True)
class Damages:
    """Damages for delay in percent of the price for a week, and their limit in percent, None without."""

    weekly: Decimal
    cap: Decimal | None


@dataclass(frozen=True, slots=True)
class Warranty:
    """Months by the event they count from; `last` of them decides, or first."""

    bounds: Mapping[str, Decimal]
    last: bool


def damages(value: str) -> Damages | None:
    """Return damages from "0.5/W cap 5"; None where they are a sum of money."""
    match = DAMAGES.fullmatch(value)
    if match is None or match["rate"][0].isalpha():
        return None
    cap = match["cap"]
    limit = None if cap == "none" else Decimal(cap) if cap[0].isdigit() else None
    if limit is None and cap != "none":
        return None
    return Damages(Decimal(match["rate"]) * WEEKS[match["unit"]], limit)


def unlimited(value: str) -> bool:
    """Tell whether damages have no limit."""
    return value.endswith("cap none")


def warranty(value: str) -> Warranty | None:
    """Return a warranty from "first delivery:18M startup:12M"; None where it is in hours of service."""
    found = {match["start"]: match for match in BOUND.finditer(value)}
    if not found or any(each["unit"] == "H" for each in found.values()):
        return None
    bounds = {start: Decimal(each["count"]) * MONTHS[each["unit"]] for start, each in found.items()}
    return Warranty(bounds, last=value.startswith(("last", "both")))


def is_longer(asked: Warranty, given: Warranty) -> bool | None:
    """Tell whether a warranty may last longer than the one we give; None where their starts do not compare.

    Of several periods the first to end decides, unless the text says the last.
    """
    if any(asked.bounds[start] > given.bounds[start] for start in asked.bounds.keys() & given.bounds.keys()):
        return True
    if asked.last and not given.last and len(asked.bounds) > 1:
        return True
    covered = given.bounds.keys() <= asked.bounds.keys()
    return False if covered else None


def share(value: str) -> Decimal | None:
    """Return the percentage of a limit of liability ("cap 100%"); None where it is none."""
    match = re.fullmatch(r"cap ([0-9.]+)%", value)
    return Decimal(match[1]) if match else None
