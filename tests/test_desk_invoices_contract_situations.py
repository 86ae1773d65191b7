"""What a clerk or a customer would lose money by, beside the corpus: rows against reviewed contracts.

Decisions are written by hand from the table (docs/invoicing.md), not taken from the program.
"""

from dataclasses import replace
from decimal import Decimal

import pytest
from contract_rows import CONTRACT, ITEM, PROFILE, decide, listed, shipped
from contract_situations import (
    GONE,
    NET,
    NO_TAX,
    STEPS,
    Situation,
    assert_decided,
    prices,
    row,
)

from models.invoice_sources import (
    InvoiceMode,
    Listed,
    Sources,
)
from models.invoicing import Code

CONTRACTS = [
    Situation("the contract says what the order says", (Code.INVOICE,)),
    Situation("no contract is known", (Code.INVOICE,), contract=None),
    Situation(
        "two equal contracts are one",
        (Code.INVOICE,),
        contract=(CONTRACT, replace(CONTRACT, case=13)),
    ),
    Situation(
        "two contracts with the number, one of them dearer",
        (Code.NOT_CHECKED,),
        contract=(CONTRACT, replace(CONTRACT, case=13, lines=prices(("90010045", "120.00")))),
        reason="contract_open",
    ),
    Situation(
        "two contracts with the number, other milestones",
        (Code.NOT_CHECKED,),
        contract=(CONTRACT, replace(CONTRACT, case=13, milestones=STEPS)),
        reason="contract_open",
    ),
    Situation(
        "the revision has the same number with its mark",
        (Code.PRICE_MISMATCH,),
        contract=replace(CONTRACT, reference="HT-2026-1123 Rev.2", lines=prices(("90010045", "120.00"))),
        reason="contract_gross_price_differs",
    ),
    Situation(
        "another contract of the customer says nothing of this order",
        (Code.INVOICE,),
        contract=replace(CONTRACT, reference="HT-2026-1124", lines=prices(("90010045", "1.00"))),
    ),
    Situation(
        "the number is another customer's contract",
        (Code.INVOICE,),
        contract=replace(CONTRACT, customer_number="100999", lines=prices(("90010045", "1.00"))),
        reason="contract_of_other",
    ),
    Situation(
        "the customer is told by its name alone",
        (Code.PRICE_MISMATCH,),
        contract=replace(
            CONTRACT,
            customer_number=None,
            customer="Example Petrochemical Co., Ltd.",
            lines=prices(("90010045", "1.00")),
        ),
        item=replace(ITEM, customer="EXAMPLE PETROCHEMICAL CO LTD"),
    ),
    Situation(
        "nobody knows whose contract it is",
        (Code.INVOICE,),
        contract=replace(CONTRACT, customer_number=None, lines=prices(("90010045", "1.00"))),
        reason="contract_of_other",
    ),
    Situation(
        "the contract is in another currency",
        (Code.PRICE_MISMATCH,),
        contract=replace(CONTRACT, currency="USD"),
    ),
    Situation(
        "the contract is in another currency, and so is the list: the order is not",
        (Code.PRICE_MISMATCH,),
        row("2000.00", currency="USD"),
        contract=replace(CONTRACT, currency="USD"),
    ),
    Situation("net contract, net order", (Code.INVOICE,), contract=NET),
    Situation(
        "net contract whose price is the order's gross one",
        (Code.PRICE_MISMATCH,),
        contract=replace(NET, lines=prices(("90010045", "113.00"))),
    ),
    Situation(
        "gross contract whose price is the order's net one",
        (Code.PRICE_MISMATCH,),
        contract=replace(CONTRACT, lines=prices(("90010045", "100.00"))),
    ),
    Situation(
        "gross contract, and neither order nor list states a tax: the contract's rate tells",
        (Code.INVOICE,),
        row("2000.00", tax_rate=None),
        item=NO_TAX,
    ),
    Situation(
        "gross contract at another price, and only the contract states a tax",
        (Code.PRICE_MISMATCH,),
        row("2000.00", tax_rate=None),
        contract=replace(CONTRACT, lines=prices(("90010045", "115.00"))),
        item=NO_TAX,
    ),
    Situation(
        "gross contract, and nobody states a tax",
        (Code.NOT_CHECKED,),
        row("2000.00", tax_rate=None),
        contract=replace(CONTRACT, tax_rate=None),
        item=NO_TAX,
    ),
    Situation(
        "gross contract without a rate of its own, the order's tells",
        (Code.INVOICE,),
        contract=replace(CONTRACT, tax_rate=None),
        reason="contract_silent",
    ),
    Situation(
        "the contract's price is per 100, gross",
        (Code.INVOICE,),
        contract=replace(CONTRACT, lines=prices(("90010045", "11300.00"), per=100)),
    ),
    Situation(
        "the contract's price per 100 is read as the price of one",
        (Code.PRICE_MISMATCH,),
        contract=replace(CONTRACT, lines=prices(("90010045", "11300.00"))),
    ),
    Situation(
        "the part is under two prices: a scale",
        (Code.NOT_CHECKED,),
        contract=replace(CONTRACT, lines=prices(("90010045", "113.00"), ("90010045", "110.00"))),
    ),
    Situation(
        "the part is under two lines at one price",
        (Code.INVOICE,),
        contract=replace(CONTRACT, lines=prices(("90010045", "113.00"), ("90010045", "113.00"))),
    ),
    Situation(
        "the list names another contract than the order",
        (Code.INVOICE,),
        row("2000.00", reference="HT-2026-0007"),
        reason="reference_differs",
    ),
    Situation(
        "the list names the order's contract in other words",
        (Code.INVOICE,),
        row("2000.00", reference="合同HT-2026-1123"),
    ),
    Situation(
        "the order names none, the list does",
        (Code.PRICE_MISMATCH,),
        row("2000.00", reference="HT-2026-1123"),
        contract=replace(CONTRACT, lines=prices(("90010045", "120.00"))),
        item=replace(ITEM, customer_reference=None),
    ),
    Situation(
        "the order names none, and two rows name two contracts: that is a question",
        (Code.NOT_CHECKED, Code.NOT_CHECKED),
        (
            listed("800.00", 8, reference="HT-2026-1123", deliveries=("80000008",)),
            listed("1200.00", 12, row=6, reference="HT-2026-1124", deliveries=("80000012",)),
        ),
        contract=(
            CONTRACT,
            replace(CONTRACT, case=13, reference="HT-2026-1124", lines=prices(("90010045", "120.00"))),
        ),
        deliveries=(shipped(8), shipped(12)),
        item=replace(ITEM, customer_reference=None),
        reason="contract_open",
    ),
    Situation(
        "the list names the customer by another company's name",
        (Code.INVOICE,),
        row("2000.00", customer="上海别家泵业有限公司"),
        item=replace(ITEM, customer="江苏示例石化有限公司"),
        reason="name_differs",
    ),
    Situation(
        "the list names the customer in short",
        (Code.INVOICE,),
        row("2000.00", customer="示例石化"),
        item=replace(ITEM, customer="江苏示例石化有限公司"),
    ),
    Situation(
        "number and name are another company's",
        (Code.UNKNOWN_ORDER,),
        row("2000.00", customer="上海别家泵业有限公司", customer_number="100999"),
        item=replace(ITEM, customer="江苏示例石化有限公司"),
    ),
    Situation(
        "the order's value contradicts its price",
        (Code.NOT_CHECKED,),
        contract=None,
        item=replace(ITEM, net_value=Decimal("1234.00"), tax_amount=None),
        reason="order_contradicts",
    ),
    Situation(
        "the list takes the price per 100 for that of one, and the export lacks the price unit",
        (Code.PRICE_MISMATCH,),
        row("200000.00"),
        contract=None,
        item=replace(ITEM, price=Decimal("10000.00")),
    ),
    Situation(
        "the order's value is its price per 100, and the export lacks the price unit",
        (Code.INVOICE,),
        row("2000.00"),
        contract=None,
        item=replace(ITEM, price=Decimal("10000.00"), net_value=Decimal("2000.00")),
    ),
]


@pytest.mark.parametrize("each", CONTRACTS, ids=lambda each: each.name)
def test_every_situation_is_decided_as_written_by_hand(each: Situation) -> None:
    assert_decided(each)


def test_profiles_of_one_name_are_a_question() -> None:
    """The order states no customer number; two customers bear the name that the list states."""
    item = replace(ITEM, customer_number=None, customer=None)
    profiles = (
        replace(PROFILE, name="示例石化", email=None),
        replace(PROFILE, customer_number="100999", name="示例石化", mode=InvoiceMode.SINGLE),
    )
    instead = Sources(orders=Listed((item,)), profiles=Listed(profiles))
    (found,) = decide(row("2000.00", customer="示例石化"), None, GONE, instead=instead)
    assert found.code is Code.NOT_CHECKED


def test_two_profiles_of_one_customer_that_differ_are_a_question() -> None:
    profiles = (PROFILE, replace(PROFILE, title="Another title"))
    instead = Sources(profiles=Listed(profiles))
    (found,) = decide([listed()], None, GONE, instead=instead)
    assert found.code is Code.NOT_CHECKED
    instead = Sources(profiles=Listed((PROFILE, PROFILE)))
    assert decide([listed()], None, GONE, instead=instead)[0].code is Code.INVOICE
