from collections.abc import Callable

import pytest
from structured_orders import CII, CXML, EDIFACT, IDOC, UBL, X12

from extractors import readers, structured
from extractors.readers.identify import identify
from extractors.structured.documents import readings
from models.page import FileFormat, SourceDocument
from models.reading import Field, Header, Kind, Language, OrderLine, Proof, Reading, Reason, stated


def document(text: str, encoding: str = "utf-8") -> SourceDocument:
    data = text.encode(encoding)
    return readers.read(data, identify(data))


def read(text: str) -> Reading:
    (reading,) = readings(document(text))
    return reading


def values(part: Header | OrderLine) -> dict[str, str | None]:
    return {name: field.value for name, field in stated(part)}


def doubts(reading: Reading) -> list[tuple[str, Reason | None]]:
    parts: list[Header | OrderLine] = [reading.header, *reading.lines]
    return [(name, field.reason) for part in parts for name, field in stated(part) if not field.sure]


def there(field: Field | None) -> Field:
    assert field is not None
    return field


HEADER = {
    "document_number": "PO-2026-118",
    "document_date": "2026-03-05",
    "quotation_number": "20031234",
    "customer": "Haven Pumps GmbH",
    "currency": "EUR",
    "payment_terms": "30 days net",
}
FIRST = {
    "line_number": "10",
    "part_number": "10044021",
    "customer_part_number": "HC-771",
    "quantity": "4",
    "unit_price": "1250.00",
}
SECOND = {
    "line_number": "20",
    "part_number": "10044022",
    "customer_part_number": "HC-772",
    "description": "Shaft sleeve",
    "quantity": "200",
    "unit_price": "865.00",
    "price_per": "100",
}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (CII, FileFormat.XML),
        (UBL, FileFormat.XML),
        (CXML, FileFormat.XML),
        (EDIFACT, FileFormat.EDI),
        (X12, FileFormat.EDI),
    ],
    ids=["cii", "ubl", "cxml", "edifact", "x12"],
)
def test_the_same_order_is_read_from_every_format(text: str, form: FileFormat) -> None:
    assert document(text).format is form
    reading = read(text)
    assert (reading.kind, reading.language) == (Kind.PURCHASE_ORDER, Language.ENGLISH)
    assert HEADER.items() <= values(reading.header).items()
    first, second = map(values, reading.lines)
    prices = {"unit_price": "1250", "description": "Mechanical seal: 45 mm"} if text is EDIFACT else {}
    assert (FIRST | prices).items() <= first.items()
    assert (SECOND | ({"unit_price": "865"} if text is EDIFACT else {})).items() <= second.items()
    assert doubts(reading) == []
    assert reading.problems == ()


def test_order_x_states_terms_place_total_and_drawing() -> None:
    reading = read(CII)
    assert (
        values(reading.header).items()
        >= {
            "total_amount": "8008.70",
            "tax_rate": "19",
            "tax_included": "false",
            "incoterms": "FCA Tianjin",
            "delivery_place": "Haven Pumps, Works 2, Am Deich 4, 28199, Bremen, DE",
        }.items()
    )
    assert (
        values(reading.lines[0]).items()
        >= {
            "drawing_number": "SD-4471-B",
            "unit": "C62",
            "amount": "5000.00",
            "delivery_date": "2026-05-20",
        }.items()
    )
    assert reading.lines[1].delivery_date is None


def test_evidence_names_the_place_in_the_file_and_keeps_the_text() -> None:
    price = there(read(CII).lines[1].unit_price)
    assert price.evidence.text == "865.00"
    assert price.evidence.where is not None
    assert price.evidence.where.endswith(
        "/IncludedSupplyChainTradeLineItem[2]/SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount"
    )
    assert price.evidence.page is None
    assert price.proof == (Proof.STRUCTURE, Proof.ARITHMETIC)


@pytest.mark.parametrize("text", [CII, UBL, CXML, IDOC, EDIFACT, X12])
def test_every_evidence_stands_on_the_page_that_people_see(text: str) -> None:
    shown = document(text)
    on_page = {each.where for page in shown.pages for each in page.words}
    reading = read(text)
    parts: list[Header | OrderLine] = [reading.header, *reading.lines]
    assert {field.evidence.where for part in parts for _, field in stated(part)} <= on_page


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("230", Kind.CHANGE_ORDER),
        ("231", Kind.OTHER),
        ("220", Kind.PURCHASE_ORDER),
        ("221", Kind.FRAMEWORK_AGREEMENT),
    ],
)
def test_the_type_code_of_order_x_decides_the_kind(code: str, kind: Kind) -> None:
    assert read(CII.replace("<ram:TypeCode>220", f"<ram:TypeCode>{code}")).kind is kind


def test_a_cross_industry_invoice_is_an_invoice() -> None:
    text = CII.replace("SCRDMCCBDACIOMessageStructure", "CrossIndustryInvoice").replace(
        "RequestedQ", "BilledQ"
    )
    reading = read(text.replace("<ram:TypeCode>220", "<ram:TypeCode>380"))
    assert reading.kind is Kind.INVOICE
    assert values(reading.lines[0])["quantity"] == "4"


@pytest.mark.parametrize(
    ("root", "kind"),
    [
        ("OrderChange", Kind.CHANGE_ORDER),
        ("OrderResponse", Kind.OTHER),
        ("Invoice", Kind.INVOICE),
        ("Quotation", Kind.QUOTATION),
    ],
)
def test_the_root_of_ubl_decides_the_kind(root: str, kind: Kind) -> None:
    text = (
        UBL.replace("<Order ", f"<{root} ").replace("</Order>", f"</{root}>").replace("Order-2", f"{root}-2")
    )
    assert read(text).kind is kind


def test_a_delivery_window_begins_with_its_first_day() -> None:
    date = there(read(UBL).header.delivery_date)
    assert (date.value, [each.value for each in date.candidates]) == ("2026-05-18", ["2026-05-22"])


@pytest.mark.parametrize(("change", "kind"), [("update", Kind.CHANGE_ORDER), ("delete", Kind.CHANGE_ORDER)])
def test_cxml_that_updates_or_deletes_is_a_change(change: str, kind: Kind) -> None:
    reading = read(CXML.replace('type="new"', f'type="{change}"'))
    assert reading.kind is kind
    withdrawn = [each.code for each in reading.problems]
    assert (withdrawn, len(reading.lines)) == ((["order_withdrawn"], 0) if change == "delete" else ([], 2))


def test_the_biller_of_cxml_is_not_surely_who_orders() -> None:
    text = CXML.replace(
        '<BillTo><Address><Name xml:lang="en">Haven Pumps', "<BillTo><Address><Name>Haven Shared Services"
    )
    customer = there(read(text).header.customer)
    assert (customer.value, customer.sure, customer.reason) == (
        "Haven Shared Services GmbH",
        False,
        Reason.ROLE,
    )


def test_an_idoc_is_read_with_its_price_unit() -> None:
    reading = read(IDOC)
    assert reading.kind is Kind.PURCHASE_ORDER
    assert values(reading.header) == {
        "document_number": "4500099001",
        "document_date": "2026-03-05",
        "quotation_number": "20031234",
        "customer": "Haven Pumps GmbH",
        "currency": "EUR",
        "total_amount": "6730.00",
        "tax_included": "false",
        "delivery_date": "2026-05-20",
        "delivery_place": "Haven Pumps GmbH, Am Deich 4, Bremen",
        "payment_terms": "Z030",
        "incoterms": "FCA Tianjin",
    }
    assert values(reading.lines[1]) == SECOND | {
        "line_number": "00020",
        "quantity": "200.000",
        "unit": "PCE",
        "amount": "1730.00",
        "delivery_date": "2026-05-20",
    }
    assert Proof.TOTAL in there(reading.header.total_amount).proof


def test_a_split_delivery_goes_to_a_person() -> None:
    date = there(read(IDOC).lines[0].delivery_date)
    assert (date.value, date.sure, [each.value for each in date.candidates]) == (
        "2026-05-20",
        False,
        ["2026-06-20"],
    )


def test_a_changed_idoc_leaves_out_the_cancelled_item() -> None:
    text = IDOC.replace("<MESTYP>ORDERS<", "<MESTYP>ORDCHG<")
    changed = text.replace("<POSEX>00010</POSEX><ACTION>001", "<POSEX>00010</POSEX><ACTION>003")
    reading = read(changed.replace("<SUMME>6730.00", "<SUMME>1730.00"))
    assert reading.kind is Kind.CHANGE_ORDER
    assert [values(line)["line_number"] for line in reading.lines] == ["00020"]
    assert reading.problems == ()


def test_a_file_may_hold_several_idocs() -> None:
    one = IDOC[IDOC.index("<IDOC") : IDOC.index("</ORDERS05>")]
    both = IDOC.replace(one, one + one.replace("4500099001", "4500099002"))
    numbers = [there(each.header.document_number).value for each in readings(document(both))]
    assert numbers == ["4500099001", "4500099002"]


def flat(name: str, *fields: tuple[str, int]) -> str:
    return f"{name:<30}{'100':<33}" + "".join(f"{text:<{width}}" for text, width in fields).rstrip()


def test_a_flat_idoc_is_read_by_its_widths() -> None:
    control = f"{'EDI_DC40':<10}{'100':<29}{'ORDERS05':<30}{'':<30}ORDERS"
    item = [("000010", 6), ("001", 3), ("", 2), ("4.000", 15), ("PCE", 3), ("", 15), ("PCE", 3), ("", 7)]
    text = "\n".join(
        (
            control,
            flat("E2EDK01005", ("", 4), ("EUR", 3), ("", 15), ("Z030", 17), ("", 44), ("4500099001", 35)),
            flat("E2EDK02", ("001", 3), ("4500099001", 35), ("", 6), ("20260305", 8)),
            flat("E2EDKA1003", ("AG", 3), ("1000", 17), ("", 17), ("Haven Pumps GmbH", 35)),
            flat("E2EDP01007", *item, ("1250.00", 15), ("1", 9), ("5000.00", 18)),
            flat("E2EDP20001", ("4.000", 15), ("", 15), ("20260520", 8)),
            flat("E2EDP19001", ("002", 3), ("10044021", 35), ("Mechanical seal", 70)),
            flat("E2EDS01", ("002", 3), ("5000.00", 18)),
        )
    )
    assert document(text).format is FileFormat.EDI
    reading = read(text)
    assert (
        values(reading.header).items() >= {"document_number": "4500099001", "total_amount": "5000.00"}.items()
    )
    assert values(reading.lines[0]) == {
        "line_number": "000010",
        "part_number": "10044021",
        "description": "Mechanical seal",
        "quantity": "4.000",
        "unit": "PCE",
        "unit_price": "1250.00",
        "price_per": "1",
        "amount": "5000.00",
        "delivery_date": "2026-05-20",
    }


def test_edifact_states_tax_terms_and_dates() -> None:
    reading = read(EDIFACT)
    assert (
        values(reading.header).items()
        >= {
            "total_amount": "6730",
            "tax_rate": "19",
            "tax_included": "false",
            "incoterms": "FCA Tianjin",
            "delivery_place": "Haven Pumps GmbH, Am Deich 4, 28199, Bremen, DE",
        }.items()
    )
    # a calendar week ends on its Sunday
    assert [values(line)["delivery_date"] for line in reading.lines] == ["2026-05-20", "2026-05-24"]
    assert there(reading.lines[0].quantity).evidence.where == "segment 16"


def test_edifact_with_service_characters_of_its_own() -> None:
    swapped = str.maketrans({":": "|", "+": "*", "'": "~", "?": "\\"})
    text = "UNA|*,\\ ~" + EDIFACT[9:].translate(swapped).replace("1250", "1250,00")
    reading = read(text)
    assert values(reading.lines[0])["unit_price"] == "1250.00"
    assert values(reading.lines[0])["description"] == "Mechanical seal| 45 mm"
    assert doubts(reading) == []


def test_a_price_of_another_kind_is_not_sure() -> None:
    assert ("unit_price", Reason.ROLE) in doubts(read(EDIFACT.replace("PRI+AAA:1250", "PRI+AAB:1250")))


def test_a_lead_time_in_edifact_is_a_duration() -> None:
    reading = read(EDIFACT.replace("DTM+2:20260520:102", "DTM+2:8:803"))
    assert (reading.lines[0].delivery_date, there(reading.lines[0].lead_time).value) == (None, "P8W")


def test_an_edifact_order_change_leaves_out_deleted_lines() -> None:
    text = (
        EDIFACT.replace("ORDERS:D", "ORDCHG:D")
        .replace("LIN+10+", "LIN+10+2")
        .replace("MOA+79:6730", "MOA+79:1730")
    )
    reading = read(text)
    assert (reading.kind, len(reading.lines), reading.problems) == (Kind.CHANGE_ORDER, 1, ())


def test_an_x12_change_states_the_lines_as_they_become() -> None:
    text = X12.replace("ST*850", "ST*860").replace(
        "BEG*00*SA*PO-2026-118**20260305", "BCH*04*SA*PO-2026-118**1*20260305"
    )
    text = text.replace("PO1*10*4*EA*", "POC*10*QI*4*2*EA*").replace("PO1*20*200*EA*", "POC*20*DI*200**EA*")
    reading = read(text.replace("AMT*TT*6730", "AMT*TT*5000"))
    assert reading.kind is Kind.CHANGE_ORDER
    assert values(reading.lines[0]).items() >= FIRST.items()
    assert (len(reading.lines), reading.problems) == (1, ())


@pytest.mark.parametrize(
    ("change", "doubted"),
    [
        (
            lambda text: text.replace(">1730.00<", ">1703.00<"),
            {"quantity", "unit_price", "price_per", "amount", "total_amount"},
        ),
        (lambda text: text.replace(">6730.00</ram:LineTotal", ">6703.00</ram:LineTotal"), {"total_amount"}),
        (lambda text: text.replace(">8008.70<", ">8080.70<"), {"total_amount"}),
    ],
)
def test_what_its_own_numbers_contradict_is_not_sure(change: Callable[[str], str], doubted: set[str]) -> None:
    reading = read(change(CII))
    assert {name for name, _ in doubts(reading)} == doubted
    assert {reason for _, reason in doubts(reading)} == {Reason.ARITHMETIC}
    assert [each.code for each in reading.problems] == ["total_open"]


def test_announced_lines_that_are_missing_make_the_total_unsure() -> None:
    reading = read(EDIFACT.replace("CNT+2:2", "CNT+2:3"))
    assert doubts(reading) == [("total_amount", Reason.ARITHMETIC)]


def test_a_price_for_another_unit_is_not_sure() -> None:
    text = CII.replace('<ram:BasisQuantity unitCode="C62">', '<ram:BasisQuantity unitCode="KGM">')
    assert doubts(read(text)) == [("unit_price", Reason.AMBIGUOUS_VALUE)]


def test_a_price_beside_a_discount_is_shown_to_a_person() -> None:
    discount = (
        "<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>false</udt:Indicator>"
        "</ram:ChargeIndicator><ram:ActualAmount>500.00</ram:ActualAmount></ram:SpecifiedTradeAllowanceCharge>"
    )
    text = CII.replace(
        "<ram:SpecifiedLineTradeSettlement>", f"<ram:SpecifiedLineTradeSettlement>{discount}", 1
    )
    text = (
        text.replace(">5000.00<", ">4500.00<")
        .replace(">6730.00<", ">6230.00<")
        .replace(">8008.70<", ">7508.70<")
    )
    price = there(read(text).lines[0].unit_price)
    assert (price.value, price.sure, [each.value for each in price.candidates]) == (
        "1250.00",
        False,
        ["1125"],
    )


@pytest.mark.parametrize("written", ["1.250,00", "1 250", "1e3", "", "-", "12..5"])
def test_a_number_that_the_format_does_not_allow_is_not_read(written: str) -> None:
    price = read(CII.replace(">1250.00<", f">{written}<")).lines[0].unit_price
    assert price is None or (price.value is None and not price.sure)


@pytest.mark.parametrize("written", ["20261305", "20260230", "2026035", "soon"])
def test_a_date_that_is_none_is_not_read(written: str) -> None:
    date = there(read(CII.replace(">20260305<", f">{written}<")).header.document_date)
    assert (date.value, date.reason) == (None, Reason.NOT_PARSED)


def test_two_tax_rates_are_not_one() -> None:
    rate = there(read(UBL.replace("<cbc:Percent>19", "<cbc:Percent>7", 1)).header.tax_rate)
    assert (rate.value, rate.sure, rate.candidates[0].value) == ("7", False, "19")


def test_chinese_orders_are_chinese() -> None:
    text = CII.replace("Haven Pumps GmbH", "海城泵业有限公司").replace("Mechanical seal 45 mm", "机械密封")
    assert read(
        text.replace("Shaft sleeve", "轴套").replace("Haven Pumps, Works 2", "海城厂区")
    ).language in {
        Language.CHINESE,
        Language.MIXED,
    }


def test_all_formats_have_the_same_two_functions() -> None:
    assert all(callable(each.recognise) and callable(each.read) for each in structured.FORMATS)
