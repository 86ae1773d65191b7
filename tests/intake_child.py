"""Runs intakes that may be killed: a process that forks a child for each, so that none has to start anew.

Each line of standard input is a job as JSON; each answer is the exit code of the child, negative for
the signal that ended it.
"""

import datetime as dt
import json
import os
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any

import failing_calls
from intake_builders import TickingClock, context, mended

from flows.context import Context
from flows.intake import intake_once
from flows.mailboxes.folder import WatchedFolder
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.source import Source
from models.configuration import Mailbox, Secret, Security
from models.errors import OperatorError
from models.rows.cases import cases
from models.rows.inbox import retrying


def source(job: dict[str, Any]) -> Source:
    if "port" not in job:
        return WatchedFolder(Path(job["folder"]) / "inbox", dt.timedelta(0))
    secret = Secret(job["password"])
    return ImapSource(Mailbox("127.0.0.1", job["user"], secret, job["port"], Security.PLAIN))


def put_back(prepared: Context) -> Context:
    """Let all be worked on anew that was put aside or not read; return what does it with a better program."""
    for each in cases.listed(prepared.store):
        retrying.read_again(prepared.store, each.number, prepared.now())
    retrying.put_back(prepared.store, retrying.aside(prepared.store), prepared.now())
    return replace(prepared, core=replace(prepared.core, read_part=mended))


def run(job: dict[str, Any]) -> int:
    os.environ.update(job["environment"])
    clock = TickingClock()
    # What died held leases; they have run out by then.
    clock.forward(1000 * job["round"])
    prepared = context(Path(job["folder"]), source(job), url=job["database"], now=clock)
    failing = failing_calls.install(job["environment"])
    try:
        if job.get("again"):
            prepared = put_back(prepared)
        report = intake_once(prepared)
    except OperatorError:
        return failing_calls.REFUSED
    return failing_calls.MET if failing is not None and failing.met else int(bool(report.failures))


def main() -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                end = run(json.loads(line))
            except BaseException:  # noqa: BLE001 - the child must not come back into the loop
                traceback.print_exc()
                os._exit(1)
            os._exit(end)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
