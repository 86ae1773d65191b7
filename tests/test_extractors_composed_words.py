"""Unspaced texts cut into known words: as few as there can be, strange characters last."""

import itertools
import random

import pytest

from extractors.composed_words import STRANGE, fits, segmented

KNOWN = {
    "订": frozenset({"a"}),
    "货": frozenset({"b"}),
    "订货": frozenset({"c"}),
    "货单": frozenset({"d"}),
    "单号码": frozenset({"e"}),
    "号": frozenset({"f"}),
}


def cost(text: str, cuts: tuple[int, ...]) -> int:
    pieces = [text[start:end] for start, end in itertools.pairwise((0, *cuts, len(text)))]
    return sum(1 if piece in KNOWN else STRANGE if len(piece) == 1 else 10**6 for piece in pieces)


@pytest.mark.parametrize("seed", range(150))
def test_no_other_cut_has_fewer_words(seed: int) -> None:
    dice = random.Random(seed)
    text = "".join(dice.choices("订货单号码泵", k=dice.randint(1, 8)))
    places = range(1, len(text))
    every = (cuts for count in range(len(text)) for cuts in itertools.combinations(places, count))
    said = segmented(text, KNOWN, 3)
    assert sum(1 if each else STRANGE for each in said) == min(cost(text, cuts) for cuts in every)


def test_of_equal_cuts_the_one_with_the_longer_last_word_counts() -> None:
    assert segmented("订货单", KNOWN, 3) == [KNOWN["订"], KNOWN["货单"]]


def test_a_strange_character_says_nothing() -> None:
    assert segmented("订泵", KNOWN, 3) == [KNOWN["订"], frozenset()]
    assert segmented("", KNOWN, 3) == []


def test_a_form_wants_a_word_of_its_own_for_each_place() -> None:
    said = [frozenset({"order", "contract"}), frozenset({"number"})]
    assert fits(said, frozenset({"order", "number"}), frozenset())
    assert not fits(said, frozenset({"order", "contract"}), frozenset({"number"}))
    assert not fits(said[:1], frozenset({"order", "contract"}), frozenset())
