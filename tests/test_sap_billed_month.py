"""What was billed in a month, from the export of billing documents: for the quota of e-invoices."""

import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
import reconcile_builders as builders

from desk.invoicing import deciding, previews
from flows.invoicing import holding
from flows.invoicing.holding import Given
from models.invoice_desk import ExportKind
from models.invoicing import Billed
from models.policy import InvoicingPolicy, Policy, QuotaPolicy
from sap import billing, invoice_list

DAY = dt.date(2026, 11, 27)
NAMES = ("Billing Document", "Billing Type", "Billing Date", "Sales Doc.", "SD Item", "Billed Quantity")
ROWS = (
    ("90000001", "F2", dt.date(2026, 11, 1), "400.00"),
    ("90000002", "F2", dt.date(2026, 10, 31), "9000.00"),
    ("90000003", "F2", dt.date(2026, 11, 27), "30.50"),
    ("90000004", "F2", dt.date(2026, 11, 28), "7000.00"),
    ("90000005", "F2", dt.date(2025, 11, 20), "8000.00"),
    ("90000006", "F2", dt.date(2026, 1, 11), "6000.00"),
)


def written(shown: str) -> bytes:
    """Return an export as text whose days are written in one way."""
    lines = ["|".join((*NAMES, "Net Value", "Curr."))]
    lines += [f"{no}|{kind}|{day.strftime(shown)}|3|10|1|{net}|CNY" for no, kind, day, net in ROWS]
    return "\n".join(lines).encode()


def workbook() -> bytes:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append([*NAMES, "Net Value", "Curr."])
    for number, kind, day, net in ROWS:
        page.append([number, kind, day, "3", "10", 1, Decimal(net), "CNY"])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize("shown", ["%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d"])
def test_the_days_of_the_month_until_the_list_count_however_they_are_written(shown: str) -> None:
    found = billing.of_month(written(shown), "vf05.csv", DAY)
    assert found is not None
    assert [each.document for each in found.rows] == ["90000001", "90000003"]
    assert previews.earlier(found.rows, InvoicingPolicy()) == (Billed("CNY", Decimal("430.50"), 2),)


def test_days_of_a_spreadsheet_count() -> None:
    found = billing.of_month(workbook(), "vf05.xlsx", DAY)
    assert found is not None
    assert [each.document for each in found.rows] == ["90000001", "90000003"]


def test_a_day_that_may_be_of_the_month_and_cannot_be_read_is_no_silence() -> None:
    text = written("%m/%d/%Y").decode().splitlines()
    doubtful = "\n".join([text[0], text[1].replace("11/01/2026", "11/05/2026")]).encode()
    found = billing.of_month(doubtful, "vf05.csv", DAY)
    assert found is not None
    assert [each.reason for each in found.faults] == ["unreadable_date"]
    given = {ExportKind.BILLING: Given(lambda: doubtful, "vf05.csv", {})}
    listed = invoice_list.read(b"SAP Order,Item,Qty\n3,10,1\n", "list.csv")
    assert holding.sources(listed, given, month=DAY).month is None


def test_an_export_without_days_says_nothing() -> None:
    data = b"Billing Document|Sales Doc.|SD Item|Billed Quantity\n90000001|3|10|1\n"
    assert billing.of_month(data, "vf05.csv", DAY) is None


@pytest.mark.parametrize("at", [0, 1, 2], ids=["English", "Chinese workbook", "German notation"])
def test_the_list_is_warned_of_with_what_its_export_billed_in_the_month(at: int) -> None:
    cases, lists = builders.load()
    files = builders.build(lists[at], cases)
    name, data = files.contents["list"]
    listed = invoice_list.read(data, name)
    given = {
        kind: Given(lambda kind=kind: files.contents[kind][1], files.contents[kind][0], {})  # type: ignore[misc]
        for kind in ExportKind
        if kind in files.contents
    }
    policy = replace(Policy(), invoicing=InvoicingPolicy(quota=QuotaPolicy(per_month=Decimal(1))))
    with_month = holding.sources(listed, given, month=holding.month_of(policy, builders.TODAY))
    without = holding.sources(listed, given, month=holding.month_of(Policy(), builders.TODAY))
    assert without.month is None
    answer = deciding.decide(listed.rows, with_month, policy, builders.TODAY)
    assert answer.earlier
    of_yuan = next(each for each in answer.earlier if each.currency == "CNY")
    assert of_yuan.invoices > 10
    said = next(each for each in answer.warnings if each.word == "quota_month")
    assert said.values["earlier"] == f"{of_yuan.net:f}"
    told = deciding.decide(listed.rows, without, policy, builders.TODAY).warnings
    assert "quota_earlier_open" in {each.word for each in told}
