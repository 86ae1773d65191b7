"""The measurement of backups: what it makes is backed up and restored whole, plain and packed."""

import json
from pathlib import Path

import pytest

from bench import backup


@pytest.mark.parametrize("packed", [False, True])
def test_everything_comes_back(tmp_path: Path, *, packed: bool) -> None:
    found = backup.measure(tmp_path / "work", 60, packed=packed)
    assert found.files == 60
    assert min(found.backup, found.restore) > 0


def test_the_figures_are_written_as_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(backup, "BUILD", tmp_path / "work")
    assert backup.main(["--files", "20", "--json", str(tmp_path / "out" / "backup.json")]) == 0
    written = json.loads((tmp_path / "out" / "backup.json").read_text())
    assert written == json.loads(capsys.readouterr().out)
    assert written["files"] == 20
    assert not (tmp_path / "work").exists()
