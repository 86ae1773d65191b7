"""The rate of the tax where it stands beside what a code in the tables means."""

import pytest
from paper import form

from extractors.assemble import assemble

HEAD = "PURCHASE ORDER\nOrder No.: PO-20117\nOrder date: 2026-02-11\nBuyer: Tyne Vale Breweries Ltd\n"
ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount", "Code"],
    ["1", "7740-118", "Lip seal", "4", "25.00", "100.00", "T1"],
    ["2", "7740-122", "Wear plate", "2", "150.00", "300.00", "T1"],
]
SUMS = "Total net: 400.00\nTotal VAT: 80.00\nOrder total: 480.00\n"


def _rate(said: str, sums: str = SUMS) -> tuple[str | None, bool]:
    found = assemble(form(HEAD, ROWS, f"{said}\n{sums}")).header.tax_rate
    return (found.value, found.sure) if found is not None else (None, False)


@pytest.mark.parametrize(
    "said",
    [
        "VAT analysis: T1 = Standard rate 20.00% on 400.00",
        "VAT code: S - Standard 20%",
        "Tax codes: T1 = UK standard rate (20%)",
    ],
)
def test_the_only_code_that_is_explained_gives_the_rate(said: str) -> None:
    assert _rate(said) == ("20", True)


def test_a_rate_that_the_sums_do_not_have_is_not_sure() -> None:
    assert _rate("VAT analysis: T1 = Standard rate 17.5%") == ("17.5", False)
    assert not _rate("VAT analysis: T1 = Standard rate 20%", "Order total: 400.00")[1]


def test_of_several_codes_none_is_the_orders_rate() -> None:
    assert not _rate("VAT codes: S = Standard rate 20%, R = Reduced rate 5%")[1]
