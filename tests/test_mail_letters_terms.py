"""Letters that state other terms than the attached order, and those that state the same."""

import pytest
from letter_builders import opened_by

STATED = (
    ("Attached our PO. The correct PO number is PO-77121.", "document_number"),
    ("Attached our PO, please book it under number PO-77125.", "document_number"),
    ("附件订单号应为PO-77121。", "document_number"),
    ("附件訂單編號改為PO-77121。", "document_number"),
    ("Anbei die Bestellung, die Bestellnummer lautet PO-77121.", "document_number"),
    ("Attached our PO. Currency is USD, not EUR as printed.", "currency"),
    ("Attached our PO. Please invoice in USD.", "currency"),
    ("附件订单请按美元结算。", "currency"),
    ("Anbei die Bestellung. Die Preise sind in CHF.", "currency"),
    ("Attached our PO. The buyer is Garran Lead Ltd., not Garran Zinc Ltd.", "customer"),
    ("Attached our PO, placed on behalf of Nordhavn Process A/S.", "customer"),
    ("附件为订单，买方改为江苏海瑞化工装备有限公司。", "customer"),
    ("Anbei die Bestellung. Besteller ist Nordhavn Prozess GmbH.", "customer"),
    ("Attached our PO. Payment will be 100 % in advance.", "payment_terms"),
    ("Attached our PO. As agreed payment by L/C at sight.", "payment_terms"),
    ("附件为订单，付款方式改信用证。", "payment_terms"),
    ("附件为订单，款到发货。", "payment_terms"),
    ("Anbei die Bestellung, Vorkasse wie besprochen.", "payment_terms"),
    ("Order attached. Prices include 19 % VAT.", "tax_rate"),
    ("附件订单请改为含税价。", "tax_included"),
    ("附件为订单，请开13%增值税专用发票。", "tax_rate"),
    ("Die Preise verstehen sich zzgl. 19 % MwSt.", "tax_rate"),
    ("Attached order refers to your offer 20018841.", "quotation_number"),
    ("附件订单按报价单20018841。", "quotation_number"),
    ("Anbei die Bestellung zu Ihrem Angebot Nr. 20018841.", "quotation_number"),
    ("Goods to be delivered to: Garran Zinc Odense, Havnegade 1.", "delivery_place"),
    ("Order attached. Delivery address: Havnegade 1, Odense.", "delivery_place"),
    ("附件为订单，收货地址为天津市津南区。", "delivery_place"),
    ("Bestellung anbei. Lieferadresse: Hafenstraße 1, Bremen.", "delivery_place"),
    ("附件订单的交期请提前两周。", "delivery_date"),
    ("附件訂單請延後一個月交貨。", "delivery_date"),
    ("Order attached. We need it two weeks earlier.", "delivery_date"),
    ("Order attached. Please deliver by end of April.", "delivery_date"),
    ("Please ship item 20 a month later than stated.", "delivery_date.2"),
    ("Please deliver next week.", "delivery_date"),
    ("Anbei die Bestellung. Bitte zwei Wochen früher liefern.", "delivery_date"),
    ("Bitte bis Ende April liefern.", "delivery_date"),
)
SAME = (
    "Our PO number is PO-77120, please quote it.",
    "Please invoice in EUR.",
    "The buyer is Garran Zinc Ltd.",
    "Your buyer is Mr Olsen.",
    "Dear customer, our offer 20017423 was sent, validity 30 days.",
    "您好，报价单20017388已发出，有效期30天，请参考。",
    "The last one, delivered in March, still misses its certificates.",
    "Payment 30 days net as usual. Thank you in advance.",
    "Please deliver in May, not later than the 20th.",
    "Please deliver not later than 2027-05-20.",
    "Please send us the tracking number as soon as you have shipped.",
    "发货前请提前通知我。",
    "请告知本周能否安排。",
    "Unsere Bestellnummer PO-77120 bitte immer angeben.",
    "Bitte im Mai liefern.",
)


@pytest.mark.parametrize(("said", "name"), STATED)
def test_a_letter_that_states_other_terms_opens_them(said: str, name: str) -> None:
    assert name in opened_by(said)


@pytest.mark.parametrize("said", SAME)
def test_a_letter_that_states_the_same_terms_opens_nothing(said: str) -> None:
    assert opened_by(f"Order attached. {said}") == set()


OTHERWISE = (
    ("Payment terms are 60 days after invoice date.", "payment_terms"),
    ("Payment 60 days after receipt of invoice.", "payment_terms"),
    ("附件订单，发票后90天付款。", "payment_terms"),
    ("Payment terms: net 60.", "payment_terms"),
    ("Terms are NET 45.", "payment_terms"),
    ("We will pay two months after delivery.", "payment_terms"),
    ("Payment against documents.", "payment_terms"),
    ("Zahlung 60 Tage nach Rechnungserhalt.", "payment_terms"),
    ("Please confirm delivery on 15 April 2027.", "delivery_date"),
    ("As per your offer delivery is on 15 April 2027.", "delivery_date"),
    ("附件订单请确认4月15日交货。", "delivery_date"),
    ("请按4月15日交货并回签。", "delivery_date"),
    ("Laut Angebot Lieferung am 15.04.2027.", "delivery_date"),
    ("Delivery with all documents by 15 April 2027.", "delivery_date"),
    ("附件订单，货和资料4月15日前发货。", "delivery_date"),
    ("We need the goods in 3 weeks.", "delivery_date"),
    ("Goods needed before Easter.", "delivery_date"),
    ("Wir brauchen die Ware schon am 3.4.", "delivery_date"),
    ("According to your quotation delivery terms are DAP Bremen.", "incoterms"),
    ("It is for our subsidiary Garran Lead Ltd.", "customer"),
    ("Die Bestellung ist für unsere Tochtergesellschaft Garran Blei GmbH.", "customer"),
    ("The order number is missing a digit, will be corrected.", "document_number"),
    ("附件订单号有误，稍后更正。", "document_number"),
)
AGREED = (
    "Payment 30 days after receipt of invoice, as per your offer of 3 March 2027.",
    "Payment terms: net 30.",
    "Please confirm by 15 April 2027 that you can deliver.",
    "Please confirm delivery within 2 days.",
    "Bitte bestätigen Sie den Liefertermin bis 15.03.2027.",
    "请于3月15日前确认交期。",
    "Please confirm delivery on 20 May 2027.",
    "Laut Angebot vom 03.03.2027 Lieferung am 20.05.2027.",
    "Your offer is valid for 60 days, payment as agreed.",
    "We are closed between Christmas and New Year, no deliveries please.",
    "Wir brauchen die Ware am 20.5.",
)


@pytest.mark.parametrize(("said", "field"), OTHERWISE)
def test_other_terms_are_heard_whatever_else_a_sentence_speaks_of(said: str, field: str) -> None:
    assert field in opened_by(f"Order attached. {said}")


@pytest.mark.parametrize("said", AGREED)
def test_the_days_of_papers_and_answers_open_nothing(said: str) -> None:
    assert opened_by(f"Order attached. {said}") == set()
