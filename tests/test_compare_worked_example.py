"""A contract held against its quotation, line by line: the order desk's own worked example.

A petrochemical customer orders seals and faces, in two lots, with freight, in prices with tax; the
quotation is net, one of its prices per hundred. What this program does not compare says why.
"""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from compare_builders import check, line, order, outcome, sure

from compare import policy as policies
from compare.book import build
from compare.compare import compare
from models.comparison import Check, Comparison, Outcome, Severity, Verdict
from models.policy import Policy, Vocabulary
from models.quotation import Quotation, QuotationItem
from models.reading import Clause, Reading

BUYER = "示例石化有限公司"
POLICY = Policy(
    calendar=policies.load((Path(__file__).parent.parent / "policy.toml").read_text("utf-8")).calendar,
    vocabulary=Vocabulary(payment_terms={"Z060": "Net 60 days"}),
)
SEAL = QuotationItem(
    "10",
    part_number="90010045",
    customer_part_number="7003312",
    drawing_number="GA-700121 Rev.A",
    description="MECH SEAL 108-45 BSVFF",
    quantity=Decimal(20),
    unit="EA",
    price=Decimal("1092.04"),
    currency="CNY",
    tax_rate=Decimal(13),
    tax_included=False,
    lead_time="合同生效后8周",
)
FACES = QuotationItem(
    "20",
    part_number="90010077",
    description="SEAL FACE SET 45",
    quantity=Decimal(10),
    unit="SET",
    price=Decimal("350000.00"),
    price_per=Decimal(100),
    currency="CNY",
    tax_rate=Decimal(13),
    tax_included=False,
    lead_time="合同生效后8周",
)
QUOTATION = Quotation(
    "20001234",
    (SEAL, FACES),
    date=dt.date(2026, 11, 1),
    valid_to=dt.date(2026, 12, 31),
    customer_number="100234",
    customer=BUYER,
    incoterms="DAP",
    payment_terms="Z060",
)


def contract() -> Reading:
    """Return the contract as it was read; the two lots of its first item stand in that item's cell."""
    seal = line(
        part_number=None,
        customer_part_number="7003312",
        drawing_number="GA-700121 Rev.B",
        description="机械密封 108-45",
        quantity="20",
        unit="件",
        unit_price="1234.00",
        amount="24680.00",
    )
    faces = line(
        part_number="90010077",
        description="密封面副 45",
        quantity="10",
        unit="副",
        unit_price="3955.00",
        amount="39550.00",
        delivery_date="2027-01-18",
    )
    freight = line(
        part_number=None,
        description="运费",
        quantity="1",
        unit="批",
        unit_price="500.00",
        amount="500.00",
    )
    return order(
        seal,
        faces,
        freight,
        document_number="HT-2026-1123-07",
        document_date="2026-11-23",
        quotation_number="20001234",
        customer=BUYER,
        total_amount="64730.00",
        tax_included="true",
        payment_terms="合同生效后预付30%，发货前60%，质保金10%",
        delivery_place="甲方仓库",
        clauses=(
            Clause("damages", sure("0.05/D cap 5")),
            Clause("lots", sure("10@2026-12-20 10@2027-01-18"), 1),
        ),
    )


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return compare(contract(), build((QUOTATION,)), POLICY, dt.date(2026, 11, 23))


def test_the_first_part_is_identified_by_the_customers_number(compared: Comparison) -> None:
    of = check(compared, "L01", 1)
    assert (of.outcome, of.document, of.quote_item) == (Outcome.EQUAL, "7003312", "10")


def test_its_revision_is_not_the_quoted_one_and_blocks(compared: Comparison) -> None:
    of = check(compared, "L02", 1)
    assert (of.outcome, of.severity, of.why) == (Outcome.DIFFERS, Severity.BLOCKER, "revision")


def test_its_price_is_the_quoted_one_within_rounding(compared: Comparison) -> None:
    of = check(compared, "L06", 1)
    assert (of.outcome, of.why, of.detail) == (Outcome.EQUAL_AFTER, "tax_basis", "Δ 0.104 ≤ 0.113")


def test_its_two_lots_add_up_to_its_quantity_which_was_quoted(compared: Comparison) -> None:
    assert outcome(compared, "L11", 1) == outcome(compared, "L04", 1) == ("equal", None)


def _lots(compared: Comparison) -> list[Check]:
    return [each for each in compared.checks if (each.code, each.line) == ("L10", 1)]


def test_the_first_lot_is_twenty_working_days_early_and_blocks(compared: Comparison) -> None:
    first, _ = _lots(compared)
    assert (first.document, first.outcome, first.severity) == (
        "2026-12-20",
        Outcome.DIFFERS,
        Severity.BLOCKER,
    )
    assert first.detail == "≥ 2027-01-18, −20 WD"


def test_the_second_lot_is_on_the_promised_day(compared: Comparison) -> None:
    _, second = _lots(compared)
    assert (second.document, second.outcome, second.why) == ("2027-01-18", Outcome.EQUAL_AFTER, "same_day")


def test_the_price_per_hundred_is_the_same_price(compared: Comparison) -> None:
    assert outcome(compared, "L06", 2) == ("equal_after", "tax_basis_and_price_unit")
    assert check(compared, "L06", 2).quotation == "3955.00"


def test_a_pair_of_faces_is_a_set(compared: Comparison) -> None:
    assert outcome(compared, "L05", 2) == ("equal_after", "unit")


def test_freight_was_not_quoted_and_blocks(compared: Comparison) -> None:
    of = check(compared, "L12", 3)
    assert (of.outcome, of.severity, of.document) == (Outcome.MISSING, Severity.BLOCKER, "运费")


def test_the_sums_close(compared: Comparison) -> None:
    assert outcome(compared, "H09") == ("equal", None)
    assert {outcome(compared, "L08", each) for each in (1, 2, 3)} == {("equal", None)}


def test_the_payment_terms_differ_and_need_a_decision(compared: Comparison) -> None:
    of = check(compared, "H06")
    assert (of.outcome, of.severity) == (Outcome.DIFFERS, Severity.MAJOR)


def test_the_contract_names_no_incoterms(compared: Comparison) -> None:
    assert check(compared, "H07").outcome is Outcome.MISSING


def test_buyer_quotation_validity_currency_and_tax_are_right(compared: Comparison) -> None:
    assert [outcome(compared, each) for each in ("H01", "H03", "H04", "H05")] == [("equal", None)] * 4
    assert check(compared, "L09", name="tax_rate").outcome is Outcome.EQUAL


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("H08", "no_master_data"),
        ("H10", "no_standard"),
        ("H11", "no_clause"),
        ("H12", "not_read_from_documents"),
        ("X02", "no_screening_lists"),
    ],
)
def test_place_penalty_documents_seal_and_screening_are_not_checked_and_say_why(
    compared: Comparison, code: str, why: str
) -> None:
    assert outcome(compared, code) == ("not_checked", why)


def test_the_contract_needs_a_person(compared: Comparison) -> None:
    assert compared.verdict is Verdict.REVIEW
    assert {(each.kind.value, each.field, each.line) for each in compared.differences} == {
        ("differs", "drawing_number", 1),
        ("differs", "delivery_date", 1),
        ("differs", "payment_terms", None),
        ("not_in_quotation", "description", 3),
        ("missing_in_document", "incoterms", None),
    }
