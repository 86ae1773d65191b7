"""`countercheck retry`: what was put aside is worked on anew by the next look."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

import settings
from flows import wiring
from flows.context import Context
from models import retrying, withheld
from models.errors import UsageError
from models.receipt import Quarantine
from review import report_upkeep


def retry(
    console: Console,
    data: Path | None,
    lang: str,
    ids: Sequence[str],
    reason: str | None,
    *,
    everything: bool,
) -> None:
    """Put messages back to be worked on, and ask again for mails that the server did not hand out.

    Raises:
        UsageError: Nothing is named, or what is named is no message that is put aside.
        OperatorError: A setting is wrong, or the database cannot be used.
    """
    why = _reason(reason)
    if not (ids or why or everything):
        raise UsageError("name messages by the beginning of their SHA-256, or give --reason or --all")
    with wiring.opened(settings.load(data)) as context:
        hashes = _wanted(context, ids, why, everything=everything)
        done = retrying.put_back(context.store, hashes, context.now())
        again = _asked_again(context) if everything or why is Quarantine.SERVER_PROTOCOL else 0
        report_upkeep.put_back(console, len(done), again, len(hashes) - len(done), lang)


def _reason(text: str | None) -> Quarantine | None:
    if text is None:
        return None
    try:
        return Quarantine(text)
    except ValueError:
        known = ", ".join(each.value for each in Quarantine)
        raise UsageError(f"--reason: {text!r} is none of {known}") from None


def _wanted(
    context: Context, ids: Sequence[str], reason: Quarantine | None, *, everything: bool
) -> tuple[str, ...]:
    if everything or reason is not None:
        return retrying.aside(context.store, reason)
    found = retrying.named(context.store, ids)
    for beginning, hashes in found.items():
        if len(hashes) != 1:
            what = "several messages begin so" if hashes else "no message begins so"
            message = f"{beginning}: {what}; give at least {retrying.SHORTEST} characters of its SHA-256"
            raise UsageError(message)
    return tuple(dict.fromkeys(each for hashes in found.values() for each in hashes))


def _asked_again(context: Context) -> int:
    given_up = [each.key for each in withheld.listed(context.store) if each.given_up]
    return sum(withheld.retry(context.store, each) for each in given_up)
