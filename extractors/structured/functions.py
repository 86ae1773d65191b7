"""What a message does with an order, by its codes: whether it places one, changes one, or takes one back.

Source: UN/EDIFACT code lists 1225 (message function), 1001 (document name) and 1229 (action on a line), which
Order-X and UBL use too; ASC X12 data elements 353 and 92. What is in no list here is no order in force: a
copy, a proposal, an order on hold. Its kind stays, so that no order is hidden, and nothing of it is sure.
"""

import re
from collections.abc import Iterable
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
    r"cancel|withdr|revok|\bvoid|draft|cop(?:y|ie)\b|duplicat|quot|propos|forecast|pro.?forma|\btest|(?<!ex)change"
    r"|\bhold|\breturns?\b|inquir|enquir|\brf[qpi]\b|budget|preliminary|provisional|not (?:yet )?released"
    r"|storn|annul|entwurf|kopie|angebot|anfrage|rücknahme|rück(?:gabe|lieferung|sendung)|retou?re?|gutschrift"
    r"|vorläufig|gesperrt|brouillon|devis|annul|borrador|presupuesto|cotiza|bozza|preventivo|offerte|pending"
    r"|取消|作废|作廢|撤[销銷回]|草稿|副本|报价|報價|询价|詢價|询盘|詢盤|测试|測試|变更|變更|退货|退貨|退换|暂[停缓定]|预[估测算]"
    r"|意向|未(?:审|批|生效|下达|确认)|待(?:审|批|确认)",
    re.IGNORECASE,
)
"""Words for a type or a state of an order, where a sender writes no code, that is none in force."""
STATUS = late(
    r"(?:status|zustand|\bapprov(?:al|ed))\W*$|(?:order|po|line|item|document)[\W_]?state\W*$|状态|狀態|审批|審批",
    re.IGNORECASE,
)
OF_OTHERS = late(
    r"pay|tax|ship|deliver|stock|supplier|vendor|quot|customs|user|credit|inspect|certif|invoic|zahl|liefer"
    r"|付款|交货|发货|库存|发票|检验|质检",
    re.IGNORECASE,
)
"""What a property is called that tells the state of an order or an item, and such as tell that of others."""
IN_FORCE = late(
    r"(?:(?:fully|finally|already|is|has been|po|order)\s)*(?:released?|approved?|new|open|active|ordered"
    r"|sent|final(?:i[sz]ed)?|confirmed|original|accepted|issued|valid|firm|normal|standard|regular|ok|yes|true|y|\d+"
    r"|freigegeben|genehmigt|offen|neu|aktiv|bestellt|gültig|versandt|ja|approuvée?|validée?|aprobad[oa]"
    r"|已?(?:审批|批准|审核|核准|下达|下单|发布|生效|确认|通过)(?:通过|完成)?|有效|正常|新建?|执行中|是)\W*",
    re.IGNORECASE,
)
"""States of an order that is in force; any other is a doubt."""
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


def by_un(
    kind: Kind, function: Evidence | None, name: Evidence | None = None, title: Evidence | None = None
) -> Standing:
    """Return what a message is by the codes of the United Nations for its function and its name.

    `title` is its name in words, beside the code.
    """
    does, called = _text(function), _text(name)
    if kind is Kind.PURCHASE_ORDER:
        kind = _named(called)
    if does in CANCELLING:
        return Standing(kind, withdrawn=kind is not Kind.INVOICE)
    if kind not in ORDERING:
        return Standing(kind)
    if does and does not in FIRM | CHANGING:
        return Standing(kind, doubted=function)
    strange = name if _is_strange(called) else title if UNREAL.search(_text(title)) else None
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


def status_of(properties: Iterable[tuple[str, Evidence | None]]) -> Evidence | None:
    """Return the state that a property of an order or an item tells, where it is not one in force."""
    for name, value in properties:
        told = STATUS.search(name) and not OF_OTHERS.search(name)
        if value is not None and told and not IN_FORCE.fullmatch(value.text.strip()):
            return value
    return None


def line_status(kind: Kind, code: Evidence | None) -> Evidence | None:
    """Return the code by which a line is not plainly ordered: deleted, not accepted, already delivered."""
    return code if kind in ORDERING and _text(code) not in KEPT_LINES else None


def _text(spot: Evidence | None) -> str:
    return spot.text.strip() if spot else ""
