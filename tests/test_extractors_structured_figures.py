"""Quantities, prices, taxes and totals of data that something else in the data speaks against."""

import re

import pytest
from structured_orders import CII, CXML, EDIFACT, IDOC, UBL, X12
from structured_reading import instead, put, read, state

BARE_X12 = X12.replace("AMT*TT*6730.00~\n", "")
BARE_UBL = re.sub(
    r"<cac:AnticipatedMonetaryTotal>.*?</cac:AnticipatedMonetaryTotal>|<cbc:LineExtensionAmount.*?Amount>",
    "",
    UBL,
    flags=re.DOTALL,
)
ALLOWANCE = (
    "<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>"
    '<cbc:Amount currencyID="EUR">500.00</cbc:Amount></cac:AllowanceCharge>'
)
SUMMATION = "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
HEAD_ALLOWANCE = (
    "<ram:SpecifiedTradeAllowanceCharge><ram:ActualAmount>673.00</ram:ActualAmount>"
    "</ram:SpecifiedTradeAllowanceCharge>"
)
MODIFIED = "</Money><Modifications><Modification/></Modifications></Total>"
SCHEDULED = "SCC+1'\nQTY+21:2:PCE'\nSCC+1'\nQTY+21:2:PCE'\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (instead(IDOC, "<WMENG>200.000", "<WMENG>150.000"), "L2.quantity"),
        (
            put(X12, "PID*F****Shaft", "SCH*100*EA***002*20260520~\nSCH*50*EA***002*20260520~\n"),
            "L2.quantity",
        ),
        (put(X12, "PID*F****Shaft", "SDQ*EA*92*0001*100*0002*60~\n"), "L2.quantity"),
        (put(EDIFACT, "UNS+S", "SCC+1'\nQTY+21:150:PCE'\n"), "L2.quantity"),
        (instead(EDIFACT, "QTY+21:4:PCE'\n", SCHEDULED), "L1.quantity"),
        (instead(CXML, 'lineNumber="20">', 'lineNumber="20"><ScheduleLine quantity="5"/>'), "L2.quantity"),
        (put(X12, "PID*F****Shaft", "SAC*A*C310***17300~\n"), "L2.unit_price"),
        (put(BARE_X12, "PID*F****Shaft", "SAC*A*C310***17300~\n"), "L2.unit_price"),
        (put(BARE_X12, "PID*F****Shaft", "CTP*PD*CON*780.00*100*EA~\n"), "L2.unit_price"),
        *(
            (BARE_X12.replace("865.00*HP", f"865.00*{each}"), "L2.unit_price")
            for each in "HF TF NC ES HT FR QS TB 2D LB".split()
        ),
        (instead(EDIFACT, "PRI+AAA:1250'", "PRI+AAA:1250:CA'\nPRI+AAA:1100:CT'"), "L1.unit_price"),
        (put(BARE_UBL, "<cac:Price>", ALLOWANCE), "L1.unit_price"),
        (put(X12, "ITD*01", "SAC*A*C310***67300~\n"), "total_amount"),
        (instead(CXML, "</Money></Total>", MODIFIED), "total_amount"),
        (put(CII, SUMMATION, HEAD_ALLOWANCE), "total_amount"),
        (EDIFACT.replace("MOA+79:6730", "MOA+79:6730:USD"), "currency"),
        (EDIFACT.replace("MOA+203:5000", "MOA+203:5000:USD"), "currency"),
        (
            UBL.replace('<cbc:PayableAmount currencyID="EUR">', '<cbc:PayableAmount currencyID="USD">'),
            "currency",
        ),
        (CII.replace("<ram:GrandTotalAmount>", '<ram:GrandTotalAmount currencyID="USD">'), "currency"),
        (EDIFACT.replace("PIA+5+10044022:SA'", "PIA+5+10044022:SA'\nPIA+5+10044099:SA'"), "L2.part_number"),
        (X12.replace("*VP*10044022*", "*VN*10044022*VP*10055555*"), "L2.part_number"),
    ],
)
def test_a_figure_that_something_else_in_the_data_speaks_against_is_not_sure(text: str, name: str) -> None:
    found = state(read(text), name)
    assert found is not None
    assert not found[1]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (IDOC, "L2.quantity", "200.000"),
        (
            put(X12, "PID*F****Shaft", "SCH*150*EA***002*20260520~\nSCH*50*EA***002*20260520~\n"),
            "L2.quantity",
            "200",
        ),
        (put(EDIFACT, "UNS+S", "SCC+1'\nQTY+21:200:PCE'\n"), "L2.quantity", "200"),
        (BARE_X12, "L2.unit_price", "865.00"),
        *(
            (X12.replace("1250.00**", f"1250.00*{each}*"), "L1.unit_price", "1250.00")
            for each in ("PE", "EA", "CT")
        ),
        (BARE_UBL, "L1.unit_price", "1250.00"),
        (X12, "total_amount", "6730.00"),
        (CXML, "total_amount", "6730.00"),
        (CII, "total_amount", "8008.70"),
        (EDIFACT.replace("MOA+79:6730", "MOA+79:6730:EUR"), "currency", "EUR"),
        (EDIFACT.replace("CUX+2:EUR:9'\n", "").replace("MOA+79:6730", "MOA+79:6730:USD"), "currency", "USD"),
        (EDIFACT.replace("MOA+79:6730'", "MOA+79:6730'\nMOA+39:8008.70'"), "total_amount", "8008.70"),
        (EDIFACT.replace("HC-771:BP'", "HC-771:BP+SD-4471-B:DW'"), "L1.drawing_number", "SD-4471-B"),
        (X12.replace("*VP*10044022*", "*VN*10044022*VP*10044022*"), "L2.part_number", "10044022"),
    ],
)
def test_figures_that_agree_are_as_sure_as_ever(text: str, name: str, value: str) -> None:
    assert state(read(text), name) == (value, True)


@pytest.mark.parametrize(
    "said", ["N/A", "Not Available", "n.a.", "none", "TBD", "unknown", "-", "无", "待定", "000"]
)
def test_what_stands_for_no_part_number_is_none(said: str) -> None:
    text = CXML.replace("<SupplierPartID>10044021<", f"<SupplierPartID>{said}<")
    assert state(read(text), "L1.part_number") == (None, False)


@pytest.mark.parametrize("code", ["10044021", "NA-4471", "TBD-100", "None-7"])
def test_a_part_number_is_one_whatever_it_begins_with(code: str) -> None:
    text = CXML.replace("<SupplierPartID>10044021<", f"<SupplierPartID>{code}<")
    assert state(read(text), "L1.part_number") == (code, True)


def ubl_taxes(*names: str) -> str:
    parts = "".join(
        "<cac:TaxSubtotal><cac:TaxCategory><cbc:Percent>9</cbc:Percent><cac:TaxScheme>"
        f"<cbc:ID>{name}</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal>"
        for name in names
    )
    bare = re.sub(r"<cac:ClassifiedTaxCategory>.*?</cac:ClassifiedTaxCategory>", "", UBL)
    return put(bare, "<cac:AnticipatedMonetaryTotal>", f"<cac:TaxTotal>{parts}</cac:TaxTotal>")


def cxml_taxes(*names: str) -> str:
    parts = "".join(f'<TaxDetail category="{name}" percentageRate="9"/>' for name in names)
    return put(CXML, "<PaymentTerm ", f"<Tax>{parts}</Tax>")


@pytest.mark.parametrize(
    "text",
    [
        ubl_taxes("CGST", "SGST"),
        cxml_taxes("cgst", "sgst"),
        cxml_taxes("gst", "pst"),
        put(
            IDOC,
            "<E1EDKA1",
            "<E1EDK04><MWSKZ>CG</MWSKZ><MSATZ>9</MSATZ></E1EDK04><E1EDK04><MWSKZ>SG</MWSKZ><MSATZ>9</MSATZ></E1EDK04>",
        ),
        put(X12, "ITD*01", "TXI*CG**9~\nTXI*SG**9~\n"),
        put(EDIFACT, "CUX+2", "TAX+7+GST+++:::19'\n"),
        UBL[: UBL.rindex("<cac:ClassifiedTaxCategory>")]
        + "</cac:Item></cac:LineItem></cac:OrderLine></Order>",
        instead(
            CXML,
            "SD-4471-B</Extrinsic></ItemDetail>",
            'SD-4471-B</Extrinsic></ItemDetail><Tax><TaxDetail percentageRate="19"/></Tax>',
        ),
    ],
)
def test_taxes_that_add_up_or_are_of_some_lines_alone_are_no_sure_rate(text: str) -> None:
    found = state(read(text), "tax_rate")
    assert found is not None
    assert not found[1]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        (ubl_taxes("VAT"), "9"),
        (cxml_taxes("vat"), "9"),
        (put(X12, "ITD*01", "TXI*VA**9~\n"), "9"),
        (UBL, "19"),
        (CII, "19"),
        (EDIFACT, "19"),
    ],
)
def test_one_tax_on_all_is_a_sure_rate(text: str, rate: str) -> None:
    assert state(read(text), "tax_rate") == (rate, True)
