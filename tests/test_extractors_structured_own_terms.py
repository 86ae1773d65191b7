"""What an item, a note or a property of data states otherwise than the order's own fields."""

import pytest
from structured_orders import CII, CXML, EDIFACT, IDOC, UBL, X12
from structured_reading import instead, put, read, state

PRICED, ORDERED = "PRI+AAA:865:CT::100:PCE'", "PO1*20*200*EA*865.00*HP*VP*10044022*BP*HC-772~"
HEADED, NUMBERED, SCHEDULED = "FTX+AAB+++30 days net'", "REF*Q1*20031234~", "<WMENG>200.000</WMENG>"
NOTED = "<cbc:DocumentCurrencyCode>EUR"
TERM = '<PaymentTerm payInNumberOfDays="30"/>'


def edifact(old: str, more: str) -> str:
    return instead(EDIFACT, old, f"{old}\n{more}")


def x12(old: str, more: str) -> str:
    return instead(X12, old, f"{old}\n{more}")


def idoc(segment: str) -> str:
    return put(IDOC, '<E1EDP20 SEGMENT="1">' + SCHEDULED, segment)


def ubl(note: str) -> str:
    return put(UBL, NOTED, f"<cbc:Note>{note}</cbc:Note>")


def cxml(more: str) -> str:
    return instead(CXML, TERM, TERM + more)


def extrinsic(name: str, value: str) -> str:
    return cxml(f'<Extrinsic name="{name}">{value}</Extrinsic>')


OPEN = [
    (edifact(PRICED, "CUX+2:USD:9'"), "currency"),
    (edifact(PRICED, "PAT+1++5:3:D:60'"), "payment_terms"),
    (edifact(PRICED, "FTX+AAB+++60 days net'"), "payment_terms"),
    (edifact(PRICED, "TOD+6++DAP'\nLOC+1+:::Bremen'"), "incoterms"),
    (instead(EDIFACT, "TOD+6++FCA'", "TOD+6++FCA:::DAP Bremen'"), "incoterms"),
    (edifact(HEADED, "FTX+AAB+++60 days'"), "payment_terms"),
    (x12(ORDERED, "CUR*BY*USD~"), "currency"),
    (x12(ORDERED, "ITD*01*3*****60~"), "payment_terms"),
    (x12(ORDERED, "FOB*CC*DE*DAP BREMEN~"), "incoterms"),
    (instead(X12, "ITD*01*3*****30~", "ITD*01*2*****30~"), "payment_terms"),
    (instead(X12, "ITD*01*3*****30~", "ITD*01*15*****30~"), "payment_terms"),
    (idoc("<E1EDP26><QUALF>006</QUALF><BETRG>8.20</BETRG></E1EDP26>"), "L2.unit_price"),
    (idoc("<E1EDP26><QUALF>003</QUALF><BETRG>1600.00</BETRG></E1EDP26>"), "L2.unit_price"),
    (idoc("<E1EDP05><KSCHL>EDI1</KSCHL><KRATE>8.20</KRATE></E1EDP05>"), "L2.unit_price"),
    (idoc("<E1EDP17><QUALF>001</QUALF><LKOND>DAP</LKOND></E1EDP17>"), "incoterms"),
    (idoc("<E1EDP18><QUALF>003</QUALF><TAGE>60</TAGE></E1EDP18>"), "payment_terms"),
    (instead(CII, "<ram:RateApplicablePercent>19.00", "<ram:RateApplicablePercent>7.00"), "tax_rate"),
    (extrinsic("Tax rate", "19 %"), "tax_rate"),
    (extrinsic("MwSt", "19 %"), "tax_rate"),
    (cxml('<Tax><Money currency="EUR">1278.70</Money><Description>VAT 19%</Description></Tax>'), "tax_rate"),
    (extrinsic("Delivery date", "2026-04-20"), "delivery_date"),
    (extrinsic("Liefertermin", "20.04.2026"), "delivery_date"),
    (extrinsic("Lead time", "4 weeks"), "lead_time"),
    (extrinsic("Discount", "3%"), "total_amount"),
    (ubl("60 Tage netto"), "payment_terms"),
    (ubl("60天"), "payment_terms"),
    (ubl("This is only a test"), "document_number"),
    (ubl("Testbestellung"), "document_number"),
    (ubl("Treat as cancelled"), "document_number"),
    (ubl("Preis lt. neuem Angebot 8,20"), "L2.unit_price"),
    (ubl("Alternative to line 10"), "L2.quantity"),
    (edifact(HEADED, "FTX+AAI+++Please treat as cancelled'"), "document_number"),
    (x12(NUMBERED, "NTE*DEL*NOT BEFORE 20260601~"), "delivery_date"),
]
SAME = [
    (edifact(PRICED, "CUX+2:EUR:9'"), "currency", "EUR"),
    (edifact(PRICED, "FTX+AAB+++30 days net'"), "payment_terms", "30 days net"),
    (edifact(PRICED, "TOD+6++FCA'\nLOC+1+:::Tianjin'"), "incoterms", "FCA Tianjin"),
    (edifact(HEADED, "FTX+AAB+++2 % discount within 14 days'"), "payment_terms", None),
    (x12(ORDERED, "CUR*BY*EUR~"), "currency", "EUR"),
    (idoc("<E1EDP05><KSCHL>EDI1</KSCHL><KRATE>8.65</KRATE></E1EDP05>"), "L2.unit_price", "865.00"),
    (idoc("<E1EDP17><QUALF>001</QUALF><LKOND>FCA</LKOND></E1EDP17>"), "incoterms", "FCA Tianjin"),
    (CII, "tax_rate", "19"),
    (extrinsic("VAT ID", "DE123456789"), "tax_rate", None),
    (extrinsic("Buyer phone", "0421 123456"), "delivery_date", None),
    (ubl("Please send the certificates with the goods."), "document_number", "PO-2026-118"),
]


@pytest.mark.parametrize(("text", "name"), OPEN)
def test_what_is_stated_otherwise_elsewhere_is_not_sure(text: str, name: str) -> None:
    found = state(read(text), name)
    assert found is not None
    assert not found[1]


@pytest.mark.parametrize(("text", "name", "value"), SAME)
def test_what_agrees_or_tells_of_others_opens_nothing(text: str, name: str, value: str | None) -> None:
    found = state(read(text), name)
    if value is None:
        assert found is None or found[1]
    else:
        assert found == (value, True)
