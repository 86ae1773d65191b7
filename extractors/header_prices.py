"""What the prices are in: currency, tax rate, and whether the line prices include the tax."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors import label_words, summaries
from extractors.fields import money, tax
from extractors.item import Item, Text
from extractors.item_table import Column
from extractors.line_numbers import TableNumbers, number
from extractors.reconcile import Reconciled
from extractors.runs import Run
from extractors.scope import Scope
from extractors.settle import Choice, settle
from extractors.totals import Total
from extractors.vocabulary.meanings import Label, Role, Summary
from models.reading import Field, Proof, Reason

PRICE = re.compile(r"单价|价格|报价|以上价|[均为]含税|prices?\b", re.IGNORECASE)
SUMMED = re.compile(r"合计|总计|总额|总金额|总价|共计|税额|税金|\btotal\b|\bsum\b", re.IGNORECASE)
FIGURES = re.compile(r"\d[\d,.]*[.,]\d{2}\b")
ASIDE = re.compile(r"运费|运输费|运杂费|安装费|freight|shipping|packing|installation", re.IGNORECASE)
"""Charges beside the goods, whose tax is not that of the prices."""
YUAN = re.compile(r"[\d佰仟万拾]元|人民币")
HIGHEST = Decimal("1.3")
"""With tax a price is at most this many times what it is without."""
SENTENCE_END = re.compile(r"[。；;]")
CAPITAL = re.compile(r"[元圆]")
CHINESE_TAX = re.compile(r"[\u4e00-\u9fff]|VAT", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prices:
    """The item table as far as prices are concerned."""

    columns: tuple[Column, ...]
    items: tuple[Item, ...]
    numbers: TableNumbers
    totals: tuple[Total, ...]
    reconciled: Reconciled


def currency(scope: Scope, prices: Prices) -> Field | None:
    """Return the currency that every mark in the document agrees on."""
    choices = [*_labelled_currency(scope), *_marked_currency(prices), *_heading_currency(prices)]
    choices = choices or [*_loose_heading_currency(prices)] or [*_spelled_currency(prices)]
    chinese = any("\u4e00" <= character <= "\u9fff" for run in scope.runs[:40] for character in run.text)
    return settle(_decided(choice, choices, chinese=chinese) for choice in choices)


def _labelled_currency(scope: Scope) -> Iterator[Choice]:
    for found in scope.labels(Label.CURRENCY):
        codes = money.currency(found.text) if found.value is not None else ()
        if codes and found.value is not None:
            yield Choice(codes[0], found.value, found.start, found.end, also=codes[1:])


def _marked_currency(prices: Prices) -> Iterator[Choice]:
    for line in prices.numbers.lines:
        for each in (line.price, line.amount):
            if each is not None and each.money.currencies:
                text = each.text
                codes = each.money.currencies
                yield Choice(codes[0], text.run, text.start, text.end, Proof.COLUMN, also=codes[1:])
    for total in prices.totals:
        codes = total.money.currencies if total.money is not None else ()
        codes, printed = codes or total.printed.label.currencies, total.printed
        if codes:
            yield Choice(codes[0], printed.run, printed.start, printed.end, Proof.TOTAL, also=codes[1:])


def _spelled_currency(prices: Prices) -> Iterator[Choice]:
    """Yield what an amount in Chinese capitals implies where nothing names the currency."""
    for total in prices.totals:
        printed = total.printed
        if total.kind is Summary.WORDS and CAPITAL.search(printed.text):
            yield Choice("CNY", printed.run, printed.start, printed.end, reason=Reason.IMPLIED)


def _heading_currency(prices: Prices) -> Iterator[Choice]:
    for column in prices.columns:
        for heading in column.headings:
            if heading.currencies and heading.roles & {Role.PRICE, Role.AMOUNT}:
                text = _first_in(prices.items, column)
                if text is not None:
                    codes = heading.currencies
                    yield Choice(codes[0], text.run, text.start, text.end, Proof.COLUMN, also=codes[1:])


def implied_currency(scope: Scope) -> Field | None:
    """Return the yuan where amounts in Chinese words stand and nothing names a currency; never sure."""
    run = next((run for run in scope.runs if YUAN.search(run.text)), None)
    return settle([Choice("CNY", run, 0, len(run.text), reason=Reason.IMPLIED)]) if run is not None else None


def _loose_heading_currency(prices: Prices) -> Iterator[Choice]:
    """Yield what headings name that are known by what stands under them only ("USD/ea"); never sure."""
    for item in prices.items:
        for text in (*item.texts.get(Role.PRICE, ()), *item.texts.get(Role.AMOUNT, ())):
            codes = text.heading.currencies if text.heading else ()
            if codes:
                yield Choice(
                    codes[0], text.run, text.start, text.end, Proof.COLUMN, Reason.ROLE, also=codes[1:]
                )


def _first_in(items: Sequence[Item], column: Column) -> Text | None:
    texts = (text for item in items for texts in item.texts.values() for text in texts)
    return next((text for text in texts if text.heading in column.headings), None)


def _decided(choice: Choice, choices: Sequence[Choice], *, chinese: bool) -> Choice:
    """Settle a mark that several currencies share (¥, $, kr) by the marks that only one has."""
    if not choice.also:
        return choice
    plain = {each.value for each in choices if not each.also}
    possible = {choice.value, *choice.also}
    shared = plain & possible
    if len(shared) == 1:
        return _with(choice, next(iter(shared)), None)
    if chinese and "CNY" in possible and not plain:
        return _with(choice, "CNY", None)
    return _with(choice, choice.value, Reason.AMBIGUOUS_VALUE)


def _with(choice: Choice, value: str | None, reason: Reason | None) -> Choice:
    also = choice.also if reason else ()
    return Choice(value, choice.run, choice.start, choice.end, choice.proof, reason, also=also)


def tax_rate(scope: Scope, prices: Prices) -> Field | None:
    """Return the tax rate in percent, where all that is said of it agrees."""
    return settle(
        [*_labelled_rate(scope), *_stated_rate(scope), *_summed_rate(prices), *_column_rate(prices)]
    )


def _plain(rate: Decimal) -> str:
    return format(rate.normalize(), "f")


def _labelled_rate(scope: Scope) -> Iterator[Choice]:
    for found in scope.labels(Label.TAX_RATE):
        rate = tax.rate(found.text) if found.value is not None else None
        if rate is not None and found.value is not None:
            yield Choice(_plain(rate), found.value, found.start, found.end)


def _statements(scope: Scope) -> Iterator[tuple[Run, tax.TaxStatement]]:
    """Yield the sentences that speak of tax; labels and totals have their own reading."""
    for run in scope.runs:
        said = next((said for text in _sentences(run.text) if (said := tax.statement(text))), None)
        if said is not None:
            yield run, said
    for found in scope.labels(Label.PRICE_NOTE, Label.INCOTERMS, Label.TERMS):
        said = tax.statement(found.text)
        if said is not None and found.value is not None:
            yield found.value, said


def _speaks_of_prices(text: str) -> bool:
    """Tell whether what a text says of tax is meant of the prices: not of freight, not of a sum alone."""
    if PRICE.search(text):
        return True
    return not ASIDE.search(text) and not (SUMMED.search(text) and FIGURES.search(text))


def _sentences(text: str) -> list[str]:
    """Return the sentences of a line that are no value of a label and no total."""
    total = summaries.recognise(text)
    if total is not None:
        return [] if total.kind is Summary.CHARGE else [total.rest]
    label = label_words.match(text)
    if label is None:
        return [text]
    note = label.meanings == {Label.NEUTRAL} and not ASIDE.search(text[: label.end])
    return SENTENCE_END.split(text[label.end :])[0 if note else 1 :]


def _stated_rate(scope: Scope) -> Iterator[Choice]:
    for run, said in _statements(scope):
        if said.rate is not None:
            yield Choice(_plain(said.rate), run, 0, len(run.text), Proof.SENTENCE)


def _summed_rate(prices: Prices) -> Iterator[Choice]:
    for total in prices.totals:
        rate = total.printed.label.rate
        if rate is not None:
            printed = total.printed
            yield Choice(_plain(rate), printed.run, printed.start, printed.end, Proof.TAX)


def _column_rate(prices: Prices) -> Iterator[Choice]:
    for item in prices.items:
        text = item.one(Role.TAX_RATE)
        rate = tax.rate(text.printed) if text is not None else None
        if rate is not None and text is not None:
            yield Choice(_plain(rate), text.run, text.start, text.end, Proof.COLUMN)


def tax_included(scope: Scope, prices: Prices) -> Field | None:
    """Return whether the line prices include tax: said in words, by the heading, or by the sums."""
    said = [*_labelled_basis(scope), *_stated_basis(scope), *_heading_basis(prices)]
    said = said or [*_paired_basis(prices)]
    return settle([*said, *_summed_basis(prices)])


def _labelled_basis(scope: Scope) -> Iterator[Choice]:
    for found in scope.labels(Label.TAX_INCLUDED, Label.TAX_RATE):
        answer = _answer(found.text) if found.value is not None else None
        if answer is not None and found.value is not None:
            yield Choice(str(answer).lower(), found.value, found.start, found.end)


def _answer(text: str) -> bool | None:
    """Return a yes or no, given once or in two languages."""
    answers = {tax.yes_no(word) for word in (text, *re.split(r"[\s/]+", text))} - {None}
    return answers.pop() if len(answers) == 1 else None


def _stated_basis(scope: Scope) -> Iterator[Choice]:
    for run, said in _statements(scope):
        if said.included is not None and any(map(_speaks_of_prices, _sentences(run.text) or [run.text])):
            yield Choice(str(said.included).lower(), run, 0, len(run.text), Proof.SENTENCE)


def _heading_basis(prices: Prices) -> Iterator[Choice]:
    for line in prices.numbers.lines:
        heading = line.price.text.heading if line.price else None
        if line.price is not None and heading is not None and heading.tax_included is not None:
            text = line.price.text
            yield Choice(str(heading.tax_included).lower(), text.run, text.start, text.end, Proof.COLUMN)


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


def _summed_basis(prices: Prices) -> Iterator[Choice]:
    reconciled = prices.reconciled
    if reconciled.tax_included is None or reconciled.total is None:
        return
    printed = reconciled.total.printed
    value = str(reconciled.tax_included).lower()
    reason = None if Proof.TAX in reconciled.proofs else Reason.IMPLIED
    yield Choice(value, printed.run, printed.start, printed.end, Proof.TAX, reason)
