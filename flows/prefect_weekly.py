"""What is done weekly, as a flow of Prefect: finance's invoice lists in the folder are answered.

Our own rows say which are answered already, so a run that Prefect doubled or lost does no harm; the next one
catches up.
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
from flows import artifact, export_folder, wiring
from flows.context import Context
from flows.invoicing import weekly
from flows.invoicing.weekly import WeeklyRun
from flows.post import outbox


@flow(name="invoice-lists", persist_result=False)
def invoice_lists() -> State[Any] | None:
    """Answer the invoice lists whose week's run is due, and send the answers."""
    chosen = settings.load()
    with wiring.opened(chosen) as context:
        # Whatever came in since the last look is what the lists are held against.
        export_folder.refresh(context, chosen.exports)
        done = _answered(context)
        if done is None:
            return None
        posted = outbox.send(context)
    create_markdown_artifact(
        artifact.invoice_lists(done, posted),
        key="invoice-lists",
        description="What was answered, and what was not",
    )
    return Failed(message=f"{len(done.refused)} lists were not understood") if done.refused else None


def _answered(context: Context) -> WeeklyRun | None:
    # What was not answered is tried again by the next run, from our own rows.
    @task(name="answer", retries=0, cache_policy=NO_CACHE, persist_result=False)
    def answer() -> WeeklyRun | None:
        return weekly.answer_due(context)

    return answer()
