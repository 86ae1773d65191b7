"""Progress on many files, on standard error, where somebody looks at a terminal."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
FEW = 3
"""So few files are read before a bar would help anybody."""


def tracked(found: Iterable[T], total: int) -> Iterator[T]:
    """Yield what comes, and show how far it has come."""
    if total <= FEW:
        yield from found
        return
    from rich.console import Console  # noqa: PLC0415 - few files need no bar

    console = Console(stderr=True)
    if not console.is_terminal:
        yield from found
        return
    from rich.progress import (  # noqa: PLC0415 - nor do files that nobody watches
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("countercheck"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        yield from progress.track(found, total=total)
