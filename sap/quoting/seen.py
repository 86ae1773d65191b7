"""What of a file stands beside the lists in it: around their cells, and on sheets that are no list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.fields.text import plain
from sap.headers import FEWEST
from sap.quoting import said_of_all
from sap.quoting import standing_words as words
from sap.quoting.said_of_all import Note
from sap.quoting.shown_cells import HIDDEN, Look
from sap.table import Row, Sheet

BESIDE = 0
"""The row of what stands in no row of a list."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The sheets of a file, each with what it shows besides its values."""

    sheets: Sequence[Sheet]
    looks: Sequence[Look]

    def of(self, sheet: Sheet) -> Look:
        """Return what a sheet shows."""
        pairs = zip(self.sheets, self.looks, strict=False)
        return next((look for each, look in pairs if each is sheet), Look())

    def beside(self, lists: Sequence[Sheet]) -> Iterator[Note]:
        """Yield what stands around the lists, and what the other sheets say.

        What stands on another sheet in three cells or more is a table of something else, unless
        it takes back. What nobody sees, such as the choices of a form, says nothing.
        """
        for sheet in self.sheets:
            look, own = self.of(sheet), any(each is sheet for each in lists)
            silent = own or _is_hidden(sheet, look)
            texts = [] if silent else list(filter(None, map(_told, sheet.rows)))
            around = look.texts if own or texts else ()
            yield from (Note(BESIDE, each) for each in (*around, *texts))
            if own and look.unread:
                yield Note(BESIDE, "", unread=True)


def _is_hidden(sheet: Sheet, look: Look) -> bool:
    filled = {at: sum(cell != "" for cell in row) for at, row in enumerate(sheet.rows, 1)}
    hidden = {row: sum(each.kind == HIDDEN for each in marks) for row, marks in look.marks.items()}
    return all(hidden.get(at, 0) >= number for at, number in filled.items())


def _told(row: Row) -> str:
    texts = said_of_all.texts(row)
    filled = sum(cell != "" for cell in row)
    if filled >= FEWEST and not words.GONE.search(plain(texts).casefold()):
        return ""
    return texts
