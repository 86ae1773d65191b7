"""What of a quotation could not be read: no match may rest on it, and everybody is told where it stands.

What an export says of a quotation in two ways, or in a row that cannot be read, was quoted all the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare import subject
from compare.case import Case
from compare.subject import Subject
from models.comparison import Check, Outcome, Severity
from models.quotation import Flaw

OF_HEADER = {
    "date": ("H04", "document_date"),
    "valid_to": ("H04", "document_date"),
    "payment_terms": ("H06", "payment_terms"),
    "incoterms": ("H07", "incoterms"),
}
"""By field of the quotation: the check that it decides, and the document's field. Others name its buyer."""
BUYER = ("H01", "customer")
DELIVERY = "L10"
OF_ITEM = {
    "price": ("L06", "unit_price"),
    "quantity": ("L04", "quantity"),
    "delivery": (DELIVERY, "delivery_date"),
    "offered": ("L12", "part_number"),
    "tax_rate": ("L09", "tax_rate"),
}
ROW = ("L13", "part_number")
"""A row that was not read may hold an item that is not ordered."""
OF_ALL = frozenset({"said_of_all", "not_looked_through"})
"""Why no row is to blame: a text speaks of all items, or nobody knows what the file shows besides values."""


def over(checks: Sequence[Check], case: Case) -> Iterator[Check]:
    """Yield the checks; those that would rest on what is not known come out as not checked, with the row.

    What differs from what is known stays a difference, beside it.
    """
    flaws = [each for each in case.quotation.flaws if _matters(each, case)]
    used: set[Flaw] = set()
    for check in checks:
        flaw = next((each for each in flaws if _is_about(each, check)), None)
        if flaw is None:
            yield check
        else:
            used.add(flaw)
            open_check = _not_checked(flaw, Subject(check.code, check.field, None, line=check.line))
            yield replace(open_check, quote_item=check.quote_item, document=check.document)
    for flaw in flaws:
        if flaw not in used:
            code, name = _place(flaw)
            for line in _ordering(flaw, case):
                yield _not_checked(flaw, Subject(code, name, None, line=line, item=flaw.item))


def _ordering(flaw: Flaw, case: Case) -> Sequence[int | None]:
    """Return the lines, from 1, that order the item of which something is not known; None for the header."""
    pairs = case.found.fit.alignment.pairs
    items = case.quotation.items
    return [each.line + 1 for each in pairs if flaw.item == items[each.item].item] or [None]


def _matters(flaw: Flaw, case: Case) -> bool:
    """Tell whether something of the quotation is of what was ordered: of an item it may be of another one.

    What was promised matters where an order asks for a delivery.
    """
    if flaw.field == "delivery" and not _asks_for_delivery(case):
        return False
    return flaw.field not in OF_ITEM or any(each.item == flaw.item for each in case.items)


def _asks_for_delivery(case: Case) -> bool:
    header = case.header
    lines = (each.delivery_date or each.lead_time for each in case.reading.lines)
    return bool(header.delivery_date or header.lead_time) or any(lines)


def _is_about(flaw: Flaw, check: Check) -> bool:
    if check.outcome is Outcome.DIFFERS or flaw.field is None:
        return False
    if flaw.field == "delivery":
        return check.code == DELIVERY and check.quote_item in {None, flaw.item}
    if (check.code, check.field) != _place(flaw):
        return False
    return flaw.field not in OF_ITEM or check.quote_item == flaw.item


def _place(flaw: Flaw) -> tuple[str, str]:
    if flaw.field is None:
        return ROW
    return OF_ITEM.get(flaw.field) or OF_HEADER.get(flaw.field, BUYER)


def _not_checked(flaw: Flaw, of: Subject) -> Check:
    place = f"row {flaw.row}:" if flaw.row else "beside the rows:" if flaw.detail else ""
    shown = " ".join(filter(None, (place, flaw.detail)))
    why = "row_not_read" if flaw.field is None and flaw.reason not in OF_ALL else flaw.reason
    return subject.not_checked(replace(of, quotation=shown), why, Severity.MAJOR)
