"""What is said beside a place, or between two: that goods go elsewhere, or only some do."""

import pytest
from paper import form, paper
from typed_orders import TWO_ITEMS, known

from extractors.assemble import assemble
from extractors.fields import place_asides, place_ends
from models.reading import Field

ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "压盖", "4", "125.00", "500.00"]]
CHINESE = "宁岭市南湖区港口路8号2号库"
ENGLISH = "Garran Zinc Ltd, Dock Road 3, Hull HU1 2AB"


def chinese(said: str, after: str = "") -> Field | None:
    head = f"江北泵业有限公司\n采购订单\n订单编号：PO-77120\n供应商：津海密封有限公司\n{said}\n"
    return assemble(form(head, ROWS, f"合计：500.00\n{after}")).header.delivery_place


def english(said: str) -> Field | None:
    return assemble(paper(TWO_ITEMS.format(said))).header.delivery_place


def is_open(found: Field | None) -> bool:
    return found is None or not found.sure


@pytest.mark.parametrize(
    "aside",
    [
        *(
            "（老厂区，请勿送）",
            "（旧）",
            "（已迁）",
            "（暂停收货）",
            "（仅限样品）",
            "（备选）",
            "（老地址）",
            "[停用]",
        ),
        *("，请勿送货", "；此处不再接收货物", "或东岭区砖窑路27号库", "\n接货地点南湖区港口路8号3号仓库"),
        *("\n目的地南湖区港口路8号3号仓库", "（進廠前已遷）", "（旧库，须预约）"),
    ],
)
def test_a_chinese_place_that_is_none_or_one_of_two_is_open(aside: str) -> None:
    assert is_open(chinese(f"收货地址：{CHINESE}{aside}"))


@pytest.mark.parametrize(
    ("aside", "kept"),
    [
        *(("（二期）", True), ("（3号门）", True), ("（周末关闭）", True), ("（老城区）", True)),
        *(("（收货时间8:00-16:00）", False), ("（进厂须提前一天报车牌）", False)),
    ],
)
def test_what_describes_a_chinese_place_leaves_it_certain(aside: str, *, kept: bool) -> None:
    assert known(chinese(f"收货地址：{CHINESE}{aside}")) == (CHINESE + aside * kept, True)


def test_a_street_at_an_old_site_is_a_street() -> None:
    assert known(chinese("收货地址：宁岭市旧址路8号2号仓库")) == ("宁岭市旧址路8号2号仓库", True)


@pytest.mark.parametrize(
    "aside",
    [
        *(" (moved)", " (old plant)", " (samples only)", " [former works]", " (not for item 20)"),
        *(" - closed down", " – old plant", ". Do not deliver here", " / Quay Road 14, Leeds LS1 4AB"),
        *(" or Quay Road 14, Leeds LS1 4AB", "\nUnloading point Gate 7, Quay Road 14, Leeds LS1 4AB"),
        *(" (nicht mehr gültig)", " (ancienne usine)", " (vecchia sede)", " (oude fabriek)"),
    ],
)
def test_a_place_that_is_none_or_one_of_two_is_open(aside: str) -> None:
    assert is_open(english(f"Ship to: {ENGLISH}{aside}"))


@pytest.mark.parametrize(
    "aside", ["", " (Gate 4)", " (north entrance)", " (closed on Fridays)", " (Works II)"]
)
def test_what_describes_a_place_leaves_it_certain(aside: str) -> None:
    assert known(english(f"Ship to: {ENGLISH}{aside}")) == (ENGLISH + aside, True)


def test_an_aside_that_takes_the_place_back_is_never_cut_off() -> None:
    text = f"{CHINESE}（老厂区，请勿送）"
    assert place_ends.before(text) == (len(text), False)
    assert place_ends.before(f"{CHINESE}（进厂须提前一天报车牌）") == (len(CHINESE), True)


@pytest.mark.parametrize("name", ["江北泵业（中国）有限公司", "Garran Zinc (China) Ltd", "Roverella (TN)"])
def test_a_country_within_a_name_is_no_aside(name: str) -> None:
    assert not place_asides.is_doubtful(name)


STREET = "河北省石家庄市经济技术开发区扬子路88号"


@pytest.mark.parametrize(
    "said",
    [
        f"合同生效后6周内，送至{STREET}3号门，或{STREET}备件库。",
        f"合同生效后6周内，送至{STREET}收货处，大件除外。",
        f"合同生效后6周内，送至{STREET}3号门（样品）。",
        f"合同生效后6周内，送至{STREET}3号门，其余送总库。",
        f"仅项次1。送货：{STREET}备件库。",
        f"项次1另行通知。送货：{STREET}备件库。",
        f"退货地址同。送货：{STREET}备件库。",
    ],
)
def test_a_place_of_some_goods_or_one_of_two_in_a_sentence_is_open(said: str) -> None:
    assert is_open(chinese("", said))


@pytest.mark.parametrize(
    ("said", "place"),
    [
        (f"合同生效后6周内，送至{STREET}3号门收货处。", f"{STREET}3号门收货处"),
        (f"税率13%，总价含税。送货：{STREET}备件库。", f"{STREET}备件库"),
    ],
)
def test_the_one_place_in_a_sentence_is_certain(said: str, place: str) -> None:
    assert known(chinese("", said)) == (place, True)
