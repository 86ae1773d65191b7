"""Orders typed as people talk: sizes that are no sums, 一共…元, 两周内发出, whom the invoice names."""

import pytest
from typed_orders import sure, told, value

from extractors.mail.body_orders import orders
from extractors.readers import plain
from models.message import Letter
from models.reading import Reading

MAIL = """王经理：

你好！按你们5月8号报价单20018163，定下面几样，麻烦安排：

1、CS10-45集装式机械密封（你们编号10045511） 2套，1850元/套，3700元
2、{ring} 20只，6.5元/只，130元
3、静环 石墨 Φ45（10062209） 4个，215元/个，860元

{total}，以上都是含13%税的，专票。款到发货。
{said}

收货：无锡市滨湖区胡埭镇振胡路17号 刘师傅 13961700000
{billed}

刘建华
2026.5.14
"""


def read(
    ring: str = "O型圈45×3.55 氟胶（LP-18-2207）",
    total: str = "一共4690元",
    said: str = "两周内发出就行",
    billed: str = "开票：无锡市滨湖区顺达水泵维修部 税号92320211MA1TQ8PX4D",
) -> Reading:
    text = MAIL.format(ring=ring, total=total, said=said, billed=billed)
    (reading,) = orders(plain.read(text.encode()), (Letter(text=text),))
    return reading


@pytest.mark.parametrize("size", ["O型圈45×3.55 氟胶", "O型圈45*3.55 氟胶", "垫片 45×60 四氟"])
def test_a_size_before_a_price_for_each_is_none(size: str) -> None:
    lines = read(ring=f"{size}（LP-18-2207）").lines
    assert told(lines, "quantity", "unit_price", "amount")[1] == ("20", "6.5", "130")
    assert told(lines, "part_number", "description")[1] == ("LP-18-2207", size)
    assert not sure(lines, "part_number")[1]


@pytest.mark.parametrize("total", ["一共4690元", "总共是4690元", "一共：4690元"])
def test_what_all_of_it_makes_is_the_total(total: str) -> None:
    assert value(read(total=total).header.total_amount) == "4690"


@pytest.mark.parametrize(
    "total",
    [
        "运费一共200元",
        "一共3箱",
        "一共4590元",
        "一共4690元，优惠到4500元",
        "一共4690元，少190，按4500",
        "一共4690元，打九折",
    ],
)
def test_what_something_else_makes_is_no_sure_total(total: str) -> None:
    found = read(total=total).header.total_amount
    assert found is None or not found.sure


@pytest.mark.parametrize("said", ["两周内发出就行", "两周内发出，上次那批拖了一个月"])
def test_the_time_in_which_goods_are_sent_is_proposed(said: str) -> None:
    lead = read(said=said).header.lead_time
    assert value(lead) == "P2W"
    assert lead is not None
    assert not lead.sure


def test_the_time_by_which_others_were_late_is_no_lead_time() -> None:
    assert value(read(said="上次那批拖了一个月才发出").header.lead_time) is None


@pytest.mark.parametrize(
    "said", ["上次那批（3月份，单号20017702）拖了一个月", "上批单号20017702还没到", "前次订单号20017702已收"]
)
def test_the_number_of_an_earlier_order_is_not_this_ones(said: str) -> None:
    assert value(read(said=said).header.document_number) is None


@pytest.mark.parametrize("said", ["这次单号20017702", "价格同上次，订单号：20017702"])
def test_a_number_beside_words_of_an_earlier_order_is_still_read(said: str) -> None:
    assert value(read(said=said).header.document_number) == "20017702"


def test_whom_the_invoice_names_is_proposed_as_buyer() -> None:
    customer = read().header.customer
    assert value(customer) == "无锡市滨湖区顺达水泵维修部"
    assert customer is not None
    assert not customer.sure


def test_nobody_is_proposed_where_a_bank_or_person_stands_there() -> None:
    assert value(read(billed="开票：找会计小王，税号等下发你").header.customer) is None


@pytest.mark.parametrize("ring", ["密封圈 5件*4（LP-18-2207）", "密封圈（LP-18-2207）5只/盒×4盒"])
def test_pieces_in_packs_are_no_sure_quantity(ring: str) -> None:
    text = MAIL.format(ring=ring, total="一共4690元", said="", billed="").replace(
        "20只，6.5元/只", "6.5元/件"
    )
    (reading,) = orders(plain.read(text.encode()), (Letter(text=text),))
    assert not sure(reading.lines, "quantity")[1]
