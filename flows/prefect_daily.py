"""What is done daily, as flows of Prefect: the examination of the installation, and reminders.

Both ask our own rows whether anything is due, so a run that Prefect doubled or lost does no harm.
"""

import os
from typing import Any

# Read when prefect is imported: it reports its use to nobody.
os.environ.setdefault("DO_NOT_TRACK", "1")

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Failed

import settings
from flows import wiring
from flows.artifact import examination as shown
from flows.context import Context
from flows.post import outbox
from flows.post.outbox import Posted
from flows.upkeep import doctor as examining
from flows.upkeep import duties


@flow(name="doctor", persist_result=False)
def doctor() -> State[Any] | None:
    """Examine the installation, and tell the person in charge what is wrong."""
    chosen = settings.load()
    with wiring.opened(chosen) as context:
        found = duties.examine_once(context, chosen)
    if found is None:
        return None
    create_markdown_artifact(shown(found), key="doctor", description="What was looked at, and the account")
    if found.healthy:
        return None
    ledger = examining.account(found.ledger, found.unaccounted) if found.ledger else "no account"
    return Failed(message=f"something is wrong; {ledger}")


@flow(name="reminders", persist_result=False)
def reminders() -> None:
    """Send what is due: questions that nobody answered for the set days are asked again."""
    with wiring.opened(settings.load()) as context:
        _sent(context)


def _sent(context: Context) -> Posted:
    # Sending has its own tries, kept with each mail; a second one here would only double them.
    @task(name="send", retries=0, cache_policy=NO_CACHE, persist_result=False)
    def send() -> Posted:
        return outbox.send(context)

    return send()
