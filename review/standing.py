"""What the page of the installation's health asks for, as a plain function."""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass

from models.health import Pulse
from models.rows.inbox import mailbox_states, running
from models.rows.inbox.mailbox_states import MailboxState
from models.rows.inbox.running import Trouble
from models.store import Store


@dataclass(frozen=True, slots=True)
class Standing:
    """How an installation does: what is wrong since when, each source, each process, the last examination.

    `sources` are those of the settings; one has no state before its first look. `examined` is when the last
    examination was made, `healthy` whether it found no problem.
    """

    troubles: tuple[Trouble, ...]
    sources: tuple[tuple[str, str, MailboxState | None], ...]
    workers: tuple[Pulse, ...]
    examined: dt.datetime | None = None
    healthy: bool = True


Ask = Callable[[], Standing]


def of_store(
    store: Store,
    sources: Collection[tuple[str, str]],
    workers: Callable[[], tuple[Pulse, ...]],
    examined: str,
) -> Ask:
    """Return what tells how the installation does; `examined` names the note on the last examination."""

    def standing() -> Standing:
        known = {(each.account, each.folder): each for each in mailbox_states.states(store)}
        last = running.noted(store, examined)
        return Standing(
            troubles=running.troubles(store),
            sources=tuple((*each, known.get(each)) for each in sources),
            workers=workers(),
            examined=last[1] if last else None,
            healthy=last is None or last[0] == "healthy",
        )

    return standing
