import pytest

from extractors.readers.pdf_letters import Letters, plain


def letters(text: str, bad: tuple[int, ...] = ()) -> Letters:
    """Return characters ten points wide, one behind the other."""
    starts = [10.0 * at for at in range(len(text))]
    return Letters(text, starts, [start + 10.0 for start in starts], list(bad))


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        pytest.param("\u2f00\u2f83", "一自", id="radicals"),
        pytest.param("\uf900", "豈", id="a compatibility ideograph"),
        pytest.param("A\u00ad1", "A-1", id="a soft hyphen that is drawn"),
        pytest.param("A\u200b1\ufeff", "A1", id="characters without width"),
        pytest.param("Ａ１", "Ａ１", id="full width, as typed"),
        pytest.param("m²", "m²", id="raised, as typed"),
    ],
)
def test_what_only_looks_like_a_character_becomes_it(printed: str, text: str) -> None:
    found = plain(letters(printed))
    assert found.text == text
    assert len(found.starts) == len(found.ends) == len(text)


def test_the_letters_of_a_ligature_share_its_place() -> None:
    found = plain(letters("\ufb03x"))
    assert found.text == "ffix"
    assert found.starts == pytest.approx([0.0, 10 / 3, 20 / 3, 10.0])
    assert found.ends == pytest.approx([10 / 3, 20 / 3, 10.0, 20.0])


def test_letters_that_pdfium_gave_one_place_share_it() -> None:
    found = plain(Letters("fix", [0.0, 0.0, 10.0], [10.0, 10.0, 20.0], []))
    assert (found.starts, found.ends) == ([0.0, 5.0, 10.0], [5.0, 10.0, 20.0])


def test_characters_that_may_be_others_keep_their_places_when_those_before_them_grow() -> None:
    assert plain(letters("\ufb01ab", bad=(1,))).bad == [2]


@pytest.mark.parametrize("character", ["\ufffd", "\ue012", "\U000f0001"])
def test_characters_without_a_meaning_of_their_own_are_bad(character: str) -> None:
    assert plain(letters(f"A{character}")).bad == [1]
