"""What data state in less usual places: days, trade terms, names and quotations are never surely absent."""

import pytest
from structured_orders import IDOC, UBL, X12
from structured_reading import instead, put, read, state

PID, DTM, ITD = "PID*F****Shaft", "DTM*002*20260520~\n", "ITD*01"
QUOTED = "<cac:QuotationDocumentReference><cbc:ID>20031234</cbc:ID></cac:QuotationDocumentReference>"
SCHEDULE = '<E1EDP20 SEGMENT="1"><WMENG>200.000</WMENG><EDATU>20260520</EDATU></E1EDP20>'
OF_LINE = (
    "<cac:QuotationLineReference><cac:DocumentReference><cbc:ID>{}</cbc:ID></cac:DocumentReference>"
    "</cac:QuotationLineReference>"
)
DATED = "<E1EDP03><IDDAT>002</IDDAT><DATUM>20260601</DATUM></E1EDP03>"
SPECIAL = "<cbc:SpecialTerms>{}</cbc:SpecialTerms>"
FCA = "<cbc:ID>FCA</cbc:ID>"


def delivered(period: str) -> str:
    start = UBL.index("<cac:RequestedDeliveryPeriod>")
    end = UBL.index("</cac:RequestedDeliveryPeriod>") + len("</cac:RequestedDeliveryPeriod>")
    return UBL[:start] + period + UBL[end:]


def of_lines(*numbers: str) -> str:
    text = instead(UBL, QUOTED, "")
    for line, number in zip(("10", "20"), numbers, strict=False):
        named = f"<cac:OrderLine><cac:LineItem><cbc:ID>{line}<"
        text = instead(
            text, named, named.replace("<cac:LineItem>", OF_LINE.format(number) + "<cac:LineItem>")
        )
    return text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *((put(X12, PID, f"SCH*200*EA***{code}*20260720~\n"), "L2.delivery_date") for code in ("010", "106")),
        *((instead(X12, "DTM*002", f"DTM*{code}"), "delivery_date") for code in ("017", "070", "071")),
        (instead(X12, DTM, "DTM*002****RD8*20260520-20260620~\n"), "delivery_date"),
        (put(X12, ITD, "FOB*CC*DE*DAP BREMEN~\n"), "incoterms"),
        (put(X12, ITD, "N1*ST*Other place~\n"), "delivery_place"),
        (instead(X12, "N1*BY*Haven Pumps GmbH~", "N1*BY*Haven Pumps~\nN2*International GmbH~"), "customer"),
        *(
            (delivered(f"<cac:{name}><cbc:EndDate>2026-05-22</cbc:EndDate></cac:{name}>"), "delivery_date")
            for name in ("PromisedDeliveryPeriod", "EstimatedDeliveryPeriod")
        ),
        (
            delivered(
                "<cac:RequestedDeliveryPeriod><cbc:DurationMeasure unitCode='WEE'>8</cbc:DurationMeasure>"
                "</cac:RequestedDeliveryPeriod>"
            ),
            "delivery_date",
        ),
        (
            delivered(
                "<cac:Despatch><cbc:RequestedDespatchDate>2026-05-22</cbc:RequestedDespatchDate>"
                "</cac:Despatch>"
            ),
            "delivery_date",
        ),
        (instead(UBL, QUOTED, QUOTED.replace("1234", "1230") + QUOTED), "quotation_number"),
        (
            instead(UBL, QUOTED, "<cbc:CustomerReference>Quotation 20031234</cbc:CustomerReference>"),
            "quotation_number",
        ),
        (of_lines("20031234"), "quotation_number"),
        (of_lines("20031234", "20031299"), "quotation_number"),
        (instead(UBL, FCA, FCA + SPECIAL.format("DAP Bremen instead")), "incoterms"),
    ],
)
def test_what_is_stated_elsewhere_or_twice_is_open(text: str, name: str) -> None:
    found = state(read(text), name)
    assert found is not None
    assert not found[1]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (put(X12, PID, "SCH*200*EA***002*20260720~\n"), "L2.delivery_date", "2026-07-20"),
        (put(X12, PID, "SCH*200*EA***010*20260620*002*20260720~\n"), "L2.delivery_date", None),
        (instead(IDOC, SCHEDULE, DATED), "L2.delivery_date", "2026-06-01"),
        (put(X12, ITD, "FOB*CC*DE*DELIVERED~\n"), "currency", "EUR"),
        (of_lines("20031234", "20031234"), "quotation_number", "20031234"),
        (instead(UBL, FCA, FCA + SPECIAL.format("FCA Tianjin port")), "incoterms", "FCA Tianjin"),
        (instead(UBL, FCA, FCA + SPECIAL.format("Tail lift needed")), "incoterms", "FCA Tianjin"),
        (UBL, "quotation_number", "20031234"),
        (X12, "customer", "Haven Pumps GmbH"),
    ],
)
def test_what_is_stated_once_is_sure(text: str, name: str, value: str | None) -> None:
    found = state(read(text), name)
    assert found is not None
    assert value is None or found == (value, True)
