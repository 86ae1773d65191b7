"""What stands beside a value and takes nothing from it: remarks, former prices, papers and people."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.fields import running_numbers
from extractors.header.conditions import without_remarks
from extractors.lines.headings import recognise
from extractors.vocabulary.meanings import Role
from models.reading import Field, Header, Reading

HEAD = "江北泵业有限公司\n采购订单\n订单编号：PO-77120\n供应商：津海密封有限公司\n"
ITEMS = [["序号", "名称", "数量", "单价", "金额"], ["1", "压盖", "4", "125.00", "500.00"]]


def told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def read(said: str, rows: list[list[str]] = ITEMS) -> Reading:
    return assemble(form(HEAD, rows, f"合计：500.00\n{said}"))


def header(said: str, rows: list[list[str]] = ITEMS) -> Header:
    return read(said, rows).header


@pytest.mark.parametrize(
    "said",
    [
        "交货期限：2027年6月20日前一次交清；提前交货须经需方同意。",
        "交货日期：2027年6月20日，分批恕不接受。",
        "交货期：2027-06-20，不得分批交货",
        "Delivery date: 2027-06-20, no partial shipments",
    ],
)
def test_a_remark_behind_the_day_takes_nothing_from_it(said: str) -> None:
    assert told(header(said).delivery_date) == ("2027-06-20", True)


@pytest.mark.parametrize(
    "said",
    [
        "交货期限：2027年6月20日前交清；提前交货则于6月1日前。",
        "交货期限：2027年6月20日；如有延误须经需方同意。",
        "交货日期：2027年6月20日，分批交货另行通知。",
        "Delivery date: 2027-06-20, partial shipments",
    ],
)
def test_another_remark_may(said: str) -> None:
    field = header(said).delivery_date
    assert field is None or not field.sure


def test_half_a_sentence_is_no_remark() -> None:
    assert without_remarks.stripped("8 weeks, partial deliveries") == "8 weeks, partial deliveries"
    assert without_remarks.stripped("8 weeks, partial deliveries are not allowed") == "8 weeks"


TAXED = [["序号", "名称", "数量", "不含税单价", "不含税金额"], ITEMS[1]]


def test_a_former_price_says_nothing_of_the_tax_in_this_one() -> None:
    said = "备注：去年同期压盖含税单价118.00元，此次按协商价执行。"
    field = header(said, TAXED).tax_included
    assert field is not None
    assert field.value == "false"
    own = header("备注：压盖含税单价118.00元。", TAXED).tax_included
    assert own is None or not own.sure


def test_prices_as_before_with_the_tax_are_these() -> None:
    field = header("单价同上次，均含13%增值税。").tax_included
    assert field is not None
    assert field.value == "true"


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("报价依据：20047731号报价书", True),
        ("报价依据：20047731号报价单。", True),
        ("报价依据：20047731号（修订中）报价书", False),
    ],
)
def test_what_an_offer_is_called_behind_its_number(said: str, *, sure: bool) -> None:
    field = header(said).quotation_number
    assert told(field) == ("20047731", sure)


def test_numbers_in_circles_count() -> None:
    assert running_numbers.count_on(["①", "②", "③"])
    assert not running_numbers.count_on(["①", "③", "②"])
    assert not running_numbers.count_on(["①", "2", "③"])


@pytest.mark.parametrize("text", ["交期（下单后）", "交货周期(合同签订后)", "交期（自收到订单起）"])
def test_a_heading_of_times_says_from_when(text: str) -> None:
    heading = recognise(text)
    assert heading is not None
    assert (heading.role, heading.exact) == (Role.DELIVERY, True)


def test_a_heading_with_another_remark_is_not_wholly_known() -> None:
    heading = recognise("交期（变更后另行通知）")
    assert heading is None or not heading.exact


def test_the_version_before_is_no_rival_of_the_number() -> None:
    below = "".join(f"{nth}、请随货附送货单一式{nth}份。\n" for nth in range(2, 12))
    field = header(below + "上一版订单PO-70011已关闭，与本单无关。").document_number
    assert told(field) == ("PO-77120", True)
    other = header(below + "本订单PO-70011由系统生成。").document_number
    assert other is not None
    assert not other.sure


@pytest.mark.parametrize("who", ["周师傅 0717-4882016", "周伟0792-6360218", "周经理（电话 0717-4882016）"])
def test_who_takes_the_goods_in_is_no_unread_time(who: str) -> None:
    found = header(f"收货地址：港口区码头街109号备件库\n收货人：{who}")
    assert (found.delivery_date, found.lead_time) == (None, None)


@pytest.mark.parametrize("said", ["收货：首批 2027-06-20", "收货人：备件库 0717-4882016"])
def test_a_word_before_a_day_or_a_store_is_nobody(said: str) -> None:
    found = header(said)
    assert any(field is not None for field in (found.delivery_date, found.lead_time, found.delivery_place))


LETTER = """
NORDKAI PUMPS LTD
Purchase order 26-30488
Supplier: Linde Sealing Co., Ltd.
Date          13.11.2026        Offer no.        {offer}

Item  Part no.   Description   Qty    Price   Amount
1     RH-2204    Guide bush    6      40.00   240.00
Total                                         240.00
{below}
"""


def dated(offer: str, below: str = "") -> tuple[str | None, bool] | None:
    return told(assemble(paper(LETTER.format(offer=offer, below=below))).header.document_date)


def test_a_date_beside_an_offer_that_has_a_day_of_its_own_is_the_orders() -> None:
    assert dated("20031175 of 4.11.2026") == ("2026-11-13", True)


@pytest.mark.parametrize("offer", ["20031175", "20031175 of 13.11.2026"])
def test_a_date_beside_an_offer_without_one_may_be_the_offers(offer: str) -> None:
    assert dated(offer) == ("2026-11-13", False)


def test_the_day_of_the_conditions_is_no_rival() -> None:
    said = "This order is placed subject to our Conditions of Purchase NP/7 issued 1 March 2021."
    assert dated("20031175 of 4.11.2026", said) == ("2026-11-13", True)
