"""Rows that state a sum under words that no list holds: their place and their numbers tell them.

Such a row has an amount and nothing else of an item: no quantity, no price, no number of its own. It is
a sum where its words begin with one ("Subtotal section A"), or where it is what the items above add up to.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import dates, quantities
from extractors.fields.numbers import Notation
from extractors.header import summaries
from extractors.header.labelling import label_words
from extractors.header.summaries import SummaryLabel
from extractors.late import late
from extractors.lines import reckoning
from extractors.lines.item_table import NAMES, NUMBER, Column, Row
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role, Summary

ITEM = frozenset({Role.QUANTITY, Role.PRICE, Role.LINE_NUMBER})
CHARGED = frozenset({Summary.CHARGE, Summary.DISCOUNT})
SIZED = late(r"\d\s?[x×*]\s?\d|\b[A-Z]{1,4}-?\d{2,}")
"""A size or type, as names of things have it."""
TAX_CODE = late(r"^[A-Z]{1,4}-?\d{1,2}$")
"""The code of a tax as it stands in items; the label of a sum has a blank, or begins its line."""
CODED = frozenset({Summary.TAX, Summary.CARRIED})
"""What a code of an item may be called as well: its tax ("GST 9%"), its unit ("CF", a box in Italian)."""
COUNTED = 3
"""So many numbers behind the name of a tax make an item; behind a sum stand its base and itself."""
BARE_NET = late(r"nett?o?", re.IGNORECASE)
LEAST = 2
"""So many items at least add up: the amount of one may come again by chance."""
LINES = late(r"(?:(?:no\.?|number) of |total |order )?(?:line )?(?:lines?|items?)\s*:?", re.IGNORECASE)
"""What says how many lines an order has."""
BEGIN = 24
"""Within so many characters the word for a sum ends."""


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A summary row with all its runs."""

    label: SummaryLabel
    run: Run
    row: Row


def stated(text: str) -> SummaryLabel | None:
    """Return the sum that a text names; "packing 32x10" is the rest of a name, and no charge for packing."""
    label = summaries.recognise(text)
    if label is None or label.kind not in CHARGED:
        return label
    return None if SIZED.search(text) or (label.rest and _is_explained(text)) else label


def _is_explained(text: str) -> bool:
    """Tell whether words stand behind a colon where a charge has its amount: "Packing: 2 per box"."""
    _, colon, rest = text.replace("：", ":").partition(":")
    return bool(colon and rest.strip()) and NUMBER.match(rest.strip()) is None


def stated_in(line: Iterable[Run]) -> Iterator[SummaryLabel]:
    """Yield the sums that the texts of a line name: the code of a tax behind others ("VAT20") is none."""
    runs = list(line)
    for at, run in enumerate(runs):
        label = None if at and TAX_CODE.match(run.text) else stated(run.text)
        before, behind = runs[:at], runs[at + 1 :]
        coded = label is not None and label.kind in CODED
        coded = coded and (_is_counted(behind) or _is_priced(before, behind))
        if BARE_NET.fullmatch(run.text) and _is_undiscounted(before, behind):
            continue
        if label is not None and not (coded and (at or _is_ordered(runs[1:]))):
            yield label


def _is_counted(behind: Sequence[Run]) -> bool:
    """Tell whether quantity, price and amount stand behind a code of an item: "GST 9%  2  4.00  8.00"."""
    numbers = [run for run in behind if any(map(str.isdigit, run.text))]
    return len(numbers) >= COUNTED and bool(NUMBER.match(numbers[-1].text))


def _is_priced(before: Sequence[Run], behind: Sequence[Run]) -> bool:
    """Tell whether quantity and price stand before a tax and the amount alone behind it: 进项税13%."""
    numbers = [run for run in before[1:] if NUMBER.match(run.text)]
    return len(numbers) >= COUNTED - 1 and len(behind) == 1 and NUMBER.match(behind[0].text) is not None


def _is_undiscounted(before: Sequence[Run], behind: Sequence[Run]) -> bool:
    """Tell whether a "net" stands where others have their discount: "4  40 LB  6.80  net  6.80  272.00"."""
    alone = all(NUMBER.match(run.text) for run in behind)
    listed = len(before) >= COUNTED and NUMBER.match(before[-1].text) is not None
    return listed and alone and len(behind) == COUNTED - 1


def _is_ordered(behind: Sequence[Run]) -> bool:
    """Tell whether a day or a quantity with its unit stands behind a code: a sum has neither."""
    counted = (quantities.parse(run.text) for run in behind[:-1])
    measured = any(found is not None and found.unit is not None for found in counted)
    return measured or any(dates.parse(run.text) for run in behind)


def find(row: Row, items: Sequence[Row], columns: Sequence[Column]) -> SummaryRow | None:
    """Return the sum that a row states although its words are strange, None where it is an item or a note.

    It counts as a subtotal: what is not said to be the total of the order is not taken for it.
    """
    amount = _amount(_without_count(row, len(items)), columns)
    if not any(_counts(each, columns) for each in items):
        return None
    if amount is None:
        return _beside_the_form(row)
    named = _named_beside(amount, row)
    if named is not None:
        return named
    words = next((run for run in row.runs if not NUMBER.match(run.text)), None)
    begins = words is not None and _begins_with_sum(words.text)
    if not begins and not _adds_up(amount, items, columns):
        return None
    run = words or amount
    return SummaryRow(SummaryLabel(Summary.SUBTOTAL, ""), run, row)


def _without_count(row: Row, count: int) -> Row:
    """Return a row without the number of lines that it states: "LINES  6   ORDER TOTAL  5,755.25"."""
    runs = sorted(row.runs, key=lambda run: run.box.x0)
    stated = [
        (run, behind)
        for run, behind in itertools.pairwise(runs)
        if LINES.fullmatch(run.text) and behind.text.strip() == str(count)
    ]
    told = {id(run) for pair in stated for run in pair}
    cells = tuple(tuple(run for run in cell if id(run) not in told) for cell in row.cells)
    return replace(row, cells=cells) if stated else row


def captions(row: Row) -> SummaryRow | None:
    """Return a row of nothing but captions of sums, whose amounts stand in the next row."""
    run, label = _captions(row.runs) or (None, None)
    return SummaryRow(label, run, row) if label is not None and run is not None else None


def _captions(runs: Sequence[Run]) -> tuple[Run, SummaryLabel] | None:
    """Return the first caption of a line in which most texts name a sum, and none is a number."""
    named = [(run, summaries.recognise(run.text)) for run in runs]
    # "VAT 0 %" looks like a number behind a currency.
    if len(runs) < LEAST or any(label is None and NUMBER.match(run.text) for run, label in named):
        return None
    known = [(run, label) for run, label in named if label is not None and not label.rest]
    return known[0] if 2 * len(known) > len(runs) else None


def is_below_captions(runs: Sequence[Run], above: Sequence[Run]) -> bool:
    """Tell whether a line has the amounts of a line of captions: "Freight  Discount  Order total"."""
    return len(runs) == len(above) and are_amounts(runs) and _captions(above) is not None


def are_amounts(runs: Sequence[Run]) -> bool:
    """Tell whether nothing but numbers stand in a line."""
    return all(NUMBER.match(run.text) for run in runs)


def is_no_item(row: Row, items: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Tell whether a row behind a sum is no item: it has an amount and nothing else of one, or no name.

    A tax or a charge is the one; the other is what stands at the foot of the page: "PO-02521   1 of 1".
    """
    counted = any(_counts(each, columns) for each in items)
    return counted and (_amount(row, columns) is not None or not _names(row, columns))


def _names(row: Row, columns: Sequence[Column]) -> bool:
    """Tell whether a row has a quantity, or anything that numbers or names a thing."""
    filled = [column.roles for column, cell in zip(columns, row.cells, strict=True) if cell]
    naming = NAMES | {Role.LINE_NUMBER, Role.QUANTITY}
    return bool(row.spanning) or any(not roles or roles & naming for roles in filled)


def _named_beside(amount: Run, row: Row) -> SummaryRow | None:
    """Return the sum whose name stands right before its amount, with other texts of the form at the left."""
    before = [run for run in row.runs if run.box.x1 <= amount.box.x0 and not NUMBER.match(run.text)]
    nearest = max(before, key=lambda run: run.box.x1, default=None)
    label = summaries.recognise(nearest.text) if nearest is not None and len(before) > 1 else None
    if nearest is None or label is None or label.rest or label.kind in CHARGED:
        return None
    return None if TAX_CODE.match(nearest.text) else SummaryRow(label, nearest, row)


def _beside_the_form(row: Row) -> SummaryRow | None:
    """Return the sum at the end of a row that begins with a line of the form: 送货：某某路   小计   46.00.

    Its amount need not stand in the column of amounts, and no other number stands in the row.
    """
    if not row.runs:
        return None  # a drawn row may be empty
    *before, last = sorted(row.runs, key=lambda run: run.box.x0)
    alone = NUMBER.match(last.text) is not None and not any(NUMBER.match(run.text) for run in before)
    return _named_beside(last, row) if alone and before and label_words.match(before[0].text) else None


def _amount(row: Row, columns: Sequence[Column]) -> Run | None:
    """Return the amount of a row that has no other number of an item."""
    pairs = list(zip(columns, row.cells, strict=True))
    if any(column.roles & ITEM and any(NUMBER.match(run.text) for run in cell) for column, cell in pairs):
        return None
    cells = (cell for column, cell in pairs if Role.AMOUNT in column.roles and len(cell) == 1)
    return next((cell[0] for cell in cells if NUMBER.match(cell[0].text)), None)


def _counts(row: Row, columns: Sequence[Column]) -> bool:
    """Tell whether a row has a quantity or a price: a table of mere amounts has no such sums."""
    return any(
        column.roles & {Role.QUANTITY, Role.PRICE} and cell and NUMBER.match(cell[0].text)
        for column, cell in zip(columns, row.cells, strict=True)
    )


def _begins_with_sum(text: str) -> bool:
    words = text.split()
    starts = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    if any(summaries.recognise(start) is not None for start in starts if len(start) <= BEGIN):
        return True
    return any(summaries.recognise(text[:at]) is not None for at in range(2, min(len(text), 7)))


def _adds_up(amount: Run, items: Sequence[Row], columns: Sequence[Column]) -> bool:
    if len(items) < LEAST:
        return False
    for notation in Notation:
        stated = reckoning.value(amount.text, notation)
        if stated is None or not stated.number:
            continue
        total = Decimal(0)
        for count, each in enumerate(_amounts(reversed(items), columns, notation), 1):
            total += each
            if count >= LEAST and abs(total - stated.number) <= reckoning.CENT * count:
                return True
    return False


def _amounts(rows: Iterator[Row], columns: Sequence[Column], notation: Notation) -> Iterator[Decimal]:
    """Yield the amounts of items from the last one upwards, until one cannot be read."""
    for row in rows:
        cells = (cell for column, cell in zip(columns, row.cells, strict=True) if Role.AMOUNT in column.roles)
        values = (reckoning.value(cell[0].text, notation) for cell in cells if cell)
        value = next((each for each in values if each is not None), None)
        if value is None:
            return
        yield value.number
