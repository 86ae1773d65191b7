import datetime as dt
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from models import archive
from models.archive import Archive, ArchiveError, BlobCorruptError

DATA = "合同编号 4501\n".encode() * 1000
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def blobs(tmp_path: Path) -> Archive:
    return archive.open_archive(tmp_path / "archive")


@pytest.mark.parametrize("data", [DATA, b"", b"x"])
def test_bytes_come_back_by_their_hash(blobs: Archive, data: bytes) -> None:
    assert archive.get(blobs, archive.put(blobs, data)) == data


def test_a_kept_file_is_named_by_its_hash_and_read_only(blobs: Archive) -> None:
    archive.put(blobs, DATA)
    kept = blobs.root / SHA256[:2] / SHA256
    assert kept.read_bytes() == DATA
    assert stat.S_IMODE(kept.stat().st_mode) == 0o400


def test_keeping_the_same_bytes_again_touches_nothing(blobs: Archive) -> None:
    archive.put(blobs, DATA)
    before = archive.path(blobs, SHA256).stat()
    archive.put(blobs, DATA)
    after = archive.path(blobs, SHA256).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert list((blobs.root / "tmp").iterdir()) == []


def test_a_changed_file_is_refused_and_mended_by_the_same_bytes(blobs: Archive) -> None:
    archive.put(blobs, DATA)
    place = archive.path(blobs, SHA256)
    place.chmod(0o600)
    place.write_bytes(b"?" + DATA[1:])
    with pytest.raises(BlobCorruptError, match="changed"):
        archive.get(blobs, SHA256)
    archive.put(blobs, DATA)
    assert archive.get(blobs, SHA256) == DATA


def test_a_missing_file_is_named(blobs: Archive) -> None:
    with pytest.raises(BlobCorruptError, match=SHA256):
        archive.get(blobs, SHA256)


def test_left_overs_of_interrupted_writes_are_swept_once_they_are_old(blobs: Archive) -> None:
    left_over = blobs.root / "tmp" / "half"
    left_over.write_bytes(b"ha")
    os.utime(left_over, (1_000, 1_000))
    (blobs.root / "tmp" / "young").write_bytes(b"yo")
    archive.put(blobs, DATA)
    assert archive.sweep(blobs, dt.datetime(2001, 1, 1, tzinfo=dt.UTC)) == 1
    assert [each.name for each in (blobs.root / "tmp").iterdir()] == ["young"]
    assert archive.get(blobs, SHA256) == DATA


@pytest.mark.parametrize("call", ["open", "fsync"])
def test_whenever_the_disk_refuses_nothing_has_the_final_name(
    blobs: Archive, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    failures = 0
    while failures < 10:
        with monkeypatch.context() as patch:
            patch.setattr(os, call, _failing_after(failures, getattr(os, call)))
            try:
                archive.put(blobs, DATA)
                break
            except ArchiveError:
                failures += 1
        place = archive.path(blobs, SHA256)
        assert not place.exists() or place.read_bytes() == DATA
    assert 2 < failures < 10
    assert archive.get(blobs, SHA256) == DATA


def _failing_after(allowed: int, real: Callable[..., object]) -> Callable[..., object]:
    calls = iter(range(allowed))

    def refuse(*args: object, **options: object) -> object:
        if next(calls, None) is None:
            raise OSError(28, "No space left on device")
        return real(*args, **options)

    return refuse
