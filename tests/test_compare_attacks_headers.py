"""Orders that look right and are not: buyer, quotation, currency, terms, places that a clerk stops at.

Beside them stand orders that a clerk calls equal, in other words: those need nobody.
"""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from compare_builders import CUSTOMER, NUMBER, held, item, line, order, quotation, stopping, sure, unsure

from models.comparison import Verdict
from models.policy import Policy, Vocabulary
from models.quotation import Quotation
from models.reading import Clause, Evidence, Reading

FOREIGN = quotation(customer="Example Pumps Ltd.", customer_number="100777")
SECOND = line(part_number="10076508")


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("江苏示例泵业制造有限公司南京分公司", CUSTOMER),
        ("江苏示例泵业制造有限公司 Nanjing Branch", CUSTOMER),
        ("江苏示例泵业集团有限公司", CUSTOMER),
        ("江苏示例泵业制造股份有限公司", CUSTOMER),
        ("江苏示范泵业制造有限公司", CUSTOMER),
        ("上海示例石化有限公司", "示例石化有限公司"),
        ("浙江别家阀门有限公司", CUSTOMER),
        ("Example Pumps Ltd. 南京分公司", "Example Pumps Ltd."),
        ("Example Pumps Ltd. Singapore Branch", "Example Pumps Ltd."),
        ("Example Pumps (Suzhou) Co., Ltd.", "Example Pumps (Wuxi) Co., Ltd."),
        ("Example Pumps Ltd.", "Example Pumps Inc."),
        ("Sample Nederland B.V.", CUSTOMER),
        ("Sample Anlagenbau GmbH", CUSTOMER),
        ("Example Trading (Hong Kong) Ltd.", CUSTOMER),
        ("Zhejiang Example Pump Manufacturing Co., Ltd.", CUSTOMER),
        ("Jiangsu Example Pump Manufacturing Co., Ltd.", f"{CUSTOMER}南京分公司"),
        (f"{CUSTOMER}南京分公司", "Jiangsu Example Pump Manufacturing Co., Ltd."),
        ("Example International Ltd.", CUSTOMER),
        (f"{CUSTOMER} Zhejiang Other Valves Co., Ltd.", CUSTOMER),
        (f"{CUSTOMER} / Sample Nederland B.V.", CUSTOMER),
        ("上海示范泵业有限公司", "Example Pumps Ltd."),
    ],
)
def test_another_buyer_is_no_match_though_all_else_is_equal(stated: str, quoted: str) -> None:
    assert "H01" in stopping(held(order(customer=stated), quotation(customer=quoted)))


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("江苏示例泵业制造有限责任公司", CUSTOMER),
        ("江苏示例泵业制造有限公司 Jiangsu Example Pump Manufacturing Co., Ltd.", CUSTOMER),
        ("江苏示例泵业制造有限责任公司 Jiangsu Example Pump Manufacturing Co., Ltd.", CUSTOMER),
        ("示例（上海）有限公司", "示例(上海)有限公司"),
        ("Example Pump Company Limited", "Example Pump Co., Ltd."),
        ("EXAMPLE PUMP CO LTD", "Example Pump Co.,Ltd."),
        ("Example & Sons Ltd", "Example and Sons Limited"),
        ("Messrs. Example Pump Co., Ltd.", "Example Pump Co., Ltd."),
        ("Jiangsu Example Pump Manufacturing Co., Ltd.", CUSTOMER),
        ("宁波示例炼化有限公司", "Zhejiang Example Refining Co., Ltd."),
    ],
)
def test_a_buyer_in_other_words_needs_nobody(stated: str, quoted: str) -> None:
    assert held(order(customer=stated), quotation(customer=quoted)).verdict is Verdict.MATCH


def _known(name: str, known: str) -> Policy:
    return Policy(vocabulary=Vocabulary(customers={name: known}))


CODE = "91320000MA1EXAMPLE"


@pytest.mark.parametrize(
    ("policy", "code", "named"),
    [
        (_known("Example International Ltd.", CUSTOMER), None, NUMBER),
        (_known("EXAMPLE INTERNATIONAL LIMITED", CUSTOMER), None, NUMBER),
        (_known("Example International Ltd.", "0000100234"), None, NUMBER),
        (_known("Example International Ltd.", "100234"), None, None),
        (_known(CODE, "100234"), CODE, NUMBER),
        (_known(CODE, CUSTOMER), CODE, None),
    ],
)
def test_our_own_words_tell_whose_a_name_or_a_tax_number_is(
    policy: Policy, code: str | None, named: str | None
) -> None:
    stated = order(customer="Example International Ltd.", quotation_number=named)
    assert held(_with_code(stated, code), policy=policy).verdict is Verdict.MATCH


@pytest.mark.parametrize(("name", "code"), [(CUSTOMER, None), (CODE, CODE)])
def test_our_own_words_tell_that_it_is_somebody_else(name: str, code: str | None) -> None:
    found = held(_with_code(order(), code), policy=_known(name, "100999"))
    assert "H01" in stopping(found)


def _with_code(reading: Reading, code: str | None) -> Reading:
    return replace(reading, buyer_tax_number=Evidence(code)) if code else reading


OLD = quotation(
    item(price=Decimal(110)), number="20010000", date=dt.date(2026, 1, 1), valid_to=dt.date(2026, 6, 30)
)
CHEAP = line(unit_price="110.00", amount="220.00")
TWIN = quotation(number="20017735")


@pytest.mark.parametrize(
    ("reading", "quotations", "code"),
    [
        (order(CHEAP, quotation_number="20010000"), (OLD, quotation()), "H04"),
        (order(CHEAP, quotation_number=None), (OLD, quotation()), "H04"),
        (order(quotation_number=None), (quotation(), TWIN), "H03"),
        (order(quotation_number="20099999"), (quotation(),), "H03"),
        (order(quotation_number="20017734, 20017735"), (quotation(), TWIN), "H03"),
        (order(line(), SECOND, quotation_number=None), (quotation(),), "L12"),
        (order(document_date="2027-01-01"), (quotation(),), "H04"),
        (order(document_date="2026-10-31"), (quotation(),), "H04"),
        (order(document_date=None), (quotation(),), "M01"),
        (order(document_number=None), (quotation(),), "M01"),
        (order(customer=None), (quotation(),), "M01"),
        (order(customer="浙江别家阀门有限公司"), (quotation(), FOREIGN), "H01"),
        (
            order(quotation_number="20017735"),
            (quotation(), replace(TWIN, customer="浙江别家阀门有限公司", customer_number="2")),
            "H03",
        ),
    ],
)
def test_an_order_of_another_or_an_older_offer_is_no_match(
    reading: Reading, quotations: tuple[Quotation, ...], code: str
) -> None:
    assert code in stopping(held(reading, *quotations))


@pytest.mark.parametrize(
    ("reading", "quotations"),
    [
        (order(quotation_number=None), (OLD, quotation())),
        (order(quotation_number=None), (quotation(), replace(TWIN, date=dt.date(2026, 12, 10)))),
        (order(quotation_number="20017734 Rev.1"), (quotation(),)),
        (order(quotation_number="0020017734"), (quotation(),)),
        (order(quotation_number="20017734, RFQ-118"), (quotation(), TWIN)),
        (order(document_date="2026-12-31"), (quotation(),)),
    ],
)
def test_the_right_offer_among_others_needs_nobody(
    reading: Reading, quotations: tuple[Quotation, ...]
) -> None:
    found = held(reading, *quotations)
    assert (found.verdict, found.quotation_number) == (Verdict.MATCH, NUMBER)


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [("USD", "CNY"), ("AUD", "$"), ("JPY", "¥"), ("HKD", "$"), ("CNY", "EUR"), ("NOK", "kr")],
)
def test_another_currency_is_no_match(stated: str, quoted: str) -> None:
    assert "H05" in stopping(held(order(currency=stated), quotation(item(currency=quoted))))


@pytest.mark.parametrize("quoted", ["RMB", "人民币", "¥", "元"])
def test_a_currency_in_other_words_is_the_same(quoted: str) -> None:
    assert held(order(), quotation(item(currency=quoted))).verdict is Verdict.MATCH


def test_one_item_in_another_currency_is_no_match() -> None:
    foreign = item("20", part_number="10076508", currency="USD")
    assert "H05" in stopping(held(order(line(), SECOND), quotation(item(), foreign)))


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("月结60天", "net 60 days"),
        ("net 30 days", "net 60 days"),
        ("net 45 days", "月结45天"),
        ("货到60天付款", "票到60天付款"),
        ("30% in advance, 70% before shipment", "30% in advance, 70% after delivery"),
        ("预付30%，发货前付清70%", "预付30%，发货后付清70%"),
        ("预付30%，发货前60%，质保金10%", "预付30%，发货前付清70%"),
        ("合同签订后预付30%，发货前付清70%", "合同签订后预付20%，发货前付清80%"),
        ("50% advance, 50% before shipment", "30% advance, 70% before shipment"),
        ("月结60天，6个月银行承兑汇票", "月结60天"),
        ("月结60天，3个月银行承兑汇票", "月结60天，6个月银行承兑汇票"),
        ("月结60天，商业承兑汇票", "月结60天，电汇"),
        ("月结60天，云信", "月结60天"),
        ("票到30天付款，承兑", "票到30天付款"),
        ("L/C at sight", "T/T in advance"),
        ("90 days L/C", "L/C at sight"),
        ("D/P at sight", "L/C at sight"),
        ("2/10 net 30", "net 30"),
        ("30 working days after invoice date", "30 days after invoice date"),
        ("货到验收合格后60天内付款", "货到60天内付款"),
        ("款到发货", "货到付款"),
        ("30 days from B/L date", "30 days from invoice date"),
        ("net 60 days end of month", "net 60 days"),
        ("100% after acceptance", "100% after delivery"),
    ],
)
def test_payment_terms_that_are_nearly_equal_are_no_match(stated: str, quoted: str) -> None:
    assert "H06" in stopping(held(order(payment_terms=stated), quotation(payment_terms=quoted)))


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("月结60天", "月结60天，电汇"),
        ("月结 ６０ 天", "月结60天"),
        ("60天月结", "月结60天"),
        ("月结60天", "EOM 60"),
        ("月结60天；供方开具增值税专用发票", "月结60天"),
        ("Net 60 days", "60 days net"),
        ("Net 60 days", "NET60"),
        ("Net 60 days", "60D net"),
        ("Payment: 30 days net", "30 days net"),
        ("30 days from date of invoice", "Net 30"),
        ("款到发货", "先款后货"),
        ("款到发货", "payment before shipment"),
        ("30% in advance, 70% before shipment", "30% down payment and 70% prior to shipment"),
        ("30%预付，70%发货前付清", "预付30%，发货前付清70%"),
        ("合同签订后预付30%，余款发货前付清", "合同签订后预付30%，发货前付清70%"),
        ("60 days from receipt of invoice", "Net 60 days after receipt of invoice"),
        ("票到30天付款", "30 days after invoice receipt"),
        ("货到60天付款", "60 days after delivery"),
        ("验收合格后60天付款", "货到验收合格后60天内付款"),
        ("100% T/T in advance", "T/T in advance"),
        ("irrevocable L/C at sight", "L/C at sight"),
    ],
)
def test_payment_terms_in_other_words_need_nobody(stated: str, quoted: str) -> None:
    found = held(order(payment_terms=stated), quotation(payment_terms=quoted))
    assert found.verdict is Verdict.MATCH


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("FCA Changzhou", "FCA Hangzhou"),
        ("FCA Yangzhou", "FCA Hangzhou"),
        ("FOB Shanghai", "CIF Shanghai"),
        ("DDP Ningbo", "DAP Ningbo"),
        ("EXW 天津", "EXW 上海"),
        ("EXW 天津", "EXW Shanghai"),
        ("DAP 上海", "DAP 上虞"),
        ("CIF Rotterdam", "CIF Amsterdam"),
        ("CPT Port Klang", "CPT Port Hedland"),
        ("DAP Gate 2, Ningbo Refinery", "DAP Gate 3, Ningbo Refinery"),
        ("DAP 宁波市镇海区", "DAP 宁波市北仑区"),
        ("DAP 宁波市上海路8号", "DAP 上海"),
        ("DAP 8 Shanghai Road, Ningbo", "DAP Shanghai"),
        ("DAP 江苏省南京市江北新区化工大道18号", "DAP 江苏省南京市江北新区化工大道16号"),
    ],
)
def test_another_place_or_another_code_is_no_match(stated: str, quoted: str) -> None:
    assert "H07" in stopping(held(order(incoterms=stated), quotation(incoterms=quoted)))


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("EXW Tianjin", "EXW TIANJIN"),
        ("EXW 天津", "EXW天津"),
        ("EXW 天津", "EXW Tianjin"),
        ("EXW Works Tianjin", "EXW Tianjin"),
        ("FCA Shanghai", "FCA Shanghai, Incoterms 2020"),
        ("ＦＯＢ Ｓｈａｎｇｈａｉ", "FOB Shanghai"),
        ("FOB 上海港", "FOB 上海"),
        ("FOB Ningbo Port", "FOB Ningbo"),
        ("CIF Port of Rotterdam", "CIF 鹿特丹"),
        ("DAP 宁波市", "DAP 宁波"),
        ("DAP Ningbo, P.R. China", "DAP Ningbo"),
        ("DAP 浙江省宁波市镇海区化工路58号", "DAP Ningbo"),
        ("DAP Xi'an", "DAP 西安"),
        ("DAP Skelleftea", "DAP Skellefteå"),
    ],
)
def test_a_place_in_other_words_needs_nobody(stated: str, quoted: str) -> None:
    assert held(order(incoterms=stated), quotation(incoterms=quoted)).verdict is Verdict.MATCH


KNOWN = Policy(
    vocabulary=Vocabulary(
        ship_to={"100234": ("宁波市镇海区化工路58号二号库", "Gate 3, 58 Huagong Road, Ningbo")}
    )
)


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("宁波市镇海区化工路58号三号库", {"H08"}),
        ("宁波市镇海区化工路68号二号库", {"H08"}),
        ("Gate 4, 58 Huagong Road, Ningbo", {"H08"}),
        ("宁波市镇海区化工路５８号二号库", set()),
        ("Ningbo, 58 Huagong Road, Gate 3", set()),
    ],
)
def test_a_place_of_delivery_is_known_with_its_house_and_its_gate(place: str, code: set[str]) -> None:
    assert stopping(held(order(delivery_place=place), policy=KNOWN)) == code


@pytest.mark.parametrize(("kind", "value"), [("liability", "unlimited"), ("pay_when_paid", "")])
def test_a_clause_that_nobody_gives_stops_an_order_even_if_it_is_half_understood(
    kind: str, value: str
) -> None:
    assert "H10" in stopping(held(order(clauses=(Clause(kind, unsure(value)),))))
    assert "H10" in stopping(held(order(clauses=(Clause(kind, sure(value)),))))
