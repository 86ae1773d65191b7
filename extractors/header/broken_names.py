"""Names at the head of a paper that are written otherwise than in its text.

A letterhead in capitals shows no legal form where that is a common word as well ("STRANDHEIM OFFSHORE AS");
the same name stands once more in small letters. One in two lines has its first word alone above the rest,
and stands whole in the signature.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from extractors.fields import companies
from extractors.runs import Run

Named = tuple[Run, int, int]
FIRST = 3
"""A letterhead is among so many first texts."""


def in_capitals(run: Run, known: AbstractSet[str]) -> tuple[tuple[int, int], ...]:
    """Return where a text in capitals is a company that is known by its name in small letters."""
    if not run.text.isupper() or companies.key(run.text) not in known:
        return ()
    return ((0, len(run.text)),)


def whole(named: Sequence[Named], runs: Sequence[Run]) -> Named | None:
    """Return the place where the first name stands with what is set above it at the head of the page."""
    run, start, end = named[0]
    rest = companies.key(run.text[start:end])
    above = [companies.key(each.text) for each in runs[:FIRST] if each is not run]
    if run not in runs[:FIRST]:
        return None
    return next((each for each in named[1:] if _key(each) in {f"{name}{rest}" for name in above}), None)


def _key(named: Named) -> str:
    run, start, end = named
    return companies.key(run.text[start:end])
