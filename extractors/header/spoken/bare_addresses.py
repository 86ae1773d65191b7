"""An address that nothing but 地址 labels, where it can only be that of the goods.

Between the day and the terms of a short order it says where to deliver; beside a telephone, a bank or a tax
number it is the address of a company. Nobody says so, and what is read is not sure. An address that no label
and no company claims may be that of the goods as well: no paper with one surely states no place.
"""

import itertools
import re
from collections.abc import Container, Iterator, Sequence

from extractors.fields import companies, place_ends
from extractors.header.labelling import plain_addresses
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label

BARE = late(r"\s*地\s{0,4}址(?:\s*[:：]\s*|\s+)(?=\S)")
ALONE = late(r"\s*地\s{0,4}址\s*[:：]?\s*")
OF_A_COMPANY = late(
    r"电\s*话|传\s*真|税\s*号|开户|账\s*号|帐\s*号|邮\s*编|网\s*址|邮\s*箱|代表人|\b(?:tel|fax)\b",
    re.IGNORECASE,
)
LED = late(r"^[^:：\d]{1,12}[:：]\s*")
"""A label that nobody knows."""
AROUND = 2
"""So many texts before and behind an address tell whose it is."""
PLACE = frozenset({Label.PLACE})


def find(runs: Sequence[Run]) -> Iterator[Labelled]:
    """Yield the one address of a document that no company stands beside."""
    found = list(_labelled(runs))
    if len(found) == 1:
        yield from found


def _labelled(runs: Sequence[Run]) -> Iterator[Labelled]:
    for at, (run, behind) in enumerate(itertools.zip_longest(runs, runs[1:])):
        label = BARE.match(run.text)
        value, start = (run, label.end()) if label is not None else (None, 0)
        if label is None and ALONE.fullmatch(run.text) and behind is not None and _beside(run, behind):
            value = behind
        if value is None or not plain_addresses.is_address(value.text[start:]):
            continue
        near = runs[max(at - AROUND, 0) : at + AROUND + 2]
        if not any(OF_A_COMPANY.search(each.text) for each in near):
            yield Labelled(PLACE, run, value, "sentence", start, len(value.text))


def of_nobody(runs: Sequence[Run], known: Container[int]) -> Run | None:
    """Return an address that stands beside no company and no label; `known` are the words beside labels."""
    for at, run in enumerate(runs):
        place = LED.sub("", run.text[: place_ends.before(run.text)[0]], count=1)
        if not plain_addresses.is_address(place) or any(id(word) in known for word in run.words):
            continue
        before, behind = runs[max(at - AROUND, 0) : at], runs[at : at + AROUND]
        named = any(companies.find(each.text) for each in before)
        if not named and not any(OF_A_COMPANY.search(each.text) for each in (*before, *behind)):
            return run
    return None


def _beside(label: Run, value: Run) -> bool:
    return label.page is value.page and label.box.top < value.box.middle < label.box.bottom
