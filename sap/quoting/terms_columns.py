"""Which columns hold payment terms, trade terms or a validity, by names that nobody listed.

What a heading speaks of and what stands under it tell; a column of terms that nobody understands is read all
the same, and then stops what rests on it. Where a known column holds them, further ones only fill its gaps.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extractors.fields import incoterms, payment, periods
from sap import contents, keys, marks
from sap.headers import Header
from sap.quoting import validity
from sap.table import Cell, Row

PAYMENT, TRADE = "payment_terms", "incoterms"


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of columns: `like` speaks of it, `weak` maybe, `things` of what belongs to it and is not it.

    Under a weak heading the cells must be `understood`.
    """

    field: str
    like: re.Pattern[str]
    weak: re.Pattern[str]
    things: re.Pattern[str]
    understood: Callable[[str], bool]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _is_validity(text: str) -> bool:
    return contents.is_date(text) or periods.parse(text) is not None


SORTS = (
    _Sort(
        TRADE,
        like=_words(
            r"\binco|(?:deliv\w*|trade|shipping|shipment|price|sales?|transport) terms?\b"
            r"|deliv\w* condition|terms of (?:delivery|trade|shipment|sale)|liefer(?:ungs)?(?:bed|kond)"
            r"|handelsklausel|conditions? de livraison|condiciones de entrega"
            r"|leveringsvoorwaarden|leveransvillkor"
            r"|价格条[款件]|價格條[款件]|交[货貨付][条條][款件]|贸易条[款件]|貿易條[款件]|贸易方式"
            r"|价格术语|成交方式"
        ),
        weak=_words(
            r"\bterms?\b|condition|freight|price basis|basis of price|fracht|versand"
            r"|交[货貨付]方式|送货方式|运费|运输"
        ),
        things=_words(
            r"version|location|place|\bport|\b2\b|year|amount|cost|value|payment|zahl|地点|地點|版本|付款"
        ),
        understood=lambda text: incoterms.parse(text) is not None,
    ),
    _Sort(
        PAYMENT,
        like=_words(
            r"payment|\b(?:payt|paymt|pymt|pmt)\b|^terms$|^pay\.?$|zahl(?:ung|bed|ziel|kond)"
            r"|credit (?:terms|days|period)|net days|conditions? de paiement"
            r"|condiciones de pago|pagamento|betaling|betalnings"
            r"|付款|支付|收款|结算|結算|[账賬帐帳]期|信用期|信用天数"
        ),
        weak=_words(r"\bterms?\b|condition"),
        things=_words(
            r"\bpre-?pay|\bdown|advance|anzahlung|vorauszahl|预付|預付|首付|status|block|card|guarant"
            r"|amount|received|\bdate|\bdue|number|\bno\b|account|bank|curr|\bref|payer"
            r"|\bby\b|deliv|freight|price|ship|trade|liefer|incot|warrant|method|means|sperre|weg\b"
            r"|[方人]$|账号|帐号|银行|金额|状态|日期|币|质保|交货|价格"
        ),
        understood=lambda text: payment.parse(text) is not None,
    ),
    _Sort(
        validity.FIELD,
        like=_words(
            r"\bend(?:s|ing)?(?: date| on)?$|\bdeadline|ablauf|laufzeit|befristet|结束日|终止日|截至"
            r"|到期|\bvalid|expir|\bgood (?:until|thr\w+|till)"
            r"|\bbinding|bindefrist|bindung|gültig|\bgueltig|validité|validez|validade|geldig"
            r"|有效|失效|到期|截止"
        ),
        weak=_words(r"(?!)"),
        things=_words(
            r"project|production|manufactur|campaign|life|项目|工程|生产|from|start|begin|since|\bab\b"
            r"|von\b|status|credit|certificat|contract|material|licen|drawing|invalid"
            r"|account|shelf|warrant|payment|deliver|liefer|起始|开始|[从起]|付款|交货|合同|证|信用|质保"
        ),
        understood=_is_validity,
    ),
)
"""Trade terms go before payment: "Terms" are those of what stands under it."""


def found(header: Header, rows: Sequence[Row]) -> Header:
    """Return the header with the columns of terms that have no known name."""
    for sort in SORTS:
        header = _with(header, rows[header.row + 1 :], sort)
    return header


def _with(header: Header, body: Sequence[Row], sort: _Sort) -> Header:
    places = [
        at
        for at, name in enumerate(header.names)
        if name in header.unknown and _is(sort, name, _cells(body, at))
    ]
    if not places:
        return header
    columns = dict(header.columns)
    known = columns.get(sort.field)
    if known is None or not _cells(body, known):
        columns[sort.field] = places.pop(0)
    taken = {header.names[at] for at in (columns[sort.field], *places)}
    return replace(
        header,
        columns=columns,
        unknown=tuple(each for each in header.unknown if each not in taken),
        repeated=(*header.repeated, *((sort.field, at) for at in places)),
    )


def _cells(body: Sequence[Row], at: int) -> list[Cell]:
    """Return what stands in a column, without what says nothing, and without marks of yes and no."""
    cells = (row[at] for row in body if at < len(row))
    return [each for each in cells if not _says_nothing(each)]


def _says_nothing(cell: Cell) -> bool:
    return (
        contents.says_nothing(cell)
        or contents.is_empty_date(cell)
        or marks.is_blank(cell)
        or keys.plain(cell).strip().casefold() in marks.YES | marks.NO | {"valid", "有效", "gültig"}
    )


def _is(sort: _Sort, heading: str, cells: Sequence[Cell]) -> bool:
    if not cells or sort.things.search(heading):
        return False
    if sort.like.search(heading):
        return True
    return bool(sort.weak.search(heading)) and any(sort.understood(keys.plain(each)) for each in cells)


def terms(texts: Sequence[str]) -> str | None:
    """Return the trade terms of a row; several that are not the same are told as they stand."""
    codes = {found[0] for each in texts if (found := incoterms.parse(each)) is not None}
    return " / ".join(texts) if len(codes) > 1 else next(iter(texts), None)
