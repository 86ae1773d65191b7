"""The trade term in a text that holds more than a term: "DAP宜兴周铁", "FOB" above "Xingang"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.fields import incoterms
from extractors.header.proposing import spots
from extractors.header.settle import Choice
from extractors.header.sums.prices import Prices
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from models.reading import Field, Header, Reason

ONWARD = late(r"\s*[,;，；]\s*(?=[a-zà-þ]{2,}\s)")
PLACE = late(r"[A-ZÀ-Þ][\w'’-]{2,18}(?: [A-ZÀ-Þ][\w'’-]{2,18})?|[\u4e00-\u9fff]{2,10}")


def find(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Yield the terms that the paper names, those of the text first that left the field open."""
    del prices
    spot = header.incoterms.evidence.text if header.incoterms is not None else ""
    runs = sorted(spots.paragraphs(scope), key=lambda run: spot not in run.text)
    for run in runs:
        yield from _within(run)


def continued(scope: Scope, field: Field) -> Field:
    """Return a bare term with the place in the next line of its narrow cell: "FOB" over "Xingang".

    One that goes on in small letters behind a comma ends there: "DDP Leeds, to our stores. Closed on …".
    """
    value = field.value or ""
    cut = ONWARD.split(value)[0] if not field.sure else value
    if cut != value and incoterms.parse(cut) is not None:
        return replace(field, value=cut)
    if field.sure or value not in incoterms.CODES:
        return field
    for run in scope.runs:
        if run.words[-1].text.strip(".,") != value:
            continue
        places = [other for other in scope.runs if _is_place_below(run, other)]
        if places:
            return replace(field, value=f"{value} {places[0].text.strip()}")
    return field


def _is_place_below(run: Run, other: Run) -> bool:
    """Tell whether a short name stands right below the last word of a text or below its beginning."""
    gap = other.box.top - run.box.bottom
    near = other.page is run.page and -0.3 * run.box.height < gap < 0.9 * run.box.height
    lefts = (run.words[-1].box.x0, run.box.x0)
    flush = any(abs(other.box.x0 - left) < run.box.height for left in lefts)
    return near and flush and PLACE.fullmatch(other.text.strip()) is not None


def _within(run: Run) -> Iterator[Choice]:
    whole = incoterms.normal(run.text)
    if whole is not None:
        yield Choice(whole, run, 0, len(run.text), reason=Reason.ROLE)
    for start, end in incoterms.find(run.text):
        value = incoterms.normal(run.text[start:end])
        if value is not None:
            yield Choice(value, run, start, end, reason=Reason.ROLE)
