"""Lines of labels with their values beside them."""

import pytest
from paper import paper, words_of

from extractors.assemble import assemble
from extractors.lines.texts.label_pairs import stand_in
from extractors.page.runs import Run, rows_of, split_line

CARDS = """
Bestellung 4500001433
Pos              10            Menge               12
Einh.            Stk           Lieferanten-Artikel LP-19-3200
Beschreibung     Gegenring     Einzelpreis         426,15
Positionswert    5.113,80      Liefertermin        18.08.2026
Pos              20            Menge               2
Einh.            Stk           Lieferanten-Artikel LP-17-3237
Beschreibung     Filter        Einzelpreis         678,62
Positionswert    1.357,24      Liefertermin        20.07.2026
Endbetrag        6.471,04
"""


def line(text: str) -> list[Run]:
    page = paper("x").pages[0]
    return [run for row in rows_of(words_of(text, 20.0, 40.0)) for run in split_line(page, row)]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Einh.    Stk    Lieferanten-Artikel    LP-19-3200", True),
        ("单位    件    净价    299.86", True),
        ("ME    Stk    Beschreibung    Gegenring", True),
        ("ME    Stk    Preis    Betrag", False),
        ("Item    Description    Qty    Price", False),
        ("Reference:    Quote 4420-KX    Taxable:    No", True),
        ("Item:    Description:    Taxable:    No", False),
    ],
)
def test_labels_with_values_are_told_from_headings(text: str, pairs: bool) -> None:  # noqa: FBT001
    assert stand_in(line(text)) is pairs


def test_a_line_of_pairs_heads_no_table() -> None:
    lines = assemble(paper(CARDS)).lines
    assert [each.part_number.value for each in lines if each.part_number] == ["LP-19-3200", "LP-17-3237"]
    assert [each.amount.value for each in lines if each.amount] == ["5113.80", "1357.24"]
