"""Named places where a test can end the process at once.

Every step that leaves something behind (a file, a commit, a moved mail) has one before and after
it, so that a test can stop the program at each of them and see that a restart comes to the same
end. Outside such tests a point costs one look into the environment.
"""

import os
import signal
from collections import Counter
from pathlib import Path

KILL = "COUNTERCHECK_TEST_KILL"
"""`name` or `name#n`: the process ends the n-th time it comes to that point."""
TRACE = "COUNTERCHECK_TEST_TRACE"
"""A file that the points are written to, one line each, in the order they are passed."""

_passed: Counter[str] = Counter()


def kill_point(name: str) -> None:
    """Pass the point `name`: nothing happens unless a test asked for it by the environment."""
    if TRACE in os.environ:
        with Path(os.environ[TRACE]).open("a", encoding="ascii") as trace:
            trace.write(name + "\n")
    wanted, _, count = os.environ.get(KILL, "").partition("#")
    if wanted != name:
        return
    _passed[name] += 1
    if _passed[name] == int(count or 1):
        os.kill(os.getpid(), signal.SIGKILL)
