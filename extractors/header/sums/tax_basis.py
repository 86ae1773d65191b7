"""Whether the line prices include the tax: said in words, by the headings, or by the sums."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.fields import tax
from extractors.fields.text import level
from extractors.header import summaries
from extractors.header.labelling import label_words
from extractors.header.settle import Choice, settle
from extractors.header.sums import tax_statements
from extractors.header.sums.prices import Prices
from extractors.header.sums.reconcile import total_is_certain
from extractors.header.sums.sum_labels import heads_sum
from extractors.header.sums.tax import BRACKETED
from extractors.header.sums.tax_statements import PRICE
from extractors.late import late
from extractors.lines.columns.twin_headings import heads
from extractors.lines.item import Item
from extractors.lines.values.line_numbers import number
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label, Role
from models.reading import Field, Proof, Reason

HIGHEST = Decimal("1.3")
"""With tax a price is at most this many times what it is without."""
BARE = late(r"(?:不?含税|[未除]税|(?:incl|excl)\w*\.?\s(?:of\s)?(?:VAT|tax|GST))", re.IGNORECASE)
"""What answers a mere "Price": 价格　含税."""
NEXT = 1.6
"""A sum stands no further below its caption than so many heights of its letters."""
ALL_PRICES = late(r"(?:prices|preise)\b", re.IGNORECASE)
"""Several prices head no column."""


def tax_included(scope: Scope, prices: Prices) -> Field | None:
    """Return whether the line prices include tax: said in words, by the heading, or by the sums."""
    said = [
        *_labelled_basis(scope),
        *_stated_basis(scope, prices),
        *_remarked_basis(prices),
        *_held_basis(prices),
        *_heading_basis(prices),
    ]
    said += _amount_basis(prices) if said else ()
    said = said or [*_paired_basis(prices)]
    return settle([*said, *_summed_basis(scope, prices)])


def _labelled_basis(scope: Scope) -> Iterator[Choice]:
    for found in scope.labels(Label.TAX_INCLUDED, Label.TAX_RATE, Label.PRICE_NOTE):
        if Label.PRICE_NOTE in found.meanings and BARE.fullmatch(found.text.strip()) is None:
            continue
        if found.value is None:
            yield from _bare_basis(found.label)
        answer = _answer(found.text) if found.value is not None else None
        said = tax.statement(found.text) if answer is None else None
        answer = said.included if said is not None else answer
        if answer is not None and found.value is not None:
            yield Choice(str(answer).lower(), found.value, found.start, found.end)


def _bare_basis(run: Run) -> Iterator[Choice]:
    """Yield what a label says that has no answer beside it: "VAT included" alone is likely a sentence."""
    said = tax.statement(run.text)
    if said is not None and said.included is not None:
        yield Choice(str(said.included).lower(), run, 0, len(run.text), Proof.SENTENCE, Reason.ROLE)


def _answer(text: str) -> bool | None:
    """Return a yes or no, given once or in two languages."""
    answers = {tax.yes_no(word) for word in (text, *re.split(r"[\s/]+", text))} - {None}
    return answers.pop() if len(answers) == 1 else None


def _stated_basis(scope: Scope, prices: Prices) -> Iterator[Choice]:
    """Yield what sentences say; one about the total alone tells of the prices where these make it."""
    sums = prices.reconciled
    for run, said in tax_statements.find(scope):
        headed = heads_sum(run, scope.runs) or (bool(heads(run.text)) and not _notes_prices(run.text))
        speaks = said.included is not None and not headed
        if speaks and any(
            map(tax_statements.speak_of_prices, tax_statements.sentences(run.text) or [run.text])
        ):
            totalled = tax_statements.is_of_total(run.text)
            agrees = said.rate is not None and sums.tax_included is said.included
            if totalled and sums.tax_included is not None and not agrees:
                continue
            reason = Reason.ROLE if totalled and not sums.complete else None
            yield Choice(str(said.included).lower(), run, 0, len(run.text), Proof.SENTENCE, reason)


def _notes_prices(text: str) -> bool:
    """Tell whether a text that may be two headings is a note on the prices: "Prices exclusive of VAT"."""
    label = label_words.match(text)
    named = label is not None and label.meanings == {Label.PRICE_NOTE}
    return named or ALL_PRICES.match(text) is not None


def _remarked_basis(prices: Prices) -> Iterator[Choice]:
    """Yield what brackets behind a total say of the prices: 总额 85,483.60（单价已含增值税13%）."""
    for total in prices.totals:
        run = total.printed.run
        for remark in BRACKETED.finditer(run.text):
            said = tax.statement(remark[0]) if PRICE.search(level(remark[0])) else None
            if said is not None and said.included is not None:
                yield Choice(str(said.included).lower(), run, *remark.span(), proof=Proof.SENTENCE)


def _held_basis(prices: Prices) -> Iterator[Choice]:
    """Yield that prices hold the tax which their total is said to hold: 合计 640.00（含13%税票）.

    Only where the lines make that total, and no tax stands beside it.
    """
    sums = prices.reconciled
    if not sums.complete or sums.tax is not None or sums.total is None or sums.tax_included is False:
        return
    for total in prices.totals:
        run = total.printed.run
        for remark in BRACKETED.finditer(run.text) if total.value == sums.total.value else ():
            said = tax.statement(remark[0])
            if said is not None and said.included is True and said.rate is not None:
                yield Choice("true", run, *remark.span(), proof=Proof.TAX)


def _heading_basis(prices: Prices) -> Iterator[Choice]:
    for item, line in zip(prices.items, prices.numbers.lines, strict=True):
        heading = line.price.text.heading if line.price else None
        if line.price is not None and heading is not None and heading.tax_included is not None:
            text = line.price.text
            reason = Reason.RIVAL if _is_swapped(item, prices) else None
            yield Choice(
                str(heading.tax_included).lower(), text.run, text.start, text.end, Proof.COLUMN, reason
            )


def _amount_basis(prices: Prices) -> Iterator[Choice]:
    """Yield the basis of amounts that are headed otherwise than the prices that make them."""
    for line in prices.numbers.lines:
        price = line.price.text.heading if line.price else None
        amount = line.amount.text.heading if line.amount else None
        if line.amount is None or price is None or amount is None or line.closes is not True:
            continue
        if None not in {price.tax_included, amount.tax_included} and price.role is not amount.role:
            text = line.amount.text
            value = str(amount.tax_included).lower()
            yield Choice(value, text.run, text.start, text.end, Proof.COLUMN, Reason.RIVAL)


def _is_swapped(item: Item, prices: Prices) -> bool:
    """Tell whether the price that is headed with tax is lower than the one without: a heading lies."""
    read = {
        text.heading.tax_included: found.value
        for text in item.texts.get(Role.PRICE, ())
        if text.heading is not None and (found := number(text, prices.numbers.notation)) is not None
    }
    return True in read and False in read and read[True] < read[False]


def _paired_basis(prices: Prices) -> Iterator[Choice]:
    """Yield that a plain price excludes tax where a price with tax stands beside it, and is higher."""
    for item, line in zip(prices.items, prices.numbers.lines, strict=True):
        taxed = [
            text for text in item.texts.get(Role.PRICE, ()) if text.heading and text.heading.tax_included
        ]
        if line.price is None or line.price.text in taxed or not taxed:
            return
        gross = number(taxed[0], prices.numbers.notation)
        if gross is None or not line.price.value < gross.value < line.price.value * HIGHEST:
            return
        text = line.price.text
        yield Choice("false", text.run, text.start, text.end, Proof.COLUMN)


def _is_named_untaxed(scope: Scope, prices: Prices) -> bool:
    """Tell whether a sum that the lines make is called one without tax ("excl. VAT"), and not merely net."""
    sums = prices.reconciled
    if sums.total is None or sums.tax_included is not False or not total_is_certain(sums):
        return False
    run = sums.total.printed.run
    beside = [each for each in (*scope.summed, *scope.runs) if each.page is run.page]
    named = (tax.statement(each.text) for each in beside if _names(each, run, beside))
    return any(said is not None and said.included is False for said in named)


def _names(label: Run, value: Run, others: Sequence[Run]) -> bool:
    """Tell whether a text names a sum: it stands on its line, or right above it and beside no other sum."""
    if label.box.top < value.box.middle < label.box.bottom:
        return True
    if not 0 <= value.box.top - label.box.bottom < NEXT * label.box.height:
        return False
    caption = summaries.recognise(label.text)
    alone = not any(
        each.box.top < label.box.middle < each.box.bottom and any(map(str.isdigit, each.text))
        for each in others
    )
    return alone and caption is not None and not caption.rest


def _summed_basis(scope: Scope, prices: Prices) -> Iterator[Choice]:
    reconciled = prices.reconciled
    if reconciled.tax_included is None and reconciled.complete and reconciled.tax is not None:
        # A tax of nothing below the sum of the lines: they are meant without it.
        untaxed = reconciled.tax.printed
        if not reconciled.tax.value:
            yield Choice("false", untaxed.run, untaxed.start, untaxed.end, Proof.TAX, Reason.IMPLIED)
        return
    if reconciled.tax_included is None or reconciled.total is None:
        return
    printed = reconciled.total.printed
    value = str(reconciled.tax_included).lower()
    proven = Proof.TAX in reconciled.proofs or _says_rate(prices) or _is_named_untaxed(scope, prices)
    reason = None if proven else Reason.IMPLIED
    yield Choice(value, printed.run, printed.start, printed.end, Proof.TAX, reason)


def _says_rate(prices: Prices) -> bool:
    """Tell whether the total says what tax it holds, and the lines make it: 合计（含13%增值税）.

    Not where a tax stands beside it: it may have come on top of the lines and be nothing.
    """
    sums = prices.reconciled
    alone = sums.complete and sums.tax is None and sums.tax_included is True
    return alone and sums.total is not None and bool(sums.total.printed.label.rate)
