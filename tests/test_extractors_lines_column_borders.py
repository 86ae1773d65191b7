"""Borders of columns by what stands below: a whole line of words at once, as any two neighbours alone."""

import random

import pytest

from extractors.lines.columns.column_borders import first_between, runs_between
from extractors.page.runs import Run, make_run
from models.page import Box, Page, Word, union

PAGE = Page(number=1, width=600.0, height=800.0, words=(), rulings=())


def word(x0: float, x1: float, text: str) -> Word:
    step = (x1 - x0) / len(text)
    edges = tuple(x0 + at * step for at in range(len(text) + 1))
    return Word(text, Box(x0, 100.0, x1, 110.0), edges)


def words(dice: random.Random, count: int) -> list[Word]:
    """Return words from left to right, some of which run into the next one."""
    found, at = [], dice.uniform(0, 30)
    for _ in range(count):
        end = at + dice.uniform(5, 60)
        found.append(word(at, end, dice.choice(("7", "12.50", "pcs", "seal", "10045"))))
        at = end + dice.choice((-8.0, 2.0, 3.0, 25.0))
    return found


def below(dice: random.Random) -> list[list[Run]]:
    lines = (words(dice, dice.randint(1, 6)) for _ in range(dice.randint(0, 8)))
    return [[make_run(PAGE, [each]) for each in line] for line in lines]


@pytest.mark.parametrize("seed", range(300))
def test_the_first_border_is_the_first_one_that_two_parts_of_the_words_have(seed: int) -> None:
    dice = random.Random(seed)
    above, lines = words(dice, dice.randint(1, 7)), below(dice)
    parted = [
        at
        for at in range(1, len(above))
        if runs_between(union(each.box for each in above[:at]), union(each.box for each in above[at:]), lines)
    ]
    assert first_between(above, lines) == (parted[0] if parted else None)


def test_some_words_have_a_border_and_some_have_none() -> None:
    dice = random.Random(1)
    found = {first_between(words(dice, 4), below(dice)) is None for _ in range(200)}
    assert found == {True, False}
