"""Lines whose fields something else of the table speaks against: titles, rows, columns and remarks."""

import pytest
from paper import form, paper, sheet

from extractors.assemble import assemble
from extractors.lines.item_table import make_column
from extractors.vocabulary.meanings import Role
from models.page import SourceDocument
from models.reading import Field, OrderLine

HEAD = """
Purchase order no.: PO-70311
Buyer: Nordkap Pumpen GmbH
Supplier: Velden Seals B.V.
Currency: EUR
"""
CHINESE = """
采购订单
订单号：PO-70311
需方：北岬泵业有限公司
供方：维登密封（常州）有限公司
币种：人民币
"""
TOTAL = "Total amount: EUR 1,300.00"
SUM = "合计：1,300.00元"
PLAIN = "Pos.|Your part no.|Our part no.|Description|Qty|Unit|Unit price|Amount"
SLEEVE = "1|VS-10112|70011223|Shaft sleeve|4|pcs|200.00|800.00"
GLAND = "2|VS-10113|70011224|Gland ring|2|pcs|250.00|500.00"


def rows_of(*lines: str) -> list[list[str]]:
    """Return lines as the cells that strokes part."""
    return [[cell.strip() for cell in line.split("|")] for line in lines]


def lines_of(*lines: str, head: str = HEAD, after: str = TOTAL) -> tuple[OrderLine, ...]:
    """Return the lines of an order with a drawn table."""
    return assemble(form(head, rows_of(*lines), after)).lines


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def named(lines: tuple[OrderLine, ...], name: str) -> list[tuple[str | None, bool] | None]:
    """Return a field of each line."""
    return [told(getattr(line, name)) for line in lines]


def in_sheet(*lines: str) -> SourceDocument:
    """Return an order in a spreadsheet."""
    head = [[each] for each in HEAD.strip().split("\n")]
    return sheet([*head, *rows_of(*lines), [TOTAL]])


JANUARY, MARCH = "Delivery: 15.01.2027", "Delivery: 15.03.2027"


@pytest.mark.parametrize("drawn", [True, False])
def test_what_titles_say_of_the_items_below_is_not_that_of_the_items_above(*, drawn: bool) -> None:
    lines = (PLAIN, f"{JANUARY}|||||||", SLEEVE, f"{MARCH}|||||||", GLAND)
    read = lines_of(*lines) if drawn else assemble(in_sheet(*lines)).lines
    assert named(read, "delivery_date") == [("2027-01-15", False), ("2027-03-15", False)]


def test_titles_without_drawn_lines_lead_the_items_below_them() -> None:
    lines = assemble(
        paper(f"""{HEAD}
Pos.  Our part no.   Your part no.   Description      Qty  Unit    Price    Amount
For drawing no. GA-4001
1     77101000       VS-10112        Shaft sleeve       4  pcs    100.00    400.00
2     77103000       VS-10114        Wear ring          4  pcs    100.00    400.00
For drawing no. GA-4002
3     77102000       VS-10113        Gland ring         2  pcs    250.00    500.00

{TOTAL}""")
    ).lines
    assert named(lines, "drawing_number") == [("GA-4001", False), ("GA-4001", False), ("GA-4002", False)]


def test_what_stands_below_each_item_is_its_own() -> None:
    lines = lines_of(PLAIN, SLEEVE, f"|||{JANUARY}||||", GLAND, f"|||{MARCH}||||")
    assert named(lines, "delivery_date") == [("2027-01-15", True), ("2027-03-15", True)]


def test_labels_between_a_name_and_its_figures_are_those_of_the_same_item() -> None:
    lines = lines_of(
        "Line|Article description|Quantity|Price each|Line total",
        "10|Cartridge seal|||",
        "|Your part no.: VS-10112|||",
        "||2 set|100.00|200.00",
        "20|Gland ring|||",
        "|Your part no.: VS-10113|||",
        "||4 set|100.00|400.00",
        after="Total amount: EUR 600.00",
    )
    assert named(lines, "part_number") == [("VS-10112", True), ("VS-10113", True)]


@pytest.mark.parametrize(
    "row", ["|||Installation drawings|1|set||", "3|||Material certificate||||", "|||Spare O-rings|4 pcs|||"]
)
def test_a_row_that_counts_something_and_is_no_item_leaves_open_whether_all_were_read(row: str) -> None:
    assert named(lines_of(PLAIN, SLEEVE, GLAND, row), "line_number") == [("1", False), ("2", False)]


@pytest.mark.parametrize(
    "row",
    [
        "|||as offered||||",
        "|||with certificate 3.1||||",
        "-|VS-10119|70011229|OPTIONAL, not ordered: Wear ring|2|pcs|250.00|500.00",
    ],
)
def test_a_note_or_what_is_not_ordered_below_an_item_leaves_nothing_open(row: str) -> None:
    lines = lines_of(PLAIN, SLEEVE, GLAND, row)
    assert named(lines, "line_number") == [("1", True), ("2", True)]


MATERIAL = "Pos.|Material|Your part no.|Description|Qty|Unit|Unit price|Amount"


def test_what_a_thing_is_made_of_is_no_number_of_the_buyer() -> None:
    made = lines_of(
        MATERIAL,
        "1|42CrMo4|VS-10112|Shaft sleeve|4|pcs|200.00|800.00",
        "2|SS316L|VS-10113|Gland ring|2|pcs|250.00|500.00",
    )
    assert named(made, "customer_part_number") == [("42CrMo4", False), ("SS316L", False)]
    coded = lines_of(
        MATERIAL,
        "1|70011223|VS-10112|Shaft sleeve|4|pcs|200.00|800.00",
        "2|70011224|VS-10113|Gland ring|2|pcs|250.00|500.00",
    )
    assert named(coded, "customer_part_number") == [("70011223", True), ("70011224", True)]


@pytest.mark.parametrize(("maker", "sure"), [("Rotaflow", False), ("Velden Seals", True)])
def test_the_number_of_a_part_beside_another_maker_may_be_that_makers(maker: str, *, sure: bool) -> None:
    lines = lines_of(
        "Pos.|Material no.|Description|Manufacturer|Part no.|Qty|Unit price|Amount",
        f"1|70011223|Shaft sleeve|{maker}|RF-56221|4|200.00|800.00",
        f"2|70011224|Gland ring|{maker}|RF-56290|2|250.00|500.00",
    )
    assert named(lines, "part_number") == [("RF-56221", sure), ("RF-56290", sure)]


@pytest.mark.parametrize(
    ("heading", "first", "second", "sure"),
    [
        ("供应商编码", "V100231", "V100231", False),
        ("供应商编码", "VS-10112", "VS-10113", True),
        ("供方物料号", "VS-10112", "VS-10112", True),
    ],
)
def test_one_number_of_the_supplier_on_every_line_may_be_its_own(
    heading: str, first: str, second: str, *, sure: bool
) -> None:
    lines = lines_of(
        f"序号|{heading}|物料编码|名称|数量|单位|单价|金额",
        f"1|{first}|10033112|轴套|4|件|200.00|800.00",
        f"2|{second}|10033113|压盖|2|件|250.00|500.00",
        head=CHINESE,
        after=SUM,
    )
    assert named(lines, "part_number") == [(first, sure), (second, sure)]


@pytest.mark.parametrize(("code", "sure"), [("QT-2217/10", False), ("VS-10112", True)])
def test_your_reference_may_be_a_line_of_the_offer(code: str, *, sure: bool) -> None:
    lines = lines_of(
        "Pos.|Your ref.|Material no.|Description|Qty|Unit|Unit price|Amount",
        f"1|{code}|10033112|Shaft sleeve|4|pcs|325.00|1,300.00",
    )
    assert named(lines, "part_number") == [(code, sure)]


def test_two_numbers_that_may_be_the_buyers_are_open_and_one_may_be_the_sellers() -> None:
    lines = lines_of(
        "序号|物料编码|客户料号|名称|数量|单位|单价|金额",
        "1|10033112|70011223|轴套|4|件|325.00|1,300.00",
        head=CHINESE,
        after=SUM,
    )
    assert named(lines, "customer_part_number") == [("70011223", False)]
    assert named(lines, "part_number") == [("10033112", False)]


@pytest.mark.parametrize(
    ("headings", "row", "after", "sure"),
    [
        ("Unit price|Amount|Disc. %|Net amount", "200.00|800.00|10|720.00", "Total: EUR 720.00", False),
        ("单价|金额|折扣|折后金额", "200.00|800.00|9折|720.00", "Total: EUR 720.00", False),
        ("Unit price|Total|Discount|Total after discount", "200.00|800.00|80.00|720.00", "", False),
        ("List price|Disc. %|Unit price|Amount", "222.22|10|200.00|800.00", "Total: EUR 800.00", True),
    ],
)
def test_amounts_before_a_discount_of_the_same_line_are_not_certain(
    headings: str, row: str, after: str, *, sure: bool
) -> None:
    lines = lines_of(
        f"Pos.|Your part no.|Our part no.|Description|Qty|{headings}",
        f"1|VS-10112|70011223|Shaft sleeve|4|{row}",
        after=after,
    )
    assert named(lines, "amount") == [("800.00", sure)]
    assert named(lines, "unit_price") == [("200.00", sure)]


REMARKED = f"{PLAIN}|Remarks"


@pytest.mark.parametrize(
    ("remark", "told_time"),
    [
        ("by 15 Jan", True),
        ("within 10 days", True),
        ("2 in Jan, 2 in March", True),
        ("asap", True),
        ("急，10天内", True),
        ("for pump P-101A", False),
        ("warranty 30 days", False),
        ("see our mail of 3 Nov", False),
    ],
)
def test_a_time_that_a_remark_tells_is_not_absent(remark: str, *, told_time: bool) -> None:
    (line,) = lines_of(REMARKED, f"1|VS-10112|70011223|Shaft sleeve|4|pcs|325.00|1,300.00|{remark}")
    assert told(line.delivery_date) == ((None, False) if told_time else None)


@pytest.mark.parametrize(
    ("remark", "sure"),
    [
        ("urgent, by 20 Dec", False),
        ("earliest 1 March 2027", False),
        ("需提前至12月底", False),
        ("needed by 15.01.2027", True),
        ("see offer of 3 Nov", True),
        ("急用", True),
        ("spare", True),
    ],
)
def test_a_remark_of_another_time_opens_that_of_the_column(remark: str, *, sure: bool) -> None:
    (line,) = lines_of(
        f"{PLAIN}|Delivery date|Remarks",
        f"1|VS-10112|70011223|Shaft sleeve|4|pcs|325.00|1,300.00|15.01.2027|{remark}",
    )
    assert told(line.delivery_date) == ("2027-01-15", sure)


@pytest.mark.parametrize(
    ("remark", "sure"),
    [
        ("change qty to 8", False),
        ("only 1 pc needed", False),
        ("delete", False),
        ("price under negotiation", False),
        ("单价待议", False),
        ("不要了", False),
        ("certificate not required", True),
        ("2 per pump", True),
    ],
)
def test_a_remark_against_quantity_or_price_opens_them(remark: str, *, sure: bool) -> None:
    (line,) = lines_of(REMARKED, f"1|VS-10112|70011223|Shaft sleeve|4|pcs|325.00|1,300.00|{remark}")
    assert told(line.quantity) == ("4", sure)


@pytest.mark.parametrize(
    ("name", "sure"),
    [("Gland ring (qty reduced to 1)", False), ("Gland ring, price tbc", False), ("Price label 40x60", True)],
)
def test_a_name_that_goes_on_against_quantity_or_price_opens_them(name: str, *, sure: bool) -> None:
    (line,) = lines_of(PLAIN, f"1|VS-10112|70011223|{name}|4|pcs|325.00|1,300.00")
    assert (told(line.quantity), told(line.unit_price)) == (("4", sure), ("325.00", sure))


def test_an_owner_below_a_spanning_heading_of_codes_is_read_with_it() -> None:
    column = make_column(0, 60, ["Manufacturer"], "Part number")
    assert column.roles == {Role.MAKER_PART}
    assert make_column(0, 60, ["Tag no."], "Part number").roles == {Role.OTHER}


@pytest.mark.parametrize(
    ("headings", "cells", "drawing"),
    [
        ("Drawing no.|Rev.|Description", "GA-1001|B|Shaft sleeve", ("GA-1001 Rev.B", True)),
        ("Drawing no.|Rev.|Description", "GA-1001 Rev.B|B|Shaft sleeve", ("GA-1001 Rev.B", True)),
        ("Drawing no.|Rev.|Description", "GA-1001|-|Shaft sleeve", ("GA-1001", True)),
        ("Drawing no.|Description|Rev.", "GA-1001|Shaft sleeve|B", ("GA-1001", False)),
    ],
)
def test_the_index_right_of_a_drawing_is_a_part_of_its_number(
    headings: str, cells: str, drawing: tuple[str, bool]
) -> None:
    (line,) = lines_of(
        f"Pos.|Your part no.|Our part no.|{headings}|Qty|Unit|Unit price|Amount",
        f"1|VS-10112|70011223|{cells}|4|pcs|325.00|1,300.00",
    )
    assert told(line.drawing_number) == drawing


def test_a_mark_for_the_text_above_is_neither_name_nor_unit() -> None:
    ditto = '2|VS-10113|70011224|ditto, size 60|2|"|250.00|500.00'
    first, second = lines_of(PLAIN, SLEEVE, ditto)
    assert (told(first.description), told(first.unit)) == (("Shaft sleeve", True), ("pcs", True))
    assert (told(second.description), told(second.unit)) == (("ditto, size 60", False), ('"', False))


def test_of_two_units_the_one_beside_the_other_quantity_is_not_certain() -> None:
    (line,) = lines_of(
        "Pos.|Your part no.|Our part no.|Description|Qty|Unit|Qty|Unit|Unit price|Amount",
        "1|VS-10112|70011223|Shaft sleeve|4|box|40|pcs|32.50|1,300.00",
    )
    assert (told(line.quantity), told(line.unit)) == (("40", True), ("box", False))


@pytest.mark.parametrize(("day", "sure"), [("22.01.2027", False), ("15.01.2027", True)])
def test_a_confirmed_day_other_than_the_requested_one_opens_it(day: str, *, sure: bool) -> None:
    (line,) = lines_of(
        f"{PLAIN}|Requested date|Confirmed date",
        f"1|VS-10112|70011223|Shaft sleeve|4|pcs|325.00|1,300.00|15.01.2027|{day}",
    )
    assert told(line.delivery_date) == ("2027-01-15", sure)


def test_a_code_under_a_heading_of_sizes_and_drawings_may_be_the_drawing() -> None:
    lines = lines_of(
        "序号|产品编码|物料编码|名称|规格/图号|数量|单位|单价|金额",
        "1|VS-10112|10033112|轴套|108-45|4|件|200.00|800.00",
        "2|VS-10113|10033113|压盖|GA-5002|2|件|250.00|500.00",
        head=CHINESE,
        after=SUM,
    )
    assert named(lines, "drawing_number") == [None, ("GA-5002", False)]
