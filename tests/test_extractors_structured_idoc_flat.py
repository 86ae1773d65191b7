"""Flat IDocs, which have the same safeguards as the XML form: tests, texts, conditions, taxes."""

from collections.abc import Sequence

import pytest
from structured_reading import state

from extractors import readers
from models.reading import Reading
from spine import extract

CANCELLED = "POSITION 20 IS CANCELLED, DO NOT DELIVER"


def record(name: str, *fields: tuple[str, int]) -> str:
    return f"{name:<30}{'100':<33}" + "".join(f"{text:<{width}}" for text, width in fields).rstrip()


def item(number: str, quantity: str, price: str, amount: str, more: Sequence[str] = ()) -> list[str]:
    first = [(number, 6), ("001", 3), ("", 2), (quantity, 15), ("PCE", 3), ("", 15), ("PCE", 3), ("", 7)]
    return [
        record("E2EDP01007", *first, (price, 15), ("1", 9), (amount, 18)),
        *more,
        record("E2EDP20001", (quantity, 15), ("", 15), ("20260520", 8)),
        record("E2EDP19001", ("002", 3), (f"100440{number[-2:]}", 35), ("Mechanical seal", 70)),
    ]


def read(
    test: str = "", head: Sequence[str] = (), more: Sequence[str] = (), *, total: bool = True
) -> Reading:
    control = f"{'EDI_DC40':<38}{test:<1}{'ORDERS05':<30}{'':<30}ORDERS"
    general = [("", 4), ("EUR", 3), ("", 15), ("Z030", 17), ("", 44), ("4500099001", 35)]
    records = [
        control,
        record("E2EDK01005", *general),
        record("E2EDK02", ("001", 3), ("4500099001", 35), ("", 6), ("20260305", 8)),
        record("E2EDKA1003", ("AG", 3), ("1000", 17), ("", 17), ("Haven Pumps GmbH", 35)),
        *head,
        *item("000010", "4.000", "1250.00", "5000.00"),
        *item("000020", "2.000", "50.00", "100.00" if total else "", more),
        *([record("E2EDS01", ("002", 3), ("5100.00", 18))] if total else []),
    ]
    (found,) = extract("\n".join(records).encode(), "o.edi", readers.read, "o.edi")
    assert found.reading is not None
    return found.reading


def texts(kind: str, *lines: str) -> list[str]:
    head = record(f"E2ED{kind}T1002", ("0001", 4), ("EN", 3))
    return [head, *(record(f"E2ED{kind}T2001", (each, 70), ("", 2)) for each in lines)]


def test_a_plain_order_is_sure() -> None:
    reading = read(head=texts("K", "Please state our order number."), more=texts("P", "Packed in a crate."))
    assert state(reading, "document_number") == ("4500099001", True)
    assert state(reading, "total_amount") == ("5100.00", True)
    assert state(reading, "L2.quantity") == ("2.000", True)
    assert state(reading, "L2.unit_price") == ("50.00", True)
    assert not reading.problems


def test_a_test_by_its_control_record_is_no_order() -> None:
    assert [each.code for each in read("X").problems] == ["test_message"]


@pytest.mark.parametrize(
    "lines", [("THIS ORDER IS CANCELLED",), ("We have to inform you that", "this order is cancelled")]
)
def test_a_text_that_takes_the_order_back_is_heard(lines: tuple[str, ...]) -> None:
    reading = read(head=texts("K", *lines))
    found = state(reading, "document_number")
    assert found == ("4500099001", False)


@pytest.mark.parametrize(
    "lines", [(CANCELLED,), ("This position is", "cancelled, do not deliver"), ("Please deliver 3 pcs only",)]
)
def test_a_text_of_an_item_is_heard(lines: tuple[str, ...]) -> None:
    assert state(read(more=texts("P", *lines)), "L2.quantity") == ("2.000", False)


@pytest.mark.parametrize(
    ("head", "more", "name"),
    [
        ([record("E2EDK05001", ("-", 3), ("", 4), ("Rabatt", 80), ("500.00", 18))], [], "total_amount"),
        ([record("E2EDK05001", ("", 3), ("RA01", 4), ("", 98), ("10.000", 8))], [], "total_amount"),
        ([], [record("E2EDP05002", ("-", 3), ("", 4), ("Rabatt", 80), ("5.00", 18))], "L2.unit_price"),
    ],
)
def test_a_discount_beside_a_price_or_total_opens_it(head: list[str], more: list[str], name: str) -> None:
    found = state(read(head=head, more=more, total=name == "total_amount"), name)
    assert found is not None
    assert not found[1]


def test_the_price_a_customer_expects_is_no_discount() -> None:
    expected = record("E2EDP05002", ("", 3), ("EDI1", 4), ("", 80), ("50.00", 18))
    assert state(read(more=[expected], total=False), "L2.unit_price") == ("50.00", True)


def test_a_tax_and_a_date_of_an_item_are_read() -> None:
    tax = record("E2EDK04001", ("V1", 7), ("19.000", 17))
    date = record("E2EDP03", ("002", 3), ("20260601", 8))
    reading = read(head=[tax], more=[date])
    assert state(reading, "tax_rate") == ("19", True)
    found = state(reading, "L2.delivery_date")
    assert found is not None
    assert not found[1]
