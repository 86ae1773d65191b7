"""What the data of an order say besides its fields: notes that change it, tests, other places, discounts."""

import pytest
from structured_orders import CII, CXML, EDIFACT, IDOC, UBL, X12

from extractors import readers
from models.reading import Reading
from spine import extract


def read(data: bytes, name: str) -> Reading:
    """Return the one order in a file."""
    found = [each.reading for each in extract(data, name, readers.read, name) if each.reading is not None]
    assert len(found) == 1
    return found[0]


def figures_are_sure(reading: Reading) -> bool:
    fields = [field for line in reading.lines for field in (line.quantity, line.unit_price)]
    return len(fields) == 4 and all(field is not None and field.sure for field in fields)


def is_sure(reading: Reading, name: str) -> bool:
    """Tell whether a field of the header would be taken as it is, or taken for absent."""
    field = getattr(reading.header, name)
    return field is None or bool(field.sure)


@pytest.mark.parametrize("order", [UBL, CII, CXML, IDOC, EDIFACT, X12])
def test_an_order_without_notes_is_sure(order: str) -> None:
    found = read(order.encode(), "o.xml" if order.startswith("<") else "o.edi")
    assert figures_are_sure(found)
    assert all(is_sure(found, name) for name in ("delivery_place", "total_amount", "currency"))


@pytest.mark.parametrize(
    ("order", "before", "said"),
    [
        (UBL, "<cbc:DocumentCurrencyCode>", "<cbc:Note>Please cancel line 20</cbc:Note>"),
        (CII, "</rsm:ExchangedDocument>", "<ram:Note><ram:Content>TEST ORDER</ram:Content></ram:Note>"),
        (CXML, '<Extrinsic name="Quot', "<Comments>Line 20: please ship 250 pcs</Comments>"),
        (IDOC, "<E1EDS01", "<E1EDKT2><TDLINE>Position 20 ist storniert</TDLINE></E1EDKT2>"),
        (IDOC, "<TABNAM>", "<TEST>X</TEST>"),
        (X12, "PO1*20", "MSG*LINE 20 IS CANCELLED~\n"),
    ],
)
def test_free_texts_in_data_are_heard(order: str, before: str, said: str) -> None:
    text = order.replace(before, said + before, 1).replace("SE*17", "SE*18" if "MSG" in said else "SE*17")
    assert not figures_are_sure(read(text.encode(), "o.edi" if order is X12 else "o.xml"))


@pytest.mark.parametrize(
    "said",
    [
        "Please state our order number on the invoice. Thank you.",
        "Recycling tax of 0.40 EUR per item included",
    ],
)
def test_a_note_in_data_that_changes_nothing_opens_nothing(said: str) -> None:
    note = f"<cbc:Note>{said}</cbc:Note>"
    found = read(
        UBL.replace("<cbc:DocumentCurrencyCode>", note + "<cbc:DocumentCurrencyCode>").encode(), "o.xml"
    )
    assert figures_are_sure(found)
    assert not found.problems


@pytest.mark.parametrize(
    ("order", "before", "more"),
    [
        (IDOC, "</E1EDP01>", "<E1EDPA1><PARVW>WE</PARVW><NAME1>Haven Odense</NAME1></E1EDPA1>"),
        (CXML, "</ItemOut>", "<ShipTo><Address><Name>Haven Odense</Name></Address></ShipTo>"),
        (EDIFACT.replace("UNT+30", "UNT+31"), "LIN+20", "NAD+DP+1::9++Haven Odense'\n"),
    ],
)
def test_lines_that_go_elsewhere_open_the_place(order: str, before: str, more: str) -> None:
    name = "o.edi" if order.startswith("UNA") else "o.xml"
    assert not is_sure(read(order.replace(before, more + before, 1).encode(), name), "delivery_place")


def test_a_discount_that_nothing_adds_up_opens_the_total() -> None:
    discount = "<E1EDK05><ALCKZ>-</ALCKZ><KPERC>5</KPERC></E1EDK05>"
    assert is_sure(read(IDOC.encode(), "o.xml"), "total_amount")
    assert not is_sure(
        read(IDOC.replace("<E1EDKA1", discount + "<E1EDKA1", 1).encode(), "o.xml"), "total_amount"
    )


def test_a_new_price_with_its_tax_in_it_is_no_charge_that_prices_hold() -> None:
    note = "<cbc:Note>New price for item 1: EUR 17.40, VAT included</cbc:Note>"
    text = UBL.replace("<cbc:DocumentCurrencyCode>", note + "<cbc:DocumentCurrencyCode>")
    assert not figures_are_sure(read(text.encode(), "o.xml"))


@pytest.mark.parametrize(
    ("order", "before", "said"),
    [
        (IDOC, "<TABNAM>", "<TEST>X</TEST>"),
        (
            CII,
            "</rsm:ExchangedDocument>",
            "<ram:TestIndicator><udt:Indicator>true</udt:Indicator></ram:TestIndicator>",
        ),
    ],
)
def test_data_that_are_a_test_say_so_in_words_of_their_own(order: str, before: str, said: str) -> None:
    found = read(order.replace(before, said + before, 1).encode(), "o.xml")
    assert not figures_are_sure(found)
    assert "test_message" in [each.code for each in found.problems]


def test_the_last_of_very_many_notes_is_heard() -> None:
    notes = "<cbc:Note>Thank you.</cbc:Note>" * 400 + "<cbc:Note>Please cancel line 20</cbc:Note>"
    text = UBL.replace("<cbc:DocumentCurrencyCode>", notes + "<cbc:DocumentCurrencyCode>", 1)
    assert not figures_are_sure(read(text.encode(), "o.xml"))


def test_where_one_line_goes_says_nothing_of_the_others() -> None:
    there = (
        '<E1EDPA1 SEGMENT="1"><PARVW>WE</PARVW><NAME1>Haven Pumps GmbH</NAME1>'
        "<STRAS>Am Deich 4</STRAS><ORT01>Bremen</ORT01></E1EDPA1>"
    )
    start = IDOC.index('<E1EDKA1 SEGMENT="1"><PARVW>WE')
    end = IDOC.index("</E1EDKA1>", start) + len("</E1EDKA1>")
    alone = IDOC[:start] + IDOC[end:]
    one_line = read(alone.replace("</E1EDP01>", there + "</E1EDP01>", 1).encode(), "o.xml").header
    assert one_line.delivery_place is None or not one_line.delivery_place.sure
    all_lines = read(alone.replace("</E1EDP01>", there + "</E1EDP01>").encode(), "o.xml").header
    assert all_lines.delivery_place is not None
    assert all_lines.delivery_place.sure
