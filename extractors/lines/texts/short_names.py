"""Codes behind somebody's short name: "KRT SP-40013" below "Your P/N QD-2201" in one cell.

The letters are mostly the buyer's own initials; nothing says so, and what is read is never sure.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import parts
from extractors.late import late
from extractors.lines.headings import CODES, recognise
from extractors.lines.item import Item, Text
from extractors.lines.item_table import Column
from extractors.lines.texts import inline_labels
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

NAMED = late(
    r"\s*(?P<whose>[A-Z][A-Z&]{1,5})(?:['’]s)?\s+"
    r"(?:(?:(?i:item|part|stock|material|article|art|code|ref|no|nr|number|id)\b\.?\s*)*[:#]?\s*)"
    r"(?P<code>[A-Z0-9][\w./-]{3,})\s*"
)
STANDARDS = frozenset(
    (
        "DIN ISO EN IEC ANSI ASME ASTM API BS JIS GB GBT HG JB SAE NACE AISI"
        " EIN HS HSN CAS UN NSN DN PN SN REV VAT"
    ).split()
)
"""Letters before a number that is no part's."""
NAMING = frozenset({Role.DESCRIPTION, Role.SPECIFICATION, Role.MODEL})
"""What columns hold that may name the thing."""
NEXT = 2.0
"""Lines of one cell are no further apart than so many heights of their letters."""
SLACK = 2.0


def beside_codes(cell: Sequence[Run], column: Column) -> list[Run]:
    """Return the lines of a cell with a code behind a short name, where another line is a labelled code.

    The first line without a label is the name of the thing in a column of names, and above the codes in one
    that may hold names as well.
    """
    if not any(piece.role in CODES for run in cell for piece in inline_labels.pieces(run.text)):
        return []
    plain = [run for run in cell if not inline_labels.pieces(run.text)]
    named = not column.roles.isdisjoint(NAMING) and (plain[:1] == list(cell[:1]) or not _says_codes(column))
    return [run for run in plain[1 if named else 0 :] if _named(run.text) is not None]


def _says_codes(column: Column) -> bool:
    """Tell whether the heading of a column speaks of codes, whatever else stands there."""
    said = recognise(column.text)
    return said is not None and not said.roles.isdisjoint(CODES | {Role.DRAWING})


def codes(item: Item) -> Iterator[Text]:
    """Yield the codes behind a short name in lines right above, below or beside those of labelled codes."""
    labelled = [text.run for role in CODES for text in item.texts.get(role, ()) if text.column is None]
    for text in item.texts.get(Role.REMARK, ()):
        named = _named(text.printed) if text.heading is None else None
        if named is not None and any(text.run is run or _is_next(text.run, run) for run in labelled):
            low, high = named.span("code")
            yield Text(text.run, text.start + low, text.start + high, None)


def _named(text: str) -> re.Match[str] | None:
    """Return a text that is a code behind letters which mean nothing else."""
    found = NAMED.fullmatch(text)
    if found is None or found["whose"] in STANDARDS or recognise(found["whose"]) is not None:
        return None
    return found if parts.looks_like_code(found["code"]) else None


def _is_next(one: Run, other: Run) -> bool:
    near = abs(one.box.middle - other.box.middle) < NEXT * one.box.height
    beside = other.box.top < one.box.middle < other.box.bottom
    placed = beside or abs(one.box.x0 - other.box.x0) < SLACK
    return one is not other and one.page is other.page and near and placed
