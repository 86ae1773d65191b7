"""While long exports are read, Python searches for circles seldom; afterwards as before."""

import gc

import pytest

from flows import collecting


def test_the_search_is_as_before_afterwards_also_after_an_error() -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    with pytest.raises(ValueError, match="bad"):
        _break_off(frozen)
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def _break_off(frozen: int) -> None:
    with collecting.seldom():
        assert gc.get_threshold()[0] == collecting.MORE
        assert gc.get_freeze_count() > frozen
        raise ValueError("bad")
