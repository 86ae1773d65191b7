"""What an examination found, for a terminal and as JSON Lines."""

from collections.abc import Iterator

from rich.console import Console

from models.health import Examination, Finding, State
from review.particulars import worded
from review.reports.terminal import FAILED, GOOD, SOFT, STRONG, UNSURE, line
from review.words import say, word

MARKS = {State.OK: "✓", State.PROBLEM: "✗", State.NOTE: "·", State.SKIPPED: "-"}
STYLES = {State.OK: GOOD, State.PROBLEM: FAILED, State.NOTE: UNSURE, State.SKIPPED: SOFT}


def print_examination(console: Console, found: Examination, lang: str) -> None:
    """Print every finding, and the account of all mails as the last line."""
    for each in found.findings:
        said = f"{MARKS[each.state]} {word(lang, 'check_name', each.check)}: {sentence(each, lang)}"
        console.print(line(said, style=STYLES[each.state]))
    if found.ledger is not None:
        print_account(console, found, lang)


def print_account(console: Console, found: Examination, lang: str) -> None:
    """Print the account of all mails."""
    console.print(line(account(found, lang), style=STRONG))


def sentence(finding: Finding, lang: str) -> str:
    """Return what was found, and what to do about it."""
    values = dict(finding.values)
    if "error" in values:
        values["error"] = worded(lang, str(values["error"]))
    return say(lang, f"doctor.{finding.code}", **values)


def account(found: Examination, lang: str) -> str:
    """Return the account of all mails as one line."""
    ledger = found.ledger
    assert ledger is not None, "the database answered"
    parts = (
        say(lang, "ledger.processed", n=ledger.processed),
        say(lang, "ledger.quarantined", n=ledger.quarantined),
        say(lang, "ledger.waiting", n=ledger.waiting),
    )
    beyond = (
        say(lang, "doctor.not_counted")
        if found.unaccounted is None
        else say(lang, "doctor.unaccounted", n=found.unaccounted)
    )
    return f"{say(lang, 'ledger.seen', n=ledger.seen)} = {' + '.join(parts)}; {beyond}"


def shapes(found: Examination) -> Iterator[dict[str, object]]:
    """Yield an examination as the lines of `--json`; the account comes last."""
    for each in found.findings:
        yield {
            "check": each.check.value,
            "state": each.state.value,
            "code": each.code,
            "values": dict(each.values),
        }
    ledger = found.ledger
    if ledger is not None:
        yield {
            "seen": ledger.seen,
            "processed": ledger.processed,
            "quarantined": ledger.quarantined,
            "waiting": ledger.waiting,
            "unaccounted": found.unaccounted,
            "healthy": found.healthy,
        }
