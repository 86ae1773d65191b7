"""The buyer as consignee gets the goods at its address, unless another line says where they go."""

import pytest
from paper import paper
from typed_orders import TWO_ITEMS, known

from extractors.assemble import assemble
from models.reading import Field

ADDRESS = "Garran Zinc Ltd, Plot C-41, MIDC Ambad, Nashik"
CONSIGNEE = f"Consignee: {ADDRESS}"


def place(said: str) -> Field | None:
    return assemble(paper(TWO_ITEMS.format(said))).header.delivery_place


@pytest.mark.parametrize(
    "said",
    [
        *("Place of receipt: Unit 5, Highway 7, Pune", "Goods receiver: Unit 5, Highway 7, Pune"),
        *("Site: Unit 5, Highway 7, Pune", "Store: Unit 5, Highway 7, Pune", "Warenempfänger: Apex, Pune"),
        *("Mark for: Unit 5, Highway 7, Pune", "Hand over to: Apex, Unit 5, Highway 7, Pune"),
        *("Transporter: VRL Logistics, godown Unit 5, Highway 7, Pune", "现场：海城市港口路8号2号库"),
        *("Delivery: ex works, our truck collects", "The goods are to be collected by us.", "交货方式：自提"),
        *("Baustelle: Hafenstr. 3, 20457 Hamburg", "C/o Apex, Unit 5, Highway 7, Pune"),
        "Yuvoru: Gate 4, Quay Road 14, Leeds LS1 4AB",
    ],
)
def test_goods_that_go_on_or_are_fetched_have_no_certain_place(said: str) -> None:
    found = place(f"{CONSIGNEE}\n{said}")
    assert found is None or not (found.sure and found.value == ADDRESS)


@pytest.mark.parametrize(
    "said",
    [
        f"Consignee (Bill to): {ADDRESS}",
        "Consignee: Garran Zinc Ltd, Registered office, Plot C-41, MIDC Ambad, Nashik",
        "Consignee: Garran Zinc Ltd, GSTIN 27AAACG1234B, Plot C-41, MIDC Ambad, Nashik",
        f"Ship to (documents only): {ADDRESS}",
    ],
)
def test_the_address_of_an_office_or_for_papers_is_open(said: str) -> None:
    found = place(said)
    assert found is None or not found.sure


@pytest.mark.parametrize(
    "said",
    [
        CONSIGNEE,
        f"{CONSIGNEE}\nInvoice to: Garran Zinc Ltd, Head office, Mill Lane 4, Pune 411001",
        f"{CONSIGNEE}\nPayment terms: 30 days net",
        f"{CONSIGNEE}\nOur registered office: Mill Lane 4, Pune 411001",
    ],
)
def test_the_buyer_as_consignee_is_the_place_beside_ordinary_lines(said: str) -> None:
    assert known(place(said)) == (ADDRESS, True)
