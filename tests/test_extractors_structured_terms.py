"""Terms of data that are more than days net, days that are near to delivery, and texts that people typed."""

import pytest
from structured_orders import CII, CXML, EDIFACT, IDOC, UBL, X12
from structured_reading import instead, put, read, state

REMARK = '<Extrinsic name="{}">Please cancel line 20</Extrinsic>'
WRAPPED = (
    "<E1EDKT1><E1EDKT2><TDLINE>Please note that position 20 of this order is no</TDLINE></E1EDKT2>"
    "<E1EDKT2><TDLINE>longer needed and that you should not deliver it.</TDLINE></E1EDKT2></E1EDKT1>"
)
NO_QUOTATION = UBL.replace(
    "<cac:QuotationDocumentReference><cbc:ID>20031234</cbc:ID></cac:QuotationDocumentReference>", ""
)
TERM = '<PaymentTerm payInNumberOfDays="30"/>'
TERM_60 = '<PaymentTerm payInNumberOfDays="60"/>'
WORDED = '<Extrinsic name="PaymentTerms">{}</Extrinsic>'
DISCOUNT = (
    "<E1EDK18><QUALF>002</QUALF><TAGE>14</TAGE><PRZNT>2</PRZNT></E1EDK18>"
    "<E1EDK18><QUALF>003</QUALF><TAGE>30</TAGE></E1EDK18>"
)
NOTE, DUE = "<cbc:Note>30 days net</cbc:Note>", "<cbc:PaymentDueDate>2026-07-20</cbc:PaymentDueDate>"
DETAIL = "SD-4471-B</Extrinsic></ItemDetail>"
LATER = '<ScheduleLine quantity="4" requestedDeliveryDate="2026-07-20"/>'
SLEEVE, NAMED = "<cbc:Name>Shaft sleeve", "<ram:Name>Shaft sleeve</ram:Name>"
FCA = "<cbc:ID>FCA</cbc:ID><cac:DeliveryLocation><cbc:ID>Tianjin</cbc:ID></cac:DeliveryLocation>"
THANKS = '<Extrinsic name="Remarks">Thank you.</Extrinsic>'
ASKED = (
    "<E1EDKT1><E1EDKT2><TDLINE>Please state our</TDLINE></E1EDKT2>"
    "<E1EDKT2><TDLINE>order number.</TDLINE></E1EDKT2></E1EDKT1>"
)
OFFERS = ("According to your quotation 20031234", "Ihr Angebot Nr. 20031234", "按贵司报价单20031234")
REMARKS = ("Remarks", "Comment", "备注", "Bemerkung")
X12_TERMS = "02 03 04 06 09 10 17 ZZ".split()
NET = "ITD*01*3*****30"
NOTED = "<cbc:DocumentCurrencyCode>"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *((X12.replace("ITD*01*3", f"ITD*{each}*3"), "payment_terms") for each in X12_TERMS),
        (X12.replace(NET, "ITD*09*3*****30******10"), "payment_terms"),
        (X12.replace(NET, "ITD*01*3*****30~\nITD*01*3*****90"), "payment_terms"),
        (X12.replace(NET, "ITD*01*3****20260630"), "payment_terms"),
        (instead(CXML, TERM, TERM + TERM_60), "payment_terms"),
        (instead(CXML, TERM, WORDED.format("60 days net")), "payment_terms"),
        (put(CXML, "<PaymentTerm ", '<Extrinsic name="incoTerm">DAP</Extrinsic>'), "incoterms"),
        (put(IDOC, "<E1EDK17", DISCOUNT), "payment_terms"),
        (UBL.replace(NOTE, DUE), "payment_terms"),
        *(
            (X12.replace("DTM*002", f"DTM*{each}"), "delivery_date")
            for each in "010 037 038 063 064 106".split()
        ),
        *(
            (EDIFACT.replace("DTM+2:20260520", f"DTM+{each}:20260520"), "L1.delivery_date")
            for each in "10 38 71 72 74".split()
        ),
        (instead(CXML, DETAIL, DETAIL + LATER), "L1.delivery_date"),
        (put(X12, "CTT*2", "N1*ST*Haven Odense~\nN4*Odense**5000*DK~\n"), "delivery_place"),
        *((put(NO_QUOTATION, NOTED, f"<cbc:Note>{each}</cbc:Note>"), "quotation_number") for each in OFFERS),
        *((put(CXML, "<PaymentTerm ", REMARK.format(each)), "L2.quantity") for each in REMARKS),
        (UBL.replace(SLEEVE, "<cbc:Description>CANCELLED</cbc:Description>" + SLEEVE), "L2.quantity"),
        (CII.replace(NAMED, NAMED + "<ram:Description>已取消</ram:Description>"), "L2.quantity"),
        (put(X12, "PO1*10", "N9*L1*NOTES~\nMTX*GEN*LINE 20 IS CANCELLED~\n"), "L2.quantity"),
        (put(X12, "REF*Q1", "REF*ZZ**LINE 20 IS CANCELLED~\n"), "L2.quantity"),
        (put(X12, "CTT*2", "PID*F****CANCELLED DO NOT SHIP~\n"), "L2.quantity"),
        (EDIFACT.replace(":::Shaft sleeve", ":::Shaft sleeve (storniert)"), "L2.quantity"),
        (put(IDOC, "<E1EDS01", WRAPPED), "L2.quantity"),
    ],
)
def test_what_the_data_state_otherwise_or_nearly_is_not_sure(text: str, name: str) -> None:
    found = state(read(text), name)
    assert found is not None
    assert not found[1]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (X12, "payment_terms", "30 days net"),
        (X12.replace("ITD*01", "ITD*05"), "payment_terms", "30 days net"),
        (X12, "delivery_date", "2026-05-20"),
        (CXML, "payment_terms", "30 days net"),
        (put(CXML, "<PaymentTerm ", WORDED.format("30 days net")), "payment_terms", "30 days net"),
        (UBL, "payment_terms", "30 days net"),
        (EDIFACT.replace("RFF+AAG:", "RFF+PR:"), "quotation_number", "20031234"),
        (instead(UBL, FCA, "<cbc:SpecialTerms>DAP Bremen</cbc:SpecialTerms>"), "incoterms", "DAP Bremen"),
        (put(X12, "CTT*2", "PID*F****with O-rings~\n"), "L2.quantity", "200"),
        (put(CXML, "<PaymentTerm ", THANKS), "L2.quantity", "200"),
        (put(IDOC, "<E1EDS01", ASKED), "L2.quantity", "200.000"),
    ],
)
def test_usual_terms_and_texts_are_as_sure_as_ever(text: str, name: str, value: str) -> None:
    assert state(read(text), name) == (value, True)


def test_a_quotation_that_no_text_names_stays_absent() -> None:
    text = put(NO_QUOTATION, NOTED, "<cbc:Note>Please confirm by 2026-03-12.</cbc:Note>")
    assert state(read(text), "quotation_number") is None
