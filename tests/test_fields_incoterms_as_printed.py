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


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("CIF Kandla (Incoterms 2020) Insurance 110%", "CIF Kandla"),
        ("DAP Incoterms 2020 Graz", "DAP Graz"),
        ("CIF Kandla Insurance 110%", None),
    ],
)
def test_what_is_insured_is_no_part_of_the_place(printed: str, value: str | None) -> None:
    assert incoterms.normal(printed) == value
