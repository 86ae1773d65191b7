"""Delivery: every line's date or lead time, and the header's for the lines that state none."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare import delivery_dates, lot_days, lot_promises, subject, values, workdays
from compare.case import Case
from compare.delivery_dates import Ruling
from compare.subject import Subject
from models.comparison import Check, Note, Outcome, Severity, Side
from models.quotation import QuotationItem
from models.reading import Field

Stated = tuple[str, Field]


def checks(case: Case) -> Iterator[Check]:
    """Yield how delivery came out: per line where lines state it, once for the header where it does."""
    resting: list[QuotationItem] = []
    in_lots = lot_days.lots(case)
    for pair, line, _ in case.pairs():
        items = lot_promises.items(case, pair.line)
        lots = in_lots.get(pair.line, ())
        # A cell of which the lots were read is no day that could not be.
        stated = [each for each in _stated(line.delivery_date, line.lead_time) if each[1].value or not lots]
        own = [*stated, *lots]
        for name, field in own:
            yield _held(case, name, field, items, pair.line + 1)
        if not own:
            resting += case.items_of(pair.line)
    yield from _somewhere(case, in_lots.get(None, ()))
    header = list(_stated(case.header.delivery_date, case.header.lead_time))
    for name, field in header if resting else ():
        yield _held(case, name, field, resting)
    if not header and resting:
        yield from _unstated(resting)


def _stated(date: Field | None, lead_time: Field | None) -> Iterator[Stated]:
    for name, field in (("delivery_date", date), ("lead_time", lead_time)):
        if field is not None:
            yield name, field


def _unstated(items: list[QuotationItem]) -> Iterator[Check]:
    """Yield that the document says nothing of the delivery that was quoted."""
    for item in items:
        quoted = item.delivery_date.isoformat() if item.delivery_date else item.lead_time
        if quoted is not None:
            name = "delivery_date" if item.delivery_date else "lead_time"
            yield subject.missing(Subject("L10", name, None, quoted), Side.DOCUMENT)
            return


def _held(
    case: Case, name: str, field: Field, items: Sequence[QuotationItem], line: int | None = None
) -> Check:
    """Return how a delivery came out against one or all items; the one that is worst off decides."""
    rulings = {item.item: each for item in items if (each := _rule(case, field, item)) is not None}
    worst = max(rulings, key=lambda each: _weight(rulings[each]), default=None)
    ruling = rulings[worst] if worst is not None else None
    quoted = ruling.quoted if ruling else None
    item = None if line is None else worst or items[0].item
    return _outcome(case, Subject("L10", name, field, quoted, line, item, _rests_on(case, ruling)), ruling)


def _somewhere(case: Case, lots: Sequence[Stated]) -> Iterator[Check]:
    """Yield the lots of which the document does not say which line they are of: no item may come later."""
    for name, field in lots:
        check = _held(case, name, field, case.items)
        if check.outcome in {Outcome.DIFFERS, Outcome.NOT_CHECKED}:
            of = Subject("L10", name, field, check.quotation)
            yield subject.not_checked(of, "which_line", Severity.MAJOR)


def _weight(ruling: Ruling) -> tuple[bool, bool, dt.date]:
    return ruling.early, ruling.open is not None, ruling.due or dt.date.min


def _rule(case: Case, field: Field, item: QuotationItem) -> Ruling | None:
    """Return how a delivery stands to an item's promise; where that is a day and a time, to both.

    SAP proposes a day for every item (VBEP-EDATU), often the one that the customer asked for.
    """
    promises = (item, replace(item, delivery_date=None)) if item.delivery_date and item.lead_time else (item,)
    rulings = [
        delivery_dates.rule(field, each, case.ordered_on, case.today, case.policy.calendar)
        for each in promises
    ]
    return next((each for each in rulings if each is not None and each.early), rulings[0])


def _rests_on(case: Case, ruling: Ruling | None) -> tuple[Field | None, ...]:
    """Return what else an outcome rests on: the order's date, where a lead time was counted from it."""
    return (case.header.document_date,) if ruling is not None and ruling.counted else ()


def _outcome(case: Case, of: Subject, ruling: Ruling | None) -> Check:
    assert of.field is not None, "only what is stated is ruled on"
    if of.field.value is None:
        return subject.unread(of)
    if ruling is None:
        return subject.missing(of, Side.QUOTATION)
    if ruling.open is not None:
        return subject.not_checked(of, ruling.open, Severity.MAJOR)
    assert ruling.asked is not None, "a ruling that is not open has its days"
    assert ruling.due is not None, "a ruling that is not open has its days"
    if ruling.early:
        return _early(case, of, ruling.asked, ruling.due)
    if ruling.plain:
        return subject.equal(of)
    return subject.equal_after(of, "later" if ruling.asked > ruling.due else "same_day", f"≥ {ruling.due}")


def _early(case: Case, of: Subject, asked: dt.date, due: dt.date) -> Check:
    days = workdays.between(asked, due, case.policy.calendar)
    limit = case.policy.delivery.major_working_days
    severity = Severity.MAJOR if days <= limit else Severity.BLOCKER
    return subject.differs(of, severity, "early", f"≥ {due}, −{days} WD")


def notes(case: Case) -> Iterator[Note]:
    """Yield what else is worth saying about the days that are asked for."""
    closed: dict[dt.date, list[int | None]] = {}
    lots = [(at, field) for at, found in lot_days.lots(case).items() for _, field in found]
    in_lots = [(None if at is None else at + 1, field, _items(case, at)) for at, field in lots]
    for line, field, items in (*_asking(case), *in_lots):
        days = [each for item in items if (each := _rule(case, field, item)) is not None]
        asked = next((each.asked for each in days if each.asked), None) or values.date(field)
        if asked is not None:
            yield from _remarks(case, line, asked, days)
            if any(each.first <= asked <= each.last for each in case.policy.calendar.shutdowns):
                closed.setdefault(asked, []).append(line)
    yield from _beside(case)
    for day, lines in closed.items():
        text = f"nothing leaves the factory on {day}"
        line_number = lines[0] if len(lines) == 1 else None
        yield Note("L10", Severity.MINOR, text, line_number, "shutdown", (("day", day.isoformat()),))


def _items(case: Case, line: int | None) -> Sequence[QuotationItem]:
    return case.items if line is None else case.items_of(line)


def _beside(case: Case) -> Iterator[Note]:
    """Yield that the header asks for earlier days than the lines, which all have their own."""
    if not all(line.delivery_date or line.lead_time for _, line, _ in case.pairs()):
        return
    for _, field in _stated(case.header.delivery_date, case.header.lead_time):
        rulings = [each for item in case.items if (each := _rule(case, field, item)) is not None]
        if not field.sure or any(each.early or each.open for each in rulings):
            text = f"the header asks for {field.value}, the lines have days of their own"
            yield Note("L10", Severity.MAJOR, text, None, "header_asks", (("document", field.value or ""),))


def _asking(case: Case) -> Iterator[tuple[int | None, Field, Sequence[QuotationItem]]]:
    for field in filter(None, (case.header.delivery_date, case.header.lead_time)):
        yield None, field, case.items
    for pair, line, _ in case.pairs():
        for field in filter(None, (line.delivery_date, line.lead_time)):
            yield pair.line + 1, field, lot_promises.items(case, pair.line)


def _remarks(case: Case, line: int | None, day: dt.date, rulings: list[Ruling]) -> Iterator[Note]:
    late = dt.timedelta(days=case.policy.delivery.late_days)
    if case.ordered_on is not None and day < case.ordered_on:
        text = f"{day} lies before the document's own date {case.ordered_on}"
        said = (("day", day.isoformat()), ("document", case.ordered_on.isoformat()))
        yield Note("L10", Severity.BLOCKER, text, line, "before_document", said)
    elif rulings and all(each.due is not None and day > each.due + late for each in rulings):
        text = f"{day} is more than {late.days} days after the promised day"
        said = (("day", day.isoformat()), ("days", str(late.days)))
        yield Note("L10", Severity.INFO, text, line, "far_later", said)


def shifts(case: Case) -> dict[int, int]:
    """Return by line by how many days it asks for less time than was promised: below zero is early."""
    found = {}
    for line, field, items in _asking(case):
        ruling = _rule(case, field, items[0]) if line is not None else None
        if line is not None and ruling is not None and ruling.asked and ruling.due:
            found[line] = (ruling.asked - ruling.due).days
    return found
