"""A polite "if" silences its own clause only: what the rest of a sentence says of the order is heard."""

import pytest
from letter_builders import heard, opened_by

from extractors.mail.conditions import settled
from models.reading import stated

OFF = (
    "The order is cancelled, if you have questions call me.",
    "Please do not process the attached order, let me know when you can talk.",
    "The attached order is cancelled and please contact me for details.",
    "We have to cancel the attached order; should you have any questions, please call.",
    "The attached order is void, otherwise all stays as agreed.",
    "The order is withdrawn but if you have already started please tell us.",
    "附件订单作废，如有疑问请联系。",
    "附件訂單作廢，如有疑問請聯繫。",
    "如有问题请随时联系，附件订单请取消。",
    "该订单取消，如需了解详情可以打电话给我。",
    "附件订单作废，有任何问题请找王工。",
    "Die Bestellung ist storniert, bei Rückfragen melden Sie sich bitte.",
    "Die Bestellung im Anhang ist hinfällig, falls Sie Fragen haben, rufen Sie mich an.",
    "If you have not started yet, please cancel the attached order.",
)
CHANGED = (
    "Please leave out item 20, otherwise all as stated in the attached order.",
    "Order attached. Please change item 20 to 12 pcs, otherwise unchanged.",
    "Order attached. Please change item 20 to 12 pcs and let me know that you got this.",
    "Order attached. You may leave out item 20.",
    "Order attached. If possible please change item 20 to 12 pcs.",
    "附件订单第2项数量改为12个，如有问题请联系我。",
    "附件订单去掉第2项，其余不变，如需盖章件请告知。",
    "如果还没生产，请把第2项数量改为12个。",
    "Anbei Bestellung. Menge Pos. 20 auf 12 ändern, sollte kein Problem sein.",
    "Anbei Bestellung. Bitte Pos. 20 streichen, wenn möglich, und geben Sie uns Bescheid.",
)
NOTHING = (
    "see attached PO. If you cannot deliver in time, we may cancel the order.",
    "Should the prices not be correct, please let us know.",
    "If any price or quantity has to be changed, please inform us of the new price before.",
    "Please let us know if any prices, quantities or dates need to be changed.",
    "We reserve the right to cancel the order, if it is late.",
    "Please confirm the order by return, otherwise it is cancelled.",
    "If you are not the intended recipient, please delete this message and any attachments.",
    "附件为采购订单，如逾期交货，我司有权取消订单。",
    "如价格、数量有变更，请提前告知。",
    "如果您误收了本邮件，请删除本邮件及附件。",
    "Falls Sie nicht der richtige Adressat sind, löschen Sie bitte diese E-Mail.",
    "Sollten sich Preise oder Mengen ändern, bitten wir um Nachricht.",
)


@pytest.mark.parametrize("said", OFF)
def test_a_courtesy_takes_nothing_from_an_order_that_is_off(said: str) -> None:
    assert not any(field.sure for line in heard(said).lines for _, field in stated(line))


@pytest.mark.parametrize("said", CHANGED)
def test_a_courtesy_takes_nothing_from_a_change(said: str) -> None:
    assert opened_by(said) >= {"quantity.2"}


def test_another_day_is_heard_beside_a_courtesy() -> None:
    assert "delivery_date" in opened_by("附件为采购订单，交期改为4月15日，如有问题请及时沟通。")


@pytest.mark.parametrize("said", NOTHING)
def test_what_might_happen_has_not_happened(said: str) -> None:
    assert opened_by(f"Order attached. {said}") == set()


def test_what_depends_on_nothing_stays_as_it_is_said() -> None:
    assert settled("Please deliver 10 pieces, 3 in May") == "Please deliver 10 pieces, 3 in May"
