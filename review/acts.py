"""What a person does about mails and cases on the pages, as plain functions."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from models.receipt import SightingKey
from models.rows.cases import recomparing
from models.rows.inbox import retrying, withheld
from models.rows.inbox.withheld import Withheld
from models.store import Store


@dataclass(frozen=True, slots=True)
class Acts:
    """The functions behind the buttons; each returns whether there was anything to do.

    `put_back` lets a message that was put aside be worked on anew, `read_again` the document of a case that
    could not be read; `ask_again` asks the mail server once more for one of the mails in `withheld`;
    `confirm` takes note that newer quotations changed a case.
    """

    put_back: Callable[[str], bool]
    read_again: Callable[[int], bool]
    withheld: Callable[[], tuple[Withheld, ...]]
    ask_again: Callable[[SightingKey], bool]
    confirm: Callable[[int], bool]


def of_store(store: Store, now: Callable[[], dt.datetime]) -> Acts:
    """Return what the buttons do, to the database."""
    return Acts(
        put_back=lambda sha256: bool(retrying.put_back(store, [sha256], now())),
        read_again=lambda number: retrying.read_again(store, number, now()),
        withheld=lambda: withheld.listed(store),
        ask_again=lambda key: withheld.retry(store, key),
        confirm=lambda number: recomparing.confirm(store, number, now()),
    )
