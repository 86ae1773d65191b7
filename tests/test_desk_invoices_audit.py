"""What a clerk or a customer would lose money by, beside the corpus: contracts, people's words, the quota.

Decisions are written by hand from the table (docs/invoicing.md), not taken from the program.
"""

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from contract_rows import CONTRACT, ITEM, PROFILE, TODAY, attest, bill, decide, listed, shipped, words

from desk.invoicing import deciding, previews
from models.contract_terms import Attested, Contract, ContractLine, Due, Milestone
from models.invoicing import (
    Answer,
    Billed,
    BillingItem,
    Code,
    Decision,
    DeliveryItem,
    Facts,
    InvoiceMode,
    InvoiceProfile,
    Listed,
    ListRow,
    SalesItem,
    Sources,
)
from models.policy import InvoicingPolicy, Policy, QuotaPolicy


def share(percent: int, due: Due) -> Milestone:
    return Milestone(Decimal(percent), due)


STEPS = (
    share(30, Due.PREPAYMENT),
    share(30, Due.PROGRESS),
    share(30, Due.ON_ACCEPTANCE),
    share(10, Due.RETENTION),
)
FIRST = replace(CONTRACT, milestones=STEPS, invoice_first=True)
NET = replace(CONTRACT, tax_included=False, lines=(ContractLine("90010045", Decimal("100.00")),))
GONE = (shipped(),)
SIGNED = (shipped(proven=True),)
"""All of the item, signed for by its customer."""
DAY = dt.date(2026, 11, 20)
BEFORE = (bill("600.00"),)
TWO_BEFORE = (bill("600.00"), bill("600.00", "90000002"))
THREE_BEFORE = (*TWO_BEFORE, bill("600.00", "90000003"))


@dataclass(frozen=True)
class Situation:
    """Rows of one item, what they are held against, and the decision of each, by hand."""

    name: str
    codes: tuple[Code, ...]
    rows: tuple[ListRow, ...] = (listed(),)
    contract: Contract | tuple[Contract, ...] | None = CONTRACT
    deliveries: tuple[DeliveryItem, ...] = GONE
    billing: tuple[BillingItem, ...] = ()
    said: tuple[Attested, ...] = ()
    profile: InvoiceProfile = PROFILE
    item: SalesItem = ITEM
    reason: str = ""


def row(net: str, **also: object) -> tuple[ListRow, ...]:
    return (listed(net, **also),)  # type: ignore[arg-type]


def prices(*lines: tuple[str, str], per: int = 1) -> tuple[ContractLine, ...]:
    return tuple(ContractLine(part, Decimal(price), price_per=Decimal(per)) for part, price in lines)


NO_TAX = replace(ITEM, tax_amount=None)
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
WORDS = [
    Situation(
        "progress, and nobody spoke of it",
        (Code.HOLD_NOT_SHIPPED,),
        row("600.00"),
        FIRST,
        (),
        BEFORE,
        reason="milestone_waits",
    ),
    Situation(
        "progress, and a person says so",
        (Code.INVOICE,),
        row("600.00"),
        FIRST,
        (),
        BEFORE,
        (attest(Due.PROGRESS, DAY, 30),),
        reason="attested",
    ),
    Situation(
        "progress that will be reached in the future",
        (Code.HOLD_NOT_SHIPPED,),
        row("600.00"),
        FIRST,
        (),
        BEFORE,
        (attest(Due.PROGRESS, dt.date(2026, 12, 1), 30),),
    ),
    Situation(
        "progress reached today",
        (Code.INVOICE,),
        row("600.00"),
        FIRST,
        (),
        BEFORE,
        (attest(Due.PROGRESS, TODAY, 30),),
    ),
    Situation(
        "a word about another order",
        (Code.HOLD_NOT_SHIPPED,),
        row("600.00"),
        FIRST,
        (),
        BEFORE,
        (attest(Due.PROGRESS, DAY, 30, order="30000002"),),
    ),
    Situation(
        "a word about another item",
        (Code.HOLD_NOT_SHIPPED,),
        row("600.00"),
        FIRST,
        (),
        BEFORE,
        (attest(Due.PROGRESS, DAY, 30, item="20"),),
    ),
    Situation(
        "a word about this item",
        (Code.INVOICE,),
        row("600.00"),
        FIRST,
        (),
        BEFORE,
        (attest(Due.PROGRESS, DAY, 30, item="10"),),
    ),
    Situation(
        "a word about a share that the contract no longer has",
        (Code.HOLD_NOT_SHIPPED,),
        row("600.00"),
        FIRST,
        (),
        BEFORE,
        (attest(Due.PROGRESS, DAY, 40),),
    ),
    Situation(
        "two shares of progress: the word is of the first",
        (Code.INVOICE, Code.HOLD_NOT_SHIPPED),
        (listed("600.00"), listed("600.00", row=6)),
        replace(FIRST, milestones=(STEPS[1], STEPS[1], share(40, Due.ON_DELIVERY))),
        (),
        said=(attest(Due.PROGRESS, DAY, 30),),
    ),
    Situation(
        "two shares of progress: a word of the second alone",
        (Code.HOLD_NOT_SHIPPED, Code.INVOICE),
        (listed("600.00"), listed("600.00", row=6)),
        replace(FIRST, milestones=(STEPS[1], STEPS[1], share(40, Due.ON_DELIVERY))),
        (),
        said=(attest(Due.PROGRESS, DAY, 30, place=2),),
    ),
    Situation(
        "progress, a person says so, and the contract does not ask for the invoice first",
        (Code.HOLD_NOT_SHIPPED,),
        row("600.00"),
        replace(FIRST, invoice_first=None),
        (),
        BEFORE,
        (attest(Due.PROGRESS, DAY, 30),),
        reason="contract_silent",
    ),
    Situation(
        "progress is no acceptance",
        (Code.HOLD_NOT_ACCEPTED,),
        row("600.00"),
        FIRST,
        GONE,
        TWO_BEFORE,
        (attest(Due.PROGRESS, DAY, 30),),
    ),
    Situation(
        "acceptance by a person's word",
        (Code.INVOICE,),
        row("600.00"),
        FIRST,
        GONE,
        TWO_BEFORE,
        (attest(Due.ON_ACCEPTANCE, DAY, 30),),
        reason="attested",
    ),
    Situation(
        "accepted before the goods left: that was another delivery",
        (Code.HOLD_NOT_ACCEPTED,),
        row("600.00"),
        FIRST,
        GONE,
        TWO_BEFORE,
        (attest(Due.ON_ACCEPTANCE, dt.date(2026, 11, 19), 30),),
    ),
    Situation(
        "accepted, and goods have not left",
        (Code.HOLD_NOT_SHIPPED,),
        row("600.00"),
        FIRST,
        (),
        TWO_BEFORE,
        (attest(Due.ON_ACCEPTANCE, DAY, 30),),
    ),
    Situation(
        "acceptance that the profile asks for, by a person's word",
        (Code.INVOICE,),
        contract=None,
        said=(attest(Due.ON_ACCEPTANCE, DAY),),
        profile=replace(PROFILE, acceptance=True),
        reason="attested",
    ),
    Situation(
        "acceptance that the profile asks for, and a word about another item",
        (Code.HOLD_NOT_ACCEPTED,),
        contract=None,
        said=(attest(Due.ON_ACCEPTANCE, DAY, item="20"),),
        profile=replace(PROFILE, acceptance=True),
    ),
    Situation(
        "signed for by a person's word, as the profile asks",
        (Code.INVOICE,),
        contract=None,
        said=(attest(Due.ON_DELIVERY, DAY),),
        profile=replace(PROFILE, acceptance=True),
    ),
    Situation(
        "the first delivery was accepted, the second left later",
        (Code.INVOICE, Code.HOLD_NOT_ACCEPTED),
        (
            listed("800.00", 8, deliveries=("80000008",)),
            listed("1200.00", 12, row=6, deliveries=("80000012",)),
        ),
        replace(CONTRACT, acceptance=True),
        (shipped(8), replace(shipped(12), issued_on=dt.date(2026, 11, 25))),
        said=(attest(Due.ON_ACCEPTANCE, dt.date(2026, 11, 23)),),
    ),
    Situation(
        "the day of goods issue is not known: a word covers nothing",
        (Code.HOLD_NOT_ACCEPTED,),
        contract=replace(CONTRACT, acceptance=True),
        deliveries=(replace(shipped(), issued_on=None),),
        said=(attest(Due.ON_ACCEPTANCE, DAY),),
    ),
    Situation(
        "a word that nobody needs is not named",
        (Code.INVOICE,),
        contract=None,
        said=(attest(Due.ON_ACCEPTANCE, DAY),),
        reason="free",
    ),
    Situation(
        "retention, and the warranty is over by a person's word",
        (Code.INVOICE,),
        row("200.00"),
        FIRST,
        SIGNED,
        THREE_BEFORE,
        (attest(Due.RETENTION, DAY, 10),),
        reason="attested",
    ),
    Situation(
        "retention, and nobody spoke",
        (Code.NOT_CHECKED,),
        row("200.00"),
        FIRST,
        SIGNED,
        THREE_BEFORE,
    ),
    Situation(
        "retention, the warranty ends next month",
        (Code.NOT_CHECKED,),
        row("200.00"),
        FIRST,
        SIGNED,
        THREE_BEFORE,
        (attest(Due.RETENTION, dt.date(2026, 12, 20), 10),),
    ),
    Situation(
        "retention, the warranty is over, and an earlier share was never invoiced",
        (Code.NOT_CHECKED,),
        row("200.00"),
        FIRST,
        SIGNED,
        TWO_BEFORE,
        (attest(Due.RETENTION, DAY, 10),),
        reason="milestone_skipped",
    ),
    Situation(
        "acceptance and retention in one row, both by word",
        (Code.INVOICE,),
        row("800.00"),
        FIRST,
        GONE,
        TWO_BEFORE,
        (attest(Due.ON_ACCEPTANCE, DAY, 30), attest(Due.RETENTION, DAY, 10)),
    ),
    Situation(
        "prepayment: the contract's day is not known, a person knows it",
        (Code.INVOICE,),
        row("600.00"),
        replace(FIRST, signed_on=None),
        (),
        said=(attest(Due.PREPAYMENT, DAY, 30),),
    ),
    Situation(
        "prepayment: nobody knows the contract's day",
        (Code.HOLD_NOT_SHIPPED,),
        row("600.00"),
        replace(FIRST, signed_on=None),
        (),
    ),
    Situation(
        "everything before shipment, made ready by a person's word",
        (Code.INVOICE,),
        contract=replace(CONTRACT, milestones=(share(100, Due.BEFORE_SHIPMENT),), invoice_first=True),
        deliveries=(),
        said=(attest(Due.BEFORE_SHIPMENT, DAY, 100),),
        reason="attested",
    ),
    Situation(
        "a word never makes up for goods that were billed",
        (Code.ALREADY_INVOICED,),
        row("600.00"),
        FIRST,
        GONE,
        THREE_BEFORE,
        (attest(Due.ON_ACCEPTANCE, DAY, 30),),
    ),
    Situation(
        "a word never makes up for a wrong price",
        (Code.PRICE_MISMATCH,),
        row("610.00"),
        replace(FIRST, milestones=(STEPS[1], share(70, Due.ON_DELIVERY))),
        (),
        (),
        (attest(Due.PROGRESS, DAY, 30),),
    ),
]


@pytest.mark.parametrize("each", [*CONTRACTS, *WORDS], ids=lambda each: each.name)
def test_every_situation_is_decided_as_written_by_hand(each: Situation) -> None:
    found = decide(
        each.rows,
        each.contract,
        each.deliveries,
        each.billing,
        said=each.said,
        instead=Sources(orders=Listed((each.item,)), profiles=Listed((each.profile,))),
    )
    assert tuple(one.code for one in found) == each.codes, [one.reasons for one in found]
    if each.reason:
        assert each.reason in words(found[0])
    remarked = {"attested", "reference_differs", "name_differs"} & words(found[0])
    assert remarked <= {each.reason} or not each.reason


def test_a_word_is_told_with_who_said_it() -> None:
    (found,) = decide(row("600.00"), FIRST, (), BEFORE, said=(attest(Due.PROGRESS, DAY, 30),))
    said = next(each for each in found.reasons if each.word == "attested")
    assert dict(said.values) == {
        "due": "progress",
        "day": "2026-11-20",
        "who": "Wang",
        "evidence": "report 7",
    }
    assert found.seen is not None
    assert [each.attested is not None for each in found.seen.milestones] == [False, True, False, False]


@pytest.mark.parametrize("name", ["orders", "deliveries", "billing", "profiles"])
def test_a_word_replaces_no_source(name: str) -> None:
    sources = Sources(
        Listed((ITEM,)),
        Listed(()),
        Listed(BEFORE),
        Listed((PROFILE,)),
        contracts=(FIRST,),
        attested=(attest(Due.PROGRESS, DAY, 30),),
    )
    found = deciding.decide(row("600.00"), replace(sources, **{name: None}), Policy(), TODAY)  # type: ignore[arg-type]
    assert found.decisions[0].code is Code.NOT_CHECKED


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


def invoiced(net: str, currency: str = "CNY", row_number: int = 2) -> Decision:
    amount = Decimal(net)
    facts = Facts(net=amount, tax=Decimal(0), gross=amount, currency=currency, tax_rate=Decimal(13))
    return Decision(ListRow(row_number), Code.INVOICE, (), (), facts=facts)


def month(*bills: tuple[str, str, str]) -> tuple[BillingItem, ...]:
    return tuple(
        BillingItem(document, "10", "3", "10", Decimal(1), net_value=Decimal(net), currency=currency)
        for document, net, currency in bills
    )


QUOTA = QuotaPolicy(per_month=Decimal(1000))


@pytest.mark.parametrize(
    ("earlier", "decisions", "warned"),
    [
        ((), [invoiced("1000.00")], []),
        ((), [invoiced("1000.01")], ["quota_month"]),
        (month(("1", "400.00", "CNY")), [invoiced("600.00")], []),
        (month(("1", "400.00", "CNY")), [invoiced("600.01")], ["quota_month"]),
        (month(("1", "400.00", "CNY"), ("1", "100.00", "CNY")), [invoiced("501.00")], ["quota_month"]),
        (month(("1", "900.00", "USD")), [invoiced("600.00")], ["quota_earlier_not_counted"]),
        ((), [invoiced("600.00"), invoiced("600.00", "USD", 3)], ["quota_not_counted"]),
        (
            month(("1", "900.00", "EUR")),
            [invoiced("1600.00"), invoiced("600.00", "USD", 3)],
            ["quota_month", "quota_not_counted", "quota_earlier_not_counted"],
        ),
        (None, [invoiced("600.00")], ["quota_earlier_open"]),
        (None, [invoiced("1600.00")], ["quota_earlier_open", "quota_month"]),
        (month(("1", "5000.00", "CNY")), [invoiced("1.00")], ["quota_month"]),
        (month(("1", "5000.00", "CNY")), [], []),
    ],
)
def test_the_months_quota_counts_what_was_invoiced_before(
    earlier: tuple[BillingItem, ...] | None, decisions: list[Decision], warned: list[str]
) -> None:
    billed = previews.earlier(earlier, InvoicingPolicy())
    found = previews.warnings(Answer(tuple(decisions), earlier=billed), QUOTA)
    assert [each.word for each in found] == warned


def test_what_was_cancelled_in_the_month_does_not_count_and_credits_are_not_taken_off() -> None:
    one = month(("1", "400.00", "CNY"))[0]
    bills = (
        one,
        replace(one, document="2", net_value=Decimal(300), cancelled=True),
        replace(one, document="3", billing_type="S1", quantity=Decimal(-1), cancels="2"),
        replace(one, document="4", billing_type="F8", net_value=Decimal(5000)),
        replace(one, document="5", billing_type="G2", net_value=Decimal(-100)),
    )
    assert previews.earlier(bills, InvoicingPolicy()) == (Billed("CNY", Decimal("400.00"), 1),)
    assert previews.earlier((replace(one, net_value=None),), InvoicingPolicy()) is None
    assert previews.earlier(None, InvoicingPolicy()) is None


def test_other_currencies_are_named_with_their_sums() -> None:
    answer = Answer(
        (invoiced("600.00", "USD"), invoiced("20.50", "EUR", 3), invoiced("4.50", "EUR", 4)),
        earlier=(Billed("JPY", Decimal(5000), 2),),
    )
    said = previews.warnings(answer, QUOTA)
    assert [each.values["sums"] for each in said] == ["25.00 EUR, 600.00 USD", "5000 JPY"]
    assert said[0].values["n"] == 3
