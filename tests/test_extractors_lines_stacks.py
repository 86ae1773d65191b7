"""Cells of several lines under headings above each other: broken names, units above numbers, two in one."""

from dataclasses import replace

from paper import paper

from extractors.assemble import assemble
from models.page import FileFormat, SourceDocument
from models.reading import Field, OrderLine

BROKEN = """
Purchase order 4500012345
Item  Description          Qty   Price    Amount
      Our part no.
      Your part no.
1     Seal kit             2     50.00    100.00
      30011445
      MSK-2210-B
2     Cartridge seal for   3     10.00    30.00
      {second}
      30011446
      MSK-2211-B
Total                                     130.00
"""


def value(field: Field | None) -> str | None:
    return field.value if field else None


def named(lines: tuple[OrderLine, ...]) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (value(line.description), value(line.customer_part_number), value(line.part_number)) for line in lines
    ]


def test_a_broken_name_above_its_codes_is_one_name() -> None:
    assert named(assemble(paper(BROKEN.format(second="hot oil"))).lines) == [
        ("Seal kit", "30011445", "MSK-2210-B"),
        ("Cartridge seal for hot oil", "30011446", "MSK-2211-B"),
    ]


def test_where_each_line_too_many_may_be_a_code_none_is_sure() -> None:
    line = assemble(paper(BROKEN.format(second="30011447"))).lines[1]
    told = (line.customer_part_number, line.part_number)
    assert not any(field is not None and field.sure for field in told)


def test_a_unit_above_a_price_is_a_unit() -> None:
    text = """
采购订单
订单号：4500012345
序号   名称          数量          单位          不含税金额
       我方料号      供方编码      不含税单价
1      导向套        2             件            100.00
       30011445      MSK-2210-B    50.00
2      耐磨板        3             个            30.00
       30011446      MSK-2211-B    10.00
合计                                             130.00
"""
    lines = assemble(paper(text)).lines
    assert [(value(line.unit), value(line.unit_price)) for line in lines] == [
        ("件", "50.00"),
        ("个", "10.00"),
    ]


def test_two_values_under_two_headings_that_touch_are_two() -> None:
    text = """
采购订单
订单号：4500012345
序号   名称       数量   单价        金额 税率
1      导向套     2      50.00     100.00 13%
2      耐磨板     3      10.00      30.00 13%
合计                               130.00
"""
    lines = assemble(paper(text)).lines
    assert [value(line.amount) for line in lines] == ["100.00", "30.00"]


def test_where_no_code_stands_below_a_name_the_name_may_be_broken() -> None:
    text = """
Purchase order 4500012345
Item  Description          Qty   Price    Amount
      Drawing
1     Seal kit             2     50.00    100.00
      DW-3344-02
2     Cartridge seal for   3     10.00    30.00
      hot oil
Total                                     130.00
"""
    name = assemble(paper(text)).lines[1].description
    assert name is not None
    assert not name.sure or name.value == "Cartridge seal for hot oil"


def test_below_a_heading_that_comes_again_stands_the_rest_of_an_item() -> None:
    heading = "Item  Goods                 Qty   Price    Amount"
    first = f"""
Purchase order 4500012345
{heading}
1     Seal kit              2     50.00    100.00
      Vendor item 30011445
2     Impeller              3     10.00    30.00
"""
    second = f"""
{heading}
      Vendor item
      30011446
3     Cartridge seal for    1     20.00    20.00
      hot oil
      Vendor item 30011447
Total                                      150.00
"""
    pages = tuple(
        replace(paper(text).pages[0], number=number) for number, text in enumerate((first, second), 1)
    )
    lines = assemble(SourceDocument(FileFormat.PDF, pages, exact=False)).lines
    assert [value(line.part_number) for line in lines] == ["30011445", "30011446", "30011447"]
    assert value(lines[2].description) == "Cartridge seal for hot oil"


PER = """
Bestellung 4500012345
Pos   Bezeichnung      Menge   {head:<11}Gesamtpreis
{below:>40}
10    Gleitringdichtung  4     {first:<11}100,00
{base:>34}
20    Muster             1     0,00       0,00
{base:>34}
Gesamtsumme                               100,00
"""


def priced(head: str, below: str, first: str, base: str) -> tuple[OrderLine, ...]:
    return assemble(paper(PER.format(head=head, below=below, first=first, base=base))).lines


def test_what_a_price_is_for_stands_below_it() -> None:
    first, second = priced("Preis", "Preis je", "2.500,00", "100")
    assert (value(first.unit_price), value(first.price_per)) == ("2500.00", "100")
    assert (value(second.unit_price), value(second.price_per)) == ("0.00", "100")


def test_a_hundred_below_a_price_with_its_cents_is_no_part_of_it() -> None:
    for line in priced("Preis", "", "2.500,00", "100"):
        assert line.unit_price is None or value(line.unit_price) in {"2500.00", "0.00", None}


def test_figures_that_a_narrow_cell_broke_off_are_part_of_a_price() -> None:
    text = PER.format(head="Preis", below="", first="2", base="5,00")
    line = assemble(paper(text)).lines[0]
    assert line.unit_price is None or value(line.unit_price) == "25.00" or not line.unit_price.sure


def test_a_one_below_a_price_may_be_its_last_figure() -> None:
    for line in priced("Preis", "", "25,00", "1"):
        assert line.price_per is None or not line.price_per.sure or line.price_per.value is None
