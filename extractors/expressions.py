"""Regular expressions from a store, where one was made: Python keeps compiled modules, not expressions.

The rules hold some 1,200 expressions. Compiling those that a first document asks took a third of the time
of `countercheck check`, taking them from here takes some milliseconds. The store lies where Python keeps
the compiled modules, is trusted as they are, and is made when they are (`python -m flows.expressions`,
called by the set-up). What it holds is found by the text and the flags of an expression, so it is never out
of date: what it does not hold is compiled. Its name has everything that the code of an expression depends
on, so another Python has another.
"""

import contextlib
import functools
import importlib.util
import marshal
import re
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ENGINE: Any = importlib.import_module("_sre")
"""What `re` itself asks; it has no public name, and no types."""
Key = tuple[str, int]
"""The text of an expression, and the flags it is compiled with."""
Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the engine takes: all flags, the code, how many groups, their numbers by name, names by number.

The code is a row of numbers of four bytes.
"""


def place() -> Path:
    """Return where the store of this Python is."""
    depends = (sys.hexversion, ENGINE.MAGIC, ENGINE.CODESIZE, unicodedata.unidata_version)
    beside = Path(importlib.util.cache_from_source(__file__))
    return beside.with_name(f"{sys.implementation.cache_tag}.{'-'.join(map(str, depends))}.expressions")


def made(pattern: str, code: Code) -> re.Pattern[str]:
    """Return the expression of a text whose code is known."""
    flags, numbers, *groups = code
    found: re.Pattern[str] = ENGINE.compile(pattern, flags, memoryview(numbers).cast("I").tolist(), *groups)
    return found


def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """Return what `re.compile` returns."""
    code = _store().get((pattern, int(flags)))
    if code is not None:
        with contextlib.suppress(TypeError, ValueError, RuntimeError):  # a broken store
            return made(pattern, code)
    return re.compile(pattern, flags)


@functools.cache
def _store() -> Mapping[Key, Code]:
    """Return what is stored; nothing where no store was made, or it is broken."""
    try:
        stored: dict[Key, Code] = marshal.loads(place().read_bytes())  # noqa: S302 - as Python its modules
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return stored if isinstance(stored, dict) else {}
