"""Contracts of sale in English prose: number in the title, parties that are defined, terms in sentences."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Field, Header

TITLE = "CONTRACT OF SALE No. RWT/18/2026"
PARTIES = (
    "concluded in Brzeg on 23 February 2026 by and between Stalmet Remonty S.A., ul. Prosta 4, 81-300 Brzeg,"
    " hereinafter referred to as the “Buyer”,\n"
    "and Changxing Seals Co., Ltd., 9 Lake Road, Suzhou, hereinafter referred to as the “Seller”."
)
ROWS = [
    ["No.", "Designation", "Seller's code", "Quantity", "Unit price [EUR]", "Value [EUR]"],
    ["1", "Shaft sleeve", "10094411", "6 pcs", "110,00", "660,00"],
    ["2", "Lip seal", "10094412", "40 pcs", "5,20", "208,00"],
]
PAYING = "1. The Buyer shall pay as follows: 30% in advance, 70% within 30 days after delivery."
DELIVERING = "2. The Seller shall deliver all goods within 10 weeks from the date of this Contract."
CLAUSES = f"""§ 2 Price
1. The total price of the goods amounts to EUR 868,00 net.
§ 3 Delivery
1. The goods shall be delivered DAP Brzeg according to Incoterms 2020, to the following place: {{place}}.
{DELIVERING}
{{more}}
§ 4 Payment
{PAYING}
{{paying}}"""
PLACE = "Buyer’s store No. 4, ul. Prosta 4, 81-300 Brzeg"


def _header(title: str = TITLE, parties: str = PARTIES, more: str = "", paying: str = "") -> Header:
    clauses = CLAUSES.format(place=PLACE, more=more, paying=paying)
    return assemble(form(f"{title}\n{parties}", ROWS, f"Total EUR 868,00\n{clauses}")).header


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return (field.value, field.sure) if field is not None else None


def test_number_parties_and_terms_are_read_in_prose() -> None:
    header = _header(more="3. The Seller shall advise the shipment 7 days in advance.")
    assert _told(header.document_number) == ("RWT/18/2026", True)
    assert _told(header.customer) == ("Stalmet Remonty S.A.", True)
    assert _told(header.payment_terms) == ("30% in advance, 70% within 30 days after delivery", True)
    assert _told(header.lead_time) == ("P10W", True)
    assert header.delivery_place is not None
    assert header.delivery_place.value == PLACE


@pytest.mark.parametrize(
    "title",
    [
        pytest.param(f"PURCHASE ORDER\n{TITLE}", id="another title above it"),
        pytest.param("CONTRACT OF SALE No. QF-0718", id="a form's number"),
        pytest.param("CONTRACT OF SALE FORM No. 40718", id="the number of a form"),
        pytest.param("CONTRACT OF SALE No. 2026", id="a year"),
    ],
)
def test_a_number_in_a_title_that_may_be_another_s_is_open(title: str) -> None:
    number = _header(title).document_number
    assert number is None or not number.sure


def test_another_number_of_the_contract_is_its_rival() -> None:
    number = _header(f"{TITLE}\nContract No.: RWT/19/2026").document_number
    assert number is not None
    assert not number.sure


@pytest.mark.parametrize(
    "more",
    [
        "3. The Seller shall deliver the sleeves within 6 weeks from the date of this Contract.",
        "3. Delivery must be completed 7 days in advance of the shutdown on 3 August 2026.",
    ],
)
def test_another_time_of_delivery_is_a_rival(more: str) -> None:
    header = _header(more=more)
    assert header.lead_time is None or not header.lead_time.sure


@pytest.mark.parametrize(
    "paying",
    [
        "2. The Buyer pays 10% only after acceptance.",
        "2. Payment of the rest is due net 60 days after delivery.",
    ],
)
def test_another_sentence_of_paying_is_a_rival(paying: str) -> None:
    header = _header(paying=paying)
    assert header.payment_terms is None or not header.payment_terms.sure
