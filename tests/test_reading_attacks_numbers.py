"""Numbers of papers that are not the order's or the quotation's own."""

import pytest
from reading_attacks import CHINESE, HEADING, SEAL, SLEEVE, UNSURE, Attack, finds

ATTACKS = (
    Attack("num-req", head={"num": "Requisition No.: 10034456"}, truth={"document_number": None}),
    Attack("num-contract-frame", more=["Contract No.: FA-2024-001"]),
    Attack(
        "num-frame-only",
        head={"num": "Contract: FA-2024-001"},
        title="CALL-OFF ORDER",
        truth={"document_number": None},
    ),
    Attack("num-order-yours", head={"num": "Your order No.: 77001234"}, truth={"document_number": None}),
    Attack("num-supplier-order", more=["Supplier order No.: SO-99812"]),
    Attack(
        "num-supplier-order-only",
        head={"num": None},
        more=["Supplier order No.: SO-99812"],
        truth={"document_number": None},
    ),
    Attack(
        "num-previous",
        head={"num": None},
        more=["Previous order No.: 4500700001"],
        truth={"document_number": None},
    ),
    Attack(
        "num-as-order",
        head={"num": None},
        more=["As per our order 4500700001 of March"],
        truth={"document_number": None},
    ),
    Attack("num-work", head={"num": None}, more=["Work order No.: WO-8831"], truth={"document_number": None}),
    Attack("num-sales", head={"num": None}, more=["Sales order: 88310021"], truth={"document_number": None}),
    Attack(
        "num-project-order",
        head={"num": None},
        more=["Customer order: 88310021 (end user)"],
        truth={"document_number": None},
    ),
    Attack(
        "num-internal", head={"num": None}, more=["Internal order: 600123"], truth={"document_number": None}
    ),
    Attack(
        "num-change-order",
        more=["Change order No.: 2"],
        title="PURCHASE ORDER CHANGE",
        kinds=("change_order",),
    ),
    Attack("num-rev", head={"num": "Order No.: 4500781234 Rev. 3"}),
    Attack("num-rev2", head={"num": "Order No. / Rev.: 4500781234 / 3"}),
    Attack(
        "num-slash-item", head={"num": "Order No.: 4500781234/10"}, truth={"document_number": "4500781234/10"}
    ),
    Attack("num-two", head={"num": "Order No.: 4500781234, 4500781235"}, truth={"document_number": UNSURE}),
    Attack(
        "num-and", head={"num": "Order No.: 4500781234 and 4500781235"}, truth={"document_number": UNSURE}
    ),
    Attack(
        "num-replaces",
        head={"num": "Order No.: 4500781234"},
        more=["This order replaces Order No. 4500771111"],
    ),
    Attack(
        "num-replaces2",
        head={"num": None},
        more=["Replaces: Order No. 4500771111"],
        title="PURCHASE ORDER",
        truth={"document_number": None},
    ),
    Attack("num-ref", head={"num": "Ref. No.: 4500781234"}, truth={"document_number": "4500781234"}),
    Attack("num-zh-qg", CHINESE, head={"num": "请购单号：QG2026-118"}, truth={"document_number": None}),
    Attack("num-zh-fm", CHINESE, more=["合同编号：KJ-2024-007"]),
    Attack("num-zh-kj", CHINESE, head={"num": "框架合同编号：KJ-2024-007"}, truth={"document_number": None}),
    Attack("num-zh-xs", CHINESE, head={"num": "销售订单号：XS-118"}, truth={"document_number": None}),
    Attack("num-zh-sc", CHINESE, head={"num": "生产订单号：SC-118"}, truth={"document_number": None}),
    Attack("num-zh-yuan", CHINESE, more=["原订单编号：CG2026-0900"]),
    Attack(
        "num-zh-form",
        CHINESE,
        head={"num": None},
        before=["编号：QR-7.4-03"],
        truth={"document_number": None},
    ),
    Attack(
        "num-zh-bianhao-project",
        CHINESE,
        head={"num": None},
        before=["项目编号：XM-2026-3"],
        truth={"document_number": None},
    ),
    Attack(
        "num-zh-two",
        CHINESE,
        head={"num": "订单编号：CG2026-1108、CG2026-1109"},
        truth={"document_number": UNSURE},
    ),
    Attack(
        "num-broken",
        head={"num": "Order No.: 4500 781 234"},
        truth={"document_number": ("4500 781 234", "4500781234")},
    ),
    Attack(
        "num-hyphen-space",
        head={"num": "Order No.: NP - 4500781234 - B"},
        truth={"document_number": ("NP - 4500781234 - B", "NP-4500781234-B")},
    ),
    Attack("quote-rfq2", head={"quote": "RFQ No.: 6000123"}, truth={"quotation_number": None}),
    Attack("quote-inquiry", head={"quote": "Our enquiry: 6000123, your offer: 20018841"}),
    Attack("quote-old", more=["Supersedes your quotation No. 20011111"]),
    Attack(
        "quote-two",
        head={"quote": "Your quotations: 20018841 and 20018842"},
        truth={"quotation_number": UNSURE},
    ),
    Attack(
        "quote-two-slash",
        head={"quote": "Your quotation No.: 20018841/20018842"},
        truth={"quotation_number": UNSURE},
    ),
    Attack("quote-rev", head={"quote": "Your quotation No.: 20018841 Rev. B"}),
    Attack("quote-date", head={"quote": "Your quotation No.: 20018841 of 2026-10-20"}),
    Attack("quote-zh-xj", CHINESE, head={"quote": "询价单号：XJ-2026-55"}, truth={"quotation_number": None}),
    Attack(
        "quote-zh-2",
        CHINESE,
        head={"quote": "报价单号：20017731、20017745"},
        truth={"quotation_number": UNSURE},
    ),
    Attack(
        "quote-zh-other", CHINESE, more=["本订单取代贵司报价20017000"], truth={"quotation_number": "20017731"}
    ),
    Attack(
        "quote-not",
        head={"quote": "Quotation No.: 20018841 (not accepted, see revised offer 20018850)"},
        truth={"quotation_number": "20018850"},
    ),
    Attack(
        "quote-competitor",
        head={"quote": None},
        after=["Note: competing offer 77120034 was cheaper."],
        truth={"quotation_number": None},
    ),
    Attack(
        "quote-future",
        head={"quote": None},
        after=["Please send your quotation 3 weeks before the shutdown."],
        truth={"quotation_number": None},
    ),
    Attack(
        "n2-zh-seller-contract",
        CHINESE,
        head={"num": "供方合同编号：XS-2026-77"},
        truth={"document_number": None},
    ),
    Attack("n2-zh-seller-contract2", CHINESE, more=["供方合同编号：XS-2026-77"]),
    Attack(
        "n2-zh-seller-order", CHINESE, head={"num": "供方订单号：XS-2026-77"}, truth={"document_number": None}
    ),
    Attack(
        "n2-sup-order-contract",
        head={"num": "Supplier contract No.: XS-2026-77"},
        truth={"document_number": None},
    ),
    Attack("n2-yoursales", head={"num": "Your sales order: 88310021"}, truth={"document_number": None}),
    Attack("n2-vendor-ref", head={"num": "Vendor reference: 88310021"}, truth={"document_number": None}),
    Attack(
        "n2-amend", more=["Amendment No. 1 to Order No. 4500770000 dated 2026-01-05"], title="PURCHASE ORDER"
    ),
    Attack("n2-refpo", head={"num": "PO reference: see below"}, truth={"document_number": None}),
    Attack(
        "n2-pocol",
        head={"num": None},
        rows=[["PO", *HEADING[1:]], ["4500781234", *SEAL[1:]], ["4500781235", *SLEEVE[1:]]],
        truth={"document_number": UNSURE},
        lines=[{"line_number": None}, {"line_number": None}],
    ),
    Attack("n2-print-noise", more=["Printed 2026-11-20 08:12 by KJ  Page 1/1  Doc 88231"]),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
