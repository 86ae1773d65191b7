"""Pairs of rows and columns that are worth most together."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from compare.assignment import best_pairs

WORTHS = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from([0, 0, 1, 3, 5, 9, 20]), min_size=columns, max_size=columns),
        min_size=1,
        max_size=5,
    )
)


@given(WORTHS)
def test_no_other_choice_of_pairs_is_worth_more(worth: list[list[int]]) -> None:
    pairs = best_pairs(worth)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(worth[row][column] > 0 for row, column in pairs)
    assert sum(worth[row][column] for row, column in pairs) == _most(worth)


def _most(worth: list[list[int]]) -> int:
    size = max(len(worth), len(worth[0]))
    padded = [[*row, *[0] * (size - len(row))] for row in worth]
    padded += [[0] * size] * (size - len(padded))
    choices = itertools.permutations(range(size))
    return max(sum(padded[row][column] for row, column in enumerate(choice)) for choice in choices)


def test_a_greedy_choice_would_be_worse() -> None:
    assert best_pairs([[10, 9], [9, 1]]) == ((0, 1), (1, 0))


def test_nothing_is_put_together_with_nothing() -> None:
    assert best_pairs([]) == best_pairs([[]]) == best_pairs([[0, 0]]) == ()
