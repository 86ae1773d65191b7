"""What a run did, as a page of Markdown for people."""

from collections.abc import Iterator, Sequence

from flows.intake import IntakeReport
from flows.invoicing.weekly import WeeklyRun
from flows.post.outbox import Posted
from flows.upkeep.doctor import account
from models.case import CaseSummary
from models.health import Examination
from models.invoice_desk import ListSummary
from models.invoicing import Code
from models.receipt import MessageLine
from review.words import say

HEADINGS = ("Case", "Document", "Customer", "Quotation", "Verdict", "Why")


def markdown(report: IntakeReport) -> str:
    """Return the run as Markdown: the account, the documents with their verdicts, what went wrong."""
    return "\n".join(_lines(report)) + "\n"


def examination(found: Examination) -> str:
    """Return an examination as Markdown: each check with what it found, and the account of all mails."""
    rows = [_row(("Check", "State", "What")), _row(["---"] * 3)]
    for each in found.findings:
        said = say("en", f"doctor.{each.code}", **each.values)
        rows.append(_row([_plain(each.check.value), _plain(each.state.value), _plain(said)]))
    ledger = [] if found.ledger is None else ["", account(found.ledger, found.unaccounted)]
    return "\n".join([*rows, *ledger]) + "\n"


def invoice_lists(done: WeeklyRun, posted: Posted) -> str:
    """Return a run over the invoice lists as Markdown: what was answered, and what was not."""
    lines = [
        f"{len(done.answered)} answered, {done.waiting} waiting for their run, {posted.sent} mails sent."
    ]
    if done.answered:
        codes = [each for each in Code if any(each in one.counts for one in done.answered)]
        lines += ["", _row(["List", "Week", "Rows", *codes]), _row(["---"] * (3 + len(codes)))]
        lines += [_row(_list(each, codes)) for each in done.answered]
    if done.refused:
        lines += ["", "Put aside, not understood:", "", *(f"* {_plain(each)}" for each in done.refused)]
    if done.open:
        weeks = ", ".join(f"{each.year}-W{each.week:02d}" for each in done.open)
        lines += ["", f"No list came for {weeks}."]
    return "\n".join(lines) + "\n"


def _list(summary: ListSummary, codes: Sequence[Code]) -> list[str]:
    week = f"{summary.week.year}-W{summary.week.week:02d}"
    counts = [str(summary.counts.get(each, 0)) for each in codes]
    return [str(summary.number), week, str(summary.rows), *counts]


def _lines(report: IntakeReport) -> Iterator[str]:
    counts = report.counts
    yield f"{report.new} new. Seen so far: {counts.seen} = {counts.processed} processed + "
    yield f"{counts.quarantined} put aside + {counts.waiting} waiting."
    if report.cases:
        yield from ("", _row(HEADINGS), _row(["---"] * len(HEADINGS)))
        yield from (_row(_case(each)) for each in report.cases)
    if report.quarantined:
        yield from ("", "Put aside:", "")
        yield from (_aside(each) for each in report.quarantined)
    if report.failures:
        yield from ("", "Not reached:", "")
        yield from (f"* {_plain(each.source)}: {_plain(str(each.error))}" for each in report.failures)


def _case(case: CaseSummary) -> list[str]:
    verdict = case.verdict.value if case.verdict else None
    why = ", ".join(case.reasons)
    number, customer, quotation = case.document_number, case.customer, case.quotation_number
    return [str(case.number), *(_plain(each) for each in (number, customer, quotation, verdict, why))]


def _aside(message: MessageLine) -> str:
    return f"* `{message.raw_sha256[:12]}`: {_plain(message.why)} {_plain(message.detail)}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str | None) -> str:
    """Return text from outside so that Markdown shows it as it is."""
    single = " ".join((text or "").split())
    return "".join(f"\\{each}" if each in "\\`*_{}[]()#+!|<>~" else each for each in single)
