"""Regular expressions that are compiled when they are first asked.

The rules of reading hold some nine hundred expressions, a document asks half of them, and compiling all took
more than half of the time that importing the rules takes.
"""

import re
from typing import Any, cast

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Late:
    """An expression that becomes what it stands for as soon as it is asked for anything but its text."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update((each, getattr(compiled, each)) for each in METHODS)
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, without the work until it is used.

    Its methods are the expression's own from then on, so asking it costs nothing more. It is not the `re` of
    its matches, though their texts are the same. A mistake in the expression shows on first use only;
    `tests/test_extractors_late.py` compiles each of them.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
