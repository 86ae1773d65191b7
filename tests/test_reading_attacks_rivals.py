"""Totals with charges, advances and choices, and labels that state a field twice."""

import pytest
from reading_attacks import (
    ANY,
    CHINESE,
    HEADING,
    HEADING_ZH,
    SEAL,
    SEAL_ZH,
    SLEEVE,
    SLEEVE_ZH,
    UNSURE,
    Attack,
    finds,
)

ATTACKS = (
    Attack(
        "f-freight-in-line",
        rows=[HEADING, SEAL, SLEEVE, ["", "", "", "Freight", "", "", "", "70.00"]],
        foot=["Total EUR 2,000.00"],
        truth={"total_amount": "2000.00"},
        lines=None,
    ),
    Attack(
        "f-discount-line",
        rows=[HEADING, SEAL, SLEEVE, ["", "", "", "Discount 5 %", "", "", "", "-96.50"]],
        foot=["Total EUR 1,833.50"],
        truth={"total_amount": "1833.50"},
        lines=None,
    ),
    Attack(
        "f-round",
        foot=["Subtotal 1,930.00", "Rounding -0.50", "Total EUR 1,929.50"],
        truth={"total_amount": ("1929.50",)},
    ),
    Attack(
        "f-prepaid",
        foot=["Total EUR 1,930.00", "Advance paid EUR 500.00", "Balance due EUR 1,430.00"],
        truth={"total_amount": ("1930.00", UNSURE)},
    ),
    Attack(
        "f-net30pct",
        foot=["Total EUR 1,930.00", "30 % advance EUR 579.00"],
        truth={"total_amount": "1930.00"},
    ),
    Attack(
        "f-vat-incl-of",
        foot=["Total EUR 1,930.00 incl. VAT 25 % EUR 386.00"],
        truth={"total_amount": "1930.00", "tax_rate": ("25", UNSURE), "tax_included": ("true", UNSURE)},
    ),
    Attack(
        "f-vat-below",
        foot=["Net EUR 1,930.00", "VAT 25 % EUR 482.50", "Total EUR 2,412.50"],
        truth={"total_amount": "2412.50", "tax_rate": "25", "tax_included": "false"},
    ),
    Attack(
        "f-vat-wrong",
        foot=["Net EUR 1,930.00", "VAT 25 % EUR 482.50", "Total EUR 2,422.50"],
        truth={"total_amount": UNSURE, "tax_rate": ANY, "tax_included": ANY},
    ),
    Attack(
        "f-two-cur",
        foot=["Total EUR 1,930.00 / USD 2,104.00"],
        truth={"total_amount": ("1930.00", UNSURE), "currency": ("EUR", UNSURE)},
    ),
    Attack("f-page", foot=["Page total EUR 1,930.00"], truth={"total_amount": UNSURE}),
    Attack(
        "f-zh-youhui",
        CHINESE,
        foot=["合计：￥17,390.00", "优惠后总价：￥17,000.00"],
        truth={"total_amount": ("17000.00", UNSURE)},
    ),
    Attack(
        "f-zh-ml",
        CHINESE,
        foot=["合计：￥17,390.00", "抹零：￥90.00", "实付：￥17,300.00"],
        truth={"total_amount": ("17300.00", UNSURE)},
    ),
    Attack(
        "f-zh-yufu",
        CHINESE,
        foot=["合计：￥17,390.00", "其中预付款：￥5,217.00"],
        truth={"total_amount": "17390.00"},
    ),
    Attack(
        "f-zh-shui",
        CHINESE,
        head={"tax": None},
        rows=[[*HEADING_ZH[:7], "单价", "金额"], SEAL_ZH, SLEEVE_ZH],
        foot=["不含税合计：￥17,390.00", "税额（13%）：￥2,260.70", "价税合计：￥19,650.70"],
        truth={"total_amount": "19650.70", "tax_included": "false", "tax_rate": "13"},
    ),
    Attack(
        "f-zh-shui-bad",
        CHINESE,
        head={"tax": None},
        rows=[[*HEADING_ZH[:7], "单价", "金额"], SEAL_ZH, SLEEVE_ZH],
        foot=["不含税合计：￥17,390.00", "税额（13%）：￥2,260.70", "价税合计：￥19,560.70"],
        truth={"total_amount": UNSURE, "tax_included": ANY, "tax_rate": ANY},
    ),
    Attack("inc-change", more=["Incoterms changed from FCA Shanghai to DAP Esbjerg"]),
    Attack("inc-two-labels", more=["Delivery terms: DDP Esbjerg"], truth={"incoterms": UNSURE}),
    Attack(
        "inc-place2",
        head={"inc": "Incoterms: DAP Esbjerg / Kolding"},
        truth={"incoterms": ("DAP Esbjerg / Kolding", UNSURE)},
    ),
    Attack(
        "inc-place2-dash",
        head={"inc": "Incoterms: DAP Esbjerg - Kolding"},
        truth={"incoterms": ("DAP Esbjerg - Kolding", UNSURE)},
    ),
    Attack(
        "inc-place2-bar",
        head={"inc": "Incoterms: DAP Esbjerg | Kolding"},
        truth={"incoterms": ("DAP Esbjerg | Kolding", UNSURE)},
    ),
    Attack("pay-two", more=["Payment terms: 60 days net"], truth={"payment_terms": UNSURE}),
    Attack(
        "pay-note",
        more=["Payment note: 50 % advance"],
        truth={"payment_terms": ("30 days net from invoice date", UNSURE)},
    ),
    Attack("validity", more=["Order validity: 2026-12-31"]),
    Attack("quote-valid", more=["Your quotation is valid until 2026-12-31"]),
    Attack(
        "deliv-lines-other",
        rows=[[*HEADING, "Delivery date"], [*SEAL, "2026-12-18"], [*SLEEVE, "2027-01-15"]],
        truth={"delivery_date": UNSURE},
        lines=None,
    ),
    Attack("docdate-two", more=["Order date: 2026-11-02"], truth={"document_date": UNSURE}),
    Attack("num-two-labels", more=["PO No.: 4500781235"], truth={"document_number": UNSURE}),
    Attack("quote-two-labels", more=["Offer No.: 20018850"], truth={"quotation_number": UNSURE}),
    Attack(
        "place-plant",
        more=["Plant: Kolding"],
        truth={"delivery_place": ("Industrivej 4, Gate 2, 6700 Esbjerg", UNSURE)},
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
