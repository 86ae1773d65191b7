"""What people vouch for about orders: kept and taken back; a change of a row and its drafts are one."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from intake_builders import NOON, database
from invoice_list_builders import decision, new_answer
from sqlmodel import col, select

from models import audit
from models.answering import Mail, MailKind, MailState, Posting, Why
from models.contract_terms import Attested, Due
from models.invoice_desk import AnsweredList, Revision, RowChange
from models.invoice_sources import Said
from models.invoicing import Billed, Code
from models.rows.invoicing import attestations, invoice_lists, revisions, row_changes
from models.rows.invoicing.attestations import TakenBack
from models.rows.invoicing.revisions import Words
from models.rows.post import outbox_desk
from models.rows.post.outbox_desk import Renewal
from models.store import Store, reading
from models.tables import AuditRow

ORDER = "30005678"
SAID = Attested(
    order=ORDER,
    due=Due.PROGRESS,
    happened_on=dt.date(2026, 3, 1),
    who="王工",
    evidence="GA-7 批准",
    by="desk",
    at=NOON,
    percent=Decimal("30.0"),
)
BACK = TakenBack("desk", NOON, "another drawing")


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return database(tmp_path)


def told_nobody(*_: object) -> Renewal:
    return Renewal()


def actions(kept: Store) -> list[str]:
    with reading(kept) as session:
        return [each.action for each in session.exec(select(AuditRow).order_by(col(AuditRow.seq)))]


def test_a_word_comes_back_as_it_was_said_the_newest_first(kept: Store) -> None:
    first = revisions.put(kept, SAID, {}, told_nobody)
    other = replace(SAID, due=Due.ON_ACCEPTANCE, percent=None, item="10", place=1)
    second = revisions.put(kept, other, {}, told_nobody)
    revisions.put(kept, replace(SAID, order="30009999"), {}, told_nobody)
    found = attestations.holding(kept, {ORDER, "30000000"})
    assert found == (replace(other, number=second), replace(SAID, number=first))
    assert [each.attested.number for each in attestations.of_order(kept, ORDER)] == [second, first]
    assert attestations.holding(kept, ()) == ()


def test_a_word_is_taken_back_once_and_stays_to_be_seen(kept: Store) -> None:
    number = revisions.put(kept, SAID, {}, told_nobody)
    assert not revisions.take_back(kept, number, "30009999", BACK, lists={}, renewing=told_nobody)
    assert not revisions.take_back(kept, 99, ORDER, BACK, lists={}, renewing=told_nobody)
    assert revisions.take_back(kept, number, ORDER, BACK, lists={}, renewing=told_nobody)
    assert not revisions.take_back(kept, number, ORDER, BACK, lists={}, renewing=told_nobody)
    assert attestations.holding(kept, {ORDER}) == ()
    (word,) = attestations.of_order(kept, ORDER)
    assert word.taken_back == BACK
    assert actions(kept) == ["event_attested", "event_attestation_taken_back"]
    assert audit.first_broken(kept) is None


def test_what_was_invoiced_before_comes_back_with_its_list(kept: Store) -> None:
    for at, earlier in enumerate((None, (), (Billed("CNY", Decimal("400.10"), 3),))):
        new = new_answer(decision(ORDER, Code.INVOICE, 2), source=f"{at}")
        summary, _ = invoice_lists.record(kept, replace(new, answer=replace(new.answer, earlier=earlier)))
        found = invoice_lists.found(kept, summary.number)
        assert found is not None
        assert found.answer.earlier == earlier


def notice(number: int, text: str = "before") -> Posting:
    return Posting(
        key=f"notice:{number}:sales:",
        kind=MailKind.NOTICE,
        recipient="sales@works.example",
        lang="en",
        raw_sha256=None,
        subject="List",
        text=text,
        held=Why.DRAFT,
    )


def listed(kept: Store) -> int:
    new = new_answer(decision(ORDER, Code.HOLD_NOT_SHIPPED, 2))
    summary, _ = invoice_lists.record(kept, new, lambda number: (notice(number),))
    return summary.number


CHANGE = RowChange(Code.INVOICE, "asked by telephone", "desk", NOON)


def test_a_change_and_its_drafts_are_one_transaction(kept: Store) -> None:
    number = listed(kept)
    told: list[tuple[Code, Code, int]] = []

    def renewing(before: AnsweredList, after: AnsweredList, mails: Sequence[Mail]) -> Renewal:
        told.append((before.rows[0].code, after.rows[0].code, len(mails)))
        return Renewal(reworded=(notice(number, "after"),))

    assert row_changes.change(kept, number, 0, CHANGE, renewing)
    assert told == [(Code.HOLD_NOT_SHIPPED, Code.INVOICE, 1)]
    (mail,) = outbox_desk.keyed(kept, f"notice:{number}:")
    assert (mail.text, mail.state) == ("after", MailState.HELD)
    assert not row_changes.change(kept, number, 7, CHANGE, renewing)
    assert len(told) == 1


def test_a_change_whose_drafts_fail_did_not_happen(kept: Store) -> None:
    number = listed(kept)

    def renewing(_before: AnsweredList, _after: AnsweredList, _mails: Sequence[Mail]) -> Renewal:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        row_changes.change(kept, number, 0, CHANGE, renewing)
    found = invoice_lists.found(kept, number)
    assert found is not None
    assert found.rows[0].change is None
    assert "invoice_row_changed" not in actions(kept)
    (mail,) = outbox_desk.keyed(kept, f"notice:{number}:")
    assert mail.text == "before"


def test_a_word_whose_drafts_fail_was_not_said_and_decided_nothing(kept: Store) -> None:
    number = listed(kept)

    def revising(stands: AnsweredList, before: Words, after: Words, word: int) -> Revision:
        assert (len(before), len(after)) == (0, 1)
        rows = {0: replace(stands.rows[0].decision, code=Code.INVOICE)}
        return Revision(word, Said("word_given"), rows, (), (), "desk", NOON)

    def renewing(_before: AnsweredList, after: AnsweredList, _mails: Sequence[Mail]) -> Renewal:
        assert after.rows[0].code is Code.INVOICE
        raise RuntimeError

    with pytest.raises(RuntimeError):
        revisions.put(kept, SAID, {number: revising}, renewing)
    found = invoice_lists.found(kept, number)
    assert found is not None
    assert (found.rows[0].code, found.rows[0].anew) == (Code.HOLD_NOT_SHIPPED, None)
    assert attestations.of_order(kept, ORDER) == ()
    assert not {"event_attested", "invoice_list_decided_anew"} & set(actions(kept))


def test_a_list_that_holds_goods_again_goes_on_with_what_earlier_lists_say(kept: Store) -> None:
    first = listed(kept)
    again = new_answer(decision(ORDER, Code.INVOICE, 2), week=11, source="b")
    second, _ = invoice_lists.record(kept, again)

    def revising(stands: AnsweredList, _before: Words, _after: Words, word: int) -> Revision:
        rows = {0: replace(stands.rows[0].decision, code=Code.HOLD_NOT_SHIPPED)}
        return Revision(word, Said("word_taken_back", {"why": "-"}), rows, (), (), "desk", NOON)

    revisions.put(kept, SAID, {second.number: revising}, lambda *_: Renewal())
    found, before = (invoice_lists.found(kept, each) for each in (second.number, first))
    assert found is not None
    assert before is not None
    hold, began = found.rows[0].hold, before.rows[0].hold
    assert hold is not None
    assert began is not None
    assert (hold.since, hold.lists, hold.first_list) == (began.since, 2, first)
    assert dict(found.summary.counts) == {Code.HOLD_NOT_SHIPPED: 1}


def test_the_newest_list_with_an_order_is_open_unless_another_took_its_place(kept: Store) -> None:
    held = decision(ORDER, Code.HOLD_NOT_SHIPPED, 2)
    lists = [
        invoice_lists.record(kept, new_answer(held, week=week, source=source))[0]
        for week, source in ((9, "a"), (10, "b"), (10, "c"))
    ]
    other = invoice_lists.record(kept, new_answer(decision("30009999", Code.INVOICE), week=10, source="d"))[0]
    weeks = {each.week for each in lists}
    assert revisions.open_lists(kept, ORDER, weeks) == (lists[2].number,)
    assert revisions.open_lists(kept, "30009999", weeks) == (other.number,)
    assert revisions.open_lists(kept, ORDER, {lists[0].week}) == (lists[0].number,)
    assert revisions.open_lists(kept, ORDER, {replace(lists[0].week, week=12)}) == ()
    assert revisions.open_lists(kept, "30001111", weeks) == ()
