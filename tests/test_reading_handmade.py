"""What orders typed by hand brought: loose lines, sentences, subjects, lists and sums in one line."""

from decimal import Decimal

import pytest
from paper import paper

from extractors.assemble import assemble
from extractors.fields import companies, periods, tax
from extractors.header import summaries
from extractors.mail import body_orders
from extractors.readers import plain
from extractors.vocabulary.meanings import Summary
from models.message import Letter
from models.reading import Field, Header, Kind, OrderLine, Reading

ITEMS = """
1) 3 pcs - 7H2K-0118-B - Sleeve 316L Ø40 - GBP 20.50 each - GBP 61.50
2) 10 pcs - 30041229 - Seat SiC - GBP 4.00 each - GBP 40.00
Total GBP 101.50 ex VAT
"""
OFFER = """
> Dear Ann, our quotation 88120034:
> 7H2K-0118-B Sleeve 1 pc GBP 25.00
> 30041229 Seat 1 pc GBP 5.00
"""


def text(content: str) -> Reading:
    return assemble(plain.read(content.encode()))


def mail(content: str, subject: str = "") -> list[Reading]:
    return list(body_orders.orders(plain.read(content.encode()), (Letter(subject),)))


def value(field: Field | None) -> str | None:
    return None if field is None else field.value


def line(each: OrderLine) -> tuple[str | None, ...]:
    fields = (each.part_number, each.description, each.quantity, each.unit, each.unit_price, each.amount)
    return tuple(map(value, fields))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("O型圈 FKM 20x3，Q73S114/02，800只，1.25元/只，合1000.00元",
         ("Q73S114/02", "O型圈 FKM 20x3", "800", "只", "1.25", "1000.00")),
        ("联轴器 LM-4：6套×90.50元＝543.00元（编码7C2D-0188-K）",
         ("7C2D-0188-K", "联轴器 LM-4", "6", "套", "90.50", "543.00")),
        ("轴套 20x4 / 70085412 / 5件 / 含税单价12.40 / 金额62.00",
         ("70085412", "轴套 20x4", "5", "件", "12.40", "62.00")),
        ("4 m x 70031148 Hose DN20, $15.25/m, $61.00", ("70031148", "Hose DN20", "4", "m", "15.25", "61.00")),
        ("Pos 1: 5 pcs Disc coupling L-7 (70038841) @ EUR 120,- = EUR 600,-",
         ("70038841", "Disc coupling L-7", "5", "pcs", "120", "600")),
        ("We also need 8 pcs of Shaft L=40, your code 7D8S-0031-C, at USD 10.25 each, USD 82.00 in total.",
         ("7D8S-0031-C", "Shaft L=40", "8", "pcs", "10.25", "82.00")),
    ],
)  # fmt: skip
def test_an_item_is_told_in_a_line(said: str, expected: tuple[str, ...]) -> None:
    (reading,) = mail(f"采购订单 ORD-77120\n\n{said}\n")
    (only,) = reading.lines
    found = line(only)
    assert [found[:4], *map(float, (found[4] or "0", found[5] or "0"))] == [
        expected[:4],
        *map(float, expected[4:]),
    ]


def test_an_amount_that_does_not_close_is_the_items_all_the_same() -> None:
    (reading,) = mail("Our order no. 77120\n\n4 pcs x 70031148 Hose DN20, $15.25/pc, $62.00\n")
    assert value(reading.lines[0].amount) == "62.00"


def test_a_code_between_marks_is_the_items() -> None:
    (reading,) = mail(f"Our PO number: 77-1190\n{ITEMS}")
    assert [line(each)[:2] for each in reading.lines] == [
        ("7H2K-0118-B", "Sleeve 316L Ø40"),
        ("30041229", "Seat SiC"),
    ]
    assert not any(each.part_number and each.part_number.sure for each in reading.lines)


def test_cells_that_two_blanks_part_are_columns_where_places_do_not_tell() -> None:
    content = """采购订单 单号 77-1190
编码  名称规格  数量  单位  含税单价  金额
7H2K-0118-B  六角螺栓 M12x70 A4  1200  个  5.00  6000.00
H28S138/72  密封 C-3  1  套  100.00  100.00
合计  6100.00元
"""
    reading = text(content)
    assert [line(each) for each in reading.lines] == [
        ("7H2K-0118-B", "六角螺栓 M12x70 A4", "1200", "个", "5.00", "6000.00"),
        ("H28S138/72", "密封 C-3", "1", "套", "100.00", "100.00"),
    ]
    assert value(reading.header.total_amount) == "6100.00"


def test_columns_that_white_space_parts_stay_lines() -> None:
    content = "No  Part      Qty  Price\n1   70031148  4    10.00\n2   70031149  10   2.00\n"
    (page,) = plain.read(content.encode()).pages
    assert not page.tables


SUBJECTS = [
    ("Purchase Order 4500771203", "4500771203"),
    ("回复: 采购订单：HT-7712", "HT-7712"),
    ("Invoice 4500771203", None),
    ("Order 12", None),
]


@pytest.mark.parametrize(("subject", "number"), SUBJECTS)
def test_the_subject_may_state_the_number_and_is_never_sure(subject: str, number: str | None) -> None:
    (reading,) = mail(f"Please enter the following order.\n{ITEMS}", subject)
    found = reading.header.document_number
    assert value(found) == number
    assert found is None or not found.sure


def test_a_subject_makes_an_order_of_items_that_nothing_else_calls_one() -> None:
    content = "Hello,\n\nthis is what I want:\n\nPart  Qty  Price  Amount\n70031148  4  10.00  40.00\n"
    (reading,) = mail(content, "Purchase Order 4500771203")
    assert reading.kind is Kind.PURCHASE_ORDER
    assert value(reading.header.document_number) == "4500771203"
    assert not any(field.sure for each in reading.lines for field in fields_of(each))


def fields_of(each: OrderLine) -> list[Field]:
    return [found for name in each.__slots__ if isinstance(found := getattr(each, name), Field)]


def test_the_offer_below_states_the_quotation_and_is_no_order() -> None:
    (reading,) = mail(f"Our PO number: 77-1190\n{ITEMS}\nAnn\n{OFFER}")
    found = reading.header.quotation_number
    assert (value(found), found is not None and found.sure) == ("88120034", False)


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        ("合计人民币（大写）：叁佰贰拾元整　¥320.00", "320.00"),
        ("合计金额（大写）：叁佰贰拾元整（小写：¥320.00）", "320.00"),
        ("合计金额（含税13%）：320.00元。", "320.00"),
        ("This comes to EUR 320.00 altogether.", "320.00"),
    ],
)
def test_a_total_stands_behind_its_words(row: str, figures: str) -> None:
    reading = assemble(
        paper(
            "采购合同\n合同编号：HT-7712\n编码      名称   数量   单价    金额\n"
            f"70031148  轴套   4      80.00   320.00\n\n{row}\n"
        )
    )
    assert value(reading.header.total_amount) == figures


def test_a_label_for_words_may_say_what_of_the_tax() -> None:
    label = summaries.recognise("合计（人民币，含9%专票）")
    assert label is not None
    assert (label.kind, label.rate) == (Summary.WORDS, Decimal(9))


def header(content: str) -> Header:
    return text(f"采购订单 编号：HT-7712\n{content}\n").header


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        ("备注：1.含运费；2.付款方式：货到30天付款；3.请附质检报告。", "货到30天付款"),
        ("说明：付款方式：货到30天付款；运费由供方承担", "货到30天付款"),
        ("付款方式：预付30%；发货前付70%；", "预付30%；发货前付70%"),
    ],
)
def test_terms_end_where_another_item_of_the_list_begins(said: str, terms: str) -> None:
    assert value(header(said).payment_terms) == terms


def test_sentences_name_number_place_day_and_sides() -> None:
    assert value(text("王工 下单 ORD77120\n").header.document_number) == "ORD77120"
    assert value(header("送海州市船厂路9号").delivery_place) == "海州市船厂路9号"
    assert value(header("Need on our dock by 03/06/2026 (6 March 2026)").delivery_date) == "2026-03-06"
    said = header("甲方海州泵阀商行现委托乙方江城密封技术有限公司供应下列货物：").customer
    assert value(said) == "海州泵阀商行"


def test_words_for_the_tax_and_the_time() -> None:
    said = tax.statement("5月到货，含9%票")
    assert said is not None
    assert (said.included, said.rate) == (True, Decimal(9))
    assert tax.statement("预付30%，70%票到付款") is None
    assert value(header("金额单位：人民币元，含9%增值税").tax_rate) == "9"
    found = periods.parse("自执行单下达之日起30天")
    assert found is not None
    assert (found.iso, found.anchor) == ("P30D", "order_receipt")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("海州泵阀商行采购订单", "海州泵阀商行"),
        ("海州泵阀厂备件采购清单", "海州泵阀厂"),
        ("机械厂家采购单", None),
    ],
)
def test_a_company_heads_the_title(title: str, name: str | None) -> None:
    assert [title[start:end] for start, end in companies.find(title)] == ([name] if name else [])


def test_headings_at_the_left_head_numbers_at_the_right() -> None:
    content = """
Purchase order ORD-7712

Code        Description              Qty    Unit   Unit price         Amount             Delivery
70031148    Bellows seal                 5  set             12,379.30          61,896.50      22-Jun-2026
70031149    Packing                     20  kg                 10.25             205.00      30-May-2026
"""
    reading = assemble(paper(content))
    assert [line(each) for each in reading.lines] == [
        ("70031148", "Bellows seal", "5", "set", "12379.30", "61896.50"),
        ("70031149", "Packing", "20", "kg", "10.25", "205.00"),
    ]


def test_values_that_semicolons_part_are_columns() -> None:
    content = (
        "Our order 77-1190\n\nPos;Part no.;Description;Qty;Unit;Price EUR;Total EUR\n"
        "1;70031148;Seat;2;pcs;10,50;21,00\n"
    )
    (only,) = text(content).lines
    assert line(only) == ("70031148", "Seat", "2", "pcs", "10.50", "21.00")


def test_a_sentence_with_semicolons_is_no_table() -> None:
    (page,) = plain.read(
        b"We met; we spoke; we agreed; we signed; we left.\nSo be it; yes; no; on; off.\n"
    ).pages
    assert not page.tables


def test_a_rate_is_no_part_of_the_label_behind_it() -> None:
    found = header("税率：9%　币种：人民币")
    assert (value(found.tax_rate), value(found.currency)) == ("9", "CNY")


def test_one_sentence_states_the_net_sum_the_tax_and_the_gross_one() -> None:
    content = """采购订单 编号：HT-7712
编码      名称  数量  单价   金额
70031148  轴套  4     75.00  300.00

不含税合计 300.00 元，税额（9%）27.00 元，价税合计 327.00 元（叁佰贰拾柒元整）。
"""
    assert value(assemble(paper(content)).header.total_amount) == "327.00"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("5月1日前到货\n地址 海州市船厂路9号\n付款 货到30天", "海州市船厂路9号"),
        ("5月1日前到货\n地址：海州市船厂路9号\n电话：0513-5550", None),
    ],
)
def test_an_address_alone_is_where_the_goods_go(said: str, place: str | None) -> None:
    found = header(said).delivery_place
    assert value(found) == place
    assert found is None or not found.sure


def test_a_code_with_a_stroke_may_lead_a_name() -> None:
    (reading,) = mail("Our order no. 77120\n\n4 pcs x H18S131/71 Housing SNL 5, $15.25/pc, $61.00\n")
    assert line(reading.lines[0])[:2] == ("H18S131/71", "Housing SNL 5")


def test_words_of_the_writer_are_no_part_of_a_company() -> None:
    said = "我司海州泵阀有限公司订购如下备件"
    assert [said[start:end] for start, end in companies.find(said)] == ["海州泵阀有限公司"]
    (reading,) = mail(f"江城密封有限公司收\n海州泵阀商行采购明细表 订单号：ORD-7712\n{ITEMS}")
    assert value(reading.header.customer) == "海州泵阀商行"


def test_terms_of_payment_end_a_sentence() -> None:
    said = header("请在5月1日前送到海州市船厂路9号备件库并通知我方，付款方式为预付40%，发货前付清60%。")
    assert value(said.payment_terms) == "预付40%，发货前付清60%"
