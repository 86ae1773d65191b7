"""Cases that are compared again: real comparing with the snapshots of a real database."""

import os
import signal
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import intake_builders
import pytest
import recomparing_desk
from intake_builders import NOON
from recomparing_desk import OTHER, Comparing, Desk, offer
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError as Refused
from sqlmodel import col, func, select

from flows import recomparing
from flows.intake import intake_once
from flows.messages.outcome import draft
from flows.recomparing import Recompared, recompare
from models import audit, store
from models.answering import Asked, Resolver
from models.basis_change import Changed
from models.case import CaseState
from models.comparison import Verdict
from models.kill_point import KILL
from models.rows.cases import questions
from models.rows.cases import recomparing as kept_cases
from models.rows.quotations.basis_tables import BasisChangeRow
from models.store import Store
from models.tables import CaseRow, FindingRow


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return recomparing_desk.opened(tmp_path)


def stands(desk: Desk, number: int = 1) -> tuple[CaseState, Verdict | None, tuple[str, ...]]:
    summary = desk.case(number).summary
    return summary.state, summary.verdict, summary.reasons


def told(changes: Sequence[Changed]) -> list[tuple[str, int | None, str, str, str | None, str | None]]:
    return [(each.field, each.line, each.was, each.now, each.was_quoted, each.quoted) for each in changes]


def test_a_price_that_changed_reopens_the_case_with_exactly_that(desk: Desk) -> None:
    first = desk.quote(offer())
    desk.take("ORDER PO-1 2001 118.00")
    assert stands(desk) == (CaseState.CLEAR, Verdict.MATCH, ())
    second = desk.quote(offer(price="120.00"))
    report = intake_once(desk.kit)
    assert report.recompared == Recompared(compared=1, changed=1)
    state, verdict, reasons = stands(desk)
    assert (state, verdict) == (CaseState.OPEN, Verdict.REVIEW)
    assert reasons[:2] == ("basis_changed", "differs:unit_price")
    found = desk.case()
    assert found.snapshot is not None
    assert found.snapshot.number == second
    (change,) = found.basis
    assert change.before is not None
    assert (change.before.number, change.after.number) == (first, second)
    assert (change.was, change.verdict) == (Verdict.MATCH, Verdict.REVIEW)
    assert told(change.changes) == [("unit_price", 1, "equal", "differs", "118.00", "120.00")]
    assert desk.comparing.days == [NOON.astimezone().date()]


def test_a_quotation_that_is_the_same_is_not_compared_again(desk: Desk) -> None:
    first = desk.quote(offer())
    desk.take("ORDER PO-1 2001 118.00", "ORDER PO-2 2001 119.00")
    before = desk.case(1), desk.case(2)
    desk.quote(offer(), offer("2002"))
    assert recompare(desk.kit) == Recompared(same=2)
    assert desk.comparing.days == []
    assert (desk.case(1), desk.case(2)) == before
    assert before[0].snapshot is not None
    assert before[0].snapshot.number == first
    assert recompare(desk.kit) == Recompared()


def test_of_two_thousand_cases_the_three_whose_quotation_changed_are_compared(desk: Desk) -> None:
    desk.quote(*(offer(each) for each in ("2001", "2002", "2003", "2004")))
    desk.take(*(f"ORDER PO-{each} {each} 118.00" for each in ("2001", "2002", "2003", "2004")))
    _copies(desk.kit.store, "2004", 1996)
    desk.quote(*(offer(each, "121.00") for each in ("2001", "2002", "2003")), offer("2004"))
    begun = time.perf_counter()
    assert recompare(desk.kit) == Recompared(compared=3, changed=3, same=1997)
    assert time.perf_counter() - begun < 10
    assert len(desk.comparing.days) == 3
    assert recompare(desk.kit) == Recompared()


def _copies(kept: Store, quotation_number: str, count: int) -> None:
    """Add cases that are as one of them, each of another order in its document."""
    with store.writing(kept) as session:
        named = select(CaseRow).where(CaseRow.quotation_number == quotation_number)
        row = session.exec(named).one().model_dump()
        for at in range(1, count + 1):
            session.add(CaseRow(**(row | {"number": 100_000 + at, "piece": at})))


@pytest.mark.parametrize(
    ("price", "ends"),
    [("118.00", (CaseState.CLEAR, Verdict.MATCH)), ("119.00", (CaseState.OPEN, Verdict.REVIEW))],
)
def test_an_order_that_came_before_its_quotation_finds_it_later(
    desk: Desk, price: str, ends: tuple[CaseState, Verdict]
) -> None:
    desk.quote(OTHER)
    desk.take(f"ORDER PO-1 2001 {price}")
    assert stands(desk)[:2] == (CaseState.OPEN, Verdict.NO_QUOTATION)
    desk.quote(OTHER, offer())
    assert recompare(desk.kit) == Recompared(compared=1, changed=1)
    assert stands(desk)[:2] == ends
    assert told(desk.case().basis[0].changes) == [
        ("quotation_number", None, "no_quotation", ends[1].value, None, "2001")
    ]


def test_orders_that_came_before_any_quotations_are_compared_with_the_first(desk: Desk) -> None:
    desk.take("ORDER PO-1 2001 118.00")
    assert stands(desk)[1] is Verdict.NO_QUOTATION
    assert recompare(desk.kit) == Recompared()
    desk.quote(offer())
    assert recompare(desk.kit) == Recompared(compared=1, changed=1)
    (change,) = desk.case().basis
    assert change.before is None
    assert stands(desk)[0] is CaseState.CLEAR


def test_a_quotation_that_is_gone_leaves_the_order_without_one(desk: Desk) -> None:
    desk.quote(offer(), offer("2002"))
    desk.take("ORDER PO-1 2001 118.00")
    desk.quote(OTHER)
    assert recompare(desk.kit) == Recompared(compared=1, changed=1)
    assert stands(desk)[:2] == (CaseState.OPEN, Verdict.NO_QUOTATION)
    assert stands(desk)[2] == ("basis_changed", "no_quotation")
    assert told(desk.case().basis[0].changes) == [
        ("quotation_number", None, "match", "no_quotation", "2001", None)
    ]


def test_a_quotation_that_nobody_named_is_chosen_again_when_others_change(desk: Desk) -> None:
    desk.quote(offer())
    desk.take("ORDER PO-1 - 118.00")
    desk.take("ORDER PO-2 2001 118.00")
    comparison = desk.case(1).comparison
    assert comparison is not None
    assert comparison.proposed
    desk.quote(offer(), offer("2002"))
    assert recompare(desk.kit) == Recompared(compared=1, changed=1, same=1)
    comparison = desk.case(1).comparison
    assert comparison is not None
    assert len(comparison.candidates) == 1


def test_repeated_runs_change_nothing(desk: Desk) -> None:
    desk.quote(offer())
    desk.take("ORDER PO-1 2001 118.00", "ORDER PO-2 2001 120.00", "ORDER PO-3 2007 1.00")
    desk.quote(offer(price="120.00"))
    assert recompare(desk.kit) == Recompared(compared=3, changed=3)
    before = _everything(desk.kit.store)
    for _ in range(3):
        assert intake_once(desk.kit).recompared == Recompared()
    assert _everything(desk.kit.store) == before
    assert audit.first_broken(desk.kit.store) is None


def _everything(kept: Store) -> list[object]:
    tables = ("review_case", "finding", "basis_change", "audit")
    with store.reading(kept) as session:
        found = [session.connection().execute(text(f"SELECT * FROM {each}")).all() for each in tables]
    return [sorted(map(str, each)) for each in found]


def test_findings_of_both_comparisons_are_kept(desk: Desk) -> None:
    first = desk.quote(offer())
    desk.take("ORDER PO-1 2001 119.00")
    second = desk.quote(offer(price="120.00"))
    recompare(desk.kit)
    with store.reading(desk.kit.store) as session:
        rows = session.exec(
            select(FindingRow.snapshot_id, func.count())
            .where(FindingRow.code == "L06")
            .group_by(col(FindingRow.snapshot_id))
            .order_by(col(FindingRow.snapshot_id))
        ).all()
    assert [tuple(each) for each in rows] == [(first, 1), (second, 1)]


def test_a_question_that_is_not_settled_keeps_a_case_open(desk: Desk) -> None:
    desk.quote(OTHER)
    desk.take("ORDER PO-1 2001 118.00")
    asked = Asked(1, Resolver.SALES, "wang.li@works.example", "en", "Which quotation?")
    questions.ask(desk.kit.store, asked, NOON)
    desk.quote(offer())
    recompare(desk.kit)
    assert stands(desk) == (CaseState.OPEN, Verdict.MATCH, ("basis_changed",))


def test_what_is_not_held_against_a_quotation_is_left_alone(desk: Desk) -> None:
    desk.quote(offer())
    desk.take("CHANGE PO-1 2001 118.00", "NOTHING", "ORDER PO-9 2001 118.00")
    with store.writing(desk.kit.store) as session:
        session.connection().execute(
            text("UPDATE review_case SET state = 'superseded' WHERE document_number = 'PO-9'")
        )
    before = _everything(desk.kit.store)
    desk.quote(offer(price="120.00"))
    assert recompare(desk.kit) == Recompared()
    assert _everything(desk.kit.store)[:3] == before[:3]


def test_a_run_is_bounded_and_says_that_there_is_more(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recomparing, "MOST", 2)
    desk.quote(offer())
    desk.take(*(f"ORDER PO-{each} 2001 118.00" for each in range(5)))
    desk.quote(offer(price="120.00"))
    runs = [intake_once(desk.kit) for _ in range(4)]
    assert [each.recompared.compared for each in runs] == [2, 2, 1, 0]
    assert [each.more for each in runs] == [True, True, False, False]


def test_a_case_that_cannot_be_compared_goes_to_a_person_and_stops_nobody(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.quote(offer())
    desk.take("ORDER PO-1 2001 118.00", "ORDER PO-2 2001 118.00")
    desk.quote(offer(price="120.00"))
    desk.comparing.fails = True
    assert recompare(desk.kit) == Recompared(compared=2, changed=2)
    assert "ZeroDivisionError" in caplog.text
    assert stands(desk)[0::2] == (CaseState.OPEN, ("basis_changed",))
    assert [each.verdict for each in desk.case().basis] == [None]
    assert recompare(desk.kit) == Recompared()
    desk.comparing.fails = False
    desk.quote(offer(price="121.00"))
    assert recompare(desk.kit) == Recompared(compared=2, changed=2)
    assert [each.verdict for each in desk.case().basis] == [Verdict.REVIEW, None]


def test_two_workers_at_once_do_each_case_once(tmp_path: Path, desk: Desk) -> None:
    desk.quote(offer())
    desk.take(*(f"ORDER PO-{each} 2001 118.00" for each in range(12)))
    desk.quote(offer(price="120.00"))
    done: list[Recompared] = []

    def work() -> None:
        other = replace(desk.kit, store=intake_builders.database(tmp_path), owner=str(len(done)))
        core = replace(other.core, compare=Comparing(other.store))
        done.append(recompare(replace(other, core=core)))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sum(each.changed for each in done) == 12
    with store.reading(desk.kit.store) as session:
        assert session.exec(select(func.count()).select_from(BasisChangeRow)).one() == 12
    assert [stands(desk, number)[0] for number in range(1, 13)] == [CaseState.OPEN] * 12
    assert audit.first_broken(desk.kit.store) is None


def test_a_result_that_came_too_late_is_not_written(desk: Desk) -> None:
    desk.quote(offer())
    desk.take("ORDER PO-1 2001 118.00")
    second = desk.quote(offer(price="120.00"))
    late = kept_cases.outdated(desk.kit.store, 1, second)
    assert late is not None
    recompare(desk.kit)
    before = _everything(desk.kit.store)
    compared = desk.comparing(late.extraction, NOON.date())
    found = draft(-1, late.document, late.piece, late.extraction, compared)
    assert found is not None
    assert not kept_cases.commit(desk.kit.store, late, found, "1", NOON)
    assert _everything(desk.kit.store) == before


def test_a_result_that_stands_on_what_another_worker_replaced_is_not_written(desk: Desk) -> None:
    """Meanwhile the case was compared with the second import, and the late result is of the third."""
    desk.quote(offer())
    desk.take("ORDER PO-1 2001 118.00")
    late = kept_cases.outdated(desk.kit.store, 1, desk.quote(offer(price="120.00")))
    assert late is not None
    recompare(desk.kit)
    desk.quote(offer(price="121.00"))
    before = _everything(desk.kit.store)
    found = draft(
        -1, late.document, late.piece, late.extraction, desk.comparing(late.extraction, NOON.date())
    )
    assert found is not None
    assert not kept_cases.commit(desk.kit.store, late, found, "1", NOON)
    assert _everything(desk.kit.store) == before
    assert recompare(desk.kit) == Recompared(compared=1, changed=1)
    assert [each.after.number for each in desk.case().basis] == [3, 2]


POINTS = (
    "recompare_marked",
    "recompare_begins",
    "recompare_findings",
    "recompare_written",
    "recompare_committed",
)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("point", POINTS)
def test_killed_at_any_point_a_second_run_ends_the_same(tmp_path: Path, desk: Desk, point: str) -> None:
    desk.quote(offer(), offer("2002"))
    desk.take("ORDER PO-1 2001 118.00")
    desk.take("ORDER PO-2 2002 118.00")
    before = stands(desk, 2)
    desk.quote(offer(price="120.00"), offer("2002"))
    child = os.fork()
    if child == 0:
        os.environ[KILL] = point
        own = intake_builders.database(tmp_path)
        recompare(replace(desk.kit, store=own, core=replace(desk.kit.core, compare=Comparing(own))))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    recompare(desk.kit)
    assert stands(desk, 1)[:2] == (CaseState.OPEN, Verdict.REVIEW)
    assert stands(desk, 2) == before
    assert len(desk.case(1).basis) == 1
    assert audit.first_broken(desk.kit.store) is None
    assert recompare(desk.kit) == Recompared()


def test_a_case_whose_reading_is_damaged_goes_to_a_person_too(desk: Desk) -> None:
    desk.quote(offer())
    desk.take("ORDER PO-1 2001 118.00")
    with store.writing(desk.kit.store) as session:
        session.connection().execute(text("UPDATE extraction SET result_json = '[]'"))
    desk.quote(offer(price="120.00"))
    assert recompare(desk.kit) == Recompared(compared=1, changed=1)
    assert recompare(desk.kit) == Recompared()
    with store.reading(desk.kit.store) as session:
        row = session.get_one(CaseRow, 1)
        assert (row.state, row.reasons_json) == ("open", '["basis_changed"]')


@pytest.mark.parametrize(
    "statement", ["UPDATE basis_change SET verdict = 'match'", "DELETE FROM basis_change"]
)
def test_what_changed_cannot_be_changed_any_more(desk: Desk, statement: str) -> None:
    desk.quote(offer())
    desk.take("ORDER PO-1 2001 118.00")
    desk.quote(offer(price="120.00"))
    recompare(desk.kit)
    with pytest.raises(Refused, match="append-only"), desk.kit.store.writer.begin() as connection:
        connection.exec_driver_sql(statement)


def test_a_case_of_a_kind_that_is_not_compared_any_more_goes_to_a_person(desk: Desk) -> None:
    desk.quote(offer())
    desk.take("ORDER PO-1 2001 118.00")
    desk.quote(offer(price="120.00"))
    kit = replace(desk.kit, core=replace(desk.kit.core, compare=lambda _reading, _day: None))
    assert recompare(kit) == Recompared(compared=1, changed=1)
    assert recompare(kit) == Recompared()
    assert stands(desk)[0::2] == (CaseState.OPEN, ("basis_changed",))
