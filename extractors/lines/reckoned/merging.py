"""Header and lines of an order with what figures that reckon say, where the table was not read as a whole."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.conventions import Conventions
from extractors.header.sums.prices import Prices
from extractors.lines.reckoned import blocks, figures, filling, regrouping, rows, sums, texts
from extractors.lines.reckoned.rows import Reckoned
from models.page import Page
from models.reading import Header, OrderLine


@dataclass(frozen=True, slots=True)
class Readable:
    """The pages of a document, and how it writes dates."""

    pages: Sequence[Page]
    conventions: Conventions


def merged(
    header: Header, lines: tuple[OrderLine, ...], prices: Prices, read: Readable
) -> tuple[Header, tuple[OrderLine, ...]]:
    """Return header and lines with what the figures say that they lack, none of it sure."""
    if not is_lacking(lines, prices):
        return header, lines
    known = Counter(filter(None, map(_closed_amount, lines)))
    totals = {each.value for each in prices.totals}
    every = figures.of_pages(read.pages, prices.numbers.notation)
    found = rows.find(every, known, totals)
    if found is None:
        return header, lines
    reckoned, total = found
    every_line = blocks.text_lines(read.pages)
    header = sums.proposed(header, total, every, every_line)
    own = _own(lines, prices, reckoned, read.pages)
    if own is None or any(map(filling.contradicts, own, reckoned)):
        return header, lines
    told = blocks.of_rows(every_line, reckoned, total)
    captions = texts.in_all(told)
    said = [
        texts.of_block(block, row, read.conventions, captions)
        for block, row in zip(told, reckoned, strict=True)
    ]
    labelled = filling.labelled(own, told, said)
    return header, tuple(
        filling.filled(line, row, fields, labelled, agreed=own is lines and filling.agrees(line, row))
        for line, row, (fields, _) in zip(own, reckoned, said, strict=True)
    )


def _own(
    lines: tuple[OrderLine, ...], prices: Prices, reckoned: Sequence[Reckoned], pages: Sequence[Page]
) -> tuple[OrderLine, ...] | None:
    """Return what the table gave for each row of figures; None where that cannot be told."""
    if not lines:
        return tuple(OrderLine() for _ in reckoned)
    if len(reckoned) == len(lines) and regrouping.are_paired(prices.items, reckoned, pages):
        return lines
    return regrouping.regrouped(lines, prices.items, reckoned, pages)


def is_lacking(lines: Sequence[OrderLine], prices: Prices) -> bool:
    """Tell whether a line lacks its quantity, price or amount, or no sum proves the lines."""
    lacking = not lines or any(_lacks(line) for line in lines)
    return lacking or (prices.reconciled.contradicted and not prices.reconciled.complete)


def _closed_amount(line: OrderLine) -> Decimal | None:
    """Return the amount of a line whose quantity and price make it."""
    read = [getattr(line, name) for name in filling.FIGURES]
    if any(each is None or each.value is None for each in read):
        return None
    quantity, price, amount = (Decimal(each.value) for each in read)
    per = line.price_per.value if line.price_per is not None else None
    made = quantity * price / Decimal(per or 1)
    return amount if abs(made - amount) < rows.CENT else None


def _lacks(line: OrderLine) -> bool:
    missing = [getattr(line, name) is None or getattr(line, name).value is None for name in filling.FIGURES]
    return any(missing)
