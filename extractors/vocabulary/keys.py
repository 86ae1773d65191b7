"""Phrases compared by a key, and texts cut into phrases that are known."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractors.fields.text import fold

DROPPED = re.compile(r"[\s./()\[\]{}【】〔〕<>《》,，、;；:：*'’`\"“”_\-|·。&*]+")
Meaning = TypeVar("Meaning")


@functools.lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Return the form by which labels and headings compare: folded, without punctuation."""
    return DROPPED.sub("", fold(text))


@dataclass(frozen=True, slots=True)
class Token(Generic[Meaning]):
    """A known phrase inside a text; `meanings` holds all it can stand for."""

    phrase: str
    meanings: frozenset[Meaning]


@dataclass(frozen=True, slots=True)
class Lexicon(Generic[Meaning]):
    """Phrases with their meanings; the longest phrase wins."""

    meanings: Mapping[str, frozenset[Meaning]]
    longest: int

    def tokens(self, text: str) -> tuple[list[Token[Meaning]], int]:
        """Cut a key into known phrases from its start; return them and the length they cover.

        Where several cuts are possible, one that covers the whole key is taken, else the greedy one.
        """
        if not self._end(text, 0):
            return [], 0
        whole = self._cover(text)
        found = whole if whole is not None else self._greedy(text)
        return [Token(phrase, self.meanings[phrase]) for phrase in found], sum(map(len, found))

    def _greedy(self, text: str) -> list[str]:
        found = []
        at = 0
        while (end := self._end(text, at)) > at:
            found.append(text[at:end])
            at = end
        return found

    def _end(self, text: str, at: int) -> int:
        """Return where the longest phrase ends that begins at `at`; `at` itself where none does."""
        ends = range(min(len(text), at + self.longest), at, -1)
        return next((end for end in ends if text[at:end] in self.meanings), at)

    def _cover(self, text: str) -> list[str] | None:
        """Return phrases that cover all of the text, long ones first, None where no cut does."""
        cuts: dict[int, list[str] | None] = {len(text): []}
        for at in range(len(text) - 1, -1, -1):
            cuts[at] = next(
                (
                    [text[at:end], *rest]
                    for end in range(min(len(text), at + self.longest), at, -1)
                    if (rest := cuts[end]) is not None and text[at:end] in self.meanings
                ),
                None,
            )
        return cuts[0]

    def of(self, text: str) -> frozenset[Meaning]:
        """Return the meanings of a whole key, none where it is no known phrase."""
        return self.meanings.get(text, frozenset())


def lexicon(phrases: Mapping[Meaning, Iterable[str]]) -> Lexicon[Meaning]:
    """Make a lexicon from phrases as people write them."""
    meanings: dict[str, frozenset[Meaning]] = {}
    for meaning, words in phrases.items():
        for word in words:
            meanings[key(word)] = meanings.get(key(word), frozenset()) | {meaning}
    return Lexicon(meanings, max(map(len, meanings)))
