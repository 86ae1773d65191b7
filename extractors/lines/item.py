"""An item of an order as its texts: what stands in which role."""

from dataclasses import dataclass, field

from extractors.lines.headings import Heading
from extractors.lines.item_table import Row
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

NOTHING = frozenset({"", "-", "--", "–", "—", "/", "／", "N/A", "n/a", "无"})
"""What stands in a cell that states nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an item in one role: `run.text[start:end]`, under `heading` or behind a label.

    `column` is the index of the column, None for a labelled line inside the item.
    """

    run: Run
    start: int
    end: int
    heading: Heading | None
    column: int | None = None
    inherited: bool = False
    lines: int = 1

    @property
    def printed(self) -> str:
        """The text as printed."""
        return self.run.text[self.start : self.end].strip()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an item that has a price of its own: a week, a delivery."""

    quantity: Text
    price: Text


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the table: its texts by role (several where columns share a role), and its notes.

    `scattered` are roles for which a table inside the item states several values; `parts` the
    quantities and prices that such a table states, row by row.
    """

    row: Row
    texts: dict[Role, tuple[Text, ...]]
    unknown: tuple[Text, ...] = ()
    notes: tuple[Run, ...] = ()
    scattered: dict[Role, tuple[Text, ...]] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()

    def one(self, role: Role) -> Text | None:
        """Return the text in a role, the first where there are several."""
        found = self.texts.get(role, ())
        return found[0] if found else None
