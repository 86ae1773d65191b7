"""Items beside which something stands that looks like a part of them, and usual ones beside them."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import OrderLine, Reading

HEAD = """Purchase order no.: VB-20417
Buyer: Vantbrook Pumps Ltd
Supplier: Tolle GmbH
Currency: EUR
Date: 3 May 2027
"""
HEAD_ZH = """采购订单编号：VB-20417
日期：2027年5月3日
需方：上海诺凯泵业有限公司
供方：德尔塔密封（苏州）有限公司
币种：人民币
"""
Told = list[tuple[str | None, bool] | None]
Rows = list[list[str]]


def told(lines: tuple[OrderLine, ...], name: str) -> Told:
    found = [getattr(line, name) for line in lines]
    return [None if field is None else (field.value, field.sure) for field in found]


def listed(first: str, second: str = "") -> Reading:
    """Return what is read of two items with a line below each; `first` stands below the first."""
    text = f"""
Pos   Part no.     Description      Qty       Unit price   Amount
1     TS-20031     Shaft sleeve     4 pcs     25.00        100.00
{first}
2     TS-20044     Gasket           2 pcs     40.00         80.00
{second}
Total EUR 180.00
"""
    return assemble(paper(HEAD + text))


def tabled(heading: str, cells: tuple[str, str]) -> tuple[OrderLine, ...]:
    rows: Rows = [
        ["Pos", "Description", "Drawing", heading, "Qty", "Unit price", "Amount"],
        ["1", "Shaft sleeve", "GA-70121", cells[0], "4 pcs", "25.00", "100.00"],
        ["2", "Gasket", "GA-70122", cells[1], "2 pcs", "40.00", "80.00"],
    ]
    return assemble(form(HEAD, rows, "Total EUR 180.00")).lines


@pytest.mark.parametrize(
    "said",
    [
        "zzgl. der gesetzlichen MwSt.",
        "zzgl. gesetzl. MwSt.",
        "zuzüglich der gesetzlichen Mehrwertsteuer",
        "zzgl. MwSt.",
    ],
)
def test_a_line_that_names_a_tax_without_a_sum_states_the_basis(said: str) -> None:
    rows = [
        ["Pos", "Description", "Qty", "Unit price", "Amount"],
        ["1", "Shaft sleeve", "4", "25.00", "100.00"],
    ]
    found = assemble(form(f"{HEAD}{said}\n", rows, "Total EUR 100.00")).header.tax_included
    assert found is not None
    assert found.value == "false"


@pytest.mark.parametrize("said", ["Material AL 6061", "Material PE 1000", "Your ref. QU 26-0412"])
def test_a_material_or_an_offer_behind_a_blank_is_no_sure_number(said: str) -> None:
    line = listed(f"                   {said}").lines[0]
    value = said.split(maxsplit=1)[1].removeprefix("ref. ")
    both = (line.part_number, line.customer_part_number)
    assert not any(field is not None and field.value == value and field.sure for field in both)


@pytest.mark.parametrize("said", ["Your part no. M 20.118", "Your ref. QU-26-0412"])
def test_a_number_behind_its_label_is_one(said: str) -> None:
    line = listed(f"                   {said}").lines[0]
    assert line.part_number is not None
    assert line.part_number.value == said.split("no. " if "no." in said else "ref. ")[1]


CARDS = """
1 {}
Part no.       Need by      Qty       Unit price{}
TS-20031       12.08.2027   4 pcs     EUR 25.00{}

2 {}
Part no.       Need by      Qty       Unit price{}
TS-20044       12.08.2027   2 pcs     EUR 40.00{}

Total EUR 180.00
"""


def test_a_title_above_a_heading_may_be_a_section() -> None:
    text = CARDS.format("Pump station North", "", "", "Pump station South", "", "")
    names = told(assemble(paper(HEAD + text)).lines, "description")
    assert not any(each is not None and each[1] for each in names)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("材料S31603", None),
        ("设备P2001301", None),
        ("产品GB3452108", None),
        ("物料GB1220-2007", None),
        ("物料M0071840", "M0071840"),
    ],
)
def test_a_code_right_behind_a_word_is_a_number_only_behind_that_for_materials(
    said: str, code: str | None
) -> None:
    text = f"""
序号   名称              规格型号     数量    单位    单价     金额
1      轴套              CS20-50      4       台      25.00    100.00
       {said}
2      垫片              CS20-60      2       只      40.00     80.00
合计 180.00
"""
    found = assemble(paper(HEAD_ZH + text)).lines[0].customer_part_number
    assert (found.value if found is not None and found.sure else None) == code


@pytest.mark.parametrize(
    ("cells", "certain"),
    [(("NA", "TBD"), False), (("OK", "NEW"), False), (("A", "02"), True), (("B1", "AB"), True)],
)
def test_words_in_the_column_of_the_index_are_none(cells: tuple[str, str], *, certain: bool) -> None:
    found = told(tabled("Rev.", cells), "drawing_number")
    numbers = zip(("GA-70121", "GA-70122"), cells, strict=True)
    assert (found == [(f"{number} Rev.{index}", True) for number, index in numbers]) is certain
    assert all(each is not None and each[1] is certain for each in found)


@pytest.mark.parametrize("said", ["to be advised", "to follow later", "as last time"])
def test_a_number_that_is_yet_to_come_is_no_name(said: str) -> None:
    text = f"""
Pos   Part no.        Qty      Unit price   Amount
1     TS-20031        4 pcs    25.00        100.00
2     TS-20044        2 pcs    40.00         80.00
3     {said:<15} 1 pcs    20.00         20.00
Total EUR 200.00
"""
    name = assemble(paper(HEAD + text)).lines[2].description
    assert name is None or not name.sure


@pytest.mark.parametrize(
    ("said", "value"),
    [("每件不含税价25.00元", "false"), ("每件含税单价25.00元", "true"), ("每件25.00元", None)],
)
def test_what_a_sentence_says_of_the_tax_in_a_price_is_kept(said: str, value: str | None) -> None:
    items = "".join(
        f"{at}、{name}，4件，{said}，共100.00元\n" for at, name in ((1, "轴套CS20-50"), (2, "垫片CS20-60"))
    )
    text = f"订购以下产品：\n{items}合计200.00元"
    found = assemble(paper(HEAD_ZH + text)).header.tax_included
    assert (found.value if found is not None else None) == value


@pytest.mark.parametrize(
    ("name", "is_charge"),
    [
        ("Gasket set incl. freight", False),
        ("Seal kit including courier charges", False),
        ("垫片含运费", False),
        ("Inbound freight (by air)", True),
        ("DHL Express freight", True),
        ("Seefrachtkosten", True),
    ],
)
def test_a_thing_with_its_freight_is_no_charge(name: str, *, is_charge: bool) -> None:
    rows: Rows = [
        ["Pos", "Part no.", "Description", "Qty", "Unit price", "Amount"],
        ["1", "TS-20031", "Shaft sleeve", "4 pcs", "25.00", "100.00"],
        ["2", "", name, "2 pcs", "40.00", "80.00"],
    ]
    lines = assemble(form(HEAD, rows, "Total EUR 180.00")).lines
    assert (lines[1].part_number is None) is is_charge


@pytest.mark.parametrize(
    ("said", "certain"), [("to be confirmed by you", False), ("net of all our rebates", True)]
)
def test_what_is_said_below_a_price_may_open_it(said: str, *, certain: bool) -> None:
    price = listed(" " * 46 + said).lines[0].unit_price
    assert price is not None
    assert price.sure is certain


def test_lines_of_different_kinds_are_no_titles_of_items() -> None:
    text = """
Pos   Part no.     Description       Qty       Unit price   Amount
Delivery: 12.08.2027
1     TS-20031     Shaft sleeve      4 pcs     25.00        100.00
Drawing no.: GA-70121
2     TS-20044     Gasket            2 pcs     40.00         80.00

Total EUR 180.00
"""
    lines = assemble(paper(HEAD + text)).lines
    assert told(lines, "drawing_number") == [("GA-70121", True), None]
