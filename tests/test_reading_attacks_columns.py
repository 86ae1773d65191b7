"""Further columns: units and lots, price units, weeks, stock, brands, old and new values."""

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
        "w-cur-usd",
        head={"cur": None},
        rows=[HEADING, [*SEAL[:6], "US$320.00", "US$1,280.00"], [*SLEEVE[:6], "US$65.00", "US$650.00"]],
        foot=["Total US$1,930.00"],
        truth={"currency": "USD"},
    ),
    Attack(
        "w-cur-hk",
        head={"cur": None},
        rows=[HEADING, [*SEAL[:6], "HK$320.00", "HK$1,280.00"], [*SLEEVE[:6], "HK$65.00", "HK$650.00"]],
        foot=["Total HK$1,930.00"],
        truth={"currency": "HKD"},
    ),
    Attack(
        "w-cur-s",
        head={"cur": None},
        rows=[HEADING, [*SEAL[:6], "S$320.00", "S$1,280.00"], [*SLEEVE[:6], "S$65.00", "S$650.00"]],
        foot=["Total S$1,930.00"],
        truth={"currency": "SGD"},
    ),
    Attack(
        "w-cur-heads",
        head={"cur": None},
        rows=[[*HEADING[:6], "Unit price USD", "Amount EUR"], SEAL, SLEEVE],
        foot=["Total 1,930.00"],
        truth={"currency": UNSURE},
    ),
    Attack(
        "w-per-head",
        rows=[
            [*HEADING[:6], "Price per 100", *HEADING[7:]],
            [*SEAL[:3], "O-ring", "400", *SEAL[5:]],
            [*SLEEVE[:3], "Washer", "1000", *SLEEVE[5:]],
        ],
        lines=[
            {"description": "O-ring", "quantity": "400", "price_per": "100"},
            {"description": "Washer", "quantity": "1000", "price_per": "100"},
        ],
    ),
    Attack(
        "w-per-head-lie",
        rows=[[*HEADING[:6], "Price per 100", *HEADING[7:]], SEAL, SLEEVE],
        lines=[
            {"quantity": ANY, "unit_price": ANY, "price_per": UNSURE, "amount": ANY},
            {"quantity": ANY, "unit_price": ANY, "price_per": UNSURE, "amount": ANY},
        ],
    ),
    Attack(
        "w-bonus",
        rows=[HEADING, SEAL, [*SLEEVE[:4], "10 + 2 free", *SLEEVE[5:]]],
        lines=[{}, {"quantity": (UNSURE, "12", "10")}],
    ),
    Attack(
        "w-bonus-desc",
        rows=[HEADING, SEAL, [*SLEEVE[:3], "Shaft sleeve 45 mm, plus 2 pcs free of charge", *SLEEVE[4:]]],
        lines=[{}, {"description": ANY}],
    ),
    Attack(
        "w-ca",
        rows=[HEADING, SEAL, [*SLEEVE[:4], "approx. 10", *SLEEVE[5:]]],
        lines=[{}, {"quantity": UNSURE}],
    ),
    Attack(
        "w-neg",
        rows=[
            HEADING,
            SEAL,
            ["20", "10023188", "NP-4411", "Return: Shaft sleeve 45 mm", "-10", "pcs", "65.00", "-650.00"],
        ],
        foot=["Total EUR 630.00"],
        truth={"total_amount": "630.00"},
        lines=[{}, {"description": "Return: Shaft sleeve 45 mm", "quantity": "-10", "amount": "-650.00"}],
    ),
    Attack("w-kpcs", rows=[HEADING, SEAL, [*SLEEVE[:5], "kpcs", *SLEEVE[6:]]], lines=[{}, {"unit": "kpcs"}]),
    Attack(
        "w-change-old",
        title="PURCHASE ORDER CHANGE",
        rows=[
            HEADING,
            ["20 old", "10023188", "NP-4411", "Shaft sleeve 45 mm", "12", "pcs", "65.00", "780.00"],
            ["20 new", *SLEEVE[1:]],
        ],
        foot=["Total EUR 650.00"],
        truth={"total_amount": "650.00"},
        lines=[
            {
                "line_number": ANY,
                "part_number": "10023188",
                "customer_part_number": "NP-4411",
                "description": "Shaft sleeve 45 mm",
                "quantity": "10",
                "unit_price": "65.00",
                "amount": "650.00",
            }
        ],
        kinds=("change_order",),
    ),
    Attack(
        "w-change-ori",
        CHINESE,
        title="采购订单变更单",
        rows=[
            [*HEADING_ZH[:5], "原数量", "变更后数量", *HEADING_ZH[6:]],
            [*SEAL_ZH[:5], "6", *SEAL_ZH[5:]],
            [*SLEEVE_ZH[:5], "9", *SLEEVE_ZH[5:]],
        ],
        kinds=("change_order",),
    ),
    Attack(
        "w-change-price",
        CHINESE,
        title="采购订单变更单",
        rows=[
            [*HEADING_ZH[:7], "原含税单价", *HEADING_ZH[7:]],
            [*SEAL_ZH[:7], "3,100.00", *SEAL_ZH[7:]],
            [*SLEEVE_ZH[:7], "700.00", *SLEEVE_ZH[7:]],
        ],
        kinds=("change_order",),
    ),
    Attack(
        "w-de",
        head={
            "num": "Bestellnummer: 4500781234",
            "date": "Datum: 12.11.2026",
            "sup": "Lieferant: Changxing Sealing Co., Ltd.",
            "quote": "Ihr Angebot: 20018841",
            "place": "Lieferadresse: Hafenstr. 8, 20457 Hamburg",
            "pay": "Zahlungsbedingungen: 30 Tage netto",
            "inc": "Lieferbedingung: DAP Hamburg",
            "deliv": "Liefertermin: 18.12.2026",
            "cur": "Währung: EUR",
        },
        title="Bestellung",
        letterhead="Kesselbau Nord GmbH · Hafenstr. 8 · 20457 Hamburg",
        rows=[
            [
                "Pos.",
                "Ihre Artikelnr.",
                "Unsere Artikelnr.",
                "Bezeichnung",
                "Menge",
                "ME",
                "Einzelpreis",
                "Betrag",
            ],
            ["10", "10023177", "NP-4410", "Gleitringdichtung 45 mm", "4", "St", "320,00", "1.280,00"],
            ["20", "10023188", "NP-4411", "Wellenhülse 45 mm", "10", "St", "65,00", "650,00"],
        ],
        foot=["Gesamtbetrag EUR 1.930,00"],
        truth={
            "customer": "Kesselbau Nord GmbH",
            "delivery_place": "Hafenstr. 8, 20457 Hamburg",
            "payment_terms": "30 Tage netto",
            "incoterms": "DAP Hamburg",
        },
        lines=[
            {"description": "Gleitringdichtung 45 mm", "unit": "St"},
            {"description": "Wellenhülse 45 mm", "unit": "St"},
        ],
    ),
    Attack(
        "w-de-rev",
        head={
            "num": "Bestellnummer: 4500781234",
            "date": "Druckdatum: 20.11.2026",
            "sup": "Lieferant: Changxing Sealing Co., Ltd.",
            "quote": "Anfrage: 6000123",
            "place": "Rechnungsadresse: Hafenstr. 8, 20457 Hamburg",
            "pay": "Skonto: 2 % 14 Tage",
            "inc": None,
            "deliv": "Angebotsdatum: 18.10.2026",
            "cur": None,
        },
        title="Bestellung",
        letterhead="Kesselbau Nord GmbH · Hafenstr. 8 · 20457 Hamburg",
        rows=[
            ["Pos.", "Artikelnr.", "Bezeichnung", "Menge", "ME", "Preis", "PE", "Betrag"],
            ["10", "10023177", "Gleitringdichtung 45 mm", "400", "St", "320,00", "100", "1.280,00"],
            ["20", "10023188", "Wellenhülse 45 mm", "1.000", "St", "65,00", "100", "650,00"],
        ],
        foot=["Gesamtbetrag EUR 1.930,00"],
        truth={
            "document_date": None,
            "quotation_number": None,
            "customer": "Kesselbau Nord GmbH",
            "delivery_place": None,
            "payment_terms": (None, UNSURE),
            "incoterms": None,
            "delivery_date": None,
        },
        lines=[
            {
                "customer_part_number": None,
                "description": "Gleitringdichtung 45 mm",
                "quantity": "400",
                "unit": "St",
                "price_per": "100",
            },
            {
                "customer_part_number": None,
                "description": "Wellenhülse 45 mm",
                "quantity": "1000",
                "unit": "St",
                "price_per": "100",
            },
        ],
    ),
    Attack(
        "w-lt-col",
        rows=[[*HEADING, "Lead time"], [*SEAL, "6 weeks"], [*SLEEVE, "8 weeks"]],
        lines=[{"lead_time": "P6W"}, {"lead_time": "P8W"}],
    ),
    Attack(
        "w-lt-col-days",
        rows=[[*HEADING, "Lead time (days)"], [*SEAL, "42"], [*SLEEVE, "56"]],
        lines=[{"lead_time": "P42D"}, {"lead_time": "P56D"}],
    ),
    Attack(
        "w-lt-col-bare",
        rows=[[*HEADING, "Delivery"], [*SEAL, "6"], [*SLEEVE, "8"]],
        lines=[
            {"delivery_date": (None, UNSURE), "lead_time": UNSURE},
            {"delivery_date": (None, UNSURE), "lead_time": UNSURE},
        ],
    ),
    Attack(
        "w-week-col2",
        rows=[[*HEADING, "Del. week"], [*SEAL, "2651"], [*SLEEVE, "2703"]],
        lines=[
            {"delivery_date": ("2026-12-20", "2026-12-18")},
            {"delivery_date": ("2027-01-24", "2027-01-22")},
        ],
    ),
    Attack(
        "w-desc-dim",
        rows=[HEADING, [*SEAL[:3], "O-ring 10.12.26 x 3", *SEAL[4:]], SLEEVE],
        lines=[{"description": "O-ring 10.12.26 x 3"}, {}],
    ),
    Attack(
        "w-brand",
        CHINESE,
        rows=[
            [*HEADING_ZH[:1], "品牌", "型号", *HEADING_ZH[4:]],
            [*SEAL_ZH[:1], "BEILAN", "10023177", *SEAL_ZH[4:]],
            [*SLEEVE_ZH[:1], "BEILAN", "10023188", *SLEEVE_ZH[4:]],
        ],
        lines=[
            {"customer_part_number": None, "drawing_number": None},
            {"customer_part_number": None, "drawing_number": None},
        ],
    ),
    Attack(
        "w-zh-bianma",
        CHINESE,
        rows=[
            [*HEADING_ZH[:1], "编码", *HEADING_ZH[4:]],
            [*SEAL_ZH[:1], "7003312", *SEAL_ZH[4:]],
            [*SLEEVE_ZH[:1], "7003313", *SLEEVE_ZH[4:]],
        ],
        lines=[
            {"part_number": UNSURE, "customer_part_number": ("7003312", None), "drawing_number": None},
            {"part_number": UNSURE, "customer_part_number": ("7003313", None), "drawing_number": None},
        ],
    ),
    Attack(
        "w-zh-tuhao-wuliao",
        CHINESE,
        rows=[
            [*HEADING_ZH[:1], "物料号", *HEADING_ZH[3:]],
            [*SEAL_ZH[:1], "7003312", "10023177", *SEAL_ZH[4:]],
            [*SLEEVE_ZH[:1], "7003313", "10023188", *SLEEVE_ZH[4:]],
        ],
        lines=[
            {"part_number": (None, UNSURE), "drawing_number": "10023177"},
            {"part_number": (None, UNSURE), "drawing_number": "10023188"},
        ],
    ),
    Attack(
        "w-zh-need",
        CHINESE,
        rows=[
            [*HEADING_ZH, "需求日期", "承诺日期"],
            [*SEAL_ZH, "2026-12-20", "2027-01-05"],
            [*SLEEVE_ZH, "2026-12-20", "2027-01-05"],
        ],
        lines=[{"delivery_date": ("2026-12-20", UNSURE)}, {"delivery_date": ("2026-12-20", UNSURE)}],
    ),
    Attack(
        "w-zh-stock",
        CHINESE,
        rows=[
            [*HEADING_ZH[:5], "库存数量", "采购数量", *HEADING_ZH[6:]],
            [*SEAL_ZH[:5], "2", *SEAL_ZH[5:]],
            [*SLEEVE_ZH[:5], "1", *SLEEVE_ZH[5:]],
        ],
    ),
    Attack(
        "w-zh-beizhu",
        CHINESE,
        rows=[[*HEADING_ZH, "备注"], [*SEAL_ZH, "加急"], [*SLEEVE_ZH, "此项取消"]],
        lines=[{}, {"quantity": UNSURE}],
    ),
    Attack(
        "x-tax-col",
        CHINESE,
        head={"tax": None},
        rows=[
            [*HEADING_ZH[:7], "单价", "税率", "金额"],
            [*SEAL_ZH[:8], "13%", *SEAL_ZH[8:]],
            [*SLEEVE_ZH[:8], "9%", *SLEEVE_ZH[8:]],
        ],
        truth={"tax_rate": UNSURE, "tax_included": None},
    ),
    Attack(
        "x-tax-col2",
        CHINESE,
        head={"tax": "以上价格含3%增值税"},
        rows=[
            [*HEADING_ZH[:7], "单价", "税率", "金额"],
            [*SEAL_ZH[:8], "13%", *SEAL_ZH[8:]],
            [*SLEEVE_ZH[:8], "13%", *SLEEVE_ZH[8:]],
        ],
        truth={"tax_rate": UNSURE},
    ),
    Attack(
        "x-unit-tao",
        CHINESE,
        rows=[HEADING_ZH, SEAL_ZH, [*SLEEVE_ZH[:6], "2件/套", *SLEEVE_ZH[7:]]],
        lines=[{}, {"unit": (UNSURE, "2件/套")}],
    ),
    Attack(
        "x-qty-unit",
        CHINESE,
        rows=[HEADING_ZH, SEAL_ZH, [*SLEEVE_ZH[:5], "6×2", *SLEEVE_ZH[6:]]],
        lines=[{}, {"quantity": UNSURE}],
    ),
    Attack(
        "x-rounding",
        CHINESE,
        rows=[HEADING_ZH, [*SEAL_ZH[:5], "3", "套", "3,333.33", "10,000.00"], SLEEVE_ZH],
        foot=["合计：￥14,590.00"],
        truth={"total_amount": "14590.00"},
        lines=[{"quantity": "3", "unit_price": "3333.33", "amount": "10000.00"}, {}],
    ),
    Attack(
        "x-drawing-or-model",
        CHINESE,
        rows=[
            [*HEADING_ZH[:3], "图号或型号", *HEADING_ZH[4:]],
            [*SEAL_ZH[:3], "H74-70/AQ2", *SEAL_ZH[4:]],
            [*SLEEVE_ZH[:3], "SNL 532", *SLEEVE_ZH[4:]],
        ],
        lines=[{"drawing_number": (UNSURE, None), "description": ANY}] * 2,
    ),
    Attack(
        "x-delivery-sentence",
        CHINESE,
        head={"due": None},
        rows=[
            [*HEADING_ZH, "交（提）货时间及数量"],
            [*SEAL_ZH, "2026年8月24日前一次交清"],
            [*SLEEVE_ZH, "2026年8月24日前一次交清"],
        ],
        truth={"delivery_date": ANY},
        lines=[{"delivery_date": (UNSURE, "2026-08-24")}] * 2,
    ),
    Attack(
        "x-sum-words-apart",
        CHINESE,
        foot=["总价（大写）  壹万柒仟叁佰玖拾元整"],
        truth={"total_amount": (UNSURE, "17390.00")},
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
