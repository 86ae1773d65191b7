"""Letters that say that the attached order does not count: unsigned, an old one, a template."""

import pytest
from letter_builders import heard, order

from models.reading import stated

OFF = (
    "附件订单请忽略，新订单稍后发。",
    "附件訂單請忽略，新訂單稍後發。",
    "附件为采购订单的模板，请按此格式提供报价。",
    "附件为采购订单，请先做形式发票，待我司确认后生效。",
    "附件是去年的订单，供参考。",
    "附件订单发错了，请等新的。",
    "附件订单还没有审批，先发给你看一下。",
    "订单正在走流程，审批中。",
    "附件订单仅用于报关。",
    "此单不再执行。",
    "附件订单不作数。",
    "这是重发的订单，请勿重复录入。",
    "附件为订单样例，供你司了解。",
    "The attached order is for your approval, the signed one follows next week.",
    "Please find attached last year's order as an example. We would like the same again, please quote.",
    "attached is the old order for comparison.",
    "This is a re-send of the order from Monday, do not enter it twice.",
    "Order attached. Our managing director has still to sign, it has not yet been approved.",
    "Attached our PO. We are still waiting for the approval of our head office.",
    "The attached PO was sent by mistake.",
    "You received the wrong order, sorry.",
    "Attached the PO as a template for your offer.",
    "The order attached is for our internal budget planning only.",
    "The attached order has expired.",
    "Order attached, please do not book it.",
    "Please stop the production.",
    "Duplicate of the order by fax - please avoid double delivery.",
    "Please find attached our previous order.",
    "The attached contract is not the final one.",
    "Please forget the attached order.",
    "This PO has not been signed by our director.",
    "Attached a preliminary version of our PO.",
    "Please park this order for the moment.",
    "The attached order went to another supplier, can you match the prices?",
    "Please do nothing before you hear from us.",
    "Anbei ein Entwurf unserer Bestellung.",
    "Die Bestellung ist noch vorläufig.",
    "附件是草稿，正式合同后面发。",
    "附件订单老板还没签字。",
    "附件为意向订单。",
    "The attached order is only here so that you can see what we shall\nneed, and is for comparison.",
    "Anbei unsere Bestellung nur zur Information, bitte nicht ausführen.",
    "Anbei die Bestellung zur Prüfung. Freigabe erfolgt durch Hr. Meier.",
    "Anbei die Bestellung, sie muss noch unterschrieben werden.",
    "Die Bestellung anbei ist hinfällig.",
    "Die beigefügte Bestellung bitte ignorieren.",
    "Anbei die alte Bestellung.",
    "Die Bestellung im Anhang ist nicht mehr aktuell.",
    "Anbei die Bestellung als Muster.",
    "Bitte die Bestellung nicht doppelt erfassen.",
    "Die Bestellung wurde irrtümlich versendet.",
)


@pytest.mark.parametrize("said", OFF)
def test_nothing_is_sure_of_an_order_that_does_not_count(said: str) -> None:
    found = heard(said)
    assert "letter_withdraws" in [each.code for each in found.problems]
    fields = [*stated(found.header), *(each for line in found.lines for each in stated(line))]
    assert [name for name, field in fields if field.certain] == []
    assert found.kind is order().kind
