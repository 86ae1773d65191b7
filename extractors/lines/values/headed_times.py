"""Lead times whose unit stands in the heading: 18 under "Delivery weeks ARO", 45 under 交期(天)."""

import re

from extractors.fields import periods
from extractors.late import late
from extractors.lines.item import Text

SPAN = late(r"\d{1,3}(?:\s?[-–~至]\s?\d{1,3})?")
UNIT = late(
    r"(?P<unit>\b(?:(?:working |business |calendar )?days|weeks|wks|months|mths)\b"
    r"|\b(?:arbeitstagen?|werktagen?|tagen?|wochen|monaten?)\b"
    r"|(?<=[(（/\[])\s?(?:个?工作日|天|日|周|个?月|days?|weeks?|wks?|months?)(?=\s?[)）\]]|$))(?P<since>.*)",
    re.IGNORECASE,
)
NUMBERED = late(r"calend[ae]r w|kalender|\b[kc]w\b|number|\bno\b|周次|周别", re.IGNORECASE)
"""Weeks that are told by their number in the year are days, not times."""
LASTING = late(
    r"lead|time|period|\baro\b|after|within|zeit|frist|dauer|周期|货期|交期|期限|时间", re.IGNORECASE
)
"""What says that the weeks of a heading are counted from the order on."""


def read(text: Text) -> periods.Period | None:
    """Return the lead time that a bare number under a heading of days, weeks or months is."""
    heading = text.heading.text if text.heading is not None else ""
    unit = UNIT.search(heading) if SPAN.fullmatch(text.printed) and not NUMBERED.search(heading) else None
    if unit is None:
        return None
    since = unit["since"].strip(" ()（）[].")
    return periods.parse(f"{text.printed} {unit['unit']} {since}") or periods.parse(
        f"{text.printed} {unit['unit']}"
    )


def is_certain(text: Text, period: periods.Period) -> bool:
    """Tell whether a number of weeks can be no week of the year: the heading says that it lasts."""
    heading = text.heading.text if text.heading is not None else ""
    return not period.iso.endswith("W") or LASTING.search(heading) is not None
