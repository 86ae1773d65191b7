"""Keys cut into known phrases: the whole key if any cut covers it, else from its start."""

import pytest

from extractors.vocabulary.keys import lexicon

WORDS = lexicon({"thing": ("ab", "abc"), "other": ("cd", "d")})


@pytest.mark.parametrize(
    ("text", "phrases", "covered"),
    [
        ("abcd", ["abc", "d"], 4),
        ("abccd", ["abc", "cd"], 5),
        ("ababcd", ["ab", "abc", "d"], 6),
        ("abcdx", ["abc", "d"], 4),
        ("xab", [], 0),
        ("", [], 0),
    ],
)
def test_a_key_is_cut_into_its_longest_phrases(text: str, phrases: list[str], covered: int) -> None:
    tokens, length = WORDS.tokens(text)
    assert [each.phrase for each in tokens] == phrases
    assert length == covered


def test_a_cut_that_covers_all_wins_over_a_longer_first_phrase() -> None:
    words = lexicon({"thing": ("ab", "abc"), "other": ("cde",)})
    tokens, length = words.tokens("abcde")
    assert [each.phrase for each in tokens] == ["ab", "cde"]
    assert length == 5


def test_a_key_of_very_many_phrases_is_cut_like_any_other() -> None:
    tokens, length = WORDS.tokens("ab" * 5000 + "x")
    assert (len(tokens), length) == (5000, 10000)
