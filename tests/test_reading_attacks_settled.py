"""What rules that settle doubts must leave open: another number, sum, time or name that is said besides."""

import pytest
from reading_attacks import CHINESE, ENGLISH, UNSURE, Attack, Order, finds

from extractors.fields import payment, tax
from extractors.header.sides import agency, broken_names, contact_persons
from extractors.lines.doubts import doubtful_items

HEADINGS = ["Pos", "Your part no.", "?", "Description", "Qty", "Unit", "Unit price", "Amount"]


def _below(text: str, base: Order, column: int) -> list[list[str]]:
    """Return the rows of an order with a text below the first item."""
    rows = [list(row) for row in base.rows]
    blank = [""] * len(rows[0])
    blank[column] = text
    return [rows[0], rows[1], blank, *rows[2:]]


@pytest.mark.parametrize(
    "text",
    [
        "Use old part number 10023170",
        "Old part no. 10023170 please",
        "Old part number 10023170 (valid until end of 2026)",
        "former item code 10023170 applies",
    ],
)
def test_an_older_number_that_is_asked_for_rivals_the_items_own(text: str) -> None:
    truth = [{"part_number": UNSURE, "drawing_number": "*"}, {}]
    assert not finds(Attack(text, rows=_below(text, ENGLISH, 3), lines=truth))


@pytest.mark.parametrize(
    "text", ["请用旧料号10023170", "旧料号10023170继续有效", "旧物料编码：10023170，发旧的"]
)
def test_so_it_does_in_chinese(text: str) -> None:
    assert not finds(
        Attack(text, CHINESE, rows=_below(text, CHINESE, 4), lines=[{"part_number": UNSURE}, {}])
    )


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Please supply with material certificate 3.1", True),
        ("Bitte einzeln verpackt und mit Bestellnummer gekennzeichnet", True),
        ("请随货附材质证明书及合格证", True),
        ("请单独包装并注明订单号", True),
        ("Please make in 316L and supply a certificate", False),
        ("Please supply with Viton O-rings, mark parcel", False),
        ("please use PTFE packing", False),
        ("Bitte in 1.4571 fertigen, einzeln verpackt", False),
        ("请改用316L并附合格证", False),
        ("请按50mm供货并注明", False),
        ("请增加备用O圈并提供合格证", False),
    ],
)
def test_a_request_that_may_change_the_thing_is_no_mere_request_of_papers(line: str, *, asks: bool) -> None:
    assert doubtful_items.is_accompanying(line) is asks


@pytest.mark.parametrize("title", ["ORDER CONFIRM", "PO CONFIRM", "PURCHASE ORDER CONFIRM"])
def test_a_confirmation_in_short_is_no_order(title: str) -> None:
    assert not finds(Attack(title, title=title, nothing_sure=True))


@pytest.mark.parametrize(
    "text",
    [
        "The order value is EUR 1,930.00 net, 60 days.",
        "Total price EUR 1,930.00 net, 60 days after delivery.",
        "Price EUR 1,930.00 net. 60 days.",
    ],
)
def test_days_behind_a_net_sum_are_terms_of_payment(text: str) -> None:
    pay = {"pay": "Payment is to be made within 30 days after receipt of the invoice."}
    assert not finds(Attack(text, head=pay, after=[text], truth={"payment_terms": UNSURE}))


@pytest.mark.parametrize(
    "text",
    [
        "卖方应在合同生效后3个月或图纸确认后2个月内发货，以后到者为准。",
        "设备于合同生效3个月或图纸确认2个月发货，以先到者为准",
    ],
)
def test_a_delivery_of_which_the_later_end_counts_is_no_warranty(text: str) -> None:
    truth = {"delivery_date": "*", "lead_time": UNSURE}
    assert not finds(Attack(text, CHINESE, head={"deliv": ""}, after=[text], truth=truth))


@pytest.mark.parametrize(
    "text",
    [
        "Final price, not exceeding: 1,833.50",
        "Order limit EUR 1,833.50",
        "Freight, up to 120.00",
        "Payable on 18 December 2026 at 12:00          1,833.50",
        "Zahlbetrag bis 18.12.2026, 12:00 Uhr: 1,833.50",
    ],
)
def test_a_sum_below_the_total_is_heard_whatever_bounds_or_times_it(text: str) -> None:
    assert not finds(Attack(text, foot=["Total EUR 1,930.00", text], truth={"total_amount": UNSURE}))


@pytest.mark.parametrize(
    "text", ["本单限额：16,390.00", "运费限额 300.00", "2026-11-08 14:05 改价后 16,390.00"]
)
def test_so_it_is_in_chinese(text: str) -> None:
    truth = {"total_amount": UNSURE}
    assert not finds(Attack(text, CHINESE, foot=["合计：￥17,390.00", text], truth=truth))


@pytest.mark.parametrize(
    ("base", "text"),
    [
        (CHINESE, "请在样品、发票及送货单上注明订单号：CG2026-1180"),
        (CHINESE, "请以新订单号CG2026-2200执行，样品免费"),
        (ENGLISH, "Quote our order number 4500799999 on samples, invoices and delivery notes."),
        (ENGLISH, "The purchase order number is 4500799999, sample photos attached."),
    ],
)
def test_another_number_beside_samples_is_a_rival(base: Order, text: str) -> None:
    assert not finds(Attack(text, base, after=[text], truth={"document_number": UNSURE}))


@pytest.mark.parametrize(
    "text",
    [
        "Buyer: Rio Tinto, ext. 5512",
        "Buyer: Fr. Lürssen",
        "Buyer: Sig. Sauer",
        "Buyer: KSB 12",
        "Buyer: ABB 04",
    ],
)
def test_a_company_behind_the_buyers_label_is_nobody_of_the_letterheads(text: str) -> None:
    head = "Baltic Procurement Agency GmbH"
    assert not finds(Attack(text, letterhead=head, more=[text], truth={"customer": UNSURE}))


@pytest.mark.parametrize(
    ("buyer", "heading", "values"),
    [
        ("Nordhavn Process A/S", "Process code", ("P30110", "P30120")),
        ("European Seal Ltd", "European article no.", ("4006381333931", "4006381333948")),
        ("Delta Machine Works Ltd", "Machine code", ("P30110", "P30120")),
        ("Nordhavn Process A/S", "Our SAP", ("4500781234", "4500781234")),
        ("Nordhavn Process A/S", "Our ERP", ("PR-2026-118/10", "PR-2026-118/20")),
    ],
)
def test_a_common_word_or_a_system_in_a_heading_does_not_make_numbers_the_buyers(
    buyer: str, heading: str, values: tuple[str, str]
) -> None:
    items = [[*row[:2], value, *row[3:]] for row, value in zip(ENGLISH.rows[1:], values, strict=True)]
    rows = [[heading if each == "?" else each for each in HEADINGS], *items]
    lines = [{"customer_part_number": (UNSURE, None)}] * 2
    more, truth = [f"Buyer: {buyer}"], {"customer": "*"}
    assert not finds(
        Attack(heading, letterhead="PURCHASE DEPT", more=more, rows=rows, truth=truth, lines=lines)
    )


@pytest.mark.parametrize("heading", ["国标编码", "炉号编码", "进口料号"])
def test_nor_does_a_part_of_a_chinese_name_that_qualifies_numbers(heading: str) -> None:
    buyer = f"上海{heading[:2]}五金有限公司"
    rows = [
        ["序号", "供方物料号", heading, "图号", "名称", "数量", "单位", "含税单价", "含税金额"],
        *CHINESE.rows[1:],
    ]
    lines = [{"customer_part_number": (UNSURE, None)}] * 2
    head = {"buy": f"需方：{buyer}"}
    truth = {"customer": "*"}
    assert not finds(
        Attack(heading, CHINESE, letterhead=buyer, head=head, rows=rows, truth=truth, lines=lines)
    )


def test_a_gmbh_is_another_company_than_its_kg() -> None:
    assert not broken_names.is_broken_off("Huber GmbH & Co. KG", "Huber GmbH")
    assert broken_names.is_broken_off("Huber GmbH & Co. KG", "Huber GmbH & Co.")
    assert broken_names.is_broken_off("Delta Seals Co., Ltd.", "Delta Seals Co.")


def test_the_code_of_somebody_who_buys_is_shorter_than_a_companys_sign() -> None:
    assert contact_persons.is_own("RJ 07")
    assert not contact_persons.is_own("KSB 12")


@pytest.mark.parametrize("text", ["票到60天且货到30天付款", "票到90天且货到30天付款"])
def test_two_times_of_one_payment_are_not_understood(text: str) -> None:
    assert payment.parse(text) is None
    assert payment.parse("货到且票到30天付款") is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ordered in the name and for the account of Brim Water", True),
        ("We order as agent for Brim Water, who pays the invoice.", True),
        ("受北方石化公司委托采购下列货物", True),
        ("Freight is for account of the buyer", False),
        ("Bank charges outside China are for the account of the beneficiary.", False),
        ("Invoices are to be issued in the name of Nordhavn Process A/S.", False),
        ("授权代表：青岛海工设备有限公司采购部", False),
        ("For and on behalf of Nordhavn Process A/S", False),
        ("名称：代表处", False),
    ],
)
def test_an_order_for_the_account_of_another_is_told(text: str, *, told: bool) -> None:
    assert agency.is_told([text]) is told


@pytest.mark.parametrize("text", ["Placed for the account of Rio Tinto.", "We order as agents of Rio Tinto."])
def test_then_neither_a_label_nor_a_letterhead_makes_the_buyer_certain(text: str) -> None:
    assert not finds(Attack(text, after=[text], truth={"customer": UNSURE}))
    labelled = ["Buyer: Nordhavn Process A/S"]
    assert not finds(Attack(text, more=labelled, after=[text], truth={"customer": UNSURE}))


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Preise in EUR, exkl. MWST. Bei Verzug: 0.5% pro Woche, maximal 5%", None),
        ("Prices excl. VAT. Interest 1.5% per month", None),
        ("zzgl. MwSt. in Höhe von 19 %", "19"),
    ],
)
def test_interest_for_delay_is_no_rate_of_the_tax(text: str, rate: str | None) -> None:
    said = tax.statement(text)
    assert said is not None
    assert said.included is False
    assert (str(said.rate) if said.rate is not None else None) == rate


def test_prices_without_the_tax_are_so_though_its_rate_is_still_open() -> None:
    said = tax.statement("以上单价不含税，税率另议")
    assert said is not None
    assert said.included is False
    assert tax.statement("含税与否待定") is None
