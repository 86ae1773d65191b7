"""The intake as a Prefect flow: one run per poll, a task per message.

Prefect is the clock and the window, nothing more: whether a message was handled is told by our own
rows, so a run that Prefect lost, doubled or never finished does no harm. Parameters are ids; no
content of a mail goes into parameters, results or logs.
"""

import os
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

# Read when prefect is imported: it reports its use to nobody.
os.environ.setdefault("DO_NOT_TRACK", "1")

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.states import Failed

import settings
from flows import basis, export_folder, recomparing, wiring
from flows.artifact import markdown
from flows.context import Context
from flows.intake import IntakeReport, Steps, intake_once
from flows.mailboxes import polling
from flows.mailboxes.imap import LoginRefusedError
from flows.mailboxes.polling import Acknowledged, Poll
from flows.mailboxes.source import Source
from flows.messages import handling
from flows.messages.handling import Worked
from flows.post import outbox
from flows.post.outbox import Posted
from flows.recomparing import Recompared
from models.errors import MailboxError
from models.receipt import Claim

RETRIES = 2
DELAYS = [5.0, 20.0]
"""In seconds; only for what fails outside."""
HANDING_OVER = 5.0
"""Seconds that the server has for what was not handed over yet."""


@dataclass(slots=True)
class _Given:
    """What a run in this process works with, and what it reports."""

    context: Context
    reports: list[IntakeReport] = field(default_factory=list)


_given: ContextVar[_Given | None] = ContextVar("_given", default=None)


@flow(name="intake", persist_result=False)
def intake() -> State[Any] | None:
    """Fetch what is new, read and compare it, show it in the mailbox."""
    given = _given.get()
    if given is not None:
        return _run(given)
    chosen = settings.load()
    with wiring.opened(chosen) as context:
        basis.refresh(context, chosen.quotations)
        export_folder.refresh(context, chosen.exports)
        return _run(_Given(context))


def run(context: Context) -> IntakeReport:
    """Run the flow in this process with an opened context, and return what it did.

    Raises:
        OperatorError: The database or the disk refuses.
    """
    given = _Given(context)
    token = _given.set(given)
    try:
        # A heartbeat makes every run wait a second for its thread; our leases need none.
        with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            state = intake(return_state=True)
    finally:
        _given.reset(token)
    if not given.reports:
        state.result(raise_on_failure=True)
    return given.reports[0]


def hand_over() -> None:
    """Hand over what the runs said while there is a server to take it.

    Once, before the server ends: it stops the threads that report, and each new one stays in memory
    until the process ends.
    """
    for worker in (EventsWorker, APILogWorker):
        worker.drain_all(timeout=HANDING_OVER, at_exit=False)


def _run(given: _Given) -> State[Any] | None:
    report = intake_once(given.context, _steps())
    given.reports.append(report)
    create_markdown_artifact(markdown(report), key="intake", description="What came in, and the verdicts")
    if report.failures:
        return Failed(message="; ".join(str(each.error) for each in report.failures))
    return None


def _steps() -> Steps:
    return Steps(poll=_poll, handle=_handle, acknowledge=_acknowledge, send=_send, recompare=_recompare)


def _is_outside(_task: object, _run: object, state: State[Any]) -> bool:
    """Tell whether trying again soon can help: a wrong password stays wrong, and may lock the account."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, MailboxError) and not isinstance(error, LoginRefusedError)


def _poll(context: Context, source: Source) -> Poll:
    @task(
        name="poll",
        task_run_name="poll {account}",
        retries=RETRIES,
        retry_delay_seconds=DELAYS,
        retry_condition_fn=_is_outside,
        cache_policy=NO_CACHE,
        persist_result=False,
    )
    def poll(account: str) -> Poll:  # noqa: ARG001 - names the run
        return polling.poll(context, source)

    return poll(source.account)


def _handle(context: Context, claim: Claim) -> Worked:
    @task(
        name="message",
        task_run_name="message {raw_sha256}",
        retries=0,
        cache_policy=NO_CACHE,
        persist_result=False,
    )
    def message(raw_sha256: str) -> Worked:  # noqa: ARG001 - names the run
        return handling.handle(context, claim)

    return message(claim.raw_sha256)


def _acknowledge(context: Context, source: Source) -> Acknowledged:
    @task(
        name="acknowledge", task_run_name="acknowledge {account}", cache_policy=NO_CACHE, persist_result=False
    )
    def acknowledge(account: str) -> Acknowledged:  # noqa: ARG001 - names the run
        return polling.acknowledge(context, source)

    return acknowledge(source.account)


def _send(context: Context) -> Posted:
    if context.smtp is None:
        return Posted()

    @task(name="send", cache_policy=NO_CACHE, persist_result=False)
    def sending() -> Posted:
        return outbox.send(context)

    return sending()


def _recompare(context: Context) -> Recompared:
    if not recomparing.has_outdated(context):
        return Recompared()

    @task(name="quotations", cache_policy=NO_CACHE, persist_result=False)
    def quotations() -> Recompared:
        return recomparing.recompare(context)

    return quotations()
