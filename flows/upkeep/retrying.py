"""`countercheck retry`: what was put aside is worked on anew by the next look."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

import settings
from flows import wiring
from flows.context import Context
from models.errors import UsageError
from models.receipt import Quarantine
from models.rows.inbox import retrying, withheld
from review.reports import upkeep


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be worked on anew: messages by the beginning of their SHA-256, cases by their number."""

    ids: Sequence[str] = ()
    cases: Sequence[int] = ()
    reason: str | None = None
    everything: bool = False


def retry(console: Console, data: Path | None, lang: str, asked: Asked) -> None:
    """Put messages back to be worked on, and ask again for mails that the server did not hand out.

    Raises:
        UsageError: Nothing is named, or what is named is nothing that can be worked on anew.
        OperatorError: A setting is wrong, or the database cannot be used.
    """
    why = _reason(asked.reason)
    if not (asked.ids or asked.cases or why or asked.everything):
        raise UsageError("name messages by the beginning of their SHA-256, or give --case, --reason or --all")
    with wiring.opened(settings.load(data)) as context:
        if asked.cases:
            upkeep.read_again(console, _read_again(context, asked.cases), lang)
        if asked.ids or why or asked.everything:
            hashes = _wanted(context, asked.ids, why, everything=asked.everything)
            done = retrying.put_back(context.store, hashes, context.now())
            withheld_too = asked.everything or why is Quarantine.SERVER_PROTOCOL
            again = _asked_again(context) if withheld_too else 0
            upkeep.put_back(console, len(done), again, len(hashes) - len(done), lang)


def _read_again(context: Context, numbers: Sequence[int]) -> int:
    """Let the documents of cases be read anew; return how many.

    Raises:
        UsageError: The document of a case could be read, or there is none; those before it are read anew.
    """
    for number in numbers:
        if not retrying.read_again(context.store, number, context.now()):
            raise UsageError(f"case {number}: there is no document of it that could not be read")
    return len(numbers)


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
