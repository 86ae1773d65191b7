"""What data say in words of the state of an order: type, title, properties, texts of terms, the page."""

import pytest
from structured_orders import CII, CXML, EDIFACT, UBL, X12
from structured_reading import instead, put, read, state
from test_extractors_structured_pages import HEAD, TAIL
from test_extractors_structured_pages import read as read_page

QUOTATION = '<Extrinsic name="Quotation number">20031234'
DRAWING = '<Extrinsic name="Drawing No.">'
SLEEVE = "<cac:BuyersItemIdentification><cbc:ID>HC-772"
NAMED = "<cbc:Name>{}</cbc:Name><cbc:Value>{}</cbc:Value>"
PROPERTY = f"<cac:AdditionalItemProperty>{NAMED}</cac:AdditionalItemProperty>"


def with_extrinsic(name: str, value: str) -> str:
    return put(CXML, QUOTATION, f'<Extrinsic name="{name}">{value}</Extrinsic>')


def of_line(name: str, value: str) -> str:
    return put(CXML, DRAWING, f'<Extrinsic name="{name}">{value}</Extrinsic>')


def typed(words: str) -> str:
    return instead(UBL, "<cbc:OrderTypeCode>220<", f"<cbc:OrderTypeCode>{words}<")


def titled(words: str) -> str:
    return instead(CII, "<ram:TypeCode>220<", f"<ram:Name>{words}</ram:Name><ram:TypeCode>220<")


def noted(words: str) -> str:
    return instead(EDIFACT, "30 days net", f"30 days net{words}")


@pytest.mark.parametrize(
    "text",
    [
        *(
            with_extrinsic(name, value)
            for name, value in (
                ("PO Status", "Draft - not released"),
                ("orderStatus", "Pending approval"),
                ("order_state", "parked"),
                ("Approval", "open points"),
                ("单据状态", "审批中"),
                ("buyerInfo", "Order subject to board approval"),
                ("Bestellstatus", "gesperrt"),
            )
        ),
        *map(typed, ("Anfrage", "询价", "Price inquiry", "Rücknahme", "Retour", "退货", "Draft")),
        *map(titled, ("ENTWURF", "Storno", "Purchase order - cancelled", "询价单")),
        *(EDIFACT.replace("BGM+220+", f"BGM+{each}+") for each in ("220:::Cancellation", ":::DRAFT ORDER")),
        *map(noted, (" - order not yet released", ". Order subject to approval")),
        *(X12.replace("*0*P*>", f"*0*{each}*>") for each in "IT"),
        *(EDIFACT.replace("+1'\nUNH", f"+1++++++{each}'\nUNH", 1) for each in "123"),
    ],
)
def test_nothing_of_an_order_is_sure_that_is_in_no_state_of_force(text: str) -> None:
    reading = read(text)
    assert reading.problems
    assert state(reading, "document_number") == ("PO-2026-118", False)
    assert state(reading, "L2.quantity") == ("200", False)


@pytest.mark.parametrize(
    "text",
    [
        *(
            with_extrinsic(name, value)
            for name, value in (
                ("PO Status", "Released"),
                ("orderStatus", "new"),
                ("Approval", "Yes"),
                ("State", "Bavaria"),
                ("单据状态", "已审批"),
                ("paymentStatus", "not paid"),
                ("buyerInfo", "Maintenance department, hall 3"),
                ("costCenter", "4711"),
            )
        ),
        *map(typed, ("Exchange order", "Standard", "NB", "Bestellung", "Rush order", "采购订单")),
        *map(titled, ("Purchase order", "Bestellung", "采购订单")),
        EDIFACT.replace("BGM+220+", "BGM+220:::Purchase order+"),
        X12,
        EDIFACT,
    ],
)
def test_an_order_in_a_usual_state_is_as_sure_as_ever(text: str) -> None:
    reading = read(text)
    assert not reading.problems
    assert state(reading, "document_number") == ("PO-2026-118", True)
    assert state(reading, "L2.quantity") == ("200", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (of_line("lineStatus", "Cancelled"), "L1.quantity"),
        (of_line("Line status", "closed"), "L1.quantity"),
        (of_line("行状态", "已取消"), "L1.quantity"),
        (put(UBL, SLEEVE, PROPERTY.format("Remark", "cancelled, do not deliver")), "L2.quantity"),
        (put(UBL, SLEEVE, PROPERTY.format("Item status", "discontinued")), "L2.quantity"),
    ],
)
def test_an_item_in_another_state_is_not_sure(text: str, name: str) -> None:
    reading = read(text)
    found = state(reading, name)
    assert found is not None
    assert not found[1]
    assert state(reading, "document_number") == ("PO-2026-118", True)


@pytest.mark.parametrize(
    "text",
    [
        of_line("lineStatus", "Open"),
        of_line("Material", "Stainless steel"),
        put(UBL, SLEEVE, PROPERTY.format("Remark", "tempered")),
        put(UBL, SLEEVE, PROPERTY.format("Surface state", "bright annealed")),
    ],
)
def test_a_usual_property_of_an_item_leaves_it_sure(text: str) -> None:
    reading = read(text)
    assert state(reading, "L1.quantity") == ("4", True)
    assert state(reading, "L2.quantity") == ("200", True)


@pytest.mark.parametrize(
    ("name", "value"),
    [("quotationDate", "2026-02-28"), ("quoteStatus", "Accepted"), ("Quote valid until", "2026-12-31")],
)
def test_what_tells_of_a_quotation_is_not_its_number(name: str, value: str) -> None:
    text = instead(CXML, QUOTATION, f'<Extrinsic name="{name}">{value}')
    assert state(read(text), "quotation_number") == (None, False)


@pytest.mark.parametrize(
    "name", ["Quotation number", "quoteID", "Angebotsnummer", "Supplier offer", "报价单号"]
)
def test_the_number_of_a_quotation_is_sure_whatever_it_is_called(name: str) -> None:
    text = instead(CXML, QUOTATION, f'<Extrinsic name="{name}">20031234')
    assert state(read(text), "quotation_number") == ("20031234", True)
    dated = put(text, f'<Extrinsic name="{name}', '<Extrinsic name="quotationDate">2026-02-28</Extrinsic>')
    assert state(read(dated), "quotation_number") == ("20031234", True)


@pytest.mark.parametrize(
    "said",
    [
        "Order on hold until further notice",
        "The purchase order is currently suspended.",
        "This is a test order, please do not process.",
        "This is only a draft order.",
        "Please do not execute this order yet.",
        "Only binding after written confirmation by our purchasing.",
        "Not valid without approval from our management.",
        "Dies ist nur eine Testbestellung.",
    ],
)
def test_a_page_that_sets_the_order_aside_opens_the_data(said: str) -> None:
    reading = read_page(head=(*HEAD, said))
    assert reading.problems
    assert state(reading, "document_number") == ("PO-2026-118", False)


@pytest.mark.parametrize("said", ["Item 20 cancelled.", "Pos. 20 storniert", "Line 20: on hold"])
def test_an_item_that_a_page_cancels_leaves_the_others_sure(said: str) -> None:
    reading = read_page(tail=(*TAIL, said))
    assert state(reading, "document_number") == ("PO-2026-118", True)
    assert state(reading, "L1.quantity") == ("4", True)
    assert state(reading, "L2.quantity") == ("200", False)


@pytest.mark.parametrize(
    "said",
    [
        "Please do not deliver before 8 a.m.",
        "This order is only valid with our signature.",
        "Do not process invoices without our order number.",
        "A trial order was delivered in March.",
    ],
)
def test_usual_sentences_of_a_page_leave_the_order_in_force(said: str) -> None:
    assert state(read_page(tail=(*TAIL, said)), "document_number") == ("PO-2026-118", True)
