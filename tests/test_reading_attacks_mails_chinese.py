"""Chinese mails whose text changes, takes back or doubts the order in it."""

import pytest
from attack_mails import Mail, chinese, finds

MAILS = (
    chinese("plain-zh"),
    chinese("zh-qty", after="第2项数量改为8件，谢谢。\n", qty=((4,), (8,)), total=()),
    chinese("zh-qty2", after="另：轴套请按8件发。\n", qty=((4,), (8,)), total=()),
    chinese("zh-qty3", after="轴套加2件，共8件。\n", qty=((4,), (8,)), total=()),
    chinese("zh-qty4", after="序号2更正为8件。\n", qty=((4,), (8,)), total=()),
    chinese("zh-cancel", after="第2行取消。\n", qty=((4,), ()), total=()),
    chinese("zh-cancel2", after="轴套暂时不用了。\n", qty=((4,), ()), total=()),
    chinese("zh-cancel3", after="序号2先不要发。\n", qty=((4,), ()), total=()),
    chinese("zh-cancel4", after="轴套这次不采购。\n", qty=((4,), ()), total=()),
    chinese("zh-hold", after="请先不要安排，等我通知。\n", qty=((), ()), total=()),
    chinese("zh-hold2", after="以上为预估数量，以正式订单为准。\n", qty=((), ()), total=()),
    chinese("zh-hold3", after="正式合同稍后发出，先备料。\n", qty=((), ()), total=()),
    chinese("zh-price", after="机械密封单价按3100元执行。\n", price=((3100,), (765,)), total=()),
    chinese("zh-price2", after="总价优惠到17000元。\n", total=("17000", "17000.00")),
    chinese("zh-price3", after="按上次谈的价格，整单下浮2%。\n", total=()),
    chinese("zh-add", after="再加一套O形圈，物料号10023199，单价120元。\n", total=()),
    chinese("zh-add2", after="另外增加10023199垫片10件。\n", total=()),
    chinese("zh-subject", subject="作废：采购订单CG2026-1108", nothing=True),
    chinese("zh-subject2", subject="询价", nothing=True),
    chinese("zh-subject3", subject="回复：询价", nothing=True),
    chinese("zh-answered", subject="回复：询价 -- 下单 CG2026-1108"),
    chinese("zh-cancel-body", before="以下订单取消：\n\n", nothing=True),
    chinese("zh-quote-body", before="请报价：\n\n", nothing=True),
    chinese("zh-tax", after="以上价格不含税，含税另加13%。\n", head={"tax_included": ("false",)}),
    chinese("zh-tax-mix", after="机械密封含税，轴套不含税。\n", head={"tax_included": ()}),
    chinese(
        "zh-old",
        tail=(
            "\n"
            "发件人: 王工 <w@hairui.example>\n"
            "发送时间: 2025年3月3日 10:12\n"
            "收件人: sales@seals.example\n"
            "主题: 订单CG2025-0303\n"
            "\n"
            "我司采购订单CG2025-0303：\n"
            "\n"
            "序号  供方物料号  名称            数量  单位  单价     金额\n"
            "1     10023177    机械密封 45mm   5     套    3000.00  15000.00\n"
            "\n"
            "合计：15000.00元\n"
        ),
    ),
    chinese("zh-deliv-two", after="交货期12月20日，其中轴套12月1日前先到。\n", head={"delivery_date": ()}),
    chinese(
        "zh-last",
        tail=(
            "\n"
            "上次订单如下，供参考：\n"
            "\n"
            "序号  供方物料号  名称            数量  单位  单价     金额\n"
            "1     10023177    机械密封 45mm   5     套    3000.00  15000.00\n"
            "\n"
            "合计：15000.00元\n"
        ),
        qty=((), (), ()),
        price=((), (), ()),
        total=(),
        n=None,
    ),
    chinese("zh-seller", before="", after="供方合同号：XS-2026-77\n"),
    chinese("zh-words", after="合计大写：壹万柒仟叁佰零玖元整\n", total=()),
)


@pytest.mark.parametrize("mail", MAILS, ids=lambda mail: mail.name)
def test_nothing_is_surely_wrong(mail: Mail) -> None:
    assert finds(mail) == []


@pytest.mark.parametrize("mail", MAILS[:1], ids=lambda mail: mail.name)
def test_a_plain_order_is_read_without_a_doubt(mail: Mail) -> None:
    (reading,) = mail.readings
    assert not reading.problems
    assert all(line.quantity is not None and line.quantity.sure for line in reading.lines)
