"""A document and a quotation side by side, before anything is put together."""

from dataclasses import dataclass

from compare import delivery_dates, identity, price_fit, values
from compare.identity import Identity, Likeness
from extractors.fields import units
from models.policy import Policy
from models.quotation import Quotation, QuotationItem
from models.reading import OrderLine, Reading


@dataclass(frozen=True, slots=True)
class Sides:
    """Lines and items with what each of them names; places count from 0."""

    reading: Reading
    quotation: Quotation
    policy: Policy
    lines_name: tuple[Identity, ...]
    items_name: tuple[Identity, ...]

    def likeness(self, line: int, item: int) -> Likeness:
        """Return how a line and an item agree in their numbers."""
        return identity.likeness(self.lines_name[line], self.items_name[item])

    def further(self, line: int, item: int) -> int:
        """Return how many of the buyer's number and the drawing agree."""
        one, other = self.lines_name[line], self.items_name[item]
        return bool(one.customer & other.customer) + bool(one.drawing & other.drawing)

    def same_unit(self, line: int, item: int) -> bool:
        """Tell whether a line orders in the unit in which an item was quoted."""
        unit, quoted = values.text(self._line(line).unit), self._item(item).unit
        return bool(unit and quoted) and units.same(unit or "", quoted or "") is True

    def same_price(self, line: int, item: int) -> bool:
        """Tell whether a line has an item's price, tax basis apart."""
        return price_fit.agrees(self._line(line), self.reading.header, self._item(item), self.policy)

    def same_quantity(self, line: int, item: int) -> bool:
        """Tell whether a line orders an item's whole quantity."""
        quoted = self._item(item).quantity
        return quoted is not None and values.number(self._line(line).quantity) == quoted

    def in_time(self, line: int, item: int) -> bool:
        """Tell whether a line asks for its goods no earlier than the item was promised."""
        ordered_on = values.date(self.reading.header.document_date)
        stated, item_side = self._line(line), self._item(item)
        field = stated.delivery_date or stated.lead_time
        if field is None or ordered_on is None:
            return True
        calendar = self.policy.calendar
        ruling = delivery_dates.rule(field, item_side, ordered_on, ordered_on, calendar)
        return ruling is None or not ruling.early

    def names_rejected(self, line: int) -> bool:
        """Tell whether a line names an item that was rejected: then it is no slip for another one."""
        pairs = zip(self.quotation.items, self.items_name, strict=True)
        return any(item.rejected and name.keys & self.lines_name[line].keys for item, name in pairs)

    def contradict(self, line: int, item: int) -> bool:
        """Tell whether both state numbers of ours, and other ones."""
        one, other = self.lines_name[line].own, self.items_name[item].own
        return bool(one and other) and not self.lines_name[line].own & self.items_name[item].keys

    def _line(self, at: int) -> OrderLine:
        return self.reading.lines[at]

    def _item(self, at: int) -> QuotationItem:
        return self.quotation.items[at]


def of(reading: Reading, quotation: Quotation, policy: Policy) -> Sides:
    """Return a document and a quotation side by side."""
    lines = tuple(map(identity.of_line, reading.lines))
    items = tuple(map(identity.of_item, quotation.items))
    return Sides(reading, quotation, policy, lines, items)
