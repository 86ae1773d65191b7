"""What the checks of one document are given: both sides, how they belong together, and the policy."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from compare import identity, values
from compare.align import Pair
from compare.match import Found
from models.policy import Policy
from models.quotation import Quotation, QuotationItem
from models.reading import Header, OrderLine, Reading


@dataclass(frozen=True, slots=True)
class Case:
    """A document and the quotation that it is held against."""

    reading: Reading
    found: Found
    policy: Policy
    today: dt.date
    elsewhere: frozenset[str] = frozenset()
    """Numbers of the lines that are numbers of other parts as well, in whichever quotation."""

    @property
    def header(self) -> Header:
        """What stands once in the document."""
        return self.reading.header

    @property
    def quotation(self) -> Quotation:
        """The quotation that the document is held against."""
        return self.found.fit.quotation

    @property
    def ordered_on(self) -> dt.date | None:
        """The document's own date, None where it states none."""
        return values.date(self.header.document_date)

    @property
    def items(self) -> tuple[QuotationItem, ...]:
        """The quoted items that lines order, each once, in the quotation's order."""
        places = sorted({each.item for each in self.found.fit.alignment.pairs})
        return tuple(self.quotation.items[at] for at in places)

    def pairs(self) -> Iterator[tuple[Pair, OrderLine, QuotationItem]]:
        """Yield every pair with its line and its item; of a merged line its first item alone."""
        seen = set()
        for pair in self.found.fit.alignment.pairs:
            if pair.line not in seen:
                seen.add(pair.line)
                yield pair, self.reading.lines[pair.line], self.quotation.items[pair.item]

    def items_of(self, line: int) -> tuple[QuotationItem, ...]:
        """Return all items that a line orders, in the quotation's order; lines count from 0."""
        places = sorted(self.found.fit.alignment.items_of(line))
        return tuple(self.quotation.items[at] for at in places)

    def rejected(self, line: int) -> bool:
        """Tell whether a line names an item of the quotation that was rejected."""
        named = identity.of_line(self.reading.lines[line]).keys
        return any(item.rejected and identity.of_item(item).keys & named for item in self.quotation.items)
