"""Terms of payment and of trade in one box, carriage behind the version, and shipment in two languages."""

import pytest
from reading_attacks import Attack, finds

from extractors.assemble import assemble
from extractors.fields import incoterms
from models.reading import Header

DAYS = "30 days net from invoice date"


def _header(**head: str | None) -> Header:
    return assemble(Attack("terms", head={"pay": None, "inc": None, **head}).document).header


def test_a_stroke_parts_terms_of_payment_from_those_of_trade() -> None:
    header = _header(pay=f"Terms: {DAYS} | DAP Esbjerg")
    assert header.payment_terms is not None
    assert header.incoterms is not None
    assert (header.payment_terms.value, header.payment_terms.sure) == (DAYS, True)
    assert (header.incoterms.value, header.incoterms.sure) == ("DAP Esbjerg", True)


@pytest.mark.parametrize(
    "value",
    [
        f"{DAYS} | 60 days net",
        f"{DAYS} | DAP Esbjerg | CIF Kobe",
        "DAP Esbjerg | CIF Kobe",
        f"{DAYS} | less 2 % | DAP Esbjerg",
    ],
)
def test_several_of_a_kind_are_no_certain_terms(value: str) -> None:
    header = _header(pay=f"Terms: {value}")
    for field in (header.payment_terms, header.incoterms):
        assert field is None or not field.sure or field.value in {value, value.replace(" | ", ", ")}


@pytest.mark.parametrize("behind", ["Freight collect", ", freight prepaid", ", carriage paid"])
def test_who_pays_the_carrier_behind_the_version_is_no_place(behind: str) -> None:
    assert incoterms.normal(f"FCA Turku Airport Incoterms® 2020 {behind}") == "FCA Turku Airport"


@pytest.mark.parametrize("behind", ["Freight collect at Turku", "freight extra, CIF Kobe", "freight 120.00"])
def test_what_else_stands_behind_the_version_is_not_left_out(behind: str) -> None:
    assert incoterms.normal(f"FCA Turku Airport Incoterms® 2020 {behind}") != "FCA Turku Airport"


def test_shipment_in_two_languages_states_the_term_beside_it() -> None:
    header = _header(inc="運輸 Shipment: DAP Esbjerg")
    assert header.incoterms is not None
    assert (header.incoterms.value, header.incoterms.sure) == ("DAP Esbjerg", True)


def test_the_way_of_shipment_is_no_term() -> None:
    attack = Attack(
        "shipment", head={"inc": "運輸 Shipment: by sea, part shipment allowed"}, truth={"incoterms": None}
    )
    assert finds(attack) == []
