"""Sentences that say in which currency all prices are, and what leaves the currency open."""

import pytest
from reading_attacks import CHINESE, ENGLISH, Attack, Order

from extractors.assemble import assemble
from models.reading import Field


def _currency(
    base: Order,
    sentence: str,
    *,
    foot: str = "",
    more: tuple[str, ...] = (),
    head: dict[str, str | None] | None = None,
) -> Field:
    sums = [foot] if foot else ["Total 1,930.00"] if base is ENGLISH else ["合计：17,390.00"]
    attack = Attack("currency", base, head={"cur": None, **(head or {})}, foot=sums, after=[sentence, *more])
    currency = assemble(attack.document).header.currency
    assert currency is not None
    return currency


@pytest.mark.parametrize(
    ("base", "sentence", "code"),
    [
        (ENGLISH, "All amounts are in EUR.", "EUR"),
        (ENGLISH, "The above prices and amounts are quoted in euros.", "EUR"),
        (ENGLISH, "Alle Preise verstehen sich in EUR.", "EUR"),
        (CHINESE, "以上金额均以人民币计价。", "CNY"),
        (CHINESE, "3、本合同价格以美元结算。", "USD"),
        (CHINESE, "以上金額均以人民幣計價。", "CNY"),
        (CHINESE, "1.本单价格为人民币，含13%增值税。", "CNY"),
        (CHINESE, "备注：1.单价含13%增值税、含运费，币种人民币；", "CNY"),
        (ENGLISH, "Please confirm by return. [Unit: SEK]", "SEK"),
        (ENGLISH, "(Currency unit: EUR)", "EUR"),
        (CHINESE, "【金额单位：美元】", "USD"),
        (CHINESE, "第二条 名称、数量、价款（单位：人民币元，单价不含税）", "CNY"),
    ],
)
def test_a_sentence_of_nothing_but_the_currency_proves_it(base: Order, sentence: str, code: str) -> None:
    currency = _currency(base, sentence)
    assert (currency.value, currency.sure) == (code, True)


@pytest.mark.parametrize(
    ("base", "sentence"),
    [
        (ENGLISH, "All amounts are in EUR unless stated otherwise."),
        (ENGLISH, "For comparison all amounts are in EUR."),
        (ENGLISH, "Freight prices are quoted in EUR."),
        (ENGLISH, "[Unit of the test report: EUR]"),
        (CHINESE, "以上金额如以人民币计价须另行确认。"),
        (CHINESE, "备注：运费币种人民币，另计。"),
        (CHINESE, "预付款币种人民币；"),
    ],
)
def test_a_sentence_that_says_more_leaves_it_open(base: Order, sentence: str) -> None:
    assert not _currency(base, sentence).sure


@pytest.mark.parametrize("other", ["Payment will be made in USD.", "Insured sum: USD 5,000.00"])
def test_another_currency_anywhere_leaves_it_open(other: str) -> None:
    assert not _currency(ENGLISH, "All amounts are in EUR.", more=(other,)).sure


WORDS = "合计（大写）：壹万柒仟叁佰玖拾元整"


def test_yuan_in_words_are_certain_where_the_tax_is_mainland_chinas() -> None:
    currency = _currency(CHINESE, "以上价格含13%增值税", foot=WORDS, head={"tax": None})
    assert (currency.value, currency.sure) == ("CNY", True)


@pytest.mark.parametrize("more", [("样品价值：HKD 500.00",), ("保险金额以美元计。",)])
def test_yuan_in_words_stay_open_beside_another_currency(more: tuple[str, ...]) -> None:
    assert not _currency(CHINESE, "以上价格含13%增值税", foot=WORDS, more=more, head={"tax": None}).sure


def test_yuan_in_words_alone_stay_open() -> None:
    assert not _currency(CHINESE, "请确认。", foot=WORDS, head={"tax": None}).sure
