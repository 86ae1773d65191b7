"""Whose number a code is, and codes that stand beside all columns."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.lines.headings import recognise
from extractors.vocabulary.meanings import Role


def test_a_stock_code_beside_the_makers_is_the_buyers_and_not_sure() -> None:
    rows = [
        ["Item", "Product code", "Description", "Maker P/N", "Qty", "Unit Price HK$", "Amount HK$"],
        ["1", "KWL-331-77", "Filter element", "H78S331/77", "2", "5.00", "10.00"],
    ]
    line = assemble(form("Purchase order", rows)).lines[0]
    assert line.part_number is not None
    assert line.customer_part_number is not None
    assert (line.part_number.value, line.part_number.sure) == ("H78S331/77", False)
    assert (line.customer_part_number.value, line.customer_part_number.sure) == ("KWL-331-77", False)


def test_a_code_under_a_strange_heading_makes_a_product_code_unsure() -> None:
    rows = [
        ["Item", "Product code", "Description", "Quux", "Qty", "Price", "Amount"],
        ["1", "KWL-331-77", "Filter element", "H78S331/77", "2", "5.00", "10.00"],
    ]
    part = assemble(form("Purchase order", rows)).lines[0].part_number
    assert part is None or not part.sure


def test_an_item_number_below_an_item_may_be_a_part_number() -> None:
    text = """
Purchase order 4500012345
No.   Description                     Qty    Price    Amount
10    Shaft sleeve                    2      50.00    100.00
      Item number: 10060745
20    O-ring                          1      10.00    10.00
      Quux : 10060746
"""
    lines = assemble(paper(text)).lines
    parts = [line.part_number for line in lines]
    names = [(line.description.value, line.description.sure) for line in lines if line.description]
    assert names == [("Shaft sleeve", True), ("O-ring Quux : 10060746", False)]
    assert [(part.value, part.sure) for part in parts if part] == [("10060745", False), ("10060746", False)]


def test_a_list_price_in_one_language_is_one_though_it_is_gross_in_the_other() -> None:
    heading = recognise("原价Gross price")
    assert heading is not None
    assert heading.role is Role.LIST_PRICE
    plain = recognise("Gross price")
    assert plain is not None
    assert (plain.role, plain.tax_included) == (Role.PRICE, True)


def test_a_price_for_each_names_its_currency_in_brackets() -> None:
    for text in ("Price/unit(GBP)", "Preis/Einheit", "Unit Price HK$"):
        heading = recognise(text)
        assert heading is not None
        assert (heading.role, heading.exact) == (Role.PRICE, True)


def test_headings_that_touch_or_lie_over_each_other_are_parted_rightly() -> None:
    document = paper("""
Purchase order 4500012345
Item details
    QTY    Unit    Unit price excl. VAT    Amount
Shaft sleeve
    2      pcs     50.00                   100.00
    P/N: 10060745
O-ring
    1      pcs     10.00                   10.00
    P/N: 10060746
""")
    names = [line.description.value for line in assemble(document).lines if line.description]
    assert names == ["Shaft sleeve", "O-ring"]


LONE = """
Purchase order 4500012345
Item  Code      Description          Qty   Price   Amount
1     TR-20114  Shaft sleeve         2     50.00   100.00
{first}
2     TR-20118  O-ring               4     10.00   40.00
{second}
3     TR-90001  Test report          1     60.00   60.00
Total                                            200.00
"""
SELLERS = "                Supplier part no. 1004471{}"
BUYERS = "                Our part no. GT-71{}"


@pytest.mark.parametrize(
    ("below", "owner"),
    [
        ((SELLERS, SELLERS), "customer_part_number"),
        ((SELLERS, BUYERS), "part_number"),
        ((BUYERS, BUYERS), "part_number"),
    ],
)
def test_a_lone_code_is_the_buyers_where_its_column_is_elsewhere(below: tuple[str, str], owner: str) -> None:
    text = LONE.format(first=below[0].format(0), second=below[1].format(1))
    line = assemble(paper(text)).lines[2]
    found = getattr(line, owner)
    assert found is not None
    assert (found.value, found.sure) == ("TR-90001", False)
    other = line.part_number if owner == "customer_part_number" else line.customer_part_number
    assert other is None or other.value is None


CATALOG = """
Purchase order 4500012345
Line  Item     Description          Catalog #   Qty   Price   Amount
1     2028841  Shaft sleeve         TR-20114    2     50.00   100.00
2     2028842  O-ring               TR-20118    4     10.00   40.00
3     2030115  Gauge                            1     60.00   60.00
Total                                                         200.00
"""


def test_a_lone_number_beside_a_catalogue_is_the_buyers() -> None:
    line = assemble(paper(CATALOG)).lines[2]
    assert line.customer_part_number is not None
    assert (line.customer_part_number.value, line.customer_part_number.sure) == ("2030115", False)
    assert line.part_number is None or line.part_number.value is None


@pytest.mark.parametrize(
    ("buys", "sells"),
    [("买受方", "出让方"), ("受让方", "出让方"), ("买受人", "出卖方"), ("買受方", "出讓方")],
)
def test_the_words_of_the_law_for_the_two_sides_are_theirs(buys: str, sells: str) -> None:
    words = f"买卖合同\n合同编码：HT-4410\n{buys}：江北泵业有限公司\n{sells}：津海密封有限公司"
    rows = [
        ["序号", "货物", f"{buys}码", f"{sells}码", "数量", "含税单价", "含税总价"],
        ["1", "压盖", "7B.02.0118", "10048026", "4", "125.00", "500.00"],
        ["合计", "", "", "", "", "", "500.00"],
    ]
    reading = assemble(form(words, rows))
    assert reading.header.customer is not None
    assert (reading.header.customer.value, reading.header.customer.sure) == ("江北泵业有限公司", True)
    line = reading.lines[0]
    assert line.part_number is not None
    assert line.customer_part_number is not None
    assert (line.part_number.value, line.part_number.sure) == ("10048026", True)
    assert (line.customer_part_number.value, line.customer_part_number.sure) == ("7B.02.0118", True)


def test_who_hands_over_is_not_who_sells() -> None:
    heading = recognise("移交方码")
    assert heading is None or heading.role is not Role.SELLER_PART


def _named_both(heading: str, *codes: str) -> list[tuple[str | None, bool] | None]:
    head = ["Line", "Item", heading, "Description", "Quantity", "Units", "Rate", "Amount"]
    own = [("KB-MS-2160", "Seal"), ("KB-KT-0060", "Kit")]
    rows = [[str(at), *own[at - 1], code] for at, code in enumerate(codes, 1)]
    items = [[nth, own, code, name, "4", "set", "10.00", "40.00"] for nth, own, name, code in rows]
    found = assemble(form("Purchase Order\nPO No.: 4711", [head, *items])).lines
    parts = [line.part_number for line in found]
    return [None if part is None else (part.value, part.sure) for part in parts]


@pytest.mark.parametrize("heading", ["Vendor Name/Code", "Supplier Name / Number"])
def test_the_sellers_name_and_code_of_each_thing_is_its_number(heading: str) -> None:
    found = _named_both(heading, "10063390", "6B6T-00902-A")
    assert found == [("10063390", True), ("6B6T-00902-A", True)]


def test_a_name_beside_the_sellers_number_is_the_things() -> None:
    heading = recognise("Description / supplier ref")
    assert heading is not None
    assert Role.DESCRIPTION in heading.roles


@pytest.mark.parametrize("codes", [("V10033", "V10033"), ("KESTREL", "KESTREL"), ("10063390",)])
def test_the_sellers_name_and_code_may_be_who_sells(codes: tuple[str, ...]) -> None:
    assert not any(each is not None and each[1] for each in _named_both("Vendor Name/Code", *codes))
