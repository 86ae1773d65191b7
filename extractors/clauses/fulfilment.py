"""When the goods come: lead time with what it counts from, a day, or several lots; and how they are paid."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.clauses.marks import Mark
from extractors.clauses.statement import (
    Marks,
    Statement,
    amounts,
    aside,
    clauses,
    delivering,
    events,
    said,
    sentences,
    topics,
)
from extractors.fields import payment
from extractors.late import late

ANCHORS = (
    "contract_effective",
    "contract_signed",
    "lc_received",
    "prepay_received",
    "drawing_approved",
    "tech_frozen",
    "call_off",
    "release",
    "order_receipt",
)
PIECES = late(r"[0-9]\s?(?:套|台|件|只|副|组|支|个|pcs|piece|unit|set|nos)", re.IGNORECASE)
"""What a text must hold to speak of lots."""
LOT_WORDS = frozenset(
    "首 末 尾 次 pc pcs piece pieces set sets nos lot lots batch first second third last".split()
)
MOST_MONTHS = 60
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
OTHER = ("warranty", "damages", "delay", "buyer_late", "validity", "pay_when_paid")
TRIGGERS = (
    "before_ship",
    "contract_effective",
    "contract_signed",
    "order_receipt",
    "drawing_approved",
    "invoice_receipt",
    "warranty_end",
    "acceptance",
    "ship",
    "delivery",
    "invoice_date",
    "month_end",
    "sight",
    "documents",
    "progress",
)


def lots(marks: Marks) -> Iterator[Statement]:
    """Yield the lots in which one quantity comes: "10@2026-12-20 20@P8W"."""
    pieces = amounts(marks, "pieces")
    days = amounts(marks, "date", "duration")
    counts = [int(each.amount.value) for each in pieces if each.amount]
    when = [each.amount.value for each in days if each.amount]
    if not counts or aside(marks) or amounts(marks, "percent", "money"):
        return
    monthly = [each for each in amounts(marks, "per") if each.amount and each.amount.value == "M"]
    if monthly and len(when) == 1 and len(counts) == 2:
        yield from _monthly(marks, max(counts), min(counts), when[0])
    if len(when) < 2:
        return
    if len(counts) == len(when) + 1 and counts[0] == sum(counts[1:]):
        counts = counts[1:]
    if len(counts) == 1 and any(
        each.text in {"每批", "each", "equal"} or each.text == "每" for each in marks
    ):
        counts = counts * len(when)
    if len(counts) == len(when):
        # What only counts the lots changes nothing of them.
        plain = [each for each in marks if each.text.lower() not in LOT_WORDS or each.concepts]
        lot_days = " ".join(f"{count}@{day}" for count, day in zip(counts, when, strict=True))
        yield replace(said("lots", lot_days, plain), start=marks[0].start, end=marks[-1].end)


def _monthly(marks: Marks, total: int, each: int, first: str) -> Iterator[Statement]:
    """Yield lots of one size at the end of each month; where they do not reach the total, none."""
    start = dt.date.fromisoformat(first)
    months = total // each
    if total % each or not 1 < months <= MOST_MONTHS:
        return
    ends = [
        start.replace(year=year, month=month + 1, day=calendar.monthrange(year, month + 1)[1])
        for year, month in (divmod(start.year * 12 + start.month - 1 + at, 12) for at in range(months))
    ]
    yield said("lots", " ".join(f"{each}@{end}" for end in ends), marks)


def delivery(marks: Marks) -> Iterator[Statement]:
    """Yield the lead time ("P8W contract_effective") or the day of delivery of a text."""
    if any(True for _ in lots(marks)):
        return
    for sentence in sentences(marks):
        if topics(sentence, "pay") and any(True for _ in paying(sentence)):
            continue
        if topics(sentence, "stock") and not amounts(sentence, "duration", "date"):
            yield said("lead", "P0D -", sentence)
        for clause in clauses(sentence):
            yield from _of_clause(sentence, clause)


def _of_clause(sentence: Marks, clause: Marks) -> Iterator[Statement]:
    times = amounts(clause, "duration", "date")
    if len(times) != 1 or not delivering(sentence) or _else(sentence, clause, times[0]):
        return
    amount = times[0].amount
    assert amount is not None, "a time is an amount"
    if amount.kind == "date":
        if delivering(clause) and not _later(clause, times[0]):
            yield said("date", amount.value, sentence)
        return
    anchors = sorted({name for _, name in events(sentence, ANCHORS)}, key=ANCHORS.index)
    working = " working" if amount.working else ""
    yield said("lead", f"{amount.value}{working} {anchors[0] if anchors else '-'}", sentence)


def _later(clause: Marks, day: Mark) -> bool:
    """Tell whether goods are wanted after a day: it is no day of delivery then."""
    at = list(clause).index(day)
    behind = clause[at + 1].text if at + 1 < len(clause) else ""
    return behind in {"后", "之 后", "以 后"} or (
        at > 0 and clause[at - 1].text in {"after", "from", "自", "从"}
    )


def _else(sentence: Marks, clause: Marks, time: Mark) -> bool:
    """Tell whether a time is one of payment, warranty, answering or the like."""
    if aside(clause) or topics(clause, *OTHER) or topics(sentence, "warranty", "validity"):
        return True
    if amounts(sentence, "percent", "money", "per"):
        return True
    place = list(sentence).index(time)
    behind = sentence[place + 1].text if place + 1 < len(sentence) else ""
    if behind in {"before", "prior", "前", "之 前", "以 前"} or events(clause, ("acceptance",)):
        return True
    behind_before = place > 0 and sentence[place - 1].has("event", "before_ship")
    paid = topics(clause, "pay") and not delivering(clause)
    return behind_before or paid or (time.amount is not None and time.amount.value[-1] in "YH")


def paying(marks: Marks) -> Iterator[Statement]:
    """Yield payment terms as shares with their event and days: "30@advance 70@before_ship"."""
    if topics(marks, "pay_when_paid", "buyer_late", "damages", "cap") or aside(marks):
        return
    if not (
        topics(marks, "pay")
        or amounts(marks, "percent")
        or events(marks, ("month_end", "sight", "before_ship", "advance"))
    ):
        return
    installments = payment.put_together(list(_phrases(marks)))
    if installments:
        yield said("pay", " ".join(map(_shown, installments)), marks)


def _shown(one: payment.Installment) -> str:
    days = f"+{one.days}{'wd' if one.working_days else ''}" if one.days else ""
    return f"{format(one.percent.normalize(), 'f')}@{one.trigger}{days}"


def _phrases(marks: Marks) -> Iterator[tuple[str, str]]:
    """Yield the marks as the phrases of payment terms (`fields/payment_words`)."""
    for each in marks:
        kind = _amount(each) if each.amount is not None else _word(each)
        if kind is not None:
            yield kind


def _word(mark: Mark) -> tuple[str, str] | None:
    if mark.text in {"and", "then", "并", "以及"} or mark.has("stop"):
        return None if mark.has("stop", ":", "：") else ("separator", mark.text)
    if mark.has("share"):
        return f"amount_{mark.names('share')[0]}", mark.text
    name = next((one for one in TRIGGERS if mark.has("event", one)), None)
    if name is not None:
        return ("weak_invoice_date" if mark.text == "net" else f"trigger_{name}"), mark.text
    if mark.has("event", "advance", "prepay_received"):
        return "weak_advance", mark.text
    return ("method_lc", mark.text) if mark.has("event", "lc_days") else None


def _amount(mark: Mark) -> tuple[str, str] | None:
    amount = mark.amount
    assert amount is not None, "asked of amounts only"
    if amount.kind == "percent":
        return "amount_percent", f"{amount.value}%"
    if amount.kind != "duration" or amount.value[-1] not in DAYS:
        return None
    days = int(amount.value[1:-1]) * DAYS[amount.value[-1]]
    return "amount_days", f"{days} {'working ' if amount.working else ''}days"
