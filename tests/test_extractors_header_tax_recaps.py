"""The rate of the tax in a small table of sums."""

from paper import form

from extractors.assemble import assemble

HEAD = """
Purchase order no. 4500776655
No  Description     Qty  Unit price  Amount
1   Shaft sleeve    4    50.00       200.00
"""


def rate(captions: list[str], figures: list[str]) -> tuple[str | None, bool]:
    found = assemble(form(HEAD, [captions, figures])).header.tax_rate
    return (found.value, found.sure) if found is not None else (None, False)


def test_the_rate_stands_below_its_caption() -> None:
    captions = ["VAT base", "Rate", "VAT", "Total incl. VAT"]
    assert rate(captions, ["200.00", "19.00 %", "38.00", "238.00"])[0] == "19"


def test_a_rate_beside_no_tax_is_none() -> None:
    captions = ["Order value", "Rate", "Retention", "Balance due"]
    assert rate(captions, ["200.00", "5.00 %", "10.00", "190.00"])[0] != "5"
