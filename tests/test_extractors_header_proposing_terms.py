"""What an open field most likely is: times, payments, places and trade terms; and words of printed forms."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.page import SourceDocument
from models.reading import Field, Header, Kind

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["1", "RH-2204", "Guide bush", "6", "40.00", "240.00"],
]
ROWS_ZH = [
    ["序号", "型号", "名称", "数量", "单价", "金额"],
    ["1", "RH-2204", "导向套", "6", "40.00", "240.00"],
]
HEAD = """PURCHASE ORDER
Purchase order no.: MK-33018
Date: 2027-03-09
Buyer: Ostrava Mixers Ltd
Supplier: Renhof Dichtungen GmbH
Currency: EUR
"""
HEAD_ZH = """采购订单
订单编号：MK-33018
订单日期：2027-03-09
需方：东岭搅拌设备有限公司
供方：仁合密封件有限公司
"""
STREET, STREET_ZH = "27 Kiln Lane, Ostrava 70200", "宁岭市东岭区砖窑路27号4号库"


def _paper(said: str) -> SourceDocument:
    return form(f"{HEAD}{said}\n", ROWS, "Total: EUR 240.00")


def _header(said: str) -> Header:
    return assemble(_paper(said)).header


def _header_zh(said: str, *, head: str = HEAD_ZH, tail: str = "合计：240.00元") -> Header:
    return assemble(form(f"{head}{said}\n", ROWS_ZH, tail)).header


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def _value(field: Field | None) -> str | None:
    return None if field is None else field.value


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("Liefertermin: etwa 6 Wochen, wie mit Herrn Lund besprochen", "P6W"),
        ("Lead time: best effort, around 5 weeks we hope", "P5W"),
        ("Goods will be shipped some six to 6 weeks after your order", "P6W"),
    ],
)
def test_a_period_of_a_delivery_is_likely_its_lead_time_and_no_day(said: str, period: str) -> None:
    header = _header(said)
    assert _told(header.lead_time) == (period, False)
    assert header.delivery_date is None


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("交货期：争取6周，与贵司李工谈妥", "P6W"),
        ("货期：收到图纸后算起 大概 35天 左右", "P35D"),
        ("供货要求\n大约35天，越快越好", "P35D"),
    ],
)
def test_so_is_one_in_chinese(said: str, period: str) -> None:
    header = _header_zh(said)
    assert _told(header.lead_time) == (period, False)
    assert header.delivery_date is None


def test_working_days_are_told_as_such() -> None:
    time = _header("Delivery: please try for 12 working days").lead_time
    assert time is not None
    assert (time.value, time.unit, time.sure) == ("P12D", "working_days", False)


def test_a_day_by_which_goods_are_wanted_is_likely_that_of_the_delivery() -> None:
    said = "Delivery: as agreed\nMaterial is to be at the works on the 2nd of June 2027 or sooner"
    assert _told(_header(said).delivery_date) == ("2027-06-02", False)


@pytest.mark.parametrize(
    "said", ["交货要求\n最晚2027年6月2日到，越早越好", "交货：两批，2027年5月2日及2027年6月2日"]
)
def test_so_is_the_last_one_in_chinese(said: str) -> None:
    assert _told(_header_zh(said).delivery_date) == ("2027-06-02", False)


@pytest.mark.parametrize(
    "said",
    [
        "Warranty: 24 months after delivery.",
        "Warranty\n24 months after delivery",
        "Gewährleistung 24 Monate ab Lieferung",
        "Late delivery: 1 % per week, at most 8 weeks.",
        "Invoice within 8 weeks after delivery",
        "Payment within 30 days after delivery",
        "6 weeks for item 1 and 8 weeks for item 2 until shipment",
        "Delivery date: to be agreed\nWarranty 6 months from delivery, repair in 4 weeks",
    ],
)
def test_periods_of_warranties_penalties_and_papers_are_no_time_of_delivery(said: str) -> None:
    header = _header(said)
    assert _value(header.lead_time) is None
    assert _value(header.delivery_date) is None


@pytest.mark.parametrize(
    "said",
    [
        "质保：到货后6个月",
        "保修\n交货后18个月",
        "逾期交货超过30天的可解除",
        "到货后7天内验收",
        "投标文件2027年6月2日提交，交货另议",
        "交货期：待定\n保修期6个月，返修20天内完成",
    ],
)
def test_nor_are_they_in_chinese(said: str) -> None:
    header = _header_zh(said)
    assert _value(header.lead_time) is None
    assert _value(header.delivery_date) is None


def test_a_time_is_not_sought_where_each_item_has_its_own() -> None:
    rows = [[*ROWS[0], "Delivery date"], [*ROWS[1], "2027-06-02"]]
    said = "Goods will be shipped some six to 6 weeks after your order"
    lead = assemble(form(f"{HEAD}{said}\n", rows, "Total: EUR 240.00")).header.lead_time
    assert _value(lead) is None


@pytest.mark.parametrize(
    "said",
    [
        "30 % with order, 70 % before shipment.",
        "40 % down, balance before dispatch",
        "Wir zahlen 40 % bei Auftrag, Rest nach Abnahme.",
        "Half is paid within 20 days, the other half within 60 days.",
    ],
)
def test_a_sentence_on_paying_the_price_likely_tells_the_terms(said: str) -> None:
    assert _told(_header(said).payment_terms) == (said.rstrip("."), False)


@pytest.mark.parametrize(
    "said", ["先付三成，发货前付清余七成。", "合同签完付30%，验收后付余70%", "验收付60%，一年后付40%"]
)
def test_so_does_one_in_chinese(said: str) -> None:
    assert _told(_header_zh(said).payment_terms) == (said.rstrip("。"), False)


def test_neither_who_pays_nor_what_is_invoiced_is_part_of_them() -> None:
    terms = _header("Our company pays 45 days from receipt of invoice.").payment_terms
    assert _told(terms) == ("45 days from receipt of invoice", False)
    terms = _header_zh("余款于验收后20天付清，供方须先开具发票。").payment_terms
    assert _told(terms) == ("验收后20天付清", False)


def test_terms_that_break_off_go_on_in_the_next_line() -> None:
    said = "Terms: 40 % paid with order, 60 % paid within 20 days after\nacceptance at our works"
    terms = "40 % paid with order, 60 % paid within 20 days after acceptance at our works"
    assert _told(_header(said).payment_terms) == (terms, False)
    paid = _value(_header_zh("付款说明：先付40%，验收合格后20天付清余\n款60%").payment_terms)
    assert paid is not None
    assert paid.endswith("验收合格后20天付清余款60%")


@pytest.mark.parametrize(
    "said",
    [
        "Late delivery costs 1 % per week, up to 5 %.",
        "Penalty 0.5 % per week, payable within 30 days",
        "VAT 19 % payable by the buyer",
        "[ ] 30 days net  [ ] 60 days net",
        "☐ Payment within 30 days ☐ Payment within 60 days",
        "□ 40 % with order □ 60 % on delivery",
    ],
)
def test_penalties_taxes_and_options_that_nobody_ticked_are_no_terms(said: str) -> None:
    assert _value(_header(said).payment_terms) is None


@pytest.mark.parametrize(
    "said",
    [
        "逾期付款每天罚0.5%，最多5%",
        "逾期交货违约金每周1%",
        "含税13%，运费2%",
        "□ 月结30天付款 □ 月结60天付款",
        "□ 先付40%，后付60%",
    ],
)
def test_nor_are_they_terms_in_chinese(said: str) -> None:
    assert _value(_header_zh(said).payment_terms) is None


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Warenannahme: Halle 4, Ziegelweg 27, 28199 Bremen", "Halle 4, Ziegelweg 27, 28199 Bremen"),
        ("Anlieferung frei Baustelle Ziegelweg 27, 28199 Bremen, Mo-Fr", "Ziegelweg 27, 28199 Bremen"),
        (f"Ship to: +420 59 611 8733\nGoods inwards: Unit 4, {STREET}", f"Unit 4, {STREET}"),
        (
            "CFR Santos. Final destination: Works 2, Av. Sul 14, Lavras, Brazil. No partial shipments.",
            "Works 2, Av. Sul 14, Lavras, Brazil",
        ),
    ],
)
def test_an_address_that_goods_are_sent_to_is_likely_the_place(said: str, place: str) -> None:
    assert _told(_header(said).delivery_place) == (place, False)


@pytest.mark.parametrize(
    "said",
    [
        f"收件\n{STREET_ZH}",
        f"收件  {STREET_ZH}",
        f"交货地点：同上\n现场：{STREET_ZH}",
        f"交货地点：见附件\n货到现场：{STREET_ZH}",
    ],
)
def test_so_is_one_in_chinese_that_a_caption_names(said: str) -> None:
    assert _told(_header_zh(said).delivery_place) == (STREET_ZH, False)


@pytest.mark.parametrize(
    "said",
    [
        f"Invoices to: {STREET}",
        f"Documents to be sent to: {STREET}",
        "CFR Santos. The final destination is agreed later.",
        f"Ostrava Mixers Ltd\n{STREET}",
        "Rechnungsanschrift: Ziegelweg 27, 28199 Bremen",
        "Delivery\nRenhof Dichtungen GmbH\nZiegelweg 27, 28199 Bremen",
        "Delivery: +420 59 611 8733",
    ],
)
def test_addresses_of_offices_and_placeholders_are_no_place(said: str) -> None:
    assert _value(_header(said).delivery_place) is None


@pytest.mark.parametrize(
    "said",
    [
        f"发票寄：{STREET_ZH}",
        f"开票地址：{STREET_ZH}",
        f"供方仓库：{STREET_ZH}",
        "货物运抵2.2款约定的地点",
        "送至上述收货地址",
    ],
)
def test_nor_are_they_a_place_in_chinese(said: str) -> None:
    assert _value(_header_zh(said).delivery_place) is None


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("Delivery terms: CIP Ostrava incl. packing", "CIP Ostrava"),
        ("Trade terms: prices as quoted FCA Bremen, packing charged", "FCA Bremen"),
        ("Delivery terms: total CFR Izmir, by sea incl. packing", "CFR Izmir"),
    ],
)
def test_the_term_in_a_text_that_holds_more_is_likely_the_one(said: str, term: str) -> None:
    assert _told(_header(said).incoterms) == (term, False)


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("贸易术语：FCA 宁岭周巷 包含税", "FCA 宁岭周巷"),
        ("贸易条款：DAP宁岭 6周", "DAP 宁岭"),
        ("价格术语：CIP 宁岭 含税价", "CIP 宁岭"),
    ],
)
def test_so_is_the_term_in_a_chinese_text(said: str, term: str) -> None:
    assert _told(_header_zh(said).incoterms) == (term, False)


@pytest.mark.parametrize(
    "said",
    [
        "Incoterms 2020 apply",
        "Incoterms: to be agreed",
        "Trade terms: [ ] EXW [ ] DAP",
        "Delivery terms: our DAPHNE depot",
    ],
)
def test_a_text_that_names_no_term_or_several_to_tick_has_none(said: str) -> None:
    assert _value(_header(said).incoterms) is None


def test_a_week_in_the_name_of_a_place_is_no_time() -> None:
    assert _told(_header_zh("贸易术语：DAP宁岭周巷").incoterms) == ("DAP 宁岭周巷", True)


def test_the_numbers_of_boxes_belong_to_no_caption() -> None:
    head = HEAD.replace("Purchase order no.: MK-33018", "{}")
    number = assemble(form(head.format("2 Order number  RB-27-0313"), ROWS, "Total: EUR 240.00")).header
    assert _value(number.document_number) == "RB-27-0313"
    place = assemble(form(head.format(f"3 Place of delivery  {STREET}"), ROWS, "Total: EUR 240.00")).header
    assert (_value(place.document_number), _value(place.delivery_place)) == (None, STREET)


def test_nor_do_those_of_chinese_boxes() -> None:
    head = HEAD_ZH.replace("订单编号：MK-33018", "A1 合同编号  DL-2719")
    header = _header_zh(f"B1交货地点  {STREET_ZH}\nC2付款方式  月结45天", head=head)
    assert _value(header.document_number) == "DL-2719"
    assert _value(header.delivery_place) == STREET_ZH
    assert _value(header.payment_terms) == "月结45天"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("DL-Q-6071（7月13日修订版）", "DL-Q-6071"),
        ("DL-26-1015（2027.02.22）", "DL-26-1015"),
        ("DLRD（2027）备-039", "DLRD（2027）备-039"),
    ],
)
def test_a_day_or_a_revision_in_brackets_is_no_part_of_a_number(text: str, number: str) -> None:
    assert _told(_header_zh(f"报价单号：{text}").quotation_number) == (number, True)


@pytest.mark.parametrize(
    "said", ["询报价单号：XJ-27-6071", "按询报价 27-60711 订货", "按报价 RFQ-27-60711 订货"]
)
def test_the_number_of_an_enquiry_is_not_surely_the_offer_s(said: str) -> None:
    offer = _header_zh(said).quotation_number
    assert offer is None or not offer.sure


def test_the_first_sentence_behind_a_label_tells_the_day() -> None:
    said = "Delivery date: it must be by 2 June 2027. The offer was of 2 March 2027."
    assert _told(_header(said).delivery_date) == ("2027-06-02", False)


def test_so_does_the_first_chinese_one() -> None:
    said = "交货日期：尽量在2027年6月2日。验收2027年7月9日，付款2027年8月3日"
    assert _told(_header_zh(said).delivery_date) == ("2027-06-02", False)


def test_a_signing_day_that_is_none_gives_way_to_a_plain_one() -> None:
    head = HEAD_ZH.replace("订单日期：2027-03-09", "签订日期：三月上旬\n日期：2027年3月9日")
    assert _told(_header_zh("", head=head).document_date) == ("2027-03-09", False)


@pytest.mark.parametrize(
    ("net", "gross"), [("未税货款", "应付货款"), ("不含税货款", "含税货款"), ("不含税货款", "应付款项")]
)
def test_goods_without_their_tax_and_with_it_make_the_total(net: str, gross: str) -> None:
    header = _header_zh("", tail=f"{net}：240.00\n税额：31.20\n{gross}：271.20")
    assert _told(header.total_amount) == ("271.20", True)
    assert _told(header.tax_included) == ("false", True)


@pytest.mark.parametrize(
    ("number", "buyer", "seller"),
    [
        ("指令编号", "发出方", "接受方"),
        ("合同代号", "需用方", "供应人"),
        ("合同档案号", "需用单位", "承制单位"),
    ],
)
def test_words_of_orders_by_instruction_are_labels(number: str, buyer: str, seller: str) -> None:
    title = "采购指令单" if number.startswith("指令") else "采购订单"
    head = (
        f"{title}\n{number}：DL-2719\n订约日期：2027年3月9日\n{buyer}：东岭搅拌设备有限公司\n"
        f"{seller}：仁合密封件有限公司\n结款方式：月结45天\n卸货地点：{STREET_ZH}\n"
    )
    header = _header_zh("", head=head)
    assert _told(header.document_number) == ("DL-2719", True)
    assert _told(header.document_date) == ("2027-03-09", True)
    assert _told(header.customer) == ("东岭搅拌设备有限公司", True)
    assert _told(header.payment_terms) == ("月结45天", True)
    assert _told(header.delivery_place) == (STREET_ZH, True)


@pytest.mark.parametrize(
    ("said", "orders"),
    [
        ("按上次报的价执行，请安排发货", True),
        ("按谈好的价格执行，麻烦安排", True),
        ("请按以后报的价再谈", False),
    ],
)
def test_a_letter_that_has_agreed_prices_carried_out_orders(said: str, *, orders: bool) -> None:
    letter = f"仁合密封件有限公司：\n{said}\n东岭搅拌设备有限公司\n2027年3月9日\n"
    reading = assemble(form(letter, ROWS_ZH, "合计：240.00元"))
    assert reading.kind in {Kind.PURCHASE_ORDER, Kind.OTHER}
    assert (_told(reading.header.customer) == ("东岭搅拌设备有限公司", True)) is orders
