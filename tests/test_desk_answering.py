"""Which mails of ours go out by themselves: the whole table of kinds and recipients."""

import datetime as dt
from dataclasses import replace

import pytest

from desk.answering import Answered, House, obstacle
from models.answering import Mail, MailKind, MailState, Traffic, Why

NOW = dt.datetime(2026, 11, 27, tzinfo=dt.UTC)
HOUSE = House(
    domains=("works.example",), known=frozenset({"tech@other.example"}), own=frozenset({"cc@works.example"})
)
INSIDE, KNOWN, OUTSIDE = "li@works.example", "tech@other.example", "buyer@customer.example"
BY_THEMSELVES = frozenset(MailKind) - {MailKind.CUSTOMER}


def mail(kind: MailKind, recipient: str) -> Mail:
    return Mail("key", "cc.1", kind, MailState.WAITING, recipient, "en", NOW, NOW)


def judged(one: Mail, answered: Answered = Answered(), traffic: Traffic = Traffic()) -> Why | None:  # noqa: B008 - frozen
    found = obstacle(one, answered, traffic, HOUSE)
    return found[1] if found else None


@pytest.mark.parametrize("kind", MailKind)
@pytest.mark.parametrize("recipient", [INSIDE, KNOWN, OUTSIDE])
def test_only_the_house_and_the_addresses_of_the_settings_are_written_to_without_a_person(
    kind: MailKind, recipient: str
) -> None:
    """A notice waits as a draft, unless the desk lead switched its kind on: then this is a person's word."""
    free = kind in BY_THEMSELVES and (recipient != OUTSIDE or kind is MailKind.NOTICE)
    assert judged(mail(kind, recipient)) is (None if free else Why.OUTSIDE)
    assert judged(replace(mail(kind, recipient), released=True)) is None


@pytest.mark.parametrize(
    "recipient",
    [
        "",
        "li",
        "li@works",
        "li@works.example\nBcc: a@b.example",
        "li@works.example,x@b.example",
        "李@works.example",
    ],
)
def test_what_is_no_address_is_never_written_to_even_if_a_person_says_so(recipient: str) -> None:
    assert judged(replace(mail(MailKind.ANSWER, recipient), released=True)) is Why.ADDRESS


@pytest.mark.parametrize("recipient", ["li@evilworks.example", "li@works.example.evil.example", OUTSIDE])
def test_a_domain_that_only_ends_or_begins_alike_is_outside(recipient: str) -> None:
    assert judged(mail(MailKind.ANSWER, recipient)) is Why.OUTSIDE


@pytest.mark.parametrize(
    ("recipient", "answered", "why"),
    [
        (INSIDE, Answered(automatic=True), Why.AUTOMATIC),
        (INSIDE, Answered(ours=True), Why.OWN),
        ("no-reply@works.example", Answered(), Why.ROBOT),
        ("MAILER-DAEMON@works.example", Answered(), Why.ROBOT),
        ("cc@works.example", Answered(), Why.OWN),
    ],
)
def test_an_answer_to_a_program_is_thrown_away(recipient: str, answered: Answered, why: Why) -> None:
    assert obstacle(mail(MailKind.ANSWER, recipient), answered, Traffic(), HOUSE) == (
        MailState.DISCARDED,
        why,
    )


def test_limits_hold_back_what_nobody_asked_for_and_nothing_else() -> None:
    many = Traffic(a_day=100, in_thread=3)
    held = {kind for kind in MailKind if judged(mail(kind, INSIDE), traffic=many)} - {MailKind.CUSTOMER}
    assert held == {MailKind.ANSWER, MailKind.CHANGE, MailKind.REMINDER}
    assert judged(mail(MailKind.ANSWER, INSIDE), traffic=Traffic(a_day=99, in_thread=2)) is None
