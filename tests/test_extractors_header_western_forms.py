"""What western programs print without a label of its own, or beside a label on two lines."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.fields import payment
from models.reading import Field, Header

HEAD = "PURCHASE ORDER\nOrder No.: PO-118\nOrder date: 2026-03-05\nBuyer: Haven Pumps GmbH\n"
ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["10", "10044021", "Seal", "2", "50.00", "100.00"],
]


def _header(after: str, head: str = HEAD) -> Header:
    return assemble(form(head, ROWS, after)).header


def _value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("All amounts in U.S. Dollars (USD)", "USD"),
        ("All prices are in Canadian Dollars (CAD).", "CAD"),
        ("Montants exprimés en Euros", "EUR"),
        ("Importes expresados en EUR", "EUR"),
        ("As quoted. Currency GBP.", "GBP"),
    ],
)
def test_a_sentence_names_the_currency(sentence: str, code: str) -> None:
    assert _value(_header(f"Total   100.00\n{sentence}").currency) == (code, True)


def test_the_label_of_a_total_says_which_dollar_its_sign_means() -> None:
    rows = [
        [each if at == 0 or n < 4 else f"${each}" for n, each in enumerate(row)]
        for at, row in enumerate(ROWS)
    ]
    header = assemble(form(HEAD, rows, "Total (CAD):   $100.00")).header
    assert _value(header.currency) == ("CAD", True)


def test_a_sign_beside_another_currency_of_the_label_stays_open() -> None:
    rows = [
        [each if at == 0 or n < 4 else f"€{each}" for n, each in enumerate(row)]
        for at, row in enumerate(ROWS)
    ]
    currency = assemble(form(HEAD, rows, "Total (CAD):   €100.00")).header.currency
    assert currency is None or not currency.sure


def test_a_wide_blank_may_part_the_currency_from_the_total() -> None:
    head = "采购订单\n订单号：PO-118\n订单日期：2026-03-05\n采购方：海文泵业有限公司\n"
    rows = [
        ["序号", "物料编码", "名称", "数量", "单价", "金额"],
        ["1", "10044021", "轴套", "2", "50.00", "100.00"],
    ]
    header = assemble(form(head, rows, "总金额：100.00   元（含增值税13%）")).header
    assert _value(header.currency) == ("CNY", True)


@pytest.mark.parametrize(
    "terms",
    [
        "2% 10 Net 30",
        "2/10 net 30",
        "2/10, n/30",
        "3 % 14 Days, Net 60",
        "Within 10 days 3.000 % cash discount, within 30 days Due net",
    ],
)
def test_a_discount_for_paying_early_is_a_part_of_whole_terms(terms: str) -> None:
    assert _value(_header(f"Payment terms: {terms}").payment_terms) == (terms, True)


@pytest.mark.parametrize("terms", ["30% in advance", "2% 10 Net", "50% with order, 2% 10 Net"])
def test_shares_that_make_no_whole_stay_open(terms: str) -> None:
    found = _header(f"Payment terms: {terms}").payment_terms
    assert found is None or not found.sure


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [("票到挂账后60天", "invoice_receipt", 60), ("挂账后45天付款", "invoice_receipt", 45)],
)
def test_days_may_count_from_the_booking_of_an_invoice(text: str, trigger: str, days: int) -> None:
    (one,) = payment.parse(text) or ()
    assert (one.trigger, one.days) == (trigger, days)


def test_shares_and_their_shape_agree() -> None:
    assert payment.parse("预付30%、到货60%、质保10%（3:6:1）") is not None
    assert payment.parse("预付30%、到货60%、质保10%（3:5:2）") is None


def test_the_way_of_paying_is_no_rival_of_the_terms() -> None:
    terms = _header(
        "Mode de règlement : Virement bancaire\nConditions de règlement : 30 jours fin de mois"
    ).payment_terms
    assert _value(terms) == ("30 jours fin de mois", True)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Payment    Within 10 days 3.000 % cash", "Terms      discount, within 30 days Due net"),
        ("Terms of   : Within 10 days 3.000 % cash", "payment    discount, within 30 days Due net"),
    ],
)
def test_caption_and_value_may_both_go_on_in_the_next_line(first: str, second: str) -> None:
    terms = _header(f"{first}\n{second}").payment_terms
    assert _value(terms) == ("Within 10 days 3.000 % cash discount, within 30 days Due net", True)


def test_two_labels_one_above_the_other_stay_two() -> None:
    header = _header("Payment    30 days net\nTerms      EXW Lyon")
    assert _value(header.payment_terms) == ("30 days net", True)


def test_a_column_of_colons_belongs_to_no_value() -> None:
    text = """
PURCHASE ORDER
Order         : PO-118
Order date    : 2026-03-05
Currency      : EUR
"""
    header = assemble(paper(text)).header
    assert header.document_number is not None
    assert header.document_number.value == "PO-118"


def test_a_label_may_begin_behind_the_end_of_a_sentence() -> None:
    header = _header(
        "Delivery instructions\nCall the gate first. Payment: 45 days net after receipt of\ninvoice"
    )
    assert header.payment_terms is not None
    assert header.payment_terms.value is not None
    assert header.payment_terms.value.startswith("45 days net")


ADDRESSED = """
Order PO-118

Changxing Sealing Technology Co., Ltd.                   Haven Marine Engineering plc
66 Mill Road                                             12 Slip Road
Suzhou                                                   Havenby DF1 2BB

Order No.         PO-118
Document Date     15. January 2026

No.          Description         Quantity    Unit Price    Amount
10044021     Seal                       2         50.00    100.00
Total                                                      100.00

Ship-to Address
Haven Marine Engineering plc
Berth 3
Havenby DF1 2BE
"""


def test_the_company_that_gets_the_goods_and_is_named_again_is_the_likely_buyer() -> None:
    customer = assemble(paper(ADDRESSED)).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("Haven Marine Engineering plc", False)


def test_a_consignee_named_once_is_not_taken_for_the_buyer() -> None:
    text = ADDRESSED.replace("Haven Marine Engineering plc\nBerth", "Delta Forwarding Ltd\nBerth")
    customer = assemble(paper(text)).header.customer
    assert customer is None or customer.value != "Delta Forwarding Ltd"


@pytest.mark.parametrize(
    ("line", "number"),
    [("询价/报价单号：20030118", "20030118"), ("RFQ / Quotation No.: 20030118", "20030118")],
)
def test_the_number_of_an_enquiry_or_an_offer_is_likely_the_offers(line: str, number: str) -> None:
    assert _value(_header("", f"{HEAD}{line}\n").quotation_number) == (number, False)


def test_a_label_may_stand_behind_another_ones_colon() -> None:
    assert _value(_header("", f"{HEAD}源单：报价单：20030118\n").quotation_number) == ("20030118", True)


def test_the_number_below_the_title_may_bear_a_bare_reference() -> None:
    text = "Commande fournisseur\nRéf. : CF2603-118\nDate de commande : 11/03/2026\n"
    number = _header("Total HT   100.00", text).document_number
    assert _value(number) == ("CF2603-118", False)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("请将货物发往：屿南市船坞路18号3号门", "屿南市船坞路18号3号门"),
        ("送货地 屿南市船坞路18号3号门", "屿南市船坞路18号3号门"),
    ],
)
def test_goods_are_sent_where_a_request_says(line: str, place: str) -> None:
    found = _header("", f"{HEAD}{line}\n").delivery_place
    assert found is not None
    assert found.value == place


def test_the_place_of_the_business_partner_is_not_where_the_goods_go() -> None:
    place = _header("", f"{HEAD}Partner Location   66 Mill Road, Suzhou, P.R. China\n").delivery_place
    assert place is None or place.value is None


def test_an_address_may_be_set_in_below_its_label() -> None:
    text = (
        f"{HEAD}Ship To:\n    Haven Pumps GmbH\n    Tor 3, Hafenstrasse 8\n    21999 Havenby\nCurrency: EUR\n"
    )
    place = _header("", text).delivery_place
    assert place is not None
    assert place.value == "Haven Pumps GmbH Tor 3, Hafenstrasse 8 21999 Havenby"


def test_a_trade_term_and_its_place_may_stand_on_two_lines_each() -> None:
    assert _value(_header("Delivery   FCA\nterms      Suzhou").incoterms) == ("FCA Suzhou", True)


def test_a_code_in_a_footer_tells_which_dollar_a_sign_likely_is() -> None:
    rows = [
        [each if at == 0 or n < 4 else f"${each}" for n, each in enumerate(row)]
        for at, row in enumerate(ROWS)
    ]
    currency = assemble(
        form(HEAD, rows, "Total   $100.00\nHaven Pumps Pty Ltd - figures AUD")
    ).header.currency
    assert _value(currency) == ("AUD", False)


@pytest.mark.parametrize(
    "said",
    [
        "Do not deliver early. Payment: 60 days net only for orders above EUR 5000.",
        "Payment terms: 30 days net, 60 days only if agreed",
        "Terms: 45 days from date of",
    ],
)
def test_terms_with_a_condition_or_without_an_end_are_open(said: str) -> None:
    terms = _header(f"Total   100.00\n{said}").payment_terms
    assert terms is not None
    assert not terms.sure


def test_a_small_word_in_the_next_line_ends_the_terms() -> None:
    terms = _header("Terms: 45 days from date of\n       invoice").payment_terms
    assert terms is not None
    assert terms.value == "45 days from date of invoice"


@pytest.mark.parametrize(
    ("line", "rate"),
    [("一、税率：□6%   □9%   ☑13%", ("13", True)), ("一、税率：□6%   □9%   □13%", (None, False))],
)
def test_of_options_behind_their_label_the_ticked_one_counts(
    line: str, rate: tuple[str | None, bool]
) -> None:
    assert _value(_header(f"Total   100.00\n{line}").tax_rate) == rate


def test_the_first_letter_of_a_spread_label_may_end_a_sentence() -> None:
    assert _value(_header("Total   100.00\n说明：单价为含税价，税   率：9%。").tax_rate) == ("9", True)


def test_whoever_needs_the_goods_by_a_day_wants_them_delivered() -> None:
    one = _header("Total   100.00\nWe need the goods by 9 May 2026.").delivery_date
    two = _header("Total   100.00\nWe need the goods by 9 May 2026 or by 30 May 2026.").delivery_date
    assert one is not None
    assert one.value == "2026-05-09"
    assert two is not None
    assert not two.sure


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("Commercial ref.", "P-100889"),
        ("Customs ref.", None),
        ("Shipping ref.", None),
        ("Project ref.", None),
    ],
)
def test_a_reference_of_a_strange_kind_is_likely_the_orders_number(label: str, number: str | None) -> None:
    head = f"PURCHASE ORDER\n{label} : P-100889\nOrder date: 2026-03-05\nBuyer: Haven Pumps GmbH\n"
    found = _header("Total   100.00", head).document_number
    assert found is None or (found.value, found.sure) == (number, False)


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("Receive by: 7/24/2026", "2026-06-09"),
        ("Receive by: 24/7/2026", "2026-09-06"),
        ("Katy, TX 77493", "2026-06-09"),
    ],
)
def test_a_day_that_stands_alone_is_written_as_the_others_are(other: str, day: str) -> None:
    head = f"PURCHASE ORDER\nOrder No.: PO-118\nBuyer: Haven Pumps Inc.\n\n6/9/2026\n\n{other}\n"
    assert _value(_header("", head).document_date) == (day, False)


def test_an_agent_beside_buyer_gives_way_to_the_company_at_the_head() -> None:
    head = "GREY HARBOR GENERATING CO.\nPURCHASE ORDER\nOrder No.: PO-118\nBuyer: HOLTMAN\n"
    head += "Vendor: Example Seals Inc.\n"
    assert _value(_header("", head).customer) == ("GREY HARBOR GENERATING CO.", False)


def test_who_receives_the_goods_is_their_place_and_the_plant_is_no_rival() -> None:
    address = "Grauhafen Werke GmbH, Kaistraße 8, 26723 Emden"
    head = f"{HEAD}Warenempfänger: {address}\nWerk: 2010 Grauhafen\n"
    assert _value(_header("", head).delivery_place) == (address, True)


@pytest.mark.parametrize(
    ("mail", "sure"), [("yrsa.halden@haven.example", True), ("office@haven.example", False)]
)
def test_a_buyer_with_a_mail_address_of_its_own_is_a_person(mail: str, *, sure: bool) -> None:
    head = "PURCHASE ORDER\nOrder No.: PO-118\nSupplier: Example Seals Ltd.\nBill to: Haven Pumps GmbH\n"
    head = f"Haven Pumps GmbH\n{head}Buyer: Yrsa Halden\n{mail}\n"
    assert _value(_header("", head).customer) == ("Haven Pumps GmbH", sure)


@pytest.mark.parametrize(
    ("clause", "sure"),
    [
        ("Supplier shall maintain liability insurance of USD 2,000,000 per occurrence.", True),
        ("Price of the goods is USD 2,000 in all.", False),
    ],
)
def test_what_is_insured_may_be_in_another_currency(clause: str, *, sure: bool) -> None:
    head = f"{HEAD}Currency: EUR\nDeliver to: Haven Pumps GmbH, Kai 7, 26723 Emden\n"
    assert _value(_header(clause, head).currency) == ("EUR", sure)


@pytest.mark.parametrize(
    ("clause", "sure"),
    [
        ("Deliveries in excess are returned at Supplier's cost and risk.", True),
        ("Deliver all goods at Supplier's Hall 7, Kai 9.", False),
    ],
)
def test_at_whose_cost_is_no_place(clause: str, *, sure: bool) -> None:
    place = "Haven Pumps GmbH, Kai 7, 26723 Emden"
    assert _value(_header(clause, f"{HEAD}Deliver to: {place}\n").delivery_place) == (place, sure)
