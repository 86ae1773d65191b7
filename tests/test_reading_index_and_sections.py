"""Prints of programs: codes under "Index" and "symbol", titles of sections in bold, taxes with names."""

from dataclasses import replace

import pytest
from paper import paper
from typed_orders import sure, told, value

from extractors.assemble import assemble
from models.reading import Header, Reading

HEAD = """
                       Purchase order
Purchase order no.: PO-55170
Date: 12 March 2026
Buyer: Nordkai Pumps Ltd
Seller: Delta Seals GmbH
Currency: EUR
"""
TABLE = """
No.   Index          Name of goods      Supplier's symbol   Quantity   Unit   Net price   Net value
1     {first:14} Shaft seal         10023177            4          pcs    10,00       40,00
2     {second:14} Shaft sleeve       10023188            8          pcs    20,00       160,00
                                                            Net value in total        200,00
                                                            VAT 0%                      0,00
                                                            To be paid in total EUR   {total}
"""


def order(first: str, second: str, total: str = "200,00") -> Reading:
    return assemble(paper(HEAD + TABLE.format(first=first, second=second, total=total).strip("\n")))


def test_longer_codes_under_index_are_the_writers_and_a_symbol_is_a_number() -> None:
    found = order("KW-04-118", "KW-04-220")
    assert told(found.lines, "part_number", "customer_part_number") == [
        ("10023177", "KW-04-118"),
        ("10023188", "KW-04-220"),
    ]
    assert sure(found.lines, "part_number") == [True, True]
    assert sure(found.lines, "customer_part_number") == [False, False]
    assert value(found.header.total_amount) == "200.00"


@pytest.mark.parametrize(
    ("first", "second"), [("A", "B"), ("01", "02"), ("Rev.A", "Rev.B"), ("KW-118-2", "B")]
)
def test_an_index_that_may_be_of_a_drawing_is_no_number_of_a_thing(first: str, second: str) -> None:
    assert not any(sure(order(first, second).lines, "customer_part_number"))


def test_a_sum_to_be_paid_that_the_net_sum_does_not_make_is_not_sure() -> None:
    found = order("KW-04-118", "KW-04-220", "2 000,00")
    assert found.header.total_amount is not None
    assert not found.header.total_amount.sure


SECTIONS = """
Purchase Order #P00518
Vendor: Delta Seals GmbH
Currency: EUR

Description                                  Taxes        Qty            Unit Price     Amount
{a}
[10023177] Shaft seal H44                    {tax}    6.00 Units         10.00          60.00
{b}
[10023188] Flushing hose DN15                {tax}    8.00 Units         20.00          160.00
[10023199] Gland plate                       {tax}    2.00 Units         20.00          40.00
                                                          Untaxed Amount                260.00
                                                          {tax}                         {amount}
                                                          Total                         {total}
"""


def sections(
    a: str, b: str, *, bold: bool, tax: str = "Import 0%", amount: str = "0.00", total: str = "260.00"
) -> Reading:
    text = SECTIONS.format(a=a, b=b, tax=tax, amount=amount, total=total)
    document = paper(text)
    titles = {*a.split(), *b.split()} if bold else set()
    page = document.pages[0]
    words = tuple(replace(word, bold=word.text in titles) for word in page.words)
    return assemble(replace(document, pages=(replace(page, words=words),)))


NAMES = [("Shaft seal H44",), ("Flushing hose DN15",), ("Gland plate",)]


@pytest.mark.parametrize(("a", "b"), [("Block I: chillers", "Block II: boilers"), ("Chillers,", "Boilers")])
def test_bold_lines_above_some_items_are_titles_of_sections(a: str, b: str) -> None:
    assert told(sections(a, b, bold=True).lines, "description") == NAMES


def test_lines_above_items_in_the_same_letters_are_no_certain_titles() -> None:
    found = sections("Chillers", "Boilers", bold=False)
    assert not all(sure(found.lines, "description"))


def test_a_tax_with_a_name_of_its_own_is_no_item_and_its_rate_is_proposed() -> None:
    found = sections("Block I", "Block II", bold=True)
    assert len(found.lines) == 3
    total, rate = found.header.total_amount, found.header.tax_rate
    assert total is not None
    assert rate is not None
    assert (total.value, total.sure) == ("260.00", True)
    assert (rate.value, rate.sure) == ("0", False)


def test_a_tax_with_a_name_that_comes_on_top_is_none_of_the_lines_sum() -> None:
    found = sections("Block I", "Block II", bold=True, tax="Inland 10%", amount="26.00", total="286.00")
    assert len(found.lines) == 3
    rate = found.header.tax_rate
    assert rate is None or rate.value == "10"


def header(letterhead: str) -> Header:
    return assemble(
        paper(f"""
{letterhead}
Uferstraße 14 | 4052 Neukirchen | Österreich | UID ATU12345678

Delta Seals GmbH
Am Hafen 3
20457 Hamburg

Einkaufsbestellung EB-26/2043
Pos  Art.-Nr. Lieferant  Beschreibung  Menge  Einh.  Preis  Betrag
1    10023177            Wellendichtung 2     Stk    10,00  20,00
                                       Gesamtbetrag EUR     20,00
Lieferadresse: {letterhead}, Halle 6, Uferstraße 14, 4052 Neukirchen, Österreich
{letterhead}, Bankverbindung: Oberbank AG
""")
    ).header


def test_the_country_in_the_line_of_an_address_is_nobodys_name() -> None:
    assert value(header("Kogler Zellstoff GmbH").customer) == "Kogler Zellstoff GmbH"
