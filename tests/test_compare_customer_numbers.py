from compare import customer_numbers
from models.customer_material import CustomerMaterial
from models.quotation import Quotation, QuotationItem

RECORDS = (
    CustomerMaterial("100234", "90010045", "7003312"),
    CustomerMaterial("0000100234", "90010045", "7003312-A"),
    CustomerMaterial("100777", "90010045", "ZS-9"),
)


def quoted(item: QuotationItem, customer: str | None = "100234") -> str | None:
    quotation = Quotation("20001234", (item,), customer_number=customer)
    (found,) = customer_numbers.completed((quotation,), customer_numbers.index(RECORDS))
    return found.items[0].customer_part_number


def test_an_item_gets_all_numbers_of_its_own_customer() -> None:
    assert quoted(QuotationItem("10", part_number="0090010045")) == "7003312 / 7003312-A"
    assert quoted(QuotationItem("10", part_number="90010045"), "0000100777") == "ZS-9"
    assert quoted(QuotationItem("10", local_part_number="90010045"), "100777") == "ZS-9"


def test_what_the_quotation_states_is_not_replaced() -> None:
    stated = QuotationItem("10", part_number="90010045", customer_part_number="OTHER-1")
    assert quoted(stated) == "OTHER-1"


def test_another_part_or_an_unknown_customer_gets_nothing() -> None:
    assert quoted(QuotationItem("10", part_number="90010099")) is None
    assert quoted(QuotationItem("10", part_number="90010045"), None) is None
    assert quoted(QuotationItem("10", part_number="90010045"), "1") is None
