"""Rows and columns put together in pairs so that all pairs together are worth most.

The Hungarian method with potentials (Kuhn 1955, Munkres 1957), in the form that adds one row at a
time along a shortest augmenting path.
"""

from collections.abc import Sequence

Worth = Sequence[Sequence[int]]
FORBIDDEN = 0
"""What is worth nothing is never put together."""


def best_pairs(worth: Worth) -> tuple[tuple[int, int], ...]:
    """Return the pairs (row, column) whose worth adds up to the most; each row and column once."""
    if not worth or not worth[0]:
        return ()
    flipped = len(worth) > len(worth[0])
    rows = [list(column) for column in zip(*worth, strict=True)] if flipped else worth
    pairs = [(row, column) for row, column in _assigned(rows) if rows[row][column] > FORBIDDEN]
    return tuple(sorted((column, row) if flipped else (row, column) for row, column in pairs))


def _assigned(rows: Worth) -> list[tuple[int, int]]:
    """Assign every row a column; there are at least as many columns as rows."""
    count = len(rows[0])
    of_row, of_column = [0] * (len(rows) + 1), [0] * (count + 1)
    owner = [0] * (count + 1)  # by column, counted from 1: the row that has it
    for row in range(1, len(rows) + 1):
        owner[0] = row
        way = _augment(rows, owner, of_row, of_column)
        column = way[0]
        while column:
            owner[column] = owner[way[column]]
            column = way[column]
    return [(owner[column] - 1, column - 1) for column in range(1, count + 1) if owner[column]]


def _augment(rows: Worth, owner: list[int], of_row: list[int], of_column: list[int]) -> list[int]:
    """Find the shortest path to a free column; the way back begins at `way[0]`."""
    count = len(of_column)
    least: list[float] = [float("inf")] * count
    way, used = [0] * count, [False] * count
    column = 0
    while owner[column]:
        used[column] = True
        row = owner[column]
        for each in range(1, count):
            if not used[each]:
                cost = -rows[row - 1][each - 1] - of_row[row] - of_column[each]
                if cost < least[each]:
                    least[each], way[each] = cost, column
        free = [each for each in range(1, count) if not used[each]]
        nearest = min(free, key=least.__getitem__)
        _shift(int(least[nearest]), used, least, owner, (of_row, of_column))
        column = nearest
    way[0] = column
    return way


def _shift(
    delta: int,
    used: list[bool],
    least: list[float],
    owner: list[int],
    potentials: tuple[list[int], list[int]],
) -> None:
    """Move the potentials so that the nearest free column costs nothing more."""
    of_row, of_column = potentials
    for each, is_used in enumerate(used):
        if is_used:
            of_row[owner[each]] += delta
            of_column[each] -= delta
        else:
            least[each] -= delta
