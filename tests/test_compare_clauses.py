"""Clauses, papers, lots, our name and account, places, sizes and listed words, held against the policy."""

from dataclasses import replace
from decimal import Decimal

import pytest
from compare_builders import CUSTOMER, check, held, item, line, order, outcome, quotation, sure, unsure

from compare import clause_checks, clause_terms, description_checks
from compare.clause_words import in_words
from models.comparison import Note, Severity, Verdict
from models.policy import ClausePolicy, OwnPolicy, Policy, ScreeningPolicy, Vocabulary
from models.reading import Clause, Reading
from review.clause_words import clause as in_language
from review.sentences import note as note_in_language

STANDARD = Policy(
    clauses=ClausePolicy(
        standard=(
            "逾期交货的，每周支付合同总价0.5%的违约金，累计不超过5%。",
            "Warranty: 18 months from delivery or 12 months from start-up, whichever occurs first.",
            "The Supplier's liability shall not exceed 100% of the contract price.",
            "数量允许±5%的偏差。",
            "Partial deliveries are allowed.",
        ),
        documents=("合格证", "装箱单", "EN 10204-3.1 material certificate"),
    )
)


def clause(kind: str, value: str = "", line_number: int | None = None) -> Clause:
    return Clause(kind, sure(value), line_number)


def with_clause(
    kind: str, value: str = "", policy: Policy = STANDARD
) -> tuple[tuple[str, str | None], Verdict]:
    code = {"docs": "H11", "partial": "H13", "tolerance": "H13", "lots": "L11"}.get(kind, "H10")
    found = held(order(clauses=(clause(kind, value),)), policy=policy)
    return outcome(found, code), found.verdict


def test_the_standard_is_read_from_its_sentences() -> None:
    ours = clause_checks.standard(STANDARD.clauses.standard)
    assert ours == {
        "damages": ("0.5/W cap 5",),
        "warranty": ("first delivery:18M startup:12M",),
        "liability": ("cap 100%",),
        "tolerance": ("+5 -5",),
        "partial": ("allowed",),
    }
    assert clause_checks.papers(STANDARD.clauses.documents) == {"COC", "PACKING", "MTC_3.1"}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("damages", "0.05/D cap 5"),
        ("damages", "0.5/W cap 5"),
        ("warranty", "first delivery:18M startup:12M"),
        ("warranty", "first delivery:12M startup:1Y"),
        ("liability", "cap 50%"),
        ("liability", "no_consequential"),
        ("docs", "COC:2 MTC_3.1:1"),
        ("partial", "allowed"),
        ("tolerance", "+5 -5"),
        ("tolerance", "+10 -10"),
    ],
)
def test_what_the_standard_gives_is_equal_and_no_obstacle(kind: str, value: str) -> None:
    assert with_clause(kind, value) == (("equal", None), Verdict.MATCH)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("damages", "0.5/D cap 5"),
        ("damages", "0.5/W cap 10"),
        ("warranty", "first delivery:24M startup:12M"),
        ("warranty", "last delivery:18M startup:12M"),
        ("liability", "cap 200%"),
    ],
)
def test_what_goes_beyond_the_standard_needs_a_person(kind: str, value: str) -> None:
    assert with_clause(kind, value) == (("differs", "beyond_standard"), Verdict.REVIEW)


@pytest.mark.parametrize(
    ("kind", "value"), [("partial", "forbidden"), ("docs", "COC ORIGIN"), ("tolerance", "+3 -3")]
)
def test_what_is_minor_is_told_and_a_person_accepts_it(kind: str, value: str) -> None:
    assert with_clause(kind, value) == (("differs", "beyond_standard"), Verdict.REVIEW)


@pytest.mark.parametrize(
    ("kind", "value", "why"),
    [
        ("damages", "0.5/D cap none", "no_limit"),
        ("liability", "unlimited", "no_limit"),
        ("pay_when_paid", "", "pay_when_paid"),
    ],
)
def test_what_no_company_can_accept_blocks_without_any_standard(kind: str, value: str, why: str) -> None:
    found = held(order(clauses=(clause(kind, value),)))
    of = check(found, "H10")
    assert (of.outcome.value, of.why, of.severity) == ("differs", why, Severity.BLOCKER)
    assert found.verdict is Verdict.REVIEW


def test_a_third_partys_certificate_is_major_without_any_list() -> None:
    assert with_clause("docs", "MTC_3.2", Policy()) == (("differs", "third_party"), Verdict.REVIEW)


def test_without_a_standard_a_clause_is_shown_and_not_checked() -> None:
    found = held(order(clauses=(clause("damages", "1/D cap 15"),)))
    of = check(found, "H10")
    assert (of.outcome.value, of.why, of.document) == ("not_checked", "no_standard", "damages 1/D cap 15")
    assert found.verdict is Verdict.MATCH
    assert found.notes == ()


def test_a_clause_that_was_not_understood_to_the_end_is_never_decided() -> None:
    doubted = Clause("damages", unsure("0.5/D cap none"))
    found = held(order(clauses=(doubted,)))
    assert outcome(found, "H10") == ("not_checked", "not_understood")
    strict = held(order(clauses=(replace(doubted, field=unsure("9/D cap 90")),)), policy=STANDARD)
    assert outcome(strict, "H10") == ("not_checked", "not_understood")
    assert strict.verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("asked", "given", "longer"),
    [
        ("delivery:12M", "first delivery:18M startup:12M", None),
        ("delivery:24M", "delivery:18M", True),
        ("acceptance:12M", "delivery:12M", None),
        ("first startup:12M delivery:18M", "delivery:18M", False),
        ("delivery:1Y", "delivery:12M", False),
    ],
)
def test_warranties_compare_by_what_they_count_from(asked: str, given: str, longer: bool | None) -> None:  # noqa: FBT001
    one, other = clause_terms.warranty(asked), clause_terms.warranty(given)
    assert one is not None
    assert other is not None
    assert clause_terms.is_longer(one, other) is longer


def test_sums_of_money_and_hours_compare_with_nothing() -> None:
    assert clause_terms.damages("CNY1000/D cap none") is None
    assert clause_terms.warranty("startup:8000H") is None


@pytest.mark.parametrize(
    ("lots", "came_out"),
    [("1@2026-12-20 1@2027-01-31", ("equal", None)), ("1@2026-12-20 2@2027-01-31", ("differs", "lots"))],
)
def test_lots_add_up_to_the_line(lots: str, came_out: tuple[str, str | None]) -> None:
    found = held(order(line(quantity="2"), clauses=(clause("lots", lots, 1),)))
    assert outcome(found, "L11", 1) == came_out


def test_lots_of_no_line_in_particular_are_not_checked_where_there_are_several() -> None:
    found = held(order(line(), line(part_number="10076508"), clauses=(clause("lots", "1@P4W 1@P8W"),)))
    assert outcome(found, "L11") == ("not_checked", "which_line")


OURS = Policy(own=OwnPolicy(names=("示例密封（天津）有限公司",), accounts=("1234 5678 9012 3456",)))


@pytest.mark.parametrize(
    ("kind", "name", "came_out"),
    [
        ("seller", "示例密封(天津)有限公司", ("equal", None)),
        ("named", "示例密封（天津）有限公司", ("equal", None)),
        ("seller", "别家机械有限公司", ("differs", None)),
        ("seller", "示例密封（天津）股份有限公司", ("not_checked", "alike")),
        ("seller", "Other Seals Ltd", ("not_checked", "other_script")),
    ],
)
def test_the_order_is_addressed_to_us(kind: str, name: str, came_out: tuple[str, str | None]) -> None:
    found = held(order(clauses=(clause(kind, name),)), policy=OURS)
    of = check(found, "H02", name="our_name")
    assert (of.outcome.value, of.why) == came_out


@pytest.mark.parametrize(
    ("accounts", "came_out"),
    [
        ((), ("not_checked", "no_data")),
        (("1234567890123456",), ("equal", None)),
        (("999888777666", "1234567890123456"), ("equal", None)),
        (("999888777666",), ("not_checked", "whose_account")),
        (("999888777666", "111222333444"), ("differs", None)),
    ],
)
def test_money_goes_to_an_account_of_ours(
    accounts: tuple[str, ...], came_out: tuple[str, str | None]
) -> None:
    found = held(order(clauses=tuple(clause("account", each) for each in accounts)), policy=OURS)
    of = check(found, "H02", name="our_account")
    assert (of.outcome.value, of.why) == came_out


@pytest.mark.parametrize(
    ("place", "came_out"),
    [
        ("宁波市镇海区化工路58号", ("equal", None)),
        ("宁波市 镇海区 化工路58号", ("equal", None)),
        ("上海市浦东新区东方路1号", ("differs", None)),
    ],
)
def test_goods_go_to_a_known_place_of_the_customer(place: str, came_out: tuple[str, str | None]) -> None:
    policy = Policy(vocabulary=Vocabulary(ship_to={CUSTOMER: ("宁波市镇海区化工路58号",)}))
    found = held(order(delivery_place=place), policy=policy)
    assert outcome(found, "H08") == came_out
    assert (found.verdict is Verdict.MATCH) is (came_out[0] == "equal")


def test_a_listed_word_blocks_and_a_part_of_a_word_does_not() -> None:
    policy = Policy(screening=ScreeningPolicy(words=("centrifuge", "核")))
    hit = held(order(line(description="Seal for gas centrifuge")), policy=policy)
    assert outcome(hit, "X02", 1) == ("differs", "listed")
    assert hit.verdict is Verdict.REVIEW
    assert outcome(held(order(line(description="Seal for centrifuges")), policy=policy), "X02") == (
        "equal",
        None,
    )


@pytest.mark.parametrize(
    ("stated", "quoted", "came_out"),
    [
        ("机械密封 108-45", "MECH SEAL 108-45 BSVFF", ("equal", None)),
        ("机械密封 108/45", "MECH SEAL 108-55", ("differs", "sizes")),
        ("轴套 316L", "Shaft sleeve SS316L DN50", ("equal", None)),
        ("轴套 304", "Shaft sleeve 316L", ("differs", "sizes")),
        ("O形圈 氟橡胶", "O-ring Viton", ("equal", None)),
        ("O形圈 丁腈", "O-ring FFKM", ("differs", "sizes")),
        ("Gasket 2,5 mm", "Gasket 2.5 mm", ("equal", None)),
        ("Gasket 1,5 mm", "Gasket 2,5 mm", ("differs", "sizes")),
        ("Gasket 10,5 mm", "Gasket 20,5 mm", ("differs", "sizes")),
        ("Pipe 1,500 mm", "Pipe 1500 mm", ("equal", None)),
        ("Pipe 1,500 mm", "Pipe 2,500 mm", ("differs", "sizes")),
        ("Motor 5,5 kW", "Motor 5.5 kW", ("equal", None)),
        ("Motor 5,5 kW", "Motor 7,5 kW", ("differs", "sizes")),
        ("Shaft Φ45,5", "Shaft Φ45.5", ("equal", None)),
        ("Shaft Φ45,5", "Shaft Φ45,8", ("differs", "sizes")),
        ("Sleeve L=12,5", "Sleeve L=12.50", ("equal", None)),
        ("Sleeve L=12,5", "Sleeve L=12,8", ("differs", "sizes")),
        ("Valve PN2,5", "Valve PN2.5", ("equal", None)),
        ("Valve PN2,5", "Valve PN2,0", ("differs", "sizes")),
        ("Bolt M12x1,25", "Bolt M12x1.25", ("equal", None)),
        ("Bolt M12x1,25", "Bolt M12x1,75", ("differs", "sizes")),
        ('Hose 1,5"', 'Hose 1.5"', ("equal", None)),
        ('Hose 1,5"', 'Hose 2,5"', ("differs", "sizes")),
        ("O-ring 50,17x5,33", "O-ring 50.17x5.33", ("equal", None)),
        ("压盖", "Gland", ("not_checked", "no_sizes")),
        ("密封 GA-700121", "Seal LP-24-8760", ("not_checked", "no_sizes")),
    ],
)
def test_sizes_and_materials_must_not_contradict(
    stated: str, quoted: str, came_out: tuple[str, str | None]
) -> None:
    found = held(order(line(description=stated)), quotation(item(description=quoted)))
    assert outcome(found, "L03", 1) == came_out
    assert shown_as_note(found) is (came_out[0] == "differs")


def shown_as_note(found: object) -> bool:
    return any(each.code == "L03" for each in getattr(found, "notes", ()))


def test_a_description_that_was_not_read_surely_contradicts_nothing() -> None:
    found = held(order(line(description=unsure("轴套 304"))), quotation(item(description="Sleeve 316L")))
    assert outcome(found, "L03", 1) == ("not_checked", "not_read")


def test_sizes_are_told_from_article_numbers() -> None:
    assert description_checks.tokens("Seal 108-45, GPN 10076507, DWG GA-700121-2") == {
        "pair": frozenset({"108-45"})
    }


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("damages 0.5/W cap 5",
         "damages for delay 0.5 % a week, at most 5 %", "逾期违约金每周 0.5 %，上限 5 %"),
        ("damages CNY1000/D cap none",
         "damages for delay CNY 1000 a day, without a limit", "逾期违约金每日 CNY 1000，无上限"),
        (
            "warranty first delivery:18M startup:12M",
            "warranty 18 months from delivery or 12 months from start-up, whichever is first",
            "质保 自到货 18 个月、自投运 12 个月，先到为准",
        ),
        ("warranty startup:8000H", "warranty 8000 hours from start-up", "质保 自投运 8000 小时"),
        ("liability unlimited", "liability without a limit", "责任无上限"),
        ("liability cap 100%", "liability up to 100 % of the price", "责任以合同总价的 100 % 为限"),
        ("partial forbidden", "partial deliveries forbidden", "不允许分批交货"),
        ("lots 10@2026-12-20 20@P8W",
         "lots: 10 by 2026-12-20, 20 by P8W", "分批：10 于 2026-12-20、20 于 8 周"),
        ("docs COC:2", "documents asked for: COC ×2", "要求资料：COC ×2"),
        ("tolerance +5 -5", "quantity tolerance +5 % / -5 %", "数量允差 +5 % / -5 %"),
    ],
)  # fmt: skip
def test_a_clause_is_said_in_both_languages(text: str, english: str, chinese: str) -> None:
    assert in_words(text) == english
    assert in_language("zh", text) == chinese


@pytest.mark.parametrize(
    ("kind", "value", "code", "came_out"),
    [
        ("discount", "5", "L07", ("differs", "discount_not_quoted")),
        ("free", "", "L14", ("differs", "free_of_charge")),
        ("included", "1", "L14", ("not_checked", "included_elsewhere")),
    ],
)
def test_what_a_sentence_takes_off_was_not_quoted(
    kind: str, value: str, code: str, came_out: tuple[str, str | None]
) -> None:
    number = None if code == "L07" else 1
    found = held(order(clauses=(clause(kind, value, number),)))
    assert outcome(found, code, number) == came_out
    assert code in {each.code for each in found.notes}
    if came_out[0] == "differs":
        assert found.verdict is Verdict.REVIEW


def test_a_line_that_was_quoted_free_may_be_ordered_free() -> None:
    free = order(line(unit_price="0.00", amount="0.00"), clauses=(clause("free", "", 1),))
    found = held(free, quotation(item(price=Decimal(0))))
    assert found.verdict is Verdict.MATCH


@pytest.mark.parametrize(
    ("comparison", "chinese"),
    [
        (
            order(clauses=(clause("damages", "0.5/D cap none"),)),
            "违约、质保及责任条款：逾期违约金每日 0.5 %，无上限",
        ),
        (order(clauses=(clause("discount", "5"),)), "折扣、附加费、运费：折扣 5 %，报价单中没有"),
        (order(document_number=None), "必填项缺失：文件未写明单据编号"),
        (
            order(customer="别家机械有限公司"),
            "买方名称：客户 别家机械有限公司，报价单 江苏示例泵业制造有限公司",
        ),
    ],
)
def test_a_note_is_said_in_chinese_with_its_values(comparison: Reading, chinese: str) -> None:
    said = [note_in_language("zh", each) for each in held(comparison).notes]
    assert chinese in said


def test_a_note_of_an_older_comparison_keeps_its_english_text() -> None:
    assert (
        note_in_language("zh", Note("H04", Severity.MAJOR, "the offer was valid"))
        == "报价有效期：the offer was valid"
    )


def test_what_makes_the_contract_effective_is_shown_beside_its_seals() -> None:
    found = held(order(clauses=(clause("effective", "signed_sealed"),)))
    of = check(found, "H12")
    assert (of.outcome.value, of.why) == ("not_checked", "not_read_from_documents")
    assert of.document == "effective signed_sealed"
    assert in_language("zh", of.document) == "生效条件：双方签字盖章"
    assert found.verdict is Verdict.MATCH
