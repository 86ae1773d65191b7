"""Terms of payment that data state in words, in codes or both, and taxes that stand beside each other."""

import pytest
from structured_orders import CII, CXML, EDIFACT, IDOC, UBL, X12
from structured_reading import instead, put, read, state

FTX, NOTE = "FTX+AAB+++30 days net'", "<cbc:Note>30 days net</cbc:Note>"
TERM, K17 = '<PaymentTerm payInNumberOfDays="30"/>', '<E1EDK17 SEGMENT="1"><QUALF>001'
DESCRIBED, ITD = "<ram:Description>30 days net</ram:Description>", "ITD*01*3*****30"
DISCOUNT = (
    "<ram:ApplicableTradePaymentDiscountTerms>"
    "<ram:BasisPeriodMeasure unitCode='DAY'>14</ram:BasisPeriodMeasure>"
    "<ram:CalculationPercent>2</ram:CalculationPercent></ram:ApplicableTradePaymentDiscountTerms>"
)
DUE = (
    "<ram:DueDateDateTime><udt:DateTimeString format='102'>20260901</udt:DateTimeString>"
    "</ram:DueDateDateTime>"
)


def paid(terms: str) -> str:
    return EDIFACT.replace(FTX, terms)


def extrinsic(words: str) -> str:
    return instead(CXML, TERM, f'{TERM}<Extrinsic name="PaymentTerms">{words}</Extrinsic>')


def idoc(*terms: str, named: str = "") -> str:
    text = put(IDOC, K17, "".join(f"<E1EDK18>{each}</E1EDK18>" for each in terms))
    return instead(text, "<ZTERM>Z030</ZTERM>", f"<ZTERM>Z030</ZTERM><ZTERM_BEZ>{named}</ZTERM_BEZ>")


DAYS_30 = "<QUALF>003</QUALF><TAGE>30</TAGE>"


@pytest.mark.parametrize(
    "text",
    [
        paid("PAT+1++5:6:D:30'"),
        paid("PAT+1++12:3:D:30'"),
        *(paid(f"PAT+{code}++5:3:D:30'") for code in "2 3 6 9 20 21 22".split()),
        paid("PAT+1++5:3:M:2'"),
        paid("PAT+1++5:3:D:14'\nPCD+12:2'"),
        paid("PAT+1++5:3:D:30'\nPAT+20++5:3:D:60'"),
        paid("PAT+1+6:::60 days end of month+5:3:D:30'"),
        paid("PAT+1+6:::30 days end of month+5:3:D:30'"),
        paid("FTX+AAB+++30 days net'\nPAT+1++5:3:D:60'"),
        paid("FTX+AAB+++30 days after delivery'\nPAT+1++5:3:D:30'"),
        paid("FTX+AAB+++30 days net'\nPAT+1++5:3:D:30'\nPCD+12:2'"),
        paid("FTX+AAB+1+30D:1:92'"),
        *(
            instead(UBL, NOTE, NOTE + more)
            for more in (
                "<cbc:SettlementDiscountPercent>3</cbc:SettlementDiscountPercent>",
                "<cbc:PaymentDueDate>2026-09-01</cbc:PaymentDueDate>",
                "<cac:SettlementPeriod><cbc:DurationMeasure>60</cbc:DurationMeasure></cac:SettlementPeriod>",
            )
        ),
        *map(
            extrinsic, ("60 days end of month", "30 days end of month", "30 days after delivery", "advance")
        ),
        idoc(DAYS_30, named="60 days end of month"),
        idoc(DAYS_30, named="30 days end of month"),
        idoc(DAYS_30 + "<PRZNT>2.000</PRZNT>"),
        *(instead(CII, DESCRIBED, more) for more in (DISCOUNT, DUE)),
        *(instead(CII, DESCRIBED, DESCRIBED + more) for more in (DISCOUNT, DUE)),
        X12.replace(ITD, "ITD*01*3*2**10**30*****NET 60"),
    ],
)
def test_terms_are_not_sure_where_more_than_days_net_is_stated(text: str) -> None:
    found = state(read(text), "payment_terms")
    assert found is not None
    assert not found[1]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (EDIFACT, "30 days net"),
        (paid("PAT+1++5:3:D:30'"), "30 days net"),
        (paid("PAT+1++:::30'").replace(":::30'", "5::D:30'"), "30 days net"),
        (paid("PAT+1+6:::30 days net'"), "30 days net"),
        (paid("PAT+1+6:::30 days net+5:3:D:30'"), "30 days net"),
        (paid("FTX+AAB+++Payment within 30 days net'\nPAT+1++5:3:D:30'"), "30 days net"),
        (paid("FTX+AAB+++14 days 2 %, 30 days net'\nPAT+22++5:3:D:14'\nPCD+12:2'\nPAT+1++5:3:D:30'"), None),
        (extrinsic("30 days net"), "30 days net"),
        (extrinsic("Net 30 days from date of invoice"), "30 days net"),
        (extrinsic("30 Tage netto"), "30 days net"),
        (extrinsic("发票后30天付款"), "30 days net"),
        (idoc(DAYS_30), "30 days net"),
        (idoc(DAYS_30, named="Zahlbar innerhalb 30 Tagen ohne Abzug"), "30 days net"),
        (idoc(DAYS_30 + "<PRZNT>0.000</PRZNT>"), "30 days net"),
        (CII, "30 days net"),
        (
            CII.replace(DESCRIBED, "<ram:Description>14 days 2 %, 30 days net</ram:Description>" + DISCOUNT),
            "14 days 2 %, 30 days net",
        ),
        (UBL, "30 days net"),
        (instead(UBL, NOTE, "<cbc:ID>Z030</cbc:ID>" + NOTE), "30 days net"),
        (X12.replace(ITD, "ITD*01*3*2**10**30*****2% 10 NET 30"), "2% 10 NET 30"),
    ],
)
def test_terms_that_say_the_same_in_words_and_codes_are_sure(text: str, terms: str | None) -> None:
    found = state(read(text), "payment_terms")
    assert found is not None
    assert found[1]
    assert terms is None or found[0] == terms


RATE = "<ram:RateApplicablePercent>{}</ram:RateApplicablePercent></ram:ApplicableTradeTax>"
GST = "<ram:ApplicableTradeTax><ram:TypeCode>GST</ram:TypeCode>" + RATE.format("9")
VAT = "<ram:ApplicableTradeTax>" + RATE.format("19.00")
C1 = "<E1EDK04><MWSKZ>C1</MWSKZ><MSATZ>9.000</MSATZ></E1EDK04>"
CATEGORY = "<cac:ClassifiedTaxCategory><cbc:Percent>19</cbc:Percent></cac:ClassifiedTaxCategory>"
DETAIL = '<TaxDetail category="gst" percentageRate="9"{}/>'


def taxed(*details: str) -> str:
    return put(CXML, "<PaymentTerm ", f"<Tax>{''.join(details)}</Tax>")


@pytest.mark.parametrize(
    "text",
    [
        put(IDOC, "<E1EDKA1", C1 * 2),
        put(IDOC, "<E1EDKA1", C1 + C1.replace("C1", "S1")),
        taxed(DETAIL.format(""), DETAIL.format("")),
        instead(CII, VAT, GST * 2),
        UBL.replace(CATEGORY, CATEGORY * 2),
        instead(EDIFACT, "TAX+7+VAT+++:::19'", "TAX+7+GST+++:::9'\nTAX+7+GST+++:::9'"),
        X12.replace("\nPID*", "\nTXI*ST**4~\nTXI*ST**4~\nPID*"),
    ],
)
def test_two_taxes_of_one_name_add_up_and_are_not_sure(text: str) -> None:
    found = state(read(text), "tax_rate")
    assert found is not None
    assert not found[1]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        (put(IDOC, "<E1EDKA1", C1), "9"),
        (taxed(DETAIL.format("")), "9"),
        (taxed(DETAIL.format(""), DETAIL.format(' purpose="shippingTax"')), "9"),
        (put(EDIFACT, "MOA+79", "TAX+7+VAT+++:::19'\n"), "19"),
        (X12.replace("\nPID*", "\nTXI*ST**8.25~\nPID*"), "8.25"),
        (CII, "19"),
        (UBL, "19"),
    ],
)
def test_one_tax_that_stands_in_several_places_is_sure(text: str, rate: str) -> None:
    assert state(read(text), "tax_rate") == (rate, True)


BARE = EDIFACT.replace("MOA+203:5000'\n", "").replace("MOA+203:1730'\n", "").replace("MOA+79:6730'\n", "")
COMMA = BARE.replace("UNA:+.?", "UNA:+,?")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (BARE.replace("QTY+21:4:", "QTY+21:1,000:"), "L1.quantity", None),
        (BARE.replace("PRI+AAA:1250'", "PRI+AAA:1,250'"), "L1.unit_price", None),
        (BARE.replace("UNA:+.? '\n", "").replace("PRI+AAA:1250'", "PRI+AAA:1,250'"), "L1.unit_price", None),
        (COMMA.replace("PRI+AAA:1250'", "PRI+AAA:1.250'"), "L1.unit_price", None),
        (BARE.replace("PRI+AAA:1250'", "PRI+AAA:1,25'"), "L1.unit_price", "1.25"),
        (BARE.replace("PRI+AAA:1250'", "PRI+AAA:0,125'"), "L1.unit_price", "0.125"),
        (BARE.replace("PRI+AAA:1250'", "PRI+AAA:1.250'"), "L1.unit_price", "1.250"),
        (COMMA.replace("PRI+AAA:1250'", "PRI+AAA:1,250'"), "L1.unit_price", "1.250"),
        (COMMA.replace("PRI+AAA:1250'", "PRI+AAA:1250.00'"), "L1.unit_price", "1250.00"),
    ],
)
def test_a_sign_that_may_mark_thousands_is_not_surely_decimal(
    text: str, name: str, value: str | None
) -> None:
    found = state(read(text), name)
    assert found is not None
    assert found == (value, True) if value else not found[1]
