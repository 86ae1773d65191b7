"""Call-offs from a frame contract, circled numbers of items, and labels that buyers of other papers print."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.kinds.kinds import kind_of_title
from models.reading import Field, Kind, Reading

HEAD = "Lieferabruf aus Rahmenvertrag\nAbruf-Nr.   4711000552-07\nDatum   11.03.2027\n"
BUYER = "Firma\nBesteller:   Talwerk Armaturen GmbH\nRahmenvertrag   4711000552\nWährung   EUR\n"
ROWS = [
    ["Pos", "Artikel-Nr.", "Benennung", "Abrufmenge", "Einheit", "Eintreffend am", "E-Preis", "G-Preis"],
    ["1", "70044021", "Dichtring", "4", "ST", "05.05.2027", "25,00", "100,00"],
    ["2", "70044022", "Laufrad", "2", "ST", "12.05.2027", "60,00", "120,00"],
]
CIRCLED = """
订货函
订货编号：LH-27-118
订货日期：2027年3月5日
需方：临河泵业有限公司
现向贵司订购下列备件：
① 滤袋 PP 35
   贵司料号：10054431
   数量：3个    未税单价：26.00元/个    金额：78.00元
② 轴承座 SNL 550
   贵司料号：10054432
   数量：2件    未税单价：22.00元/件    金额：44.00元
未税合计 122.00 元，税率13%，税额 15.86 元，价税合计 137.86 元。
"""
PRICED = """
Purchase order 4500771203
Buyer: Delta Works GmbH
1. Filter bag PP 35
Supplier part: 10054431      Our part: DW-931
Quantity: 3 pcs              Unit price: USD 26.00     {label}: USD {first}
2. Bearing housing SNL 550
Supplier part: 10054432      Our part: DW-932
Quantity: 2 pcs              Unit price: USD 22.00     {label}: USD 44.00
Total: USD 122.00
"""


def _value(field: Field | None) -> str | None:
    return None if field is None else field.value


def _priced(label: str, first: str = "78.00") -> Reading:
    return assemble(paper(PRICED.format(label=label, first=first)))


def test_a_call_off_has_its_own_number_and_the_frame_contract_has_another() -> None:
    reading = assemble(form(HEAD + BUYER, ROWS, "Abrufwert   220,00"))
    assert reading.kind is Kind.PURCHASE_ORDER
    assert _value(reading.header.document_number) == "4711000552-07"
    assert _value(reading.header.total_amount) == "220.00"


def test_the_columns_of_a_call_off_are_known() -> None:
    lines = assemble(form(HEAD + BUYER, ROWS, "Abrufwert   220,00")).lines
    assert [_value(line.quantity) for line in lines] == ["4", "2"]
    assert [_value(line.delivery_date) for line in lines] == ["2027-05-05", "2027-05-12"]
    assert all(line.quantity and line.quantity.sure for line in lines)


@pytest.mark.parametrize("title", ["Lieferabruf", "Abruf zum Rahmenvertrag", "Call-off Order"])
def test_a_call_off_is_an_order(title: str) -> None:
    assert kind_of_title(title) is Kind.PURCHASE_ORDER


def test_a_frame_contract_itself_is_no_order() -> None:
    assert kind_of_title("Rahmenvertrag") is Kind.FRAMEWORK_AGREEMENT


def test_items_may_be_numbered_in_circles() -> None:
    lines = assemble(paper(CIRCLED)).lines
    assert [_value(line.line_number) for line in lines] == ["①", "②"]
    assert [_value(line.description) for line in lines] == ["滤袋 PP 35", "轴承座 SNL 550"]


def test_circles_above_nine_count_on() -> None:
    names = "\n".join(
        f"{chr(0x2460 + at)} 滤袋 P{at}\n   数量：1个    未税单价：5.00元/个    金额：5.00元"
        for at in range(11)
    )
    head = CIRCLED.strip().split("①")[0]
    lines = assemble(
        paper(f"{head}{names}\n未税合计 55.00 元，税率13%，税额 7.15 元，价税合计 62.15 元。")
    ).lines
    assert [_value(line.line_number) for line in lines][-2:] == ["⑩", "⑪"]


def test_the_price_of_an_item_beside_one_for_each_is_its_amount() -> None:
    lines = _priced("Item price").lines
    assert [_value(line.unit_price) for line in lines] == ["26.00", "22.00"]
    assert [_value(line.amount) for line in lines] == ["78.00", "44.00"]


def test_a_price_of_an_item_that_its_pieces_do_not_make_is_no_amount() -> None:
    first, *_ = _priced("Item price", "75.00").lines
    assert first.amount is None or not first.amount.sure


@pytest.mark.parametrize("label", ["合同/订单号", "订单（合同）编号", "Contract/Order No."])
def test_a_number_may_be_called_that_of_a_contract_or_an_order(label: str) -> None:
    rows = [["序号", "名称", "数量", "单价", "金额"], ["1", "滤袋", "2", "50.00", "100.00"]]
    head = f"采购订单\n{label}：HT-27-0418\n需方：临河泵业有限公司\n"
    number = assemble(form(head, rows, "合计   100.00")).header.document_number
    assert number is not None
    assert (number.value, number.sure) == ("HT-27-0418", True)


@pytest.mark.parametrize(
    ("label", "terms"), [("When to pay", "30 days net from invoice date"), ("收款条件", "票到30天")]
)
def test_plain_words_for_paying_label_the_terms(label: str, terms: str) -> None:
    rows = [["Item", "Description", "Qty", "Price", "Amount"], ["1", "Seal", "2", "50.00", "100.00"]]
    place = "Where to: Haven Pumps GmbH, Quay 4, 20457 Hamburg"
    head = f"PURCHASE ORDER\nOrder No.: PO-118\nBuyer: Haven Pumps GmbH\n{label}: {terms}\n{place}\n"
    header = assemble(form(head, rows, "Total   100.00")).header
    assert _value(header.payment_terms) == terms
    assert (_value(header.delivery_place) or "").startswith("Haven Pumps GmbH, Quay 4")
