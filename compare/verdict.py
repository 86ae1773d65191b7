"""The one place where the kinds of difference and the verdict are derived from checks.

A `match` needs proof: everything that was compared is equal or equal after conversion and was read
surely, nothing that had to be compared was left out, and no note says that someone has to look.
"""

from collections.abc import Iterable, Iterator, Sequence

from compare.catalogue import CATALOGUE
from compare.subject import UNDECIDED
from models.comparison import Check, Difference, DifferenceKind, Note, Outcome, Severity, Side, Verdict

ARITHMETIC = frozenset({"L08", "H09"})
ORDERED = "L12"
QUOTED = "L13"
WEIGHTY = frozenset({Severity.BLOCKER, Severity.MAJOR})
INFORMATION = frozenset({DifferenceKind.MISSING_IN_DOCUMENT})


def differences(checks: Iterable[Check]) -> Iterator[Difference]:
    """Yield what the `check` command prints: a difference for every check that has a kind."""
    for check in checks:
        found = kind(check)
        if found is not None:
            yield Difference(
                check.field, found, check.line, check.quote_item, check.document, check.quotation
            )


def kind(check: Check) -> DifferenceKind | None:
    """Return the kind of difference that a check amounts to, None where it amounts to none."""
    if check.outcome in {Outcome.EQUAL, Outcome.EQUAL_AFTER, Outcome.NOT_CHECKED}:
        return None if check.document_sure else DifferenceKind.UNSURE
    if CATALOGUE[check.code].noted:
        return None
    if check.why == UNDECIDED:
        return DifferenceKind.UNSURE
    return _missing(check) if check.outcome is Outcome.MISSING else _differing(check)


def _missing(check: Check) -> DifferenceKind | None:
    if check.missing_from is Side.QUOTATION:
        return DifferenceKind.NOT_IN_QUOTATION if check.code == ORDERED else None
    return DifferenceKind.NOT_ORDERED if check.code == QUOTED else DifferenceKind.MISSING_IN_DOCUMENT


def _differing(check: Check) -> DifferenceKind:
    return DifferenceKind.ARITHMETIC if check.code in ARITHMETIC else DifferenceKind.DIFFERS


def verdict(
    checks: Sequence[Check], found: Sequence[Difference], notes: Sequence[Note], *, certain: bool
) -> Verdict:
    """Return the outcome of a document that was held against a quotation.

    `certain` tells that the quotation is the only one that fits and that all of the document was read.
    """
    open_checks = any(is_open(each) for each in checks)
    open_differences = any(each.kind not in INFORMATION for each in found)
    weighty = any(each.severity in WEIGHTY for each in notes)
    return Verdict.MATCH if certain and not (open_checks or open_differences or weighty) else Verdict.REVIEW


def is_open(check: Check) -> bool:
    """Tell whether a check that should have settled something did not."""
    unheld = check.outcome is Outcome.MISSING and check.missing_from is Side.QUOTATION
    if check.outcome is Outcome.DIFFERS or not (check.document_sure or unheld):
        return True
    return check.outcome in {Outcome.NOT_CHECKED, Outcome.MISSING} and check.severity in WEIGHTY
