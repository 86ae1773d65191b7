"""Files made to hang, to swell or to deceive: what each may end as, and what must not be believed."""

from collections.abc import Callable
from dataclasses import dataclass

READ = "read"
"""The file is read like any other: what it does is harmless."""
IGNORED = "ignored"
"""It is no document, and that is listed."""


@dataclass(frozen=True)
class Hostile:
    """A hostile file; `ends` are the error codes that it may end with, or `READ`.

    `lies` are values that must not be sure in what is read; `order` tells that it shows an order, so that
    what is read has lines or says that it has none.
    """

    name: str
    make: Callable[[], bytes]
    ends: frozenset[str]
    lies: tuple[str, ...] = ()
    order: bool = False


def hostile(
    name: str,
    make: Callable[[], bytes],
    ends: str,
    *lies: str,
    order: bool = False,
) -> Hostile:
    """Return a hostile file; `ends` are words with blanks between them."""
    return Hostile(name, make, frozenset(ends.split()), lies, order or bool(lies))
