"""Phrases compared by a key, and texts cut into phrases that are known."""

import functools
import itertools
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractors.fields.text import fold
from extractors.late import late
from extractors.vocabulary.meanings import Role

FIRST_WORD = late(r"\s*(?P<word>[A-Za-zÀ-ÿ]+)\s+\S")
SHORTEST = 2
"""The letters of the shortest units: ME, SU."""
DROPPED = dict.fromkeys(map(ord, "./()[]{}【】〔〕<>《》,，、;；:：*'’`\"“”_-|·。&"))
"""Punctuation that says nothing in a label or a heading."""
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
"""How a keyboard without these letters writes them: "Stueck"."""
STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae"})
"""Letters that have no accent to leave out."""
LATIN = late(r"[a-zà-žıșț]{6,}")
"""A European phrase that is long enough to be no word of another language without its accents."""
Meaning = TypeVar("Meaning")


@functools.lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Return the form by which labels and headings compare: folded, without punctuation."""
    return fold(text).translate(DROPPED)


@dataclass(frozen=True, slots=True)
class Token(Generic[Meaning]):
    """A known phrase inside a text; `meanings` holds all it can stand for."""

    phrase: str
    meanings: frozenset[Meaning]


@dataclass(frozen=True, slots=True)
class Lexicon(Generic[Meaning]):
    """Phrases with their meanings; the longest phrase wins."""

    meanings: Mapping[str, frozenset[Meaning]]
    lengths: Mapping[str, tuple[int, ...]]
    """How long the phrases are that begin with a character, the longest first."""

    def tokens(self, text: str) -> tuple[list[Token[Meaning]], int]:
        """Cut a key into known phrases from its start; return them and the length they cover.

        Where several cuts are possible, one that covers the whole key is taken, else the greedy one.
        """
        if not self._end(text, 0):
            return [], 0
        found = self._greedy(text)
        if sum(map(len, found)) < len(text):
            found = self._cover(text) or found
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
        known, left = self.meanings, len(text) - at
        for length in self.lengths.get(text[at : at + 1], ()):
            if length <= left and text[at : at + length] in known:
                return at + length
        return at

    def _cover(self, text: str) -> list[str]:
        """Return phrases that cover all of the text, long ones first, none where no cut does."""
        ends: dict[int, list[int]] = {}
        reached = {0}
        for at in range(len(text)):
            if at in reached:
                ends[at] = self._ends(text, at)
                reached.update(ends[at])
        if len(text) not in reached:
            return []
        leading = {len(text)}
        for at in reversed(ends):
            if not leading.isdisjoint(ends[at]):
                leading.add(at)
        found: list[str] = []
        at = 0
        while at < len(text):
            end = next(each for each in ends[at] if each in leading)
            found.append(text[at:end])
            at = end
        return found

    def _ends(self, text: str, at: int) -> list[int]:
        """Return where the phrases end that begin at `at`, the longest first."""
        known, left = self.meanings, len(text) - at
        lengths = self.lengths.get(text[at : at + 1], ())
        return [at + each for each in lengths if each <= left and text[at : at + each] in known]

    def of(self, text: str) -> frozenset[Meaning]:
        """Return the meanings of a whole key, none where it is no known phrase."""
        return self.meanings.get(text, frozenset())


def lexicon(phrases: Mapping[Meaning, Iterable[str]]) -> Lexicon[Meaning]:
    """Make a lexicon from phrases as people write them."""
    meanings: dict[str, frozenset[Meaning]] = {}
    for meaning, words in phrases.items():
        for word in words:
            meanings[key(word)] = meanings.get(key(word), frozenset()) | {meaning}
    for phrase, meant in tuple(meanings.items()):
        for bare in unaccented(phrase):
            meanings.setdefault(bare, meant)
    lengths: dict[str, set[int]] = {}
    for phrase in meanings:
        lengths.setdefault(phrase[:1], set()).add(len(phrase))
    return Lexicon(meanings, {first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()})


def unaccented(phrase: str) -> tuple[str, ...]:
    """Return how a European phrase is written without its accents: "condicoes", "stueck", "stuck"."""
    if phrase.isascii() or LATIN.fullmatch(phrase) is None:
        return ()
    parts = unicodedata.normalize("NFD", phrase.translate(STROKES))
    return phrase.translate(UMLAUTS), "".join(itertools.filterfalse(unicodedata.combining, parts))


def uncut(text: str, tokens: list[Token[Meaning]], covered: int) -> tuple[list[Token[Meaning]], int]:
    """Return tokens, none where a unit of two letters begins the first of several words: "Merlin code"."""
    word = FIRST_WORD.match(text)
    unit = len(tokens) == 1 and tokens[0].meanings == {Role.UNIT} and covered <= SHORTEST
    return ([], 0) if unit and word is not None and len(word["word"]) > covered else (tokens, covered)
