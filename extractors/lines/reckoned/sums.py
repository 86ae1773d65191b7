"""What the sum of rows that reckon says of the order: its total, and the tax between two printed sums."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.header.sums.reconcile import whole_rate
from extractors.late import late
from extractors.lines.reckoned.blocks import TextLine
from extractors.lines.reckoned.figures import Figure
from extractors.page.runs import evidence
from models.reading import Field, Header, Reason

CHARGED = late(
    r"freight|carriage|delivery|packing|packag|insurance|handling|fracht|porto|versand|verpackung|运费|包装|保险",
    re.IGNORECASE,
)
"""What is added to the goods besides a tax."""
SLACK = Decimal("0.05")
CONFIDENCE = 0.4
FAR = 12
"""The sums of an order stand within so many lines."""


def proposed(header: Header, total: Figure, figures: Sequence[Figure], lines: Sequence[TextLine]) -> Header:
    """Return the header with what the sums say of fields that have no value; nothing of it is sure."""
    charged = {line.at for line in lines if any(CHARGED.search(run.text) for run in line.runs)}
    near = [each for each in figures if abs(each.line - total.line) <= FAR]
    gross = next((each for each in near if _is_gross(total, each, near, charged)), None)
    found = {"total_amount": _field(gross or total, format((gross or total).value, "f"))}
    if gross is not None:
        rate = whole_rate(total.value, gross.value, SLACK)
        found |= {"tax_rate": _field(gross, str(rate)), "tax_included": _field(total, "false")}
    return replace(header, **{name: field for name, field in found.items() if _lacks(header, name)})


def _is_gross(net: Figure, gross: Figure, near: Sequence[Figure], charged: Collection[int]) -> bool:
    """Tell whether a figure is a sum with a whole percentage of tax, which is printed as no charge."""
    tax = gross.value - net.value
    if tax <= 0 or whole_rate(net.value, gross.value, SLACK) is None:
        return False
    return any(each.value == tax and each is not gross and each.line not in charged for each in near)


def _lacks(header: Header, name: str) -> bool:
    field = getattr(header, name)
    return field is None or (field.value is None and not field.sure)


def _field(figure: Figure, value: str) -> Field:
    spot = evidence(figure.run, figure.start, figure.end)
    return Field(value, sure=False, evidence=spot, reason=Reason.ROLE, confidence=CONFIDENCE)
