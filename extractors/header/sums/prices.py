"""What the prices are in, and the currency that everything agrees on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.fields import currencies, incoterms, money, numbers
from extractors.fields.text import level
from extractors.header.settle import Choice, settle
from extractors.header.sums import currency_statements, national_signs
from extractors.header.sums.reconcile import Reconciled
from extractors.header.sums.totals import Total
from extractors.late import late
from extractors.lines.item import Item, Text
from extractors.lines.item_table import Column
from extractors.lines.values.line_numbers import TableNumbers
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label, Role, Summary
from models.reading import Field, Proof, Reason, opened

YUAN = late(r"[\d零壹贰叁肆伍陆柒捌玖拾佰仟万亿][元圆]|人民币")
RENMINBI = late(r"人民[币幣]|RMB|CNY")
_FIGURE = r"\d[\d.,'’]*\d"
PRICED = late(
    rf"(?:{currencies.NAME})\s?{_FIGURE}(?:\s?(?:{currencies.NAME}))?|{_FIGURE}\s?(?:{currencies.NAME})"
)
PRICED_ROLES = frozenset({Role.PRICE, Role.AMOUNT})
BEHIND = 4.0
"""The currency stands behind its amount within so many heights of the letters."""
BEGUN = late(rf"(?:{currencies.NAME})(?=整?\s*(?:$|\())")
ISO = late(rf"(?<![A-Za-z0-9])(?:{'|'.join(currencies.CODES.split())})(?![A-Za-z0-9])")
CAPITAL = late(r"[元圆]")
MAINLAND_RATE = "13"
"""Percent; where else orders are written in Chinese the tax has other rates: 5 in Taiwan, 9 in Singapore."""
ABROAD = late(
    r"外[汇匯币幣]|[汇匯]率|[境国國]外|[报報清]关|海关|保税(?![区港路])|免税|[离離到]岸|信用[证證]|(?:香港|澳[门門]|台[湾灣]|新加坡)(?![东西南北中]?[路街道]|工?业?园)|美刀|\d\s?刀"
    r"|以[^，。；;]{1,4}[计計](?:[价價]|$)|出口(?:退税|货物|产品|合同|报|免)|进口(?:环节|关税|货物|设备|增值税|报)"
    rf"|(?<![A-Za-z0-9])(?:{incoterms.CODE}|L/?C)(?![A-Za-z0-9])"
)
"""What is said where goods or money cross the border, or where another money may be meant: 按当日汇率结算."""
MAINLAND_RATES = frozenset({"13", "9", "6", "3", "1"})
"""The rates of a tax that is named as China's; 0 is that of what goes abroad."""
MAINLAND_TAX = late(r"增值[税稅](?!率?\s?[:：]?\s?[/无—-])")
LATIN = late(r"[A-Za-z]")
WORD = late(r"[A-Za-z]{2,}|[\u4e00-\u9fff]+|[€$£¥￥]")


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
    spoken = _spoken_of(scope) if any(choice.also for choice in choices) else frozenset[str]()
    if any(choice.also for choice in choices):
        named = frozenset(code for code, _, _ in _coded(scope))
        choices = [_likelier(choice, named, spoken) for choice in choices]
        choices = choices if named else [_yen(choice, scope) for choice in choices]
    chinese = any("\u4e00" <= character <= "\u9fff" for run in scope.runs[:40] for character in run.text)
    chinese = chinese and "JPY" not in spoken
    return settle(_decided(choice, choices, chinese=chinese) for choice in choices)


def _spoken_of(scope: Scope) -> frozenset[str]:
    """Return the currencies of the countries that a paper speaks of."""
    return national_signs.currencies(_texts(scope))


def _yen(choice: Choice, scope: Scope) -> Choice:
    """Return ¥ as the yen where the tax is Japan's."""
    certain = choice.value == "JPY" and choice.also and national_signs.is_taxed_in_japan(_texts(scope))
    return replace(choice, also=()) if certain else choice


def _texts(scope: Scope) -> list[str]:
    return [run.text for run in (*scope.runs, *scope.summed, *(each.label for each in scope.labelled))]


def _labelled_currency(scope: Scope) -> Iterator[Choice]:
    for found in scope.labels(Label.CURRENCY):
        codes = money.currency(found.text) if found.value is not None else ()
        if codes and found.value is not None:
            words = [money.currency(word) for word in WORD.findall(found.text)]
            single = {each[0] for each in words if len(each) == 1}
            several = len(single) > 1 or (len(codes) > 1 and bool(single))
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
        said, printed = total.printed.label.currencies, total.printed
        # "Total (AUD): $12.00": the sign is one of many, the label says which.
        codes = said if not codes or (len(said) == 1 and said[0] in codes) else codes
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
    yield from _behind_total(scope, total, _of_open_sums(prices))


def _behind_total(scope: Scope, total: Total, reason: Reason | None) -> Iterator[Choice]:
    """Yield the currency that a wide blank parts from the total: "234,442.09   元（含增值税13%）"."""
    at = total.printed.run
    for run in scope.runs:
        gap = run.box.x0 - at.box.x1
        if run.page is not at.page or not 0 <= gap < BEHIND * at.box.height:
            continue
        found = BEGUN.match(level(run.text)) if at.box.top < run.box.middle < at.box.bottom else None
        codes = currencies.named(found[0]) if found is not None else ()
        if found is not None and len(codes) == 1:
            yield Choice(codes[0], run, *found.span(), proof=Proof.TOTAL, reason=reason)


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


def domestic_currency(scope: Scope, prices: Prices, tax_rate: Field) -> Field:
    """Return the yuan for a paper in Chinese that names no money at all and states the rate of its tax.

    Sure where it is the tax of mainland China, by its name (`_spelled_currency`) or by its rate (domain.md,
    tax facts), and nothing unknown stands beside the names of the prices: it may be a money. A paper that
    speaks of another country or of its money is of no mainland alone.
    """
    named = any(MAINLAND_TAX.search(run.text) for run in scope.runs)
    headings = [each for column in prices.columns for each in column.headings if each.roles & PRICED_ROLES]
    plain = all(each.exact and not LATIN.search(each.text) for each in headings)
    texts = (*(run.text for run in scope.runs), *(column.text for column in prices.columns))
    plain = plain and not any(map(ABROAD.search, texts))
    taxed = (named and tax_rate.value in MAINLAND_RATES) or tax_rate.value == MAINLAND_RATE
    if plain and tax_rate.sure and taxed:
        return replace(tax_rate, value="CNY", proof=(Proof.TAX,), candidates=())
    return opened(replace(tax_rate, value="CNY", candidates=()), Reason.IMPLIED)


def _heading_currency(prices: Prices) -> Iterator[Choice]:
    for column in prices.columns:
        for heading in column.headings:
            if heading.currencies and heading.roles & {Role.PRICE, Role.AMOUNT}:
                text = first_in(prices.items, column)
                if text is not None:
                    codes = heading.currencies
                    yield Choice(codes[0], text.run, text.start, text.end, Proof.COLUMN, also=codes[1:])


def _likelier(choice: Choice, named: frozenset[str], spoken: frozenset[str]) -> Choice:
    """Return a sign of many currencies as the one of them whose code alone the paper names, in whatever role.

    Programs of small businesses print "$" everywhere and "AUD" in a footer. Else the country counts.
    """
    signed = {choice.value or "", *choice.also} if choice.also else set[str]()
    possible = named & signed or spoken & signed
    if len(possible) != 1:
        return choice
    (value,) = possible
    also = tuple(each for each in (choice.value, *choice.also) if each and each != value)
    return replace(choice, value=value, also=also)


def _coded(scope: Scope) -> Iterator[tuple[str, Run, int]]:
    """Yield the codes of currencies that stand as words of their own: AUD, EUR."""
    for run in scope.runs:
        for found in ISO.finditer(run.text):
            yield found[0], run, found.start()


def implied_currency(scope: Scope) -> Field | None:
    """Return the yuan where amounts in Chinese words stand, or the one code that is named; never sure."""
    run = next((run for run in (*scope.runs, *scope.summed) if YUAN.search(run.text)), None)
    if run is not None:
        return settle([Choice("CNY", run, 0, len(run.text), reason=Reason.IMPLIED)])
    coded = list(_coded(scope))
    if len({code for code, _, _ in coded}) != 1:
        return None
    code, run, start = coded[0]
    return settle([Choice(code, run, start, start + len(code), reason=Reason.IMPLIED)])


def _loose_heading_currency(prices: Prices) -> Iterator[Choice]:
    """Yield what labels of items name, and headings known by what stands under them only, never sure.

    "Price (USD): 26.00" inside an item says it like the heading of a column; "USD/ea" may mean anything.
    """
    for item in prices.items:
        for text in (*item.texts.get(Role.PRICE, ()), *item.texts.get(Role.AMOUNT, ())):
            heading = text.heading
            if heading is None or not heading.currencies:
                continue
            known = heading.exact and heading.role in PRICED_ROLES
            codes, reason = heading.currencies, None if known else Reason.ROLE
            yield Choice(codes[0], text.run, text.start, text.end, Proof.COLUMN, reason, also=codes[1:])


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
