from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.fields.payment import Installment, methods, parse, same
from extractors.fields.payment_discounts import Discount


def due(percent: int, trigger: str, days: int = 0, *, working: bool = False) -> Installment:
    return Installment(Decimal(percent), trigger, days, working)


@pytest.mark.parametrize(
    ("text", "installments"),
    [
        pytest.param("款到发货", [due(100, "before_ship")], id="row 29"),
        pytest.param(
            "预付30%,发货前60%,质保金10% (3-6-1)",
            [due(30, "advance"), due(60, "before_ship"), due(10, "warranty_end")],
            id="row 73",
        ),
        pytest.param(
            "预付款30%,15个工作日内;验收合格付至95%;5%质保金,质保期满1个月内无息付清",
            [due(30, "advance", 15, working=True), due(65, "acceptance"), due(5, "warranty_end", 30)],
            id="row 75",
        ),
        pytest.param("月结60天", [due(100, "month_end", 60)], id="row 76: 月结60天"),
        (
            "到货验收合格，收到9%专票后20个工作日内转账",
            [due(100, "acceptance+invoice_receipt", 20, working=True)],
        ),
        pytest.param("EOM 60", [due(100, "month_end", 60)], id="row 76: EOM 60"),
        pytest.param("票到30天付款", [due(100, "invoice_receipt", 30)], id="row 77: zh"),
        pytest.param("net 30 from invoice receipt", [due(100, "invoice_receipt", 30)], id="row 77: en"),
        pytest.param("Net 60", [due(100, "invoice_date", 60)], id="row 78"),
        pytest.param("L/C at sight", [due(100, "sight")], id="row 79: L/C at sight"),
        pytest.param("90 days L/C", [due(100, "lc", 90)], id="row 79: 90 days L/C"),
        pytest.param("D/P", [due(100, "documents")], id="row 79: D/P"),
        pytest.param("T/T in advance", [due(100, "advance")], id="row 79: T/T in advance"),
        ("Net 60 days after receipt of invoice", [due(100, "invoice_receipt", 60)]),
        ("30 days net", [due(100, "invoice_date", 30)]),
        ("Payment: 30 days net", [due(100, "invoice_date", 30)]),
        ("payment within 30 days from invoice date", [due(100, "invoice_date", 30)]),
        ("60 days after delivery", [due(100, "delivery", 60)]),
        ("100% before shipment", [due(100, "before_ship")]),
        ("月结90天，电汇", [due(100, "month_end", 90)]),
        ("货到付款", [due(100, "delivery")]),
        ("货到验收合格后60天内付款", [due(100, "acceptance", 60)]),
        ("货到票到30天付款", [due(100, "delivery+invoice_receipt", 30)]),
        ("30% in advance, 70% before shipment", [due(30, "advance"), due(70, "before_ship")]),
        ("30% advance payment, balance before shipment", [due(30, "advance"), due(70, "before_ship")]),
        ("30% deposit, remaining 70% before shipment", [due(30, "advance"), due(70, "before_ship")]),
        (
            "30% down payment with order and 70% against shipping documents",
            [due(30, "order_receipt"), due(70, "ship")],
        ),
        (
            "90% within 30 days after receipt of invoice, 10% after expiry of the warranty period",
            [due(90, "invoice_receipt", 30), due(10, "warranty_end")],
        ),
        ("合同签订后预付30%，发货前付清70%", [due(30, "contract_signed"), due(70, "before_ship")]),
        ("合同签订后预付30%，发货前付清余款", [due(30, "contract_signed"), due(70, "before_ship")]),
        ("合同签订后预付30%，余款70%发货前付清", [due(30, "contract_signed"), due(70, "before_ship")]),
        ("预付30%发货前付清70%", [due(30, "advance"), due(70, "before_ship")]),
        ("30%预付款，70%余款发货前付清", [due(30, "advance"), due(70, "before_ship")]),
        ("百分之三十预付，余款发货前付清", [due(30, "advance"), due(70, "before_ship")]),
        ("发货前，付清100%货款", [due(100, "before_ship")]),
        (
            "合同生效后15个工作日内支付合同总价的30%作为预付款；货到现场验收合格后支付60%；质保期满后支付剩余10%",
            [
                due(30, "contract_effective", 15, working=True),
                due(60, "acceptance"),
                due(10, "warranty_end"),
            ],
        ),
    ],
)
def test_payment_terms_are_installments(text: str, installments: list[Installment]) -> None:
    assert parse(text) == tuple(installments)


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        ("30 Tage netto", "invoice_date", 30),
        ("innerhalb 60 Tagen ohne Abzug", "invoice_date", 60),
        ("sofort rein netto", "invoice_date", 0),
        ("45 Tage nach Rechnungserhalt", "invoice_receipt", 45),
        ("Vorauskasse", "advance", 0),
        ("45 jours fin de mois par virement", "month_end", 45),
        ("60 jours date de facture", "invoice_date", 60),
        ("Paiement à la commande", "order_receipt", 0),
        ("Within 60 days without deduction", "invoice_date", 60),
        ("Payable immediately Due net", "invoice_date", 0),
        ("Due on receipt", "invoice_receipt", 0),
        ("NET30", "invoice_date", 30),
        ("30 Net", "invoice_date", 30),
        ("0.000% 45", "invoice_date", 45),
        ("100% within 45 days of satisfactory receipt of material", "delivery", 45),
    ],
)
def test_terms_of_accounting_programs_and_of_german_and_french_offices(
    text: str, trigger: str, days: int
) -> None:
    assert parse(text) == (due(100, trigger, days),)


@pytest.mark.parametrize(
    ("text", "percent", "within", "days"),
    [
        pytest.param("2/10 net 30", 2, 10, 30, id="row 78: a discount is no installment"),
        ("2% 10 Net 30", 2, 10, 30),
        ("1% 10 Days, Net 45", 1, 10, 45),
        ("14 Tage 2% Skonto, 30 Tage netto", 2, 14, 30),
        ("2 % Skonto innerhalb 14 Tagen, 30 Tage netto", 2, 14, 30),
        ("innerhalb 14 Tagen 3,000 % Skonto, innerhalb 30 Tagen ohne Abzug", 3, 14, 30),
        ("Within 14 days 2.000 % cash discount, within 45 days Due net", 2, 14, 45),
    ],
)
def test_a_discount_for_paying_early_is_no_installment(
    text: str, percent: int, within: int, days: int
) -> None:
    whole = due(100, "invoice_date", days)
    assert parse(text) == (replace(whole, discounts=(Discount(Decimal(percent), within),)),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "电汇",
        "30 days",
        "Net",
        "预付50%",
        "30%预付,60%发货前,20%质保金",
        "预付30%,发货前60%,质保金10% (3-3-4)",
        "预付100%，发货前付清余款",
        "百分之十十预付，余款发货前付清",
        "发货前付清，验收后付清",
        "as agreed",
        pytest.param("3-3-3-1", id="row 74: the events vary"),
        pytest.param("30% in advance, 2/10 net 30", id="row 78: a discount of which part"),
        "2% 10",
        "20% 10 days, net 30",
        "30 Tage",
        pytest.param("6个月银行承兑汇票", id="row 80: a means without an event"),
        pytest.param("背靠背付款", id="row 81: goes to a person"),
        pytest.param("业主付款后支付", id="row 81: pay when paid"),
        "月结" * 120,
    ],
)
def test_terms_that_are_not_wholly_understood_are_not_read(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "means"),
    [
        pytest.param("6个月银行承兑汇票", {"bank_acceptance"}, id="row 80: bank"),
        pytest.param("商业承兑", {"commercial_acceptance"}, id="row 80: commercial"),
        pytest.param("云信", {"supply_chain_note"}, id="row 80: supply chain note"),
        pytest.param("L/C at sight", {"lc"}, id="row 79: L/C"),
        pytest.param("D/P", {"dp"}, id="row 79: D/P"),
        pytest.param("T/T in advance", {"tt"}, id="row 79: T/T"),
        ("月结90天，电汇", {"tt"}),
        ("电汇或银行承兑汇票", {"tt", "bank_acceptance"}),
        ("Net 30", set()),
    ],
)
def test_the_means_of_payment_are_named(text: str, means: set[str]) -> None:
    assert methods(text) == means


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("款到发货", "100% before shipment", True),
        ("月结90天，电汇", "月结90天", True),
        ("Net 30", "30 days net", True),
        ("背靠背付款", "背靠背付款", True),
        ("30% in advance, 70% before shipment", "预付30%，发货前付清70%", True),
        ("Net 60 days after receipt of invoice", "Net 60 days", False),
        ("Net 30", "Net 60", False),
        ("2% 10 Net 30", "Net 30", False),
        ("2/10 net 30", "10 Tage 2 %, 30 Tage netto", True),
        ("30 Tage netto", "Net 30", True),
        ("月结90天，电汇", "月结90天，银行承兑汇票", False),
        ("30% in advance, 70% before shipment", "合同签订后预付30%，发货前付清70%", None),
        ("T/T in advance", "款到发货", None),
        ("as agreed", "Net 30", None),
    ],
)
def test_two_wordings_compare_by_meaning(one: str, other: str, verdict: bool | None) -> None:  # noqa: FBT001 - a table
    assert same(one, other) is verdict
    assert same(other, one) is verdict


@pytest.mark.parametrize(
    "text", ["45 days from statement", "45 days from date of statement", "45 days after monthly statement"]
)
def test_the_statement_of_an_account_is_that_of_the_month(text: str) -> None:
    assert parse(text) == (due(100, "month_end", 45),)


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("货到票到后30日内一次性付清。甲方不支付定金", "货到票到后30日内一次性付清"),
        ("30 days net from invoice date, no advance payment", "30 days net from invoice date"),
    ],
)
def test_that_nothing_is_paid_before_takes_nothing_from_the_terms(text: str, alike: str) -> None:
    assert parse(text) is not None
    assert parse(text) == parse(alike)


@pytest.mark.parametrize("text", ["不支付定金", "预付30%，货到付70%，不支付预付款", "no advance payment"])
def test_terms_that_speak_of_both_or_of_nothing_else_are_not_understood(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("30% anticipato, 70% prima della spedizione", "30% in advance, 70% before shipment"),
        ("60 giorni data fattura", "60 days from invoice date"),
        ("30 gg d.f.f.m.", "30 days end of month"),
        ("60 dias da data do conhecimento de embarque", "60 days from B/L date"),
        ("30 dias após o faturamento", "30 days from invoice date"),
        ("Transferencia bancaria a 60 días fecha factura", "T/T 60 days from invoice date"),
        ("30% con el pedido, 70% antes del embarque", "30% with order, 70% before shipment"),
        ("30 jours à réception de facture", "30 days after receipt of invoice"),
        ("30 dagen na ontvangst factuur", "30 days after receipt of invoice"),
        ("30 dni od daty otrzymania faktury", "30 days after receipt of invoice"),
        ("30 dagar från fakturadatum", "30 days from invoice date"),
        ("30 päivää netto", "30 days net"),
        ("fatura tarihinden itibaren 60 gün", "60 days from invoice date"),
        ("30% bei Auftrag, 70% vor Versand", "30% with order, 70% before shipment"),
        ("lettera di credito irrevocabile a vista", "irrevocable L/C at sight"),
        ("납품 후 30일", "30 days after delivery"),
        ("발주 시 30%, 선적 전 70%", "30% with order, 70% before shipment"),
        ("收到发票后60天净额Within 60 days net after receipt of invoice", "60 days after receipt of invoice"),
        ("出貨前100% T/T電匯", "100% T/T before shipment"),
    ],
)
def test_terms_in_another_language_are_those_in_english(text: str, english: str) -> None:
    assert parse(english) is not None
    assert same(text, english) is True


@pytest.mark.parametrize(
    "text",
    [
        "60 giorni data fattura salvo buon fine",
        "30 dias ou 60 dias da fatura",
        "30 Tage nach Inbetriebnahme",
        "pagamento come da accordi",
    ],
)
def test_terms_of_which_a_word_is_left_over_are_not_understood(text: str) -> None:
    assert parse(text) is None
