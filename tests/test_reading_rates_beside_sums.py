"""The rate of a tax that stands beside a sum and has no amount of its own."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field

ORDER = """
Weidach Papier GmbH
BESTELLUNG WP-1733 vom 11.05.2027
Lieferant: Delta Seals GmbH
P.   Menge ME   Benennung       Ihr Code    Preis je ME    Summe
1    5 Stk.     Wellenhuelse    40071188    20,00 EUR      100,00 EUR
2    2 Stk.     Laufrad         40071195    30,00 EUR      60,00 EUR
                                Auftragswert: 160,00 EUR   {noted}
"""


def _rate(noted: str) -> Field | None:
    return assemble(paper(ORDER.format(noted=noted))).header.tax_rate


@pytest.mark.parametrize(("noted", "rate"), [("MwSt. 0 % (Einfuhr)", "0"), ("MwSt. 19 % (Regelsatz)", "19")])
def test_a_rate_beside_a_sum_is_read_and_open(noted: str, rate: str) -> None:
    found = _rate(noted)
    assert found is not None
    assert (found.value, found.sure) == (rate, False)


@pytest.mark.parametrize("noted", ["Skonto 2 % (10 Tage)", "Rabatt 5 % (Staffel)", "import duty 4 % (later)"])
def test_what_else_is_in_percent_is_no_rate_of_the_tax(noted: str) -> None:
    found = _rate(noted)
    assert found is None or found.value is None or not found.sure
