"""The tax rate, and whether the line prices include the tax."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.fields import tax
from extractors.header import label_words, summaries
from extractors.header.labels import Labelled
from extractors.header.prices import Prices, first_in
from extractors.header.settle import Choice, settle
from extractors.header.sum_labels import heads_sum
from extractors.lines.item import Item
from extractors.lines.line_numbers import number
from extractors.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label, Role, Summary
from models.reading import Field, Proof, Reason

PRICE = re.compile(r"单价|价格|报价|以上价|[均为]含税|prices?\b", re.IGNORECASE)
SUMMED = re.compile(
    r"合计|总计|总额|总金额|总价|共计|总值|货值|价值|净值|净额|税额|税金|\btotal\b|\bsum\b|summe\b"
    r"|(?:waren|netto|auftrags|bestell|gesamt)(?:wert|betrag)|\bmontant\b|\bimporto\b|\bimporte\b",
    re.IGNORECASE,
)
AMOUNTS = re.compile(r"\bvalue\b|\bamounts?\b|payable|betrag|金额|价款|货款", re.IGNORECASE)
"""Words for a sum where its figures stand beside them."""
FIGURES = re.compile(r"\d[\d,.]*[.,]\d{2}\b")
ASIDE = re.compile(r"运费|运输费|运杂费|安装费|freight|shipping|packing|installation", re.IGNORECASE)
"""Charges beside the goods, whose tax is not that of the prices."""
HIGHEST = Decimal("1.3")
"""With tax a price is at most this many times what it is without."""
SENTENCE_END = re.compile(r"[。；;]|\.\s+(?=[A-Z])")
INVOICED = re.compile(
    r"(?<!\d)(?P<rate>\d{1,2})\s?[%％]\s?(?:的|税率的?)?(?:增值税)?(?:专用?发?票|增值税(?:专用)?发票)"
)
LEADING = re.compile(r"(?P<rate>\d{1,2}(?:\.\d+)?\s?[%％])\s?[（(,，;；]")
PARTS = re.compile(r"[、，;；]|,(?!\d)")
BRACKETED = re.compile(r"[(（][^()（）]*\d\s?[%％][^()（）]*[)）]")
BESIDE = frozenset({Summary.CHARGE, Summary.DISCOUNT})
"""Sums whose percentage is no tax."""
REGISTERED = re.compile(r"(?=.*\d)[A-Z0-9 .\-/]{8,24}")
"""The number under which a company is registered for the tax: "VAT: GB 123 4567 89"."""
ANOTHER_TAX = re.compile(
    r"withh|import (?:dut|tax|vat)|customs|\bdut(?:y|ies)\b|income tax|stamp|tds\b"
    r"|所得税|关税|印花税|预扣|代扣|城建|附加税",
    re.IGNORECASE,
)
"""Taxes that prices do not hold."""
SHORT = 24
"""So short a text with a word for a sum is the name of a sum."""


def tax_rate(scope: Scope, prices: Prices) -> Field | None:
    """Return the tax rate in percent, where all that is said of it agrees."""
    return settle(
        [
            *_labelled_rate(scope),
            *_stated_rate(scope),
            *_invoiced_rate(scope),
            *_summed_rate(prices),
            *_remarked_rate(prices),
            *_column_rate(prices),
            *_heading_rate(prices),
        ]
    )


def _plain(rate: Decimal) -> str:
    return format(rate.normalize(), "f")


def _labelled_rate(scope: Scope) -> Iterator[Choice]:
    for found in scope.labels(Label.TAX_RATE):
        if _is_sum(found):
            continue
        rate = tax.rate(found.text) if found.value is not None else None
        said = tax.statement(found.text) if rate is None else None
        rate = said.rate if said is not None else rate
        leading = LEADING.match(found.text) if rate is None else None
        rate = tax.rate(leading["rate"]) if leading is not None else rate
        if rate is not None and found.value is not None:
            yield Choice(_plain(rate), found.value, found.start, found.end)
        elif found.value is not None and found.text and not REGISTERED.fullmatch(found.text):
            yield Choice(None, found.value, found.start, found.end)


def _is_sum(found: Labelled) -> bool:
    """Tell whether a label with a word for tax names a sum: "Total value excl. VAT: EUR 9.00"."""
    named = summaries.recognise(found.label.text)
    return named is not None and FIGURES.search(found.text) is not None


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
    parts = [
        part for part in PARTS.split(text) if (said := tax.statement(part)) and said.included is not None
    ]
    return any(map(_is_of_goods, parts or [text]))


def _is_of_goods(text: str) -> bool:
    summed = SUMMED.search(text) and (FIGURES.search(text) or len(text) < SHORT)
    stated = AMOUNTS.search(text) and FIGURES.search(text)
    return not (ASIDE.search(text) or summed or stated)


def _sentences(text: str) -> list[str]:
    """Return the sentences of a line that are no value of a label and no total."""
    total = summaries.recognise(text)
    if total is not None:
        return [] if total.kind is Summary.CHARGE else [total.rest]
    label = label_words.match(text)
    if label is None or (label.meanings == {Label.PRICE_NOTE} and not text[label.end :].strip()):
        return [text]
    note = label.meanings == {Label.NEUTRAL} and not ASIDE.search(text[: label.end])
    return SENTENCE_END.split(text[label.end :])[0 if note else 1 :]


def _stated_rate(scope: Scope) -> Iterator[Choice]:
    for run, said in _statements(scope):
        if said.rate is not None and not ANOTHER_TAX.search(run.text):
            yield Choice(_plain(said.rate), run, 0, len(run.text), Proof.SENTENCE)


def _invoiced_rate(scope: Scope) -> Iterator[Choice]:
    """Yield the rate of the tax invoice that a clause asks for ("开具13%增值税专用发票")."""
    for run in scope.runs:
        for said in INVOICED.finditer(run.text):
            rate = tax.rate(f"{said['rate']}%")
            if rate is not None:
                yield Choice(_plain(rate), run, *said.span("rate"), proof=Proof.SENTENCE)


def _heading_rate(prices: Prices) -> Iterator[Choice]:
    """Yield the rate that the heading of the prices names ("含税单价（13%）")."""
    for column in prices.columns:
        said = tax.statement(column.text) if column.roles & {Role.PRICE, Role.AMOUNT} else None
        text = first_in(prices.items, column) if said is not None and said.rate is not None else None
        if text is not None and said is not None and said.rate is not None:
            yield Choice(_plain(said.rate), text.run, text.start, text.end, Proof.COLUMN)


def _summed_rate(prices: Prices) -> Iterator[Choice]:
    for total in prices.totals:
        rate = total.printed.label.rate
        if rate is not None and total.kind not in BESIDE:
            printed = total.printed
            yield Choice(_plain(rate), printed.run, printed.start, printed.end, Proof.TAX)


def _remarked_rate(prices: Prices) -> Iterator[Choice]:
    """Yield the rate in the brackets of a total: 合同总价（含税，税率13%）, "Total 9.00 (incl. 13 % VAT)"."""
    for total in prices.totals:
        run = total.printed.run
        for remark in BRACKETED.finditer(run.text):
            said = tax.statement(remark[0]) if total.kind not in BESIDE else None
            if said is not None and said.rate is not None and not ANOTHER_TAX.search(remark[0]):
                yield Choice(_plain(said.rate), run, *remark.span(), proof=Proof.TAX)


def _column_rate(prices: Prices) -> Iterator[Choice]:
    for item in prices.items:
        text = item.one(Role.TAX_RATE)
        rate = tax.rate(text.printed) if text is not None else None
        if rate is not None and text is not None:
            yield Choice(_plain(rate), text.run, text.start, text.end, Proof.COLUMN)


def tax_included(scope: Scope, prices: Prices) -> Field | None:
    """Return whether the line prices include tax: said in words, by the heading, or by the sums."""
    said = [*_labelled_basis(scope), *_stated_basis(scope), *_heading_basis(prices)]
    said += _amount_basis(prices) if said else ()
    said = said or [*_paired_basis(prices)]
    return settle([*said, *_summed_basis(prices)])


def _labelled_basis(scope: Scope) -> Iterator[Choice]:
    for found in scope.labels(Label.TAX_INCLUDED, Label.TAX_RATE):
        answer = _answer(found.text) if found.value is not None else None
        said = tax.statement(found.text) if answer is None else None
        answer = said.included if said is not None else answer
        if answer is not None and found.value is not None:
            yield Choice(str(answer).lower(), found.value, found.start, found.end)


def _answer(text: str) -> bool | None:
    """Return a yes or no, given once or in two languages."""
    answers = {tax.yes_no(word) for word in (text, *re.split(r"[\s/]+", text))} - {None}
    return answers.pop() if len(answers) == 1 else None


def _stated_basis(scope: Scope) -> Iterator[Choice]:
    for run, said in _statements(scope):
        speaks = said.included is not None and not heads_sum(run, scope.runs)
        if speaks and any(map(_speaks_of_prices, _sentences(run.text) or [run.text])):
            yield Choice(str(said.included).lower(), run, 0, len(run.text), Proof.SENTENCE)


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


def _summed_basis(prices: Prices) -> Iterator[Choice]:
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
    reason = None if Proof.TAX in reconciled.proofs else Reason.IMPLIED
    yield Choice(value, printed.run, printed.start, printed.end, Proof.TAX, reason)
