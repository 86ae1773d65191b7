"""Compare cases again whose quotations are others in the newest snapshot, a bounded number at a time."""

import datetime as dt
import logging
import time
from dataclasses import dataclass

from flows import materials
from flows.context import Context
from flows.messages.outcome import draft
from models.errors import OperatorError
from models.rows.cases import older_basis, recomparing
from models.rows.cases.recomparing import Outdated
from models.rows.quotations import quotes

MOST = 200
"""Cases that one run compares again: new mails do not wait for long."""
SECONDS = 20.0
_NO_PART = -1
"""The case is there already: which part of its message it was read from does not matter."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recompared:
    """What one run did: cases `compared` again, how many of them `changed`.

    Of `same` ones the quotation is as it was; `more` tells that others wait.
    """

    compared: int = 0
    changed: int = 0
    same: int = 0
    more: bool = False


def has_outdated(context: Context) -> bool:
    """Tell whether any case stands on an older snapshot than the one in use."""
    if materials.is_behind(context):
        return True
    newest = quotes.newest(context.store)
    return newest is not None and older_basis.any_older(context.store, newest.number)


def recompare(context: Context) -> Recompared:
    """Look at cases that stand on an older snapshot than the one in use, until all do or the time is up.

    Raises:
        OperatorError: The database refuses; nothing is half done.
    """
    done = _recompare(context)
    if done.compared or done.same:
        log.info(
            "%d cases compared again with newer quotations, %d changed; %d have the same quotation",
            done.compared,
            done.changed,
            done.same,
        )
    return done


def _recompare(context: Context) -> Recompared:
    materials.renew(context)
    newest = quotes.newest(context.store)
    until = time.monotonic() + SECONDS
    done = Recompared()
    while newest is not None and not context.should_stop():
        looked = older_basis.look(context.store, newest.number, MOST - done.compared)
        done = _add(done, Recompared(same=looked.same))
        if not looked.again and not looked.same:
            return done
        moved = looked.same
        for number in looked.again:
            if context.should_stop() or time.monotonic() > until:
                return _add(done, Recompared(more=True))
            context.beat()
            one = _again(context, number, newest.number)
            done, moved = _add(done, one), moved + one.compared
        if not moved:
            # Others have them, or a newer snapshot came in meanwhile: the next run sees.
            return done
        if done.compared >= MOST or time.monotonic() > until:
            return _add(done, Recompared(more=True))
    return done


def _add(done: Recompared, one: Recompared) -> Recompared:
    return Recompared(
        done.compared + one.compared,
        done.changed + one.changed,
        done.same + one.same,
        done.more or one.more,
    )


def _again(context: Context, number: int, newest: int) -> Recompared:
    try:
        case = recomparing.outdated(context.store, number, newest)
        return Recompared() if case is None else _compared(context, case, newest)
    except OperatorError:
        raise
    except Exception as failure:  # noqa: BLE001 - one case must not stop the others, nor the mails
        # Not what it said: the text of an error may quote the document.
        log.error("case %d could not be compared again: %s", number, type(failure).__name__)  # noqa: TRY400 - as above
        return _given_up(context, number, newest)


def _given_up(context: Context, number: int, newest: int) -> Recompared:
    recomparing.give_up(context.store, number, newest, context.now())
    return Recompared(compared=1, changed=1)


def _compared(context: Context, case: Outdated, newest: int) -> Recompared:
    compared = context.core.compare(case.extraction, _day(case.received_at))
    if compared is None:
        # It was compared once, and this version of the program does not do so with its kind.
        return _given_up(context, case.number, newest)
    if compared.snapshot is None:
        return Recompared()
    found = draft(_NO_PART, case.document, case.piece, case.extraction, compared)
    assert found is not None, "it was a case before"
    changed = recomparing.commit(context.store, case, found, context.core.versions.rules, context.now())
    return Recompared(compared=1, changed=int(changed))


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone().date()
