"""Orders that the text of a mail carries, and letters that only speak of one."""

import pytest

from extractors.mail import body_orders
from extractors.readers import plain
from models.message import Letter
from models.reading import Field, Kind

UNTABLED = """PURCHASE ORDER

PO number: 4500000787
Date: 11 January 2026
Ordered by: Ashcombe Water Pumps Limited

Twenty-four sets as spoken of on the telephone, please.

Total: GBP 93,767.76
"""


def kinds(text: str) -> list[Kind]:
    return [each.kind for each in body_orders.orders(plain.read(text.encode()), ())]


def test_an_order_whose_items_were_not_understood_is_no_plain_letter() -> None:
    (reading,) = body_orders.orders(plain.read(UNTABLED.encode()), ())
    assert reading.kind is Kind.PURCHASE_ORDER
    assert not reading.lines
    assert any(problem.code == "no_lines" for problem in reading.problems)


def test_a_letter_that_speaks_of_an_order_is_none() -> None:
    assert not kinds(UNTABLED.replace("PURCHASE ORDER", "Dear Ms. Li,"))
    assert not kinds(UNTABLED.replace("Total: GBP 93,767.76", "Please find it attached."))


HANDED_ON = """Please enter this order.

Maggie

-----Original Message-----
From: Yousif Dosari <y.dosari@buyer.example>
Sent: Tuesday, June 9, 2026 3:40 PM
To: maggie@seller.example
Subject: order GM-26-00871

Dear Maggie,
our order GM-26-00871 {said}

Yousif Dosari
"""


def test_who_hands_on_a_mail_whose_order_is_attached_writes_none() -> None:
    subject = (Letter(subject="Fwd: order GM-26-00871"),)
    attached = plain.read(HANDED_ON.format(said="is attached.").encode())
    assert not list(body_orders.orders(attached, subject))


FORWARDED = """{said}

发件人: 罗敏 <luomin@paper.example>
发送时间: 2026年5月6日 9:12
收件人: 王丽
主题: 采购订单 HP-2026-118

采购订单号：HP-2026-118
采购单位：华鹏纸业有限公司

序号  物料编码  名称  数量  单位  含税单价  含税金额
1     10048731  轴套  2     件    500.00    1000.00
2     10048732  叶轮  1     件    700.00    700.00
合计 1700.00

发件人: 王丽 <wangli@works.example>
发送时间: 2026年5月2日 9:12
收件人: 罗敏
主题: 回复: 询价

{answered}
"""


@pytest.mark.parametrize(
    ("said", "answered", "offer"),
    [
        ("请录入，对应我们的报价单20044317。", "罗工您好，请查收。", "20044317"),
        ("请录入。", "罗工您好，报价单20044317已更新，请查收。", "20044317"),
        ("请录入，对应报价单20044317。", "报价单20044299已更新，请查收。", None),
    ],
)
def test_what_offer_a_forwarded_order_goes_back_to_is_said_around_it(
    said: str, answered: str, offer: str | None
) -> None:
    text = FORWARDED.format(said=said, answered=answered)
    (reading,) = body_orders.orders(plain.read(text.encode()), ())
    found = reading.header.quotation_number
    assert isinstance(found, Field)
    assert (found.value, found.sure) == (offer, False)


def test_where_no_offer_is_spoken_of_around_it_there_is_none() -> None:
    text = FORWARDED.format(said="请录入。", answered="罗工您好，请查收。")
    (reading,) = body_orders.orders(plain.read(text.encode()), ())
    assert reading.header.quotation_number is None


CALLED = """Hi Peng,

PO number : 7742-0926

Ln  Your P/N    Description        Qty UM     Unit USD     Ext USD
1   10034410    Mech. seal 1.750"   12 EA       142.00    1,704.00
2   10034414    Mech. seal 2.125"    8 EA       171.50    1,372.00
Order total                                             $3,076.00

Thanks,
Purchasing / Prairie Hoses Inc.
ph 785-555-0163 x 22  |  fax 785-555-0170
"""


def test_a_number_to_call_and_the_orders_own_number_count_nothing() -> None:
    letters = (Letter(subject="PO 7742-0926 - seals"),)
    (reading,) = body_orders.orders(plain.read(CALLED.encode()), letters)
    assert not any(problem.code == "letter_changes" for problem in reading.problems)
    assert [line.quantity.sure for line in reading.lines if line.quantity] == [True, True]
