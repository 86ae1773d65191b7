"""The number of a paper in its title, which no label gives: "Purchase Order 45-118807"."""

from collections.abc import Iterator, Sequence

from extractors.header.labelling import references
from extractors.header.labelling.value_types import is_code
from extractors.header.numbering.number_shapes import FORM_NUMBER
from extractors.header.settle import Choice
from extractors.kinds.kinds import kind_of_title
from extractors.late import late
from extractors.scope import Scope
from models.reading import Kind, Reason

NUMBER = late(r"(?<![A-Za-z0-9])(?=[A-Za-z0-9\-/]*\d)[A-Za-z0-9][A-Za-z0-9\-/]{4,24}(?![A-Za-z0-9])")
TITLES = 12
"""Titles are among so many first texts."""
OWN = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.CHANGE_ORDER, Kind.FRAMEWORK_AGREEMENT})


def find(scope: Scope, choices: Sequence[Choice]) -> Iterator[Choice]:
    """Yield the number that stands in the title where no label gave it: it is the paper's own.

    A title of another kind ("Framework agreement: FA-0093") has none, nor has one with a form's number.
    """
    known = {part for choice in choices if choice.value for part in (choice.value, choice.value.split()[-1])}
    own = OWN if scope.kind is Kind.FRAMEWORK_AGREEMENT else OWN - {Kind.FRAMEWORK_AGREEMENT}
    for run in scope.runs[:TITLES]:
        number = NUMBER.search(run.text)
        if (
            number is not None
            and kind_of_title(run.text) in own
            and not any(each.startswith(number[0]) or each.endswith(number[0]) for each in known)
            and is_code(number[0])
            and not (known and FORM_NUMBER.match(number[0]))
            and not references.to_other(run.text[: number.start()])
        ):
            yield Choice(number[0], run, number.start(), number.end(), reason=Reason.ROLE)
