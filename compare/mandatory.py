"""Fields without which there is no order: its number, its date, its buyer; part, quantity and price."""

from collections.abc import Iterator

from compare import subject, values
from compare.subject import Subject
from models.comparison import Check, Severity, Side
from models.reading import Field, OrderLine, Reading

NUMBERS = ("part_number", "customer_part_number", "drawing_number", "description")


def checks(reading: Reading) -> Iterator[Check]:
    """Yield which mandatory fields are there; what is compared anyway appears here only if it lacks."""
    for name in ("document_number", "document_date"):
        yield _stated(name, getattr(reading.header, name), Severity.MAJOR)
    if reading.header.customer is None:
        yield _stated("customer", None, Severity.MAJOR)
    for at, line in enumerate(reading.lines, start=1):
        yield from _of_line(at, line)


def _of_line(at: int, line: OrderLine) -> Iterator[Check]:
    if all(getattr(line, each) is None for each in NUMBERS):
        yield _stated("part_number", None, Severity.BLOCKER, at)
    for name in ("quantity", "unit_price"):
        if getattr(line, name) is None:
            yield _stated(name, None, Severity.BLOCKER, at)


def _stated(name: str, field: Field | None, severity: Severity, line: int | None = None) -> Check:
    of = Subject("M01", name, field, line=line)
    if field is None:
        return subject.missing(of, Side.DOCUMENT, severity)
    readable = values.date(field) if name == "document_date" else field.value
    return subject.not_checked(of, "needs_no_quotation") if readable else subject.unread(of)
