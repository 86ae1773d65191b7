"""A document as it was read, for a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from models.reading import Extraction, Failure, Field, OrderLine, Reading, stated
from review import display, particulars, sentences
from review.reports.terminal import FAILED, GOOD, SOFT, UNSURE, line, plain, title
from review.words import say, word

_COLUMNS = (
    "part_number",
    "customer_part_number",
    "drawing_number",
    "description",
    "quantity",
    "unit",
    "unit_price",
    "price_per",
    "amount",
    "delivery_date",
    "lead_time",
)
_INDENTED = (0, 0, 0, 2)


def show(console: Console, extraction: Extraction, lang: str) -> None:
    """Print a document: its fields and lines, what is not sure and why, or why it was not read."""
    console.print(title(lang, extraction))
    reading = extraction.reading
    if extraction.failure is not None:
        show_failure(console, extraction.failure, lang)
    elif reading is None:
        reason = word(lang, "ignored", extraction.ignored or "")
        console.print(line("  ", say(lang, "part.ignored", why=reason), style=SOFT))
    else:
        _show_reading(console, reading, lang)
    console.print()


def show_failure(console: Console, failure: Failure, lang: str) -> None:
    """Print why a document was not read, and what to do."""
    console.print(line("  × ", word(lang, "error", failure.code), style=FAILED))
    console.print(line("    ", word(lang, "remedy", failure.code)))
    console.print(line("    ", particulars.of_failure(lang, failure), style=SOFT))


def _show_reading(console: Console, reading: Reading, lang: str) -> None:
    console.print(Padding(_header(reading, lang), _INDENTED))
    if reading.lines:
        console.print(Padding(_lines(reading.lines, lang), _INDENTED))
    for doubt in _doubts(reading.lines, lang):
        console.print(line("  ? ", doubt, style=UNSURE))
    for problem in reading.problems:
        console.print(line("  ! ", sentences.problem(lang, problem), style=UNSURE))


def _header(reading: Reading, lang: str) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for wraps in (False, False, True, True):
        table.add_column(no_wrap=not wraps, overflow="fold")
    for name, field in stated(reading.header):
        shown = display.of_field(lang, name, field) or say(lang, "value.unread")
        mark = line("✓", style=GOOD) if field.sure else line("?", style=UNSURE)
        doubt = line(_doubt(lang, field), style=UNSURE)
        table.add_row(line(word(lang, "field", name), style=SOFT), mark, plain(shown), doubt)
    return table


def _lines(lines: Sequence[OrderLine], lang: str) -> Table:
    used = [name for name in _COLUMNS if any(getattr(each, name) for each in lines)]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=SOFT)
    table.add_column("")
    for name in used:
        table.add_column(
            word(lang, "field", name), justify="right" if name in display.NUMBERS else "left", overflow="fold"
        )
    for number, each in enumerate(lines, start=1):
        table.add_row(str(number), *(_cell(lang, name, getattr(each, name)) for name in used))
    return table


def _cell(lang: str, name: str, field: Field | None) -> Text:
    if field is None:
        return Text()
    shown = display.of_field(lang, name, field)
    return plain(shown) if field.sure else line(shown, "?", style=UNSURE)


def _doubts(lines: Iterable[OrderLine], lang: str) -> Iterator[str]:
    """Yield what is not sure in the lines; what several lines share is said once."""
    found: dict[tuple[str, str], list[str]] = {}
    for number, each in enumerate(lines, start=1):
        for name, field in stated(each):
            if not field.sure:
                found.setdefault((name, _doubt(lang, field)), []).append(str(number))
    for (name, doubt), numbers in found.items():
        places = say(lang, "place.lines", n=len(numbers), lines=", ".join(numbers))
        yield say(lang, "report.doubt", lines=places, field=word(lang, "field", name), why=doubt)


def _doubt(lang: str, field: Field) -> str:
    doubt = sentences.doubt(lang, field)
    if doubt and field.candidates:
        others = say(lang, "sentence.list").join(each.value for each in field.candidates)
        return f"{doubt}{say(lang, 'value.choices')} {others}"
    return doubt
