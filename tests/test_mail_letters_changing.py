"""Letters that change the figures or the parts of the attached order without a number that it lacks."""

import pytest
from letter_builders import opened_by

FIGURES = {"quantity.1", "quantity.2", "unit_price.1", "unit_price.2", "total_amount"}
CHANGING = (
    "Please deliver twice the quantity of the attached order.",
    "Please see the order attached, but we take only half of the quantities.",
    "We need the order doubled.",
    "Attached our PO. Please halve the quantities.",
    "附件为我司采购订单，数量都翻倍。",
    "附件为我司订单，请按半数发货。",
    "附件訂單的數量減半。",
    "附件为订单，每项都多发一个。",
    "The prices are not correct, please use those of your last quotation.",
    "Order attached. The unit prices are outdated.",
    "附件订单单价不对，以最新报价为准。",
    "Die Preise in der Bestellung sind veraltet.",
    "Order attached. Quantities are in boxes of 12, not pieces.",
    "Order attached. The quantities refer to cartons.",
    "附件订单数量单位为箱。",
    "Bestellung anbei. Die Mengen sind in Kartons angegeben.",
    "We need only one of the two items.",
    "Please send only the first item.",
    "Bitte nur die erste Position.",
    "附件订单只要其中一项。",
    "Please add two more bags.",
    "Order attached. Another five please.",
    "Bitte noch zwei Stück dazu.",
    "Order attached. Please deliver free of charge as replacement for the faulty ones.",
    "Bestellung anbei, bitte kostenlos als Garantieersatz.",
    "附件为订单，质保更换，免费。",
    "Anbei unsere Bestellung. Bitte die Position 20 noch nicht liefern.",
    "The second item has to wait until next month.",
    "Die zweite Position bitte zurückstellen.",
    "附件订单第二项先等通知。",
    "The second position: eleven pieces please.",
    "Please deliver twelve pieces of the bags.",
    "附件为订单，滤袋要十二个。",
    "Bestellung anbei, bitte elf Stück.",
    "Quantity of each item plus 20 %.",
    "Please round the quantities up to full boxes.",
    "Alle Mengen bitte um 10 % erhöhen.",
    "第一项多做两件备用。",
    "单价按我们谈的95折。",
    "Prices in the PO are net of the 3 % we agreed.",
    "Item 10 goes to another supplier.",
    "We have looked at our stock of the bags and\nfound that we need only one of the two items.",
)
OTHER_PARTS = (
    "Attached our PO. Part LP-16-4300 is discontinued, please send LP-16-4301.",
    "Attached our PO. Please note LP-16-4305.",
    "附件为订单，LP-16-4300停产，请换成新型号。",
    "Anbei die Bestellung. LP-16-4300 wird ersetzt durch den Nachfolger.",
)
SWAPPED = (
    "Attached our PO. Instead of PP 75 please supply PP 85.",
    "Please replace the 75 type by the 85 type.",
    "Bitte statt PP 75 nun PP 85 liefern.",
    "附件为订单，请把PP 75换成PP 85。",
)
USUAL = (
    "Order attached. Please send the papers by e-mail instead of by post.",
    "Order attached. The certificates are free of charge as always.",
    "Order attached. I have two more questions: please call me.",
    "Order attached. One invoice only, please.",
    "Order attached. It came to me instead of you, please process.",
    "附件为订单，价格按昨天电话谈定的执行。",
    "Order attached. Certificates in two sets, please, for the filter bags.",
    "Please find attached our order over LP-16-4200 and LP-16-4300.",
    "Order attached. Please ship by sea instead of by air.",
    "附件为订单，请勿在送货单上显示价格。",
    "Bestellung anbei. Bitte nur eine Rechnung.",
)


@pytest.mark.parametrize("said", CHANGING)
def test_a_letter_that_changes_all_items_or_one_opens_the_figures(said: str) -> None:
    assert opened_by(said) >= FIGURES


@pytest.mark.parametrize("said", OTHER_PARTS)
def test_a_letter_that_names_another_part_opens_what_the_item_is(said: str) -> None:
    assert "part_number.2" in opened_by(said) or "customer_part_number.2" in opened_by(said)


@pytest.mark.parametrize("said", SWAPPED)
def test_one_thing_for_another_opens_what_the_items_are(said: str) -> None:
    assert {"description.1", "description.2"} <= opened_by(said)


@pytest.mark.parametrize("said", USUAL)
def test_what_is_free_swapped_or_added_beside_the_order_opens_nothing(said: str) -> None:
    assert opened_by(said) == set()


@pytest.mark.parametrize(
    "said",
    [
        "Please find attached our revised order, item 20 is now 12.",
        "Attached our order. Please use the corrected prices of my mail.",
        "附件为修改后的订单，第2项数量改为12个。",
        "Anbei die Bestellung. Die Preise sind zu korrigieren.",
    ],
)
def test_an_order_that_is_called_revised_may_still_be_changed(said: str) -> None:
    assert opened_by(said) >= {"quantity.2", "unit_price.2"}
