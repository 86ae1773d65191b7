"""Orders in a mail's text that the mail's own sentences restrict, or those of whoever forwards it."""

import pytest
from attack_mails import TABLE, TEXT, Mail

from models.reading import Field, OrderLine, Reading

FORWARDED = """{said}

-----Original Message-----
From: P. Olsen <p@nordhavn.example>
Sent: Monday, 1 March 2027
To: K. Jensen
Subject: order

please deliver, our order 4500781234 of 12 Nov 2026:

{table}"""
AGAINST = (
    "Please stop this.",
    "The order below is no longer valid.",
    "Die Bestellung unten ist hinfällig.",
    "Please add two more seals.",
    "We only need the seals, not the sleeves.",
    "Make it twelve sleeves.",
    "请把下面的订单数量加倍。",
    "下面的订单不用执行。",
)
RESTRICTED = (
    "We need only one of the two items.",
    "This is only for our budget planning.",
    "Please deliver free of charge as replacement for the faulty ones.",
    "Our accountant has still to approve it.",
    "All quantities are in boxes.",
    "The prices are from your old list.",
    "请免费发货。",
    "领导还没审批。",
    "Die Bestellung muss noch freigegeben werden.",
)
USUAL = (
    "Please see the order of my colleague below and process it.",
    "下面是同事的订单，请安排。",
    "Please confirm. Thank you.",
    "Bitte um Auftragsbestätigung.",
)
BESIDE = (
    "By the way, the invoice for 5 sleeves of order X-11 is still missing.",
    "Zur Bestellung B-4711 (12 Stück) fehlt noch die Rechnung.",
    "另：7月份那批轴套（订单 X-11）发票还没收到，请催一下",
    "Item 20 last year was 61,50 EUR but we accept the new price.",
    "Hinweis: letzter Einkauf Pos 20: 12.03.2024, 4 Stk zu 61,00 EUR",
)
STILL = (
    "Please add the 5 sleeves of order X-11 and send one invoice.",
    "Item 20 last year was 10 pcs, now 12 pcs.",
    "Item 20 as last time 61.50 EUR.",
)


def figures(found: Reading) -> list[bool]:
    """Return of quantities, prices and total whether they are sure."""
    fields = [found.header.total_amount, *(each for line in found.lines for each in _of(line))]
    return [field is not None and field.sure for field in fields]


def _of(line: OrderLine) -> list[Field | None]:
    return [line.quantity, line.unit_price]


def forwarded(said: str) -> Reading:
    body = FORWARDED.replace("{said}", said)
    (found,) = Mail("forwarded", body=body, table=TABLE, subject="FW: order").readings
    return found


@pytest.mark.parametrize("said", AGAINST)
def test_who_forwards_an_order_may_change_it(said: str) -> None:
    assert not any(figures(forwarded(said)))


@pytest.mark.parametrize("said", USUAL)
def test_who_passes_an_order_on_leaves_it_as_it_is(said: str) -> None:
    assert all(figures(forwarded(said)))


@pytest.mark.parametrize("said", RESTRICTED)
def test_a_mail_may_restrict_the_order_in_it(said: str) -> None:
    (found,) = Mail("restricted", body=TEXT, after=f"{said}\n").readings
    assert not any(figures(found))


@pytest.mark.parametrize("said", USUAL)
def test_what_a_mail_says_besides_leaves_its_order_as_it_is(said: str) -> None:
    (found,) = Mail("usual", body=TEXT, after=f"{said}\n").readings
    assert all(figures(found))


@pytest.mark.parametrize("said", BESIDE)
def test_another_order_and_a_former_purchase_leave_it_as_it_is(said: str) -> None:
    (found,) = Mail("beside", body=TEXT, after=f"{said}\n").readings
    assert all(figures(found))


@pytest.mark.parametrize("said", STILL)
def test_what_a_former_order_brings_into_this_one_is_heard(said: str) -> None:
    (found,) = Mail("still", body=TEXT, after=f"{said}\n").readings
    assert not any(figures(found))


@pytest.mark.parametrize("note", ["** 免费 **", "(free of charge)"])
def test_a_note_in_a_row_is_no_sentence(note: str) -> None:
    (found,) = Mail("noted", body=TEXT, after=f"{note}\n").readings
    assert all(figures(found))
