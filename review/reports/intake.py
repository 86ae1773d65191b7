"""Messages that came in, and what became of them, for a terminal."""

from collections.abc import Mapping, Sequence

from rich.console import Console

from models.case import CaseDetail
from models.receipt import Ledger, MessageDetail, MessageState
from review.messages_page import PartView, view
from review.reasons import in_words
from review.reports.comparison import show_findings
from review.reports.terminal import FAILED, SOFT, STRONG, line, part_name
from review.words import say

_INDENT = "    "


def print_intake(
    console: Console,
    ledger: Ledger,
    messages: Sequence[MessageDetail],
    cases: Sequence[CaseDetail],
    lang: str,
) -> None:
    """Print what came in, what became of each part, what the cases are about, and the account of all."""
    unshown = {each.summary.number: each for each in cases}
    for message in messages:
        show(console, message, unshown, lang)
        for number in (one for part in message.parts for one in part.cases):
            unshown.pop(number, None)
    parts = (
        say(lang, "ledger.processed", n=ledger.processed),
        say(lang, "ledger.quarantined", n=ledger.quarantined),
        say(lang, "ledger.waiting", n=ledger.waiting),
    )
    console.print(line(say(lang, "ledger.seen", n=ledger.seen), " = ", " + ".join(parts), style=STRONG))


def show(console: Console, message: MessageDetail, cases: Mapping[int, CaseDetail], lang: str) -> None:
    """Print a message, each of its parts, and those of `cases` that they led to; others by number."""
    shown = view(lang, message)
    kept = message.line
    name = kept.subject or kept.name or say(lang, "message.no_subject")
    style = FAILED if kept.state is MessageState.QUARANTINED else STRONG
    console.print(line(name, style=style).append_text(line("  ", kept.sender or "", style=SOFT)))
    if not shown.parts:
        console.print(line("  ", shown.became, " ", shown.remedy))
    for each in shown.parts:
        _show_part(console, each, cases, lang)
    console.print()


def _show_part(console: Console, part: PartView, cases: Mapping[int, CaseDetail], lang: str) -> None:
    name = part_name(lang, part.part.name or say(lang, "part.file"))
    style = SOFT if part.part.ignored else ""
    became = " ".join(filter(None, [part.became, part.remedy]))
    console.print(line("  ", name, "  ", became, style=style))
    for number in part.part.cases:
        console.print(line(_INDENT, say(lang, "case.title", number=number), style=STRONG))
        if number in cases:
            _show_case(console, cases[number], lang)


def _show_case(console: Console, case: CaseDetail, lang: str) -> None:
    if case.comparison is not None and case.extraction is not None:
        show_findings(console, case.extraction, case.comparison, lang, _INDENT)
        return
    for each in in_words(lang, case.summary.reasons):
        console.print(line(_INDENT, each.text))
