"""Items told in words, in cards and in letters: where one begins, what it is called and what it costs."""

import pytest
from paper import paper
from typed_orders import value

from extractors.assemble import assemble
from models.reading import Field, OrderLine, Reading

HEAD = """
Purchase Order PO-77120
Order date: 2027-03-01
Buyer: Garran Zinc Ltd
Supplier: Beilan Sealing Technology (Tianjin) Co., Ltd.
"""


def _read(body: str) -> Reading:
    return assemble(paper(HEAD + body))


def _told(lines: tuple[OrderLine, ...], *names: str) -> list[tuple[str | None, ...]]:
    return [tuple(value(getattr(line, name)) for name in names) for line in lines]


def _sure(field: Field | None) -> tuple[str | None, bool]:
    return value(field), field is not None and field.sure


ONLY = """
Delivery date : 2027-05-11        Cost centre : 4410

============================================================
Position : 1
Your part no. : LP-16-4200
Description : Filter bag PP 65
Qty : 10
Unit price : 26.00
Amount : 260.00
============================================================
Total : 260.00
All prices in EUR.
"""


def test_the_day_above_the_number_of_an_only_item_is_the_order_s() -> None:
    found = _read(ONLY)
    assert _sure(found.header.delivery_date) == ("2027-05-11", True)
    assert _told(found.lines, "line_number", "delivery_date") == [("1", None)]


RATED = """
Please supply the following:

001. Hex bolt M12x60
     Supplier's code: LP-29-1000
     Quantity: 12 PC; Net price: 10.00 EUR; Net value: 120.00 EUR
     VAT: 20%
     Delivery: 2027-07-09

Net total           120.00 EUR
plus VAT 20%         24.00 EUR
Grand total         144.00 EUR
"""


def test_a_rate_set_in_below_an_item_is_its_own() -> None:
    found = _read(RATED)
    assert _told(found.lines, "delivery_date") == [("2027-07-09",)]
    assert found.header.delivery_date is None
    assert _sure(found.header.total_amount) == ("144.00", True)


@pytest.mark.parametrize(
    ("item", "price", "amount"),
    [
        ("4 Stück Gegenring, Ihre Nr. 10310052, je 118,50 EUR = 474,00 EUR", "118.50", "474.00"),
        ("4 Stk. Gegenring, Ihre Nr. 10310052, 118,50 EUR/Stk., zusammen 474,00 EUR", "118.50", "474.00"),
        ("4 St. Gegenring, Ihre Nr. 10310052, zu 118,50 EUR", "118.50", None),
        ("4 pièces joint, votre réf. 10310052, à 118,50 EUR la pièce, soit 474,00 EUR", "118.50", "474.00"),
        ("4 pz anello, vs. codice 10310052, 118,50 EUR cad., totale 474,00 EUR", "118.50", "474.00"),
        (
            "4 units of the ring, your code 10310052, at EUR 118.50 each, that is EUR 474.00 for the lot",
            "118.50",
            "474.00",
        ),
    ],
)
def test_items_in_other_tongues(item: str, price: str, amount: str | None) -> None:
    found = _read(f"We order:\n\n{item}\n\nPayment: 30 days net\n")
    names = ("part_number", "quantity", "unit_price", "amount")
    assert _told(found.lines, *names) == [("10310052", "4", price, amount)]


def test_sentences_may_count_their_items() -> None:
    found = _read(
        "First, 2 units of the gear pump HGP-40, your code 10160204, at USD 3,150.00 per unit,\n"
        "that is USD 6,300.00 for the two. They pump palm oil.\n"
        "Second, 2 sets of the rotor set HGP-40, your code 10160259, at USD 1,085.00 per set,\n"
        "amounting to USD 2,170.00.\n"
    )
    assert _told(found.lines, "description", "amount") == [
        ("gear pump HGP-40", "6300.00"),
        ("rotor set HGP-40", "2170.00"),
    ]


def test_a_clause_that_leads_to_the_items_is_none() -> None:
    found = _read(
        "1. We order the following goods:\n"
        "(1) Pump CQB50, your code 10055102, quantity 2 pcs, unit price 10.00 EUR, amount 20.00 EUR\n"
        "(2) Sleeve C276, your code 10055177, quantity 2 pcs, unit price 15.00 EUR, amount 30.00 EUR\n"
        "2. Total EUR 50.00\n"
    )
    assert _told(found.lines, "description") == [("Pump CQB50",), ("Sleeve C276",)]


NAMED = """
Quote 20052102            Need by 2027-05-11
Terms: Net 45 days        Delivery: CIP Hull

Deep groove ball bearing 6208        1     Pump shaft 2Cr13 L=685               2
Vendor P/N       10017521                  Vendor P/N       10017522
Garran item      115-20604                 Garran item      115-20605
Quantity         6 PCS                     Quantity         20 PCS
Unit price       $42.50                    Unit price       $50.00
Amount           $255.00                   Amount           $1,000.00

Rotating seal face SSiC              3     Stationary seat SiC                  4
Vendor P/N       10017523                  Vendor P/N       10017524
Garran item      115-20606                 Garran item      115-20607
Quantity         4 PCS                     Quantity         2 PCS
Unit price       $10.00                    Unit price       $20.00
Amount           $40.00                    Amount           $40.00

Order total      $1,335.00
"""


def test_names_above_cards_side_by_side() -> None:
    lines = _read(NAMED).lines
    assert _told(lines, "line_number", "description", "customer_part_number") == [
        ("1", "Deep groove ball bearing 6208", "115-20604"),
        ("2", "Pump shaft 2Cr13 L=685", "115-20605"),
        ("3", "Rotating seal face SSiC", "115-20606"),
        ("4", "Stationary seat SiC", "115-20607"),
    ]


NOTED = """
Item  Your part no.   Description      Qty   Unit   Unit price   Amount
1     10017521        Seal face        2     pc     10.00        20.00
      Supplier note: packing type B
2     10017522        Impeller         3     pc     20.00        60.00
Total EUR                                                       80.00
"""


def test_a_label_between_items_that_are_counted_on_ends_no_table() -> None:
    assert _told(_read(NOTED).lines, "line_number", "amount") == [("1", "20.00"), ("2", "60.00")]


BOXED = """
      Item  Your part no.   Description      Qty   Unit   Unit price   Amount
{first}     10    10017521        Seal face        2     pc     10.00        20.00
{second}     20    10017522        Impeller         3     pc     20.00        60.00
Total EUR                                                             80.00
"""


@pytest.mark.parametrize(
    ("boxes", "numbers"), [(("☐", "☐"), [("10", True), ("20", True)]), (("☐", " "), None)]
)
def test_boxes_before_all_items_choose_none(
    boxes: tuple[str, str], numbers: list[tuple[str, bool]] | None
) -> None:
    lines = _read(BOXED.format(first=boxes[0], second=boxes[1])).lines
    read = [_sure(line.line_number) for line in lines]
    assert read == numbers if numbers else not all(sure for _, sure in read)


@pytest.mark.parametrize(
    ("heading", "printed", "day", "certain"),
    [
        ("Delivery yymmdd", "270706", "2027-07-06", True),
        ("交期(年月日)", "270706", "2027-07-06", False),
        ("交货(月/日)", "07/06", "2027-07-06", False),
        ("Delivery (DD/MM)", "06/07", "2027-07-06", False),
    ],
)
def test_the_heading_says_how_days_are_written(
    heading: str, printed: str, day: str, *, certain: bool
) -> None:
    found = _read(
        f"Item  Your part no.   Description      Qty   Unit   Price   Amount   {heading}\n"
        f"1     10017521        Seal face        2     pc     10.00   20.00    {printed}\n"
        "Total EUR 20.00\n"
    )
    (line,) = found.lines
    assert _sure(line.delivery_date) == (day, certain)
