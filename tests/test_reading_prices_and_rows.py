"""Conditions of a price below its item, and items that a form prints in two drawn rows."""

import io

import docx
import pytest
from paper import paper

from extractors import readers
from extractors.assemble import assemble
from models.page import FileFormat
from models.reading import Field, OrderLine, Reading

HEAD = """Purchase Order
Order no.: PO-77120
Date: 12 May 2026
Buyer: Ostwick Paper Ltd
Supplier: Tallow Seals GmbH
Currency: EUR
"""
CONDITIONS = """Item   Material      Description              Quantity  UM   Price      Amount
00010  4410-08       Ring carrier             7         PC
       {gross}                                           50.00      350.00
       {rebate}                                                10.00-      70.00-
       {net}                                             40.00      280.00
00020  4410-11       Spring pack              3         PC
       {gross}                                           20.00       60.00
       {rebate}                                                 2.00-       6.00-
       {net}                                             18.00       54.00
Total net value excl. tax EUR                                           334.00
"""
PLAIN = """Item   Material      Description              Quantity  UM   Price      Amount
00010  4410-08       Ring carrier             7         PC   40.00      280.00
00020  4410-11       Spring pack              3         PC   18.00       54.00
Total net value excl. tax EUR                                           334.00
"""


def read(text: str) -> Reading:
    return assemble(paper(HEAD + text))


def prices(lines: tuple[OrderLine, ...]) -> list[Field]:
    return [field for line in lines for field in (line.unit_price, line.amount) if field is not None]


@pytest.mark.parametrize(
    ("gross", "rebate", "net"),
    [
        ("Gross price", "Rebate   ", "Net price"),
        ("List price ", "Discount ", "Net value"),
        ("Bruttopreis", "Rabatt   ", "Nettopreis"),
    ],
)
def test_the_first_of_several_conditions_is_surely_no_price(gross: str, rebate: str, net: str) -> None:
    found = prices(read(CONDITIONS.format(gross=gross, rebate=rebate, net=net)).lines)
    assert found
    assert [field.value for field in found if field.sure] in ([], ["40.00", "280.00", "18.00", "54.00"])


def test_prices_without_conditions_are_sure() -> None:
    found = prices(read(PLAIN).lines)
    assert [field.value for field in found] == ["40.00", "280.00", "18.00", "54.00"]
    assert all(field.sure for field in found)


HEADING = ("项次", "料件编号\n厂商料号", "品名\n规格", "采购数量\n单位", "含税单价\n交货日", "含税金额\n备注")
TWO_ROWS = (
    (
        ("1", "B04-11-0287", "渣浆泵机械密封", "6.00", "5,480.00", "32,880.00"),
        ("", "HS-100-3821", "ZJM-100", "副", "2026/07/22", "随货附报告"),
    ),
    (
        ("2", "B04-11-0291", "副叶轮", "4.00", "3,126.50", "12,506.00"),
        ("", "HS-F28-1104", "Cr26 Φ280", "件", "2026/08/05", ""),
    ),
)
LOTS = (
    (
        ("1", "HS-100-3821", "渣浆泵机械密封", "6.00", "5,480.00", "32,880.00"),
        ("", "HS-100-3821", "渣浆泵机械密封", "2.00", "5,480.00", "10,960.00"),
    ),
    (
        ("2", "HS-F28-1104", "副叶轮", "4.00", "3,126.50", "12,506.00"),
        ("", "HS-F28-1104", "副叶轮", "1.00", "3,126.50", "3,126.50"),
    ),
)
Pairs = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


def drawn(items: Pairs, total: str, heading: tuple[str, ...] = HEADING) -> Reading:
    """Read an order whose item numbers stand in cells that reach over two rows."""
    file = docx.Document()
    for text in (
        "采购单",
        "采购单号：PUR-26060118",
        "采购日期：2026/06/08",
        "需方：晋源矿业有限公司",
        "供方：苏州华澄密封有限公司",
    ):
        file.add_paragraph(text)
    rows = [heading, *(row for pair in items for row in pair)]
    table = file.add_table(rows=len(rows), cols=len(heading))
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(at, place).text = text
    for at in range(1, len(rows), 2):
        table.cell(at, 0).merge(table.cell(at + 1, 0))
        table.cell(at, 0).text = rows[at][0]
    file.add_paragraph(f"总计 {total} 元")
    data = io.BytesIO()
    file.save(data)
    return assemble(readers.read(data.getvalue(), FileFormat.DOCX))


def codes(found: Reading) -> list[tuple[str | None, str | None]]:
    return [
        tuple(
            field.value if field is not None else None
            for field in (line.customer_part_number, line.part_number)
        )  # type: ignore[misc]
        for line in found.lines
    ]


def test_two_drawn_rows_of_one_item_are_one_line() -> None:
    found = drawn(TWO_ROWS, "45,386.00")
    assert codes(found) == [("B04-11-0287", "HS-100-3821"), ("B04-11-0291", "HS-F28-1104")]
    assert [line.amount.value for line in found.lines if line.amount] == ["32880.00", "12506.00"]


def test_lots_under_one_number_stay_apart() -> None:
    heading = ("项次", "厂商料号", "品名", "采购数量", "含税单价", "含税金额")
    found = drawn(LOTS, "59,472.50", heading)
    amounts = [line.amount.value for line in found.lines if line.amount]
    assert amounts == ["32880.00", "10960.00", "12506.00", "3126.50"]
