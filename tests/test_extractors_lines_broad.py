"""Rules that papers of many shapes need: items in blocks, storeys, spanning headings, sums in one line."""

import pytest
from paper import paper

from extractors.assemble import assemble
from extractors.fields import dates
from extractors.header.labelling.label_words import meaning
from extractors.header.summaries import segments
from extractors.lines.headings import recognise
from extractors.lines.tables.inner_tables import is_section
from extractors.lines.tables.layouts import item_tables, layouts
from extractors.lines.texts import item_clauses
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.page.runs import runs_of
from extractors.vocabulary.meanings import Label, Role
from models.reading import Field, Kind, OrderLine, Reading

BLOCKS = """
采购订单
供应商编码：V100862
订单编号：PO-77101

货物描述：动环
采购数量：1
单位：只
单价（含税）：100.00
价税合计：100.00
供方料号：LP-24-9600

货物描述：静环
采购数量：2
单位：只
单价（含税）：50.00
价税合计：100.00
供方料号：LP-25-9637

合计（含税）：200.00
增值税率：13%
"""
STOREYS = """
                 PURCHASE ORDER  PO-77102
Qty      Unit     Part no.      Description
Disc. %  Price    Amount        Delivery date
2        pc       10030001      Shaft sleeve
5        50.00    100.00        2026-06-22

3        pc       10030002      Gland plate
10       20.00    60.00         2026-06-23
Total             160.00
"""
SPANNED = """
                 PURCHASE ORDER  PO-77103
Item   Description      Qty          Price           HS code
                                Each       Amount
1      Shaft sleeve     2      50.00       100.00    8484.20
2      Gland plate      3      20.00       60.00     8484.20
Total                                      160.00
"""
SECTIONED = """
                 PURCHASE ORDER  PO-77104
Item   Description      Qty    Price    Amount
A. Seals
1      Shaft sleeve     2      50.00    100.00
B. Other spares
2      Gland plate      3      20.00    60.00
Total                                   160.00
"""
SPACED = """
                 采购订单  PO-77105
项次   名称      数量    单价     金额
1      轴套      2       50.00    100.00
2      压盖      3       20.00    60.00
合   计                           160.00
"""
LISTED = """
                 采购订单  PO-77106
项次   名称      数量    不含税单价     金额
1      轴套      2       50.00          100.00
2      压盖      3       20.00          60.00
不含税合计：160.00，增值税13%：20.80，价税合计：180.80
"""


def read(text: str) -> Reading:
    return assemble(paper(text))


def value(field: Field | None) -> str | None:
    return field.value if field is not None else None


def numbers(lines: tuple[OrderLine, ...]) -> list[tuple[str | None, ...]]:
    return [tuple(map(value, (each.quantity, each.unit_price, each.amount))) for each in lines]


def clauses(text: str) -> list[tuple[Role | None, str]]:
    page = paper(text).pages[0]
    (run,) = runs_of(page, page.words)
    return [(role, said.printed) for role, said in item_clauses.read(run)]


def test_a_fact_above_the_first_block_does_not_shift_the_codes_of_all_others() -> None:
    reading = read(BLOCKS)
    assert [value(each.part_number) for each in reading.lines] == ["LP-24-9600", "LP-25-9637"]
    assert numbers(reading.lines) == [("1", "100.00", "100.00"), ("2", "50.00", "100.00")]


def test_what_stands_below_the_last_block_is_the_order_s() -> None:
    header = read(BLOCKS).header
    assert (value(header.tax_rate), value(header.total_amount)) == ("13", "200.00")


def test_lines_of_two_storeys_take_turns() -> None:
    lines = read(STOREYS).lines
    assert numbers(lines) == [("2", "50.00", "100.00"), ("3", "20.00", "60.00")]
    assert [value(each.description) for each in lines] == ["Shaft sleeve", "Gland plate"]
    assert [value(each.delivery_date) for each in lines] == ["2026-06-22", "2026-06-23"]


def test_a_heading_that_spans_two_leaves_both_their_columns() -> None:
    lines = read(SPANNED).lines
    assert numbers(lines) == [("2", "50.00", "100.00"), ("3", "20.00", "60.00")]


def test_the_title_of_a_section_belongs_to_no_item() -> None:
    lines = read(SECTIONED).lines
    assert [value(each.description) for each in lines] == ["Shaft sleeve", "Gland plate"]


def test_a_sum_that_is_named_letter_by_letter_is_a_sum() -> None:
    reading = read(SPACED)
    assert value(reading.header.total_amount) == "160.00"
    assert numbers(reading.lines)[1] == ("3", "20.00", "60.00")


def test_sums_between_commas_are_several() -> None:
    header = read(LISTED).header
    assert (value(header.total_amount), value(header.tax_rate)) == ("180.80", "13")
    assert len(segments("未税合计90.00，税额11.70，价税合计101.70")) == 3
    assert not segments("合计90.00，请按期交货")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("单价（含税）：1452.91", (Role.PRICE, "1452.91")),
        ("Unit price (net): 2772.00", (Role.PRICE, "2772.00")),
        ("Your part no. LP-36-6400", (Role.SELLER_PART, "LP-36-6400")),
        ("Due date August 12, 2026", (Role.DELIVERY, "August 12, 2026")),
    ],
)
def test_labels_and_values_are_not_cut_in_the_middle(text: str, said: tuple[Role, str]) -> None:
    assert said in clauses(text)


def test_a_clause_ends_where_another_label_begins() -> None:
    assert clauses("Qty ordered:3 U/M:EA") == [(Role.QUANTITY, "3"), (Role.UNIT, "EA")]


def test_a_row_of_labels_and_values_is_no_heading() -> None:
    tables = item_tables(layouts(paper("单位   件   净价   299.86\n金额   2998.60   交期   2026-04-25")))
    assert not tables


def test_gross_beside_a_price_with_tax_is_no_list_price() -> None:
    heading = recognise("含税单价(元) Gross unit price")
    assert heading is not None
    assert heading.role is Role.PRICE
    alone = recognise("Gross unit price")
    assert alone is not None
    assert alone.role is Role.LIST_PRICE


def test_a_plan_of_a_seal_is_no_drawing() -> None:
    assert recognise_inline("Plan 53B") is None
    found = recognise_inline("图样代号 5-59131-04 Rev.A")
    assert found is not None
    assert found[0] is Role.DRAWING


@pytest.mark.parametrize("text", ["二、其他备件", "（一）密封件", "B. Other spares", "Section B pumps"])
def test_titles_of_sections(text: str) -> None:
    assert is_section(text)


@pytest.mark.parametrize("text", ["1. Shaft sleeve", "B. 12 pcs", "交货期：8周", "A-100"])
def test_what_is_no_title_of_a_section(text: str) -> None:
    assert not is_section(text)


def test_a_tender_and_a_late_delivery_are_no_fields() -> None:
    assert meaning("Tender ref.") == {Label.NEUTRAL}
    assert meaning("Late delivery") == {Label.NEUTRAL}
    assert meaning("Your tender no.") == {Label.QUOTATION_NUMBER}


def test_the_number_of_an_agreement_does_not_make_an_order_one() -> None:
    reading = read(f"采购订单\n技术协议编号：JS-2026-071\n询价单号：XJ26-00417\n{SPACED}")
    assert reading.kind is Kind.PURCHASE_ORDER
    assert reading.header.document_number is None or reading.header.document_number.value != "JS-2026-071"


def test_a_torn_date_is_not_sure() -> None:
    text = """
                 采购订单  PO-77107
项次   名称      数量    单价     金额     交货日期
1      轴套      2       50.00    100.00   12.03.2
2      压盖      3       20.00    60.00    13.03.2
合计                              160.00
"""
    assert dates.parse("12.03.2")
    for line in read(text).lines:
        assert line.delivery_date is None or not line.delivery_date.sure


@pytest.mark.parametrize("dash", "-–—－‐‑−")
def test_a_number_may_be_written_with_any_dash(dash: str) -> None:
    printed = f"HT{dash}2026{dash}1123"
    found = read(f"采购订单\n订单编号：{printed}\n{SPACED.replace('PO-77105', '')}").header.document_number
    assert value(found) == printed


def test_terms_behind_a_strange_label_are_never_silently_nothing() -> None:
    found = read(f"采购订单\n按框架合同：月结90天\n{SPACED}").header.payment_terms
    assert found is not None
    assert not found.sure
