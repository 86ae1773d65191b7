"""Words that plants write on their orders: 源单编号, 业务日期, 履行地点, 含13%票, and notes behind times."""

import pytest
from paper import form, sheet

from extractors.assemble import assemble
from extractors.fields import periods
from extractors.header.conditions import opening_hours, paying_sentences, told_dates
from extractors.header.spoken import named_places
from extractors.kinds.kinds import kind_of
from extractors.lines.headings import recognise
from extractors.vocabulary.meanings import Role
from models.reading import Field, Header, Kind

ROWS = [
    ["序号", "物料号", "名称", "数量", "单位", "单价", "金额"],
    ["1", "QX-3107", "轴承座", "4", "件", "125.00", "500.00"],
]
NUMBER, DATE = "订单编号：XM-55120", "订单日期：2027-03-09"
BUYER, SELLER = "需方：昌宁水泥有限公司", "供方：海鸥密封件有限公司"


def told(field: Field | None) -> tuple[str | None, bool] | None:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def header(*said: str, after: str = "合计：500.00元", number: str = NUMBER, date: str = DATE) -> Header:
    """Return what is read of an order with these lines at its head."""
    head = ["采购订单", number, date, BUYER, SELLER, *said]
    return assemble(form("\n".join(line for line in head if line), ROWS, after)).header


@pytest.mark.parametrize("said", ["源单编号：POREQ000412", "来源单据：CGSQ270311"])
def test_the_requisition_that_an_order_goes_back_to_is_no_offer(said: str) -> None:
    assert header(said).quotation_number is None


@pytest.mark.parametrize("said", ["报价单号：REQ-2704", "源单编号：BJ270311"])
def test_what_a_label_calls_an_offer_is_not_dropped(said: str) -> None:
    field = header(said).quotation_number
    assert field is not None
    assert field.value == said.split("：")[1]


@pytest.mark.parametrize("label", ["业务日期", "发布日期"])
def test_programs_call_the_day_of_an_order_so(label: str) -> None:
    assert told(header(date=f"{label}：2027-03-09").document_date) == ("2027-03-09", True)


def test_days_without_dashes_are_read_behind_it() -> None:
    assert told(header(date="业务日期：20270309").document_date) == ("2027-03-09", True)


def test_where_and_when_a_contract_is_performed_is_its_delivery() -> None:
    read = header("履行地点：云南省曲靖市麒麟区南宁西路9号备件库", "履行期限：合同签订后35个工作日内交货")
    assert told(read.delivery_place) == ("云南省曲靖市麒麟区南宁西路9号备件库", True)
    assert told(read.lead_time) == ("P35D", True)


@pytest.mark.parametrize("said", ["付款约定：开票后次月起90天", "付款约定：挂账满60天付款"])
def test_a_way_of_paying_gives_way_to_terms_that_count_days(said: str) -> None:
    field = header("结算方式：电汇", said).payment_terms
    assert field is not None
    assert field.value == said.split("：")[1]


def test_two_terms_that_count_days_are_rivals_all_the_same() -> None:
    field = header("付款方式：票到30天付款", "付款约定：开票后次月起90天").payment_terms
    assert field is not None
    assert not field.sure


@pytest.mark.parametrize(
    ("text", "when"),
    [("开票后次月起90天", True), ("挂账满60天付", True), ("电汇", False), ("承兑汇票", False)],
)
def test_terms_that_count_days_tell_when_is_paid(text: str, *, when: bool) -> None:
    assert paying_sentences.tells_when(text) is when


@pytest.mark.parametrize("said", ["以上都是含13%票的价", "单价含13%票，运费你们出", "开13%的票。"])
def test_a_price_with_its_invoice_states_the_rate(said: str) -> None:
    field = header(said).tax_rate
    assert field is not None
    assert field.value == "13"


@pytest.mark.parametrize("said", ["付款方式：预付30%，70%票到付款", "付款方式：凭95%发票付款，余5%一年付清"])
def test_a_share_that_is_paid_against_the_invoice_is_no_tax(said: str) -> None:
    field = header(said).tax_rate
    assert field is None or field.value is None


@pytest.mark.parametrize(
    ("said", "days"), [("自合同签订之日起25天内全部做完", "P25D"), ("30天内做完", "P30D")]
)
def test_work_is_done_at_the_end_of_a_lead_time(said: str, days: str) -> None:
    period = periods.parse(said)
    assert period is not None
    assert period.iso == days


def test_a_number_before_the_name_of_the_contract_is_likely_its_own() -> None:
    rows = f"KD-2027-0314 号合同\n备件采购合同\n{DATE}\n{BUYER}\n{SELLER}"
    assert told(assemble(form(rows, ROWS, "合计：500.00元")).header.document_number) == (
        "KD-2027-0314",
        False,
    )


def test_a_number_that_the_buyer_asks_to_go_by_is_likely_the_order_s() -> None:
    read = header("就这么订，订单号按我们的 LQ2027-31 走", number="")
    assert told(read.document_number) == ("LQ2027-31", False)


def test_a_notice_that_orders_has_its_number_behind_its_name() -> None:
    rows = [
        ["订货通知", ""],
        ["通知编号：QT-2703-05", ""],
        [DATE, ""],
        [BUYER, ""],
        [SELLER, ""],
        ["序号", "货号", "品种", "数量", "单价", "金额"],
        ["1", "QX-3107", "轴承座", "4", "125.00", "500.00"],
        ["合计", "", "", "", "", "500.00"],
    ]
    reading = assemble(sheet([row + [""] * (6 - len(row)) for row in rows]))
    assert told(reading.header.document_number) == ("QT-2703-05", True)
    assert [told(line.description) for line in reading.lines] == [("轴承座", True)]


def test_a_heading_of_kinds_names_the_things() -> None:
    heading = recognise("品种")
    assert heading is not None
    assert heading.role is Role.DESCRIPTION


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("9周 / 9 wks 随货附材质报告", "P9W"),
        ("5周 随货附合格证", "P5W"),
        ("5周 from our shop test", None),
        ("5周 或更早", None),
    ],
)
def test_a_time_with_a_note_behind_it_is_read_and_not_sure(said: str, time: str | None) -> None:
    rows = [[*ROWS[0], "交货周期"], [*ROWS[1], said]]
    head = f"采购订单\n{NUMBER}\n{DATE}\n{BUYER}\n{SELLER}"
    line = assemble(form(head, rows, "合计：500.00元")).lines[0]
    field = line.lead_time or line.delivery_date
    assert told(field) == (time, False)


@pytest.mark.parametrize("after", ["一共 500.00 元", "总共：500.00元"])
def test_what_all_makes_together_is_the_total(after: str) -> None:
    assert told(header(after=after).total_amount) == ("500.00", True)


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("週一至週五 09:00～11:30、13:30～16:30，入廠車輛須申報，配戴安全帽。", True),
        ("周一至周五 8:00-16:30，卸货前电询仓库", True),
        ("周一至周五 8:00-16:30，最迟月底前送到", False),
        ("周一至周五 8:00-16:30，6月20日前送到", False),
    ],
)
def test_when_a_store_is_open_is_no_day_of_delivery(said: str, *, hours: bool) -> None:
    assert opening_hours.are_opening(said) is hours


@pytest.mark.parametrize(
    ("said", "whole"), [("2027年5月15日前一次到齐", True), ("2027年5月15日前先到齐", False)]
)
def test_all_is_there_by_a_day(said: str, *, whole: bool) -> None:
    assert told_dates.is_whole(said) is whole


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("云南省曲靖市麒麟区南宁西路9号备件库（", "云南省曲靖市麒麟区南宁西路9号备件库"),
        ("云南省曲靖市麒麟区总库，卸车由矿方负责。", "云南省曲靖市麒麟区总库"),
        ("云南省曲靖市麒麟区总库，转运至二期由矿方负责。", "云南省曲靖市麒麟区总库，转运至二期由矿方负责。"),
    ],
)
def test_who_unloads_and_who_takes_in_are_no_part_of_a_place(said: str, place: str) -> None:
    assert said[: named_places.before_carriage(said, 0, len(said))] == place


def test_a_title_set_letter_by_letter_is_one_beside_other_texts() -> None:
    rows = [
        ["昌宁水泥有限公司", "订货单号", "XM-55120"],
        ["订　货　单", "订货日期", "2027-03-09"],
        ["供应商", "海鸥密封件有限公司", ""],
    ]
    kind, spot = kind_of(sheet(rows), (), has_items=True)
    assert (kind, spot is not None) == (Kind.PURCHASE_ORDER, True)


def test_a_wide_label_of_a_number_is_no_title() -> None:
    rows = [["发票", "合 同 号", "XM-55120"], ["昌宁水泥有限公司", "日期", "2027-03-09"]]
    kind, _ = kind_of(sheet(rows), (), has_items=True)
    assert kind is not Kind.CONTRACT
