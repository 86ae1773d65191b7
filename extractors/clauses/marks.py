"""A sentence cut into marks: amounts, known phrases, and words that are not known."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.clauses import amounts, phrases
from extractors.clauses.phrases import PARTY, SKIPPED, WORD, Concept
from extractors.fields.text import level

STOPS = frozenset("。;；,，.、:：")


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a sentence: an amount, a phrase with what it may mean, or an unknown word (no concepts)."""

    text: str
    start: int
    end: int
    concepts: frozenset[Concept] = frozenset()
    amount: amounts.Amount | None = None

    def has(self, group: str, *names: str) -> bool:
        """Tell whether the phrase may mean one of some concepts of a group (any, where none is named)."""
        return any(one == group and (not names or name in names) for one, name in self.concepts)

    def names(self, group: str) -> list[str]:
        """Return the concepts of a group that the phrase may mean."""
        return sorted(name for one, name in self.concepts if one == group)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def cut(text: str) -> tuple[Mark, ...]:
    """Cut a sentence into marks; articles, names of parties and blanks leave none."""
    levelled = level(text).lower()
    if len(levelled) != len(text):
        return ()
    found: list[Mark] = []
    at = 0
    for amount in amounts.find(levelled):
        found += _phrases(_words(levelled, at, amount.start))
        piece = levelled[amount.start : amount.end]
        found.append(Mark(piece, amount.start, amount.end, amount=amount))
        at = amount.end
    found += _phrases(_words(levelled, at, len(levelled)))
    return tuple(found)


def _words(text: str, start: int, end: int) -> list[_Word]:
    parties = [match.span() for match in PARTY.finditer(text, start, end)]
    return [
        _Word(match[0], match.start(), match.end())
        for match in WORD.finditer(text, start, end)
        if match[0] not in SKIPPED and not any(low <= match.start() < high for low, high in parties)
    ]


def _phrases(words: list[_Word]) -> Iterator[Mark]:
    at = 0
    table = phrases.by_first()
    every = tuple(phrases.stem(each.text) for each in words)
    while at < len(words):
        found = (each for each in table.get(every[at], ()) if every[at : at + len(each[0])] == each[0])
        long = next(found, None)
        count = len(long[0]) if long else 1
        last = words[at + count - 1]
        text = " ".join(each.text for each in words[at : at + count])
        if long or text not in STOPS:
            yield Mark(text, words[at].start, last.end, long[1] if long else frozenset())
        else:
            yield Mark(text, words[at].start, last.end, frozenset({("stop", text)}))
        at += count
