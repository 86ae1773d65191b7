"""Who buys and where the goods go, where other names and addresses stand nearby."""

import pytest
from reading_attacks import ANY, CHINESE, HEADING, SEAL, SLEEVE, UNSURE, Attack, finds

ATTACKS = (
    Attack(
        "cust-date-per-line",
        rows=[[*HEADING, "Delivery"], [*SEAL, "2026-12-18"], [*SLEEVE, "2027-01-15"]],
        lines=[{"delivery_date": "2026-12-18"}, {"delivery_date": "2027-01-15"}],
    ),
    Attack(
        "cust-billto",
        more=["Bill to: Nordhavn Services ApS, Havnevej 1, Esbjerg", "Buyer: Nordhavn Process A/S"],
        letterhead="PURCHASE DEPT",
    ),
    Attack(
        "cust-agent",
        more=["On behalf of: Nordhavn Process A/S"],
        letterhead="Baltic Procurement Agency GmbH · Hamburg",
        truth={"customer": ("Nordhavn Process A/S", "Baltic Procurement Agency GmbH")},
    ),
    Attack(
        "cust-branch",
        more=["Buyer: Nordhavn Process Ltd. Singapore Branch"],
        letterhead="PURCHASE DEPT",
        truth={"customer": UNSURE},
    ),
    Attack(
        "cust-branch-zh",
        more=["买方：云岫泵业制造有限公司（南京分公司）"],
        letterhead="PURCHASE DEPT",
        truth={"customer": UNSURE},
    ),
    Attack("cust-enduser", more=["End user: Nordhavn Process A/S"], letterhead="", truth={"customer": None}),
    Attack("cust-group", before=["Nordhavn Process A/S"], letterhead="A company of Hansen Group Holding A/S"),
    Attack(
        "cust-our-letter",
        head={"sup": "To: Changxing Sealing Co., Ltd."},
        letterhead="Changxing Sealing Co., Ltd. · Suzhou",
        truth={"customer": None},
    ),
    Attack(
        "cust-our-letter2",
        head={"sup": "Supplier: Changxing Seals"},
        letterhead="Changxing Sealing Co., Ltd. · Suzhou",
        truth={"customer": None},
    ),
    Attack(
        "cust-our-letter3",
        head={"sup": None},
        letterhead="Changxing Sealing Co., Ltd. · Suzhou",
        truth={"customer": None},
    ),
    Attack(
        "cust-our-letter4",
        head={"sup": None},
        more=["Customer: Nordhavn, Esbjerg"],
        letterhead="Changxing Sealing Co., Ltd. · Suzhou",
        truth={"customer": ("Nordhavn, Esbjerg", "Nordhavn")},
    ),
    Attack(
        "cust-zh-jia",
        CHINESE,
        head={"buy": "甲方：苏州长兴密封技术有限公司", "sup": "乙方：江苏海瑞化工装备有限公司"},
        letterhead="",
    ),
    Attack("cust-carrier", more=["Carrier: DSV Road A/S"], letterhead="", truth={"customer": None}),
    Attack(
        "cust-invoice-to",
        head={"sup": None},
        more=["Send invoices to: Nordhavn Shared Services ApS"],
        letterhead="",
        truth={"customer": ANY},
    ),
    Attack(
        "place-two",
        more=["Ship to: Warehouse Kolding, Vejlevej 9, 6000 Kolding"],
        truth={"delivery_place": UNSURE},
    ),
    Attack(
        "place-bill",
        head={"place": "Invoice address: Industrivej 4, 6700 Esbjerg"},
        truth={"delivery_place": None},
    ),
    Attack(
        "place-same",
        head={"place": "Delivery address: same as invoice address"},
        truth={"delivery_place": UNSURE},
    ),
    Attack("place-docs", more=["Send documents to: Hovedgade 1, Aarhus"]),
    Attack(
        "place-zh-docs",
        CHINESE,
        head={"place": "发票寄送地址：南京市中山路1号"},
        truth={"delivery_place": None},
    ),
    Attack(
        "place-zh-reg", CHINESE, head={"place": "注册地址：南京市中山路1号"}, truth={"delivery_place": None}
    ),
    Attack("place-zh-sign", CHINESE, head={"place": "签订地点：南京"}, truth={"delivery_place": None}),
    Attack(
        "place-zh-goods2",
        CHINESE,
        head={"place": "交货地点：供方工厂（需方自提）"},
        truth={"delivery_place": "供方工厂（需方自提）"},
    ),
    Attack(
        "zh-tpl-seller",
        CHINESE,
        head={"buy": "客户：江苏海瑞", "sup": None},
        title="产品订货单",
        letterhead="苏州长兴密封技术有限公司",
        truth={"customer": ("江苏海瑞", "江苏海瑞化工装备有限公司")},
    ),
    Attack(
        "zh-tpl-seller2",
        CHINESE,
        head={"buy": "订货单位：海瑞化工", "sup": None},
        title="产品订货单",
        letterhead="苏州长兴密封技术有限公司",
        truth={"customer": "海瑞化工"},
    ),
    Attack(
        "zh-tpl-seller3",
        CHINESE,
        head={"buy": None, "sup": None},
        after=["订货单位盖章："],
        title="产品订货单",
        letterhead="苏州长兴密封技术有限公司",
        truth={"customer": None},
    ),
    Attack(
        "n2-place-zh-2",
        CHINESE,
        more=["收货地址：苏州市工业园区星海街18号"],
        truth={"delivery_place": UNSURE},
    ),
    Attack(
        "n2-place-zh-return",
        CHINESE,
        head={"place": "退货地址：南通市经开区通达路88号"},
        truth={"delivery_place": None},
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
