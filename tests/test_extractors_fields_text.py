import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.text import TRADITIONAL, fold, level, plain, tidy


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("合 同 編 號：", "合同编号:"),
        ("ＱＵＯＴＡＴＩＯＮ　ＮＯ．", "quotation no."),
        ("Unit\u00a0Price", "UNITPRICE"),
        ("P/N\u2013No", "p/n-no"),
        ("№ 12", "No12"),
        ("⻓度", "长度"),
        ("价\u200b格", "价格"),
        ("ﬁnal", "final"),
    ],
)
def test_two_spellings_of_a_label_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=40))
def test_levelling_keeps_every_place(text: str) -> None:
    assert len(level(text)) == len(text)


@given(
    st.text(st.characters(categories=["L", "N", "P", "Zs", "Sc", "Sm"], max_codepoint=0xFFFF), max_size=40)
)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "levelled"),
    [
        ("１，２３４．５６", "1,234.56"),
        ("1\u202f234\u2009567", "1 234 567"),
        ("\u22125 \u2014 3", "-5 - 3"),
        ("1\u2019234", "1'234"),
        ("貳萬參仟圓", "贰万参仟圆"),
        ("12²", "12²"),
        ("①½", "①½"),
    ],
)
def test_characters_are_levelled_one_for_one_and_superscripts_stay(text: str, levelled: str) -> None:
    assert level(text) == levelled


def test_plain_opens_ligatures_and_drops_what_cannot_be_seen() -> None:
    assert plain(" con\ufb01rmed\u200b  order\u00ad ") == "confirmed order"


def test_tidy_touches_nothing_but_white_space() -> None:
    assert tidy("  ￥１２\u00a0 –\n３ ") == "￥１２ – ３"


def test_every_traditional_character_has_another_simplified_one() -> None:
    pairs = TRADITIONAL.split()
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in pairs)
    assert len({pair[0] for pair in pairs}) == len(pairs)
