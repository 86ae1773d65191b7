"""Lines held against totals: is every line read, and is the total proven?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.header.sums.totals import Total
from extractors.lines.values.line_numbers import LineNumbers
from extractors.page.runs import certain
from extractors.vocabulary.meanings import Summary
from models.reading import Proof

CENT = Decimal("0.01")
STEPS = frozenset({Summary.TAX, Summary.CHARGE, Summary.DISCOUNT, Summary.SUBTOTAL})
"""Sums on the way from the lines to the last total."""
LAST = (Summary.GROSS, Summary.TOTAL, Summary.NET)
"""What may be the last total, the likeliest first."""
TELLING = 1000
"""A net sum is so many times the slack at least, for the rate to be told by it and the gross one."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The document's total and how it is proven.

    `complete` tells that the lines add up to a stated total: none is missing, none too many.
    `contradicted` that some stated sum does not close. `tax_included` is what the sums say of the
    line prices, None where they do not tell; `tax_rate` the rate printed beside the tax.
    """

    total: Total | None
    proofs: tuple[Proof, ...] = ()
    complete: bool = False
    contradicted: bool = False
    tax_included: bool | None = None
    tax: Total | None = None


def sum_of(lines: Sequence[LineNumbers]) -> Decimal | None:
    """Return the sum of all line amounts, computed where none is printed; None if one is unknown."""
    amounts = [_amount(line) for line in lines]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None


def _amount(line: LineNumbers) -> Decimal | None:
    if line.amount is not None:
        return line.amount.value
    if line.quantity is None or line.price is None:
        return None
    return (line.quantity.value * line.price.value / (line.per_value or 1)).quantize(CENT)


def reconcile(lines: Sequence[LineNumbers], totals: Sequence[Total], *, clean: bool = True) -> Reconciled:
    """Hold the lines against the totals; where the cells are not `clean`, nothing is complete."""
    total = _spelled_gross(totals) or final(totals)
    if total is None:
        return Reconciled(None)
    taxes = _of(totals, Summary.TAX)
    unfinished = total.kind is Summary.NET and any(each.value for each in taxes)
    lines_sum = sum_of(lines)
    slack = CENT * max(1, len(lines) // 2)
    words = _of(totals, Summary.WORDS)
    proofs: list[Proof] = []
    contradicted = False
    if words and total.printed is not words[-1].printed:
        agreed = any(abs(each.value - total.value) < CENT for each in words)
        proofs += [Proof.WORDS_AND_FIGURES] if agreed else []
        contradicted = not agreed
    closed = _closed(lines_sum, total, totals, slack) if clean and all(map(_counted, lines)) else _Closed()
    proofs += closed.proofs
    return Reconciled(
        total,
        tuple(proofs),
        complete=closed.complete,
        contradicted=contradicted
        or unfinished
        or (lines_sum is not None and not closed.complete)
        or _is_disputed(total, totals, lines_sum)
        or _goes_on(total, totals)
        or (lines_sum == total.value and _is_charged_below(total, totals, lines)),
        tax_included=closed.tax_included,
        tax=next(iter(taxes), None),
    )


def _is_disputed(total: Total, totals: Sequence[Total], lines_sum: Decimal | None) -> bool:
    """Tell whether another total stands there that is neither the lines' sum nor a step to the last one."""
    steps = {abs(each.value) for each in totals if each.kind in STEPS}
    known = {
        total.value,
        lines_sum,
        *(total.value - step for step in steps),
        *(total.value + step for step in steps),
    }
    known |= {lines_sum + sum(steps), lines_sum - sum(steps)} if lines_sum is not None else set()
    others = [each for each in totals if each.value and (each.kind is total.kind or _undercuts(each, total))]
    others += [each for each in totals if total.kind is Summary.GROSS and _outdoes(each, total)]
    return any(all(each.value != one for one in known) for each in others)


def _undercuts(net: Total, total: Total) -> bool:
    """Tell whether a net sum stands below the sum of the goods and is less."""
    sums = (net.kind, total.kind) == (Summary.NET, Summary.TOTAL)
    return sums and net.value < total.value and _is_below(net, total)


def _outdoes(other: Total, gross: Total) -> bool:
    """Tell whether a sum without tax, or of an unknown basis, is more than one with tax: one is an item's."""
    return other.kind in LAST and other.value > gross.value


def _goes_on(total: Total, totals: Sequence[Total]) -> bool:
    """Tell whether a larger sum of unknown name stands below the total: something is charged besides."""
    run = total.printed.run
    return any(
        each.kind is Summary.SUBTOTAL
        and each.value > total.value
        and (each.printed.run.page.number, each.printed.run.box.top) > (run.page.number, run.box.bottom - 1)
        for each in totals
    )


def _is_charged_below(total: Total, totals: Sequence[Total], lines: Sequence[LineNumbers]) -> bool:
    """Tell whether a charge or discount that is none of the lines stands below the total they make."""
    amounts = {line.amount.value for line in lines if line.amount is not None}
    return any(
        each.kind in {Summary.CHARGE, Summary.DISCOUNT}
        and each.value
        and abs(each.value) not in amounts
        and _is_below(each, total)
        for each in totals
    )


def outdone(reconciled: Reconciled, spoken: Sequence[Total], read: Sequence[Total]) -> Reconciled:
    """Leave the total open where a text states a larger one that no row or label was `read` for."""
    total = reconciled.total
    known = {each.value for each in read}
    larger = total is not None and any(
        each.value > total.value and each.value not in known for each in spoken
    )
    return replace(reconciled, contradicted=True) if larger else reconciled


def total_is_certain(reconciled: Reconciled) -> bool:
    """Tell whether the lines add up to a total whose characters are certain."""
    printed = reconciled.total.printed if reconciled.total is not None and reconciled.complete else None
    return (
        printed is not None
        and Proof.TOTAL in reconciled.proofs
        and not reconciled.contradicted
        and certain(printed.run, printed.start, printed.end)
    )


def is_open(reconciled: Reconciled) -> bool:
    """Tell whether a total is stated that the lines do not add up to."""
    return reconciled.total is not None and (reconciled.contradicted or not reconciled.complete)


def _counted(line: LineNumbers) -> bool:
    """Tell whether a line says what is ordered, not merely an amount: sums of sums prove nothing."""
    return line.quantity is not None and (line.price is not None or line.closes is True)


def final(totals: Sequence[Total]) -> Total | None:
    """Return the last total: the gross one where there is one, else the plain, else the net one."""
    for kind in LAST:
        found = _of(totals, kind)
        if found:
            return _clearest(_reduced(found[-1], totals), totals)
    return None


def _reduced(total: Total, totals: Sequence[Total]) -> Total:
    """Return the net sum below a sum of the goods, if what is charged and taken off between them makes it."""
    nets = _of(totals, Summary.NET) if total.kind is Summary.TOTAL else []
    extra = _extra(totals) if nets else Decimal(0)
    made = (each for each in nets if _is_below(each, total) and abs(total.value + extra - each.value) <= CENT)
    return next(made, total) if extra else total


def _is_below(one: Total, other: Total) -> bool:
    places = [(each.printed.run.page.number, each.printed.run.box.top) for each in (one, other)]
    return places[0] > places[1]


def _spelled_gross(totals: Sequence[Total]) -> Total | None:
    """Return the total that is stated in words alone, where the net sum and the tax make it."""
    last, words = final(totals), _of(totals, Summary.WORDS)
    taxes = [each.value for each in _of(totals, Summary.TAX) if each.value]
    if last is None or last.kind is Summary.GROSS or not words or not taxes or words[-1].value == last.value:
        return None
    made = any(abs(last.value + tax - words[-1].value) <= CENT for tax in {*taxes, sum(taxes, Decimal(0))})
    return replace(words[-1], kind=Summary.GROSS) if made else None


def _clearest(total: Total, totals: Sequence[Total]) -> Total:
    """Return the total in certain characters, where it stands twice and one is stamped over."""
    if _is_clear(total):
        return total
    again = (each for each in totals if each.kind in LAST and each.value == total.value and _is_clear(each))
    return next((replace(total, printed=each.printed, money=each.money) for each in again), total)


def _is_clear(total: Total) -> bool:
    printed = total.printed
    return certain(printed.run, printed.start, printed.end)


def _of(totals: Sequence[Total], kind: Summary) -> list[Total]:
    return [total for total in totals if total.kind is kind]


@dataclass(frozen=True, slots=True)
class _Closed:
    proofs: tuple[Proof, ...] = ()
    complete: bool = False
    tax_included: bool | None = None


def _closed(lines_sum: Decimal | None, total: Total, totals: Sequence[Total], slack: Decimal) -> _Closed:
    if lines_sum is None:
        return _Closed()
    taxes = _of(totals, Summary.TAX)
    if abs(lines_sum - total.value) <= slack:
        return _Closed(_proofs_of(total, totals), complete=True, tax_included=_basis_of(total, totals))
    charged = lines_sum + _extra(totals)
    if _taxed(lines_sum, charged, total, totals, slack):
        return _Closed((Proof.TOTAL, Proof.TAX), complete=True, tax_included=False)
    for net in (*_of(totals, Summary.NET), *_of(totals, Summary.TOTAL), *_of(totals, Summary.SUBTOTAL)):
        if min(abs(lines_sum - net.value), abs(charged - net.value)) > slack or net is total:
            continue
        tax = next((tax for tax in taxes if abs(net.value + tax.value - total.value) <= CENT), None)
        untold = total.kind is Summary.GROSS and net.kind is Summary.NET and not taxes
        if tax is not None or (untold and whole_rate(net.value, total.value, slack) is not None):
            return _Closed((Proof.TOTAL, Proof.TAX), complete=True, tax_included=False)
    return _with_charges(lines_sum, total, totals, slack)


def whole_rate(net: Decimal, gross: Decimal, slack: Decimal) -> int | None:
    """Return the tax of so many percent that lies between two sums; None where it is no whole number of them.

    Sums so small that the slack would make any other a whole rate tell nothing.
    """
    if not 0 < net < gross or net < TELLING * slack:
        return None
    rate = round((gross / net - 1) * 100)
    return rate if rate and abs(net * (100 + rate) / 100 - gross) <= slack else None


def _taxed(
    lines_sum: Decimal, charged: Decimal, total: Total, totals: Sequence[Total], slack: Decimal
) -> bool:
    """Tell whether the lines, what is charged besides, and the tax or all the taxes make the total.

    India and Canada print two taxes; freight may stand between the net sum and the tax.
    """
    taxes = [each.value for each in _of(totals, Summary.TAX) if each.value]
    nets = [each.value for each in _of(totals, Summary.NET) if each is not total]
    held = not nets or any(min(abs(net - lines_sum), abs(net - charged)) <= slack for net in nets)
    sums = {*taxes, sum(taxes, Decimal(0))} if taxes else set()
    return held and any(
        abs(base + tax - total.value) <= slack for base in (lines_sum, charged) for tax in sums
    )


def _proofs_of(total: Total, totals: Sequence[Total]) -> tuple[Proof, ...]:
    """Return what a total equal to the sum of the lines proves: with a net sum and a tax of nothing, both."""
    nets = (each for each in _of(totals, Summary.NET) if each is not total)
    untaxed = _is_untaxed(totals) and any(each.value == total.value for each in nets)
    return (Proof.TOTAL, Proof.TAX) if untaxed else (Proof.TOTAL,)


def _is_untaxed(totals: Sequence[Total]) -> bool:
    """Tell whether a tax is stated and is nothing: then sums with it and without are the same."""
    taxes = _of(totals, Summary.TAX)
    return bool(taxes) and not any(each.value for each in taxes)


def _basis_of(total: Total, totals: Sequence[Total]) -> bool | None:
    """Return what a total equal to the sum of the lines says about their tax basis."""
    if total.kind is Summary.NET or any(each.value == total.value for each in _of(totals, Summary.NET)):
        return False
    if _is_untaxed(totals):
        return None
    taxed = any(each.value for each in _of(totals, Summary.TAX))
    nets = any(each.value < total.value for each in _of(totals, Summary.NET))
    return True if total.kind is Summary.GROSS or (taxed and nets) else None


def _with_charges(lines_sum: Decimal, total: Total, totals: Sequence[Total], slack: Decimal) -> _Closed:
    """Return whether the lines make the total with what is charged besides and taken off."""
    extra = _extra(totals)
    if extra and abs(lines_sum + extra - total.value) <= slack:
        return _Closed((Proof.TOTAL,), complete=True, tax_included=_basis_of(total, totals))
    return _Closed()


def _extra(totals: Sequence[Total]) -> Decimal:
    """Return the stated charges less the stated discounts."""
    charges = sum((each.value for each in _of(totals, Summary.CHARGE)), Decimal(0))
    return charges - sum((abs(each.value) for each in _of(totals, Summary.DISCOUNT)), Decimal(0))
