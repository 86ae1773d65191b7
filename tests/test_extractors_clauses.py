"""What sentences promise: the phrase table, the sentences that were written down, and whole documents."""

import pytest
from paper import form, paper

from bench.sentences.expressions import phrases, understood
from bench.sentences.score import Sentence, normal, score, sentences
from extractors.assemble import assemble
from extractors.clauses import deals, marks, read
from extractors.clauses.phrases import known, opened, words
from extractors.clauses.read import statements
from models.reading import Clause, Reading

ROWS = [["Item", "Description", "Qty", "Price", "Amount"], ["1", "Shaft sleeve", "4", "10.00", "40.00"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "分批交货：首批10套2026-12-20前，余20套2027-01-31前",
            ["lots 10@2026-12-20 20@2027-01-31"],
            id="row 31",
        ),
        pytest.param(
            "数量20台，每月5台，自2027年1月起",
            ["lots 5@2027-01-31 5@2027-02-28 5@2027-03-31 5@2027-04-30"],
            id="row 32",
        ),
        pytest.param("九五折", ["discount 5"], id="row 59: words"),
        pytest.param("95折", ["discount 5"], id="row 59: figures"),
        pytest.param("下浮5%", ["discount 5"], id="row 59: lowered"),
        pytest.param("less 5%", ["discount 5"], id="row 59: less"),
        pytest.param("9折", ["discount 10"], id="row 59: nine tenths are left"),
        pytest.param("打9折", ["discount 10"], id="row 59: not nine percent"),
        pytest.param("抹零后总价45,658.00", ["rounded_off 45658.00"], id="row 60"),
        pytest.param("数量±5%", ["tolerance +5 -5"], id="row 71: sign"),
        pytest.param("溢短装5%", ["tolerance +5 -5"], id="row 71: words"),
        pytest.param("背靠背付款", ["pay_when_paid"], id="row 81: back to back"),
        pytest.param("业主付款后支付", ["pay_when_paid"], id="row 81: after the owner"),
        pytest.param(
            "质保期货到18个月或投运12个月,先到为准",
            ["warranty first delivery:18M startup:12M"],
            id="row 82: first",
        ),
        pytest.param(
            "质保期货到18个月或投运12个月,后到为准",
            ["warranty last delivery:18M startup:12M"],
            id="row 82: last",
        ),
        pytest.param("每逾期一日按0.5‰(万分之五),上限5%", ["damages 0.05/D cap 5"], id="row 83: per mille"),
        pytest.param("每逾期一日按千分之五,上限5%", ["damages 0.5/D cap 5"], id="row 83: ten times as much"),
        pytest.param("LD 0.5% per week, max 5% of order value", ["damages 0.5/W cap 5"], id="row 84"),
        pytest.param("LD 0.5% per week", ["damages 0.5/W cap none"], id="row 84: no limit"),
        pytest.param(
            "Penalty: 0.5% of the delayed goods per week, max. 5%.",
            ["damages 0.5/W cap 5"],
            id="damages: the stop of a shortened word",
        ),
        pytest.param(
            "乙方延期交货的，每延期一天按合同总金额的2%支付违约金，延期超过15天甲方有权解除合同。",
            ["damages 2/D cap none"],
            id="damages: what comes of a long delay",
        ),
        pytest.param("逾期一天罚款500元", ["damages CNY500/D cap none"], id="damages: a day late"),
        pytest.param("每逾期一日扣罰該批貨款千分之三", ["damages 0.3/D cap none"], id="damages: traditional"),
        pytest.param(
            "卖方未能按期交货的，每逾期1天支付合同总价款1‰的违约金，但违约金总额不超过合同总价款的5%。",
            ["damages 0.1/D cap 5"],
            id="damages: but no more than",
        ),
        pytest.param("逾期付款的，每日按应付款的万分之三支付违约金。", [], id="damages: a late payment"),
        pytest.param(
            "自验收合格之日起18个月质保，质保金为合同价款的5%。",
            ["warranty acceptance:18M"],
            id="warranty: before the retained share",
        ),
        pytest.param("承担由此造成的一切损失", ["liability unlimited"], id="row 85"),
        pytest.param("车板交货", ["carriage seller_loads"], id="row 88: loaded by the seller"),
        pytest.param("到厂价", ["carriage delivered"], id="row 88: delivered"),
        pytest.param("需方自提", ["carriage collected"], id="row 88: collected"),
        pytest.param(
            "随货提供合格证、材质证明(EN10204-3.1)、水压试验报告、装配图各2份",
            ["docs COC:2 GA:2 HYDRO:2 MTC_3.1:2"],
            id="row 89",
        ),
        pytest.param("签字盖章后生效", ["effective signed_sealed"], id="row 90: signed and sealed"),
        pytest.param("收到预付款后生效", ["effective prepay_received"], id="row 90: paid"),
        pytest.param("以中文为准", ["language zh"], id="row 95: Chinese"),
        pytest.param("English version prevails", ["language en"], id="row 95: English"),
    ],
)
def test_the_phrase_table(text: str, said: list[str]) -> None:
    assert list(dict.fromkeys(f"{each.kind} {each.value}".strip() for each in statements(text))) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("免费", ["free "], id="row 61: free"),
        pytest.param("FOC", ["free "], id="row 61: FOC"),
        pytest.param("N/C", ["free "], id="row 61: N/C"),
        pytest.param("赠送", ["free "], id="row 61: gift"),
        pytest.param("含在第1项中", ["included 1"], id="row 62: zh"),
        pytest.param("included in item 1", ["included 1"], id="row 62: en"),
        pytest.param("质保期内免费更换", [], id="a repair at no cost is no gift"),
    ],
)
def test_words_instead_of_a_price(text: str, said: list[str]) -> None:
    assert [f"{each.kind} {each.value}" for each in deals.of_item(text)] == said


@pytest.mark.parametrize("place", ["甲方仓库", "指定地点"])
def test_row_91_a_place_that_names_no_address_is_printed_as_it_stands(place: str) -> None:
    header = assemble(form(f"采购订单\n交货地点：{place}", ROWS)).header
    assert header.delivery_place is not None
    assert header.delivery_place.value == place


def tuned() -> list[Sentence]:
    return list(sentences("tune"))


@pytest.mark.parametrize("sentence", tuned(), ids=lambda each: each.text[:40])
def test_a_sentence_states_what_was_written_down(sentence: Sentence) -> None:
    place = not ("place" in sentence.kinds or sentence.kinds & {"lead", "date", "lots"})
    found = {normal(each) for each in phrases(sentence.text)}
    asked = {each for each in found if each.partition(" ")[0] not in {"carriage", "place"} or place}
    assert asked - {each for each in asked if each.startswith("carriage")} == {
        each for each in sentence.says if place or not each.startswith("place")
    }


def test_the_half_held_apart_is_read_nearly_as_well() -> None:
    """Figures alone: which sentences fail is not looked at."""
    found = score(phrases, "held")
    assert found.sentences >= 150
    assert found.recall > 0.88
    assert found.precision > 0.88
    assert score(understood, "held").precision > 0.9


def test_both_halves_are_of_many_kinds_and_share_no_sentence() -> None:
    tune, held = tuned(), list(sentences("held"))
    assert len(tune) + len(held) >= 300
    assert not {each.text for each in tune} & {each.text for each in held}
    assert {kind for each in held for kind in each.kinds} == {kind for each in tune for kind in each.kinds}


def test_the_notation_of_phrases() -> None:
    assert opened("(a|b)[c]d") == {"acd", "ad", "bcd", "bd"}
    assert opened("[a[b]]c") == {"abc", "ac", "c"}
    with pytest.raises(ValueError, match="not opened"):
        opened("a]b")


def test_no_phrase_is_empty_and_articles_do_not_count() -> None:
    assert all(known())
    assert words("the receipt of our order") == words("Receipt order")
    assert words("drawings") == words("drawing")


def test_a_long_paragraph_is_not_read() -> None:
    text = "供方逾期交货的，每逾期一日支付合同总价0.5%的违约金。" + "。" * read.LONGEST
    assert list(statements(text)) == []


def test_marks_keep_their_places_in_the_text() -> None:
    text = "Warranty: 18 months from delivery."
    assert [text[each.start : each.end] for each in marks.cut(text)] == [
        "Warranty", ":", "18 months", "from", "delivery", ".",
    ]  # fmt: skip


def of_kind(reading: Reading, kind: str) -> list[Clause]:
    return [each for each in reading.clauses if each.kind == kind]


TERMS = """Purchase order
Order no. 4500123456
Date: 2026-11-23

General terms and conditions
1. Warranty The Supplier warrants the goods for 18 months from delivery or 12 months
from commissioning, whichever occurs first.
2. Liquidated damages For each full week of delay the Purchaser may claim 0.5% of the value
of the delayed goods, up to a maximum of 5% of the order value.
3. Invoices must be sent within 10 days after shipment; orders placed on 1 March 2020 stay valid."""


def test_clauses_are_read_from_terms_and_fields_are_not() -> None:
    reading = assemble(paper(TERMS))
    (warranty,) = of_kind(reading, "warranty")
    assert (warranty.field.value, warranty.field.sure) == ("first delivery:18M startup:12M", True)
    (damages,) = of_kind(reading, "damages")
    assert damages.field.value == "0.5/W cap 5"
    header = reading.header
    assert header.delivery_date is None or header.delivery_date.value is None
    assert header.lead_time is None
    assert header.document_date is not None
    assert header.document_date.value == "2026-11-23"


def test_a_clause_shows_the_spot_where_it_stands() -> None:
    (warranty,) = of_kind(assemble(paper(TERMS)), "warranty")
    assert warranty.field.evidence.page == 1
    assert "18 months from delivery" in warranty.field.evidence.text


def test_a_sentence_that_may_go_on_below_is_not_sure() -> None:
    (warranty,) = of_kind(
        assemble(paper("Purchase order\nThe warranty is 18 months from delivery")), "warranty"
    )
    assert (warranty.field.value, warranty.field.sure) == ("delivery:18M", False)


def test_characters_in_doubt_make_no_sure_clause() -> None:
    text = "Purchase order\nThe warranty is 18 months from delivery."
    (warranty,) = of_kind(assemble(paper(text, doubted=("18",))), "warranty")
    assert not warranty.field.sure


COLUMNS = """Purchase order

1. Warranty The Supplier warrants the goods for 18 months   4. Liability of the Supplier for all is limited
from delivery to our works.                                 to 100% of the order value."""


def test_columns_side_by_side_are_each_read_down() -> None:
    reading = assemble(paper(COLUMNS))
    assert [each.field.value for each in of_kind(reading, "warranty")] == ["delivery:18M"]
    assert [each.field.value for each in of_kind(reading, "liability")] == ["cap 100%"]


def test_seller_and_account_are_kept_for_comparing() -> None:
    text = "采购订单\n供方：示例密封（天津）有限公司\n银行账号：1234 5678 9012 3456"
    reading = assemble(paper(text))
    assert [each.field.value for each in of_kind(reading, "seller")] == ["示例密封（天津）有限公司"]
    assert [each.field.value for each in of_kind(reading, "account")] == ["1234567890123456"]
