"""`python -m bench.reconcile --snapshots`: a weekly list as the desk answers it, from import to answer.

The exports are taken in by `countercheck import`, the list is answered from the folder that finance puts it
into: report, rows, notices and the workbook that is sent back included. Each is a process of its own, one
after the other, as on a day on which everything is new.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import processes

ROOT = Path(__file__).parent.parent
KINDS = ("profiles", "orders", "deliveries", "billing")
OFTEN = 0.3
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds by the clock that importing and answering took, the most memory (PSS, MiB), and the rows.

    `again` are the seconds of another list against the same exports, `processor` those of the processors for
    all but that.
    """

    importing: float
    answering: float
    again: float
    processor: float
    mib: int
    answered: int

    @property
    def seconds(self) -> float:
        """Return what it took from the first export to the answer."""
        return self.importing + self.answering


def measure(folder: Path, ending: str) -> Figures:
    """Take in the exports of a folder that end so into a new installation, and answer the list twice."""
    data, lists = folder / f"data{ending}", folder / f"lists{ending}"
    for each in (data, lists):
        shutil.rmtree(each, ignore_errors=True)
    lists.mkdir()
    surroundings = _surroundings(data, lists)
    command = str(Path(sys.executable).with_name("countercheck"))
    peaks: list[int] = []
    importing, before = 0.0, _processor()
    for kind in KINDS:
        seconds, _ = _timed([command, "import", kind, str(folder / f"{kind}{ending}")], surroundings, peaks)
        importing += seconds
    shutil.copy(folder / "list.csv", lists / "list.csv")
    answering, answered = _timed([sys.executable, "-m", __name__], surroundings, peaks)
    processor = _processor() - before
    rows = (folder / "list.csv").read_text("utf-8").splitlines(keepends=True)
    (lists / "later.csv").write_text("".join(rows[:-1]), "utf-8")
    again, _ = _timed([sys.executable, "-m", __name__], surroundings, peaks)
    shutil.rmtree(data)
    shutil.rmtree(lists)
    return Figures(importing, answering, again, processor, max(peaks), int(answered))


def _processor() -> float:
    """Return the seconds of the processors that all children took that have ended."""
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


def _surroundings(data: Path, lists: Path) -> Mapping[str, str]:
    return os.environ | {
        "COUNTERCHECK_DATA": str(data),
        "COUNTERCHECK_INVOICE_LISTS": str(lists),
        # The run of every week is due from its first minute.
        "COUNTERCHECK_INVOICING_TIME": "00:00",
        "COUNTERCHECK_INVOICING_ZONE": "UTC",
        "PYTHONPATH": str(ROOT),
    }


def _timed(command: list[str], surroundings: Mapping[str, str], peaks: list[int]) -> tuple[float, str]:
    began = time.monotonic()
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 - our own
        with processes.watched(child.pid, OFTEN) as memory:
            said, _ = child.communicate()
        if child.returncode:
            raise subprocess.CalledProcessError(child.returncode, command)
    peaks.append(memory.peak)
    return time.monotonic() - began, said


def answer() -> None:
    """Answer the list that lies in the folder of the settings, and print how many rows it has."""
    import settings  # noqa: PLC0415 - only the child needs the program
    from flows import wiring  # noqa: PLC0415
    from flows.invoicing import weekly  # noqa: PLC0415

    with wiring.opened(settings.load()) as context:
        run = weekly.answer_due(context)
    assert run is not None, "nobody else answers it"
    assert not run.refused, "it is understood"
    sys.stdout.write(json.dumps(sum(each.rows for each in run.answered)))


if __name__ == "__main__":
    answer()
