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
from models.invoice_desk import AnsweredList, RowChange
from models.invoicing import Billed, Code
from models.rows.invoicing import attestations, invoice_lists
from models.rows.invoicing.attestations import TakenBack
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


def actions(kept: Store) -> list[str]:
    with reading(kept) as session:
        return [each.action for each in session.exec(select(AuditRow).order_by(col(AuditRow.seq)))]


def test_a_word_comes_back_as_it_was_said_the_newest_first(kept: Store) -> None:
    first = attestations.put(kept, SAID)
    other = replace(SAID, due=Due.ON_ACCEPTANCE, percent=None, item="10", place=1)
    second = attestations.put(kept, other)
    attestations.put(kept, replace(SAID, order="30009999"))
    found = attestations.holding(kept, {ORDER, "30000000"})
    assert found == (replace(other, number=second), replace(SAID, number=first))
    assert [each.attested.number for each in attestations.of_order(kept, ORDER)] == [second, first]
    assert attestations.holding(kept, ()) == ()


def test_a_word_is_taken_back_once_and_stays_to_be_seen(kept: Store) -> None:
    number = attestations.put(kept, SAID)
    assert not attestations.take_back(kept, number, "30009999", BACK)
    assert not attestations.take_back(kept, 99, ORDER, BACK)
    assert attestations.take_back(kept, number, ORDER, BACK)
    assert not attestations.take_back(kept, number, ORDER, BACK)
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

    assert invoice_lists.change(kept, number, 0, CHANGE, renewing)
    assert told == [(Code.HOLD_NOT_SHIPPED, Code.INVOICE, 1)]
    (mail,) = outbox_desk.keyed(kept, f"notice:{number}:")
    assert (mail.text, mail.state) == ("after", MailState.HELD)
    assert not invoice_lists.change(kept, number, 7, CHANGE, renewing)
    assert len(told) == 1


def test_a_change_whose_drafts_fail_did_not_happen(kept: Store) -> None:
    number = listed(kept)

    def renewing(_before: AnsweredList, _after: AnsweredList, _mails: Sequence[Mail]) -> Renewal:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        invoice_lists.change(kept, number, 0, CHANGE, renewing)
    found = invoice_lists.found(kept, number)
    assert found is not None
    assert found.rows[0].change is None
    assert "invoice_row_changed" not in actions(kept)
    (mail,) = outbox_desk.keyed(kept, f"notice:{number}:")
    assert mail.text == "before"
