"""The memory of a process and of everything it started, as the kernel shares it out (PSS)."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PROC = Path("/proc")


@dataclass(slots=True)
class Memory:
    """Samples of the memory of a tree of processes, in MiB."""

    samples: list[int] = field(default_factory=list)

    @property
    def peak(self) -> int:
        """Return the most."""
        return max(self.samples, default=0)

    def around(self, share: float) -> int:
        """Return what was used at that share of the time, a tenth of the samples taken together."""
        width = max(len(self.samples) // 10, 1)
        begin = min(int(len(self.samples) * share), len(self.samples) - width)
        return sorted(self.samples[begin : begin + width])[width // 2] if self.samples else 0


@contextmanager
def watched(pid: int, seconds: float = 1.0) -> Iterator[Memory]:
    """Sample the memory of process `pid` and its descendants until the end of the context."""
    memory, stop = Memory(), threading.Event()

    def watch() -> None:
        while not stop.wait(seconds):
            memory.samples.append(pss(pid))

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield memory
    finally:
        stop.set()
        thread.join()


def pss(pid: int) -> int:
    """Return the memory of process `pid` and its descendants in MiB: shared pages count in parts."""
    return sum(_own(each) for each in family(pid)) // 1024


def family(pid: int) -> list[int]:
    """Return `pid` and its descendants."""
    children: dict[int, list[int]] = {}
    for path in PROC.glob("[0-9]*/stat"):
        try:
            # The name in the second field may hold spaces and brackets.
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
        children.setdefault(parent, []).append(int(path.parent.name))
    found = [pid]
    for each in found:
        found += children.get(each, [])
    return found


def _own(pid: int) -> int:
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
