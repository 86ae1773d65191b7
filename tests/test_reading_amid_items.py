"""Terms between the items, packs in mails, captions: what may be of something else is not sure."""

import pytest
from typed_orders import read

from extractors.fields import incoterms
from extractors.header.sides import contact_persons
from extractors.kinds.spoken_kinds import PLACING
from extractors.kinds.titles import kind_of_title
from models.reading import Field, Kind

SECTIONS = """
Pos  Your part no.   Description            Qty  Unit  Unit price     Amount

10   10023177        Mechanical seal 45 mm    4   pcs       100.00     400.00
Sub-total A                                                            400.00
{said}
20   10023188        Shaft sleeve 45 mm       1   pcs       100.00     100.00
Sub-total B                                                            100.00

                                             Total                     500.00
{behind}
"""


def sure(field: Field | None) -> bool:
    return field is not None and field.sure


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Delivery: 30 April 2026", "delivery_date"),
        ("Lead time: 6 weeks", "lead_time"),
        ("Deliver to: Mill 2, Quay Road 14, Larnford LF4 2QP", "delivery_place"),
    ],
)
def test_a_term_below_the_subtotal_of_a_section_is_not_surely_the_orders(said: str, name: str) -> None:
    assert not sure(getattr(read(SECTIONS.format(said=said, behind="")).header, name))


def test_a_term_behind_the_items_is() -> None:
    header = read(SECTIONS.format(said="", behind="Delivery date: 30 April 2026")).header
    assert sure(header.delivery_date)


@pytest.mark.parametrize(
    "said",
    [
        "hiermit erteilen wir Ihnen folgenden Auftrag:",
        "wir erteilen Ihnen folgenden Auftrag:",
        "auf Grundlage Ihres Angebots erteilen wir Ihnen den Auftrag",
    ],
)
def test_who_gives_an_order_places_it(said: str) -> None:
    assert PLACING.search(said) is not None


@pytest.mark.parametrize(
    "said",
    [
        "bitte erteilen Sie uns folgenden Auftrag",
        "wir fragen an, ob wir Ihnen folgenden Auftrag erteilen können",
        "sobald die Freigabe vorliegt, erteilen wir Ihnen den Auftrag",
        "wir bestätigen Ihnen folgenden Auftrag",
        "wir stornieren den Ihnen erteilten folgenden Auftrag",
    ],
)
def test_who_speaks_of_one_does_not(said: str) -> None:
    assert PLACING.search(said) is None


@pytest.mark.parametrize(
    "title",
    [
        "Auftrag zur Lieferung von Dichtungen storniert",
        "Auftrag zur Lieferung von Dichtungen (Entwurf)",
        "Order for the supply of seals - request for quotation",
    ],
)
def test_a_title_that_takes_its_order_back_is_none(title: str) -> None:
    assert kind_of_title(title) is not Kind.PURCHASE_ORDER


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("EXW Tianjin (our forwarder will collect)", "EXW Tianjin"),
        ("FCA Hamburg (carrier to be paid by seller up to Linz)", None),
        ("DAP Linz (carrier unloading at Wels)", None),
    ],
)
def test_a_bracket_that_says_more_than_who_collects_stays(printed: str, value: str | None) -> None:
    found = incoterms.normal(printed)
    assert found == value if value else found != printed.split(" (", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("顾晓雯 Gu Xiaowen, 0512-5550 1187", True),
        ("徐虹 (Xu Hong)", True),
        ("金川 Jin Chuan", False),
        ("马钢 Ma Steel", False),
    ],
)
def test_a_chinese_name_before_a_latin_one_is_somebodys_only_with_a_sign_of_it(
    text: str, *, own: bool
) -> None:
    assert contact_persons.is_own(text) is own
