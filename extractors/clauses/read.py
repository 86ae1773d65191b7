"""Everything that one paragraph states."""

from collections.abc import Iterator

from extractors.clauses import damages, deals, fulfilment, marks, papers, validity, warranty
from extractors.clauses.statement import Reader, Statement

LONGEST = 2000
"""Longer paragraphs are not read: no clause is."""
READERS: tuple[Reader, ...] = (
    fulfilment.lots,
    fulfilment.delivery,
    fulfilment.paying,
    warranty.read,
    damages.read,
    damages.liability,
    papers.read,
    validity.validity,
    validity.effect,
    validity.tolerance,
    validity.partial,
    validity.when_paid,
)


def statements(text: str) -> Iterator[Statement]:
    """Yield what a paragraph states, kind by kind."""
    if len(text) > LONGEST:
        return
    yield from deals.read(text)
    cut = marks.cut(text)
    for reader in READERS:
        if cut:
            yield from reader(cut)
