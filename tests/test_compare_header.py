"""What stands once in a document: buyer, validity, currency, tax, payment terms, Incoterms."""

import datetime as dt
from decimal import Decimal

import pytest
from compare_builders import check, held, item, line, order, outcome, quotation, shown

from models.comparison import Severity, Verdict
from models.policy import Policy, Vocabulary


@pytest.mark.parametrize(
    ("stated", "quoted", "local", "result"),
    [
        ("Example Pumps Co., Ltd.", "Example Pumps Co., Ltd.", None, ("equal", None)),
        ("EXAMPLE PUMPS COMPANY LIMITED", "Example Pumps Co., Ltd.", None, ("equal_after", "notation")),
        ("示例泵业有限公司", "Example Pumps Co., Ltd.", "示例泵业有限公司", ("equal", None)),
        ("示例泵业有限责任公司", "示例泵业有限公司", None, ("equal_after", "notation")),
        ("示例泵业有限公司 Example Pumps Co., Ltd.", "示例泵业有限公司", None, ("equal_after", "notation")),
        ("Nanjing Example Pumps Ltd.", "南京示例泵业有限公司", None, ("not_checked", "other_script")),
        ("Example Pump Co., Ltd.", "Example Pumps Co., Ltd.", None, ("differs", "alike")),
        ("Quite Other Valves GmbH", "Example Pumps Co., Ltd.", None, ("differs", None)),
        ("Example Pumps Co., Ltd.", None, None, ("not_checked", "not_quoted")),
    ],
)
def test_the_buyer_is_the_quotations_customer(
    stated: str, quoted: str | None, local: str | None, result: tuple[str, str | None]
) -> None:
    found = held(order(customer=stated), quotation(customer=quoted, customer_local=local))
    assert outcome(found, "H01") == result
    assert ("H01" in {each.code for each in found.notes}) is (result[0] in {"differs", "not_checked"})
    known = result[0] != "differs" and result[1] != "not_quoted"
    assert (found.verdict is Verdict.MATCH) is known


def test_an_offer_that_had_expired_is_told_in_a_note() -> None:
    expired = quotation(valid_to=dt.date(2026, 11, 22))
    found = held(order(), expired)
    assert [(each.code, each.severity) for each in found.notes] == [("H04", Severity.MAJOR)]
    assert (found.verdict, shown(found)) == (Verdict.REVIEW, set())
    assert held(order(), quotation(valid_to=dt.date(2026, 11, 23))).verdict is Verdict.MATCH


@pytest.mark.parametrize(
    ("stated", "quoted", "result"),
    [
        ("CNY", "CNY", ("equal", None)),
        ("CNY", "RMB", ("equal", None)),
        ("EUR", "CNY", ("differs", None)),
        (None, "CNY", ("missing", None)),
        ("CNY", None, ("not_checked", "not_quoted")),
    ],
)
def test_currencies_are_the_same_or_differ(
    stated: str | None, quoted: str | None, result: tuple[str, str | None]
) -> None:
    assert outcome(held(order(currency=stated), quotation(item(currency=quoted))), "H05") == result


@pytest.mark.parametrize(
    ("stated", "quoted", "result"),
    [
        ("13", (13,), ("equal", None)),
        ("13.00", (13,), ("equal", None)),
        ("9", (13,), ("differs", None)),
        (None, (13,), ("missing", None)),
        ("13", (None,), ("missing", None)),
        ("13", (13, 9), ("not_checked", "several_rates")),
    ],
)
def test_tax_rates_are_the_same_or_differ(
    stated: str | None, quoted: tuple[int | None, ...], result: tuple[str, str | None]
) -> None:
    items = [
        item(f"{at}0", part_number=f"1007650{at}", tax_rate=None if rate is None else Decimal(rate))
        for at, rate in enumerate(quoted, start=1)
    ]
    lines = [line(part_number=each.part_number) for each in items]
    of = check(held(order(*lines, tax_rate=stated), quotation(*items)), "L09", name="tax_rate")
    assert (of.outcome.value, of.why) == result


@pytest.mark.parametrize(
    ("stated", "quoted", "result"),
    [
        ("票到60天付款", "票到60天付款", ("equal", None)),
        ("收到发票后60天付款", "票到60天付款", ("equal_after", "notation")),
        ("货到验收合格后90天电汇付款", "预付30%，发货前付清70%", ("differs", None)),
        ("as agreed", "Net 60 days", ("not_checked", "not_understood")),
        ("Net 60 days", "Z060", ("not_checked", "not_understood")),
        (None, "Net 60 days", ("missing", None)),
        ("Net 60 days", None, ("missing", None)),
    ],
)
def test_payment_terms_are_compared_by_meaning_or_not_at_all(
    stated: str | None, quoted: str | None, result: tuple[str, str | None]
) -> None:
    found = held(order(payment_terms=stated), quotation(payment_terms=quoted))
    assert outcome(found, "H06") == result
    assert (found.verdict is Verdict.MATCH) is (result[0] in {"equal", "equal_after", "missing"})


def test_the_policy_knows_the_wording_of_codes() -> None:
    policy = Policy(vocabulary=Vocabulary(payment_terms={"Z060": "Net 60 days"}))
    quoted = quotation(payment_terms="Z060")
    assert held(order(payment_terms="Net 60 days"), quoted, policy=policy).verdict is Verdict.MATCH
    assert outcome(held(order(payment_terms="Net 90 days"), quoted, policy=policy), "H06")[0] == "differs"


@pytest.mark.parametrize(
    ("stated", "quoted", "result", "severity"),
    [
        ("FCA Tianjin", "FCA Tianjin", ("equal", None), Severity.INFO),
        ("FCA Tianjin (Incoterms 2020)", "FCA Tianjin", ("equal", None), Severity.INFO),
        ("FCA Tianjin Port", "FCA Tianjin", ("equal_after", "notation"), Severity.INFO),
        ("FCA", "FCA Tianjin", ("equal_after", "place_not_stated"), Severity.INFO),
        ("EXW Tianjin", "FCA Tianjin", ("differs", None), Severity.MAJOR),
        ("FCA Shanghai", "FCA Tianjin", ("differs", "place"), Severity.MINOR),
        ("EXW 天津", "EXW Tianjin", ("equal_after", "notation"), Severity.INFO),
        ("EXW 我方工厂", "EXW Tianjin", ("not_checked", "other_script"), Severity.MAJOR),
        ("free as usual", "FCA Tianjin", ("not_checked", "not_understood"), Severity.MAJOR),
        (None, "FCA Tianjin", ("missing", None), Severity.INFO),
        ("FCA Tianjin", None, ("missing", None), Severity.INFO),
    ],
)
def test_trade_terms_are_compared_by_code_and_place(
    stated: str | None, quoted: str | None, result: tuple[str, str | None], severity: Severity
) -> None:
    found = held(order(incoterms=stated), quotation(incoterms=quoted))
    assert (outcome(found, "H07"), check(found, "H07").severity) == (result, severity)
