"""What the prices are in, and the currency that everything agrees on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.fields import currencies, money, numbers
from extractors.fields.text import level
from extractors.header import currency_statements
from extractors.header.reconcile import Reconciled
from extractors.header.settle import Choice, settle
from extractors.header.totals import Total
from extractors.lines.item import Item, Text
from extractors.lines.item_table import Column
from extractors.lines.line_numbers import TableNumbers
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label, Role, Summary
from models.reading import Field, Proof, Reason

YUAN = re.compile(r"[\d零壹贰叁肆伍陆柒捌玖拾佰仟万亿][元圆]|人民币")
RENMINBI = re.compile(r"人民[币幣]|RMB|CNY")
_FIGURE = r"\d[\d.,'’]*\d"
PRICED = re.compile(
    rf"(?:{currencies.NAME})\s?{_FIGURE}(?:\s?(?:{currencies.NAME}))?|{_FIGURE}\s?(?:{currencies.NAME})"
)
CAPITAL = re.compile(r"[元圆]")
MAINLAND_TAX = re.compile(r"增值[税稅](?!率?\s?[:：]?\s?[/无—-])")
WORD = re.compile(r"[A-Za-z]{2,}|[\u4e00-\u9fff]+|[€$£¥￥]")


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
    choices += _beside_total(scope, prices)
    choices = choices or [*_loose_heading_currency(prices)] or [*_spelled_currency(scope, prices)]
    chinese = any("\u4e00" <= character <= "\u9fff" for run in scope.runs[:40] for character in run.text)
    return settle(_decided(choice, choices, chinese=chinese) for choice in choices)


def _labelled_currency(scope: Scope) -> Iterator[Choice]:
    for found in scope.labels(Label.CURRENCY):
        codes = money.currency(found.text) if found.value is not None else ()
        if codes and found.value is not None:
            several = (
                len({code for word in WORD.findall(found.text) for code in money.currency(word)[:1]}) > 1
            )
            reason = Reason.AMBIGUOUS_VALUE if several else None
            yield Choice(codes[0], found.value, found.start, found.end, reason=reason, also=codes[1:])


def _marked_currency(prices: Prices) -> Iterator[Choice]:
    for line in prices.numbers.lines:
        for each in (line.price, line.amount):
            if each is not None and each.money.currencies:
                text = each.text
                codes = each.money.currencies
                yield Choice(codes[0], text.run, text.start, text.end, Proof.COLUMN, also=codes[1:])
    unproven = _of_open_sums(prices)
    for total in prices.totals:
        codes = total.money.currencies if total.money is not None else ()
        codes, printed = codes or total.printed.label.currencies, total.printed
        if codes:
            yield Choice(
                codes[0], printed.run, printed.start, printed.end, Proof.TOTAL, unproven, also=codes[1:]
            )


def _of_open_sums(prices: Prices) -> Reason | None:
    """Return the doubt about a total's currency where several sums stand that do not close: whose is it?"""
    figures = [each for each in prices.totals if each.kind is not Summary.WORDS]
    named = {each.money.currencies or each.printed.label.currencies for each in figures if each.money}
    return Reason.UNPROVEN if prices.reconciled.contradicted and len(named) > 1 else None


def _beside_total(scope: Scope, prices: Prices) -> Iterator[Choice]:
    """Yield the currency that is spelled beside the total in a text: 合同总价：人民币67,260.40元."""
    total = prices.reconciled.total
    if total is None:
        return
    figures = re.sub(r"\D", "", format(total.value, "f")).rstrip("0")
    for run in scope.runs:
        if figures not in re.sub(r"\D", "", run.text):
            continue
        for found in PRICED.finditer(level(run.text)):
            stated = money.parse(found[0])
            value = numbers.read(stated.number_text, prices.numbers.notation) if stated else None
            if stated is not None and stated.spelled and stated.currency and value == total.value:
                reason = _of_open_sums(prices)
                yield Choice(stated.currency, run, *found.span(), proof=Proof.TOTAL, reason=reason)


def _spelled_currency(scope: Scope, prices: Prices) -> Iterator[Choice]:
    """Yield what an amount in Chinese capitals implies where nothing names the currency.

    元 is the money of several countries. Where the paper speaks of 增值税, as only mainland China calls its
    value-added tax (加值營業稅 in Taiwan), and names no other currency, it is the yuan.
    """
    mainland = any(MAINLAND_TAX.search(run.text) for run in scope.runs)
    certain = mainland and not currency_statements.names_another("CNY", scope.runs)
    for total in prices.totals:
        printed = total.printed
        if total.kind is Summary.WORDS and CAPITAL.search(printed.text):
            reason = None if certain or RENMINBI.search(printed.run.text) else Reason.IMPLIED
            yield Choice("CNY", printed.run, printed.start, printed.end, reason=reason)


def _heading_currency(prices: Prices) -> Iterator[Choice]:
    for column in prices.columns:
        for heading in column.headings:
            if heading.currencies and heading.roles & {Role.PRICE, Role.AMOUNT}:
                text = first_in(prices.items, column)
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


def first_in(items: Sequence[Item], column: Column) -> Text | None:
    """Return the first text under a column."""
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
