import os
import pty
import subprocess
import sys

PROGRAM = """
from review.reports.progress import tracked
print(sum(tracked(iter(range({count})), {count})))
"""


def seen(count: int) -> tuple[str, str]:
    """Return what a program prints on standard output, and on a terminal as its standard error."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(count=count)],
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
    ) as process:
        os.close(theirs)
        assert process.stdout is not None
        printed = process.stdout.read()
        shown = b""
        try:
            while chunk := os.read(ours, 4096):
                shown += chunk
        except OSError:
            pass  # the other side of the terminal is closed
        os.close(ours)
    return printed, shown.decode()


def test_many_files_show_how_far_they_have_come_on_standard_error_only() -> None:
    printed, shown = seen(50)
    assert printed == "1225\n"
    assert "50/50" in shown


def test_a_few_files_are_read_without_a_bar() -> None:
    assert seen(3) == ("3\n", "")


def test_where_nobody_looks_nothing_is_shown() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(count=50)], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("1225\n", "")
