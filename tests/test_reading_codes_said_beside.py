"""Codes that lines of an item name beside the labelled one: "KRN Item: 4410-7719 | Supplier part no.: …"."""

import pytest
from paper import paper
from typed_orders import HEAD, read, sure, told, value

from extractors.assemble import assemble
from extractors.kinds.titles import kind_of_title
from models.reading import Kind

ITEMS = """
Line   Description                               Qty   Unit    Price       Total
1      Slurry pump seal HS-90                      4   Each   100.00      400.00
       {first}
2      Shaft sleeve HS-90, ceramic                 2   Each    50.00      100.00
       {second}
                                                              {below}
                                                              Total       {total}
"""
MINE = [("4410-7719",), ("4410-7724",)]
THEIRS = [("10027761",), ("10027788",)]


def order(said: str, below: str = "", total: str = "500.00") -> str:
    first = said.format(mine="4410-7719", theirs="10027761")
    return ITEMS.format(
        first=first, second=said.format(mine="4410-7724", theirs="10027788"), below=below, total=total
    )


@pytest.mark.parametrize(
    "said",
    [
        "KRN Item: {mine} | Supplier part number: {theirs}",
        "KRN's part no. {mine} | Your part no.: {theirs}",
        "KRN stock code: {mine} / Supplier part no.: {theirs}",
    ],
)
def test_a_code_behind_somebodys_letters_is_the_buyers_and_open(said: str) -> None:
    lines = read(order(said)).lines
    assert told(lines, "part_number") == THEIRS
    assert told(lines, "customer_part_number") == MINE
    assert sure(lines, "customer_part_number") == [False, False]
    assert sure(lines, "part_number") == [True, True]


@pytest.mark.parametrize("said", ["DIN item {mine} | Your part no.: {theirs}", "Your part no.: {theirs}"])
def test_a_standard_is_nobodys_code(said: str) -> None:
    lines = read(order(said)).lines
    assert told(lines, "part_number") == THEIRS
    assert told(lines, "customer_part_number") == [(None,), (None,)]


def test_an_abbreviated_article_names_the_buyers_number_beside_the_sellers() -> None:
    lines = read(order("Art. {mine} | Suppl. code {theirs}")).lines
    assert told(lines, "part_number") == THEIRS
    assert told(lines, "customer_part_number") == MINE


@pytest.mark.parametrize(
    "said", ["Art. 7 of our terms | Suppl. code {theirs}", "Art. no | Suppl. code {theirs}"]
)
def test_an_article_of_the_terms_is_no_number(said: str) -> None:
    assert told(read(order(said)).lines, "customer_part_number") == [(None,), (None,)]


def test_the_last_code_of_a_line_goes_on_below_its_dash() -> None:
    text = order("Art. {mine} | Suppl. code {theirs}").replace("10027761", "6B8B-\n       00912-C")
    lines = read(text).lines
    assert told(lines, "part_number") == [("6B8B-00912-C",), ("10027788",)]
    assert sure(lines, "part_number")[0] is False


@pytest.mark.parametrize("name", ["Check valve DN 100, PN 16", "Check valve PN 40", "Valve DN 50, PN16"])
def test_how_much_pressure_a_thing_holds_is_no_part_number(name: str) -> None:
    text = order("Your part no.: {theirs}").replace("Slurry pump seal HS-90", f"{name:<22}"[:40])
    lines = read(text).lines
    assert told(lines, "part_number") == THEIRS
    assert told(lines, "customer_part_number") == [(None,), (None,)]


def test_a_part_number_behind_pn_stays_one() -> None:
    assert told(read(order("PN 10027761")).lines, "part_number")[0] == ("10027761",)


@pytest.mark.parametrize("added", ["+ 13% VAT: 65.00", "+ VAT 13%   65.00"])
def test_a_tax_may_be_added_with_a_plus(added: str) -> None:
    header = read(order("Your part no.: {theirs}", added, "565.00")).header
    assert value(header.total_amount) == "565.00"
    assert value(header.tax_rate) == "13"
    assert header.total_amount is not None
    assert header.total_amount.sure


GERMAN = """
Auftrag zur Lieferung von Gleitringdichtungen
Sehr geehrte Damen und Herren,
wir erteilen Ihnen folgenden Auftrag:
Pos  Menge     Leistung                           Liefertermin   EP netto      GP netto
01   2 Stk.    Gleitringdichtung MB85-65          17.07.2026     916,22 €    1.832,44 €
               Artikel-Nr. des {party}: LP-22-9047
02   3 Stk.    Rückschlagklappe DN 100, PN 16     17.07.2026     248,00 €      744,00 €
               Artikel-Nr. des {party}: LP-10-9957
                                                  Summe netto                2.576,44 €
"""
NUMBERS = [("01", "LP-22-9047"), ("02", "LP-10-9957")]


def test_a_german_order_of_public_works_is_one() -> None:
    head = HEAD.replace("Purchase order\n", "\n", 1)
    reading = assemble(paper(head + GERMAN.format(party="AN")))
    assert reading.kind is Kind.PURCHASE_ORDER
    assert told(reading.lines, "line_number", "part_number") == NUMBERS
    assert sure(reading.lines, "part_number") == sure(reading.lines, "line_number") == [True, True]


def test_the_number_of_the_one_who_orders_is_not_the_sellers() -> None:
    lines = assemble(paper(HEAD + GERMAN.format(party="AG"))).lines
    assert told(lines, "customer_part_number") == [("LP-22-9047",), ("LP-10-9957",)]
    assert sure(lines, "part_number") == [False, False]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Auftrag zur Lieferung von Gleitringdichtungen", Kind.PURCHASE_ORDER),
        ("Purchase order for the supply of mechanical seals", Kind.PURCHASE_ORDER),
        ("Angebot zur Lieferung von Gleitringdichtungen", None),
        ("Auftragsbestätigung zur Lieferung von Dichtungen", None),
        ("Auftrag zur Lieferung von 12 Dichtungen vom 3. Mai", None),
    ],
)
def test_what_is_ordered_may_stand_behind_the_title(title: str, kind: Kind | None) -> None:
    assert kind_of_title(title) is kind
