"""Truths that lie beside the documents: `X.truth.json` beside `X.pdf`, by several labellers.

What a labeller gives as null is not known and therefore not judged.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.truths import Contents, Expected, Json, Row, Truth, TruthSet

ENDING = ".truth.json"
FORMATS = (
    ".pdf",
    ".docx",
    ".xlsx",
    ".xls",
    ".jpg",
    ".jpeg",
    ".png",
    ".tif",
    ".tiff",
    ".eml",
    ".html",
    ".xml",
)
HEADER = {
    "document_number": "document_number",
    "document_date": "document_date",
    "quotation_number": "quotation_number",
    "currency": "currency",
    "total_amount": "total_amount",
    "delivery_date": "delivery_date",
    "incoterms": "incoterms",
}
LINE = {
    "line_number": ("line_number",),
    "part_number": ("part_number",),
    "customer_part_number": ("buyer_part_number",),
    "description": ("description",),
    "quantity": ("quantity", "quantity_shown"),
    "unit": ("unit",),
    "unit_price": ("unit_price", "unit_price_shown"),
    "price_per": ("price_per",),
    "amount": ("amount",),
    "delivery_date": ("delivery_date",),
}


def load(root: Path, name: str) -> TruthSet:
    """Return the set in folder `root`, which holds truths beside its documents."""
    truths = []
    for path in sorted(root.glob(f"*{ENDING}")):
        document = _document(path)
        if document is not None:
            truths.append(_truth(document, json.loads(path.read_text("utf-8"), parse_float=str)))
    return TruthSet(name=name, root=root, truths=tuple(truths))


def _document(path: Path) -> Path | None:
    stem = path.name.removesuffix(ENDING)
    return next((each for ending in FORMATS if (each := path.with_name(stem + ending)).exists()), None)


def _truth(document: Path, record: Any) -> Truth:
    record = _translated(record)
    scan = (
        document.suffix in {".jpg", ".jpeg", ".png", ".tif", ".tiff"} or record.get("has_text_layer") is False
    )
    # Embedded XML states everything; people who label a page cut names and supply units.
    by_people = not record.get("embedded_xml")
    return Truth(
        source=document.name,
        part=None,
        kind=record.get("kind"),
        language=None,
        scan=scan,
        format=document.suffix.lstrip("."),
        contents=(_contents(record, by_people=by_people),),
        loose=by_people,
    )


def _translated(record: Any) -> Json:
    """Return the record in the names used here; invoice2data and SROIE have their own."""
    if isinstance(record, list):
        (first,) = record
        names = {"invoice_number": "document_number", "date": "document_date", "amount": "total_amount"}
        return {"kind": "invoice"} | {names[each]: first[each] for each in names if each in first}
    if "company" in record:
        return {"document_date": _day(record["date"]), "total_amount": record["total"]}
    return dict(record)


def _day(printed: str) -> str | None:
    """Return a date as SROIE prints it; other notations than 25/12/2018 are taken for not known."""
    parts = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", printed)
    return f"{parts[3]}-{parts[2]}-{parts[1]}" if parts else None


def _contents(record: Json, *, by_people: bool) -> Contents:
    header = _known({name: (_text(record.get(key)),) for key, name in HEADER.items()})
    if not record.get("document_number_in_text", True):
        header.pop("document_number", None)
    buyer = record.get("buyer")
    if buyer:
        header["customer"] = (buyer["name"],)
    lines = record.get("lines")
    if lines is None:
        return Contents(header, None)
    return Contents(header, tuple(_line(each, by_people=by_people) for each in lines))


def _line(line: Json, *, by_people: bool) -> Row:
    row = _known({name: _values(line, keys) for name, keys in LINE.items()})
    for name, more in EXTRAS.items():
        if name in row:
            row[name] = (*row[name], *more(line, by_people))
    return row


def _values(line: Json, keys: tuple[str, ...]) -> Expected:
    return tuple(_text(line.get(key)) for key in keys)


def _known(row: dict[str, Expected]) -> dict[str, Expected]:
    given = {name: tuple(each for each in values if each is not None) for name, values in row.items()}
    return {name: values for name, values in given.items() if values}


def _text(value: Any) -> str | None:
    """Return a label as text; an empty one was cut whole by those who labelled, and is not known."""
    return None if value in (None, "") else str(value)


def _more_description(line: Json, _by_people: bool) -> Expected:  # noqa: FBT001 - one signature for all
    long = line.get("description_long")
    return (long, f"{line['description']} {long}") if long else ()


def _more_unit(_line: Json, by_people: bool) -> Expected:  # noqa: FBT001 - one signature for all
    return (None,) if by_people else ()


def _more_price_per(line: Json, _by_people: bool) -> Expected:  # noqa: FBT001 - one signature for all
    return (None,) if line["price_per"] == "1" else ()


EXTRAS: dict[str, Callable[[Json, bool], Expected]] = {
    "description": _more_description,
    "unit": _more_unit,
    "price_per": _more_price_per,
}
"""What is right besides: a unit or a price unit of one that the page may well not state."""
