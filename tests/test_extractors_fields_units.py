import pytest

from extractors.fields.units import canonical, of_two_tongues, same


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("件", "EA"),
        ("个", "EA"),
        ("只", "EA"),
        ("台", "EA"),
        ("條", "EA"),
        ("PC", "EA"),
        ("pcs.", "EA"),
        ("pc(s)", "EA"),
        ("EA", "EA"),
        pytest.param("ST", "EA", id="row 70: German ST"),
        ("Stk.", "EA"),
        ("C62", "EA"),
        ("H87", "EA"),
        pytest.param("SETS", "SET", id="row 66: sets"),
        pytest.param("套", "SET", id="row 66: 套"),
        pytest.param("副", "FU", id="row 67: 副"),
        ("对", "PAIR"),
        ("千克", "KG"),
        ("Kilogramm", "KG"),
        ("Stunden", "H"),
        ("KT", "KIT"),
        ("㎏", "KG"),
        ("米", "M"),
        ("M", "M"),
        ("㎡", "M2"),
        ("升", "L"),
        ("批", "LOT"),
        ("吨", "T"),
        ("件/PC", "EA"),
        ("EA(个)", "EA"),
        ("公斤 KG", "KG"),
        ("set 套", "SET"),
        ("台/套", None),
        ("xyz", None),
        ("", None),
        ("a unit of quite some length", None),
    ],
)
def test_a_printed_unit_has_one_code(text: str, code: str | None) -> None:
    assert canonical(text) == code


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("件", "pcs", True),
        ("副", "套", True),
        ("SET", "EA", False),
        ("副", "EA", False),
        ("副", "pair", True),
        ("foo", "FOO", True),
        ("foo", "件", None),
        ("kg", "m", False),
    ],
)
def test_units_compare_by_meaning(one: str, other: str, verdict: bool | None) -> None:  # noqa: FBT001 - a table
    assert same(one, other) is verdict
    assert same(other, one) is verdict


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("支/pc", ("支", True)),
        ("卷 ROLL", ("卷", True)),
        ("pcs (个)", ("个", True)),
        ("台/set", ("台", True)),
        ("支/set", ("支", False)),
        ("件/套", None),
        ("件", None),
        ("根 of 6", None),
    ],
)
def test_of_a_unit_in_two_languages_the_chinese_word_counts(text: str, word: tuple[str, bool] | None) -> None:
    assert of_two_tongues(text) == word
