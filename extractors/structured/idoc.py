"""SAP IDocs of the type ORDERS05 and its relatives, as XML.

Source: SAP's segment definitions (E1EDK01 to E1EDS01, transaction WE60): VPREI is the net price for PEINH
units of PMENE, E1EDP19 002 our material number and 001 the customer's.
"""

from collections.abc import Iterator
from decimal import Decimal

from extractors.late import late
from extractors.readers.xml_tree import Node
from extractors.structured import own_terms, paying, schedules, taxes, values
from extractors.structured.arithmetic import Item, Sums
from extractors.structured.drafts import Draft, finish, item
from extractors.structured.nodes import every, spot, spots, text, top
from extractors.structured.values import one
from models.page import Attachment
from models.reading import Evidence, Field, Header, Kind, OrderLine, Reading, Reason

KINDS = {
    "ORDERS": Kind.PURCHASE_ORDER,
    "ORDCHG": Kind.CHANGE_ORDER,
    "ORDRSP": Kind.OTHER,
    "INVOIC": Kind.INVOICE,
    "QUOTES": Kind.QUOTATION,
}
"""By message type (EDI_DC40-MESTYP)."""
CHANGED, CANCELLED = "002", "003"
FIRM = frozenset({"", "000", "001", "004"})
"""E1EDP01-ACTION and E1EDK01-ACTION: added, without change; others are blocked ones."""
DAYS_NET, DAYS_DISCOUNT = "003", "001 002"
"""E1EDK18-QUALF."""
SUMS = "002 003 005"
"""E1EDS01-SUMID: net value, gross value, tax."""
PRICES = late(r"MW\w\w|EDI\d|P[BRIP]\w\w|P000|PN00|PMP0|GRWR|VPRS")
"""E1EDP05-KSCHL: taxes, prices, the price that the customer expects, values for statistics."""


def recognise(data: Attachment) -> bool:
    """Tell whether this holds IDocs of a message type that is read."""
    if data.root is None:
        return False
    found = [text(each, "EDI_DC40/MESTYP") for each in every(top(data), "IDOC")]
    return bool(found) and all(each in KINDS for each in found)


def read(data: Attachment) -> tuple[Reading, ...]:
    """Return every message that the file holds."""
    return tuple(finish(_draft(each)) for each in every(top(data), "IDOC"))


def _draft(idoc: Node) -> Draft:
    kind, action = KINDS[text(idoc, "EDI_DC40/MESTYP")], text(idoc, "E1EDK01/ACTION")
    if kind is Kind.PURCHASE_ORDER and action == CHANGED:
        kind = Kind.CHANGE_ORDER
    lines = list(every(idoc, "E1EDP01"))
    return Draft(
        kind,
        spot(idoc, "EDI_DC40/MESTYP"),
        _header(idoc, lines),
        tuple(map(_item, lines)),
        _sums(idoc),
        withdrawn=action == CANCELLED,
        doubted=spot(idoc, "E1EDK01/ACTION") if action not in {*FIRM, CHANGED} else None,
    )


def _qualified(node: Node | None, segment: str, key: str, *qualifiers: str) -> Iterator[Node]:
    """Yield the segments that a qualifier picks out, in the order of the qualifiers."""
    for qualifier in qualifiers:
        for each in every(node, segment):
            if text(each, key).zfill(3) == qualifier:
                yield each


def _stated(
    node: Node | None, segment: str, qualifiers: str, field: str, key: str = "QUALF"
) -> list[Evidence]:
    """Return a field of the segments that some qualifiers pick out; nothing but zeros is nothing."""
    found = (
        each
        for one_of in _qualified(node, segment, key, *qualifiers.split())
        for each in spots(one_of, field)
    )
    return [each for each in found if each.text.strip("0")]


def _header(idoc: Node, lines: list[Node]) -> Header:
    number = _stated(idoc, "E1EDK02", "001", "BELNR") + spots(idoc, "E1EDK01/BELNR")
    dates = _stated(idoc, "E1EDK03", "012 022", "DATUM", "IDDAT") + _stated(idoc, "E1EDK02", "001", "DATUM")
    offers = _stated(idoc, "E1EDK02", "004", "BELNR")
    offers += [each for line in lines for each in _stated(line, "E1EDP02", "004", "BELNR")]
    return Header(
        document_number=one(map(values.sure, number)),
        document_date=one(map(values.day, dates)),
        quotation_number=one(map(values.sure, offers)),
        customer=_customer(idoc),
        currency=_currency(idoc, lines),
        total_amount=_total(idoc),
        tax_rate=taxes.of_lines(_tax(idoc, "E1EDK04"), [_tax(line, "E1EDP04") for line in lines]),
        tax_included=values.sure(
            next((each for line in lines for each in spots(line, "VPREI")), None), "false"
        ),
        delivery_date=one(map(values.day, _stated(idoc, "E1EDK03", "002", "DATUM", "IDDAT"))),
        delivery_place=_places(idoc, lines),
        payment_terms=_payments(idoc, lines),
        incoterms=own_terms.held(
            "incoterms", _trade_term(idoc), [_trade_term(each, "E1EDP17") for each in lines]
        ),
    )


def _currency(idoc: Node, lines: list[Node]) -> Field | None:
    """Return the currency; an item or a sum in another one makes it open."""
    stated = spots(idoc, "E1EDK01/CURCY") + [each for line in lines for each in spots(line, "CURCY")]
    sums = [each for key in ("WAERQ", "SUNIT") for each in _stated(idoc, "E1EDS01", SUMS, key, "SUMID")]
    stated += [each for each in sums if values.CURRENCY.fullmatch(each.text)]
    return one(map(values.currency, stated))


def _tax(node: Node, segment: str) -> Field | None:
    found = every(node, segment)
    return taxes.stated_beside((values.rate(spot(each, "MSATZ")), text(each, "MWSKZ")) for each in found)


def _total(idoc: Node) -> Field | None:
    """Return the total; with discounts of the whole order beside it, it is not surely what is paid."""
    total = values.number(next(iter(_stated(idoc, "E1EDS01", "003 002", "SUMME", "SUMID")), None))
    return values.unsure(total, Reason.AMBIGUOUS_VALUE) if total and _is_reduced(idoc, "E1EDK05") else total


def _is_reduced(node: Node, segment: str) -> bool:
    """Tell whether a discount or a charge stands beside a price or a total; taxes and prices are none."""
    return any(
        text(each, "ALCKZ")
        or (
            not PRICES.fullmatch(text(each, "KSCHL"))
            and any(text(each, key).strip("0. ") for key in ("BETRG", "KPERC", "KRATE", "KOBTR"))
        )
        for each in every(node, segment)
    )


def _customer(idoc: Node) -> Field | None:
    """Return the sold-to party; a number alone is the customer's own and no name."""
    party = next(_partners(idoc, "AG"), None)
    name = values.joined([spot(party, "NAME1"), spot(party, "NAME2")], " ")
    code = values.sure(spot(party, "PARTN"))
    return name or (values.unsure(code, Reason.ROLE) if code else None)


def _partners(idoc: Node, role: str) -> Iterator[Node]:
    return (each for each in every(idoc, "E1EDKA1") if text(each, "PARVW") == role)


def _place(idoc: Node) -> Field | None:
    return _address(next(_partners(idoc, "WE"), None))


def _places(idoc: Node, lines: list[Node]) -> Field | None:
    """Return where the goods go; where lines go elsewhere, a person must see it."""
    ways = ([each for each in every(line, "E1EDPA1") if text(each, "PARVW") == "WE"] for line in lines)
    return values.whole(_place(idoc), [_address(each[0]) if each else None for each in ways])


def _address(party: Node | None) -> Field | None:
    parts = "NAME1 NAME2 STRAS PSTLZ ORT01 LAND1".split()
    return values.joined([spot(party, part) for part in parts])


def _payment(idoc: Node) -> Field | None:
    """Return the terms in words where they are stated so, else the customer's key."""
    net = next(iter(_stated(idoc, "E1EDK18", DAYS_NET, "TAGE")), None)
    discounted = _stated(idoc, "E1EDK18", f"{DAYS_DISCOUNT} {DAYS_NET}", "PRZNT")
    discounted = [each for each in discounted if each.text.strip("0.")]
    written = values.words(spot(idoc, "E1EDK01/ZTERM_BEZ", "E1EDK18/ZTERM_TXT"))
    if net is not None and (written or not discounted):
        return paying.in_days(net, written, discounted)
    key = values.words(spot(idoc, "E1EDK01/ZTERM"))
    return written or (values.unsure(key, Reason.AMBIGUOUS_VALUE) if key and discounted else key)


def _payments(idoc: Node, lines: list[Node]) -> Field | None:
    """Return the terms of the head; days net that an item states must be in them."""
    found = [next(iter(_stated(line, "E1EDP18", DAYS_NET, "TAGE")), None) for line in lines]
    own = [paying.in_days(each) if each else None for each in found]
    return own_terms.held("payment_terms", _payment(idoc), own)


def _trade_term(node: Node, segment: str = "E1EDK17") -> Field | None:
    code = next(iter(_stated(node, segment, "001", "LKOND")), None)
    place = next(iter(_stated(node, segment, "002", "LKTEXT")), None)
    return values.trade_term(code, place)


def _sums(idoc: Node) -> Sums:
    def stated(key: str) -> Field | None:
        return values.number(next(iter(_stated(idoc, "E1EDS01", key, "SUMME", "SUMID")), None))

    return Sums(lines=stated("002"), net=stated("002"), tax=stated("005"), count=stated("001"))


def _moneys(line: Node, qualifier: str, condition: str) -> Iterator[Decimal | None]:
    """Yield the prices or values that an item states beside its own, or that the customer expects."""
    yield from map(own_terms.number_of, _stated(line, "E1EDP26", qualifier, "BETRG"))
    for each in every(line, "E1EDP05"):
        if text(each, "KSCHL") == condition:
            rate, per = (own_terms.number_of(spot(each, key)) for key in ("KRATE", "UPRBS"))
            yield None if rate is None else rate / (per or 1)


def _item(line: Node) -> Item:
    dates = [values.day(each) for each in spots(line, "E1EDP20/EDATU")]
    dates += map(values.day, _stated(line, "E1EDP03", "002", "DATUM", "IDDAT"))
    price, amount = values.number(spot(line, "VPREI")), values.number(spot(line, "NETWR"))
    if price is not None and amount is None and _is_reduced(line, "E1EDP05"):
        price = values.unsure(price, Reason.AMBIGUOUS_VALUE)
    ours = next(_qualified(line, "E1EDP19", "QUALF", "002"), None)
    theirs = next(_qualified(line, "E1EDP19", "QUALF", "001"), None)
    read_line = OrderLine(
        line_number=values.sure(spot(line, "POSEX")),
        part_number=values.part(spot(ours, "IDTNR")),
        customer_part_number=values.part(spot(theirs, "IDTNR")),
        description=values.words(spot(line, "E1EDP19/KTEXT", "E1EDP01/ARKTX")),
        quantity=schedules.held(
            values.number(spot(line, "MENGE")), list(map(values.number, spots(line, "E1EDP20/WMENG")))
        ),
        unit=values.sure(spot(line, "MENEE")),
        unit_price=price,
        price_per=values.number(spot(line, "PEINH")),
        amount=amount,
        delivery_date=values.earliest(dates),
    )
    read_line = own_terms.beside_amount(read_line, _moneys(line, "003", "EDI2"))
    read_line = own_terms.beside_price(read_line, _moneys(line, "006", "EDI1"))
    action = text(line, "ACTION")
    blocked = spot(line, "ACTION") if action not in {*FIRM, CHANGED} else None
    rejected = next((each for each in spots(line, "ABGRU") if each.text.strip("0")), None)
    return item(
        read_line,
        price_unit=spot(line, "PMENE"),
        withdrawn=action == CANCELLED,
        status=blocked or rejected,
    )
