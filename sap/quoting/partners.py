"""Whose name a column holds: the customer's, or that of another partner of the sale.

A list has up to a dozen partners (VBPA: sold-to, ship-to, bill-to, payer, end user, sales employee), and
calls the name of each of them "Name 1". A name in a column that is another partner's is not the customer's,
and one of which nothing tells whose it is names nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from sap.headers import Header

NAME, NUMBER, LOCAL = "customer", "customer_number", "customer_local"
SOLD_TO = re.compile(r"sold[\s-]?to|售达|售達|auftraggeber|kunag", re.IGNORECASE)
"""The partner to whom the quotation was made."""
CUSTOMER = re.compile(
    "customer|client|buyer|purchaser|kunde|besteller|客户|客戶|买方|買方|需方|购货|購貨|订货|訂貨",
    re.IGNORECASE,
)
COMPANIES = re.compile(
    r"ship[\s-]?to|deliver(?:y|ed)?[\s-]?to\b|bill[\s-]?to|invoice[\s-]?(?:to|rec)|payer|paid by"
    r"|end[\s-]?(?:user|customer|client)|final (?:user|customer)|consignee|receiver|recipient"
    r"|\bvendor|supplier|\bagent|broker|forwarder|carrier|kunwe|kunre|kunrg"
    r"|warenempf|regulierer|rechnungsempf|endkunde|endabnehmer|verwender|spediteur|lieferant|frachtf"
    r"|送达|送達|收货|收貨|付款方|付款人|开票|開票|收票|最终|最終|终端|終端|使用|业主|業主|代理|承运|承運|货代|貨代"
    r"|供应商|供應商|供方|卖方|賣方",
    re.IGNORECASE,
)
"""Other partners of a sale that are companies."""
PERSONS = re.compile(
    r"employee|sales[\s-]?(?:person|rep|man|engineer|manager|force)|\brep(?:resentative)?\b|contact"
    r"|account manager|in charge|pernr|parnr|ansprechpartner|vertreter|sachbearbeiter|verkäufer|betreuer"
    r"|联系|聯絡|聯繫|业务员|業務員|销售员|銷售員|销售代表|销售工程师|负责人|負責人|经办",
    re.IGNORECASE,
)

THINGS = re.compile(
    r"material|\bpart\b(?! ?y)|product|date|city|country|region|address|street|postal"
    r"|物料|料号|编码|日期|城市|国家|地址",
    re.IGNORECASE,
)
"""What belongs to a partner and is not who it is: no name stands behind it."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the numbers of partners stand, and the names of which only the place tells whose they are."""

    own: int | None
    partners: Sequence[int]
    names: Sequence[int]

    @property
    def behind(self) -> bool:
        """Tell whether a name stands behind its partner's number, and not before it."""
        return self.partners[0] < self.names[0] or self.partners[-1] < self.names[-1]


def settled(header: Header) -> Header:
    """Return the header with the customer's name in the column that is the customer's, or in none."""
    header = _without_others(header)
    columns = _of(header, NAME)
    if not columns:
        return header
    own = next(iter(_whose(header, columns)), None)
    if own is None:
        return _without(header, columns)
    others = tuple((name, at) for name, at in header.repeated if name != NAME)
    more = tuple((NAME, at) for at in columns if at != own)
    return replace(header, columns={**header.columns, NAME: own}, repeated=(*others, *more))


def _of(header: Header, name: str) -> list[int]:
    """Return the columns that may be a field, the one that is taken for it first."""
    more = [at for field, at in header.repeated if field == name]
    return [header.columns[name], *more] if name in header.columns else more


def _without_others(header: Header) -> Header:
    """Leave out the names and the numbers whose own heading says that they are another partner's."""
    strange = [
        at
        for field in (NAME, NUMBER, LOCAL)
        for at in _of(header, field)
        if _is_others(header.names[at]) or PERSONS.search(header.names[at])
    ]
    return _without(header, strange)


def _is_others(heading: str) -> bool:
    return COMPANIES.search(heading) is not None and SOLD_TO.search(heading) is None


def _without(header: Header, columns: Sequence[int]) -> Header:
    """Return the header without some columns; the next one that may be the field takes its place."""
    if not columns:
        return header
    repeated = [each for each in header.repeated if each[1] not in columns]
    kept = {name: at for name, at in header.columns.items() if at not in columns}
    for name in header.columns.keys() - kept.keys():
        free = next((each for each in repeated if each[0] == name), None)
        if free is not None:
            kept[name] = free[1]
            repeated.remove(free)
    unknown = (*header.unknown, *(header.names[at] for at in columns))
    return replace(header, columns=kept, repeated=tuple(repeated), unknown=unknown)


def _whose(header: Header, columns: Sequence[int]) -> Iterator[int]:
    """Yield the columns that hold the customer's name, the surest one first."""
    yield from (at for at in columns if SOLD_TO.search(header.names[at]))
    yield from (at for at in columns if CUSTOMER.search(header.names[at]))
    yield from _by_place(header, sorted(columns))


def _by_place(header: Header, names: Sequence[int]) -> Iterator[int]:
    """Yield the names that belong to the customer by their place beside the numbers of partners."""
    own = header.columns.get(NUMBER)
    roles = [COMPANIES] if len(names) == 1 else [COMPANIES, PERSONS]
    others = {
        at
        for at, name in enumerate(header.names)
        if at not in names
        and at != own
        and any(each.search(name) for each in roles)
        and not THINGS.search(name)
    }
    partners = sorted(others if own is None else others | {own})
    if not others or (own is None and names[0] < partners[0]):
        yield names[0]
        return
    layout = _Layout(own, partners, names)
    yield from (at for at in names if _belongs(layout, at))


def _belongs(layout: _Layout, name: int) -> bool:
    """Tell whether a name is the customer's: its number is the next one, or one of those together."""
    step = -1 if layout.behind else 1
    beside = [at for at in layout.partners[::step] if (at - name) * step > 0]
    if not beside or layout.own is None:
        return False
    run = list(takewhile(lambda at: at in layout.partners, range(beside[0], beside[0] + step * 99, step)))
    if len(run) == 1:
        return run == [layout.own]
    # One name beside all numbers is that of the list's own partner; of several nobody knows the order.
    return len(layout.names) == 1 and layout.own in run
