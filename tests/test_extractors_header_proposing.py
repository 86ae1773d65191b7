"""What an open field most likely is: numbers, days, parties, sums and taxes, proposed and never sure."""

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.header.proposing import implausible
from models.page import SourceDocument
from models.reading import Field, Header, Kind, Reason

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["1", "RH-2204", "Guide bush", "6", "40.00", "240.00"],
]
ROWS_ZH = [
    ["序号", "型号", "名称", "数量", "单价", "金额"],
    ["1", "RH-2204", "导向套", "6", "40.00", "240.00"],
]
TOTAL = "Total: EUR 240.00"
TOTAL_ZH = "合计：240.00元"
NUMBER, DATE, BUYER = "Purchase order no.: MK-33018", "Date: 2027-03-09", "Buyer: Ostrava Mixers Ltd"
NUMBER_ZH, DATE_ZH, BUYER_ZH = "订单编号：MK-33018", "订单日期：2027-03-09", "需方：东岭搅拌设备有限公司"


def _paper(*said: str, tail: str = TOTAL, currency: str = "Currency: EUR") -> SourceDocument:
    """Return an order in English with these lines at its head."""
    head = ["PURCHASE ORDER", *said, "Supplier: Renhof Dichtungen GmbH", currency]
    return form("\n".join(line for line in head if line), ROWS, tail)


def _paper_zh(*said: str, tail: str = TOTAL_ZH) -> SourceDocument:
    """Return an order in Chinese with these lines at its head."""
    return form("\n".join(["采购订单", *said, "供方：仁合密封件有限公司"]), ROWS_ZH, tail)


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def _value(field: Field | None) -> str | None:
    return None if field is None else field.value


def _whole(said: str, tail: str = TOTAL) -> Header:
    """Return what is read of an English order that lacks nothing, with something more at its head."""
    return assemble(_paper(NUMBER, DATE, BUYER, said, tail=tail)).header


def _whole_zh(said: str, tail: str = TOTAL_ZH) -> Header:
    """Return what is read of a Chinese order that lacks nothing, with something more at its head."""
    return assemble(_paper_zh(NUMBER_ZH, DATE_ZH, BUYER_ZH, said, tail=tail)).header


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Beleg 704418", "704418"),
        ("Auftrags-Nr. RB-27-0313", "RB-27-0313"),
        ("Our order sheet 88-2204, please confirm", "88-2204"),
        ("Order id # 27-0916 (copy for the works)", "27-0916"),
    ],
)
def test_a_number_behind_a_word_for_orders_is_likely_the_paper_s(said: str, number: str) -> None:
    assert _told(assemble(_paper(said, DATE, BUYER)).header.document_number) == (number, False)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("订货凭证 CG27-0309", "CG27-0309"),
        ("单据 CG27-0309 第一联", "CG27-0309"),
        ("合同 DL-2719 附件", "DL-2719"),
        ("登记档案  DL-2719", "DL-2719"),
    ],
)
def test_so_is_one_behind_a_chinese_word_for_them(said: str, number: str) -> None:
    assert _told(assemble(_paper_zh(said, DATE_ZH, BUYER_ZH)).header.document_number) == (number, False)


@pytest.mark.parametrize(
    "said",
    [
        "VAT no. GB 402 118 733",
        "Tel. 0471 662 1180",
        "Your offer RQ-40-118",
        "Form 27-118 Rev. 4",
        "Courier no. 4471180023",
        "Tracking no. 4471180023",
        "Previous order 220-118",
        "Customer no. 44711",
        "Order placed 2027-03-02",
    ],
)
def test_what_else_has_a_number_does_not_number_the_paper(said: str) -> None:
    assert _value(assemble(_paper(said, DATE, BUYER)).header.document_number) is None


@pytest.mark.parametrize(
    "said",
    [
        "税号：91330200MA2",
        "电话 0574-6621180",
        "快递单号 44711800",
        "报价单号 RQ-40118",
        "询价编号 XJ-40118",
        "项目编号：XM-2719",
        "请购单号：QG-2719",
    ],
)
def test_what_else_has_a_number_in_chinese_does_not_either(said: str) -> None:
    assert _value(assemble(_paper_zh(said, DATE_ZH, BUYER_ZH)).header.document_number) is None


@pytest.mark.parametrize(
    "said",
    [
        "Bestellung vom 9. März 2027",
        "Ostrava den 9. März 2027 / MK-33018",
        "MK-33018 / 9 March 2027",
        "For the works, 9 March 2027 (Lund)",
    ],
)
def test_a_day_at_the_head_is_likely_the_paper_s(said: str) -> None:
    assert _told(assemble(_paper(NUMBER, said, BUYER)).header.document_date) == ("2027-03-09", False)


@pytest.mark.parametrize(
    "said", ["东岭 2027年3月9日", "东岭采购部 王工 2027年3月9日", "MK-33018（2027年3月9日）"]
)
def test_so_is_a_day_in_chinese(said: str) -> None:
    assert _told(assemble(_paper_zh(NUMBER_ZH, said, BUYER_ZH)).header.document_date) == ("2027-03-09", False)


@pytest.mark.parametrize(
    "said",
    [
        "Your offer RQ-40118 of 2 March 2027",
        "Angebot vom 02.03.2027",
        "Quotation  2 March 2027",
        "Form printed 2 March 2027",
        "Rev. 3, edition 2 March 2027",
        "Frame agreement of 2 March 2027",
        "Offer valid until 2 June 2027",
        "Delivery 2 June 2027",
        "As of 9 March we order",
    ],
)
def test_a_day_of_an_offer_a_form_or_a_delivery_is_not_the_paper_s(said: str) -> None:
    assert _value(assemble(_paper(NUMBER, said, BUYER)).header.document_date) is None


@pytest.mark.parametrize(
    "said",
    [
        "报价单日期2027年3月2日",
        "打印时间 2027年3月2日",
        "请购日期 2027年3月2日",
        "表单版本2027年3月2日",
        "交货期2027年6月2日",
    ],
)
def test_nor_is_one_of_them_in_chinese(said: str) -> None:
    assert _value(assemble(_paper_zh(NUMBER_ZH, said, BUYER_ZH)).header.document_date) is None


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Prices as per QV-27-4471.", "QV-27-4471"),
        ("Memo: as quoted in your 44718812 of 02/17/2027. Do not ship early.", "44718812"),
        ("Wie angeboten mit 44718812", "44718812"),
        ("With reference to QV-27-4471 we order:", "QV-27-4471"),
        ("QV-4471 Angebot", "QV-4471"),
        ("Ihr freundliches Angebot, Zeichen QV/4471, liegt zugrunde.", "QV/4471"),
    ],
)
def test_a_number_beside_words_for_an_offer_is_likely_the_offer_s(said: str, number: str) -> None:
    assert _told(_whole("", f"{TOTAL}\n\n{said}").quotation_number) == (number, False)


@pytest.mark.parametrize(
    "said",
    [
        "按贵司报来的 QV-4471 价格执行",
        "价格依据乙方投标文件 QV-4471",
        "QV-4471号的报价",
        "贵方参考\nQV-4471",
    ],
)
def test_so_is_one_beside_chinese_words_for_it(said: str) -> None:
    assert _told(_whole_zh("", f"{TOTAL_ZH}\n\n{said}").quotation_number) == ("QV-4471", False)


@pytest.mark.parametrize(
    "said",
    [
        "Unsere Anfrage 4471-27",
        "Our enquiry RFQ-27-4471",
        "As quoted to our enquiry 44718812.",
        "Your offer to our enquiry RFQ-27-4471 pleased us.",
        "Offers are valid 90 days, ref. 20-4471",
        "Your offer of 2 March 2027",
        "Your quote: TBD",
        "Our ref. ZX-4471",
        "Angebot: siehe Anlage 2027",
    ],
)
def test_the_number_of_an_enquiry_and_a_day_are_no_offer_s(said: str) -> None:
    assert _value(_whole("", f"{TOTAL}\n\n{said}").quotation_number) is None


@pytest.mark.parametrize(
    "said", ["询价单 XJ-27-4471", "按询价 XJ-4471 的报价执行", "报价有效期至2027年6月2日"]
)
def test_nor_are_they_in_chinese(said: str) -> None:
    assert _value(_whole_zh("", f"{TOTAL_ZH}\n\n{said}").quotation_number) is None


@pytest.mark.parametrize("label", ["Ship to", "Delivery address"])
def test_who_gets_the_goods_is_likely_the_buyer(label: str) -> None:
    said = f"{label}: Ostrava Mixers Ltd, 27 Kiln Lane, Ostrava 70200\nCarrier: Falk Spedition GmbH"
    assert _told(assemble(_paper(NUMBER, DATE, said)).header.customer) == ("Ostrava Mixers Ltd", False)


def test_who_uses_the_goods_is_likely_the_buyer() -> None:
    said = "使用单位：东岭搅拌设备有限公司"
    customer = assemble(_paper_zh(NUMBER_ZH, DATE_ZH, said)).header.customer
    assert _told(customer) == ("东岭搅拌设备有限公司", False)


def test_the_seller_does_not_buy() -> None:
    said = "Delivery address: Renhof Dichtungen GmbH, Ziegelweg 27, 28199 Bremen"
    assert _value(assemble(_paper(NUMBER, DATE, said)).header.customer) is None
    said = "交货地址：仁合密封件有限公司，宁岭市东岭区砖窑路27号"
    assert _value(assemble(_paper_zh(NUMBER_ZH, DATE_ZH, said)).header.customer) is None


@pytest.mark.parametrize(
    ("tail", "total"),
    [
        ("All told 240.00", "240.00"),
        ("VAT 50.40\nThe whole makes 290.40", "290.40"),
        ("Altogether 290.40, of which 50.40 tax", "290.40"),
    ],
)
def test_what_the_lines_add_up_to_is_likely_the_total(tail: str, total: str) -> None:
    assert _told(_whole("", tail).total_amount) == (total, False)


@pytest.mark.parametrize(
    ("tail", "total"),
    [
        ("拢共 240.00", "240.00"),
        ("订单金额共240.00元整", "240.00"),
        ("加税31.20，一共271.20", "271.20"),
    ],
)
def test_so_it_is_in_chinese(tail: str, total: str) -> None:
    assert _told(_whole_zh("", tail).total_amount) == (total, False)


@pytest.mark.parametrize("tail", ["Per piece 40.00 total", "Discount total 5 %", "Per page total 180.00"])
def test_the_sum_of_a_part_is_no_total(tail: str) -> None:
    assert _value(_whole("", tail).total_amount) is None


@pytest.mark.parametrize("tail", ["总共 240.00（元）", "共 240.00 圆", "加税31.20，一共271.20（元）"])
def test_a_chinese_paper_that_counts_in_yuan_is_likely_paid_in_them(tail: str) -> None:
    assert _told(_whole_zh("", tail).currency) == ("CNY", False)


def test_of_two_currencies_none_is_proposed_and_an_unknown_one_is_none() -> None:
    for said in ("Budget EUR or USD", "Currency: see offer"):
        document = _paper(NUMBER, DATE, BUYER, said, tail="Total: 240.00", currency="")
        assert _value(assemble(document).header.currency) is None


@pytest.mark.parametrize(
    ("said", "rate"),
    [
        ("VAT: as by law, presently 21 %", "21"),
        ("Prices plus VAT of currently 21 %.", "21"),
        ("MwSt: wird mit 19 % hinzugerechnet", "19"),
    ],
)
def test_a_rate_in_the_clause_of_a_tax_is_likely_its_rate(said: str, rate: str) -> None:
    assert _told(_whole(said).tax_rate) == (rate, False)


@pytest.mark.parametrize("said", ["税：13%，开票时另计", "税款另付，按13%", "增值税：按国家规定，现为13%"])
def test_so_is_one_in_a_chinese_clause(said: str) -> None:
    assert _told(_whole_zh(said).tax_rate) == ("13", False)


@pytest.mark.parametrize(
    "said",
    ["Penalty 5 % of the price; VAT extra", "Discount 5 %; VAT as usual", "VAT no. CZ 40211873", "Tax 35 %"],
)
def test_what_another_clause_says_is_no_rate(said: str) -> None:
    assert _value(_whole(said).tax_rate) is None


@pytest.mark.parametrize("said", ["违约金5%；税款按法规", "折扣5%；税按规定"])
def test_nor_is_a_penalty_in_a_chinese_clause(said: str) -> None:
    assert _value(_whole_zh(said).tax_rate) is None


@pytest.mark.parametrize(
    "said",
    [
        "VAT: at present 21 %, on top",
        "MwSt: wird mit 19 % hinzugerechnet",
        "GST @ 18 % extra as applicable",
        "Amount subject to VAT, added later on top",
    ],
)
def test_prices_on_top_of_which_the_tax_comes_are_likely_without_it(said: str) -> None:
    assert _told(_whole(said).tax_included) == ("false", False)


@pytest.mark.parametrize(
    ("said", "included"),
    [("税 13%另计", "false"), ("税：13%，开票时另计", "false"), ("总价里税已含", "true")],
)
def test_chinese_words_beside_the_tax_tell_as_much(said: str, included: str) -> None:
    assert _told(_whole_zh(said).tax_included) == (included, False)


@pytest.mark.parametrize(
    "said", ["Freight excl. VAT", "Freight: VAT extra", "Freight: + 21 % VAT", "Customs and taxes as usual"]
)
def test_freight_without_tax_says_nothing_of_prices(said: str) -> None:
    assert _value(_whole(said).tax_included) is None


@pytest.mark.parametrize("said", ["运费不含税", "运费含税9%", "运费不含税，由乙方代垫"])
def test_nor_does_it_in_chinese(said: str) -> None:
    assert _value(_whole_zh(said).tax_included) is None


@pytest.mark.parametrize(
    ("name", "value", "none"),
    [
        ("delivery_place", "+420 59 611 8733", True),
        ("delivery_place", "2027-06-02 early", True),
        ("delivery_place", "items 1 to 3", True),
        ("delivery_place", "同上", True),
        ("delivery_place", "3.2款", True),
        ("delivery_place", "甲方指定的地点", True),
        ("delivery_place", "宁岭市砖窑路27号", False),
        ("delivery_place", "27 Kiln Lane, Ostrava", False),
        ("document_number", "Rev.0", True),
        ("document_number", "MK-33018", False),
        ("payment_terms", "0", False),
        ("payment_terms", None, True),
    ],
)
def test_a_value_that_cannot_be_one_is_as_good_as_none(name: str, value: str | None, *, none: bool) -> None:
    assert implausible.is_so(name, value) is none


def test_a_proposal_gives_way_to_nothing_sure_and_shows_its_place() -> None:
    number = assemble(_paper("Beleg 704418", DATE, BUYER)).header.document_number
    assert number is not None
    assert (number.evidence.text, number.evidence.page, number.reason) == ("704418", 1, Reason.ROLE)
    assert number.proof == ()
    assert number.confidence < 0.5
    both = assemble(_paper(NUMBER, "Beleg 704418", DATE, BUYER)).header.document_number
    assert both is not None
    assert both.value == "MK-33018"


def test_nothing_is_proposed_for_a_paper_that_orders_nothing() -> None:
    head = f"QUOTATION\nBeleg 704418\n{BUYER}\nSupplier: Renhof Dichtungen GmbH\nPrices as per QV-27-4471."
    reading = assemble(form(head, ROWS, TOTAL))
    assert reading.kind is Kind.QUOTATION
    assert _value(reading.header.document_number) != "704418"
