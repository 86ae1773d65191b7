"""Orders that people write as letters: items in sentences, and times, places and terms between them."""

import pytest
from paper import paper

from extractors import readers
from extractors.assemble import assemble
from extractors.fields import quantities
from extractors.mail import body_orders
from models.page import FileFormat
from models.reading import Field, Kind, OrderLine, Reading

LETTER = """
周工：

现我司向贵公司订货，单号FZ-2026-117，内容如下：

一是耐磨衬套4件，贵司编号HL-CT-320，每件215元，计860.00元；
二是陶瓷轴承2套，贵司编号HL-ZC-118，每套1260元，计2520.00元，请单独包装。

以上共计人民币3380.00元，含税13%。
"""


def letter(text: str) -> Reading:
    return assemble(readers.read(text.encode(), FileFormat.TEXT))


def value(field: Field | None) -> str | None:
    return None if field is None else field.value


def told(line: OrderLine) -> tuple[str | None, ...]:
    fields = (line.description, line.part_number, line.quantity, line.unit, line.unit_price, line.amount)
    return tuple(map(value, fields))


def test_items_that_are_counted_in_words_with_their_quantity_behind_the_name_are_lines() -> None:
    assert [told(line) for line in letter(LETTER).lines] == [
        ("耐磨衬套", "HL-CT-320", "4", "件", "215", "860.00"),
        ("陶瓷轴承", "HL-ZC-118", "2", "套", "1260", "2520.00"),
    ]


def test_a_set_of_pieces_in_a_name_is_no_quantity() -> None:
    lines = letter(LETTER.replace("陶瓷轴承2套", "陶瓷轴承3件套2套")).lines
    assert [value(line.quantity) for line in lines] == ["4", "2"]


@pytest.mark.parametrize(
    "said", ["现我司向贵公司订货", "经研究决定向贵厂采购如下", "本次向你方订购", "特向贵司下单"]
)
def test_who_orders_from_the_reader_places_an_order_though_no_item_was_understood(said: str) -> None:
    text = f"周工：\n\n{said}，\n订单号：FZ-2026-117\n衬套若干，规格同上次\n总计：3380.00元\n"
    document = readers.read(text.encode(), FileFormat.TEXT)
    assert [each.kind for each in body_orders.orders(document, ())] == [Kind.PURCHASE_ORDER]


@pytest.mark.parametrize("said", ["我司现拟向贵公司采购", "现询问向贵公司采购的", "上月向贵公司采购的轴套"])
def test_who_plans_to_order_or_has_ordered_places_none(said: str) -> None:
    text = f"周工：\n\n{said}，\n编号：FZ-2026-117\n衬套若干，规格同上次\n总计：3380.00元\n"
    document = readers.read(text.encode(), FileFormat.TEXT)
    assert not list(body_orders.orders(document, ()))


REPLY = """
Dear Maud,
Please take this mail as our order no. 5518-C dated 6 May 2026.
We need 6 pcs gland packing, your part no. GP-104-XL, at EUR 21.50 each, that makes EUR 129.00;
3 kits of repair parts, part no. RK-77-204, at EUR 80.00 per kit, so EUR 240.00,
and 20 metres of hose, part no. HS-20-11, at EUR 4.10 per metre, EUR 82.00.
The order total is EUR 451.00.

Goods go to Quay 3, 14 Harbour Lane, Cork, Ireland. Payment terms as before: 45 days end of month.
"""


def test_an_amount_behind_a_price_is_read_however_a_sentence_leads_to_it() -> None:
    assert [value(line.amount) for line in letter(REPLY).lines] == ["129.00", "240.00", "82.00"]


def test_a_sentence_says_where_goods_go_and_on_which_terms_they_are_paid() -> None:
    header = letter(REPLY).header
    assert value(header.delivery_place) == "Quay 3, 14 Harbour Lane, Cork, Ireland"
    assert value(header.payment_terms) == "45 days end of month"
    assert header.payment_terms is not None
    assert not header.payment_terms.sure


ORDER = """
Purchase order no. QM/27/0133
Buyer: Quarrymen Supplies Ltd

1) Mech. seal type 8, 35 mm, SiC/SiC/EPDM
   your ref BW-8-035    qty 4 pcs  x  110.00  =  440.00
2) Lantern ring, bronze polished
   your ref BW-LR-12    qty 2 pcs  x  31.25   =   62.50

   Total USD 502.50
"""


def test_signs_of_reckoning_between_blanks_lead_to_price_and_amount() -> None:
    lines = letter(ORDER).lines
    assert [told(line)[2:] for line in lines] == [
        ("4", "pcs", "110.00", "440.00"),
        ("2", "pcs", "31.25", "62.50"),
    ]


def test_a_size_and_a_material_behind_a_comma_belong_to_the_name_for_certain() -> None:
    names = [line.description for line in letter(ORDER).lines]
    assert [(value(name), name is not None and name.sure) for name in names] == [
        ("Mech. seal type 8, 35 mm, SiC/SiC/EPDM", True),
        ("Lantern ring, bronze polished", False),
    ]


@pytest.mark.parametrize("behind", ["URGENT", "as before", "10047721", "2x", "KW23", "N/A"])
def test_what_is_no_size_behind_a_comma_leaves_the_name_open(behind: str) -> None:
    names = [line.description for line in letter(ORDER.replace("SiC/SiC/EPDM", behind)).lines]
    assert names[0] is None or not names[0].sure


TABLE = """
PURCHASE ORDER PO-77120                                   DATE: 02/06/2026
LN   ITEM      VENDOR PN  DESCRIPTION                   QTY UOM       PRICE   EXTENDED DUE
001  PB10442   6302-0118  CARTRIDGE SEAL 1.875"           2 EA       845.00   1,690.00 03/13/26
002  PB10443   6302-0125  CARTRIDGE SEAL 2.500"          11 EA       120.00   1,320.00 04/24/26
                                                  ORDER TOTAL  USD 3,010.00
"""


def test_a_day_a_blank_behind_an_amount_has_a_column_of_its_own() -> None:
    lines = letter(TABLE).lines
    assert [(value(line.amount), value(line.delivery_date)) for line in lines] == [
        ("1690.00", "2026-03-13"),
        ("1320.00", "2026-04-24"),
    ]
    assert [(value(line.quantity), value(line.unit)) for line in lines] == [("2", "EA"), ("11", "EA")]


FORM = """
采购订单
订单编号：PO77120
{}
供方编码      品名      数量   单位   单价      金额
10030001     轴套Ø60     4     件    50.00    200.00
合计：200.00元
"""


@pytest.mark.parametrize("said", ["交期：20天，急用请提前安排", "Delivery: 20 days, sooner if you can"])
def test_a_lead_time_before_a_remark_is_proposed(said: str) -> None:
    field = assemble(paper(FORM.format(said))).header.lead_time
    assert value(field) == "P20D"
    assert field is not None
    assert not field.sure


def test_of_two_lead_times_in_one_sentence_the_first_is_not_taken_alone() -> None:
    field = assemble(paper(FORM.format("交期：20天，其中压盖45天"))).header.lead_time
    assert value(field) is None


@pytest.mark.parametrize("terms", ["Current month + 30 days", "Løbende måned + 30 dage"])
def test_days_behind_the_running_month_are_terms_of_payment(terms: str) -> None:
    field = assemble(paper(FORM.format(f"Payment terms: {terms}"))).header.payment_terms
    assert value(field) == terms


BARE = """
订货单号 KX2604-22，请安排：
1 机械密封 MG1-40 5套 *320 =1600
2 轴套 45 10只 *58 =580
合计2180元
"""


def test_numbers_that_count_on_before_the_names_are_the_numbers_of_the_items() -> None:
    lines = letter(BARE).lines
    assert [(value(line.line_number), value(line.description)) for line in lines] == [
        ("1", "机械密封 MG1-40"),
        ("2", "轴套 45"),
    ]


def test_a_number_before_a_name_that_does_not_count_on_leaves_the_name_open() -> None:
    lines = letter(BARE.replace("2 轴套", "7 轴套")).lines
    assert [line.description is not None and line.description.sure for line in lines] == [False, False]


def test_a_price_for_each_unit_stands_behind_the_quantity_without_a_mark() -> None:
    text = "订单号：KX2604-22\n波纹管密封 BG-60 2套 9800元/套\n修理包 BG-RK 4包 650元/包\n合计：22200元\n"
    found = [(value(line.quantity), value(line.unit), value(line.unit_price)) for line in letter(text).lines]
    assert found == [("2", "套", "9800"), ("4", "包", "650")]


def test_words_behind_item_name_the_thing_and_a_number_counts_it() -> None:
    text = (
        "Please process: order no 771-22\n"
        "Item: Bearing housing BH-220\nQty: 2\nPrice: GBP 310.00\n"
        "Item: Seal ring SR-220\nQty: 4\nPrice: GBP 41.00\nTotal: GBP 784.00\n"
    )
    assert [value(line.description) for line in letter(text).lines] == [
        "Bearing housing BH-220",
        "Seal ring SR-220",
    ]
    numbered = text.replace("Item: B", "Item: 1\nDescription: B").replace(
        "Item: S", "Item: 2\nDescription: S"
    )
    assert [value(line.line_number) for line in letter(numbered).lines] == ["1", "2"]


def found(text: str) -> list[Reading]:
    return list(body_orders.orders(readers.read(text.encode(), FileFormat.TEXT), ()))


@pytest.mark.parametrize(
    "said",
    [
        "We would like to purchase two seals and a sleeve.",
        "I confirm the order for 4 seal rings type SR-40.",
        "Please take this message as our firm order for the seals.",
        "Kindly proceed with our order as discussed.",
        "我方同意贵方条件，现确认购买轴套若干",
        "按上次报价我们定了，轴套若干",
        "请帮我们备一下货，轴套若干",
        "我公司需要采购轴套等物品如下",
    ],
)
def test_who_says_to_order_places_an_order_though_no_item_was_understood(said: str) -> None:
    assert [each.kind for each in found(f"{said}\n\nTotal: EUR 784.00\n")] == [Kind.PURCHASE_ORDER]


@pytest.mark.parametrize(
    "said",
    [
        "We would like to purchase two seals and a sleeve. Please quote.",
        "我公司需要采购轴套等，要求如下，请尽快报价",
        "Please see our order attached. Kindly proceed with our order.",
    ],
)
def test_who_asks_for_an_offer_or_encloses_the_order_places_none_in_the_text(said: str) -> None:
    assert not found(f"{said}\n\nTotal: EUR 784.00\n")


def test_a_sentence_that_says_what_the_mail_is_states_number_and_day_behind_another_one() -> None:
    header = letter(REPLY.replace("Please take", "Thanks for your offer. Please take")).header
    for field, said in ((header.document_number, "5518-C"), (header.document_date, "2026-05-06")):
        assert value(field) == said
        assert field is not None
        assert field.sure


def test_a_buyer_with_an_initial_is_a_person_in_capitals_too() -> None:
    text = FORM.format("BUYER: D. KOVAR") + "\n杭州某泵业有限公司\n"
    assert value(assemble(paper(text)).header.customer) != "D. KOVAR"


def test_quantities_in_chinese_words_count_the_things_before_them() -> None:
    text = (
        "王经理：\n\n请帮我们备一下货：端盖 DG-55 两套，单价1200元；O型圈 50 个，每个3.5元。\n总价2575元。\n"
    )
    lines = letter(text).lines
    assert [told(line)[0::2] for line in lines] == [("端盖 DG-55", "2", "1200"), ("O型圈", "50", "3.5")]


@pytest.mark.parametrize("text", ["三天", "第二套", "套", "两"])
def test_what_counts_no_things_is_no_quantity(text: str) -> None:
    assert quantities.parse(text) is None


NUMBERED = """
Dear Mr Lin,
Please take this letter as our purchase order QM-61 dated 6 May 2026, all prices in euro:

1. 4 pcs Wear plate Φ82×14, your part no. WP-10415, at EUR 100.00 each,
which comes to EUR 400.00.

2. 1 pcs Drive collar, your part no. DC-22083-B, at EUR 60.00 each,
which comes to EUR 60.00.

The order is therefore worth EUR {total} in all.
{past}
"""
PAST = (
    "The plates bought in 2021 (order QM-22-114, 6 pieces at EUR 95) gave\n"
    "us no trouble at all, so please make them the same."
)


def test_a_purchase_of_the_past_is_none_where_the_numbered_items_make_the_sum() -> None:
    reading = assemble(paper(NUMBERED.format(total="460.00", past=PAST)))
    assert [value(line.amount) for line in reading.lines] == ["400.00", "60.00"]
    assert [value(line.description) for line in reading.lines] == ["Wear plate Φ82×14", "Drive collar"]
    total = reading.header.total_amount
    assert total is not None
    assert (total.value, total.sure) == ("460.00", True)


@pytest.mark.parametrize(
    ("total", "past"),
    [
        ("900.00", PAST),
        ("460.00", "Please also send 6 pieces of plate as on our list at EUR 95 each."),
    ],
)
def test_what_the_sum_does_not_leave_out_or_no_past_is_told_of_stays(total: str, past: str) -> None:
    reading = assemble(paper(NUMBERED.format(total=total, past=past)))
    assert len(reading.lines) == 3
    assert reading.header.total_amount is None or not reading.header.total_amount.sure
