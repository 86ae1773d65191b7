"""A person's word decides the open list of the week at once, with its notices and workbook; and back."""

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
import servers_smtp
from invoice_list_desk import CHINESE, clock, desk, made, monday, put, stock
from servers_smtp import Post
from sqlmodel import select

from desk.invoicing import standing
from flows import pages
from flows.context import Context
from flows.invoicing import letters, weekly
from models.answering import Mail
from models.contract_terms import Attested, Due
from models.invoice_desk import AnsweredList, ExportKind, RowState
from models.invoicing import Code
from models.rows.invoicing import attestations, exports, invoice_lists
from models.rows.post import outbox_desk
from models.store import reading
from models.tables import AuditRow
from review.invoicing import invoices
from review.invoicing.invoices import Attestations

HOUR, WEEK = dt.timedelta(hours=1), dt.timedelta(days=7)
LIST = made(CHINESE).contents["list"][1]
FREE = {Code.INVOICE, Code.CONSOLIDATE}


@pytest.fixture(scope="module")
def post() -> Iterator[Post]:
    with servers_smtp.running() as found:
        yield found


def answering(folder: Path, post: Post) -> Context:
    """Return an installation that answered a list this week."""
    kit = desk(folder, post)
    stock(kit, CHINESE, taken=monday())
    put(kit, "first.xlsx", LIST, monday())
    clock(kit).moment = monday() + 9 * HOUR
    done = weekly.answer_due(kit)
    assert done is not None
    assert [each.number for each in done.answered] == [1]
    return kit


def answered(kit: Context, number: int = 1) -> AnsweredList:
    found = invoice_lists.found(kit.store, number)
    assert found is not None
    return found


def held(kit: Context) -> RowState:
    """Return a row that waits for its acceptance alone: nothing else holds it back."""
    return next(each for each in answered(kit).rows if each.code is Code.HOLD_NOT_ACCEPTED)


def words(kit: Context) -> Attestations:
    """Return what the pages say and take back words with."""
    return invoices.of_store(kit.store, kit.archive, kit.now, pages.house(kit)).attestations


def vouch(kit: Context, row: RowState) -> int:
    assert row.decision.seen is not None
    assert row.decision.seen.item is not None
    item, now = row.decision.seen.item, kit.now()
    said = Attested(
        item.order, Due.ON_ACCEPTANCE, now.date(), "Wang", "report 7", "desk", now, item=item.item
    )
    return words(kit).put(said)


def drafts(kit: Context) -> Mapping[str, Mail]:
    return {each.key: each for each in outbox_desk.keyed(kit.store, "notice:1:")}


def sums_hold(found: AnsweredList) -> bool:
    stands = standing.answer(found)
    named = {each.group for each in stands.decisions if each.group}
    return named == {each.name for each in stands.groups} and all(
        each.gross == sum(one.facts.gross or 0 for one in each.decisions) for each in stands.groups
    )


@dataclass(frozen=True)
class Story:
    """A list before a word, after it, and when it was taken back, with drafts and the answer's workbook."""

    row: RowState
    lists: tuple[AnsweredList, AnsweredList, AnsweredList]
    drafts: tuple[Mapping[str, Mail], Mapping[str, Mail], Mapping[str, Mail]]
    workbook: bytes
    taken_back: tuple[bool, bool]
    audited: tuple[tuple[str, str], ...]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory, post: Post) -> Story:
    kit = answering(tmp_path_factory.mktemp("list"), post)
    row, order = held(kit), held(kit).decision.row.order or ""
    lists, told = [answered(kit)], [drafts(kit)]
    number = vouch(kit, row)
    lists.append(answered(kit))
    told.append(drafts(kit))
    workbook = attached(kit)
    gone = words(kit).take_back(number, order, "not signed"), words(kit).take_back(number, order, "again")
    with reading(kit.store) as session:
        found = session.exec(select(AuditRow).where(AuditRow.action == "invoice_list_decided_anew")).all()
        audited = tuple((each.actor, each.about) for each in found)
    return Story(row, (*lists, answered(kit)), (*told, drafts(kit)), workbook, gone, audited)  # type: ignore[arg-type]


def attached(kit: Context) -> bytes:
    """Return the workbook of the answer that waits for the mail server."""
    posting = letters.answering(1, "finance@works.example", "zh", None)
    (mail,) = outbox_desk.keyed(kit.store, posting.key)
    letter = letters.letter(kit, mail)
    assert letter is not None
    return letter.attachments[0].data


def test_a_word_decides_the_open_list_at_once_and_no_other_row(story: Story) -> None:
    (before, after, _), row = story.lists, story.row
    assert_free(after.rows[row.position])
    assert_others_stay(before, after, row.decision.row.order)
    assert after.summary.counts[Code.HOLD_NOT_ACCEPTED] == before.summary.counts[Code.HOLD_NOT_ACCEPTED] - 1
    assert sum(after.summary.counts.values()) == after.summary.rows
    assert sums_hold(after)
    assert story.audited == (("desk", "1"), ("desk", "1"))


def test_a_word_that_is_taken_back_leaves_the_list_as_it_was_answered(story: Story) -> None:
    before, _, back = story.lists
    assert story.taken_back == (True, False)
    assert [each.decision for each in back.rows] == [each.decision for each in before.rows]
    assert [each.hold for each in back.rows] == [each.hold for each in before.rows]
    assert back.answer.groups == before.answer.groups
    assert back.summary.counts == before.summary.counts
    assert all(each.anew is None or each.anew.back for each in back.rows)


def assert_free(state: RowState) -> None:
    assert state.code in FREE
    assert state.hold is None
    assert state.anew is not None
    assert (state.anew.first, state.anew.why.values["who"]) == (Code.HOLD_NOT_ACCEPTED, "Wang")
    assert any(each.word == "attested" for each in state.decision.reasons)


def assert_others_stay(before: AnsweredList, after: AnsweredList, order: str | None) -> None:
    for one, other in zip(before.rows, after.rows, strict=True):
        if other.anew is None:
            assert one == other
        else:
            assert one.decision.row.order == order or other.decision.group, "what goes with it"


def test_a_word_renews_drafts_and_the_workbook_of_an_answer_that_waits(story: Story) -> None:
    (old, new, back), row = story.drafts, story.row.decision
    finance = next(key for key in new if ":finance:" in key)
    assert old[finance].text != new[finance].text
    assert f"订单{row.row.order}行{row.item}" in new[finance].text.replace(" ", "")
    assert "暂缓" not in cell(story.workbook, row.row.row)
    assert {key: each.text for key, each in back.items()} == {key: each.text for key, each in old.items()}


def cell(data: bytes, row: int) -> str:
    """Return the decision that a workbook states in a row."""
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return " ".join(str(each.value) for each in sheet[row][-4:])


def test_where_an_export_is_missing_that_the_list_had_the_word_waits_for_the_next_list(
    tmp_path: Path, post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    kit = answering(tmp_path, post)
    row, before = held(kit), answered(kit)
    orders = exports.newest(kit.store, ExportKind.ORDERS)
    assert orders is not None
    damaged = next(each for each in kit.archive.root.rglob("*") if each.name.startswith(orders.sha256[:60]))
    damaged.chmod(0o600)
    damaged.write_bytes(b"nothing")
    for each in (kit.archive.root / "packed").rglob("*"):
        if each.is_file():
            each.unlink()
    number = vouch(kit, row)
    assert answered(kit).rows == before.rows
    assert [
        each.attested.number for each in attestations.of_order(kit.store, row.decision.row.order or "")
    ] == [number]
    assert "not decided anew" in caplog.text
