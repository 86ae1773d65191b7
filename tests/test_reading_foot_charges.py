"""What is charged below the lines, or taken off there, is told and held against the offer."""

from dataclasses import replace
from decimal import Decimal

import pytest
from compare_builders import check, held, item, order, outcome, quotation, sure, unsure
from paper import paper

from extractors.assemble import assemble
from models.comparison import Verdict
from models.reading import Clause, Field, Reading
from review import sentences, values

ORDER = """
Purchase order
Purchase order no.: PO-55170
Date: 2026-11-23
Buyer: Hill Pumps Ltd
Currency: EUR

Item   Our part no.   Description         Qty   Unit   Unit price   Amount
10     LP-16-4200     Filter bag PP 65    10    pc     26.00        260.00
20     LP-16-4300     Filter bag PP 75    10    pc     30.00        300.00
"""
FREIGHT = "Freight                                                             50.00"
LESS = "Less 5 % discount                                                  -28.00"


def charges(foot: str) -> list[tuple[str | None, bool]]:
    found = assemble(paper(f"{ORDER}{foot}")).clauses
    return [(each.field.value, each.field.sure) for each in found if each.kind == "charge"]


@pytest.mark.parametrize(
    ("row", "total", "told"),
    [(FREIGHT, "610.00", [("50.00", True)]), (LESS, "532.00", [("-28.00", True)])],
)
def test_a_charge_with_which_the_lines_make_the_total_is_certain(
    row: str, total: str, told: list[tuple[str, bool]]
) -> None:
    assert (
        charges(f"{row}\nTotal EUR                                                          {total}\n")
        == told
    )


def test_one_with_which_they_do_not_is_not() -> None:
    foot = f"{FREIGHT}\nTotal EUR                                                          600.00\n"
    assert charges(foot) == [("50.00", False)]


def test_a_freight_that_is_a_line_is_none() -> None:
    row = "30                    Freight             1     pc     50.00        50.00\n"
    assert charges(f"{row}Total EUR                                                          610.00\n") == []


def test_a_discount_that_is_in_the_prices_of_the_lines_is_none() -> None:
    foot = (
        "List prices                                                         600.00\n"
        "Discount                                                            -40.00\n"
        "Net total EUR                                                       560.00\n"
    )
    assert charges(foot) == []


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("Freight                                                             50.00", "50.00"),
        ("Surcharge 5 %                                                       28.00", "28.00"),
        ("Packing                                                             12.00", "12.00"),
        ("Discount 5 %                                                        -28.00", "-28.00"),
        ("Rabatt 5 %                                                          -28.00", "-28.00"),
        ("运费                                                                50.00", "50.00"),
    ],
)
def test_one_above_a_total_that_the_lines_make_without_it_is_told_and_open(row: str, value: str) -> None:
    foot = f"{row}\nTotal EUR                                                          560.00\n"
    assert charges(foot) == [(value, False)]


def test_one_of_the_sum_of_a_line_is_told() -> None:
    foot = (
        "Freight                                                             300.00\n"
        "Total EUR                                                          860.00\n"
    )
    assert charges(foot) == [("300.00", True)]


def test_one_that_leads_from_a_sum_above_to_what_the_lines_make_is_none() -> None:
    foot = (
        "Subtotal                                                            590.00\n"
        "Discount                                                            -40.00\n"
        "Packing                                                             10.00\n"
        "Total EUR                                                          560.00\n"
    )
    assert charges(foot) == []


def test_a_freight_that_is_a_line_and_said_again_below_is_none() -> None:
    foot = (
        "30                    Freight             1     pc     50.00        50.00\n"
        "Freight                                                             50.00\n"
        "Total EUR                                                          610.00\n"
    )
    assert charges(foot) == []


@pytest.mark.parametrize(
    "name",
    [
        *("Freight, payable extra", "Freight not included", "运费另付", "Fracht (nicht enthalten)"),
        *(
            "Toll surcharge 3 %",
            "Energy surcharge",
            "Maut",
            "Crating to be added",
            "装卸费另计",
            "Customs fee",
        ),
        *("Frais de dossier", "Supplément énergie", "Spese varie", "Verpackung, wird berechnet"),
    ],
)
@pytest.mark.parametrize("total", ["560.00", "610.00"])
def test_a_charge_in_words_that_are_no_label_is_told_and_open(name: str, total: str) -> None:
    row = name + " " * (68 - len(name) - sum("\u4e00" <= each <= "\u9fff" for each in name)) + "50.00"
    foot = f"{row}\nTotal EUR                                                          {total}\n"
    assert charges(foot) == [("50.00", False)]


@pytest.mark.parametrize("name", ["Net weight kg", "Pieces", "重量 kg", "Gewicht netto"])
def test_no_weight_makes_a_charge_part_of_the_lines(name: str) -> None:
    total = "Total EUR                                                          560.00"
    foot = f"{name:<66}510\n{FREIGHT}\n{total}\n"
    assert ("50.00", False) in charges(foot)


def test_two_charges_of_one_amount_are_two_and_a_rounding_keeps_its_sign() -> None:
    two = (
        "Freight                                                             10.00\n"
        "Packing                                                             10.00\n"
        "Total EUR                                                          580.00\n"
    )
    assert charges(two) == [("10.00", True), ("10.00", True)]
    rounded = (
        "Rounding                                                            -0.50\n"
        "Total EUR                                                          559.50\n"
    )
    assert charges(rounded) == [("-0.50", True)]


@pytest.mark.parametrize(
    "below",
    [
        "Payment terms: 30 days net",
        "Total excl. freight EUR                                            560.00",
        "Freight: prepaid by the supplier",
        "Delivery charges are included in the prices.",
    ],
)
def test_what_states_no_sum_of_its_own_is_no_charge(below: str) -> None:
    assert (
        charges(f"Total EUR                                                          560.00\n{below}\n") == []
    )


def charged(value: str | Field, total: str) -> Reading:
    field = sure(value) if isinstance(value, str) else value
    return order(total_amount=total, tax_rate=None, clauses=(Clause("charge", field),))


@pytest.mark.parametrize(("value", "total"), [("50.00", "286.00"), ("-11.80", "224.20")])
def test_one_that_was_not_quoted_is_told_and_the_total_closes_with_it(value: str, total: str) -> None:
    found = held(charged(value, total), quotation(item(tax_rate=None)))
    assert outcome(found, "H09") == ("equal_after", "charges")
    assert outcome(found, "L07") == ("differs", "charge_not_quoted")
    assert found.verdict is Verdict.REVIEW
    assert not [each for each in found.differences if each.field == "total_amount"]


def test_one_that_is_uncertain_is_shown() -> None:
    found = held(charged(unsure("50.00"), "286.00"), quotation(item(tax_rate=None)))
    assert (found.verdict, outcome(found, "L07")) == (Verdict.REVIEW, ("not_checked", "not_understood"))


def test_a_quoted_discount_and_a_quoted_freight_are_no_news() -> None:
    less = held(charged("-11.80", "224.20"), quotation(item(tax_rate=None, discount=Decimal("11.80"))))
    assert (less.verdict, outcome(less, "L07")) == (Verdict.MATCH, ("equal", None))
    freight = item(
        "20",
        part_number="90000001",
        description="Freight",
        price=Decimal(50),
        quantity=Decimal(1),
        tax_rate=None,
    )
    found = held(charged("50.00", "286.00"), quotation(item(tax_rate=None), freight))
    assert check(found, "L07").outcome.value == "equal"
    pump = held(
        charged("50.00", "286.00"), quotation(item(tax_rate=None), replace(freight, description="Pump"))
    )
    assert outcome(pump, "L07") == ("differs", "charge_not_quoted")


@pytest.mark.parametrize(
    ("lang", "said", "fact"),
    [
        ("zh", "行项之外另收 50.00", "费用与折扣：行项之外另收 50.00（行项之下的费用或折扣未在报价中）"),
        (
            "en",
            "50.00 charged besides the lines",
            (
                "charges and discounts: 50.00 charged besides the lines"
                " (a charge or discount below the lines that was not quoted)"
            ),
        ),
    ],
)
def test_the_page_tells_it_in_words_beside_its_own_spot(lang: str, said: str, fact: str) -> None:
    found = held(charged("50.00", "286.00"), quotation(item(tax_rate=None)))
    told = check(found, "L07")
    (shown,) = values.values(lang, "h", {}, [told], ["charges"])
    assert (shown.anchor, shown.document, shown.quotation) == ("h-charges", said, "")
    assert sentences.difference(lang, told) == fact
