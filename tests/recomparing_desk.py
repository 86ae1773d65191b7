"""An intake of made-up orders that are really compared, with quotations that change.

An order is a line of text: `ORDER PO-1 2001 118.00` is PO-1, names quotation 2001 (`-`: none) and orders two
pieces for 118.00 each. `CHANGE` is a change order.
"""

import datetime as dt
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

import compare_builders as made
import intake_builders
from compare_builders import item, line, quotation
from intake_builders import NOON, context, watched

import spine
from flows.basis import Basis
from flows.context import Compared, Context, Core
from flows.intake import intake_once
from models.case import CaseDetail
from models.message import Part
from models.policy import Policy
from models.quotation import Quotation
from models.reading import Extraction, Kind
from models.receipt import Versions
from models.rows.cases import cases
from models.rows.quotations import quotes
from models.store import Store

DATES = {"date": dt.date(2026, 2, 1), "valid_to": dt.date(2026, 12, 31)}


def offer(number: str = "2001", price: str = "118.00") -> Quotation:
    return quotation(item(price=Decimal(price)), number=number, **DATES)


OTHER = quotation(item(part_number="99"), number="2009", customer="他人", **DATES)
"""A quotation that fits none of the orders."""


def read_part(part: Part, source: str) -> tuple[Extraction, ...]:
    """Read a made-up order: its own number, the quotation that it names, its price."""
    word, *said = part.content.decode().split()
    if word not in {"ORDER", "CHANGE"}:
        return (Extraction(source, part.sha256, part=part.name, ordinal=part.ordinal),)
    number, named, price = said
    amount = str(Decimal(price) * 2)
    reading = made.order(
        line(unit_price=price, amount=amount),
        document_number=number,
        document_date="2026-03-01",
        quotation_number=None if named == "-" else named,
    )
    kind = Kind.PURCHASE_ORDER if word == "ORDER" else Kind.CHANGE_ORDER
    reading = replace(reading, kind=kind)
    return (Extraction(source, part.sha256, part=part.name, ordinal=part.ordinal, reading=reading),)


@dataclass
class Comparing:
    """Compares as the program does, with the snapshot in use, and counts."""

    kept: Store
    days: list[dt.date] = field(default_factory=list)
    fails: bool = False

    def __post_init__(self) -> None:
        self.basis = Basis(self.kept)

    def __call__(self, extraction: Extraction, today: dt.date) -> Compared | None:
        self.days.append(today)
        if self.fails:
            raise ZeroDivisionError
        snapshot, book = self.basis.current()
        found = spine.compare(extraction, book, Policy(), today)
        return None if found is None else Compared(found, snapshot)


@dataclass
class Desk:
    """An intake over a watched folder, with quotations that change."""

    kit: Context
    comparing: Comparing
    came: int = 0

    def quote(self, *quotations: Quotation) -> int:
        """Import quotations; return the number of their snapshot."""
        self.came += 1
        sha256 = f"{self.came:064x}"
        new, _ = quotes.import_snapshot(
            self.kit.store, quotations, f"{self.came}.csv", sha256, NOON, confirmed_by="test"
        )
        return new.snapshot.number

    def take(self, *orders: str) -> None:
        """Take in a file for each order."""
        (source,) = self.kit.sources
        for each in orders:
            (source.path / f"{each}.txt").write_text(each)  # type: ignore[attr-defined]
        intake_once(self.kit)
        self.comparing.days.clear()

    def case(self, number: int = 1) -> CaseDetail:
        """Return a case that is there."""
        found = cases.detail(self.kit.store, number)
        assert found is not None
        return found


def opened(folder: Path) -> Desk:
    """Return an intake over an empty database."""
    plain = context(folder, watched(folder / "inbox"))
    comparing = Comparing(plain.store)
    core = Core(intake_builders.open_file, read_part, comparing, Versions("1", "1"))
    return Desk(replace(plain, core=core), comparing)
