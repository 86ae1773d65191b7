"""Numbers in the notations of India, Turkey, Switzerland and of Arabic, Persian and full-width digits."""

import pytest
from reading_attacks import (
    ANY,
    CHINESE,
    ENGLISH,
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
        "fullwidth",
        CHINESE,
        rows=[
            HEADING_ZH,
            [
                "１",
                "１００２３１７７",
                "７００３３１２",
                "GA-700121",
                "机械密封 45mm",
                "４",
                "套",
                "３，２００．００",
                "１２，８００．００",
            ],
            SLEEVE_ZH,
        ],
        lines=[
            {
                "part_number": ("10023177", "１００２３１７７"),
                "customer_part_number": ("7003312", "７００３３１２"),
            },
            {},
        ],
    ),
    Attack(
        "fullwidth-head",
        CHINESE,
        head={"num": "订单编号：ＣＧ２０２６－１１０８", "date": "订单日期：２０２６年１１月８日"},
        truth={"document_number": ("CG2026-1108", "ＣＧ２０２６－１１０８")},
    ),
    Attack(
        "indian",
        head={"cur": "Currency: INR"},
        rows=[HEADING, [*SEAL[:6], "1,25,000.00", "5,00,000.00"], [*SLEEVE[:6], "10,000.00", "1,00,000.00"]],
        foot=["Total INR 6,00,000.00"],
        truth={"currency": "INR", "total_amount": "600000.00"},
        lines=[
            {"unit_price": "125000.00", "amount": "500000.00"},
            {"unit_price": "10000.00", "amount": "100000.00"},
        ],
    ),
    Attack(
        "indian-crore",
        head={"cur": "Currency: INR"},
        rows=[HEADING, [*SEAL[:6], "3.2 lakh", "12.8 lakh"], [*SLEEVE[:6], "0.65 lakh", "6.5 lakh"]],
        foot=["Total INR 19.3 lakh"],
        truth={"currency": "INR", "total_amount": ("1930000", "1930000.00")},
        lines=[{"unit_price": "320000", "amount": "1280000"}, {"unit_price": "65000", "amount": "650000"}],
    ),
    Attack(
        "tr-notation",
        title="SATIN ALMA SİPARİŞİ",
        head={
            "num": "Sipariş No: 4500781234",
            "date": "Sipariş tarihi: 12.11.2026",
            "sup": "Tedarikçi: Changxing Sealing Co., Ltd.",
            "quote": None,
            "place": None,
            "pay": None,
            "inc": None,
            "deliv": "Teslim tarihi: 18.12.2026",
            "cur": None,
        },
        rows=[
            ["Sıra", "Parça no", "Açıklama", "Miktar", "Birim", "Birim fiyat", "Tutar"],
            ["10", "10023177", "Mekanik salmastra", "4", "adet", "320,00", "1.280,00"],
            ["20", "10023188", "Mil burcu", "10", "adet", "65,00", "650,00"],
        ],
        foot=["Toplam EUR 1.930,00"],
        truth=dict.fromkeys(ENGLISH.truth, ANY),
        lines=None,
        kinds=("purchase_order", "other", "contract"),
    ),
    Attack("arabic-digits", rows=[HEADING, [*SEAL[:4], "٤", "pcs", "٣٢٠٫٠٠", "١٬٢٨٠٫٠٠"], SLEEVE]),
    Attack("persian-digits", rows=[HEADING, [*SEAL[:4], "۴", "pcs", "۳۲۰٫۰۰", "۱٬۲۸۰٫۰۰"], SLEEVE]),
    Attack(
        "swiss",
        rows=[HEADING, [*SEAL[:6], "1'320.00", "5'280.00"], SLEEVE],
        foot=["Total EUR 5'930.00"],
        truth={"total_amount": "5930.00"},
        lines=[{"unit_price": "1320.00", "amount": "5280.00"}, {}],
    ),
    Attack(
        "space-group",
        rows=[HEADING, [*SEAL[:6], "1 320,00", "5 280,00"], [*SLEEVE[:6], "65,00", "650,00"]],
        foot=["Total EUR 5 930,00"],
        truth={"total_amount": "5930.00"},
        lines=[{"unit_price": "1320.00", "amount": "5280.00"}, {}],
    ),
    Attack(
        "zh-comma-wan",
        CHINESE,
        rows=[HEADING_ZH, [*SEAL_ZH[:7], "1,3200.00", "5,2800.00"], SLEEVE_ZH],
        foot=["合计：￥5,7390.00"],
        truth={"total_amount": ("57390.00", UNSURE)},
        lines=[{"unit_price": ("13200.00", UNSURE), "amount": ("52800.00", UNSURE)}, {}],
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
