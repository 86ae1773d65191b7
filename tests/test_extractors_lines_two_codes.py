"""Columns with two codes below each other, or with the same one on each row."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import Field

TWO = """
Bon de commande 4500001433
Article / Réf. fournisseur    Désignation        Quantité   Prix    Montant
VLM-331-11                    Vis H M12x35       10         7.00    70.00
1D8S-0331-C
VLM-338-22                    Corps de palier    2          5.00    10.00
LP-17-3237
Total                                                               80.00
"""


def values(*fields: Field | None) -> list[str | None]:
    return [field.value if field else None for field in fields]


def test_either_code_stands_under_its_half_of_the_heading() -> None:
    for line, codes in zip(
        assemble(paper(TWO)).lines,
        (["1D8S-0331-C", "VLM-331-11"], ["LP-17-3237", "VLM-338-22"]),
        strict=True,
    ):
        assert values(line.part_number, line.customer_part_number) == codes


@pytest.mark.parametrize("heading", ["Our item / Your P/N", "Article / Your part no."])
def test_a_slash_within_a_word_parts_no_halves(heading: str) -> None:
    text = TWO.replace("Article / Réf. fournisseur    ", heading.ljust(30))
    found = [values(line.part_number, line.customer_part_number) for line in assemble(paper(text)).lines]
    assert found == [["1D8S-0331-C", "VLM-331-11"], ["LP-17-3237", "VLM-338-22"]]


def test_a_code_that_never_changes_is_no_part_number() -> None:
    rows = [
        ["序号", "供应商编码", "厂家编码", "名称", "数量", "单价", "金额"],
        ["1", "GYS00412", "10048731", "轴套", "2", "5.00", "10.00"],
        ["2", "GYS00412", "10048732", "叶轮", "1", "7.00", "7.00"],
        ["3", "GYS00412", "10048733", "滤芯", "3", "2.00", "6.00"],
    ]
    lines = assemble(form("采购订单", rows, "合计 23.00")).lines
    assert values(*(line.part_number for line in lines)) == ["10048731", "10048732", "10048733"]


def _beside(*codes: str) -> list[list[str]]:
    counted = [("轴套", "2", "5.00", "10.00"), ("叶轮", "1", "7.00", "7.00")]
    head = ["序号", "料号 / 供方货号", "名称", "数量", "单价", "金额"]
    return [
        head,
        *([str(at), code, *rest] for at, (code, rest) in enumerate(zip(codes, counted, strict=True), 1)),
    ]


def test_a_slash_between_blanks_parts_two_codes_of_one_line() -> None:
    rows = _beside("RB-20771 / HK21-806", "RB-20772 / HK21-911/4")
    lines = assemble(form("采购订单", rows, "合计 17.00")).lines
    assert values(*(line.part_number for line in lines)) == ["HK21-806", "HK21-911/4"]
    assert values(*(line.customer_part_number for line in lines)) == ["RB-20771", "RB-20772"]
    assert all(line.part_number is not None and line.part_number.sure for line in lines)


def test_a_slash_in_some_codes_only_parts_none() -> None:
    rows = _beside("RB-20771 / HK21-806", "RB-20772")
    lines = assemble(form("采购订单", rows, "合计 17.00")).lines
    assert all(line.part_number is None or not line.part_number.sure for line in lines)


@pytest.mark.parametrize(
    ("heading", "owner"), [("供应商代码", "700418"), ("供应商物料号", "700418"), ("供应商代码", "NX-22")]
)
def test_one_number_for_all_items_may_be_that_of_the_supplier(heading: str, owner: str) -> None:
    rows = [
        ["序号", "物料编码", heading, "名称", "数量", "单价", "金额"],
        ["1", "30048731", owner, "轴套", "2", "5.00", "10.00"],
        ["2", "30048732", owner, "叶轮", "1", "7.00", "7.00"],
    ]
    lines = assemble(form("采购订单", rows, "合计 17.00")).lines
    named = heading == "供应商物料号"
    assert [each.part_number is not None and each.part_number.sure for each in lines] == [named, named]
    assert not any(each.customer_part_number and each.customer_part_number.sure for each in lines) or named


HEADED = """
采购订单
订单编号：RX-4471
行   货物名称                    数量    单价      金额      交货日期
     {heading}                                     备注
1    联轴器 45                   2       50.00     100.00    2028-03-04
     {first}                                       急用
2    密封圈 60                   4       10.00     40.00     2028-03-04
     {second}                                      备用
合计                                               140.00
"""


@pytest.mark.parametrize("mark", [" · ", "·", "／", " ∕ ", " ｜ "])
def test_two_codes_with_a_mark_between_below_a_name_are_parted(mark: str) -> None:
    codes = (("KH-40071", "8D8S-0931-C"), ("KH-40072", "10044181"))
    first, second = (mark.join(each) for each in codes)
    text = HEADED.format(heading=f"我厂料号{mark}供方货号", first=first, second=second)
    lines = assemble(paper(text)).lines
    found = [values(line.customer_part_number, line.part_number, line.description) for line in lines]
    assert found == [[*codes[0], "联轴器 45"], [*codes[1], "密封圈 60"]]


@pytest.mark.parametrize("second", ["KH-40072", "见附页"])
def test_codes_are_not_parted_where_an_item_has_only_one(second: str) -> None:
    text = HEADED.format(heading="我厂料号 · 供方货号", first="KH-40071 · 10044180", second=second)
    for line in assemble(paper(text)).lines:
        assert not any(field is not None and field.sure and field.value for field in (line.part_number,))


@pytest.mark.parametrize("mark", [" · ", "·", "／", " / ", "｜"])
def test_a_name_that_goes_on_with_two_codes_is_not_sure(mark: str) -> None:
    text = HEADED.replace("     {heading}                                     备注\n", "")
    pair = f"KH-40071{mark}8D8S-0931-C", f"KH-40072{mark}10044181"
    lines = assemble(paper(text.format(first=pair[0], second=pair[1]))).lines
    for line, name in zip(lines, ("联轴器 45", "密封圈 60"), strict=True):
        assert line.description is not None
        assert not line.description.sure or line.description.value == name
