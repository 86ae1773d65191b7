"""What stands in the made-up mails, by construction: `truth.jsonl` and `check_truth.jsonl`."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from demo.make_cases import Case
from demo.make_letter import DOCX, PDF, XLSX, Enclosure, Letter
from demo.make_notation import plain
from demo.make_values import Line, Order

Json = dict[str, Any]

FORMATS = {PDF: "pdf", XLSX: "xlsx", DOCX: "docx"}


def truths(letters: Iterable[Letter]) -> str:
    """Return a line for each document of the mails."""
    return _lines(each for letter in letters for each in _documents(letter))


def check_truths(letters: Iterable[Letter]) -> str:
    """Return a line for each order, and one for each document that cannot be read."""
    return _lines(each for letter in letters for each in _checks(letter))


def _lines(records: Iterable[Json]) -> str:
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records)


def _documents(letter: Letter) -> Iterator[Json]:
    if letter.case:
        place = {"source": f"inbox/{letter.name}", "part": "body"}
        yield place | _document(letter.case.order, "mail-body")
    for each in letter.enclosures:
        place = {"source": f"inbox/{letter.name}", "part": each.name}
        if each.case:
            record = place | _document(each.case.order, FORMATS[each.mime])
            yield record | ({"optional": True} if each.optional else {})
        else:
            yield place | _without_order(each)


def _checks(letter: Letter) -> Iterator[Json]:
    if letter.case:
        yield _check({"source": f"inbox/{letter.name}", "part": "body"}, letter.case)
    for each in letter.enclosures:
        place = {"source": f"inbox/{letter.name}", "part": each.name}
        if each.case:
            yield _check(place, each.case) | ({"optional": True} if each.optional else {})
        elif each.error:
            number = {"document_number": None, "quotation_number": None}
            yield place | number | {"verdict": "unreadable", "differences": [], "tolerated": []}


def _check(place: Json, case: Case) -> Json:
    return place | {
        "document_number": case.order.number,
        "quotation_number": case.offer.number,
        "verdict": "review" if case.differences else "match",
        "differences": list(case.differences),
        "tolerated": list(case.tolerated),
        "quotation_named": case.named,
    }


def _without_order(enclosure: Enclosure) -> Json:
    record: Json = {"kind": enclosure.kind, "language": "mixed", "format": "pdf", "scan": False}
    record |= {"header": {}, "lines": [], "kind_only": True}
    return record | ({"error": enclosure.error} if enclosure.error else {})


def _document(order: Order, form: str) -> Json:
    return {
        "kind": order.kind,
        "language": order.language,
        "format": form,
        "scan": False,
        "header": _header(order),
        "lines": [_line(each) for each in order.lines],
        "accept": {"header": _listed(order.further), "lines": [_accepted(each) for each in order.lines]},
        "variants": [],
    }


def _header(order: Order) -> Json:
    return {
        "document_number": order.number,
        "document_date": order.date.isoformat(),
        "quotation_number": order.quotation,
        "customer": order.customer,
        "currency": order.currency,
        "total_amount": str(order.total),
        "tax_rate": None if order.tax_rate is None else str(order.tax_rate),
        "tax_included": None if order.tax_included is None else str(order.tax_included).lower(),
        "delivery_date": order.delivery and order.delivery.isoformat(),
        "lead_time": order.lead_time,
        "delivery_place": order.place,
        "payment_terms": order.payment_terms,
        "incoterms": order.incoterms,
    }


def _line(line: Line) -> Json:
    return {
        "line_number": line.number,
        "part_number": line.part,
        "customer_part_number": line.customer_part,
        "drawing_number": line.drawing,
        "description": line.description,
        "quantity": plain(line.quantity),
        "unit": line.unit,
        "unit_price": str(line.price),
        "price_per": None if line.per is None else str(line.per),
        "amount": str(line.amount),
        "delivery_date": line.delivery and line.delivery.isoformat(),
        "lead_time": line.lead_time,
    }


def _accepted(line: Line) -> Json:
    accepted = _listed(line.further)
    if line.per is None:
        accepted["price_per"] = ["1"]
    if line.drawing and " Rev." in line.drawing:
        accepted["drawing_number"] = [line.drawing.split(" Rev.")[0]]
    return accepted


def _listed(further: Any) -> Json:
    return {name: list(values) for name, values in (further or {}).items()}
