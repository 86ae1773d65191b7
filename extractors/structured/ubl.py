"""UBL 2 and Peppol BIS: orders, their changes and responses, invoices.

Source: OASIS UBL 2.1 to 2.4 (urn:oasis:names:specification:ubl:schema:xsd:Order-2 and others), Peppol BIS
Ordering 3. Prices are without tax by definition ("exclusive of VAT").
"""

from decimal import Decimal

from extractors.readers.xml_tree import Node
from extractors.structured import own_terms, paying, schedules, taxes, ubl_totals, values
from extractors.structured.arithmetic import Item, Sums
from extractors.structured.drafts import Draft, finish, item, names_drawing
from extractors.structured.functions import ORDERING, by_un, line_status, status_of
from extractors.structured.nodes import copied, every, first, spot, spots, text, top
from extractors.structured.values import amount_of, one
from models.page import Attachment
from models.reading import Evidence, Field, Header, Kind, OrderLine, Reading, Reason

NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:"
KINDS = {
    "Order": Kind.PURCHASE_ORDER,
    "OrderChange": Kind.CHANGE_ORDER,
    "OrderCancellation": Kind.CHANGE_ORDER,
    "OrderResponse": Kind.OTHER,
    "OrderResponseSimple": Kind.OTHER,
    "Quotation": Kind.QUOTATION,
    "Invoice": Kind.INVOICE,
    "CreditNote": Kind.INVOICE,
}
DELETED = "2"
"""UNTDID 1229."""
LINES = (
    "OrderLine/LineItem",
    "QuotationLine/LineItem",
    "InvoiceLine",
    "CreditNoteLine",
)
QUANTITIES = ("Quantity", "InvoicedQuantity", "CreditedQuantity")
TOTALS = ("AnticipatedMonetaryTotal", "LegalMonetaryTotal", "QuotedMonetaryTotal")
TERMS = (
    "PaymentDueDate",
    "InstallmentDueDate",
    "SettlementDiscountPercent",
    "SettlementPeriod/DurationMeasure",
    "PenaltySurchargePercent",
    "PaymentPercent",
    "Amount",
    "PrepaidPaymentReferenceID",
)
NEARLY = (
    "PromisedDeliveryPeriod/EndDate",
    "PromisedDeliveryPeriod/StartDate",
    "EstimatedDeliveryPeriod/EndDate",
    "EstimatedDeliveryPeriod/StartDate",
    "Despatch/RequestedDespatchDate",
    "Despatch/EstimatedDespatchDate",
)
"""Days that are near to when delivery is wanted."""
AMOUNTS = ("Price/PriceAmount", "LineExtensionAmount")
BUYERS = ("BuyerCustomerParty/Party", "AccountingCustomerParty/Party")


def recognise(data: Attachment) -> bool:
    """Tell whether this is a UBL document of a kind that is read."""
    return data.root is not None and data.namespace.startswith(NAMESPACE) and data.root.name in KINDS


def read(data: Attachment) -> tuple[Reading, ...]:
    """Return the one document that the file holds."""
    root = top(data)
    name = root.element.name
    code = spot(root, "OrderTypeCode", "InvoiceTypeCode", "CreditNoteTypeCode")
    standing = by_un(KINDS[name], None, code, spot(root, "OrderTypeCode@name"))
    kind = standing.kind
    lines = [line for path in LINES for line in every(root, path)]
    draft = Draft(
        kind,
        code or Evidence(name, where=root.where.strip() or "/"),
        _header(root, lines),
        tuple(_item(line, kind) for line in lines),
        _sums(root),
        withdrawn=name == "OrderCancellation",
        doubted=standing.doubted or (copied(root) if kind in ORDERING else None),
    )
    return (finish(draft),)


def _header(root: Node, lines: list[Node]) -> Header:
    return Header(
        document_number=values.sure(spot(root, "ID")),
        document_date=values.day(spot(root, "IssueDate")),
        quotation_number=_quotation(root),
        customer=_customer(root),
        currency=_currency(root, lines),
        total_amount=ubl_totals.total(root, first(root, *TOTALS), _tax_rate(root, lines)),
        tax_rate=_tax_rate(root, lines),
        tax_included=_tax_included(lines),
        delivery_date=_delivery_date(root),
        delivery_place=_place(root, lines),
        payment_terms=_payment(root),
        incoterms=own_terms.held(
            "incoterms",
            _trade_term(first(root, "DeliveryTerms")),
            [_trade_term(first(line, "DeliveryTerms")) for line in lines],
        ),
    )


def _quotation(root: Node) -> Field | None:
    """Return the quotation; one of several, or one that lines name, must be the same."""
    stated = spots(root, "QuotationDocumentReference/ID")
    of_lines = spots(root, "OrderLine/QuotationLineReference/DocumentReference/ID")
    found = one(map(values.sure, [*stated, *of_lines]))
    partial = not stated and len(of_lines) < len(list(every(root, "OrderLine")))
    return values.unsure(found, Reason.AMBIGUOUS_VALUE) if found and partial else found


def _payment(root: Node) -> Field | None:
    """Return the terms in words; a day or a discount that is stated without them is not read."""
    written = paying.joined(spots(root, "PaymentTerms/Note"))
    paths = [*(f"PaymentTerms/{name}" for name in TERMS), "PaymentMeans/PaymentDueDate"]
    named = spot(root, "PaymentTerms/PaymentTermsDetailsURI", "PaymentTerms/ID")
    coded = [each for path in paths for each in spots(root, path)]
    return paying.stated(written, coded if written or coded else [named] if named else [])


def _currency(root: Node, lines: list[Node]) -> Field | None:
    """Return the currency; prices in another one make it open."""
    stated = [spot(root, "DocumentCurrencyCode", "PricingCurrencyCode")]
    stated += [each for line in lines for path in AMOUNTS for each in spots(line, f"{path}@currencyID")]
    totals = first(root, *TOTALS)
    stated += [each for path in ubl_totals.SUMS for each in spots(totals, f"{path}@currencyID")]
    return one(map(values.currency, stated))


def _customer(root: Node) -> Field | None:
    party = first(root, *BUYERS)
    return values.words(spot(party, "PartyName/Name", "PartyLegalEntity/RegistrationName"))


def _tax_rate(root: Node, lines: list[Node]) -> Field | None:
    own = taxes.stated_beside(_taxes(root, "TaxTotal/TaxSubtotal/TaxCategory"))
    return taxes.of_lines(
        own, [taxes.stated_beside(_taxes(line, "Item/ClassifiedTaxCategory")) for line in lines]
    )


def _taxes(node: Node, path: str) -> list[tuple[Field | None, str]]:
    found = every(node, path)
    return [
        (values.rate(spot(each, "Percent")), text(each, "TaxScheme/ID", "TaxScheme/Name")) for each in found
    ]


def _tax_included(lines: list[Node]) -> Field | None:
    priced = (found for line in lines for found in spots(line, "Price/PriceAmount"))
    return values.sure(next(priced, None), "false")


def _delivery_date(node: Node) -> Field | None:
    """Return when delivery is wanted; several deliveries of one line are a split that a person must see."""
    return values.earliest([_wanted(each) for each in every(node, "Delivery")])


def _wanted(delivery: Node) -> Field | None:
    start, end = (
        values.day(spot(delivery, f"RequestedDeliveryPeriod/{edge}Date")) for edge in ("Start", "End")
    )
    latest = values.day(spot(delivery, "LatestDeliveryDate", "ActualDeliveryDate"))
    near = next((each for path in NEARLY if (each := values.day(spot(delivery, path)))), None)
    length = spot(delivery, "RequestedDeliveryPeriod/DurationMeasure")
    found = values.window(start, end) or latest or (values.unread(length) if length else None)
    return found or (values.unsure(near, Reason.ROLE) if near else None)


def _place(root: Node, lines: list[Node]) -> Field | None:
    """Return where the goods go; where lines or deliveries go to several places, a person must see it."""
    return one(_address(each) for node in (root, *lines) for each in every(node, "Delivery"))


def _address(delivery: Node) -> Field | None:
    address = first(delivery, "DeliveryLocation/Address", "DeliveryAddress")
    lines = "StreetName AdditionalStreetName AddressLine/Line PostalZone CityName Country/IdentificationCode"
    name = spot(delivery, "DeliveryParty/PartyName/Name", "DeliveryLocation/Name")
    return values.joined([name, *(spot(address, part) for part in lines.split())])


def _trade_term(terms: Node | None) -> Field | None:
    place = spot(terms, "DeliveryLocation/Name", "DeliveryLocation/ID", "DeliveryLocation/Description")
    found = values.trade_term(spot(terms, "ID", "SpecialTerms"), place)
    special = spot(terms, "SpecialTerms")
    other = values.trade_term(special, None) if special else None
    if found is None or not found.value or other is None or not other.value:
        return found
    return found if found.value[:3] == other.value[:3] else values.unsure(found, Reason.RIVAL)


def _sums(root: Node) -> Sums:
    totals = first(root, *TOTALS)
    stated = spot(totals, "TaxInclusiveAmount")
    return Sums(
        lines=values.number(spot(totals, "LineExtensionAmount")),
        charges=values.number(spot(totals, "ChargeTotalAmount")),
        allowances=values.number(spot(totals, "AllowanceTotalAmount")),
        net=values.number(spot(totals, "TaxExclusiveAmount")) if stated else None,
        tax=values.number(spot(root, "TaxTotal/TaxAmount")),
    )


def _item(line: Node, kind: Kind) -> Item:
    product = first(line, "Item")
    quantity = first(line, *QUANTITIES)
    read_line = OrderLine(
        line_number=values.sure(spot(line, "ID")),
        part_number=values.part(spot(product, "SellersItemIdentification/ID")),
        customer_part_number=values.part(spot(product, "BuyersItemIdentification/ID")),
        drawing_number=_drawing(product),
        description=values.words(spot(product, "Name", "Description")),
        quantity=schedules.held(
            values.number(spot(quantity, "")), list(map(values.number, spots(line, "Delivery/Quantity")))
        ),
        unit=values.sure(spot(quantity, "@unitCode")),
        unit_price=values.number(spot(line, "Price/PriceAmount")),
        price_per=values.number(spot(line, "Price/BaseQuantity")),
        amount=values.number(spot(line, "LineExtensionAmount")),
        delivery_date=_delivery_date(line),
    )
    return item(
        read_line,
        _adjustment(line),
        price_unit=spot(line, "Price/BaseQuantity@unitCode"),
        withdrawn=kind is Kind.CHANGE_ORDER and text(line, "LineStatusCode") == DELETED,
        status=line_status(kind, spot(line, "LineStatusCode"))
        or status_of(
            (text(each, "Name"), spot(each, "Value")) for each in every(product, "AdditionalItemProperty")
        ),
        said=spots(product, "Description"),
    )


def _drawing(product: Node | None) -> Field | None:
    for each in every(product, "AdditionalItemProperty"):
        if names_drawing(text(each, "Name")):
            return values.sure(spot(each, "Value"))
    for each in every(product, "ItemSpecificationDocumentReference"):
        if names_drawing(text(each, "DocumentType")):
            return values.sure(spot(each, "ID"))
    return None


def _adjustment(line: Node) -> Decimal:
    """Return what discounts and charges of a line add to quantity times price."""
    total = Decimal(0)
    for each in every(line, "AllowanceCharge"):
        amount = amount_of(values.number(spot(each, "Amount"))) or Decimal(0)
        total += amount if text(each, "ChargeIndicator") == "true" else -amount
    return total
