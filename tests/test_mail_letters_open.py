"""Letters that leave something to agree, tell of an item from elsewhere or of one that is made otherwise."""

import pytest
from letter_builders import opened_by

FIGURES = {"quantity.2", "unit_price.2"}
GONE = (
    "No PP 75 this time.",
    "PP 75: no demand any more.",
    "PP 75 still in stock here.",
    "PP 75 we have enough.",
    "Item 20 comes from our sister company.",
    "Item 20 we buy locally.",
    "Item 20 the customer has bought himself.",
    "Skip the 75s.",
    "Make it 15 of the second.",
    "15 of the last one.",
    "75的不要了。",
    "后面那个不要。",
    "PP 75库存够了。",
    "第2项客户自己买了。",
    "第2項甲供。",
    "Den PP 75 haben wir noch.",
    "Die zweite Zeile ist hinfällig.",
    "Pos. 20 kommt von der Konkurrenz.",
    "Pos. 20 beziehen wir vor Ort.",
)
UNSETTLED = (
    "We agreed 28.50 on the phone.",
    "Vereinbart waren 28,50.",
    "We still negotiate the price.",
    "The price is still under discussion.",
    "Please apply the usual discount.",
    "Prices to be confirmed.",
    "Prices as per your new offer.",
    "Prices as per your latest price list.",
    "Final quantities follow.",
    "Preise müssen wir noch besprechen.",
    "Preise gemäß neuem Angebot.",
    "Bitte den üblichen Rabatt berücksichtigen.",
    "价格按你们新报价执行。",
    "價格待定。",
    "抹去零头，按550开票。",
    "数量以最终确认为准。",
)
REMADE = (
    "轴径改为70。",
    "材质改为316L，其余按合同。",
    "圖紙改版了，按C版做。",
    "技术参数有变，见新图纸。",
    "Please note that the drawing was changed to rev. C.",
    "Shaft diameter changed to 70 mm.",
    "Material is now 1.4571.",
    "Please produce according to revision C of the drawing.",
    "Werkstoff jetzt 1.4571.",
    "Die Zeichnung wurde geändert, bitte Index C verwenden.",
)
UNDATED = (
    "Delivery date is still open.",
    "On call.",
    "Liefertermin auf Abruf.",
    "Der Liefertermin steht noch nicht fest.",
    "Please deliver in two lots.",
    "PP 75 in April is ok.",
    "分两批发货，4月和5月。",
    "交期待定。",
)
NOT_IN_FORCE = (
    "业主还没批。",
    "项目还没定。",
    "这单先挂着。",
    "There will be a revised contract next week.",
    "You will get a corrected order tomorrow.",
    "Please start when you get our call.",
    "Anbei der Vertrag zur Unterschrift, noch nicht gültig.",
    "Anbei Vorabbestellung, Original folgt.",
    "Bitte noch nicht liefern.",
    "This is only a test.",
    "Probebestellung.",
    "Diese Bestellung gilt erst nach Freigabe.",
)
TERMS = (
    ("New delivery address: see below.\nOdense Works, Havnegade 1", "delivery_place"),
    ("收货地址有变，见下面。", "delivery_place"),
    ("Neue Lieferadresse siehe unten.", "delivery_place"),
    ("We pay by credit card.", "payment_terms"),
    ("Zahlung per Lastschrift.", "payment_terms"),
)
ORDINARY = (
    "Attached our order for 20 filter bags.",
    "附件订单共20个滤袋。",
    "Item 20 is urgent for us.",
    "Please mark item 20 with tag no. P-101.",
    "第2项请附材质报告。",
    "Item 10 is as per your offer.",
    "Please double-check the drawing of item 10.",
    "Bitte senden Sie die aktuelle Zeichnung zu Pos. 10.",
    "请提供第1项最新版图纸。",
    "Prices as agreed on the phone.",
    "The prices were confirmed by Mr Li.",
    "Please supply according to the attached specification.",
    "Please confirm price and delivery date.",
    "Please note that the pressure test is to be witnessed by our inspector.",
    "Delivery will be collected by our forwarder.",
    "Please see the second attachment.",
    "Original contract will follow by courier.",
    "Vorab per Mail die Bestellung, Original folgt per Post.",
    "Anbei der Vertrag zur Unterschrift.",
    "Please call before delivery.",
    "Further details on request.",
    "Bitte samstags nicht liefern.",
    "Bitte nicht liefern zwischen Weihnachten und Neujahr.",
    "图纸见附件，请按合同技术要求生产。",
    "请按图纸要求生产，如图纸有误请及时告知。",
    "发货前请通知我。",
    "项目比较急，请尽快安排。",
    "Delivery address as stated in the order.",
)


@pytest.mark.parametrize("said", [*GONE, *UNSETTLED])
def test_what_is_not_wanted_or_not_agreed_opens_the_figures(said: str) -> None:
    assert opened_by(f"Order attached. {said}") >= FIGURES


@pytest.mark.parametrize("said", REMADE)
def test_what_is_made_otherwise_is_not_surely_the_part(said: str) -> None:
    assert {"part_number.2", "description.2"} <= opened_by(f"Order attached. {said}")


@pytest.mark.parametrize("said", UNDATED)
def test_a_delivery_in_parts_or_on_call_opens_the_day(said: str) -> None:
    assert "delivery_date" in opened_by(f"Order attached. {said}")


@pytest.mark.parametrize("said", NOT_IN_FORCE)
def test_an_order_that_waits_for_another_word_is_not_sure(said: str) -> None:
    assert opened_by(said) >= {"document_number", *FIGURES}


@pytest.mark.parametrize(("said", "field"), TERMS)
def test_a_new_place_and_another_way_to_pay_are_heard(said: str, field: str) -> None:
    assert field in opened_by(f"Order attached. {said}")


@pytest.mark.parametrize("said", ORDINARY)
def test_what_is_asked_and_told_every_day_opens_nothing(said: str) -> None:
    assert opened_by(said) == set()
