"""The trade term in the name of a sum: "TOTAL, CIF KOBE (INCOTERMS 2020)".

It is likely the order's where nothing else states one, and never sure: a sum may be one of several offers.
"""

from collections.abc import Iterator, Sequence

from extractors.fields import incoterms
from extractors.header.labelling.labels import Labelled
from extractors.header.summaries import PRICED
from extractors.lines.columns.sum_rows import SummaryRow
from extractors.vocabulary.meanings import Label


def find(sums: Sequence[SummaryRow]) -> Iterator[Labelled]:
    """Yield the trade terms that the names of sums hold."""
    for each in sums:
        for start, end in incoterms.find(each.run.text) if each.label.kind in PRICED else ():
            yield Labelled(frozenset({Label.INCOTERMS}), each.run, each.run, "space", start, end)
