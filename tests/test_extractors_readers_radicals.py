"""Which characters a program may name beside a glyph that draws them as well as a second form of theirs."""

import pytest

from extractors.readers.radicals import is_radical


@pytest.mark.parametrize("text", ["日", "金", "料", "率", "數", "料率"])
def test_an_ideograph_with_a_second_code_is_the_same_by_either(text: str) -> None:
    assert is_radical(text)


@pytest.mark.parametrize("text", ["", "8", "A", "套", "陸", "六", "零", "料8"])
def test_figures_numerals_and_all_other_characters_are_not(text: str) -> None:
    assert not is_radical(text)
