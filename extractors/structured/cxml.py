"""cXML: orders from procurement networks (Ariba, Coupa and others).

Source: cXML Reference Guide 1.2, "OrderRequest". Its Total is "the total cost for the items in the order,
excluding any tax and shipping".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from extractors.fields import companies
from extractors.late import late
from extractors.readers.xml_tree import Node
from extractors.structured import extrinsics, paying, schedules, taxes, values
from extractors.structured.arithmetic import Item, Sums, slack, total_of
from extractors.structured.drafts import Draft, finish, item, names_drawing
from extractors.structured.functions import status_of
from extractors.structured.nodes import every, first, spot, spots, text, top
from extractors.structured.values import amount_of, one
from models.page import Attachment
from models.reading import Evidence, Field, Header, Kind, OrderLine, Reading, Reason

REQUESTS = {
    "OrderRequest": Kind.PURCHASE_ORDER,
    "ConfirmationRequest": Kind.OTHER,
    "InvoiceDetailRequest": Kind.INVOICE,
}
PAYMENT = late(r"pay\w*.?terms?|terms?.?of.?pay|zahlung|付款|支付", re.IGNORECASE)
TRADE_TERM = late(
    r"inco.?term|(?:terms?.?of.?)?delivery.?terms?|lieferbedingung|贸易术语|貿易術語", re.IGNORECASE
)
"""What an extrinsic is called that states terms; a text of the sender's own."""
QUOTED = late(r"quot|offer|angebot|offerte|\bdevis\b|\boffre|preventivo|oferta|报价|報價", re.IGNORECASE)
OF_QUOTED = late(
    r"date|datum|day|stat[eu]|valid|expir|type|version|rev|by\b|name|amount|total|currenc|gültig|日期|状态|有效|金额|人",
    re.IGNORECASE,
)
"""What an extrinsic is called that names a quotation, and what tells something else of it."""
BLANKET = frozenset({"blanket"})
NEW, CHANGED, WITHDRAWN = "new", "update", "delete"
PLACING = frozenset({"regular", "release"})
"""Order types that order goods; of a stock transport or a return nobody sells."""
SET_ASIDE = ("isReturn", "isDeliveryCompleted", "isInvoicingCompleted")
"""What says of a line that nothing is delivered by it, or nothing more."""


def recognise(data: Attachment) -> bool:
    """Tell whether this is a cXML request of a kind that is read."""
    return data.root is not None and data.root.name == "cXML" and _request(top(data)) is not None


def _request(root: Node) -> Node | None:
    return first(root, *(f"Request/{name}" for name in REQUESTS))


def read(data: Attachment) -> tuple[Reading, ...]:
    """Return the one request that the file holds."""
    request = _request(top(data))
    assert request is not None
    kind = REQUESTS[request.element.name]
    header = first(request, f"{request.element.name}Header")
    change = text(header, "@type")
    if change in {CHANGED, WITHDRAWN}:
        kind = Kind.CHANGE_ORDER
    elif text(header, "@orderType") in BLANKET:
        kind = Kind.FRAMEWORK_AGREEMENT
    evidence = spot(header, "@type", "@orderID", "@invoiceID", "@confirmID")
    if change == WITHDRAWN:
        return (finish(Draft(kind, evidence, _header(header, []), withdrawn=True)),)
    lines = list(every(request, "ItemOut"))
    items = tuple(map(_item, lines))
    found = extrinsics.beside(_header(header, lines), _extrinsics(header), _taxed(header))
    closes = _closes(header, items)
    if closes:
        found = replace(found, tax_included=_tax_included(lines))
    sums = Sums(lines=None if closes is None else found.total_amount)
    return (finish(Draft(kind, evidence, found, items, sums, doubted=_doubted(header))),)


def _doubted(header: Node | None) -> Evidence | None:
    """Return a type of request or order that is none of those by which goods are ordered."""
    known = {"type": {NEW, CHANGED}, "orderType": PLACING | BLANKET}
    stated = (spot(header, f"@{name}") for name in known)
    pairs = zip(stated, known.values(), strict=True)
    coded = next((found for found, usual in pairs if found and found.text.lower() not in usual), None)
    return coded or status_of(_extrinsics(header))


def _extrinsics(*nodes: Node | None) -> Iterator[tuple[str, Evidence | None]]:
    """Yield the properties of a sender's own, with their names."""
    for node in nodes:
        for each in every(node, "Extrinsic"):
            yield text(each, "@name"), spot(each, "")


def _closes(header: Node | None, items: tuple[Item, ...]) -> bool | None:
    """Tell whether the lines add up to the total without tax; None where some buyers' total includes it."""
    total, lines = amount_of(values.number(spot(header, "Total/Money"))), total_of(items)
    if total is None or lines is None:
        return None
    if abs(lines - total) <= slack(items):
        return True
    extras = [amount_of(values.number(spot(header, f"{name}/Money"))) for name in ("Tax", "Shipping")]
    included = lines + sum((each for each in extras if each is not None), Decimal(0))
    return None if abs(included - total) <= slack(items) else False


def _tax_included(lines: list[Node]) -> Field | None:
    priced = (found for line in lines for found in spots(line, "ItemDetail/UnitPrice/Money"))
    return values.sure(next(priced, None), "false")


def _header(header: Node | None, lines: list[Node]) -> Header:
    return Header(
        document_number=values.sure(spot(header, "@orderID", "@invoiceID", "@confirmID")),
        document_date=values.day(spot(header, "@orderDate", "@invoiceDate", "@noticeDate")),
        quotation_number=_quotation(header),
        customer=_customer(header),
        currency=_currency(header, lines),
        total_amount=_total(header),
        tax_rate=taxes.of_lines(_tax(header), [_tax(each) for each in lines]),
        delivery_date=values.day(spot(header, "@requestedDeliveryDate")),
        delivery_place=values.whole(
            _place(first(header, "ShipTo/Address")), [_place(first(each, "ShipTo/Address")) for each in lines]
        ),
        payment_terms=_payment(header),
        incoterms=_trade_term(header),
    )


def _total(header: Node | None) -> Field | None:
    """Return the total; a discount beside it may be in it or not."""
    total = values.number(spot(header, "Total/Money"))
    changed = first(header, "Total/Modifications") is not None
    return values.unsure(total, Reason.AMBIGUOUS_VALUE) if total and changed else total


def _tax(node: Node | None) -> Field | None:
    found = (each for each in every(node, "Tax/TaxDetail") if text(each, "@purpose") in {"", "tax"})
    return taxes.stated_beside(
        (values.rate(spot(each, "@percentageRate")), text(each, "@category")) for each in found
    )


def _taxed(header: Node | None) -> list[Evidence]:
    """Return the words and the money of a tax that states no rate."""
    taxed = spots(header, "Tax/Money")
    named = spots(header, "Tax/Description")
    return [*named, *taxed] if any(each.text.strip("0.") for each in taxed) else []


def _named(header: Node | None, pattern: re.Pattern[str]) -> Field | None:
    """Return what an extrinsic of such a name states: its name is the sender's own."""
    found = (each for each in every(header, "Extrinsic") if pattern.search(text(each, "@name")))
    field = one(values.words(spot(each, "")) for each in found)
    return values.unsure(field, Reason.ROLE) if field else None


def _quotation(header: Node | None) -> Field | None:
    """Return the seller's quotation: a reference of its own, or an extrinsic that is called so.

    One that tells something else of the quotation, its date or its state, leaves the number open.
    """
    named = [(name, value) for name, value in _extrinsics(header) if value and QUOTED.search(name)]
    numbers = [value for name, value in named if not OF_QUOTED.search(name) and _is_number(value)]
    stated = [spot(header, "QuoteReference@quoteID", "SupplierOrderInfo@quoteID"), *numbers]
    others = [values.unread(value) for _, value in named if value not in numbers]
    return one(map(values.sure, stated)) or next(iter(others), None)


def _is_number(value: Evidence) -> bool:
    """Tell whether a text may be the number of a paper, and is no day."""
    day = values.day(value)
    return any(map(str.isdigit, value.text)) and (day is None or day.value is None)


def _customer(header: Node | None) -> Field | None:
    """Return who orders; who is billed may be another company of the group."""
    for contact in every(header, "Contact"):
        if text(contact, "@role") == "soldTo":
            return values.words(spot(contact, "Name"))
    billed, receiving = (values.words(spot(header, f"{to}/Address/Name")) for to in ("BillTo", "ShipTo"))
    if billed is None or billed.value is None:
        return None
    same = receiving is not None and companies.key(receiving.value or "") == companies.key(billed.value)
    return billed if same else values.unsure(billed, Reason.ROLE)


def _currency(header: Node | None, lines: list[Node]) -> Field | None:
    stated = spots(header, "Total/Money@currency")
    stated += [each for line in lines for each in spots(line, "ItemDetail/UnitPrice/Money@currency")]
    return one(map(values.currency, stated))


def _place(address: Node | None) -> Field | None:
    postal = first(address, "PostalAddress")
    streets = spots(postal, "Street")
    rest = [spot(postal, part) for part in ("PostalCode", "City", "Country")]
    return values.joined([spot(address, "Name"), *streets, *rest])


def _payment(header: Node | None) -> Field | None:
    words = _named(header, PAYMENT)
    return one(_term(each, words) for each in every(header, "PaymentTerm")) or words


def _term(term: Node, words: Field | None) -> Field | None:
    days = spot(term, "@payInNumberOfDays")
    discount = first(term, "Discount")
    more = Evidence("Discount", where=discount.where) if discount else None
    return paying.in_days(days, words, [more]) if days else None


def _trade_term(header: Node | None) -> Field | None:
    terms = first(header, "TermsOfDelivery")
    stated = values.trade_term(spot(terms, "TransportTerms@value"), spot(terms, "Address/Name"))
    return stated or _named(header, TRADE_TERM)


def _item(line: Node) -> Item:
    detail = first(line, "ItemDetail", "BlanketItemDetail")
    quantity, price = values.number(spot(line, "@quantity")), values.number(spot(detail, "UnitPrice/Money"))
    if price is not None and first(detail, "UnitPrice/Modifications") is not None:
        price = values.unsure(price, Reason.AMBIGUOUS_VALUE)
    basis = first(detail, "PriceBasisQuantity")
    per = values.number(spot(basis, "@quantity"))
    read_line = OrderLine(
        line_number=values.sure(spot(line, "@lineNumber")),
        part_number=values.part(spot(line, "ItemID/SupplierPartID")),
        customer_part_number=values.part(spot(line, "ItemID/BuyerPartID")),
        drawing_number=_drawing(detail),
        description=_description(detail),
        quantity=schedules.held(quantity, list(map(values.number, spots(line, "ScheduleLine@quantity")))),
        unit=values.sure(spot(detail, "UnitOfMeasure")),
        unit_price=price,
        price_per=per,
        amount=values.number(spot(line, "Total/Money", "NetAmount/Money", "SubtotalAmount/Money")),
        delivery_date=_delivery_date(line),
    )
    status = next((each for name in SET_ASIDE if (each := spot(line, f"@{name}")) and _says(each)), None)
    status = status or status_of(_extrinsics(line, detail))
    read_line = extrinsics.beside_item(read_line, _extrinsics(line, detail))
    return item(read_line, price_unit=spot(basis, "UnitOfMeasure"), status=status)


def _says(flag: Evidence) -> bool:
    return flag.text.lower() in {"yes", "true", "1"}


def _description(detail: Node | None) -> Field | None:
    return values.words(spot(detail, "Description/ShortName", "Description"))


def _drawing(detail: Node | None) -> Field | None:
    for each in every(detail, "Extrinsic"):
        if names_drawing(text(each, "@name")):
            return values.sure(spot(each, ""))
    return None


def _delivery_date(line: Node) -> Field | None:
    stated = ("@requestedDeliveryDate", "ScheduleLine@requestedDeliveryDate")
    return values.earliest([values.day(each) for path in stated for each in spots(line, path)])
