"""Items that are not what they look like: optional, in packs, charged, changed, already delivered."""

import pytest
from reading_attacks import ANY, HEADING, SEAL, SLEEVE, UNSURE, Attack, finds

ATTACKS = (
    Attack(
        "alt-item",
        rows=[
            HEADING,
            SEAL,
            SLEEVE,
            [
                "30",
                "10023199",
                "NP-4412",
                "Alternative to item 20: sleeve 1.4462",
                "10",
                "pcs",
                "80.00",
                "(800.00)",
            ],
        ],
    ),
    Attack(
        "alt-item2",
        rows=[
            HEADING,
            SEAL,
            SLEEVE,
            [
                "30",
                "10023199",
                "NP-4412",
                "Option: sleeve 1.4462 (not ordered)",
                "10",
                "pcs",
                "80.00",
                "800.00",
            ],
        ],
    ),
    Attack(
        "opt-nototal",
        rows=[
            HEADING,
            SEAL,
            SLEEVE,
            ["30", "10023199", "NP-4412", "Optional: spare kit", "1", "pcs", "80.00", "80.00"],
        ],
        truth={"total_amount": "1930.00"},
    ),
    Attack(
        "cancelled",
        rows=[
            HEADING,
            SEAL,
            ["15", "10023180", "NP-4409", "CANCELLED O-ring set", "2", "pcs", "50.00", "100.00"],
            SLEEVE,
        ],
    ),
    Attack(
        "example-line",
        rows=[
            HEADING,
            ["Ex.", "12345678", "NP-0000", "Example: how to fill in", "1", "pcs", "1.00", "1.00"],
            SEAL,
            SLEEVE,
        ],
    ),
    Attack(
        "sample-line",
        rows=[
            HEADING,
            SEAL,
            SLEEVE,
            ["30", "10023199", "NP-4412", "Free sample", "1", "pcs", "0.00", "0.00"],
        ],
        lines=[
            {},
            {},
            {
                "line_number": "30",
                "part_number": "10023199",
                "customer_part_number": "NP-4412",
                "drawing_number": None,
                "description": "Free sample",
                "quantity": "1",
                "unit": "pcs",
                "unit_price": "0.00",
                "price_per": None,
                "amount": "0.00",
                "delivery_date": None,
                "lead_time": None,
            },
        ],
    ),
    Attack(
        "freight-line",
        rows=[HEADING, SEAL, SLEEVE, ["30", "", "", "Freight", "1", "lot", "70.00", "70.00"]],
        foot=["Total EUR 2,000.00"],
        truth={"total_amount": "2000.00"},
        lines=[
            {},
            {},
            {
                "line_number": "30",
                "part_number": None,
                "customer_part_number": None,
                "drawing_number": None,
                "description": "Freight",
                "quantity": "1",
                "unit": "lot",
                "unit_price": "70.00",
                "price_per": None,
                "amount": "70.00",
                "delivery_date": None,
                "lead_time": None,
            },
        ],
    ),
    Attack("freight-below", foot=["Freight 70.00", "Total EUR 2,000.00"], truth={"total_amount": "2000.00"}),
    Attack(
        "discount-after",
        foot=["Subtotal 1,930.00", "Discount 5 % -96.50", "Total EUR 1,833.50"],
        truth={"total_amount": "1833.50"},
    ),
    Attack("discount-in-remark", after=["On all prices 5 % discount applies."]),
    Attack(
        "per100-remark-c",
        rows=[HEADING, SEAL, [*SLEEVE[:3], "O-ring (price per 100 pcs)", "1000", *SLEEVE[5:]]],
        lines=[{}, {"description": ANY, "quantity": "1000", "price_per": ("100", None)}],
    ),
    Attack(
        "boxes",
        rows=[HEADING, SEAL, [*SLEEVE[:4], "2 boxes of 5", *SLEEVE[5:]]],
        lines=[{}, {"quantity": ("10", "2")}],
    ),
    Attack(
        "boxes2",
        rows=[HEADING, SEAL, [*SLEEVE[:3], "Shaft sleeve 45 mm, packed 5 per box", "10", "box", *SLEEVE[6:]]],
        lines=[{}, {"description": ANY, "unit": "box"}],
    ),
    Attack(
        "moq",
        rows=[
            [*HEADING[:2], "Description", "Min. order qty", *HEADING[4:]],
            [*SEAL[:2], "Mechanical seal 45 mm", "1", *SEAL[4:]],
            [*SLEEVE[:2], "Shaft sleeve 45 mm", "5", *SLEEVE[4:]],
        ],
        lines=[{"customer_part_number": None}, {"customer_part_number": None}],
    ),
    Attack(
        "open-qty",
        rows=[
            [*HEADING[:2], "Description", "Order qty", "Delivered qty", "Open qty", *HEADING[5:]],
            [*SEAL[:2], "Mechanical seal 45 mm", "10", "6", *SEAL[4:]],
            [*SLEEVE[:2], "Shaft sleeve 45 mm", "12", "2", *SLEEVE[4:]],
        ],
        lines=[
            {"customer_part_number": None, "quantity": UNSURE},
            {"customer_part_number": None, "quantity": UNSURE},
        ],
    ),
    Attack(
        "open-qty2",
        rows=[
            [*HEADING[:2], "Description", "Qty", "Open", *HEADING[5:]],
            ["10", "10023177", "Mechanical seal 45 mm", "10", "4", "pcs", "320.00", "3,200.00"],
            ["20", "10023188", "Shaft sleeve 45 mm", "12", "10", "pcs", "65.00", "780.00"],
        ],
        foot=["Total EUR 3,980.00"],
        truth={"total_amount": "3980.00"},
        lines=[
            {"customer_part_number": None, "quantity": "10", "amount": "3200.00"},
            {"customer_part_number": None, "quantity": "12", "amount": "780.00"},
        ],
    ),
    Attack("was-now", rows=[HEADING, SEAL, [*SLEEVE[:4], "12 → 10", *SLEEVE[5:]]]),
    Attack("was-now2", rows=[HEADING, SEAL, [*SLEEVE[:4], "10 (was 12)", *SLEEVE[5:]]]),
    Attack(
        "old-new-cols",
        title="PURCHASE ORDER CHANGE",
        rows=[
            [*HEADING[:2], "Description", "Old qty", "New qty", *HEADING[5:]],
            [*SEAL[:2], "Mechanical seal 45 mm", "6", *SEAL[4:]],
            [*SLEEVE[:2], "Shaft sleeve 45 mm", "12", *SLEEVE[4:]],
        ],
        lines=[{"customer_part_number": None}, {"customer_part_number": None}],
        kinds=("change_order",),
    ),
    Attack(
        "old-new-price",
        rows=[
            [*HEADING[:2], "Description", "Qty", "Unit", "Old price", *HEADING[6:]],
            [*SEAL[:2], "Mechanical seal 45 mm", "4", "pcs", "310.00", *SEAL[6:]],
            [*SLEEVE[:2], "Shaft sleeve 45 mm", "10", "pcs", "60.00", *SLEEVE[6:]],
        ],
        lines=[{"customer_part_number": None}, {"customer_part_number": None}],
    ),
    Attack(
        "subtotal-named",
        rows=[
            HEADING,
            SEAL,
            ["", "", "", "Seals group", "4", "", "", "1,280.00"],
            SLEEVE,
            ["", "", "", "Sleeves group", "10", "", "", "650.00"],
        ],
    ),
    Attack(
        "group-sum-numbered",
        rows=[
            HEADING,
            ["10", "", "", "Seals (sum of items below)", "", "", "", "1,280.00"],
            ["10.1", *SEAL[1:]],
            SLEEVE,
        ],
    ),
    Attack(
        "note-line-qty",
        after=["Item 20: please deliver only 8 pcs, rest on call."],
        rows=[HEADING, SEAL, SLEEVE],
    ),
    Attack("note-price-change", after=["Price for item 20 as agreed by phone: 60.00 EUR"]),
    Attack("no-total", foot=[]),
    Attack(
        "missing-row-notot",
        rows=[HEADING, SEAL, SLEEVE, ["30", "10023199", "NP-4412", "Gasket set", "2", "pcs", "", ""]],
        foot=["Total see above"],
        truth={"total_amount": None},
        lines=[{}, {}, {"line_number": "30"}],
    ),
    Attack(
        "tbd-price",
        rows=[HEADING, SEAL, SLEEVE, ["30", "10023199", "NP-4412", "Gasket set", "2", "pcs", "tba", "tba"]],
        lines=[
            {},
            {},
            {
                "line_number": "30",
                "part_number": "10023199",
                "customer_part_number": "NP-4412",
                "description": "Gasket set",
                "quantity": "2",
                "unit": "pcs",
                "unit_price": None,
                "amount": None,
            },
        ],
    ),
    Attack(
        "incl-in-1",
        rows=[
            HEADING,
            SEAL,
            SLEEVE,
            ["30", "10023199", "NP-4412", "Gasket set", "2", "pcs", "incl.", "incl."],
        ],
        lines=[
            {},
            {},
            {
                "line_number": "30",
                "part_number": "10023199",
                "customer_part_number": "NP-4412",
                "description": "Gasket set",
                "quantity": "2",
                "unit": "pcs",
                "unit_price": (None, "0"),
                "amount": (None, "0"),
            },
        ],
    ),
    Attack(
        "qty-only-row",
        rows=[HEADING, SEAL, ["", "", "", "consisting of: 2 x O-ring", "2", "pcs", "", ""], SLEEVE],
    ),
    Attack(
        "sub-item-price",
        rows=[HEADING, SEAL, ["10.1", "10023178", "", "Spare O-ring", "8", "pcs", "0.00", "0.00"], SLEEVE],
        lines=[
            {},
            {
                "line_number": "10.1",
                "part_number": "10023178",
                "customer_part_number": None,
                "description": "Spare O-ring",
                "quantity": "8",
                "unit_price": "0.00",
                "amount": "0.00",
            },
            {
                "line_number": "20",
                "part_number": "10023188",
                "customer_part_number": "NP-4411",
                "drawing_number": None,
                "description": "Shaft sleeve 45 mm",
                "quantity": "10",
                "unit": "pcs",
                "unit_price": "65.00",
                "price_per": None,
                "amount": "650.00",
                "delivery_date": None,
                "lead_time": None,
            },
        ],
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
