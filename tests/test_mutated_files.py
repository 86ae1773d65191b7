"""Damaged files of every format: each ends in something that has a name, and never in an empty success."""

import multiprocessing
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import pytest
from mutated_files import mutated, outcomes, seeds

MANY = 2000
AT_ONCE = 50
PROCESSES = 2


@pytest.mark.slow
def test_two_thousand_mutated_files_end_in_something_that_has_a_name() -> None:
    chunks = [range(at, at + AT_ONCE) for at in range(0, MANY, AT_ONCE)]
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=spawning) as pool:
        found = list(pool.map(outcomes, chunks))
    assert [fault for each in found for fault in each.faults] == []
    ends = sum((each.ends for each in found), Counter[str]())
    assert ends.total() >= MANY
    assert ends["read"] >= MANY / 5, "the damage leaves enough that reading goes far"
    assert ends["nothing"] == 0
    assert ends["timeout"] == 0


def test_what_is_mutated_is_read_as_it_is() -> None:
    assert outcomes(range(0)).faults == []
    assert len(seeds()) >= 15


def test_a_number_gives_the_same_file_each_time() -> None:
    assert [mutated(at) for at in range(40)] == [mutated(at) for at in range(40)]
    assert all(data != seeds()[name] for name, data in map(mutated, range(40)))
