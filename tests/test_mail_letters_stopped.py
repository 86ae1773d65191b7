"""Letters and subjects that stop an order in other words than by cancelling it."""

import pytest
from letter_builders import heard, opened_by, order

from extractors.mail import remarks
from models.message import Letter
from models.reading import Reading, stated

STOPPED = (
    "Unfortunately the project was cancelled.",
    "Our customer has stopped the project, so please do not go ahead.",
    "Sadly our client dropped the project.",
    "The project is on hold.",
    "The budget has been cut.",
    "We are not going ahead with the job.",
    "Please do not proceed.",
    "Could you please hold?",
    "Please pause everything for the moment.",
    "Please put the attached order on ice.",
    "Please treat as draft.",
    "Please regard the attached PO as an inquiry.",
    "We changed our minds.",
    "We have bought the bags elsewhere.",
    "See attached PO from last year, same again please.",
    "Could you check if the attached order is OK before we release it?",
    "Please review it before we place the order.",
    "项目取消了，不用做了。",
    "客户项目黄了，这个单子先停一下。",
    "客戶項目取消了，不用做了。",
    "业主那边叫停了。",
    "先不用生产了。",
    "订单先放一放。",
    "请停止生产。",
    "先缓一缓。",
    "别做了，我们已经在别处买了。",
    "附件订单当草稿看。",
    "Bitte die Bestellung stoppen.",
    "Wir müssen die Bestellung leider zurückziehen.",
    "Wir nehmen die Bestellung zurück.",
    "Anbei unsere Bestellung. Bitte mit der Fertigung noch warten.",
    "Das Projekt ist leider gestorben.",
    "Der Kunde hat das Vorhaben abgesagt.",
    "Bitte noch nicht anfangen.",
    "Bitte prüfen Sie die Bestellung, bevor wir sie freigeben.",
)
SUBJECTS = (
    "Order PO-77120 - please hold",
    "PO-77120 HOLD",
    "AW: Bestellung PO-77120 - bitte stornieren",
    "Storno: Bestellung PO-77120",
    "订单PO-77120 取消",
    "採購訂單PO-77120（暫停）",
    "Fwd: old order PO-77120",
    "PO-77120 test",
    "DRAFT PO-77120",
    "Superseded: PO-77120",
)
PLAIN_SUBJECTS = (
    "Order PO-77120 stop valves",
    "PO-77120 for test bench 3",
    "Order PO-77120, hold-down bolts",
    "Bestellung PO-77120 Stopfbuchsen",
    "订单PO-77120 试验台备件",
    "Order PO-77120 from Garran Zinc Ltd",
    "AW: Angebot 20018841 / Bestellung PO-77120",
)
ORDINARY = (
    "The drawings are for information only.",
    "Please ignore my mail of this morning.",
    "Please disregard our previous message.",
    "之前的邮件作废，请以本邮件为准。",
    "Die Mail von heute Morgen bitte vergessen.",
    "The project starts in June.",
    "请不要用旧木箱包装。",
    "Please stop by when you are in Bremen.",
    "Bitte warten Sie auf unseren Spediteur.",
)


def _none_sure(reading: Reading) -> bool:
    return not any(field.sure for line in reading.lines for _, field in stated(line))


def _under(subject: str) -> Reading:
    return remarks.beside(order(), (Letter(subject, "Please see attached.\n\nBest regards"),))


@pytest.mark.parametrize("said", STOPPED)
def test_an_order_that_is_stopped_is_not_sure(said: str) -> None:
    assert _none_sure(heard(said))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_an_order_that_its_subject_stops_is_not_sure(subject: str) -> None:
    assert _none_sure(_under(subject))


@pytest.mark.parametrize("subject", PLAIN_SUBJECTS)
def test_a_plain_subject_opens_nothing(subject: str) -> None:
    assert _under(subject).lines == order().lines


@pytest.mark.parametrize("said", ORDINARY)
def test_what_is_said_of_papers_and_former_mails_opens_nothing(said: str) -> None:
    assert opened_by(f"Order attached. {said}") == set()


def test_a_subject_that_takes_an_item_back_leaves_the_order() -> None:
    found = _under("Order PO-77120 - item 20 cancelled")
    assert found.header.document_number == order().header.document_number
    quantity = found.lines[1].quantity
    assert quantity is not None
    assert not quantity.sure
