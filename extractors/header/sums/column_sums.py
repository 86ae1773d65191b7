"""A total's row with an amount below each of several columns: net, tax and gross are three sums.

So are net and gross alone, where both columns say which they are; a sum of the net amounts with that of the
tax behind it in one row ("Total basic value  1 244.00  |  223.92") is no sum of the tax.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.header import summaries
from extractors.header.summaries import SummaryLabel
from extractors.header.sums.totals import BY_BASIS, Printed, is_value
from extractors.late import late
from extractors.lines.columns.sum_rows import SummaryRow
from extractors.lines.item_table import Column
from extractors.vocabulary.meanings import Role, Summary

SUMMED = (Summary.NET, Summary.TAX, Summary.GROSS)
ENDS = {Summary.NET, Summary.GROSS}
BRACKET = late(r"[(（][^()（）]*[)）]")
UNTAXED = ([Summary.NET, Summary.TAX], [Summary.TOTAL, Summary.TAX])
"""The amounts and then their tax, from left to right: an amount behind the tax holds it."""


def find(summary: SummaryRow, columns: Sequence[Column]) -> list[Printed]:
    """Return the sums of a total's row that stand below columns without tax, of the tax and with it.

    Nothing where they do not: then the row states one total, and not what its columns add up to.
    """
    cells, label = summary.row.cells, _without_remark(summary)
    if label.kind not in {Summary.TOTAL, Summary.NET} or label.rest or len(cells) != len(columns):
        return []
    found = [
        (kind, cell[0])
        for kind, cell in zip(_summed(columns), cells, strict=True)
        if kind is not None and len(cell) == 1 and is_value(kind, cell[0].text)
    ]
    kinds = [kind for kind, _ in found]
    ladder = Summary.TAX in kinds and len(kinds) == len(SUMMED)
    whole = label.kind is Summary.TOTAL and (ladder or set(kinds) == ENDS)
    if len(set(kinds)) < len(kinds) or not (whole or kinds in UNTAXED):
        return []
    kept = [(Summary.NET if kind is Summary.TOTAL else kind, run) for kind, run in found]
    return [Printed(replace(label, kind=kind), run, 0, len(run.text)) for kind, run in kept]


def _without_remark(summary: SummaryRow) -> SummaryLabel:
    """Return the label of a total whose brackets name the tax of one of its columns: "Total (VAT 13%)"."""
    if summary.label.kind is not Summary.TAX:
        return summary.label
    return summaries.recognise(BRACKET.sub("", summary.run.text)) or summary.label


def _summed(columns: Sequence[Column]) -> list[Summary | None]:
    """Return what the sum of each column is; those beside the tax are without and with it."""
    kinds = [_summed_in(column) for column in columns]
    amounts = [at for at, column in enumerate(columns) if column.roles == {Role.AMOUNT}]
    taxes = [at for at, kind in enumerate(kinds) if kind is Summary.TAX]
    if len(amounts) == len(ENDS) and len(taxes) == 1 and amounts[0] < taxes[0] < amounts[1]:
        unsaid = all(heading.tax_included is None for at in amounts for heading in columns[at].headings)
        for at, kind in zip(amounts, (Summary.NET, Summary.GROSS), strict=True):
            kinds[at] = kind if unsaid else kinds[at]
    return kinds


def _summed_in(column: Column) -> Summary | None:
    """Return what the sum of a column is: of the net amounts, of the tax, of the gross ones."""
    if column.roles == {Role.TAX_AMOUNT}:
        return Summary.TAX
    if column.roles != {Role.AMOUNT}:
        return None
    said = {heading.tax_included for heading in column.headings}
    return BY_BASIS[said.pop()] if len(said) == 1 else None
