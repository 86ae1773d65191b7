"""Papers that say of themselves that they are not in force, in a title, a line or a label of their state."""

import pytest
from reading_attacks import CHINESE, Attack, finds

ATTACKS = (
    Attack("t-quotation-only", before=["For quotation only"], nothing_sure=True),
    Attack("t-not-order", before=["This is not an order"], nothing_sure=True),
    Attack("t-cancel-stamp", before=["CANCELLED"], nothing_sure=True),
    Attack("t-cancelled-order", title="CANCELLED ORDER", nothing_sure=True),
    Attack("t-void", after=["VOID"], nothing_sure=True),
    Attack("t-draft-foot", after=["Draft - for review only"], nothing_sure=True),
    Attack("t-proforma-order", title="PROFORMA ORDER", nothing_sure=True),
    Attack("t-budget", title="BUDGET ENQUIRY", nothing_sure=True),
    Attack("t-preorder", title="PRE-ORDER (not binding)", nothing_sure=True),
    Attack("t-simulation", title="Order simulation", nothing_sure=True),
    Attack("t-cart", title="Shopping cart", nothing_sure=True),
    Attack("t-zh-yijia", CHINESE, title="议价单", nothing_sure=True),
    Attack("t-zh-bijia", CHINESE, before=["仅供询价使用"], nothing_sure=True),
    Attack("t-zh-wuxiao", CHINESE, before=["本订单已作废"], nothing_sure=True),
    Attack("t-zh-cancelled", CHINESE, title="采购订单（已取消）", nothing_sure=True),
    Attack("t-zh-yugao", CHINESE, title="采购预告", nothing_sure=True),
    Attack("t-zh-moni", CHINESE, title="采购订单（预览）", nothing_sure=True),
    Attack("t-zh-shenhe", CHINESE, before=["状态：未审核"], nothing_sure=True),
    Attack("t-status-en", before=["Status: Draft"], nothing_sure=True),
    Attack("t-status-pend", before=["Approval status: pending"], nothing_sure=True),
    Attack("t-status-rej", before=["Status: Rejected"], nothing_sure=True),
    Attack("t-superseded", before=["Superseded by order 4500789999"], nothing_sure=True),
    Attack(
        "t-revB", before=["Rev. B - replaces Rev. A of 2026-11-01"], kinds=("purchase_order", "change_order")
    ),
    Attack("t-copy-ok", before=["COPY"]),
    Attack("t-original-ok", before=["Original"]),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
