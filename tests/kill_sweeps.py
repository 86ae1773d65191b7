"""Intakes that are killed at every durable step, and what must be equal afterwards.

The method is that of isync's own test: list the steps of a whole run, kill the program at each of
them, start it again until it is quiet, compare everything it leaves, then run it once more.
"""

import json
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from intake_builders import OPEN, mail
from sqlalchemy import Connection, inspect, text

from models import archive, audit, store
from models.kill_point import KILL, TRACE

MAILS = (
    mail("one order", "ORDER 4501"),
    mail("the same again, and a drawing", "ORDER 4501", "DRAWING 7"),
    mail("a match that cannot be opened", "CLEAN 4502", "ENCRYPTED 4599"),
    mail("breaks the reader", "BUG 1"),
    mail("nothing in it"),
    mail("the password", text=f"The password is: {OPEN}\n", answers="a match that cannot be opened"),
    mail("a paper with a number that is known", "CLEAN 4501", answers="one order"),
    mail("Re: one order", "DRAWING 8", answers="one order"),
)
FILES = {
    "order.txt": b"ORDER 4501",
    "the same order.txt": b"ORDER 4501",
    "合同.txt": b"CLEAN 4502",
    "locked.txt": b"ENCRYPTED",
    "odd.txt": b"BUG 1",
}
SAME = "SELECT {columns} FROM {table} ORDER BY {columns}"
"""What must be equal, whatever happened in between: not the number of attempts, nor case numbers."""
KEPT = "SELECT raw_sha256 FROM message UNION SELECT doc_sha256 FROM part WHERE ignored IS NULL"
COLUMNS = {
    "message": "raw_sha256, kind, name, size, state, outcome_code, reason_code",
    "part": "raw_sha256, ordinal, doc_sha256, shown_name, ignored",
    "document": "doc_sha256, size, magic_type",
    "extraction": "doc_sha256, read_as, extractor_version, status, result_json",
    "envelope": "raw_sha256, message_id, subject",
    "review_case": "kind, raw_sha256, doc_sha256, piece, state, verdict, reasons_json, document_number",
    "case_message": "raw_sha256, ordinal, role",
    "finding": "doc_sha256, piece, line, field, code, occurrence, outcome",
    "sighting": "account_id, folder, raw_sha256, acked_as",
    "case_origin": "owner_name, owner_address, origin_json, number_key, lines_sha256",
    "case_relation": "relation, reason",
    "join_clue": "raw_sha256, clue, evidence",
    "thread_reference": "raw_sha256, message_id, direct",
    "unlocked_document": "doc_sha256, raw_sha256",
}
CHANGING = frozenset({"mailbox_lease", "mailbox_state"})
"""Tables that say when something was done last: a run that adds nothing writes them too."""


@dataclass(frozen=True)
class Setup:
    """A data folder with its database and source, and what can be seen of the source from outside."""

    folder: Path
    job: dict[str, Any]
    shown: Callable[[], object]
    database: str = ""
    forget: Callable[[], object] = field(default=lambda: None)

    @property
    def url(self) -> str:
        return self.database or f"sqlite:///{self.folder / 'countercheck.db'}"


class Runner:
    """Speaks to the process that forks the runs."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def __call__(self, setup: Setup, turn: int = 0, environment: dict[str, str] | None = None) -> int:
        """Run one intake and return its exit code, negative for the signal that ended it."""
        job = setup.job | {"folder": str(setup.folder), "round": turn, "environment": environment or {}}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(job | {"database": setup.url}) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@contextmanager
def running() -> Iterator[Runner]:
    """Start the process that forks a child for each run, so that none has to import everything anew."""
    child = Path(__file__).with_name("intake_child.py")
    with subprocess.Popen(
        [sys.executable, str(child)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=child.parent.parent,
        env={"PYTHONPATH": f"{child.parent}:{child.parent.parent}"},
    ) as process:
        yield Runner(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=20)


@dataclass(frozen=True)
class Swept:
    """How many points a sweep killed at, and of how many kinds."""

    points: int
    kinds: int


def sweep(
    run: Runner, setup: Callable[[str], Setup], trace: Path, passages: Callable[[int], set[int]]
) -> Swept:
    """Kill at those passages of every point that `passages` chooses; assert that nothing is left of it."""
    reference = setup("reference")
    assert run(reference, environment={TRACE: str(trace)}) == 0
    expected = state(reference)
    reference.forget()
    passed = Counter(trace.read_text().split())
    points = [(name, count) for name, times in passed.items() for count in sorted(passages(times))]
    for name, count in points:
        killed = setup(f"{name}-{count}")
        end = run(killed, environment={KILL: f"{name}#{count}"})
        assert end == -signal.SIGKILL, f"a kill at {name}#{count} of {passed[name]} ended with {end}"
        assert_mended(run, killed, expected, f"a kill at {name}#{count}")
    return Swept(len(points), len(passed))


def assert_mended(run: Runner, setup: Setup, expected: object, after: str) -> None:
    """Assert that a second run brings all to the same end, and that a third changes nothing."""
    assert run(setup, turn=1) == 0
    assert state(setup) == expected, f"after {after}"
    before = dump(setup)
    assert run(setup, turn=2) == 0
    assert dump(setup) == before, f"a further run after {after} changed something"
    shutil.rmtree(setup.folder)
    setup.forget()


def first_and_last(times: int) -> set[int]:
    """Choose the first and the last passage."""
    return {1, times}


def spread(times: int) -> set[int]:
    """Choose the first two passages, one in the middle, and the last."""
    return {1, min(2, times), (times + 1) // 2, times}


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the files below `folder` with their content."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def state(setup: Setup) -> object:
    """Return everything that a run leaves, by content; what must hold on its own is asserted here."""
    kept = archive.open_archive(setup.folder / "archive")
    opened = store.connect(setup.url)
    try:
        with opened.reader.connect() as rows:
            for (sha256,) in rows.execute(text(KEPT)):
                archive.get(kept, sha256)
            numbers = [one for (one,) in rows.execute(text("SELECT number FROM review_case ORDER BY number"))]
            assert numbers == list(range(1, len(numbers) + 1))
            assert _count(rows, "message WHERE state = 'stored'") == 0
            assert _count(rows, "sighting WHERE acked_at IS NULL") == 0
            content = {each: _content(rows, each, columns) for each, columns in COLUMNS.items()}
        assert audit.first_broken(opened) is None
    finally:
        store.close(opened)
    # Which user's mailbox or folder it is differs from setup to setup; that one was moved and another
    # was gone when its turn came again does not matter.
    content["sighting"] = [(sha256, how == "left") for _, _, sha256, how in content["sighting"]]
    return content, setup.shown()


def dump(setup: Setup) -> object:
    """Return every row but those that say when something was done last."""
    opened = store.connect(setup.url)
    try:
        with opened.reader.connect() as rows:
            tables = set(inspect(rows).get_table_names()) - CHANGING
            content = {each: sorted(map(repr, _content(rows, each, "*"))) for each in tables}
    finally:
        store.close(opened)
    return content, setup.shown()


def _content(rows: Connection, table: str, columns: str) -> list[tuple[Any, ...]]:
    query = SAME if columns != "*" else "SELECT {columns} FROM {table}"
    return [tuple(each) for each in rows.execute(text(query.format(table=table, columns=columns)))]


def _count(rows: Connection, what: str) -> int:
    return int(rows.execute(text(f"SELECT count(*) FROM {what}")).scalar_one())
