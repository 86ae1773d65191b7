"""What labels and headings that no list holds are made of: known words, and forms that they fill.

Both speak of themselves in lists of words by what they say (`extractors/vocabulary/*_parts.toml`).
"""

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files

from extractors.fields.text import fold

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
    for said, words in tomllib.loads(text).items():
        for word in words:
            found[fold(word)] = found.get(fold(word), frozenset()) | {said}
    return found


def fits(said: Sequence[frozenset[str]], needed: frozenset[str], allowed: frozenset[str]) -> bool:
    """Tell whether every word has a place in a form, and every needed place has a word of its own."""
    if len(said) < len(needed) or not all(each & (needed | allowed) for each in said):
        return False
    return _filled(sorted(needed), said)


def _filled(needed: Sequence[str], said: Sequence[frozenset[str]]) -> bool:
    if not needed:
        return True
    return any(
        needed[0] in each and _filled(needed[1:], [*said[:at], *said[at + 1 :]])
        for at, each in enumerate(said)
    )


def segmented(text: str, known: Parts, longest: int) -> Said:
    """Cut unspaced text into known words, as few as possible; a strange character is a word of its own."""
    best: list[tuple[int, Said]] = [(0, [])]
    for end in range(1, len(text) + 1):
        options = [
            (best[start][0] + 1, [*best[start][1], known[text[start:end]]])
            for start in range(max(0, end - longest), end)
            if text[start:end] in known
        ]
        strange = (best[end - 1][0] + STRANGE, [*best[end - 1][1], frozenset[str]()])
        best.append(min([*options, strange], key=lambda each: each[0]))
    return best[-1][1]
