"""Days, lead times and payments in the words of Chinese contracts, certain and misleading."""

import pytest
from reading_attacks import CONTRACT, Attack, finds
from typed_orders import value

from extractors.assemble import assemble
from extractors.fields import payment, periods
from models.reading import Header


@pytest.mark.parametrize("said", ["確認訂單後10星期內", "确认订单后10周内", "回签采购单后10周"])
def test_a_time_may_count_from_the_orders_confirmation(said: str) -> None:
    read = periods.parse(said)
    assert read is not None
    assert (read.iso, read.anchor) == ("P10W", "order_receipt")


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("月結三十天", "月结30天"),
        ("票到三十日内付款", "票到30日内付款"),
        ("货到验收合格后六十天内付款", "货到验收合格后60天内付款"),
        ("货到一个月内付款", "货到1个月内付款"),
        ("月结60天，乙方开具13%增值税专用发票。", "月结60天"),
        (
            "货到验收合格后，凭13%增值税专用发票挂账60日内支付95%，余5%为质保金，质保期满后付清",
            "货到验收合格、票到60天内付95%，质保金5%质保期满后付清",
        ),
        ("货到后，票到30天付款", "货到票到30天付款"),
        ("货物验收合格且收到全额发票后90日内支付", "验收合格、票到90天"),
        (
            "合同签订后预付30%，发货前付清70%，甲方收到全款后开具增值税专用发票",
            "合同签订后预付30%，发货前付清70%",
        ),
        ("收货后45天 / 45 days after receipt of goods", "收货后45天"),
        ("货到验收合格后60天内付款 60 days after acceptance of goods", "货到验收合格后60天内付款"),
    ],
)
def test_terms_in_other_words_are_the_same(said: str, plain: str) -> None:
    assert payment.parse(said) is not None
    assert payment.same(said, plain) is True


@pytest.mark.parametrize(
    "said",
    [
        "每月二十五日付款",
        "货到60天，票到30天付款",
        "货到60天后，乙方开具增值税专用发票",
        "月结30天，提供履约保函及发票",
        "第三十天付款",
        "月结60天，乙方提供增值税专用发票后付款30%",
        "货到验收合格后60天内付款 30 days after acceptance of goods",
        "收货后45天 / 30 days after receipt of goods",
    ],
)
def test_terms_that_say_two_things_or_a_day_of_the_calendar_are_not_understood(said: str) -> None:
    assert payment.parse(said) is None


def _contract(*said: str) -> Header:
    """Return what is read of a contract without a label of its day."""
    return assemble(Attack("terms", base=CONTRACT, head={"date": None}, more=said).document).header


def test_the_preamble_that_goes_by_an_offer_dates_the_contract() -> None:
    said = "甲方根据乙方第20018183号报价单，向乙方订购密封件，双方于2026年3月25日在宜州签订本合同，条款如下："
    day = _contract(said).document_date
    assert day is not None
    assert (day.value, day.sure) == ("2026-03-25", True)


def test_a_contract_that_was_signed_before_does_not() -> None:
    said = "双方曾于2026年3月25日在宜州签订框架合同，条款如下："
    day = _contract(said).document_date
    assert day is None or not day.sure


def test_a_place_behind_its_label_leaves_the_time_of_a_sentence_certain() -> None:
    said = "乙方自收到甲方预付款之日起8周内交货，交货地点：湖州省宜州市先锋路25号，运费由乙方承担。"
    header = _contract(f"第三条 {said}")
    assert header.lead_time is not None
    assert (header.lead_time.value, header.lead_time.sure) == ("P8W", True)


@pytest.mark.parametrize("more", ["，如遇停工则顺延", "，分批交货的另行通知", "，最迟不超过10周"])
def test_a_further_condition_does_not(more: str) -> None:
    said = f"乙方自收到甲方预付款之日起8周内交货{more}，交货地点：湖州省宜州市先锋路25号。"
    attack = Attack(
        "timed",
        base=CONTRACT,
        more=[said],
        truth={"lead_time": "?", "delivery_place": "*"},
        kinds=("contract",),
    )
    assert finds(attack) == []


def _mailed(said: str) -> str | None:
    return value(
        assemble(
            Attack("mail", base=CONTRACT, title="", head={"num": None}, more=[said]).document
        ).header.document_number
    )


def test_a_sentence_that_orders_names_the_number() -> None:
    assert (
        _mailed("按贵司20018244报价，我公司正式订购以下物资，编号JZ-CG-20260519-03，请确认并盖章回传。")
        == "JZ-CG-20260519-03"
    )


@pytest.mark.parametrize(
    "said",
    [
        "月结60天，电汇；乙方每月22日前开票挂账，22日后到票计入下月",
        "月结60天，电汇。每月18日前到票，18日以后开具的发票顺延",
    ],
)
def test_the_day_up_to_which_an_invoice_counts_is_none_of_the_terms_and_opens_them(said: str) -> None:
    attack = Attack(
        "counted in",
        CONTRACT,
        head={"pay": f"付款方式：{said}"},
        kinds=("contract",),
        truth={"payment_terms": "?"},
    )
    assert not finds(attack)
    found = assemble(attack.document).header.payment_terms
    assert value(found) == "月结60天，电汇"


@pytest.mark.parametrize("said", ["每月25日前到票，次月底付款", "25日前开票的，当月结算"])
def test_a_sentence_that_says_when_is_paid_belongs_to_the_terms(said: str) -> None:
    attack = Attack("paid by", CONTRACT, head={"pay": f"付款方式：货到验收合格；{said}"})
    assert value(assemble(attack.document).header.payment_terms) == f"货到验收合格；{said}"


def test_a_clause_of_the_invoice_before_the_money_is_none_of_the_terms() -> None:
    said = "货到验收合格后45日内付清。 3.2 甲方付款前5日内，乙方须提供等额增值税专用发票"
    attack = Attack("invoiced", CONTRACT, head={"pay": f"付款方式：{said}"})
    assert value(assemble(attack.document).header.payment_terms) == "货到验收合格后45日内付清"


def test_a_clause_that_says_besides_when_the_money_comes_is_kept() -> None:
    said = "货到验收合格后付95%。 3.2 甲方付款前5日内，乙方须提供发票，甲方收到后30日内支付"
    attack = Attack("invoiced", CONTRACT, head={"pay": f"付款方式：{said}"})
    assert (value(assemble(attack.document).header.payment_terms) or "").endswith("30日内支付")
