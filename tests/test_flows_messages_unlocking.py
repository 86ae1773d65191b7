"""Passwords in a mail of their own: the file is opened, the case read again, the password nowhere kept."""

import logging
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import thread_builders as made
from compound_files import compound
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from locked_files import aes_zip, locked_office, locked_pdf, locked_zip
from thread_builders import case, kit, mail, order, take

import sandbox
from extractors.mail.passwords import candidates
from extractors.readers.unlock import unlocked
from extractors.readers.zip_aes import turned
from flows.context import Context
from flows.intake import intake_once
from flows.messages import unlocking
from models.archive import get
from models.belonging import Clue
from models.case import CaseState, Role
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat
from models.rows.cases import cases
from models.rows.inbox import messages

PASSWORD = "Seal-2026!x"
CORE = replace(made.CORE, unlock=unlocked)
LOCKED = mail("a", "采购订单", "密码另发。\n", {"4500123.pdf": locked_pdf(PASSWORD)})
NAMING = mail("b", "密码", f"打开密码:{PASSWORD}\n谢谢\n", answers="a", minutes=3)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("密码:abc123", "abc123"),
        ("解压密码为 abc123，请查收", "abc123"),
        ("密码：“甲a-1”", "甲a-1"),
        ("The password is: Xy_9.z", "Xy_9.z"),
        ("Password:\n  hunter22\n", "hunter22"),
        ("口令是abc123。", "abc123"),
        ("Das Passwort lautet: abc-12.", "abc-12"),
        ("pwd=q1w2e3", "q1w2e3"),
        ("The password will follow in a second mail.", None),
        ("密码另发", None),
        ("no secrets here", None),
    ],
)
def test_passwords_are_found_behind_their_word(text: str, first: str | None) -> None:
    found = candidates(text)
    assert (found[0] if found else None) == first


def test_a_password_with_a_point_at_its_end_is_tried_both_ways() -> None:
    assert candidates("password: abc.") == ("abc", "abc.")


def test_a_pdf_is_opened_by_the_second_candidate() -> None:
    copy = unlocked(locked_pdf(PASSWORD), FileFormat.PDF, ("wrong", PASSWORD))
    assert copy.startswith(b"%PDF-")
    assert b"/Encrypt" not in copy


def test_an_archive_is_opened_and_its_members_are_as_they_were() -> None:
    data = locked_zip(PASSWORD.encode(), order__txt=b"ORDER 1", other__txt=b"ORDER 2")
    assert b"ORDER 1" in unlocked(data, FileFormat.ZIP, (PASSWORD,))


@pytest.mark.parametrize("strength", [1, 2, 3])
@pytest.mark.parametrize("deflated", [True, False])
def test_an_archive_with_aes_is_opened(strength: int, *, deflated: bool) -> None:
    data = aes_zip(PASSWORD.encode(), b"ORDER 4711 " * 50, strength=strength, deflated=deflated)
    assert b"ORDER 4711 " * 50 in unlocked(data, FileFormat.ZIP, ("wrong", PASSWORD))
    for broken in (data[:60] + b"!" + data[61:], data[:40]):
        with pytest.raises(Unreadable):
            unlocked(broken, FileFormat.ZIP, (PASSWORD,))


def test_the_counter_begins_with_its_lowest_byte() -> None:
    """The stream is that of AES over 01 00 00 …, FIPS 197 standing behind the block itself."""
    key = bytes(range(16))
    first = Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(b"\x01" + bytes(15))
    second = Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(b"\x02" + bytes(15))
    assert turned(key, bytes(32)) == first + second


@pytest.mark.skipif(shutil.which("7z") is None, reason="needs 7-Zip: apt install p7zip-full")
def test_what_7zip_writes_is_opened(tmp_path: Path) -> None:
    (tmp_path / "order.txt").write_text("ORDER 4711")
    command = ["7z", "a", "-tzip", "-mem=AES256", f"-p{PASSWORD}", "o.zip", "order.txt"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    data = (tmp_path / "o.zip").read_bytes()
    assert b"ORDER 4711" in unlocked(data, FileFormat.ZIP, (PASSWORD,))


@pytest.mark.parametrize(
    "data", [locked_pdf(PASSWORD), locked_zip(b"x9x9", a__txt=b"a"), aes_zip(b"x9x9", b"a")]
)
def test_a_wrong_password_opens_nothing(data: bytes) -> None:
    kind = FileFormat.PDF if data.startswith(b"%PDF") else FileFormat.ZIP
    with pytest.raises(Unreadable) as refused:
        unlocked(data, kind, tuple(f"wrong{at}" for at in range(300)))
    assert refused.value.code is ErrorCode.ENCRYPTED
    assert "wrong" not in refused.value.message


def test_an_office_file_is_opened_and_is_as_it_was() -> None:
    package = order()
    copy = unlocked(locked_office(PASSWORD, package), FileFormat.UNKNOWN, ("wrong", PASSWORD))
    assert copy == package


@pytest.mark.parametrize(
    "data",
    [
        locked_office("other", order()),
        locked_office(PASSWORD, order(), said=2_000_000_000),
        locked_office(PASSWORD, order())[:3000],
        locked_office(PASSWORD, b"no archive at all"),
        compound({"EncryptionInfo": b"\x04\x00\x04\x00\x40\x00\x00\x00<no xml", "EncryptedPackage": b""}),
        compound({"WordDocument": b"old"}),
        b"no Office file",
    ],
    ids=["other password", "two billion rounds", "cut off", "no package", "no XML", "old", "text"],
)
def test_an_office_file_that_cannot_be_opened_stays_closed(data: bytes) -> None:
    begun = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        unlocked(data, FileFormat.UNKNOWN, (PASSWORD,))
    assert refused.value.code is ErrorCode.ENCRYPTED
    assert time.monotonic() - begun < 5


def test_a_password_in_a_second_mail_opens_an_office_file(tmp_path: Path) -> None:
    """In a child process, as it is installed."""
    desk = kit(tmp_path, replace(made.CORE, unlock=sandbox.unlock))
    take(desk, mail("a", "采购订单", "密码另发。\n", {"order.xlsx": locked_office(PASSWORD, order())}))
    assert case(desk, 1).summary.reasons == ("unreadable:encrypted",)
    take(desk, NAMING)
    found = case(desk, 1)
    assert (found.summary.document_number, found.document and found.document.name) == (
        made.NUMBER,
        "order.xlsx",
    )
    assert cases.detail(desk.store, 2) is None


def test_a_child_process_opens_it() -> None:
    assert sandbox.unlock(locked_pdf(PASSWORD), FileFormat.PDF, (PASSWORD,)).startswith(b"%PDF-")
    with pytest.raises(Unreadable):
        sandbox.unlock(locked_pdf(PASSWORD), FileFormat.PDF, ("wrong",))


def test_an_interpreter_of_its_own_opens_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "FORKS", False)
    assert sandbox.unlock(locked_pdf(PASSWORD), FileFormat.PDF, (PASSWORD,)).startswith(b"%PDF-")


def test_a_password_in_a_second_mail_opens_the_case(tmp_path: Path) -> None:
    desk = kit(tmp_path, CORE)
    take(desk, LOCKED)
    assert case(desk, 1).summary.reasons == ("unreadable:encrypted",)
    take(desk, NAMING)
    _assert_opened(desk)


def test_a_password_that_is_taken_in_first_opens_the_case(tmp_path: Path) -> None:
    desk = kit(tmp_path, CORE)
    take(desk, NAMING, LOCKED)
    found = case(desk, 2)
    assert found.summary.document_number == "4500123"
    assert [each.role for each in found.messages] == [Role.FIRST, Role.REPLY]
    assert case(desk, 1).summary.state is CaseState.SUPERSEDED


def _assert_opened(desk: Context) -> None:
    found = case(desk, 1)
    assert found.summary.document_number == "4500123"
    assert found.extraction is not None
    assert found.extraction.reading is not None
    assert len(found.extraction.reading.lines) == 2
    assert [(each.role, each.clue) for each in found.messages] == [
        (Role.FIRST, None),
        (Role.PASSWORD, Clue.PASSWORD),
    ]
    assert found.document is not None
    assert found.document.name == "4500123.pdf"
    assert b"/Encrypt" not in get(desk.archive, found.document.sha256)
    assert cases.detail(desk.store, 2) is None


def test_a_password_from_the_same_sender_needs_no_thread(tmp_path: Path) -> None:
    desk = kit(tmp_path, CORE)
    take(desk, LOCKED, mail("c", "另一封", f"密码：{PASSWORD}\n", minutes=60))
    _assert_opened(desk)


@pytest.mark.parametrize("how", [{"sender": "x@elsewhere.example", "minutes": 60}, {"minutes": -5 * 24 * 60}])
def test_a_password_of_somebody_else_or_of_last_week_opens_nothing(
    tmp_path: Path, how: dict[str, object]
) -> None:
    desk = kit(tmp_path, CORE)
    take(desk, LOCKED, mail("c", "另一封", f"密码：{PASSWORD}\n", **how))  # type: ignore[arg-type]
    assert case(desk, 1).summary.reasons == ("unreadable:encrypted",)


def test_a_password_in_the_very_mail_opens_it_at_once(tmp_path: Path) -> None:
    desk = kit(tmp_path, CORE)
    take(desk, mail("a", "采购订单", f"附件密码:{PASSWORD}\n", {"4500123.pdf": locked_pdf(PASSWORD)}))
    assert case(desk, 1).summary.document_number == "4500123"
    assert cases.detail(desk.store, 2) is None


def test_an_archive_with_two_orders_opens_a_case_for_the_second(tmp_path: Path) -> None:
    desk = kit(tmp_path, CORE)
    other = order("PO-2026-0999", made.changed("10", quantity="8"))
    packed = locked_zip(PASSWORD.encode(), one__xlsx=order(), two__xlsx=other)
    take(desk, mail("a", files={"orders.zip": packed}), NAMING)
    assert [case(desk, at).summary.document_number for at in (1, 2)] == [made.NUMBER, "PO-2026-0999"]


def test_two_archives_with_passwords_are_two_cases(tmp_path: Path) -> None:
    desk = kit(tmp_path, CORE)
    for at in (1, 2):
        packed = locked_zip(b"unknown", one__xlsx=order(f"PO-2026-000{at}"))
        take(desk, mail(str(at), files={"orders.zip": packed}))
    assert [case(desk, at).summary.reasons for at in (1, 2)] == [("unreadable:encrypted",)] * 2


def test_what_was_behind_the_password_may_be_no_order(tmp_path: Path) -> None:
    desk = kit(tmp_path, CORE)
    packed = locked_zip(PASSWORD.encode(), note__txt=b"We are closed on Monday.")
    take(desk, mail("a", files={"note.zip": packed}), NAMING)
    assert case(desk, 1).summary.reasons == ("not_an_order",)
    assert case(desk, 1).summary.state is CaseState.OPEN


def test_the_same_file_with_its_password_again_joins_the_open_case(tmp_path: Path) -> None:
    desk = kit(tmp_path, CORE)
    again = mail("d", "again", "密码另发。\n", {"copy.pdf": locked_pdf(PASSWORD)}, minutes=9)
    take(desk, LOCKED, NAMING, again)
    roles = [each.role for each in case(desk, 1).messages]
    assert roles[0] is Role.FIRST
    assert set(roles[1:]) == {Role.PASSWORD, Role.DUPLICATE}
    assert cases.detail(desk.store, 2) is None


def test_two_that_are_worked_on_at_once_do_not_miss_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = kit(tmp_path, CORE)
    (source,) = desk.sources
    other = replace(desk, owner="other", sources=())
    real, turns = unlocking.unlock, iter([True])

    def late(*args: object) -> unlocking.Tried:
        tried = real(*args)  # type: ignore[arg-type]
        if next(turns, False):  # between the look for others and the commit, another worker commits
            intake_once(other)
        return tried

    monkeypatch.setattr(unlocking, "unlock", late)
    (source.path / "1.eml").write_bytes(LOCKED)  # type: ignore[attr-defined]
    (source.path / "2.eml").write_bytes(NAMING)  # type: ignore[attr-defined]
    intake_once(desk)
    opened = [each for each in cases.listed(desk.store) if each.document_number == "4500123"]
    assert [each.state for each in opened] == [CaseState.OPEN]


def test_the_password_is_nowhere_but_in_the_mail(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    desk = kit(tmp_path, CORE)
    with caplog.at_level(logging.DEBUG):
        take(desk, LOCKED, NAMING)
    assert PASSWORD not in caplog.text
    with desk.store.reader.connect() as connection:
        dump = "\n".join(connection.connection.driver_connection.iterdump())  # type: ignore[union-attr]
    assert PASSWORD not in dump
    holding = [each for each in _archived(tmp_path) if PASSWORD.encode() in each.read_bytes()]
    (naming,) = [each for each in messages.listed(desk.store) if each.subject == "密码"]
    body = messages.detail(desk.store, naming.raw_sha256)
    assert body is not None
    assert {each.name for each in holding} == {naming.raw_sha256, body.parts[0].doc_sha256}


def _archived(folder: Path) -> Iterator[Path]:
    return (each for each in (folder / "archive").rglob("*") if each.is_file())
