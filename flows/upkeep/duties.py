"""What is done beside the intake: examinations at start and every night, a look for trouble, invoice lists.

Whether the night's examination is due, or a list in the folder, our own rows say: a machine that was off
makes up for it, and of several processes one does it.
"""

import datetime as dt
import logging
import threading

from flows import exports_retention
from flows.context import Context
from flows.invoicing import weekly
from flows.parts import Health
from flows.upkeep import alerts, doctor, examine, pulse
from models.configuration import Settings
from models.errors import OperatorError
from models.health import Examination
from models.rows.inbox import leases, running

log = logging.getLogger(__name__)

EVERY = 60.0
NIGHT = dt.time(3, 0)
"""From then on, in this machine's zone, the examination of the day is due."""
EXAMINED = "examined"
_LEASE = ("countercheck", "examination")


def fulfil(context: Context, settings: Settings, health: Health, stop: threading.Event) -> None:
    """Do what is due, again and again, until `stop` is set."""
    at_start = True
    while not stop.is_set():
        try:
            if at_start or is_due(context):
                examine_once(context, settings)
                at_start = False
            alerts.watch(context, examine.free_mb(settings.data), health.failing())
        except OperatorError as error:
            # The database may come back; the intake says the same.
            log.warning("the daily duties wait: %s", error)
        _answer_lists(context)
        stop.wait(EVERY)


def _answer_lists(context: Context) -> None:
    try:
        weekly.answer_due(context)
    except OperatorError as error:
        # Nothing else depends on it.
        log.warning("the invoice lists wait: %s", error)


def examine_once(context: Context, settings: Settings) -> Examination | None:
    """Examine the installation, log and tell what is wrong; None if another process does so now.

    Raises:
        OperatorError: The database does not answer.
    """
    lease = leases.take(context.store, *_LEASE, context.owner, context.now())
    if lease is None:
        return None
    try:
        exports_retention.tidy(context)
        pulse.tidy(context.store, context.now())
        found = doctor.examination(context, settings, full=False)
        doctor.tell(found)
        alerts.examined(context, found)
        running.note(context.store, EXAMINED, "healthy" if found.healthy else "problems", context.now())
    finally:
        leases.release(context.store, lease)
    return found


def is_due(context: Context) -> bool:
    """Tell whether tonight's examination has not been made yet."""
    now = context.now().astimezone()
    tonight = dt.datetime.combine(now.date(), NIGHT, tzinfo=now.tzinfo)
    due_since = tonight if now >= tonight else tonight - dt.timedelta(days=1)
    last = running.noted(context.store, EXAMINED)
    return last is None or last[1] < due_since
