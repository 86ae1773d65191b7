"""Values that do not look like values of their field are not sure, whatever rule read them."""

import pytest

from extractors.closing.plausibility import doubted
from models.reading import Evidence, Field, Header, OrderLine, Proof

SEEN = Evidence("as printed")


def _sure(value: str) -> Field:
    return Field(value, sure=True, evidence=SEEN, proof=(Proof.LABEL,))


@pytest.mark.parametrize(
    ("name", "odd", "usual"),
    [
        ("document_number", "年度合同TH-2027-031", "TH-2027-031"),
        ("document_number", "Contract TH-2027-031", "TH/2027/031"),
        ("quotation_number", "QT-118 dated 3 May", "QT-118"),
        ("customer", "Norvik Pumps Ltd Attn: T. Hale", "Norvik Pumps (Hull) Ltd"),
        ("customer", "海岳泵业有限公司 电话：0515-8800", "海岳泵业（盐城）有限公司"),
        ("delivery_place", "风险由供方承担", "盐城市滨海县临港路8号3号库"),
        ("delivery_place", "1200477", "Storeroom 3, 77 Mill Road, Kiel"),
        ("delivery_place", "12 Quay Road, Kiel (item 2", "12 Quay Road, Kiel (gate 2)"),
        ("payment_terms", "60 days net (30 days", "60 days net (from invoice)"),
        ("delivery_place", "Kiel, packing within the price", "Gate 3, 9 Quay Road, Kiel 24143"),
        ("payment_terms", "票后支付至90%；余10%一年后付清", "预付30%，货到票后支付至90%，余10%一年后付清"),
        ("payment_terms", "月结30天。以上为含13%增值税价", "月结30天，承兑或电汇"),
        ("incoterms", "FCA Ningbo, pick-up by our forwarder", "FCA Ningbo, China"),
        ("incoterms", "CPT Weingarten, per Luftfracht", "DAP Gate 3, 9 Quay Road, Kiel"),
    ],
)
def test_a_header_value_that_goes_on_into_something_else_is_open(name: str, odd: str, usual: str) -> None:
    for value, certain in ((odd, False), (usual, True)):
        header, _ = doubted(Header(**{name: _sure(value)}), ())
        assert getattr(header, name).value == value
        assert getattr(header, name).sure is certain


@pytest.mark.parametrize(
    ("name", "odd", "usual"),
    [
        ("description", "RKX-1214", "Cartridge seal RKX-1214"),
        ("description", "储罐20L 物料M0070022｜供应商物料NX-8800", "密封液储罐20L 304带液位计"),
        ("description", "Spares kit number part no. TG-4711", "Spares kit for AW62 150mm"),
        ("unit", "each lot of", "套"),
    ],
)
def test_a_value_of_an_item_that_holds_something_else_is_open(name: str, odd: str, usual: str) -> None:
    for value, certain in ((odd, False), (usual, True)):
        _, lines = doubted(Header(), (OrderLine(**{name: _sure(value)}),))
        assert getattr(lines[0], name).sure is certain
