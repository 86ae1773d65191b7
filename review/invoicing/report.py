"""The answer to an invoice list for a terminal: what nobody could decide first, then decision by decision."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console

from desk.invoicing import previews
from models.invoicing import Answer, Code, Decision, InvoiceGroup
from review.invoicing import decisions
from review.reports.terminal import FAILED, GOOD, SOFT, STRONG, UNSURE, line
from review.words import say, word

STYLES = {Code.NOT_CHECKED: FAILED, Code.INVOICE: GOOD, Code.CONSOLIDATE: GOOD}
ORDER = (Code.NOT_CHECKED, *(each for each in Code if each is not Code.NOT_CHECKED))


def print_answer(console: Console, answer: Answer, unproven: Sequence[int], lang: str) -> None:
    """Print the decisions, the invoices to be with their sums, warnings, and the totals by decision."""
    for code in ORDER:
        found = [each for each in answer.decisions if each.code is code]
        if found:
            _print_code(console, code, found, lang)
    invoices = previews.invoices(answer)
    if invoices:
        console.print(line(say(lang, "invoices.previews", n=len(invoices)), style=STRONG))
    for group in invoices:
        console.print(line("  ", _group(group, lang)))
    for said in answer.warnings:
        console.print(line(decisions.warning(lang, said), style=UNSURE))
    for row in unproven:
        console.print(line(say(lang, "invoices.unproven", row=row), style=UNSURE))
    console.print(_totals(answer.decisions, lang))


def _print_code(console: Console, code: Code, found: Sequence[Decision], lang: str) -> None:
    title = f"{word(lang, 'invoice_decision', code)} ({len(found)})"
    console.print(line(title, style=STYLES.get(code, UNSURE)))
    for each in found:
        place = say(
            lang,
            "invoices.row",
            row=each.row.row,
            order=each.row.order or "–",
            item=each.item or "–",
            delivery=decisions.deliveries(each) or "–",
        )
        group = f" {each.group}" if each.group else ""
        console.print(line("  ", place, group, "  ", decisions.reasons(lang, each)))
        console.print(line("    → ", decisions.told(lang, each), style=SOFT))


def _group(group: InvoiceGroup, lang: str) -> str:
    return say(
        lang,
        "invoices.group" if len(group.decisions) > 1 else "invoices.alone",
        group=group.name,
        title=group.title,
        n=len(group.decisions),
        rows=", ".join(str(each.row.row) for each in group.decisions),
        net=amount(group.net),
        tax=amount(group.tax),
        gross=amount(group.gross),
        currency=group.currency,
    )


def amount(number: Decimal) -> str:
    """Return an amount with its thousands grouped."""
    return f"{number:,f}"


def _totals(found: Sequence[Decision], lang: str) -> str:
    counts = Counter(each.code for each in found)
    facts = [f"{counts[code]} {word(lang, 'invoice_decision', code)}" for code in ORDER if counts[code]]
    return line(" · ".join([say(lang, "invoices.rows", n=len(found)), *facts]), style=STRONG).plain
