"""Cards whose names stand over two lines beside their label, labels a gap parts, items by letters."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import OrderLine

CARDS = """
采购订单
订单编号：CG-2026-0751        日期：2026-03-05
采购方：常州华岳机械有限公司
供应商：天津海诺密封有限公司

行号        10                  订购数量      4
计量单位    套                  供方编码      10045521
{name}
含税金额    4000.00             交货日期      2026-06-05
行号        20                  订购数量      10
计量单位    个                  供方编码      10045522
{label} O型圈               含税单价      20.00
含税金额    200.00              交货日期      2026-06-05
合计：4200.00
"""
OVER = """
                {first}
物料描述                        含税单价      1000.00
                {second}
"""


def lines_of(name: str, label: str = "物料描述   ") -> tuple[OrderLine, ...]:
    return assemble(paper(CARDS.format(name=name.strip("\n"), label=label))).lines


def test_a_name_over_two_lines_stands_beside_its_label() -> None:
    first, second = lines_of(OVER.format(first="机械密封 双端面", second="带弹簧"))
    assert first.description is not None
    assert first.description.value == "机械密封 双端面带弹簧"
    assert first.unit_price is not None
    assert first.unit_price.value == "1000.00"
    assert second.description is not None
    assert second.description.value == "O型圈"


@pytest.mark.parametrize("second", ["10077310", "图号 10-4417"])
def test_what_is_no_name_does_not_go_on_with_one(second: str) -> None:
    name = lines_of(OVER.format(first="机械密封 双端面", second=second))[0].description
    assert name is None or not name.sure or name.value == "机械密封 双端面"


def test_a_label_in_two_languages_may_be_parted_by_a_gap() -> None:
    read = lines_of("物料名称   Details    机械密封     含税单价      1000.00", "物料名称Details    ")
    assert [line.description and (line.description.value, line.description.sure) for line in read] == [
        ("机械密封", True),
        ("O型圈", True),
    ]


LETTERED = """
采购订单
订单编号：CG-2026-0752        日期：2026-03-05
采购方：常州华岳机械有限公司
供应商：天津海诺密封有限公司
A)双端面机械密封（供方编码10045521），数量4套，含税单价1,000.00，含税金额4,000.00。
B)轴承座（供方编码10045522），数量10只，含税单价20.00，含税金额200.00。
含税合计：4,200.00
"""


def test_a_letter_right_before_a_chinese_name_numbers_the_item() -> None:
    read = assemble(paper(LETTERED)).lines
    assert [line.line_number and line.line_number.value for line in read] == ["A", "B"]
    assert [line.description and line.description.value for line in read] == ["双端面机械密封", "轴承座"]


WRAPPED = """
采购订单
订单编号：CG-2026-0753        日期：2026-03-05
采购方：常州华岳机械有限公司
供应商：天津海诺密封有限公司

行号        10                  供方编码      10045521
物料描述    机械密封 RK-        采购量        4
            {rest}
面价        1250.00             优惠率        20%
折后含税单价/Discounted gross   1000.00       交货日期      2026-06-05
price(元)
含税金额    4000.00             单位          套
行号        20                  供方编码      10045522
物料描述    O型圈               采购量        10
面价        25.00               优惠率        20%
折后含税单价/Discounted gross   20.00         交货日期      2026-06-05
price(元)
含税金额    200.00              单位          个
合计：4200.00
"""


def test_a_label_over_two_lines_is_one() -> None:
    first, second = assemble(paper(WRAPPED.format(rest="50"))).lines
    assert first.unit_price is not None
    assert second.unit_price is not None
    assert (first.unit_price.value, second.unit_price.value) == ("1000.00", "20.00")


def test_what_stands_right_below_a_name_is_its_rest() -> None:
    first, second = assemble(paper(WRAPPED.format(rest="50"))).lines
    assert first.description is not None
    assert first.description.value == "机械密封 RK-50"
    assert second.description is not None
    assert second.description.value == "O型圈"


@pytest.mark.parametrize("rest", ["", "10045599", "单位：件"])
def test_a_name_that_its_cell_broke_is_not_sure_without_its_rest(rest: str) -> None:
    name = assemble(paper(WRAPPED.format(rest=rest))).lines[0].description
    assert name is None or not name.sure or name.value != "机械密封 RK-"


@pytest.mark.parametrize("end", ["供方编码：10045521*4套", "A-200711·10045521 4套"])
def test_a_name_that_ends_with_codes_or_their_label_is_not_sure(end: str) -> None:
    text = LETTERED.replace("双端面机械密封（供方编码10045521），数量4套", f"双端面机械密封 {end}")
    names = [line.description for line in assemble(paper(text)).lines]
    assert not any(each is not None and each.sure and each.value != "轴承座" for each in names)


LABELLED = """
采购订单
订单编号：CG-2026-0754        日期：2026-03-05
采购方：常州华岳机械有限公司
供应商：天津海诺密封有限公司

行号：10                                  行号：20
供方编码：10045521                        供方编码：10045522
物料描述：{first:<32}物料描述：Shaft sleeve
{rest}
图号：4-7711-02                           图号：4-7712-02
数量：4套                                 数量：10个
含税单价：1000.00                         含税单价：20.00
含税金额：4000.00                         含税金额：200.00
合计：4200.00
"""


def labelled(first: str, rest: str, other: str) -> tuple[OrderLine, ...]:
    below = f"{rest:<42}{other}"
    return assemble(paper(LABELLED.format(first=first, rest=below))).lines


def test_a_labelled_name_goes_on_right_below_it_and_is_never_sure() -> None:
    read = labelled("Double seal", "with springs DN50 PN16", "1.4462 D45")
    names = [line.description for line in read]
    assert [name and (name.value, name.sure) for name in names] == [
        ("Double seal with springs DN50 PN16", False),
        ("Shaft sleeve 1.4462 D45", False),
    ]
    assert [line.drawing_number and line.drawing_number.value for line in read] == ["4-7711-02", "4-7712-02"]


@pytest.mark.parametrize("rest", ["10045599", "单位：件", "交货日期：2026-06-05"])
def test_what_says_something_of_its_own_is_no_rest_of_a_labelled_name(rest: str) -> None:
    name = labelled("Double seal", rest, "")[0].description
    assert name is not None
    assert name.value == "Double seal"


def test_a_line_of_sizes_beside_the_label_of_a_name_is_its_rest() -> None:
    name = lines_of(OVER.format(first="机械密封 双端面", second="DN80 PN16 316/FG"))[0].description
    assert name is not None
    assert name.value == "机械密封 双端面 DN80 PN16 316/FG"


CODED = """
采购订单
订单编号：CG-2026-0755        日期：2026-03-05
采购方：常州华岳机械有限公司
供应商：天津海诺密封有限公司

行号        10                  物料描述      机械密封
供方编码    {code:<20}采购量        4
            {rest}
含税单价    1000.00             交货日期      2026-06-05
含税金额    4000.00             单位          套
行号        20                  物料描述      O型圈
供方编码    10045522            采购量        10
含税单价    20.00               交货日期      2026-06-05
含税金额    200.00              单位          个
合计：4200.00
"""


@pytest.mark.parametrize(
    ("code", "rest", "read"),
    [("LP-12-", "2400", "LP-12-2400"), ("1004-", "急件", None), ("10045521", "2400", None)],
)
def test_a_code_that_its_cell_broke_at_a_dash_goes_on_below_and_is_open(
    code: str, rest: str, read: str | None
) -> None:
    number = assemble(paper(CODED.format(code=code, rest=rest))).lines[0].part_number
    assert number is not None
    assert not number.sure or number.value == "10045521"
    assert number.value == (read or number.value)
