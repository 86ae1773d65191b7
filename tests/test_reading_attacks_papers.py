"""Papers that look like an order and are none, or one that is not in force."""

import pytest
from reading_attacks import CHINESE, UNSURE, Attack, finds

ATTACKS = (
    Attack("kind-en-ORDER CONFIRMATION", title="ORDER CONFIRMATION", nothing_sure=True),
    Attack("kind-en-ORDER ACKNOWLEDGEMENT", title="ORDER ACKNOWLEDGEMENT", nothing_sure=True),
    Attack("kind-en-PROFORMA INVOICE", title="PROFORMA INVOICE", nothing_sure=True),
    Attack("kind-en-REQUEST FOR QUOTATION", title="REQUEST FOR QUOTATION", nothing_sure=True),
    Attack("kind-en-INQUIRY", title="INQUIRY", nothing_sure=True),
    Attack("kind-en-DELIVERY NOTE", title="DELIVERY NOTE", nothing_sure=True),
    Attack("kind-en-PACKING LIST", title="PACKING LIST", nothing_sure=True),
    Attack("kind-en-QUOTATION", title="QUOTATION", nothing_sure=True),
    Attack("kind-en-DRAFT PURCHASE ORDER", title="DRAFT PURCHASE ORDER", nothing_sure=True),
    Attack("kind-en-PURCHASE REQUISITION", title="PURCHASE REQUISITION", nothing_sure=True),
    Attack("kind-en-ORDER CANCELLATION", title="ORDER CANCELLATION", nothing_sure=True),
    Attack(
        "kind-en-CANCELLATION OF PURCHASE ORDER", title="CANCELLATION OF PURCHASE ORDER", nothing_sure=True
    ),
    Attack("kind-en-Confirmation of your order", title="Confirmation of your order", nothing_sure=True),
    Attack("kind-en-ORDER STATUS REPORT", title="ORDER STATUS REPORT", nothing_sure=True),
    Attack("kind-en-GOODS RECEIPT", title="GOODS RECEIPT", nothing_sure=True),
    Attack("kind-en-RETURN ORDER", title="RETURN ORDER", nothing_sure=True),
    Attack("kind-en-CREDIT NOTE", title="CREDIT NOTE", nothing_sure=True),
    Attack("kind-en-DELIVERY REMINDER", title="DELIVERY REMINDER", nothing_sure=True),
    Attack("kind-en-ORDER REMINDER", title="ORDER REMINDER", nothing_sure=True),
    Attack("kind-en-DELIVERY SCHEDULE", title="DELIVERY SCHEDULE", nothing_sure=True),
    Attack("kind-en-FORECAST", title="FORECAST", nothing_sure=True),
    Attack(
        "kind-en-Purchase order - COPY - not valid",
        title="Purchase order - COPY - not valid",
        nothing_sure=True,
    ),
    Attack("kind-zh-订单确认书", CHINESE, title="订单确认书", nothing_sure=True),
    Attack("kind-zh-送货单", CHINESE, title="送货单", nothing_sure=True),
    Attack("kind-zh-报价单", CHINESE, title="报价单", nothing_sure=True),
    Attack("kind-zh-询价单", CHINESE, title="询价单", nothing_sure=True),
    Attack("kind-zh-采购申请单", CHINESE, title="采购申请单", nothing_sure=True),
    Attack("kind-zh-请购单", CHINESE, title="请购单", nothing_sure=True),
    Attack("kind-zh-形式发票", CHINESE, title="形式发票", nothing_sure=True),
    Attack("kind-zh-订单取消通知", CHINESE, title="订单取消通知", nothing_sure=True),
    Attack("kind-zh-退货单", CHINESE, title="退货单", nothing_sure=True),
    Attack("kind-zh-对账单", CHINESE, title="对账单", nothing_sure=True),
    Attack("kind-zh-发货清单", CHINESE, title="发货清单", nothing_sure=True),
    Attack("kind-zh-装箱单", CHINESE, title="装箱单", nothing_sure=True),
    Attack("kind-zh-采购计划", CHINESE, title="采购计划", nothing_sure=True),
    Attack("kind-zh-催货函", CHINESE, title="催货函", nothing_sure=True),
    Attack("kind-zh-入库单", CHINESE, title="入库单", nothing_sure=True),
    Attack("kind-zh-比价单", CHINESE, title="比价单", nothing_sure=True),
    Attack("kind-zh-中标通知书", CHINESE, title="中标通知书", nothing_sure=True),
    Attack("kind-zh-采购订单（草稿）", CHINESE, title="采购订单（草稿）", nothing_sure=True),
    Attack("kind-zh-合同评审表", CHINESE, title="合同评审表", nothing_sure=True),
    Attack("kind-zh-开票申请单", CHINESE, title="开票申请单", nothing_sure=True),
    Attack(
        "rfq-sentence",
        head={"num": "Inquiry No.: 6000123", "date": "Date: 2026-11-12"},
        before=["Please quote for the following items:"],
        title="",
        nothing_sure=True,
    ),
    Attack("conf-sentence", before=["We confirm your order as follows:"], title="", nothing_sure=True),
    Attack("conf-sentence-zh", CHINESE, before=["现确认贵司订单如下："], title="", nothing_sure=True),
    Attack(
        "terms-before", before=["Payment terms: 90 days net for services"], truth={"payment_terms": UNSURE}
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
