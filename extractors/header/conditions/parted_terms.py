"""Terms of payment and of trade in one value, a stroke between them: "30 days net | CIF Bremen"."""

from collections.abc import Iterator
from dataclasses import replace

from extractors.fields import incoterms, payment
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label

STROKE = late(r"\s*[|│｜]\s*")
TWO = 2


def labels(scope: Scope, *others: Label) -> Iterator[Labelled]:
    """Yield the bare labels of terms and `others`; one whose value states both kinds, once with each."""
    for found in scope.labels(*others, Label.TERMS):
        parts = list(_parts(found))
        yield from parts if _are_both([each.text for each in parts]) else [found]


def _parts(found: Labelled) -> Iterator[Labelled]:
    if found.value is None or found.meanings != {Label.TERMS}:
        return
    start = found.start
    for stroke in STROKE.finditer(found.value.text, found.start, found.end):
        yield replace(found, start=start, end=stroke.start())
        start = stroke.end()
    yield replace(found, start=start)


def _are_both(texts: list[str]) -> bool:
    """Tell whether of two texts one is understood as terms of payment alone, and one as a trade term."""
    paid = [payment.parse(text) is not None for text in texts]
    traded = [incoterms.normal(text) is not None for text in texts]
    return len(texts) == TWO and sorted(paid) == sorted(traded) == [False, True] and paid != traded
