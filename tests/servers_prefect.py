"""A Prefect server for tests, and the leave that this process takes of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.prefect_server import serving


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Serve, and let the threads that report runs finish before the server goes.

    Prefect keeps them for the whole process with the address they began with: those of a later server
    would go to this one, and those of an earlier one, left by another test, are told to end first.
    """
    _drain(seconds=1)
    with serving(folder) as address:
        assert address is not None, "the server did not start"
        try:
            yield address
        finally:
            _drain(seconds=30)


def _drain(seconds: float) -> None:
    # Imported late: the programs under test decide when Prefect is.
    from prefect.events.worker import EventsWorker  # noqa: PLC0415
    from prefect.logging.handlers import APILogWorker  # noqa: PLC0415

    for worker in (EventsWorker, APILogWorker):
        worker.drain_all(timeout=seconds, at_exit=False)
