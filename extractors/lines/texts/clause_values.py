"""What kind of value a label inside an item wants: a sum of money, a code, a day, a unit."""

import re
from dataclasses import replace

from extractors.fields import dates, money, parts, periods, quantities, units
from extractors.late import late
from extractors.lines.headings import CODES, PRICE_UNIT, Heading
from extractors.lines.texts import spoken_numbers
from extractors.lines.texts.spoken_numbers import PRICE_END, SPELLED
from extractors.vocabulary.meanings import Role

NUMBERS = frozenset({Role.QUANTITY, Role.PRICE, Role.LIST_PRICE, Role.AMOUNT})
DATED = frozenset({Role.DELIVERY})
MEASURED = frozenset({Role.UNIT, Role.PRICE_PER})
"""Roles whose values are units; prices may be for so many of them."""
RATE = late(r"[-–]?\s*\d{1,2}(?:[.,]\d+)?\s*%?(?:\s*折)?")
"""What a discount is: 5, 7.5 %, 95折; a "Disc coupling" is a thing."""

ARRIVING = late(
    r"(?:required |requested |latest )?(?:deliver(?:y|ed)|arriv(?:al|ing)|to (?:be|arrive)) (?:at|in|on|to) "
    r"(?:our |the )?[a-z]+(?: [a-z]+)?"
    r"|(?:货到|到货|送到|送达)(?:我[司厂方]|现场|工厂|仓库|厂内)(?:日期|时间)?",
    re.IGNORECASE,
)
"""A label that says where goods arrive, beside the day on which they do: "Delivery at our mill: 4 May"."""
OF_PAPER = late(r"\d{7}|\d[./-]\d{1,2}[./-]\d|\b(?:page|seite|sheet|blatt)\b", re.IGNORECASE)
"""What the number of an item does not hold, and that of a paper does, at the head of its further pages."""
STATED = frozenset({Role.QUANTITY, Role.PRICE, Role.AMOUNT})
POINTING = late(
    r"\s*(?:siehe|vgl\.?|s\.|laut|lt\.|gem\.|gemäß|wie|see|as (?:per|quoted|agreed|stated|before|above|below)"
    r"|per|acc(?:ording)?\.?|to be|to follow"
    r"|t\.?b\.?[acd]\b|tb[acd]\b|pending|open|offen|unknown|folgt|voir|selon|vedi"
    r"|[见見]|详见|詳見|参见|按|待|另|同上|面议|面議)(?![a-z])",
    re.IGNORECASE,
)
LONGEST_COUNT = 32
"""A longer text behind a label of quantities speaks of them."""
BASE = late(r"10{0,3}(?:\s?[^\W\d_]{1,6}\.?)?")
"""So many things a price is for, perhaps with their unit."""
POINTED = late(r"\d{2,}\.\d{3,}")
"""Figures with a point, which may be a code as well as a number."""


def fits(role: Role, value: str) -> bool:
    """Tell whether a value is of the kind that its label wants."""
    if role in NUMBERS:
        return _is_figure(role, value)
    if role in CODES or role is Role.DRAWING:
        code = parts.strip_label(value)
        # A code without a figure is one where others begin as it does: `code_families` tells.
        lettered = role in CODES and parts.lettered(code) is not None
        return lettered or parts.looks_like_code(code.split(" ")[0])
    if role is Role.DISCOUNT:
        return RATE.fullmatch(value) is not None or money.parse(value) is not None
    if role in DATED:
        return bool(dates.parse(value, compact=True)) or periods.parse(value) is not None
    if role is Role.LINE_NUMBER:
        return OF_PAPER.search(value) is None
    counted = role is Role.PRICE_PER and quantities.parse(value) is not None
    return counted or role not in MEASURED or units.canonical(value) is not None


def _is_figure(role: Role, value: str) -> bool:
    """Tell whether a value is a number of its role; what is for so many of something is a price."""
    plain = SPELLED.sub("", PRICE_END.sub("", value)) if role is Role.AMOUNT else PRICE_END.sub("", value)
    found = money.parse(plain)
    if role is not Role.QUANTITY:
        return found is not None
    return _counts(value) or (found is not None and found.per is None and found.per_unit is None)


def unread(heading: Heading, value: str) -> Role | None:
    """Return the role of a figure by its label, where none stands behind it that can be read.

    "Qty: 10 / 12", 四打, 按需, "Unit price: as quoted".
    """
    role = next(iter(heading.roles)) if heading.exact and len(heading.roles) == 1 else None
    told = role in STATED and len(value) <= LONGEST_COUNT and any(map(str.isalnum, value))
    return role if told and role is not None and not fits(role, value) else None


def points_elsewhere(value: str) -> bool:
    """Tell whether what stands behind a label says where its figure is, or that it is open."""
    return POINTING.match(value) is not None


def _counts(value: str) -> bool:
    """Tell whether a value is a quantity with its unit, behind it or before it: "Qty: SET 24"."""
    return spoken_numbers.counts(value) or quantities.unit_first(value) is not None


def delivered(label: str, value: str) -> Heading | None:
    """Return what a label says that names where a thing is to be, and a day beside it; never certain."""
    named = ARRIVING.fullmatch(label.strip()) is not None and bool(dates.parse(value))
    return Heading(label.strip(), frozenset({Role.DELIVERY}), exact=False) if named else None


def based(heading: Heading, value: str) -> Heading:
    """Return a heading as what a price is for, where it may be that or the price: "Price unit: 1000"."""
    told = heading.roles == PRICE_UNIT and BASE.fullmatch(value) is not None
    return replace(heading, roles=frozenset({Role.PRICE_PER})) if told else heading


def is_pointed(value: str) -> bool:
    """Tell whether a value is figures with a point between them."""
    return POINTED.fullmatch(value) is not None
