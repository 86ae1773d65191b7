"""What of a list of quotations is not known, and where it says so."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from models.quotation import Flaw, Quotation, QuotationItem
from sap.quoting import price_doubts, quotation_prices, quotation_rows, schedule_lines
from sap.quoting.quotation_rows import QuotationRow
from sap.quoting.said_of_all import Note

HEADER = tuple(each.name for each in fields(Quotation) if each.name not in {"number", "items", "flaws"})


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row of the list that is no item: its number as a spreadsheet counts, and why.

    `reason` is a stable word: no_number, no_item, unreadable_number, unreadable_date,
    unreadable_mark, spreadsheet_error, precision_lost, contradicts (the same
    item stands twice with different values). The item is kept with header_contradicts (the row differs
    from an earlier one of its quotation in what belongs to all of it), price_contradicts (its value is not
    what its quantity costs), price_unclear (what stands beside its price may make it another one),
    tax_unclear (its tax tells no rate), quantity_open (its rows may repeat its quantity or part it) and
    unreadable_validity.
    """

    row: int
    reason: str
    detail: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row that was read, and where it stands."""

    sheet: str
    row: int
    read: QuotationRow


@dataclass(frozen=True, slots=True)
class Collected:
    """What was read so far, in the order of the list; `flaws` by the number of their quotation."""

    items: dict[tuple[str, str], list[Placed]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    flaws: dict[str, list[Flaw]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def miss(self, number: str, flaw: Flaw, sheet: str, *, told: bool = True) -> None:
        """Note what of a quotation is not known."""
        self.flaws.setdefault(number, []).append(flaw)
        if told:
            self.skipped.append(Skipped(flaw.row, flaw.reason, flaw.detail, sheet))


def note(number: str, item: QuotationItem, rows: Sequence[Placed], collected: Collected) -> None:
    """Note what is not known of an item: what one costs, and how much of it is left to be ordered."""
    first = rows[0]
    if item.net_value is not None and schedule_lines.is_open([each.read for each in rows]):
        detail = f"{number}/{item.item}: {item.net_value} for {item.quantity}, or for each row"
        flaw = Flaw(first.row, "quantity_open", detail, "price", item.item)
        collected.miss(number, flaw, first.sheet)
    begun = next((each.read.begun for each in rows if each.read.begun), None)
    unclear = next((each for each in rows if each.read.beside.open is not None), None)
    if unclear is not None:
        flaw = Flaw(unclear.row, "price_unclear", unclear.read.beside.open or "", "price", item.item)
        collected.miss(number, flaw, unclear.sheet)
    taxed = next((each for each in rows if each.read.tax is not None), None)
    if taxed is not None:
        flaw = Flaw(taxed.row, "tax_unclear", taxed.read.tax or "", "tax_rate", item.item)
        collected.miss(number, flaw, taxed.sheet)
    if begun is not None:
        flaw = Flaw(first.row, "ordered_before", begun, "quantity", item.item)
        collected.miss(number, flaw, first.sheet, told=False)
    confirmed = schedule_lines.unconfirmed([each.read for each in rows], item)
    if confirmed is not None:
        detail = f"{number}/{item.item}: {confirmed} of {item.quantity}"
        flaw = Flaw(first.row, "not_confirmed", detail, quotation_rows.DELIVERY, item.item)
        collected.miss(number, flaw, first.sheet, told=False)
    for each in rows:
        _note_doubts(number, each, collected)


def _note_doubts(number: str, placed: Placed, collected: Collected) -> None:
    """Note what of a row is not understood; what all rows of a quotation repeat once."""
    known = {(each.field, each.detail) for each in collected.flaws.get(number, ())}
    for each in placed.read.doubts:
        own = None if each.field in HEADER else placed.read.item.item
        if own is not None or (each.field, each.detail) not in known:
            flaw = Flaw(placed.row, each.reason, each.detail, each.field, own)
            collected.miss(number, flaw, placed.sheet, told=own is None)


def hold_values(number: str, items: Sequence[tuple[Placed, QuotationItem]], collected: Collected) -> None:
    """Note the items whose value is not what their quantity costs."""
    odd = {each.item: each for each in quotation_prices.contradictory([item for _, item in items])}
    for placed, item in items:
        if item.item in odd:
            detail = (
                f"{number}/{item.item}: {item.quantity} × {item.price} / {item.price_per}, {item.net_value}"
            )
            flaw = Flaw(placed.row, "price_contradicts", detail, "price", item.item)
            collected.miss(number, flaw, placed.sheet)
    beside = {
        item.item: [each.read.beside for each in collected.items[number, item.item]] for _, item in items
    }
    places = {item.item: placed for placed, item in items}
    for item, detail in price_doubts.unexplained([item for _, item in items], beside):
        placed = places[item.item]
        flaw = Flaw(placed.row, "price_unclear", f"{number}/{item.item}: {detail}", "price", item.item)
        collected.miss(number, flaw, placed.sheet)
