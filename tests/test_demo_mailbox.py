import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from intake_builders import context, mail

from demo.mailbox import ROOT, serving
from flows.intake import intake_once
from flows.mailboxes.imap import ImapSource
from models import archive
from models.receipt import Ledger, MessageState
from models.rows.inbox import messages

MAILS = {
    "1.eml": mail("订单", "ORDER 4501"),
    "2.eml": mail("odd", "BUG 1"),
    "3.eml": mail("holiday").replace(b"Please", b"From here\r\n.\r\nPlease"),
}


@pytest.fixture
def mails(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "mails"
    folder.mkdir()
    for name, content in MAILS.items():
        (folder / name).write_bytes(content.replace(b"\r\n", b"\n"))
    return sorted(folder.iterdir())


def test_a_second_demo_finds_nothing_new(tmp_path: Path, mails: list[Path]) -> None:
    for turn in range(2):
        with serving(tmp_path / "mailbox", mails) as mailbox:
            kit = context(tmp_path, ImapSource(mailbox))
            report = intake_once(kit)
        assert report.failures == ()
        assert report.counts == Ledger(seen=3, processed=2, quarantined=1, waiting=0)
        assert report.new == (0 if turn else 3)
    kept = [archive.get(kit.archive, each.raw_sha256) for each in messages.listed(kit.store)]
    assert sorted(kept) == sorted(MAILS.values())


def test_mails_come_in_the_order_given_and_are_filed_away(tmp_path: Path, mails: list[Path]) -> None:
    with serving(tmp_path / "mailbox", mails) as mailbox, ImapSource(mailbox).visit() as place:
        first, second, third = place.uids()
        assert place.fetch(first) == MAILS["1.eml"]
        assert place.file_away(first, MessageState.PROCESSED).value == "moved"
        assert place.uids() == (second, third)


def test_a_mail_added_later_comes_in_alone(tmp_path: Path, mails: list[Path]) -> None:
    for brought, expected in ((mails[:2], 2), (mails, 1)):
        with serving(tmp_path / "mailbox", brought) as mailbox:
            assert intake_once(context(tmp_path, ImapSource(mailbox))).new == expected


def test_the_server_ends_when_whoever_started_it_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys, time, pathlib; from demo.mailbox import serving\n"
        f"with serving(pathlib.Path({str(tmp_path / 'mailbox')!r}), []) as mailbox:\n"
        "    print(mailbox.port, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=ROOT) as starter:
        assert starter.stdout is not None
        port = int(starter.stdout.readline())
        os.kill(starter.pid, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while _listens(port):
        assert time.monotonic() < deadline, "the server is still there"
        time.sleep(0.1)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
