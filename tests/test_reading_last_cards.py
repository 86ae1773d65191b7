"""Cards of items: sums below the last of them, boxes and buttons in their titles, and what misleads."""

from collections.abc import Sequence

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, OrderLine, Reading

TOP = """
订货通知
通知编号：TZ-3307        订货单位：南湾制药有限公司
日期：2027年5月6日       供货单位：津海密封有限公司
"""
SEAL = """
{title}
品名                    贵司料号            我司料号
卫生级密封              40071188            NW-310
订货量                  含税价              小计
2 套                    50.00               100.00
"""
RING = """
{title}
品名                    贵司料号            我司料号
密封圈                  40071195            NW-311
订货量                  含税价              小计
10 件                   3.00                30.00
"""
SUMS = """
含税总金额              税率                交货期
130.00                  13%                 25个工作日
"""


def _read(*parts: str) -> Reading:
    return assemble(paper("".join(parts)))


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def _numbers(lines: Sequence[OrderLine]) -> list[tuple[str | None, str | None]]:
    fields = [(each.part_number, each.customer_part_number) for each in lines]
    return [(own.value if own else None, ours.value if ours else None) for own, ours in fields]


CARDS = (SEAL.format(title="第1项"), RING.format(title="第2项"))


def test_the_sums_below_the_last_card_are_not_of_it() -> None:
    found = _read(TOP, *CARDS, "\n", SUMS)
    assert _numbers(found.lines) == [("40071188", "NW-310"), ("40071195", "NW-311")]
    assert [_told(each.amount) for each in found.lines] == [("100.00", True), ("30.00", True)]
    assert _told(found.header.total_amount) == ("130.00", True)
    assert _told(found.header.tax_rate) == ("13", True)
    assert not any(each.delivery_date or each.lead_time for each in found.lines)


@pytest.mark.parametrize(
    "more",
    [
        "图号                    版本\nGA-7755                 B\n",
        "\n图号                    版本\nGA-7755                 B\n",
        "\n含税总金额              图号\n130.00                  GA-7755\n",
        "\n交货期                  税率\n25个工作日              13%\n",
    ],
)
def test_what_may_be_the_last_items_own_is_not_lost(more: str) -> None:
    found = _read(TOP, *CARDS, more)
    last = found.lines[-1:]
    certain = [each.drawing_number is None and each.quantity and each.quantity.sure for each in last]
    assert not any(certain) or "GA-7755" not in more
    assert not any(each.lead_time and each.lead_time.sure for each in found.lines)


def _named(*titles: str) -> Reading:
    """Return what is read of cards whose names stand in their titles, with a drawing in their place."""
    seal = SEAL.replace("品名", "图号").replace("卫生级密封", "GA-70011  ")
    ring = RING.replace("品名", "图号").replace("密封圈", "GA-702")
    cards = (card.format(title=title) for card, title in zip((seal, ring), titles, strict=True))
    return _read(TOP, *cards, "\n", SUMS)


@pytest.mark.parametrize(
    ("before", "behind", "sure"),
    [("☐ 行 ", "变更   查看图纸", False), ("行 ", "详情", True), ("", "Details ▾", True)],
)
def test_boxes_and_buttons_are_no_part_of_a_name(before: str, behind: str, *, sure: bool) -> None:
    found = _named(f"{before}10 密封 D38        {behind}", f"{before}20 密封圈 38×3        {behind}").lines
    assert [_told(each.description) for each in found] == [("密封 D38", sure), ("密封圈 38×3", sure)]
    assert [each.line_number.value for each in found if each.line_number] == ["10", "20"]


def test_a_word_behind_a_name_that_is_no_button_stays() -> None:
    found = _named("10 卫生级密封        取消", "20 密封圈").lines
    names = [each.description for each in found[:1]]
    assert not any(each and each.sure and each.value == "卫生级密封" for each in names)
