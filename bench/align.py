"""Which line that was read is which line of the document."""

from collections.abc import Callable

Pair = tuple[int | None, int | None]


def align(expected: int, read: int, likeness: Callable[[int, int], int]) -> list[Pair]:
    """Return pairs of line indexes, None on the side that lacks the line.

    Lines go by position when the counts agree. Otherwise the alignment in order with the greatest
    sum of `likeness(expected index, read index)` is taken; lines without any likeness stay alone.
    """
    if expected == read:
        return [(each, each) for each in range(expected)]
    alike = [[likeness(one, other) for other in range(read)] for one in range(expected)]
    return _path(alike, _best_sums(alike, read), read)


def _best_sums(alike: list[list[int]], read: int) -> list[list[int]]:
    """Return for each pair of positions the best sum that the lines from there on can reach."""
    sums = [[0] * (read + 1) for _ in range(len(alike) + 1)]
    for one in range(len(alike) - 1, -1, -1):
        for other in range(read - 1, -1, -1):
            together = alike[one][other] + sums[one + 1][other + 1]
            sums[one][other] = max(together, sums[one + 1][other], sums[one][other + 1])
    return sums


def _path(alike: list[list[int]], sums: list[list[int]], read: int) -> list[Pair]:
    pairs: list[Pair] = []
    one = other = 0
    while one < len(alike) and other < read:
        together = alike[one][other]
        if together and sums[one][other] == together + sums[one + 1][other + 1]:
            pairs.append((one, other))
            one, other = one + 1, other + 1
        elif sums[one][other] == sums[one + 1][other]:
            pairs.append((one, None))
            one += 1
        else:
            pairs.append((None, other))
            other += 1
    pairs += [(each, None) for each in range(one, len(alike))]
    return pairs + [(None, each) for each in range(other, read)]
