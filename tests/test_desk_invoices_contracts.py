"""Rows against the reviewed contract of their order: read from a document, then decided by."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from contract_rows import (
    CONTRACT,
    ITEM,
    PREPAID,
    PROFILE,
    REFERENCE,
    SIGNED,
    STEPS,
    TODAY,
    attest,
    bill,
    decide,
    listed,
    shipped,
    words,
)

import spine
from desk.invoicing import contracts, deciding
from extractors import readers
from models.case import CaseDetail, CaseState, CaseSummary
from models.comparison import Comparison, LineMatch, MatchStatus, Verdict
from models.contract_terms import Contract, ContractLine, Due, Milestone, Stated
from models.invoice_sources import DeliveryItem, Listed, Sources
from models.invoicing import Code
from models.policy import InvoicingPolicy, Policy
from models.quotation import Quotation, QuotationItem
from models.reading import Extraction, Reading
from models.receipt import Versions

HTML = """<html><body><h1>购销合同</h1><p>合同编号：HT-2026-1123</p><p>签订日期：2026-11-02</p>
<p>需方：示例石化有限公司</p><p>供方：示例密封有限公司</p><table>
<tr><th>序号</th><th>物料编号</th><th>名称</th><th>数量</th><th>单位</th><th>含税单价</th><th>含税金额</th></tr>
<tr><td>1</td><td>90010045</td><td>机械密封</td><td>20</td><td>件</td><td>113.00</td><td>2260.00</td></tr>
<tr><td>合计</td><td></td><td></td><td></td><td></td><td></td><td>2260.00</td></tr></table>
<p>币种：人民币，税率：13%，以上价格含税。</p><p>付款方式：{terms}。</p><p>{more}</p></body></html>"""


def read(terms: str, more: str = "") -> Reading:
    """Read a contract as the program does."""
    page = HTML.replace("{terms}", terms).replace("{more}", more)
    (found,) = spine.extract(page.encode(), "contract.html", readers.read)
    assert found.reading is not None
    return found.reading


def made(terms: str, more: str = "") -> Contract:
    reading = read(terms, more)
    found = contracts.contract(12, reading.header, reading.lines, reading.clauses)
    assert found is not None
    return found


def test_a_read_contract_says_price_tax_and_milestones() -> None:
    found = made("合同签订后预付30%，货到验收合格后付60%，质保期满付10%，先票后款", "允许分批交货。")
    assert (found.reference, found.signed_on) == (REFERENCE, SIGNED)
    assert (found.currency, found.tax_rate, found.tax_included) == ("CNY", Decimal(13), True)
    assert [(each.percent, each.due) for each in found.milestones] == [
        (Decimal(30), Due.PREPAYMENT),
        (Decimal(60), Due.ON_ACCEPTANCE),
        (Decimal(10), Due.RETENTION),
    ]
    assert (found.invoice_first, found.partial, found.acceptance) == (True, True, None)
    assert found.lines[0].unit_price == Decimal("113.00")
    assert "先票后款" in found.stated["payment"].text
    assert found.unsure == ()


@pytest.mark.parametrize(
    ("terms", "more", "acceptance", "first"),
    [
        ("货到验收合格后60天付款", "", True, None),
        ("货到60天付款", "", None, None),
        ("发货前付清全款，凭增值税专用发票付款", "", None, True),
        ("发货前付清全款，不接受先票后款", "", None, None),
        ("货到60天付款，验收合格后开具发票", "", True, None),
    ],
)
def test_acceptance_and_invoice_first_are_as_the_contract_words_them(
    terms: str, more: str, *, acceptance: bool | None, first: bool | None
) -> None:
    found = made(terms, more)
    assert (found.acceptance, found.invoice_first) == (acceptance, first)


def test_terms_that_are_not_understood_are_named_and_give_no_milestones() -> None:
    found = made("预付三成，余款视情况而定")
    assert found.milestones == ()
    assert "payment" in found.unsure


def test_what_nobody_vouches_for_is_not_used() -> None:
    reading = read("货到60天付款")
    assert reading.header.tax_rate is not None
    header = replace(reading.header, tax_rate=replace(reading.header.tax_rate, sure=False))
    found = contracts.contract(12, header, reading.lines)
    assert found is not None
    assert (found.tax_rate, found.unsure) == (None, ("tax_rate",))
    known = replace(found, partial=True, customer_number="100234")
    row = decide([listed()], known, (shipped(),))[0]
    assert (row.code, words(row)) == (Code.NOT_CHECKED, {"contract_unsure"})


def test_without_contracts_nothing_changes() -> None:
    assert [each.code for each in decide([listed()], None, (shipped(),))] == [Code.INVOICE]
    other = replace(CONTRACT, reference="HT-9")
    assert [each.code for each in decide([listed()], other, (shipped(),))] == [Code.INVOICE]
    stranger = replace(CONTRACT, customer_number="999", tax_rate=Decimal(9))
    assert [each.code for each in decide([listed()], stranger, (shipped(),))] == [Code.INVOICE]


@pytest.mark.parametrize(
    ("contract", "code", "word"),
    [
        (CONTRACT, Code.INVOICE, "free"),
        (
            replace(CONTRACT, lines=(ContractLine("90010045", Decimal("115.00")),)),
            Code.PRICE_MISMATCH,
            "contract_gross_price_differs",
        ),
        (
            replace(CONTRACT, lines=(ContractLine("90010045", Decimal("113.001")),)),
            Code.INVOICE,
            "free",
        ),
        (
            replace(
                CONTRACT,
                tax_included=False,
                lines=(ContractLine("90010045", Decimal(10000), None, Decimal(100)),),
            ),
            Code.INVOICE,
            "free",
        ),
        (
            replace(CONTRACT, tax_included=False, lines=(ContractLine("90010045", Decimal("100.01")),)),
            Code.PRICE_MISMATCH,
            "contract_net_price_differs",
        ),
        (replace(CONTRACT, tax_rate=Decimal(9)), Code.PRICE_MISMATCH, "contract_tax_rate_differs"),
        (replace(CONTRACT, currency="USD"), Code.PRICE_MISMATCH, "contract_currency_differs"),
        (replace(CONTRACT, tax_included=None), Code.NOT_CHECKED, "contract_silent"),
        (replace(CONTRACT, unsure=("currency",), currency=None), Code.NOT_CHECKED, "contract_unsure"),
        (replace(CONTRACT, lines=()), Code.NOT_CHECKED, "contract_no_line"),
        (
            replace(CONTRACT, lines=(*CONTRACT.lines, ContractLine("90010045", Decimal(99)))),
            Code.NOT_CHECKED,
            "contract_no_line",
        ),
        (
            replace(CONTRACT, lines=(ContractLine("90010045", Decimal("113.00"), sure=False),)),
            Code.NOT_CHECKED,
            "contract_unsure",
        ),
        ((CONTRACT, replace(CONTRACT, case=13, partial=False)), Code.NOT_CHECKED, "contract_open"),
        (replace(CONTRACT, tax_rate=None), Code.INVOICE, "contract_silent"),
    ],
)
def test_price_tax_and_currency_are_held_against_the_contract(
    contract: Contract | tuple[Contract, ...], code: Code, word: str
) -> None:
    row = decide([listed()], contract, (shipped(),))[0]
    assert row.code is code, row.reasons
    assert word in words(row)


def test_a_contract_of_another_customer_is_named_and_not_compared() -> None:
    stranger = replace(CONTRACT, customer_number="999", tax_rate=Decimal(9))
    row = decide([listed()], stranger, (shipped(),))[0]
    assert (row.code, words(row)) == (Code.INVOICE, {"free", "contract_of_other"})


@pytest.mark.parametrize(
    ("number", "name", "code"),
    [
        (None, "示例石化有限公司", Code.PRICE_MISMATCH),
        (None, "示例石化（上海）有限公司", Code.INVOICE),
        (None, None, Code.INVOICE),
        ("0000100234", None, Code.PRICE_MISMATCH),
    ],
)
def test_a_contract_is_held_against_its_customers_orders_only(
    number: str | None, name: str | None, code: Code
) -> None:
    contract = replace(CONTRACT, customer_number=number, customer=name, tax_rate=Decimal(9))
    item = replace(ITEM, customer="示例石化有限公司")
    sources = Sources(
        Listed((item,)), Listed((shipped(),)), Listed(()), Listed((PROFILE,)), contracts=(contract,)
    )
    assert deciding.decide([listed()], sources, Policy(), TODAY).decisions[0].code is code


def test_the_same_contract_twice_is_one_contract() -> None:
    again = replace(CONTRACT, case=13, reference=" ht-2026–1123", stated={"payment": Stated("x")})
    row = decide([listed()], (CONTRACT, again), (shipped(),))[0]
    assert (row.code, row.facts.case) == (Code.INVOICE, 13)


def test_the_list_names_the_contract_where_the_order_does_not() -> None:
    contract = replace(CONTRACT, tax_rate=Decimal(9))
    sources = Sources(
        Listed((replace(ITEM, customer_reference=None),)),
        Listed((shipped(),)),
        Listed(()),
        Listed((PROFILE,)),
        contracts=(contract,),
    )
    for reference, code in ((REFERENCE, Code.PRICE_MISMATCH), (None, Code.INVOICE)):
        found = deciding.decide([listed(reference=reference)], sources, Policy(), TODAY)
        assert found.decisions[0].code is code


def test_a_difference_from_the_contract_says_list_contract_and_difference() -> None:
    contract = replace(CONTRACT, lines=(ContractLine("90010045", Decimal("115.00")),))
    row = decide([listed()], contract, (shipped(),))[0]
    (said,) = row.reasons
    assert (said.values["list"], said.values["contract"]) == ("113.00", "115.00")
    assert (said.values["difference"], said.values["case"]) == ("-2.00", 12)


@pytest.mark.parametrize(
    ("contract", "proven", "code"),
    [
        (replace(CONTRACT, acceptance=True), False, Code.HOLD_NOT_ACCEPTED),
        (replace(CONTRACT, acceptance=True), True, Code.INVOICE),
        (replace(CONTRACT, unsure=("acceptance",)), False, Code.NOT_CHECKED),
        (replace(CONTRACT, unsure=("acceptance",)), True, Code.INVOICE),
    ],
)
def test_acceptance_that_the_contract_asks_for(contract: Contract, *, proven: bool, code: Code) -> None:
    assert decide([listed()], contract, (shipped(proven=proven),))[0].code is code


@pytest.mark.parametrize(
    ("contract", "code", "word"),
    [
        (CONTRACT, Code.INVOICE, "free"),
        (replace(CONTRACT, partial=False), Code.HOLD_NOT_SHIPPED, "partial_forbidden"),
        (replace(CONTRACT, partial=None), Code.NOT_CHECKED, "contract_silent"),
        (replace(CONTRACT, partial=None, unsure=("partial",)), Code.NOT_CHECKED, "contract_unsure"),
    ],
)
def test_a_part_is_invoiced_only_where_the_contract_allows_parts(
    contract: Contract, code: Code, word: str
) -> None:
    row = decide([listed("800.00", 8)], contract, (shipped(8),))[0]
    assert row.code is code, row.reasons
    assert word in words(row)


def test_silence_about_parts_may_be_enough_by_policy() -> None:
    policy = Policy(invoicing=InvoicingPolicy(partial_unless_forbidden=True))
    contract = replace(CONTRACT, partial=None)
    found = decide([listed("800.00", 8)], contract, (shipped(8),), policy=policy)
    assert found[0].code is Code.INVOICE


@pytest.mark.parametrize(
    ("change", "code", "word"),
    [
        ({}, Code.INVOICE, "invoice_first"),
        ({"invoice_first": None}, Code.HOLD_NOT_SHIPPED, "contract_silent"),
        ({"unsure": ("payment",), "milestones": ()}, Code.HOLD_NOT_SHIPPED, "contract_unsure"),
        ({"signed_on": dt.date(2026, 12, 1)}, Code.HOLD_NOT_SHIPPED, "milestone_waits"),
        ({"signed_on": None}, Code.HOLD_NOT_SHIPPED, "milestone_waits"),
        ({"milestones": STEPS}, Code.HOLD_NOT_SHIPPED, "milestone_waits"),
    ],
)
def test_goods_that_have_not_left_are_invoiced_only_by_a_right_of_the_contract(
    change: dict[str, object], code: Code, word: str
) -> None:
    contract = replace(CONTRACT, milestones=PREPAID, invoice_first=True)
    row = decide([listed()], replace(contract, **change))[0]  # type: ignore[arg-type]
    assert row.code is code, row.reasons
    assert word in words(row)
    assert row.facts.early is (code is Code.INVOICE) or code is not Code.INVOICE


def test_a_prepaid_order_is_not_invoiced_twice_or_beyond_what_was_ordered() -> None:
    contract = replace(CONTRACT, milestones=PREPAID, invoice_first=True)
    twice = decide([listed(), listed(row=6)], contract)
    assert {each.code for each in twice} == {Code.HOLD_NOT_SHIPPED}
    assert "claims_exceed_order" in words(twice[0])
    assert decide([listed()], contract, billing=(bill("2000.00"),))[0].code is Code.ALREADY_INVOICED
    unknown = decide([listed(deliveries=("89999999",))], contract)[0]
    assert unknown.code is Code.HOLD_NOT_SHIPPED


def test_a_delivery_made_ready_is_the_sign_before_shipment() -> None:
    ready = (Milestone(Decimal(30), Due.PREPAYMENT), Milestone(Decimal(70), Due.BEFORE_SHIPMENT))
    contract = replace(CONTRACT, milestones=ready, invoice_first=True)
    assert decide([listed()], contract)[0].code is Code.HOLD_NOT_SHIPPED
    assert decide([listed()], contract, (shipped(issued=False),))[0].code is Code.INVOICE
    first = decide([listed("600.00")], contract)[0]
    assert (first.code, first.facts.net) == (Code.INVOICE, Decimal("600.00"))
    assert "milestone" in words(first)


@pytest.mark.parametrize(
    ("net", "billed", "deliveries", "code", "word"),
    [
        ("600.00", (), (), Code.INVOICE, "milestone"),
        ("600.00", ("600.00",), (), Code.ALREADY_INVOICED, "milestone_billed"),
        ("1200.00", ("600.00",), (), Code.HOLD_NOT_SHIPPED, "milestone_waits"),
        ("1200.00", ("600.00",), (shipped(),), Code.HOLD_NOT_ACCEPTED, "not_accepted"),
        ("1200.00", ("600.00",), (shipped(proven=True),), Code.INVOICE, "milestone"),
        ("1200.00", (), (shipped(proven=True),), Code.NOT_CHECKED, "milestone_skipped"),
        ("1800.00", (), (shipped(proven=True),), Code.INVOICE, "milestone"),
        ("200.00", ("600.00", "1200.00"), (shipped(proven=True),), Code.NOT_CHECKED, "milestone_waits"),
        ("200.00", ("2000.00",), (shipped(proven=True),), Code.ALREADY_INVOICED, "milestone_billed"),
        ("700.00", (), (), Code.PRICE_MISMATCH, "net_differs"),
    ],
)
def test_milestones_are_billed_by_value_one_after_the_other(
    net: str, billed: tuple[str, ...], deliveries: tuple[DeliveryItem, ...], code: Code, word: str
) -> None:
    contract = replace(CONTRACT, milestones=STEPS, invoice_first=True)
    bills = tuple(bill(each, f"9000000{at}") for at, each in enumerate(billed))
    row = decide([listed(net)], contract, deliveries, bills)[0]
    assert row.code is code, row.reasons
    assert word in words(row)


def test_two_milestones_in_one_list_follow_one_another() -> None:
    contract = replace(CONTRACT, milestones=STEPS, invoice_first=True)
    rows = [listed("600.00"), listed("1200.00", row=6), listed("600.00", row=7)]
    found = decide(rows, contract, (shipped(proven=True),))
    assert [each.code for each in found] == [Code.INVOICE, Code.INVOICE, Code.ALREADY_INVOICED]


def test_milestones_and_goods_of_one_item_are_not_mixed() -> None:
    contract = replace(CONTRACT, milestones=STEPS, invoice_first=True)
    deliveries = (shipped(8), shipped(12))
    rows = [
        listed("600.00", deliveries=("80000008",)),
        listed("1200.00", 12, row=6, deliveries=("80000012",)),
    ]
    found = decide(rows, contract, deliveries)
    assert [each.code for each in found] == [Code.NOT_CHECKED, Code.NOT_CHECKED]
    assert all("milestone_mixed" in words(each) for each in found)


def test_billing_without_values_leaves_milestones_open() -> None:
    contract = replace(CONTRACT, milestones=STEPS, invoice_first=True)
    row = decide([listed("600.00")], contract, billing=(replace(bill("0"), net_value=None),))[0]
    assert (row.code, words(row)) == (Code.NOT_CHECKED, {"milestone_values_open"})


def test_an_event_that_a_person_knows_of_counts() -> None:
    steps = (Milestone(Decimal(40), Due.PROGRESS), Milestone(Decimal(60), Due.ON_DELIVERY))
    contract = replace(CONTRACT, milestones=steps, invoice_first=True)
    assert decide([listed("800.00")], contract)[0].code is Code.HOLD_NOT_SHIPPED
    said = attest(steps[0].due, percent=int(steps[0].percent))
    assert decide([listed("800.00")], contract, said=(said,))[0].code is Code.INVOICE


@pytest.mark.parametrize("name", ["orders", "deliveries", "billing", "profiles"])
def test_a_right_of_the_contract_replaces_no_source(name: str) -> None:
    contract = replace(CONTRACT, milestones=PREPAID, invoice_first=True)
    sources = Sources(Listed((ITEM,)), Listed(()), Listed(()), Listed((PROFILE,)), contracts=(contract,))
    found = deciding.decide([listed()], replace(sources, **{name: None}), Policy(), TODAY)  # type: ignore[arg-type]
    assert found.decisions[0].code is Code.NOT_CHECKED


def test_only_a_case_that_needs_no_person_is_a_reviewed_contract() -> None:
    reading = read("货到60天付款")
    line = replace(reading.lines[0], part_number=None, customer_part_number=None)
    case = CaseDetail(
        summary=CaseSummary(7, CaseState.CLEAR, dt.datetime(2026, 11, 3, tzinfo=dt.UTC), ()),
        messages=(),
        versions=Versions("1", "1"),
        extraction=Extraction("contract.html", "0" * 64, reading=replace(reading, lines=(line,))),
        comparison=Comparison(
            Verdict.MATCH, matches=(LineMatch(MatchStatus.MATCHED, (1,), ("10",), "part_number"),)
        ),
        quotation=Quotation("20001234", (QuotationItem("10", "90010045"),), customer_number="100234"),
    )
    found = contracts.of_case(case)
    assert found is not None
    assert (found.case, found.customer_number) == (7, "100234")
    assert found.lines[0].part_number == "90010045"
    waiting = replace(case, summary=replace(case.summary, state=CaseState.OPEN))
    assert contracts.of_case(waiting) is None
