"""What remarks and sentences say of an order beside its labels is neither lost nor overruled in silence."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Field, Header

HEAD = """PURCHASE ORDER
Order No.: PO-88412            Date: 12 March 2026
Buyer: Nordkai Pumps Ltd, Kaiweg 4, 20457 Hamburg
Supplier: Delta Seals GmbH
Currency: EUR
"""
ROWS = [
    ["Pos", "Your Part No.", "Description", "Qty", "Unit", "Unit price", "Amount"],
    ["10", "SB-4471-02", "Shaft sleeve", "4", "pcs", "325.00", "1,300.00"],
    ["20", "SB-4471-09", "Wear ring", "2", "pcs", "150.00", "300.00"],
]
TOTAL = "Total 1,600.00\n"


def header(below: str, head: str = HEAD, total: str = TOTAL) -> Header:
    return assemble(form(head, ROWS, total + below)).header


def is_open(field: Field | None) -> bool:
    return field is not None and not field.sure


def is_sure(field: Field | None, value: str) -> bool:
    return field is not None and field.sure and field.value == value


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("The invoice falls due sixty days after receipt.", "payment_terms"),
        ("Full prepayment against proforma invoice.", "payment_terms"),
        ("Wir zahlen innerhalb von 14 Tagen mit 2 % Skonto oder 30 Tage netto.", "payment_terms"),
        ("先开票后付款。", "payment_terms"),
        ("预付三成，余款提货前付清。", "payment_terms"),
        ("本批货款以六个月银行承兑汇票结算。", "payment_terms"),
        ("We need the goods on site before the shutdown starts on 4 May.", "delivery_date"),
        ("Please ship immediately.", "delivery_date"),
        ("Wir benötigen die Teile in KW 21.", "delivery_date"),
        ("Bitte liefern Sie bis spätestens 20. Mai 2026.", "delivery_date"),
        ("此单加急，请尽快安排发货。", "delivery_date"),
        ("最迟5月20号到。", "delivery_date"),
        ("The goods will be collected from your works by our forwarder.", "delivery_place"),
        ("货物由我司自提。", "delivery_place"),
        ("Die Ware wird von unserer Spedition bei Ihnen abgeholt.", "delivery_place"),
        ("Preisstellung: ab Werk", "incoterms"),
        ("Delivery terms: C&F Durban", "incoterms"),
        ("上述价格为离岸价。", "incoterms"),
        ("Prices as per 20031177.", "quotation_number"),
        ("价格按BJ-260331执行。", "quotation_number"),
    ],
)
def test_what_a_sentence_tells_in_words_is_not_absent(text: str, field: str) -> None:
    assert is_open(getattr(header(text), field))


@pytest.mark.parametrize(
    "text",
    [
        "Please confirm this order by 20 May.",
        "Late deliveries are charged with 1 % of the price a week.",
        "Certificates are to be sent with the goods.",
        "All parts are to be packed in wooden boxes.",
        "请在收到订单后两日内确认。",
        "All prices are free house.",
    ],
)
def test_what_is_said_of_something_else_leaves_nothing_open(text: str) -> None:
    found = header(text)
    assert found.payment_terms is None
    assert found.delivery_date is None
    assert found.delivery_place is None
    assert found.incoterms is None


@pytest.mark.parametrize(
    "place",
    [
        "will be advised later",
        "per separate notice",
        "8 weeks",
        "By courier",
        "Mr. Lars Holm",
        "various",
        "siehe Pos.",
        "Kaiweg 4, 20457 Hamburg (item 10) / Havnegade 12, 5330 Munkebo (item 20)",
        "not Kaiweg 4 but Industriestrasse 9, 21079 Hamburg",
    ],
)
def test_what_is_no_single_place_is_not_sure(place: str) -> None:
    assert is_open(header(f"Ship to: {place}").delivery_place)


@pytest.mark.parametrize("place", ["Industriestrasse 9, 21079 Hamburg", "Gate 3", "Nordkai Pumps Ltd"])
def test_a_place_is(place: str) -> None:
    assert is_sure(header(f"Ship to: {place}").delivery_place, place)


def test_a_chinese_place_is_sure_and_a_carrier_or_a_notice_is_none() -> None:
    assert is_sure(header("交货地点：江苏省南通市永兴路18号").delivery_place, "江苏省南通市永兴路18号")
    for text in ("快递", "以采购员通知为准", "第1项送南通，第2项送扬州", "张工 13800001111"):
        assert is_open(header(f"交货地点：{text}").delivery_place)


@pytest.mark.parametrize(
    ("label", "remark", "field"),
    [
        ("Lead time: 8 weeks", "Lead time counts from drawing approval.", "lead_time"),
        ("交货期：30天", "以上天数均为工作日。", "lead_time"),
        (
            "Delivery date: 20 May 2026",
            "Pos 20 to be delivered not before 1 September 2026.",
            "delivery_date",
        ),
        ("交货期：2026年5月20日", "第2项可延至6月10日交货。", "delivery_date"),
        ("Delivery date: 20 May 2026", "Delivery date confirmed: 27 May 2026", "delivery_date"),
        ("Ship to: Kaiweg 4, 20457 Hamburg", "Note that our warehouse has moved to Lund.", "delivery_place"),
        ("交货地点：江苏省南通市永兴路18号", "第2项直送扬州市江都区文昌路9号。", "delivery_place"),
        (
            "Payment terms: 30 days net",
            "As agreed, payment for this order is 50 % in advance, 50 % before shipment.",
            "payment_terms",
        ),
        ("付款方式：月结60天", "本次付款调整为款到发货。", "payment_terms"),
        ("", "We will pay in US dollars.", "currency"),
        ("", "Invoice currency: USD", "currency"),
        ("", "本合同以美元结算。", "currency"),
    ],
)
def test_a_remark_that_says_otherwise_leaves_a_label_unsure(label: str, remark: str, field: str) -> None:
    assert is_open(getattr(header(f"{label}\n{remark}"), field))


def test_a_remark_that_says_the_same_leaves_the_label_sure() -> None:
    found = header(
        "Delivery date: 20 May 2026\nPayment terms: 30 days net\nShip to: Kaiweg 4, 20457 Hamburg\n"
        "Delivery date confirmed: 20 May 2026\nWe will pay in EUR.\nItem 20 with certificate, please."
    )
    assert is_sure(found.delivery_date, "2026-05-20")
    assert is_sure(found.payment_terms, "30 days net")
    assert is_sure(found.delivery_place, "Kaiweg 4, 20457 Hamburg")
    assert is_sure(found.currency, "EUR")


@pytest.mark.parametrize(
    "text",
    [
        "Freight 85.00",
        "Packing 25.00\nFreight 85.00",
        "Discount: 80.00",
        "Discount 5 %",
        "5 % project discount",
        "abzüglich 3 % Rahmenrabatt",
        "Fracht zuzüglich Verpackung 85,00",
        "另收运费200元。",
    ],
)
def test_a_charge_or_a_reduction_below_a_total_leaves_it_open(text: str) -> None:
    assert is_open(header(text).total_amount)


def test_a_total_that_holds_its_charges_is_sure() -> None:
    found = header("", total="Subtotal 1,600.00\nFreight 85.00\nTotal 1,685.00\n")
    assert is_sure(found.total_amount, "1685.00")
    assert is_sure(header("2 % discount for payment within 14 days").total_amount, "1600.00")


@pytest.mark.parametrize(
    "text", ["Offer: 3 March 2026", "Your quotation of 3 March 2026", "Quote: 12 Mar 2026"]
)
def test_a_day_in_words_is_no_number_of_an_offer(text: str) -> None:
    found = header(text).quotation_number
    assert found is None or (found.value is None and not found.sure)


@pytest.mark.parametrize(
    "text",
    [
        "Quotation no.: AN-26-0331, AN-26-0340",
        "Quotation no.: AN-26-0331 / AN-26-0340",
        "Quotation no.: 20031177 (item 10), 20031188 (item 20)",
        "Item 20 as per your quotation 20031177.",
        "第2项按贵司报价单20031177执行。",
    ],
)
def test_the_number_of_one_of_several_offers_is_not_sure(text: str) -> None:
    assert is_open(header(text).quotation_number)


def test_the_number_of_the_only_offer_is_sure() -> None:
    for text in ("Quotation no.: AN-26-0331 dated 3 March 2026", "According to your offer AN-26-0331."):
        assert is_sure(header(text).quotation_number, "AN-26-0331")


@pytest.mark.parametrize(
    "parties",
    [
        "Nordkai Pumpen GmbH\nCustomer: Hansa Raffinerie AG",
        "Nordkai Pumpen GmbH\nAuftraggeber: Hansa Raffinerie AG",
        "Buyer: Nordkai Pumpen GmbH on behalf of Hansa Raffinerie AG",
        "Buyer: Nordkai Pumpen GmbH c/o Hansa Procurement GmbH",
    ],
)
def test_who_orders_for_somebody_else_is_for_a_person_to_say(parties: str) -> None:
    head = f"PURCHASE ORDER\n{parties}\nOrder No.: PO-88412\nDate: 12 March 2026\nSupplier: Delta Seals GmbH"
    assert is_open(header("", head).customer)


@pytest.mark.parametrize(
    "parties", ["Nordkai Pumpen GmbH\nCustomer: Nordkai Pumpen GmbH", "Customer: Nordkai Pumpen GmbH"]
)
def test_the_customer_that_writes_the_order_is_its_buyer(parties: str) -> None:
    head = f"PURCHASE ORDER\n{parties}\nOrder No.: PO-88412\nDate: 12 March 2026\nSupplier: Delta Seals GmbH"
    assert is_sure(header("", head).customer, "Nordkai Pumpen GmbH")


@pytest.mark.parametrize(
    ("text", "included"),
    [
        ("Prices exclusive of VAT.", "false"),
        ("Prices: exclusive of VAT", "false"),
        ("Prices net, excl. VAT", "false"),
        ("Price excl. VAT", "false"),
        ("All prices include taxes.", "true"),
    ],
)
def test_a_note_on_the_prices_is_no_heading_of_columns(text: str, included: str) -> None:
    assert is_sure(header(text).tax_included, included)


@pytest.mark.parametrize("term", ["DAP Hamburg except item 20", "DAP (freight to be invoiced)"])
def test_what_is_said_behind_a_trade_term_is_no_place(term: str) -> None:
    assert is_open(header(f"Delivery terms: {term}").incoterms)


def test_a_day_below_what_the_seller_confirms_by_is_not_the_orders() -> None:
    head = "PURCHASE ORDER\nOrder No.: PO-88412\nBuyer: Nordkai Pumps Ltd\nSupplier: Delta Seals GmbH\n{}"
    found = header("Confirmed by supplier\nDate: 14 March 2026", head.format("Currency: EUR"))
    assert is_open(found.document_date)
    found = header("Confirmed by supplier\nDate:", head.format("Date: 12 March 2026"))
    assert is_sure(found.document_date, "2026-03-12")
