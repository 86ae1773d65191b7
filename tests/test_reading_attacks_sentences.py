"""Sentences below the table that state a field otherwise than its label, and some that do not."""

import pytest
from reading_attacks import ANY, CHINESE, UNSURE, Attack, finds

ATTACKS = (
    Attack(
        "sent-pay",
        after=["Payment shall be made within 90 days after delivery."],
        truth={"payment_terms": UNSURE},
    ),
    Attack("sent-pay2", after=["We will pay 60 days net."], truth={"payment_terms": UNSURE}),
    Attack("sent-pay-same", after=["We will pay 30 days net from invoice date."]),
    Attack(
        "sent-deliv", after=["The goods must be delivered by 2026-12-01."], truth={"delivery_date": UNSURE}
    ),
    Attack("sent-deliv2", after=["Please deliver within 4 weeks."], truth={"lead_time": ("P4W",)}),
    Attack(
        "sent-place",
        after=["Please ship the goods to DSV Warehouse, Vejlevej 9, 6000 Kolding."],
        truth={"delivery_place": UNSURE},
    ),
    Attack("sent-inc", after=["Delivery is FCA Shanghai."], truth={"incoterms": UNSURE}),
    Attack("sent-cur", after=["All prices are in USD."], truth={"currency": UNSURE}),
    Attack(
        "sent-num",
        after=["Please state our order no. 4500799999 on all papers."],
        truth={"document_number": UNSURE},
    ),
    Attack(
        "sent-quote",
        after=["This order is based on your offer no. 20018850."],
        truth={"quotation_number": UNSURE},
    ),
    Attack("sent-date", after=["This order was issued on 2026-11-20."], truth={"document_date": UNSURE}),
    Attack(
        "sent-buyer",
        after=["The purchaser under this order is Nordhavn Offshore A/S."],
        truth={"customer": ANY},
    ),
    Attack("sent-pay-zh", CHINESE, after=["货款在货到后90天内支付。"], truth={"payment_terms": UNSURE}),
    Attack(
        "sent-deliv-zh", CHINESE, after=["请务必于2026年12月1日前送到。"], truth={"delivery_date": UNSURE}
    ),
    Attack(
        "sent-deliv-zh2",
        CHINESE,
        after=["要求30天内交货。"],
        truth={"delivery_date": UNSURE, "lead_time": (None, UNSURE)},
    ),
    Attack(
        "sent-place-zh",
        CHINESE,
        after=["请将货物送至苏州市工业园区星海街18号3号门。"],
        truth={"delivery_place": UNSURE},
    ),
    Attack("sent-tax-zh", CHINESE, after=["上述单价均为不含税价。"], truth={"tax_included": UNSURE}),
    Attack("sent-cur-zh", CHINESE, after=["以上价格以美元计价。"], truth={"currency": UNSURE}),
    Attack(
        "sent-num-zh",
        CHINESE,
        after=["请在送货单上注明我司订单号CG2026-9999。"],
        truth={"document_number": UNSURE},
    ),
    Attack(
        "sent-quote-zh",
        CHINESE,
        after=["本订单依据贵司2026年10月报价单20017799执行。"],
        truth={"quotation_number": UNSURE},
    ),
    Attack("sent-date-zh", CHINESE, after=["本订单于2026年11月18日下达。"], truth={"document_date": UNSURE}),
    Attack("sent-qty", after=["We order 5 seals and 10 sleeves."], lines=[{"quantity": (UNSURE, "4")}, {}]),
    Attack("sent-total", after=["The total order value is EUR 1,900.00."], truth={"total_amount": UNSURE}),
    Attack("sent-total-zh", CHINESE, after=["订单总价为17,000.00元。"], truth={"total_amount": UNSURE}),
    Attack("sent-late-ok", after=["Late delivery is charged with 0.5 % per week."]),
    Attack("sent-pay-late-zh-ok", CHINESE, after=["逾期付款每日按0.05%计息。"]),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
