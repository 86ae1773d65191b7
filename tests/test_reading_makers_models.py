"""Whose number a column holds that names a maker's model, or an account of the supplier's."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import OrderLine

HEAD = """
               采购订单
订单编号：CG-2026-0744        日期：2026-03-05
采购方：常州华岳机械有限公司        供应商：天津海诺密封有限公司
"""


def lines_under(headings: str, *rows: str) -> tuple[OrderLine, ...]:
    table = [each.split("|") for each in (headings, *rows)]
    return assemble(form(HEAD, table, "付款方式：月结30天")).lines


@pytest.mark.parametrize("maker", ["制造商型号", "原厂型号", "Mfr. model", "Make part no."])
def test_a_bare_number_beside_the_makers_model_is_not_surely_ours(maker: str) -> None:
    read = lines_under(
        f"序号|货号|{maker}|名称|数量|单位|单价|金额",
        "1|88213|10045521|机械密封|4|套|1,000.00|4,000.00",
        "2|88214|10045522|O型圈|10|个|20.00|200.00",
        "||||合计|||4,200.00",
    )
    assert len(read) == 2
    assert not any(line.part_number is not None and line.part_number.sure for line in read)


def test_a_number_of_ours_beside_a_model_is_sure() -> None:
    read = lines_under(
        "序号|供方货号|型号|名称|数量|单位|单价|金额",
        "1|10045521|MG1-40|机械密封|4|套|1,000.00|4,000.00",
        "2|10045522|OR-22|O型圈|10|个|20.00|200.00",
        "||||合计|||4,200.00",
    )
    assert [line.part_number.value for line in read if line.part_number and line.part_number.sure] == [
        "10045521",
        "10045522",
    ]


@pytest.mark.parametrize(("heading", "certain"), [("供应商代码", False), ("供应商货号", True)])
def test_the_number_of_an_only_item_may_be_the_suppliers_account(heading: str, *, certain: bool) -> None:
    (line,) = lines_under(
        f"序号|{heading}|名称|数量|单位|单价|金额",
        "1|10045521|机械密封|4|套|1,000.00|4,000.00",
        "|||合计|||4,000.00",
    )
    assert line.part_number is not None
    assert line.part_number.sure is certain


def test_the_sellers_drawing_may_be_the_number_of_the_part() -> None:
    read = lines_under(
        "序号|物料号|供方图代号|名称|数量|单位|单价|金额",
        "1|803010221|HN-U-90|机械密封|4|套|1,000.00|4,000.00",
        "2|803010222|HN-D-90|O型圈|10|个|20.00|200.00",
        "||||合计|||4,200.00",
    )
    assert len(read) == 2
    for line in read:
        assert not any(each is not None and each.sure for each in (line.part_number, line.drawing_number))


def test_the_sellers_drawing_beside_the_sellers_number_is_a_drawing() -> None:
    read = lines_under(
        "序号|供方料号|供方图号|名称|数量|单位|单价|金额",
        "1|10045521|HN-U-90|机械密封|4|套|1,000.00|4,000.00",
        "2|10045522|HN-D-90|O型圈|10|个|20.00|200.00",
        "||||合计|||4,200.00",
    )
    assert [line.part_number.value for line in read if line.part_number] == ["10045521", "10045522"]
    assert [line.drawing_number.value for line in read if line.drawing_number] == ["HN-U-90", "HN-D-90"]


def codes_under(buyers: str, makers: str, name: str = "机械密封") -> list[tuple[bool, bool]]:
    read = lines_under(
        f"序号|{buyers}|{makers}|名称|数量|单位|单价|金额",
        f"1|88213|10045521|{name}|4|套|1,000.00|4,000.00",
        "2|88214|10045522|O型圈|10|个|20.00|200.00",
        "||||合计|||4,200.00",
    )
    assert [line.part_number and line.part_number.value for line in read] == ["10045521", "10045522"]
    first = read[0].part_number, read[0].customer_part_number
    return [(own.sure, buyers.sure) for own, buyers in [first] if own is not None and buyers is not None]


@pytest.mark.parametrize(
    ("buyers", "makers", "certain"),
    [
        ("物料编码", "制造商编码", (True, True)),
        ("我司编码", "Mfr. part no.", (True, True)),
        ("物料编码", "原厂型号", (False, False)),
        ("物料编码", "OEM no.", (False, False)),
        ("物料编码", "设备厂家型号", (False, False)),
        ("物料编码", "Mfr. P/N", (True, True)),
        ("货号", "制造商编码", (False, False)),
    ],
)
def test_the_makers_number_beside_the_buyers_own_is_ours(
    buyers: str, makers: str, certain: tuple[bool, bool]
) -> None:
    read = codes_under(buyers, makers)
    assert read[0][0] is certain[0]
    assert buyers == "我司编码" or read[0][1] is certain[1]


@pytest.mark.parametrize(
    "name",
    ["机械密封 品牌博格曼", "机械密封 Manufacturer: Rotaflow", "轴承（SKF）", "Bearing, make Rotaflow"],
)
def test_the_number_of_another_maker_is_not_surely_ours(name: str) -> None:
    assert [own for own, _ in codes_under("物料编码", "制造商编码", name)] == [False]
