"""What an order seems not to state may be said where nobody reads it: then its absence is not sure."""

from dataclasses import replace

import pytest
from reading_attacks import CHINESE, HEADING_ZH, SEAL_ZH, SLEEVE_ZH, UNSURE, Attack, finds

from extractors.assemble import assemble

PLACE = "南通市经开区通达路88号海瑞厂区2号库"
NO_PLACE = {"place": None}
NO_CURRENCY = {"cur": None}
SUM = ["合计：17,390.00"]
OPEN_PLACE = {"delivery_place": UNSURE}
OPEN_CURRENCY = {"currency": UNSURE}
PRINTED = ["合同条款", "1. 迟延交货按日计罚", "2. 争议提交买方所在地法院"]

ATTACKS = (
    # Behind the heading of terms, which are the parties' own.
    Attack(
        "ab-terms-place",
        base=CHINESE,
        head=NO_PLACE,
        after=["合同条款", f"1. 交货地点：{PLACE}"],
        truth=OPEN_PLACE,
    ),
    Attack(
        "ab-terms-currency",
        base=CHINESE,
        head=NO_CURRENCY,
        foot=SUM,
        after=["采购条款", "币种：美元"],
        truth=OPEN_CURRENCY,
    ),
    Attack(
        "ab-terms-payment",
        head={"pay": None},
        after=["Terms and conditions", "Payment terms: 60 days net"],
        truth={"payment_terms": UNSURE},
    ),
    # In a sentence, without a label.
    Attack("ab-sent-zh", base=CHINESE, head=NO_PLACE, after=[f"说明：货发{PLACE}。"], truth=OPEN_PLACE),
    # A word for the currency stands somewhere and belongs to nothing that is read.
    Attack(
        "ab-unit",
        base=CHINESE,
        head=NO_CURRENCY,
        foot=SUM,
        after=["上列各栏按本厂惯例填写。单位：元"],
        truth=OPEN_CURRENCY,
    ),
    # The heading of a column that nobody knows names it.
    Attack(
        "ab-heading",
        base=CHINESE,
        head=NO_CURRENCY,
        foot=SUM,
        rows=[[*HEADING_ZH, "行小结 元"], [*SEAL_ZH, "8.00"], [*SLEEVE_ZH, "9.00"]],
        lines=None,
        truth=OPEN_CURRENCY,
    ),
    # Where no tax of the country is stated, the yuan is not a matter of course.
    Attack("ab-untaxed", base=CHINESE, head={**NO_CURRENCY, "tax": None}, foot=SUM, truth=OPEN_CURRENCY),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_absence_is_not_sure(attack: Attack) -> None:
    header = assemble(attack.document).header
    for name in {"delivery_place", "currency", "payment_terms"} & attack.truth.keys():
        field = getattr(header, name)
        assert field is not None
        assert not field.sure
    named = replace(attack, truth={**attack.truth, "tax_rate": "*", "tax_included": "*"})
    assert not finds(named)


def test_printed_terms_that_state_nothing_of_it_leave_an_absence_sure() -> None:
    attack = Attack("ab-printed", base=CHINESE, head=NO_PLACE, after=PRINTED)
    assert assemble(attack.document).header.delivery_place is None


def test_a_paper_in_chinese_with_the_tax_of_the_country_need_not_name_the_yuan() -> None:
    attack = Attack("ab-domestic", base=CHINESE, head=NO_CURRENCY, foot=SUM)
    currency = assemble(attack.document).header.currency
    assert currency is not None
    assert (currency.value, currency.sure) == ("CNY", True)
    behind = replace(attack, after=["采购条款", "币种：人民币"])
    assert assemble(behind.document).header.currency == currency


@pytest.mark.parametrize("name", ["ab-terms-place", "ab-terms-currency", "ab-terms-payment"])
def test_what_stands_behind_the_terms_is_shown_where_it_stands(name: str) -> None:
    attack = next(each for each in ATTACKS if each.name == name)
    (field,) = {"delivery_place", "currency", "payment_terms"} & attack.truth.keys()
    found = getattr(assemble(attack.document).header, field)
    assert found.evidence.box is not None
