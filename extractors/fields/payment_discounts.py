"""Cash discounts in payment terms: what may be deducted by whoever pays within so many days.

The short forms are those of accounting programs ("2% 10 Net 30", "2/10 net 30": two percent within ten days,
else all of it within thirty), the long ones those of SAP ("Within 14 days 2.000 % cash discount") and of
German and French offices (Skonto, escompte).
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from extractors.late import late

MOST = Decimal(10)
"""A larger share is an instalment and no discount."""
SHARE = r"(?P<percent>[0-9]{1,2}(?:[.,][0-9]{1,3})?)"
DAYS = r"(?P<days>[0-9]{1,3})"
UNIT = r"(?:calendar )?(?:days?|tagen?|jours)"
NAME = r"(?:(?:cash )?discount|skonto|escompte|disc\.?)"
WITHIN = r"(?:within|in|innerhalb(?: von)?|binnen|bei zahlung innerhalb(?: von)?|sous|à)"
REST = r"(?=\s?(?:n(?:et)?\b|n/|[0-9]{1,3}\s?(?:days?|tagen?|jours)|within|innerhalb|sous))"
FORMS = tuple(
    late(form)
    for form in (
        rf"(?<![0-9.,]){SHARE}\s?(?:%|/)\s?{DAYS}(?:\s?{UNIT})?(?!\s?{NAME})\s?[,;/-]?{REST}",
        rf"(?:{WITHIN}\s)?{DAYS}\s?{UNIT}[ ,:]{{1,2}}{SHARE}\s?%(?:\s?{NAME})?\s?[,;/-]?{REST}",
        rf"(?:less )?{SHARE}\s?%\s?{NAME}\s(?:{WITHIN}\s)?{DAYS}\s?{UNIT}\s?[,;/-]?{REST}",
    )
)
"""How a casefolded text says it, always before the days for all of the price."""
NET_SHORT = late(r"(?<![a-z])n/(?=[0-9])")
"""Net in a short form: "2/10, n/30"."""
NOTHING = late(r"^0(?:[.,]0+)?\s?%\s?(?=[0-9]{1,3}$)")
"""Ariba's "0.000% 45": no discount, all of it within 45 days."""


@dataclass(frozen=True, slots=True)
class Discount:
    """A share of the price, in percent, that whoever pays within `days` need not pay."""

    percent: Decimal
    days: int


def take(text: str) -> tuple[str, tuple[Discount, ...]]:
    """Return the casefolded terms without the discounts that stand before the net days, and these."""
    if "%" not in text and "/" not in text:
        return text, ()
    found: list[Discount] = []
    rest = NET_SHORT.sub("net ", NOTHING.sub("net ", text))
    while (match := next(filter(None, (form.search(rest) for form in FORMS)), None)) is not None:
        one = _discount(match)
        if one.percent > MOST:
            break
        found += [one] if one.percent else []
        rest = f"{rest[: match.start()]} {rest[match.end() :]}".strip()
    return rest, tuple(found)


def _discount(match: re.Match[str]) -> Discount:
    return Discount(Decimal(match["percent"].replace(",", ".")), int(match["days"]))
