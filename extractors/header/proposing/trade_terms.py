"""The trade term in a text that holds more than a term: "Total C&F Alexandria by sea", "DAP宜兴周铁"."""

from collections.abc import Iterable, Iterator

from extractors.fields import incoterms
from extractors.header.proposing import spots
from extractors.header.settle import Choice
from extractors.header.sums.prices import Prices
from extractors.runs import Run
from extractors.scope import Scope
from models.reading import Header, Reason


def find(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Yield the terms that the paper names, those of the text first that left the field open."""
    del prices
    spot = header.incoterms.evidence.text if header.incoterms is not None else ""
    runs = sorted(spots.paragraphs(scope), key=lambda run: spot not in run.text)
    for run in runs:
        yield from _within(run)


def _within(run: Run) -> Iterator[Choice]:
    whole = incoterms.normal(run.text)
    if whole is not None:
        yield Choice(whole, run, 0, len(run.text), reason=Reason.ROLE)
    for start, end in incoterms.find(run.text):
        value = incoterms.normal(run.text[start:end])
        if value is not None:
            yield Choice(value, run, start, end, reason=Reason.ROLE)
