"""Payment terms: how much is due when, and by which means.

The wording is cut into phrases that are all known, or it is not understood at all: terms of which
half is understood would compare as equal where they are not.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import numerals, payment_asides, payment_discounts, payment_tongues
from extractors.fields.payment_discounts import Discount
from extractors.fields.payment_words import METHOD, METHOD_TRIGGERS, PHRASE
from extractors.fields.text import fold, plain
from extractors.late import late

HUNDRED = Decimal(100)
LONGEST = 200
FULL = late("全|full")
"""What is paid at once, and not left of a payment before."""
INSTALMENTS = late(r"分期|分[两二三四五2-5][次期笔]|\binstal?lments?\b")
"""Several payments, whose shares have to be told."""
NUMBER = late(r"[0-9]+(?:\.[0-9]+)?")
EARLY = frozenset({"advance", "contract_signed", "contract_effective", "order_receipt"})
"""Events that a plain "in advance" may mean."""

JOINT = frozenset({"delivery", "acceptance", "invoice_receipt", "invoice_date"})
"""Events of which several may have to happen; any others together are two terms in one."""


@dataclass(frozen=True, slots=True)
class Installment:
    """A share of the price that is due `days` after an event (before it where its name says so).

    The events: advance, contract_signed, contract_effective, order_receipt, drawing_approved,
    progress, before_ship, ship, delivery, acceptance, invoice_date, invoice_receipt, month_end,
    warranty_end, sight, lc, documents; "delivery+invoice_receipt" where both must have happened.
    `discounts` are what may be deducted for paying earlier.
    """

    percent: Decimal
    trigger: str
    days: int
    working_days: bool
    discounts: tuple[Discount, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clause:
    """What stands between two commas, as far as it is known yet."""

    percent: Decimal | None = None
    rest: bool = False
    left: bool = False
    """It is the rest of what was paid before: 余款, and not 全款."""
    cumulative: bool = False
    triggers: frozenset[str] = frozenset()
    weak: str | None = None
    days: int | None = None
    working_days: bool = False
    twice: bool = False
    """Two different numbers of days stand in it: 票到60天且货到30天."""

    @property
    def has_share(self) -> bool:
        return self.percent is not None or self.rest


@functools.lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Installment, ...] | None:
    """Return the installments of payment terms; None where anything in them is not understood.

    The shares add up to 100 percent; 付至 (paid up to) counts what was paid before. A term without
    an event ("30 days") is not understood: it may count from anything.
    """
    if not text or len(text) > LONGEST:
        return None
    halves = [_parse(each) for each in payment_asides.tongues(text)]
    if halves and None not in halves:
        return halves[0] if halves[0] == halves[-1] else None
    found = _parse(payment_asides.without_invoice(text))
    told = payment_tongues.english(text) if found is None else None
    return found if told is None else _parse(told)


def _parse(text: str) -> tuple[Installment, ...] | None:
    undiscounted, discounts = payment_discounts.take(payment_asides.bare(text))
    phrases = _phrases(undiscounted)
    if phrases is None:
        return None
    installments = put_together(phrases)
    if installments and len(installments) == 1 and INSTALMENTS.search(undiscounted):
        return None
    if discounts:
        return _discounted(installments, discounts)
    shape = next((NUMBER.findall(phrase) for kind, phrase in phrases if kind == "amount_shape"), None)
    if (
        installments
        and shape
        and [Decimal(each) * 10 for each in shape] != [each.percent for each in installments]
    ):
        return None
    return installments


def _discounted(
    installments: tuple[Installment, ...] | None, discounts: tuple[Discount, ...]
) -> tuple[Installment, ...] | None:
    """Return the one installment with its discounts; of several it is not known which they are of."""
    if installments is None or len(installments) != 1:
        return None
    return (replace(installments[0], discounts=discounts),)


def put_together(phrases: Sequence[tuple[str, str]]) -> tuple[Installment, ...] | None:
    """Return the installments that phrases amount to, each with its kind as `payment_words` names it."""
    return _installments(_joined(_clauses(phrases)))


def methods(text: str) -> frozenset[str]:
    """Return the means of payment that are named: tt, lc, bank_acceptance, dp and the like."""
    said = (plain(text).casefold(), payment_tongues.english(text) or "")
    found = (match for each in said for match in METHOD.finditer(each))
    return frozenset((match.lastgroup or "").partition("_")[2] for match in found)


def same(a: str, b: str) -> bool | None:
    """Tell whether two wordings mean the same; None where that is not known.

    "In advance" against "on signing the contract" is not known: both are early, neither is precise.
    """
    if fold(a) == fold(b):
        return True
    one, other = parse(a), parse(b)
    if one is None or other is None:
        return None
    means = methods(a), methods(b)
    if means[0] and means[1] and means[0] != means[1]:
        return False
    if one == other:
        return True
    return None if _loosely(one) == _loosely(other) else False


def _loosely(installments: tuple[Installment, ...]) -> list[Installment]:
    early = EARLY | ({"before_ship"} if len(installments) == 1 else set())
    return [
        replace(each, trigger="early" if each.trigger in early else each.trigger) for each in installments
    ]


def _phrases(text: str) -> list[tuple[str, str]] | None:
    """Cut a text into its phrases; None where something between them is not known."""
    found = []
    at = 0
    while at < len(text):
        match = PHRASE.match(text, at)
        if match is None:
            return None
        if match.lastgroup:
            found.append((match.lastgroup, match[0]))
        at = match.end()
    return found


def _clauses(phrases: Sequence[tuple[str, str]]) -> list[_Clause]:
    clauses = [_Clause()]
    for kind, phrase in phrases:
        if kind == "separator" or _begins_next(clauses[-1], kind):
            clauses.append(_Clause())
        clauses[-1] = _with(clauses[-1], kind, phrase)
    return [clause for clause in clauses if clause != _Clause()]


def _begins_next(clause: _Clause, kind: str) -> bool:
    """Tell whether a phrase begins another share though no comma stands before it."""
    named = bool(clause.triggers or clause.weak)
    if kind == "amount_percent":
        return clause.percent is not None
    return clause.has_share and named and (kind == "amount_rest" or kind.startswith("trigger_"))


def _with(clause: _Clause, kind: str, phrase: str) -> _Clause:
    """Return the clause with what a phrase adds to it."""
    group, _, name = kind.partition("_")
    if group == "trigger":
        return replace(clause, triggers=clause.triggers | {name})
    if group == "weak":
        return replace(clause, weak=name)
    if group == "method":
        return replace(clause, weak=clause.weak or METHOD_TRIGGERS.get(name))
    return _with_amount(clause, name, phrase) if group == "amount" else clause


def _with_amount(clause: _Clause, name: str, phrase: str) -> _Clause:
    if name == "percent":
        return replace(clause, percent=_percent(phrase))
    if name == "rest":
        return replace(clause, rest=True, left=FULL.search(phrase) is None)
    if name == "cumulative":
        return replace(clause, cumulative=True)
    figures = NUMBER.search(phrase)
    if name == "shape" or figures is None:
        return clause
    working = any(word in phrase for word in ("工作", "working", "business"))
    days = int(figures[0]) * (30 if name == "months" else 1)
    twice = clause.twice or clause.days not in {None, days}
    return replace(clause, days=days, working_days=working, twice=twice)


def _percent(phrase: str) -> Decimal | None:
    figures = NUMBER.search(phrase)
    if figures:
        return Decimal(figures[0])
    value = numerals.parse(phrase.removeprefix("百分之"))
    return None if value is None else Decimal(value)


def _joined(clauses: Sequence[_Clause]) -> list[_Clause]:
    """Give the clauses without a share to the one they belong to: 发货前，付清70%."""
    joined: list[_Clause] = []
    waiting = _Clause()
    for clause in clauses:
        if clause.has_share and not clause.triggers:
            joined.append(_merged(clause, waiting))
            waiting = _Clause()
        elif clause.has_share and _waits(waiting, clause):
            joined.append(_merged(clause, waiting))  # 货到验收合格后，凭发票60日内付95%
            waiting = _Clause()
        elif clause.has_share:
            joined.append(clause)
        elif joined and _adds_to(joined[-1], clause):
            joined[-1] = _merged(joined[-1], clause)
        elif None not in {waiting.days, clause.days} and waiting.days != clause.days:
            return []  # 货到60天，票到30天付款: two times of one payment
        else:
            waiting = _merged(waiting, clause)
    if waiting == _Clause():
        return joined
    return [*joined, waiting] if not joined else []


def _waits(waiting: _Clause, clause: _Clause) -> bool:
    """Tell whether what stands before a share is a further event of it: its days are told once."""
    joint = waiting.triggers | clause.triggers <= JOINT
    return bool(waiting.triggers) and joint and None in {waiting.days, clause.days}


def _adds_to(before: _Clause, clause: _Clause) -> bool:
    return not clause.triggers or clause.triggers == before.triggers or not before.triggers


def _merged(one: _Clause, other: _Clause) -> _Clause:
    return replace(
        one,
        triggers=one.triggers | other.triggers,
        weak=one.weak or other.weak,
        days=other.days if one.days is None else one.days,
        working_days=one.working_days or other.working_days,
        cumulative=one.cumulative or other.cumulative,
        twice=one.twice or other.twice,
    )


def _installments(clauses: Sequence[_Clause]) -> tuple[Installment, ...] | None:
    paid = Decimal(0)
    found = []
    for clause in clauses:
        trigger = "+".join(sorted(clause.triggers)) or clause.weak
        mere_net = not clause.triggers and clause.weak == "invoice_date" and clause.days is None
        if (
            trigger is None
            or mere_net
            or clause.twice
            or (clause.left and not paid)
            or (len(clause.triggers) > 1 and not clause.triggers <= JOINT)
        ):
            return None
        upto = clause.percent if clause.percent is not None else HUNDRED
        percent = upto - paid if clause.percent is None or clause.cumulative else upto
        paid += percent
        if percent <= 0 or paid > HUNDRED:
            return None
        found.append(Installment(percent, trigger, clause.days or 0, clause.working_days))
    return tuple(found) if paid == HUNDRED else None
