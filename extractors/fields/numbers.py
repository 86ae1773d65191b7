"""Bare numbers: every value that a printed number can mean.

"1,234" is twelve hundred in one notation and a little more than one in the other. One number alone
cannot tell; all numbers of a document together usually can (`vote`), and then each has one value.
"""

import enum
import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields.text import level
from extractors.late import late


class Notation(enum.StrEnum):
    """Which mark stands before the decimals."""

    POINT = "point"
    """1,234.56 and 1'234.56 and 12,34,567.00."""
    COMMA = "comma"
    """1.234,56 and 1 234,56."""


@dataclass(frozen=True, slots=True)
class Number:
    """A value with the printed decimal places; `notation` is None where both read it alike."""

    value: Decimal
    notation: Notation | None


LONGEST = 32
START = late(r"[-+(.,]?\s?[0-9(]")
SIGNED = late(r"(?P<open>\()?(?P<lead>[-+]?)\s?(?P<body>[0-9.,' ]*[0-9.,]+?)(?P<trail>\s?-)?(?(open)\))")
# Swiss and German price lists print a dash for "no decimals": 12.- and 12,--
NO_DECIMALS = late(r"(?P<whole>[0-9.,' ]*[0-9])(?P<mark>[.,])\s?--?")
NOT_DIGIT = late(r"[^0-9]")
WHOLE = late(r"[0-9]+")
FORMS = (
    # plain decimals: a number of several digits does not begin with a zero
    (late(r"(?P<whole>0|[1-9][0-9]*)?\.(?P<places>[0-9]+)"), Notation.POINT),
    (late(r"(?P<whole>0|[1-9][0-9]*)?,(?P<places>[0-9]+)"), Notation.COMMA),
    # 1,234 and 1,234.56; the same with the marks exchanged
    (late(r"(?P<whole>[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?P<places>[0-9]+))?"), Notation.POINT),
    (late(r"(?P<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<places>[0-9]+))?"), Notation.COMMA),
    # 12,34,567.00: Indian grouping by lakh and crore
    (late(r"(?P<whole>[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3})(?:\.(?P<places>[0-9]+))?"), Notation.POINT),
)

SETTLED = (
    # 1,234.56 and 0.5 and 1234.5 and 12.34, but not 1.234, which may be a thousand; and the same exchanged
    (
        late(
            r"(?P<whole>[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{3,}|0|[1-9][0-9]{0,2}(?!\.[0-9]{3}\Z))"
            r"\.(?P<places>[0-9]+)"
        ),
        Notation.POINT,
    ),
    (
        late(
            r"(?P<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{3,}|0|[1-9][0-9]{0,2}(?!,[0-9]{3}\Z))"
            r",(?P<places>[0-9]+)"
        ),
        Notation.COMMA,
    ),
)
"""What most numbers look like that have one reading: found at once, without asking for all forms."""

# 1'234.56 and 1 234,56 with any kind of space
GAPPED = late(
    r"(?P<whole>[1-9][0-9]{0,2}(?P<gap>[ '])[0-9]{3}(?:(?P=gap)[0-9]{3})*)"
    r"(?:(?P<mark>[.,])(?P<places>[0-9]+))?"
)
MARKS = {".": Notation.POINT, ",": Notation.COMMA}


@functools.lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Number, ...]:
    """Return every reading of a bare number; none where the text is something else.

    A minus may stand before or behind (SAP prints 12.00-), or as parentheses around a number with
    decimals or groups; "(2)" alone is a mark, not minus two.
    """
    if len(text) > LONGEST:
        return ()
    printed = level(text).strip()
    if WHOLE.fullmatch(printed):
        return (Number(Decimal(printed), None),)
    for form, notation in SETTLED:
        if match := form.fullmatch(printed):
            return (Number(_value(match), notation),)
    if not START.match(printed):
        return ()
    undecimal = NO_DECIMALS.fullmatch(printed)
    if undecimal:
        return _undecimal(undecimal)
    signed = SIGNED.fullmatch(printed)
    return _signed(signed) if signed else ()


def _signed(match: re.Match[str]) -> tuple[Number, ...]:
    body, lead, trail = match["body"], match["lead"], match["trail"]
    if (lead and trail) or (match["open"] and (lead or trail or body.isdigit())):
        return ()
    readings = _unsigned(body)
    if match["open"] or lead == "-" or trail:
        return tuple(Number(-each.value, each.notation) for each in readings)
    return readings


def _unsigned(body: str) -> tuple[Number, ...]:
    if WHOLE.fullmatch(body):
        return (Number(Decimal(body), None),)
    gapped = GAPPED.fullmatch(body)
    if gapped:
        return (Number(_value(gapped), MARKS.get(gapped["mark"])),)
    found = ((form.fullmatch(body), notation) for form, notation in FORMS)
    return tuple(Number(_value(match), notation) for match, notation in found if match)


def _value(match: re.Match[str]) -> Decimal:
    whole = NOT_DIGIT.sub("", match["whole"] or "0")
    places = match["places"]
    return Decimal(f"{whole}.{places}" if places else whole)


def _undecimal(match: re.Match[str]) -> tuple[Number, ...]:
    notation = MARKS[match["mark"]]
    readings = _unsigned(match["whole"])
    return tuple(
        Number(each.value, notation)
        for each in readings
        if each.notation in {None, notation} and each.value == each.value.to_integral_value()
    )


def vote(texts: Iterable[str], prior: Notation | None = None) -> Notation | None:
    """Return the notation of a document, from those of its numbers that have only one.

    None where they contradict each other; `prior` where none of them decides.
    """
    settled = set()
    for text in texts:
        readings = parse(text)
        if len(readings) == 1 and readings[0].notation is not None:
            settled.add(readings[0].notation)
    if not settled:
        return prior
    return settled.pop() if len(settled) == 1 else None


def read(text: str, notation: Notation | None) -> Decimal | None:
    """Return the one value of a number under a voted notation.

    None where the text is no number, contradicts the notation, or stays ambiguous without one.
    """
    fitting = [each for each in parse(text) if notation is None or each.notation in {None, notation}]
    return fitting[0].value if len(fitting) == 1 else None
