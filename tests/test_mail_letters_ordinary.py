"""What people write around an order every day opens nothing of it."""

import pytest
from letter_builders import opened_by, order
from ordinary_letters import LETTERS, SENTENCES

from models.reading import stated


def test_the_order_beside_which_letters_are_heard_is_sure() -> None:
    assert all(field.sure for line in order().lines for _, field in stated(line))
    total = order().header.total_amount
    assert total is not None
    assert total.sure


@pytest.mark.parametrize("said", LETTERS)
def test_an_ordinary_letter_opens_nothing(said: str) -> None:
    assert opened_by(said) == set()


@pytest.mark.parametrize("said", SENTENCES)
def test_an_ordinary_sentence_opens_nothing(said: str) -> None:
    assert opened_by(f"Order attached. {said}") == set()
