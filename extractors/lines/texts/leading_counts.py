"""The quantity that a line begins with: "3 pcs Filter bag", "12 x Impeller", "4 Stück Gegenring"."""

import re

from extractors.fields import units
from extractors.late import late
from extractors.lines.item import Text
from extractors.lines.texts.side_labels import PLACE_OF
from extractors.lines.texts.spoken_numbers import QUANTITY, UNIT
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

LEADING_NUMBER = late(
    rf"^(?P<count>(?:[A-Za-z]{{3,9}}\s?\(\d{{1,3}}\)|\d[\d.,]*)\s?(?P<unit>[A-Za-zÀ-ÿ]{{1,7}}\.?(?=\s)|{UNIT}(?=[\s\u4e00-\u9fff]|[x×]\s)))"
    r"(?:\s+of(?: the)?\b|\s+[x×](?=\s))?"
)
TIMES = late(r"^(?P<count>\d{1,6}(?:[.,]\d+)?)\s*[x×]\s+(?=[A-Za-z\u4e00-\u9fff]|\S{5})", re.IGNORECASE)
"""A quantity without a unit: "12 x Impeller"; "12 x 12 mm" is a size."""


def find(run: Run, start: int) -> tuple[Text, int] | None:
    """Return the quantity that a line begins with ("3 pcs Filter bag"), and where the name begins."""
    found = LEADING_NUMBER.match(run.text[start:])
    if found is None or units.canonical(found["unit"]) is None:
        found = TIMES.match(run.text[start:])
    if found is None or len(run.text[start + found.end() :].strip()) == 1:
        return None  # "4 支 付" is the title of a clause, set wide
    end = start + found.end("count")
    return Text(run, start, end, QUANTITY, PLACE_OF[Role.QUANTITY]), start + found.end()
