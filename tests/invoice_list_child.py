"""Runs of the weekly list that may be killed: a process that forks a child for each of them."""

import json
import os
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any

from intake_builders import Clock
from invoice_list_desk import SETTINGS, desk, monday
from servers_smtp import Post

from flows.intake import Steps, intake_once
from flows.invoicing import weekly
from flows.post.outbox import Posted

HOURS = 10


def run(job: dict[str, Any]) -> None:
    """Take in what came by mail, and answer what lies in the folder; nothing is sent."""
    os.environ.update(job["environment"])
    kit = desk(Path(job["folder"]), Post(port=9), senders=SETTINGS)
    clock = Clock(monday())
    # What died held leases; they have run out by then.
    clock.forward(HOURS * 3600 + 1000 * job["turn"])
    kit = replace(kit, now=clock)
    intake_once(kit, Steps(send=lambda _: Posted()))
    assert weekly.answer_due(kit) is not None


def main() -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                run(json.loads(line))
            except BaseException:  # noqa: BLE001 - the child must not come back into the loop
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
