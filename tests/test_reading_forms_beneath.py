"""Forms that go on at the left of their sums, conditions of prices below items, and times told in clauses."""

import pytest
from paper import words_of
from typed_orders import read, value

from extractors.fields import periods
from extractors.lines.item import Text
from extractors.lines.texts import values_beside
from extractors.lines.values import printed_units
from extractors.page.runs import make_run
from models.page import Page
from models.reading import Field

PAGE = Page(1, 600.0, 800.0, ())


def told(field: Field | None) -> tuple[str | None, bool]:
    return (None, True) if field is None else (field.value, field.sure)


ITEMS = """
Your part no.   Description               Qty    Price each     Net EUR
DS-4711         Guide sleeve 60           4.00        50.00      200.00
DS-4713         Gland packing 12          1.00        40.00       40.00
"""
BESIDE = """Deliver to      Settlement                      Goods total     240.00
Stores Unit 14  30 days from date of invoice
12 Lock Lane                                    Order total     240.00
Castleford      Currency
WF10 2LN        EUR
"""


def test_labels_at_the_left_of_the_sums_are_those_of_the_form() -> None:
    header = read(ITEMS + BESIDE).header
    assert value(header.total_amount) == "240.00"
    place = value(header.delivery_place)
    assert place is not None
    assert place.startswith("Stores Unit 14")
    assert "WF10 2LN" in place
    assert place.count("Stores") == 1
    assert value(header.payment_terms) == "30 days from date of invoice"


def test_sums_alone_below_the_items_say_nothing_of_a_place() -> None:
    header = read(ITEMS + "                        Goods total     240.00\n").header
    assert told(header.delivery_place) in {(None, True), (None, False)}
    assert value(header.total_amount) == "240.00"


SAP = """
Item  Material       Description
         Order qty.  Unit         Net price    Price unit    Net value
00010 870-11452      Cartridge seal CS-2200
               4 EA                1,656.00       / 1 EA      6,624.00
      Gross price                  1,840.00 EUR     1 EA      7,360.00
      Vendor discount                10.000- %                  736.00-
      Your material number   10083417
00020 870-11460      Seal face RBSiC
              12 EA                  212.50       / 1 EA      2,550.00
      Your material number   10083425
Total net value excl. tax EUR                                 9,174.00
"""


def test_conditions_below_an_item_are_no_item() -> None:
    lines = read(SAP).lines
    assert [
        (
            value(line.part_number),
            value(line.customer_part_number),
            value(line.unit_price),
            value(line.amount),
        )
        for line in lines
    ] == [("10083417", "870-11452", "1656.00", "6624.00"), ("10083425", "870-11460", "212.50", "2550.00")]
    assert [value(line.price_per) for line in lines] == ["1", "1"]


@pytest.mark.parametrize(
    ("texts", "states"),
    [
        (["Vendor discount", "10.000- %", "736.00-"], True),
        (["Special rebate %", "5.00"], True),
        (["Material surcharge", "12.00 EUR"], True),
        (["Vendor discount"], False),
        (["Seal with discount sticker", "4 EA"], False),
        (["Vendor discount", "to be agreed"], False),
    ],
)
def test_whose_reduction_it_is_may_stand_before_its_name(texts: list[str], *, states: bool) -> None:
    runs = [make_run(PAGE, words_of(text, 20.0 + 150 * at, 40.0)) for at, text in enumerate(texts)]
    assert bool(values_beside.states_condition(runs)) is states


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("24 Stück", "Stück"), ("6 pcs", "pcs"), ("(SET)", "SET"), ("pcs", "pcs"), ("24 x 38", "24 x 38")],
)
def test_a_quantity_in_the_column_of_units_is_no_part_of_the_unit(printed: str, unit: str) -> None:
    run = make_run(PAGE, words_of(printed, 20.0, 40.0))
    assert printed_units.alone(Text(run, 0, len(run.text), None)).printed == unit


@pytest.mark.parametrize("what", ["purchase order", "order", "P.O.", "contract"])
def test_a_lead_time_counts_from_the_effective_date_of_the_order(what: str) -> None:
    found = periods.parse(f"within fourteen (14) weeks after the effective date of this {what}")
    assert found is not None
    assert (found.iso, found.anchor) == ("P14W", "contract_effective")


DELIVERED = """
Laut Ihrem Angebot AN-2207 vom 3. März 2026 bestellen wir, lieferbar frei Haus bis 18. September 2026:
"""


def test_a_day_of_delivery_may_stand_in_a_sentence_that_names_the_offer() -> None:
    assert told(read(DELIVERED + ITEMS + "Total 240.00").header.delivery_date) == ("2026-09-18", False)


def test_the_day_of_the_offer_is_no_day_of_delivery() -> None:
    sentence = "\nWe order the following, delivered before, see your offer dated 3 March 2026:\n"
    assert value(read(sentence + ITEMS + "Total 240.00").header.delivery_date) is None


def test_tax_that_is_withheld_is_not_the_rate() -> None:
    said = "\nTaxes: all taxes are included. Withholding tax at 10 percent may be deducted.\n"
    assert value(read(ITEMS + "Total 240.00" + said).header.tax_rate) is None


def test_goods_may_be_addressed_to_a_place() -> None:
    said = "\nThe goods shall be addressed to: Nordkai, Laydown Area East, Botlekweg 200, 3197 KA Rotterdam\n"
    place = told(read(ITEMS + "Total 240.00" + said).header.delivery_place)
    assert place == ("Nordkai, Laydown Area East, Botlekweg 200, 3197 KA Rotterdam", False)
