"""Every row of the made-up exports as reading leaves it, made at once: reading all of them takes minutes.

The first rows are held against what the program reads, so that they are the same.
"""

import csv
import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from models.invoice_sources import BillingItem, DeliveryItem, Listed, SalesItem, Sources
from sap import billing, deliveries, invoice_profiles, orders

COMPARED = 1_000
"""So many rows of each export are read as well."""


def whole(folder: Path) -> Sources:
    """Return every row of the exports in a folder."""
    sold = tuple(map(_sold, _rows(folder / "orders.csv")))
    shipped = tuple(map(_shipped, _rows(folder / "deliveries.csv")))
    billed = tuple(map(_billed, _rows(folder / "billing.csv")))
    # What tells ten from ten thousand: in the first rows no item has two deliveries.
    ordered = {(each.order, each.order_item or ""): each.quantity for each in shipped[:COMPARED]}
    assert orders.read(_head(folder / "orders.csv"), "orders.csv").rows == sold[:COMPARED]
    read = deliveries.read(_head(folder / "deliveries.csv"), "deliveries.csv", ordered=ordered)
    assert read.rows == shipped[:COMPARED]
    found = billing.read(_head(folder / "billing.csv"), "billing.csv", ordered=ordered)
    assert found.rows == billed[:COMPARED]
    profiles = invoice_profiles.read((folder / "profiles.csv").read_bytes(), "profiles.csv")
    return Sources(Listed(sold), Listed(shipped), Listed(billed), profiles)


def _rows(path: Path) -> Iterator[Sequence[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from itertools.islice(csv.reader(file), 1, None)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return b"".join(itertools.islice(file, COMPARED + 1))


def _key(text: str) -> str:
    return text.lstrip("0")


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _sold(row: Sequence[str]) -> SalesItem:
    return SalesItem(
        order=_key(row[0]),
        item=_key(row[1]),
        order_type=row[2],
        category=row[15],
        customer_number=_key(row[3]),
        customer=row[4],
        customer_reference=row[5],
        part_number=row[6],
        quantity=_number(row[8]),
        unit=row[9],
        price=_number(row[10]),
        price_per=_number(row[11]),
        net_value=_number(row[12]),
        tax_amount=_number(row[13]),
        currency=row[14],
        rejected=row[16] or None,
        reference=_key(row[17]),
        reference_item=_key(row[18]),
        overall_status=row[19],
    )


def _shipped(row: Sequence[str]) -> DeliveryItem:
    return DeliveryItem(
        delivery=_key(row[0]),
        item=_key(row[1]),
        order=_key(row[2]),
        order_item=_key(row[3]),
        quantity=_number(row[7]),
        issued=row[11] == "C",
        issued_on=_day(row[10]),
        planned_on=_day(row[9]),
        proven=row[12] == "C",
        proof_on=_day(row[13]),
    )


def _billed(row: Sequence[str]) -> BillingItem:
    return BillingItem(
        document=_key(row[0]),
        item=_key(row[1]),
        order=_key(row[5]),
        order_item=_key(row[6]),
        quantity=_number(row[10]),
        reference=_key(row[7]),
        reference_item=_key(row[8]),
        billing_type=row[2],
        billed_on=_day(row[3]),
        payer=_key(row[4]),
        net_value=_number(row[12]),
        currency=row[14],
    )
