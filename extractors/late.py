"""Regular expressions that are compiled when they are first asked.

The rules of reading hold some 1,200 expressions, a document asks half of them, and compiling all took
more than half of the time that importing the rules takes.
"""

import re
from typing import Any, cast

from extractors.expressions import compiled

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class Late:
    """An expression that becomes what it stands for as soon as it is asked for anything but its text."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.asked = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = compiled(self.pattern, self.asked)
        self.__dict__.update((each, getattr(found, each)) for each in METHODS)
        return getattr(found, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, without the work until it is used.

    Its methods are the expression's own from then on, so asking it costs nothing more. It is not the `re` of
    its matches, though their texts are the same. A mistake in the expression shows on first use only;
    `tests/test_extractors_late.py` compiles each of them.
    """
    return cast("re.Pattern[str]", Late(pattern, flags))
