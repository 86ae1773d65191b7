"""Where a table without rulings ends: what stands below its items is no part of the last one."""

from paper import paper

from extractors.assemble import assemble

TABLE = """采购订单
编号：PO26042657

序号  图号         名称规格           数量   单价     金额
1     93731-11     动环 WC-Ni 95x12   2      325.71   651.42
{below}"""


def test_a_total_in_a_sentence_ends_the_table() -> None:
    below = "本订单总计为人民币 651.42元。\n报价编号           20031803"
    line = assemble(paper(TABLE.format(below=below))).lines[0]
    assert line.description is not None
    assert line.description.value == "动环 WC-Ni 95x12"


def test_a_line_below_an_item_goes_on_with_its_name() -> None:
    line = assemble(paper(TABLE.format(below="                   碳化硅"))).lines[0]
    assert line.description is not None
    assert "碳化硅" in (line.description.value or "")
