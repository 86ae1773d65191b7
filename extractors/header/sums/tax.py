"""The rate of the tax."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.fields import tax
from extractors.header import summaries
from extractors.header.labelling.labels import Labelled
from extractors.header.settle import Choice, settle
from extractors.header.sums import tax_codes, tax_statements
from extractors.header.sums.prices import Prices, first_in
from extractors.header.sums.reconcile import CENT, whole_rate
from extractors.header.sums.totals import Printed, Total
from extractors.late import late
from extractors.lines import composed_headings
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label, Role, Summary
from models.reading import Field, Proof, Reason, opened

FIGURES = late(r"\d[\d,.]*[.,]\d{2}\b")
INVOICED = late(
    r"(?<!\d)(?P<rate>\d{1,2})\s?[%％]\s?(?:的|税率的?)?(?:增值税)?(?:专用?发?票|增值税(?:专用)?发票)"
    r"|(?:[含开带]|开具|提供)\s?(?P<told>\d{1,2})\s?[%％]\s?的?发?票(?=的?[单总]?价|[,，。；;]|\s*$)"
)
INVOICED_AT = late(
    r"发票\s?[(（,，]\s?(?:增值税)?税率为?[:：]?\s?(?P<rate>\d{1,2})\s?[%％]|专票\s?[(（]\s?(?P<bare>\d{1,2})\s?[%％]\s?[)）]"
)
"""The same behind the name of the invoice: 增值税专用发票（税率13%）."""
LEADING = late(r"(?P<rate>\d{1,2}(?:\.\d+)?\s?[%％])\s?[（(,，;；]")
BRACKETED = late(r"[(（][^()（）]*\d\s?[%％][^()（）]*[)）]")
BESIDE = frozenset({Summary.CHARGE, Summary.DISCOUNT})
"""Sums whose percentage is no tax."""
REGISTERED = late(r"(?=.*\d)[A-Z0-9 .\-/]{8,24}")
"""The number under which a company is registered for the tax: "VAT: GB 123 4567 89"."""
ANOTHER_TAX = late(
    r"withh|import (?:dut|tax|vat)|customs|\bdut(?:y|ies)\b|income tax|stamp|tds\b"
    r"|所得税|关税|印花税|预扣|代扣|城建|附加税",
    re.IGNORECASE,
)
"""Taxes that prices do not hold."""
WHOLE = frozenset({Summary.GROSS, Summary.TOTAL})
NO_BASE = frozenset({Summary.TAX, Summary.CHARGE, Summary.DISCOUNT, Summary.WORDS})
OF_FREIGHT = late(
    r"(?:运费|运输费|运杂费|安装费|服务费)[^，。；,;\d%％]{0,8}(?:发票|税率|专票|的?增值税)"
    r"|\b(?:freight|shipping|installation)[^.;,]{0,16}\b(?:vat|tax|gst)\b"
    r"|\b(?:vat|tax|gst)[^.;,]{0,12}\b(?:on|of|for) (?:the )?(?:freight|shipping|installation)",
    re.IGNORECASE,
)
"""A rate of what is charged beside the goods."""
DEDUCTED = late(
    r"\d\s?[%％][^。；;]{0,16}(?:差额|税差|扣款|扣除|扣减|罚|补偿|赔)"
    r"|(?:差额|税差|扣款|扣除|扣减|罚|补偿|赔)[^。；;]{0,12}\d\s?[%％]"
    r"|\b(?:deduct|withh[eo]ld|penal|set off)[^.;]{0,40}\d\s?%"
    r"|\d\s?%[^.;]{0,40}\b(?:deduct|withh[eo]ld|penal|set off)",
    re.IGNORECASE,
)
"""A rate by which something is taken off where a duty is not met: 未提供专票者，按6%税率差额扣款."""
ANSWER = late(r"[^\d%％]*\d{1,2}(?:\.\d+)?\s?[%％][^\d%％]*")
"""An answer with one rate, and no other figure."""
CODED = late(r"(?:[A-Z]{1,2}\d{0,2}|\d[A-Z]\d?)?[\s/:：(（-]*(?P<rate>\d{1,2}(?:[.,]\d{1,2})?\s?[%％])[)）]?")
"""A rate behind its code."""
NAMED = late(r"[^\W\d_]{3,}(?: [^\W\d_]{2,})?\s+(?P<rate>\d{1,2})\s?[%％]")
"""A rate behind a name that may be another tax's: "Import 0%", "Inland 18%"."""
TAXED = frozenset({Role.PRICE, Role.AMOUNT, Role.TAX_AMOUNT})
ENDING = " 。.；;，,"
TWO = 2
TWO_RATES = late(
    r"(\d{1,2}(?:[.,]\d)?)\s?[%％]\s*(?:or|oder|and|und|bzw\.?|/|或|和|及|、|[,，]?\s*[(（][^()（）%％]{0,12}?)\s*"
    r"(\d{1,2}(?:[.,]\d)?)\s?[%％]",
    re.IGNORECASE,
)
"""Two rates of one tax: which of them is that of the goods, the text does not say."""


def tax_rate(scope: Scope, prices: Prices) -> Field | None:
    """Return the tax rate in percent, where all that is said of it agrees."""
    found = [
        *_labelled_rate(scope),
        *_answered_rate(scope),
        *_stated_rate(scope),
        *_invoiced_rate(scope),
        *_summed_rate(prices),
        *_remarked_rate(prices),
        *_column_rate(prices),
        *_heading_rate(prices),
        *_noted_rate(prices),
        *tax_codes.find(scope, prices),
    ]
    field = settle(found or list(_beside_sums(scope)))
    if field is None or not field.sure:
        return field
    if not (any(_contradicts(total, prices) for total in prices.totals) or _is_belied(field, prices)):
        return field
    return opened(field, Reason.ARITHMETIC)


def _plain(rate: Decimal) -> str:
    return format(rate.normalize(), "f")


def _labelled_rate(scope: Scope) -> Iterator[Choice]:
    for found in scope.labels(Label.TAX_RATE):
        if _is_sum(found):
            continue
        rate = tax.rate(found.text.rstrip(ENDING)) if found.value is not None else None
        said = tax.statement(found.text) if rate is None else None
        rate = said.rate if said is not None else rate
        leading = LEADING.match(found.text) if rate is None else None
        rate = tax.rate(leading["rate"]) if leading is not None else rate
        if rate is not None and found.value is not None:
            rivalled = _rivalled(rate, found.text)
            yield Choice(_plain(rate), found.value, found.start, found.end, reason=rivalled)
        elif found.value is not None and found.text and not REGISTERED.fullmatch(found.text):
            yield Choice(None, found.value, found.start, found.end)


def _rivalled(rate: Decimal, text: str) -> Reason | None:
    """Return that a rate is open where another one stands beside it: "19% or 7%", 13%（第2项6%）."""
    pairs = ((tax.rate(f"{pair[1]}%"), tax.rate(f"{pair[2]}%")) for pair in TWO_RATES.finditer(text))
    return Reason.AMBIGUOUS_VALUE if any(rate in pair and pair[0] != pair[1] for pair in pairs) else None


def _answered_rate(scope: Scope) -> Iterator[Choice]:
    """Yield the rate in the answer to a question whether the prices hold the tax: 是否含税　含税13%."""
    for found in scope.labels(Label.TAX_INCLUDED):
        said = tax.statement(found.text) if found.value is not None else None
        alone = ANSWER.fullmatch(found.text.strip(ENDING)) is not None
        if said is not None and said.rate is not None and found.value is not None and alone:
            yield Choice(_plain(said.rate), found.value, found.start, found.end)


def _is_sum(found: Labelled) -> bool:
    """Tell whether a label with a word for tax names a sum: "Total value excl. VAT: EUR 9.00"."""
    named = summaries.recognise(found.label.text)
    return named is not None and FIGURES.search(found.text) is not None


def _stated_rate(scope: Scope) -> Iterator[Choice]:
    for run, said in tax_statements.find(scope):
        if said.rate is not None and not ANOTHER_TAX.search(run.text):
            other = OF_FREIGHT.search(run.text) or DEDUCTED.search(run.text)
            reason = Reason.ROLE if other else _rivalled(said.rate, run.text)
            yield Choice(_plain(said.rate), run, 0, len(run.text), Proof.SENTENCE, reason)


def _invoiced_rate(scope: Scope) -> Iterator[Choice]:
    """Yield the rate of the tax invoice that a clause asks for ("开具13%增值税专用发票")."""
    for run in scope.runs:
        for said in (*INVOICED.finditer(run.text), *INVOICED_AT.finditer(run.text)):
            named = said.lastgroup or "rate"
            rate = tax.rate(f"{said[named]}%")
            if rate is not None:
                reason = Reason.ROLE if OF_FREIGHT.search(run.text) else None
                yield Choice(_plain(rate), run, *said.span(named), proof=Proof.SENTENCE, reason=reason)


def _heading_rate(prices: Prices) -> Iterator[Choice]:
    """Yield the rate that the heading of the prices names ("含税单价（13%）")."""
    for column in prices.columns:
        said = tax.statement(column.text) if column.roles & TAXED else None
        text = first_in(prices.items, column) if said is not None and said.rate is not None else None
        if text is not None and said is not None and said.rate is not None:
            yield Choice(_plain(said.rate), text.run, text.start, text.end, Proof.COLUMN)


def _noted_rate(prices: Prices) -> Iterator[Choice]:
    """Yield the rate that is noted below every item ("IN: Integrated GST   18.00 %"); never sure."""
    notes = [[*item.notes, *(text.run for text in item.texts.get(Role.REMARK, ()))] for item in prices.items]
    noted = [tax.statement(" ".join(run.text for run in each)) for each in notes]
    rates = {None if said is None else said.rate for said in noted}
    rate = rates.pop() if len(rates) == 1 else None
    run = notes[0][0] if rate is not None else None
    if rate is not None and run is not None:
        yield Choice(_plain(rate), run, 0, len(run.text), reason=Reason.ROLE)


def _halved_rate(prices: Prices) -> Iterator[Choice]:
    """Yield the rate that two halves of one tax make; what one of them says is not the rate."""
    halves = [total.printed for total in prices.totals if total.printed.label.part]
    rates = [each.label.rate for each in halves if each.label.rate is not None]
    if len(halves) == len(rates) == TWO and rates[0] == rates[1]:
        yield Choice(_plain(sum(rates, Decimal(0))), *_span(halves[0]), Proof.TAX, Reason.IMPLIED)
    elif halves:
        yield Choice(None, *_span(halves[0]))


def _span(printed: Printed) -> tuple[Run, int, int]:
    return printed.run, printed.start, printed.end


def _summed_rate(prices: Prices) -> Iterator[Choice]:
    yield from _halved_rate(prices)
    for total in prices.totals:
        rate = total.printed.label.rate
        if rate is not None and total.kind not in BESIDE and not total.printed.label.part:
            printed = total.printed
            yield Choice(_plain(rate), printed.run, printed.start, printed.end, Proof.TAX)


def _contradicts(total: Total, prices: Prices) -> bool:
    """Tell whether a tax is its printed rate of none of the sums it may be of, in a ladder that closes."""
    rate = total.printed.label.rate
    if total.kind is not Summary.TAX or not total.value or rate is None or not prices.reconciled.complete:
        return False
    bases = [each.value for each in prices.totals if each.kind not in NO_BASE]
    bases += [each.value - total.value for each in prices.totals if each.kind in WHOLE]
    slack = CENT * max(len(prices.items), 2)
    return bool(bases) and all(abs(base * rate / 100 - total.value) > slack for base in bases)


def _is_belied(field: Field, prices: Prices) -> bool:
    """Tell whether the net sum and the gross one, with no tax between them, are apart by another rate."""
    sums = {each.kind: each.value for each in prices.totals}
    if Summary.TAX in sums or not {Summary.NET, Summary.GROSS} <= sums.keys():
        return False
    rate = whole_rate(sums[Summary.NET], sums[Summary.GROSS], CENT * max(1, len(prices.items) // 2))
    return rate is not None and str(rate) != field.value


def _remarked_rate(prices: Prices) -> Iterator[Choice]:
    """Yield the rate in the brackets of a total: 合同总价（含税，税率13%）, "Total 9.00 (incl. 13 % VAT)"."""
    for total in prices.totals:
        run = total.printed.run
        for remark in BRACKETED.finditer(run.text):
            said = tax.statement(remark[0]) if total.kind not in BESIDE else None
            if said is not None and said.rate is not None and not ANOTHER_TAX.search(remark[0]):
                yield Choice(_plain(said.rate), run, *remark.span(), proof=Proof.TAX)


def _beside_sums(scope: Scope) -> Iterator[Choice]:
    """Yield the rate that is noted beside a sum, without an amount of its own: "MwSt. 0 % (Einfuhr)"."""
    for run in scope.summed:
        known = summaries.recognise(run.text)
        noted = (known is None or known.kind is Summary.TAX) and FIGURES.search(run.text) is None
        said = tax.statement(run.text) if noted and not ANOTHER_TAX.search(run.text) else None
        if said is not None and said.rate is not None:
            yield Choice(_plain(said.rate), run, 0, len(run.text), reason=Reason.ROLE)


def _column_rate(prices: Prices) -> Iterator[Choice]:
    for item in prices.items:
        text = item.one(Role.TAX_RATE)
        rate = tax.rate(text.printed) if text is not None else None
        if rate is not None and text is not None:
            yield Choice(_plain(rate), text.run, text.start, text.end, Proof.COLUMN)
        said = NAMED.fullmatch(text.printed) if text is not None and rate is None else None
        if text is not None and said is not None:
            yield Choice(said["rate"], text.run, text.start, text.end, Proof.COLUMN, Reason.ROLE)
    yield from _coded_rate(prices)


def _coded_rate(prices: Prices) -> Iterator[Choice]:
    """Yield the rate beside its code in a column of tax codes: "J1 13%"; sure where each item has one."""
    cells = [
        (text, CODED.fullmatch(text.printed))
        for item in prices.items
        for text in item.texts.get(Role.OTHER, ())
        if text.heading is not None and composed_headings.says(text.heading.text, "tax")
    ]
    reason = None if all(said for _, said in cells) and len(cells) == len(prices.items) else Reason.ROLE
    for text, said in cells:
        rate = tax.rate(said["rate"]) if said is not None else None
        if rate is not None:
            yield Choice(_plain(rate), text.run, text.start, text.end, Proof.COLUMN, reason)
