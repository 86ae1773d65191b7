"""The sentence by which a paper says of itself that it is the order, and those that only look like it."""

import pytest
from reading_attacks import CHINESE, ENGLISH, Attack, Order

from extractors.assemble import assemble
from models.reading import Field, Reason

BARE = {"num": None, "date": None}


def _read(sentence: str, base: Order = ENGLISH, **head: str | None) -> tuple[Field, Field]:
    attack = Attack("placing", base, head={**BARE, **head}, before=[sentence])
    header = assemble(attack.document).header
    assert header.document_number is not None
    assert header.document_date is not None
    return header.document_number, header.document_date


@pytest.mark.parametrize(
    "sentence",
    [
        "With this purchase order P-103235 of 26 March 2026, Nordhavn Process A/S orders from Suzhou Ltd.:",
        "Nordhavn Process A/S hereby places order no. P-103235 dated 26-Mar-2026 for the goods listed below.",
        "Please accept this e-mail as our official order P-103235 of March 26, 2026.",
        "Mit unserer Bestellung P-103235 vom 26.03.2026 bestellt Nordhavn Process A/S bei Changxing Ltd.:",
        "Our order P-103235 of 26.03.2026, your quotation 20031801:",
        "Order P-103235, 26-Mar-2026, on your quote 20031205:",
        "Our PO is P-103235, placed 26 March 2026.",
        "Please find our order below, order number P-103235, dated 26 March 2026.",
        "Please supply against our order P-103235 dated 26 March 2026.",
    ],
)
def test_a_paper_that_places_itself_states_its_number_and_date(sentence: str) -> None:
    number, date = _read(sentence)
    assert (number.value, number.sure) == ("P-103235", True)
    assert (date.value, date.sure) == ("2026-03-26", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "江苏海瑞化工装备有限公司（以下简称需方）于2026年3月26日向贵司订购下列货物，订单编号为PO103235。",
        "兹由江苏海瑞化工装备有限公司向苏州长兴密封技术有限公司下达第PO103235号订单，下单日期2026.03.26，明细如下：",
        "请按以下清单安排供货，订单号PO103235，下单日期2026年3月26日，盖章件补寄。",
        "按贵司报价单20018811订下列备件，订单号 PO103235，订单日期2026年3月26日：",
        "您好，下单如下（单号PO103235，2026年3月26日）：",
        "附表为我司本批采购，订单号 PO103235，2026年03月26日 下单。",
    ],
)
def test_a_chinese_paper_places_itself(sentence: str) -> None:
    number, date = _read(sentence, CHINESE)
    assert (number.value, number.sure) == ("PO103235", True)
    assert (date.value, date.sure) == ("2026-03-26", True)


@pytest.mark.parametrize(
    "sentence",
    [
        # Another order, an earlier one, an order that is spoken of.
        "With reference to our purchase order P-103235 of 26 March 2026, please deliver the items below.",
        "Nordhavn Process A/S placed order no. P-103235 dated 26-Mar-2026 for the goods listed below.",
        "Please accept this e-mail as a change of our official order P-103235 of March 26, 2026.",
        "The goods belong to contract P-103235 made on 26 March 2026 between the parties.",
        "We refer to our order P-103235 of 26 March 2026:",
        "Order P-103235, 26-Mar-2026, came late.",
    ],
)
def test_a_sentence_that_speaks_of_an_order_proves_nothing(sentence: str) -> None:
    number, date = _read(sentence)
    assert not number.sure
    assert not date.sure


MADE = "需方江苏海瑞化工装备有限公司与供方苏州长兴密封技术有限公司于2026年3月26日{what}，合同编号：PO103235。"


@pytest.mark.parametrize(("what", "sure"), [("签订本采购合同", True), ("签订的年度框架合同", False)])
def test_a_contract_says_when_it_was_made(what: str, sure: bool) -> None:  # noqa: FBT001 - a table
    _, date = _read(MADE.format(what=what), CHINESE)
    assert (date.value, date.sure) == ("2026-03-26", sure)


def test_a_label_that_says_otherwise_leaves_both_open() -> None:
    sentence = (
        "Nordhavn Process A/S hereby places order no. P-103235 dated 26-Mar-2026 for the goods listed below."
    )
    number, date = _read(sentence, num="Order No.: 4500781234", date="Order date: 2026-11-12")
    assert (number.sure, number.reason) == (False, Reason.RIVAL)
    assert (date.sure, date.reason) == (False, Reason.RIVAL)


def test_two_orders_that_place_themselves_leave_the_number_open() -> None:
    one, other = (
        f"Nordhavn Process A/S hereby places order no. {each} dated 26-Mar-2026 for the goods listed below."
        for each in ("P-103235", "P-103236")
    )
    attack = Attack("placing-two", head=BARE, before=[one], after=[other])
    number = assemble(attack.document).header.document_number
    assert number is not None
    assert not number.sure


def test_the_buyer_of_the_sentence_buys() -> None:
    sentence = "With this order P-103235 of 26 March 2026, Vejle Pumper A/S orders from Changxing Ltd.:"
    attack = Attack("placing-buyer", head=BARE, letterhead="", before=[sentence])
    customer = assemble(attack.document).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("Vejle Pumper A/S", True)


def test_a_number_at_the_end_of_a_line_without_a_stop_may_go_on() -> None:
    begin = "江苏海瑞化工装备有限公司（以下简称需方）于2026年3月26日向贵司订购下列货物，订单编号为PO1032"
    number, _ = _read(begin, CHINESE)
    assert not number.sure
    number, _ = _read(f"{begin}\n57。", CHINESE)
    assert not number.sure
    number, _ = _read(f"{begin}。", CHINESE)
    assert (number.value, number.sure) == ("PO1032", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "请参照上次采购，订单号 PO103235，2026年3月26日：",
        "这批与我司采购一样，订单号 PO103235，2026年3月26日。",
        "请并入我司采购，订单号 PO103235，2026年3月26日。",
        "我司已于3月采购，订单号 PO103235，2026年3月26日，现补发图纸。",
        "本单属框架采购，订单号 PO103235，2026年3月26日。",
    ],
)
def test_a_chinese_sentence_of_another_order_proves_nothing(sentence: str) -> None:
    number, date = _read(sentence, CHINESE)
    assert not number.sure
    assert not date.sure


@pytest.mark.parametrize(
    ("sentence", "sure"),
    [
        ("This contract is made on 26 March 2026 between the parties named above.", True),
        ("This agreement was signed on 26 March 2026 between the parties and is amended as below.", False),
        ("合同编号PO103235，2026年3月26日签订于常州。", True),
    ],
)
def test_a_contract_says_on_which_day_it_is_made(sentence: str, *, sure: bool) -> None:
    assert _read(sentence)[1].sure is sure
