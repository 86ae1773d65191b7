"""Places that one side says more closely are one place; another town or another word makes two."""

import pytest

from compare.place_names import same

ONE = (
    ("Ningbo", "宁波市镇海区化工路58号"),
    ("Shanghai", "Shanghai Pudong"),
    ("Suzhou", "Kunshan, Suzhou"),
    ("江苏", "江苏南京"),
    ("上海港", "上海"),
    ("新港", "天津新港"),
    ("Works", "Tianjin"),
    ("Gate 2", "Gate 2, Industrivej 4"),
)
TWO = (
    ("Ningbo", "Ningbo or Shanghai"),
    ("Shanghai", "Shanghai / Ningbo"),
    ("Suzhou", "Suzhou Creek, Shanghai"),
    ("Hamburg", "Hamburg Port Road 3, Bremen"),
    ("Singapore", "Suzhou Singapore Industrial Park"),
    ("新加坡", "苏州新加坡工业园"),
    ("海南", "青海海南州"),
    ("York", "New York"),
    ("Korea", "North Korea"),
    ("Esbjerg", "not Esbjerg"),
    ("Esbjerg", "near Esbjerg"),
    ("宁波", "宁波以外"),
    ("Gate 2", "Gate 2A"),
    ("Shanghai", "any port in China incl. Shanghai"),
    ("Shanghai port", "Shanghai airport"),
    ("", "Shanghai"),
)


@pytest.mark.parametrize(("first", "second"), ONE)
def test_a_place_said_more_closely_is_the_same(first: str, second: str) -> None:
    assert same(first, second) is True
    assert same(second, first) is True


@pytest.mark.parametrize(("first", "second"), TWO)
def test_another_town_or_word_makes_another_place(first: str, second: str) -> None:
    assert same(first, second) is not True
    assert same(second, first) is not True
