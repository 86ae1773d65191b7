"""Prices that a sentence below the table says to be for 100 or 1000 pieces, all of them.

It holds where it makes more items close than without it: 200 at 3.20 per 100 are 6.40.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.fields.numbers import Notation
from extractors.lines.item import Item, Text
from extractors.lines.texts import price_bases
from extractors.lines.values import line_numbers
from extractors.lines.values.line_numbers import TableNumbers
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role


def likelier(
    items: tuple[Item, ...], runs: Iterable[Run], notation: Notation | None
) -> tuple[tuple[Item, ...], TableNumbers]:
    """Return the items with their numbers, priced as one sentence says if that makes more of them close."""
    plain = line_numbers.read(items, notation)
    said = _said(items, runs)
    if said is None:
        return items, plain
    priced = tuple(replace(each, texts=each.texts | {Role.PRICE_PER: (said,)}) for each in items)
    numbers = line_numbers.read(priced, notation)
    return (priced, numbers) if _closing(numbers) > _closing(plain) else (items, plain)


def _said(items: Sequence[Item], runs: Iterable[Run]) -> Text | None:
    """Return what the only sentence about it says that all prices are for, where no item says so itself."""
    if not items or any(Role.PRICE_PER in each.texts for each in items):
        return None
    found = [(run, match) for run in runs if (match := price_bases.SENTENCE.search(run.text)) is not None]
    if len({match["per"] for _, match in found}) != 1:
        return None
    run, match = found[0]
    return Text(run, *match.span("per"), price_bases.HEADING)


def _closing(numbers: TableNumbers) -> int:
    return sum(line.closes is True for line in numbers.lines)
