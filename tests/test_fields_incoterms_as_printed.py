"""A place behind a trade term is given in the characters in which it is printed."""

import pytest

from extractors.fields import incoterms


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("DAP香港屯門", "DAP 香港屯門"),
        ("CIF　高雄港", "CIF 高雄港"),
        ("FCA 廣州（Incoterms 2020）", "FCA 廣州"),
        ("FCA Shanghai (PVG), Incoterms 2020", "FCA Shanghai (PVG)"),
    ],
)
def test_traditional_characters_stay(printed: str, value: str) -> None:
    assert incoterms.normal(printed) == value
