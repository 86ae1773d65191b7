"""Drafts of notices as mails: what waits for a person, what goes out by itself, what is put right."""

import datetime as dt
from collections.abc import Sequence

import pytest

from models.answering import Mail, MailKind, MailState, Why
from models.invoice_sources import ListRow
from models.invoicing import Code, Decision, Teller
from models.policy import Calendar, Span
from models.rows.post.outbox_desk import Renewal
from review.invoicing import notice_mails
from review.invoicing.notice_mails import Telling
from review.invoicing.notices import Draft

NOW = dt.datetime(2026, 11, 26, 9, 0, tzinfo=dt.UTC)
TELLING = Telling(7, {Teller.SALES: "sales@works.example"}, raw_sha256="a" * 64)
KEY = "notice:7:sales:"


def decision(row: int, code: Code = Code.HOLD_NOT_SHIPPED) -> Decision:
    return Decision(ListRow(row, order="30001"), code, (), (Teller.SALES,))


def draft(*lines: str, who: Teller = Teller.SALES, address: str | None = None) -> Draft:
    decisions = tuple(decision(at) for at, _ in enumerate(lines, 2))
    return Draft(who, "en", "List", "\n".join(lines), address, (), decisions)


def mail(text: str, state: MailState, number: int = 1, *, released: bool = False) -> Mail:
    key = KEY if number == 1 else f"{KEY}:{number}"
    return Mail(
        key=key,
        message_id=f"cc.{number}",
        kind=MailKind.NOTICE,
        state=state,
        recipient="sales@works.example",
        lang="en",
        created_at=NOW,
        next_at=NOW,
        subject="List",
        text=text,
        released=released,
    )


def renewed(before: Sequence[Draft] | None, after: Sequence[Draft], *kept: Mail) -> Renewal:
    return notice_mails.renewal(before, after, TELLING, kept)


def test_a_mail_waits_for_a_person_unless_all_its_kinds_are_switched_on() -> None:
    mixed = Draft(Teller.SALES, "en", "s", "t", decisions=(decision(2), decision(3, Code.PRICE_MISMATCH)))
    one = frozenset({(Code.HOLD_NOT_SHIPPED, Teller.SALES)})
    both = one | {(Code.PRICE_MISMATCH, Teller.SALES)}
    held = [
        notice_mails.postings([mixed], Telling(7, {Teller.SALES: "s@works.example"}, switched))[0].held
        for switched in (frozenset(), one, both)
    ]
    assert held == [Why.DRAFT, Why.DRAFT, None]


def test_a_recipient_without_an_address_is_not_forgotten() -> None:
    switched = frozenset({(Code.HOLD_NOT_SHIPPED, Teller.WAREHOUSE)})
    (posting,) = notice_mails.postings([draft("a", who=Teller.WAREHOUSE)], Telling(7, {}, switched))
    assert (posting.recipient, posting.held) == ("", Why.ADDRESS)


def test_only_finance_is_answered_in_the_thread_of_its_list() -> None:
    drafts = [draft("a"), draft("a", who=Teller.FINANCE)]
    assert [each.raw_sha256 for each in notice_mails.postings(drafts, TELLING)] == [None, "a" * 64]


def test_what_nobody_sent_gets_its_new_words() -> None:
    for state in (MailState.HELD, MailState.FAILED, MailState.WAITING):
        done = renewed([draft("a")], [draft("b")], mail("a", state))
        assert [(each.key, each.text) for each in done.reworded] == [(KEY, "b")]
        assert (done.added, done.discarded) == ((), ())


def test_what_concerns_nobody_any_more_is_thrown_away() -> None:
    assert renewed([draft("a")], [], mail("a", MailState.HELD)).discarded == (KEY,)


def test_whose_draft_did_not_change_is_left_alone() -> None:
    done = renewed([draft("a")], [draft("a")], mail("as a person wrote it", MailState.SENT))
    assert done == Renewal()


@pytest.mark.parametrize(
    ("state", "released"), [(MailState.SENT, False), (MailState.SENDING, False), (MailState.WAITING, True)]
)
def test_what_went_out_or_was_released_is_followed_by_a_correction(
    state: MailState, *, released: bool
) -> None:
    done = renewed([draft("a", "b")], [draft("b", "c")], mail("a\nb", state, released=released))
    (added,) = done.added
    assert (added.key, added.held) == (f"{KEY}:2", Why.DRAFT)
    assert added.text.splitlines()[1:] == ["No longer holds:", "– a", "Holds now:", "+ c"]
    assert done.reworded == ()


def test_a_correction_holds_what_all_mails_before_said() -> None:
    sent = (
        mail("a\nb", MailState.SENT),
        mail("This corrects\nNo longer holds:\n– a\nHolds now:\n+ c", MailState.SENT, 2),
    )
    (added,) = renewed([draft("b", "c")], [draft("b")], *sent).added
    assert added.key == f"{KEY}:3"
    assert added.text.splitlines()[1:] == ["No longer holds:", "– c"]


def test_a_correction_that_nobody_sent_is_renewed_or_thrown_away() -> None:
    kept = (mail("a", MailState.SENT), mail("old correction", MailState.HELD, 2))
    (reworded,) = renewed([draft("b")], [draft("c")], *kept).reworded
    assert reworded.key == f"{KEY}:2"
    assert reworded.text.endswith("+ c")
    assert renewed([draft("b")], [draft("a")], *kept).discarded == (f"{KEY}:2",)


def test_a_mail_that_a_person_threw_away_comes_again_only_if_its_words_changed() -> None:
    gone = mail("a", MailState.DISCARDED)
    assert renewed([draft("a")], [draft("a")], gone) == Renewal()
    (added,) = renewed([draft("a")], [draft("b")], gone).added
    assert (added.key, added.text) == (f"{KEY}:2", "b")


def test_drafts_are_outdated_where_one_is_missing_or_speaks_of_something_else() -> None:
    def outdated(drafts: Sequence[Draft], *kept: Mail) -> bool:
        return notice_mails.outdated(drafts, TELLING, kept)

    assert outdated([draft("a")])
    assert outdated([draft("a")], mail("b", MailState.HELD))
    assert outdated([], mail("b", MailState.HELD))
    assert not outdated([draft("a")], mail("a", MailState.HELD))
    assert not outdated([draft("a")], mail("as sent", MailState.SENT))
    assert not outdated([draft("a")], mail("b", MailState.DISCARDED))


def test_an_address_with_a_colon_in_no_way_hides_a_correction() -> None:
    keys = [
        "notice:7:customer:ap@customer.example",
        "notice:7:customer:ap@customer.example:2",
        "notice:7:sales::2",
    ]
    assert [bool(notice_mails.AGAIN.fullmatch(each)) for each in keys] == [False, True, True]


def test_customers_have_two_working_days() -> None:
    assert notice_mails.deadline(dt.date(2026, 11, 26), Calendar()) == dt.date(2026, 11, 30)
    closed = Calendar(holidays=(Span(dt.date(2026, 11, 30), dt.date(2026, 12, 1)),))
    assert notice_mails.deadline(dt.date(2026, 11, 26), closed) == dt.date(2026, 12, 2)
