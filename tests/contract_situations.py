"""Situations of one item with its contract and what people vouched for, and how each must be decided."""

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal

from contract_rows import CONTRACT, ITEM, PROFILE, bill, decide, listed, shipped, words

from models.contract_terms import Attested, Contract, ContractLine, Due, Milestone
from models.invoice_sources import (
    BillingItem,
    DeliveryItem,
    InvoiceProfile,
    Listed,
    ListRow,
    SalesItem,
    Sources,
)
from models.invoicing import Code


def share(percent: int, due: Due) -> Milestone:
    return Milestone(Decimal(percent), due)


STEPS = (
    share(30, Due.PREPAYMENT),
    share(30, Due.PROGRESS),
    share(30, Due.ON_ACCEPTANCE),
    share(10, Due.RETENTION),
)
FIRST = replace(CONTRACT, milestones=STEPS, invoice_first=True)
NET = replace(CONTRACT, tax_included=False, lines=(ContractLine("90010045", Decimal("100.00")),))
GONE = (shipped(),)
SIGNED = (shipped(proven=True),)
"""All of the item, signed for by its customer."""
DAY = dt.date(2026, 11, 20)
BEFORE = (bill("600.00"),)
TWO_BEFORE = (bill("600.00"), bill("600.00", "90000002"))
THREE_BEFORE = (*TWO_BEFORE, bill("600.00", "90000003"))


@dataclass(frozen=True)
class Situation:
    """Rows of one item, what they are held against, and the decision of each, by hand."""

    name: str
    codes: tuple[Code, ...]
    rows: tuple[ListRow, ...] = (listed(),)
    contract: Contract | tuple[Contract, ...] | None = CONTRACT
    deliveries: tuple[DeliveryItem, ...] = GONE
    billing: tuple[BillingItem, ...] = ()
    said: tuple[Attested, ...] = ()
    profile: InvoiceProfile = PROFILE
    item: SalesItem = ITEM
    reason: str = ""


def row(net: str, **also: object) -> tuple[ListRow, ...]:
    return (listed(net, **also),)  # type: ignore[arg-type]


def prices(*lines: tuple[str, str], per: int = 1) -> tuple[ContractLine, ...]:
    return tuple(ContractLine(part, Decimal(price), price_per=Decimal(per)) for part, price in lines)


NO_TAX = replace(ITEM, tax_amount=None)


def assert_decided(each: Situation) -> None:
    found = decide(
        each.rows,
        each.contract,
        each.deliveries,
        each.billing,
        said=each.said,
        instead=Sources(orders=Listed((each.item,)), profiles=Listed((each.profile,))),
    )
    assert tuple(one.code for one in found) == each.codes, [one.reasons for one in found]
    if each.reason:
        assert each.reason in words(found[0])
    remarked = {"attested", "reference_differs", "name_differs"} & words(found[0])
    assert remarked <= {each.reason} or not each.reason
