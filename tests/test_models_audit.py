import sqlite3
from pathlib import Path

import pytest
from intake_builders import NOON, database

from models import audit, store
from models.audit import START, AuditEntry
from models.store import Store


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    found = database(tmp_path)
    for number in range(5):
        with store.writing(found) as session:
            audit.append(session, AuditEntry("intake", "done", f"thing {number}", {"n": number}), NOON)
    return found


def test_a_trail_that_nobody_touched_is_whole(kept: Store) -> None:
    assert audit.first_broken(kept) is None
    assert audit.head(kept)[0] == 5


def test_an_empty_trail_is_whole(tmp_path: Path) -> None:
    kept = database(tmp_path)
    assert audit.first_broken(kept) is None
    assert audit.head(kept) == (0, START)


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ("UPDATE audit SET actor = 'nobody' WHERE seq = 3", 3),
        ("UPDATE audit SET detail = '{}' WHERE seq = 1", 1),
        ("UPDATE audit SET at_utc = '2020-01-01 00:00:00' WHERE seq = 5", 5),
        ("UPDATE audit SET hash = 'x' WHERE seq = 2", 2),
        ("DELETE FROM audit WHERE seq = 4", 4),
        ("DELETE FROM audit WHERE seq = 1", 1),
    ],
)
def test_whoever_edits_the_file_is_found_out(tmp_path: Path, kept: Store, change: str, broken: int) -> None:
    with sqlite3.connect(tmp_path / "countercheck.db") as behind:
        for verb in ("update", "delete"):
            behind.execute(f"DROP TRIGGER audit_no_{verb}")
        behind.execute(change)
    assert audit.first_broken(kept) == broken


def test_a_cut_off_end_shows_in_the_head(tmp_path: Path, kept: Store) -> None:
    before = audit.head(kept)
    with sqlite3.connect(tmp_path / "countercheck.db") as behind:
        behind.execute("DROP TRIGGER audit_no_delete")
        behind.execute("DELETE FROM audit WHERE seq = 5")
    assert audit.first_broken(kept) is None
    assert audit.head(kept) != before
