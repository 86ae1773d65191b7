"""What people vouch for about orders, against decisions written by hand (docs/invoicing.md)."""

import datetime as dt
from dataclasses import replace

import pytest
from contract_rows import CONTRACT, ITEM, PROFILE, TODAY, attest, decide, listed, shipped
from contract_situations import (
    BEFORE,
    DAY,
    FIRST,
    GONE,
    SIGNED,
    STEPS,
    THREE_BEFORE,
    TWO_BEFORE,
    Situation,
    assert_decided,
    row,
    share,
)

from desk.invoicing import deciding
from models.contract_terms import Due
from models.invoice_sources import (
    Listed,
    Sources,
)
from models.invoicing import Code
from models.policy import Policy

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


@pytest.mark.parametrize("each", WORDS, ids=lambda each: each.name)
def test_every_word_decides_as_written_by_hand(each: Situation) -> None:
    assert_decided(each)


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
