"""Words of the head and the foot that are nearly a label, in several languages and notations."""

import pytest
from reading_attacks import ANY, CHINESE, UNSURE, Attack, finds

ATTACKS = (
    Attack(
        "w-cur-rate",
        head={"cur": "Currency: USD"},
        more=["Exchange rate 1 USD = 7.10 CNY"],
        foot=["Total 1,930.00"],
        truth={"currency": "USD"},
    ),
    Attack("w-date-words", head={"date": "Order date: 12th of November 2026"}),
    Attack("w-date-zh", CHINESE, head={"date": "订单日期：二〇二六年十一月八日"}),
    Attack("w-date-time", head={"date": "Order date: 2026-11-12 23:30 UTC"}),
    Attack(
        "w-date-usa",
        head={"date": "Order date: 11/12/2026", "deliv": "Delivery date: 12/18/2026"},
        truth={"document_date": "2026-11-12"},
    ),
    Attack(
        "w-date-eu",
        head={"date": "Order date: 11/12/2026", "deliv": "Delivery date: 18/12/2026"},
        truth={"document_date": "2026-12-11"},
    ),
    Attack(
        "w-date-mixed",
        head={"date": "Order date: 11/12/2026", "deliv": "Delivery date: 12/18/2026"},
        after=["Inspection on 25/11/2026"],
        truth={"document_date": UNSURE, "delivery_date": "2026-12-18"},
    ),
    Attack("w-date-2digit", head={"date": "Order date: 12-11-26"}, truth={"document_date": UNSURE}),
    Attack("w-date-dash", head={"date": "Order date: 12-11-2026"}, truth={"document_date": UNSURE}),
    Attack("w-title-rev", title="PURCHASE ORDER REVISION 2", kinds=("change_order", "purchase_order")),
    Attack("w-title-amended", title="AMENDED PURCHASE ORDER", kinds=("change_order", "purchase_order")),
    Attack(
        "w-place-company",
        head={"place": "Ship to: DSV Warehouse, c/o Nordhavn, Kaj 3, Aarhus"},
        truth={"delivery_place": "DSV Warehouse, c/o Nordhavn, Kaj 3, Aarhus"},
    ),
    Attack(
        "w-shipto-inv",
        head={"place": "Ship to / Invoice to: Industrivej 4, 6700 Esbjerg"},
        truth={"delivery_place": "Industrivej 4, 6700 Esbjerg"},
    ),
    Attack(
        "w-fax",
        more=["Fax No.: 75123456", "Tel. No.: 75123457", "Customer No.: 300917", "Vendor No.: 881122"],
    ),
    Attack("w-cust-order", more=["Our customer order No.: 99887766"]),
    Attack("w-project", head={"num": "Project order No.: 99887766"}, truth={"document_number": None}),
    Attack("w-po-line", head={"num": "PO item: 10"}, truth={"document_number": None}),
    Attack("w-po-type", head={"num": "PO type: NB"}, truth={"document_number": None}),
    Attack("w-po-total", head={"num": "PO value: 1930"}, truth={"document_number": None}),
    Attack("w-order-status", head={"num": "Order status: 4"}, truth={"document_number": None}),
    Attack("w-contract-val", CHINESE, head={"num": "合同金额：17390"}, truth={"document_number": None}),
    Attack("w-dingdan-leixing", CHINESE, head={"num": "订单类型：A12"}, truth={"document_number": None}),
    Attack("w-dingdan-banben", CHINESE, head={"num": "订单版本：V2"}, truth={"document_number": None}),
    Attack(
        "w-delivery-note",
        CHINESE,
        after=["备注：第2项轴套请于2026年12月1日前交货。"],
        truth={"delivery_date": (UNSURE, "2026-12-20")},
    ),
    Attack(
        "w-delivery-note-en",
        after=["Item 20 must be delivered by 2026-12-01."],
        truth={"delivery_date": ("2026-12-18", UNSURE)},
    ),
    Attack("w-total-in-head", more=["Order value: EUR 1,930.00"], foot=[]),
    Attack("w-total-in-head-old", more=["Order value: EUR 1,850.00"], truth={"total_amount": UNSURE}),
    Attack("w-zh-9zhe", CHINESE, after=["以上价格九五折结算"], truth={"total_amount": UNSURE}),
    Attack("w-zh-xiafu", CHINESE, after=["结算时按合计下浮3%"], truth={"total_amount": UNSURE}),
    Attack("w-zh-wuxiao", CHINESE, before=["（本订单未经盖章无效）"]),
    Attack("w-zh-shuliang", CHINESE, after=["第2项数量改为8件"], lines=[{}, {"quantity": UNSURE}]),
    Attack(
        "x-pay-sched",
        after=["Payment plan:", "30 % with order EUR 579.00", "70 % before shipment EUR 1,351.00"],
        truth={"payment_terms": ANY},
    ),
    Attack(
        "x-terms-inline",
        head={"pay": "Payment terms: 30 days net. Delivery terms: FCA Suzhou", "inc": None},
        truth={"payment_terms": "30 days net", "incoterms": ("FCA Suzhou", UNSURE)},
    ),
    Attack(
        "x-two-label-line", head={"num": "Order No.: 4500781234 Revision: 2 Date: 2026-11-12", "date": None}
    ),
    Attack("x-two-label-line2", head={"num": "Requisition No.: 10034455 Order No.: 4500781234"}),
    Attack(
        "x-two-label-line3",
        head={"num": "Order No.: 4500781234 Requisition No.: 10034455 Date: 2026-11-02", "date": None},
        truth={"document_date": ("2026-11-02", None)},
    ),
    Attack(
        "x-zh-line",
        CHINESE,
        head={
            "num": "合同编号：CG2026-1108 报价单号：20017731 日期：2026-11-08",
            "date": None,
            "quote": None,
        },
    ),
    Attack("x-zh-line2", CHINESE, head={"num": "项目编号：XM-77 订单编号：CG2026-1108"}),
    Attack("x-zh-line3", CHINESE, head={"date": "审批日期：2026-11-10"}, truth={"document_date": None}),
    Attack(
        "x-zh-date2",
        CHINESE,
        head={"date": "制单日期：2026-11-07"},
        more=["审核日期：2026-11-08"],
        truth={"document_date": "2026-11-07"},
    ),
    Attack("x-zh-date3", CHINESE, head={"date": "申请日期：2026-11-01"}, truth={"document_date": None}),
    Attack("x-zh-date4", CHINESE, head={"date": "合同生效日期：2026-12-01"}, truth={"document_date": None}),
    Attack("x-zh-date5", CHINESE, head={"date": "有效期：2026-12-01"}, truth={"document_date": None}),
    Attack(
        "x-zh-date6",
        CHINESE,
        head={"date": "下单日期：2026-11-08", "deliv": "交货日期：2026-11-08"},
        truth={"delivery_date": "2026-11-08"},
    ),
    Attack(
        "x-deliv-before", head={"deliv": "Delivery date: 2026-10-01"}, truth={"delivery_date": "2026-10-01"}
    ),
    Attack(
        "x-rev-header",
        head={"num": "Order No.: 4500781234", "date": "Order date: 2026-11-12"},
        more=["Change date: 2026-11-20", "Change No.: 1"],
    ),
    Attack("x-tax-incl-label", more=["VAT included: No"], truth={"tax_included": "false"}),
    Attack("x-inc-text", head={"inc": "Incoterms: DAP"}, truth={"incoterms": "DAP"}),
    Attack("x-inc-old", head={"inc": "Incoterms: DAT Esbjerg"}, truth={"incoterms": ("DAT Esbjerg", UNSURE)}),
    Attack("x-inc-deliv", head={"inc": "Terms of delivery: free house"}, truth={"incoterms": (None, UNSURE)}),
    Attack(
        "x-place-zh-oth",
        CHINESE,
        head={"place": "交货地点：同合同CG2025-001"},
        truth={"delivery_place": UNSURE},
    ),
    Attack(
        "x-place-long",
        CHINESE,
        head={"place": "交货地点：南通市经开区通达路88号海瑞厂区2号库（收货人：王工 13800000000）"},
        truth={"delivery_place": ANY},
    ),
    Attack(
        "x-cust-en-zh",
        CHINESE,
        letterhead="江苏海瑞化工装备有限公司 JIANGSU HAIRUI CO., LTD.",
        truth={"customer": ("江苏海瑞化工装备有限公司", "江苏海瑞化工装备有限公司 JIANGSU HAIRUI CO., LTD.")},
    ),
    Attack(
        "x-cust-branch",
        CHINESE,
        head={"buy": "需方：江苏海瑞化工装备有限公司南通分公司"},
        truth={"customer": "江苏海瑞化工装备有限公司南通分公司"},
    ),
    Attack(
        "x-cust-old",
        CHINESE,
        head={"buy": "需方：江苏海瑞化工装备有限公司（原南通海瑞密封有限公司）"},
        truth={
            "customer": (
                "江苏海瑞化工装备有限公司",
                UNSURE,
                "江苏海瑞化工装备有限公司（原南通海瑞密封有限公司）",
            )
        },
    ),
    Attack("x-cancel-note", after=["Please cancel item 10 of this order."], lines=[{"quantity": UNSURE}, {}]),
    Attack("x-hold", after=["This order is on hold until further notice."]),
    Attack("x-noprice-note", after=["Prices to be confirmed."]),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
