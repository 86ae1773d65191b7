"""Weekly lists and exports by mail and from a folder, killed at every step: one report, nothing half done."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from invoice_list_desk import ENGLISH, PROVEN, SAP, SETTINGS, desk, made, monday, put, stock, written
from servers_smtp import Post
from sqlalchemy import inspect, text

from models import archive, audit, store
from models.kill_point import KILL, TRACE
from models.rows.invoicing import invoice_lists

HERE = Path(__file__).parent
OWN = frozenset(
    (
        "export_kept export_written export_committed export_by_mail list_kept list_reply_kept"
        " mail_enqueued invoice_list_written invoice_list_committed list_by_mail list_answered"
        " list_refused file_moved result_begins result_written result_committed"
    ).split()
)
"""The points between the first step for a list and the last; those before are killed at elsewhere."""
SAME = {
    "message": "raw_sha256, state, outcome_code, reason_code",
    "review_case": "document_number, state",
    "export_snapshot": "kind, source_sha256",
    "export_state": "state, why",
    "invoice_list": "identity, name, year, week, as_of, rows, raw_sha256, sender",
    "invoice_list_row": "position, code, order_number, hold_since, hold_lists",
    "invoice_list_export": "snapshot_id",
    "outbox": "kind, state, recipient, lang, raw_sha256, subject, text, reason",
}
"""What must be equal, whatever happened in between; numbers follow the order in which things were done."""
State = dict[str, list[tuple[Any, ...]]]
TWICE = frozenset(("invoice_list_committed", "mail_enqueued", "file_moved"))
"""Points that are passed for the list in the mail and for that in the folder."""
OTHER = 2
"""A list of the corpus whose exports are other ones."""
CHANGING = frozenset({"mailbox_lease", "mailbox_state"})


class Runner:
    """Speaks to the process that forks the runs."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def __call__(self, folder: Path, turn: int = 0, environment: dict[str, str] | None = None) -> int:
        job: dict[str, Any] = {"folder": str(folder), "turn": turn, "environment": environment or {}}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@pytest.fixture(scope="module")
def run() -> Iterator[Runner]:
    with subprocess.Popen(
        [sys.executable, str(HERE / "invoice_list_child.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=HERE.parent,
        env={**os.environ, "PYTHONPATH": f"{HERE}:{HERE.parent}"},
    ) as process:
        yield Runner(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=20)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an installation to which exports, an order and lists came, and that did nothing yet."""
    folder = tmp_path_factory.mktemp("template")
    kit = desk(folder, Post(port=9), senders=SETTINGS)
    stock(kit, ENGLISH)
    lines = made(ENGLISH).contents["list"][1].decode("utf-8-sig").splitlines()
    by_mail, in_folder = ("\n".join([*lines[:4], *some]).encode() for some in (lines[4:12], lines[12:18]))
    billing = made(OTHER).contents["billing"][1]
    mails = (
        PROVEN + written(("vf05.xls", billing), ("order.doc", b"ORDER 4501"), sender=SAP),
        PROVEN + written(("list.csv", by_mail)),
        PROVEN + written(("odd.csv", b"Colour,Shape,Size\nred,round,5\n"), text="Another one"),
    )
    for at, each in enumerate(mails):
        (folder / "inbox" / f"{at}.eml").write_bytes(each)
    put(kit, "list.csv", in_folder, monday())
    put(kit, "odd too.csv", b"Colour,Shape,Size\nred,round,6\n", monday())
    store.close(kit.store)
    return folder


def rows(folder: Path, table: str, columns: str = "*") -> list[tuple[Any, ...]]:
    opened = store.connect(f"sqlite:///{folder / 'countercheck.db'}")
    try:
        with opened.reader.connect() as connection:
            found = connection.execute(text(f"SELECT {columns} FROM {table}"))
            return sorted((tuple(each) for each in found), key=repr)
    finally:
        store.close(opened)


def differing(found: State, expected: State) -> list[object]:
    """Return what is only in one of two states."""
    tables = ((name, each) for name in SAME for each in {*found[name]} ^ {*expected[name]})
    return [*tables, *({*found["files"]} ^ {*expected["files"]})]


def state(folder: Path) -> State:
    opened, kept = (
        store.connect(f"sqlite:///{folder / 'countercheck.db'}"),
        archive.open_archive(folder / "archive"),
    )
    try:
        assert audit.first_broken(opened) is None
        for each in invoice_lists.summaries(opened):
            archive.get(kept, each.sha256)
            archive.get(kept, each.reply_sha256 or "")
    finally:
        store.close(opened)
    files = sorted(str(each.relative_to(folder)) for each in (folder / "lists").rglob("*") if each.is_file())
    return {"files": [(each,) for each in files]} | {
        table: rows(folder, table, columns) for table, columns in SAME.items()
    }


def dump(folder: Path) -> object:
    opened = store.connect(f"sqlite:///{folder / 'countercheck.db'}")
    try:
        with opened.reader.connect() as connection:
            tables = set(inspect(connection).get_table_names()) - CHANGING
    finally:
        store.close(opened)
    return {table: rows(folder, table) for table in tables}


def test_killed_at_every_step_it_comes_to_the_same_end(run: Runner, template: Path, tmp_path: Path) -> None:
    reference, trace = tmp_path / "reference", tmp_path / "trace"
    shutil.copytree(template, reference)
    assert run(reference, environment={TRACE: str(trace)}) == 0
    expected = state(reference)
    assert [each[0] for each in rows(reference, "invoice_list", "number")] == [1, 2]
    passed = [each for each in trace.read_text().split() if each in OWN]
    assert set(passed) == OWN, "each of them is on the way"
    points = [(name, passed.count(name)) for name in sorted(OWN)] + [(name, 1) for name in sorted(TWICE)]
    for name, count in points:
        folder = tmp_path / f"{name}-{count}"
        shutil.copytree(template, folder)
        assert run(folder, environment={KILL: f"{name}#{count}"}) == -signal.SIGKILL, (name, count)
        assert run(folder, turn=1) == 0
        assert differing(state(folder), expected) == [], f"after a kill at {name}#{count}"
        before = dump(folder)
        assert run(folder, turn=2) == 0
        assert dump(folder) == before, f"a further run after a kill at {name}#{count} changed something"
        shutil.rmtree(folder)
