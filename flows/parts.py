"""The parts of a running installation: each in a thread of its own, started again when it ends.

A part that ends is started again after a pause, a longer one each time it lives only shortly. That is
told in the log, and by an alert when it keeps happening.
"""

import logging
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.errors import OperatorError

log = logging.getLogger(__name__)

STEADY = 300.0
"""Seconds: what lived that long has got well."""
OFTEN = 3
"""So many ends within short lives, and a person is told."""
LONGEST = 300.0
PATIENCE = 60.0
"""Seconds that all parts together have for coming to an end; a message at hand is finished in them."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that goes on until the event is set. It may raise; then it is started again."""

    name: str
    run: Callable[[threading.Event], None]


class Health:
    """Which parts keep ending, by their names, and why; read by the alerts."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failing: dict[str, str] = {}

    def note(self, name: str, why: str | None) -> None:
        """Note why a part keeps ending; None if it does not."""
        with self._lock:
            if why is None:
                self._failing.pop(name, None)
            else:
                self._failing[name] = why

    def failing(self) -> dict[str, str]:
        """Return the parts that keep ending."""
        with self._lock:
            return dict(self._failing)


def keep(parts: Sequence[Part], stop: threading.Event, health: Health) -> None:
    """Run all parts until `stop` is set, and let them come to an end."""
    threads = [
        threading.Thread(target=keep_one, args=(each, stop, health), name=each.name, daemon=True)
        for each in parts
    ]
    for each in threads:
        each.start()
    # In slices: a wait without end would hold back the handlers of signals.
    while not stop.wait(1):
        pass
    deadline = time.monotonic() + PATIENCE
    for each in threads:
        each.join(timeout=max(deadline - time.monotonic(), 0))
        if each.is_alive():
            log.warning("%s did not come to an end in time", each.name)


def keep_one(part: Part, stop: threading.Event, health: Health) -> None:
    """Run one part again and again until `stop` is set."""
    short = 0
    while not stop.is_set():
        began = time.monotonic()
        why = _ended(part, stop)
        if stop.is_set():
            return
        short = 1 if time.monotonic() - began > STEADY else short + 1
        seconds = pause(short)
        log.error("%s ended (%s); it is started again in %.0f seconds", part.name, why, seconds)
        health.note(part.name, why if short >= OFTEN else None)
        stop.wait(seconds)


def pause(short: int) -> float:
    """Return how many seconds to wait after so many short lives in a row."""
    return min(2.0 ** min(short - 1, 16), LONGEST)


def _ended(part: Part, stop: threading.Event) -> str:
    try:
        part.run(stop)
    except OperatorError as error:
        return str(error)
    except Exception as failure:  # noqa: BLE001 - one part that breaks must not stop the others
        # Where it broke, and not what it said: the text of an error may quote a mail.
        where = "".join(traceback.format_tb(failure.__traceback__))
        log.error("%s broke: %s\n%s", part.name, type(failure).__name__, where)  # noqa: TRY400 - see above
        return type(failure).__name__
    return "by itself"
