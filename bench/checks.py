"""What `check` reported, held against the true differences of an order.

A true difference is found when it, or one of the places that say the same (`also`), was reported with
its kind. Reported differences that are neither true nor tolerated are false; what is merely unsure or
missing in the document is information, never false. A `match` that a perfect reader would not give, or
one with another quotation, is a wrong match: the worst that comparing can do.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.outputs import Json
from bench.truths import CheckTruth

INFORMATION = frozenset({"unsure", "missing_in_document"})
PLACE = ("field", "kind", "line", "quote_item")


@dataclass(frozen=True, slots=True)
class CheckScore:
    """An order: true differences found and missed, and reported ones that are false."""

    truth: CheckTruth
    read: Json | None
    found: tuple[Json, ...] = ()
    missed: tuple[Json, ...] = ()
    false: tuple[Json, ...] = ()

    @property
    def verdict(self) -> str | None:
        """Return the verdict that was given, None without any."""
        return self.read["verdict"] if self.read else None

    @property
    def verdict_right(self) -> bool:
        """Tell whether the verdict is that of a perfect reader."""
        return self.verdict == self.truth.verdict

    @property
    def quotation_right(self) -> bool:
        """Tell whether the order was held against its quotation."""
        return self.read is not None and _number(self.read.get("quotation_number")) == _number(
            self.truth.quotation_number
        )

    @property
    def wrong_match(self) -> bool:
        """Tell whether nobody would look at an order that somebody must look at."""
        return self.verdict == "match" and not (self.verdict_right and self.quotation_right)


def score(truth: CheckTruth, read: Json | None) -> CheckScore:
    """Return how well `read`, a line of `check --json`, reports what is true."""
    reported = [each for each in (read or {}).get("differences", ()) if each["kind"] not in INFORMATION]
    found = [each for each in truth.differences if _is_found(each, reported)]
    missed = [each for each in truth.differences if not _is_found(each, reported)]
    true = [place for each in truth.differences for place in _places(each)]
    false = [
        each
        for each in reported
        if not any(_same_place(place, each) for place in true)
        and not any(_tolerates(place, each) for place in truth.tolerated)
    ]
    return CheckScore(truth, read, tuple(found), tuple(missed), tuple(false))


def _places(difference: Json) -> Iterator[Json]:
    yield difference
    yield from difference.get("also", ())


def _is_found(difference: Json, reported: list[Json]) -> bool:
    return any(_same_place(place, each) for place in _places(difference) for each in reported)


def _same_place(place: Json, reported: Json) -> bool:
    """Tell whether both speak of the same; the quoted item counts where both name one."""
    if any(place[each] != reported.get(each) for each in ("field", "kind", "line")):
        return False
    items = (_number(place["quote_item"]), _number(reported.get("quote_item")))
    return None in items or items[0] == items[1]


def _tolerates(place: Json, reported: Json) -> bool:
    return all(str(value) == str(reported.get(name)) for name, value in place.items() if name in PLACE)


def _number(value: object) -> str | None:
    """Return a number of SAP without its leading zeros."""
    return None if value is None else str(value).lstrip("0")
