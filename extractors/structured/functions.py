"""What a message does with an order, by its codes: whether it places one, changes one, or takes one back.

Source: UN/EDIFACT code lists 1225 (message function), 1001 (document name) and 1229 (action on a line), which
Order-X and UBL use too; ASC X12 data elements 353 and 92. What is in no list here is no order in force: a
copy, a proposal, an order on hold. Its kind stays, so that no order is hidden, and nothing of it is sure.
"""

import re
from dataclasses import dataclass

from extractors.late import late
from models.reading import Evidence, Kind

ORDERING = frozenset({Kind.PURCHASE_ORDER, Kind.CHANGE_ORDER, Kind.FRAMEWORK_AGREEMENT})
"""What codes may put in doubt; answers and invoices are vouched for by nobody."""
FIRM, CHANGING, CANCELLING = {"9", "47"}, {"2", "4", "5", "20", "21", "33", "36"}, {"1", "17"}
"""1225: original, definitive; addition, change, replacement of all or a part; cancellation."""
PLACING, CHANGE, BLANKET = {"105", "220", "224", "226", "227", "228", "233"}, "230", {"221", "258"}
"""1001: (purchase) order, rush, call-off, consignment, sample, spare parts; a change; blanket orders."""
CODED = late(r"\d{2,3}[A-Z]?", re.ASCII)
UNREAL = late(
    r"cancel|withdr|draft|cop(?:y|ie)|duplicat|quot|propos|forecast|pro.?forma|test|change|hold|return"
    r"|storn|entwurf|kopie|angebot|取消|作废|作廢|草稿|副本|报价|報價|测试|測試|变更|變更|退货|退貨",
    re.IGNORECASE,
)
"""Words for a type of order, where a sender writes no code, that is none in force."""
X12_FIRM, X12_CHANGING, X12_CANCELLING = {"00"}, {"02", "04", "05"}, {"01", "17"}
"""353: original; addition, change, replacement; cancellation, cancellation to be reissued."""
X12_PLACING = {"SA", "NE", "KN", "RL", "RO", "DS", "OS", "EO", "CN", "RE", "SS", "SP"}
X12_BLANKET, X12_CHANGE = {"BK", "BE", "BH"}, {"CP"}
"""92: stand-alone, new, purchase order, release, rush, drop shipment and others; blanket orders; a change."""
KEPT_LINES = frozenset({"", "1", "3", "4", "5"})
"""1229: added, changed, no action, accepted without amendment."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a message is: `doubted` is the code by which it is no order that is placed or changed by it."""

    kind: Kind
    withdrawn: bool = False
    doubted: Evidence | None = None


def by_un(kind: Kind, function: Evidence | None, name: Evidence | None = None) -> Standing:
    """Return what a message is by the codes of the United Nations for its function and its name."""
    does, called = _text(function), _text(name)
    if kind is Kind.PURCHASE_ORDER:
        kind = _named(called)
    if does in CANCELLING:
        return Standing(kind, withdrawn=kind is not Kind.INVOICE)
    if kind not in ORDERING:
        return Standing(kind)
    if does and does not in FIRM | CHANGING:
        return Standing(kind, doubted=function)
    strange = name if _is_strange(called) else None
    return Standing(Kind.CHANGE_ORDER if does in CHANGING else kind, doubted=strange)


def _named(called: str) -> Kind:
    if called in BLANKET:
        return Kind.FRAMEWORK_AGREEMENT
    return Kind.CHANGE_ORDER if called == CHANGE else Kind.PURCHASE_ORDER


def _is_strange(called: str) -> bool:
    """Tell whether the name of an order message is none of an order; words count only where they say so."""
    if CODED.fullmatch(called):
        return called not in PLACING | BLANKET | {CHANGE}
    return UNREAL.search(called) is not None


def by_x12(kind: Kind, function: Evidence | None, order_type: Evidence | None) -> Standing:
    """Return what a transaction set is by its purpose and, of an order, by its type."""
    does, called = _text(function), _text(order_type)
    if does in X12_CANCELLING:
        return Standing(kind, withdrawn=True)
    if kind is Kind.PURCHASE_ORDER and called in X12_BLANKET:
        kind = Kind.FRAMEWORK_AGREEMENT
    if kind not in ORDERING:
        return Standing(kind)
    if does and does not in X12_FIRM | X12_CHANGING:
        return Standing(kind, doubted=function)
    changed = does in X12_CHANGING or called in X12_CHANGE
    strange = called and called not in X12_PLACING | X12_BLANKET | X12_CHANGE
    return Standing(Kind.CHANGE_ORDER if changed else kind, doubted=order_type if strange else None)


def line_status(kind: Kind, code: Evidence | None) -> Evidence | None:
    """Return the code by which a line is not plainly ordered: deleted, not accepted, already delivered."""
    return code if kind in ORDERING and _text(code) not in KEPT_LINES else None


def _text(spot: Evidence | None) -> str:
    return spot.text.strip() if spot else ""
