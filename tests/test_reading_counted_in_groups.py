"""Numbers that count within groups, and sentences and labels that look like others."""

import pytest
from paper import form, paper
from typed_orders import known, value

from extractors.assemble import assemble
from models.reading import Reading


def read(text: str) -> Reading:
    return assemble(paper(text))


def numbers(found: Reading) -> list[str | None]:
    return [value(line.line_number) for line in found.lines]


GROUPED = """
Purchase Order PO-77120
Buyer: Garran Zinc Ltd

{heading:9}Your part no.  {second:14}Description     Qty   Unit price   Amount
{0:9}10023177       GZ-104-331    Shaft sleeve    4     50.00        200.00
{1:9}10023184       GZ-104-332    Wear ring       2     10.00        20.00
{2:9}10023191       GZ-105-001    Gland           3     20.00        60.00
Total EUR 280.00
"""


@pytest.mark.parametrize(
    "counted",
    [("1.01", "1.02", "2.01"), ("A1", "A2", "B1"), ("3-01", "3-02", "K-01"), ("1-1", "1-2", "1-3")],
)
def test_what_counts_in_groups_numbers_the_items(counted: tuple[str, str, str]) -> None:
    found = read(GROUPED.format(*counted, heading="Mark", second="Depot"))
    assert numbers(found) == list(counted)
    assert not any(line.line_number.sure for line in found.lines if line.line_number is not None)


@pytest.mark.parametrize("counted", [("A1", "A2", "B1"), ("1.01", "1.02", "2.01")])
def test_so_it_does_under_ref_beside_the_numbers_of_the_parts(counted: tuple[str, str, str]) -> None:
    found = read(GROUPED.format(*counted, heading="Ref", second="Depot"))
    assert numbers(found) == list(counted)
    assert all(value(line.customer_part_number) not in counted for line in found.lines)


@pytest.mark.parametrize(
    "codes", [("K-01", "K-02", "K-03"), ("A1", "B1", "A2"), ("A1", "A3", "B1"), ("2-1", "2-2", "2-3")]
)
def test_what_does_not_count_on_in_groups_numbers_nothing(codes: tuple[str, str, str]) -> None:
    assert numbers(read(GROUPED.format(*codes, heading="Mark", second="Depot"))) == [None] * 3


FORMER = """
Purchase Order PO-77120
Buyer: Garran Zinc Ltd

Item  Maker code  Description     Qty   Unit price   Amount   Prev. price
1     10023177    Shaft sleeve    4     50.00        200.00   48.10
2     10023184    Wear ring       2     10.00        20.00    9.75
Total EUR 220.00

Prev. price {said} our reference only.
"""


@pytest.mark.parametrize("said", ["is for", "and stock are for"])
def test_what_a_column_is_for_is_not_what_it_holds(said: str) -> None:
    assert [value(line.customer_part_number) for line in read(FORMER.format(said=said)).lines] == [None] * 2


TERMS = """
Purchase Order PO-77120
Buyer: Garran Zinc Ltd
Credit: {paid}
{told}

Item  Your part no.  Description     Qty   Unit price   Amount
1     10023177       Shaft sleeve    4     50.00        200.00
Total EUR 200.00
"""


@pytest.mark.parametrize(
    ("paid", "told", "lead"),
    [
        ("60 days PDC from delivery", "Readiness: 6 weeks from order", "P6W"),
        ("60 days from date of delivery", "", None),
        ("45 days after shipment", "", None),
    ],
)
def test_a_time_counted_from_the_delivery_is_none_of_it(paid: str, told: str, lead: str | None) -> None:
    header = read(TERMS.format(paid=paid, told=told)).header
    assert value(header.lead_time) == lead
    assert header.lead_time is None or not header.lead_time.sure


CLAUSES = """设备备件采购合同
合同号: ZC-2026-0626
买受人: 中远钴业资源有限公司
出卖人: 天津瑞科流体密封有限公司

序号  物料编码    名称       数量   单位   单价     金额
1     10095503    机械密封   2      套     100.00   200.00
合计                                               200.00

{}
"""


@pytest.mark.parametrize(
    "title", ["2 付款 Payment", "2 付款 Payment（选一 tick one）", "2 付款方式 Terms of payment"]
)
def test_the_title_of_a_clause_may_be_counted_without_a_point(title: str) -> None:
    found = read(CLAUSES.format(f"{title}\n预付30%，发货前付清70%\n3 质保 Warranty\n投用后12个月"))
    assert known(found.header.payment_terms) == ("预付30%，发货前付清70%", True)


def test_the_ticked_line_below_such_a_title_is_its_text() -> None:
    options = "□ 货到30天付款\n■ 预付30%，发货前付清70%"
    options += "\n3 交货期 Delivery time\n□ 合同签订后45天\n■ 合同签订后60天"
    header = read(CLAUSES.format(f"2 付款 Payment（选一 tick one）\n{options}")).header
    assert known(header.payment_terms) == ("预付30%，发货前付清70%", True)
    assert value(header.lead_time) == "P60D"


def test_the_next_number_ends_the_text_of_such_a_clause() -> None:
    text = "2 付款 Payment\n预付30%，发货前付清70%\n{} 本合同一式两份，双方各执一份"
    assert known(read(CLAUSES.format(text.format(3))).header.payment_terms) == (
        "预付30%，发货前付清70%",
        True,
    )
    out_of_turn = read(CLAUSES.format(text.format(7))).header.payment_terms
    assert out_of_turn is not None
    assert not out_of_turn.sure


def test_a_count_of_months_is_no_next_clause() -> None:
    text = "2 付款 Payment\n预付30%，发货前付清\n3 个月后付尾款70%\n3 质保 Warranty"
    payment = read(CLAUSES.format(text)).header.payment_terms
    assert known(payment) == ("预付30%，发货前付清 3 个月后付尾款70%", True)


@pytest.mark.parametrize(
    ("title", "number"),
    [("Einkaufsauftrag 2026-4417", "2026-4417"), ("Einkaufsbestellung B-88120", "B-88120")],
)
def test_an_order_of_a_purchasing_office_has_its_number_behind_its_name(title: str, number: str) -> None:
    text = f"{title}\nBesteller: Garran Zink AG\n\nPos  Ihre Art.-Nr.  Benennung   Menge  Preis  Wert\n"
    text += "1    10023177       Hülse       4      50,00  200,00\nSumme EUR 200,00"
    assert known(read(text).header.document_number) == (number, True)


def test_a_number_may_begin_with_the_letters_of_no() -> None:
    before = "Auftrag\nGeschäftszeichen        NOR-F-2026-119\nBesteller: Garran Zink AG"
    rows = [("Pos", "Benennung", "Menge", "Preis", "Wert"), ("1", "Hülse", "4", "50,00", "200,00")]
    number = assemble(form(before, rows, "Summe EUR 200,00")).header.document_number
    assert value(number) == "NOR-F-2026-119"
