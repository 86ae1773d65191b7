"""Codes in a line below an item of which no known label says what they are: no drawing is surely absent."""

import pytest
from typed_orders import read, sure, told

ITEMS = """
Pos    Bezeichnung                                   Menge          Preis EUR        Betrag EUR

1      Doppelte Gleitringdichtung DF-55, FFKM        2 Stk          4120.00          8240.00
       Unsere Art.-Nr. 77-1402.018    Ihre Art.-Nr. 10084930    {rest}

2      O-Ring-Satz FFKM zu DF-55                     4 Satz          685.50          2742.00
       Unsere Art.-Nr. 77-1402.024    Ihre Art.-Nr. 10084947

                                                     Total exkl. MWST            EUR 10982.00
"""


@pytest.mark.parametrize("label", ["Zchg.", "Zchg.-Nr.", "Zchng.", "Zeichn."])
def test_the_abbreviations_of_a_drawing_are_its_label(label: str) -> None:
    lines = read(ITEMS.format(rest=f"{label} GA-70418 Rev. 3")).lines
    assert told(lines, "drawing_number") == [("GA-70418 Rev. 3",), (None,)]
    assert sure(lines, "drawing_number") == [True, False]
    assert sure(lines, "part_number") == [True, True]


@pytest.mark.parametrize("rest", ["Abb. GA-70418 Rev. 3", "Bild GA-70418 Rev. 3", "/ GA-70418 Rev. 3"])
def test_a_code_with_a_revision_behind_an_unknown_word_is_likely_the_drawing(rest: str) -> None:
    lines = read(ITEMS.format(rest=rest)).lines
    assert told(lines, "drawing_number")[0] == ("GA-70418 Rev. 3",)
    assert not sure(lines, "drawing_number")[0]


@pytest.mark.parametrize("rest", ["Blatt GA-70418", "siehe GA-70418"])
def test_a_code_without_one_keeps_the_drawing_from_being_absent(rest: str) -> None:
    line = read(ITEMS.format(rest=rest)).lines[0]
    assert line.drawing_number is not None
    assert not line.drawing_number.sure


@pytest.mark.parametrize(
    "rest", ["", "Tag P-2201A", "EN 10204-3.1", "nach DIN 24960", "JB/T 4127.1", "Charge 47110"]
)
def test_tags_standards_and_batches_are_no_drawings(rest: str) -> None:
    assert read(ITEMS.format(rest=rest)).lines[0].drawing_number is None
