import datetime as dt
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from intake_builders import context, watched

from flows.intake import intake_once
from flows.mailboxes.folder import OpenedFolder, WatchedFolder
from flows.mailboxes.source import FiledAs
from models.errors import MailboxError
from models.receipt import Ledger, MessageState

SETTLE = dt.timedelta(seconds=2)


def opened(folder: Path) -> OpenedFolder:
    with watched(folder).visit() as place:
        return place


def drop(folder: Path, name: str, content: str = "ORDER 4501") -> Path:
    path = folder / name
    path.write_text(content)
    return path


def test_files_come_oldest_first(tmp_path: Path) -> None:
    place = opened(tmp_path)
    for age, name in ((10, "b"), (30, "c"), (20, "a")):
        os.utime(drop(tmp_path, name, name), (1000 - age, 1000 - age))
    assert [place.name(each) for each in place.uids()] == ["c", "a", "b"]


@pytest.mark.parametrize(
    "name",
    ["合同 4501.pdf", "a/b".replace("/", "%2F"), "100% sure.pdf", "tab\tname", "x" * 200, "-rf", "订单?.eml"],
)
def test_any_name_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    place = opened(tmp_path)
    drop(tmp_path, name)
    (uid,) = place.uids()
    assert place.name(uid) == name
    assert place.fetch(uid) == b"ORDER 4501"
    assert place.file_away(uid, MessageState.PROCESSED) is FiledAs.MOVED
    assert (tmp_path / "done" / name).read_text() == "ORDER 4501"


def test_a_name_that_is_no_text_is_taken_too(tmp_path: Path) -> None:
    name = os.fsdecode("订单.pdf".encode("gb18030"))
    inbox = watched(tmp_path / "inbox")
    drop(inbox.path, name)
    report = intake_once(context(tmp_path, inbox))
    assert report.counts == Ledger(seen=1, processed=1, quarantined=0, waiting=0)
    assert [os.fsencode(each.name) for each in (tmp_path / "inbox" / "done").iterdir()] == [os.fsencode(name)]


@pytest.mark.parametrize("name", [".hidden", "~$order.xlsx", "order.pdf.part", "order.tmp", "A.CRDOWNLOAD"])
def test_unfinished_files_are_left_alone(tmp_path: Path, name: str) -> None:
    place = opened(tmp_path)
    drop(tmp_path, name)
    assert place.uids() == ()


def test_folders_and_links_are_left_alone(tmp_path: Path) -> None:
    place = opened(tmp_path)
    (tmp_path / "more").mkdir()
    (tmp_path / "link").symlink_to("/etc/hostname")
    assert place.uids() == ()


def test_a_file_that_is_still_written_waits_for_the_next_look(tmp_path: Path) -> None:
    path = drop(tmp_path, "growing")
    drop(tmp_path, "resting")
    place = OpenedFolder(WatchedFolder(tmp_path, SETTLE, lambda _: append(path)))
    assert [place.name(each) for each in place.uids()] == ["resting"]


def append(path: Path) -> None:
    with path.open("a") as file:
        file.write("more")


def test_files_that_rest_long_enough_are_not_waited_for(tmp_path: Path) -> None:
    def sleep(_: float) -> None:
        pytest.fail("it waited")

    os.utime(drop(tmp_path, "old"), (1000, 1000))
    assert len(OpenedFolder(WatchedFolder(tmp_path, SETTLE, sleep)).uids()) == 1


def test_a_file_from_the_future_is_taken_once_it_rests(tmp_path: Path) -> None:
    os.utime(drop(tmp_path, "future"), (4e9, 4e9))
    waits: list[float] = []
    assert len(OpenedFolder(WatchedFolder(tmp_path, SETTLE, waits.append)).uids()) == 1
    assert waits == [2]


def test_what_somebody_wrote_meanwhile_under_the_same_name_stays(tmp_path: Path) -> None:
    place = opened(tmp_path)
    path = drop(tmp_path, "order")
    (uid,) = place.uids()
    drop(tmp_path, "order", "ORDER 4502")
    assert place.fetch(uid) is None
    assert place.file_away(uid, MessageState.PROCESSED) is FiledAs.GONE
    assert path.read_text() == "ORDER 4502"


def test_what_somebody_writes_in_the_moment_of_the_move_goes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = opened(tmp_path)
    path = drop(tmp_path, "order")
    (uid,) = place.uids()
    replace = Path.replace

    def write_first(self: Path, target: Path) -> Path:
        if self == path:
            drop(tmp_path, "order", "ORDER 4502")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", write_first)
    assert place.file_away(uid, MessageState.PROCESSED) is FiledAs.GONE
    assert path.read_text() == "ORDER 4502"
    assert list((tmp_path / "done").iterdir()) == []


def test_another_file_of_the_same_name_is_not_overwritten(tmp_path: Path) -> None:
    place = opened(tmp_path)
    for content in ("ORDER 1", "ORDER 2", "ORDER 2"):
        drop(tmp_path, "order.txt", content)
        (uid,) = place.uids()
        place.file_away(uid, MessageState.PROCESSED)
    kept = sorted(each.read_text() for each in (tmp_path / "done").iterdir())
    assert kept == ["ORDER 1", "ORDER 2"]


def test_a_file_that_may_not_be_read_comes_to_a_person_s_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox = watched(tmp_path / "inbox")
    drop(inbox.path, "locked")
    really_open = Path.open

    def refuse(self: Path, *args: Any, **options: Any) -> Any:
        if self.name == "locked":
            raise PermissionError(13, "Permission denied")
        return really_open(self, *args, **options)

    # Not by its mode: root may read everything.
    monkeypatch.setattr(Path, "open", refuse)
    kit = context(tmp_path, inbox)
    for _ in range(4):
        counts = intake_once(kit).counts
    assert counts == Ledger(seen=1, processed=0, quarantined=1, waiting=0)


def test_a_folder_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MailboxError, match="make it"), WatchedFolder(tmp_path / "gone").visit():
        pass


def test_a_file_keeps_its_mode_and_time(tmp_path: Path) -> None:
    place = opened(tmp_path)
    path = drop(tmp_path, "order")
    path.chmod(0o640)
    os.utime(path, (1000, 1000))
    (uid,) = place.uids()
    place.file_away(uid, MessageState.QUARANTINED)
    moved = (tmp_path / "quarantine" / "order").stat()
    assert (stat.S_IMODE(moved.st_mode), moved.st_mtime) == (0o640, 1000)
