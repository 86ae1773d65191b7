"""Order-X, Factur-X and ZUGFeRD 2: the Cross Industry messages of UN/CEFACT.

Source: Order-X 1.0 (SCRDMCCBDACIOMessageStructure) and Factur-X 1.0 / ZUGFeRD 2 (CrossIndustryInvoice),
FeRD and FNFE-MPE. Prices are without tax by definition (BT-146 "exclusive of VAT").
"""

from decimal import Decimal

from extractors.readers.xml_tree import Node
from extractors.structured import paying, schedules, taxes, values
from extractors.structured.arithmetic import Item, Sums
from extractors.structured.drafts import Draft, finish, item, names_drawing
from extractors.structured.functions import Standing, by_un, line_status, status_of
from extractors.structured.nodes import copied, every, first, spot, spots, text, top
from extractors.structured.values import amount_of, one
from models.page import Attachment
from models.reading import Evidence, Field, Header, Kind, OrderLine, Reading, Reason

ORDER, INVOICE = "SCRDMCCBDACIOMessageStructure", "CrossIndustryInvoice"
RESPONSE, DELETED = "231", "2"
"""UNTDID 1001 and 1229."""
SUMMARY = frozenset({"GROUP", "INFORMATION"})
"""Lines that only head or explain others."""
TRADE = "SupplyChainTradeTransaction"
LINE_SUMS = "SpecifiedTradeSettlementLineMonetarySummation"
TOTALS = "SpecifiedTradeSettlementHeaderMonetarySummation"
SUMS = ("GrandTotalAmount", "TaxBasisTotalAmount", "LineTotalAmount")
TERMS = (
    "DueDateDateTime/DateTimeString",
    "PartialPaymentAmount",
    "ApplicableTradePaymentDiscountTerms/BasisPeriodMeasure",
    "ApplicableTradePaymentDiscountTerms/CalculationPercent",
    "ApplicableTradePaymentPenaltyTerms/CalculationPercent",
)
"""What terms of payment may hold beside their words."""
ALLOWANCE = "SpecifiedTradeAllowanceCharge"


def recognise(data: Attachment) -> bool:
    """Tell whether this is an order or an invoice of this family."""
    return data.root is not None and data.root.name in {ORDER, INVOICE}


def read(data: Attachment) -> tuple[Reading, ...]:
    """Return the one message that the file holds."""
    root = top(data)
    document, trade = first(root, "ExchangedDocument"), first(root, TRADE)
    code = spot(document, "TypeCode")
    standing = _standing(root, document, code)
    kind = standing.kind
    lines = [each for each in every(trade, "IncludedSupplyChainTradeLineItem") if not _is_summary(each)]
    settlement = first(trade, "ApplicableHeaderTradeSettlement")
    draft = Draft(
        kind,
        code,
        _header(document, trade, lines),
        tuple(_item(each, kind) for each in lines),
        _sums(settlement),
        withdrawn=standing.withdrawn,
        doubted=standing.doubted or copied(document),
    )
    return (finish(draft),)


def _standing(root: Node, document: Node | None, code: Evidence | None) -> Standing:
    if root.element.name == INVOICE:
        return Standing(Kind.INVOICE)
    answers = code is not None and code.text == RESPONSE
    kind, purpose = Kind.OTHER if answers else Kind.PURCHASE_ORDER, spot(document, "PurposeCode")
    return by_un(kind, purpose, code, spot(document, "Name", "TypeCode@name"))


def _is_summary(line: Node) -> bool:
    return text(line, "AssociatedDocumentLineDocument/LineStatusReasonCode") in SUMMARY


def _header(document: Node | None, trade: Node | None, lines: list[Node]) -> Header:
    agreement, settlement, delivery = (
        first(trade, f"ApplicableHeaderTrade{part}") for part in ("Agreement", "Settlement", "Delivery")
    )
    terms = first(agreement, "ApplicableTradeDeliveryTerms")
    return Header(
        document_number=values.sure(spot(document, "ID")),
        document_date=values.day(spot(document, "IssueDateTime/DateTimeString")),
        quotation_number=_quotation(agreement, lines),
        customer=values.words(spot(agreement, "BuyerTradeParty/Name")),
        currency=_currency(settlement, lines),
        total_amount=_total(settlement),
        tax_rate=_tax_rate(settlement, lines),
        tax_included=_tax_included(lines),
        delivery_date=_delivery_date(delivery),
        delivery_place=_places(delivery, lines),
        payment_terms=_payment(settlement),
        incoterms=values.trade_term(
            spot(terms, "DeliveryTypeCode"), spot(terms, "RelevantTradeLocation/Name")
        ),
    )


def _currency(settlement: Node | None, lines: list[Node]) -> Field | None:
    """Return the currency; a total or a price in another one makes it open."""
    stated = [spot(settlement, "OrderCurrencyCode", "InvoiceCurrencyCode")]
    stated += [each for path in SUMS for each in spots(settlement, f"{TOTALS}/{path}@currencyID")]
    price = "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount@currencyID"
    return one(map(values.currency, [*stated, *(each for line in lines for each in spots(line, price))]))


def _quotation(agreement: Node | None, lines: list[Node]) -> Field | None:
    path = "QuotationReferencedDocument/IssuerAssignedID"
    named = values.sure(spot(agreement, path))
    each = [values.sure(spot(line, f"SpecifiedLineTradeAgreement/{path}")) for line in lines]
    return one([named, *each])


def _total(settlement: Node | None) -> Field | None:
    totals = first(settlement, TOTALS)
    total = values.number(spot(totals, *SUMS))
    summed = first(totals, "AllowanceTotalAmount", "ChargeTotalAmount") is not None
    reduced = first(settlement, ALLOWANCE) is not None and not summed
    return values.unsure(total, Reason.AMBIGUOUS_VALUE) if total and reduced else total


def _payment(settlement: Node | None) -> Field | None:
    """Return the terms in words, held against the days and discounts that are coded beside them."""
    terms = "SpecifiedTradePaymentTerms"
    written = paying.joined(spots(settlement, f"{terms}/Description"))
    return paying.stated(written, [each for path in TERMS for each in spots(settlement, f"{terms}/{path}")])


def _tax_rate(settlement: Node | None, lines: list[Node]) -> Field | None:
    own = (_tax(first(line, "SpecifiedLineTradeSettlement")) for line in lines)
    return taxes.of_lines(_tax(settlement), list(own))


def _tax(settlement: Node | None) -> Field | None:
    found = every(settlement, "ApplicableTradeTax")
    return taxes.stated_beside(
        (values.rate(spot(each, "RateApplicablePercent")), text(each, "TypeCode")) for each in found
    )


def _tax_included(lines: list[Node]) -> Field | None:
    path = "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount"
    return values.sure(next((found for line in lines for found in spots(line, path)), None), "false")


def _delivery_date(delivery: Node | None) -> Field | None:
    """Return when delivery is wanted; a date of despatch is not quite that, and not sure."""
    wanted = first(delivery, "RequestedDeliverySupplyChainEvent", "ActualDeliverySupplyChainEvent")
    sent = _event(first(delivery, "RequestedDespatchSupplyChainEvent"))
    return _event(wanted) or (values.unsure(sent, Reason.ROLE) if sent else None)


def _event(event: Node | None) -> Field | None:
    single = values.day(spot(event, "OccurrenceDateTime/DateTimeString"))
    period = "OccurrenceSpecifiedPeriod/{}DateTime/DateTimeString"
    start, end = (values.day(spot(event, period.format(edge))) for edge in ("Start", "End"))
    return single or values.window(start, end)


def _places(delivery: Node | None, lines: list[Node]) -> Field | None:
    """Return where the goods go; where lines go elsewhere, a person must see it."""
    ways = (first(line, "SpecifiedLineTradeDelivery") for line in lines)
    own = [_place(first(each, "ShipToTradeParty")) for each in ways]
    return values.whole(_place(first(delivery, "ShipToTradeParty")), own)


def _place(party: Node | None) -> Field | None:
    parts = "LineOne LineTwo LineThree PostcodeCode CityName CountryID".split()
    address = [spot(party, f"PostalTradeAddress/{part}") for part in parts]
    return values.joined([spot(party, "Name"), *address])


def _sums(settlement: Node | None) -> Sums:
    totals = first(settlement, TOTALS)
    currency = text(settlement, "OrderCurrencyCode", "InvoiceCurrencyCode")
    taxes = list(every(totals, "TaxTotalAmount"))
    own = [each for each in taxes if text(each, "@currencyID") == currency] or taxes
    return Sums(
        lines=values.number(spot(totals, "LineTotalAmount")),
        charges=values.number(spot(totals, "ChargeTotalAmount")),
        allowances=values.number(spot(totals, "AllowanceTotalAmount")),
        net=values.number(spot(totals, "TaxBasisTotalAmount")),
        tax=values.number(Evidence(own[0].element.text, where=own[0].where)) if own else None,
    )


def _item(line: Node, kind: Kind) -> Item:
    document, agreement, delivery, settlement = (
        first(line, name)
        for name in (
            "AssociatedDocumentLineDocument",
            "SpecifiedLineTradeAgreement",
            "SpecifiedLineTradeDelivery",
            "SpecifiedLineTradeSettlement",
        )
    )
    product = _product(line, kind)
    quantity = _quantity(delivery, kind)
    price = first(agreement, "NetPriceProductTradePrice")
    read_line = OrderLine(
        line_number=values.sure(spot(document, "LineID")),
        part_number=values.part(spot(product, "SellerAssignedID")),
        customer_part_number=values.part(spot(product, "BuyerAssignedID")),
        drawing_number=_drawing(product),
        description=values.words(spot(product, "Name", "Description")),
        quantity=schedules.held(values.number(spot(quantity, "")), _delivered(delivery)),
        unit=values.sure(spot(quantity, "@unitCode")),
        unit_price=values.number(spot(price, "ChargeAmount")),
        price_per=values.number(spot(price, "BasisQuantity")),
        amount=values.number(spot(settlement, f"{LINE_SUMS}/LineTotalAmount")),
        delivery_date=_delivery_date(delivery),
    )
    return item(
        read_line,
        _adjustment(settlement),
        price_unit=spot(price, "BasisQuantity@unitCode"),
        withdrawn=kind is Kind.CHANGE_ORDER and text(document, "LineStatusCode") == DELETED,
        status=line_status(kind, spot(document, "LineStatusCode"))
        or status_of(
            (text(each, "Description", "TypeCode"), spot(each, "Value"))
            for each in every(product, "ApplicableProductCharacteristic")
        ),
        said=spots(product, "Description"),
    )


def _product(line: Node, kind: Kind) -> Node | None:
    """Return what is delivered: a response may put another product in place of the ordered one."""
    ordered, other = first(line, "SpecifiedTradeProduct"), first(line, "SubstitutedReferencedProduct")
    return (other or ordered) if kind is Kind.OTHER else (ordered or other)


def _quantity(delivery: Node | None, kind: Kind) -> Node | None:
    if kind is Kind.INVOICE:
        return first(delivery, "BilledQuantity")
    names = ["RequestedQuantity", "AgreedQuantity"]
    return first(delivery, *(reversed(names) if kind is Kind.OTHER else names))


def _delivered(delivery: Node | None) -> list[Field | None]:
    """Return the quantities of the deliveries that a line is split into."""
    return [values.number(each) for each in spots(delivery, "RequestedDeliverySupplyChainEvent/UnitQuantity")]


def _drawing(product: Node | None) -> Field | None:
    for each in every(product, "ApplicableProductCharacteristic"):
        if names_drawing(text(each, "Description")) or names_drawing(text(each, "TypeCode")):
            return values.sure(spot(each, "Value"))
    return None


def _adjustment(settlement: Node | None) -> Decimal:
    """Return what discounts and charges of a line add to quantity times price."""
    total = Decimal(0)
    for each in every(settlement, ALLOWANCE):
        amount = amount_of(values.number(spot(each, "ActualAmount"))) or Decimal(0)
        total += amount if text(each, "ChargeIndicator/Indicator") == "true" else -amount
    return total
