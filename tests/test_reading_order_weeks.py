"""Columns of weeks, and days of delivery in sentences of a warranty."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Field, Header


def _days(heading: str, first: str, second: str = "25/2027") -> list[Field | None]:
    rows = [
        ["Line", "Supplier item", "Description", "Order qty", "Price/unit", "Line amount", heading],
        ["1", "10094411", "Shaft sleeve", "6 pcs", "110.00", "660.00", first],
        ["2", "10094412", "Lip seal", "40 pcs", "5.20", "208.00", second],
    ]
    return [
        line.delivery_date
        for line in assemble(form("PURCHASE ORDER\nOrder No.: 4500781234", rows, "Total EUR 868.00")).lines
    ]


@pytest.mark.parametrize("heading", ["Week", "Week no.", "Woche", "Uke", "Wk"])
@pytest.mark.parametrize("printed", ["09/2027", "2027/09", "2027-09", "9/27"])
def test_a_number_of_a_week_is_no_month(heading: str, printed: str) -> None:
    first, _ = _days(heading, printed)
    assert first is not None
    assert first.value == "2027-03-07"


@pytest.mark.parametrize("printed", ["4", "54/2027", "see note"])
def test_what_may_be_no_week_of_the_year_stays_open(printed: str) -> None:
    first, _ = _days("Week", printed)
    assert first is None or not first.sure


HEAD = "采购合同\n合同编号：RH-2028-71\n签订日期：2028年3月4日\n需方：瑞和造纸有限公司\n供方：康固轴封公司\n"
ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴封", "4", "150.00", "600.00"]]


def _header(said: str) -> Header:
    return assemble(form(HEAD, ROWS, f"合计：600.00\n{said}")).header


@pytest.mark.parametrize(
    "said",
    [
        "质保期为货到后18个月，或自2028年12月1日船舶交付之日起12个月，以先到者为准。",
        "18 months after arrival or 12 months from the delivery of a ship on 1 May 2028, whichever is first.",
    ],
)
def test_the_day_from_which_a_warranty_runs_is_no_day_of_delivery(said: str) -> None:
    day = _header(said).delivery_date
    assert day is None or not day.sure


def test_a_day_of_delivery_beside_a_time_stays_one() -> None:
    day = _header("供方应于2028年12月1日前交货，或自合同生效起2个月内交货，以先到者为准。").delivery_date
    assert day is not None
