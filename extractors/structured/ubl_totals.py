"""The total of an order in UBL, held against the sums that stand beside it.

Source: OASIS UBL 2.1, MonetaryTotal: PayableAmount is what is left to pay, after what is prepaid.
"""

from decimal import Decimal

from extractors.readers.xml_tree import Node
from extractors.structured import values
from extractors.structured.arithmetic import CENT
from extractors.structured.nodes import first, spot
from extractors.structured.values import amount_of
from models.reading import Field, Reason

PAYABLE = "PayableAmount"
SUMS = ("TaxInclusiveAmount", PAYABLE, "TaxExclusiveAmount", "LineExtensionAmount")
"""What may be the total, the first that is stated."""
ROUNDED = 5 * CENT
"""How far a tax may be off that is reckoned by its rate: it is rounded line by line."""


def total(root: Node, totals: Node | None, rate: Field | None) -> Field | None:
    """Return the total; with discounts that are in no sum, or sums that do not lead to it, it is not sure."""
    found = values.number(spot(totals, *SUMS))
    if found is None:
        return None
    summed = first(totals, "AllowanceTotalAmount", "ChargeTotalAmount") is not None
    if first(root, "AllowanceCharge") is not None and not summed:
        return values.unsure(found, Reason.AMBIGUOUS_VALUE)
    payable = spot(totals, PAYABLE) is not None and spot(totals, SUMS[0]) is None
    return _held(found, root, totals, rate) if payable else found


def _held(payable: Field, root: Node, totals: Node | None, rate: Field | None) -> Field:
    """Return what is payable where it is all that is ordered, with tax or without it."""
    prepaid = _amount(totals, "PrepaidAmount")
    whole = (amount_of(payable) or Decimal(0)) + prepaid - _amount(totals, "PayableRoundingAmount")
    if prepaid:
        return values.unsure(payable, Reason.RIVAL, format(whole, "f"))
    net = amount_of(values.number(spot(totals, "TaxExclusiveAmount", "LineExtensionAmount")))
    if net is None:
        return payable
    if spot(totals, "TaxExclusiveAmount") is None:
        net += _amount(totals, "ChargeTotalAmount") - _amount(totals, "AllowanceTotalAmount")
    tax = _amount(root, "TaxTotal/TaxAmount") or net * (amount_of(rate) or Decimal(0)) / 100
    off = min(abs(whole - net), abs(whole - net - tax))
    return payable if off <= ROUNDED else values.unsure(payable, Reason.ARITHMETIC)


def _amount(node: Node | None, path: str) -> Decimal:
    return amount_of(values.number(spot(node, path))) or Decimal(0)
