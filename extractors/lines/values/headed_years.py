"""Days whose year stands in the heading: 4月25日 under 交货时间（2026年）, 10/16 under 2026年到货."""

from extractors.late import late
from extractors.lines.item import Text

YEAR = late(r"[(（]\s?(?P<year>20\d\d)\s?年?度?\s?[)）]|^(?P<leading>20\d\d)\s?年")
DAY = late(r"(?P<month>1[0-2]|0?[1-9])\s?月\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?[日号]?")
BARE = late(r"(?P<month>1[0-2]|0?[1-9])\s?[/.-]\s?(?P<day>3[01]|[12]\d|0?[1-9])")
"""A day behind its month, which comes first in Chinese."""


def with_year(text: Text, printed: str) -> str:
    """Return what stands under a heading, a day of month with the year that the heading names."""
    heading = text.heading.text if text.heading is not None else ""
    named = YEAR.search(heading)
    if named is None:
        return printed
    day = DAY.fullmatch(printed) or (BARE.fullmatch(printed) if "年" in heading else None)
    year = named["year"] or named["leading"]
    return printed if day is None else f"{year}年{day['month']}月{day['day']}日"
