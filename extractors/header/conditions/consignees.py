"""The consignee as the place of delivery: where it is the writer of the paper, at a whole address.

A consignee may be a bank or a forwarder. One that is named at the head of the paper itself gets the goods,
perhaps at a building of its own: "Consignee: Central Stores, Brookvale Pumps Ltd, Quay Road 14, …".
"""

from collections.abc import Iterator

from extractors.fields import companies
from extractors.header.labelling.label_words import CLAUSE
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.plain_addresses import BUILDING, is_address
from extractors.header.labelling.unloading_points import ONWARD
from extractors.scope import Scope
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Label

CALLED = frozenset(map(key, ("Consignee", "Consigned to", "Consignee address", "收货人", "收货人 Consignee")))
FEW = 3
FIRST = 4
"""A letterhead is among so many first texts."""


def own(scope: Scope) -> Iterator[Labelled]:
    """Yield what labels of the consignee state where that is who writes the paper."""
    if any(ONWARD.search(run.text) for run in scope.runs):
        return
    buyers = [each.value for each in scope.labels(Label.BUYER) if each.value is not None]
    heads = (*scope.runs[:FIRST], *buyers)
    head = [(run, run.text[low:high]) for run in heads for low, high in companies.find(run.text)]
    for found in scope.loose:
        named = found.meanings == {Label.PLACE} and key(CLAUSE.sub("", found.named)) in CALLED
        spans = companies.find(found.text)[:1] if named and is_address(found.text) else ()
        own_boxes = {found.label.box, *([found.value.box] if found.value is not None else [])}
        others = {companies.key(name) for run, name in head if run.box not in own_boxes}
        if any(
            _begins(found.text[:low]) and companies.key(found.text[low:high]) in others for low, high in spans
        ):
            yield found


def _begins(before: str) -> bool:
    """Tell whether nothing stands before the name, or a building in few words: "Central Stores, "."""
    words = before.rstrip().removesuffix(",").split()
    return not words or (
        len(words) <= FEW and before.rstrip().endswith(",") and BUILDING.search(words[-1]) is not None
    )
