"""Columns that count on from row to row, and so hold the item numbers."""

import itertools
from collections import Counter
from dataclasses import replace

from extractors.fields import running_numbers
from extractors.late import late
from extractors.lines.columns.item_rows import first_texts, item_rows
from extractors.lines.headings import CODES, Heading
from extractors.lines.item_table import Column, ItemTable, Row
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.page.runs import Run
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Role

LEAST = 2
"""So many items at least tell by their numbers what a column holds."""
SUMMED = 2
"""A row of a sum has no more cells with something in them."""
LONG = 7
"""An item number has fewer digits."""
BARE = frozenset(map(key, ("编号", "編號")))
"""Mere words for numbers, which say of nothing that they are its numbers."""
REFERENCES = frozenset(map(key, ("Ref", "Reference")))
"""Words that head the numbers of a schedule's items as well, where the model stands beside them."""
REFERENCE = late(r"(?P<letter>[A-Z]?)0?(?P<number>\d{1,2})")
GROUPED = late(r"(?:(?P<letter>[A-Z])[-.]?|(?P<group>[1-9]\d?)[-.])0{0,2}(?P<number>[1-9]\d{0,2})")
"""The number of an item within its group: 1-1, 1-2, 2-1, or A1, A2, B1."""
FIRST_MARKS = {"A": ord("A"), "①": ord("①")}
DASHED = "-"
"""What joins letters and figures in the number of a part: DS-01."""


def settled(table: ItemTable) -> ItemTable:
    """Take a column without a known heading that counts on from row to row for the item numbers.

    So is the first column under a mere word for numbers (编号) that does; figures behind a dash (WZ-01) may
    be numbers of parts, and are likely none where each item states one besides. "Ref" over A1, A2 beside
    the models of the things is likely one.
    """
    if any(Role.LINE_NUMBER in column.roles for column in table.columns):
        return table
    items = item_rows(table)
    first = table.columns[0]
    texts, told = first_texts(items, 0), _tell_codes(items)
    numbered = counts(items, 0) or ((_are_coded(table) or told) and _count_on(first, texts))
    dashed = told and key(first.text) in BARE and running_numbers.count_on(texts)
    if first.role is Role.PART and len(first.headings) == 1 and (numbered or dashed):
        exact = first.headings[0].exact and numbered
        heading = replace(first.headings[0], roles=frozenset({Role.LINE_NUMBER}), exact=exact)
        return replace(table, columns=(replace(first, headings=(heading,), stack=()), *table.columns[1:]))
    if _are_references(table, texts):
        return replace(table, columns=(_numbering(first), *table.columns[1:]))
    open_ones = (at for at, column in enumerate(table.columns) if not column.roles)
    counting = (at for at in open_ones if counts(items, at) or (at == 0 and _marks(items, at)))
    at = next(counting, None) if len(items) >= LEAST else None
    if at is None:
        return table
    column = _numbering(table.columns[at])
    return replace(table, columns=(*table.columns[:at], column, *table.columns[at + 1 :]))


def _count_on(column: Column, texts: list[str]) -> bool:
    """Tell whether texts under a mere word for numbers count on and look like no numbers of parts."""
    if key(column.text) not in BARE:
        return False
    counted = not any(DASHED in text for text in texts) and running_numbers.count_on(texts)
    return counted or _groups(texts) > 0


def _groups(texts: list[str]) -> int:
    """Return how many groups texts count the items of, one group after the other: A-1, A-2, B-1; else 0."""
    found = [GROUPED.fullmatch(text) for text in texts]
    count: Counter[str] = Counter()
    before = ""
    for each in found:
        name = str(each["letter"] or each["group"]) if each is not None else ""
        if each is None or (name in count and name != before):
            return 0
        before = name
        count[name] += 1
        if int(each["number"]) != count[name]:
            return 0
    return len(count) if len(found) >= LEAST else 0


def _are_references(table: ItemTable, texts: list[str]) -> bool:
    """Tell whether the first column refers to the items: A1, A2 under "Ref", with models beside them.

    So it does where it counts them in several groups beside the numbers that somebody gave them.
    """
    if len(texts) < LEAST or key(table.columns[0].text) not in REFERENCES:
        return False
    if _groups(texts) > 1 and _are_coded(table):
        return True
    if not any(column.role is Role.MODEL for column in table.columns[1:]):
        return False
    found = [REFERENCE.fullmatch(text) for text in texts]
    counted = [int(each["number"]) for each in found if each is not None]
    return counted == list(range(1, len(texts) + 1)) and len({each and each["letter"] for each in found}) == 1


def _are_coded(table: ItemTable) -> bool:
    """Tell whether a column beside the first is headed by whose numbers of the things it holds."""
    return any(column.roles and column.roles <= CODES - {Role.PART} for column in table.columns[1:])


def _tell_codes(items: list[Row]) -> bool:
    """Tell whether every item has a line that says whose number it holds: 品牌方编码 20071182."""
    return bool(items) and all(any(map(_is_labelled, itertools.chain(*row.cells[1:]))) for row in items)


def _is_labelled(run: Run) -> bool:
    found = recognise_inline(run.text)
    return found is not None and found[0] in CODES - {Role.PART}


def counts(items: list[Row], at: int) -> bool:
    """Tell whether a column counts 1, 2, 3 or 10, 20, 30."""
    texts = _texts(items, at)
    if not texts or not all(text.isdecimal() and len(text) < LONG for text in texts):
        return False
    step = int(texts[0])
    return step in {1, 10} and all(int(text) == step * (nth + 1) for nth, text in enumerate(texts))


def _texts(items: list[Row], at: int) -> list[str]:
    # "Subtotal Area 200" and its sum are a row of their own.
    whole = (row for row in items if row.cells[at] or sum(map(bool, row.cells)) > SUMMED)
    return [row.cells[at][0].text.strip("().") if row.cells[at] else "" for row in whole]


def _marks(items: list[Row], at: int) -> bool:
    """Tell whether a column counts otherwise: A, B, C or ①, ② or 1-1, 1-2, 2-1 or A1, A2, B1."""
    texts = _texts(items, at)
    first = FIRST_MARKS.get(texts[0]) if texts else None
    if first is not None:
        return [ord(text) if len(text) == 1 else None for text in texts] == [
            first + nth for nth in range(len(texts))
        ]
    first_of_all = bool(texts) and texts[0].partition("-")[0].partition(".")[0] == "1"
    return _groups(texts) > (0 if first_of_all else 1)


def _numbering(column: Column) -> Column:
    heading = Heading(column.text, frozenset({Role.LINE_NUMBER}), exact=False)
    return replace(column, headings=(heading,))
