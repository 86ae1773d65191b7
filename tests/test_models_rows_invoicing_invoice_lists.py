import datetime as dt
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import NOON, database
from invoice_list_builders import SHANGHAI, decision, new_answer

from models import audit
from models.answering import MailKind, MailState, Posting, Why
from models.invoice_desk import ExportKind, Hold, RowChange, Stale, Week
from models.invoicing import Code, Decision, Teller
from models.rows.invoicing import exports, invoice_lists, row_changes
from models.rows.post import outbox_desk
from models.store import Store

HELD = Code.HOLD_NOT_SHIPPED
ORDER = "30005678"


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return database(tmp_path)


def record(kept: Store, *decisions: Decision, week: int = 10, source: str = "a", zone: str = SHANGHAI) -> int:
    summary, new = invoice_lists.record(kept, new_answer(*decisions, week=week, source=source, zone=zone))
    assert new
    return summary.number


def hold(kept: Store, number: int, position: int = 0) -> Hold | None:
    found = invoice_lists.found(kept, number)
    assert found is not None
    return found.rows[position].hold


def change(kept: Store, number: int, code: Code, why: str = "asked by telephone", position: int = 0) -> bool:
    return row_changes.change(kept, number, position, RowChange(code, why, "desk", NOON))


def test_a_list_comes_back_as_it_was_answered(kept: Store) -> None:
    snapshot, _ = exports.take(
        kept, ExportKind.ORDERS, "va05.csv", "b" * 64, rows=3, columns={}, unknown=(), now=NOON
    )
    decisions = (
        decision("30005678", Code.CONSOLIDATE, 2, "10", "80012345", "80012346"),
        decision("30005679", Code.HOLD_CUSTOMER_REQUEST, 3),
        decision("30005680", Code.CONSOLIDATE, 4),
        decision("30005681", Code.NOT_CHECKED, 5),
    )
    new = replace(
        new_answer(*decisions),
        used=(snapshot.snapshot.number,),
        sender="finance@works.example",
        reply_sha256="c" * 64,
        stale=(Stale(ExportKind.ORDERS, NOON),),
        missing=(ExportKind.PROFILES,),
    )
    summary, first = invoice_lists.record(kept, new)
    assert first
    found = invoice_lists.found(kept, summary.number)
    assert found is not None
    assert found.answer == new.answer
    assert tuple(each.decision for each in found.rows) == decisions
    assert [each.position for each in found.rows] == [0, 1, 2, 3]
    assert found.used == (snapshot.snapshot,)
    assert found.summary == summary
    assert (summary.number, summary.rows, summary.week) == (1, 4, Week(2026, 10, SHANGHAI))
    assert summary.counts == {Code.CONSOLIDATE: 2, Code.HOLD_CUSTOMER_REQUEST: 1, Code.NOT_CHECKED: 1}
    for name in ("name", "sha256", "as_of", "answered_at", "sender", "reply_sha256", "stale", "missing"):
        assert getattr(summary, name) == getattr(new, name)
    assert invoice_lists.found(kept, 99) is None


def test_a_list_is_answered_once_in_a_week_of_a_zone(kept: Store) -> None:
    first, _ = invoice_lists.record(kept, new_answer())
    again, new = invoice_lists.record(kept, replace(new_answer(), answered_at=NOON))
    assert not new
    assert again == first
    assert invoice_lists.answered_already(kept, "a" * 64, first.week) == first
    assert invoice_lists.answered_already(kept, "b" * 64, first.week) is None
    assert record(kept, week=11) == 2
    assert record(kept, zone="Europe/Berlin") == 3
    assert record(kept, source="b") == 4


def test_two_that_answer_at_the_same_time_make_one_report(kept: Store) -> None:
    done: list[tuple[int, bool]] = []

    def answer() -> None:
        summary, new = invoice_lists.record(kept, new_answer(), lambda number: [_notice(number)])
        done.append((summary.number, new))

    threads = [threading.Thread(target=answer) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(done) == [(1, False), (1, False), (1, False), (1, True)]
    assert len(outbox_desk.listed(kept, [MailState.HELD], 10)) == 1


def _notice(number: int) -> Posting:
    return Posting(
        key=f"notice:{number}:finance:",
        kind=MailKind.NOTICE,
        recipient="finance@works.example",
        lang="zh",
        subject="开票清单",
        text="…",
        held=Why.DRAFT,
    )


def test_its_mails_are_asked_for_with_it_and_bear_its_number(kept: Store) -> None:
    record(kept, week=9)
    summary, _ = invoice_lists.record(kept, new_answer(), lambda number: [_notice(number)])
    mail = outbox_desk.found(kept, f"notice:{summary.number}:finance:")
    assert mail is not None
    assert (mail.kind, mail.state, mail.why) == (MailKind.NOTICE, MailState.HELD, Why.DRAFT)


def test_nothing_is_kept_where_its_mails_cannot_be(kept: Store) -> None:
    def broken(number: int) -> list[Posting]:
        raise RuntimeError(number)

    with pytest.raises(RuntimeError, match="1"):
        invoice_lists.record(kept, new_answer(), broken)
    assert invoice_lists.summaries(kept) == ()
    assert record(kept) == 1


def test_a_persons_change_counts_and_is_taken_back(kept: Store) -> None:
    number = record(kept, decision(ORDER, HELD), decision("30005679", Code.INVOICE, 3))
    assert change(kept, number, Code.INVOICE)
    found = invoice_lists.found(kept, number)
    assert found is not None
    assert found.rows[0].change == RowChange(Code.INVOICE, "asked by telephone", "desk", NOON)
    assert (found.rows[0].code, found.rows[0].decision.code) == (Code.INVOICE, HELD)
    assert found.rows[1].change is None
    assert found.summary.counts == {Code.INVOICE: 2}
    assert change(kept, number, Code.HOLD_DISPUTE)
    assert invoice_lists.summaries(kept)[0].counts == {Code.HOLD_DISPUTE: 1, Code.INVOICE: 1}
    assert change(kept, number, HELD, why=" ")
    found = invoice_lists.found(kept, number)
    assert found is not None
    assert found.rows[0].change is None
    assert found.summary.counts == {HELD: 1, Code.INVOICE: 1}
    assert not change(kept, number, HELD, position=2)
    assert not change(kept, 99, HELD)
    assert audit.head(kept)[0] == 4
    assert audit.first_broken(kept) is None


def test_holds_are_carried_on_with_their_age_and_owner(kept: Store) -> None:
    first = record(kept, decision(ORDER, HELD), decision("30005679", Code.INVOICE, 3), week=8)
    second = record(kept, decision("30005679", HELD), decision(ORDER, Code.QTY_MISMATCH, 3), week=9)
    since = dt.date.fromisocalendar(2026, 8, 4)
    assert hold(kept, first) == Hold(since, 1, first, Teller.SALES)
    assert hold(kept, first, 1) is None
    assert hold(kept, second, 1) == Hold(since, 2, first, Teller.WAREHOUSE)
    assert hold(kept, second) == Hold(dt.date.fromisocalendar(2026, 9, 4), 1, second, Teller.SALES)
    third = record(kept, decision(ORDER, HELD), week=12)
    assert hold(kept, third) == Hold(since, 3, first, Teller.SALES)


def test_what_a_person_let_go_is_not_carried_on(kept: Store) -> None:
    first = record(kept, decision(ORDER, HELD), decision("30005679", Code.INVOICE), week=8)
    change(kept, first, Code.INVOICE)
    change(kept, first, Code.HOLD_DISPUTE, position=1)
    second = record(kept, decision(ORDER, HELD), decision("30005679", HELD), week=9)
    assert hold(kept, second) == Hold(dt.date.fromisocalendar(2026, 9, 4), 1, second, Teller.SALES)
    assert hold(kept, second, 1) == Hold(dt.date.fromisocalendar(2026, 8, 4), 2, first, Teller.SALES)


def test_a_week_that_is_caught_up_carries_on_from_the_weeks_before_it(kept: Store) -> None:
    later = record(kept, decision(ORDER, HELD), week=9)
    missed = record(kept, decision(ORDER, HELD), week=8)
    assert hold(kept, missed) == Hold(dt.date.fromisocalendar(2026, 8, 4), 1, missed, Teller.SALES)
    assert later < missed
    third = record(kept, decision(ORDER, HELD), week=10)
    assert hold(kept, third) == Hold(dt.date.fromisocalendar(2026, 9, 4), 2, later, Teller.SALES)


def test_holds_of_another_zone_are_another_desks(kept: Store) -> None:
    record(kept, decision(ORDER, HELD), week=8, zone="Europe/Berlin")
    number = record(kept, decision(ORDER, HELD), week=9)
    found = hold(kept, number)
    assert found is not None
    assert found.lists == 1


def test_a_corrected_list_takes_the_place_of_the_first_one(kept: Store) -> None:
    first = record(kept, decision(ORDER, HELD), decision("30005679", HELD, 3), week=8)
    other = record(kept, decision("30009999", HELD), week=8, source="b")
    second = record(kept, decision(ORDER, HELD), decision("30005680", HELD, 3), week=8, source="c")
    by_number = {each.number: each.superseded_by for each in invoice_lists.summaries(kept)}
    assert by_number == {first: second, other: None, second: None}
    assert hold(kept, second) == Hold(dt.date.fromisocalendar(2026, 8, 4), 1, second, Teller.SALES)
    third = record(kept, decision(ORDER, HELD), decision("30005679", HELD), week=9)
    assert hold(kept, third) == Hold(dt.date.fromisocalendar(2026, 8, 4), 2, second, Teller.SALES)
    found = hold(kept, third, 1)
    assert found is not None
    assert found.lists == 1
    assert invoice_lists.holds_by_week(kept, SHANGHAI, 10) == (
        (Week(2026, 9, SHANGHAI), {HELD: 2}),
        (Week(2026, 8, SHANGHAI), {HELD: 3}),
    )


def test_holds_are_counted_by_week_as_they_stand(kept: Store) -> None:
    first = record(kept, decision(ORDER, HELD), decision("30005679", Code.PRICE_MISMATCH), week=8)
    record(kept, decision(ORDER, Code.INVOICE), week=9)
    record(kept, decision(ORDER, HELD), week=9, zone="Europe/Berlin")
    weeks = invoice_lists.holds_by_week(kept, SHANGHAI, 10)
    assert weeks == (
        (Week(2026, 9, SHANGHAI), {}),
        (Week(2026, 8, SHANGHAI), {HELD: 1, Code.PRICE_MISMATCH: 1}),
    )
    change(kept, first, Code.INVOICE)
    assert invoice_lists.holds_by_week(kept, SHANGHAI, 10)[1][1] == {Code.PRICE_MISMATCH: 1}
    assert invoice_lists.holds_by_week(kept, SHANGHAI, 1) == weeks[:1]
    assert invoice_lists.weeks_answered(kept, SHANGHAI) == (Week(2026, 9, SHANGHAI), Week(2026, 8, SHANGHAI))


def test_lists_are_summed_up_newest_first(kept: Store) -> None:
    numbers = [record(kept, week=each) for each in (8, 9, 10)]
    assert [each.number for each in invoice_lists.summaries(kept)] == numbers[::-1]
    assert [each.number for each in invoice_lists.summaries(kept, 1, 1)] == [numbers[1]]


def test_text_that_no_database_holds_comes_back(kept: Store) -> None:
    odd = decision(ORDER, HELD)
    odd = replace(
        odd, facts=replace(odd.facts, customer="Wo\x00rks"), row=replace(odd.row, customer="\ud800")
    )
    found = invoice_lists.found(kept, record(kept, odd))
    assert found is not None
    assert found.rows[0].decision == odd
