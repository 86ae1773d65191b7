"""Items and their columns: estimates, second units, numbers of something else, parties that buy nothing."""

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
        "i-set-of",
        rows=[HEADING, [*SEAL[:3], "Mechanical seal 45 mm (set of 2)", *SEAL[4:]], SLEEVE],
        lines=[{"description": ANY, "quantity": "4"}, {}],
    ),
    Attack(
        "i-alt-unit-col",
        rows=[
            [*HEADING[:5], "Unit", "Base qty", "Base unit", *HEADING[6:]],
            [*SEAL[:5], "box", "40", "pcs", *SEAL[6:]],
            [*SLEEVE[:5], "box", "100", "pcs", *SLEEVE[6:]],
        ],
        lines=[{"unit": "box", "quantity": ("4", UNSURE)}, {"unit": "box", "quantity": ("10", UNSURE)}],
    ),
    Attack(
        "i-weight",
        rows=[
            [*HEADING[:6], "Weight kg", *HEADING[6:]],
            [*SEAL[:6], "12.5", *SEAL[6:]],
            [*SLEEVE[:6], "3.0", *SLEEVE[6:]],
        ],
    ),
    Attack(
        "i-rev-col",
        rows=[
            [*HEADING[:3], "Rev.", *HEADING[3:]],
            [*SEAL[:3], "B", *SEAL[3:]],
            [*SLEEVE[:3], "A", *SLEEVE[3:]],
        ],
    ),
    Attack(
        "i-two-price",
        rows=[
            [*HEADING[:6], "Price/pc", "Price/100", HEADING[7]],
            [*SEAL[:6], "320.00", "32000.00", SEAL[7]],
            [*SLEEVE[:6], "65.00", "6500.00", SLEEVE[7]],
        ],
        lines=[{"price_per": (None, "1")}, {"price_per": (None, "1")}],
    ),
    Attack(
        "i-price-per-1000",
        rows=[
            [*HEADING[:6], "Price per 1000", HEADING[7]],
            [*SEAL[:4], "4000", "pcs", "320.00", "1,280.00"],
            [*SLEEVE[:4], "10000", "pcs", "65.00", "650.00"],
        ],
        lines=[{"quantity": "4000", "price_per": "1000"}, {"quantity": "10000", "price_per": "1000"}],
    ),
    Attack(
        "i-price-per-head-lie",
        rows=[[*HEADING[:6], "Price per 100", HEADING[7]], SEAL, SLEEVE],
        lines=[{"price_per": (UNSURE, None)}, {"price_per": (UNSURE, None)}],
    ),
    Attack(
        "i-foc",
        rows=[HEADING, SEAL, SLEEVE, ["30", "10023199", "NP-4412", "Gasket", "2", "pcs", "FOC", "0.00"]],
        lines=[
            {},
            {},
            {
                "line_number": "30",
                "part_number": "10023199",
                "customer_part_number": "NP-4412",
                "description": "Gasket",
                "quantity": "2",
                "unit": "pcs",
                "unit_price": (None, UNSURE, "0"),
                "amount": "0.00",
            },
        ],
    ),
    Attack(
        "i-return",
        rows=[
            HEADING,
            SEAL,
            SLEEVE,
            ["30", "10023177", "NP-4410", "Return of seal", "-1", "pcs", "320.00", "-320.00"],
        ],
        foot=["Total EUR 1,610.00"],
        truth={"total_amount": "1610.00"},
        lines=[
            {},
            {},
            {
                "line_number": "30",
                "part_number": "10023177",
                "customer_part_number": "NP-4410",
                "description": "Return of seal",
                "quantity": "-1",
                "unit": "pcs",
                "unit_price": "320.00",
                "amount": "-320.00",
            },
        ],
    ),
    Attack(
        "i-serial",
        rows=[
            [*HEADING[:3], "Serial No.", *HEADING[3:]],
            [*SEAL[:3], "SN-10023999", *SEAL[3:]],
            [*SLEEVE[:3], "SN-10023998", *SLEEVE[3:]],
        ],
    ),
    Attack(
        "i-hs",
        rows=[
            [*HEADING[:3], "HS code", *HEADING[3:]],
            [*SEAL[:3], "84842000", *SEAL[3:]],
            [*SLEEVE[:3], "84849000", *SLEEVE[3:]],
        ],
    ),
    Attack(
        "i-contract-item",
        rows=[
            [*HEADING[:1], "Contract item", *HEADING[1:]],
            [*SEAL[:1], "00010", *SEAL[1:]],
            [*SLEEVE[:1], "00020", *SLEEVE[1:]],
        ],
    ),
    Attack(
        "i-old-part",
        rows=[["Pos", "Old part no.", "New part no.", *HEADING[3:]], SEAL, SLEEVE],
        lines=[
            {"part_number": (UNSURE, None), "customer_part_number": (UNSURE, None)},
            {"part_number": (UNSURE, None), "customer_part_number": (UNSURE, None)},
        ],
    ),
    Attack(
        "i-repl-note",
        rows=[HEADING, [*SEAL[:3], "Mechanical seal 45 mm, replaced by 10023999", *SEAL[4:]], SLEEVE],
        lines=[{"description": ANY, "part_number": ANY, "quantity": UNSURE}, {}],
    ),
    Attack(
        "i-equal",
        rows=[HEADING, [*SEAL[:3], "Mechanical seal 45 mm or equivalent", *SEAL[4:]], SLEEVE],
        lines=[{"description": ANY}, {}],
    ),
    Attack(
        "i-qty-tbc",
        rows=[HEADING, [*SEAL[:4], "4 (tbc)", *SEAL[5:]], SLEEVE],
        lines=[{"quantity": UNSURE}, {}],
    ),
    Attack(
        "i-qty-approx",
        rows=[HEADING, [*SEAL[:4], "ca. 4", *SEAL[5:]], SLEEVE],
        lines=[{"quantity": UNSURE}, {}],
    ),
    Attack(
        "i-qty-range", rows=[HEADING, [*SEAL[:4], "4-6", *SEAL[5:]], SLEEVE], lines=[{"quantity": UNSURE}, {}]
    ),
    Attack(
        "i-qty-plus", rows=[HEADING, [*SEAL[:4], "4+1", *SEAL[5:]], SLEEVE], lines=[{"quantity": UNSURE}, {}]
    ),
    Attack(
        "i-qty-max",
        rows=[HEADING, [*SEAL[:4], "max. 4", *SEAL[5:]], SLEEVE],
        lines=[{"quantity": UNSURE}, {}],
    ),
    Attack(
        "i-qty-zh-yue",
        CHINESE,
        rows=[HEADING_ZH, [*SEAL_ZH[:5], "约4", *SEAL_ZH[6:]], SLEEVE_ZH],
        lines=[{"quantity": UNSURE}, {}],
    ),
    Attack(
        "i-qty-zh-zan",
        CHINESE,
        rows=[HEADING_ZH, [*SEAL_ZH[:5], "4（暂估）", *SEAL_ZH[6:]], SLEEVE_ZH],
        lines=[{"quantity": UNSURE}, {}],
    ),
    Attack(
        "i-price-zan",
        CHINESE,
        rows=[HEADING_ZH, [*SEAL_ZH[:7], "3,200.00（暂估）", "12,800.00"], SLEEVE_ZH],
        lines=[{"unit_price": UNSURE}, {}],
    ),
    Attack(
        "i-price-tbc",
        rows=[HEADING, [*SEAL[:6], "320.00 (tbc)", "1,280.00"], SLEEVE],
        lines=[{"unit_price": UNSURE}, {}],
    ),
    Attack(
        "i-price-est",
        rows=[HEADING, [*SEAL[:6], "est. 320.00", "1,280.00"], SLEEVE],
        lines=[{"unit_price": UNSURE}, {}],
    ),
    Attack(
        "i-note-est",
        after=["Prices are estimates and to be confirmed by supplier."],
        lines=[{"unit_price": UNSURE}, {"unit_price": UNSURE}],
    ),
    Attack(
        "i-note-est-zh",
        CHINESE,
        after=["以上单价为暂估价，以最终结算为准。"],
        lines=[{"unit_price": UNSURE}, {"unit_price": UNSURE}],
    ),
    Attack(
        "i-note-qty-est-zh",
        CHINESE,
        after=["数量为暂估数量，按实际结算。"],
        lines=[{"quantity": UNSURE}, {"quantity": UNSURE}],
    ),
    Attack("i-calloff", title="CALL-OFF ORDER", more=["Frame contract: FA-2024-001"]),
    Attack(
        "i-buyers-agent",
        letterhead="",
        more=["Purchasing agent: Baltic Procurement GmbH"],
        truth={"customer": (None, UNSURE)},
    ),
    Attack(
        "i-consignee",
        letterhead="",
        more=["Consignee: Nordhavn Process A/S"],
        truth={"customer": (None, UNSURE)},
    ),
    Attack(
        "i-notify", letterhead="", more=["Notify party: DSV Road A/S"], truth={"customer": (None, UNSURE)}
    ),
    Attack("i-inv-party", letterhead="", more=["Invoice to: Nordhavn Services ApS"], truth={"customer": ANY}),
    Attack(
        "i-enduser2",
        letterhead="",
        more=["End customer: Shell Danmark A/S"],
        truth={"customer": (None, UNSURE)},
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
