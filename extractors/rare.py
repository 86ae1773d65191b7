"""Regular expressions that few texts match: they are tried only where a word stands that they need.

Every line of a document is held against hundreds of expressions, and most of them speak of something else.
An expression of several alternatives takes microseconds to find nothing, a word that is looked for in a
text a tenth of one. So an expression names words of which each of its matches holds one, in small letters:
it finds what it would find without them. One that no text needs is never compiled, which takes longer than
reading a page. `tests/test_extractors_rare.py` derives from each expression that its words are right.
"""

import functools
import re
from collections.abc import Iterator

from extractors.expressions import compiled

SHAPES = {"ı": "i", "ſ": "s"}
"""Letters that an expression without regard to case takes for others, beside their small and large forms."""


class _Lowered(dict[int, int]):
    """The small letter of each character, one for one, found out on first use."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        self[code] = found = ord(SHAPES.get(character, character.lower()[0]))
        return found


LOWERED = _Lowered()


@functools.lru_cache(maxsize=8192)
def lowered(text: str) -> str:
    """Return a text in small letters, one for one, as an expression without regard to case sees it."""
    return text.lower() if text.isascii() else text.translate(LOWERED)


class Rare:
    """A regular expression with the words one of which every match holds, parted by "|".

    The words are in small letters, and only ASCII has letters with two cases among them. The methods are
    those of `re.Pattern`.
    """

    __slots__ = ("_compiled", "ascii_needs", "flags", "needs", "pattern")

    def __init__(self, pattern: str, needs: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self.needs = tuple(needs.split("|"))
        self.ascii_needs = tuple(filter(str.isascii, self.needs))
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None

    def may_match(self, text: str) -> bool:
        """Tell whether a text holds one of the words."""
        small = lowered(text)
        for need in self.ascii_needs if small.isascii() else self.needs:  # noqa: SIM110 - half the time
            if need in small:
                return True
        return False

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself, compiled once it is needed."""
        if self._compiled is None:
            self._compiled = compiled(self.pattern, self.flags)
        return self._compiled

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match anywhere in a text."""
        return self.compiled.search(text) if self.may_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match at the beginning of a text."""
        return self.compiled.match(text) if self.may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that a text is as a whole."""
        return self.compiled.fullmatch(text) if self.may_match(text) else None

    def sub(self, replacement: str, text: str) -> str:
        """Return a text with another in the place of each match."""
        return self.compiled.sub(replacement, text) if self.may_match(text) else text

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all matches in a text, one behind the other."""
        return self.compiled.finditer(text) if self.may_match(text) else iter(())
