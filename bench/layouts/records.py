"""What is true of a made-up order, in the shape of `truth.jsonl` and `check_truth.jsonl`."""

from collections.abc import Mapping
from typing import Any

from bench.layouts.layout import Layout, Spec
from bench.layouts.values import Case, Line, Order, cents
from demo.make_notation import plain

Json = dict[str, Any]


def truth(layout: Layout, order: Order, source: str) -> Json:
    """Return what stands in a document."""
    place: Json = {"source": source, "part": layout.part, "layout": layout.name}
    form = "mail-body" if layout.part == "body" else source.rpartition(".")[2]
    place |= {"kind": order.kind, "language": order.language, "format": form, "scan": False}
    if layout.spec.kind_only:
        return place | {"header": {}, "lines": [], "kind_only": True}
    return place | {
        "header": _header(order),
        "lines": [_line(each) for each in order.lines],
        "accept": {"header": _listed(order.further), "lines": [_accepted(each) for each in order.lines]},
        "variants": [_beside(order)] if order.basis == "both" else [],
    }


def check(layout: Layout, case: Case, source: str) -> Json:
    """Return what a perfect reader reports about an order."""
    return {
        "source": source,
        "part": layout.part,
        "layout": layout.name,
        "document_number": case.order.number,
        "quotation_number": case.quotations[0].number,
        "verdict": "review" if case.differences else "match",
        "differences": list(case.differences),
        "tolerated": list(case.tolerated),
        "quotation_named": case.named,
    }


def is_checked(spec: Spec) -> bool:
    """Tell whether orders of this layout are held against quotations."""
    return spec.kind in {"contract", "purchase_order"} and not spec.kind_only


def _header(order: Order) -> Json:
    header: Json = {
        "document_number": order.number,
        "document_date": str(order.date),
        "quotation_number": order.quotation,
        "customer": order.customer,
        "currency": order.currency,
        "total_amount": str(cents(order.total)),
        "tax_rate": None if order.rate is None else str(order.rate),
        "tax_included": {"gross": "true", "none": None}.get(order.basis, "false"),
        "delivery_date": order.delivery and str(order.delivery),
        "lead_time": order.lead and order.lead.iso,
        "delivery_place": order.place,
        "payment_terms": order.terms,
        "incoterms": order.incoterms,
    }
    if order.lead and order.lead.unit == "working days":
        header["lead_time_unit"] = "working_days"
    return header


def _line(line: Line) -> Json:
    row: Json = {
        "line_number": line.number,
        "part_number": line.part,
        "customer_part_number": line.customer_part,
        "drawing_number": line.drawing,
        "description": line.description,
        "quantity": plain(line.quantity),
        "unit": line.unit,
        "unit_price": str(line.price),
        "price_per": None if line.per is None else str(line.per),
        "amount": str(cents(line.amount)),
        "delivery_date": line.delivery and str(line.delivery),
        "lead_time": line.lead and line.lead.iso,
    }
    if line.lead and line.lead.unit == "working days":
        row["lead_time_unit"] = "working_days"
    return row


def _accepted(line: Line) -> Json:
    accepted = _listed(line.further)
    if line.per is None:
        accepted["price_per"] = ["1"]
    if line.drawing and " Rev." in line.drawing:
        accepted["drawing_number"] = [line.drawing.split(" Rev.")[0]]
    return accepted


def _beside(order: Order) -> Json:
    """Return the other reading of net and gross columns that stand side by side."""
    lines = [{"unit_price": str(each.gross_price), "amount": str(each.gross_amount)} for each in order.lines]
    return {"header": {"tax_included": "true"}, "lines": lines}


def _listed(further: Mapping[str, tuple[str | None, ...]]) -> Json:
    return {name: list(values) for name, values in further.items()}
