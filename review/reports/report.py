"""What people read in a terminal: documents as they were read, how they compare.

Colour only helps: each mark is a character too. `rich` leaves colour away where nobody looks at a
terminal, or where NO_COLOR is set.
"""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console

from models.comparison import Comparison, Verdict
from models.reading import Extraction, Header, OrderLine, Reading, stated
from review.reports import comparison as report_comparison
from review.reports import extraction as report_extraction
from review.reports.terminal import STRONG, line
from review.words import say, word

_STATES = ("report.sure", "report.unsure", "report.failed", "report.ignored")


def print_extractions(console: Console, extractions: Sequence[Extraction], lang: str) -> None:
    """Print every document as it was read, with what is not sure and why, and a summary."""
    for each in extractions:
        report_extraction.show(console, each, lang)
    counts = Counter(_state(each) for each in extractions)
    _print_summary(
        console, lang, len(extractions), [say(lang, each, n=counts[each]) for each in _STATES if counts[each]]
    )


def print_comparisons(
    console: Console, compared: Sequence[tuple[Extraction, Comparison | None]], lang: str
) -> None:
    """Print for every document what differs from its quotation, and a summary."""
    for extraction, comparison in compared:
        report_comparison.show(console, extraction, comparison, lang)
    counts = Counter(comparison.verdict if comparison else None for _, comparison in compared)
    facts = [f"{counts[each]} {word(lang, 'verdict', each)}" for each in Verdict if counts[each]]
    facts += [say(lang, "report.not_compared", n=counts[None])] if counts[None] else []
    _print_summary(console, lang, len(compared), facts)


def _state(extraction: Extraction) -> str:
    if extraction.failure is not None:
        return "report.failed"
    if extraction.reading is None:
        return "report.ignored"
    return "report.sure" if _all_sure(extraction.reading) else "report.unsure"


def _all_sure(reading: Reading) -> bool:
    parts: tuple[Header | OrderLine, ...] = (reading.header, *reading.lines)
    return all(field.sure for part in parts for _, field in stated(part))


def _print_summary(console: Console, lang: str, count: int, facts: Sequence[str]) -> None:
    console.print(line(" · ".join([say(lang, "report.documents", n=count), *facts]), style=STRONG))
