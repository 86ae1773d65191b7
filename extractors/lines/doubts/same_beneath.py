"""A line that stands below the name of every item alike: a remark for all of them is no part of a name."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.lines.doubts.doubtful_names import without_requests
from extractors.lines.item import Item, Text
from extractors.vocabulary.meanings import Role
from models.reading import OrderLine, Reason, opened

LEAST = 2


def doubted(items: Sequence[Item], lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines; their names are open where all go on with the same line and begin differently.

    What some have in common is a size or a material in a narrow cell.
    """
    names = [item.one(Role.DESCRIPTION) for item in items]
    rows = [list(_rows(without_requests(name))) if name is not None else [] for name in names]
    different = len({row[0] for row in rows if row})
    common = set.intersection(*(set(row[1:]) for row in rows)) if rows else set()
    if different < LEAST or not common:
        return tuple(lines)
    return tuple(
        replace(line, description=opened(line.description, Reason.ROLE)) if line.description else line
        for line in lines
    )


def _rows(name: Text) -> Iterator[str]:
    """Yield the lines of a name."""
    words = [word for word, _, _ in name.run.within(name.start, name.end)]
    pairs = enumerate(itertools.pairwise(words), 1)
    starts = [at for at, (one, two) in pairs if two.box.middle > one.box.bottom]
    for low, high in itertools.pairwise([0, *starts, len(words)]):
        yield " ".join(word.text for word in words[low:high])
