"""Labels that name no number, headings and words that contradict the figures beside them."""

import pytest
from reading_attacks import (
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
        "order-by",
        head={"num": "Order by: 2026", "date": "Order date: 2026-11-12"},
        truth={"document_number": None},
    ),
    Attack("order-by2", head={"num": "Order by: 88112"}, truth={"document_number": None}),
    Attack("order-by3", head={"num": "Order by: KJ-2211"}, truth={"document_number": None}),
    Attack("po-by", head={"num": "PO by: 88112"}, truth={"document_number": None}),
    Attack("contract-by", CHINESE, head={"num": "合同签订人：W2211"}, truth={"document_number": None}),
    Attack(
        "order-by-name",
        head={"num": None},
        more=["Ordered by: K2026 Jensen"],
        truth={"document_number": None},
    ),
    Attack("order-for", head={"num": "Order for: Plant 2026"}, truth={"document_number": None}),
    Attack("po-for", head={"num": "PO for 2026"}, truth={"document_number": None}),
    Attack("po-year", head={"num": "PO budget year: 2026"}, truth={"document_number": None}),
    Attack("order-valid", head={"num": "Order valid from: 20261112"}, truth={"document_number": None}),
    Attack("order-vol", head={"num": "Order volume: 1930"}, truth={"document_number": None}),
    Attack("order-cat", head={"num": "Order category: NB01"}, truth={"document_number": None}),
    Attack("order-class-zh", CHINESE, head={"num": "订单类别：A12"}, truth={"document_number": None}),
    Attack("order-owner-zh", CHINESE, head={"num": "订单负责人：W2026"}, truth={"document_number": None}),
    Attack("order-year-zh", CHINESE, head={"num": "订单年度：2026"}, truth={"document_number": None}),
    Attack("order-cc", head={"num": "Order cost centre: 881200"}, truth={"document_number": None}),
    Attack("order-desk", head={"num": "Order desk: 75123456"}, truth={"document_number": None}),
    Attack("order-tel", head={"num": "Order hotline: 0800-123456"}, truth={"document_number": None}),
    Attack("order-group", head={"num": "Purchasing group: 114"}, truth={"document_number": None}),
    Attack(
        "swap-netgross",
        CHINESE,
        rows=[
            ["序号", "供方物料号", "名称", "数量", "单位", "含税单价", "不含税单价", "含税金额"],
            ["1", "10023177", "机械密封 45mm", "4", "套", "2831.86", "3200.00", "12800.00"],
            ["2", "10023188", "轴套 45mm", "6", "件", "676.99", "765.00", "4590.00"],
        ],
        truth={
            "tax_included": (UNSURE, None),
        },
        lines=[
            {"unit_price": (UNSURE, "3200.00"), "customer_part_number": None, "drawing_number": None},
            {"unit_price": (UNSURE, "765.00"), "customer_part_number": None, "drawing_number": None},
        ],
    ),
    Attack(
        "swap-netgross2",
        CHINESE,
        rows=[
            ["序号", "供方物料号", "名称", "数量", "单位", "不含税单价", "含税单价", "不含税金额"],
            ["1", "10023177", "机械密封 45mm", "4", "套", "3616.00", "3200.00", "12800.00"],
            ["2", "10023188", "轴套 45mm", "6", "件", "864.45", "765.00", "4590.00"],
        ],
        truth={"tax_included": UNSURE},
        lines=[
            {"unit_price": (UNSURE, "3200.00"), "customer_part_number": None, "drawing_number": None},
            {"unit_price": (UNSURE, "765.00"), "customer_part_number": None, "drawing_number": None},
        ],
    ),
    Attack(
        "swap-netgross-en",
        rows=[
            [
                "Pos",
                "Your part no.",
                "Description",
                "Qty",
                "Unit",
                "Price excl. VAT",
                "Price incl. VAT",
                "Amount incl. VAT",
            ],
            ["10", "10023177", "Mechanical seal 45 mm", "4", "pcs", "400.00", "320.00", "1,280.00"],
            ["20", "10023188", "Shaft sleeve 45 mm", "10", "pcs", "81.25", "65.00", "650.00"],
        ],
        truth={"tax_included": UNSURE},
        lines=[{"customer_part_number": None}, {"customer_part_number": None}],
    ),
    Attack(
        "words-total-en",
        foot=["Total EUR 1,930.00", "Say EUR one thousand nine hundred thirteen only"],
        truth={"total_amount": UNSURE},
    ),
    Attack(
        "words-total-en-ok", foot=["Total EUR 1,930.00", "Say EUR one thousand nine hundred and thirty only"]
    ),
    Attack(
        "qty-words",
        rows=[HEADING, [*SEAL[:4], "4 (five)", *SEAL[5:]], SLEEVE],
        lines=[{"quantity": UNSURE}, {}],
    ),
    Attack(
        "qty-words-zh",
        CHINESE,
        rows=[HEADING_ZH, [*SEAL_ZH[:5], "4（伍）", *SEAL_ZH[6:]], SLEEVE_ZH],
        lines=[{"quantity": UNSURE}, {}],
    ),
    Attack(
        "qty-words-sent", after=["Quantity of item 10: five (5) pieces."], lines=[{"quantity": UNSURE}, {}]
    ),
    Attack(
        "capitals-fake",
        CHINESE,
        foot=["合计：￥17,390.00", "大写：壹拾柒万叁仟玖佰元整"],
        truth={"total_amount": UNSURE},
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
