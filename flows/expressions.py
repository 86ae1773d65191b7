"""Makes the store of compiled expressions that `extractors.expressions` reads: `python -m flows.expressions`.

It takes the code from the standard library's own compiler, and keeps an expression only where what is made
of its code equals what `re.compile` returns. That compiler has no public name: a Python in which it is
called otherwise has no store, and its commands start more slowly.
"""

import gc
import importlib
import marshal
import pkgutil
import re
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import compare
import extractors
from extractors.expressions import Code, Key, made, place
from extractors.late import Late
from extractors.rare import Rare


def known() -> Iterator[Key]:
    """Yield every expression of the rules that is compiled on first use."""
    for package in (extractors, compare):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(found.name)
    for each in gc.get_objects():
        if type(each) is Late:
            yield each.pattern, int(each.asked)
        elif type(each) is Rare:
            yield each.pattern, int(each.flags)


def store(keys: Iterable[Key]) -> dict[Key, Code]:
    """Return the code of expressions, of those that can be made of it."""
    coded = ((key, _code(*key)) for key in dict.fromkeys(keys))
    return {key: code for key, code in coded if made(key[0], code) == re.compile(*key)}


def _compiler() -> tuple[Callable[..., Any], Callable[..., Any]]:
    """Return what parses an expression, and what makes the code of a parsed one.

    Raises:
        ImportError, AttributeError: They have other names in this Python.
    """
    parser, compiler = (importlib.import_module(f"re.{name}") for name in ("_parser", "_compiler"))
    return parser.parse, getattr(compiler, "_code")  # noqa: B009 - it is said above that it is private


def _code(pattern: str, flags: int) -> Code:
    parse, compile_ = _compiler()
    parsed = parse(pattern, flags)
    groups, numbers = parsed.state.groups, dict(parsed.state.groupdict)
    names = {number: name for name, number in numbers.items()}
    code = array("I", map(int, compile_(parsed, flags))).tobytes()
    return flags | int(parsed.state.flags), code, groups - 1, numbers, tuple(map(names.get, range(groups)))


def main() -> None:
    """Make the store of this Python, whole or not at all."""
    try:
        _compiler()
    except (ImportError, AttributeError) as missing:
        sys.stderr.write(f"expressions are not stored, commands start more slowly: {missing}\n")
        return
    path = place()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(marshal.dumps(store(known())))
    part.replace(path)


if __name__ == "__main__":
    main()
