"""Columns that hold the number and the name of a thing."""

import pytest
from paper import form, paper

from extractors import readers
from extractors.assemble import assemble
from models.page import FileFormat


@pytest.mark.parametrize("cell", ["MS6-331-SCC Shaft sleeve", "Shaft sleeve MS6-331-SCC"])
def test_number_and_name_in_one_cell_are_parted(cell: str) -> None:
    rows = [
        ["Item", "Part Number / Description", "Qty", "Price", "Amount"],
        ["1", cell, "2", "50.00", "100.00"],
    ]
    line = assemble(form("Purchase order", rows)).lines[0]
    assert line.part_number is not None
    assert line.description is not None
    assert (line.part_number.value, line.description.value) == ("MS6-331-SCC", "Shaft sleeve")
    assert not line.part_number.sure


def test_a_name_that_ends_like_a_code_is_left_whole() -> None:
    rows = [["Item", "Goods", "Qty", "Price", "Amount"], ["1", "Repair kit RK-85", "2", "50.00", "100.00"]]
    line = assemble(form("Purchase order", rows)).lines[0]
    assert line.description is not None
    assert line.part_number is not None
    assert (line.description.value, line.part_number.value) == ("Repair kit RK-85", None)


def test_the_rest_of_a_labelled_code_is_no_number_of_its_own() -> None:
    text = """
Purchase order 4500012345
Pos  Goods                Qty   Price   Amount
1    Filter bag PP 35     2     50.00   100.00
     Vendor P/N: 8D8S-
     0931-C
2    Disc coupling        1     40.00    40.00
     Vendor P/N: LP-
     24-8837
"""
    for line, code in zip(assemble(paper(text)).lines, ("8D8S-0931-C", "LP-24-8837"), strict=True):
        assert line.part_number is not None
        assert (line.part_number.value, line.part_number.sure) == (code, False)
        assert line.customer_part_number is None


@pytest.mark.parametrize("cell", ["[10028131] O-ring FKM", "LP-35-3200 - O-ring FKM"])
def test_a_number_with_a_mark_before_the_name_is_parted(cell: str) -> None:
    rows = [["Item", "Description", "Qty", "Price", "Amount"], ["1", cell, "2", "50.00", "100.00"]]
    line = assemble(form("Purchase order", rows)).lines[0]
    assert line.part_number is not None
    assert line.description is not None
    assert line.part_number.value == cell.split(maxsplit=1)[0].strip("[]")
    assert (line.part_number.sure, line.description.value) == (False, "O-ring FKM")


@pytest.mark.parametrize(
    "below",
    [("Certificate ISO", "10474-3.1", "10474-2.2"), ("Certificate by", "10474-3.1", "10474-3.1")],
)
def test_the_number_of_a_standard_is_that_of_no_part(below: tuple[str, str, str]) -> None:
    text = f"""
Purchase order 4500012345
Pos  Goods                Qty   Price   Amount
1    Filter bag PP 35     2     50.00   100.00
     {below[0]}
     {below[1]}
2    Disc coupling        1     40.00    40.00
     {below[0]}
     {below[2]}
Total                                   140.00
"""
    for line in assemble(paper(text)).lines:
        numbers = (line.part_number, line.customer_part_number)
        assert all(each is None or each.value is None for each in numbers)


MARKED = """
Purchase order 4500012345
Description              Qty   Price   Amount
{first}   2     50.00   100.00
{second}   1     40.00    40.00
{third}   3     10.00    30.00
Total                          170.00
"""


def test_numbers_in_brackets_may_stand_before_some_of_the_names_only() -> None:
    text = MARKED.format(
        first="[LP-2041] Filter bag  ", second="Disc coupling         ", third="[LP-2077] Shim set    "
    )
    lines = assemble(paper(text)).lines
    assert [line.description.value for line in lines if line.description] == [
        "Filter bag",
        "Disc coupling",
        "Shim set",
    ]
    first, second, third = (line.part_number for line in lines)
    assert first is not None
    assert third is not None
    assert (first.value, first.sure, third.value) == ("LP-2041", False, "LP-2077")
    assert second is None or second.value is None


def test_a_remark_in_brackets_before_one_name_is_a_part_of_it() -> None:
    text = MARKED.format(
        first="[ND-2041] Filter bag  ", second="Disc coupling         ", third="Shim set              "
    )
    line = assemble(paper(text)).lines[0]
    assert line.description is not None
    assert line.description.value == "[ND-2041] Filter bag"


@pytest.mark.parametrize("label", ["Ref:", "Tag:"])
def test_a_word_of_the_heading_labels_the_number_below_the_name(label: str) -> None:
    name = f"Shaft sleeve, coated<br>{label} WS-10{{0}}-K"
    cell = f"<tr><td>{{0}}<td>ZT-0044{{0}}<td>{name}<td>2<td>50.00<td>100.00"
    rows = "".join(map(cell.format, (1, 2)))
    head = "<tr><th>Line<th>Stock code<th>Description and supplier ref.<th>Qty<th>Price<th>Amount"
    page = f"<p>Purchase order 4500012345<table>{head}{rows}</table><p>Total 200.00"
    line = assemble(readers.read(page.encode(), FileFormat.HTML)).lines[0]
    assert line.description is not None
    if label == "Tag:":
        assert line.part_number is None or not line.part_number.sure
        return
    assert line.part_number is not None
    assert (line.part_number.value, line.part_number.sure) == ("WS-101-K", True)
    assert line.description.value == "Shaft sleeve, coated"


def test_what_stands_below_the_number_of_a_material_is_no_name_where_names_have_a_column() -> None:
    text = """
采购订单 4500012345
项目   物料       短文本        数量  单位  净价    净值
10     50013877   轴封 GL-50    2     件    50.00   100.00
       适用于二号线
20     50013880   密封圈 50     1     件    40.00    40.00
       附材质证明
"""
    lines = assemble(paper(text)).lines
    assert [line.description and line.description.value for line in lines] == ["轴封 GL-50", "密封圈 50"]


def test_what_stands_below_the_number_of_a_material_is_its_name_where_nothing_else_is() -> None:
    text = """
采购订单 4500012345
项目   物料           数量  单位  净价    净值
10     50013877       2     件    50.00   100.00
       轴封
20     50013880       1     件    40.00    40.00
       密封圈
"""
    lines = assemble(paper(text)).lines
    assert [line.description and line.description.value for line in lines] == ["轴封", "密封圈"]


LABELLED = """
Purchase order 4500012345
Ln  Stock code  Description / supplier ref      Qty   Price   Amount
1   ZT-00441    Shaft sleeve, coated              2   50.00   100.00
                Supplier ref 10083361
2   ZT-00442    {second}                          1   40.00    40.00
                {below}
Total                                                         140.00
"""


def test_a_name_above_a_labelled_number_is_all_that_its_cell_names() -> None:
    text = LABELLED.format(second="Lip seal", below="Supplier ref SC2-240-2Z")
    lines = assemble(paper(text)).lines
    names = [(line.description.value, line.description.sure) for line in lines if line.description]
    assert names == [("Shaft sleeve, coated", True), ("Lip seal", True)]
    parts = [(line.part_number.value, line.part_number.sure) for line in lines if line.part_number]
    assert parts == [("10083361", True), ("SC2-240-2Z", True)]


def test_a_number_that_one_item_lacks_below_its_name_leaves_the_names_open() -> None:
    lines = assemble(paper(LABELLED.format(second="Lip seal", below="SC2-240-2Z"))).lines
    assert not all(line.description is not None and line.description.sure for line in lines)
