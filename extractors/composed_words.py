"""What labels and headings that no list holds are made of: known words, and forms that they fill.

Both speak of themselves in lists of words by what they say (`extractors/vocabulary/*_parts.toml`).
"""

import functools
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files

from extractors.fields.text import fold
from extractors.vocabulary.keys import unaccented

Parts = Mapping[str, frozenset[str]]
"""What each known word may say."""
Said = list[frozenset[str]]
"""What the words of a text say, one after the other; empty for a strange word."""
STRANGE = 10
"""A strange character costs as much as so many words."""


def parts(name: str) -> dict[str, frozenset[str]]:
    """Return the words of a list in the vocabulary by what they say."""
    text = files("extractors.vocabulary").joinpath(name).read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for says, words in tomllib.loads(text).items():
        for word in words:
            found[fold(word)] = found.get(fold(word), frozenset()) | {says}
    for word, said in tuple(found.items()):
        for bare in unaccented(word):
            found.setdefault(bare, said)
    return found


def fits(said: Sequence[frozenset[str]], needed: frozenset[str], allowed: frozenset[str]) -> bool:
    """Tell whether every word has a place in a form, and every needed place has a word of its own."""
    if len(said) < len(needed):
        return False
    places = _places(needed, allowed)
    if any(map(places.isdisjoint, said)):
        return False
    return _filled(sorted(needed), said)


@functools.cache
def _places(needed: frozenset[str], allowed: frozenset[str]) -> frozenset[str]:
    """Return all places of a form: there are few forms, and each is held against every text."""
    return needed | allowed


def _filled(needed: Sequence[str], said: Sequence[frozenset[str]]) -> bool:
    if not needed:
        return True
    return any(
        needed[0] in each and _filled(needed[1:], [*said[:at], *said[at + 1 :]])
        for at, each in enumerate(said)
    )


def segmented(text: str, known: Parts, longest: int) -> Said:
    """Cut unspaced text into known words, as few as possible; a strange character is a word of its own."""
    costs = [0]
    last: list[tuple[int, frozenset[str]]] = [(0, frozenset())]
    """Where the last word of the best cut up to each place begins, and what it says."""
    for end in range(1, len(text) + 1):
        cost, word = costs[end - 1] + STRANGE + 1, (end - 1, frozenset[str]())
        for start in range(max(0, end - longest), end):
            said = known.get(text[start:end])
            if said is not None and costs[start] + 1 < cost:
                cost, word = costs[start] + 1, (start, said)
        # Of equal cuts, one with a known word at its end counts.
        strange = costs[end - 1] + STRANGE
        if strange < cost:
            cost, word = strange, (end - 1, frozenset())
        costs.append(cost)
        last.append(word)
    found: Said = []
    at = len(text)
    while at:
        at, said = last[at]
        found.append(said)
    return found[::-1]
