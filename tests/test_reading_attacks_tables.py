"""Columns and cells that lie: two numbers, two dates, swapped headings, broken values."""

import pytest
from reading_attacks import ANY, HEADING, SEAL, SLEEVE, UNSURE, Attack, finds

ATTACKS = (
    Attack(
        "swap-qty-cols",
        rows=[
            ["Pos", "Your part no.", "Description", "Unit price", "Unit", "Qty", "Amount"],
            ["10", "10023177", "Mechanical seal 45 mm", "4", "pcs", "320", "1,280.00"],
            ["20", "10023188", "Shaft sleeve 45 mm", "10", "pcs", "65", "650.00"],
        ],
        lines=[
            {"customer_part_number": None, "quantity": ("4", "320"), "unit_price": ("4", "320")},
            {"customer_part_number": None, "quantity": ("65", "10"), "unit_price": ("10", "65")},
        ],
    ),
    Attack(
        "two-parts",
        rows=[
            [*HEADING[:1], "Article", "Part no.", *HEADING[3:]],
            [*SEAL[:1], "NP-4410", "10023177", *SEAL[3:]],
            [*SLEEVE[:1], "NP-4411", "10023188", *SLEEVE[3:]],
        ],
    ),
    Attack(
        "two-parts2",
        rows=[
            [*HEADING[:1], "Material", "Supplier", *HEADING[3:]],
            [*SEAL[:1], "NP-4410", "10023177", *SEAL[3:]],
            [*SLEEVE[:1], "NP-4411", "10023188", *SLEEVE[3:]],
        ],
    ),
    Attack(
        "two-parts3",
        rows=[
            [*HEADING[:1], "Item code", "Mfr part no.", *HEADING[3:]],
            [*SEAL[:1], "NP-4410", "10023177", *SEAL[3:]],
            [*SLEEVE[:1], "NP-4411", "10023188", *SLEEVE[3:]],
        ],
    ),
    Attack(
        "two-parts5",
        rows=[[*HEADING[:1], "Our item", *HEADING[3:]], [*SEAL[:1], *SEAL[2:]], [*SLEEVE[:1], *SLEEVE[2:]]],
        lines=[{"part_number": None}, {"part_number": None}],
    ),
    Attack(
        "code-mfr",
        rows=[
            [*HEADING[:1], "Vendor part no.", "Drawing", *HEADING[3:]],
            [*SEAL[:1], "n/a", "GA-10023177", *SEAL[3:]],
            [*SLEEVE[:1], "see drawing", "GA-10023188", *SLEEVE[3:]],
        ],
        lines=[
            {"part_number": None, "customer_part_number": None, "drawing_number": "GA-10023177"},
            {"part_number": None, "customer_part_number": None, "drawing_number": "GA-10023188"},
        ],
    ),
    Attack(
        "hand-note",
        rows=[HEADING, SEAL, [*SLEEVE[:4], "10 12", *SLEEVE[5:]]],
        lines=[{}, {"quantity": UNSURE}],
    ),
    Attack(
        "num-two-cell",
        rows=[HEADING, [*SEAL[:1], "10023177 / 10023178", *SEAL[2:]], SLEEVE],
        lines=[{"part_number": (UNSURE, "10023177 / 10023178")}, {}],
    ),
    Attack(
        "O-0",
        rows=[HEADING, [*SEAL[:1], "1OO23177", "NP-441O", *SEAL[3:]], SLEEVE],
        lines=[{"part_number": "1OO23177", "customer_part_number": "NP-441O"}, {}],
    ),
    Attack(
        "same-price",
        rows=[HEADING, [*SEAL[:4], "1", "pcs", "1,280.00", *SEAL[7:]], SLEEVE],
        lines=[{"quantity": "1", "unit_price": "1280.00"}, {}],
    ),
    Attack(
        "qty1-all-swap",
        rows=[
            ["Pos", "Part no.", "Description", "Amount", "Unit price", "Qty"],
            ["10", "10023177", "Mechanical seal 45 mm", "320.00", "320.00", "1"],
            ["20", "10023188", "Sleeve", "65.00", "65.00", "1"],
        ],
        foot=["Total EUR 385.00"],
        truth={"total_amount": "385.00"},
        lines=[
            {"quantity": "1", "amount": "320.00", "customer_part_number": None},
            {"quantity": "1", "amount": "65.00", "customer_part_number": None},
        ],
    ),
    Attack(
        "pos-as-qty",
        rows=[
            ["Qty", "Part no.", "Description", "Pos", "Unit price", "Amount"],
            [*SEAL[:2], "Mechanical seal 45 mm", "4", *SEAL[6:]],
            [*SLEEVE[:2], "Sleeve", "10", *SLEEVE[6:]],
        ],
        lines=[
            {"quantity": UNSURE, "customer_part_number": None},
            {"quantity": UNSURE, "customer_part_number": None},
        ],
    ),
    Attack(
        "net-gross-lie",
        rows=[
            ["Pos", "Part no.", "Description", "Qty", "Gross price", "Net price", "Amount"],
            [*SEAL[:2], "Mechanical seal 45 mm", "4", "300.00", *SEAL[6:]],
            [*SLEEVE[:2], "Sleeve", "10", "60.00", *SLEEVE[6:]],
        ],
        lines=[{"customer_part_number": None}, {"customer_part_number": None}],
    ),
    Attack(
        "list-disc",
        rows=[
            ["Pos", "Part no.", "Description", "Qty", "Price", "Disc. %", "Amount"],
            ["10", "10023177", "Mechanical seal 45 mm", "4", "400.00", "20", "1,280.00"],
            ["20", "10023188", "Sleeve", "10", "65.00", "0", "650.00"],
        ],
        lines=[
            {"unit_price": ("320.00", UNSURE), "customer_part_number": None},
            {"customer_part_number": None},
        ],
    ),
    Attack(
        "qty-col-prev",
        rows=[
            [*HEADING[:4], "Last order qty", *HEADING[4:]],
            [*SEAL[:4], "6", *SEAL[4:]],
            [*SLEEVE[:4], "9", *SLEEVE[4:]],
        ],
    ),
    Attack(
        "unit-mismatch",
        rows=[HEADING, [*SEAL[:5], "per 10", *SEAL[6:]], SLEEVE],
        lines=[
            {"quantity": ANY, "unit": (None, UNSURE), "unit_price": ANY, "price_per": ANY, "amount": ANY},
            {},
        ],
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
