"""Random orders: equal ones need nobody, and one thing made wrong is never a match."""

import random

import pytest
from attack_orders import CHANGES, pair
from compare_builders import held, stopping

SEEDS = range(16)
SOME = 6
"""So many of the random orders have what a change needs, or more."""


@pytest.mark.parametrize("seed", range(60))
def test_an_order_that_is_equal_in_other_forms_needs_nobody(seed: int) -> None:
    made = pair(seed)
    assert stopping(held(made.reading, made.quotation)) == set()


@pytest.mark.parametrize("name", CHANGES)
def test_one_thing_made_wrong_is_never_a_match(name: str) -> None:
    changed = [CHANGES[name](random.Random(seed), pair(seed)) for seed in SEEDS]
    found = [each for each in changed if each is not None]
    assert len(found) >= SOME
    assert [seed for seed, each in enumerate(found) if not stopping(held(each.reading, each.quotation))] == []
