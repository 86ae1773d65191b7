"""The word lists of this package: kinds of words, each a list of expressions, in files of their own."""

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from extractors.late import late

Words = Mapping[str, list[str]]
"""The expressions of each kind of words."""


def load(*names: str) -> Words:
    """Return the kinds of words of one list or several, none of which two of them have."""
    found: dict[str, list[str]] = {}
    for name in names:
        text = files("extractors.vocabulary").joinpath(f"{name}.toml").read_text(encoding="utf-8")
        words = tomllib.loads(text)
        assert found.keys().isdisjoint(words), f"{name} has kinds of words that another list has"
        found |= words
    return found


def either(words: Words, *kinds: str) -> re.Pattern[str]:
    """Return an expression for any word of some kinds, whatever its case."""
    return late("|".join(each for kind in kinds for each in words[kind]), re.IGNORECASE)
