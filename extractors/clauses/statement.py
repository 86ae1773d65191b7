"""What a sentence states, and how sentences are taken apart for it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.clauses.marks import Mark

Marks = Sequence[Mark]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a sentence states: what kind it is of, and its value in the notation of its kind.

    `understood` tells that no word of the sentence is unknown: nothing unread can change the meaning.
    """

    kind: str
    value: str
    start: int
    end: int
    understood: bool = False


STRICT = frozenset({"lead", "date", "pay", "lots"})
"""Kinds that a "not" or an "or" turns into something else."""


def said(kind: str, value: str, marks: Marks) -> Statement:
    """Return a statement over some marks."""
    known = all(each.amount or each.concepts for each in marks)
    known = known and not (kind in STRICT and topics(marks, "never", "alternative"))
    return Statement(kind, value, marks[0].start, marks[-1].end, understood=known)


def parts(marks: Marks, stops: str) -> Iterator[Marks]:
    """Yield the pieces of a sentence between some punctuation marks."""
    piece: list[Mark] = []
    for each in marks:
        if any(name in stops for name in each.names("stop")):
            if piece:
                yield piece
            piece = []
        else:
            piece.append(each)
    if piece:
        yield piece


def sentences(marks: Marks) -> Iterator[Marks]:
    """Yield the sentences of a text; their commas and colons stay in them."""
    return parts(marks, "。;；.")


def clauses(marks: Marks) -> Iterator[Marks]:
    """Yield what stands between commas; a colon parts nothing."""
    return parts(marks, "。;；.,，")


def topics(marks: Iterable[Mark], *names: str) -> bool:
    """Tell whether marks speak of one of some topics."""
    return any(each.has("topic", *names) for each in marks)


def delivering(marks: Iterable[Mark]) -> bool:
    """Tell whether marks speak of goods that come."""
    return any(each.has("topic", "delivery") or each.has("event", "delivery", "ship") for each in marks)


def aside(marks: Iterable[Mark]) -> bool:
    """Tell whether marks speak of something that only looks like a term of the order."""
    return any(each.has("aside") for each in marks)


def amounts(marks: Iterable[Mark], *kinds: str) -> list[Mark]:
    """Return the marks that are amounts of some kinds."""
    return [each for each in marks if each.amount is not None and each.amount.kind in kinds]


def events(marks: Iterable[Mark], names: Iterable[str]) -> list[tuple[Mark, str]]:
    """Return the marks that may be one of some events, each with the first that it may be."""
    wanted = list(names)
    found = []
    for each in marks:
        name = next((one for one in wanted if each.has("event", one)), None)
        if name is not None:
            found.append((each, name))
    return found


Reader = Callable[[Marks], Iterator[Statement]]
