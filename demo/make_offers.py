"""The quotations: `quotations.csv` is written by hand, the SAP list is made from it."""

import csv
import datetime as dt
import itertools
from decimal import Decimal
from pathlib import Path

from demo.make_values import Offer, OfferItem

QUOTATIONS = Path(__file__).with_name("quotations.csv")


def load() -> dict[str, Offer]:
    """Return the quotations by number, in the order of the file."""
    with QUOTATIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    grouped = itertools.groupby(rows, key=lambda row: row["Quotation"])
    return {number: _offer(list(group)) for number, group in grouped}


def _offer(rows: list[dict[str, str]]) -> Offer:
    head = rows[0]
    return Offer(
        number=head["Quotation"],
        date=dt.date.fromisoformat(head["Quotation date"]),
        valid_to=dt.date.fromisoformat(head["Valid to"]),
        customer_number=head["Customer no."],
        customer=head["Customer"],
        customer_local=head["Customer name (local)"],
        currency=head["Currency"],
        tax_rate=int(head["Tax rate %"]),
        lead_time=head["Lead time"],
        payment_terms=head["Payment terms"],
        incoterms=head["Incoterms"] or None,
        items=tuple(_item(each) for each in rows),
    )


def _item(row: dict[str, str]) -> OfferItem:
    return OfferItem(
        item=row["Item"],
        gpn=row["Part number (GPN)"],
        lpn=row["LPN"],
        text=row["Description"],
        quantity=Decimal(row["Quantity"]),
        unit=row["Unit"],
        price=Decimal(row["Unit price"]),
        per=int(row["Price unit"]),
        customer_part=row["Customer material"] or None,
        drawing=row["Drawing no."] or None,
        rejected=row["Reason for rejection"] or None,
    )
