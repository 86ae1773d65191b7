"""Currencies that no label names: beside any amount, alone in a cell, in a total's label without a value.

An amount may be a deposit, a fine or an insured sum in another currency: what is found here is proposed
and never sure.
"""

from collections.abc import Iterator, Sequence

from extractors.fields import currencies, money
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label

CURRENCY = frozenset({Label.CURRENCY})
FIGURE = r"\d[\d.,'’ ]*\d|\d"
AMOUNT = late(rf"(?P<before>{currencies.NAME})\s?(?:{FIGURE})|(?:{FIGURE})\s?(?P<after>{currencies.NAME})")
DIGIT = late(r"\d")
BARE = 14
"""A longer text is not the mere name of a currency, perhaps with "per piece"."""


def find(runs: Sequence[Run]) -> Iterator[Labelled]:
    """Yield the currencies that texts name, as loosely labelled values."""
    for run in runs:
        for start, end in _spans(run.text):
            yield Labelled(CURRENCY, run, run, "sentence", start, end)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    if len(text) <= BARE and not any(map(str.isdigit, text)) and money.currency(text):
        yield 0, len(text)
    if not DIGIT.search(text):
        return
    for found in AMOUNT.finditer(text):
        name = "before" if found["before"] else "after"
        if currencies.named(found[name]):
            yield found.span(name)
