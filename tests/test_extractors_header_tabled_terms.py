"""Terms in two columns below their heading: labels, and what they say beside them."""

from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Header

HEAD = """
Karnali Alkalies Limited
Regd. Office: 3rd Floor, Neptune House, Vadodara 390007, Gujarat, India
PURCHASE ORDER
PO No.: 4700062
M/s. Linde Sealing Co., Ltd.

Item  Part no.   Description   Qty    Rate    Amount
1     RH-2204    Guide bush    6      40.00   240.00
Total                                         240.00

"""
TABLE = """{heading}
1     Price basis     CIF Mundra. Prices are firm.
2     Payment         {paid}
3     Delivery at     Central Stores, Plot No. 14, Padana, Gandhidham, Gujarat 370240, India
4     Guarantee       18 months from despatch
5     Packing         Seaworthy
"""
PAID = "100% by TT within 60 days from B/L date"


def header(heading: str = "Terms & Conditions", paid: str = PAID, table: str = TABLE) -> Header:
    return assemble(paper(HEAD + table.format(heading=heading, paid=paid))).header


def told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def test_terms_in_a_table_of_their_own_below_the_items_are_the_orders() -> None:
    found = header()
    assert told(found.payment_terms) == (PAID, True)
    assert told(found.incoterms) == ("CIF Mundra", True)
    place = told(found.delivery_place)
    assert place == ("Central Stores, Plot No. 14, Padana, Gandhidham, Gujarat 370240, India", True)


def test_printed_terms_for_all_orders_are_not() -> None:
    found = header("General Terms & Conditions of Purchase")
    assert not any(field is not None and field.sure for field in (found.payment_terms, found.incoterms))


def test_two_entries_are_no_table() -> None:
    found = header(table="{heading}\n1     Payment         {paid}\n2     Packing         Seaworthy\n")
    assert found.payment_terms is None or not found.payment_terms.sure


def test_values_that_stand_in_no_column_are_no_table() -> None:
    moved = TABLE.replace("Payment         ", "Payment    ").replace("Packing         ", "Packing    ")
    found = header(table=moved.replace("Guarantee       ", "Guarantee  "))
    assert found.payment_terms is None or not found.payment_terms.sure


def test_the_registered_office_is_no_place_of_delivery() -> None:
    found = header(table="").delivery_place
    assert found is None or found.value is None
