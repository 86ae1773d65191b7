"""Terms that stand in a list below their heading, beside a label of their own, or in a sentence."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.fields import payment
from extractors.header.spoken.told_offers import seems_told
from models.reading import Field, Header

ITEMS = """
PURCHASE ORDER
PO No.: DX-2291
PO Date: 4 May 2026
Supplier: Calder Valves Ltd
No  Description     Qty  Unit price  Amount
1   Shaft sleeve    4    50.00       200.00
Total EUR                            200.00
"""


def header(text: str) -> Header:
    return assemble(paper(text)).header


def said(field: Field | None) -> tuple[str | None, bool] | None:
    return (field.value, field.sure) if field is not None else None


LISTED = (
    ITEMS
    + """
Terms & Conditions
* Delivery: 6 weeks from PO date
* Payment: 45 days from invoice date
* Warranty: 18 months
"""
)
PRINTED = (
    ITEMS
    + """
Terms & Conditions
Delivery: 6 weeks from PO date, and the supplier bears the consequences of any delay.
Payment: 45 days from invoice date
"""
)


def test_a_list_of_short_terms_is_proposed_and_never_sure() -> None:
    read = header(LISTED)
    assert said(read.lead_time) == ("P6W", False)
    assert said(read.payment_terms) == ("45 days from invoice date", False)


def test_a_longer_list_on_the_page_of_the_items_is_the_orders_own() -> None:
    longer = f"{ITEMS}\nTerms & Conditions\n1. Price basis         : CIF Nhava Sheva\n"
    longer += "2. Payment             : 45 days from invoice date\n3. Packing             : wooden box\n"
    longer += "4. Documents           : packing list\n5. Warranty            : 18 months\n"
    read = header(longer)
    assert said(read.payment_terms) == ("45 days from invoice date", True)
    assert said(read.incoterms) == ("CIF Nhava Sheva", True)
    printed = header(longer.replace("Terms & C", "General Terms and C"))
    assert printed.payment_terms is None or not printed.payment_terms.sure


def test_what_printed_terms_say_of_the_delivery_is_open() -> None:
    read = header(PRINTED)
    assert said(read.lead_time) == (None, False)
    assert said(read.payment_terms) == (None, False)


def test_a_delivery_that_items_state_is_not_missing() -> None:
    dated = LISTED.replace("Amount\n", "Amount    Delivery date\n").replace(
        "50.00       200.00\n", "50.00       200.00    12.06.2026\n", 1
    )
    assert header(dated).lead_time is None


@pytest.mark.parametrize(
    ("sentence", "included"),
    [
        ("All prices in euro. Total inclusive of 5% VAT.", "false"),
        ("All prices in euro include 5% VAT.", "true"),
    ],
)
def test_a_sentence_about_the_total_says_nothing_of_the_prices_that_the_sums_tell(
    sentence: str, included: str
) -> None:
    taxed = ITEMS.replace(
        "Total EUR                            200.00",
        "Net total                            200.00\nVAT 5%                               10.00\n"
        "Total EUR incl. VAT                  210.00",
    )
    found = header(taxed + "\n" + sentence).tax_included
    assert found is not None
    assert found.value == included
    assert found.sure is (included == "false")


def test_a_sentence_about_a_total_that_nothing_makes_leaves_the_prices_open() -> None:
    unmade = ITEMS.rstrip().removesuffix("200.00") + "231.00"
    found = header(unmade + "\nThe total is inclusive of 5% VAT.")
    assert found.tax_included is None or not found.tax_included.sure


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("aufgrund Ihres Angebotes vom 3. Mai, A-4471", True),
        ("with reference to your offer of 3 May, KV/118/26", True),
        ("your offer dated 12.05.2026", False),
        ("your quotation of 12 May 2026", False),
        ("your offer for 1000 pieces", False),
    ],
)
def test_a_number_behind_the_offer_of_the_reader_may_be_its_number(text: str, *, told: bool) -> None:
    assert seems_told(text) is told


def test_the_number_behind_a_german_genitive_is_the_quotations() -> None:
    read = header(ITEMS + "\nAuf Grundlage Ihres Angebots Nr. 26-7718 vom 02.04.2026 bestellen wir.")
    assert said(read.quotation_number) == ("26-7718", True)


def test_an_offer_that_does_not_hold_is_not_sure() -> None:
    read = header(ITEMS + "\nIhres Angebots Nr. 26-7718 bedarf es nicht mehr.")
    assert read.quotation_number is None or not read.quotation_number.sure


@pytest.mark.parametrize(
    ("place", "value"),
    [("Tacoma", ("FOB Tacoma", False)), ("Prepaid", None), ("Best way", None)],
)
def test_a_trade_term_may_be_the_label_of_its_place(place: str, value: tuple[str, bool] | None) -> None:
    rows = [["SHIP VIA", "F.O.B.", "PAYMENT TERMS"], ["Truck", place, "Net 30"]]
    assert said(assemble(form(ITEMS, rows)).header.incoterms) == value


@pytest.mark.parametrize("said", ["Anlieferung: Mo-Fr 7-12 Uhr, Tor 3, Ringstraße 8, 88499 Rotwald"])
def test_hours_before_an_address_leave_the_place_open(said: str) -> None:
    place = header(f"{ITEMS}\n{said}").delivery_place
    assert place is None or not place.sure


@pytest.mark.parametrize(("label", "sure"), [("Anlieferung", True), ("Shipping", False)])
def test_a_whole_address_beside_a_word_for_arrival_is_the_place(label: str, *, sure: bool) -> None:
    address = "Rotwald Anlagen GmbH, Werk 3, Ringstraße 8, 88499 Rotwald"
    place = header(f"{ITEMS}\n{label}: {address}").delivery_place
    assert place is None or not place.sure or sure
    assert said(place) == (address, True) or not sure


def test_the_basis_of_german_prices_is_a_trade_term_without_what_they_include() -> None:
    assert said(header(ITEMS + "\nPreisstellung: CPT Rotwald, inklusive Verpackung").incoterms) == (
        "CPT Rotwald",
        True,
    )


def test_a_cheque_of_a_later_day_is_a_way_of_paying() -> None:
    assert payment.parse("60 days PDC from invoice date") == payment.parse("60 days from invoice date")
    assert payment.methods("60 days PDC") == {"cheque"}


def test_a_net_sum_is_read_where_brackets_name_the_tax_in_german() -> None:
    text = ITEMS.replace(
        "Total EUR                            200.00",
        "Auftragssumme netto: 200,00 € (zuzüglich der gesetzlichen Umsatzsteuer)",
    ).replace("50.00       200.00", "50,00       200,00")
    assert (found := header(text).total_amount) is not None
    assert found.value == "200.00"


@pytest.mark.parametrize(
    ("name", "sure"),
    [("Order value excl. VAT EUR", True), ("Total net value EUR", False)],
)
def test_a_sum_that_is_named_without_tax_and_made_by_the_lines_tells_of_the_prices(
    name: str,
    *,
    sure: bool,
) -> None:
    read = header(ITEMS.replace("Total EUR                ", f"{name:25}"))
    assert said(read.tax_included) == ("false", sure)


def test_a_sum_without_tax_that_the_lines_do_not_make_tells_nothing() -> None:
    unmade = ITEMS.rstrip().removesuffix("200.00") + "190.00"
    read = header(unmade.replace("Total EUR                ", "Order value excl. VAT EUR"))
    assert read.tax_included is None or not read.tax_included.sure
