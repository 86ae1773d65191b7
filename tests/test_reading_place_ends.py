"""What is said behind a place of taking the goods in there."""

import pytest
from paper import form

from extractors.assemble import assemble

ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]
PLACE = "海城市高新园区港区路8号备件一库"


@pytest.mark.parametrize(
    ("behind", "value", "sure"),
    [
        ("（收货时间8:00-16:00）", PLACE, True),
        ("（工作日8:30至17:00）", PLACE, True),
        ("谭师傅138****2206", PLACE, False),
        (" 谭师傅138****2206", PLACE, True),
        (" 谭工138****2206", PLACE, True),
        ("施工13812342206", f"{PLACE}施工", False),
        (" 联系人：谭伟 13812342206", PLACE, True),
        ("（二期）", f"{PLACE}（二期）", True),
        ("（码头进厂须提前一天报车牌）", PLACE, True),
        (" 联系人：谭伟 13812342206（请发德邦）", PLACE, True),
        ("谭伟13812342206", f"{PLACE}谭伟", False),
        ("滨海化工13812342206", f"{PLACE}滨海化工", False),
    ],
)
def test_hours_and_people_are_no_part_of_it(behind: str, value: str, *, sure: bool) -> None:
    place = assemble(form(f"采购订单\n收货地址：{PLACE}{behind}", ROWS)).header.delivery_place
    assert place is not None
    assert (place.value, place.sure) == (value, sure)


def test_a_time_in_one_clause_counts_for_what_the_next_one_does() -> None:
    said = f"因机组将于近期投运，请贵公司务必在收到本函后4周内，将全部货物运至{PLACE}。"
    lead = assemble(form(f"订货函\n{said}", ROWS)).header.lead_time
    assert lead is not None
    assert lead.value == "P4W"


@pytest.mark.parametrize("behind", ["", "（送货时间8:00-16:30）", "谭师傅138****2206"])
def test_a_place_below_a_label_nobody_knows_is_not_surely_absent(behind: str) -> None:
    place = assemble(form(f"采购订单\n龘齉：{PLACE}{behind}", ROWS)).header.delivery_place
    assert place is not None
    assert (place.value, place.sure) == (PLACE, False)
