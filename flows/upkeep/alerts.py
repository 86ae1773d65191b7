"""Alerts: the person in charge is told by mail what needs a hand, once, and once when it is over.

What stays wrong is told again after a day. Where no `alerts.to` or no mail server is set, the log says
the same. What is noted stands in the database, so several processes tell it once.
"""

import datetime as dt
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from flows.context import Context
from models.answering import MailKind, Posting
from models.configuration import Alerts
from models.health import Examination, State
from models.rows.inbox import mailbox_states, running
from models.rows.inbox.mailbox_states import MailboxState
from models.rows.post import outbox_desk
from review import trouble_words
from review.particulars import worded
from review.reports.doctor import sentence
from review.words import say

log = logging.getLogger(__name__)

WRONG = "alert"
"""The group of their wording."""
EXPLAINED = frozenset({"error", "why", "name"})
"""Values that may be a sentence of the program or of the system in English."""
AGAIN = dt.timedelta(days=1)
DAY = dt.timedelta(days=1)
DOWN = dt.timedelta(hours=1)
"""A mailbox that has not answered for so long is told."""
SLACK = 1.1
"""Room on the disk has to grow by so much above the limit, or the alert would come and go."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is wrong now. `kind` names the wording, `about` what it is about."""

    kind: str
    about: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Signs:
    """What the alerts are judged by."""

    mailboxes: tuple[MailboxState, ...]
    free_mb: int
    quarantined: int
    unsent: int
    failing: Mapping[str, str]


def watch(context: Context, free_mb: int, failing: Mapping[str, str]) -> None:
    """Look for trouble, and tell what began and what is over.

    Raises:
        OperatorError: The database does not answer.
    """
    now = context.now()
    known = {(each.account, each.folder) for each in context.sources}
    signs = Signs(
        tuple(each for each in mailbox_states.states(context.store) if (each.account, each.folder) in known),
        free_mb,
        running.quarantined_since(context.store, now - DAY),
        outbox_desk.late(context.store, now),
        failing,
    )
    before = {(each.kind, each.about) for each in running.troubles(context.store)}
    tell(context, tuple(troubles(signs, context.alerts, now, before)), WATCHED)


def examined(context: Context, found: Examination) -> None:
    """Tell what an examination found wrong, and what it finds mended.

    Raises:
        OperatorError: The database does not answer.
    """
    wrong = {each.code: each for each in found.findings if each.state is State.PROBLEM}
    told = tuple(
        Trouble("doctor", code, {"said": sentence(each, context.language)})
        for code, each in wrong.items()
        # Room on the disk has an alert of its own, which is looked at every minute.
        if code != "disk_full"
    )
    tell(context, told, frozenset({"doctor"}))


WATCHED = frozenset(
    {"login_refused", "mailbox_down", "mailbox_silent", "disk_low", "quarantine", "unsent", "part"}
)
"""The kinds that are looked for every minute; an examination looks for the others."""


def troubles(
    signs: Signs, limits: Alerts, now: dt.datetime, before: set[tuple[str, str]]
) -> Iterator[Trouble]:
    """Yield what is wrong now; `before` is what was, by kind and what it is about."""
    for state in signs.mailboxes:
        yield from _mailbox(state, limits, now)
    wanted = limits.disk_mb * (SLACK if ("disk_low", "disk") in before else 1)
    if signs.free_mb < wanted:
        yield Trouble("disk_low", "disk", {"free": signs.free_mb, "wanted": limits.disk_mb})
    if signs.quarantined >= limits.quarantine:
        yield Trouble("quarantine", "quarantine", {"n": signs.quarantined})
    if signs.unsent:
        yield Trouble("unsent", "outbox", {"n": signs.unsent})
    for name, why in signs.failing.items():
        yield Trouble("part", name, {"name": name, "why": why})


def _mailbox(state: MailboxState, limits: Alerts, now: dt.datetime) -> Iterator[Trouble]:
    values: dict[str, object] = {"account": state.account}
    if state.auth_failed:
        yield Trouble("login_refused", state.account, values)
        return
    well = state.last_good_at or state.known_since
    if state.failures and now - well >= DOWN:
        error = state.last_error or ""
        yield Trouble("mailbox_down", state.account, values | {"since": _moment(well), "error": error})
        return
    if now - state.silent_since >= dt.timedelta(hours=limits.silent_hours):
        yield Trouble("mailbox_silent", state.account, values | {"since": _moment(state.silent_since)})


def tell(context: Context, found: Sequence[Trouble], kinds: frozenset[str]) -> None:
    """Tell what was `found`, and that whatever else was wrong of these `kinds` is over.

    Raises:
        OperatorError: The database does not answer.
    """
    now, lang = context.now(), context.language
    for each in found:
        said = _said(lang, each)
        mail = _posting(context, f"{each.kind}:{each.about}", said, say(lang, "alert.subject", said=said))
        if running.begin(context.store, each.kind, each.about, now, again=AGAIN, posting=mail):
            log.warning("alert: %s", said)
    present = {(each.kind, each.about) for each in found}
    for old in running.troubles(context.store):
        if old.kind in kinds and (old.kind, old.about) not in present:
            name = trouble_words.named(lang, old)
            said = say(lang, "alert.over", name=name, since=_moment(old.since))
            mail = _posting(
                context, f"{old.kind}:{old.about}:over", said, say(lang, "alert.subject", said=name)
            )
            if running.end(context.store, old.kind, old.about, now, mail):
                log.info("alert over: %s", said)


def _said(lang: str, trouble: Trouble) -> str:
    """Return what is wrong in the words of a language; what fails outside is explained in English."""
    values = {
        name: worded(lang, str(each)) if name in EXPLAINED else each for name, each in trouble.values.items()
    }
    return say(lang, f"{WRONG}.{trouble.kind}", **values)


def _posting(context: Context, event: str, text: str, subject: str) -> Posting | None:
    if not context.alerts.to or context.smtp is None:
        return None
    return Posting(
        # The moment is part of the event: the same trouble may begin again.
        key=f"alert:{event}:{context.now():%Y-%m-%dT%H:%M:%S}",
        kind=MailKind.ALERT,
        recipient=context.alerts.to,
        lang=context.language,
        subject=subject[:200],
        text=text,
    )


def _moment(moment: dt.datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
