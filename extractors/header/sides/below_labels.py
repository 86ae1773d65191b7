"""Companies in the line below a label of the seller: behind a vendor's number, or begun beside the label.

"Vendor: 0000310457" has the name below it, "Seller: Changxing Mechanical" the rest of it: "Sealing Co., Ltd."
"""

from collections.abc import Iterator

from extractors.fields import companies
from extractors.header.labelling.labels import Labelled
from extractors.header.settle import Choice
from extractors.late import late
from extractors.page.runs import Run, joined
from extractors.scope import Scope

NAME = late(r"[^\W\d_]{2}")
ACCOUNT = late(r"[(（]?[A-Z]{0,3}\d{4,10}[)）]?")
"""The number that a vendor has with the buyer."""
NEXT = 1.5
"""The middle of the next line is no further below a line than so many heights of its letters."""


def companies_of(scope: Scope, found: Labelled) -> Iterator[Choice]:
    """Yield the companies that stand in the line below a label, or end in it."""
    if found.value is None:
        return
    if ACCOUNT.fullmatch(found.text.strip()):
        yield from _named_below(scope, found.label)
    elif found.start == 0 and NAME.search(found.text):
        yield from _broken(scope, found.value)


def _broken(scope: Scope, value: Run) -> Iterator[Choice]:
    """Yield the company that begins in a text and ends in the line below: "… Sealing", "Works Ltd."."""
    for run in _next_below(scope, value):
        whole = joined([value, run])
        spans = companies.find(whole.text)
        if spans and spans[0][0] == 0 and spans[0][1] > len(value.text):
            yield Choice(whole.text[: spans[0][1]], whole, 0, spans[0][1])


def _named_below(scope: Scope, label: Run) -> Iterator[Choice]:
    for run in _next_below(scope, label):
        low, high = next(iter(companies.find(run.text)), (1, 1))
        if low == 0:  # behind another label it is somebody else
            yield Choice(run.text[:high], run, 0, high)


def _next_below(scope: Scope, above: Run) -> Iterator[Run]:
    """Yield the texts in the line below another that begin where it begins."""
    box = above.box
    for run in scope.runs:
        close = run.page is above.page and 0 < run.box.middle - box.bottom < NEXT * box.height
        if close and abs(run.box.x0 - box.x0) <= box.height:
            yield run
