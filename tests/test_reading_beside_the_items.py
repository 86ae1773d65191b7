"""What texts say beside items and sums that stand for themselves: further entries, changes, other totals."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.clauses import deals
from models.page import SourceDocument
from models.reading import Field, Reading

HEAD = """Purchase Order
Order no.: PO-88412
Date: 12 May 2026
Buyer: Nordkai Pumps Ltd
Supplier: Delta Seals GmbH
"""
TABLE = """
Pos  Description         Your part no.  Qty  Unit  Unit price EUR   Amount EUR
1    Shaft sleeve        DS-20031       4    pcs           25.00       100.00
2    Mechanical seal     DS-20044       2    pcs          150.00       300.00
                                             Total EUR                 400.00
"""
HEAD_ZH = """采购订单
订单号：CG-20260412
日期：2026年4月12日
需方：华北泵业有限公司
供方：德尔塔密封件有限公司
"""
TABLE_ZH = """
序号   名称        供方型号      数量   单位   含税单价   含税金额
1      轴套        DS-20031      4      件        25.00     100.00
2      机械密封    DS-20044      2      套       150.00     300.00
"""


def _sure(field: Field | None) -> bool:
    return field is not None and field.sure


def _said(text: str) -> Reading:
    return assemble(paper(f"{HEAD}{TABLE}\n{text}"))


def _said_zh(text: str) -> Reading:
    return assemble(paper(f"{HEAD_ZH}{TABLE_ZH}合计：400.00元\n币种：人民币\n{text}"))


def _is_open(reading: Reading, at: int) -> bool:
    line = reading.lines[at]
    return not any(map(_sure, (line.part_number, line.quantity, line.unit_price)))


@pytest.mark.parametrize(
    "entry",
    [
        "3. 1 pc O-ring set, your part no. DS-20050, free of charge",
        "3. 1 pc O-ring set, your part no. DS-20050",
    ],
)
def test_an_entry_of_a_list_without_a_price_is_not_lost(entry: str) -> None:
    read = assemble(
        paper(f"""{HEAD}
1. 4 pcs Shaft sleeve, your part no. DS-20031, EUR 25.00 each, EUR 100.00
2. 2 pcs Mechanical seal, your part no. DS-20044, EUR 150.00 each, EUR 300.00
{entry}
Total EUR 400.00
""")
    )
    assert [line.line_number and line.line_number.value for line in read.lines] == ["1", "2", "3"]
    assert not _sure(read.header.total_amount)


def test_a_block_without_a_price_is_not_lost() -> None:
    blocks = """
Item 1
Your part no.: DS-20031
Description: Shaft sleeve
Quantity: 4 pcs
Unit price: 25.00 EUR
Amount: 100.00 EUR

Item 2
Your part no.: DS-20050
Description: O-ring set, supplied free of charge

Total: 100.00 EUR
"""
    read = assemble(paper(HEAD + blocks))
    assert len(read.lines) == 2
    assert not _sure(read.header.total_amount)


def test_clauses_that_count_on_behind_the_items_are_none() -> None:
    read = assemble(
        paper(f"""{HEAD_ZH}
1、轴套，供方型号DS-20031，数量4件，单价25元，金额100元
2、机械密封，供方型号DS-20044，数量2套，单价150元，金额300元
3、交货期：30天，随货提供合格证2份
4、付款方式：月结30天
5、质保期内免费维修
合计400元
币种：人民币
""")
    )
    assert len(read.lines) == 2
    assert _sure(read.header.total_amount)
    assert _sure(read.lines[1].part_number)


ONLY = """
Description:   Mechanical seal
Your part no.: DS-20044
Quantity:      2 pcs
Unit price:    150.00 EUR
Total price:   300.00 EUR
"""


@pytest.mark.parametrize("below", ["Freight:       20.00 EUR", "VAT 19 %:      57.00 EUR"])
def test_the_amount_of_an_only_item_is_no_total_with_more_to_come(below: str) -> None:
    assert not _sure(assemble(paper(f"{HEAD}{ONLY}{below}\n")).header.total_amount)


@pytest.mark.parametrize("below", ["Freight:       included", "Freight:       0.00 EUR", "VAT:   19 %"])
def test_the_amount_of_an_only_item_is_the_total(below: str) -> None:
    read = assemble(paper(f"{HEAD}{ONLY}{below}\n"))
    assert read.header.total_amount is not None
    assert (read.header.total_amount.value, read.header.total_amount.sure) == ("300.00", True)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Please note: item 2 now 3 pcs.", 1),
        ("Item 1: please supply DS-20032 instead.", 0),
        ("Pos. 2 only after our release.", 1),
        ("Item 2 - correct part no. is DS-20045.", 1),
        ("Instead of item 2 please deliver DS-20045.", 1),
        ("We no longer need item 2.", 1),
        ("Bitte statt Pos. 1 den Typ DS-20032 liefern.", 0),
    ],
)
def test_a_sentence_that_changes_an_item_by_its_number_opens_it(text: str, at: int) -> None:
    read = _said(text)
    assert _is_open(read, at)
    assert _sure(read.lines[1 - at].part_number)


@pytest.mark.parametrize(
    "text", ["第2项暂不采购。", "序号2改为DS-20045。", "第2项待定。", "第2项先不发货，等通知。"]
)
def test_so_does_one_in_chinese(text: str) -> None:
    assert _is_open(_said_zh(text), 1)


@pytest.mark.parametrize(
    "text",
    [
        "Item 2 with material certificate 3.1.",
        "Partial delivery of item 2 allowed.",
        "Changes to this order need our written consent.",
        "Item 2: see drawing 10-4421.",
    ],
)
def test_one_that_only_speaks_of_an_item_does_not(text: str) -> None:
    read = _said(text)
    assert all(_sure(line.part_number) and _sure(line.quantity) for line in read.lines)


def test_a_clause_on_changes_does_not() -> None:
    read = _said_zh("第1、2项须提供材质证明。数量、型号如有变更，须书面确认。")
    assert all(_sure(line.part_number) and _sure(line.quantity) for line in read.lines)


@pytest.mark.parametrize(
    "text",
    [
        "合计：￥400.00。最终优惠价叁佰捌拾元整。",
        "合计：400.00元。实际按380元结算。",
        "合计：400.00元。总价下浮3%。",
        "合计：400.00元（不含税）。税率13%，含税总价452.00元。",
        "合计：400.00元\n总价下浮3%。",
    ],
)
def test_a_sum_behind_which_another_one_stands_is_not_certain(text: str) -> None:
    read = assemble(paper(f"{HEAD_ZH}{TABLE_ZH}{text}\n币种：人民币"))
    assert not _sure(read.header.total_amount)


@pytest.mark.parametrize(
    "text", ["合计：￥400.00。价格含运费。", "合计：￥400.00（大写：肆佰元整）。价格含13%增值税。"]
)
def test_a_sum_behind_which_sentences_stand_is(text: str) -> None:
    read = assemble(paper(f"{HEAD_ZH}{TABLE_ZH}{text}\n币种：人民币"))
    assert read.header.total_amount is not None
    assert (read.header.total_amount.value, read.header.total_amount.sure) == ("400.00", True)


@pytest.mark.parametrize("text", ["Discount 5 % to be deducted.", "Discount: 5 %"])
def test_a_discount_that_nothing_reckons_with_opens_the_total(text: str) -> None:
    assert not _sure(_said(text).header.total_amount)


def test_a_discount_for_paying_early_does_not() -> None:
    assert _sure(_said("Discount 2% within 14 days").header.total_amount)


@pytest.mark.parametrize(
    "text",
    [
        "价格不含运费、不含安装。",
        "交货期：30天（不含运输时间）",
        "含运输包装",
        "不包含运费",
        "Freight prepaid and add",
        "不接受自提",
    ],
)
def test_carriage_that_the_prices_do_not_hold_is_not_said_to_be_paid(text: str) -> None:
    assert not deals.of_paper(text)


@pytest.mark.parametrize("text", ["含运费", "单价包含运费", "不含税，含运费", "freight prepaid", "货物自提"])
def test_carriage_that_they_hold_is(text: str) -> None:
    assert [each.kind for each in deals.of_paper(text)] == ["carriage"]


def _headed(label: str) -> Reading:
    return assemble(paper(f"{HEAD}{label}\n{TABLE}"))


@pytest.mark.parametrize("label", ["Delivery: EXW Halden, 12 June 2026", "Delivery: EXW Halden, 6 weeks"])
def test_a_time_behind_the_place_of_a_trade_term_is_no_part_of_it(label: str) -> None:
    term = _headed(label).header.incoterms
    assert term is not None
    assert (term.value, term.sure) == ("EXW Halden", True)


def test_a_term_with_a_further_day_leaves_both_open() -> None:
    header = _headed("Delivery: 12 June 2026, DAP Halden, partial 20 June 2026").header
    assert not _sure(header.delivery_date)
    assert not _sure(header.incoterms)


def test_a_place_with_a_number_is_no_time() -> None:
    term = _headed("Incoterms: DAP 28195 Bremen, Germany").header.incoterms
    assert term is not None
    assert (term.value, term.sure) == ("DAP 28195 Bremen, Germany", True)


def _captioned(value: str) -> SourceDocument:
    head = "Purchase Order\nBuyer: Nordkai Pumps Ltd\nSupplier: Delta Seals GmbH"
    rows = [["Order no.", "Date", "Terms", "Ship via"], ["PO-88412", "12 May 2026", value, "DHL"]]
    return form(head, rows, TABLE)


@pytest.mark.parametrize("value", ["Due on receipt", "Prepaid", "Net 45"])
def test_when_is_paid_is_the_value_of_its_caption(value: str) -> None:
    terms = assemble(_captioned(value)).header.payment_terms
    assert terms is not None
    assert terms.value == value


AMERICAN = """Purchase Order
Order no.: PO-88412
Date: 05/06/2026
Buyer: Nordkai Pumps Inc., 12 Mill Road, Hollow Falls, OH 43099
Supplier: Delta Seals GmbH
"""


def test_the_seller_s_way_of_writing_days_says_nothing_of_an_american_buyer_s() -> None:
    offered = assemble(paper(f"{AMERICAN}Your quotation DSQ-2211 of 25/04/2026\n{TABLE}"))
    assert not _sure(offered.header.document_date)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{AMERICAN}Delivery date: 25/07/2026\n", "2026-06-05"),
        (f"{AMERICAN.replace(', OH 43099', ' 43099')}Your quotation DSQ-2211 of 25/04/2026\n", "2026-06-05"),
    ],
)
def test_the_paper_s_own_days_do(text: str, day: str) -> None:
    date = assemble(paper(text + TABLE)).header.document_date
    assert date is not None
    assert (date.value, date.sure) == (day, True)


@pytest.mark.parametrize(
    "text",
    [
        "The goods shall be sent to our central store, Dock Road 12, Halden.",
        "The parts are to be sent in wooden cases to our works in Halden, Storgata 4, 1767 Halden.",
    ],
)
def test_where_goods_are_sent_is_not_absent(text: str) -> None:
    assert _said(text).header.delivery_place is not None


def test_where_papers_are_sent_is_no_place_of_delivery() -> None:
    assert _said("Invoices shall be sent to our accounts office in Halden.").header.delivery_place is None


def test_a_lead_time_behind_a_short_word_is_not_absent() -> None:
    header = _said("Lead time approx. 6-8 weeks as discussed with Mr. Olsen.").header
    assert header.delivery_date is None
    assert header.lead_time is not None
    assert (header.lead_time.value, header.lead_time.sure) == ("P8W", False)


@pytest.mark.parametrize("text", ["The price is due on receipt of the goods.", "All papers as agreed."])
def test_when_is_paid_is_not_absent(text: str) -> None:
    assert (_said(text).header.payment_terms is not None) is ("due" in text)


def test_a_place_that_only_points_at_another_is_not_certain() -> None:
    assert not _sure(_headed("Ship to: same").header.delivery_place)
    assert _sure(_headed("Ship to: Dock Road 12, 1767 Halden, Norway").header.delivery_place)
