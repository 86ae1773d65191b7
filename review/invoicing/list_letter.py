"""The answer to finance's weekly list by mail, beside the workbook: what needs a person first.

Pure: what is known goes in, the letter comes out.
"""

import datetime as dt
import zoneinfo
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from desk.invoicing import previews, standing
from desk.invoicing.holds import FREE
from models.invoice_desk import AnsweredList, ListSummary, RowState, Stale
from models.invoicing import Answer, Code, Decision
from models.policy import QuotaPolicy
from review.invoicing import attention, decisions, rows
from review.invoicing.report import ORDER, amount
from review.letter import Attachment, Letter
from review.subject import subject
from review.words import say, word

MOST_ROWS = 50
"""The most rows that the text names; the workbook has them all."""
MOST_HOLDS = 30
MOST_GROUPS = 40
LOOKED_AT = frozenset({"released_before", "reference_differs", "name_differs", "not_due", "due_differs"})
"""Remarks that finance should see before it invoices."""
NO_QUOTA = QuotaPolicy()


@dataclass(frozen=True, slots=True)
class Known:
    """What a letter about an answered list is written from.

    `original` is the subject of the mail that is answered, None where the list lay in a folder; `again` tells
    that another mail brought the list before. `unproven` are rows of totals that are no sums of their rows;
    `quota` is the credit line of e-invoices that is warned of.
    """

    answered: AnsweredList
    workbook: bytes | None
    original: str | None = None
    link: str = ""
    unproven: tuple[int, ...] = ()
    again: bool = False
    quota: QuotaPolicy = NO_QUOTA


def answered(lang: str, known: Known) -> Letter:
    """Return the letter that answers a list."""
    summary = known.answered.summary
    stands = standing.answer(known.answered)
    made = stands.decisions
    pieces = (
        list(_stale(lang, known.answered)),
        list(_opening(lang, known)),
        list(_unanswered(lang, made)),
        list(_totals(lang, made)),
        list(_invoices(lang, stands)),
        list(_looked_at(lang, made)),
        [decisions.warning(lang, each) for each in previews.warnings(stands, known.quota)],
        list(_carried(lang, known.answered.rows)),
        [say(lang, "invoices.unproven", row=row) for row in known.unproven],
        [f"{known.link}/invoices/{summary.number}"] if known.link else [],
        [say(lang, "list_letter.footer")],
    )
    text = "\n\n".join("\n".join(each) for each in pieces if each) + "\n"
    book = (Attachment(f"{_stem(summary.name)}.xlsx", known.workbook),) if known.workbook is not None else ()
    if known.original is None:
        title = say(lang, "list_letter.subject", name=summary.name, week=_week(summary))
    else:
        title = subject(known.original, ())
    return Letter(title, text, attachments=book)


def not_understood(lang: str, original: str | None, name: str, seen: Sequence[str], why: str) -> Letter:
    """Return the letter about a list that was not understood: `seen` are its columns, `why` what is wrong.

    `original` is the subject of the mail that brought it, None where it lay in a folder.
    """
    lines = [say(lang, "list_letter.not_understood", name=name), why]
    if seen:
        lines.append(say(lang, "list_letter.seen", columns=say(lang, "sentence.list").join(seen)))
        lines.append(say(lang, "list_letter.remedy"))
    lines.append(say(lang, "list_letter.footer"))
    title = say(lang, "list_letter.refused", name=name) if original is None else subject(original, ())
    return Letter(title, "\n\n".join(lines) + "\n")


def missing(lang: str, groups: Sequence[Sequence[str]]) -> str:
    """Return which columns are missing, in words; one of each group is enough."""
    either = [
        say(lang, "list_letter.or").join(word(lang, "list_column", each) for each in group)
        for group in groups
    ]
    return say(lang, "list_letter.missing", columns=say(lang, "sentence.semicolon").join(either))


def _week(summary: ListSummary) -> str:
    return f"{summary.week.year}-W{summary.week.week:02d}"


def _stem(name: str) -> str:
    return PurePath(name.replace("\\", "/")).stem or "list"


def _stale(lang: str, answered: AnsweredList) -> Iterator[str]:
    """Yield the line on exports that are old, lost many rows, or lack a column: it is the letter's first."""
    summary = answered.summary
    told = [_since(lang, each, summary.week.zone) for each in summary.stale]
    old = say(lang, "list_letter.stale", exports=say(lang, "sentence.list").join(told)) if told else ""
    untold = attention.untold_of(lang, answered.used)
    said = " ".join(filter(None, (old, attention.told(lang, summary.shifted), untold)))
    if said:
        yield said


def _since(lang: str, stale: Stale, zone: str) -> str:
    taken = _local(stale.taken_at, zone)
    return say(lang, "list_letter.export", kind=word(lang, "invoice_source", stale.kind), moment=taken)


def _local(moment: dt.datetime, zone: str) -> str:
    return moment.astimezone(zoneinfo.ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def _opening(lang: str, known: Known) -> Iterator[str]:
    summary = known.answered.summary
    yield say(
        lang,
        "list_letter.opening",
        name=summary.name,
        n=summary.rows,
        week=_week(summary),
        day=summary.as_of.isoformat(),
    )
    if known.again:
        yield say(lang, "list_letter.again", moment=_local(summary.answered_at, summary.week.zone))
    if summary.superseded_by is not None:
        yield say(lang, "list_letter.superseded", number=summary.superseded_by)
    if summary.missing:
        named = say(lang, "sentence.list").join(
            word(lang, "invoice_source", each) for each in summary.missing
        )
        yield say(lang, "list_letter.sources", sources=named)
    if known.workbook is None:
        yield say(lang, "list_letter.no_workbook")


def _unanswered(lang: str, made: Sequence[Decision]) -> Iterator[str]:
    """Yield the rows that nobody could decide, with the reasons."""
    open_ = [each for each in made if each.code is Code.NOT_CHECKED]
    if not open_:
        return
    yield say(lang, "list_letter.unanswered", n=len(open_))
    for each in open_[:MOST_ROWS]:
        yield say(lang, "list_letter.row", place=_place(lang, each), text=decisions.reasons(lang, each))
    if len(open_) > MOST_ROWS:
        yield say(lang, "list_letter.more", n=len(open_) - MOST_ROWS)


def _place(lang: str, decision: Decision) -> str:
    return say(
        lang,
        "invoices.row",
        row=decision.row.row,
        order=decision.row.order or "–",
        item=decision.item or "–",
        delivery=decisions.deliveries(decision) or "–",
    )


def _totals(lang: str, made: Sequence[Decision]) -> Iterator[str]:
    yield say(lang, "list_letter.totals")
    for code in ORDER:
        count = sum(each.code is code for each in made)
        if count:
            yield say(lang, "list_letter.total", decision=word(lang, "invoice_decision", code), n=count)


def _looked_at(lang: str, made: Sequence[Decision]) -> Iterator[str]:
    """Yield the rows that are free to go and say something that a person should look at before."""
    found = [
        (each, [one for one in each.reasons if one.word in LOOKED_AT]) for each in made if each.code in FREE
    ]
    found = [(each, said) for each, said in found if said]
    if not found:
        return
    yield say(lang, "list_letter.looked_at", n=len(found))
    for each, said in found[:MOST_ROWS]:
        text = say(lang, "sentence.semicolon").join(decisions.reason(lang, one) for one in said)
        yield say(lang, "list_letter.row", place=_place(lang, each), text=text)
    if len(found) > MOST_ROWS:
        yield say(lang, "list_letter.more", n=len(found) - MOST_ROWS)


def _invoices(lang: str, stands: Answer) -> Iterator[str]:
    """Yield what the invoices to be come to by currency, and the sums of those of several rows."""
    sums = rows.sums(stands)
    if not sums:
        return
    yield say(lang, "list_letter.invoices")
    for each in sums:
        yield say(
            lang,
            "list_letter.sum",
            n=each.invoices,
            net=amount(each.net),
            tax=amount(each.tax),
            gross=amount(each.gross),
            currency=each.currency or "–",
        )
    for group in stands.groups[:MOST_GROUPS]:
        yield say(
            lang,
            "list_letter.group",
            group=group.name,
            title=group.title,
            rows=", ".join(str(each.row.row) for each in group.decisions),
            net=amount(group.net),
            tax=amount(group.tax),
            gross=amount(group.gross),
            currency=group.currency,
        )
    if len(stands.groups) > MOST_GROUPS:
        yield say(lang, "list_letter.more", n=len(stands.groups) - MOST_GROUPS)


def _carried(lang: str, states: Sequence[RowState]) -> Iterator[str]:
    """Yield what lists before held already: since when, and who sees to it."""
    held = [
        (each.hold, each)
        for each in states
        if each.hold is not None and each.hold.lists > 1 and not each.change
    ]
    if not held:
        return
    held.sort(key=lambda one: (one[0].since, one[1].position))
    yield say(lang, "list_letter.carried", n=len(held))
    for hold, state in held[:MOST_HOLDS]:
        told = say(
            lang,
            "list_letter.hold",
            decision=decisions.decided(lang, state.decision),
            since=hold.since.isoformat(),
            lists=hold.lists,
            owner=word(lang, "invoice_teller", hold.owner),
        )
        yield say(lang, "list_letter.row", place=_place(lang, state.decision), text=told)
    if len(held) > MOST_HOLDS:
        yield say(lang, "list_letter.more", n=len(held) - MOST_HOLDS)
