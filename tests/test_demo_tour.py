"""The demo as a newcomer calls it: everything for real, twice."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.tour import FOLDER, inbox
from models.archive import open_archive
from models.archive import path as blob_path

PROGRAM = str(Path(sys.executable).with_name("countercheck"))
ACCOUNT = f"{len(inbox())} messages received = {len(inbox())} processed + 0 put aside + 0 waiting"


def demo(data: Path, *arguments: str) -> str:
    command = [PROGRAM, "demo", "--no-serve", "--data", str(data), "--lang", "en", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def said(data: Path) -> Iterator[str]:
    """What the first demo printed."""
    yield demo(data)  # noqa: PT022 - the folder lives on


@pytest.mark.slow
def test_it_prints_what_came_in_and_every_difference_there_is(said: str) -> None:
    assert ACCOUNT in said
    truths = [json.loads(each) for each in (FOLDER / "check_truth.jsonl").read_text("utf-8").splitlines()]
    values = {
        each["document"]
        for truth in truths
        for each in truth["differences"]
        if each["kind"] == "differs" and each["field"] in {"quantity", "unit_price"}
    }
    shown = said.replace(",", "")
    assert len(values) > 5
    assert [each for each in values if not re.search(rf"(?<![\d.]){re.escape(each)}(?![\d])", shown)] == []
    for expected in ("protected by a password", "damaged", "Case 14"):
        assert expected in said


@pytest.mark.slow
def test_the_work_was_done_by_a_flow_of_a_real_prefect_server(data: Path, said: str) -> None:
    assert ACCOUNT in said
    with sqlite3.connect(data / "prefect" / "prefect.db") as database:
        states = [each for (each,) in database.execute("select state_type from flow_run")]
        (tasks,) = database.execute("select count(*) from task_run where name like 'message %'").fetchone()
        (artifact,) = database.execute("select data from artifact where key = 'intake'").fetchone()
    assert states[:1] == ["COMPLETED"]
    assert tasks == len(inbox())
    assert "YX-2026-1107" in artifact


@pytest.mark.slow
def test_a_second_demo_changes_nothing(data: Path, said: str) -> None:
    before = _counts(data)
    again = demo(data)
    assert "nothing new came in" in again
    assert said.splitlines()[-1] == again.splitlines()[-1] == ACCOUNT
    # That the exports beside the list were delivered once more is noted, and nothing else.
    after = _counts(data)
    assert _noted(data)[before.pop("audit") : after.pop("audit")] == ["export_seen"] * 4
    assert after == before


@pytest.mark.slow
def test_every_mail_is_kept_byte_for_byte(data: Path, said: str) -> None:
    assert ACCOUNT in said
    with sqlite3.connect(data / "countercheck.db") as database:
        kept = [each for (each,) in database.execute("select raw_sha256 from message")]
    archive = open_archive(data / "archive")
    bodies = {blob_path(archive, each).read_bytes() for each in kept}
    assert bodies == {re.sub(rb"\r?\n", b"\r\n", each.read_bytes()) for each in inbox()}


@pytest.mark.slow
def test_the_page_of_a_case_shows_its_difference(data: Path, said: str) -> None:
    assert ACCOUNT in said
    command = [PROGRAM, "demo", "--data", str(data), "--lang", "en", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        assert process.stdout is not None
        url = next(found[0] for line in process.stdout if (found := re.search(r"http://\S+", line)))
        page = _got(f"{url}cases/2?lang=en")
        picture = _got(f"{url}cases/2/pages/1.png")
        lists, row = _got(f"{url}invoices?lang=en"), _got(f"{url}invoices/1/rows/0?lang=en")
        process.terminate()
        assert process.wait(timeout=60) == 0
    assert b"5,420.00" in page
    assert b"5,240.00" in page
    assert picture.startswith(b"\x89PNG")
    assert lists.count(b'href="/invoices/1"') == 1
    assert b"hold: not accepted 2" in lists
    assert "货到验收合格后30天内付款".encode() in row


def _got(url: str) -> bytes:
    deadline = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                found: bytes = answer.read()
                return found
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.2)


def _noted(data: Path) -> list[str]:
    with sqlite3.connect(data / "countercheck.db") as database:
        return [each for (each,) in database.execute("select action from audit order by seq")]


def _counts(data: Path) -> dict[str, int]:
    with sqlite3.connect(data / "countercheck.db") as database:
        names = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
        return {name: database.execute(f"select count(*) from {name}").fetchone()[0] for name in names}
