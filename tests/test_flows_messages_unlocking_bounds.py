"""Files with a password that are made to cost time, memory or the helper; what they cost is bounded."""

import struct
import time
from dataclasses import replace
from pathlib import Path

import pytest
import thread_builders as made
from locked_files import aes_zip, locked_office, locked_pdf, locked_zip
from thread_builders import case, kit, mail, order, take

import sandbox
from extractors.mail.passwords import LONGEST, candidates
from extractors.readers.unlock import SLOW, unlocked
from flows.context import Context
from flows.messages import unlocking
from models.errors import Unreadable
from models.page import FileFormat
from models.rows.cases import cases
from models.rows.inbox import messages

PASSWORD = "Seal-2026!x"
CORE = replace(made.CORE, unlock=sandbox.unlock)


@pytest.fixture
def desk(tmp_path: Path) -> Context:
    """Return an installation that opens files in a child process."""
    return kit(tmp_path, CORE)


def helper() -> int:
    assert sandbox._running is not None
    return sandbox._running.process.pid


@pytest.mark.skipif(not sandbox.FORKS, reason="needs Linux")
def test_passwords_of_any_length_leave_the_helper_alone(desk: Context) -> None:
    """Written as JSON, each of these characters takes twelve bytes."""
    long = [chr(0x1F600 + at) * LONGEST for at in range(7)]
    text = "\n".join([*(f"password: “{each}”" for each in long), f"password: {PASSWORD}"])
    assert len(candidates(text)) == 8
    sandbox.unlock(locked_pdf(PASSWORD), FileFormat.PDF, (PASSWORD,))
    before = helper()
    take(desk, mail("a", "采购订单", text, {"4500123.pdf": locked_pdf(PASSWORD)}))
    assert helper() == before, "other documents are read by it at the same time"
    assert case(desk, 1).summary.reasons != ("unreadable:encrypted",)


def test_an_office_file_that_asks_for_millions_of_rounds_is_not_waited_for() -> None:
    begun = time.monotonic()
    with pytest.raises(Unreadable):
        unlocked(locked_office(PASSWORD, order(), said=9_000_000), FileFormat.UNKNOWN, (PASSWORD,) * 8)
    assert time.monotonic() - begun < 5


def test_an_office_file_that_states_a_size_beyond_all_memory_costs_none() -> None:
    package = order()
    data = locked_office(PASSWORD, package)
    stated = struct.pack("<Q", len(package))
    assert data.count(stated) == 1
    try:
        copy = sandbox.unlock(data.replace(stated, struct.pack("<Q", 2**45)), FileFormat.UNKNOWN, (PASSWORD,))
    except Unreadable:
        return
    assert len(copy) < len(data)


@pytest.mark.parametrize("lies", [False, True])
def test_an_archive_that_unpacks_to_more_than_any_order_stays_closed(*, lies: bool) -> None:
    data = aes_zip(PASSWORD.encode(), bytes(SLOW + 1))
    assert len(data) < 1_000_000
    if lies:
        data = data.replace(struct.pack("<I", SLOW + 1), struct.pack("<I", 1000))
        assert len(unlocked(data, FileFormat.ZIP, (PASSWORD,))) < 5000, "never more than it says"
        return
    with pytest.raises(Unreadable):
        unlocked(data, FileFormat.ZIP, (PASSWORD,))


def test_a_mail_whose_files_take_too_long_is_done_all_the_same(
    desk: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlocking, "SECONDS", 0.0)
    locked = {f"{at}.pdf": locked_pdf(PASSWORD + str(at)) for at in range(3)}
    take(desk, mail("a", "采购订单", f"password: {PASSWORD}0", locked))
    assert messages.ledger(desk.store).processed == 1
    assert {each.reasons for each in cases.listed(desk.store)} == {("unreadable:encrypted",)}


def test_a_file_within_an_archive_of_the_same_password_is_opened_too(desk: Context) -> None:
    inner = locked_zip(PASSWORD.encode(), order__pdf=locked_pdf(PASSWORD))
    take(desk, mail("a", "采购订单", f"密码：{PASSWORD}\n", {"outer.zip": inner}))
    assert [each.document_number for each in cases.listed(desk.store)] == ["4500123"]


def test_a_file_within_an_archive_is_opened_by_a_later_mail_too(desk: Context) -> None:
    inner = locked_zip(PASSWORD.encode(), order__pdf=locked_pdf(PASSWORD))
    take(desk, mail("a", "采购订单", "密码另发。\n", {"outer.zip": inner}))
    take(desk, mail("b", "密码", f"密码：{PASSWORD}\n", answers="a", minutes=3))
    found = cases.listed(desk.store)
    assert [(each.number, each.document_number) for each in found] == [(1, "4500123")]
