"""Items told in blocks: an amount above what makes it, a discount of each, a name two lines above."""

import pytest
from paper import paper, words_of

from extractors.assemble import assemble
from extractors.lines.cards import side_cards
from extractors.lines.texts.text_lines import line_of
from extractors.page.runs import make_run
from models.page import Page
from models.reading import Field, OrderLine


def said(line: OrderLine, *names: str) -> list[str | None]:
    found: list[Field | None] = [getattr(line, name) for name in names]
    return [field.value if field is not None else None for field in found]


BLOCKS = """
采购合同
合同编号：HT-7712
采购方：常州华岳机械有限公司
行号：1
供方编码：10030001
名称：轴套
金额（含税）/Gross amount: 200.00
数量：4
单位：件
单价（含税）：50.00
交货日期：2026-05-04
行号：2
供方编码：10030002
名称：垫片
{amount}: 120.00
数量：10
单位：个
单价（含税）：12.00
交货日期：2026-05-05
价税合计：320.00
"""


def test_an_amount_may_stand_above_what_makes_it() -> None:
    reading = assemble(paper(BLOCKS.format(amount="金额（含税）/Gross amount")))
    assert [said(each, "amount", "delivery_date") for each in reading.lines] == [
        ["200.00", "2026-05-04"],
        ["120.00", "2026-05-05"],
    ]
    assert reading.header.delivery_date is None or reading.header.delivery_date.value is None


def test_a_total_before_the_figures_of_an_item_is_none_of_it() -> None:
    for line in assemble(paper(BLOCKS.format(amount="价税合计"))).lines:
        assert line.amount is None or not line.amount.sure or line.amount.value in {"200.00", "120.00"}


DISCOUNTED = """
采购订单
订单编号：CG-7713
需方：常州华岳机械有限公司
1. 轴套
需方料号：A-4471 供方编码：10030001
4 件 x 50.00 = 200.00
折前单价：62.50
折扣(%)：20
供货周期：6周
2. 垫片
需方料号：A-4472 供方编码：10030002
10 个 x 12.00 = 120.00
折前单价：15.00
{label}：20
供货周期：8周
含税总金额：￥320.00
"""


@pytest.mark.parametrize("label", ["折扣(%)", "折扣"])
def test_a_discount_that_each_item_states_ends_none(label: str) -> None:
    lines = assemble(paper(DISCOUNTED.format(label=label))).lines
    found = [said(each, "line_number", "part_number", "quantity", "unit_price", "amount") for each in lines]
    assert found[0] == ["1", "10030001", "4", "50.00", "200.00"]
    if label == "折扣(%)":
        assert found[1] == ["2", "10030002", "10", "12.00", "120.00"]
        assert [said(each, "lead_time") for each in lines] == [["P6W"], ["P8W"]]


NAMED = """
Purchase order PO-7714
Buyer: Nordkai Marine B.V.
Gland follower
Vendor material no.: 10030001
4 EA @ EUR 50.00 = EUR 200.00
Float switch
Vendor material no.: 10030002
10 pc @ EUR 12.00 = EUR 120.00
Total EUR 320.00
"""


def test_a_name_may_stand_above_the_code_above_the_figures() -> None:
    lines = assemble(paper(NAMED)).lines
    assert [said(each, "description", "part_number", "quantity") for each in lines] == [
        ["Gland follower", "10030001", "4"],
        ["Float switch", "10030002", "10"],
    ]
    assert not any(line.description and line.description.sure for line in lines)


def test_a_label_is_not_cut_where_its_last_word_stands_below_another_label() -> None:
    page = Page(1, 600.0, 800.0, ())
    start = words_of("Drawing no.", 20.0, 60.0)[1].box.x0
    runs = [make_run(page, words_of(text, start, top)) for text, top in (("Qty", 20.0), ("Unit price", 40.0))]
    label, name = (
        make_run(page, words_of(text, x, 60.0))
        for text, x in (("Drawing no.", 20.0), ("Float switch of steel", 200.0))
    )
    found = side_cards.unfolded([*(line_of([run]) for run in runs), line_of([label, name])])
    assert [run.text for run in found[-1].runs] == [label.text, name.text]
