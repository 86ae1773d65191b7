"""Tables without a heading, or under one that says too little: their numbers tell them; nothing is sure."""

from paper import form, paper

from extractors.assemble import assemble
from models.page import SourceDocument
from models.reading import OrderLine, stated

OPEN = """
Purchase order PO-77120
We order as follows:
1   Shaft sleeve Ø60      10030001     4    PC      50.00      200.00
2   Gland plate 316L      10030002    10    PC      12.50      125.00
Total 325.00
"""
STRANGE = OPEN.replace("We order as follows:", "Zz  Wer               Kodd        Xx    Yy    Qq      Ww")


def lines(document: SourceDocument) -> tuple[OrderLine, ...]:
    return assemble(document).lines


def numbers(line: OrderLine) -> tuple[str | None, ...]:
    fields = (line.line_number, line.part_number, line.quantity, line.unit, line.unit_price, line.amount)
    return tuple(field.value if field else None for field in fields)


def test_rows_whose_numbers_make_products_are_items() -> None:
    expected = [
        ("1", "10030001", "4", "PC", "50.00", "200.00"),
        ("2", "10030002", "10", "PC", "12.50", "125.00"),
    ]
    assert [numbers(line) for line in lines(paper(OPEN))] == expected
    assert [numbers(line) for line in lines(paper(STRANGE))] == expected


def test_nothing_that_only_numbers_tell_is_sure() -> None:
    assert not any(field.sure for line in lines(paper(OPEN)) for _, field in stated(line))


def test_a_drawn_table_without_a_heading_is_read_alike() -> None:
    rows = [
        ["1", "轴套 Ø60", "4", "件", "50.00", "200.00"],
        ["2", "压盖 316L", "10", "件", "12.50", "125.00"],
    ]
    found = lines(form("采购订单\n订单号：PO77120", rows, "合计：325.00"))
    assert [numbers(line)[2:] for line in found] == [
        ("4", "件", "50.00", "200.00"),
        ("10", "件", "12.50", "125.00"),
    ]
    assert [line.description.value for line in found if line.description] == ["轴套 Ø60", "压盖 316L"]


def test_numbers_that_make_nothing_are_no_items() -> None:
    assert lines(paper(OPEN.replace("200.00", "201.00").replace("125.00", "126.00"))) == ()
