"""Values of which a part stands in another cell: "Payment terms | 30 | days", "Incoterms | DAP | Hull".

In a spreadsheet the lines of an address have cells of their own, and a retention a row below the terms.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from extractors.header.conditions.going_on import NAME
from extractors.header.labelling.address_lines import ends_address, is_located
from extractors.header.labelling.label_words import meaning
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Field, Header, Reason, opened

FIGURES = late(r"\d{1,3}")
CODE = late(r"[A-Z]{3}")
PERCENT = late(r"(?<!\d)(\d{1,2})\s?[%％]")
WITHHELD = late(
    r"(?:(?:payment )?retention|advance(?: payment)?|down ?payment|prepayment|deposit|anzahlung"
    r"|sicherheitseinbehalt"
    r"|质保金|预付款?|定金|尾款)(?: ?\(?[%％]\)?)?\s*[:：]?",
    re.IGNORECASE,
)
"""A share of the price with a caption of its own."""
NEAR, SLACK = 1.2, 3.0
"""The next row is no further below than so many heights; its cell begins within so many points."""
COUNTING = ("day", "tag", "jour", "天", "日")
"""What the label of a mere number must hold: "Payment terms (days): 30"."""


def doubted(header: Header, scope: Scope) -> Header:
    """Return the header; what is but a part of the terms, or of the address, is open."""
    checks = (
        ("payment_terms", header.payment_terms, _is_part_of_terms),
        ("incoterms", header.incoterms, _lacks_place),
        ("delivery_place", header.delivery_place, _lacks_lines),
    )
    parts = {
        name: opened(field, Reason.AMBIGUOUS_VALUE)
        for name, field, is_part in checks
        if field is not None and field.sure and is_part(scope, field)
    }
    return replace(header, **parts)


def _is_part_of_terms(scope: Scope, field: Field) -> bool:
    """Tell whether terms are a mere number, or a share that they do not name has a row of its own."""
    terms = field.value or ""
    if FIGURES.fullmatch(terms):
        labels = [each.named.casefold() for each in _labelled(scope, Label.PAYMENT, field)]
        return not any(word in named for named in labels for word in COUNTING)
    shares = (run for run in scope.runs if WITHHELD.fullmatch(run.text.strip()))
    behind = ((share, run) for share in shares for run in scope.runs if _is_right_of(share, run))
    told = {found[1] for found in PERCENT.finditer(terms)}
    stated = (PERCENT.fullmatch(run.text.strip()) for _, run in behind)
    return any(found is not None and found[1] not in told for found in stated)


def _lacks_place(scope: Scope, field: Field) -> bool:
    """Tell whether a mere code has the name of a place beside it."""
    labelled = _labelled(scope, Label.INCOTERMS, field) if CODE.fullmatch(field.value or "") else ()
    return any(_is_named_beside(scope, each) for each in labelled)


def _lacks_lines(scope: Scope, field: Field) -> bool:
    """Tell whether an address in a spreadsheet goes on in the cells below its first line, or its label."""
    if ends_address(field.value or ""):
        return False
    values = [each for each in _labelled(scope, Label.PLACE, field) if each.label.page.synthetic]
    taken = {run.box for each in scope.labelled for run in (each.label, each.value) if run is not None}
    free = [run for run in scope.runs if run.box not in taken and is_located(run)]
    return any(
        _is_right_below(each, run) and not _is_captioned(each, run, scope.runs)
        for each, run in product(values, free)
    )


def _is_captioned(found: Labelled, run: Run, runs: Sequence[Run]) -> bool:
    """Tell whether the row of a text has a caption below the label and a value below the value."""
    assert found.value is not None, "what is labelled has a value here"
    level = [
        each for each in runs if each.page is run.page and run.box.top < each.box.middle < run.box.bottom
    ]
    columns = (found.label.box.x0, found.value.box.x0)
    return all(any(abs(each.box.x0 - x0) < SLACK for each in level) for x0 in columns)


def _is_right_below(found: Labelled, run: Run) -> bool:
    value = found.value
    assert value is not None, "what is labelled has a value here"
    near = run.page is value.page and 0 <= run.box.top - value.box.bottom < NEAR * value.box.height
    return near and any(abs(run.box.x0 - each.box.x0) < SLACK for each in (found.label, value))


def _labelled(scope: Scope, label: Label, field: Field) -> Iterator[Labelled]:
    for found in scope.labelled:
        if label in found.meanings and found.value is not None and (field.value or "") in found.text:
            yield found


def _is_named_beside(scope: Scope, found: Labelled) -> bool:
    """Tell whether the last text on the line of a value is a name, and neither a label nor its value."""
    value = found.value
    assert value is not None, "what is labelled has a value here"
    taken = {run.box for each in scope.labelled for run in (each.label, each.value) if run is not None}
    level = [run for run in scope.runs if run.page is value.page and _is_right_of(value, run)]
    if len(level) != 1 or level[0].box in taken:
        return False  # what has something beside it is a caption that nobody knows
    return NAME.match(level[0].text) is not None and not meaning(level[0].text)


def _is_right_of(value: Run, run: Run) -> bool:
    return value.box.top < run.box.middle < value.box.bottom and run.box.x0 >= value.box.x1
