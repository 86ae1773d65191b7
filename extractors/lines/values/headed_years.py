"""Days whose year stands in the heading: 4月25日 under 交货时间（2026年）."""

from extractors.late import late
from extractors.lines.item import Text

YEAR = late(r"[(（]\s?(?P<year>20\d\d)\s?年?度?\s?[)）]")
DAY = late(r"(?P<month>1[0-2]|0?[1-9])\s?月\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?[日号]?")


def with_year(text: Text, printed: str) -> str:
    """Return what stands under a heading, a day of month with the year that the heading names."""
    named = YEAR.search(text.heading.text) if text.heading is not None else None
    day = DAY.fullmatch(printed) if named is not None else None
    return printed if named is None or day is None else f"{named['year']}年{printed}"
