"""What was found once in a document is not looked for again while it is read.

The same cell, line or heading is asked for by many rules. What they are made of is frozen, and the
functions are pure, so the same objects give the same result; it is kept from the beginning of
`assemble` to its end and for nothing longer. Objects are told apart by identity: comparing the words
of two cells takes longer than reading one.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_results: ContextVar[dict[tuple[object, ...], tuple[object, object]] | None] = ContextVar(
    "results", default=None
)


@contextmanager
def one_document() -> Iterator[None]:
    """Keep what is found, and forget it at the end."""
    token = _results.set({})
    try:
        yield
    finally:
        _results.reset(token)


def kept(function: Callable[P, T]) -> Callable[P, T]:
    """Let a function look once for the same arguments in a document.

    It must be pure, take its arguments by position, and nobody may change them or what it returns.
    """

    @functools.wraps(function)
    def once(*args: P.args, **kwargs: P.kwargs) -> T:
        results = _results.get()
        if results is None or kwargs:
            return function(*args, **kwargs)
        # The arguments are kept beside the result: an identity counts as long as its object lives.
        place = (function, *map(id, args))
        found = results.get(place)
        if found is None:
            found = results[place] = (function(*args, **kwargs), args)
        return found[0]  # type: ignore[return-value]

    return once
